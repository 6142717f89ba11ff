//! By the hour: a rate, an estimate, and how many hours a week may have.

use serde::{Deserialize, Serialize};

use super::{Line, MAX_AMOUNT, Quantity, Totals, VatRate, lines};
use crate::{fields::Fields, limits::Limits, money::Money, refusal::Explanation, text};

/// A week has no more hours than this.
const WEEK_HOURS: u32 = 168;
/// The longest mission that is estimated in hours: two years of full weeks of work.
const MAX_HOURS: u32 = 4000;

/// Work by the hour that was checked: its rate, and what the estimate comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Document", into = "Document")]
pub struct Hourly {
    /// The net price of an hour (S2-030).
    pub rate: Money,
    /// The VAT that comes on top.
    pub vat_rate: VatRate,
    /// At most so many hours a week; none without a limit (S2-031).
    pub weekly_hours: Option<u32>,
    /// About how many hours in all (S2-033).
    pub estimated_hours: u32,
    totals: Totals,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    rate: Money,
    vat_rate: VatRate,
    weekly_hours: Option<u32>,
    estimated_hours: u32,
}

/// Work by the hour as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenHourly {
    /// The net price of an hour.
    pub rate: Money,
    /// Basis points.
    pub vat_rate: i64,
    /// At most so many hours a week.
    pub weekly_hours: Option<u32>,
    /// About how many hours in all.
    pub estimated_hours: u32,
}

impl Hourly {
    /// What the estimate comes to.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        &self.totals
    }
}

impl WrittenHourly {
    pub(super) fn parse(&self, limits: &Limits) -> Result<Hourly, Fields> {
        let mut fields = Fields::default();
        if !(1..=MAX_AMOUNT).contains(&self.rate.amount) {
            fields.refuse("/rate", lines::invalid_price());
        }
        let vat_rate = fields.take(
            "/vat_rate",
            VatRate::try_from(self.vat_rate).map_err(|_| text::unknown_choice()),
        );
        let weekly_hours = fields.take("/weekly_hours", weekly_hours(self.weekly_hours));
        let least = limits.estimated_hours_min;
        if !(least..=MAX_HOURS).contains(&self.estimated_hours) {
            fields.refuse("/estimated_hours", invalid_estimate(least));
        }
        let (Some(vat_rate), Some(weekly_hours)) = (vat_rate, weekly_hours) else {
            return Err(fields);
        };
        fields.check()?;
        let Self { rate, estimated_hours, .. } = *self;
        // Rate and estimate are sound by now: what is left to refuse is their product.
        Hourly::try_from(Document { rate, vat_rate, weekly_hours, estimated_hours })
            .map_err(|_| Fields::one("/estimated_hours", lines::total_too_large()))
    }
}

/// Reads how many hours a week may have.
pub fn weekly_hours(hours: Option<u32>) -> Result<Option<u32>, Explanation> {
    let sound = hours.is_none_or(|hours| (1..=WEEK_HOURS).contains(&hours));
    if sound { Ok(hours) } else { Err(invalid_week()) }
}

impl TryFrom<Document> for Hourly {
    type Error = &'static str;

    fn try_from(document: Document) -> Result<Self, Self::Error> {
        let Document { rate, vat_rate, weekly_hours, estimated_hours } = document;
        let quantity = Quantity::whole(estimated_hours).ok_or("not an estimate")?;
        let hours = Line { label: String::new(), quantity, unit_price: rate, vat_rate };
        let totals = Totals::of(&[hours]).ok_or("the total is too large")?;
        Ok(Self { rate, vat_rate, weekly_hours, estimated_hours, totals })
    }
}

impl From<Hourly> for Document {
    fn from(it: Hourly) -> Self {
        let Hourly { rate, vat_rate, weekly_hours, estimated_hours, .. } = it;
        Self { rate, vat_rate, weekly_hours, estimated_hours }
    }
}

fn invalid_week() -> Explanation {
    Explanation::new(
        "invalid_weekly_hours",
        format!("La limite hebdomadaire va de 1 à {WEEK_HOURS} heures."),
        format!("The weekly limit is from 1 to {WEEK_HOURS} hours."),
    )
}

fn invalid_estimate(least: u32) -> Explanation {
    Explanation::new(
        "invalid_estimate",
        format!("L’estimation va de {least} à {MAX_HOURS} heures."),
        format!("The estimate is from {least} to {MAX_HOURS} hours."),
    )
}
