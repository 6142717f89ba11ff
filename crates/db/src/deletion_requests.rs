//! Rows of the wishes to be deleted.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    deletion_requests::{DeletionRefusal, DeletionRequest, DeletionState},
    ids::{DeletionRequestId, OrganizationId},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts, ledger, orders,
    page::{Slice, Window},
    schema::{deletion_requests, lots},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = deletion_requests, treat_none_as_null = true)]
struct Row {
    id: String,
    version: i32,
    organization_id: String,
    account_id: String,
    reason: String,
    state: String,
    requested_at: i64,
    due_at: i64,
    decided_at: Option<i64>,
    decided_by: Option<String>,
}

/// The request with this id.
pub fn get(conn: &mut Conn, id: DeletionRequestId) -> Result<DeletionRequest, Error> {
    deletion_requests::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The requests of an organization, the newest first.
pub fn list(
    conn: &mut Conn,
    organization: OrganizationId,
    window: &Window<String>,
) -> Result<Slice<DeletionRequest>, Error> {
    let mut query = deletion_requests::table
        .filter(deletion_requests::organization_id.eq(organization.to_string()))
        .order(deletion_requests::id.desc())
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some(after) = &window.after {
        query = query.filter(deletion_requests::id.lt(after));
    }
    complete(window.cut(query.load(conn)?))
}

/// The requests in a state, the first due first: the operator's queue.
pub fn by_due_date(
    conn: &mut Conn,
    state: DeletionState,
    window: &Window<(i64, String)>,
) -> Result<Slice<DeletionRequest>, Error> {
    let mut query = deletion_requests::table
        .filter(deletion_requests::state.eq(state.as_str()))
        .order((deletion_requests::due_at, deletion_requests::id))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((due_at, id)) = &window.after {
        let same_day = deletion_requests::due_at.eq(due_at).and(deletion_requests::id.gt(id));
        query = query.filter(deletion_requests::due_at.gt(due_at).or(same_day));
    }
    complete(window.cut(query.load(conn)?))
}

/// Whether an organization waits for its deletion.
pub fn is_open(conn: &mut Conn, organization: OrganizationId) -> Result<bool, Error> {
    let open = deletion_requests::table
        .filter(deletion_requests::organization_id.eq(organization.to_string()))
        .filter(deletion_requests::state.eq(DeletionState::Open.as_str()));
    Ok(open.select(deletion_requests::id).first::<String>(conn).optional()?.is_some())
}

/// Nobody is deleted to whom money belongs.
pub fn refuse_money(conn: &mut Conn, organization: OrganizationId) -> Result<(), Error> {
    if ledger::holds_for(conn, organization)? {
        return Err(DeletionRefusal::MoneyHeld.into());
    }
    Ok(())
}

/// How many missions of an organization go on, on either side: lots in work, and orders.
pub fn lots_in_work(conn: &mut Conn, organization: OrganizationId) -> Result<i64, Error> {
    let id = organization.to_string();
    let in_work = lots::table.filter(lots::state.eq("in_work"));
    let asked: i64 = in_work.filter(lots::organization_id.eq(&id)).count().get_result(conn)?;
    let taken: i64 = in_work.filter(lots::provider_id.eq(&id)).count().get_result(conn)?;
    Ok(asked + taken + orders::count_open(conn, organization)?)
}

/// Records a new request.
pub fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<DeletionRequest>,
) -> Result<DeletionRequest, Error> {
    diesel::insert_into(deletion_requests::table)
        .values(Row::from(&change.after))
        .execute(&mut **tx)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(change.after)
}

/// Records a decision about a request.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<DeletionRequest>,
) -> Result<DeletionRequest, Error> {
    let mut row = Row::from(&change.after);
    row.version += 1;
    let version = row.version;
    let seen = deletion_requests::table
        .filter(deletion_requests::id.eq(&row.id))
        .filter(deletion_requests::version.eq(change.after.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(DeletionRequest { version, ..change.after })
}

/// Erases why an organization ever wanted to go.
pub(crate) fn forget_reasons(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Error> {
    let own = deletion_requests::table
        .filter(deletion_requests::organization_id.eq(organization.to_string()));
    diesel::update(own).set(deletion_requests::reason.eq("")).execute(&mut **tx)?;
    Ok(())
}

fn complete(slice: Slice<Row>) -> Result<Slice<DeletionRequest>, Error> {
    let Slice { items, more } = slice;
    let items = items.into_iter().map(DeletionRequest::try_from).collect::<Result<_, _>>()?;
    Ok(Slice { items, more })
}

impl From<&DeletionRequest> for Row {
    fn from(request: &DeletionRequest) -> Self {
        Self {
            id: request.id.to_string(),
            version: request.version,
            organization_id: request.organization.to_string(),
            account_id: request.account.to_string(),
            reason: request.reason.clone(),
            state: request.state.as_str().to_owned(),
            requested_at: request.requested_at.timestamp_millis(),
            due_at: request.due_at.timestamp_millis(),
            decided_at: request.decided_at.map(|at| at.timestamp_millis()),
            decided_by: request.decided_by.map(|id| id.to_string()),
        }
    }
}

impl TryFrom<Row> for DeletionRequest {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("deletion_requests", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let account = |id: &str| id.parse().map_err(|_| corrupt());
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            organization: row.organization_id.parse().map_err(|_| corrupt())?,
            account: account(&row.account_id)?,
            state: DeletionState::from_word(&row.state).ok_or_else(corrupt)?,
            requested_at: instant(row.requested_at)?,
            due_at: instant(row.due_at)?,
            decided_at: row.decided_at.map(instant).transpose()?,
            decided_by: row.decided_by.as_deref().map(account).transpose()?,
            reason: row.reason,
        })
    }
}
