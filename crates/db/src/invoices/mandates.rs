//! Rows of the invoicing mandates. One is in force at most; those before it stay.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::OrganizationId,
    invoices::{Agent, Mandate},
    world::Instant,
};

use crate::{Conn, Error, Tx, facts, schema::invoicing_mandates};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = invoicing_mandates)]
struct Row {
    id: String,
    provider_id: String,
    text_version: String,
    agent_name: String,
    agent_siren: String,
    legal_name: String,
    legal_details: Option<String>,
    accepted_by: String,
    accepted_at: i64,
    revoked_at: Option<i64>,
}

/// The mandate of a provider that is in force.
pub fn in_force(conn: &mut Conn, provider: OrganizationId) -> Result<Option<Mandate>, Error> {
    let row: Option<Row> = invoicing_mandates::table
        .filter(invoicing_mandates::provider_id.eq(provider.to_string()))
        .filter(invoicing_mandates::revoked_at.is_null())
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Mandate::try_from).transpose()
}

/// The last mandate of a provider, in force or not.
pub fn last(conn: &mut Conn, provider: OrganizationId) -> Result<Option<Mandate>, Error> {
    let row: Option<Row> = invoicing_mandates::table
        .filter(invoicing_mandates::provider_id.eq(provider.to_string()))
        .order((invoicing_mandates::accepted_at.desc(), invoicing_mandates::id.desc()))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Mandate::try_from).transpose()
}

/// Records a new mandate. The one before ends with it.
pub fn give(tx: &mut Tx<'_>, actor: &Actor, change: Change<Mandate>) -> Result<Mandate, Error> {
    let mandate = change.after;
    end(tx, mandate.provider)?;
    let row = Row::of(&mandate);
    match diesel::insert_into(invoicing_mandates::table).values(&row).execute(&mut **tx) {
        Ok(_) => {}
        Err(error) => {
            let error = Error::from(error);
            return Err(if error.is_duplicate() { Error::Stale } else { error });
        }
    }
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(mandate)
}

/// Records that a mandate was revoked.
pub fn revoke(tx: &mut Tx<'_>, actor: &Actor, change: Change<Mandate>) -> Result<Mandate, Error> {
    if end(tx, change.after.provider)? != 1 {
        return Err(Error::Stale);
    }
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(change.after)
}

fn end(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<usize, Error> {
    let now = tx.now().timestamp_millis();
    let in_force = invoicing_mandates::table
        .filter(invoicing_mandates::provider_id.eq(provider.to_string()))
        .filter(invoicing_mandates::revoked_at.is_null());
    Ok(diesel::update(in_force)
        .set(invoicing_mandates::revoked_at.eq(Some(now)))
        .execute(&mut **tx)?)
}

/// A provider that is gone has nothing issued in its name any more.
pub(crate) fn end_of(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<(), Error> {
    end(tx, provider).map(|_| ())
}

impl Row {
    fn of(mandate: &Mandate) -> Self {
        Self {
            id: mandate.id.to_string(),
            provider_id: mandate.provider.to_string(),
            text_version: mandate.text_version.clone(),
            agent_name: mandate.agent.name.clone(),
            agent_siren: mandate.agent.siren.clone(),
            legal_name: mandate.legal_name.clone(),
            legal_details: mandate.legal_details.clone(),
            accepted_by: mandate.accepted_by.to_string(),
            accepted_at: mandate.accepted_at.timestamp_millis(),
            revoked_at: mandate.revoked_at.map(|at| at.timestamp_millis()),
        }
    }
}

impl TryFrom<Row> for Mandate {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("invoicing_mandates", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            accepted_by: row.accepted_by.parse().map_err(|_| corrupt())?,
            accepted_at: instant(row.accepted_at)?,
            revoked_at: row.revoked_at.map(instant).transpose()?,
            agent: Agent { name: row.agent_name.clone(), siren: row.agent_siren.clone() },
            text_version: row.text_version.clone(),
            legal_name: row.legal_name.clone(),
            legal_details: row.legal_details.clone(),
        })
    }
}
