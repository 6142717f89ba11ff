//! What a decision returns: the new state and the facts to record with it.

use crate::{facts::Fact, ledger::Movement};

/// The outcome of a transition: recorded whole, in one transaction, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<T> {
    /// The thing as it is from now on.
    pub after: T,
    /// What happened, for the log.
    pub facts: Vec<Fact>,
    /// What it does with money that is kept, for the ledger.
    pub movements: Vec<Movement>,
}

impl<T> Change<T> {
    /// A new state and the one fact that tells of it.
    pub fn new(after: T, fact: Fact) -> Self {
        Self::told(after, vec![fact])
    }

    /// A new state and the facts that tell of it.
    pub fn told(after: T, facts: Vec<Fact>) -> Self {
        Self { after, facts, movements: Vec::new() }
    }

    /// A new state that nobody needs to hear of.
    pub fn silent(after: T) -> Self {
        Self::told(after, Vec::new())
    }

    /// Adds a fact.
    #[must_use]
    pub fn and(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    /// Moves money with it.
    #[must_use]
    pub fn moving(mut self, movement: Option<Movement>) -> Self {
        self.movements.extend(movement);
        self
    }
}
