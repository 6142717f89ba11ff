//! By the hour: a rate, an estimate, and how many hours a week may have.

use serde::{Deserialize, Serialize};

use super::{Line, MAX_AMOUNT, Quantity, Totals, VatRate, lines};
use crate::{fields::Fields, limits::Limits, money::Money, refusal::Explanation, text};

/// A week has no more hours than this.
const WEEK_HOURS: u32 = 168;
/// The longest mission that is estimated in hours: two years of full weeks of work.
const MAX_HOURS: u32 = 4000;

/// Work that is paid by the hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hourly {
    /// The net price of an hour (S2-030).
    pub rate: Money,
    /// The VAT that comes on top.
    pub vat_rate: VatRate,
    /// At most so many hours a week; none without a limit (S2-031).
    pub weekly_hours: Option<u32>,
    /// About how many hours in all (S2-033).
    pub estimated_hours: u32,
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
    pub fn totals(&self) -> Totals {
        let one = Line {
            label: String::new(),
            quantity: Quantity::ONE,
            unit_price: self.rate,
            vat_rate: self.vat_rate,
        };
        let hours = Quantity::whole(self.estimated_hours).unwrap_or(Quantity::ONE);
        let all = Line { quantity: hours, ..one.clone() };
        // What was read is sound: its product fits.
        Totals::of(&[all]).or_else(|| Totals::of(&[one])).unwrap_or_else(Totals::nothing)
    }
}

impl WrittenHourly {
    pub(super) fn parse(&self, limits: &Limits) -> Result<Hourly, Fields> {
        let mut fields = Fields::default();
        let amount = self.rate.amount;
        if !(1..=MAX_AMOUNT).contains(&amount) {
            fields.refuse("/rate", lines::invalid_price());
        }
        let vat_rate = fields.take(
            "/vat_rate",
            VatRate::try_from(self.vat_rate).map_err(|_| text::unknown_choice()),
        );
        if self.weekly_hours.is_some_and(|hours| !(1..=WEEK_HOURS).contains(&hours)) {
            fields.refuse("/weekly_hours", invalid_week());
        }
        let least = limits.estimated_hours_min;
        if !(least..=MAX_HOURS).contains(&self.estimated_hours) {
            fields.refuse("/estimated_hours", invalid_estimate(least));
        } else if amount.saturating_mul(self.estimated_hours.into()) > MAX_AMOUNT / 6 * 5 {
            fields.refuse("/estimated_hours", lines::total_too_large());
        }
        let Some(vat_rate) = vat_rate else { return Err(fields) };
        fields.check()?;
        let Self { rate, weekly_hours, estimated_hours, .. } = *self;
        Ok(Hourly { rate, vat_rate, weekly_hours, estimated_hours })
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
