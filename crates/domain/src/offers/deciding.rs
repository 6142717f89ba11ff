//! The decisions of the two sides, from the offer to the end of the mission.

use chrono::TimeDelta;

use super::{
    CancelReason, Deal, Offer, OfferAction, OfferRefusal, OfferState, OfferVersion, Proposal,
    Rejection, Settlement,
};
use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    limits::Limits,
    lots::{Award, Lot, LotState},
    organizations::Organization,
    world::Instant,
};

/// What a client chooses.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// The version that it has read.
    pub number: i32,
    /// How it pays.
    pub settlement: Settlement,
    /// How it may pay on this marketplace.
    pub offered: &'a [Settlement],
}

impl Deal {
    /// The provider changes its offer. A choice that was not confirmed falls: the client is asked again.
    pub fn revise(
        self,
        actor: &Actor,
        provider: &Organization,
        proposal: Proposal,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Self>, Rejection> {
        self.permits(OfferAction::Revise, actor, now)?;
        proposal.suits(provider)?;
        if self.call.is_past(now) {
            return Err(OfferRefusal::EventPast.into());
        }
        let number = self.offer.current.number + 1;
        let was_chosen = self.offer.is_chosen();
        let fact = Fact::OfferRevised { bid: self.bid(), number, was_chosen };
        let expires_at = self.call.expiry_of(&proposal, limits, now);
        let mut change = self.leave_choice(OfferState::Sent, fact, CancelReason::OfferRevised);
        let deal = &mut change.after;
        deal.offer.answers = deal.lot.answered_at(deal.call.revision);
        deal.offer.expires_at = expires_at;
        deal.offer.current =
            OfferVersion { number, proposal, author: actor.account, created_at: now };
        Ok(change)
    }

    /// The provider holds to its offer after the tender changed.
    pub fn reconfirm(
        self,
        actor: &Actor,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Self>, OfferRefusal> {
        self.permits(OfferAction::Reconfirm, actor, now)?;
        let expires_at = self.call.expiry_of(&self.offer.current.proposal, limits, now);
        let fact = Fact::OfferReconfirmed { bid: self.bid() };
        let offer = Offer {
            state: OfferState::Sent,
            answers: self.lot.answered_at(self.call.revision),
            expires_at,
            ..self.offer
        };
        Ok(Change::new(Self { offer, ..self }, fact))
    }

    /// The provider takes its offer back.
    pub fn withdraw(self, actor: &Actor, now: Instant) -> Result<Change<Self>, OfferRefusal> {
        self.permits(OfferAction::Withdraw, actor, now)?;
        let was_chosen = self.offer.is_chosen();
        let fact = Fact::OfferWithdrawn { bid: self.bid(), was_chosen };
        Ok(self.leave_choice(OfferState::Withdrawn, fact, CancelReason::OfferWithdrawn))
    }

    /// The client chooses this provider, naming the version it has read and how it pays.
    pub fn choose(
        self,
        actor: &Actor,
        selection: Selection<'_>,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Self>, OfferRefusal> {
        self.permits(OfferAction::Choose, actor, now)?;
        let Selection { number, settlement, offered } = selection;
        if number != self.offer.current.number {
            return Err(OfferRefusal::VersionOutdated);
        }
        if !offered.contains(&settlement) {
            return Err(OfferRefusal::SettlementNotOffered);
        }
        let within = TimeDelta::days(limits.confirm_days.into());
        let confirm_by = self.call.not_beyond(now + within).min(self.offer.expires_at);
        let award = Award {
            offer: self.offer.id,
            provider: self.offer.provider,
            agreed_version: number,
            settlement,
            chosen_at: now,
        };
        let fact = Fact::LotChosen { bid: self.bid() };
        let after = self.at(OfferState::Chosen, LotState::Chosen { award, confirm_by });
        Ok(Change::new(after, fact))
    }

    /// The client takes its choice back.
    pub fn withdraw_choice(
        self,
        actor: &Actor,
        now: Instant,
    ) -> Result<Change<Self>, OfferRefusal> {
        self.permits(OfferAction::WithdrawChoice, actor, now)?;
        let fact = Fact::ChoiceWithdrawn { bid: self.bid() };
        Ok(Change::new(self.at(OfferState::Sent, LotState::Open), fact))
    }

    /// The chosen provider says no: the lot is open to the others again (S1-048).
    pub fn decline(
        self,
        actor: &Actor,
        reason: String,
        now: Instant,
    ) -> Result<Change<Self>, OfferRefusal> {
        self.permits(OfferAction::Decline, actor, now)?;
        let fact = Fact::LotDeclined { bid: self.bid(), reason };
        Ok(Change::new(self.at(OfferState::Declined, LotState::Open), fact))
    }

    /// Both in their new states.
    pub(super) fn at(self, offer: OfferState, lot: LotState) -> Self {
        Self {
            offer: Offer { state: offer, ..self.offer },
            lot: Lot { state: lot, ..self.lot },
            ..self
        }
    }

    /// The offer in a new state; when it was the chosen one, its lot is open again and the client told why.
    pub(super) fn leave_choice(
        self,
        state: OfferState,
        fact: Fact,
        reason: CancelReason,
    ) -> Change<Self> {
        if !self.offer.is_chosen() {
            let lot = self.lot.state;
            return Change::new(self.at(state, lot), fact);
        }
        let cancelled = reason.fact(self.bid());
        Change::new(self.at(state, LotState::Open), fact).and(cancelled)
    }
}
