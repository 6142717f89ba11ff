//! What time and the tender do to offers, without anyone deciding about the offer itself.
//!
//! Each answers none when nothing is left to do: a timer may fire after its state is gone.

use super::{Deal, Offer, OfferState};
use crate::{
    change::Change,
    facts::{Bid, Fact},
    lots::LotState,
    words,
    world::Instant,
};

words! {
    /// Why an offer ended without a decision about it.
    pub enum EndReason {
        /// Another provider confirmed.
        LotConfirmed = "lot_confirmed",
        /// The client closed the tender.
        TenderClosed = "tender_closed",
        /// The client revised its tender and no longer asks for the lot.
        LotDropped = "lot_dropped",
        /// Its event is over.
        EventPast = "event_past",
        /// The provider's account was closed.
        ProviderClosed = "provider_closed",
        /// The client's account was closed.
        ClientClosed = "client_closed",
        /// The provider blocked the client.
        Blocked = "blocked",
    }

    /// Why a choice fell that its client did not take back.
    pub enum CancelReason {
        /// The provider changed the offer that was chosen.
        OfferRevised = "offer_revised",
        /// The provider took it back.
        OfferWithdrawn = "offer_withdrawn",
        /// The client changed the tender: the provider is to hold to its offer first.
        TenderRevised = "tender_revised",
        /// The provider's account was closed.
        ProviderClosed = "provider_closed",
    }
}

impl CancelReason {
    /// The fact that tells it.
    pub(super) fn fact(self, bid: Bid) -> Fact {
        Fact::ChoiceCancelled { bid, reason: self.as_str().to_owned() }
    }
}

impl Deal {
    /// Half of the time to confirm.
    #[must_use]
    pub fn remind_at(&self) -> Option<Instant> {
        match self.lot.state {
            LotState::Chosen { award, confirm_by } if award.offer == self.offer.id => {
                Some(award.chosen_at + (confirm_by - award.chosen_at) / 2)
            }
            _ => None,
        }
    }

    /// The reminder, when this choice still waits and its half-time is the one that is due.
    #[must_use]
    pub fn remind(&self, due_at: Instant, now: Instant) -> Option<Fact> {
        let waits = self.confirm_by().is_some_and(|confirm_by| now < confirm_by);
        (waits && self.remind_at() == Some(due_at) && due_at <= now)
            .then(|| Fact::ChoiceReminded { bid: self.bid() })
    }

    /// The chosen provider stayed silent: the lot is open again.
    #[must_use]
    pub fn expire_choice(self, now: Instant) -> Option<Change<Self>> {
        if self.confirm_by()? > now {
            return None;
        }
        let bid = self.bid();
        let past = self.offer.is_past(now);
        let state = if past { OfferState::Expired } else { OfferState::Sent };
        let change = Change::new(self.at(state, LotState::Open), Fact::ChoiceExpired { bid });
        let expired = Fact::OfferExpired { bid, was_chosen: true };
        Some(if past { change.and(expired) } else { change })
    }

    /// The offer passed its date; a choice of it lapses with it.
    #[must_use]
    pub fn expire(self, now: Instant) -> Option<Change<Self>> {
        if !self.offer.state.is_live() || !self.offer.is_past(now) {
            return None;
        }
        let bid = self.bid();
        let was_chosen = self.offer.is_chosen();
        let expired = Fact::OfferExpired { bid, was_chosen };
        if was_chosen {
            let change = Change::new(self.at(OfferState::Expired, LotState::Open), expired);
            return Some(change.and(Fact::ChoiceExpired { bid }));
        }
        let lot = self.lot.state;
        Some(Change::new(self.at(OfferState::Expired, lot), expired))
    }

    /// The provider's account is closed: its offer is over, and a lot that had chosen it is open again.
    #[must_use]
    pub fn end_with_provider(self) -> Option<Change<Self>> {
        if !self.offer.state.is_live() {
            return None;
        }
        let fact = ended(self.bid(), EndReason::ProviderClosed, self.offer.is_chosen());
        Some(self.leave_choice(OfferState::Ended, fact, CancelReason::ProviderClosed))
    }
}

impl Offer {
    /// It is over because of something else. Whoever records this sees to its lot.
    #[must_use]
    pub fn end(self, reason: EndReason) -> Option<Change<Self>> {
        if !self.state.is_live() {
            return None;
        }
        let fact = match self.bid() {
            Some(bid) => ended(bid, reason, self.is_chosen()),
            None => {
                Fact::CustomOfferEnded { pact: self.pact(), reason: reason.as_str().to_owned() }
            }
        };
        Some(Change::new(Self { state: OfferState::Ended, ..self }, fact))
    }

    /// The tender changed: the provider is to hold to its offer or change it. Whoever records this opens a
    /// lot for which it was chosen.
    #[must_use]
    pub fn outdate(self) -> Option<Change<Self>> {
        let cancelled = CancelReason::TenderRevised.fact(self.bid()?);
        let state = self.state;
        let after = Self { state: OfferState::ToReconfirm, ..self };
        match state {
            OfferState::Sent => Some(Change::silent(after)),
            OfferState::Chosen => Some(Change::new(after, cancelled)),
            _ => None,
        }
    }
}

fn ended(bid: Bid, reason: EndReason, was_chosen: bool) -> Fact {
    Fact::OfferEnded { bid, reason: reason.as_str().to_owned(), was_chosen }
}
