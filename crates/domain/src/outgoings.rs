//! What leaves the platform: refunds to clients and payouts to providers.
//!
//! `created → sent → settled`, or `failed`. The row is made in the transaction that sets its money aside; the
//! worker tells the payment provider after that, with the row's id as the key that makes it once. A payout
//! that fails is owed again; a refund that fails waits for the operator, who sends it off again: `replaced`.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    ids::{OrganizationId, OutgoingId, PaymentId},
    ledger::{Book, Purse, Transfer, give_back, settle},
    money::Money,
    payments::{PaymentRefusal, Psp, pause},
    words,
    world::Instant,
};

words! {
    /// Why money leaves.
    pub enum OutgoingKind {
        /// A client gets a payment back, or a part of it.
        Refund = "refund",
        /// A provider gets what it earned.
        Payout = "payout",
    }

    /// Where it stands.
    pub enum OutgoingState {
        /// The payment provider is to be told.
        Created = "created",
        /// It is on its way.
        Sent = "sent",
        /// It arrived.
        Settled = "settled",
        /// It did not arrive.
        Failed = "failed",
        /// It did not arrive, and another took its place.
        Replaced = "replaced",
    }
}

/// A refund or a payout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Its id; at the payment provider the key that makes it once.
    pub id: OutgoingId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// Why.
    pub kind: OutgoingKind,
    /// Who gets it.
    pub to: OrganizationId,
    /// The payment that is given back.
    pub payment: Option<PaymentId>,
    /// The milestone whose payment is given back.
    pub purse: Option<Purse>,
    /// How much.
    pub amount: Money,
    /// Where it stands.
    pub state: OutgoingState,
    /// Through whom.
    pub psp: Psp,
    /// Its name there.
    pub reference: Option<String>,
    /// Where it goes, in the payment provider's name for it: a payment or an account.
    pub destination: String,
    /// Why it failed.
    pub failure: Option<String>,
    /// When it was set aside.
    pub created_at: Instant,
    /// When it arrived.
    pub settled_at: Option<Instant>,
    /// When the payment provider is asked next.
    pub check_at: Option<Instant>,
    /// How often it was asked.
    pub checks: u32,
}

/// What a payment provider says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// It is on its way.
    Sent {
        /// Its name there.
        reference: String,
    },
    /// It arrived.
    Settled {
        /// Its name there.
        reference: String,
    },
    /// It did not arrive, or came back.
    Failed {
        /// Why.
        code: String,
    },
}

/// What a fact tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaving {
    /// Which.
    pub outgoing: OutgoingId,
    /// Who gets it.
    pub organization: OrganizationId,
    /// How much.
    pub amount: Money,
}

impl fmt::Display for Leaving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outgoing.fmt(f)
    }
}

impl Outgoing {
    /// What a fact tells of it.
    #[must_use]
    pub fn leaving(&self) -> Leaving {
        Leaving { outgoing: self.id, organization: self.to, amount: self.amount }
    }

    /// Takes note of what the payment provider says, and what that does to the ledger. The same said twice, or
    /// late, changes nothing; what arrived and came back is owed again.
    #[must_use]
    pub fn see(mut self, sight: &Sight, now: Instant) -> (Self, Vec<Transfer>) {
        use OutgoingState::{Created, Failed, Sent, Settled};
        let (id, amount) = (self.id, self.amount);
        let transfers = match (self.state, sight) {
            (Created, Sight::Sent { reference }) => {
                self.reference = Some(reference.clone());
                self.state = Sent;
                Vec::new()
            }
            (Created | Sent, Sight::Settled { reference }) => {
                self.reference = Some(reference.clone());
                self.state = Settled;
                self.settled_at = Some(now);
                settle(id, amount)
            }
            (Created | Sent, Sight::Failed { code }) => {
                self.state = Failed;
                self.failure = Some(code.clone());
                give_back(id, self.owed_again(), amount)
            }
            (Settled, Sight::Failed { code }) => {
                self.state = Failed;
                self.failure = Some(code.clone());
                vec![Transfer { debit: Book::Psp, credit: self.owed_again(), amount }]
            }
            _ => Vec::new(),
        };
        let waits = matches!(self.state, Created | Sent);
        self.check_at = waits.then(|| now + pause(self.checks));
        (self, transfers)
    }

    /// Only a refund that did not arrive goes again: a payout is owed again by itself.
    pub fn may_go_again(&self) -> Result<(), PaymentRefusal> {
        match (self.kind, self.state) {
            (OutgoingKind::Refund, OutgoingState::Failed) => Ok(()),
            _ => Err(PaymentRefusal::NotFailed),
        }
    }

    /// A refund that did not arrive is sent off again, as another: the payment provider makes each once.
    pub fn again(self, id: OutgoingId, now: Instant) -> Result<(Self, Self), PaymentRefusal> {
        self.may_go_again()?;
        let next = Self {
            id,
            version: 1,
            state: OutgoingState::Created,
            reference: None,
            failure: None,
            created_at: now,
            settled_at: None,
            check_at: Some(now),
            checks: 0,
            ..self.clone()
        };
        Ok((Self { state: OutgoingState::Replaced, ..self }, next))
    }

    fn owed_again(&self) -> Book {
        match self.kind {
            OutgoingKind::Payout => Book::Payable(self.to),
            OutgoingKind::Refund => Book::Suspense,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offers::tests::{DJ, id, now};

    fn payout() -> Outgoing {
        Outgoing {
            id: id(50),
            version: 1,
            kind: OutgoingKind::Payout,
            to: id(DJ),
            payment: None,
            purse: None,
            amount: Money::euros(9_000),
            state: OutgoingState::Created,
            psp: Psp::Sandbox,
            reference: None,
            destination: "acct".to_owned(),
            failure: None,
            created_at: now(),
            settled_at: None,
            check_at: Some(now()),
            checks: 0,
        }
    }

    /// A failed refund goes again, once; nothing else does.
    #[test]
    fn a_failed_refund_goes_again_once() {
        let failed =
            Outgoing { kind: OutgoingKind::Refund, state: OutgoingState::Failed, ..payout() };
        let (old, new) = failed.clone().again(id(51), now()).unwrap();
        assert_eq!((old.state, new.state), (OutgoingState::Replaced, OutgoingState::Created));
        assert_eq!((new.id, new.amount), (id(51), failed.amount));
        assert_eq!(old.again(id(52), now()), Err(PaymentRefusal::NotFailed));
        let owed = Outgoing { state: OutgoingState::Failed, ..payout() };
        assert_eq!(owed.again(id(52), now()), Err(PaymentRefusal::NotFailed));
    }

    /// In whatever order it is told: what was set aside leaves once, or is owed again, never both.
    #[test]
    fn what_is_set_aside_leaves_once_or_is_owed_again() {
        let reference = || "tr_1".to_owned();
        let sights = [
            Sight::Sent { reference: reference() },
            Sight::Settled { reference: reference() },
            Sight::Failed { code: "account_closed".to_owned() },
        ];
        for (a, b, c) in (0..27).map(|walk| (walk / 9, walk / 3 % 3, walk % 3)) {
            let (mut it, mut out, mut owed) = (payout(), 9_000_i64, 0_i64);
            for place in [a, a, b, b, c, c] {
                let (after, transfers) = it.see(&sights[place], now());
                it = after;
                for transfer in transfers {
                    let amount = transfer.amount.amount;
                    out -= if transfer.debit == Book::Out(id(50)) { amount } else { 0 };
                    owed += if transfer.credit == Book::Payable(id(DJ)) { amount } else { 0 };
                }
            }
            let is_over = matches!(it.state, OutgoingState::Settled | OutgoingState::Failed);
            assert_eq!(out == 0, is_over, "{a}{b}{c}");
            assert_eq!(owed == 9_000, it.state == OutgoingState::Failed, "{a}{b}{c}");
            assert_eq!(it.check_at.is_none(), is_over);
        }
    }
}
