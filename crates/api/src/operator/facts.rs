//! The audit log: every decision, who took it, when.

use actix_web::{HttpRequest, web::Query};
use chrono::{DateTime, Utc};
use estrade_db::facts::{self, Entry};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::App,
    page::{self, Page},
    problem::Answer,
};

/// An entry of the log.
#[derive(Serialize, ToSchema)]
pub struct FactView {
    #[schema(example = "fct_01jd0000000000000000000000")]
    id: String,
    /// `thing.happened`.
    #[schema(example = "organization.closed")]
    kind: String,
    at: DateTime<Utc>,
    /// The account that decided; null when a timer or a visitor did.
    account: Option<String>,
    /// The party it acted for.
    organization: Option<String>,
    /// The id of what it is about.
    subject: String,
    /// The whole fact.
    #[schema(value_type = Object)]
    details: Value,
}

/// Which entries.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FactQuery {
    /// `thing.happened`.
    kind: Option<String>,
    /// The id of what it is about.
    subject: Option<String>,
    /// Where to go on.
    page: Option<String>,
    /// At most so many, from 1 to 100; 20 when absent.
    limit: Option<i64>,
}

/// The log, the latest first.
#[utoipa::path(get, path = "/v1/operator/facts", operation_id = "operator_list_facts", tag = "operator", params(FactQuery), responses((status = 200, body = Page<FactView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<FactQuery>,
) -> Answer {
    let filters = (&query.kind, &query.subject);
    let window = page::window(query.page.as_deref(), query.limit, &filters)?;
    let (kind, subject) = (query.kind.clone(), query.subject.clone());
    let slice = app
        .db
        .read(move |conn| facts::log(conn, kind.as_deref(), subject.as_deref(), &window))
        .await?;
    let slice = slice.map(FactView::from);
    page::answer(&request, slice, &filters, |view| view.id.clone())
}

impl From<Entry> for FactView {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            kind: entry.kind,
            at: DateTime::from_timestamp_millis(entry.at).unwrap_or_default(),
            account: entry.account,
            organization: entry.organization,
            subject: entry.subject,
            details: serde_json::from_str(&entry.payload).unwrap_or_default(),
        }
    }
}
