//! Which facts a pair finds in its conversation.

use super::{Bid, Fact, Job, Pact, Quote};
use crate::{
    disputes::Quarrel,
    ids::{DisputeId, OfferId, OrganizationId, QuoteRequestId, TenderId},
};

/// What a pair finds in its conversation: to which of its things something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// Which.
    pub about: About,
    /// The client.
    pub client: OrganizationId,
    /// The provider.
    pub provider: OrganizationId,
}

/// To what something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An offer that answers a tender.
    Bid(OfferId, TenderId),
    /// A custom offer.
    Pact(OfferId),
    /// The order that a custom offer made, or one of its milestones, from 1.
    Job(OfferId, Option<u32>),
    /// A quote request.
    Quote(QuoteRequestId),
    /// A dispute about an order.
    Quarrel(DisputeId),
}

impl About {
    /// The offer.
    #[must_use]
    pub fn offer(self) -> Option<OfferId> {
        match self {
            Self::Bid(offer, _) | Self::Pact(offer) | Self::Job(offer, _) => Some(offer),
            Self::Quote(_) | Self::Quarrel(_) => None,
        }
    }

    /// The tender.
    #[must_use]
    pub fn tender(self) -> Option<TenderId> {
        if let Self::Bid(_, tender) = self { Some(tender) } else { None }
    }

    /// The milestone of the order, from 1.
    #[must_use]
    pub fn milestone(self) -> Option<u32> {
        if let Self::Job(_, milestone) = self { milestone } else { None }
    }

    /// The quote request.
    #[must_use]
    pub fn quote_request(self) -> Option<QuoteRequestId> {
        if let Self::Quote(request) = self { Some(request) } else { None }
    }
}

impl Fact {
    /// What its pair finds in its conversation, when it is about a quote request, an offer, an order or a dispute. An
    /// answer to a request is news of its offer.
    #[must_use]
    pub fn news(&self) -> Option<News> {
        if let Some(bid) = self.bid() {
            return Some(bid.news());
        }
        match self {
            Self::QuoteRequestSent { quote }
            | Self::QuoteRequestDeclined { quote, .. }
            | Self::QuoteRequestWithdrawn { quote }
            | Self::QuoteRequestExpired { quote }
            | Self::QuoteRequestEnded { quote, .. } => Some(quote.news()),
            Self::CustomOfferSent { pact }
            | Self::CustomOfferRevised { pact, .. }
            | Self::CustomOfferWithdrawn { pact }
            | Self::CustomOfferDeclined { pact, .. }
            | Self::CustomOfferExpired { pact }
            | Self::CustomOfferEnded { pact, .. } => Some(pact.news()),
            Self::OrderPlaced { job }
            | Self::RequirementsGiven { job }
            | Self::OrderCompleted { job }
            | Self::OrderStopped { job, .. }
            | Self::OrderCancelled { job, .. }
            | Self::WeeklyHoursChanged { job, .. } => Some(job.news(None)),
            Self::DisputeOpened { quarrel, .. }
            | Self::DisputeAgreed { quarrel, .. }
            | Self::DisputeClosed { quarrel }
            | Self::DisputeEscalated { quarrel }
            | Self::DisputeRuled { quarrel, .. } => Some(quarrel.news()),
            Self::PaymentDue { job, milestone }
            | Self::MilestoneFunded { job, milestone }
            | Self::OrderStarted { job, milestone }
            | Self::OrderDelivered { job, milestone, .. }
            | Self::RevisionRequested { job, milestone, .. }
            | Self::DeliveryReminded { job, milestone, .. }
            | Self::MilestoneAccepted { job, milestone, .. } => Some(job.news(Some(*milestone))),
            _ => None,
        }
    }
}

impl Bid {
    fn news(&self) -> News {
        let Self { offer, tender, client, provider, .. } = *self;
        News { about: About::Bid(offer, tender), client, provider }
    }
}

impl Quote {
    fn news(&self) -> News {
        let Self { request, client, provider } = *self;
        News { about: About::Quote(request), client, provider }
    }
}

impl Quarrel {
    fn news(&self) -> News {
        let Self { dispute, client, provider } = *self;
        News { about: About::Quarrel(dispute), client, provider }
    }
}

impl Pact {
    fn news(&self) -> News {
        let Self { offer, client, provider } = *self;
        News { about: About::Pact(offer), client, provider }
    }
}

impl Job {
    fn news(&self, milestone: Option<u32>) -> News {
        let Self { offer, client, provider, .. } = *self;
        News { about: About::Job(offer, milestone), client, provider }
    }
}
