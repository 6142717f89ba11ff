//! Identifiers that are barred for good.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::bars;
use estrade_domain::{
    bars::{Bar, BarKind, NewBar},
    fields::Fields,
    ids::BarId,
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::App,
    body::Body,
    idempotency::Written,
    page::{self, Page},
    problem::Answer,
    reply,
};

/// A barred identifier.
#[derive(Serialize, ToSchema)]
pub struct BarView {
    #[schema(example = "bar_01jd0000000000000000000000")]
    id: String,
    /// `email`, `email_domain`, `ip` or `siret`.
    kind: &'static str,
    value: String,
    reason: String,
    /// The account of the operator who barred it.
    created_by: String,
    created_at: DateTime<Utc>,
}

/// What is to be barred.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BarWish {
    /// `email`, `email_domain`, `ip` or `siret`.
    #[schema(example = "email")]
    kind: String,
    #[schema(example = "abus@exemple.fr")]
    value: String,
    /// Why.
    reason: String,
}

/// Which bars.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BarQuery {
    /// `email`, `email_domain`, `ip` or `siret`.
    kind: Option<String>,
    /// Where to go on.
    page: Option<String>,
    /// At most so many, from 1 to 100; 20 when absent.
    limit: Option<i64>,
}

/// What is barred, the newest first.
#[utoipa::path(get, path = "/v1/operator/bars", operation_id = "operator_list_bars", tag = "operator", params(BarQuery), responses((status = 200, body = Page<BarView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<BarQuery>,
) -> Answer {
    let window = page::window(query.page.as_deref(), query.limit, &query.kind)?;
    let kind = match query.kind.as_deref() {
        None => None,
        Some(word) => Some(
            BarKind::from_word(word).ok_or_else(|| Fields::one("/kind", text::unknown_choice()))?,
        ),
    };
    let slice = app.db.read(move |conn| bars::list(conn, kind, &window)).await?;
    let slice = slice.map(BarView::from);
    page::answer(&request, slice, &query.kind, |view| {
        (view.created_at.timestamp_millis(), view.id.clone())
    })
}

/// Bars an identifier: whoever registers with it is refused.
#[utoipa::path(post, path = "/v1/operator/bars", operation_id = "operator_create_bar", tag = "operator", request_body = BarWish, responses((status = 201, body = BarView)))]
pub async fn create(app: App, operator: Operator, body: Body<BarWish>) -> Answer {
    let actor = operator.0.actor;
    let wish = NewBar::parse(&body.value.kind, &body.value.value, &body.value.reason)?;
    body.once
        .write(&app, &operator.0, StatusCode::CREATED, move |tx| {
            let bar = wish.clone().make(tx.id(), actor.account, tx.now());
            bars::insert(tx, &actor, &bar)?;
            let location = format!("/v1/operator/bars/{}", bar.id);
            Ok(Written::created(BarView::from(bar), location))
        })
        .await
}

/// Lifts a bar.
#[utoipa::path(delete, path = "/v1/operator/bars/{id}", operation_id = "operator_delete_bar", tag = "operator", params(("id" = String, Path)), responses((status = 204)))]
pub async fn delete(app: App, operator: Operator, id: Path<BarId>) -> Answer {
    app.db.write(move |tx| bars::delete(tx, &operator.0.actor, *id)).await?;
    Ok(reply::no_content())
}

impl From<Bar> for BarView {
    fn from(bar: Bar) -> Self {
        Self {
            id: bar.id.to_string(),
            kind: bar.kind.as_str(),
            value: bar.value,
            reason: bar.reason,
            created_by: bar.created_by.to_string(),
            created_at: bar.created_at,
        }
    }
}
