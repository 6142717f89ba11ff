//! The quotes that clients ask for, told in `quotes.json`.

use chrono::{Days, NaiveDate};
use estrade_domain::{money::Money, quote_requests::WrittenNeeds};
use serde::Deserialize;

use crate::config::Fault;

/// A quote request, and when its provider accepted it. Days are counted from today.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    pub client: String,
    pub provider: String,
    pub asked: i64,
    #[serde(default)]
    pub accepted: Option<i64>,
    needs: String,
    /// In euros.
    budget: i64,
    wanted_in: u64,
}

/// All of them.
pub fn quotes() -> Result<Vec<Quote>, Fault> {
    Ok(serde_json::from_str(include_str!("quotes.json"))?)
}

impl Quote {
    /// What the client writes.
    pub fn written(&self, today: NaiveDate) -> WrittenNeeds {
        let wanted_on = today.checked_add_days(Days::new(self.wanted_in));
        WrittenNeeds {
            text: self.needs.clone(),
            budget: Some(Money::euros(self.budget * 100)),
            wanted_on: wanted_on.map(|day| day.to_string()),
        }
    }
}
