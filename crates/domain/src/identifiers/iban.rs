//! IBAN (ISO 13616): two letters of a country, two check digits, up to 30 characters of an account.
//!
//! The check digits are verified (ISO 7064, remainder 1 of 97), and the length where the country is France.

use super::IdentifierError;

const SHORTEST: usize = 15;
const LONGEST: usize = 34;
const FRENCH: usize = 27;

/// A bank account's number, in capitals and without spaces. It is never shown whole and never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Iban(String);

impl Iban {
    /// Reads a number in either case, with spaces anywhere.
    ///
    /// # Errors
    /// `Empty`, `UnexpectedCharacter`, `WrongLength`, `WrongFormat` when it does not begin with a country
    /// and check digits, `WrongChecksum`.
    pub fn parse(text: &str) -> Result<Self, IdentifierError> {
        let canonical: String = text
            .chars()
            .filter(|it| !it.is_whitespace())
            .map(|it| it.to_ascii_uppercase())
            .collect();
        if canonical.is_empty() {
            return Err(IdentifierError::Empty);
        }
        if !canonical.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(IdentifierError::UnexpectedCharacter);
        }
        let (head, account) = canonical.split_at_checked(4).ok_or(IdentifierError::WrongLength)?;
        let (country, key) = head.split_at(2);
        let is_head = country.bytes().all(|byte| byte.is_ascii_uppercase())
            && key.bytes().all(|byte| byte.is_ascii_digit());
        if !is_head {
            return Err(IdentifierError::WrongFormat);
        }
        let is_french = country == "FR";
        let fits = (SHORTEST..=LONGEST).contains(&canonical.len())
            && (!is_french || canonical.len() == FRENCH);
        if !fits {
            return Err(IdentifierError::WrongLength);
        }
        if remainder(account, head) != 1 {
            return Err(IdentifierError::WrongChecksum);
        }
        Ok(Self(canonical))
    }

    /// The last four characters, so that its holder recognizes it.
    #[must_use]
    pub fn ending(&self) -> &str {
        &self.0[self.0.len() - 4..]
    }

    /// The account without the country and its check digits.
    #[must_use]
    pub fn account(&self) -> &str {
        &self.0[4..]
    }
}

impl std::fmt::Debug for Iban {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Iban(…{})", self.ending())
    }
}

/// The account and then the head, letters counting from 10, modulo 97.
fn remainder(account: &str, head: &str) -> u32 {
    account.chars().chain(head.chars()).filter_map(|it| it.to_digit(36)).fold(0, |rest, value| {
        let shift = if value >= 10 { 100 } else { 10 };
        (rest * shift + value) % 97
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digits_are_verified() {
        for good in [
            "FR76 3000 6000 0112 3456 7890 189",
            "fr1420041010050500013m02606",
            "DE89370400440532013000",
        ] {
            let iban = Iban::parse(good).unwrap();
            assert!(!format!("{iban:?}").contains("0000"), "never shown whole");
        }
        for (wrong, why) in [
            ("", IdentifierError::Empty),
            ("FR76-3000", IdentifierError::UnexpectedCharacter),
            ("FR7", IdentifierError::WrongLength),
            ("7FR63000600001123456789018", IdentifierError::WrongFormat),
            ("FR76300060000112345678901", IdentifierError::WrongLength),
            ("FR7730006000011234567890189", IdentifierError::WrongChecksum),
        ] {
            assert_eq!(Iban::parse(wrong), Err(why), "{wrong}");
        }
    }
}
