//! Calls for offers: what a client writes, publishes, revises and closes, and what others see of it.
//!
//! A tender that the caller may not change answers as one that does not exist.

mod applicant;
mod award_view;
mod event_view;
mod lists;
mod requests;
mod views;

pub use award_view::AwardView;
pub use event_view::EventView;
pub use lists::*;
pub use requests::*;
pub use views::*;

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use estrade_db::{Error, Tx, matching, offers, organizations, tenders};
use estrade_domain::{
    actor::OrganizationKind,
    events::Occasion,
    tenders::{Edited, PublicationCap, Tender, TenderAction},
};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::{Caller, Visitor, accepted_language},
    idempotency::Written,
    if_match::IfMatch,
    problem::Answer,
    reply,
};

/// An open, past or own tender, by its id or by the slug of its page. Everyone sees what it asks for;
/// only its client sees who was chosen, and nobody the client's coordinates.
#[utoipa::path(get, path = "/v1/tenders/{id}", operation_id = "tenders_get", tag = "tenders", security((), ("session" = []), ("api_key" = [])), params(("id" = String, Path, description = "Id or slug")), responses((status = 200, body = TenderView)))]
pub async fn get(app: App, request: HttpRequest, visitor: Visitor, id: Path<String>) -> Answer {
    let reader = Reader::new(&app, visitor.0.as_ref(), accepted_language(&request));
    let view = app
        .db
        .read(move |conn| {
            let tender = tenders::seen_by(conn, &id, reader.actor.as_ref())?;
            view(conn, &tender, &reader)
        })
        .await?;
    reply::ok(&view)
}

/// Begins a draft, with what is known already. Free of charge, for clients only.
#[utoipa::path(post, path = "/v1/tenders", operation_id = "tenders_create", tag = "tenders", request_body = TenderInput, responses((status = 201, body = TenderView)))]
pub async fn create(
    app: App,
    request: HttpRequest,
    caller: Caller,
    body: Body<TenderInput>,
) -> Answer {
    let reader = Reader::new(&app, Some(&caller), accepted_language(&request));
    let (actor, input, once) = (caller.actor, body.value, body.once);
    let write = move |tx: &mut Tx<'_>| {
        let (id, event) = (tx.id(), tx.id());
        let blank = Tender::begin(&actor, id, event, Occasion::default(), tx.now())?;
        let edit = input.clone().over(&blank, tx.now())?;
        let Edited { change, .. } = blank.edit(&actor, edit, &[], tx.now(), || tx.id())?;
        tenders::insert(tx, &change.after)?;
        let location = format!("/v1/tenders/{}", change.after.id);
        Ok(Written::created(view(tx, &change.after, &reader)?, location))
    };
    once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// Goes on with a draft, or revises a published tender: providers who had applied to what changed must
/// confirm their offers. Refused for what a provider already works on.
#[utoipa::path(patch, path = "/v1/tenders/{id}", operation_id = "tenders_update", tag = "tenders", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = TenderInput, responses((status = 200, body = TenderView)))]
pub async fn update(
    app: App,
    request: HttpRequest,
    caller: Caller,
    if_match: IfMatch,
    id: Path<String>,
    body: Body<TenderInput>,
) -> Answer {
    let reader = Reader::new(&app, Some(&caller), accepted_language(&request));
    let (actor, input) = (caller.actor, body.value);
    let view = app
        .db
        .write(move |tx| {
            let tender = tenders::owned_by(tx, &id, &actor)?;
            if_match.check(tender.version)?;
            let edit = input.clone().over(&tender, tx.now())?;
            let answered = offers::answered_lots(tx, tender.id)?;
            let edited = tender.clone().edit(&actor, edit, &answered, tx.now(), || tx.id())?;
            let after = tenders::record_edit(tx, &actor, &tender, edited)?;
            view(tx, &after, &reader)
        })
        .await?;
    reply::ok(&view)
}

/// Throws a draft away.
#[utoipa::path(delete, path = "/v1/tenders/{id}", operation_id = "tenders_delete", tag = "tenders", params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, if_match: IfMatch, id: Path<String>) -> Answer {
    let actor = caller.actor;
    app.db
        .write(move |tx| {
            let tender = tenders::owned_by(tx, &id, &actor)?;
            if_match.check(tender.version)?;
            tender.permits(TenderAction::Delete, &actor)?;
            tenders::delete(tx, &tender)
        })
        .await?;
    Ok(reply::no_content())
}

/// Makes a draft public: every provider that matches one of its lots is told. Free of charge.
#[utoipa::path(post, path = "/v1/tenders/{id}/publish", operation_id = "tenders_publish", tag = "tenders", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = TenderView)))]
pub async fn publish(
    app: App,
    request: HttpRequest,
    caller: Caller,
    id: Path<String>,
    body: Body<Nothing>,
) -> Answer {
    let reader = Reader::new(&app, Some(&caller), accepted_language(&request));
    let cap = PublicationCap { per_day: app.settings.limits.tenders_per_day };
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        // One publication at a time: two at once would pass the cap, or slip past a closing.
        organizations::lock(tx, actor.organization)?;
        organizations::get(tx, actor.organization)?.is_open()?;
        let tender = tenders::owned_by(tx, &id, &actor)?;
        let now = tx.now();
        let recent = tenders::published_since(tx, actor.organization, cap.since(now))?;
        let change = tender.clone().publish(&actor, recent, cap, now)?;
        let after = tenders::record(tx, &actor, &tender, change)?;
        Ok(Written::ok(view(tx, &after, &reader)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Ends a tender before all is done; providers who had applied are told. Refused while a lot is in work.
#[utoipa::path(post, path = "/v1/tenders/{id}/close", operation_id = "tenders_close", tag = "tenders", params(("id" = String, Path)), request_body = Closing, responses((status = 200, body = TenderView)))]
pub async fn close(
    app: App,
    request: HttpRequest,
    caller: Caller,
    id: Path<String>,
    body: Body<Closing>,
) -> Answer {
    let reader = Reader::new(&app, Some(&caller), accepted_language(&request));
    let (reason, note) = body.value.parse()?;
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let tender = tenders::owned_by(tx, &id, &actor)?;
        let change = tender.clone().close(&actor, reason, note.clone(), tx.now())?;
        let after = tenders::record(tx, &actor, &tender, change)?;
        Ok(Written::ok(view(tx, &after, &reader)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// « Rendre cette offre invisible »: takes the tender out of my list of potential tenders, and of mine only.
#[utoipa::path(post, path = "/v1/tenders/{id}/hide", operation_id = "tenders_hide", tag = "tenders", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = TenderView)))]
pub async fn hide(
    app: App,
    request: HttpRequest,
    caller: Caller,
    id: Path<String>,
    body: Body<Nothing>,
) -> Answer {
    set_hidden(app, request, caller, id, body, matching::hide).await
}

/// Takes a hidden tender back into my list.
#[utoipa::path(post, path = "/v1/tenders/{id}/unhide", operation_id = "tenders_unhide", tag = "tenders", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = TenderView)))]
pub async fn unhide(
    app: App,
    request: HttpRequest,
    caller: Caller,
    id: Path<String>,
    body: Body<Nothing>,
) -> Answer {
    set_hidden(app, request, caller, id, body, matching::unhide).await
}

type SetHidden = fn(
    &mut Tx<'_>,
    estrade_domain::ids::OrganizationId,
    estrade_domain::ids::TenderId,
) -> Result<(), Error>;

async fn set_hidden(
    app: App,
    request: HttpRequest,
    caller: Caller,
    id: Path<String>,
    body: Body<Nothing>,
    set: SetHidden,
) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let reader = Reader::new(&app, Some(&caller), accepted_language(&request));
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let tender = tenders::seen_by(tx, &id, Some(&actor))?;
        tender.permits(TenderAction::Hide, &actor)?;
        set(tx, actor.organization, tender.id)?;
        Ok(Written::ok(view(tx, &tender, &reader)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}
