//! Which facts a pair finds in its conversation.

use super::{Fact, Job, Pact};
use crate::ids::{OfferId, OrganizationId, TenderId};

/// What a pair finds in its conversation: which offer something happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// The offer.
    pub offer: OfferId,
    /// The tender that it answers.
    pub tender: Option<TenderId>,
    /// The client.
    pub client: OrganizationId,
    /// The provider.
    pub provider: OrganizationId,
    /// The milestone of the order, from 1.
    pub milestone: Option<u32>,
}

impl Fact {
    /// What its pair finds in its conversation, when it is about an offer or an order.
    #[must_use]
    pub fn news(&self) -> Option<News> {
        if let Some(bid) = self.bid() {
            let (client, provider) = (bid.client, bid.provider);
            let (offer, tender) = (bid.offer, Some(bid.tender));
            return Some(News { offer, tender, client, provider, milestone: None });
        }
        match self {
            Self::CustomOfferSent { pact }
            | Self::CustomOfferRevised { pact, .. }
            | Self::CustomOfferWithdrawn { pact }
            | Self::CustomOfferDeclined { pact, .. }
            | Self::CustomOfferExpired { pact }
            | Self::CustomOfferEnded { pact, .. } => Some(pact.news()),
            Self::OrderPlaced { job }
            | Self::RequirementsGiven { job }
            | Self::OrderCompleted { job }
            | Self::OrderCancelled { job, .. }
            | Self::WeeklyHoursChanged { job, .. } => Some(job.news(None)),
            Self::OrderStarted { job, milestone }
            | Self::OrderDelivered { job, milestone, .. }
            | Self::RevisionRequested { job, milestone, .. }
            | Self::DeliveryReminded { job, milestone, .. }
            | Self::MilestoneAccepted { job, milestone, .. } => Some(job.news(Some(*milestone))),
            _ => None,
        }
    }
}

impl Pact {
    fn news(&self) -> News {
        let Self { offer, client, provider } = *self;
        News { offer, tender: None, client, provider, milestone: None }
    }
}

impl Job {
    fn news(&self, milestone: Option<u32>) -> News {
        let Self { offer, client, provider, .. } = *self;
        News { offer, tender: None, client, provider, milestone }
    }
}
