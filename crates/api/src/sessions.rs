//! Logging in and out. A browser keeps two `HttpOnly` cookies: an access token of 10 minutes and a
//! refresh token that rotates; one that comes twice was stolen and ends its session. A third one, which
//! scripts may read, only says that there are such cookies.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::header,
    web::Path,
};
use chrono::{DateTime, TimeDelta, Utc};
use estrade_db::{
    Error, Tx, accounts,
    sessions::{self, Refreshed, Session},
};
use estrade_domain::{
    accounts::AccountRefusal,
    ids::{AccountId, SessionId},
    text::Email,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::{ACCESS_COOKIE, Caller, HINT_COOKIE, REFRESH_COOKIE},
    middleware,
    page::Page,
    problem::{Answer, Problem},
    reply, tokens,
};

/// Who logs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The address that was registered.
    #[schema(example = "camille@demo.estrade.example")]
    email: String,
    /// Its password.
    password: String,
}

/// A session was opened; its tokens are in the cookies.
#[derive(Serialize, ToSchema)]
pub struct Opened {
    /// The session.
    #[schema(value_type = String, example = "ses_01jd0000000000000000000000")]
    session: SessionId,
    /// The account.
    #[schema(value_type = String)]
    account: AccountId,
    #[serde(skip)]
    #[schema(ignore)]
    refresh: String,
}

/// One of a person's sessions.
#[derive(Serialize, ToSchema)]
pub struct SessionView {
    id: String,
    /// What the browser says it is.
    user_agent: String,
    /// Where it was opened from.
    ip: String,
    /// When it was opened.
    created_at: DateTime<Utc>,
    /// When it was last refreshed.
    last_seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    current: bool,
}

/// The browser behind a request.
#[derive(Clone)]
pub struct Browser {
    user_agent: String,
    ip: String,
}

impl Browser {
    /// Reads it from the request.
    #[must_use]
    pub fn of(app: &App, request: &HttpRequest) -> Self {
        let user_agent = request
            .headers()
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("");
        Self {
            user_agent: user_agent.chars().take(200).collect(),
            ip: middleware::address(app, request).to_string(),
        }
    }
}

/// Logs in with address and password.
#[utoipa::path(post, path = "/v1/sessions", operation_id = "sessions_create", tag = "sessions", security(()), request_body = Credentials, responses((status = 201, body = Opened)))]
pub async fn create(app: App, request: HttpRequest, body: Body<Credentials>) -> Answer {
    let Credentials { email, password } = body.value;
    let turn = app.passwords.turn()?;
    let account = match Email::parse(&email) {
        Ok(email) => app.db.read(move |conn| accounts::find_by_email(conn, &email)).await?,
        Err(_) => None,
    };
    let known = account.as_ref().map(|account| account.password_hash.clone());
    let good = app.passwords.verify(turn, password, known).await?;
    let Some(account) = account.filter(|_| good) else {
        return Err(AccountRefusal::WrongCredentials.into());
    };
    account.may_log_in()?;
    let browser = Browser::of(&app, &request);
    let opened = app.db.write(move |tx| open(tx, account.id, &browser)).await?;
    welcome(&app, &opened)
}

/// Exchanges the refresh token for new tokens.
#[utoipa::path(post, path = "/v1/sessions/refresh", operation_id = "sessions_refresh", tag = "sessions", security(()), responses((status = 201, body = Opened)))]
pub async fn refresh(app: App, request: HttpRequest, _body: Body<Nothing>) -> Answer {
    let Some(cookie) = request.cookie(REFRESH_COOKIE) else {
        return Err(ended());
    };
    let hash = tokens::hash(cookie.value());
    let next = tokens::from_secret(app.db.world().secret());
    let next_hash = tokens::hash(&next);
    match app.db.write(move |tx| sessions::refresh(tx, &hash, &next_hash)).await? {
        Refreshed::Good(session) => {
            let corrupt = |_| Problem::internal();
            let opened = Opened {
                session: session.id.parse().map_err(corrupt)?,
                account: session.account_id.parse().map_err(corrupt)?,
                refresh: next,
            };
            welcome(&app, &opened)
        }
        Refreshed::Reused | Refreshed::Unknown => Err(ended()),
    }
}

/// My open sessions, the last used first.
#[utoipa::path(get, path = "/v1/sessions", operation_id = "sessions_list", tag = "sessions", responses((status = 200, body = Page<SessionView>)))]
pub async fn list(app: App, caller: Caller) -> Answer {
    let (account, now) = (caller.actor.account, app.now());
    let sessions = app.db.read(move |conn| sessions::list(conn, account, now)).await?;
    let items: Vec<SessionView> = sessions
        .into_iter()
        .filter_map(|session| SessionView::new(session, caller.session))
        .collect();
    reply::ok(&Page { items, next_page: None })
}

/// Logs out.
#[utoipa::path(delete, path = "/v1/sessions/current", operation_id = "sessions_delete_current", tag = "sessions", responses((status = 204)))]
pub async fn delete_current(app: App, caller: Caller) -> Answer {
    let session = caller.require_session()?;
    app.db.write(move |tx| sessions::end(tx, &caller.actor, session)).await?;
    let mut response = reply::no_content();
    for name in [ACCESS_COOKIE, REFRESH_COOKIE] {
        drop(response.add_cookie(&expired(name)));
    }
    drop(response.add_cookie(&hint(Duration::ZERO)));
    Ok(response)
}

/// Ends one of my sessions.
#[utoipa::path(delete, path = "/v1/sessions/{id}", operation_id = "sessions_delete", tag = "sessions", params(("id" = String, Path)), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, id: Path<SessionId>) -> Answer {
    caller.require_session()?;
    app.db.write(move |tx| sessions::end(tx, &caller.actor, *id)).await?;
    Ok(reply::no_content())
}

/// Opens a session in a transaction.
pub fn open(tx: &mut Tx<'_>, account: AccountId, browser: &Browser) -> Result<Opened, Error> {
    let refresh = tokens::from_secret(tx.secret());
    let (id, now) = (tx.id::<SessionId>(), tx.now());
    let session = Session {
        id: id.to_string(),
        account_id: account.to_string(),
        user_agent: browser.user_agent.clone(),
        ip: browser.ip.clone(),
        created_at: now.timestamp_millis(),
        last_seen_at: now.timestamp_millis(),
        expires_at: (now + TimeDelta::days(tokens::SESSION_DAYS)).timestamp_millis(),
        revoked_at: None,
    };
    sessions::insert(tx, &session, &tokens::hash(&refresh))?;
    Ok(Opened { session: id, account, refresh })
}

/// Answers with the cookies of a session.
pub fn welcome(app: &App, opened: &Opened) -> Answer {
    let access =
        app.keys.sign(opened.account, opened.session, app.now()).ok_or_else(Problem::internal)?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/v1/sessions/{}", opened.session)))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .cookie(cookie(ACCESS_COOKIE, access, Duration::minutes(tokens::ACCESS_MINUTES)))
        .cookie(cookie(
            REFRESH_COOKIE,
            opened.refresh.clone(),
            Duration::days(tokens::SESSION_DAYS),
        ))
        .cookie(hint(Duration::days(tokens::SESSION_DAYS)))
        .json(opened))
}

/// Refuses what comes from a session that is no more.
fn ended() -> Problem {
    Problem::unauthenticated()
        .with_header(header::SET_COOKIE, expired(ACCESS_COOKIE))
        .with_header(header::SET_COOKIE, hint(Duration::ZERO))
}

fn hint(age: Duration) -> Cookie<'static> {
    let value = if age.is_zero() { "" } else { "1" };
    let mut hint = cookie(HINT_COOKIE, value.to_owned(), age);
    hint.set_http_only(false);
    hint
}

fn cookie(name: &'static str, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(age)
        .finish()
}

fn expired(name: &'static str) -> Cookie<'static> {
    cookie(name, String::new(), Duration::ZERO)
}

impl SessionView {
    fn new(session: Session, current: Option<SessionId>) -> Option<Self> {
        Some(Self {
            current: current.is_some_and(|id| id.to_string() == session.id),
            created_at: DateTime::from_timestamp_millis(session.created_at)?,
            last_seen_at: DateTime::from_timestamp_millis(session.last_seen_at)?,
            id: session.id,
            user_agent: session.user_agent,
            ip: session.ip,
        })
    }
}
