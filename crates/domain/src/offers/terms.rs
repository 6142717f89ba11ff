//! What an offer proposes, in one of four kinds, and what it comes to.
//!
//! Invariants: amounts are positive and sum without a remainder; a kind is milestones or a subscription,
//! never both (S2-040), for terms have one kind.

mod hourly;
mod lines;
mod milestones;
mod subscription;

use serde::{Deserialize, Serialize};

pub use self::{
    hourly::{Hourly, WrittenHourly, weekly_hours},
    lines::*,
    milestones::{MILESTONES_MIN, Milestone, Milestones, WrittenMilestone},
    subscription::{Rhythm, Subscription, WrittenSubscription},
};
use crate::{fields::Fields, limits::Limits, refusal::Explanation, words};

/// The most days that a delivery, or what comes before it, can take: two years.
pub const MAX_DAYS: u32 = 730;

words! {
    /// The four ways to be paid for a mission.
    pub enum TermsKind {
        /// Everything in one delivery, for one price.
        Fixed = "fixed",
        /// Two to five parts, each delivered and approved for itself.
        Milestones = "milestones",
        /// The same again, at a rhythm.
        Subscription = "subscription",
        /// By the hour.
        Hourly = "hourly",
    }
}

/// What an offer proposes. The document is tagged with its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Terms {
    /// Everything for one price (S2-015).
    Fixed {
        /// What the price is made of.
        lines: Lines,
        /// Days from the start to the delivery; an offer for a lot is done by its event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        delivery_days: Option<u32>,
    },
    /// In parts (S2-026).
    Milestones(Milestones),
    /// Again and again (S2-018).
    Subscription(Subscription),
    /// By the hour (S2-030).
    Hourly(Hourly),
}

/// Terms as they were typed: exactly one kind.
#[derive(Debug, Clone)]
pub enum WrittenTerms {
    /// Everything for one price.
    Fixed {
        /// What the price is made of.
        lines: Vec<WrittenLine>,
        /// Days to the delivery.
        delivery_days: u32,
    },
    /// In parts.
    Milestones {
        /// The parts, in their order.
        milestones: Vec<WrittenMilestone>,
        /// Days to the final delivery.
        delivery_days: u32,
    },
    /// Again and again.
    Subscription(WrittenSubscription),
    /// By the hour.
    Hourly(WrittenHourly),
}

impl WrittenTerms {
    /// Reads them; every wrong field is told at once.
    pub fn parse(&self, limits: &Limits) -> Result<Terms, Fields> {
        match self {
            Self::Fixed { lines: written, delivery_days } => {
                let mut fields = Fields::default();
                let days = fields.take("/delivery_days", days(*delivery_days));
                let lines = lines(written).map_err(|wrong| fields.absorb("", wrong)).ok();
                let (Some(lines), Some(days)) = (lines, days) else { return Err(fields) };
                Ok(Terms::Fixed { lines, delivery_days: Some(days) })
            }
            Self::Milestones { milestones, delivery_days } => {
                Milestones::parse(milestones, *delivery_days, limits).map(Terms::Milestones)
            }
            Self::Subscription(written) => written.parse(limits).map(Terms::Subscription),
            Self::Hourly(written) => written.parse(limits).map(Terms::Hourly),
        }
    }
}

impl Terms {
    /// Which of the four.
    #[must_use]
    pub fn kind(&self) -> TermsKind {
        match self {
            Self::Fixed { .. } => TermsKind::Fixed,
            Self::Milestones(_) => TermsKind::Milestones,
            Self::Subscription(_) => TermsKind::Subscription,
            Self::Hourly(_) => TermsKind::Hourly,
        }
    }

    /// The lines of which a price is made: of one delivery of a subscription; none of milestones and hours.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        match self {
            Self::Fixed { lines, .. } => lines.as_slice(),
            Self::Subscription(subscription) => subscription.lines.as_slice(),
            Self::Milestones(_) | Self::Hourly(_) => &[],
        }
    }

    /// What they come to in all: of a subscription with each renewal, of hours as they are estimated.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        match self {
            Self::Fixed { lines, .. } => lines.totals(),
            Self::Milestones(milestones) => milestones.totals(),
            Self::Subscription(subscription) => subscription.totals(),
            Self::Hourly(hourly) => hourly.totals(),
        }
    }

    /// Each VAT rate that they name, with a pointer to where.
    pub(super) fn vat_rates(&self) -> Vec<(String, VatRate)> {
        let of_lines = |lines: &[Line]| {
            let rates = lines.iter().enumerate();
            rates.map(|(place, line)| (format!("/lines/{place}/vat_rate"), line.vat_rate)).collect()
        };
        match self {
            Self::Fixed { lines, .. } => of_lines(lines.as_slice()),
            Self::Subscription(subscription) => of_lines(subscription.lines.as_slice()),
            Self::Milestones(milestones) => milestones.vat_rates(),
            Self::Hourly(hourly) => vec![("/vat_rate".to_owned(), hourly.vat_rate)],
        }
    }

    /// The texts that a person wrote, with a pointer to each.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &str)> {
        let lines = self.lines().iter().enumerate();
        let mut texts: Vec<(String, &str)> = lines
            .map(|(place, line)| (format!("/lines/{place}/label"), line.label.as_str()))
            .collect();
        if let Self::Milestones(milestones) = self {
            for (place, one) in milestones.as_slice().iter().enumerate() {
                texts.push((format!("/milestones/{place}/name"), &one.name));
                texts.push((format!("/milestones/{place}/description"), &one.description));
            }
        }
        texts
    }
}

fn days(days: u32) -> Result<u32, Explanation> {
    if (1..=MAX_DAYS).contains(&days) { Ok(days) } else { Err(invalid_days()) }
}

fn invalid_days() -> Explanation {
    Explanation::new(
        "invalid_days",
        format!("Un délai va de 1 à {MAX_DAYS} jours."),
        format!("A delay is from 1 to {MAX_DAYS} days."),
    )
}

#[cfg(test)]
mod tests;
