//! Rows of browsers' sessions and their rotating refresh tokens.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    facts::Fact,
    ids::{AccountId, SessionId},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts,
    schema::{refresh_tokens, sessions},
};

/// A browser's session.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// Whose.
    pub account_id: String,
    /// What the browser says it is.
    pub user_agent: String,
    /// Where it was opened from.
    pub ip: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds of the last refresh.
    pub last_seen_at: i64,
    /// Unix milliseconds.
    pub expires_at: i64,
    /// Unix milliseconds.
    pub revoked_at: Option<i64>,
}

/// What became of a refresh token.
pub enum Refreshed {
    /// It was good; its session lives on.
    Good(Session),
    /// It came a second time: its session is revoked.
    Reused,
    /// Nobody knows it, or its session has ended.
    Unknown,
}

/// Opens a session with its first refresh token.
pub fn insert(tx: &mut Tx<'_>, session: &Session, refresh_hash: &str) -> Result<(), Error> {
    diesel::insert_into(sessions::table).values(session).execute(&mut **tx)?;
    insert_refresh(tx, &session.id, refresh_hash)
}

/// Whether the session of an access token still lives.
pub fn is_live(
    conn: &mut Conn,
    id: SessionId,
    account: AccountId,
    now: Instant,
) -> Result<bool, Error> {
    let live = live(now)
        .filter(sessions::id.eq(id.to_string()))
        .filter(sessions::account_id.eq(account.to_string()));
    Ok(live.select(sessions::id).first::<String>(conn).optional()?.is_some())
}

/// The live sessions of an account, the last used first.
pub fn list(conn: &mut Conn, account: AccountId, now: Instant) -> Result<Vec<Session>, Error> {
    Ok(live(now)
        .filter(sessions::account_id.eq(account.to_string()))
        .order(sessions::last_seen_at.desc())
        .limit(100)
        .select(Session::as_select())
        .load(conn)?)
}

/// Ends a session of whoever acts: it signs out, or does so for another browser.
pub fn end(tx: &mut Tx<'_>, actor: &Actor, id: SessionId) -> Result<(), Error> {
    revoke(tx, id, actor.account)?;
    let fact = Fact::SessionEnded { session: id, account: actor.account };
    facts::record(tx, Some(actor), &[fact])
}

fn revoke(tx: &mut Tx<'_>, id: SessionId, account: AccountId) -> Result<(), Error> {
    let now = tx.now();
    let own = sessions::table
        .filter(sessions::id.eq(id.to_string()))
        .filter(sessions::account_id.eq(account.to_string()))
        .filter(sessions::revoked_at.is_null());
    let ended = diesel::update(own)
        .set(sessions::revoked_at.eq(Some(now.timestamp_millis())))
        .execute(&mut **tx)?;
    if ended == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Ends all sessions of an account, but perhaps one.
pub fn revoke_all(
    tx: &mut Tx<'_>,
    account: AccountId,
    but: Option<SessionId>,
) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let kept = but.map(|id| id.to_string()).unwrap_or_default();
    let own = sessions::table
        .filter(sessions::account_id.eq(account.to_string()))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::id.ne(kept));
    diesel::update(own).set(sessions::revoked_at.eq(Some(now))).execute(&mut **tx)?;
    Ok(())
}

/// Spends a refresh token and keeps its successor.
pub fn refresh(tx: &mut Tx<'_>, hash: &str, next_hash: &str) -> Result<Refreshed, Error> {
    let now = tx.now();
    let known: Option<(String, Option<i64>)> = refresh_tokens::table
        .find(hash)
        .select((refresh_tokens::session_id, refresh_tokens::used_at))
        .first(&mut **tx)
        .optional()?;
    let Some((session_id, used_at)) = known else {
        return Ok(Refreshed::Unknown);
    };
    let session: Option<Session> = live(now)
        .filter(sessions::id.eq(&session_id))
        .select(Session::as_select())
        .first(&mut **tx)
        .optional()?;
    let Some(session) = session else {
        return Ok(Refreshed::Unknown);
    };
    if used_at.is_some() {
        return revoke_stolen(tx, &session);
    }
    let unused = refresh_tokens::table
        .filter(refresh_tokens::hash.eq(hash))
        .filter(refresh_tokens::used_at.is_null());
    let spent = diesel::update(unused)
        .set(refresh_tokens::used_at.eq(Some(now.timestamp_millis())))
        .execute(&mut **tx)?;
    if spent != 1 {
        return Err(Error::Stale);
    }
    insert_refresh(tx, &session.id, next_hash)?;
    diesel::update(sessions::table.filter(sessions::id.eq(&session.id)))
        .set(sessions::last_seen_at.eq(now.timestamp_millis()))
        .execute(&mut **tx)?;
    Ok(Refreshed::Good(session))
}

fn revoke_stolen(tx: &mut Tx<'_>, session: &Session) -> Result<Refreshed, Error> {
    let corrupt = || Error::corrupt("sessions", &session.id);
    let id: SessionId = session.id.parse().map_err(|_| corrupt())?;
    let account: AccountId = session.account_id.parse().map_err(|_| corrupt())?;
    revoke(tx, id, account)?;
    facts::record(tx, None, &[Fact::SessionCompromised { session: id, account }])?;
    Ok(Refreshed::Reused)
}

fn insert_refresh(tx: &mut Tx<'_>, session_id: &str, hash: &str) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::hash.eq(hash),
            refresh_tokens::session_id.eq(session_id),
            refresh_tokens::issued_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn live(now: Instant) -> _ {
    let moment: i64 = now.timestamp_millis();
    sessions::table.filter(sessions::revoked_at.is_null()).filter(sessions::expires_at.gt(moment))
}
