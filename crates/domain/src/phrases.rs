//! Days, moments, amounts and trades as people of each language write them.

use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use chrono_tz::{Europe::Paris, Tz};

use crate::{
    campaigns::{Content, Placement},
    departements,
    language::Language,
    money::Money,
    trades,
    world::Instant,
};

const DAYS: [(&str, &str); 7] = [
    ("lundi", "Monday"),
    ("mardi", "Tuesday"),
    ("mercredi", "Wednesday"),
    ("jeudi", "Thursday"),
    ("vendredi", "Friday"),
    ("samedi", "Saturday"),
    ("dimanche", "Sunday"),
];

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

/// « samedi 12 juin 2027 », "Saturday 12 June 2027".
#[must_use]
pub fn day(language: Language, day: NaiveDate) -> String {
    let (french, english) = DAYS[day.weekday().num_days_from_monday() as usize];
    format!("{} {}", language.pick(french, english), date(language, day))
}

/// « 12 juin 2027 », "12 June 2027".
#[must_use]
pub fn date(language: Language, day: NaiveDate) -> String {
    let (french, english) = MONTHS[day.month0() as usize];
    let number = match (language, day.day()) {
        (Language::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    format!("{number} {} {}", language.pick(french, english), day.year())
}

/// « vendredi 22 janvier 2027 à 10 h 00 », "Friday 22 January 2027 at 10:00 (Paris time)".
#[must_use]
pub fn moment(language: Language, at: Instant) -> String {
    let local: DateTime<Tz> = at.with_timezone(&Paris);
    let (hour, minute) = (local.hour(), local.minute());
    let day = day(language, local.date_naive());
    match language {
        Language::Fr => format!("{day} à {hour}\u{a0}h\u{a0}{minute:02}"),
        Language::En => format!("{day} at {hour:02}:{minute:02} (Paris time)"),
    }
}

/// « 1 250,50 € », "€1,250.50".
#[must_use]
pub fn money(language: Language, money: Money) -> String {
    let cents = money.amount.unsigned_abs();
    let separator = language.pick("\u{202f}", ",");
    let whole = grouped(cents / 100, separator);
    let sign = if money.amount < 0 { "−" } else { "" };
    match language {
        Language::Fr => format!("{sign}{whole},{:02}\u{a0}€", cents % 100),
        Language::En => format!("{sign}€{whole}.{:02}", cents % 100),
    }
}

fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let head = digits.len() % 3;
    let mut groups: Vec<&str> = Vec::new();
    if head > 0 {
        groups.push(&digits[..head]);
    }
    groups.extend((head..digits.len()).step_by(3).map(|from| &digits[from..from + 3]));
    groups.join(separator)
}

/// The name of a trade; its slug when it is no longer in the catalogue.
#[must_use]
pub fn trade(language: Language, slug: &str) -> String {
    trades::find(slug).map_or_else(
        || slug.to_owned(),
        |trade| language.pick(trade.name_fr, trade.name_en).to_owned(),
    )
}

/// « DJ, Photographe ».
#[must_use]
pub fn trades<'a>(language: Language, slugs: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = slugs.into_iter().map(|slug| trade(language, slug)).collect();
    names.join(", ")
}

/// Where a banner is shown: « l’annuaire ».
#[must_use]
pub fn placement(language: Language, placement: Placement) -> &'static str {
    match placement {
        Placement::Home => language.pick("la page d’accueil", "the first page"),
        Placement::Directory => language.pick("l’annuaire", "the directory"),
        Placement::Tenders => language.pick("la liste des appels d’offres", "the list of tenders"),
        Placement::Tender => language.pick("les pages des appels d’offres", "the pages of tenders"),
        Placement::Provider => {
            language.pick("les fiches des prestataires", "the sheets of providers")
        }
    }
}

/// « Campagne « Bals », 15 jours : l’annuaire (Seine-Maritime) ».
#[must_use]
pub fn campaign(language: Language, content: &Content) -> String {
    let Content { title, days, .. } = content;
    let page = placement(language, content.placement);
    let departement = departement(&content.departement);
    match language {
        Language::Fr => format!("Campagne « {title} », {days} jours : {page} ({departement})"),
        Language::En => format!("Campaign “{title}”, {days} days: {page} ({departement})"),
    }
}

/// The name of a département.
#[must_use]
pub fn departement(code: &str) -> String {
    departements::find(code).map_or_else(|| code.to_owned(), |it| it.name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_read_as_people_write_them() {
        let date = NaiveDate::from_ymd_opt(2027, 5, 1).unwrap();
        assert_eq!(day(Language::Fr, date), "samedi 1er mai 2027");
        assert_eq!(day(Language::En, date), "Saturday 1 May 2027");
        let at: Instant = "2027-01-22T23:05:00Z".parse().unwrap();
        assert_eq!(moment(Language::Fr, at), "samedi 23 janvier 2027 à 0\u{a0}h\u{a0}05");
        assert_eq!(moment(Language::En, at), "Saturday 23 January 2027 at 00:05 (Paris time)");
    }

    #[test]
    fn amounts_are_grouped_by_thousands() {
        for (cents, french, english) in [
            (5, "0,05\u{a0}€", "€0.05"),
            (-5, "−0,05\u{a0}€", "−€0.05"),
            (125_050, "1\u{202f}250,50\u{a0}€", "€1,250.50"),
            (100_000_000, "1\u{202f}000\u{202f}000,00\u{a0}€", "€1,000,000.00"),
        ] {
            assert_eq!(money(Language::Fr, Money::euros(cents)), french);
            assert_eq!(money(Language::En, Money::euros(cents)), english);
        }
    }
}
