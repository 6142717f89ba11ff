//! What a client and a provider say to each other: one conversation for each pair.
//!
//! Invariants: only a client opens one, or a provider's application to a lot does (S5-003, A-30); what was
//! said stays as it was said; each side writes for as long as both are there.

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    contacts::find_contacts,
    facts::Fact,
    fields::Fields,
    ids::{AccountId, ConversationId, EntryId, OrganizationId, ServiceId, TenderId},
    organizations::{Organization, OrganizationState},
    refusal::{Explain, Explanation},
    text, words,
    world::Instant,
};

/// At most so many characters in a message.
pub const MAX_MESSAGE: usize = 4000;

words! {
    /// What a person can do in a conversation.
    pub enum ConversationAction {
        /// Send a message.
        Write = "write",
    }
}

/// What a pair has to say to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// The client's side.
    pub client: OrganizationId,
    /// The provider's side.
    pub provider: OrganizationId,
    /// Whether the client is still there.
    pub client_state: OrganizationState,
    /// Whether the provider is still there.
    pub provider_state: OrganizationState,
    /// When it began.
    pub created_at: Instant,
    /// When its last entry was written.
    pub last_at: Instant,
}

/// What one side says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: EntryId,
    /// Where it is said.
    pub conversation: ConversationId,
    /// Who wrote it.
    pub author: AccountId,
    /// For which side.
    pub party: OrganizationId,
    /// What it says.
    pub text: String,
    /// The event that it is about, if the client named one.
    pub tender: Option<TenderId>,
    /// The service that it is about, if the client named one (S5-011).
    pub service: Option<ServiceId>,
    /// When.
    pub sent_at: Instant,
}

/// A conversation with what was just said in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The conversation.
    pub conversation: Conversation,
    /// What was said.
    pub message: Message,
}

/// What a client writes to a provider for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// What it says.
    pub text: String,
    /// The event that it is about.
    pub tender: Option<TenderId>,
    /// The service that it is about (S5-011).
    pub service: Option<ServiceId>,
}

/// Reads what a message says.
pub fn parse_message(text: &str) -> Result<String, Fields> {
    text::paragraphs(text, MAX_MESSAGE).map_err(|wrong| Fields::one("/text", wrong))
}

impl Conversation {
    /// Whether this person is of a side that begins (S5-003).
    pub fn may_be_opened_by(actor: &Actor) -> Result<(), ConversationRefusal> {
        match actor.kind {
            OrganizationKind::Client => Ok(()),
            OrganizationKind::Provider | OrganizationKind::Operator => {
                Err(ConversationRefusal::ClientsOpen)
            }
        }
    }

    /// A client writes to a provider of the directory for the first time.
    pub fn open(
        actor: &Actor,
        provider: &Organization,
        listing: Listing,
        ids: (ConversationId, EntryId),
        opening: Opening,
        now: Instant,
    ) -> Result<Change<Said>, ConversationRefusal> {
        Self::may_be_opened_by(actor)?;
        if listing == Listing::Absent || provider.kind != OrganizationKind::Provider {
            return Err(ConversationRefusal::ProviderUnlisted);
        }
        if listing == Listing::WithoutService {
            return Err(ConversationRefusal::ProviderWithoutService);
        }
        let conversation = Self {
            id: ids.0,
            client: actor.organization,
            provider: provider.id,
            client_state: OrganizationState::Open,
            provider_state: provider.state,
            created_at: now,
            last_at: now,
        };
        let opened = Fact::ConversationOpened {
            conversation: conversation.id,
            message: ids.1,
            client: conversation.client,
            provider: conversation.provider,
        };
        Ok(conversation.say(actor, ids.1, opening, now).and(opened))
    }

    /// Whether this person may do this, or why not.
    pub fn permits(
        &self,
        action: ConversationAction,
        actor: &Actor,
    ) -> Result<(), ConversationRefusal> {
        let ConversationAction::Write = action;
        if !actor.is_of(self.client) && !actor.is_of(self.provider) {
            return Err(ConversationRefusal::NotYours);
        }
        let both = [self.client_state, self.provider_state];
        if both.iter().any(|&state| state != OrganizationState::Open) {
            return Err(ConversationRefusal::SideGone);
        }
        Ok(())
    }

    /// What this person may do: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor) -> Vec<ConversationAction> {
        let all = ConversationAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor).is_ok()).collect()
    }

    /// One side says something.
    pub fn write(
        self,
        actor: &Actor,
        id: EntryId,
        opening: Opening,
        now: Instant,
    ) -> Result<Change<Said>, ConversationRefusal> {
        self.permits(ConversationAction::Write, actor)?;
        Ok(self.say(actor, id, opening, now))
    }

    fn say(self, actor: &Actor, id: EntryId, opening: Opening, now: Instant) -> Change<Said> {
        let message = Message {
            id,
            conversation: self.id,
            author: actor.account,
            party: actor.organization,
            text: opening.text,
            tender: opening.tender,
            service: opening.service,
            sent_at: now,
        };
        let fact = Fact::MessageSent {
            message: id,
            conversation: self.id,
            client: self.client,
            provider: self.provider,
            contacts: find_contacts(&message.text).len(),
        };
        Change::new(Said { conversation: Self { last_at: now, ..self }, message }, fact)
    }

    /// The other side of the one for which this person acts.
    #[must_use]
    pub fn counterpart(&self, actor: &Actor) -> OrganizationId {
        if actor.is_of(self.client) { self.provider } else { self.client }
    }
}

/// Whether the directory shows a provider, and with something to sell: only then can anybody write to it (S5-002).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// It does.
    Present,
    /// It does, without a published service.
    WithoutService,
    /// It does not.
    Absent,
}

/// Why a wish about a conversation was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConversationRefusal {
    /// A provider answers; it does not begin.
    ClientsOpen,
    /// The provider is not in the directory.
    ProviderUnlisted,
    /// The provider has published no service yet.
    ProviderWithoutService,
    /// The account of one side is closed.
    SideGone,
    /// It is somebody else's.
    NotYours,
}

impl Explain for ConversationRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::ClientsOpen => Explanation::new(
                "only_clients_open",
                "C'est au client d'écrire le premier. Répondez à son appel d'offres : votre candidature ouvre la conversation.",
                "It is for the client to write first. Answer its call for offers: your application opens the conversation.",
            ),
            Self::ProviderUnlisted => Explanation::new(
                "provider_not_reachable",
                "Ce prestataire n'est pas dans l'annuaire : il ne reçoit pas de message pour le moment.",
                "This provider is not in the directory: it takes no messages for now.",
            ),
            Self::ProviderWithoutService => Explanation::new(
                "provider_without_service",
                "Ce prestataire n'a pas encore publié de service : il ne reçoit pas de message pour le moment.",
                "This provider has not published a service yet: it takes no messages for now.",
            ),
            Self::SideGone => Explanation::new(
                "other_side_gone",
                "Cette conversation est close : le compte de l'autre partie est fermé.",
                "This conversation is over: the other side's account is closed.",
            ),
            Self::NotYours => Explanation::new(
                "not_your_conversation",
                "Cette conversation n'est pas la vôtre.",
                "This conversation is not yours.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
