//! Identifiers that the outside world gives: SIREN, SIRET, VAT numbers, phones, postal codes.
//!
//! Each is parsed once, at the edge, from what a person types, and kept in one canonical form:
//! `Display` writes that form (what is stored and compared), `formatted` what people read. All
//! checks are of form: whether the company exists is for the registry to say.

use std::fmt;

use crate::refusal::{Explain, Explanation};

mod iban;
mod phone;
mod postal_code;
mod siret;
mod vat_number;

pub use iban::Iban;
pub use phone::Phone;
pub use postal_code::PostalCode;
pub use siret::{Siren, Siret};
pub use vat_number::VatNumber;

/// Why a text is not the identifier it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdentifierError {
    /// Nothing was typed.
    Empty,
    /// A character that this identifier never holds.
    UnexpectedCharacter,
    /// Too short or too long.
    WrongLength,
    /// The right length, but the check digits contradict the others: most often a typing error.
    WrongChecksum,
    /// A VAT number whose first two letters are no member of the Union's VAT system.
    UnknownCountry,
    /// The right characters, but not in the shape that the country or the country code asks for.
    WrongFormat,
    /// A postal code outside the 101 départements.
    UnknownDepartement,
}

impl IdentifierError {
    /// Stable code for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "identifier_empty",
            Self::UnexpectedCharacter => "identifier_unexpected_character",
            Self::WrongLength => "identifier_wrong_length",
            Self::WrongChecksum => "identifier_wrong_checksum",
            Self::UnknownCountry => "identifier_unknown_country",
            Self::WrongFormat => "identifier_wrong_format",
            Self::UnknownDepartement => "identifier_unknown_departement",
        }
    }
}

impl fmt::Display for IdentifierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the identifier is empty",
            Self::UnexpectedCharacter => "the identifier holds a character that does not belong",
            Self::WrongLength => "the identifier is too short or too long",
            Self::WrongChecksum => "the check digits of the identifier are wrong",
            Self::UnknownCountry => "the country of the VAT number is not in the European Union",
            Self::WrongFormat => "the identifier does not have the expected shape",
            Self::UnknownDepartement => "the postal code belongs to no French département",
        })
    }
}

impl std::error::Error for IdentifierError {}

impl Explain for IdentifierError {
    fn explain(&self) -> Explanation {
        let french = match self {
            Self::Empty => "Ce champ est obligatoire.",
            Self::UnexpectedCharacter => "Ce numéro contient un caractère qui n’y a pas sa place.",
            Self::WrongLength => "Ce numéro est trop court ou trop long.",
            Self::WrongChecksum => {
                "Ce numéro n’existe pas : vérifiez qu’aucun chiffre n’a été mal recopié."
            }
            Self::UnknownCountry => {
                "Le pays de ce numéro de TVA n’est pas dans l’Union européenne."
            }
            Self::WrongFormat => "Ce numéro n’a pas la forme attendue.",
            Self::UnknownDepartement => "Ce code postal n’appartient à aucun département français.",
        };
        let english = match self {
            Self::Empty => "This field is required.",
            Self::UnexpectedCharacter => "This number holds a character that does not belong.",
            Self::WrongLength => "This number is too short or too long.",
            Self::WrongChecksum => "This number does not exist: check that no digit was miscopied.",
            Self::UnknownCountry => "The country of this VAT number is not in the European Union.",
            Self::WrongFormat => "This number does not have the expected form.",
            Self::UnknownDepartement => "This postal code belongs to no French département.",
        };
        Explanation::new(self.code(), french, english)
    }
}

/// The `N` digits of a text in which people may have put spaces anywhere, no-break ones included.
fn spaced_digits<const N: usize>(text: &str) -> Result<[u8; N], IdentifierError> {
    let mut digits = [0; N];
    let mut count = 0;
    for character in text.chars().filter(|it| !it.is_whitespace()) {
        if !character.is_ascii_digit() {
            return Err(IdentifierError::UnexpectedCharacter);
        }
        if let (Some(slot), Some(digit)) = (digits.get_mut(count), digit_value(character)) {
            *slot = digit;
        }
        count += 1;
    }
    match count {
        0 => Err(IdentifierError::Empty),
        _ if count == N => Ok(digits),
        _ => Err(IdentifierError::WrongLength),
    }
}

fn digit_value(character: char) -> Option<u8> {
    character.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}

fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |sum, digit| sum * 10 + u64::from(*digit))
}

/// Gives an identifier its text form in serde: written canonical, read through its own `parse`.
macro_rules! as_text {
    ($identifier:ty) => {
        impl std::str::FromStr for $identifier {
            type Err = IdentifierError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl serde::Serialize for $identifier {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $identifier {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}

as_text!(Siren);
as_text!(Siret);
as_text!(VatNumber);
as_text!(Phone);
as_text!(PostalCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_stable() {
        let codes = [
            (IdentifierError::Empty, "identifier_empty"),
            (IdentifierError::UnexpectedCharacter, "identifier_unexpected_character"),
            (IdentifierError::WrongLength, "identifier_wrong_length"),
            (IdentifierError::WrongChecksum, "identifier_wrong_checksum"),
            (IdentifierError::UnknownCountry, "identifier_unknown_country"),
            (IdentifierError::WrongFormat, "identifier_wrong_format"),
            (IdentifierError::UnknownDepartement, "identifier_unknown_departement"),
        ];
        for (error, code) in codes {
            assert_eq!(error.code(), code);
            assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn serde_reads_through_parse() {
        use serde::de::value::{Error, StrDeserializer};
        use serde::{Deserialize, de::IntoDeserializer};

        let typed: StrDeserializer<Error> = "732 829 320 00074".into_deserializer();
        assert_eq!(Siret::deserialize(typed).map(|it| it.to_string()), Ok("73282932000074".into()));
        let wrong: StrDeserializer<Error> = "732 829 320 00075".into_deserializer();
        assert!(Siret::deserialize(wrong).is_err());
    }
}
