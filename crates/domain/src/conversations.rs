//! What a client and a provider say to each other: one conversation for each pair.
//!
//! `open ⇄ declined`, `blocked` from either and back to `open`.
//! Invariants: only a client opens one, or a provider's application to a lot does (S5-003, A-30); what was
//! said stays as it was said; each side writes for as long as both are there and the provider has not blocked
//! the client.

mod closing;
mod refusals;

pub use self::{
    closing::{Fate, Open, close, fate, parse_farewell},
    refusals::ConversationRefusal,
};

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    contacts::find_contacts,
    facts::Fact,
    fields::Fields,
    files::{ATTACHMENTS_MAX, read_ids},
    ids::{
        AccountId, ConversationId, EntryId, FileId, NeedId, OrganizationId, ServiceId, TenderId,
    },
    organizations::{Organization, OrganizationState},
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
        /// Provider: answer that it cannot take what the client asks for (S5-016).
        Decline = "decline",
        /// Provider: hear from the client no more (S5-030).
        Block = "block",
        /// Provider: hear from it again.
        Unblock = "unblock",
        /// Provider: put tags on it and take them off (S5-025, S5-026).
        Tag = "tag",
        /// Provider: say who of the team sees to it.
        Assign = "assign",
    }

    /// Where a conversation stands.
    pub enum ConversationState {
        /// Both sides write.
        Open = "open",
        /// The provider cannot take what the client asked for; the next message opens it again.
        Declined = "declined",
        /// The provider no longer wants to hear from the client.
        Blocked = "blocked",
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
    /// Where it stands.
    pub state: ConversationState,
    /// Who of the provider's team sees to it.
    pub assignee: Option<AccountId>,
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
    /// What it says; may be empty where files go with it.
    pub text: String,
    /// The files that go with it, in their order.
    pub attachments: Vec<FileId>,
    /// The event that it is about, if the client named one.
    pub tender: Option<TenderId>,
    /// The service that it is about, if the client named one (S5-011).
    pub service: Option<ServiceId>,
    /// The need that it hands over (S5-012).
    pub need: Option<NeedId>,
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
    /// What it says; may be empty where files go with it.
    pub text: String,
    /// The files that go with it, in their order.
    pub attachments: Vec<FileId>,
    /// The event that it is about.
    pub tender: Option<TenderId>,
    /// The service that it is about (S5-011).
    pub service: Option<ServiceId>,
    /// The need that it hands over (S5-012).
    pub need: Option<NeedId>,
}

/// Reads what a message says and the files that go with it (S5-004). Files go without a word.
pub fn parse_message(text: &str, files: &[String]) -> Result<(String, Vec<FileId>), Fields> {
    let mut fields = Fields::default();
    let read = if files.is_empty() { text::paragraphs } else { text::optional_paragraphs };
    let text = fields.take("/text", read(text, MAX_MESSAGE));
    let attachments = read_ids(files, ATTACHMENTS_MAX, "/attachments");
    let attachments = attachments.map_err(|wrong| fields.absorb("", wrong));
    match (text, attachments) {
        (Some(text), Ok(attachments)) => Ok((text, attachments)),
        _ => Err(fields),
    }
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

    /// Whether this person may begin to talk with a provider: one of the directory, with something to sell.
    pub fn may_begin(
        actor: &Actor,
        provider: &Organization,
        listing: Listing,
    ) -> Result<(), ConversationRefusal> {
        Self::may_be_opened_by(actor)?;
        match listing {
            _ if provider.kind != OrganizationKind::Provider => {
                Err(ConversationRefusal::ProviderUnlisted)
            }
            Listing::Absent => Err(ConversationRefusal::ProviderUnlisted),
            Listing::WithoutService => Err(ConversationRefusal::ProviderWithoutService),
            Listing::Present => Ok(()),
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
        Self::may_begin(actor, provider, listing)?;
        let conversation = Self {
            id: ids.0,
            client: actor.organization,
            provider: provider.id,
            state: ConversationState::Open,
            assignee: None,
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
        self.is_of_a_side(actor)?;
        if action != ConversationAction::Write && !actor.is_of(self.provider) {
            return Err(ConversationRefusal::ProviderDecides);
        }
        match action {
            ConversationAction::Write | ConversationAction::Block => {
                self.both_are_there()?;
                self.is_not_blocked(actor)
            }
            ConversationAction::Decline => {
                self.both_are_there()?;
                self.is_not_blocked(actor)?;
                match self.state {
                    ConversationState::Declined => Err(ConversationRefusal::AlreadyDeclined),
                    ConversationState::Open | ConversationState::Blocked => Ok(()),
                }
            }
            ConversationAction::Unblock => match self.state {
                ConversationState::Blocked => Ok(()),
                ConversationState::Open | ConversationState::Declined => {
                    Err(ConversationRefusal::NotBlocked)
                }
            },
            ConversationAction::Tag | ConversationAction::Assign => Ok(()),
        }
    }

    fn is_of_a_side(&self, actor: &Actor) -> Result<(), ConversationRefusal> {
        let is = actor.is_of(self.client) || actor.is_of(self.provider);
        if is { Ok(()) } else { Err(ConversationRefusal::NotYours) }
    }

    fn both_are_there(&self) -> Result<(), ConversationRefusal> {
        let both = [self.client_state, self.provider_state];
        let are = both.iter().all(|&state| state == OrganizationState::Open);
        if are { Ok(()) } else { Err(ConversationRefusal::SideGone) }
    }

    /// A block explains itself to both sides (S5-031).
    fn is_not_blocked(&self, actor: &Actor) -> Result<(), ConversationRefusal> {
        match self.state {
            ConversationState::Blocked if actor.is_of(self.provider) => {
                Err(ConversationRefusal::YouBlocked)
            }
            ConversationState::Blocked => Err(ConversationRefusal::Blocked),
            ConversationState::Open | ConversationState::Declined => Ok(()),
        }
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

    /// Someone of the provider's team sees to it from now on, or nobody in particular. Whoever asks for this
    /// has looked whether that person is of the team.
    pub fn assign(
        self,
        actor: &Actor,
        assignee: Option<AccountId>,
    ) -> Result<Change<Self>, ConversationRefusal> {
        self.permits(ConversationAction::Assign, actor)?;
        if self.assignee == assignee {
            return Ok(Change::silent(self));
        }
        let (conversation, provider) = (self.id, self.provider);
        let fact = Fact::ConversationAssigned { conversation, provider, assignee };
        Ok(Change::new(Self { assignee, ..self }, fact))
    }

    fn say(self, actor: &Actor, id: EntryId, opening: Opening, now: Instant) -> Change<Said> {
        let message = Message {
            id,
            conversation: self.id,
            author: actor.account,
            party: actor.organization,
            text: opening.text,
            attachments: opening.attachments,
            tender: opening.tender,
            service: opening.service,
            need: opening.need,
            sent_at: now,
        };
        let fact = Fact::MessageSent {
            message: id,
            conversation: self.id,
            client: self.client,
            provider: self.provider,
            contacts: find_contacts(&message.text).len(),
        };
        let state = ConversationState::Open;
        Change::new(Said { conversation: Self { state, last_at: now, ..self }, message }, fact)
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

#[cfg(test)]
mod tests;
