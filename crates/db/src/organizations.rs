//! Rows of the parties, with their trades and départements.

mod rows;

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    change::Change,
    deadlines::DeadlineAction,
    fields::Fields,
    ids::{FactId, OrganizationId},
    organizations::{
        LegalKind, Organization, OrganizationRefusal, OrganizationState, Subscription,
    },
    refusal::Explain,
    reviews::Stars,
    text::Handle,
};

use self::rows::Row;
use crate::{
    Conn, Error, Tx, conversations, deadlines, directory, erased_identifiers, facts, files,
    schema::{organization_departements, organization_trades, organizations},
};

/// The organization with this id.
pub fn get(conn: &mut Conn, id: OrganizationId) -> Result<Organization, Error> {
    let row = organizations::table.find(id.to_string()).select(Row::as_select()).first(conn)?;
    complete(conn, row)
}

/// Whether anyone has registered.
pub fn any(conn: &mut Conn) -> Result<bool, Error> {
    let someone: Option<String> =
        organizations::table.select(organizations::id).first(conn).optional()?;
    Ok(someone.is_some())
}

/// A party in short, as it is named beside something else.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its id.
    pub id: OrganizationId,
    /// Client, provider or operator.
    pub kind: OrganizationKind,
    /// Its pseudo.
    pub handle: String,
    /// Its name.
    pub name: String,
    /// What it is before the law.
    pub legal_kind: LegalKind,
}

/// Some parties in short, in one query whatever their number.
pub fn heads(conn: &mut Conn, ids: &[OrganizationId]) -> Result<Vec<Head>, Error> {
    let ids: BTreeSet<String> = ids.iter().map(ToString::to_string).collect();
    let rows: Vec<(String, String, String, String, String)> = organizations::table
        .filter(organizations::id.eq_any(ids))
        .select((
            organizations::id,
            organizations::kind,
            organizations::handle,
            organizations::name,
            organizations::legal_kind,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, kind, handle, name, legal_kind)| {
            let corrupt = || Error::corrupt("organizations", &id);
            Ok(Head {
                id: id.parse().map_err(|_| corrupt())?,
                kind: OrganizationKind::from_word(&kind).ok_or_else(corrupt)?,
                legal_kind: LegalKind::from_word(&legal_kind).ok_or_else(corrupt)?,
                handle,
                name,
            })
        })
        .collect()
}

/// The main trades of some providers, in one query whatever their number; who has none is absent.
pub fn main_trades(
    conn: &mut Conn,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, String>, Error> {
    let ids: BTreeSet<String> = ids.iter().map(ToString::to_string).collect();
    let rows: Vec<(String, String)> = organization_trades::table
        .filter(organization_trades::organization_id.eq_any(ids))
        .filter(organization_trades::main.eq(true))
        .select((organization_trades::organization_id, organization_trades::trade))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, trade)| {
            let id = id.parse().map_err(|_| Error::corrupt("organization_trades", &id))?;
            Ok((id, trade))
        })
        .collect()
}

/// The subscriptions of some providers, in one query; who has none is absent.
pub(crate) fn plans(
    conn: &mut Conn,
    ids: &[String],
) -> Result<HashMap<OrganizationId, Subscription>, Error> {
    let rows: Vec<Row> = organizations::table
        .filter(organizations::id.eq_any(ids))
        .select(Row::as_select())
        .load(conn)?;
    let mut plans = HashMap::new();
    for row in rows {
        if let Some(subscription) = row.subscription()? {
            let id = row.id.parse().map_err(|_| Error::corrupt("organizations", &row.id))?;
            plans.insert(id, subscription);
        }
    }
    Ok(plans)
}

/// The open organization with this handle.
pub fn find_by_handle(conn: &mut Conn, handle: &str) -> Result<Organization, Error> {
    let row = organizations::table
        .filter(organizations::handle.eq(handle))
        .filter(organizations::state.eq(OrganizationState::Open.as_str()))
        .select(Row::as_select())
        .first(conn)?;
    complete(conn, row)
}

/// The parties that run the marketplace.
pub fn operators(conn: &mut Conn) -> Result<Vec<OrganizationId>, Error> {
    let operators: Vec<String> = organizations::table
        .filter(organizations::kind.eq(OrganizationKind::Operator.as_str()))
        .filter(organizations::state.eq(OrganizationState::Open.as_str()))
        .order((organizations::created_at, organizations::id))
        .select(organizations::id)
        .load(conn)?;
    operators.iter().map(|id| id.parse().map_err(|_| Error::corrupt("organizations", id))).collect()
}

/// Refuses a newcomer whose handle someone has, or had until it was erased (S1-018).
pub fn refuse_taken(conn: &mut Conn, handle: &Handle) -> Result<(), Error> {
    let holder = organizations::table.filter(organizations::handle.eq(handle.as_str()));
    let holder: Option<String> = holder.select(organizations::id).first(conn).optional()?;
    if holder.is_some() || erased_identifiers::had_handle(conn, handle)? {
        return Err(handle_taken());
    }
    Ok(())
}

fn handle_taken() -> Error {
    Fields::one("/handle", OrganizationRefusal::HandleTaken.explain()).into()
}

/// Records a new organization. A handle that is taken is a wrong field of the registration.
pub fn insert(tx: &mut Tx<'_>, organization: &Organization) -> Result<(), Error> {
    let row = Row::new(organization, tx.now())?;
    match diesel::insert_into(organizations::table)
        .values(&row)
        .execute(&mut **tx)
        .map_err(Error::from)
    {
        Err(error) if error.is_duplicate() => return Err(handle_taken()),
        outcome => outcome?,
    };
    insert_area(tx, organization)
}

/// Records an organization as it is now; `organization.version` is the version that was seen.
pub fn update(tx: &mut Tx<'_>, organization: &Organization) -> Result<(), Error> {
    let mut row = Row::new(organization, tx.now())?;
    row.version += 1;
    let known = organizations::table.find(&row.id).select(organizations::name);
    let name: String = known.first(&mut **tx)?;
    let seen = organizations::table
        .filter(organizations::id.eq(&row.id))
        .filter(organizations::version.eq(organization.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    diesel::delete(
        organization_trades::table.filter(organization_trades::organization_id.eq(&row.id)),
    )
    .execute(&mut **tx)?;
    diesel::delete(
        organization_departements::table
            .filter(organization_departements::organization_id.eq(&row.id)),
    )
    .execute(&mut **tx)?;
    insert_area(tx, organization)?;
    if name != organization.name {
        conversations::rename(tx, organization)?;
    }
    directory::refresh(tx, organization.id)
}

/// The provider was asked to confirm; `answers` is 1 when it answered and 0 when it stayed silent.
pub(crate) fn count_asked(
    tx: &mut Tx<'_>,
    provider: OrganizationId,
    answers: i32,
) -> Result<(), Error> {
    diesel::update(organizations::table.find(provider.to_string()))
        .set((
            organizations::asked_count.eq(organizations::asked_count + 1),
            organizations::answered_count.eq(organizations::answered_count + answers),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The provider was given a note.
pub(crate) fn count_note(
    tx: &mut Tx<'_>,
    provider: OrganizationId,
    stars: Stars,
) -> Result<(), Error> {
    diesel::update(organizations::table.find(provider.to_string()))
        .set((
            organizations::rating_sum.eq(organizations::rating_sum + stars.count()),
            organizations::rating_count.eq(organizations::rating_count + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Records a change of the sheet, with the pictures that it shows.
pub fn record_sheet(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Organization>,
) -> Result<Organization, Error> {
    files::hang_on_sheet(tx, actor, &change.after)?;
    record(tx, Some(actor), change)
}

/// Records a decision about an organization.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<Organization>,
) -> Result<Organization, Error> {
    let Change { after, facts, .. } = change;
    update(tx, &after)?;
    facts::record(tx, actor, &facts)?;
    get(tx, after.id)
}

/// Records a plan with the timer of its end. Says where the log tells of it.
pub(crate) fn record_plan(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<Organization>,
) -> Result<FactId, Error> {
    let Change { after, facts, .. } = change;
    update(tx, &after)?;
    let told = facts::append(tx, actor, &facts)?;
    if let Some(until) = after.subscription.and_then(|subscription| subscription.until) {
        deadlines::insert(tx, after.id, DeadlineAction::PlanExpiry, until)?;
    }
    told.first().copied().ok_or(Error::NotFound)
}

/// The operator puts a provider on a plan.
pub fn grant_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Organization>,
) -> Result<Organization, Error> {
    let id = change.after.id;
    record_plan(tx, Some(actor), change)?;
    get(tx, id)
}

/// Keeps why the operator closed it.
pub(crate) fn keep_closed_reason(
    tx: &mut Tx<'_>,
    id: OrganizationId,
    reason: &str,
) -> Result<(), Error> {
    diesel::update(organizations::table.filter(organizations::id.eq(id.to_string())))
        .set(organizations::closed_reason.eq(Some(reason)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Why the operator closed it, if it did.
pub fn closed_reason(conn: &mut Conn, id: OrganizationId) -> Result<Option<String>, Error> {
    Ok(organizations::table
        .find(id.to_string())
        .select(organizations::closed_reason)
        .first(conn)?)
}

/// Takes its row: what others decide about this organization waits until this transaction has ended, so
/// that a rule over several rows (an owner stays, one open request) cannot be passed by two at once.
pub fn lock(tx: &mut Tx<'_>, id: OrganizationId) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let own = organizations::table.filter(organizations::id.eq(id.to_string()));
    match diesel::update(own).set(organizations::updated_at.eq(now)).execute(&mut **tx)? {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}

fn insert_area(tx: &mut Tx<'_>, organization: &Organization) -> Result<(), Error> {
    let id = organization.id.to_string();
    for (place, trade) in organization.trades.iter().enumerate() {
        diesel::insert_into(organization_trades::table)
            .values((
                organization_trades::organization_id.eq(&id),
                organization_trades::trade.eq(trade),
                organization_trades::main.eq(place == 0),
            ))
            .execute(&mut **tx)?;
    }
    let everywhere = organization.france_wide.then(|| "*".to_owned());
    for departement in organization.departements.iter().chain(&everywhere) {
        diesel::insert_into(organization_departements::table)
            .values((
                organization_departements::organization_id.eq(&id),
                organization_departements::departement.eq(departement),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

fn complete(conn: &mut Conn, row: Row) -> Result<Organization, Error> {
    let trades = organization_trades::table
        .filter(organization_trades::organization_id.eq(&row.id))
        .order((organization_trades::main.desc(), organization_trades::trade))
        .select(organization_trades::trade)
        .load(conn)?;
    let departements = organization_departements::table
        .filter(organization_departements::organization_id.eq(&row.id))
        .filter(organization_departements::departement.ne("*"))
        .order(organization_departements::departement)
        .select(organization_departements::departement)
        .load(conn)?;
    let mut organization = Organization::try_from(row)?;
    organization.trades = trades;
    organization.departements = departements;
    Ok(organization)
}
