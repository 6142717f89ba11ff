//! What is agreed beside the price: revisions, what the provider needs to begin, how it is paid.

use serde::{Deserialize, Serialize};

use crate::{fields::Fields, ids::ServiceId, limits::Limits, refusal::Explanation, text, words};

/// At most so many questions.
pub const QUESTIONS_MAX: usize = 10;
/// At most so many characters in a question.
const MAX_QUESTION: usize = 300;
/// At most so many revisions, short of any number of them.
pub const REVISIONS_MAX: u32 = 20;
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

/// How often the client may ask for changes to a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Revisions {
    /// So many times.
    Included(u32),
    /// As often as it wants; never by default.
    Unlimited,
}

/// What the provider asks before it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub text: String,
    /// Whether it must be answered.
    pub mandatory: bool,
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
    pub revisions: Option<u32>,
    /// As many as the client wants.
    pub unlimited_revisions: bool,
    /// « Demander des critères de service ».
    pub questions: Vec<WrittenQuestion>,
    /// How the client pays.
    pub settlement: Option<Settlement>,
    /// How much is due at the order.
    pub deposit_percent: Option<u32>,
}

/// A question as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenQuestion {
    /// What is asked.
    pub text: String,
    /// Whether it must be answered.
    pub mandatory: bool,
}

impl Default for Conditions {
    fn default() -> Self {
        Self {
            service: None,
            revisions: Revisions::Included(1),
            questions: Vec::new(),
            settlement: Settlement::Direct,
            deposit_percent: None,
        }
    }
}

impl WrittenConditions {
    /// Reads them; every wrong field is told at once.
    pub fn parse(&self, service: Option<ServiceId>, limits: &Limits) -> Result<Conditions, Fields> {
        let mut fields = Fields::default();
        let revisions = fields.take("/revisions", self.revisions(limits));
        let questions = read_questions(&mut fields, &self.questions);
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

    /// nothing said is the default of the instance; without end only when that is said.
    fn revisions(&self, limits: &Limits) -> Result<Revisions, Explanation> {
        match (self.unlimited_revisions, self.revisions) {
            (true, None) => Ok(Revisions::Unlimited),
            (false, None) => Ok(Revisions::Included(limits.revisions)),
            (false, Some(count)) if count <= REVISIONS_MAX => Ok(Revisions::Included(count)),
            _ => Err(invalid_revisions()),
        }
    }
}

fn read_questions(fields: &mut Fields, written: &[WrittenQuestion]) -> Vec<Question> {
    if written.len() > QUESTIONS_MAX {
        fields.refuse("/questions", text::too_many(QUESTIONS_MAX));
        return Vec::new();
    }
    let read = |(place, one): (usize, &WrittenQuestion)| {
        let pointer = format!("/questions/{place}/text");
        let text = fields.take(pointer, text::line(&one.text, MAX_QUESTION))?;
        Some(Question { text, mandatory: one.mandatory })
    };
    written.iter().enumerate().filter_map(read).collect()
}

fn invalid_revisions() -> Explanation {
    Explanation::new(
        "invalid_revisions",
        format!(
            "Indiquez de 0 à {REVISIONS_MAX} retouches, ou des retouches illimitées, pas les deux."
        ),
        format!("Give 0 to {REVISIONS_MAX} revisions, or unlimited ones, not both."),
    )
}

fn invalid_deposit() -> Explanation {
    Explanation::new(
        "invalid_deposit",
        format!("L’acompte va de 1 à {DEPOSIT_MAX} %."),
        format!("A deposit is from 1 to {DEPOSIT_MAX}%."),
    )
}
