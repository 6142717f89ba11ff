//! Phone numbers, kept in E.164 ("+33612345678").
//!
//! A number without a country code is French. Overseas départements have country codes of their
//! own but are dialled from the mainland by their national prefix, so that prefix decides.

use std::fmt;

use super::IdentifierError;

/// National prefixes of the overseas départements and the country code each one stands for
/// (Arcep numbering plan).
const OVERSEAS: &[(&str, &str)] = &[
    ("0262", "262"),
    ("0263", "262"),
    ("0269", "262"),
    ("0590", "590"),
    ("0594", "594"),
    ("0596", "596"),
    ("0639", "262"),
    ("0690", "590"),
    ("0691", "590"),
    ("0692", "262"),
    ("0693", "262"),
    ("0694", "594"),
    ("0696", "596"),
    ("0697", "596"),
];

/// Numbers that belong to nobody, kept for stories (Arcep numbering plan): of the mainland, in the middle of the
/// prefix of Mayotte.
const OF_STORIES: &str = "063998";

/// Country codes with the French plan: nine digits after them, the first one not 0.
const FRENCH_CODES: [&str; 5] = ["33", "262", "590", "594", "596"];

/// A phone number that can be dialled from anywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a French national number ("06 12 34 56 78") or an international one ("+32 …",
    /// "0032 …", "+33 (0)6 …"), with spaces, dots, hyphens, slashes or brackets anywhere.
    ///
    /// # Errors
    /// `Empty`; `UnexpectedCharacter` for a letter or a misplaced plus; `WrongLength` when there
    /// are too few or too many digits; `WrongFormat` when no number begins that way.
    pub fn parse(text: &str) -> Result<Self, IdentifierError> {
        let (is_international, digits) = dialled(text)?;
        let international =
            if is_international { without_trunk_zero(&digits) } else { from_national(&digits)? };
        check_international(&international)?;
        Ok(Self(format!("+{international}")))
    }

    /// The form people read in France: "06 12 34 56 78", "0692 12 34 56"; numbers of other
    /// countries stay in E.164, because each groups its digits in its own way.
    #[must_use]
    pub fn formatted(&self) -> String {
        let Some((code, national)) = self.french_parts() else {
            return self.0.clone();
        };
        let first = if code == "33" { 1 } else { 3 };
        let (head, tail) = national.split_at(first);
        let mut text = format!("0{head}");
        for (index, digit) in tail.chars().enumerate() {
            if index % 2 == 0 {
                text.push(' ');
            }
            text.push(digit);
        }
        text
    }

    fn french_parts(&self) -> Option<(&'static str, &str)> {
        let digits = &self.0[1..];
        let parts = |code: &&'static str| Some((*code, digits.strip_prefix(*code)?));
        FRENCH_CODES.iter().find_map(parts)
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The digits to dial, and whether a plus or "00" announced a country code.
fn dialled(text: &str) -> Result<(bool, String), IdentifierError> {
    let is_between_digits = |it: char| it.is_whitespace() || "./-()\u{2010}\u{2011}".contains(it);
    let typed: String = text.chars().filter(|it| !is_between_digits(*it)).collect();
    let (is_international, digits) = match (typed.strip_prefix('+'), typed.strip_prefix("00")) {
        (Some(digits), _) | (None, Some(digits)) => (true, digits),
        (None, None) => (false, typed.as_str()),
    };
    if !digits.chars().all(|it| it.is_ascii_digit()) {
        Err(IdentifierError::UnexpectedCharacter)
    } else if digits.is_empty() {
        Err(IdentifierError::Empty)
    } else {
        Ok((is_international, digits.to_owned()))
    }
}

/// "+33 (0)6 12…" is a habit: the trunk zero is not dialled after the country code.
fn without_trunk_zero(digits: &str) -> String {
    let drop_zero = |code: &&str| {
        let national = digits.strip_prefix(*code)?.strip_prefix('0')?;
        Some(format!("{code}{national}"))
    };
    FRENCH_CODES.iter().find_map(drop_zero).unwrap_or_else(|| digits.to_owned())
}

fn from_national(digits: &str) -> Result<String, IdentifierError> {
    let Some(national) = digits.strip_prefix('0') else {
        return Err(IdentifierError::WrongFormat);
    };
    let is_overseas = |prefix: &str| digits.starts_with(prefix) && !digits.starts_with(OF_STORIES);
    let overseas = OVERSEAS.iter().find(|(prefix, _)| is_overseas(prefix));
    let code = overseas.map_or("33", |(_, code)| code);
    Ok(format!("{code}{national}"))
}

fn check_international(digits: &str) -> Result<(), IdentifierError> {
    if digits.starts_with('0') {
        return Err(IdentifierError::WrongFormat);
    }
    let french = FRENCH_CODES.iter().find_map(|code| digits.strip_prefix(code));
    // E.164 allows 15 digits; the shortest numbers in use with their country code have 8.
    let is_right_length = french.map_or((8..=15).contains(&digits.len()), |it| it.len() == 9);
    if !is_right_length {
        Err(IdentifierError::WrongLength)
    } else if french.is_some_and(|it| it.starts_with('0')) {
        Err(IdentifierError::WrongFormat)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierError::{Empty, UnexpectedCharacter, WrongFormat, WrongLength};

    #[test]
    fn what_people_type_becomes_e164() {
        let table = [
            ("06 12 34 56 78", Ok("+33612345678")),
            ("0612345678", Ok("+33612345678")),
            ("06.12.34.56.78", Ok("+33612345678")),
            ("06-12-34-56-78", Ok("+33612345678")),
            ("06/12/34/56/78", Ok("+33612345678")),
            ("06\u{a0}12\u{a0}34\u{202f}56\u{a0}78", Ok("+33612345678")),
            ("+33 6 12 34 56 78", Ok("+33612345678")),
            ("+33 (0)6 12 34 56 78", Ok("+33612345678")),
            ("(+33) 6 12 34 56 78", Ok("+33612345678")),
            ("0033 6 12 34 56 78", Ok("+33612345678")),
            ("01 23 45 67 89", Ok("+33123456789")),
            ("0262 12 34 56", Ok("+262262123456")),
            ("0692 12 34 56", Ok("+262692123456")),
            ("+262 692 12 34 56", Ok("+262692123456")),
            ("0590 12 34 56", Ok("+590590123456")),
            ("0696 12 34 56", Ok("+596696123456")),
            ("0639 12 34 56", Ok("+262639123456")),
            ("06 39 98 00 06", Ok("+33639980006")),
            ("+32 470 12 34 56", Ok("+32470123456")),
            ("+41 79 123 45 67", Ok("+41791234567")),
        ];
        for (typed, expected) in table {
            let parsed = Phone::parse(typed).map(|it| it.to_string());
            assert_eq!(parsed, expected.map(String::from), "{typed:?}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_refused() {
        let table = [
            ("", Empty),
            (" - ", Empty),
            ("+", Empty),
            ("06 12 34 56 7", WrongLength),
            ("06 12 34 56 789", WrongLength),
            ("+33 6 12 34 56 7", WrongLength),
            ("+33 6 12 34 56 789", WrongLength),
            ("+32 12345", WrongLength),
            ("+3212345678901234", WrongLength),
            ("612345678", WrongFormat),
            ("112", WrongFormat),
            ("+0612345678", WrongFormat),
            ("+33 00 12 34 56 78", WrongFormat),
            ("06 12 34 56 7a", UnexpectedCharacter),
            ("06 12 34 56 78 poste 3", UnexpectedCharacter),
            ("06+12345678", UnexpectedCharacter),
            ("٠٦١٢٣٤٥٦٧٨", UnexpectedCharacter),
        ];
        for (typed, expected) in table {
            assert_eq!(Phone::parse(typed), Err(expected), "{typed:?}");
        }
    }

    #[test]
    fn bounds_of_a_foreign_number() {
        let table = [
            ("+1234567", false),
            ("+12345678", true),
            ("+123456789012345", true),
            ("+1234567890123456", false),
        ];
        for (typed, is_valid) in table {
            assert_eq!(Phone::parse(typed).is_ok(), is_valid, "{typed}");
        }
    }

    #[test]
    fn overseas_prefixes_are_sorted_and_french() {
        assert!(OVERSEAS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(OVERSEAS.iter().all(|(_, code)| FRENCH_CODES.contains(code)));
    }

    #[test]
    fn people_read_groups() {
        let table = [
            ("+33612345678", "06 12 34 56 78"),
            ("+262692123456", "0692 12 34 56"),
            ("+33639980006", "06 39 98 00 06"),
            ("+32470123456", "+32470123456"),
        ];
        for (typed, expected) in table {
            let phone = Phone::parse(typed).unwrap();
            assert_eq!(phone.formatted(), expected);
            assert_eq!(Phone::parse(&phone.formatted()), Ok(phone));
        }
    }
}
