//! Two to five parts, one after the other, each delivered and approved for itself. The last is the
//! final delivery.

use serde::{Deserialize, Serialize};

use super::{Line, MAX_AMOUNT, MAX_DAYS, Quantity, Totals, VatRate, days, lines};
use crate::{fields::Fields, limits::Limits, money::Money, refusal::Explanation, text};

/// One part would be a single payment.
pub const MILESTONES_MIN: u32 = 2;
/// At most so many characters in a name.
const MAX_NAME: usize = 100;
/// At most so many characters in a description.
const MAX_DESCRIPTION: usize = 2000;

/// A part of a mission, checked: what it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Part", into = "Part")]
pub struct Milestone {
    /// What it is called.
    pub name: String,
    /// What is delivered.
    pub description: String,
    /// Days that it takes once the one before is approved.
    pub days: u32,
    /// Its net price.
    pub price: Money,
    /// The VAT that comes on top.
    pub vat_rate: VatRate,
    totals: Totals,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    name: String,
    description: String,
    days: u32,
    price: Money,
    vat_rate: VatRate,
}

/// Parts that were checked: their number, their prices and their delays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Document", into = "Document")]
pub struct Milestones {
    parts: Vec<Milestone>,
    delivery_days: u32,
    totals: Totals,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    milestones: Vec<Milestone>,
    delivery_days: u32,
}

/// A part as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenMilestone {
    /// What it is called.
    pub name: String,
    /// What is delivered.
    pub description: String,
    /// Days that it takes.
    pub days: u32,
    /// Its net price.
    pub price: Money,
    /// Basis points.
    pub vat_rate: i64,
}

impl Milestone {
    /// What it comes to.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        &self.totals
    }
}

impl Milestones {
    /// The parts, in their order.
    #[must_use]
    pub fn as_slice(&self) -> &[Milestone] {
        &self.parts
    }

    /// Days from the start to the final delivery.
    #[must_use]
    pub fn delivery_days(&self) -> u32 {
        self.delivery_days
    }

    /// What they come to together: each part has its own VAT, as its own invoice will.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    pub(super) fn vat_rates(&self) -> Vec<(String, VatRate)> {
        let parts = self.parts.iter().enumerate();
        parts.map(|(place, one)| (format!("/milestones/{place}/vat_rate"), one.vat_rate)).collect()
    }

    pub(super) fn parse(
        written: &[WrittenMilestone],
        delivery_days: u32,
        limits: &Limits,
    ) -> Result<Self, Fields> {
        let most = limits.milestones_max;
        if !u32::try_from(written.len()).is_ok_and(|it| (MILESTONES_MIN..=most).contains(&it)) {
            return Err(Fields::one("/milestones", count(most)));
        }
        let mut fields = Fields::default();
        let milestones: Vec<_> = written
            .iter()
            .enumerate()
            .filter_map(|(place, one)| read(&mut fields, &format!("/milestones/{place}"), one))
            .collect();
        let delivery_days = fields.take("/delivery_days", days(delivery_days));
        fields.check()?;
        let Some(delivery_days) = delivery_days else { return Err(Fields::default()) };
        if milestones.iter().map(|one| one.days).sum::<u32>() > delivery_days {
            return Err(Fields::one("/delivery_days", beyond_delivery()));
        }
        Self::try_from(Document { milestones, delivery_days })
            .map_err(|_| Fields::one("/milestones", lines::total_too_large()))
    }
}

fn read(fields: &mut Fields, pointer: &str, written: &WrittenMilestone) -> Option<Milestone> {
    let name = fields.take(format!("{pointer}/name"), text::line(&written.name, MAX_NAME));
    let description = fields.take(
        format!("{pointer}/description"),
        text::paragraphs(&written.description, MAX_DESCRIPTION),
    );
    let days = fields.take(format!("{pointer}/days"), days(written.days));
    let price = written.price;
    let in_bounds = (1..=MAX_AMOUNT).contains(&price.amount);
    let price = if in_bounds { Ok(price) } else { Err(lines::invalid_price()) };
    let price = fields.take(format!("{pointer}/price"), price);
    let vat_rate = fields.take(
        format!("{pointer}/vat_rate"),
        VatRate::try_from(written.vat_rate).map_err(|_| text::unknown_choice()),
    );
    let (name, description, days) = (name?, description?, days?);
    let part = Part { name, description, days, price: price?, vat_rate: vat_rate? };
    let read = Milestone::try_from(part).map_err(|_| lines::total_too_large());
    fields.take(format!("{pointer}/price"), read)
}

impl TryFrom<Part> for Milestone {
    type Error = &'static str;

    fn try_from(part: Part) -> Result<Self, Self::Error> {
        let Part { name, description, days, price, vat_rate } = part;
        let (label, quantity) = (name.clone(), Quantity::ONE);
        let line = Line { label, quantity, unit_price: price, vat_rate };
        let totals = Totals::of(&[line]).ok_or("a milestone has no sound price")?;
        Ok(Self { name, description, days, price, vat_rate, totals })
    }
}

impl From<Milestone> for Part {
    fn from(it: Milestone) -> Self {
        let Milestone { name, description, days, price, vat_rate, .. } = it;
        Self { name, description, days, price, vat_rate }
    }
}

impl TryFrom<Document> for Milestones {
    type Error = &'static str;

    fn try_from(document: Document) -> Result<Self, Self::Error> {
        let Document { milestones, delivery_days } = document;
        let sum: u32 = milestones.iter().map(|one| one.days.min(MAX_DAYS)).sum();
        if milestones.len() < MILESTONES_MIN as usize || sum > delivery_days {
            return Err("too few milestones, or they pass the final delivery");
        }
        let each: Vec<&Totals> = milestones.iter().map(Milestone::totals).collect();
        let totals = Totals::sum(&each).ok_or("the total is too large")?;
        Ok(Self { parts: milestones, delivery_days, totals })
    }
}

impl From<Milestones> for Document {
    fn from(it: Milestones) -> Self {
        Self { milestones: it.parts, delivery_days: it.delivery_days }
    }
}

fn count(most: u32) -> Explanation {
    Explanation::new(
        "milestone_count",
        format!("Une offre par étapes compte de {MILESTONES_MIN} à {most} étapes."),
        format!("An offer in milestones has {MILESTONES_MIN} to {most} of them."),
    )
}

fn beyond_delivery() -> Explanation {
    Explanation::new(
        "milestones_beyond_delivery",
        "Les étapes durent ensemble plus longtemps que le délai de la livraison finale.",
        "Together the milestones take longer than the final delivery allows.",
    )
}
