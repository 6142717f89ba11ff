//! What a provider sells off the shelf: the page that clients find, and the template of its offers (S2-005).
//!
//! Invariants: a service is written by those who write the provider's sheet; it keeps the address and the
//! date of its first publication; a deleted one is kept, out of sight, for as long as something names it.

mod refusals;
mod writing;

pub use refusals::ServiceRefusal;
pub use writing::{
    DAYS_MAX, DESCRIPTION_MAX, GREETING_MAX, PACKAGES_MAX, QUESTIONS_MAX, REVISIONS_MAX, TITLE_MAX,
    WrittenPackage, WrittenQuestion, WrittenService,
};
pub(crate) use writing::{questions, revisions};

use serde::{Deserialize, Serialize};

use crate::{
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    facts::Fact,
    ids::{OrganizationId, ServiceId},
    limits::Limits,
    money::Money,
    organizations::Organization,
    photos::Photo,
    text_fold, words,
    world::Instant,
};

words! {
    /// Where a service stands.
    pub enum ServiceStatus {
        /// Nobody but its provider sees it.
        Draft = "draft",
        /// Clients find it.
        Published = "published",
        /// Its provider took it off the shelf for a while.
        Paused = "paused",
        /// Deleted; kept for what names it.
        Archived = "archived",
    }

    /// What a person can do with a service.
    pub enum ServiceAction {
        /// Change what it says.
        Edit = "edit",
        /// Let clients find it.
        Publish = "publish",
        /// Take it off the shelf for a while.
        Pause = "pause",
        /// Put it back.
        Resume = "resume",
        /// Be done with it.
        Delete = "delete",
    }

    /// Why clients do not find a service.
    pub enum Hidden {
        /// It is a draft.
        Draft = "draft",
        /// It is off the shelf.
        Paused = "paused",
        /// It was deleted.
        Archived = "archived",
        /// Its trade is none of its provider's any more.
        TradeDropped = "trade_dropped",
        /// Its provider is on leave.
        ProviderPaused = "provider_paused",
        /// Its provider has no plan: the directory does not show it.
        ProviderUnlisted = "provider_unlisted",
    }
}

/// How often a client may ask for changes of what was delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Revisions {
    /// So many times.
    UpTo(u32),
    /// As often as it likes: only when its provider says so itself.
    Unlimited,
}

/// A ready-made form of a service, with its own terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// « Essentiel ».
    pub name: String,
    /// What it holds; may be empty.
    pub description: String,
    /// What it costs, VAT included.
    pub price: Money,
    /// In so many days.
    pub delivery_days: u32,
    /// With so many revisions.
    pub revisions: Revisions,
}

/// What the provider must know before it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// As it is asked.
    pub text: String,
    /// Whether an answer is due.
    pub mandatory: bool,
}

/// What a service says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// What it is, in a line.
    pub title: String,
    /// The slug of one of its provider's trades.
    pub trade: String,
    /// What is done, and how.
    pub description: String,
    /// The least that it costs, VAT included: what the public is told.
    pub price_from: Money,
    /// In so many days.
    pub delivery_days: u32,
    /// With so many revisions.
    pub revisions: Revisions,
    /// What it looks like; the first stands for it in lists.
    pub photos: Vec<Photo>,
    /// Up to three ready-made forms.
    pub packages: Vec<Package>,
    /// What the client is asked when it orders.
    pub questions: Vec<Question>,
    /// « Message de présentation »: sent to the client by itself when it orders (S4-009); may be empty.
    pub greeting: String,
}

/// Where a service stands, with what is true there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceState {
    /// Nobody but its provider sees it.
    Draft,
    /// Clients find it.
    Published {
        /// Since its first publication.
        since: Instant,
    },
    /// Off the shelf.
    Paused {
        /// Its first publication.
        since: Instant,
    },
    /// Deleted.
    Archived,
}

/// What a provider sells off the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// Who sells it.
    pub provider: OrganizationId,
    /// What stands in the URL of its page; empty before its first publication.
    pub slug: String,
    /// What it says.
    pub content: Content,
    /// Where it stands.
    pub state: ServiceState,
    /// When it was begun.
    pub created_at: Instant,
}

impl ServiceState {
    /// In a word.
    #[must_use]
    pub fn status(self) -> ServiceStatus {
        match self {
            Self::Draft => ServiceStatus::Draft,
            Self::Published { .. } => ServiceStatus::Published,
            Self::Paused { .. } => ServiceStatus::Paused,
            Self::Archived => ServiceStatus::Archived,
        }
    }

    /// When it was first published.
    #[must_use]
    pub fn published_at(self) -> Option<Instant> {
        match self {
            Self::Published { since } | Self::Paused { since } => Some(since),
            Self::Draft | Self::Archived => None,
        }
    }
}

impl Service {
    /// Whether this person may begin another service for its provider, which has so many.
    pub fn may_be_begun(
        actor: &Actor,
        provider: &Organization,
        count: i64,
        limits: &Limits,
    ) -> Result<(), ServiceRefusal> {
        if provider.kind != OrganizationKind::Provider || !actor.is_of(provider.id) {
            return Err(ServiceRefusal::ProvidersOnly);
        }
        if actor.role < Role::Administrator {
            return Err(ServiceRefusal::NotManager);
        }
        if provider.is_open().is_err() {
            return Err(ServiceRefusal::ProviderClosed);
        }
        if count >= i64::from(limits.services_max) {
            return Err(ServiceRefusal::TooMany { limit: limits.services_max });
        }
        Ok(())
    }

    /// A draft of a provider that has so many services.
    pub fn begin(
        actor: &Actor,
        (provider, count): (&Organization, i64),
        id: ServiceId,
        content: Content,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Self>, ServiceRefusal> {
        Self::may_be_begun(actor, provider, count, limits)?;
        let service = Self {
            id,
            version: 1,
            provider: provider.id,
            slug: String::new(),
            content,
            state: ServiceState::Draft,
            created_at: now,
        };
        let fact = Fact::ServiceCreated { service: id, provider: provider.id };
        Ok(Change::new(service, fact))
    }

    /// Whether this person may do this, or why not.
    pub fn permits(&self, action: ServiceAction, actor: &Actor) -> Result<(), ServiceRefusal> {
        use ServiceAction::{Delete, Edit, Pause, Publish, Resume};
        use ServiceState::{Archived, Draft, Paused, Published};
        if !actor.is_of(self.provider) {
            return Err(ServiceRefusal::NotYours);
        }
        if actor.role < Role::Administrator {
            return Err(ServiceRefusal::NotManager);
        }
        match (action, self.state) {
            (_, Archived) => Err(ServiceRefusal::Deleted),
            (Edit | Delete, _)
            | (Publish, Draft)
            | (Pause, Published { .. })
            | (Resume, Paused { .. }) => Ok(()),
            (Publish, Published { .. } | Paused { .. }) => Err(ServiceRefusal::AlreadyPublished),
            (Pause | Resume, Draft) => Err(ServiceRefusal::NotPublished),
            (Pause, Paused { .. }) => Err(ServiceRefusal::AlreadyPaused),
            (Resume, Published { .. }) => Err(ServiceRefusal::NotPaused),
        }
    }

    /// What this person may do: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor) -> Vec<ServiceAction> {
        let all = ServiceAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor).is_ok()).collect()
    }

    /// Why clients do not find it; none when they do, as long as the directory shows its provider.
    #[must_use]
    pub fn hidden(&self, provider: &Organization, now: Instant) -> Option<Hidden> {
        match self.state {
            ServiceState::Draft => Some(Hidden::Draft),
            ServiceState::Paused { .. } => Some(Hidden::Paused),
            ServiceState::Archived => Some(Hidden::Archived),
            ServiceState::Published { .. } if !provider.trades.contains(&self.content.trade) => {
                Some(Hidden::TradeDropped)
            }
            ServiceState::Published { .. } if provider.paused => Some(Hidden::ProviderPaused),
            ServiceState::Published { .. } if provider.plan_at(now).is_none() => {
                Some(Hidden::ProviderUnlisted)
            }
            ServiceState::Published { .. } => None,
        }
    }

    /// Says something else from now on. What was ordered or offered before stays as it was.
    pub fn edit(self, actor: &Actor, content: Content) -> Result<Change<Self>, ServiceRefusal> {
        self.permits(ServiceAction::Edit, actor)?;
        let fact = Fact::ServiceUpdated { service: self.id, provider: self.provider };
        Ok(Change::new(Self { content, ..self }, fact))
    }

    /// Clients find it from now on, under an address that it keeps.
    pub fn publish(
        self,
        actor: &Actor,
        provider: &Organization,
        now: Instant,
    ) -> Result<Change<Self>, ServiceRefusal> {
        self.permits(ServiceAction::Publish, actor)?;
        if !provider.trades.contains(&self.content.trade) {
            return Err(ServiceRefusal::TradeDropped);
        }
        let fact = Fact::ServicePublished { service: self.id, provider: self.provider };
        let (slug, state) = (self.fresh_slug(), ServiceState::Published { since: now });
        Ok(Change::new(Self { slug, state, ..self }, fact))
    }

    /// Takes it off the shelf.
    pub fn pause(self, actor: &Actor) -> Result<Change<Self>, ServiceRefusal> {
        self.permits(ServiceAction::Pause, actor)?;
        let fact = Fact::ServicePaused { service: self.id, provider: self.provider };
        let since = self.state.published_at().ok_or(ServiceRefusal::NotPublished)?;
        Ok(Change::new(Self { state: ServiceState::Paused { since }, ..self }, fact))
    }

    /// Puts it back on the shelf.
    pub fn resume(self, actor: &Actor) -> Result<Change<Self>, ServiceRefusal> {
        self.permits(ServiceAction::Resume, actor)?;
        let fact = Fact::ServiceResumed { service: self.id, provider: self.provider };
        let since = self.state.published_at().ok_or(ServiceRefusal::NotPublished)?;
        Ok(Change::new(Self { state: ServiceState::Published { since }, ..self }, fact))
    }

    /// Its provider is done with it. What names it keeps its title; nobody looks at its photos any more.
    pub fn delete(self, actor: &Actor) -> Result<Change<Self>, ServiceRefusal> {
        self.permits(ServiceAction::Delete, actor)?;
        let fact = Fact::ServiceDeleted { service: self.id, provider: self.provider };
        let content = Content { photos: Vec::new(), ..self.content };
        Ok(Change::new(Self { content, state: ServiceState::Archived, ..self }, fact))
    }

    // Two DJs sell « Soirée complète »: the end of the id tells their pages apart.
    fn fresh_slug(&self) -> String {
        let words = text_fold::slug(&self.content.title);
        let id = self.id.to_string();
        let tail = id.get(id.len().saturating_sub(8)..).unwrap_or_default();
        if words.is_empty() { tail.to_owned() } else { format!("{words}-{tail}") }
    }
}

#[cfg(test)]
mod tests;
