//! « Supprimer mon compte »: an owner files the wish, takes it back, sees what became of it.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{deletion_requests, organizations};
use estrade_domain::{
    actor::Actor,
    deletion_requests::{DeletionAction, DeletionRequest, DeletionWish},
    ids::DeletionRequestId,
    organizations::OrganizationAction,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::Written,
    page::{self, Page, PageWanted},
    problem::Answer,
};

/// A wish to be deleted.
#[derive(Serialize, ToSchema)]
pub struct DeletionRequestView {
    version: i32,
    #[schema(example = "del_01jd0000000000000000000000")]
    id: String,
    /// `open`, `withdrawn` or `carried_out`.
    state: &'static str,
    /// Why; may be empty.
    reason: String,
    requested_at: DateTime<Utc>,
    /// Until when the operator carries it out.
    due_at: DateTime<Utc>,
    /// When it ended.
    decided_at: Option<DateTime<Utc>>,
    /// What I may do about it: `withdraw`, `carry_out`.
    actions: Vec<&'static str>,
}

/// The wish.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDeletionRequest {
    /// That the warning was read: deletion is irreversible and loses all data, the message history and the
    /// search-engine presence of the tenders.
    understood: bool,
    /// Why; may be absent.
    #[serde(default)]
    reason: String,
}

/// My organization's wishes to be deleted, the newest first.
#[utoipa::path(get, path = "/v1/deletion-requests", operation_id = "deletion_requests_list", tag = "deletion-requests", params(PageWanted), responses((status = 200, body = Page<DeletionRequestView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    caller: Caller,
    query: Query<PageWanted>,
) -> Answer {
    caller.require_manager()?;
    let actor = caller.actor;
    let window = page::window(query.page.as_deref(), query.limit, &())?;
    let slice =
        app.db.read(move |conn| deletion_requests::list(conn, actor.organization, &window)).await?;
    let slice = slice.map(|wish| DeletionRequestView::new(wish, &actor));
    page::answer(&request, slice, &(), |view| view.id.clone())
}

/// Files the wish; an owner does it, once the warning was understood. Refused while a lot is in work.
#[utoipa::path(post, path = "/v1/deletion-requests", operation_id = "deletion_requests_create", tag = "deletion-requests", request_body = NewDeletionRequest, responses((status = 201, body = DeletionRequestView)))]
pub async fn create(app: App, caller: Caller, body: Body<NewDeletionRequest>) -> Answer {
    caller.require_session()?;
    let actor = caller.actor;
    let limits = app.settings.limits;
    let wish = DeletionWish::parse(body.value.understood, &body.value.reason)?;
    body.once
        .write(&app, &caller, StatusCode::CREATED, move |tx| {
            organizations::lock(tx, actor.organization)?;
            let organization = organizations::get(tx, actor.organization)?;
            organization.permits(OrganizationAction::RequestDeletion, &actor, tx.now())?;
            let open = deletion_requests::is_open(tx, actor.organization)?;
            let in_work = deletion_requests::lots_in_work(tx, actor.organization)?;
            deletion_requests::refuse_money(tx, actor.organization)?;
            let change = wish.clone().file(tx.id(), &actor, open, in_work, &limits, tx.now())?;
            let filed = deletion_requests::insert(tx, &actor, change)?;
            let location = format!("/v1/deletion-requests/{}", filed.id);
            Ok(Written::created(DeletionRequestView::new(filed, &actor), location))
        })
        .await
}

/// Takes the wish back.
#[utoipa::path(post, path = "/v1/deletion-requests/{id}/withdraw", operation_id = "deletion_requests_withdraw", tag = "deletion-requests", params(("id" = String, Path)), responses((status = 200, body = DeletionRequestView)))]
pub async fn withdraw(
    app: App,
    caller: Caller,
    id: Path<DeletionRequestId>,
    body: Body<Nothing>,
) -> Answer {
    caller.require_session()?;
    let actor = caller.actor;
    body.once
        .write(&app, &caller, StatusCode::OK, move |tx| {
            let wish = deletion_requests::get(tx, *id)?;
            if !actor.is_of(wish.organization) {
                return Err(estrade_db::Error::NotFound);
            }
            let change = wish.withdraw(&actor, tx.now())?;
            let wish = deletion_requests::record(tx, &actor, change)?;
            Ok(Written::ok(DeletionRequestView::new(wish, &actor)))
        })
        .await
}

impl DeletionRequestView {
    /// The wish as this person sees it.
    #[must_use]
    pub fn new(wish: DeletionRequest, actor: &Actor) -> Self {
        let actions = DeletionAction::ALL
            .iter()
            .filter(|action| wish.permits(**action, actor).is_ok())
            .map(|action| action.as_str());
        Self {
            actions: actions.collect(),
            version: wish.version,
            id: wish.id.to_string(),
            state: wish.state.as_str(),
            reason: wish.reason,
            requested_at: wish.requested_at,
            due_at: wish.due_at,
            decided_at: wish.decided_at,
        }
    }
}
