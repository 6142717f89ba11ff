//! SIREN (a French company, 9 digits) and SIRET (one of its establishments, 14 digits).
//!
//! Both end with a Luhn check digit. La Poste has too many establishments for that: INSEE lets
//! theirs pass when the plain sum of the digits is a multiple of 5; its head office keeps Luhn.

use std::fmt;

use super::{IdentifierError, number, spaced_digits};

const LA_POSTE: Siren = Siren(356_000_000);
const LA_POSTE_HEAD_OFFICE: Siret = Siret(35_600_000_000_048);

/// The number of a French company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siren(u64);

impl Siren {
    /// Reads 9 digits, with or without spaces.
    ///
    /// # Errors
    /// `Empty`, `UnexpectedCharacter`, `WrongLength`, or `WrongChecksum` when Luhn fails.
    pub fn parse(text: &str) -> Result<Self, IdentifierError> {
        let digits = spaced_digits::<9>(text)?;
        let siren = Self(number(&digits));
        // Nine zeros satisfy Luhn, but nobody was ever given them.
        if siren.0 == 0 || !passes_luhn(&digits) {
            return Err(IdentifierError::WrongChecksum);
        }
        Ok(siren)
    }

    /// The form people read: "732 829 320".
    #[must_use]
    pub fn formatted(self) -> String {
        let text = self.to_string();
        format!("{} {} {}", &text[..3], &text[3..6], &text[6..])
    }
}

impl fmt::Display for Siren {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}

/// The number of an establishment: the SIREN of its company, then 5 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siret(u64);

impl Siret {
    /// Reads 14 digits, with or without spaces.
    ///
    /// # Errors
    /// `Empty`, `UnexpectedCharacter`, `WrongLength`, or `WrongChecksum` when the check digit of
    /// the company or that of the establishment is wrong.
    pub fn parse(text: &str) -> Result<Self, IdentifierError> {
        let digits = spaced_digits::<14>(text)?;
        let siret = Self(number(&digits));
        let company = siret.siren();
        let passes = if company == LA_POSTE && siret != LA_POSTE_HEAD_OFFICE {
            digits.iter().map(|it| u32::from(*it)).sum::<u32>().is_multiple_of(5)
        } else {
            company.0 != 0 && passes_luhn(&digits[..9]) && passes_luhn(&digits)
        };
        if passes { Ok(siret) } else { Err(IdentifierError::WrongChecksum) }
    }

    /// The company of this establishment.
    #[must_use]
    pub const fn siren(self) -> Siren {
        Siren(self.0 / 100_000)
    }

    /// The form people read: "732 829 320 00074".
    #[must_use]
    pub fn formatted(self) -> String {
        format!("{} {:05}", self.siren().formatted(), self.0 % 100_000)
    }
}

impl fmt::Display for Siret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:014}", self.0)
    }
}

/// Luhn (ISO/IEC 7812-1): every second digit from the right counts double, minus 9 above 9.
fn passes_luhn(digits: &[u8]) -> bool {
    let weigh = |(place, digit): (usize, &u8)| match (place % 2, u32::from(*digit) * 2) {
        (0, doubled) => doubled / 2,
        (_, doubled) if doubled > 9 => doubled - 9,
        (_, doubled) => doubled,
    };
    digits.iter().rev().enumerate().map(weigh).sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierError::{Empty, UnexpectedCharacter, WrongChecksum, WrongLength};

    #[test]
    fn a_siren_has_nine_digits_and_its_check_digit() {
        let table = [
            ("732829320", Ok("732829320")),
            (" 732 829 320 ", Ok("732829320")),
            ("356000000", Ok("356000000")),
            ("005520135", Ok("005520135")),
            ("732829321", Err(WrongChecksum)),
            ("000000000", Err(WrongChecksum)),
            ("73282932", Err(WrongLength)),
            ("7328293200", Err(WrongLength)),
            ("73282932O", Err(UnexpectedCharacter)),
            ("", Err(Empty)),
            (" \u{a0}", Err(Empty)),
        ];
        for (typed, expected) in table {
            let parsed = Siren::parse(typed).map(|it| it.to_string());
            assert_eq!(parsed, expected.map(String::from), "{typed:?}");
        }
    }

    /// S1-011: a SIRET is 14 digits and Luhn-valid; anything else is refused.
    #[test]
    fn a_siret_has_fourteen_digits_and_both_check_digits() {
        let table = [
            ("73282932000074", Ok("73282932000074")),
            ("732 829 320 00074", Ok("73282932000074")),
            ("732\u{a0}829\u{202f}320\u{a0}00074", Ok("73282932000074")),
            ("7 3 2 8 2 9 3 2 0 0 0 0 7 4", Ok("73282932000074")),
            ("73282932000075", Err(WrongChecksum)),
            ("73282932000064", Err(WrongChecksum)),
            ("7328293200007", Err(WrongLength)),
            ("732829320000740", Err(WrongLength)),
            ("73282932000074732829320000747328293200007", Err(WrongLength)),
            ("00000000000000", Err(WrongChecksum)),
            ("00000000000018", Err(WrongChecksum)),
            ("732-829-320-00074", Err(UnexpectedCharacter)),
            ("732829320 NIC 00074", Err(UnexpectedCharacter)),
            ("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", Err(UnexpectedCharacter)),
            ("   ", Err(Empty)),
        ];
        for (typed, expected) in table {
            let parsed = Siret::parse(typed).map(|it| it.to_string());
            assert_eq!(parsed, expected.map(String::from), "{typed:?}");
        }
    }

    /// S1-011: a SIRET that satisfies Luhn as a whole is still wrong when its company is not one.
    #[test]
    fn the_company_inside_a_siret_is_checked_too() {
        let siret = (0..10).map(|last| format!("7328293210007{last}"));
        let luhn_valid = siret.filter(|it| passes_luhn(&spaced_digits::<14>(it).unwrap()));
        for typed in luhn_valid {
            assert_eq!(Siret::parse(&typed), Err(WrongChecksum), "{typed}");
        }
    }

    /// S1-011: La Poste's establishments pass by the sum of their digits, its head office by Luhn.
    #[test]
    fn la_poste_has_its_own_rule() {
        let table = [
            ("35600000000048", true),  // head office: Luhn holds, the sum is 26
            ("35600000049837", true),  // the sum is 45
            ("35600000000001", true),  // the sum is 15
            ("35600000049838", false), // the sum is 46
            ("35600000049836", false), // the sum is 44
            ("35600000000055", false), // Luhn holds, but the sum is 24 and it is no head office
        ];
        for (typed, is_valid) in table {
            assert_eq!(Siret::parse(typed).is_ok(), is_valid, "{typed}");
        }
    }

    /// S1-011: one mistyped digit, anywhere, is always caught.
    #[test]
    fn a_single_wrong_digit_never_passes() {
        let right = "73282932000074";
        for place in 0..right.len() {
            for digit in b'0'..=b'9' {
                let mut typed = right.as_bytes().to_vec();
                typed[place] = digit;
                let typed = String::from_utf8(typed).unwrap();
                assert_eq!(Siret::parse(&typed).is_ok(), typed == right, "{typed}");
            }
        }
    }

    #[test]
    fn people_read_groups() {
        let siret = Siret::parse("73282932000074").unwrap();
        assert_eq!(siret.formatted(), "732 829 320 00074");
        assert_eq!(siret.siren().formatted(), "732 829 320");
        assert_eq!(Siren::parse("005520135").unwrap().formatted(), "005 520 135");
    }
}
