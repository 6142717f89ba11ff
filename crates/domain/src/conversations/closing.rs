//! How a provider says no: to what a client asks for, or to hearing from it at all (S5-016…S5-019,
//! S5-030…S5-033).
//!
//! Invariants: what a block closes stays closed when it is lifted; a mission in work is never dropped
//! by either; neither counts in the directory or in who is told of tenders (S5-017).

use super::{
    Conversation, ConversationAction, ConversationRefusal, ConversationState, MAX_MESSAGE, Message,
    Said,
};
use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{EntryId, OfferId},
    lots::LotState,
    offers::{Deal, OfferAction, OfferRefusal, Settlement},
    text, words,
    world::Instant,
};

words! {
    /// What becomes of something between the two when the provider blocks the client.
    pub enum Fate {
        /// An offer that was not chosen: the provider takes it back.
        Withdrawn = "withdrawn",
        /// A mission that waits for the provider's answer: it says no.
        Declined = "declined",
        /// A mission in work: it goes on.
        Stays = "stays",
    }
}

/// Something that is not over between the two, and what a block makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The offer and its lot.
    pub deal: Deal,
    /// What becomes of it.
    pub fate: Fate,
}

/// What a block makes of an offer of this actor's; none when it is over already, or a timer is about to end it.
#[must_use]
pub fn fate(deal: &Deal, actor: &Actor, now: Instant) -> Option<Fate> {
    let may = |action| deal.permits(action, actor, now).is_ok();
    match deal.lot.state {
        // What is paid through the platform is an order, whose fate is told with the other orders.
        LotState::InWork { award, .. } if award.offer == deal.offer.id => {
            (award.settlement == Settlement::Direct).then_some(Fate::Stays)
        }
        _ if may(OfferAction::Decline) => Some(Fate::Declined),
        _ if may(OfferAction::Withdraw) => Some(Fate::Withdrawn),
        _ => None,
    }
}

/// Carries that out, by the decisions that the provider has anyway.
pub fn close(
    deal: Deal,
    actor: &Actor,
    now: Instant,
) -> Result<Option<Change<Deal>>, OfferRefusal> {
    match fate(&deal, actor, now) {
        Some(Fate::Declined) => deal.decline(actor, String::new(), now).map(Some),
        Some(Fate::Withdrawn) => deal.withdraw(actor, now).map(Some),
        Some(Fate::Stays) | None => Ok(None),
    }
}

/// Reads the word to the client that goes with a refusal; it may be empty.
pub fn parse_farewell(text: &str) -> Result<String, Fields> {
    text::optional_paragraphs(text, MAX_MESSAGE).map_err(|wrong| Fields::one("/message", wrong))
}

impl Conversation {
    /// The provider cannot take what the client asks for. `waiting` are the missions for which it was chosen
    /// and has not answered: they are declined with it, by name (S5-018, S5-019). Whoever records this
    /// declines them.
    pub fn decline(
        self,
        actor: &Actor,
        id: EntryId,
        text: String,
        named: &[OfferId],
        waiting: &[OfferId],
        now: Instant,
    ) -> Result<Change<Said>, ConversationRefusal> {
        self.permits(ConversationAction::Decline, actor)?;
        let all = |some: &[OfferId], of: &[OfferId]| some.iter().all(|offer| of.contains(offer));
        if !all(named, waiting) || !all(waiting, named) {
            return Err(ConversationRefusal::MissionsWait);
        }
        let message = Message {
            id,
            conversation: self.id,
            author: actor.account,
            party: actor.organization,
            text,
            attachments: Vec::new(),
            tender: None,
            service: None,
            need: None,
            sent_at: now,
        };
        let fact = Fact::ConversationDeclined {
            conversation: self.id,
            message: id,
            client: self.client,
            provider: self.provider,
        };
        let state = ConversationState::Declined;
        Ok(Change::new(Said { conversation: Self { state, last_at: now, ..self }, message }, fact))
    }

    /// The provider hears from the client no more. Whoever records this closes what is open between them.
    pub fn block(self, actor: &Actor) -> Result<Change<Self>, ConversationRefusal> {
        self.permits(ConversationAction::Block, actor)?;
        let (conversation, client, provider) = (self.id, self.client, self.provider);
        let fact = Fact::ConversationBlocked { conversation, client, provider };
        Ok(Change::new(Self { state: ConversationState::Blocked, ..self }, fact))
    }

    /// Both write again; what was closed stays so (S5-033, A-47).
    pub fn unblock(self, actor: &Actor) -> Result<Change<Self>, ConversationRefusal> {
        self.permits(ConversationAction::Unblock, actor)?;
        let (conversation, client, provider) = (self.id, self.client, self.provider);
        let fact = Fact::ConversationUnblocked { conversation, client, provider };
        Ok(Change::new(Self { state: ConversationState::Open, ..self }, fact))
    }
}

impl ConversationState {
    /// Where it stands after news. An application is a word of the provider, a quote request one of the client:
    /// it opens what was declined, and takes no way around a block. Other news changes nothing here.
    pub fn after(self, news: &Fact) -> Result<Self, ConversationRefusal> {
        match (news, self) {
            (Fact::OfferSent { .. }, Self::Blocked) => Err(ConversationRefusal::YouBlocked),
            (Fact::QuoteRequestSent { .. }, Self::Blocked) => Err(ConversationRefusal::Blocked),
            (Fact::OfferSent { .. } | Fact::QuoteRequestSent { .. }, _) => Ok(Self::Open),
            _ => Ok(self),
        }
    }
}
