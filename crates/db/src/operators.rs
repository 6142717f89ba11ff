//! Names who runs the marketplace: the first operator with its organization, the others into it.

use diesel::prelude::*;
use estrade_domain::{
    accounts::Account,
    fields::Fields,
    ids::OrganizationId,
    operators,
    text::{Email, Handle},
    world::Instant,
};

use crate::{
    Conn, Error, Tx,
    accounts::{self, LinkPurpose},
    organizations, schema,
};

/// Makes an operator, or gives one its access again. `link_hash` is of the link with which it chooses its
/// password until `expires_at`; `password_hash` is of a password that nobody knows.
pub fn name(
    tx: &mut Tx<'_>,
    email: &Email,
    password_hash: &str,
    link: (&str, Instant),
) -> Result<Account, Error> {
    let change = if let Some(account) = accounts::find_holder(tx, email)? {
        let kind = organizations::get(tx, account.organization)?.kind;
        operators::again(account, kind)?
    } else {
        let ids = (tx.id(), party(tx)?);
        let change = operators::newcomer(ids, email.clone(), password_hash.to_owned(), tx.now());
        accounts::insert(tx, &change.after)?;
        change
    };
    let account = accounts::record(tx, None, change)?;
    accounts::void_links(tx, account.id, LinkPurpose::PasswordReset)?;
    accounts::insert_link(tx, account.id, LinkPurpose::PasswordReset, link.0, link.1)?;
    Ok(account)
}

/// The operators' organization; founded when there is none.
fn party(tx: &mut Tx<'_>) -> Result<OrganizationId, Error> {
    if let Some(known) = organizations::operators(tx)?.first() {
        return Ok(*known);
    }
    let id: OrganizationId = tx.id();
    let handle = free_handle(tx, id)?;
    let party = operators::party(id, handle, tx.now());
    organizations::insert(tx, &party)?;
    Ok(id)
}

fn free_handle(conn: &mut Conn, id: OrganizationId) -> Result<Handle, Error> {
    use schema::organizations::{handle, id as known_id, table};
    let taken: Option<String> =
        table.filter(handle.eq(operators::HANDLE)).select(known_id).first(conn).optional()?;
    let id = id.to_string();
    let wanted = match taken {
        None => operators::HANDLE.to_owned(),
        Some(_) => format!("{}-{}", operators::HANDLE, &id[id.len().saturating_sub(8)..]),
    };
    Handle::parse(&wanted).map_err(|wrong| Fields::one("/handle", wrong).into())
}
