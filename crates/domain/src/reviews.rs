//! A client's review of a mission, and the provider's one public answer.
//!
//! Invariants: one review for a done lot or a completed order, by its client (S1-092); the overall note is the average's only
//! source; the date on which the service was experienced is told, as French law asks for.

use chrono::NaiveDate;
use chrono_tz::Europe::Paris;
use serde::Serialize;

use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{LotId, OrderId, OrganizationId, ReviewId},
    limits::Limits,
    lots::LotState,
    offers::{Deal, OfferAction, OfferRefusal},
    orders::{Order, OrderAction, OrderRefusal},
    organizations::{LegalKind, Organization},
    refusal::{Explain, Explanation},
    text, words,
    world::Instant,
};

/// At most so many characters in a comment or an answer.
pub const MAX_COMMENT: usize = 4000;

/// 1 to 5 stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Stars(i32);

impl Stars {
    /// Reads a number of stars.
    pub fn parse(stars: i32) -> Result<Self, Explanation> {
        if (1..=5).contains(&stars) {
            return Ok(Self(stars));
        }
        Err(Explanation::new(
            "invalid_stars",
            "Une note va de 1 à 5 étoiles.",
            "A note is 1 to 5 stars.",
        ))
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> i32 {
        self.0
    }
}

/// The overall note and, if given, what it is made of (S1-091).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notes {
    /// The one that counts.
    pub overall: Stars,
    /// Seriousness and quality of the private exchanges.
    pub exchanges: Option<Stars>,
    /// Relationship.
    pub relationship: Option<Stars>,
    /// Punctuality.
    pub punctuality: Option<Stars>,
    /// Quality of the service.
    pub quality: Option<Stars>,
}

/// What the client says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// In stars.
    pub notes: Notes,
    /// In words.
    pub comment: String,
    /// The day on which the service was experienced.
    pub experienced_on: NaiveDate,
}

/// The provider's public answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it says.
    pub text: String,
    /// When.
    pub at: Instant,
}

/// What a review is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mission {
    /// A lot that was done.
    Lot(LotId),
    /// An order that was completed.
    Order(OrderId),
}

/// A client's review of a mission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// The mission.
    pub mission: Mission,
    /// Who writes.
    pub client: OrganizationId,
    /// Whom it is about.
    pub provider: OrganizationId,
    /// How the client is named in public.
    pub author_name: String,
    /// The slug of the mission's trade.
    pub trade: String,
    /// What the client says.
    pub opinion: Opinion,
    /// When.
    pub published_at: Instant,
    /// What the provider answered.
    pub answer: Option<Answer>,
}

words! {
    /// What a person can do with a review.
    pub enum ReviewAction {
        /// Provider: answer it, once.
        Answer = "answer",
    }
}

/// A review as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenOpinion {
    /// The overall note.
    pub rating: i32,
    /// On the exchanges.
    pub exchanges: Option<i32>,
    /// On the relationship.
    pub relationship: Option<i32>,
    /// On punctuality.
    pub punctuality: Option<i32>,
    /// On quality.
    pub quality: Option<i32>,
    /// In words.
    pub comment: String,
    /// `2027-06-12`.
    pub experienced_on: String,
}

impl WrittenOpinion {
    /// Reads it; every wrong field is told at once. Whether the day is possible, the mission tells.
    pub fn parse(&self, limits: &Limits) -> Result<Opinion, Fields> {
        let mut fields = Fields::default();
        let overall = fields.take("/rating", Stars::parse(self.rating));
        let mut note = |pointer, given: Option<i32>| {
            given.and_then(|stars| fields.take(pointer, Stars::parse(stars)))
        };
        let (exchanges, relationship) =
            (note("/exchanges", self.exchanges), note("/relationship", self.relationship));
        let (punctuality, quality) =
            (note("/punctuality", self.punctuality), note("/quality", self.quality));
        let comment = fields.take("/comment", comment(&self.comment, limits));
        let experienced_on = fields.take("/experienced_on", day(&self.experienced_on));
        let (Some(overall), Some(comment), Some(experienced_on)) =
            (overall, comment, experienced_on)
        else {
            return Err(fields);
        };
        fields.check()?;
        Ok(Opinion {
            notes: Notes { overall, exchanges, relationship, punctuality, quality },
            comment,
            experienced_on,
        })
    }
}

fn comment(text: &str, limits: &Limits) -> Result<String, Explanation> {
    let comment = text::paragraphs(text, MAX_COMMENT)?;
    let least = limits.comment_min;
    if u32::try_from(comment.chars().count()).is_ok_and(|count| count >= least) {
        return Ok(comment);
    }
    Err(Explanation::new(
        "too_short",
        format!("Un avis compte au moins {least} caractères."),
        format!("A review has at least {least} characters."),
    ))
}

fn day(text: &str) -> Result<NaiveDate, Explanation> {
    text.trim().parse().map_err(|_| text::invalid_date())
}

/// Reads the answer of a provider.
pub fn parse_answer(text: &str) -> Result<String, Fields> {
    text::paragraphs(text, MAX_COMMENT).map_err(|wrong| Fields::one("/text", wrong))
}

impl Review {
    /// The client of a done lot reviews it, once.
    pub fn publish(
        deal: &Deal,
        actor: &Actor,
        client: &Organization,
        id: ReviewId,
        opinion: Opinion,
        now: Instant,
    ) -> Result<Change<Self>, ReviewRefusal> {
        deal.permits(OfferAction::Review, actor, now).map_err(ReviewRefusal::NotNow)?;
        let LotState::Done { started_at, .. } = deal.lot.state else {
            return Err(ReviewRefusal::NotNow(OfferRefusal::NotDone));
        };
        let (lot, trade) = (Mission::Lot(deal.lot.id), deal.lot.trade.clone());
        let review = Self::new(lot, deal.offer.provider, trade, client, id, opinion, now);
        review.is_of_a_day_since(started_at)?;
        let fact = review.published();
        Ok(Change::new(review, fact))
    }

    /// The client of a completed order reviews it, once: the order names its review. The trade is that of the
    /// service that was ordered, or the provider's main one.
    pub fn publish_of_order(
        order: Order,
        trade: String,
        actor: &Actor,
        client: &Organization,
        id: ReviewId,
        opinion: Opinion,
        now: Instant,
    ) -> Result<Change<(Self, Order)>, ReviewRefusal> {
        order.permits(OrderAction::Review, actor, now).map_err(ReviewRefusal::OrderNotNow)?;
        let started_at = order.milestones.iter().find_map(|it| it.state.started_at());
        let mission = Mission::Order(order.id);
        let review = Self::new(mission, order.provider, trade, client, id, opinion, now);
        review.is_of_a_day_since(started_at.unwrap_or(order.created_at))?;
        let fact = review.published();
        Ok(Change::new((review, Order { review: Some(id), ..order }), fact))
    }

    fn new(
        mission: Mission,
        provider: OrganizationId,
        trade: String,
        client: &Organization,
        id: ReviewId,
        opinion: Opinion,
        now: Instant,
    ) -> Self {
        Self {
            id,
            version: 1,
            mission,
            client: client.id,
            provider,
            author_name: public_name(client),
            trade,
            opinion,
            published_at: now,
            answer: None,
        }
    }

    fn published(&self) -> Fact {
        let Self { id: review, client, provider, .. } = *self;
        Fact::ReviewPublished { review, client, provider }
    }

    /// The service was experienced between the day on which it began and today, in Paris.
    fn is_of_a_day_since(&self, started_at: Instant) -> Result<(), ReviewRefusal> {
        let day_of = |at: Instant| at.with_timezone(&Paris).date_naive();
        let possible = day_of(started_at)..=day_of(self.published_at);
        if possible.contains(&self.opinion.experienced_on) {
            Ok(())
        } else {
            Err(ReviewRefusal::ImpossibleDay)
        }
    }

    /// Whether this person may do this, or why not.
    pub fn permits(&self, action: ReviewAction, actor: &Actor) -> Result<(), ReviewRefusal> {
        match action {
            ReviewAction::Answer if !actor.is_of(self.provider) => {
                Err(ReviewRefusal::ProviderAnswers)
            }
            ReviewAction::Answer if self.answer.is_some() => Err(ReviewRefusal::AlreadyAnswered),
            ReviewAction::Answer => Ok(()),
        }
    }

    /// What this person may do: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor) -> Vec<ReviewAction> {
        ReviewAction::ALL
            .iter()
            .copied()
            .filter(|&action| self.permits(action, actor).is_ok())
            .collect()
    }

    /// The provider answers in public.
    pub fn answer(
        self,
        actor: &Actor,
        text: String,
        now: Instant,
    ) -> Result<Change<Self>, ReviewRefusal> {
        self.permits(ReviewAction::Answer, actor)?;
        let Self { id: review, client, provider, .. } = self;
        let fact = Fact::ReviewAnswered { review, client, provider };
        let answer = Some(Answer { text, at: now });
        Ok(Change::new(Self { answer, ..self }, fact))
    }
}

/// A private person is named by its pseudo, so that a review does not publish its civil name.
fn public_name(client: &Organization) -> String {
    match client.legal_kind {
        LegalKind::PrivatePerson => client.handle.to_string(),
        _ => client.name.clone(),
    }
}

/// Why a wish about a review was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewRefusal {
    /// The mission is not closed, was reviewed, or is not the asker's.
    NotNow(OfferRefusal),
    /// The order is not completed, was reviewed, or is not the asker's to review.
    OrderNotNow(OrderRefusal),
    /// The day told is before the mission began or after today.
    ImpossibleDay,
    /// Only the reviewed provider answers.
    ProviderAnswers,
    /// It was answered.
    AlreadyAnswered,
}

impl Explain for ReviewRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NotNow(refusal) => refusal.explain(),
            Self::OrderNotNow(refusal) => refusal.explain(),
            Self::ImpossibleDay => Explanation::new(
                "experience_day_impossible",
                "La prestation a eu lieu entre son début et aujourd’hui.",
                "The service took place between its beginning and today.",
            ),
            Self::ProviderAnswers => Explanation::new(
                "provider_answers",
                "Seul le prestataire concerné peut répondre à un avis.",
                "Only the provider that a review is about can answer it.",
            ),
            Self::AlreadyAnswered => Explanation::new(
                "already_answered",
                "Vous avez déjà répondu à cet avis.",
                "You have already answered this review.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
