//! Rows that say where a provider's money goes. What was typed is not among them, only its last characters.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor, facts::Fact, ids::OrganizationId, payments::Psp, payout_accounts::PayoutAccount,
    world::Instant,
};

use crate::{Conn, Error, Tx, facts, outgoings, schema::payout_accounts as rows};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rows)]
struct Row {
    organization_id: String,
    version: i32,
    psp: String,
    reference: String,
    holder: String,
    ending: String,
    created_at: i64,
}

/// Where a provider's money goes, if it said so.
pub fn find(conn: &mut Conn, of: OrganizationId) -> Result<Option<PayoutAccount>, Error> {
    let row: Option<Row> =
        rows::table.find(of.to_string()).select(Row::as_select()).first(conn).optional()?;
    row.map(PayoutAccount::try_from).transpose()
}

/// Keeps where its money goes; what it is owed already leaves soon.
pub fn set(tx: &mut Tx<'_>, actor: &Actor, account: &PayoutAccount) -> Result<(), Error> {
    let version = find(tx, account.organization)?.map_or(0, |known| known.version) + 1;
    let row = Row {
        organization_id: account.organization.to_string(),
        version,
        psp: account.psp.as_str().to_owned(),
        reference: account.reference.clone(),
        holder: account.holder.clone(),
        ending: account.ending.clone(),
        created_at: tx.now().timestamp_millis(),
    };
    let known = diesel::update(rows::table.find(&row.organization_id)).set(&row);
    if known.execute(&mut **tx)? == 0 {
        diesel::insert_into(rows::table).values(&row).execute(&mut **tx)?;
    }
    let organization = account.organization;
    facts::record(tx, Some(actor), &[Fact::PayoutAccountSet { organization }])?;
    outgoings::schedule_payout(tx, organization)
}

/// A provider that is erased has nowhere to be paid to.
pub(crate) fn forget(tx: &mut Tx<'_>, of: OrganizationId) -> Result<(), Error> {
    diesel::delete(rows::table.find(of.to_string())).execute(&mut **tx)?;
    Ok(())
}

impl TryFrom<Row> for PayoutAccount {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("payout_accounts", &row.organization_id);
        Ok(Self {
            organization: row.organization_id.parse().map_err(|_| corrupt())?,
            version: row.version,
            psp: Psp::from_word(&row.psp).ok_or_else(corrupt)?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            reference: row.reference,
            holder: row.holder,
            ending: row.ending,
        })
    }
}
