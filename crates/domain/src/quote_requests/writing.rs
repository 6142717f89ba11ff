//! What a client writes: needs, budget and day are all mandatory (S4-011).

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Europe::Paris;

use crate::{
    events::day_to_come, fields::Fields, money::Money, refusal::Explanation, text, world::Instant,
};

/// At most so many characters.
const MAX_TEXT: usize = 4000;
/// The least budget, in cents.
const BUDGET_MIN: i64 = 100;
/// The highest, in cents: ten million euros. Beyond it, a slip of the hand.
const BUDGET_MAX: i64 = 1_000_000_000;
/// Nobody asks for a day later than this.
const FARTHEST: TimeDelta = TimeDelta::days(730);

/// What is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needs {
    /// In words.
    pub text: String,
    /// For how much at most, VAT included.
    pub budget: Money,
    /// By which day, in France.
    pub wanted_on: NaiveDate,
}

/// Needs as they were typed.
#[derive(Debug, Clone)]
pub struct WrittenNeeds {
    /// In words.
    pub text: String,
    /// VAT included.
    pub budget: Option<Money>,
    /// `2027-06-12`.
    pub wanted_on: Option<String>,
}

impl WrittenNeeds {
    /// Reads them; every wrong or missing field is told at once.
    pub fn parse(&self, now: Instant) -> Result<Needs, Fields> {
        let mut fields = Fields::default();
        let text = fields.take("/needs", text::paragraphs(&self.text, MAX_TEXT));
        let budget = fields.take("/budget", self.budget.ok_or_else(text::missing).and_then(budget));
        let day = self.wanted_on.as_deref().map(str::trim).filter(|day| !day.is_empty());
        let day = day.ok_or_else(text::missing).and_then(|day| wanted_day(day, now));
        let wanted_on = fields.take("/wanted_on", day);
        let (Some(text), Some(budget), Some(wanted_on)) = (text, budget, wanted_on) else {
            return Err(fields);
        };
        Ok(Needs { text, budget, wanted_on })
    }
}

/// What a client would spend, VAT included.
pub(crate) fn budget(money: Money) -> Result<Money, Explanation> {
    if (BUDGET_MIN..=BUDGET_MAX).contains(&money.amount) {
        return Ok(money);
    }
    Err(Explanation::new(
        "budget_out_of_bounds",
        "Le budget va de 1 € à 10 000 000 €.",
        "The budget is from €1 to €10,000,000.",
    ))
}

fn wanted_day(text: &str, now: Instant) -> Result<NaiveDate, Explanation> {
    let day = day_to_come(text, now)?;
    if day > now.with_timezone(&Paris).date_naive() + FARTHEST {
        return Err(Explanation::new(
            "date_too_far",
            "Un devis se demande au plus deux ans à l’avance.",
            "A quote is asked for two years ahead at most.",
        ));
    }
    Ok(day)
}
