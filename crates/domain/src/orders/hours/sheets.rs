//! How sheets follow each other, and end.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Paris;

use super::{monday, next_monday};
use crate::{
    change::Change,
    facts::Fact,
    money::Money,
    orders::{Milestone, MilestoneState, Order, OrderRefusal},
    world::{Instant, legal_day},
};

/// On Monday at this hour in Paris, the sheet of the week before goes to the client.
const SENT_AT: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
/// A mission for which nothing was logged for so long is over: eight weeks.
const ASLEEP_AFTER: TimeDelta = TimeDelta::days(56);

impl Order {
    /// The sheet that is filled while the client looks at the one before; it is no milestone yet.
    #[must_use]
    pub fn sheet_ahead(&self) -> Option<u32> {
        let number = self.current()?.0 + 1;
        let has_hours = self.timesheet.as_ref()?.minutes(number) > 0;
        (has_hours || self.open_sheet() == Ok(number)).then_some(number)
    }

    /// The sheet on which hours are logged now.
    pub fn open_sheet(&self) -> Result<u32, OrderRefusal> {
        let timesheet = self.timesheet.as_ref().ok_or(OrderRefusal::NotByTheHour)?;
        let (number, milestone) = self.current().ok_or(OrderRefusal::Over)?;
        match milestone.state {
            MilestoneState::Started { .. } | MilestoneState::RevisionRequested { .. } => Ok(number),
            // While the client looks at a sheet, work goes on.
            MilestoneState::Delivered { .. } if !timesheet.is_stopped() => Ok(number + 1),
            MilestoneState::Delivered { .. } => Err(OrderRefusal::Stopped),
            _ => Err(OrderRefusal::NotStarted),
        }
    }

    /// Lays the next sheet when the one before is over and work goes on, or was logged already.
    pub(in crate::orders) fn lay_next_sheet(&mut self) {
        let Some(timesheet) = &self.timesheet else { return };
        let Ok(last) = u32::try_from(self.milestones.len()) else { return };
        let is_wanted = !timesheet.is_stopped() || timesheet.minutes(last + 1) > 0;
        if self.current().is_some() || !is_wanted {
            return;
        }
        let Some((net, gross)) = timesheet.price(last + 1) else { return };
        self.milestones.push(Milestone::sheet(net, gross));
    }

    /// The sheet that is under way goes to the client, without a word.
    pub(in crate::orders) fn send_sheet(&mut self, now: Instant) -> Option<Fact> {
        let job = self.job();
        let accept_days = self.timesheet.as_ref()?.acceptance_days;
        let (number, milestone) = self.current()?;
        let MilestoneState::Started { started_at, .. } = milestone.state else { return None };
        let state = MilestoneState::Delivered {
            started_at,
            delivered_at: now,
            accept_by: now + TimeDelta::days(accept_days.into()),
        };
        self.milestones.get_mut(number as usize - 1)?.state = state;
        Some(Fact::OrderDelivered { job, milestone: number, message: String::new() })
    }

    /// The week of a sheet is over: its hours go to the client; without any it waits for the next week, and after
    /// eight the mission is over.
    pub(in crate::orders) fn end_week(mut self, now: Instant) -> Option<Change<Self>> {
        let (number, milestone) = self.current()?;
        let MilestoneState::Started { started_at, .. } = milestone.state else { return None };
        if self.sheet_minutes(number)? > 0 {
            let sent = self.send_sheet(now)?;
            return Some(Change::new(self, sent));
        }
        if now - started_at >= ASLEEP_AFTER {
            self.stop_sheets(now);
            return Some(self.leave_empty(now));
        }
        let state = MilestoneState::Started { started_at, due_at: week_end(now) };
        self.milestones.get_mut(number as usize - 1)?.state = state;
        Some(Change::silent(self))
    }

    /// No further sheet: the one under way goes to the client, or is none when it is empty.
    pub(in crate::orders) fn stop_hours(mut self, reason: String, now: Instant) -> Change<Self> {
        let stopped = Fact::OrderStopped { job: self.job(), reason };
        self.stop_sheets(now);
        let mut change = if self.is_open_sheet_empty() {
            self.leave_empty(now)
        } else {
            // What the client contested is put right first.
            let sent = self.send_sheet(now);
            Change::told(self, sent.into_iter().collect())
        };
        change.facts.insert(0, stopped);
        change
    }

    fn stop_sheets(&mut self, now: Instant) {
        if let Some(timesheet) = &mut self.timesheet {
            timesheet.stopped_at = Some(now);
        }
    }

    /// Whether the sheet that is under way has no hours.
    pub(in crate::orders) fn is_open_sheet_empty(&self) -> bool {
        let Some((number, _)) = self.current() else { return false };
        self.open_sheet() == Ok(number) && self.sheet_minutes(number) == Some(0)
    }

    /// A mission that is stopped does without its empty sheet: the next one is looked at when it has hours, and else
    /// what was approved is the mission.
    pub(in crate::orders) fn leave_empty(mut self, now: Instant) -> Change<Self> {
        for milestone in self.milestones.iter_mut().filter(|it| !it.state.is_over()) {
            milestone.state = MilestoneState::Cancelled { cancelled_at: now };
        }
        self.lay_next_sheet();
        let job = self.job();
        let facts = match self.current() {
            Some((number, _)) => self.open(number, now),
            None if self.completed_at().is_some() => vec![Fact::OrderCompleted { job }],
            None => vec![Fact::OrderCancelled { job, reason: String::new() }],
        };
        Change::told(self, facts)
    }
}

impl Milestone {
    /// A sheet of hours.
    pub(in crate::orders) fn sheet(net: Money, gross: Money) -> Self {
        Self {
            name: String::new(),
            net,
            gross,
            days: 7,
            revisions_used: 0,
            funded_at: None,
            state: MilestoneState::Pending { opens_at: None },
        }
    }
}

/// The Monday after a moment, at noon in Paris: until then the hours of the week can be logged.
pub(in crate::orders) fn week_end(now: Instant) -> Instant {
    let today = legal_day(now);
    let at = |day: NaiveDate| {
        let noon = Paris.from_local_datetime(&day.and_time(SENT_AT)).earliest();
        noon.map(|it| it.to_utc()).filter(|&at| at > now)
    };
    at(monday(today)).or_else(|| at(next_monday(today))).unwrap_or(now + TimeDelta::days(7))
}
