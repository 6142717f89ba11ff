//! What a provider writes: read at the edge, field by field.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::{Europe::Paris, Tz};

use super::{
    Conditions,
    terms::{self, Terms, WrittenLine},
};
use crate::{events::end_of_day, fields::Fields, refusal::Explanation, text, world::Instant};

/// At most so many characters in a message.
pub const MAX_MESSAGE: usize = 4000;
/// The zone in which an expiry date is meant.
const ZONE: Tz = Paris;
/// An offer holds no longer than this.
const LONGEST_VALIDITY: TimeDelta = TimeDelta::days(730);

/// What an offer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What a custom offer is called; empty for a lot, whose trade says it.
    pub title: String,
    /// Seen by the client and, without price and contacts, by the other applicants.
    pub public_message: String,
    /// Seen by the client alone; may be empty.
    pub private_message: String,
    /// What is offered, and for how much.
    pub terms: Terms,
    /// What is agreed beside the price.
    pub conditions: Conditions,
    /// Until when the provider said that it holds.
    pub expires_at: Option<Instant>,
}

/// An offer as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenOffer {
    /// For the client and the other applicants.
    pub public_message: String,
    /// For the client alone.
    pub private_message: Option<String>,
    /// What is offered.
    pub lines: Vec<WrittenLine>,
    /// The last day on which it holds, `2027-06-12`.
    pub expires_on: Option<String>,
}

impl WrittenOffer {
    /// Reads it; every wrong field is told at once.
    pub fn parse(&self, now: Instant) -> Result<Proposal, Fields> {
        let mut fields = Fields::default();
        let public_message =
            fields.take("/public_message", text::paragraphs(&self.public_message, MAX_MESSAGE));
        let private_message = fields.take(
            "/private_message",
            text::optional_paragraphs(
                self.private_message.as_deref().unwrap_or_default(),
                MAX_MESSAGE,
            ),
        );
        let lines = terms::lines(&self.lines).map_err(|wrong| fields.absorb("", wrong)).ok();
        let expires_at =
            fields.take_if("/expires_on", self.expires_on.as_deref(), |day| last_day(day, now));
        fields.check()?;
        let (Some(public_message), Some(private_message), Some(lines), Some(expires_at)) =
            (public_message, private_message, lines, expires_at)
        else {
            return Err(Fields::default());
        };
        Ok(Proposal {
            title: String::new(),
            public_message,
            private_message,
            terms: Terms::Fixed { lines, delivery_days: None },
            conditions: Conditions::default(),
            expires_at,
        })
    }
}

pub(super) fn last_day(text: &str, now: Instant) -> Result<Instant, Explanation> {
    let ends_at = text
        .parse::<NaiveDate>()
        .ok()
        .and_then(|day| end_of_day(day, ZONE))
        .ok_or_else(text::invalid_date)?;
    if ends_at <= now {
        return Err(Explanation::new(
            "date_in_past",
            "Cette date est passée.",
            "This date is in the past.",
        ));
    }
    if ends_at > now + LONGEST_VALIDITY {
        return Err(Explanation::new(
            "date_too_far",
            "Une offre vaut au plus deux ans.",
            "An offer holds for two years at most.",
        ));
    }
    Ok(ends_at)
}
