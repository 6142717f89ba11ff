//! Tags: what a provider's team sorts its conversations by. They do not exist for anyone else.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{Tx, organizations, tags};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    ids::TagId,
    tags::{Label, Tag, TagAction},
    text_fold::fold,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::Body,
    caller::Caller,
    idempotency::Written,
    if_match::IfMatch,
    page::Page,
    problem::{Answer, Problem},
    reply,
};

/// Which tags.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TagsWanted {
    /// Only those whose name begins so, or one of its words; case and accents do not matter.
    q: Option<String>,
}

/// A new tag.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TagInput {
    /// 1 to 40 characters, unlike those of the team's other tags.
    #[serde(default)]
    #[schema(required, example = "Devis envoyé")]
    name: String,
    /// `sand`, `vermilion`, `saffron`, `olive`, `teal`, `blue`, `plum` or `slate`.
    #[serde(default)]
    #[schema(required, example = "teal")]
    colour: String,
}

/// Another name or colour for a tag; what is absent stays.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TagChange {
    /// 1 to 40 characters, unlike those of the team's other tags.
    #[schema(example = "Devis signé")]
    name: Option<String>,
    /// `sand`, `vermilion`, `saffron`, `olive`, `teal`, `blue`, `plum` or `slate`.
    #[schema(example = "olive")]
    colour: Option<String>,
}

/// A tag.
#[derive(Debug, Serialize, ToSchema)]
pub struct TagView {
    /// `If-Match` names it.
    version: i32,
    #[schema(example = "tag_01jd0000000000000000000000")]
    id: String,
    #[schema(example = "Devis envoyé")]
    name: String,
    /// `sand`, `vermilion`, `saffron`, `olive`, `teal`, `blue`, `plum` or `slate`.
    #[schema(example = "teal")]
    colour: &'static str,
    /// How many conversations carry it.
    conversations: i32,
    /// What I may do: `edit`, `delete`.
    actions: Vec<&'static str>,
}

/// A tag as it stands on a conversation.
#[derive(Debug, Serialize, ToSchema)]
pub struct TagHeadView {
    #[schema(example = "tag_01jd0000000000000000000000")]
    id: String,
    #[schema(example = "Devis envoyé")]
    name: String,
    /// `sand`, `vermilion`, `saffron`, `olive`, `teal`, `blue`, `plum` or `slate`.
    #[schema(example = "teal")]
    colour: &'static str,
}

/// The tags of my team by name: all of them on one page, a hundred at most.
#[utoipa::path(get, path = "/v1/tags", operation_id = "tags_list", tag = "conversations", params(TagsWanted), responses((status = 200, body = Page<TagView>)))]
pub async fn list(app: App, caller: Caller, query: Query<TagsWanted>) -> Answer {
    let actor = sorting(&caller)?;
    let wanted = fold(query.q.as_deref().unwrap_or_default());
    let found = app.db.read(move |conn| tags::of(conn, actor.organization)).await?;
    let items = found.iter().filter(|tag| begins(tag, &wanted));
    reply::ok(&Page {
        items: items.map(|tag| TagView::new(tag, &actor)).collect(),
        next_page: None,
    })
}

/// Makes a tag.
#[utoipa::path(post, path = "/v1/tags", operation_id = "tags_create", tag = "conversations", request_body = TagInput, responses((status = 201, body = TagView)))]
pub async fn create(app: App, caller: Caller, body: Body<TagInput>) -> Answer {
    let actor = sorting(&caller)?;
    let label = Label::parse(&body.value.name, &body.value.colour)?;
    let write = move |tx: &mut Tx<'_>| {
        // Two at once would both find room for one more.
        organizations::lock(tx, actor.organization)?;
        let there_are = tags::of(tx, actor.organization)?.len();
        let change = Tag::create(&actor, tx.id(), label.clone(), there_are, tx.now())?;
        let tag = tags::insert(tx, &actor, change)?;
        Ok(Written::created(TagView::new(&tag, &actor), format!("/v1/tags/{}", tag.id)))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// Gives a tag another name or colour: it shows at once in every conversation that carries it.
#[utoipa::path(patch, path = "/v1/tags/{id}", operation_id = "tags_update", tag = "conversations", params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was seen.")), request_body = TagChange, responses((status = 200, body = TagView)))]
pub async fn update(
    app: App,
    caller: Caller,
    id: Path<TagId>,
    seen: IfMatch,
    body: Body<TagChange>,
) -> Answer {
    let (actor, wish) = (sorting(&caller)?, body.value);
    let view = app
        .db
        .write(move |tx| {
            let tag = tags::get(tx, *id, &actor)?;
            seen.check(tag.version)?;
            let name = wish.name.as_deref().unwrap_or(&tag.label.name);
            let colour = wish.colour.as_deref().unwrap_or(tag.label.colour.as_str());
            let label = Label::parse(name, colour)?;
            let tag = tags::update(tx, &actor, tag.edit(&actor, label)?)?;
            Ok(TagView::new(&tag, &actor))
        })
        .await?;
    reply::ok(&view)
}

/// Throws a tag away: no conversation carries it any more.
#[utoipa::path(delete, path = "/v1/tags/{id}", operation_id = "tags_delete", tag = "conversations", params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was seen.")), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, id: Path<TagId>, seen: IfMatch) -> Answer {
    let actor = sorting(&caller)?;
    app.db
        .write(move |tx| {
            let tag = tags::get(tx, *id, &actor)?;
            seen.check(tag.version)?;
            tags::delete(tx, &actor, tag.delete(&actor)?)
        })
        .await?;
    Ok(reply::no_content())
}

/// Providers sort their conversations; for others there is nothing of the kind (S5-021).
pub(crate) fn sorting(caller: &Caller) -> Result<Actor, Problem> {
    match caller.actor.kind {
        OrganizationKind::Provider => Ok(caller.actor),
        OrganizationKind::Client | OrganizationKind::Operator => Err(Problem::not_found()),
    }
}

/// Whether the name, or the rest of it from a word on, begins with what was typed (S5-025).
fn begins(tag: &Tag, typed: &str) -> bool {
    let name = tag.label.folded();
    name.starts_with(typed) || name.contains(&format!(" {typed}"))
}

impl TagView {
    fn new(tag: &Tag, actor: &Actor) -> Self {
        Self {
            version: tag.version,
            id: tag.id.to_string(),
            name: tag.label.name.clone(),
            colour: tag.label.colour.as_str(),
            conversations: tag.conversations,
            actions: tag.actions(actor).into_iter().map(TagAction::as_str).collect(),
        }
    }
}

impl From<&Tag> for TagHeadView {
    fn from(tag: &Tag) -> Self {
        Self {
            id: tag.id.to_string(),
            name: tag.label.name.clone(),
            colour: tag.label.colour.as_str(),
        }
    }
}
