//! Money: integer minor units with their currency. No float touches it.

use serde::{Deserialize, Serialize};

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro, two decimals.
    Eur,
}

impl Currency {
    /// The ISO 4217 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        "EUR"
    }

    /// Reads an ISO 4217 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        (code == "EUR").then_some(Self::Eur)
    }
}

/// An amount in minor units (cents).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units; 12050 is 120.50.
    pub amount: i64,
    /// Of what.
    pub currency: Currency,
}

impl Money {
    /// So many cents of a euro.
    #[must_use]
    pub fn euros(cents: i64) -> Self {
        Self { amount: cents, currency: Currency::Eur }
    }

    /// The sum, if both are of one currency and it fits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let amount = self.amount.checked_add(other.amount)?;
        (self.currency == other.currency).then_some(Self { amount, ..self })
    }
}
