//! What happens: tenders with the steps of each lot, and the words and prices of offers.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use estrade_domain::{
    events::Sketch,
    money::Money,
    offers::{WrittenOffer, terms::WrittenLine},
    organizations::Organization,
    tenders::LotSketch,
};
use serde::Deserialize;

use super::clock::mix;
use crate::config::Fault;

/// A tender and all that becomes of it. Days are counted from today.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plot {
    pub client: String,
    kind: String,
    title: String,
    town: String,
    departement: String,
    #[serde(default)]
    venue: Option<String>,
    /// The day of the event.
    day: i64,
    #[serde(default)]
    time: String,
    guests: i32,
    ages: String,
    description: String,
    /// When it was published; absent for a draft.
    pub published: Option<i64>,
    /// When a draft was begun.
    pub begun: Option<i64>,
    pub lots: Vec<LotPlot>,
    /// When it was revised, and for how many guests.
    pub revised: Option<(i64, i32)>,
    /// When and why it was closed, with a word.
    pub closed: Option<(i64, String, String)>,
    /// When and by whom it was hidden.
    #[serde(default)]
    pub hidden_by: Vec<(i64, String)>,
}

/// A lot and its steps.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotPlot {
    pub trade: String,
    wishes: String,
    #[serde(default)]
    quantity: String,
    pub steps: Vec<(i64, Verb, String)>,
}

/// What someone does about a lot; the text beside it says who, or in which words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// Who.
    Apply,
    /// Who, and the last day on which the offer holds.
    ApplyUntil,
    /// Who.
    Revise,
    /// Who.
    Reconfirm,
    /// Who.
    Withdraw,
    /// Whom; settled between the two.
    Choose,
    /// Whom; paid with held funds.
    ChooseHeld,
    /// The client calls the mission off: why.
    CallOff,
    /// Nobody else.
    WithdrawChoice,
    /// Who.
    Confirm,
    /// Why.
    Decline,
    /// Nobody else.
    Complete,
    /// Stars, then words.
    Review,
    /// In which words.
    Answer,
}

/// All tenders.
pub fn plots() -> Result<Vec<Plot>, Fault> {
    Ok(serde_json::from_str(include_str!("tenders.json"))?)
}

impl Plot {
    /// What the client typed about the event.
    pub fn sketch(&self, today: NaiveDate) -> Sketch {
        Sketch {
            kind: self.kind.clone(),
            title: self.title.clone(),
            day: self.day(today).to_string(),
            start_time: self.time.clone(),
            venue_known: self.venue.as_ref().is_some_and(|venue| !venue.is_empty()),
            venue: self.venue.clone().unwrap_or_default(),
            town: self.town.clone(),
            departement: self.departement.clone(),
            guests: Some(self.guests),
            guest_ages: self.ages.clone(),
            description: self.description.clone(),
            ideas_wanted: self.guests % 2 == 0,
            ..Sketch::default()
        }
    }

    pub fn day(&self, today: NaiveDate) -> NaiveDate {
        today + TimeDelta::days(self.day)
    }

    pub fn lot_sketches(&self) -> Vec<LotSketch> {
        let sketch = |lot: &LotPlot| LotSketch {
            trade: lot.trade.clone(),
            wishes: lot.wishes.clone(),
            quantity: lot.quantity.clone(),
            ..LotSketch::default()
        };
        self.lots.iter().map(sketch).collect()
    }
}

/// How a trade writes and prices its offers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Style {
    /// Label, quantity, cents, VAT in basis points.
    lines: Vec<(String, String, i64, i64)>,
    public: Vec<String>,
    private: String,
}

/// How every trade does.
pub struct Styles(HashMap<String, Style>);

impl Styles {
    pub fn read() -> Result<Self, Fault> {
        Ok(Self(serde_json::from_str(include_str!("offers.json"))?))
    }

    /// An offer of a provider for a lot of this event. A later version is a little cheaper.
    pub fn offer(
        &self,
        plot: &Plot,
        trade: &str,
        provider: &Organization,
        is_later: bool,
    ) -> Result<WrittenOffer, Fault> {
        let style = self.0.get(trade).ok_or_else(|| format!("no offers for {trade}"))?;
        let seed = provider.handle.as_str().bytes().chain(plot.title.bytes());
        let seed = mix(seed.fold(0, |seed, byte| (seed * 31 + u64::from(byte)) & 0xffff_ffff));
        let place = usize::try_from(seed % 97)? % style.public.len();
        let percent = 88 + i64::try_from(seed % 30)? - if is_later { 6 } else { 0 };
        let fill = |text: &str| {
            text.replace("{guests}", &plot.guests.to_string())
                .replace("{staff}", &(plot.guests / 25 + 1).to_string())
                .replace("{town}", &plot.town)
        };
        let lines = style.lines.iter().map(|(label, quantity, cents, vat_rate)| WrittenLine {
            label: label.clone(),
            quantity: fill(quantity),
            unit_price: Money::euros(round(cents * percent / 100)),
            vat_rate: if provider.vat_exempt { 0 } else { *vat_rate },
        });
        Ok(WrittenOffer {
            lines: lines.collect(),
            public_message: fill(&style.public[place]),
            private_message: Some(fill(&style.private)),
            expires_on: None,
        })
    }
}

/// Prices as people make them: to five euros, small ones to ten cents.
fn round(cents: i64) -> i64 {
    let step = if cents >= 5_000 { 500 } else { 10 };
    (cents + step / 2) / step * step
}
