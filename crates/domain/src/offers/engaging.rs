//! From the confirmation to the end: the lot's mission is an order, and the lot follows it.

use super::{Deal, OfferAction, OfferRefusal, OfferState};
use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    ids::OrderId,
    limits::Limits,
    lots::LotState,
    orders::{Order, OrderStatus},
    organizations::{Organization, OrganizationState},
    world::Instant,
};

/// What confirming makes: recorded together, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engaged {
    /// The offer and its lot, in work.
    pub deal: Deal,
    /// Their mission.
    pub order: Order,
}

impl Deal {
    /// The provider confirms: the version that was chosen is frozen, and the lot is in work. Whoever records this ends
    /// the other offers for the lot.
    pub fn confirm(
        self,
        actor: &Actor,
        provider: &Organization,
        id: OrderId,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Engaged>, OfferRefusal> {
        self.permits(OfferAction::Confirm, actor, now)?;
        if provider.state != OrganizationState::Open {
            return Err(OfferRefusal::OrganizationClosed);
        }
        let LotState::Chosen { award, .. } = self.lot.state else {
            return Err(OfferRefusal::NotChosen);
        };
        let order = Order::of_lot(id, &self, &award, limits, now);
        let confirmed = Fact::LotConfirmed { bid: self.bid() };
        // That work began is what the confirmation says; a payment that is due is one thing more.
        let due = order.begun().filter(|fact| matches!(fact, Fact::PaymentDue { .. }));
        let deal = self.at(OfferState::Accepted, LotState::InWork { award, started_at: now });
        Ok(Change::told(Engaged { deal, order }, [confirmed].into_iter().chain(due).collect()))
    }

    /// Its order is over, and the lot with it: done, or, when nothing came of it, open to the others again while there
    /// is time. None when the lot waits for something else by now.
    #[must_use]
    pub fn follow(self, order: &Order, now: Instant) -> Option<Change<Self>> {
        let LotState::InWork { award, started_at } = self.lot.state else { return None };
        if award.offer != order.offer {
            return None;
        }
        let bid = self.bid();
        match order.status() {
            OrderStatus::Completed => {
                let done = LotState::Done { award, started_at, ended_at: now };
                let fact = Fact::LotCompleted { bid };
                Some(Change::new(self.at(OfferState::Accepted, done), fact))
            }
            OrderStatus::Cancelled => {
                let is_wanted =
                    self.call.is_published && self.call.over_at.is_some_and(|over| now < over);
                let lot = if is_wanted { LotState::Open } else { LotState::Closed };
                let fact = Fact::MissionCalledOff { bid };
                Some(Change::new(self.at(OfferState::Cancelled, lot), fact))
            }
            _ => None,
        }
    }
}
