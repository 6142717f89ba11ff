//! The wishes to be deleted, by due date, and their carrying out by hand.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{
    accounts, bars, deletion_requests, endings,
    erased_identifiers::{self, Past},
    organizations,
};
use estrade_domain::{
    bars::NewBar, deletion_requests::DeletionState, fields::Fields, ids::DeletionRequestId, text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::App,
    body::Body,
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
    past_deletions: PastDeletionsView,
}

/// How many organizations were deleted before that had an identifier of this one.
#[derive(Serialize, ToSchema)]
pub struct PastDeletionsView {
    /// With the e-mail of one of its people.
    email: usize,
    /// Registered from the same internet address; others may share it.
    ip: usize,
    /// With its SIRET.
    siret: usize,
}

/// How a wish is carried out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CarryingOut {
    /// Bars the e-mail of the person who asked, for good.
    #[serde(default)]
    bar: bool,
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
                let people = accounts::all_of(conn, organization.id)?;
                items.push(OperatedDeletionView {
                    place: (wish.due_at.timestamp_millis(), wish.id.to_string()),
                    organization: DeletedView {
                        past_deletions: erased_identifiers::past(conn, &organization, &people)?
                            .into(),
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

/// Erases the organization's personal data, for good. Refused while a lot is in work. On wish the e-mail of
/// the person who asked is barred before it is erased.
#[utoipa::path(post, path = "/v1/operator/deletion-requests/{id}/carry-out", operation_id = "operator_carry_out_deletion", tag = "operator", params(("id" = String, Path)), request_body = CarryingOut, responses((status = 200, body = DeletionRequestView)))]
pub async fn carry_out(
    app: App,
    operator: Operator,
    id: Path<DeletionRequestId>,
    body: Body<CarryingOut>,
) -> Answer {
    operator.0.require_session()?;
    let (actor, language) = (operator.0.actor, operator.0.account.language);
    let bars_email = body.value.bar;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let wish = deletion_requests::get(tx, *id)?;
            if bars_email {
                let email = accounts::get(tx, wish.account)?.email;
                let bar = NewBar::after_deletion(&email, language);
                let bar = bar.make(tx.id(), actor.account, tx.now());
                bars::insert_new(tx, &actor, &bar)?;
            }
            let wish = endings::erase(tx, &actor, wish)?;
            Ok(Written::ok(DeletionRequestView::new(wish, &actor)))
        })
        .await
}

impl From<Past> for PastDeletionsView {
    fn from(past: Past) -> Self {
        Self { email: past.email, ip: past.ip, siret: past.siret }
    }
}
