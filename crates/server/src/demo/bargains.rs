//! What clients order of a provider without a tender, told in `orders.json`.

use estrade_domain::{
    money::Money,
    offers::{
        WrittenConditions, WrittenCustomOffer,
        terms::{WrittenLine, WrittenTerms},
    },
};
use serde::Deserialize;

use crate::config::Fault;

/// A message, the offer that answers it, and the order that comes of it. Days are counted from today.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bargain {
    pub client: String,
    pub provider: String,
    /// When the client wrote, got its offer and accepted it.
    pub agreed: i64,
    /// When the work was handed over and approved.
    pub done: i64,
    /// What the client wrote.
    pub ask: String,
    title: String,
    description: String,
    /// In euros.
    price: i64,
    days: u32,
}

/// All of them.
pub fn bargains() -> Result<Vec<Bargain>, Fault> {
    Ok(serde_json::from_str(include_str!("orders.json"))?)
}

impl Bargain {
    /// What the provider offers.
    pub fn offer(&self) -> WrittenCustomOffer {
        let line = WrittenLine {
            label: self.title.clone(),
            quantity: "1".to_owned(),
            unit_price: Money::euros(self.price * 100),
            vat_rate: 2000,
        };
        WrittenCustomOffer {
            title: self.title.clone(),
            description: self.description.clone(),
            terms: WrittenTerms::Fixed { lines: vec![line], delivery_days: self.days },
            conditions: WrittenConditions::default(),
            expires_on: None,
        }
    }
}
