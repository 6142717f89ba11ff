//! « Cet article vous a-t-il été utile ? » (S2-045): an answer a person and article, with or without an account.

use actix_web::{HttpRequest, http::StatusCode};
use estrade_db::{Error, Tx, help_votes};
use estrade_domain::help_votes::{ARTICLES, HelpVote, Voter, article};
use serde::{Deserialize, Serialize};
use utoipa::{
    ToSchema,
    openapi::{Object, ObjectBuilder, schema::Type},
};

use crate::{
    app::App, body::Body, caller::Visitor, idempotency::Written, middleware, problem::Answer, reply,
};

/// Whether an article of the help was of use.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHelpVote {
    /// The article, by its anchor on the page.
    #[schema(schema_with = names)]
    article: String,
    /// Whether it was of use.
    helpful: bool,
}

/// What was counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct HelpVoteView {
    #[schema(example = "client-choisir")]
    article: &'static str,
    helpful: bool,
}

/// The names of all articles, so that the contract says what the pages must have.
fn names() -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(ARTICLES)).build()
}

/// Says whether an article of the help was of use. A person who is logged in may change its answer; a visitor
/// answers once a day for each article.
#[utoipa::path(post, path = "/v1/help-votes", operation_id = "help_votes_create", tag = "help", security((), ("session" = []), ("api_key" = [])), request_body = NewHelpVote, responses((status = 200, body = HelpVoteView)))]
pub async fn create(
    app: App,
    visitor: Visitor,
    request: HttpRequest,
    body: Body<NewHelpVote>,
) -> Answer {
    let NewHelpVote { article: name, helpful } = body.value;
    let vote = HelpVote { article: article(&name)?, helpful };
    let view = move || HelpVoteView { article: vote.article, helpful };
    let Some(caller) = visitor.0 else {
        app.limits.check_help_vote(middleware::address(&app, &request), vote.article)?;
        app.db.write(move |tx| help_votes::record(tx, Voter::Visitor(tx.id()), vote)).await?;
        return reply::ok(&view());
    };
    let voter = Voter::Person(caller.actor.account);
    let write = move |tx: &mut Tx<'_>| -> Result<_, Error> {
        help_votes::record(tx, voter, vote)?;
        Ok(Written::ok(view()))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}
