//! The occasion: what a client organizes, when, where and for how many guests.
//!
//! A draft may leave anything open. Invariant: what a published tender shows passed `Occasion::complete`.

mod kinds;
mod parse;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

pub use kinds::EventKind;
pub use parse::Sketch;
pub(crate) use parse::day_to_come;

use crate::{
    fields::Fields,
    ids::{EventId, OrganizationId},
    refusal::Explanation,
    text,
    world::Instant,
};

/// An occasion of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// Who organizes it.
    pub organization: OrganizationId,
    /// What, when, where.
    pub occasion: Occasion,
    /// When it was first described.
    pub created_at: Instant,
}

/// Where it takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Venue {
    /// Still being looked for.
    LookedFor,
    /// Known; its name and address are coordinates, shown to no one before a lot is in work.
    Known(String),
}

/// What, when, where, for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// What it is.
    pub kind: Option<EventKind>,
    /// What the client calls it; public, without contacts.
    pub title: String,
    /// Its day, in its own zone.
    pub day: Option<NaiveDate>,
    /// Another day would do.
    pub day_flexible: bool,
    /// When it begins that day.
    pub start_time: Option<NaiveTime>,
    /// Where its clock is.
    pub zone: Tz,
    /// Its place.
    pub venue: Venue,
    /// Its town; public, without contacts.
    pub town: String,
    /// The code of its département.
    pub departement: Option<String>,
    /// How many guests are expected.
    pub guests: Option<i32>,
    /// How old they are, in the client's words.
    pub guest_ages: String,
    /// What the client wrote about it.
    pub description: String,
    /// Whether ideas are welcome.
    pub ideas_wanted: bool,
}

impl Default for Occasion {
    fn default() -> Self {
        Self {
            kind: None,
            title: String::new(),
            day: None,
            day_flexible: false,
            start_time: None,
            zone: Tz::Europe__Paris,
            venue: Venue::LookedFor,
            town: String::new(),
            departement: None,
            guests: None,
            guest_ages: String::new(),
            description: String::new(),
            ideas_wanted: false,
        }
    }
}

impl Occasion {
    /// Tells every field, below `/event`, that providers need before they can make a price.
    pub fn complete(&self, now: Instant) -> Result<(), Fields> {
        let mut fields = Fields::default();
        let wanted = [
            ("/event/kind", self.kind.is_none()),
            ("/event/title", !text::has_letters(&self.title)),
            ("/event/day", self.day.is_none() && !self.day_flexible),
            (
                "/event/venue",
                matches!(&self.venue, Venue::Known(venue) if !text::has_letters(venue)),
            ),
            ("/event/town", !text::has_letters(&self.town)),
            ("/event/departement", self.departement.is_none()),
            ("/event/guests", self.guests.is_none()),
            ("/event/description", self.description.is_empty()),
        ];
        for (pointer, is_missing) in wanted {
            if is_missing {
                fields.refuse(pointer, text::missing());
            }
        }
        if self.is_past(now) {
            fields.refuse("/event/day", day_past());
        }
        fields.check()
    }

    /// The end of its day, where it takes place.
    #[must_use]
    pub fn ends_at(&self) -> Option<Instant> {
        end_of_day(self.day?, self.zone)
    }

    /// Whether its day is over.
    #[must_use]
    pub fn is_past(&self, now: Instant) -> bool {
        self.ends_at().is_some_and(|end| end <= now)
    }
}

/// The midnight that ends a day in a zone.
#[must_use]
pub fn end_of_day(day: NaiveDate, zone: Tz) -> Option<Instant> {
    let midnight = day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
    // A zone that skips midnight (none of France does) begins its day an hour later.
    let begins = zone
        .from_local_datetime(&midnight)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(midnight + TimeDelta::hours(1))).earliest())?;
    Some(begins.to_utc())
}

/// A day on which nothing can be done any more.
fn day_past() -> Explanation {
    Explanation::new("day_past", "Cette date est déjà passée.", "This day has already passed.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    pub(crate) fn wedding() -> Occasion {
        Occasion {
            kind: Some(EventKind::Wedding),
            title: "Mariage de Léa et Tom".to_owned(),
            day: NaiveDate::from_ymd_opt(2027, 6, 12),
            town: "Rouen".to_owned(),
            departement: Some("76".to_owned()),
            guests: Some(120),
            description: "Une fête à la campagne.".to_owned(),
            ..Occasion::default()
        }
    }

    /// S1-032: what a provider needs to make a price is asked for, field by field.
    #[test]
    fn an_empty_occasion_names_all_that_is_missing() {
        let refused = Occasion::default().complete(at("2027-01-01T00:00:00Z")).unwrap_err();
        let pointers: Vec<_> =
            refused.errors().iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(
            pointers,
            [
                "/event/kind",
                "/event/title",
                "/event/day",
                "/event/town",
                "/event/departement",
                "/event/guests",
                "/event/description"
            ]
        );
    }

    #[test]
    fn a_day_is_past_where_the_event_takes_place() {
        let evening = at("2027-06-12T21:59:59Z");
        assert_eq!(wedding().complete(evening), Ok(()));
        let midnight_in_paris = at("2027-06-12T22:00:00Z");
        assert_eq!(
            wedding().complete(midnight_in_paris).unwrap_err().errors()[0].explanation.code,
            "day_past"
        );
        let in_martinique = Occasion { zone: Tz::America__Martinique, ..wedding() };
        assert_eq!(in_martinique.complete(midnight_in_paris), Ok(()));
    }

    #[test]
    fn a_known_venue_needs_its_name() {
        let nameless = Occasion { venue: Venue::Known(String::new()), ..wedding() };
        let refused = nameless.complete(at("2027-01-01T00:00:00Z")).unwrap_err();
        assert_eq!(refused.errors()[0].pointer, "/event/venue");
    }
}
