//! Orders with kept funds: each milestone is paid before it begins, and its money is released when it is
//! accepted, or given back.
//!
//! Invariant: from `funded` until it is over, the escrow of a milestone holds its whole price; before and
//! after, nothing.

use chrono::TimeDelta;

use super::{Milestone, MilestoneState, Order, OrderAction, OrderRefusal, hours::week_end};
use crate::{
    actor::Actor,
    change::Change,
    facts::{Fact, Job},
    ledger::{Commission, Movement, Purse},
    limits::Limits,
    money::Money,
    offers::terms::{TermsKind, VatRate},
    world::Instant,
};

/// Payment providers keep money for 90 days at most. A milestone that takes longer than this would not be
/// accepted and paid out by then: it is cut in parts.
pub const HELD_DAYS_MAX: u32 = 75;
/// What is not handed over so long after its payment is given back.
const GIVEN_BACK_AFTER: TimeDelta = TimeDelta::days(80);
/// What nobody began so long after its payment is given back.
const UNSTARTED_DAYS: TimeDelta = TimeDelta::days(30);

/// What holds for an order with kept funds, from the day it was ordered on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// What the platform keeps of what is released, in percent.
    pub commission_percent: u32,
    /// The VAT on that.
    pub commission_vat: VatRate,
    /// Days that the client has to pay.
    pub payment_days: u32,
    /// Days after which the client may take its payment back when nobody began.
    pub start_days: u32,
    /// Days that the client has to give what the provider needs.
    pub requirements_days: u32,
}

impl Held {
    pub(super) fn of(limits: &Limits) -> Self {
        Self {
            commission_percent: limits.commission_percent,
            commission_vat: limits.platform_vat,
            payment_days: limits.payment_days,
            start_days: limits.start_days,
            requirements_days: limits.requirements_days,
        }
    }

    /// What the platform keeps of an amount that the provider earns.
    #[must_use]
    pub fn commission(&self, earned: Money) -> Commission {
        Commission::of(earned, self.commission_percent, self.commission_vat)
    }
}

fn days(count: u32) -> TimeDelta {
    TimeDelta::days(count.into())
}

impl Order {
    /// The turn of a milestone: with kept funds it is paid first; a sheet of hours is open until its week is over, and
    /// goes to the client at once when nothing more follows. Says what is to be told of it.
    pub(super) fn open(&mut self, number: u32, now: Instant) -> Vec<Fact> {
        let (held, ends_at, job) = (self.held, self.ends_at, self.job());
        let stopped = self.timesheet.as_ref().map(|it| it.stopped_at.is_some());
        let Some(milestone) = self.milestones.get_mut(number as usize - 1) else {
            return Vec::new();
        };
        match (held, stopped) {
            (Some(held), _) => {
                let pay_by = now + days(held.payment_days);
                milestone.state = MilestoneState::AwaitingPayment { pay_by };
            }
            (None, None) => milestone.start(ends_at, now),
            (None, Some(_)) => {
                milestone.state =
                    MilestoneState::Started { started_at: now, due_at: week_end(now) };
            }
        }
        let begun = milestone.begun(job, number);
        let sent = (stopped == Some(true)).then(|| self.send_sheet(now)).flatten();
        begun.into_iter().chain(sent).collect()
    }
}

impl Milestone {
    /// The fact that tells of its turn.
    pub(super) fn begun(&self, job: Job, milestone: u32) -> Option<Fact> {
        match self.state {
            MilestoneState::AwaitingPayment { .. } => Some(Fact::PaymentDue { job, milestone }),
            MilestoneState::Started { .. } => Some(Fact::OrderStarted { job, milestone }),
            _ => None,
        }
    }

    /// When work that is late is called off: what is paid for, before its money may no longer be kept.
    pub(super) fn given_up_at(&self, due_at: Instant) -> Instant {
        let late = due_at + super::waiting::GIVEN_UP_AFTER;
        self.funded_at.map_or(late, |at| late.min(at + GIVEN_BACK_AFTER))
    }
}

impl Order {
    /// What the current milestone costs, for who is to pay it now: without VAT, and with it.
    pub fn pay(&self, actor: &Actor, now: Instant) -> Result<(Purse, Money, Money), OrderRefusal> {
        self.permits(OrderAction::Pay, actor, now)?;
        let (number, milestone) = self.current().ok_or(OrderRefusal::Over)?;
        Ok((self.purse(number), milestone.net, milestone.gross))
    }

    /// A payment arrived for one of its milestones (S4-001). Refused when the milestone no longer waits for
    /// it: then the payment goes back.
    pub fn fund(mut self, milestone: u32, now: Instant) -> Result<Change<Self>, OrderRefusal> {
        let held = self.held.ok_or(OrderRefusal::NothingToPay)?;
        let (job, purse) = (self.job(), self.purse(milestone));
        let (_, paid) = (1..)
            .zip(&mut self.milestones)
            .find(|(number, it)| *number == milestone && it.is_unpaid())
            .ok_or(OrderRefusal::NothingToPay)?;
        let refundable_at = now + days(held.start_days);
        paid.state = MilestoneState::Funded { refundable_at, start_by: now + UNSTARTED_DAYS };
        paid.funded_at = Some(now);
        let amount = paid.gross;
        let mut facts = Vec::new();
        if self.placed_at.is_none() {
            self.placed_at = Some(now);
            self.answer_by = self.awaits_answers().then(|| now + days(held.requirements_days));
            self.schedule(now);
            facts.push(Fact::OrderPlaced { job });
        }
        facts.push(Fact::MilestoneFunded { job, milestone });
        Ok(Change::told(self, facts).moving(Some(Movement::Fund { purse, amount })))
    }

    /// The provider begins (S4-004); when it did is evidence in a dispute (S4-005).
    pub fn start(mut self, actor: &Actor, now: Instant) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::Start, actor, now)?;
        let (milestone, _) = self.current().ok_or(OrderRefusal::Over)?;
        let ends_at = self.ends_at;
        if let Some(begun) = self.milestones.get_mut(milestone as usize - 1) {
            begun.start(ends_at, now);
        }
        let fact = Fact::OrderStarted { job: self.job(), milestone };
        Ok(Change::new(self, fact))
    }

    /// The payer's bank took the payment of a milestone back: what is not over cannot go on. The money is
    /// gone already, so nothing is moved here.
    #[must_use]
    pub fn charge_back(mut self, milestone: u32, now: Instant) -> Option<Change<Self>> {
        let (current, _) = self.current()?;
        if current != milestone {
            return None;
        }
        for it in self.milestones.iter_mut().filter(|it| !it.state.is_over()) {
            it.state = MilestoneState::Cancelled { cancelled_at: now };
        }
        let fact = Fact::OrderCancelled { job: self.job(), reason: String::new() };
        Some(Change::new(self, fact))
    }

    /// Whether this is its client, who alone decides how it pays.
    pub fn is_clients(&self, actor: &Actor) -> Result<(), OrderRefusal> {
        if actor.is_of(self.client) { Ok(()) } else { Err(OrderRefusal::ClientDecides) }
    }

    /// How many periods the card that pays what is due may be charged for afterwards: those of a subscription that
    /// follow it.
    #[must_use]
    pub fn periods_to_charge(&self) -> usize {
        if self.kind != TermsKind::Subscription || self.held.is_none() {
            return 0;
        }
        self.milestones.iter().filter(|it| it.is_to_come()).count().saturating_sub(1)
    }

    /// The account of the money of a milestone.
    #[must_use]
    pub fn purse(&self, milestone: u32) -> Purse {
        Purse { order: self.id, milestone }
    }

    /// Whether the money of its current milestone is kept now.
    #[must_use]
    pub fn is_funded(&self) -> bool {
        self.current().is_some_and(|(_, milestone)| milestone.funded_at.is_some())
    }

    /// The provider earned the current milestone.
    pub(super) fn release(&self) -> Option<Movement> {
        let (number, milestone) = self.current()?;
        milestone.funded_at?;
        self.release_part(number, milestone.gross)
    }

    /// The provider earned this much of a milestone.
    pub(super) fn release_part(&self, number: u32, amount: Money) -> Option<Movement> {
        let commission = self.held?.commission(amount);
        let (purse, provider) = (self.purse(number), self.provider);
        (amount.amount > 0).then_some(Movement::Release { purse, provider, amount, commission })
    }

    /// The client gets the current milestone's payment back.
    pub(super) fn refund(&self) -> Option<Movement> {
        let (number, milestone) = self.current()?;
        milestone.funded_at?;
        Some(Movement::Refund { purse: self.purse(number), amount: milestone.gross })
    }
}

impl Milestone {
    fn is_unpaid(&self) -> bool {
        matches!(self.state, MilestoneState::AwaitingPayment { .. })
    }
}
