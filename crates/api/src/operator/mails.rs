//! Mails that were given up: the transport refused them for two days.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::mails::{self, GivenUp};
use estrade_domain::ids::MailId;
use serde::Serialize;
use utoipa::ToSchema;

use super::Operator;
use crate::{
    app::App,
    body::{Body, Nothing},
    idempotency::Written,
    page::{self, Page, PageWanted},
    problem::Answer,
};

/// A mail that was given up.
#[derive(Serialize, ToSchema)]
pub struct GivenUpMailView {
    #[schema(example = "eml_01jd0000000000000000000000")]
    id: String,
    /// To whom.
    recipient: String,
    /// Which letter it is.
    #[schema(example = "activation")]
    template: String,
    /// The subject line.
    subject: String,
    /// When it was written.
    created_at: DateTime<Utc>,
    /// How often it was tried.
    attempts: i32,
    /// What the mail server said the last time.
    last_error: Option<String>,
    /// `retry`, unless what it said was erased with its party.
    actions: Vec<&'static str>,
}

/// A mail that is to be tried again.
#[derive(Serialize, ToSchema)]
pub struct RetriedMailView {
    #[schema(example = "eml_01jd0000000000000000000000")]
    id: String,
}

/// Mails that were given up in the last ninety days, the newest first.
#[utoipa::path(get, path = "/v1/operator/mails", operation_id = "operator_list_mails", tag = "operator", params(PageWanted), responses((status = 200, body = Page<GivenUpMailView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<PageWanted>,
) -> Answer {
    let window = page::window(query.page.as_deref(), query.limit, &())?;
    let slice = app.db.read(move |conn| mails::list_given_up(conn, &window)).await?;
    page::answer(&request, slice.map(GivenUpMailView::from), &(), |view| view.id.clone())
}

/// Has a mail that was given up tried again, for two days as at first.
#[utoipa::path(post, path = "/v1/operator/mails/{id}/retry", operation_id = "operator_retry_mail", tag = "operator", params(("id" = String, Path)), responses((status = 200, body = RetriedMailView)))]
pub async fn retry(app: App, operator: Operator, id: Path<MailId>, body: Body<Nothing>) -> Answer {
    let actor = operator.0.actor;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            mails::retry(tx, &actor, *id)?;
            Ok(Written::ok(RetriedMailView { id: id.to_string() }))
        })
        .await
}

impl From<GivenUp> for GivenUpMailView {
    fn from(mail: GivenUp) -> Self {
        Self {
            created_at: DateTime::from_timestamp_millis(mail.created_at).unwrap_or_default(),
            actions: (!mail.text_body.is_empty()).then_some("retry").into_iter().collect(),
            id: mail.id,
            recipient: mail.recipient,
            template: mail.template,
            subject: mail.subject,
            attempts: mail.attempts,
            last_error: mail.last_error,
        }
    }
}
