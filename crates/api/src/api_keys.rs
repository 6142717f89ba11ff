//! Integrators' keys: made and revoked by a person in a browser, shown once.

use actix_web::web::Path;
use chrono::{DateTime, Utc};
use estrade_db::api_keys;
use estrade_domain::{
    api_keys::{ApiKey, NewApiKey, PREFIX, Scope},
    ids::ApiKeyId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App, body::Body, caller::Caller, idempotency::Written, page::Page, problem::Answer, reply,
    tokens,
};

/// A key, without the key.
#[derive(Serialize, ToSchema)]
pub struct ApiKeyView {
    #[schema(example = "key_01jd0000000000000000000000")]
    id: String,
    name: String,
    /// How the key begins.
    #[schema(example = "esk_4fQ0xY")]
    hint: String,
    /// `read`, `write` or both.
    scopes: Vec<&'static str>,
    created_at: DateTime<Utc>,
    /// Null when it has no end.
    expires_at: Option<DateTime<Utc>>,
    /// To the minute; null before the first use.
    last_used_at: Option<DateTime<Utc>>,
}

/// A new key with the key itself, which is shown only now.
#[derive(Serialize, ToSchema)]
pub struct NewApiKeyView {
    /// Send it as `Authorization: Bearer esk_…`. Null when this answer is a replay.
    key: Option<String>,
    #[serde(flatten)]
    api_key: ApiKeyView,
}

/// A key that is wished for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApiKeyWish {
    /// What to call it.
    #[schema(example = "Site de la mairie")]
    name: String,
    /// `read` for GET, `write` for everything else.
    scopes: Vec<String>,
    /// Absent: without an end.
    expires_at: Option<DateTime<Utc>>,
}

/// My keys that are not revoked, the newest first.
#[utoipa::path(get, path = "/v1/api-keys", operation_id = "api_keys_list", tag = "api-keys", responses((status = 200, body = Page<ApiKeyView>)))]
pub async fn list(app: App, caller: Caller) -> Answer {
    caller.require_session()?;
    let keys = app.db.read(move |conn| api_keys::list(conn, caller.actor.account)).await?;
    let items = keys.into_iter().map(ApiKeyView::from).collect();
    reply::ok(&Page { items, next_page: None })
}

/// Makes a key. The answer alone shows it; only its hash is kept.
#[utoipa::path(post, path = "/v1/api-keys", operation_id = "api_keys_create", tag = "api-keys", request_body = ApiKeyWish, responses((status = 201, body = NewApiKeyView)))]
pub async fn create(app: App, caller: Caller, body: Body<ApiKeyWish>) -> Answer {
    caller.require_session()?;
    let ApiKeyWish { name, scopes, expires_at } = body.value;
    let wish = NewApiKey::parse(&name, &scopes, expires_at, app.now())?;
    let key = format!("{PREFIX}{}", tokens::from_secret(app.db.world().secret()));
    let (actor, made) = (caller.actor, key.clone());
    body.once
        .write_and_show_once(&app, &caller, ("key", key), move |tx| {
            let count = api_keys::list(tx, actor.account)?.len();
            let change = wish.clone().make(tx.id(), actor.account, &made, count, tx.now())?;
            let api_key = api_keys::insert(tx, &actor, change, &tokens::hash(&made))?;
            let location = format!("/v1/api-keys/{}", api_key.id);
            let view = NewApiKeyView { key: None, api_key: api_key.into() };
            Ok(Written::created(view, location))
        })
        .await
}

/// Revokes a key at once.
#[utoipa::path(delete, path = "/v1/api-keys/{id}", operation_id = "api_keys_delete", tag = "api-keys", params(("id" = String, Path)), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, id: Path<ApiKeyId>) -> Answer {
    caller.require_session()?;
    app.db.write(move |tx| api_keys::revoke(tx, &caller.actor, *id)).await?;
    Ok(reply::no_content())
}

impl From<ApiKey> for ApiKeyView {
    fn from(key: ApiKey) -> Self {
        Self {
            id: key.id.to_string(),
            name: key.name,
            hint: key.hint,
            scopes: key.scopes.into_iter().map(Scope::as_str).collect(),
            created_at: key.created_at,
            expires_at: key.expires_at,
            last_used_at: key.last_used_at,
        }
    }
}
