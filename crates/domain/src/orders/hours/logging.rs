//! How hours come onto a sheet, and go from it again.

use chrono::NaiveDate;

use super::{Hours, MAX_ENTRIES, MAX_WHAT, STEP_MINUTES, Timesheet, monday};
use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::HoursId,
    orders::{Order, OrderAction, OrderRefusal},
    refusal::Explanation,
    text,
    world::{Instant, legal_day},
};

const DAY_MINUTES: u32 = 24 * 60;

/// Hours that were read, for the sheet that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHours {
    day: NaiveDate,
    minutes: u32,
    what: String,
}

impl Order {
    /// Reads hours to log: of a day since the work began, within the limit of its week.
    pub fn parse_hours(
        &self,
        day: &str,
        minutes: u32,
        what: &str,
        now: Instant,
    ) -> Result<NewHours, Fields> {
        let mut fields = Fields::default();
        let what = fields.take("/what", text::line(what, MAX_WHAT));
        let first = self.milestones.first().and_then(|it| it.state.started_at());
        let first = legal_day(first.unwrap_or(self.created_at));
        let day = fields.take("/day", parse_day(day, first, legal_day(now)));
        if minutes == 0 || minutes > DAY_MINUTES || !minutes.is_multiple_of(STEP_MINUTES) {
            fields.refuse("/minutes", invalid_minutes());
        }
        let (Some(what), Some(day)) = (what, day) else { return Err(fields) };
        fields.check()?;
        let hours = NewHours { day, minutes, what };
        self.has_room(&hours).map_err(|wrong| Fields::one("/minutes", wrong))?;
        Ok(hours)
    }

    fn has_room(&self, new: &NewHours) -> Result<(), Explanation> {
        let Some(timesheet) = &self.timesheet else { return Ok(()) };
        if timesheet.hours.len() >= MAX_ENTRIES {
            return Err(too_many_entries());
        }
        let sum = |counts: &dyn Fn(NaiveDate) -> bool| -> u32 {
            let hours = timesheet.hours.iter().filter(|it| counts(it.day));
            hours.map(|it| it.minutes).sum()
        };
        if sum(&|day| day == new.day) + new.minutes > DAY_MINUTES {
            return Err(day_is_full());
        }
        let Some(limit) = timesheet.limit.on(new.day) else { return Ok(()) };
        let worked = sum(&|day| monday(day) == monday(new.day));
        if worked + new.minutes > limit * 60 {
            return Err(week_is_full(limit, (limit * 60).saturating_sub(worked)));
        }
        Ok(())
    }

    /// The provider logs hours.
    pub fn log_hours(
        mut self,
        actor: &Actor,
        id: HoursId,
        new: NewHours,
        now: Instant,
    ) -> Result<(Change<Self>, Hours), OrderRefusal> {
        self.permits(OrderAction::LogHours, actor, now)?;
        let sheet = self.open_sheet()?;
        let NewHours { day, minutes, what } = new;
        let hours = Hours { id, sheet, day, minutes, what };
        let timesheet = self.timesheet.as_mut().ok_or(OrderRefusal::NotByTheHour)?;
        timesheet.hours.push(hours.clone());
        self.reprice(sheet)?;
        let fact = Fact::HoursLogged { job: self.job(), sheet, minutes };
        Ok((Change::new(self, fact), hours))
    }

    /// The provider takes hours back that it logged.
    pub fn remove_hours(
        mut self,
        actor: &Actor,
        id: HoursId,
        now: Instant,
    ) -> Result<Option<Change<Self>>, OrderRefusal> {
        let known = |it: &Self| it.timesheet.as_ref()?.hours.iter().position(|it| it.id == id);
        let Some(place) = known(&self) else { return Ok(None) };
        self.permits(OrderAction::LogHours, actor, now)?;
        let open = self.open_sheet()?;
        let timesheet = self.timesheet.as_mut().ok_or(OrderRefusal::NotByTheHour)?;
        let Hours { sheet, minutes, .. } = timesheet.hours[place];
        if sheet < open {
            return Err(OrderRefusal::HoursLocked);
        }
        timesheet.hours.remove(place);
        self.reprice(sheet)?;
        let fact = Fact::HoursRemoved { job: self.job(), sheet, minutes };
        let is_stopped = self.timesheet.as_ref().is_some_and(Timesheet::is_stopped);
        let mut change = if is_stopped && self.is_open_sheet_empty() {
            self.leave_empty(now)
        } else {
            Change::silent(self)
        };
        change.facts.insert(0, fact);
        Ok(Some(change))
    }

    /// Makes a sheet cost what its hours do.
    fn reprice(&mut self, sheet: u32) -> Result<(), OrderRefusal> {
        let Some(timesheet) = &self.timesheet else { return Ok(()) };
        let (net, gross) = timesheet.price(sheet).ok_or(OrderRefusal::SheetTooLarge)?;
        // The sheet that follows the one that is with the client is none yet.
        if let Some(milestone) = self.milestones.get_mut(sheet as usize - 1) {
            (milestone.net, milestone.gross) = (net, gross);
        }
        Ok(())
    }
}

fn parse_day(day: &str, first: NaiveDate, today: NaiveDate) -> Result<NaiveDate, Explanation> {
    let read: NaiveDate = day.trim().parse().map_err(|_| text::invalid_date())?;
    if (first..=today).contains(&read) { Ok(read) } else { Err(day_out_of_reach()) }
}

fn day_out_of_reach() -> Explanation {
    Explanation::new(
        "day_out_of_reach",
        "Choisissez un jour entre le début de la mission et aujourd’hui.",
        "Choose a day between the beginning of the mission and today.",
    )
}

fn invalid_minutes() -> Explanation {
    Explanation::new(
        "invalid_minutes",
        "La durée va d’un quart d’heure à 24 heures, par quarts d’heure.",
        "The duration is from a quarter of an hour to 24 hours, in quarters of an hour.",
    )
}

fn too_many_entries() -> Explanation {
    Explanation::new(
        "too_many_entries",
        format!("Une mission garde au plus {MAX_ENTRIES} saisies : regroupez les vôtres par jour."),
        format!("A mission keeps at most {MAX_ENTRIES} entries: log yours by the day."),
    )
}

fn day_is_full() -> Explanation {
    Explanation::new(
        "day_full",
        "Ce jour-là compterait plus de 24 heures.",
        "That day would have more than 24 hours.",
    )
}

fn week_is_full(limit: u32, left: u32) -> Explanation {
    let (hours, minutes) = (left / 60, left % 60);
    Explanation::new(
        "weekly_limit_reached",
        format!(
            "La limite est de {limit} h par semaine : il reste {hours} h {minutes:02} cette semaine-là."
        ),
        format!("The limit is {limit} hours a week: {hours} h {minutes:02} are left in that week."),
    )
}
