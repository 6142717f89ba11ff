//! Disputes (« litiges ») about orders: one side of a mission in work says that the other broke what was agreed. They look
//! for a way out between them, and the operator rules when they find none.
//!
//! `open → closed | agreed`, or `open → escalated → closed | agreed | ruled`; `ended` when the mission itself
//! came to an end. Invariants: one dispute at a time for a mission; its money stands still meanwhile; the one
//! who opened it can always close it; it escalates by itself, so that none waits for ever.

mod refusals;
mod ruling;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

pub use self::{
    refusals::DisputeRefusal,
    ruling::{DraftRuling, Ruled},
};
use crate::{
    actor::Actor,
    change::Change,
    deadlines::DeadlineAction,
    facts::Fact,
    fields::Fields,
    ids::{DisputeId, OrganizationId},
    ledger::Purse,
    money::Money,
    offers::Settlement,
    refusal::Explanation,
    text, words,
    world::Instant,
};

/// The two have so many days before the operator is called by itself.
const AMICABLE_DAYS: i64 = 14;
/// At most so many characters in a reason, a message or a ruling.
const MAX_TEXT: usize = 4000;

words! {
    /// Where a dispute stands.
    pub enum DisputeState {
        /// The two look for a way out.
        Open = "open",
        /// The operator is to rule.
        Escalated = "escalated",
        /// Its opener closed it: the mission goes on.
        Closed = "closed",
        /// The two agreed on a split.
        Agreed = "agreed",
        /// The operator ruled.
        Ruled = "ruled",
        /// The mission came to an end in another way.
        Ended = "ended",
    }

    /// What a person can do with a dispute.
    pub enum DisputeAction {
        /// Write to the others.
        Say = "say",
        /// Opener: close it; the mission goes on.
        Close = "close",
        /// Propose a way out to the other side.
        Propose = "propose",
        /// Take the other side's way out.
        Agree = "agree",
        /// Call the operator.
        Escalate = "escalate",
        /// Operator: rule.
        Rule = "rule",
        /// Operator: confirm what another person of the operator's ruled.
        Confirm = "confirm",
    }
}

/// A way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WayOut {
    /// The mission goes on as it was.
    GoOn,
    /// It ends: the provider gets so much of what is at stake, the client the rest.
    Split {
        /// The provider's part, VAT included.
        released: Money,
    },
}

/// A way out that one side proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// Which side.
    pub by: OrganizationId,
    /// What.
    pub way_out: WayOut,
    /// When.
    pub at: Instant,
}

/// A dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Its id.
    pub id: DisputeId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// The milestone that it is about.
    pub purse: Purse,
    /// The order's title.
    pub title: String,
    /// Whether money is kept for it, or the two settle it between them.
    pub settlement: Settlement,
    /// Who asked for the mission.
    pub client: OrganizationId,
    /// Who does it.
    pub provider: OrganizationId,
    /// Which of the two opened it (« responsable du litige »).
    pub opener: OrganizationId,
    /// Why.
    pub reason: String,
    /// What is at stake, VAT included.
    pub at_stake: Money,
    /// Where it stands.
    pub state: DisputeState,
    /// The way out that waits for the other side.
    pub proposal: Option<Proposal>,
    /// What one person of the operator's ruled and a second one is to confirm.
    pub draft: Option<DraftRuling>,
    /// How it came out, once it did.
    pub outcome: Option<WayOut>,
    /// What the operator said with its ruling.
    pub ruling: String,
    /// When it was opened.
    pub opened_at: Instant,
    /// When the operator is called by itself.
    pub escalates_at: Instant,
    /// When the operator was called.
    pub escalated_at: Option<Instant>,
    /// When it was over.
    pub ended_at: Option<Instant>,
}

/// What the facts of a dispute have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarrel {
    /// Which.
    pub dispute: DisputeId,
    /// Who asked for the mission.
    pub client: OrganizationId,
    /// Who does it.
    pub provider: OrganizationId,
}

impl std::fmt::Display for Quarrel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.dispute.fmt(f)
    }
}

/// The mission that a dispute is opened about.
#[derive(Debug, Clone)]
pub struct Stake {
    /// The milestone that it is about.
    pub purse: Purse,
    /// The order's title.
    pub title: String,
    /// Whether money is kept for it, or the two settle it between them.
    pub settlement: Settlement,
    /// Who asked for it.
    pub client: OrganizationId,
    /// Who does it.
    pub provider: OrganizationId,
    /// What it costs, VAT included.
    pub at_stake: Money,
}

/// A decision about a dispute, and what it does to the mission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The dispute as it is from now on, and its facts.
    pub change: Change<Dispute>,
    /// The way out that the mission takes.
    pub way_out: WayOut,
}

/// Reads a reason, a message or a ruling.
pub fn parse_text(pointer: &str, typed: &str) -> Result<String, Fields> {
    text::paragraphs(typed, MAX_TEXT).map_err(|wrong| Fields::one(pointer, wrong))
}

impl Stake {
    /// Opens a dispute about it (S1-103). That the mission is in work was asked of the mission.
    #[must_use]
    pub fn dispute(
        self,
        id: DisputeId,
        opener: OrganizationId,
        reason: String,
        now: Instant,
    ) -> Change<Dispute> {
        let Self { purse, title, settlement, client, provider, at_stake } = self;
        let dispute = Dispute {
            id,
            version: 1,
            purse,
            title,
            settlement,
            client,
            provider,
            opener,
            reason: reason.clone(),
            at_stake,
            state: DisputeState::Open,
            proposal: None,
            draft: None,
            outcome: None,
            ruling: String::new(),
            opened_at: now,
            escalates_at: now + TimeDelta::days(AMICABLE_DAYS),
            escalated_at: None,
            ended_at: None,
        };
        let fact = Fact::DisputeOpened { quarrel: dispute.quarrel(), reason };
        Change::new(dispute, fact)
    }
}

impl WayOut {
    /// Reads a split: from nothing to all that is at stake.
    pub fn split(cents: i64, at_stake: Money) -> Result<Self, Explanation> {
        if (0..=at_stake.amount).contains(&cents) {
            Ok(Self::Split { released: Money { amount: cents, ..at_stake } })
        } else {
            Err(beyond_stake())
        }
    }
}

fn beyond_stake() -> Explanation {
    Explanation::new(
        "beyond_stake",
        "La part du prestataire va de zéro au montant en jeu.",
        "The provider's part is from zero to the amount at stake.",
    )
}

impl Dispute {
    /// What a fact tells of it.
    #[must_use]
    pub fn quarrel(&self) -> Quarrel {
        Quarrel { dispute: self.id, client: self.client, provider: self.provider }
    }

    /// Whether it goes on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, DisputeState::Open | DisputeState::Escalated)
    }

    /// Whether this person may do this now, or why not. The only guard of each transition.
    pub fn permits(&self, action: DisputeAction, actor: &Actor) -> Result<(), DisputeRefusal> {
        let is_side = actor.is_of(self.client) || actor.is_of(self.provider);
        match action {
            DisputeAction::Rule | DisputeAction::Confirm if !actor.is_operator() => {
                return Err(DisputeRefusal::OperatorRules);
            }
            DisputeAction::Say if actor.is_operator() && self.escalated_at.is_none() => {
                return Err(DisputeRefusal::NotEscalated);
            }
            DisputeAction::Rule | DisputeAction::Confirm | DisputeAction::Say => {}
            _ if !is_side => return Err(DisputeRefusal::SidesDecide),
            _ => {}
        }
        if !self.is_open() {
            return Err(DisputeRefusal::Over);
        }
        match action {
            DisputeAction::Close if !actor.is_of(self.opener) => Err(DisputeRefusal::OpenerCloses),
            DisputeAction::Agree => match &self.proposal {
                Some(proposal) if !actor.is_of(proposal.by) => Ok(()),
                _ => Err(DisputeRefusal::NothingProposed),
            },
            DisputeAction::Escalate if self.state == DisputeState::Escalated => {
                Err(DisputeRefusal::AlreadyEscalated)
            }
            DisputeAction::Rule if self.state != DisputeState::Escalated => {
                Err(DisputeRefusal::NotEscalated)
            }
            DisputeAction::Confirm => match &self.draft {
                None => Err(DisputeRefusal::NothingToConfirm),
                Some(draft) if draft.by == actor.account => Err(DisputeRefusal::OwnRuling),
                Some(_) => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// What this person may do now: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor) -> Vec<DisputeAction> {
        let all = DisputeAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor).is_ok()).collect()
    }

    /// The timer that it runs on.
    #[must_use]
    pub fn timer(&self) -> Option<(DeadlineAction, Instant)> {
        (self.state == DisputeState::Open)
            .then_some((DeadlineAction::DisputeEscalation, self.escalates_at))
    }

    /// The opener closes it: the mission goes on (S1-105).
    pub fn close(self, actor: &Actor, now: Instant) -> Result<Decided, DisputeRefusal> {
        self.permits(DisputeAction::Close, actor)?;
        let fact = Fact::DisputeClosed { quarrel: self.quarrel() };
        Ok(self.out(DisputeState::Closed, WayOut::GoOn, fact, now))
    }

    /// One side proposes a way out; it replaces what was proposed before.
    pub fn propose(
        mut self,
        actor: &Actor,
        way_out: WayOut,
        now: Instant,
    ) -> Result<Change<Self>, DisputeRefusal> {
        self.permits(DisputeAction::Propose, actor)?;
        self.proposal = Some(Proposal { by: actor.organization, way_out, at: now });
        let fact = Fact::DisputeProposed { quarrel: self.quarrel(), way_out };
        Ok(Change::new(self, fact))
    }

    /// The other side takes it.
    pub fn agree(self, actor: &Actor, now: Instant) -> Result<Decided, DisputeRefusal> {
        self.permits(DisputeAction::Agree, actor)?;
        let proposal = self.proposal.ok_or(DisputeRefusal::NothingProposed)?;
        let fact = Fact::DisputeAgreed { quarrel: self.quarrel(), way_out: proposal.way_out };
        let state = match proposal.way_out {
            WayOut::GoOn => DisputeState::Closed,
            WayOut::Split { .. } => DisputeState::Agreed,
        };
        Ok(self.out(state, proposal.way_out, fact, now))
    }

    /// A side calls the operator.
    pub fn escalate(self, actor: &Actor, now: Instant) -> Result<Change<Self>, DisputeRefusal> {
        self.permits(DisputeAction::Escalate, actor)?;
        Ok(self.escalated(now))
    }

    /// The time to agree is over: the operator is called.
    #[must_use]
    pub fn fall_due(self, now: Instant) -> Option<Change<Self>> {
        let due = self.state == DisputeState::Open && self.escalates_at <= now;
        due.then(|| self.escalated(now))
    }

    /// Nobody is left to agree: the operator is called.
    #[must_use]
    pub fn escalated(mut self, now: Instant) -> Change<Self> {
        self.state = DisputeState::Escalated;
        self.escalated_at = Some(now);
        let fact = Fact::DisputeEscalated { quarrel: self.quarrel() };
        Change::new(self, fact)
    }

    /// The mission came to an end in another way: its payment was taken back.
    #[must_use]
    pub fn end(mut self, now: Instant) -> Change<Self> {
        self.state = DisputeState::Ended;
        self.ended_at = Some(now);
        (self.proposal, self.draft) = (None, None);
        let fact = Fact::DisputeEnded { quarrel: self.quarrel() };
        Change::new(self, fact)
    }

    fn out(mut self, state: DisputeState, way_out: WayOut, fact: Fact, now: Instant) -> Decided {
        self.state = state;
        self.outcome = Some(way_out);
        (self.proposal, self.draft) = (None, None);
        self.ended_at = Some(now);
        Decided { change: Change::new(self, fact), way_out }
    }
}

#[cfg(test)]
mod tests;
