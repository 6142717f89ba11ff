//! Rows of integrators' keys, kept as hashes.

use diesel::prelude::*;
use estrade_domain::{ids::AccountId, world::Instant};

use crate::{Conn, Error, schema::api_keys};

/// A key that is good now.
#[derive(Debug, Clone)]
pub struct LiveKey {
    /// Who acts with it.
    pub account: AccountId,
    /// What it may do.
    pub scopes: Vec<String>,
}

/// The key with this hash, unless it was revoked or has expired.
pub fn find_live(conn: &mut Conn, hash: &str, now: Instant) -> Result<Option<LiveKey>, Error> {
    let row: Option<(String, String)> = api_keys::table
        .filter(api_keys::hash.eq(hash))
        .filter(api_keys::revoked_at.is_null())
        .filter(api_keys::expires_at.is_null().or(api_keys::expires_at.gt(now.timestamp_millis())))
        .select((api_keys::account_id, api_keys::scopes))
        .first(conn)
        .optional()?;
    row.map(|(account, scopes)| {
        Ok(LiveKey {
            account: account.parse().map_err(|_| Error::corrupt("api_keys", hash))?,
            scopes: scopes.split(' ').map(str::to_owned).collect(),
        })
    })
    .transpose()
}
