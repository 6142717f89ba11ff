//! What is agreed beside the price: revisions, what the provider needs to begin, how it is paid.

use serde::{Deserialize, Serialize};

pub use crate::services::{Question, Revisions, WrittenQuestion};

use super::terms::Terms;
use crate::{
    fields::Fields,
    ids::ServiceId,
    limits::Limits,
    money::Money,
    refusal::Explanation,
    services::{questions, revisions},
    words,
};

/// The most that is due at the order, in percent: the rest is due at the delivery.
const DEPOSIT_MAX: u32 = 90;

words! {
    /// How the client pays.
    pub enum Settlement {
        /// The two sides settle it between them.
        Direct = "direct",
        /// The platform keeps the funds until the delivery is accepted.
        Held = "held",
    }
}

/// What is agreed beside the price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// The service that the offer was made from (S2-003).
    pub service: Option<ServiceId>,
    /// How often the client may ask for changes.
    pub revisions: Revisions,
    /// What the provider asks before it begins; without any, the order starts when it is placed (S2-041).
    pub questions: Vec<Question>,
    /// How the client pays.
    pub settlement: Settlement,
    /// How much is due at the order, in percent; none when all is due at the delivery.
    pub deposit_percent: Option<u32>,
}

/// Conditions as they were typed.
#[derive(Debug, Clone, Default)]
pub struct WrittenConditions {
    /// How many revisions; none for what the instance gives.
    pub revisions: Option<i32>,
    /// As many as the client wants.
    pub unlimited_revisions: bool,
    /// « Demander des critères de service ».
    pub questions: Vec<WrittenQuestion>,
    /// How the client pays.
    pub settlement: Option<Settlement>,
    /// How much is due at the order.
    pub deposit_percent: Option<u32>,
}

impl Default for Conditions {
    fn default() -> Self {
        Self {
            service: None,
            revisions: Revisions::UpTo(1),
            questions: Vec::new(),
            settlement: Settlement::Direct,
            deposit_percent: None,
        }
    }
}

impl Conditions {
    /// What is due at the order of something for one price, VAT included; none when all is due at the delivery. What is
    /// paid in parts is due part by part.
    #[must_use]
    pub fn deposit(&self, terms: &Terms) -> Option<Money> {
        match terms {
            Terms::Fixed { lines, .. } => {
                lines.totals().gross.times(self.deposit_percent?.into(), 100)
            }
            _ => None,
        }
    }
}

impl WrittenConditions {
    /// Reads them; every wrong field is told at once.
    pub fn parse(&self, service: Option<ServiceId>, limits: &Limits) -> Result<Conditions, Fields> {
        let mut fields = Fields::default();
        let revisions = revisions(self.revisions, self.unlimited_revisions, limits);
        let revisions = fields.take("/revisions", revisions);
        let questions = questions(&self.questions, &mut fields);
        if self.deposit_percent.is_some_and(|percent| !(1..=DEPOSIT_MAX).contains(&percent)) {
            fields.refuse("/deposit_percent", invalid_deposit());
        }
        let Some(revisions) = revisions else { return Err(fields) };
        fields.check()?;
        Ok(Conditions {
            service,
            revisions,
            questions,
            settlement: self.settlement.unwrap_or(Settlement::Direct),
            deposit_percent: self.deposit_percent,
        })
    }
}

fn invalid_deposit() -> Explanation {
    Explanation::new(
        "invalid_deposit",
        format!("L’acompte va de 1 à {DEPOSIT_MAX} %."),
        format!("A deposit is from 1 to {DEPOSIT_MAX}%."),
    )
}
