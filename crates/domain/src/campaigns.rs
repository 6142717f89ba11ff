//! Advertising campaigns: a provider's banner on one page, for the visitors of one département, during some days.
//!
//! `draft → paid → stopped`, `draft → deleted`. That a paid campaign is scheduled, runs or is over is nothing that
//! happens to it: its days say so. Invariants: a campaign is paid by the one payment that was asked for what it says;
//! no day that was paid is lost; what was paid never changes; nothing is refunded by itself.

mod price;
mod refusals;
mod sizes;
mod writing;

pub use price::{Price, day_price};
pub use refusals::CampaignRefusal;
pub use sizes::BannerSize;
pub use writing::{AHEAD_DAYS_MAX, DAYS, LINK_MAX, TITLE_MAX, WrittenCampaign};

use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Paris;

use crate::{
    actor::{Actor, Role},
    change::Change,
    events::end_of_day,
    facts::Fact,
    ids::{CampaignId, FileId, OrganizationId, PaymentId},
    organizations::Organization,
    words,
    world::{Instant, legal_day},
};

/// Drafts that a provider may have at a time.
pub const DRAFTS_MAX: i64 = 20;
/// So many seconds a banner keeps the place that it shares with others.
const TURN_SECONDS: i64 = 60;

words! {
    /// The pages on which a banner may be shown: the five that are looked at most (S1-143, A-24).
    pub enum Placement {
        /// The first page.
        Home = "home",
        /// The directory of providers.
        Directory = "directory",
        /// The list of tenders.
        Tenders = "tenders",
        /// The page of a tender.
        Tender = "tender",
        /// The sheet of a provider.
        Provider = "provider",
    }

    /// Where a campaign stands on a day.
    pub enum CampaignStatus {
        /// Not paid.
        Draft = "draft",
        /// Paid; its first day is still to come.
        Scheduled = "scheduled",
        /// Its banner is shown.
        Running = "running",
        /// Its last day is over.
        Ended = "ended",
        /// The operator stopped it, or its provider is gone.
        Stopped = "stopped",
    }

    /// What a person can do with a campaign.
    pub enum CampaignAction {
        /// Change what it says.
        Edit = "edit",
        /// Pay it.
        Pay = "pay",
        /// Be done with it.
        Delete = "delete",
        /// Take its banner off.
        Stop = "stop",
    }
}

/// What a campaign says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// What it is about: the text of its banner for who does not see it.
    pub title: String,
    /// Where its banner leads: `https` alone.
    pub link: String,
    /// On which page it is shown.
    pub placement: Placement,
    /// To the visitors of which département.
    pub departement: String,
    /// How large its banner is.
    pub size: BannerSize,
    /// Its banner.
    pub banner: FileId,
    /// For how many days.
    pub days: u32,
    /// Its first day, in Paris.
    pub starts_on: NaiveDate,
}

/// What was asked for a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The payment that buys what it says.
    pub payment: PaymentId,
    /// At this price.
    pub price: Price,
}

/// Where a campaign stands, with what is true there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CampaignState {
    /// Not paid.
    Draft,
    /// Its banner is shown on its days.
    Paid {
        /// Since then.
        at: Instant,
    },
    /// Its banner is not shown any more.
    Stopped {
        /// When it was paid.
        paid_at: Instant,
        /// When it was stopped.
        at: Instant,
        /// Why, in the operator's words; empty when its provider is gone or its payment was taken back.
        reason: String,
    },
    /// A draft that its provider is done with.
    Deleted,
}

/// A provider's banner on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// Whose it is.
    pub provider: OrganizationId,
    /// What it says.
    pub content: Content,
    /// What was asked for it; none before, and after a change.
    pub due: Option<Due>,
    /// Where it stands.
    pub state: CampaignState,
    /// When it was begun.
    pub created_at: Instant,
}

impl Content {
    /// Its last day: one of 15 days that begins on 1 June is shown to the end of 15 June.
    #[must_use]
    pub fn ends_on(&self) -> NaiveDate {
        let after_first = u64::from(self.days.saturating_sub(1));
        self.starts_on.checked_add_days(Days::new(after_first)).unwrap_or(self.starts_on)
    }
}

impl Campaign {
    /// Whether this person may begin another campaign for its provider, which has so many drafts.
    pub fn may_be_begun(
        actor: &Actor,
        provider: &Organization,
        drafts: i64,
        now: Instant,
    ) -> Result<(), CampaignRefusal> {
        if !actor.is_of(provider.id) {
            return Err(CampaignRefusal::NotYours);
        }
        if actor.role < Role::Administrator {
            return Err(CampaignRefusal::NotManager);
        }
        if provider.plan_at(now).is_none() {
            return Err(CampaignRefusal::NoPlan);
        }
        if drafts >= DRAFTS_MAX {
            return Err(CampaignRefusal::TooManyDrafts);
        }
        Ok(())
    }

    /// A draft of a provider that has so many.
    pub fn begin(
        actor: &Actor,
        (provider, drafts): (&Organization, i64),
        id: CampaignId,
        content: Content,
        now: Instant,
    ) -> Result<Change<Self>, CampaignRefusal> {
        Self::may_be_begun(actor, provider, drafts, now)?;
        let campaign = Self {
            id,
            version: 1,
            provider: provider.id,
            content,
            due: None,
            state: CampaignState::Draft,
            created_at: now,
        };
        let fact = Fact::CampaignCreated { campaign: id, provider: provider.id };
        Ok(Change::new(campaign, fact))
    }

    /// Where it stands at this moment.
    #[must_use]
    pub fn status(&self, now: Instant) -> CampaignStatus {
        let today = legal_day(now);
        match self.state {
            CampaignState::Draft | CampaignState::Deleted => CampaignStatus::Draft,
            CampaignState::Stopped { .. } => CampaignStatus::Stopped,
            CampaignState::Paid { .. } if today < self.content.starts_on => {
                CampaignStatus::Scheduled
            }
            CampaignState::Paid { .. } if today <= self.content.ends_on() => {
                CampaignStatus::Running
            }
            CampaignState::Paid { .. } => CampaignStatus::Ended,
        }
    }

    /// Whether this person may do this, or why not.
    pub fn permits(
        &self,
        action: CampaignAction,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), CampaignRefusal> {
        let status = self.status(now);
        if action == CampaignAction::Stop {
            return match status {
                _ if !actor.is_operator() => Err(CampaignRefusal::OperatorStops),
                CampaignStatus::Scheduled | CampaignStatus::Running => Ok(()),
                _ => Err(CampaignRefusal::NotShown),
            };
        }
        match (&self.state, status) {
            _ if !actor.is_of(self.provider) => Err(CampaignRefusal::NotYours),
            _ if actor.role < Role::Administrator => Err(CampaignRefusal::NotManager),
            (CampaignState::Deleted, _) => Err(CampaignRefusal::Deleted),
            (_, CampaignStatus::Draft) => Ok(()),
            _ => Err(CampaignRefusal::Paid),
        }
    }

    /// What this person may do: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor, now: Instant) -> Vec<CampaignAction> {
        let all = CampaignAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor, now).is_ok()).collect()
    }

    /// Says something else from now on. A payment that was asked for what it said buys it no more.
    pub fn edit(
        self,
        actor: &Actor,
        content: Content,
        now: Instant,
    ) -> Result<Change<Self>, CampaignRefusal> {
        self.permits(CampaignAction::Edit, actor, now)?;
        let fact = Fact::CampaignUpdated { campaign: self.id, provider: self.provider };
        Ok(Change::new(Self { content, due: None, ..self }, fact))
    }

    /// Its provider is done with this draft.
    pub fn delete(self, actor: &Actor, now: Instant) -> Result<Change<Self>, CampaignRefusal> {
        self.permits(CampaignAction::Delete, actor, now)?;
        Ok(self.deleted())
    }

    /// From now on this payment, and no other, buys what it says.
    pub fn ask(
        self,
        actor: &Actor,
        due: Due,
        now: Instant,
    ) -> Result<Change<Self>, CampaignRefusal> {
        self.permits(CampaignAction::Pay, actor, now)?;
        Ok(Change::silent(Self { due: Some(due), ..self }))
    }

    /// This payment arrived. Late, it begins today, so that no day is lost; none when it buys nothing.
    #[must_use]
    pub fn pay(self, payment: PaymentId, now: Instant) -> Option<Change<Self>> {
        let is_asked = self.due.is_some_and(|due| due.payment == payment);
        if self.state != CampaignState::Draft || !is_asked {
            return None;
        }
        let starts_on = self.content.starts_on.max(legal_day(now));
        let fact = Fact::CampaignPaid { campaign: self.id, payment, provider: self.provider };
        let content = Content { starts_on, ..self.content };
        let state = CampaignState::Paid { at: now };
        Some(Change::new(Self { content, state, ..self }, fact))
    }

    /// The operator takes its banner off. Nothing is refunded by itself.
    pub fn stop(
        self,
        actor: &Actor,
        reason: String,
        now: Instant,
    ) -> Result<Change<Self>, CampaignRefusal> {
        self.permits(CampaignAction::Stop, actor, now)?;
        self.stopped(reason, now).ok_or(CampaignRefusal::NotShown)
    }

    /// Its provider is gone, and so is what it still had to show; none when that is nothing.
    #[must_use]
    pub fn end_with_provider(self, now: Instant) -> Option<Change<Self>> {
        match (&self.state, self.status(now)) {
            (CampaignState::Draft, _) => Some(self.deleted()),
            _ => self.charge_back(now),
        }
    }

    /// Its payer's bank took its payment back: its banner is shown no more; none when it is over.
    #[must_use]
    pub fn charge_back(self, now: Instant) -> Option<Change<Self>> {
        match self.status(now) {
            CampaignStatus::Scheduled | CampaignStatus::Running => self.stopped(String::new(), now),
            _ => None,
        }
    }

    /// When the last of its days is over.
    #[must_use]
    pub fn ends_at(&self) -> Option<Instant> {
        end_of_day(self.content.ends_on(), Paris)
    }

    /// What is told when its days are over; nothing of one that was stopped.
    #[must_use]
    pub fn end(&self, now: Instant) -> Option<Fact> {
        let fact = Fact::CampaignEnded { campaign: self.id, provider: self.provider };
        (self.status(now) == CampaignStatus::Ended).then_some(fact)
    }

    fn deleted(self) -> Change<Self> {
        let fact = Fact::CampaignDeleted { campaign: self.id, provider: self.provider };
        Change::new(Self { state: CampaignState::Deleted, due: None, ..self }, fact)
    }

    fn stopped(self, reason: String, now: Instant) -> Option<Change<Self>> {
        let CampaignState::Paid { at: paid_at } = self.state else { return None };
        let (campaign, provider) = (self.id, self.provider);
        let fact = Fact::CampaignStopped { campaign, provider, reason: reason.clone() };
        let state = CampaignState::Stopped { paid_at, at: now, reason };
        Some(Change::new(Self { state, ..self }, fact))
    }
}

/// Which of so many banners that share a place has its turn: one after the other, each for a minute, the same for
/// everyone, so that each is shown as long as the others and an answer may be kept.
#[must_use]
pub fn turn(count: usize, now: Instant) -> usize {
    let minute = now.timestamp().div_euclid(TURN_SECONDS);
    usize::try_from(minute).unwrap_or_default().checked_rem(count).unwrap_or_default()
}

#[cfg(test)]
mod tests;
