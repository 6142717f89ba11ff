//! Who calls: a browser's session (cookie) or an integrator's API key (Bearer). Role and state are read
//! from the database at each request, so a closed account or a revoked session ends at once.

use std::{future::Future, pin::Pin};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{Method, header},
};
use estrade_db::{accounts, api_keys, sessions};
use estrade_domain::{
    accounts::Account,
    actor::{Actor, OrganizationKind, Role},
    api_keys::Scope,
    ids::{ApiKeyId, SessionId},
    language::Language,
};

use crate::{
    app::{self, App},
    problem::Problem,
    tokens,
};

/// The cookie of the access token.
pub const ACCESS_COOKIE: &str = "__Host-estrade";
/// The cookie of the refresh token.
pub const REFRESH_COOKIE: &str = "__Host-estrade-refresh";
/// The cookie that tells a page's scripts, which see no other, that a session may be there. It proves nothing.
pub const HINT_COOKIE: &str = "__Host-estrade-hint";

/// Someone we know.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who acts, for whom, in which role.
    pub actor: Actor,
    /// The person.
    pub account: Account,
    /// The session; none for an API key.
    pub session: Option<SessionId>,
    /// The API key; none for a session.
    pub api_key: Option<ApiKeyId>,
}

/// Someone we may know.
pub struct Visitor(pub Option<Caller>);

impl Caller {
    /// Refuses callers of another kind with the reason.
    pub fn require(&self, kind: OrganizationKind) -> Result<(), Problem> {
        if self.actor.kind == kind {
            return Ok(());
        }
        Err(match kind {
            OrganizationKind::Client => Problem::forbidden(
                "client_only",
                "Cette action est réservée aux porteurs de projet : ouvrez un compte client avec une autre adresse e-mail.",
                "Only clients can do this: open a client account with another e-mail address.",
            ),
            OrganizationKind::Provider => Problem::forbidden(
                "provider_only",
                "Cette action est réservée aux prestataires.",
                "Only providers can do this.",
            ),
            // The operator's pages do not exist for others.
            OrganizationKind::Operator => Problem::not_found(),
        })
    }

    /// Refuses those who do not manage their organization.
    pub fn require_manager(&self) -> Result<(), Problem> {
        if self.actor.role >= Role::Administrator {
            return Ok(());
        }
        Err(estrade_domain::organizations::OrganizationRefusal::NotManager.into())
    }

    /// Refuses API keys: some things only a person in a browser does.
    pub fn require_session(&self) -> Result<SessionId, Problem> {
        self.session.ok_or_else(|| {
            Problem::forbidden(
                "session_only",
                "Une clé d’API ne peut pas faire cela : connectez-vous dans un navigateur.",
                "An API key cannot do this: log in with a browser.",
            )
        })
    }
}

/// The language to answer in when the caller is unknown.
#[must_use]
pub fn accepted_language(request: &HttpRequest) -> Language {
    let wanted = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    wanted
        .split(',')
        .find_map(|range| Language::from_code(range.trim().get(..2)?.to_ascii_lowercase().as_str()))
        .unwrap_or_default()
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { identify(&request).await?.ok_or_else(Problem::unauthenticated) })
    }
}

impl FromRequest for Visitor {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { identify(&request).await.map(Visitor) })
    }
}

/// The token of an `Authorization: Bearer` header.
#[must_use]
pub fn bearer(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

async fn identify(request: &HttpRequest) -> Result<Option<Caller>, Problem> {
    let app = app::of(request).ok_or_else(Problem::internal)?;
    if request.headers().contains_key(header::AUTHORIZATION) {
        let token = bearer(request).ok_or_else(Problem::unauthenticated)?;
        return by_api_key(&app, request, token).await.map(Some);
    }
    match request.cookie(ACCESS_COOKIE) {
        Some(cookie) => by_session(&app, cookie.value()).await.map(Some),
        None => Ok(None),
    }
}

async fn by_session(app: &App, token: &str) -> Result<Caller, Problem> {
    let now = app.now();
    let (account, session) = app.keys.read(token, now).ok_or_else(Problem::unauthenticated)?;
    let found = app
        .db
        .read(move |conn| {
            let live = sessions::is_live(conn, session, account, now)?;
            if live { accounts::actor(conn, account).map(Some) } else { Ok(None) }
        })
        .await?;
    let (actor, account) = found.ok_or_else(Problem::unauthenticated)?;
    account.may_log_in()?;
    Ok(Caller { actor, account, session: Some(session), api_key: None })
}

async fn by_api_key(app: &App, request: &HttpRequest, token: String) -> Result<Caller, Problem> {
    let now = app.now();
    let key = app
        .db
        .read(move |conn| api_keys::find_live(conn, &tokens::hash(&token), now))
        .await?
        .ok_or_else(Problem::unauthenticated)?;
    let (actor, account) = app.db.read(move |conn| accounts::actor(conn, key.account)).await?;
    account.may_log_in()?;
    if api_keys::is_use_to_be_noted(&key, now) {
        app.db.write(move |tx| api_keys::note_use(tx, key.id)).await?;
    }
    let scope = scope_of(request);
    if !key.scopes.contains(&scope) {
        return Err(Problem::new(
            actix_web::http::StatusCode::FORBIDDEN,
            estrade_domain::refusal::Explanation::new(
                "scope_missing",
                format!("Il manque à cette clé d’API le droit {}.", scope.as_str()),
                format!("This API key lacks the scope {}.", scope.as_str()),
            ),
        ));
    }
    Ok(Caller { actor, account, session: None, api_key: Some(key.id) })
}

/// Reading and writing are the two scopes of a key.
fn scope_of(request: &HttpRequest) -> Scope {
    match *request.method() {
        Method::GET | Method::HEAD => Scope::Read,
        _ => Scope::Write,
    }
}
