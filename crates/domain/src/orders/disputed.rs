//! What a dispute does to an order: its current milestone is frozen, then goes on, or is settled.

use super::{Frozen, MilestoneState, Order, OrderAction, OrderRefusal, OrderStatus};
use crate::{actor::Actor, change::Change, ledger::Movement, money::Money, world::Instant};

impl Order {
    /// One side says that the other broke what was agreed: the milestone in work is frozen (S1-100, S1-101).
    /// Says which milestone it is. The facts are the dispute's.
    pub fn freeze(self, actor: &Actor, now: Instant) -> Result<(Change<Self>, u32), OrderRefusal> {
        self.permits(OrderAction::Dispute, actor, now)?;
        self.freeze_anyway(now).ok_or(OrderRefusal::NotInWork)
    }

    /// Whether the operator settles it when the two no longer talk: they do not agree, or work was begun for which money
    /// is kept. Anything else is called off.
    #[must_use]
    pub fn is_operators_to_settle(&self) -> bool {
        let is_begun = self.current().is_some_and(|(_, it)| it.state.started_at().is_some());
        self.status() == OrderStatus::Disputed || self.is_funded() && is_begun
    }

    /// The same without a wish: the two no longer talk while money is kept.
    #[must_use]
    pub fn freeze_anyway(mut self, now: Instant) -> Option<(Change<Self>, u32)> {
        let (number, _) = self.current()?;
        let milestone = self.milestones.get_mut(number as usize - 1)?;
        milestone.state = milestone.state.frozen(now)?;
        Some((Change::silent(self), number))
    }

    /// The dispute is over and nothing changes: what is due is due as much later as it was frozen.
    #[must_use]
    pub fn thaw(mut self, number: u32, now: Instant) -> Option<Change<Self>> {
        let milestone = self.milestones.get_mut(number as usize - 1)?;
        milestone.state = milestone.state.thawed(now)?;
        Some(Change::silent(self))
    }

    /// The dispute is over, and the provider gets so much of the milestone; the rest goes back to the client. Without
    /// any it is called off. The next milestone begins. Without kept funds the sum only says what was agreed.
    #[must_use]
    pub fn settle(mut self, number: u32, released: Money, now: Instant) -> Option<Change<Self>> {
        let earned = self.release_part(number, released);
        let purse = self.purse(number);
        let milestone = self.milestones.get_mut(number as usize - 1)?;
        let MilestoneState::Disputed { started_at, .. } = milestone.state else { return None };
        let rest = milestone.gross.checked_sub(released).filter(|rest| rest.amount >= 0)?;
        let is_kept = milestone.funded_at.is_some();
        milestone.state = if released.amount > 0 {
            MilestoneState::Settled { started_at, settled_at: now, released }
        } else {
            MilestoneState::Cancelled { cancelled_at: now }
        };
        let back = (is_kept && rest.amount > 0).then_some(Movement::Refund { purse, amount: rest });
        let earned = earned.filter(|_| is_kept);
        Some(Change::silent(self).moving(earned).moving(back).go_on(now))
    }
}

impl MilestoneState {
    fn frozen(self, now: Instant) -> Option<Self> {
        let started_at = self.started_at()?;
        let frozen = match self {
            Self::Started { due_at, .. } => Frozen::Started { due_at },
            Self::RevisionRequested { due_at, .. } => Frozen::RevisionRequested { due_at },
            Self::Delivered { delivered_at, accept_by, .. } => {
                Frozen::Delivered { delivered_at, accept_by }
            }
            _ => return None,
        };
        Some(Self::Disputed { started_at, opened_at: now, frozen })
    }

    fn thawed(self, now: Instant) -> Option<Self> {
        let Self::Disputed { started_at, opened_at, frozen } = self else { return None };
        let later = |at: Instant| at + (now - opened_at);
        Some(match frozen {
            Frozen::Started { due_at } => Self::Started { started_at, due_at: later(due_at) },
            Frozen::RevisionRequested { due_at } => {
                Self::RevisionRequested { started_at, due_at: later(due_at) }
            }
            Frozen::Delivered { delivered_at, accept_by } => {
                Self::Delivered { started_at, delivered_at, accept_by: later(accept_by) }
            }
        })
    }
}
