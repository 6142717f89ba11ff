//! What time does to orders: each state that waits has an end.

use chrono::TimeDelta;

use super::{Milestone, MilestoneState, Order};
use crate::{change::Change, deadlines::DeadlineAction, facts::Fact, words, world::Instant};

/// Work that is so late is called off, unless someone did before.
pub(super) const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(30);
/// The client is reminded of a delivery when so many days are left of seven: after three, and after six.
const REMIND_DAYS_LEFT: [u32; 2] = [4, 1];

words! {
    /// Who approved a milestone.
    pub enum Approval {
        /// The client.
        Client = "client",
        /// Nobody: the time to look at it is over.
        Silence = "silence",
    }
}

impl Milestone {
    /// Whether its time has come.
    pub(super) fn is_open(&self, now: Instant) -> bool {
        match self.state {
            MilestoneState::Pending { opens_at } => opens_at.is_none_or(|at| at <= now),
            _ => false,
        }
    }
}

impl Order {
    /// The timers that its state runs on: each is a row while it waits.
    #[must_use]
    pub fn timers(&self) -> Vec<(DeadlineAction, Instant)> {
        let Some((_, milestone)) = self.current() else { return Vec::new() };
        // Its tender reminds its client, and lets the operator end it.
        if self.is_clients_to_end() {
            return Vec::new();
        }
        let due = |at| vec![(DeadlineAction::OrderDue, at)];
        match milestone.state {
            MilestoneState::AwaitingPayment { pay_by } => due(pay_by),
            MilestoneState::Pending { .. } | MilestoneState::Funded { .. }
                if self.awaits_answers() =>
            {
                self.answer_by.map(due).unwrap_or_default()
            }
            MilestoneState::Pending { opens_at } => opens_at.map(due).unwrap_or_default(),
            MilestoneState::Funded { start_by, .. } => due(start_by),
            MilestoneState::Started { due_at, .. } if self.timesheet.is_some() => due(due_at),
            MilestoneState::Started { due_at, .. }
            | MilestoneState::RevisionRequested { due_at, .. } => {
                due(milestone.given_up_at(due_at))
            }
            MilestoneState::Delivered { accept_by, .. } => {
                let mut timers = due(accept_by);
                timers.extend(reminders(accept_by).map(|at| (DeadlineAction::OrderReminder, at)));
                timers
            }
            // A dispute has timers of its own.
            MilestoneState::Disputed { .. }
            | MilestoneState::Accepted { .. }
            | MilestoneState::Settled { .. }
            | MilestoneState::Cancelled { .. } => Vec::new(),
        }
    }

    /// What is due now; none when nothing is left to do.
    #[must_use]
    pub fn fall_due(mut self, now: Instant) -> Option<Change<Self>> {
        let (number, milestone) = self.current()?;
        if self.is_clients_to_end() {
            return None;
        }
        let is_past = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        let given_up = match milestone.state {
            MilestoneState::AwaitingPayment { pay_by } => Some(pay_by),
            MilestoneState::Pending { .. } | MilestoneState::Funded { .. }
                if self.awaits_answers() =>
            {
                self.answer_by
            }
            MilestoneState::Funded { start_by, .. } => Some(start_by),
            MilestoneState::Started { .. } if self.timesheet.is_some() => None,
            MilestoneState::Started { due_at, .. }
            | MilestoneState::RevisionRequested { due_at, .. } => {
                Some(milestone.given_up_at(due_at))
            }
            _ => None,
        };
        if is_past(given_up) {
            return Some(self.call_off(String::new(), now));
        }
        match milestone.state {
            MilestoneState::Pending { opens_at } if !self.awaits_answers() => {
                opens_at.filter(|&at| at <= now)?;
                let begun = self.open(number, now);
                Some(Change::told(self, begun))
            }
            MilestoneState::Started { due_at, .. } if due_at <= now => self.end_week(now),
            MilestoneState::Delivered { accept_by, .. } if accept_by <= now => {
                self.approve(Approval::Silence, now).ok()
            }
            _ => None,
        }
    }

    /// The reminder that is due, when the delivery still waits.
    #[must_use]
    pub fn remind(&self, due_at: Instant, now: Instant) -> Option<Fact> {
        let (number, milestone) = self.current()?;
        let MilestoneState::Delivered { accept_by, .. } = milestone.state else { return None };
        let known = reminders(accept_by).any(|at| at == due_at);
        let days_left = u32::try_from((accept_by - due_at).num_days()).ok()?;
        (known && due_at <= now && now < accept_by).then(|| Fact::DeliveryReminded {
            job: self.job(),
            milestone: number,
            days_left,
        })
    }

    /// An account of one side is closed, or the two no longer talk: what was not delivered is called off. What the two
    /// settle between them for a lot stays in work.
    #[must_use]
    pub fn end_with_side(self, now: Instant) -> Option<Change<Self>> {
        self.current().filter(|_| !self.is_clients_to_end())?;
        Some(self.call_off(String::new(), now))
    }
}

fn reminders(accept_by: Instant) -> impl Iterator<Item = Instant> {
    REMIND_DAYS_LEFT.into_iter().map(move |days| accept_by - TimeDelta::days(days.into()))
}
