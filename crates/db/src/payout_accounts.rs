//! Rows that say where a provider's money goes. What was typed is not among them, only its last characters.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    facts::Fact,
    ids::OrganizationId,
    payments::{Psp, pause},
    payout_accounts::{AccountState, PayoutAccount, Sighting},
    world::Instant,
};

use crate::{Conn, Error, Tx, facts, outgoings, schema::payout_accounts as rows};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rows, treat_none_as_null = true)]
struct Row {
    organization_id: String,
    version: i32,
    psp: String,
    reference: String,
    holder: String,
    ending: String,
    state: String,
    url: Option<String>,
    created_at: i64,
    check_at: Option<i64>,
    checks: i32,
}

/// Where a provider's money goes, if it said so.
pub fn find(conn: &mut Conn, of: OrganizationId) -> Result<Option<PayoutAccount>, Error> {
    let row: Option<Row> =
        rows::table.find(of.to_string()).select(Row::as_select()).first(conn).optional()?;
    row.map(PayoutAccount::try_from).transpose()
}

/// Keeps where its money goes; what it is owed already leaves.
pub fn set(tx: &mut Tx<'_>, actor: Option<&Actor>, account: &PayoutAccount) -> Result<(), Error> {
    write(tx, account)?;
    let organization = account.organization;
    if account.state == AccountState::Ready {
        facts::record(tx, actor, &[Fact::PayoutAccountSet { organization }])?;
        outgoings::pay_out_if_any(tx, organization)?;
    }
    Ok(())
}

fn write(tx: &mut Tx<'_>, account: &PayoutAccount) -> Result<(), Error> {
    let seen = rows::table
        .filter(rows::organization_id.eq(account.organization.to_string()))
        .filter(rows::version.eq(account.version));
    let row = Row::from(&PayoutAccount { version: account.version + 1, ..account.clone() });
    if diesel::update(seen).set(&row).execute(&mut **tx)? == 1 {
        return Ok(());
    }
    let inserted = diesel::insert_into(rows::table).values(&row).execute(&mut **tx);
    match inserted.map_err(Error::from) {
        // Someone set it meanwhile: the next try sees that.
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        outcome => outcome.map(|_| ()),
    }
}

/// The accounts about which the payment provider is to be asked now.
pub fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<PayoutAccount>, Error> {
    let due: Vec<Row> = rows::table
        .filter(rows::check_at.le(now.timestamp_millis()))
        .order((rows::check_at, rows::organization_id))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    due.into_iter().map(PayoutAccount::try_from).collect()
}

/// Takes one to ask for it. No when another did meanwhile.
pub fn claim(tx: &mut Tx<'_>, account: &PayoutAccount) -> Result<Option<PayoutAccount>, Error> {
    let Some(known) = find(tx, account.organization)? else { return Ok(None) };
    if known.version != account.version {
        return Ok(None);
    }
    let again_at = tx.now() + pause(known.checks);
    let claimed = PayoutAccount { check_at: Some(again_at), checks: known.checks + 1, ..known };
    write(tx, &claimed)?;
    Ok(Some(PayoutAccount { version: claimed.version + 1, ..claimed }))
}

/// Takes note of what the payment provider says.
pub fn note(tx: &mut Tx<'_>, of: OrganizationId, sighting: Sighting) -> Result<(), Error> {
    let now = tx.now();
    match find(tx, of)? {
        Some(account) => set(tx, None, &account.see(sighting, now)),
        None => Ok(()),
    }
}

/// The payment provider says, unasked, that something became of one: it is asked at once.
pub(crate) fn hint(tx: &mut Tx<'_>, psp: Psp, reference: &str) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let about =
        rows::table.filter(rows::psp.eq(psp.as_str())).filter(rows::reference.eq(reference));
    diesel::update(about)
        .set((rows::check_at.eq(Some(now)), rows::version.eq(rows::version + 1)))
        .execute(&mut **tx)?;
    Ok(())
}

/// A provider that is erased has nowhere to be paid to.
pub(crate) fn forget(tx: &mut Tx<'_>, of: OrganizationId) -> Result<(), Error> {
    diesel::delete(rows::table.find(of.to_string())).execute(&mut **tx)?;
    Ok(())
}

impl From<&PayoutAccount> for Row {
    fn from(account: &PayoutAccount) -> Self {
        Self {
            organization_id: account.organization.to_string(),
            version: account.version,
            psp: account.psp.as_str().to_owned(),
            reference: account.reference.clone(),
            holder: account.holder.clone(),
            ending: account.ending.clone(),
            state: account.state.as_str().to_owned(),
            url: account.url.clone(),
            created_at: account.created_at.timestamp_millis(),
            check_at: account.check_at.map(|at| at.timestamp_millis()),
            checks: i32::try_from(account.checks).unwrap_or(i32::MAX),
        }
    }
}

impl TryFrom<Row> for PayoutAccount {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("payout_accounts", &row.organization_id);
        Ok(Self {
            organization: row.organization_id.parse().map_err(|_| corrupt())?,
            version: row.version,
            psp: Psp::from_word(&row.psp).ok_or_else(corrupt)?,
            state: AccountState::from_word(&row.state).ok_or_else(corrupt)?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            check_at: row.check_at.and_then(Instant::from_timestamp_millis),
            checks: u32::try_from(row.checks).map_err(|_| corrupt())?,
            reference: row.reference,
            holder: row.holder,
            ending: row.ending,
            url: row.url,
        })
    }
}
