//! Missions (« commandes »), whatever they came from: a custom offer, a service, or a lot that was confirmed. An order
//! is a list of milestones, one after the other, each delivered and approved for itself. A single payment is one
//! milestone, a subscription has one for each period, work by the hour one for each sheet of its hours.
//!
//! Invariants: at most one milestone is under way; what was accepted stays; the status of an order is
//! derived from its milestones, never stored apart; each state that waits has a timer (part 6 « No dead end »).

mod deciding;
mod disputed;
mod hours;
mod lots;
mod milestones;
mod paying;
mod placing;
mod refusals;
mod waiting;

pub use self::{
    deciding::MAX_TEXT,
    hours::{
        Hours, MAX_ENTRIES, MAX_WHAT, NewHours, STEP_MINUTES, Timesheet, WeeklyLimit, monday,
        parse_weekly_hours,
    },
    lots::LOT_PAID_DAYS,
    milestones::{Frozen, Milestone, MilestoneState},
    paying::{HELD_DAYS_MAX, Held},
    placing::Placed,
    refusals::OrderRefusal,
    waiting::Approval,
};
use crate::{
    actor::Actor,
    facts::Job,
    ids::{LotId, OfferId, OrderId, OrganizationId, ReviewId},
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
        /// Client: pay the milestone that is next, to be kept until it is accepted.
        Pay = "pay",
        /// Provider: begin (« Démarrer »).
        Start = "start",
        /// Provider: hand the milestone over.
        Deliver = "deliver",
        /// Client: ask for changes to what was delivered.
        RequestRevision = "request_revision",
        /// Client: approve what was delivered.
        Accept = "accept",
        /// Client: « mission terminée », for a lot that the two settle between them.
        Complete = "complete",
        /// Provider: log hours, or take back what is not sent.
        LogHours = "log_hours",
        /// Client: change how many hours a week may have.
        SetWeeklyHours = "set_weekly_hours",
        /// No further period of a subscription, or sheet of hours.
        Stop = "stop",
        /// Call off what was not delivered.
        Cancel = "cancel",
        /// Say that the other side broke what was agreed (« Litige »).
        Dispute = "dispute",
        /// Client: rate what was completed.
        Review = "review",
    }

    /// Where an order stands, as its milestones tell.
    pub enum OrderStatus {
        /// The client is to pay.
        AwaitingPayment = "awaiting_payment",
        /// The client is to give what the provider needs.
        AwaitingRequirements = "awaiting_requirements",
        /// « Nouvelle »: paid, and the provider is to begin.
        Paid = "paid",
        /// Nothing is under way: the next period has not begun.
        Waiting = "waiting",
        /// The provider works.
        InWork = "in_work",
        /// The client is to look at a delivery.
        Delivered = "delivered",
        /// The provider works on changes.
        RevisionRequested = "revision_requested",
        /// The two do not agree: nothing moves until they do, or the operator ruled.
        Disputed = "disputed",
        /// All is approved, or what was not is called off.
        Completed = "completed",
        /// Nothing came of it.
        Cancelled = "cancelled",
    }
}

/// A mission that an offer made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// The offer that was accepted.
    pub offer: OfferId,
    /// The lot that the offer answered; none when it answered no tender.
    pub lot: Option<LotId>,
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
    /// How its payments are kept; none when the two settle it between them.
    pub held: Option<Held>,
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
    /// What was agreed and logged, for work by the hour.
    pub timesheet: Option<Timesheet>,
    /// The end of the day for which it is ordered, where that is known: the work is done by then.
    pub ends_at: Option<Instant>,
    /// Its parts, in their order.
    pub milestones: Vec<Milestone>,
    /// When it was ordered.
    pub created_at: Instant,
    /// Since when it exists for its provider: with kept funds, since it was paid for (S4-001).
    pub placed_at: Option<Instant>,
    /// What its client said of it, once it was completed.
    pub review: Option<ReviewId>,
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

    /// How the client pays.
    #[must_use]
    pub fn settlement(&self) -> Settlement {
        if self.held.is_some() { Settlement::Held } else { Settlement::Direct }
    }

    /// Where it stands.
    #[must_use]
    pub fn status(&self) -> OrderStatus {
        let Some((_, milestone)) = self.current() else {
            let any = self.milestones.iter().any(|it| it.state.ended_at().is_some());
            return if any { OrderStatus::Completed } else { OrderStatus::Cancelled };
        };
        match milestone.state {
            MilestoneState::AwaitingPayment { .. } => OrderStatus::AwaitingPayment,
            MilestoneState::Pending { .. } | MilestoneState::Funded { .. }
                if self.awaits_answers() =>
            {
                OrderStatus::AwaitingRequirements
            }
            MilestoneState::Pending { .. } => OrderStatus::Waiting,
            MilestoneState::Funded { .. } => OrderStatus::Paid,
            MilestoneState::Delivered { .. } => OrderStatus::Delivered,
            MilestoneState::RevisionRequested { .. } => OrderStatus::RevisionRequested,
            MilestoneState::Disputed { .. } => OrderStatus::Disputed,
            _ => OrderStatus::InWork,
        }
    }

    /// When all of it was over with something approved or settled; none before, or when it was called off.
    #[must_use]
    pub fn completed_at(&self) -> Option<Instant> {
        if self.status() != OrderStatus::Completed {
            return None;
        }
        self.milestones.iter().filter_map(|it| it.state.ended_at()).max()
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
        let Some((number, milestone)) = self.current() else {
            return match action {
                OrderAction::Review => self.is_reviewable(),
                _ => Err(OrderRefusal::Over),
            };
        };
        let state = milestone.state;
        match action {
            OrderAction::GiveRequirements => {
                if self.awaits_answers() {
                    Ok(())
                } else {
                    Err(OrderRefusal::NothingAsked)
                }
            }
            _ if matches!(state, MilestoneState::Disputed { .. }) => Err(OrderRefusal::InDispute),
            OrderAction::Pay => match state {
                MilestoneState::AwaitingPayment { .. } => Ok(()),
                _ => Err(OrderRefusal::NothingToPay),
            },
            OrderAction::Start => match state {
                MilestoneState::Funded { .. } if self.awaits_answers() => {
                    Err(OrderRefusal::AnswersAwaited)
                }
                MilestoneState::Funded { .. } => Ok(()),
                MilestoneState::AwaitingPayment { .. } => Err(OrderRefusal::NotPaid),
                _ => Err(OrderRefusal::NothingToStart),
            },
            OrderAction::Dispute => match state.started_at() {
                Some(_) => Ok(()),
                None => Err(OrderRefusal::NotInWork),
            },
            OrderAction::Deliver | OrderAction::Cancel if self.is_clients_to_end() => {
                Err(OrderRefusal::ClientEnds)
            }
            OrderAction::Complete if self.is_clients_to_end() => Ok(()),
            OrderAction::Complete => Err(OrderRefusal::DeliveryDecides),
            OrderAction::Deliver => match state {
                MilestoneState::Started { .. } | MilestoneState::RevisionRequested { .. } => {
                    self.has_hours(number)
                }
                MilestoneState::Delivered { .. } => Err(OrderRefusal::AlreadyDelivered),
                _ => Err(OrderRefusal::NotStarted),
            },
            OrderAction::RequestRevision => {
                is_delivered(state)?;
                match self.revisions {
                    // Hours can be contested until they are right.
                    _ if self.timesheet.is_some() => Ok(()),
                    Revisions::UpTo(count) if milestone.revisions_used >= count => {
                        Err(OrderRefusal::RevisionsUsedUp)
                    }
                    _ => Ok(()),
                }
            }
            OrderAction::Accept => is_delivered(state),
            OrderAction::LogHours => self.open_sheet().map(|_| ()),
            OrderAction::SetWeeklyHours => {
                self.timesheet.as_ref().map(|_| ()).ok_or(OrderRefusal::NotByTheHour)
            }
            OrderAction::Stop => self.is_stoppable(),
            OrderAction::Cancel => self.is_cancellable(milestone, actor, now),
            OrderAction::Review => Err(OrderRefusal::NotCompleted),
        }
    }

    /// Either side can say at any time that nothing further follows; what has begun, or is paid, goes on.
    fn is_stoppable(&self) -> Result<(), OrderRefusal> {
        if let Some(timesheet) = &self.timesheet {
            return match timesheet.stopped_at {
                Some(_) => Err(OrderRefusal::Stopped),
                None if self.was_worked() => Ok(()),
                None => Err(OrderRefusal::NothingToStop),
            };
        }
        if self.kind != TermsKind::Subscription {
            return Err(OrderRefusal::NothingRepeats);
        }
        let has_begun = self.milestones.iter().any(|it| !it.is_to_come());
        let goes_on = self.milestones.iter().any(Milestone::is_to_come);
        if has_begun && goes_on { Ok(()) } else { Err(OrderRefusal::NothingToStop) }
    }

    /// One review of what was completed, by its client (S1-092).
    fn is_reviewable(&self) -> Result<(), OrderRefusal> {
        if self.lot.is_some() {
            return Err(OrderRefusal::LotReviewed);
        }
        if self.status() != OrderStatus::Completed {
            return Err(OrderRefusal::NotCompleted);
        }
        self.review.map_or(Ok(()), |_| Err(OrderRefusal::AlreadyReviewed))
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
            OrderAction::Deliver | OrderAction::Start | OrderAction::LogHours if !provider => {
                Err(OrderRefusal::ProviderDecides)
            }
            OrderAction::Stop | OrderAction::Cancel | OrderAction::Dispute
                if client || provider =>
            {
                Ok(())
            }
            OrderAction::Deliver | OrderAction::Start | OrderAction::LogHours => Ok(()),
            _ if client => Ok(()),
            _ => Err(OrderRefusal::ClientDecides),
        }
    }

    /// A provider can always say that it will not do it; a client while nobody works, or once the work is
    /// late; when it has paid, it leaves the provider some days to begin. What was handed over is to
    /// be looked at first.
    fn is_cancellable(
        &self,
        milestone: &Milestone,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), OrderRefusal> {
        let by_client = actor.is_of(self.client);
        // What was logged is to be paid: the mission is stopped, and its last sheet looked at.
        if self.was_worked() {
            return Err(OrderRefusal::HoursLogged);
        }
        let is_by_the_hour = self.timesheet.is_some();
        match milestone.state {
            MilestoneState::Delivered { .. } => Err(OrderRefusal::DeliveryWaits),
            MilestoneState::Funded { refundable_at, .. } if by_client && now < refundable_at => {
                Err(OrderRefusal::StartAwaited)
            }
            MilestoneState::Started { due_at, .. }
            | MilestoneState::RevisionRequested { due_at, .. }
                if by_client && now < due_at && !is_by_the_hour =>
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
mod simulation;
#[cfg(test)]
mod tests;
