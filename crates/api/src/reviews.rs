//! Reviews of missions: public, dated, answered once.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Tx, organizations,
    reviews::{self, Place},
};
use estrade_domain::{
    actor::Actor,
    contacts::mask_contacts,
    fields::Fields,
    ids::ReviewId,
    limits::Limits,
    reviews::{Opinion, Review, ReviewAction, Stars, WrittenOpinion, parse_answer},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::Body,
    caller::{Caller, Visitor},
    idempotency::Written,
    page::{self, Page, PageWanted},
    problem::Answer,
    reply,
};

/// What a client thinks of a mission.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionInput {
    /// The overall note, the one that counts: 1 to 5 stars.
    #[schema(minimum = 1, maximum = 5, example = 5)]
    rating: i32,
    /// Seriousness and quality of the private exchanges.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 5)]
    exchanges: Option<i32>,
    /// Relationship.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 5)]
    relationship: Option<i32>,
    /// Punctuality.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 5)]
    punctuality: Option<i32>,
    /// Quality of the service.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 5)]
    quality: Option<i32>,
    /// 20 to 4000 characters.
    #[schema(example = "Une ambiance parfaite jusqu’au bout de la nuit.")]
    comment: String,
    /// The day on which the service took place.
    #[schema(example = "2027-06-12")]
    experienced_on: String,
}

/// A provider's answer.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerInput {
    /// Up to 4000 characters.
    text: String,
}

/// A review of a mission.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewView {
    #[schema(example = "rev_01jd0000000000000000000000")]
    id: String,
    version: i32,
    /// The client, as it is named in public.
    author: String,
    /// The slug of the mission's trade.
    #[schema(example = "dj")]
    trade: String,
    /// The overall note: 1 to 5 stars.
    #[schema(example = 5)]
    rating: i32,
    /// Seriousness and quality of the private exchanges.
    exchanges: Option<i32>,
    /// Relationship.
    relationship: Option<i32>,
    /// Punctuality.
    punctuality: Option<i32>,
    /// Quality of the service.
    quality: Option<i32>,
    comment: String,
    /// The day on which the service took place.
    #[schema(example = "2027-06-12")]
    experienced_on: String,
    published_at: DateTime<Utc>,
    /// The provider's answer.
    answer: Option<ReviewAnswerView>,
    /// What the caller may do now: `answer`.
    actions: Vec<&'static str>,
    #[serde(skip)]
    key: Place,
}

/// The provider's public answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewAnswerView {
    text: String,
    answered_at: DateTime<Utc>,
}

/// The reviews of a provider, the latest first. Each is of a mission that its client ended; the average
/// counts the overall notes.
#[utoipa::path(get, path = "/v1/providers/{handle}/reviews", operation_id = "provider_reviews_list", tag = "reviews", security((), ("session" = []), ("api_key" = [])), params(("handle" = String, Path), PageWanted), responses((status = 200, body = Page<ReviewView>)))]
pub async fn of_provider(
    app: App,
    request: HttpRequest,
    visitor: Visitor,
    handle: Path<String>,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let window = page::window(page.as_deref(), limit, &*handle)?;
    let (actor, wanted) = (visitor.0.map(|caller| caller.actor), handle.clone());
    let slice = app
        .db
        .read(move |conn| {
            let provider = organizations::find_by_handle(conn, &wanted)?;
            let slice = reviews::of_provider(conn, provider.id, &window)?;
            Ok(slice.map(|review| ReviewView::new(&review, actor.as_ref())))
        })
        .await?;
    page::answer(&request, slice, &*handle, |review| review.key.clone())
}

/// A review.
#[utoipa::path(get, path = "/v1/reviews/{id}", operation_id = "reviews_get", tag = "reviews", security((), ("session" = []), ("api_key" = [])), params(("id" = String, Path)), responses((status = 200, body = ReviewView)))]
pub async fn get(app: App, visitor: Visitor, id: Path<ReviewId>) -> Answer {
    let review = app.db.read(move |conn| reviews::get(conn, *id)).await?;
    reply::ok(&ReviewView::new(&review, visitor.0.map(|caller| caller.actor).as_ref()))
}

/// Answers a review in public, once.
#[utoipa::path(post, path = "/v1/reviews/{id}/answer", operation_id = "reviews_answer", tag = "reviews", params(("id" = String, Path)), request_body = AnswerInput, responses((status = 200, body = ReviewView)))]
pub async fn answer(
    app: App,
    caller: Caller,
    id: Path<ReviewId>,
    body: Body<AnswerInput>,
) -> Answer {
    let text = parse_answer(&body.value.text)?;
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let review = reviews::get(tx, *id)?;
        let change = review.answer(&actor, text.clone(), tx.now())?;
        let review = reviews::record(tx, &actor, change)?;
        Ok(Written::ok(ReviewView::new(&review, Some(&actor))))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

impl OpinionInput {
    /// Reads it; every wrong field is told at once.
    pub fn parse(self, limits: &Limits) -> Result<Opinion, Fields> {
        WrittenOpinion {
            rating: self.rating,
            exchanges: self.exchanges,
            relationship: self.relationship,
            punctuality: self.punctuality,
            quality: self.quality,
            comment: self.comment,
            experienced_on: self.experienced_on,
        }
        .parse(limits)
    }
}

impl ReviewView {
    /// The review as this person, or a visitor, sees it.
    #[must_use]
    pub fn new(review: &Review, actor: Option<&Actor>) -> Self {
        let notes = review.opinion.notes;
        let actions = actor.map(|actor| review.actions(actor)).unwrap_or_default();
        Self {
            id: review.id.to_string(),
            version: review.version,
            author: review.author_name.clone(),
            trade: review.trade.clone(),
            rating: notes.overall.count(),
            exchanges: notes.exchanges.map(Stars::count),
            relationship: notes.relationship.map(Stars::count),
            punctuality: notes.punctuality.map(Stars::count),
            quality: notes.quality.map(Stars::count),
            comment: mask_contacts(&review.opinion.comment),
            experienced_on: review.opinion.experienced_on.to_string(),
            published_at: review.published_at,
            answer: review.answer.as_ref().map(|answer| ReviewAnswerView {
                text: mask_contacts(&answer.text),
                answered_at: answer.at,
            }),
            actions: actions.into_iter().map(ReviewAction::as_str).collect(),
            key: (review.published_at.timestamp_millis(), review.id.to_string()),
        }
    }
}
