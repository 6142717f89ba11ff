//! A provider's priced offer: for a lot, and the way from the choice to the end of the mission; or in a
//! conversation, where accepting it makes an order (`custom`).
//!
//! Offer: `sent → chosen → accepted`; back to `sent` when the choice falls; `to_reconfirm` when the tender
//! changed; `declined`, `withdrawn` and `expired` until the provider applies again; `ended` for good, and `cancelled`
//! when the mission was called off.
//! Lot: `open → chosen → in_work → done`. From the confirmation on the mission is an order: see `engaging`.
//! Invariants: an offer is `chosen` or `accepted` exactly when its lot names it; each edit makes a new
//! immutable version; what was agreed is the version that was chosen.

mod applying;
mod call;
mod conditions;
pub(crate) mod custom;
mod deciding;
mod engaging;
mod expiring;
mod refusals;
mod shelf;
mod stuck;
pub mod terms;
mod writing;

pub use self::{
    applying::Application,
    call::Call,
    conditions::{Conditions, Question, Revisions, Settlement, WrittenConditions, WrittenQuestion},
    custom::{CustomAction, CustomOffer, Sender, WrittenCustomOffer},
    deciding::Selection,
    engaging::Engaged,
    expiring::{CancelReason, EndReason},
    refusals::{OfferRefusal, Rejection},
    shelf::Shelf,
    stuck::Stuck,
    writing::{Proposal, WrittenOffer},
};
use crate::{
    actor::Actor,
    deadlines::DeadlineAction,
    facts::{Bid, Pact},
    ids::{AccountId, LotId, OfferId, OrganizationId, ReviewId, TenderId},
    lots::{Lot, LotState},
    words,
    world::Instant,
};
pub(crate) use applying::vat_not_charged;
pub(crate) use shelf::line_within;

words! {
    /// Where an offer stands.
    pub enum OfferState {
        /// The client may choose it.
        Sent = "sent",
        /// The tender changed: the provider is to hold to it or change it.
        ToReconfirm = "to_reconfirm",
        /// The client chose it: the provider is to confirm.
        Chosen = "chosen",
        /// The provider confirmed.
        Accepted = "accepted",
        /// The chosen provider did not want it.
        Declined = "declined",
        /// The provider took it back.
        Withdrawn = "withdrawn",
        /// It passed its date.
        Expired = "expired",
        /// Its lot went to another, or closed.
        Ended = "ended",
        /// Its mission was called off.
        Cancelled = "cancelled",
    }

    /// What a person can do with an offer and its lot.
    pub enum OfferAction {
        /// Provider: change it.
        Revise = "revise",
        /// Provider: hold to it after the tender changed.
        Reconfirm = "reconfirm",
        /// Provider: take it back.
        Withdraw = "withdraw",
        /// Provider: confirm that it will do it.
        Confirm = "confirm",
        /// Provider: say no after being chosen.
        Decline = "decline",
        /// Client: « choisir ce prestataire ».
        Choose = "choose",
        /// Client: take the choice back.
        WithdrawChoice = "withdraw_choice",
        /// Client: « mission terminée ».
        Complete = "complete",
        /// Client: rate the mission.
        Review = "review",
    }
}

impl OfferState {
    /// Whether something is still to come of it.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, Self::Sent | Self::ToReconfirm | Self::Chosen)
    }

    /// Whether it counts for its lot: the client may still take it, or has taken it. Rivals know of these
    /// alone.
    #[must_use]
    pub fn stands(self) -> bool {
        self.is_live() || self == Self::Accepted
    }

    /// Whether the tender is among the provider's potential ones again: it took its offer back or let it
    /// pass, or its lot is gone and the tender still asks for another that matches.
    #[must_use]
    pub fn frees_the_tender(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Expired | Self::Ended)
    }

    /// The states of which this is true.
    pub fn those(is_true: fn(Self) -> bool) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |&state| is_true(state))
    }
}

impl OfferAction {
    fn is_the_providers(self) -> bool {
        matches!(
            self,
            Self::Revise | Self::Reconfirm | Self::Withdraw | Self::Confirm | Self::Decline
        )
    }
}

/// One immutable version of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferVersion {
    /// From 1.
    pub number: i32,
    /// What it says.
    pub proposal: Proposal,
    /// Who wrote it.
    pub author: AccountId,
    /// When.
    pub created_at: Instant,
}

/// What an offer answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// A lot: one offer for each provider and lot.
    Lot {
        /// The lot.
        lot: LotId,
        /// Its tender.
        tender: TenderId,
        /// The revision of the tender that the offer was written for.
        revision: i32,
    },
    /// Nothing that was published: a custom offer, in a conversation.
    Nothing,
}

/// A provider's priced offer, in numbered versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// How often it was written; an update names the version it saw. Not the number of its version.
    pub version: i32,
    /// What it answers.
    pub answers: Answers,
    /// Who asks.
    pub client: OrganizationId,
    /// Who offers.
    pub provider: OrganizationId,
    /// Where it stands.
    pub state: OfferState,
    /// The version in force.
    pub current: OfferVersion,
    /// When it can no longer be chosen or confirmed.
    pub expires_at: Instant,
    /// When the provider first applied.
    pub created_at: Instant,
}

impl Offer {
    /// Its four corners, as the facts tell them; none when it answers no lot.
    #[must_use]
    pub fn bid(&self) -> Option<Bid> {
        let Answers::Lot { lot, tender, .. } = self.answers else { return None };
        let (client, provider) = (self.client, self.provider);
        Some(Bid { offer: self.id, lot, tender, client, provider })
    }

    /// Its three corners, whatever it answers.
    #[must_use]
    pub fn pact(&self) -> Pact {
        Pact { offer: self.id, client: self.client, provider: self.provider }
    }

    /// Whether the client chose it and the provider has not confirmed.
    #[must_use]
    pub fn is_chosen(&self) -> bool {
        self.state == OfferState::Chosen
    }

    /// Whether it is out of time, fired timer or not.
    #[must_use]
    pub fn is_past(&self, now: Instant) -> bool {
        self.expires_at <= now
    }
}

/// An offer with its lot: what is decided about one is decided about both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deal {
    /// The offer.
    pub offer: Offer,
    /// The lot it answers.
    pub lot: Lot,
    /// Their tender.
    pub call: Call,
    /// The review of the mission, once written.
    pub review: Option<ReviewId>,
}

impl Deal {
    /// Its four corners, as the facts tell them.
    #[must_use]
    pub fn bid(&self) -> Bid {
        let (offer, lot) = (&self.offer, &self.lot);
        let (client, provider) = (offer.client, offer.provider);
        Bid { offer: offer.id, lot: lot.id, tender: lot.tender, client, provider }
    }

    /// Whether this person may do this now, or why not. The only guard of each transition.
    pub fn permits(
        &self,
        action: OfferAction,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), OfferRefusal> {
        self.is_for(action, actor)?;
        match action {
            OfferAction::Revise | OfferAction::Withdraw => self.is_changeable(now),
            OfferAction::Reconfirm => {
                self.is_changeable(now)?;
                self.stands_at(OfferState::ToReconfirm, OfferRefusal::NothingToReconfirm)?;
                if self.call.is_past(now) { Err(OfferRefusal::EventPast) } else { Ok(()) }
            }
            OfferAction::Choose => self.is_choosable(now),
            OfferAction::Confirm | OfferAction::Decline => self.awaits_confirmation(now),
            OfferAction::WithdrawChoice => match self.lot.state {
                LotState::Chosen { award, .. } if award.offer == self.offer.id => Ok(()),
                LotState::InWork { .. } | LotState::Done { .. } => Err(OfferRefusal::InWork),
                _ => Err(OfferRefusal::NotChosen),
            },
            OfferAction::Complete => match self.lot.state {
                LotState::InWork { award, .. } if award.offer != self.offer.id => {
                    Err(OfferRefusal::NotInWork)
                }
                LotState::InWork { award, .. } if award.settlement == Settlement::Held => {
                    Err(OfferRefusal::OrderDecides)
                }
                LotState::InWork { .. } => Ok(()),
                _ => Err(OfferRefusal::NotInWork),
            },
            OfferAction::Review => match self.lot.state {
                LotState::Done { award, .. } if award.offer == self.offer.id => {
                    self.review.map_or(Ok(()), |_| Err(OfferRefusal::AlreadyReviewed))
                }
                _ => Err(OfferRefusal::NotDone),
            },
        }
    }

    /// What this person may do now: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor, now: Instant) -> Vec<OfferAction> {
        OfferAction::ALL
            .iter()
            .copied()
            .filter(|&action| self.permits(action, actor, now).is_ok())
            .collect()
    }

    /// Whether the deadline of the choice is this deal's.
    #[must_use]
    pub fn confirm_by(&self) -> Option<Instant> {
        match self.lot.state {
            LotState::Chosen { award, confirm_by } if award.offer == self.offer.id => {
                Some(confirm_by)
            }
            _ => None,
        }
    }

    /// The timers that its state runs on: each is a row while it waits.
    #[must_use]
    pub fn timers(&self) -> Vec<(String, DeadlineAction, Instant)> {
        let mut timers = Vec::new();
        if self.offer.state.is_live() {
            timers.push((
                self.offer.id.to_string(),
                DeadlineAction::OfferExpiry,
                self.offer.expires_at,
            ));
        }
        if let (Some(remind_at), Some(confirm_by)) = (self.remind_at(), self.confirm_by()) {
            let lot = self.lot.id.to_string();
            timers.push((lot.clone(), DeadlineAction::ChoiceReminder, remind_at));
            timers.push((lot, DeadlineAction::ChoiceExpiry, confirm_by));
        }
        timers
    }

    fn is_for(&self, action: OfferAction, actor: &Actor) -> Result<(), OfferRefusal> {
        match action.is_the_providers() {
            true if !actor.is_of(self.offer.provider) => Err(OfferRefusal::ProviderDecides),
            false if !actor.is_of(self.offer.client) => Err(OfferRefusal::ClientDecides),
            _ => Ok(()),
        }
    }

    /// S1-072, S1-073: as often as the provider wants, until the lot is in work.
    fn is_changeable(&self, now: Instant) -> Result<(), OfferRefusal> {
        match self.lot.state {
            LotState::InWork { .. } | LotState::Done { .. } => Err(OfferRefusal::InWork),
            LotState::Closed | LotState::Draft => Err(OfferRefusal::LotClosed),
            LotState::Open | LotState::Chosen { .. } if !self.offer.state.is_live() => {
                Err(OfferRefusal::OfferOver)
            }
            LotState::Open | LotState::Chosen { .. } => self.is_in_time(now),
        }
    }

    fn is_choosable(&self, now: Instant) -> Result<(), OfferRefusal> {
        match self.lot.state {
            LotState::Open => {}
            LotState::Chosen { .. } => return Err(OfferRefusal::AlreadyChosen),
            LotState::InWork { .. } | LotState::Done { .. } => return Err(OfferRefusal::InWork),
            LotState::Draft | LotState::Closed => return Err(OfferRefusal::LotClosed),
        }
        if self.offer.state == OfferState::ToReconfirm {
            return Err(OfferRefusal::ToReconfirm);
        }
        self.stands_at(OfferState::Sent, OfferRefusal::OfferOver)?;
        self.is_in_time(now)?;
        if self.call.is_past(now) { Err(OfferRefusal::EventPast) } else { Ok(()) }
    }

    fn awaits_confirmation(&self, now: Instant) -> Result<(), OfferRefusal> {
        match self.lot.state {
            LotState::Chosen { award, confirm_by } if award.offer == self.offer.id => {
                if confirm_by <= now { Err(OfferRefusal::ChoicePast) } else { self.is_in_time(now) }
            }
            LotState::InWork { .. } | LotState::Done { .. } => Err(OfferRefusal::InWork),
            _ => Err(OfferRefusal::NotChosen),
        }
    }

    fn stands_at(&self, state: OfferState, otherwise: OfferRefusal) -> Result<(), OfferRefusal> {
        if self.offer.state == state { Ok(()) } else { Err(otherwise) }
    }

    fn is_in_time(&self, now: Instant) -> Result<(), OfferRefusal> {
        if self.offer.is_past(now) { Err(OfferRefusal::OfferPast) } else { Ok(()) }
    }
}

#[cfg(test)]
pub(crate) mod tests;
