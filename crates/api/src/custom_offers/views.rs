//! What the two sides see of a custom offer. They talk already, so nothing in it is masked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use estrade_db::{Conn, Error, conversations, offers::custom::Place, orders};
use estrade_domain::{
    actor::Actor,
    ids::{OfferId, OrderId, OrganizationId},
    offers::{
        Conditions, CustomAction, CustomOffer, Offer, OfferVersion, Revisions,
        terms::{Milestone, Terms},
    },
    world::Instant,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    money::MoneyView,
    offers::{LineView, TotalsView},
    services::QuestionView,
    tenders::{PartyView, parties},
};

/// An offer to the client of a conversation.
#[derive(Serialize, ToSchema)]
pub struct CustomOfferView {
    #[schema(example = "ofr_01jd0000000000000000000000")]
    id: String,
    /// `If-Match` names it.
    version: i32,
    /// `sent`, `accepted`, `declined`, `withdrawn`, `expired` or `ended`.
    state: &'static str,
    /// The conversation in which it was made.
    #[schema(example = "cnv_01jd0000000000000000000000")]
    conversation: String,
    /// To whom.
    client: PartyView,
    /// Who offers.
    provider: PartyView,
    #[serde(flatten)]
    current: CustomOfferVersionView,
    /// Until when it can be accepted.
    expires_at: DateTime<Utc>,
    /// When its first version was made.
    sent_at: DateTime<Utc>,
    /// The order that accepting it made.
    #[schema(example = "ord_01jd0000000000000000000000")]
    order: Option<String>,
    /// What the caller may do now: `revise`, `withdraw`, `accept`, `decline`.
    actions: Vec<&'static str>,
    #[serde(skip)]
    place: Place,
}

/// One version of a custom offer.
#[derive(Serialize, ToSchema)]
pub struct CustomOfferVersionView {
    /// From 1; accepting names it.
    number: i32,
    title: String,
    description: String,
    terms: TermsView,
    #[serde(flatten)]
    conditions: ConditionsView,
    /// Until when the provider said that it holds.
    promised_until: Option<DateTime<Utc>>,
    written_at: DateTime<Utc>,
}

/// What an offer costs.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TermsView {
    /// Everything in one delivery.
    Fixed {
        /// What the price is made of.
        lines: Vec<LineView>,
        /// What they come to.
        totals: TotalsView,
        /// Days from the start to the delivery.
        delivery_days: Option<u32>,
    },
    /// In parts.
    Milestones {
        /// The parts, in their order.
        milestones: Vec<MilestoneTermsView>,
        /// What they come to together.
        totals: TotalsView,
        /// Days from the start to the final delivery.
        delivery_days: u32,
    },
    /// The same delivery again and again.
    Subscription {
        /// What one delivery is made of.
        lines: Vec<LineView>,
        /// What one delivery comes to.
        per_delivery: TotalsView,
        /// What all deliveries come to.
        totals: TotalsView,
        /// `daily`, `weekly` or `monthly`.
        rhythm: &'static str,
        /// Every how many of them.
        every: u32,
        /// How many deliveries.
        deliveries: u32,
        /// Days from the beginning of a period to its delivery.
        delivery_days: u32,
    },
    /// By the hour.
    Hourly {
        /// The net price of an hour.
        rate: MoneyView,
        /// VAT in basis points.
        vat_rate: i64,
        /// At most so many hours a week.
        weekly_hours: Option<u32>,
        /// About how many hours in all.
        estimated_hours: u32,
        /// What the estimate comes to.
        totals: TotalsView,
    },
}

/// A part of what is offered.
#[derive(Serialize, ToSchema)]
pub struct MilestoneTermsView {
    name: String,
    description: String,
    /// Days that it takes once the part before is approved.
    days: u32,
    /// Its net price.
    price: MoneyView,
    /// VAT in basis points.
    vat_rate: i64,
    /// VAT included.
    gross: MoneyView,
}

/// What is agreed beside the price.
#[derive(Serialize, ToSchema)]
pub struct ConditionsView {
    /// The service that it was made from.
    #[schema(example = "svc_01jd0000000000000000000000")]
    service: Option<String>,
    /// How many revisions of each delivery; null for any number.
    revisions: Option<u32>,
    /// What the client is to answer before the work begins.
    questions: Vec<QuestionView>,
    /// `direct` or `held`.
    settlement: &'static str,
    /// How much is due at the order, in percent.
    deposit_percent: Option<u32>,
}

impl CustomOfferView {
    /// A custom offer as this side sees it at a moment.
    pub fn one(
        conn: &mut Conn,
        custom: &CustomOffer,
        actor: &Actor,
        now: Instant,
    ) -> Result<Self, Error> {
        let offer = &custom.offer;
        let parties = parties(conn, &[offer.client, offer.provider])?;
        let orders = orders::of_offers(conn, &[offer.id], actor.organization)?;
        Self::of(custom, &parties, &orders, actor, now)
    }

    /// Some of them, in a few more queries whatever their number.
    pub fn all(
        conn: &mut Conn,
        offers: Vec<Offer>,
        actor: &Actor,
        now: Instant,
    ) -> Result<Vec<Self>, Error> {
        let ids: Vec<OrganizationId> =
            offers.iter().flat_map(|offer| [offer.client, offer.provider]).collect();
        let parties = parties(conn, &ids)?;
        let of_offers: Vec<OfferId> = offers.iter().map(|offer| offer.id).collect();
        let orders = orders::of_offers(conn, &of_offers, actor.organization)?;
        let pairs: Vec<_> = offers.iter().map(|offer| (offer.client, offer.provider)).collect();
        let mut conversations = conversations::of_pairs(conn, &pairs)?;
        offers
            .into_iter()
            .map(|offer| {
                let pair = (offer.client, offer.provider);
                let conversation = conversations.get_mut(&pair).ok_or(Error::NotFound)?.clone();
                let custom = CustomOffer { offer, conversation };
                Self::of(&custom, &parties, &orders, actor, now)
            })
            .collect()
    }

    fn of(
        custom: &CustomOffer,
        parties: &HashMap<OrganizationId, PartyView>,
        orders: &BTreeMap<String, OrderId>,
        actor: &Actor,
        now: Instant,
    ) -> Result<Self, Error> {
        let offer = &custom.offer;
        let party = |id| parties.get(&id).cloned().ok_or(Error::NotFound);
        let actions = custom.actions(actor, now);
        Ok(Self {
            id: offer.id.to_string(),
            version: offer.version,
            state: offer.state.as_str(),
            conversation: custom.conversation.id.to_string(),
            client: party(offer.client)?,
            provider: party(offer.provider)?,
            current: CustomOfferVersionView::from(&offer.current),
            expires_at: offer.expires_at,
            sent_at: offer.created_at,
            order: orders.get(&offer.id.to_string()).map(ToString::to_string),
            actions: actions.into_iter().map(CustomAction::as_str).collect(),
            place: (offer.created_at.timestamp_millis(), offer.id.to_string()),
        })
    }

    /// Its place in a list.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

impl CustomOfferVersionView {
    pub(super) fn number(&self) -> i32 {
        self.number
    }
}

impl From<&OfferVersion> for CustomOfferVersionView {
    fn from(version: &OfferVersion) -> Self {
        let proposal = &version.proposal;
        Self {
            number: version.number,
            title: proposal.title.clone(),
            description: proposal.private_message.clone(),
            terms: TermsView::from(&proposal.terms),
            conditions: ConditionsView::from(&proposal.conditions),
            promised_until: proposal.expires_at,
            written_at: version.created_at,
        }
    }
}

impl From<&Terms> for TermsView {
    fn from(terms: &Terms) -> Self {
        let totals = TotalsView::from(terms.totals());
        let lines = || terms.lines().iter().map(LineView::from).collect();
        match terms {
            Terms::Fixed { delivery_days, .. } => {
                Self::Fixed { lines: lines(), totals, delivery_days: *delivery_days }
            }
            Terms::Milestones(parts) => Self::Milestones {
                milestones: parts.as_slice().iter().map(MilestoneTermsView::from).collect(),
                totals,
                delivery_days: parts.delivery_days(),
            },
            Terms::Subscription(it) => Self::Subscription {
                lines: lines(),
                per_delivery: it.lines.totals().into(),
                totals,
                rhythm: it.rhythm.as_str(),
                every: it.every,
                deliveries: it.deliveries,
                delivery_days: it.delivery_days,
            },
            Terms::Hourly(it) => Self::Hourly {
                rate: it.rate.into(),
                vat_rate: it.vat_rate.basis_points(),
                weekly_hours: it.weekly_hours,
                estimated_hours: it.estimated_hours,
                totals,
            },
        }
    }
}

impl From<&Milestone> for MilestoneTermsView {
    fn from(it: &Milestone) -> Self {
        Self {
            name: it.name.clone(),
            description: it.description.clone(),
            days: it.days,
            price: it.price.into(),
            vat_rate: it.vat_rate.basis_points(),
            gross: it.totals().gross.into(),
        }
    }
}

impl From<&Conditions> for ConditionsView {
    fn from(it: &Conditions) -> Self {
        Self {
            service: it.service.map(|id| id.to_string()),
            revisions: match it.revisions {
                Revisions::UpTo(count) => Some(count),
                Revisions::Unlimited => None,
            },
            questions: it.questions.iter().map(|it| QuestionView::new(it, str::to_owned)).collect(),
            settlement: it.settlement.as_str(),
            deposit_percent: it.deposit_percent,
        }
    }
}
