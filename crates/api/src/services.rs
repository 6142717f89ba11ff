//! The catalogue: what providers sell off the shelf.
//!
//! A service that the caller may not change answers as one that does not exist; the message for who orders is
//! its provider's alone until then.

mod lists;
mod requests;
mod views;

pub use lists::*;
pub use requests::*;
pub use views::*;

use actix_web::{http::StatusCode, web::Path};
use estrade_db::{Conn, Error, Tx, organizations, services};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    change::Change,
    ids::ServiceId,
    organizations::Organization,
    services::{Service, ServiceRefusal},
    world::Instant,
};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::{Caller, Visitor},
    idempotency::Written,
    if_match::IfMatch,
    problem::Answer,
    reply,
};

/// A public or own service, by its id or by the slug of its page.
#[utoipa::path(get, path = "/v1/services/{id}", operation_id = "services_get", tag = "services", security((), ("session" = []), ("api_key" = [])), params(("id" = String, Path, description = "Id or slug")), responses((status = 200, body = ServiceView)))]
pub async fn get(app: App, visitor: Visitor, id: Path<String>) -> Answer {
    let (actor, now) = (visitor.0.map(|caller| caller.actor), app.now());
    let view = app
        .db
        .read(move |conn| {
            let service = services::seen_by(conn, &id, actor.as_ref())?;
            let provider = organizations::get(conn, service.provider)?;
            view(conn, &service, &provider, actor.as_ref(), now)
        })
        .await?;
    reply::ok(&view)
}

/// Begins a service: a draft, until it is published. Administrators of a provider do it.
#[utoipa::path(post, path = "/v1/services", operation_id = "services_create", tag = "services", request_body = ServiceInput, responses((status = 201, body = ServiceView)))]
pub async fn create(app: App, caller: Caller, body: Body<ServiceInput>) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let (actor, limits, input) = (caller.actor, app.settings.limits, body.value);
    let write = move |tx: &mut Tx<'_>| {
        // One at a time: two at once would pass the limit.
        organizations::lock(tx, actor.organization)?;
        let provider = organizations::get(tx, actor.organization)?;
        let count = services::count(tx, provider.id)?;
        Service::may_be_begun(&actor, &provider, count, &limits)?;
        let content = input.clone().over(None, &provider, &limits)?;
        let (id, now) = (tx.id(), tx.now());
        let change = Service::begin(&actor, (&provider, count), id, content, &limits, now)?;
        let service = services::insert(tx, &actor, change)?;
        let location = format!("/v1/services/{id}");
        Ok(Written::created(view(tx, &service, &provider, Some(&actor), now)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// Changes what a service says; what is absent stays. What was ordered before stays as it was.
#[utoipa::path(patch, path = "/v1/services/{id}", operation_id = "services_update", tag = "services", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = ServiceInput, responses((status = 200, body = ServiceView)))]
pub async fn update(
    app: App,
    caller: Caller,
    if_match: IfMatch,
    id: Path<ServiceId>,
    body: Body<ServiceInput>,
) -> Answer {
    let (actor, limits, input) = (caller.actor, app.settings.limits, body.value);
    let view = app
        .db
        .write(move |tx| {
            let service = services::owned_by(tx, *id, &actor)?;
            if_match.check(service.version)?;
            let provider = organizations::get(tx, service.provider)?;
            let content = input.clone().over(Some(&service.content), &provider, &limits)?;
            let change = service.edit(&actor, content)?;
            recorded(tx, &actor, &provider, change)
        })
        .await?;
    reply::ok(&view)
}

/// Deletes a service. What names it keeps its title.
#[utoipa::path(delete, path = "/v1/services/{id}", operation_id = "services_delete", tag = "services", params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, if_match: IfMatch, id: Path<ServiceId>) -> Answer {
    let actor = caller.actor;
    app.db
        .write(move |tx| {
            let service = services::owned_by(tx, *id, &actor)?;
            if_match.check(service.version)?;
            let provider = organizations::get(tx, service.provider)?;
            let change = service.delete(&actor)?;
            services::record(tx, &actor, &provider, change).map(drop)
        })
        .await?;
    Ok(reply::no_content())
}

/// Lets clients find a draft.
#[utoipa::path(post, path = "/v1/services/{id}/publish", operation_id = "services_publish", tag = "services", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = ServiceView)))]
pub async fn publish(app: App, caller: Caller, id: Path<ServiceId>, body: Body<Nothing>) -> Answer {
    transition(app, caller, id, body, Service::publish).await
}

/// Takes a service off the shelf for a while.
#[utoipa::path(post, path = "/v1/services/{id}/pause", operation_id = "services_pause", tag = "services", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = ServiceView)))]
pub async fn pause(app: App, caller: Caller, id: Path<ServiceId>, body: Body<Nothing>) -> Answer {
    transition(app, caller, id, body, |service, actor, _, _| service.pause(actor)).await
}

/// Puts it back on the shelf.
#[utoipa::path(post, path = "/v1/services/{id}/resume", operation_id = "services_resume", tag = "services", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = ServiceView)))]
pub async fn resume(app: App, caller: Caller, id: Path<ServiceId>, body: Body<Nothing>) -> Answer {
    transition(app, caller, id, body, |service, actor, _, _| service.resume(actor)).await
}

type Transition =
    fn(Service, &Actor, &Organization, Instant) -> Result<Change<Service>, ServiceRefusal>;

async fn transition(
    app: App,
    caller: Caller,
    id: Path<ServiceId>,
    body: Body<Nothing>,
    decide: Transition,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let service = services::owned_by(tx, *id, &actor)?;
        let provider = organizations::get(tx, service.provider)?;
        let change = decide(service, &actor, &provider, tx.now())?;
        Ok(Written::ok(recorded(tx, &actor, &provider, change)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

fn recorded(
    tx: &mut Tx<'_>,
    actor: &Actor,
    provider: &Organization,
    change: Change<Service>,
) -> Result<ServiceView, Error> {
    let service = services::record(tx, actor, provider, change)?;
    let now = tx.now();
    view(tx, &service, provider, Some(actor), now)
}

fn view(
    conn: &mut Conn,
    service: &Service,
    provider: &Organization,
    actor: Option<&Actor>,
    now: Instant,
) -> Result<ServiceView, Error> {
    let marks = estrade_db::directory::marks(conn, provider.id)?;
    Ok(ServiceView::new(service, (provider, marks), actor, now))
}
