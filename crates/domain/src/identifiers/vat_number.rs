//! Intra-EU VAT numbers: two letters of a country, then what that country asks for.
//!
//! Source of the shapes: the European Commission's VIES. The check digits of France are verified,
//! those of other countries are not. Greece writes EL, Northern Ireland XI; Great Britain left.

use std::fmt;

use super::{IdentifierError, Siren};

/// The shapes of each country, sorted by prefix: `9` a digit, `A` a letter, `X` either,
/// `*` either or one of `+*`; any other character stands for itself.
#[rustfmt::skip]
const SHAPES: &[(&str, &[&str])] = &[
    ("AT", &["U99999999"]),
    ("BE", &["0999999999", "1999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["A9999999X", "99999999A"]),
    ("FI", &["99999999"]),
    ("FR", &["XX999999999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9*99999A", "9999999AA"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["*********B99"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    ("RO", &["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"]),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("XI", &["999999999", "999999999999", "GD999", "HA999"]),
];

/// A VAT number, in capitals and without spaces: "FR44732829320".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VatNumber(String);

impl VatNumber {
    /// Reads a VAT number in either case, with spaces, dots or hyphens between its parts.
    ///
    /// # Errors
    /// `Empty`, `UnexpectedCharacter`, `UnknownCountry`, `WrongLength` or `WrongFormat` when it
    /// has not a shape of its country, `WrongChecksum` when the French key or SIREN is wrong.
    pub fn parse(text: &str) -> Result<Self, IdentifierError> {
        let canonical = canonical(text)?;
        let (country, rest) = canonical.split_at_checked(2).ok_or(IdentifierError::WrongLength)?;
        check_shape(country, rest)?;
        if country == "FR" {
            check_french_key(rest)?;
        }
        Ok(Self(canonical))
    }

    /// The two letters it begins with: those of VIES, so Greece is "EL".
    #[must_use]
    pub fn country(&self) -> &str {
        &self.0[..2]
    }

    /// The company, when the number is French; Monaco's companies have no SIREN.
    #[must_use]
    pub fn siren(&self) -> Option<Siren> {
        let french = self.0.strip_prefix("FR")?;
        Siren::parse(&french[2..]).ok()
    }

    /// The form people read: "FR 44 732 829 320"; other countries' numbers stay in one piece.
    #[must_use]
    pub fn formatted(&self) -> String {
        let (country, rest) = self.0.split_at(2);
        if country == "FR" {
            format!("FR {} {} {} {}", &rest[..2], &rest[2..5], &rest[5..8], &rest[8..])
        } else {
            format!("{country} {rest}")
        }
    }
}

impl fmt::Display for VatNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn canonical(text: &str) -> Result<String, IdentifierError> {
    let is_between_parts = |it: &char| it.is_whitespace() || matches!(it, '.' | '-');
    let canonical: String =
        text.chars().filter(|it| !is_between_parts(it)).map(|it| it.to_ascii_uppercase()).collect();
    if canonical.is_empty() {
        return Err(IdentifierError::Empty);
    }
    if canonical.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '+' | '*')) {
        Ok(canonical)
    } else {
        Err(IdentifierError::UnexpectedCharacter)
    }
}

fn check_shape(country: &str, rest: &str) -> Result<(), IdentifierError> {
    let index = SHAPES
        .binary_search_by_key(&country, |(prefix, _)| prefix)
        .map_err(|_| IdentifierError::UnknownCountry)?;
    let shapes = SHAPES[index].1;
    if !shapes.iter().any(|shape| shape.len() == rest.len()) {
        return Err(IdentifierError::WrongLength);
    }
    if shapes.iter().any(|shape| fits(shape, rest)) {
        Ok(())
    } else {
        Err(IdentifierError::WrongFormat)
    }
}

fn fits(shape: &str, rest: &str) -> bool {
    let fits_one = |(place, character): (char, char)| match place {
        '9' => character.is_ascii_digit(),
        'A' => character.is_ascii_uppercase(),
        'X' => character.is_ascii_alphanumeric(),
        '*' => character.is_ascii_alphanumeric() || matches!(character, '+' | '*'),
        literal => character == literal,
    };
    shape.len() == rest.len() && shape.chars().zip(rest.chars()).all(fits_one)
}

/// The two characters before a SIREN. A key of digits is computed from it; a key with a letter
/// (never O or I, too close to 0 and 1) is the newer style, taken as it is.
fn check_french_key(rest: &str) -> Result<(), IdentifierError> {
    let (key, company) = rest.split_at(2);
    if key.contains(['O', 'I']) {
        return Err(IdentifierError::WrongFormat);
    }
    let number: u64 = company.parse().map_err(|_| IdentifierError::WrongFormat)?;
    // Monaco is inside the French VAT territory; its companies' numbers begin with 000.
    if !company.starts_with("000") {
        Siren::parse(company)?;
    }
    match key.parse::<u64>() {
        Ok(key) if key != (12 + 3 * (number % 97)) % 97 => Err(IdentifierError::WrongChecksum),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierError::{
        Empty, UnexpectedCharacter, UnknownCountry, WrongChecksum, WrongFormat, WrongLength,
    };

    fn check(table: &[(&str, Result<&str, IdentifierError>)]) {
        for (typed, expected) in table {
            let parsed = VatNumber::parse(typed).map(|it| it.to_string());
            assert_eq!(parsed, expected.map(String::from), "{typed:?}");
        }
    }

    /// S1-014: the intra-EU number of a French provider carries the right key and company.
    #[test]
    fn a_french_number_has_its_key() {
        check(&[
            ("FR44732829320", Ok("FR44732829320")),
            ("fr 44 732 829 320", Ok("FR44732829320")),
            ("FR.44-732829320", Ok("FR44732829320")),
            ("FR40303265045", Ok("FR40303265045")),
            ("FR45732829320", Err(WrongChecksum)),
            ("FR43732829320", Err(WrongChecksum)),
            ("FR44732829321", Err(WrongChecksum)),
            ("FR4473282932", Err(WrongLength)),
            ("FR447328293200", Err(WrongLength)),
            ("FR4473282932A", Err(WrongFormat)),
            ("44732829320", Err(UnknownCountry)),
            ("FR", Err(WrongLength)),
            ("F", Err(WrongLength)),
            ("", Err(Empty)),
            (" . ", Err(Empty)),
            ("FR44_732829320", Err(UnexpectedCharacter)),
            ("É44732829320", Err(UnexpectedCharacter)),
        ]);
    }

    /// S1-014: newer French keys hold letters; they are accepted by their form.
    #[test]
    fn a_french_key_may_hold_letters() {
        check(&[
            ("FRK7399859412", Ok("FRK7399859412")),
            ("FR4Z732829320", Ok("FR4Z732829320")),
            ("FRAB732829320", Ok("FRAB732829320")),
            ("FRO7399859412", Err(WrongFormat)),
            ("FR1I732829320", Err(WrongFormat)),
            ("FRK7399859413", Err(WrongChecksum)),
        ]);
    }

    #[test]
    fn every_key_but_one_is_wrong() {
        let right: Vec<_> = (0..100)
            .filter(|key| VatNumber::parse(&format!("FR{key:02}732829320")).is_ok())
            .collect();
        assert_eq!(right, [44]);
    }

    #[test]
    fn a_number_of_monaco_has_no_siren() {
        let monaco = VatNumber::parse("FR27000000005").unwrap();
        assert_eq!(monaco.siren(), None);
        let french = VatNumber::parse("FR44732829320").unwrap();
        assert_eq!(french.siren(), Siren::parse("732829320").ok());
    }

    /// S1-014: a provider of another member state gives its own country's number.
    #[test]
    fn other_countries_have_their_own_shapes() {
        check(&[
            ("ATU12345678", Ok("ATU12345678")),
            ("AT12345678", Err(WrongLength)),
            ("ATV12345678", Err(WrongFormat)),
            ("BE 0403.170.701", Ok("BE0403170701")),
            ("BE2403170701", Err(WrongFormat)),
            ("BE403170701", Err(WrongLength)),
            ("CY12345678X", Ok("CY12345678X")),
            ("DE123456789", Ok("DE123456789")),
            ("DE12345678", Err(WrongLength)),
            ("DE1234567890", Err(WrongLength)),
            ("EL123456789", Ok("EL123456789")),
            ("GR123456789", Err(UnknownCountry)),
            ("ESX1234567L", Ok("ESX1234567L")),
            ("ESB12345678", Ok("ESB12345678")),
            ("ES12345678Z", Ok("ES12345678Z")),
            ("ES123456789", Err(WrongFormat)),
            ("IE1234567WA", Ok("IE1234567WA")),
            ("IE1+23456W", Ok("IE1+23456W")),
            ("IT12345678901", Ok("IT12345678901")),
            ("LU12345678", Ok("LU12345678")),
            ("NL123456789B01", Ok("NL123456789B01")),
            ("NL123456789A01", Err(WrongFormat)),
            ("RO12", Ok("RO12")),
            ("RO1", Err(WrongLength)),
            ("RO1234567890", Ok("RO1234567890")),
            ("RO12345678901", Err(WrongLength)),
            ("XI123456789", Ok("XI123456789")),
            ("GB123456789", Err(UnknownCountry)),
            ("CH123456789", Err(UnknownCountry)),
        ]);
    }

    #[test]
    fn shapes_are_sorted_and_cover_the_union() {
        assert!(SHAPES.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(SHAPES.len(), 27 + 1, "27 members and Northern Ireland");
    }

    #[test]
    fn people_read_groups() {
        let formatted = |typed| VatNumber::parse(typed).map(|it| it.formatted());
        assert_eq!(formatted("fr44732829320"), Ok("FR 44 732 829 320".into()));
        assert_eq!(formatted("DE123456789"), Ok("DE 123456789".into()));
        assert_eq!(VatNumber::parse("EL123456789").unwrap().country(), "EL");
    }
}
