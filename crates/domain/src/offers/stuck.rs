//! The operator's exit from a mission that its client cannot end: a side is gone, or the client stays silent
//! long after the event. Only the client ends any other (S1-049).

use super::{Deal, Engaged, OfferRefusal, OfferState};
use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    lots::LotState,
    orders::{Order, OrderStatus},
    organizations::{Organization, OrganizationState},
    tenders::OVERDUE_AFTER,
    words,
    world::Instant,
};

words! {
    /// Why a mission cannot go on by itself.
    pub enum Stuck {
        /// Its client's account is closed or erased.
        ClientGone = "client_gone",
        /// Its provider's account is closed or erased.
        ProviderGone = "provider_gone",
        /// Its client does not end it, long after the event.
        Overdue = "overdue",
    }
}

impl Deal {
    /// Why this mission cannot go on by itself; none when it can, or is not in work.
    #[must_use]
    pub fn stuck(
        &self,
        order: &Order,
        client: OrganizationState,
        provider: OrganizationState,
        now: Instant,
    ) -> Option<Stuck> {
        let LotState::InWork { .. } = self.lot.state else {
            return None;
        };
        // What is disputed, or paid through the platform, comes to an end by itself.
        if !order.is_clients_to_end() || order.status() != OrderStatus::InWork {
            return None;
        }
        let is_overdue = self.call.over_at.is_some_and(|over| over + OVERDUE_AFTER <= now);
        match (client, provider) {
            (OrganizationState::Closed | OrganizationState::Erased, _) => Some(Stuck::ClientGone),
            (_, OrganizationState::Closed | OrganizationState::Erased) => Some(Stuck::ProviderGone),
            _ => is_overdue.then_some(Stuck::Overdue),
        }
    }

    /// The operator ends a mission that is stuck. What was agreed stays; the reason is kept in the log.
    pub fn end_stuck(
        self,
        operator: &Actor,
        order: Order,
        sides: (&Organization, &Organization),
        reason: &str,
        now: Instant,
    ) -> Result<Change<Engaged>, OfferRefusal> {
        let LotState::InWork { award, started_at } = self.lot.state else {
            return Err(OfferRefusal::NotInWork);
        };
        let (client, provider) = sides;
        let stuck = self.stuck(&order, client.state, provider.state, now);
        let ended = order.end_with_lot(now).filter(|_| operator.is_operator() && stuck.is_some());
        let order = ended.ok_or(OfferRefusal::MissionRuns)?.after;
        let fact = Fact::MissionEnded { bid: self.bid(), reason: reason.to_owned() };
        let done = LotState::Done { award, started_at, ended_at: now };
        let deal = self.at(OfferState::Accepted, done);
        Ok(Change::new(Engaged { deal, order }, fact))
    }
}
