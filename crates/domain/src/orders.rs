//! Missions that custom offers made (« commandes »): a list of milestones, one after the other, each
//! delivered and approved for itself. A single payment is one milestone, a subscription has one for each
//! period, work by the hour has one until its weeks are counted.
//!
//! Milestone: `pending → started → delivered ⇄ revision_requested → accepted`, or `cancelled`.
//! Invariants: at most one milestone is under way; what was accepted stays; the status of an order is
//! derived from its milestones, never stored apart; each state that waits has a timer (part 6 « No dead end »).

mod deciding;
mod placing;
mod refusals;
mod waiting;

pub use self::{
    deciding::{MAX_TEXT, parse_weekly_hours},
    placing::Placed,
    refusals::OrderRefusal,
    waiting::Approval,
};
use crate::{
    actor::Actor,
    facts::Job,
    ids::{OfferId, OrderId, OrganizationId},
    money::Money,
    offers::{
        Question, Revisions, Settlement,
        terms::{Rhythm, TermsKind},
    },
    words,
    world::Instant,
};

words! {
    /// What a person can do with an order.
    pub enum OrderAction {
        /// Client: give what the provider needs to begin.
        GiveRequirements = "give_requirements",
        /// Provider: hand the milestone over.
        Deliver = "deliver",
        /// Client: ask for changes to what was delivered.
        RequestRevision = "request_revision",
        /// Client: approve what was delivered.
        Accept = "accept",
        /// Client: change how many hours a week may have.
        SetWeeklyHours = "set_weekly_hours",
        /// Call off what was not delivered.
        Cancel = "cancel",
    }

    /// Where an order stands, as its milestones tell.
    pub enum OrderStatus {
        /// The client is to give what the provider needs.
        AwaitingRequirements = "awaiting_requirements",
        /// Nothing is under way: the next period has not begun.
        Waiting = "waiting",
        /// The provider works.
        InWork = "in_work",
        /// The client is to look at a delivery.
        Delivered = "delivered",
        /// The provider works on changes.
        RevisionRequested = "revision_requested",
        /// All is approved, or what was not is called off.
        Completed = "completed",
        /// Nothing came of it.
        Cancelled = "cancelled",
    }
}

/// Where a milestone stands, with what is true there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneState {
    /// Not begun; a period of a subscription has its day.
    Pending {
        /// When it begins; none when that depends on the one before, or on the client.
        opens_at: Option<Instant>,
    },
    /// The provider works on it.
    Started {
        /// Since when.
        started_at: Instant,
        /// Until when it is to be delivered.
        due_at: Instant,
    },
    /// The client is to look at it.
    Delivered {
        /// When work on it began.
        started_at: Instant,
        /// When it was handed over.
        delivered_at: Instant,
        /// When it counts as approved.
        accept_by: Instant,
    },
    /// The provider works on changes.
    RevisionRequested {
        /// When work on it began.
        started_at: Instant,
        /// Until when the changes are to be delivered.
        due_at: Instant,
    },
    /// Approved.
    Accepted {
        /// When work on it began.
        started_at: Instant,
        /// When it was approved.
        accepted_at: Instant,
    },
    /// Called off.
    Cancelled {
        /// When.
        cancelled_at: Instant,
    },
}

/// A part of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// What it is called; empty when the order has but one.
    pub name: String,
    /// Without VAT.
    pub net: Money,
    /// VAT included.
    pub gross: Money,
    /// Days from its start to its delivery.
    pub days: u32,
    /// How often the client asked for changes.
    pub revisions_used: u32,
    /// Where it stands.
    pub state: MilestoneState,
}

/// A mission that an accepted offer made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// The offer that was accepted.
    pub offer: OfferId,
    /// In this version.
    pub agreed_version: i32,
    /// Who ordered.
    pub client: OrganizationId,
    /// Who does it.
    pub provider: OrganizationId,
    /// What it is called.
    pub title: String,
    /// How it is paid for.
    pub kind: TermsKind,
    /// How the client pays.
    pub settlement: Settlement,
    /// How often the client may ask for changes to each delivery.
    pub revisions: Revisions,
    /// What the provider asked before it begins.
    pub questions: Vec<Question>,
    /// What the client answered, one for each question; none before it did.
    pub answers: Option<Vec<String>>,
    /// Until when the client is to answer; none when nothing was asked.
    pub answer_by: Option<Instant>,
    /// Every how much its periods begin, for a subscription.
    pub rhythm: Option<(Rhythm, u32)>,
    /// At most so many hours a week, for work by the hour.
    pub weekly_hours: Option<u32>,
    /// Its parts, in their order.
    pub milestones: Vec<Milestone>,
    /// When it was placed.
    pub created_at: Instant,
}

impl MilestoneState {
    /// Whether nothing more comes of it.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Accepted { .. } | Self::Cancelled { .. })
    }

    /// Its word in tables and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending { .. } => "pending",
            Self::Started { .. } => "started",
            Self::Delivered { .. } => "delivered",
            Self::RevisionRequested { .. } => "revision_requested",
            Self::Accepted { .. } => "accepted",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

impl OrderStatus {
    /// Whether nothing more comes of it.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled)
    }
}

impl Order {
    /// Its four corners, as the facts tell them.
    #[must_use]
    pub fn job(&self) -> Job {
        let Self { id, offer, client, provider, .. } = *self;
        Job { order: id, offer, client, provider }
    }

    /// The milestone that it is about now, with its number from 1; none when all are over.
    #[must_use]
    pub fn current(&self) -> Option<(u32, &Milestone)> {
        (1..).zip(&self.milestones).find(|(_, milestone)| !milestone.state.is_over())
    }

    /// Where it stands.
    #[must_use]
    pub fn status(&self) -> OrderStatus {
        let Some((_, milestone)) = self.current() else {
            let accepted = |it: &Milestone| matches!(it.state, MilestoneState::Accepted { .. });
            let any = self.milestones.iter().any(accepted);
            return if any { OrderStatus::Completed } else { OrderStatus::Cancelled };
        };
        match milestone.state {
            MilestoneState::Pending { .. } if self.awaits_answers() => {
                OrderStatus::AwaitingRequirements
            }
            MilestoneState::Pending { .. } => OrderStatus::Waiting,
            MilestoneState::Delivered { .. } => OrderStatus::Delivered,
            MilestoneState::RevisionRequested { .. } => OrderStatus::RevisionRequested,
            _ => OrderStatus::InWork,
        }
    }

    /// When all of it was over with something approved; none before, or when it was called off.
    #[must_use]
    pub fn completed_at(&self) -> Option<Instant> {
        if self.status() != OrderStatus::Completed {
            return None;
        }
        let accepted = |it: &Milestone| match it.state {
            MilestoneState::Accepted { accepted_at, .. } => Some(accepted_at),
            _ => None,
        };
        self.milestones.iter().filter_map(accepted).max()
    }

    /// Whether the client is still to give what the provider needs.
    #[must_use]
    pub fn awaits_answers(&self) -> bool {
        !self.questions.is_empty() && self.answers.is_none()
    }

    /// Whether this person may do this now, or why not. The only guard of each transition.
    pub fn permits(
        &self,
        action: OrderAction,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), OrderRefusal> {
        self.is_for(action, actor)?;
        let (_, milestone) = self.current().ok_or(OrderRefusal::Over)?;
        let state = milestone.state;
        match action {
            OrderAction::GiveRequirements => {
                if self.awaits_answers() {
                    Ok(())
                } else {
                    Err(OrderRefusal::NothingAsked)
                }
            }
            OrderAction::Deliver => match state {
                MilestoneState::Started { .. } | MilestoneState::RevisionRequested { .. } => Ok(()),
                MilestoneState::Delivered { .. } => Err(OrderRefusal::AlreadyDelivered),
                _ => Err(OrderRefusal::NotStarted),
            },
            OrderAction::RequestRevision => {
                is_delivered(state)?;
                match self.revisions {
                    Revisions::UpTo(count) if milestone.revisions_used >= count => {
                        Err(OrderRefusal::RevisionsUsedUp)
                    }
                    _ => Ok(()),
                }
            }
            OrderAction::Accept => is_delivered(state),
            OrderAction::SetWeeklyHours => match self.kind {
                TermsKind::Hourly => Ok(()),
                _ => Err(OrderRefusal::NotByTheHour),
            },
            OrderAction::Cancel => self.is_cancellable(state, actor, now),
        }
    }

    /// What this person may do now: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor, now: Instant) -> Vec<OrderAction> {
        let all = OrderAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor, now).is_ok()).collect()
    }

    fn is_for(&self, action: OrderAction, actor: &Actor) -> Result<(), OrderRefusal> {
        let (client, provider) = (actor.is_of(self.client), actor.is_of(self.provider));
        match action {
            OrderAction::Deliver if !provider => Err(OrderRefusal::ProviderDecides),
            OrderAction::Cancel if client || provider => Ok(()),
            OrderAction::Deliver => Ok(()),
            _ if client => Ok(()),
            _ => Err(OrderRefusal::ClientDecides),
        }
    }

    /// A provider can always say that it will not do it; a client while nobody works, or once the work is
    /// late. What was handed over is to be looked at first.
    fn is_cancellable(
        &self,
        state: MilestoneState,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), OrderRefusal> {
        match state {
            MilestoneState::Delivered { .. } => Err(OrderRefusal::DeliveryWaits),
            MilestoneState::Started { due_at, .. }
            | MilestoneState::RevisionRequested { due_at, .. }
                if actor.is_of(self.client) && now < due_at =>
            {
                Err(OrderRefusal::WorkRuns)
            }
            _ => Ok(()),
        }
    }
}

fn is_delivered(state: MilestoneState) -> Result<(), OrderRefusal> {
    match state {
        MilestoneState::Delivered { .. } => Ok(()),
        _ => Err(OrderRefusal::NotDelivered),
    }
}

#[cfg(test)]
mod tests;
