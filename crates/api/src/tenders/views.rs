//! What people see of a tender. Its client sees all of it; others see neither the place of the event nor
//! who was chosen, and texts without the addresses and numbers that someone may have slipped in (S1-083).

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use estrade_db::{Conn, Error, matching, organizations, tenders};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    contacts::{find_contacts, mask_contacts},
    ids::{LotId, OrganizationId},
    language::Language,
    lots::{Lot, LotState},
    refusal::{Explain, Explanation},
    tenders::{Progress, Tender, TenderAction, TenderRefusal, TenderState},
    world::Instant,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{applicant::Applicant, award_view::AwardView, event_view::EventView};
use crate::{app::App, caller::Caller};

/// Who reads, and in which language.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// Nobody, when it is a visitor.
    pub actor: Option<Actor>,
    pub(super) language: Language,
    pub(super) now: Instant,
}

/// A call for offers.
#[derive(Debug, Serialize, ToSchema)]
pub struct TenderView {
    #[schema(example = "tnd_01jd0000000000000000000000")]
    id: String,
    /// What stands in the URL of its page; null for a draft.
    #[schema(example = "mariage-de-lea-et-tom-rouen-4f7k2m9q")]
    slug: Option<String>,
    /// `If-Match` names it.
    version: i32,
    /// `draft`, `open`, `awaiting`, `in_work`, `done` or `closed`.
    status: &'static str,
    /// How often its text changed since it was published, from 1.
    revision: i32,
    /// Who asks.
    client: PartyView,
    event: EventView,
    lots: Vec<TenderLotView>,
    progress: ProgressView,
    /// When it was begun.
    created_at: DateTime<Utc>,
    /// Since when it is public.
    published_at: Option<DateTime<Utc>>,
    /// When and why it was closed.
    closing: Option<ClosingView>,
    /// What the caller may do now: `edit`, `publish`, `delete`, `close`, `hide`.
    actions: Vec<&'static str>,
    /// What the caller could do, was it not for a reason that passes.
    blocked: Vec<BlockedView>,
    /// For its client: the step of the guided form where it stopped.
    draft_step: Option<i32>,
    /// For its client: JSON pointers to texts with an address or a number, which others see masked.
    masked: Vec<String>,
    /// For a provider: whether it took the tender out of its list.
    hidden: bool,
}

/// A party, in public.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyView {
    id: String,
    /// Its pseudo.
    handle: String,
    /// A provider's name; a client goes by its pseudo.
    name: Option<String>,
    /// What it is before the law.
    legal_kind: &'static str,
}

/// A trade that is asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct TenderLotView {
    #[schema(example = "lot_01jd0000000000000000000000")]
    id: String,
    /// The slug of the trade.
    #[schema(example = "dj")]
    trade: String,
    wishes: String,
    quantity: String,
    /// `draft`, `open`, `chosen`, `in_work`, `done` or `closed`.
    status: &'static str,
    /// For its client: how many providers applied.
    offers_count: Option<i64>,
    /// For its client and for the provider itself: who was chosen.
    award: Option<AwardView>,
    /// For a provider: its own offer.
    my_offer: Option<MyOfferView>,
    /// What a provider may do now: `apply`.
    actions: Vec<&'static str>,
    /// Why a provider may not apply: its plan, its trades or départements, the moment.
    blocked: Vec<BlockedView>,
}

/// A provider's own offer for a lot.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyOfferView {
    id: String,
    /// Where it stands.
    state: String,
}

/// How many lots stand where.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressView {
    draft: u32,
    open: u32,
    awaiting: u32,
    in_work: u32,
    done: u32,
    closed: u32,
}

/// When and why a tender was closed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClosingView {
    at: DateTime<Utc>,
    /// `no_suitable_provider` or `event_cancelled`.
    reason: &'static str,
    /// A word to those who had applied.
    note: String,
}

/// An action that is refused for now, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct BlockedView {
    #[schema(example = "close")]
    action: &'static str,
    #[schema(example = "lots_in_work")]
    code: &'static str,
    detail: String,
}

impl Reader {
    /// The caller, or a visitor.
    #[must_use]
    pub fn new(app: &App, caller: Option<&Caller>, language: Language) -> Self {
        Self { actor: caller.map(|caller| caller.actor), language, now: app.now() }
    }

    fn owns(&self, tender: &Tender) -> bool {
        self.actor.is_some_and(|actor| actor.is_of(tender.client()))
    }

    fn provider(&self) -> Option<OrganizationId> {
        self.actor
            .filter(|actor| actor.kind == OrganizationKind::Provider)
            .map(|actor| actor.organization)
    }
}

/// What only some readers see, looked up once.
struct Known {
    owner: bool,
    provider: Option<OrganizationId>,
    parties: HashMap<OrganizationId, PartyView>,
    offer_counts: HashMap<LotId, i64>,
    my_offers: HashMap<LotId, MyOfferView>,
    applicant: Option<Applicant>,
}

/// A tender as this reader sees it.
pub fn view(conn: &mut Conn, tender: &Tender, reader: &Reader) -> Result<TenderView, Error> {
    let known = known(conn, tender, reader)?;
    let hidden = match known.provider {
        Some(provider) => matching::is_hidden(conn, provider, tender.id)?,
        None => false,
    };
    let client = known.parties.get(&tender.client()).cloned().ok_or(Error::NotFound)?;
    let closing = closing(tender, &known);
    let draft_step = match tender.state {
        TenderState::Draft { step } => Some(step),
        _ => None,
    };
    Ok(TenderView {
        id: tender.id.to_string(),
        slug: Some(tender.slug.clone()).filter(|slug| !slug.is_empty()),
        version: tender.version,
        status: tender.status().as_str(),
        revision: tender.revision,
        client,
        event: EventView::new(&tender.event, known.owner, known.works_for(tender)),
        lots: known.lots(tender),
        progress: tender.progress().into(),
        created_at: tender.created_at,
        published_at: tender.published_at(),
        closing,
        actions: actions(tender, reader),
        blocked: blocked(tender, reader),
        draft_step,
        masked: if known.owner { masked(tender) } else { Vec::new() },
        hidden,
    })
}

fn known(conn: &mut Conn, tender: &Tender, reader: &Reader) -> Result<Known, Error> {
    let (owner, provider) = (reader.owns(tender), reader.provider());
    let mut ids = vec![tender.client()];
    ids.extend(tender.lots.iter().filter_map(|lot| Some(lot.state.award()?.provider)));
    let my_offers = match provider {
        Some(provider) => matching::applications(conn, provider, tender.id)?
            .into_iter()
            .map(|made| (made.lot, MyOfferView { id: made.offer.to_string(), state: made.state }))
            .collect(),
        None => HashMap::new(),
    };
    let offer_counts =
        if owner { tenders::offer_counts(conn, &[tender.id])? } else { HashMap::new() };
    Ok(Known {
        owner,
        provider,
        parties: parties(conn, &ids)?,
        offer_counts,
        my_offers,
        applicant: Applicant::of(conn, tender, reader)?,
    })
}

/// The public faces of some parties.
pub fn parties(
    conn: &mut Conn,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, PartyView>, Error> {
    let heads = organizations::heads(conn, ids)?;
    Ok(heads.into_iter().map(|head| (head.id, PartyView::from(head))).collect())
}

impl Known {
    fn is_mine(&self, lot: &Lot) -> bool {
        lot.state.award().is_some_and(|award| Some(award.provider) == self.provider)
    }

    fn works_for(&self, tender: &Tender) -> bool {
        tender.lots.iter().any(|lot| self.is_mine(lot) && lot.reveals_contacts())
    }

    /// All lots for the client; for others those that are still asked for, and their own.
    fn lots(&self, tender: &Tender) -> Vec<TenderLotView> {
        let is_over = matches!(tender.state, TenderState::Closed { .. });
        let lots = tender.lots.iter().filter(|lot| {
            self.owner || is_over || lot.state != LotState::Closed || self.applied(lot)
        });
        lots.map(|lot| self.lot(lot)).collect()
    }

    fn applied(&self, lot: &Lot) -> bool {
        self.my_offers.contains_key(&lot.id)
    }

    fn lot(&self, lot: &Lot) -> TenderLotView {
        let text = |text: &str| if self.owner { text.to_owned() } else { mask_contacts(text) };
        let mine = self.my_offers.get(&lot.id);
        let made = mine.map(|mine| mine.state.as_str());
        let (actions, blocked) =
            self.applicant.as_ref().map(|it| it.may(lot, made)).unwrap_or_default();
        TenderLotView {
            id: lot.id.to_string(),
            trade: lot.trade.clone(),
            wishes: text(&lot.wishes),
            quantity: text(&lot.quantity),
            status: lot.status().as_str(),
            offers_count: self
                .owner
                .then(|| self.offer_counts.get(&lot.id).copied().unwrap_or_default()),
            award: if self.owner || self.is_mine(lot) { self.award(lot) } else { None },
            my_offer: mine
                .map(|mine| MyOfferView { id: mine.id.clone(), state: mine.state.clone() }),
            actions,
            blocked,
        }
    }

    fn award(&self, lot: &Lot) -> Option<AwardView> {
        let award = lot.state.award()?;
        AwardView::new(lot, self.parties.get(&award.provider)?.clone())
    }
}

/// Why it was closed is everyone's; the note is for those who had applied.
fn closing(tender: &Tender, known: &Known) -> Option<ClosingView> {
    let TenderState::Closed { at, reason, note, .. } = &tender.state else {
        return None;
    };
    let note = match () {
        () if known.owner => note.clone(),
        () if tender.lots.iter().any(|lot| known.applied(lot)) => mask_contacts(note),
        () => String::new(),
    };
    Some(ClosingView { at: *at, reason: reason.as_str(), note })
}

fn actions(tender: &Tender, reader: &Reader) -> Vec<&'static str> {
    let Some(actor) = reader.actor else {
        return Vec::new();
    };
    let permitted =
        TenderAction::ALL.iter().filter(|action| tender.permits(**action, &actor).is_ok());
    permitted.map(|action| action.as_str()).collect()
}

fn blocked(tender: &Tender, reader: &Reader) -> Vec<BlockedView> {
    let refused = TenderAction::ALL.iter().filter_map(|&action| {
        let refusal = tender.permits(action, &reader.actor?).err()?;
        matches!(refusal, TenderRefusal::LotsInWork { .. }).then_some((action, refusal))
    });
    refused
        .map(|(action, refusal)| {
            BlockedView::new(action.as_str(), &refusal.explain(), reader.language)
        })
        .collect()
}

impl BlockedView {
    pub(super) fn new(action: &'static str, why: &Explanation, language: Language) -> Self {
        Self { action, code: why.code, detail: why.in_language(language).to_owned() }
    }
}

/// The texts in which others see a mask.
fn masked(tender: &Tender) -> Vec<String> {
    let occasion = &tender.event.occasion;
    let lots = tender.lots.iter().enumerate().flat_map(|(place, lot)| {
        [
            (format!("/lots/{place}/wishes"), &lot.wishes),
            (format!("/lots/{place}/quantity"), &lot.quantity),
        ]
    });
    [
        ("/event/guest_ages".to_owned(), &occasion.guest_ages),
        ("/event/description".to_owned(), &occasion.description),
    ]
    .into_iter()
    .chain(lots)
    .filter(|(_, text)| !find_contacts(text).is_empty())
    .map(|(pointer, _)| pointer)
    .collect()
}

impl From<organizations::Head> for PartyView {
    fn from(head: organizations::Head) -> Self {
        Self {
            id: head.id.to_string(),
            handle: head.handle,
            name: (head.kind == OrganizationKind::Provider).then_some(head.name),
            legal_kind: head.legal_kind.as_str(),
        }
    }
}

impl From<Progress> for ProgressView {
    fn from(progress: Progress) -> Self {
        Self {
            draft: progress.draft,
            open: progress.open,
            awaiting: progress.awaiting,
            in_work: progress.in_work,
            done: progress.done,
            closed: progress.closed,
        }
    }
}
