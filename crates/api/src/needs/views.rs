//! What a client sees of its needs: who would get one, and where it stands with each who did.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error, directory,
    needs::{self, Place, Standing},
    organizations,
    services::{self, Head},
};
use estrade_domain::{
    ids::{NeedId, OrganizationId, ServiceId},
    language::Language,
    needs::{Chosen, Content, Need, Reason},
    refusal::Explain,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    conversations::NamedServiceView,
    money::MoneyView,
    providers::RatingView,
    tenders::{PartyView, parties},
};

/// A provider that would get a need.
#[derive(Serialize, ToSchema)]
pub struct NeedMatchView {
    provider: PartyView,
    town: String,
    /// A code: where it is.
    departement: String,
    rating: RatingView,
    service: NeedServiceView,
    /// Why it was chosen.
    reasons: Vec<NeedReasonView>,
}

/// The service by which a provider was chosen.
#[derive(Serialize, ToSchema)]
pub struct NeedServiceView {
    #[schema(example = "svc_01jd0000000000000000000000")]
    id: String,
    title: String,
    /// What stands in the URL of its page.
    slug: String,
    /// The least that it costs, VAT included.
    price_from: MoneyView,
}

/// Why a provider was chosen.
#[derive(Serialize, ToSchema)]
pub struct NeedReasonView {
    /// `trade`, `departement`, `whole_france`, `available`, `within_budget` or `vip_plus`.
    #[schema(example = "within_budget")]
    code: &'static str,
    /// The same, for a person.
    detail: String,
}

/// A need that was sent.
#[derive(Serialize, ToSchema)]
pub struct NeedView {
    #[schema(example = "ned_01jd0000000000000000000000")]
    id: String,
    title: String,
    description: String,
    /// A slug.
    #[schema(example = "dj")]
    trade: String,
    /// A code.
    #[schema(example = "76")]
    departement: String,
    /// When, if that was known.
    #[schema(example = "2027-06-12")]
    day: Option<String>,
    /// The least that the client would spend, VAT included.
    budget_min: Option<MoneyView>,
    /// The most.
    budget_max: Option<MoneyView>,
    sent_at: DateTime<Utc>,
    /// Who got it, the best placed first.
    recipients: Vec<NeedRecipientView>,
    #[serde(skip)]
    place: Place,
}

/// A provider that got a need.
#[derive(Serialize, ToSchema)]
pub struct NeedRecipientView {
    provider: PartyView,
    /// The service by which it was chosen.
    service: Option<NamedServiceView>,
    /// Why it was chosen.
    reasons: Vec<NeedReasonView>,
    /// Where the two talk.
    #[schema(example = "cnv_01jd0000000000000000000000")]
    conversation: String,
    /// `waiting`, `answered`, `declined`, or `blocked` when it no longer wants to hear from the client.
    #[schema(example = "answered")]
    state: &'static str,
}

/// The need that a message hands over. Nobody reads here who else got it.
#[derive(Serialize, ToSchema)]
pub struct NeedHeadView {
    /// For the client: where it sees who got it. Null for the provider.
    #[schema(example = "ned_01jd0000000000000000000000")]
    id: Option<String>,
    title: String,
    /// A slug.
    #[schema(example = "dj")]
    trade: String,
    /// A code.
    #[schema(example = "76")]
    departement: String,
    /// When, if that was known.
    #[schema(example = "2027-06-12")]
    day: Option<String>,
    /// The least that the client would spend, VAT included.
    budget_min: Option<MoneyView>,
    /// The most.
    budget_max: Option<MoneyView>,
}

impl NeedMatchView {
    /// Those who would get a need.
    pub(super) fn all(
        conn: &mut Conn,
        chosen: &[Chosen],
        language: Language,
    ) -> Result<Vec<Self>, Error> {
        chosen.iter().map(|it| Self::of(conn, it, language)).collect()
    }

    fn of(conn: &mut Conn, chosen: &Chosen, language: Language) -> Result<Self, Error> {
        let provider = organizations::get(conn, chosen.provider)?;
        let service = services::seen_by(conn, &chosen.service.to_string(), None)?;
        let party = parties(conn, &[provider.id])?.remove(&provider.id);
        Ok(Self {
            provider: party.ok_or(Error::NotFound)?,
            town: provider.address.town,
            departement: provider.address.departement,
            rating: directory::marks(conn, provider.id)?.into(),
            service: NeedServiceView {
                id: service.id.to_string(),
                title: service.content.title,
                slug: service.slug,
                price_from: service.content.price_from.into(),
            },
            reasons: reasons(&chosen.reasons, language),
        })
    }
}

impl NeedView {
    /// Some needs, in a few more queries whatever their number.
    pub(super) fn all(
        conn: &mut Conn,
        needs: &[Need],
        language: Language,
    ) -> Result<Vec<Self>, Error> {
        let everyone = || needs.iter().flat_map(|need| &need.recipients);
        let ids: Vec<OrganizationId> = everyone().map(|it| it.provider).collect();
        let beside = Beside {
            parties: parties(conn, &ids)?,
            services: services::heads(conn, everyone().map(|it| it.service))?,
            standings: needs::standings(conn, needs)?,
            language,
        };
        needs.iter().map(|need| Self::of(need, &beside)).collect()
    }

    fn of(need: &Need, beside: &Beside) -> Result<Self, Error> {
        let Content { title, description, trade, departement, day, budget } = need.content.clone();
        let recipients = need.recipients.iter().map(|it| beside.recipient(need.id, it));
        Ok(Self {
            id: need.id.to_string(),
            title,
            description,
            trade,
            departement,
            day: day.map(|day| day.to_string()),
            budget_min: budget.at_least.map(MoneyView::from),
            budget_max: budget.at_most.map(MoneyView::from),
            sent_at: need.sent_at,
            recipients: recipients.collect::<Result<_, _>>()?,
            place: (need.sent_at.timestamp_millis(), need.id.to_string()),
        })
    }

    /// Its place in the list.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

/// What stands beside some needs.
struct Beside {
    parties: HashMap<OrganizationId, PartyView>,
    services: BTreeMap<ServiceId, Head>,
    standings: BTreeMap<(NeedId, OrganizationId), Standing>,
    language: Language,
}

impl Beside {
    fn recipient(&self, need: NeedId, it: &Chosen) -> Result<NeedRecipientView, Error> {
        let standing = self.standings.get(&(need, it.provider)).ok_or(Error::NotFound)?;
        let service = self.services.get(&it.service).cloned();
        Ok(NeedRecipientView {
            provider: self.parties.get(&it.provider).cloned().ok_or(Error::NotFound)?,
            service: service.map(|head| NamedServiceView::new(it.service, head)),
            reasons: reasons(&it.reasons, self.language),
            conversation: standing.conversation.to_string(),
            state: standing.state.as_str(),
        })
    }
}

impl NeedHeadView {
    /// What one side of a conversation reads of it.
    pub(crate) fn new(need: &Need, is_provider: bool) -> Self {
        let content = &need.content;
        Self {
            id: (!is_provider).then(|| need.id.to_string()),
            title: content.title.clone(),
            trade: content.trade.clone(),
            departement: content.departement.clone(),
            day: content.day.map(|day| day.to_string()),
            budget_min: content.budget.at_least.map(MoneyView::from),
            budget_max: content.budget.at_most.map(MoneyView::from),
        }
    }
}

fn reasons(reasons: &[Reason], language: Language) -> Vec<NeedReasonView> {
    let view = |reason: &Reason| NeedReasonView {
        code: reason.as_str(),
        detail: reason.explain().in_language(language).to_owned(),
    };
    reasons.iter().map(view).collect()
}
