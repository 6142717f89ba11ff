//! French postal codes, and the département each one belongs to.
//!
//! The département is read from the first digits, which is right for all but a few dozen communes
//! served by a post office across the border; where it matters the person may correct it.

use std::fmt;

use super::super::departements;
use super::{IdentifierError, number, spaced_digits};

/// A postal code of one of the 101 départements: "76000".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostalCode {
    digits: [u8; 5],
    departement_code: &'static str,
}

impl PostalCode {
    /// Reads 5 digits, with or without spaces.
    ///
    /// # Errors
    /// `Empty`, `UnexpectedCharacter`, `WrongLength`, or `UnknownDepartement` when the first
    /// digits are those of no département.
    pub fn parse(text: &str) -> Result<Self, IdentifierError> {
        let digits = spaced_digits::<5>(text)?;
        let departement_code =
            departement_code(digits).ok_or(IdentifierError::UnknownDepartement)?;
        Ok(Self { digits, departement_code })
    }

    /// The code of its département: "01" to "95", "2A", "2B", or three digits overseas.
    #[must_use]
    pub const fn departement_code(&self) -> &'static str {
        self.departement_code
    }

    /// The form people read, which is the canonical one: "76000".
    #[must_use]
    pub fn formatted(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05}", number(&self.digits))
    }
}

/// 20 is Corsica, cut in two by the third digit; 97 is overseas, where the code has three digits.
fn departement_code(digits: [u8; 5]) -> Option<&'static str> {
    match digits {
        [2, 0, 0 | 1, ..] => Some("2A"),
        [2, 0, 2 | 6, ..] => Some("2B"),
        [9, 7, ..] => known(&format!("{:03}", number(&digits[..3]))),
        _ => known(&format!("{:02}", number(&digits[..2]))),
    }
}

fn known(code: &str) -> Option<&'static str> {
    departements::find(code).map(|it| it.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierError::{Empty, UnexpectedCharacter, UnknownDepartement, WrongLength};

    #[test]
    fn the_first_digits_give_the_departement() {
        let table = [
            ("01000", Ok("01")),
            ("76 000", Ok("76")),
            ("95999", Ok("95")),
            ("00999", Err(UnknownDepartement)),
            ("96000", Err(UnknownDepartement)),
            ("98000", Err(UnknownDepartement)),
            ("19999", Ok("19")),
            ("20000", Ok("2A")),
            ("20199", Ok("2A")),
            ("20200", Ok("2B")),
            ("20299", Ok("2B")),
            ("20300", Err(UnknownDepartement)),
            ("20599", Err(UnknownDepartement)),
            ("20600", Ok("2B")),
            ("20620", Ok("2B")),
            ("20700", Err(UnknownDepartement)),
            ("21000", Ok("21")),
            ("97099", Err(UnknownDepartement)),
            ("97100", Ok("971")),
            ("97400", Ok("974")),
            ("97500", Err(UnknownDepartement)),
            ("97600", Ok("976")),
            ("97700", Err(UnknownDepartement)),
            ("7600", Err(WrongLength)),
            ("760000", Err(WrongLength)),
            ("2A000", Err(UnexpectedCharacter)),
            ("", Err(Empty)),
        ];
        for (typed, expected) in table {
            let parsed = PostalCode::parse(typed).map(|it| it.departement_code());
            assert_eq!(parsed, expected, "{typed:?}");
        }
    }

    #[test]
    fn the_canonical_form_keeps_its_zeros() {
        assert_eq!(PostalCode::parse("01 000").unwrap().to_string(), "01000");
    }
}
