//! What time does to a tender, so that nothing waits for ever: when its event is over the client is told,
//! what found no provider is closed a week later, and what is still in work is brought to mind.
//!
//! A tender without a day counts as over a year after its publication. Invariant: as long as a published
//! tender has a lot that is not ended, one of its timers is to come, or the operator may end its missions.

use chrono::TimeDelta;

use super::{CloseReason, Tender, TenderState};
use crate::{
    change::Change,
    deadlines::DeadlineAction,
    facts::Fact,
    lots::{Lot, LotState, LotStatus},
    offers::Settlement,
    world::Instant,
};

/// How long an event that was put off can still be given another day.
pub const LAPSE_AFTER: TimeDelta = TimeDelta::days(7);
/// When missions in work are brought to mind for the last time; from then on the operator may end them.
pub const OVERDUE_AFTER: TimeDelta = TimeDelta::days(30);
const A_DAY: TimeDelta = TimeDelta::days(1);
/// How long a tender without a day is asked for.
pub const UNDATED: TimeDelta = TimeDelta::days(365);

/// When an event is over: at the end of its day, or long after its publication when it has none.
#[must_use]
pub fn over_at(ends_at: Option<Instant>, published_at: Instant) -> Instant {
    ends_at.unwrap_or(published_at + UNDATED)
}

impl Tender {
    /// When its event is over: what was agreed should be done, what is open is no longer needed.
    #[must_use]
    pub fn over_at(&self) -> Option<Instant> {
        Some(over_at(self.event.occasion.ends_at(), self.published_at()?))
    }

    /// When lots that nobody does are closed. A choice that still waits, and its own timer, come first.
    #[must_use]
    pub fn lapses_at(&self) -> Option<Instant> {
        let lapses_at = self.over_at()? + LAPSE_AFTER;
        let waits_until = self.lots.iter().filter_map(|lot| match lot.state {
            LotState::Chosen { confirm_by, .. } => Some(confirm_by + A_DAY),
            _ => None,
        });
        Some(waits_until.fold(lapses_at, Instant::max))
    }

    /// The timers it runs on once it is published: each is a row. Lots that are added when it should be over
    /// have a week too.
    #[must_use]
    pub fn timers(&self, now: Instant) -> Vec<(DeadlineAction, Instant)> {
        let (TenderState::Published { .. }, Some(over_at), Some(lapses_at)) =
            (&self.state, self.over_at(), self.lapses_at())
        else {
            return Vec::new();
        };
        let mut timers = vec![
            (DeadlineAction::EventPast, over_at),
            (DeadlineAction::MissionsOverdue, over_at + OVERDUE_AFTER),
        ];
        if self.has(LotStatus::Open) || self.has(LotStatus::Chosen) {
            let at = if lapses_at > now { lapses_at } else { now + LAPSE_AFTER };
            timers.push((DeadlineAction::TenderLapse, at));
        }
        timers
    }

    /// The event is over: the client hears what is left to do. None when nothing is, or when the event was
    /// given another day.
    #[must_use]
    pub fn pass(&self, due_at: Instant, now: Instant) -> Option<Fact> {
        let is_due = self.is_published() && self.over_at() == Some(due_at) && due_at <= now;
        (is_due && self.waits())
            .then(|| Fact::TenderPast { tender: self.id, client: self.client() })
    }

    /// Missions are in work long after the event: the client is reminded, the operator may end them.
    #[must_use]
    pub fn overdue(&self, due_at: Instant, now: Instant) -> Option<Fact> {
        let overdue_at = self.over_at()? + OVERDUE_AFTER;
        let is_due = self.is_published() && overdue_at == due_at && due_at <= now;
        (is_due && self.awaits_its_client()).then(|| self.missions_overdue())
    }

    /// Closes what found no provider; with it the tender, when nobody worked for it. The client is reminded
    /// of what is still in work. None when it is too early, or nothing is left to close or to be reminded of.
    #[must_use]
    pub fn lapse(self, now: Instant) -> Option<Change<Self>> {
        let TenderState::Published { at: published_at } = self.state else {
            return None;
        };
        if self.lapses_at()? > now {
            return None;
        }
        let (in_work, unended) = (self.has(LotStatus::InWork), self.awaits_its_client());
        let overdue = self.missions_overdue();
        if !self.has(LotStatus::Open) {
            return unended.then(|| Change::new(self, overdue));
        }
        let lapsed = Fact::TenderLapsed { tender: self.id, client: self.client() };
        let given = in_work || self.has(LotStatus::Done);
        let mut change = if given {
            let lots = self.lots.into_iter().map(closed_if_open).collect();
            Change::new(Self { lots, ..self }, lapsed)
        } else {
            self.closed(published_at, CloseReason::EventPast, String::new(), now).and(lapsed)
        };
        if unended {
            change = change.and(overdue);
        }
        Some(change)
    }

    fn missions_overdue(&self) -> Fact {
        Fact::MissionsOverdue { tender: self.id, client: self.client() }
    }

    fn is_published(&self) -> bool {
        matches!(self.state, TenderState::Published { .. })
    }

    /// Whether a lot is not ended.
    fn waits(&self) -> bool {
        [LotStatus::Open, LotStatus::Chosen, LotStatus::InWork]
            .into_iter()
            .any(|status| self.has(status))
    }

    /// Whether a mission is in work that its client is to end: what is paid with held funds ends with its delivery.
    fn awaits_its_client(&self) -> bool {
        self.lots.iter().any(|lot| match lot.state {
            LotState::InWork { award, .. } => award.settlement == Settlement::Direct,
            _ => false,
        })
    }

    fn has(&self, status: LotStatus) -> bool {
        self.lots.iter().any(|lot| lot.status() == status)
    }
}

fn closed_if_open(lot: Lot) -> Lot {
    match lot.state {
        LotState::Open => Lot { state: LotState::Closed, ..lot },
        _ => lot,
    }
}
