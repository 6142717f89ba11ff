//! A client's call for offers: the event, and one lot for each trade it asks for.
//!
//! `draft → published → closed`. What the client sees of a published tender (open, awaiting, in work,
//! done) is derived from its lots and never stored apart. Invariant: a published tender describes its
//! event completely and has at least one lot.

mod edit;
mod lapsing;
mod progress;
mod refusal;
#[cfg(test)]
mod tests;

pub use edit::{Edit, Edited, LotSketch, WantedLot, draft_step, parse_lots};
pub use lapsing::{LAPSE_AFTER, OVERDUE_AFTER, UNDATED, over_at};
pub use progress::{Progress, TenderStatus};
pub use refusal::{Rejection, TenderRefusal};

use chrono::TimeDelta;

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    events::{Event, Occasion},
    facts::Fact,
    fields::Fields,
    ids::{EventId, OrganizationId, TenderId},
    lots::{Lot, LotState, LotStatus},
    text, text_fold, words,
    world::Instant,
};

words! {
    /// Why a client closes a tender.
    pub enum CloseReason {
        /// Nobody suited.
        NoSuitableProvider = "no_suitable_provider",
        /// The event does not take place.
        EventCancelled = "event_cancelled",
        /// The client's account was closed or deleted; no client gives this reason itself.
        AccountClosed = "account_closed",
        /// Its event is over and nobody did it; no client gives this reason itself.
        EventPast = "event_past",
    }

    /// What one may do with a tender.
    pub enum TenderAction {
        /// The client goes on with its draft, or revises what it published.
        Edit = "edit",
        /// The client publishes its draft.
        Publish = "publish",
        /// The client throws its draft away.
        Delete = "delete",
        /// The client ends a published tender.
        Close = "close",
        /// A provider takes it out of its own list, or back.
        Hide = "hide",
    }
}

/// How often a client may publish, against abuse: publishing is free and has no quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicationCap {
    /// So many in 24 hours.
    pub per_day: u32,
}

impl CloseReason {
    /// Whether it is a client's to give.
    #[must_use]
    pub fn is_the_clients(self) -> bool {
        matches!(self, Self::NoSuitableProvider | Self::EventCancelled)
    }
}

impl PublicationCap {
    /// Since when publications count.
    #[must_use]
    pub fn since(self, now: Instant) -> Instant {
        now - TimeDelta::days(1)
    }
}

impl Default for PublicationCap {
    fn default() -> Self {
        Self { per_day: 5 }
    }
}

/// Where a tender stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TenderState {
    /// Being written; seen by its client alone.
    Draft {
        /// The step of the guided form where the client stopped.
        step: i32,
    },
    /// Public.
    Published {
        /// Since when.
        at: Instant,
    },
    /// Ended by its client; kept in the history.
    Closed {
        /// When it was published.
        published_at: Instant,
        /// When it was closed.
        at: Instant,
        /// Why.
        reason: CloseReason,
        /// A word to those who had applied; may be empty.
        note: String,
    },
}

/// A call for offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tender {
    /// Its id.
    pub id: TenderId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// What it is for.
    pub event: Event,
    /// What stands in its URL from its publication on, never changed afterwards; empty before.
    pub slug: String,
    /// How often its text changed since it was published, from 1.
    pub revision: i32,
    /// Where it stands.
    pub state: TenderState,
    /// The trades it asks for, in the client's order.
    pub lots: Vec<Lot>,
    /// When it was begun.
    pub created_at: Instant,
}

impl Tender {
    /// Begins a draft. Only a client may: a provider that organizes something opens a client account.
    pub fn begin(
        actor: &Actor,
        id: TenderId,
        event: EventId,
        occasion: Occasion,
        now: Instant,
    ) -> Result<Self, TenderRefusal> {
        if actor.kind != OrganizationKind::Client {
            return Err(TenderRefusal::ClientAccountRequired);
        }
        Ok(Self {
            id,
            version: 1,
            event: Event { id: event, organization: actor.organization, occasion, created_at: now },
            slug: String::new(),
            revision: 1,
            state: TenderState::Draft { step: 0 },
            lots: Vec::new(),
            created_at: now,
        })
    }

    /// Whose it is.
    #[must_use]
    pub fn client(&self) -> OrganizationId {
        self.event.organization
    }

    /// Since when it is public.
    #[must_use]
    pub fn published_at(&self) -> Option<Instant> {
        match self.state {
            TenderState::Draft { .. } => None,
            TenderState::Published { at } => Some(at),
            TenderState::Closed { published_at, .. } => Some(published_at),
        }
    }

    /// Whether anyone but its client may see it.
    #[must_use]
    pub fn is_seen_by(&self, actor: Option<&Actor>) -> bool {
        self.published_at().is_some() || actor.is_some_and(|actor| actor.is_of(self.client()))
    }

    /// The trades of the lots to which providers may apply now.
    pub fn open_trades(&self) -> impl Iterator<Item = &str> {
        self.lots.iter().filter(|lot| lot.state == LotState::Open).map(|lot| lot.trade.as_str())
    }

    /// Whether this may be done now, by this person.
    pub fn permits(&self, action: TenderAction, actor: &Actor) -> Result<(), TenderRefusal> {
        if action == TenderAction::Hide {
            return self.permits_hiding(actor);
        }
        if !actor.is_of(self.client()) {
            return Err(TenderRefusal::NotYours);
        }
        match (action, &self.state) {
            (_, TenderState::Closed { .. }) => Err(TenderRefusal::Closed),
            (TenderAction::Close, TenderState::Draft { .. }) => Err(TenderRefusal::NotPublished),
            (TenderAction::Close, TenderState::Published { .. }) => self.permits_closing(),
            (TenderAction::Publish | TenderAction::Delete, TenderState::Published { .. }) => {
                Err(TenderRefusal::AlreadyPublished)
            }
            (TenderAction::Edit, TenderState::Published { .. })
                if self.status() == TenderStatus::Done =>
            {
                Err(TenderRefusal::Done)
            }
            _ => Ok(()),
        }
    }

    fn permits_hiding(&self, actor: &Actor) -> Result<(), TenderRefusal> {
        match self.state {
            _ if actor.kind != OrganizationKind::Provider => Err(TenderRefusal::ProvidersOnly),
            TenderState::Draft { .. } => Err(TenderRefusal::NotPublished),
            TenderState::Published { .. } => Ok(()),
            TenderState::Closed { .. } => Err(TenderRefusal::Closed),
        }
    }

    fn permits_closing(&self) -> Result<(), TenderRefusal> {
        let in_work = self.trades_of(|lot| lot.status() == LotStatus::InWork);
        if !in_work.is_empty() {
            return Err(TenderRefusal::LotsInWork { trades: in_work });
        }
        if self.status() == TenderStatus::Done {
            return Err(TenderRefusal::Done);
        }
        Ok(())
    }

    fn trades_of(&self, wanted: impl Fn(&Lot) -> bool) -> Vec<String> {
        let lots = self.lots.iter().filter(|lot| wanted(lot));
        lots.map(|lot| lot.trade.clone()).collect()
    }

    /// Makes the draft public: its lots are open to offers from now on. `published` is how many its client
    /// published since the cap counts.
    pub fn publish(
        self,
        actor: &Actor,
        published: u32,
        cap: PublicationCap,
        now: Instant,
    ) -> Result<Change<Self>, Rejection> {
        self.permits(TenderAction::Publish, actor)?;
        self.complete(now)?;
        if published >= cap.per_day {
            return Err(TenderRefusal::TooManyPublished { per_day: cap.per_day }.into());
        }
        let fact = Fact::TenderPublished { tender: self.id, client: self.client() };
        let lots = self.lots.iter().cloned().map(|lot| Lot { state: LotState::Open, ..lot });
        let after = Self {
            slug: self.fresh_slug(),
            state: TenderState::Published { at: now },
            lots: lots.collect(),
            ..self
        };
        Ok(Change::new(after, fact))
    }

    /// Names every field that is still missing before providers can make a price.
    pub fn complete(&self, now: Instant) -> Result<(), Fields> {
        let mut fields = Fields::default();
        if let Err(missing) = self.event.occasion.complete(now) {
            fields.absorb("", missing);
        }
        if self.lots.iter().all(|lot| lot.state == LotState::Closed) {
            fields.refuse("/lots", text::missing());
        }
        fields.check()
    }

    // Two weddings in Rouen are two pages: the end of the id tells them apart.
    fn fresh_slug(&self) -> String {
        let occasion = &self.event.occasion;
        let words = text_fold::slug(&format!("{} {}", occasion.title, occasion.town));
        let id = self.id.to_string();
        let tail = id.get(id.len().saturating_sub(8)..).unwrap_or_default();
        if words.is_empty() { tail.to_owned() } else { format!("{words}-{tail}") }
    }

    /// Ends a published tender: what nobody does yet takes no more offers.
    pub fn close(
        self,
        actor: &Actor,
        reason: CloseReason,
        note: String,
        now: Instant,
    ) -> Result<Change<Self>, TenderRefusal> {
        self.permits(TenderAction::Close, actor)?;
        let Some(published_at) = self.published_at() else {
            return Err(TenderRefusal::NotPublished);
        };
        Ok(self.closed(published_at, reason, note, now))
    }

    /// Ends with its client's account, whoever the client is by then. Missions in work stay: their
    /// providers have committed themselves. None when there is nothing to end.
    #[must_use]
    pub fn close_with_account(self, now: Instant) -> Option<Change<Self>> {
        match self.state {
            TenderState::Published { at } => {
                Some(self.closed(at, CloseReason::AccountClosed, String::new(), now))
            }
            TenderState::Draft { .. } | TenderState::Closed { .. } => None,
        }
    }

    fn closed(
        self,
        published_at: Instant,
        reason: CloseReason,
        note: String,
        now: Instant,
    ) -> Change<Self> {
        let fact = Fact::TenderClosed {
            tender: self.id,
            client: self.client(),
            reason: reason.as_str().to_owned(),
        };
        let lots = self.lots.into_iter().map(|lot| match lot.state {
            LotState::InWork { .. } | LotState::Done { .. } => lot,
            _ => Lot { state: LotState::Closed, ..lot },
        });
        let state = TenderState::Closed { published_at, at: now, reason, note };
        let after = Self { state, lots: lots.collect(), ..self };
        Change::new(after, fact)
    }
}
