//! Answers of POSTs that carried an `Idempotency-Key`.

use diesel::prelude::*;

use crate::{Conn, Error, Tx, schema::idempotency_keys};

/// What was asked and answered.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = idempotency_keys)]
pub struct Stored {
    /// Method, path and hash of the body.
    #[diesel(column_name = request_hash)]
    pub fingerprint: String,
    /// The HTTP status.
    pub status: i32,
    /// The body.
    pub response: String,
    /// The `Location` header.
    pub location: Option<String>,
}

/// What this account was answered under this key.
pub fn find(conn: &mut Conn, account: &str, key: &str) -> Result<Option<Stored>, Error> {
    Ok(idempotency_keys::table
        .find((account, key))
        .select(Stored::as_select())
        .first(conn)
        .optional()?)
}

/// Keeps an answer. Two at the same moment: the second begins again and finds the first's.
pub fn insert(tx: &mut Tx<'_>, account: &str, key: &str, stored: &Stored) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let inserted = diesel::insert_into(idempotency_keys::table)
        .values((
            idempotency_keys::account_id.eq(account),
            idempotency_keys::key.eq(key),
            idempotency_keys::request_hash.eq(&stored.fingerprint),
            idempotency_keys::status.eq(stored.status),
            idempotency_keys::response.eq(&stored.response),
            idempotency_keys::location.eq(&stored.location),
            idempotency_keys::created_at.eq(now),
        ))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        Err(error) => Err(error),
        Ok(_) => Ok(()),
    }
}
