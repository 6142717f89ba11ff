//! How the operator rules. What sends a large sum back to a client takes two of its people.

use super::{Decided, Dispute, DisputeAction, DisputeRefusal, DisputeState, WayOut};
use crate::{
    actor::Actor, change::Change, facts::Fact, ids::AccountId, limits::Limits, money::Money,
    offers::Settlement, world::Instant,
};

/// A ruling that waits for a second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRuling {
    /// Who ruled.
    pub by: AccountId,
    /// What.
    pub way_out: WayOut,
    /// What both sides will read.
    pub ruling: String,
    /// When.
    pub at: Instant,
}

/// What ruling makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruled {
    /// The dispute is over.
    Out(Decided),
    /// A second person is to confirm it.
    Waits(Change<Dispute>),
}

impl Dispute {
    /// The operator rules. It can rule anew while nobody confirmed what it ruled before.
    pub fn rule(
        mut self,
        operator: &Actor,
        way_out: WayOut,
        ruling: String,
        limits: &Limits,
        now: Instant,
    ) -> Result<Ruled, DisputeRefusal> {
        self.permits(DisputeAction::Rule, operator)?;
        if self.refunded_by(way_out).amount <= i64::from(limits.refund_alone_cents) {
            return Ok(Ruled::Out(self.ruled(way_out, ruling, now)));
        }
        self.draft = Some(DraftRuling { by: operator.account, way_out, ruling, at: now });
        let fact = Fact::DisputeRulingDrafted { quarrel: self.quarrel(), way_out };
        Ok(Ruled::Waits(Change::new(self, fact)))
    }

    /// A second person confirms what the first one ruled.
    pub fn confirm(mut self, operator: &Actor, now: Instant) -> Result<Decided, DisputeRefusal> {
        self.permits(DisputeAction::Confirm, operator)?;
        let DraftRuling { way_out, ruling, .. } =
            self.draft.take().ok_or(DisputeRefusal::NothingToConfirm)?;
        Ok(self.ruled(way_out, ruling, now))
    }

    /// What a way out sends back to the client through the platform.
    fn refunded_by(&self, way_out: WayOut) -> Money {
        let nothing = Money::zero(self.at_stake.currency);
        match (self.settlement, way_out) {
            (Settlement::Held, WayOut::Split { released }) => {
                self.at_stake.checked_sub(released).unwrap_or(self.at_stake)
            }
            _ => nothing,
        }
    }

    fn ruled(mut self, way_out: WayOut, ruling: String, now: Instant) -> Decided {
        self.ruling.clone_from(&ruling);
        let fact = Fact::DisputeRuled { quarrel: self.quarrel(), way_out, ruling };
        self.out(DisputeState::Ruled, way_out, fact, now)
    }
}
