//! The wishes to be deleted, by due date, and their carrying out by hand.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{deletion_requests, endings, organizations};
use estrade_domain::{
    deletion_requests::DeletionState, fields::Fields, ids::DeletionRequestId, text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::App,
    body::{Body, Nothing},
    deletion_requests::DeletionRequestView,
    idempotency::Written,
    page::{self, Page},
    problem::Answer,
};

/// A wish to be deleted, and whose it is.
#[derive(Serialize, ToSchema)]
pub struct OperatedDeletionView {
    #[serde(flatten)]
    request: DeletionRequestView,
    organization: DeletedView,
    #[serde(skip)]
    #[schema(ignore)]
    place: (i64, String),
}

/// The organization that wants to be deleted.
#[derive(Serialize, ToSchema)]
pub struct DeletedView {
    id: String,
    /// `client` or `provider`.
    kind: &'static str,
    handle: String,
    name: String,
    /// How many lots are in work for it; it is not deleted while there are any.
    lots_in_work: i64,
}

/// Which wishes.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DeletionQuery {
    /// `open` (when absent), `withdrawn` or `carried_out`.
    state: Option<String>,
    /// Where to go on.
    page: Option<String>,
    /// At most so many, from 1 to 100; 20 when absent.
    limit: Option<i64>,
}

/// The wishes to be deleted, the first due first.
#[utoipa::path(get, path = "/v1/operator/deletion-requests", operation_id = "operator_list_deletion_requests", tag = "operator", params(DeletionQuery), responses((status = 200, body = Page<OperatedDeletionView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    operator: Operator,
    query: Query<DeletionQuery>,
) -> Answer {
    let actor = operator.0.actor;
    let window = page::window(query.page.as_deref(), query.limit, &query.state)?;
    let state = match query.state.as_deref() {
        None => DeletionState::Open,
        Some(word) => DeletionState::from_word(word)
            .ok_or_else(|| Fields::one("/state", text::unknown_choice()))?,
    };
    let slice = app
        .db
        .read(move |conn| {
            let slice = deletion_requests::by_due_date(conn, state, &window)?;
            let mut items = Vec::with_capacity(slice.items.len());
            for wish in slice.items {
                let organization = organizations::get(conn, wish.organization)?;
                items.push(OperatedDeletionView {
                    place: (wish.due_at.timestamp_millis(), wish.id.to_string()),
                    organization: DeletedView {
                        lots_in_work: deletion_requests::lots_in_work(conn, organization.id)?,
                        id: organization.id.to_string(),
                        kind: organization.kind.as_str(),
                        handle: organization.handle.to_string(),
                        name: organization.name,
                    },
                    request: DeletionRequestView::new(wish, &actor),
                });
            }
            Ok(estrade_db::page::Slice { items, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &query.state, |view| view.place.clone())
}

/// Erases the organization's personal data, for good. Refused while a lot is in work.
#[utoipa::path(post, path = "/v1/operator/deletion-requests/{id}/carry-out", operation_id = "operator_carry_out_deletion", tag = "operator", params(("id" = String, Path)), responses((status = 200, body = DeletionRequestView)))]
pub async fn carry_out(
    app: App,
    operator: Operator,
    id: Path<DeletionRequestId>,
    body: Body<Nothing>,
) -> Answer {
    operator.0.require_session()?;
    let actor = operator.0.actor;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let wish = deletion_requests::get(tx, *id)?;
            let wish = endings::erase(tx, &actor, wish)?;
            Ok(Written::ok(DeletionRequestView::new(wish, &actor)))
        })
        .await
}
