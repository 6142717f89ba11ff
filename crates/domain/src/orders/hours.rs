//! Work by the hour: the provider logs its hours on sheets (« feuilles d’heures »), one for each week. A sheet is a
//! milestone: it is handed over, approved or contested, and then the next one begins.
//!
//! Invariants: what a sheet costs is its hours at the agreed rate; the hours of a week never pass its limit, on
//! whichever sheets they stand; the hours of a sheet that is with the client, or was, no longer change.

mod logging;
mod sheets;
#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate};

pub use self::logging::NewHours;
pub(super) use self::sheets::week_end;
use super::{Order, OrderAction, OrderRefusal};
use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::HoursId,
    language::Language,
    money::Money,
    offers::terms::{self, Line, Quantity, Totals, VatRate},
    phrases,
    world::{Instant, legal_day},
};

/// At most so many characters in what was done in some hours.
pub const MAX_WHAT: usize = 200;
/// Hours are counted in steps of so many minutes.
pub const STEP_MINUTES: u32 = 15;
/// At most so many entries in an order.
pub const MAX_ENTRIES: usize = 1000;

/// Hours that were worked on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// Their id.
    pub id: HoursId,
    /// The number of their sheet, from 1.
    pub sheet: u32,
    /// The day, in Paris.
    pub day: NaiveDate,
    /// How long: steps of a quarter of an hour.
    pub minutes: u32,
    /// What was done.
    pub what: String,
}

/// How many hours a week may have. More is allowed at once; less from the next week on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeeklyLimit {
    /// At most so many; none without a limit.
    pub hours: Option<u32>,
    /// At most so many from this Monday on.
    pub lowered: Option<(u32, NaiveDate)>,
}

/// What was agreed by the hour, and what was logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timesheet {
    /// The net price of an hour.
    pub rate: Money,
    /// The VAT that comes on top.
    pub vat_rate: VatRate,
    /// About how many hours in all.
    pub estimated_hours: u32,
    /// How many a week may have.
    pub limit: WeeklyLimit,
    /// Days that the client has to look at a sheet.
    pub acceptance_days: u32,
    /// Since when no further sheet follows.
    pub stopped_at: Option<Instant>,
    /// All that was logged, by day.
    pub hours: Vec<Hours>,
}

impl WeeklyLimit {
    /// The limit of the week of a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<u32> {
        match self.lowered {
            Some((hours, from)) if day >= from => Some(hours),
            _ => self.hours,
        }
    }

    fn set(&self, hours: Option<u32>, today: NaiveDate) -> Self {
        let now = self.on(today);
        match (now, hours) {
            (None, Some(less)) => Self { hours: None, lowered: Some((less, next_monday(today))) },
            (Some(most), Some(less)) if less < most => {
                Self { hours: Some(most), lowered: Some((less, next_monday(today))) }
            }
            _ => Self { hours, lowered: None },
        }
    }
}

impl Timesheet {
    /// How many minutes a sheet has.
    #[must_use]
    pub fn minutes(&self, sheet: u32) -> u32 {
        self.of(sheet).map(|it| it.minutes).sum()
    }

    fn of(&self, sheet: u32) -> impl Iterator<Item = &Hours> {
        self.hours.iter().filter(move |it| it.sheet == sheet)
    }

    /// The one line of a sheet: its hours at the agreed rate. None without hours.
    #[must_use]
    pub fn line(&self, sheet: u32, language: Language) -> Option<Line> {
        let days = || self.of(sheet).map(|it| it.day);
        let (first, last) = (days().min()?, days().max()?);
        let day = |day| phrases::date(language, day);
        let label = if first == last {
            language.pick(format!("Heures du {}", day(first)), format!("Hours of {}", day(first)))
        } else {
            language.pick(
                format!("Heures du {} au {}", day(first), day(last)),
                format!("Hours from {} to {}", day(first), day(last)),
            )
        };
        let quantity = Quantity::of_minutes(self.minutes(sheet))?;
        Some(Line { label, quantity, unit_price: self.rate, vat_rate: self.vat_rate })
    }

    /// What a sheet costs, without VAT and with it; none when it is too much.
    #[must_use]
    pub fn price(&self, sheet: u32) -> Option<(Money, Money)> {
        match self.line(sheet, Language::Fr) {
            Some(line) => Totals::of(&[line]).map(|it| (it.net, it.gross)),
            None => Some((Money::zero(self.rate.currency), Money::zero(self.rate.currency))),
        }
    }

    /// Whether no further sheet follows.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped_at.is_some()
    }
}

impl Order {
    /// How many hours a sheet has, in minutes; none when the work is not by the hour.
    #[must_use]
    pub fn sheet_minutes(&self, sheet: u32) -> Option<u32> {
        self.timesheet.as_ref().map(|it| it.minutes(sheet))
    }

    /// Whether there is something to hand over: hours, when it is by the hour.
    pub(super) fn has_hours(&self, sheet: u32) -> Result<(), OrderRefusal> {
        match self.sheet_minutes(sheet) {
            Some(0) => Err(OrderRefusal::NoHours),
            _ => Ok(()),
        }
    }

    /// Whether hours were logged, on any sheet.
    pub(super) fn was_worked(&self) -> bool {
        self.timesheet.as_ref().is_some_and(|it| !it.hours.is_empty())
    }

    /// The client changes how many hours a week may have: more at once, less from Monday on (S2-032).
    pub fn set_weekly_hours(
        mut self,
        actor: &Actor,
        hours: Option<u32>,
        now: Instant,
    ) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::SetWeeklyHours, actor, now)?;
        let timesheet = self.timesheet.as_mut().ok_or(OrderRefusal::NotByTheHour)?;
        timesheet.limit = timesheet.limit.set(hours, legal_day(now));
        let from = timesheet.limit.lowered.map(|(_, from)| from);
        let fact = Fact::WeeklyHoursChanged { job: self.job(), hours, from };
        Ok(Change::new(self, fact))
    }
}

/// The Monday of the week of a day.
#[must_use]
pub fn monday(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(since)).unwrap_or(day)
}

pub(super) fn next_monday(day: NaiveDate) -> NaiveDate {
    monday(day).checked_add_days(Days::new(7)).unwrap_or(day)
}

/// Reads a weekly limit.
pub fn parse_weekly_hours(hours: Option<u32>) -> Result<Option<u32>, Fields> {
    terms::weekly_hours(hours).map_err(|wrong| Fields::one("/weekly_hours", wrong))
}
