//! Custom offers (« offres personnalisées »): made in a conversation, by a provider, for its one client.
//!
//! `sent → accepted | declined | withdrawn | expired | ended`. Each edit makes a new immutable version;
//! accepting names the version that was read, and makes an order in the same decision.

use chrono::TimeDelta;

use super::{
    Answers, Offer, OfferRefusal, OfferState, OfferVersion, Proposal, Rejection, Settlement,
    WrittenConditions,
    terms::{TermsKind, WrittenTerms},
    writing::last_day,
};
use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    conversations::{Conversation, ConversationAction},
    facts::Fact,
    fields::Fields,
    ids::{OfferId, OrderId, ServiceId},
    limits::Limits,
    orders::{Order, Placed},
    organizations::{Organization, OrganizationState},
    text, words,
    world::Instant,
};

/// At most so many characters in a title.
const MAX_TITLE: usize = 100;
/// At most so many characters in a description.
const MAX_DESCRIPTION: usize = 4000;

words! {
    /// What a person can do with a custom offer.
    pub enum CustomAction {
        /// Provider: change it.
        Revise = "revise",
        /// Provider: take it back.
        Withdraw = "withdraw",
        /// Client: order.
        Accept = "accept",
        /// Client: say no.
        Decline = "decline",
    }
}

/// A custom offer as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenCustomOffer {
    /// What it is called.
    pub title: String,
    /// What is done, and what is not.
    pub description: String,
    /// What it costs.
    pub terms: WrittenTerms,
    /// What else is agreed.
    pub conditions: WrittenConditions,
    /// The last day on which it holds, `2027-06-12`.
    pub expires_on: Option<String>,
}

impl WrittenCustomOffer {
    /// Reads it; every wrong field is told at once.
    pub fn parse(
        &self,
        service: Option<ServiceId>,
        limits: &Limits,
        now: Instant,
    ) -> Result<Proposal, Fields> {
        let mut fields = Fields::default();
        let title = fields.take("/title", text::line(&self.title, MAX_TITLE));
        let description =
            fields.take("/description", text::paragraphs(&self.description, MAX_DESCRIPTION));
        let terms = self.terms.parse(limits).map_err(|wrong| fields.absorb("/terms", wrong)).ok();
        let conditions = self.conditions.parse(service, limits);
        let conditions = conditions.map_err(|wrong| fields.absorb("", wrong)).ok();
        let expires_at =
            fields.take_if("/expires_on", self.expires_on.as_deref(), |day| last_day(day, now));
        let (Some(title), Some(description), Some(terms), Some(conditions), Some(expires_at)) =
            (title, description, terms, conditions, expires_at)
        else {
            return Err(fields);
        };
        let public_message = String::new();
        let private_message = description;
        Ok(Proposal { title, public_message, private_message, terms, conditions, expires_at })
    }
}

/// A provider in a conversation, about to make an offer.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// Where.
    pub conversation: &'a Conversation,
    /// Who.
    pub provider: &'a Organization,
    /// The kinds of terms that it may offer here (S2-009, S2-010).
    pub kinds: &'a [TermsKind],
    /// How it may be paid on this marketplace.
    pub settlements: &'a [Settlement],
}

impl Sender<'_> {
    /// Whether this person may make an offer here, or why not.
    pub fn permits(&self, actor: &Actor) -> Result<(), OfferRefusal> {
        if actor.kind != OrganizationKind::Provider || !actor.is_of(self.provider.id) {
            return Err(OfferRefusal::ProviderOffers);
        }
        let may_write = self.conversation.permits(ConversationAction::Write, actor);
        may_write.map_err(|_| OfferRefusal::ConversationOver)
    }

    /// Makes an offer: as an answer to a question or unasked (S2-002), always within the conversation.
    pub fn send(
        &self,
        actor: &Actor,
        id: OfferId,
        proposal: Proposal,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Offer>, Rejection> {
        self.permits(actor)?;
        self.offers(&proposal)?;
        let expires_at = expiry_of(&proposal, limits, now);
        let offer = Offer {
            id,
            version: 1,
            answers: Answers::Nothing,
            client: self.conversation.client,
            provider: self.provider.id,
            state: OfferState::Sent,
            current: OfferVersion { number: 1, proposal, author: actor.account, created_at: now },
            expires_at,
            created_at: now,
        };
        let fact = Fact::CustomOfferSent { pact: offer.pact() };
        Ok(Change::new(offer, fact))
    }

    fn offers(&self, proposal: &Proposal) -> Result<(), Rejection> {
        if !self.kinds.contains(&proposal.terms.kind()) {
            return Err(OfferRefusal::KindNotOffered.into());
        }
        if !self.settlements.contains(&proposal.conditions.settlement) {
            return Err(OfferRefusal::SettlementNotOffered.into());
        }
        if proposal.conditions.settlement == Settlement::Held {
            proposal.suits_held()?;
        }
        proposal.suits(self.provider).map_err(|wrong| {
            let mut fields = Fields::default();
            fields.absorb("/terms", wrong);
            fields.into()
        })
    }
}

/// A custom offer in its conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomOffer {
    /// The offer.
    pub offer: Offer,
    /// Where it was made.
    pub conversation: Conversation,
}

impl CustomOffer {
    /// Whether this person may do this now, or why not. The only guard of each transition.
    pub fn permits(
        &self,
        action: CustomAction,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), OfferRefusal> {
        let is_providers = matches!(action, CustomAction::Revise | CustomAction::Withdraw);
        match is_providers {
            true if !actor.is_of(self.offer.provider) => return Err(OfferRefusal::ProviderDecides),
            false if !actor.is_of(self.offer.client) => return Err(OfferRefusal::ClientDecides),
            _ => {}
        }
        if self.offer.state != OfferState::Sent {
            return Err(OfferRefusal::OfferOver);
        }
        if self.offer.is_past(now) {
            return Err(OfferRefusal::OfferPast);
        }
        if matches!(action, CustomAction::Revise | CustomAction::Accept) {
            let goes_on = self.conversation.permits(ConversationAction::Write, actor);
            goes_on.map_err(|_| OfferRefusal::ConversationOver)?;
        }
        Ok(())
    }

    /// What this person may do now: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor, now: Instant) -> Vec<CustomAction> {
        let all = CustomAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor, now).is_ok()).collect()
    }

    /// The provider changes it: the version before is superseded and can no longer be accepted.
    pub fn revise(
        self,
        actor: &Actor,
        sender: &Sender<'_>,
        proposal: Proposal,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Self>, Rejection> {
        self.permits(CustomAction::Revise, actor, now)?;
        sender.offers(&proposal)?;
        let number = self.offer.current.number + 1;
        let fact = Fact::CustomOfferRevised { pact: self.offer.pact(), number };
        let offer = Offer {
            expires_at: expiry_of(&proposal, limits, now),
            current: OfferVersion { number, proposal, author: actor.account, created_at: now },
            ..self.offer
        };
        Ok(Change::new(Self { offer, ..self }, fact))
    }

    /// The provider takes it back.
    pub fn withdraw(self, actor: &Actor, now: Instant) -> Result<Change<Self>, OfferRefusal> {
        self.permits(CustomAction::Withdraw, actor, now)?;
        let fact = Fact::CustomOfferWithdrawn { pact: self.offer.pact() };
        Ok(Change::new(self.at(OfferState::Withdrawn), fact))
    }

    /// The client says no.
    pub fn decline(
        self,
        actor: &Actor,
        reason: String,
        now: Instant,
    ) -> Result<Change<Self>, OfferRefusal> {
        self.permits(CustomAction::Decline, actor, now)?;
        let fact = Fact::CustomOfferDeclined { pact: self.offer.pact(), reason };
        Ok(Change::new(self.at(OfferState::Declined), fact))
    }

    /// The client orders, naming the version that it has read.
    pub fn accept(
        self,
        actor: &Actor,
        provider: &Organization,
        number: i32,
        id: OrderId,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Placed>, OfferRefusal> {
        self.permits(CustomAction::Accept, actor, now)?;
        if provider.state != OrganizationState::Open {
            return Err(OfferRefusal::ConversationOver);
        }
        if number != self.offer.current.number {
            return Err(OfferRefusal::VersionOutdated);
        }
        let order = Order::place(id, &self.offer, limits, now);
        let facts = order.announced();
        Ok(Change::told(Placed { offer: self.at(OfferState::Accepted), order }, facts))
    }

    /// It passed its date.
    #[must_use]
    pub fn expire(self, now: Instant) -> Option<Change<Self>> {
        if self.offer.state != OfferState::Sent || !self.offer.is_past(now) {
            return None;
        }
        let fact = Fact::CustomOfferExpired { pact: self.offer.pact() };
        Some(Change::new(self.at(OfferState::Expired), fact))
    }

    fn at(self, state: OfferState) -> Self {
        Self { offer: Offer { state, ..self.offer }, ..self }
    }
}

fn expiry_of(proposal: &Proposal, limits: &Limits, now: Instant) -> Instant {
    proposal.expires_at.unwrap_or_else(|| now + TimeDelta::days(limits.quote_days.into()))
}

#[cfg(test)]
pub(crate) mod tests;
