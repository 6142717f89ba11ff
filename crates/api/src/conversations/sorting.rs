//! How a provider's team sorts its conversations: by tags, and by who sees to them.

use actix_web::web::Path;
use estrade_db::{Error, Tx, accounts, conversations, tags};
use estrade_domain::{
    actor::Actor,
    conversations::ConversationAction,
    fields::Fields,
    ids::{AccountId, ConversationId, TagId},
    text,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ConversationView, one};
use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    problem::Answer,
    reply,
};

/// Who sees to a conversation.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssigneeInput {
    /// Someone of my team; null for nobody in particular.
    #[schema(required, example = "acc_01jd0000000000000000000000")]
    account: Option<String>,
}

/// Puts a tag of my team on a conversation; one that is there stays.
#[utoipa::path(put, path = "/v1/conversations/{id}/tags/{tag}", operation_id = "conversation_tags_apply", tag = "conversations", params(("id" = String, Path), ("tag" = String, Path)), request_body = Nothing, responses((status = 200, body = ConversationView)))]
pub async fn apply_tag(
    app: App,
    caller: Caller,
    path: Path<(ConversationId, TagId)>,
    _body: Body<Nothing>,
) -> Answer {
    let (actor, (id, tag)) = (caller.actor, path.into_inner());
    let view = app
        .db
        .write(move |tx| {
            let tag = tag_for(tx, id, tag, &actor)?;
            tags::apply(tx, &actor, id, &tag)?;
            seen_again(tx, id, &actor)
        })
        .await?;
    reply::ok(&view)
}

/// Takes a tag off a conversation; one that is not there stays away.
#[utoipa::path(delete, path = "/v1/conversations/{id}/tags/{tag}", operation_id = "conversation_tags_remove", tag = "conversations", params(("id" = String, Path), ("tag" = String, Path)), responses((status = 204)))]
pub async fn remove_tag(app: App, caller: Caller, path: Path<(ConversationId, TagId)>) -> Answer {
    let (actor, (id, tag)) = (caller.actor, path.into_inner());
    app.db
        .write(move |tx| {
            let tag = tag_for(tx, id, tag, &actor)?;
            tags::remove(tx, &actor, id, &tag)
        })
        .await?;
    Ok(reply::no_content())
}

/// Says who of my team sees to a conversation: that person is told, unless it is me.
#[utoipa::path(put, path = "/v1/conversations/{id}/assignee", operation_id = "conversations_assign", tag = "conversations", params(("id" = String, Path)), request_body = AssigneeInput, responses((status = 200, body = ConversationView)))]
pub async fn assign(
    app: App,
    caller: Caller,
    id: Path<ConversationId>,
    body: Body<AssigneeInput>,
) -> Answer {
    let (actor, wish) = (caller.actor, body.value);
    let view = app
        .db
        .write(move |tx| {
            let conversation = conversations::get(tx, *id, &actor)?.conversation;
            conversation.permits(ConversationAction::Assign, &actor)?;
            let assignee = wish.account.as_deref();
            let assignee = assignee.map(|person| colleague(tx, person, &actor)).transpose()?;
            conversations::assign(tx, &actor, conversation.assign(&actor, assignee)?)?;
            seen_again(tx, *id, &actor)
        })
        .await?;
    reply::ok(&view)
}

/// A tag of the actor's, for a conversation that it may tag. The conversation is looked for first.
fn tag_for(
    tx: &mut Tx<'_>,
    id: ConversationId,
    tag: TagId,
    actor: &Actor,
) -> Result<estrade_domain::tags::Tag, Error> {
    let conversation = conversations::get(tx, id, actor)?.conversation;
    conversation.permits(ConversationAction::Tag, actor)?;
    tags::get(tx, tag, actor)
}

/// Someone who works with the actor.
fn colleague(tx: &mut Tx<'_>, id: &str, actor: &Actor) -> Result<AccountId, Error> {
    let unknown = || Error::from(Fields::one("/account", text::unknown_choice()));
    let id: AccountId = id.parse().map_err(|_| unknown())?;
    let team = accounts::members(tx, actor.organization)?;
    if team.iter().any(|member| member.id == id) { Ok(id) } else { Err(unknown()) }
}

fn seen_again(
    tx: &mut Tx<'_>,
    id: ConversationId,
    actor: &Actor,
) -> Result<ConversationView, Error> {
    let card = conversations::get(tx, id, actor)?;
    one(tx, card, actor)
}
