//! The same delivery again and again: each renewal is paid and delivered for itself (S2-018).

use serde::{Deserialize, Serialize};

use super::{Lines, Totals, WrittenLine, days, lines};
use crate::{
    fields::Fields, language::Language, limits::Limits, money::Money, phrases,
    refusal::Explanation, words,
};

/// Half a year is 26 weeks, for how long a subscription lasts.
const HALF_YEAR_DAYS: u32 = 182;

words! {
    /// In what a rhythm counts.
    pub enum Rhythm {
        /// Every 5 to 29 days (S2-021).
        Daily = "daily",
        /// Every 1 to 7 weeks (S2-022).
        Weekly = "weekly",
        /// Every 1 or 2 months (S2-023).
        Monthly = "monthly",
    }
}

/// A delivery that is repeated, checked: what all of them come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Document", into = "Document")]
pub struct Subscription {
    /// What one delivery costs.
    pub lines: Lines,
    /// In what the rhythm counts.
    pub rhythm: Rhythm,
    /// Every how many days, weeks or months.
    pub every: u32,
    /// How many deliveries, the first one counted.
    pub deliveries: u32,
    /// Days from the beginning of a period to its delivery.
    pub delivery_days: u32,
    totals: Totals,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    lines: Lines,
    rhythm: Rhythm,
    every: u32,
    deliveries: u32,
    delivery_days: u32,
}

/// A subscription as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenSubscription {
    /// What one delivery costs.
    pub lines: Vec<WrittenLine>,
    /// In what the rhythm counts.
    pub rhythm: Rhythm,
    /// Every how many of them.
    pub every: u32,
    /// How many deliveries.
    pub deliveries: u32,
    /// Days from the beginning of a period to its delivery.
    pub delivery_days: u32,
}

impl Rhythm {
    /// The least and the most that a period has.
    #[must_use]
    pub fn bounds(self) -> (u32, u32) {
        match self {
            Self::Daily => (5, 29),
            Self::Weekly => (1, 7),
            Self::Monthly => (1, 2),
        }
    }

    /// How much of this fits into so many months; half a year is 182 days.
    fn within(self, months: u32) -> u32 {
        match self {
            Self::Daily => months * HALF_YEAR_DAYS / 6,
            Self::Weekly => months * HALF_YEAR_DAYS / 6 / 7,
            Self::Monthly => months,
        }
    }
}

impl Subscription {
    /// What all deliveries come to.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        &self.totals
    }
}

impl WrittenSubscription {
    pub(super) fn parse(&self, limits: &Limits) -> Result<Subscription, Fields> {
        let mut fields = Fields::default();
        let lines = lines::lines(&self.lines).map_err(|wrong| fields.absorb("", wrong)).ok();
        let (least, most) = self.rhythm.bounds();
        if !(least..=most).contains(&self.every) {
            fields.refuse("/every", invalid_rhythm(self.rhythm));
        }
        let months = limits.subscription_months;
        if self.deliveries < 2 {
            fields.refuse("/deliveries", too_few());
        } else if self.deliveries.saturating_mul(self.every) > self.rhythm.within(months) {
            fields.refuse("/deliveries", too_long(months));
        }
        let delivery_days = fields.take("/delivery_days", days(self.delivery_days));
        let least = Money::euros(limits.subscription_cents_min.into());
        if lines.as_ref().is_some_and(|lines| lines.totals().gross.amount < least.amount) {
            fields.refuse("/lines", too_cheap(least));
        }
        fields.check()?;
        let (Some(lines), Some(delivery_days)) = (lines, delivery_days) else {
            return Err(Fields::default());
        };
        let Self { rhythm, every, deliveries, .. } = *self;
        Subscription::try_from(Document { lines, rhythm, every, deliveries, delivery_days })
            .map_err(|_| Fields::one("/lines", lines::total_too_large()))
    }
}

impl TryFrom<Document> for Subscription {
    type Error = &'static str;

    fn try_from(document: Document) -> Result<Self, Self::Error> {
        let Document { lines, rhythm, every, deliveries, delivery_days } = document;
        let totals = lines.totals().times(deliveries.into()).ok_or("the total is too large")?;
        Ok(Self { lines, rhythm, every, deliveries, delivery_days, totals })
    }
}

impl From<Subscription> for Document {
    fn from(it: Subscription) -> Self {
        let Subscription { lines, rhythm, every, deliveries, delivery_days, .. } = it;
        Self { lines, rhythm, every, deliveries, delivery_days }
    }
}

fn invalid_rhythm(rhythm: Rhythm) -> Explanation {
    let (least, most) = rhythm.bounds();
    let (french, english) = match rhythm {
        Rhythm::Daily => ("jours", "days"),
        Rhythm::Weekly => ("semaines", "weeks"),
        Rhythm::Monthly => ("mois", "months"),
    };
    Explanation::new(
        "invalid_rhythm",
        format!("L’abonnement se renouvelle tous les {least} à {most} {french}."),
        format!("The subscription renews every {least} to {most} {english}."),
    )
}

fn too_few() -> Explanation {
    Explanation::new(
        "too_few_deliveries",
        "Un abonnement compte au moins deux livraisons : pour une seule, proposez un paiement unique.",
        "A subscription has at least two deliveries: for one, offer a single payment.",
    )
}

fn too_long(months: u32) -> Explanation {
    Explanation::new(
        "subscription_too_long",
        format!("Un abonnement dure au plus {months} mois."),
        format!("A subscription lasts {months} months at most."),
    )
}

fn too_cheap(least: Money) -> Explanation {
    let price = |language| phrases::money(language, least);
    Explanation::new(
        "subscription_too_cheap",
        format!("Chaque livraison coûte au moins {}, TVA comprise.", price(Language::Fr)),
        format!("Each delivery costs at least {}, VAT included.", price(Language::En)),
    )
}
