//! Rows of integrators' keys, kept as hashes.

use chrono::TimeDelta;
use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    api_keys::{ApiKey, KEYS_MAX, Scope},
    change::Change,
    facts::Fact,
    ids::{AccountId, ApiKeyId},
    world::Instant,
};

use crate::{Conn, Error, Tx, facts, schema::api_keys};

/// How old the note of a key's last use may be.
const USE_NOTED_EVERY: TimeDelta = TimeDelta::minutes(1);

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = api_keys)]
struct Row {
    id: String,
    account_id: String,
    name: String,
    hint: String,
    scopes: String,
    created_at: i64,
    expires_at: Option<i64>,
    last_used_at: Option<i64>,
}

/// The key with this hash, unless it was revoked or has expired.
pub fn find_live(conn: &mut Conn, hash: &str, now: Instant) -> Result<Option<ApiKey>, Error> {
    api_keys::table
        .filter(api_keys::hash.eq(hash))
        .filter(api_keys::revoked_at.is_null())
        .filter(api_keys::expires_at.is_null().or(api_keys::expires_at.gt(now.timestamp_millis())))
        .select(Row::as_select())
        .first(conn)
        .optional()?
        .map(ApiKey::try_from)
        .transpose()
}

/// Whether a key of this account is neither revoked nor expired.
pub fn is_live(
    conn: &mut Conn,
    id: ApiKeyId,
    account: AccountId,
    now: Instant,
) -> Result<bool, Error> {
    let live = api_keys::table
        .filter(api_keys::id.eq(id.to_string()))
        .filter(api_keys::account_id.eq(account.to_string()))
        .filter(api_keys::revoked_at.is_null())
        .filter(api_keys::expires_at.is_null().or(api_keys::expires_at.gt(now.timestamp_millis())));
    Ok(live.select(api_keys::id).first::<String>(conn).optional()?.is_some())
}

/// Whether the note of its last use is old enough to be written again.
#[must_use]
pub fn is_use_to_be_noted(key: &ApiKey, now: Instant) -> bool {
    key.last_used_at.is_none_or(|at| now - at >= USE_NOTED_EVERY)
}

/// Notes that a key was used. Two requests at the same moment note the same: no version is needed.
pub fn note_use(tx: &mut Tx<'_>, id: ApiKeyId) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::update(api_keys::table.filter(api_keys::id.eq(id.to_string())))
        .set(api_keys::last_used_at.eq(Some(now)))
        .execute(&mut **tx)?;
    Ok(())
}

/// The keys of an account that are not revoked, the newest first.
pub fn list(conn: &mut Conn, account: AccountId) -> Result<Vec<ApiKey>, Error> {
    api_keys::table
        .filter(api_keys::account_id.eq(account.to_string()))
        .filter(api_keys::revoked_at.is_null())
        .order((api_keys::created_at.desc(), api_keys::id.desc()))
        .limit(i64::try_from(KEYS_MAX).unwrap_or(i64::MAX))
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(ApiKey::try_from)
        .collect()
}

/// Records a new key under its hash.
pub fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<ApiKey>,
    hash: &str,
) -> Result<ApiKey, Error> {
    let row = Row::from(&change.after);
    diesel::insert_into(api_keys::table)
        .values((row, api_keys::hash.eq(hash)))
        .execute(&mut **tx)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(change.after)
}

/// Revokes a key of this account.
pub fn revoke(tx: &mut Tx<'_>, actor: &Actor, id: ApiKeyId) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let own = api_keys::table
        .filter(api_keys::id.eq(id.to_string()))
        .filter(api_keys::account_id.eq(actor.account.to_string()))
        .filter(api_keys::revoked_at.is_null());
    if diesel::update(own).set(api_keys::revoked_at.eq(Some(now))).execute(&mut **tx)? != 1 {
        return Err(Error::NotFound);
    }
    let fact = Fact::ApiKeyRevoked { api_key: id, account: actor.account };
    facts::record(tx, Some(actor), &[fact])
}

/// Revokes all keys of an account: it ends, or its password was changed because someone may know it.
pub fn revoke_all(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let own = api_keys::table
        .filter(api_keys::account_id.eq(account.to_string()))
        .filter(api_keys::revoked_at.is_null());
    diesel::update(own).set(api_keys::revoked_at.eq(Some(now))).execute(&mut **tx)?;
    Ok(())
}

impl From<&ApiKey> for Row {
    fn from(key: &ApiKey) -> Self {
        let scopes: Vec<&str> = key.scopes.iter().map(|scope| scope.as_str()).collect();
        Self {
            id: key.id.to_string(),
            account_id: key.account.to_string(),
            name: key.name.clone(),
            hint: key.hint.clone(),
            scopes: scopes.join(" "),
            created_at: key.created_at.timestamp_millis(),
            expires_at: key.expires_at.map(|at| at.timestamp_millis()),
            last_used_at: key.last_used_at.map(|at| at.timestamp_millis()),
        }
    }
}

impl TryFrom<Row> for ApiKey {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("api_keys", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            account: row.account_id.parse().map_err(|_| corrupt())?,
            scopes: row
                .scopes
                .split(' ')
                .map(|word| Scope::from_word(word).ok_or_else(corrupt))
                .collect::<Result<_, _>>()?,
            created_at: instant(row.created_at)?,
            expires_at: row.expires_at.map(instant).transpose()?,
            last_used_at: row.last_used_at.map(instant).transpose()?,
            name: row.name,
            hint: row.hint,
        })
    }
}
