//! What the two sides see of an offer, and what the other applicants do.
//!
//! Addresses and numbers in texts are masked until the lot is in work (S1-083); from then on each side sees
//! who the other is (part 6).

use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error,
    offers::{self, Rival},
    orders, tenders,
};
use estrade_domain::{
    actor::Actor,
    contacts::{find_contacts, mask_contacts},
    directory::Marks,
    lots::{Lot, LotState},
    offers::{
        Deal, OfferAction, OfferVersion, Proposal,
        terms::{Line, Totals, VatShare},
    },
    world::Instant,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::contacts::ContactsView;
use crate::{
    money::MoneyView,
    providers::RatingView,
    tenders::{PartyView, TenderHead, parties},
};

/// A provider's priced answer to a lot.
#[derive(Serialize, ToSchema)]
pub struct OfferView {
    #[schema(example = "ofr_01jd0000000000000000000000")]
    id: String,
    /// `If-Match` names it.
    version: i32,
    /// `sent`, `to_reconfirm`, `chosen`, `accepted`, `declined`, `withdrawn`, `expired`, `ended` or
    /// `cancelled`.
    state: &'static str,
    /// The version in force, from 1; a choice names it.
    number: i32,
    lot: OfferLotView,
    tender: TenderHead,
    /// Who asks.
    client: PartyView,
    /// Who offers.
    provider: ApplicantView,
    #[serde(flatten)]
    proposal: ProposalView,
    /// When it can no longer be chosen or confirmed.
    expires_at: DateTime<Utc>,
    /// When the provider first applied.
    applied_at: DateTime<Utc>,
    /// When the version in force was written.
    written_at: DateTime<Utc>,
    /// Names, addresses and numbers of both sides, once the lot is in work.
    contacts: Option<ContactsView>,
    /// The client's review of the mission.
    review_id: Option<String>,
    /// The mission, once the provider confirmed: where it is paid, delivered and disputed.
    #[schema(example = "ord_01jd0000000000000000000000")]
    order_id: Option<String>,
    /// For its provider: JSON pointers to texts with an address or a number, which the client sees masked.
    masked: Vec<String>,
    /// What the caller may do now: `revise`, `reconfirm`, `withdraw`, `confirm`, `decline`, `choose`,
    /// `withdraw_choice`, `complete`, `review`.
    actions: Vec<&'static str>,
}

/// The lot that an offer answers.
#[derive(Serialize, ToSchema)]
pub struct OfferLotView {
    #[schema(example = "lot_01jd0000000000000000000000")]
    id: String,
    /// The slug of the trade.
    #[schema(example = "dj")]
    trade: String,
    quantity: String,
    wishes: String,
    /// `open`, `chosen`, `in_work`, `done` or `closed`.
    status: &'static str,
    /// Whether this offer is the one it was given to.
    is_given_to_this: bool,
    /// The version that was chosen; frozen once confirmed.
    agreed_version: Option<i32>,
    /// How the client pays, from the choice on: `direct` or `held`.
    settlement: Option<&'static str>,
    chosen_at: Option<DateTime<Utc>>,
    /// Until when the provider may confirm.
    confirm_by: Option<DateTime<Utc>>,
    /// When it confirmed.
    started_at: Option<DateTime<Utc>>,
    /// When the client ended the mission.
    ended_at: Option<DateTime<Utc>>,
}

/// What a version says.
#[derive(Serialize, ToSchema)]
pub struct ProposalView {
    /// For the client and the other applicants.
    pub(super) public_message: String,
    /// For the client alone; may be empty.
    pub(super) private_message: String,
    /// The kind of the terms: `fixed`.
    terms: &'static str,
    pub(super) lines: Vec<LineView>,
    pub(super) totals: TotalsView,
    /// Until when the provider said that it holds.
    promised_until: Option<DateTime<Utc>>,
}

/// One thing that is offered at a price.
#[derive(Serialize, ToSchema)]
pub struct LineView {
    label: String,
    #[schema(example = "1")]
    quantity: String,
    /// The net price of one.
    unit_price: MoneyView,
    /// VAT in basis points.
    #[schema(example = 2000)]
    vat_rate: i64,
    /// Quantity times unit price, without VAT.
    net: MoneyView,
}

/// What the lines come to: the same for every offer, so that offers compare.
#[derive(Serialize, ToSchema)]
pub struct TotalsView {
    /// Without VAT.
    net: MoneyView,
    /// All VAT.
    vat: MoneyView,
    /// VAT by rate, the highest first.
    shares: Vec<VatShareView>,
    /// With VAT: what the client pays.
    gross: MoneyView,
}

/// The VAT of one rate.
#[derive(Serialize, ToSchema)]
pub struct VatShareView {
    /// In basis points.
    #[schema(example = 2000)]
    rate: i64,
    net: MoneyView,
    vat: MoneyView,
}

/// A provider that applied, as a client compares it.
#[derive(Serialize, ToSchema)]
pub struct ApplicantView {
    #[schema(example = "org_01jd0000000000000000000000")]
    id: String,
    /// What stands in the URL of its sheet.
    handle: String,
    name: String,
    town: String,
    /// A code.
    departement: String,
    /// `company`, `sole_trader` or `cesu`.
    legal_kind: String,
    rating: RatingView,
    /// No review yet: write to it before you decide.
    is_new: bool,
    /// How often it answered when it was chosen, in percent; null before the first time.
    answer_rate: Option<i32>,
}

/// One version of an offer.
#[derive(Serialize, ToSchema)]
pub struct OfferVersionView {
    /// From 1.
    number: i32,
    #[serde(flatten)]
    proposal: ProposalView,
    written_at: DateTime<Utc>,
}

/// The offer as this side sees it at a moment.
pub fn view_at(
    conn: &mut Conn,
    deal: &Deal,
    actor: &Actor,
    now: Instant,
) -> Result<OfferView, Error> {
    let (offer, lot) = (&deal.offer, &deal.lot);
    let reading = Reading::of(deal, actor);
    let mut head =
        tenders::heads(conn, &[lot.tender])?.remove(&lot.tender).ok_or(Error::NotFound)?;
    head.title = reading.of_client(&head.title);
    let client = parties(conn, &[lot.client])?.remove(&lot.client).ok_or(Error::NotFound)?;
    let order = orders::of_offers(conn, &[offer.id], actor.organization)?;
    let contacts = reading.revealed.then(|| ContactsView::read(conn, lot.client, offer.provider));
    Ok(OfferView {
        id: offer.id.to_string(),
        version: offer.version,
        state: offer.state.as_str(),
        number: offer.current.number,
        lot: OfferLotView::new(deal, &reading),
        tender: TenderHead::from(head),
        client,
        provider: offers::rival(conn, offer.provider)?.into(),
        proposal: reading.proposal(&offer.current.proposal),
        expires_at: offer.expires_at,
        applied_at: offer.created_at,
        written_at: offer.current.created_at,
        contacts: contacts.transpose()?,
        review_id: deal.review.map(|id| id.to_string()),
        order_id: order.get(&offer.id.to_string()).map(ToString::to_string),
        masked: if reading.author { masked(&offer.current.proposal) } else { Vec::new() },
        actions: deal.actions(actor, now).into_iter().map(OfferAction::as_str).collect(),
    })
}

/// Who reads an offer: texts are shown as they were typed to their author, and to both once in work.
pub(super) struct Reading {
    author: bool,
    revealed: bool,
}

impl Reading {
    pub(super) fn of(deal: &Deal, actor: &Actor) -> Self {
        let given = deal.lot.state.award().is_some_and(|award| award.offer == deal.offer.id);
        Self {
            author: actor.is_of(deal.offer.provider),
            revealed: given && deal.lot.reveals_contacts(),
        }
    }

    fn text(&self, text: &str) -> String {
        if self.author || self.revealed { text.to_owned() } else { mask_contacts(text) }
    }

    fn of_client(&self, text: &str) -> String {
        if self.author && !self.revealed { mask_contacts(text) } else { text.to_owned() }
    }

    pub(super) fn proposal(&self, proposal: &Proposal) -> ProposalView {
        ProposalView {
            public_message: self.text(&proposal.public_message),
            private_message: self.text(&proposal.private_message),
            terms: proposal.terms.kind().as_str(),
            lines: proposal.terms.lines().iter().map(|line| self.line(line)).collect(),
            totals: proposal.terms.totals().into(),
            promised_until: proposal.expires_at,
        }
    }

    fn line(&self, line: &Line) -> LineView {
        LineView { label: self.text(&line.label), ..LineView::from(line) }
    }

    pub(super) fn version(&self, version: &OfferVersion) -> OfferVersionView {
        OfferVersionView {
            number: version.number,
            proposal: self.proposal(&version.proposal),
            written_at: version.created_at,
        }
    }
}

fn masked(proposal: &Proposal) -> Vec<String> {
    [
        ("/public_message".to_owned(), proposal.public_message.as_str()),
        ("/private_message".to_owned(), proposal.private_message.as_str()),
    ]
    .into_iter()
    .chain(proposal.terms.texts())
    .filter(|(_, text)| !find_contacts(text).is_empty())
    .map(|(pointer, _)| pointer)
    .collect()
}

impl OfferVersionView {
    pub(super) fn number(&self) -> i32 {
        self.number
    }
}

impl OfferLotView {
    pub(super) fn new(deal: &Deal, reading: &Reading) -> Self {
        let lot: &Lot = &deal.lot;
        let award = lot.state.award().filter(|award| award.offer == deal.offer.id);
        let (started_at, ended_at) = match lot.state {
            LotState::InWork { started_at, .. } => (Some(started_at), None),
            LotState::Done { started_at, ended_at, .. } => (Some(started_at), Some(ended_at)),
            _ => (None, None),
        };
        Self {
            id: lot.id.to_string(),
            trade: lot.trade.clone(),
            quantity: reading.of_client(&lot.quantity),
            wishes: reading.of_client(&lot.wishes),
            status: lot.status().as_str(),
            is_given_to_this: award.is_some(),
            agreed_version: award.map(|award| award.agreed_version),
            settlement: award.map(|award| award.settlement.as_str()),
            chosen_at: award.map(|award| award.chosen_at),
            confirm_by: deal.confirm_by(),
            started_at: award.and(started_at),
            ended_at: award.and(ended_at),
        }
    }
}

impl From<&Line> for LineView {
    fn from(line: &Line) -> Self {
        // A line that was read is sound: its product fits.
        let net = line.net().unwrap_or(line.unit_price);
        Self {
            label: line.label.clone(),
            quantity: line.quantity.to_string(),
            unit_price: line.unit_price.into(),
            vat_rate: line.vat_rate.basis_points(),
            net: net.into(),
        }
    }
}

impl From<&Totals> for TotalsView {
    fn from(totals: &Totals) -> Self {
        Self {
            net: totals.net.into(),
            vat: totals.vat.into(),
            shares: totals.shares.iter().map(VatShareView::from).collect(),
            gross: totals.gross.into(),
        }
    }
}

impl From<&VatShare> for VatShareView {
    fn from(share: &VatShare) -> Self {
        Self { rate: share.rate.basis_points(), net: share.net.into(), vat: share.vat.into() }
    }
}

impl From<Rival> for ApplicantView {
    fn from(rival: Rival) -> Self {
        let marks = Marks { sum: rival.rating_sum, count: rival.rating_count };
        Self {
            id: rival.id,
            handle: rival.handle,
            name: rival.name,
            town: rival.town,
            departement: rival.departement,
            legal_kind: rival.legal_kind,
            rating: marks.into(),
            is_new: rival.rating_count == 0,
            answer_rate: (rival.asked_count > 0)
                .then(|| rival.answered_count * 100 / rival.asked_count),
        }
    }
}
