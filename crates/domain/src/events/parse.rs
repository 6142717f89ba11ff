//! Reads what a person typed about an event.

use chrono::{Months, NaiveDate, NaiveTime};
use chrono_tz::{Europe::Paris, Tz};

use super::{EventKind, Occasion, Venue, day_past};
use crate::{
    departements,
    fields::Fields,
    refusal::Explanation,
    text::{self, unknown_choice},
    world::Instant,
};

/// The most guests that a form accepts: the largest festivals have fewer.
const GUESTS_MAX: i32 = 1_000_000;
/// Nobody makes a price for a day further ahead: five years.
const AHEAD_MAX: Months = Months::new(60);

/// An occasion as it is typed: words, not judged yet. What is empty is left open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sketch {
    /// A word of `EventKind`.
    pub kind: String,
    /// A line.
    pub title: String,
    /// `2027-06-12`.
    pub day: String,
    /// Another day would do.
    pub day_flexible: bool,
    /// `19:30`.
    pub start_time: String,
    /// A name of the IANA time zone database.
    pub zone: String,
    /// Whether the place is known.
    pub venue_known: bool,
    /// Its name and address.
    pub venue: String,
    /// A town.
    pub town: String,
    /// A code.
    pub departement: String,
    /// How many.
    pub guests: Option<i32>,
    /// Free words.
    pub guest_ages: String,
    /// Free text.
    pub description: String,
    /// Whether ideas are welcome.
    pub ideas_wanted: bool,
}

impl From<&Occasion> for Sketch {
    fn from(occasion: &Occasion) -> Self {
        let (venue_known, venue) = match &occasion.venue {
            Venue::LookedFor => (false, String::new()),
            Venue::Known(venue) => (true, venue.clone()),
        };
        let shown = |text: Option<String>| text.unwrap_or_default();
        Self {
            kind: occasion.kind.map_or("", EventKind::as_str).to_owned(),
            title: occasion.title.clone(),
            day: shown(occasion.day.map(|day| day.to_string())),
            day_flexible: occasion.day_flexible,
            start_time: shown(occasion.start_time.map(|time| time.format("%H:%M").to_string())),
            zone: occasion.zone.name().to_owned(),
            venue_known,
            venue,
            town: occasion.town.clone(),
            departement: shown(occasion.departement.clone()),
            guests: occasion.guests,
            guest_ages: occasion.guest_ages.clone(),
            description: occasion.description.clone(),
            ideas_wanted: occasion.ideas_wanted,
        }
    }
}

impl Sketch {
    /// Reads every field; what is wrong is told below `/event`.
    pub fn parse(&self, now: Instant) -> Result<Occasion, Fields> {
        let mut fields = Fields::default();
        let occasion = self.read(&mut fields, now);
        fields.check()?;
        Ok(occasion)
    }

    // A field that cannot be read is noted, and `parse` then drops the occasion whole.
    fn read(&self, fields: &mut Fields, now: Instant) -> Occasion {
        let mut label = |name: &str, text: &str, limit| {
            fields
                .take(format!("/event/{name}"), text::optional_label(text, limit))
                .unwrap_or_default()
        };
        let title = label("title", &self.title, 120);
        let town = label("town", &self.town, 80);
        let mut line = |name: &str, text: &str, limit| {
            fields
                .take(format!("/event/{name}"), text::optional_line(text, limit))
                .unwrap_or_default()
        };
        let venue = line("venue", &self.venue, 200);
        let guest_ages = line("guest_ages", &self.guest_ages, 120);
        let description = fields
            .take("/event/description", text::optional_paragraphs(&self.description, 5_000))
            .unwrap_or_default();
        Occasion {
            kind: chosen(fields, "/event/kind", &self.kind, |word| {
                EventKind::from_word(word).ok_or_else(unknown_choice)
            }),
            title,
            day: chosen(fields, "/event/day", &self.day, |text| day(text, now)),
            day_flexible: self.day_flexible,
            start_time: chosen(fields, "/event/start_time", &self.start_time, time),
            zone: chosen(fields, "/event/zone", &self.zone, |name| {
                name.parse().map_err(|_| unknown_choice())
            })
            .unwrap_or(Tz::Europe__Paris),
            venue: if self.venue_known { Venue::Known(venue) } else { Venue::LookedFor },
            town,
            departement: chosen(fields, "/event/departement", &self.departement, |code| {
                departements::find(code)
                    .map(|known| known.code.to_owned())
                    .ok_or_else(unknown_choice)
            }),
            guests: self
                .guests
                .and_then(|guests| fields.take("/event/guests", some_guests(guests))),
            guest_ages,
            description,
            ideas_wanted: self.ideas_wanted,
        }
    }
}

fn chosen<T>(
    fields: &mut Fields,
    pointer: &str,
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, Explanation>,
) -> Option<T> {
    fields.take_if(pointer, Some(text), parse).flatten()
}

/// Reads a day that a client plans for.
/// A day on which something can still be done, in France.
pub(crate) fn day_to_come(text: &str, now: Instant) -> Result<NaiveDate, Explanation> {
    let day = day(text, now)?;
    if day < now.with_timezone(&Paris).date_naive() { Err(day_past()) } else { Ok(day) }
}

fn day(text: &str, now: Instant) -> Result<NaiveDate, Explanation> {
    let read = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    let day = read.ok_or_else(|| {
        Explanation::new(
            "invalid_day",
            "Cette date n’existe pas ; écrivez-la comme 2027-06-12.",
            "There is no such day; write it like 2027-06-12.",
        )
    })?;
    if now.date_naive().checked_add_months(AHEAD_MAX).is_some_and(|last| day > last) {
        return Err(Explanation::new(
            "day_too_far",
            "Un événement s’annonce au plus cinq ans à l’avance.",
            "An event is announced at most five years ahead.",
        ));
    }
    Ok(day)
}

fn time(text: &str) -> Result<NaiveTime, Explanation> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| {
        Explanation::new(
            "invalid_time",
            "Cette heure n’existe pas ; écrivez-la comme 19:30.",
            "There is no such time; write it like 19:30.",
        )
    })
}

fn some_guests(guests: i32) -> Result<i32, Explanation> {
    if (1..=GUESTS_MAX).contains(&guests) {
        return Ok(guests);
    }
    Err(Explanation::new(
        "guests_out_of_range",
        "Indiquez entre 1 et 1 000 000 d’invités.",
        "Give a number of guests from 1 to 1,000,000.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Instant {
        "2027-01-15T09:00:00Z".parse().unwrap()
    }

    /// A typing error, most often: an offer could not be held to for so long.
    #[test]
    fn a_day_is_at_most_five_years_ahead() {
        let on = |day: &str| Sketch { day: day.to_owned(), ..Sketch::default() }.parse(now());
        assert!(on("2032-01-15").is_ok());
        for day in ["2032-01-16", "2999-06-12"] {
            let error = &on(day).unwrap_err().errors()[0].clone();
            assert_eq!(
                (error.pointer.as_str(), error.explanation.code),
                ("/event/day", "day_too_far")
            );
        }
    }

    /// S1-032: kind, date, venue, guests and their ages, town and département, ideas wanted.
    #[test]
    fn an_occasion_reads_back_what_was_typed() {
        let typed = Sketch {
            kind: "wedding".to_owned(),
            title: "Mariage de Léa et Tom".to_owned(),
            day: "2027-06-12".to_owned(),
            day_flexible: true,
            start_time: "19:30".to_owned(),
            zone: "Europe/Paris".to_owned(),
            venue_known: true,
            venue: "Manoir du Clos, 3 rue des Tilleuls".to_owned(),
            town: "Rouen".to_owned(),
            departement: "76".to_owned(),
            guests: Some(120),
            guest_ages: "de 2 à 90 ans".to_owned(),
            description: "Une fête.\nDehors.".to_owned(),
            ideas_wanted: true,
        };
        assert_eq!(Sketch::from(&typed.parse(now()).unwrap()), typed);
    }

    #[test]
    fn an_empty_sketch_is_an_open_occasion() {
        assert_eq!(Sketch::default().parse(now()), Ok(Occasion::default()));
    }

    #[test]
    fn every_wrong_field_is_named() {
        let wrong = Sketch {
            kind: "picnic".to_owned(),
            title: "x".repeat(121),
            day: "2027-02-30".to_owned(),
            start_time: "25:00".to_owned(),
            zone: "Mars/Olympus".to_owned(),
            departement: "99".to_owned(),
            guests: Some(0),
            ..Sketch::default()
        };
        let refused = wrong.parse(now()).unwrap_err();
        let told: Vec<_> = refused
            .errors()
            .iter()
            .map(|error| format!("{} {}", error.pointer, error.explanation.code))
            .collect();
        assert_eq!(
            told,
            [
                "/event/title too_long",
                "/event/kind unknown_choice",
                "/event/day invalid_day",
                "/event/start_time invalid_time",
                "/event/zone unknown_choice",
                "/event/departement unknown_choice",
                "/event/guests guests_out_of_range",
            ]
        );
    }
}
