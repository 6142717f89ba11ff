//! Digests of what identified the parties that were erased: to know it when it comes again, not to name it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use diesel::prelude::*;
use estrade_domain::{ids::DeletionRequestId, text::Handle, words};
use sha2::{Digest, Sha256};

use crate::{Conn, Error, Tx, schema::erased_identifiers};

words! {
    /// What it was.
    pub enum Identifier {
        /// The pseudo, which nobody takes again (S1-018).
        Handle = "handle",
    }
}

/// Whether someone who was erased had this pseudo.
pub fn had_handle(conn: &mut Conn, handle: &Handle) -> Result<bool, Error> {
    let known = erased_identifiers::table
        .filter(erased_identifiers::kind.eq(Identifier::Handle.as_str()))
        .filter(erased_identifiers::digest.eq(digest(handle.as_str())));
    let known: Option<String> =
        known.select(erased_identifiers::request_id).first(conn).optional()?;
    Ok(known.is_some())
}

/// Keeps what an erasure takes away.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    request: DeletionRequestId,
    kind: Identifier,
    value: &str,
) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::insert_into(erased_identifiers::table)
        .values((
            erased_identifiers::kind.eq(kind.as_str()),
            erased_identifiers::digest.eq(digest(value)),
            erased_identifiers::request_id.eq(request.to_string()),
            erased_identifiers::erased_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

fn digest(value: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(value))
}
