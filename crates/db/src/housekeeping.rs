//! Rows that have served: removed some at a time, oldest first, so that no one waits for it.

use chrono::TimeDelta;
use diesel::prelude::*;
use estrade_domain::world::Instant;

use crate::{
    Error, Tx, conversations,
    erased_identifiers::Identifier,
    schema::{
        account_tokens, contact_messages, erased_identifiers, idempotency_keys, mails,
        refresh_tokens, sessions,
    },
};

/// At most about so many rows of a table in one transaction.
const SOME: i64 = 500;

/// How long each kind of row is kept.
const IDEMPOTENCY_KEYS: TimeDelta = TimeDelta::hours(24);
/// Beyond its expiry a link only tells that it is spent.
const LINKS: TimeDelta = TimeDelta::days(1);
const SESSIONS: TimeDelta = TimeDelta::days(90);
const MAILS: TimeDelta = TimeDelta::days(90);
/// What was written to the operator, from its end on: long enough to come back to it (S4-022).
const CONTACT_MESSAGES: TimeDelta = TimeDelta::days(365);

/// By then nobody is taken for who comes and goes; the pseudo alone stays, and for good (S1-018).
const ERASED_IDENTIFIERS: TimeDelta = TimeDelta::days(3 * 365);

/// Removes some rows that have served; says how many.
pub fn tidy(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let now = tx.now();
    let kept_for_days = idempotency_keys(tx, now)? + links(tx, now)?;
    let kept_for_months = sessions(tx, now)? + mails(tx, now)?;
    let kept_for_years = contact_messages(tx, now)? + erased(tx, now)?;
    // And what is older than its index is indexed, some at a time too.
    Ok(kept_for_days + kept_for_months + kept_for_years + conversations::index_older(tx)?)
}

fn before(now: Instant, kept: TimeDelta) -> i64 {
    (now - kept).timestamp_millis()
}

fn idempotency_keys(tx: &mut Tx<'_>, now: Instant) -> Result<usize, Error> {
    use idempotency_keys::{created_at, table};
    let old: Vec<i64> = table
        .filter(created_at.le(before(now, IDEMPOTENCY_KEYS)))
        .order(created_at)
        .limit(SOME)
        .select(created_at)
        .load(&mut **tx)?;
    let Some(last) = old.last() else { return Ok(0) };
    Ok(diesel::delete(table.filter(created_at.le(last))).execute(&mut **tx)?)
}

fn links(tx: &mut Tx<'_>, now: Instant) -> Result<usize, Error> {
    use account_tokens::{expires_at, hash, table};
    let old: Vec<String> = table
        .filter(expires_at.le(before(now, LINKS)))
        .order(expires_at)
        .limit(SOME)
        .select(hash)
        .load(&mut **tx)?;
    Ok(diesel::delete(table.filter(hash.eq_any(&old))).execute(&mut **tx)?)
}

/// A session that ended long ago, with its tokens.
fn sessions(tx: &mut Tx<'_>, now: Instant) -> Result<usize, Error> {
    let old: Vec<String> = sessions::table
        .filter(sessions::expires_at.le(before(now, SESSIONS)))
        .order(sessions::expires_at)
        .limit(SOME / 10)
        .select(sessions::id)
        .load(&mut **tx)?;
    if old.is_empty() {
        return Ok(0);
    }
    let tokens = refresh_tokens::table.filter(refresh_tokens::session_id.eq_any(&old));
    diesel::delete(tokens).execute(&mut **tx)?;
    Ok(diesel::delete(sessions::table.filter(sessions::id.eq_any(&old))).execute(&mut **tx)?)
}

fn mails(tx: &mut Tx<'_>, now: Instant) -> Result<usize, Error> {
    let old: Vec<String> = mails::table
        .filter(mails::created_at.le(before(now, MAILS)))
        .order(mails::created_at)
        .limit(SOME)
        .select(mails::id)
        .load(&mut **tx)?;
    Ok(diesel::delete(mails::table.filter(mails::id.eq_any(&old))).execute(&mut **tx)?)
}

fn contact_messages(tx: &mut Tx<'_>, now: Instant) -> Result<usize, Error> {
    let old: Vec<String> = contact_messages::table
        .filter(contact_messages::ended_at.le(before(now, CONTACT_MESSAGES)))
        .order(contact_messages::ended_at)
        .limit(SOME)
        .select(contact_messages::id)
        .load(&mut **tx)?;
    let old = contact_messages::table.filter(contact_messages::id.eq_any(&old));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}

fn erased(tx: &mut Tx<'_>, now: Instant) -> Result<usize, Error> {
    use erased_identifiers::{erased_at, kind, table};
    let old = table
        .filter(kind.ne(Identifier::Handle.as_str()))
        .filter(erased_at.le(before(now, ERASED_IDENTIFIERS)));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
