//! What a client needs, described once and handed to a few providers that fit (« Get matched », S5-012).
//!
//! Who would get it is shown before, with the reasons; each of those whom the client keeps has the message in
//! its own conversation, and hears of no other.

mod requests;
mod views;

pub use requests::*;
pub use views::*;

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{Error, Tx, needs, organizations, page::Slice};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    conversations::Opening,
    ids::{NeedId, OrganizationId},
    needs::{Need, NeedRefusal},
};

use crate::{
    app::App,
    body::Body,
    caller::{Caller, accepted_language},
    conversations::say_first,
    idempotency::Written,
    page::{self, Page, PageWanted},
    problem::Answer,
    reference::All,
    reply,
};

/// Who would get a need, the best placed first, and why. Nothing is sent or kept.
#[utoipa::path(post, path = "/v1/needs/preview", operation_id = "needs_preview", tag = "needs", request_body = NeedInput, responses((status = 200, body = All<NeedMatchView>)))]
pub async fn preview(
    app: App,
    request: HttpRequest,
    caller: Caller,
    body: Body<NeedInput>,
) -> Answer {
    Need::may_be_described_by(&caller.actor)?;
    let (actor, now, language) = (caller.actor, app.now(), accepted_language(&request));
    let content = body.value.parse(now)?;
    let most = app.settings.limits.need_recipients;
    let items = app
        .db
        .read(move |conn| {
            let chosen = needs::choose(conn, &actor, &content, (most, now))?;
            NeedMatchView::all(conn, &chosen, language)
        })
        .await?;
    reply::ok(&All::new(items))
}

/// Sends a need to providers that the preview showed: to each in its own conversation, which it opens or
/// continues. All of them get it, or nobody.
#[utoipa::path(post, path = "/v1/needs", operation_id = "needs_send", tag = "needs", request_body = NeedSending, responses((status = 201, body = NeedView)))]
pub async fn send(
    app: App,
    request: HttpRequest,
    caller: Caller,
    body: Body<NeedSending>,
) -> Answer {
    Need::may_be_described_by(&caller.actor)?;
    let (actor, language) = (caller.actor, accepted_language(&request));
    let limits = app.settings.limits;
    let (need, handles) = body.value.parse()?;
    let write = move |tx: &mut Tx<'_>| {
        // One at a time: two at once would pass the limit of the day.
        organizations::lock(tx, actor.organization)?;
        organizations::get(tx, actor.organization)?.is_open()?;
        let now = tx.now();
        let content = need.clone().parse(now)?;
        let chosen = needs::choose(tx, &actor, &content, (limits.need_recipients, now))?;
        let kept = kept(tx, &handles)?;
        let recent = needs::sent_since(tx, actor.organization, Need::counted_since(now))?;
        let id = tx.id();
        let change = Need::send(&actor, id, content, (chosen, &kept), (recent, &limits), now)?;
        let need = needs::insert(tx, &actor, change)?;
        hand_over(tx, &actor, &need)?;
        let location = format!("/v1/needs/{id}");
        Ok(Written::created(one(tx, need, language)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// My needs, the latest first, with where each stands.
#[utoipa::path(get, path = "/v1/needs", operation_id = "needs_list", tag = "needs", params(PageWanted), responses((status = 200, body = Page<NeedView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<PageWanted>,
) -> Answer {
    caller.require(OrganizationKind::Client)?;
    let PageWanted { page, limit } = query.into_inner();
    let (actor, language) = (caller.actor, accepted_language(&request));
    let filters = ("needs", actor.organization);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let slice = app
        .db
        .read(move |conn| {
            let slice = needs::of_client(conn, actor.organization, &window)?;
            Ok(Slice { items: NeedView::all(conn, &slice.items, language)?, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, NeedView::place)
}

/// One of my needs.
#[utoipa::path(get, path = "/v1/needs/{id}", operation_id = "needs_get", tag = "needs", params(("id" = String, Path)), responses((status = 200, body = NeedView)))]
pub async fn get(app: App, request: HttpRequest, caller: Caller, id: Path<NeedId>) -> Answer {
    let (actor, language) = (caller.actor, accepted_language(&request));
    let view = app
        .db
        .read(move |conn| {
            let need = needs::get(conn, *id, &actor)?;
            one(conn, need, language)
        })
        .await?;
    reply::ok(&view)
}

/// Those whom the client kept. A pseudo that nobody has is of nobody it read of.
fn kept(tx: &mut Tx<'_>, handles: &[String]) -> Result<Vec<OrganizationId>, Error> {
    let each = handles.iter().map(|handle| match organizations::find_by_handle(tx, handle) {
        Ok(provider) => Ok(provider.id),
        Err(Error::NotFound) => Err(NeedRefusal::ChoiceOutdated.into()),
        Err(error) => Err(error),
    });
    each.collect()
}

/// Writes to each of those who get it, in its own conversation.
fn hand_over(tx: &mut Tx<'_>, actor: &Actor, need: &Need) -> Result<(), Error> {
    for it in &need.recipients {
        let provider = organizations::get(tx, it.provider)?;
        let opening = Opening {
            attachments: Vec::new(),
            text: need.content.description.clone(),
            tender: None,
            service: Some(it.service),
            need: Some(need.id),
        };
        say_first(tx, actor, &provider, opening)?;
    }
    Ok(())
}

fn one(
    conn: &mut estrade_db::Conn,
    need: Need,
    language: estrade_domain::language::Language,
) -> Result<NeedView, Error> {
    NeedView::all(conn, &[need], language)?.into_iter().next().ok_or(Error::NotFound)
}
