//! What a client needs, described once and handed to a few providers that fit (S5-012, A-45).
//!
//! Who gets it is what the page of the ranking criteria publishes, and nothing else: the trade, the
//! département, who is at work, the budget, then the order of the directory. What a provider answered
//! before, declining included, counts for nothing (S5-017). Invariants: at most so many get it, each once;
//! each has its own message and hears of no other; a need that was sent stays as it was.

mod choosing;
mod refusals;
mod writing;

pub use choosing::{Candidate, Choice, Chosen, Reason};
pub use refusals::NeedRefusal;
pub use writing::{TITLE_MAX, WrittenNeed};

use chrono::{NaiveDate, TimeDelta};

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    conversations::ConversationState,
    facts::Fact,
    ids::{AccountId, NeedId, OrganizationId},
    limits::Limits,
    money::Money,
    words,
    world::Instant,
};

words! {
    /// Where it stands with one of those who got it.
    pub enum RecipientState {
        /// It has not answered yet.
        Waiting = "waiting",
        /// It wrote, or made an offer.
        Answered = "answered",
        /// It cannot take it.
        Declined = "declined",
        /// It no longer wants to hear from the client.
        Blocked = "blocked",
    }
}

/// What the client would spend, VAT included; either end may be open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Budget {
    /// At least so much: for the providers to read, nobody is left out by it.
    pub at_least: Option<Money>,
    /// At most so much: a service that begins above it does not fit.
    pub at_most: Option<Money>,
}

/// What is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// In a line.
    pub title: String,
    /// All that a provider has to know to answer.
    pub description: String,
    /// The slug of a trade.
    pub trade: String,
    /// The code of a département.
    pub departement: String,
    /// When, if that is known.
    pub day: Option<NaiveDate>,
    /// For how much.
    pub budget: Budget,
}

/// A need that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Its id.
    pub id: NeedId,
    /// Whose it is.
    pub client: OrganizationId,
    /// Who described it.
    pub author: AccountId,
    /// What is needed.
    pub content: Content,
    /// Who got it, the best placed first.
    pub recipients: Vec<Chosen>,
    /// When.
    pub sent_at: Instant,
}

impl Need {
    /// Whether this person may have providers chosen for a need.
    pub fn may_be_described_by(actor: &Actor) -> Result<(), NeedRefusal> {
        match actor.kind {
            OrganizationKind::Client => Ok(()),
            OrganizationKind::Provider | OrganizationKind::Operator => {
                Err(NeedRefusal::ClientsOnly)
            }
        }
    }

    /// From when on the needs of a client count against its limit.
    #[must_use]
    pub fn counted_since(now: Instant) -> Instant {
        now - TimeDelta::hours(24)
    }

    /// Hands a need to those of the choice that the client kept; it sent so many in the last 24 hours.
    pub fn send(
        actor: &Actor,
        id: NeedId,
        content: Content,
        (chosen, kept): (Vec<Chosen>, &[OrganizationId]),
        (recent, limits): (u32, &Limits),
        now: Instant,
    ) -> Result<Change<Self>, NeedRefusal> {
        Self::may_be_described_by(actor)?;
        if recent >= limits.needs_per_day {
            return Err(NeedRefusal::TooMany { per_day: limits.needs_per_day });
        }
        if chosen.is_empty() {
            return Err(NeedRefusal::NobodyFits);
        }
        // Nobody gets it of whom the client did not read before.
        if kept.iter().any(|id| chosen.iter().all(|it| it.provider != *id)) {
            return Err(NeedRefusal::ChoiceOutdated);
        }
        let recipients: Vec<Chosen> =
            chosen.into_iter().filter(|it| kept.contains(&it.provider)).collect();
        let client = actor.organization;
        let fact = Fact::NeedSent { need: id, client, recipients: recipients.len() };
        let need = Self { id, client, author: actor.account, content, recipients, sent_at: now };
        Ok(Change::new(need, fact))
    }
}

impl RecipientState {
    /// From where its conversation stands, and whether it wrote there since.
    #[must_use]
    pub fn of(conversation: ConversationState, has_written: bool) -> Self {
        match conversation {
            ConversationState::Blocked => Self::Blocked,
            ConversationState::Declined => Self::Declined,
            ConversationState::Open if has_written => Self::Answered,
            ConversationState::Open => Self::Waiting,
        }
    }
}

#[cfg(test)]
mod tests;
