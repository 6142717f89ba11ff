//! What offers need to know of what they answer.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::Proposal;
use crate::{
    events::end_of_day,
    limits::Limits,
    tenders::{Tender, TenderState},
    world::Instant,
};

/// What offers need to know of their tender and its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What the client calls its event.
    pub title: String,
    /// Whether it still asks for offers.
    pub is_published: bool,
    /// How often the tender changed since it was published.
    pub revision: i32,
    /// Where the event takes place, a département code.
    pub departement: String,
    /// When, if that is known.
    pub day: Option<NaiveDate>,
    /// The zone of that day.
    pub zone: Tz,
    /// When its missions should be done; none for a draft.
    pub over_at: Option<Instant>,
}

impl From<&Tender> for Call {
    fn from(tender: &Tender) -> Self {
        let occasion = &tender.event.occasion;
        Self {
            title: tender.event.occasion.title.clone(),
            is_published: matches!(tender.state, TenderState::Published { .. }),
            revision: tender.revision,
            departement: occasion.departement.clone().unwrap_or_default(),
            day: occasion.day,
            zone: occasion.zone,
            over_at: tender.over_at(),
        }
    }
}

impl Call {
    /// The end of the event's day, where it takes place: nothing waits beyond it.
    #[must_use]
    pub fn ends_at(&self) -> Option<Instant> {
        end_of_day(self.day?, self.zone)
    }

    /// Whether the event's day is over.
    #[must_use]
    pub fn is_past(&self, now: Instant) -> bool {
        self.ends_at().is_some_and(|end| end <= now)
    }

    pub(super) fn not_beyond(&self, at: Instant) -> Instant {
        self.ends_at().map_or(at, |end| end.min(at))
    }

    pub(super) fn expiry_of(&self, proposal: &Proposal, limits: &Limits, now: Instant) -> Instant {
        match (proposal.expires_at, self.ends_at()) {
            (Some(at), _) => self.not_beyond(at),
            (None, Some(end)) => end,
            (None, None) => now + TimeDelta::days(limits.offer_days.into()),
        }
    }
}
