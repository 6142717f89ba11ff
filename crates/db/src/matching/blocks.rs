//! Between whom no tender passes: a provider that blocked a client neither hears of its tenders nor finds them.

use std::collections::BTreeSet;

use diesel::{dsl::sql, prelude::*, sql_types::Bool};
use estrade_domain::{conversations::ConversationState, ids::OrganizationId};

use crate::{Conn, Error, schema::conversations};

/// The clients that a provider no longer wants to hear from.
pub(super) fn clients_blocked_by(
    conn: &mut Conn,
    provider: OrganizationId,
) -> Result<Vec<String>, Error> {
    Ok(conversations::table
        .filter(conversations::provider_id.eq(provider.to_string()))
        .filter(conversations::state.eq(ConversationState::Blocked.as_str()))
        // The words of a partial index.
        .filter(sql::<Bool>("state <> 'open'"))
        .select(conversations::client_id)
        .load(conn)?)
}

/// The providers that no longer want to hear from a client.
pub(super) fn providers_that_blocked(
    conn: &mut Conn,
    client: OrganizationId,
) -> Result<BTreeSet<String>, Error> {
    let providers: Vec<String> = conversations::table
        .filter(conversations::client_id.eq(client.to_string()))
        .filter(conversations::state.eq(ConversationState::Blocked.as_str()))
        .filter(sql::<Bool>("state <> 'open'"))
        .select(conversations::provider_id)
        .load(conn)?;
    Ok(providers.into_iter().collect())
}
