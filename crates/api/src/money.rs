//! Amounts on the wire: minor units with their ISO 4217 code.

use estrade_domain::{
    fields::Fields,
    money::{Currency, Money},
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An amount of money.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyInput {
    /// In minor units: 12050 is 120.50.
    #[schema(example = 12050)]
    amount: i64,
    /// ISO 4217.
    #[schema(example = "EUR")]
    currency: String,
}

/// An amount of money.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct MoneyView {
    /// In minor units: 12050 is 120.50.
    #[schema(example = 12050)]
    amount: i64,
    /// ISO 4217.
    #[schema(example = "EUR")]
    currency: &'static str,
}

impl MoneyInput {
    /// Reads it; a currency that is not traded here is told below `pointer`.
    pub fn read(&self, fields: &mut Fields, pointer: &str) -> Option<Money> {
        let currency = Currency::from_code(&self.currency).ok_or_else(text::unknown_choice);
        let currency = fields.take(format!("{pointer}/currency"), currency)?;
        Some(Money { amount: self.amount, currency })
    }
}

impl From<Money> for MoneyView {
    fn from(money: Money) -> Self {
        Self { amount: money.amount, currency: money.currency.code() }
    }
}
