//! Rows of the lots.

use std::collections::HashMap;

use diesel::prelude::*;
use estrade_domain::{
    ids::{LotId, OrganizationId, TenderId},
    lots::{Award, Lot, LotState, LotStatus},
    offers::Settlement,
    world::Instant,
};

use crate::{
    Conn, Error, Tx,
    page::{Slice, Window},
    schema::lots,
    tenders::Place,
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = lots, treat_none_as_null = true)]
pub(crate) struct Row {
    id: String,
    version: i32,
    tender_id: String,
    organization_id: String,
    position: i32,
    trade: String,
    wishes: String,
    quantity: String,
    state: String,
    chosen_offer_id: Option<String>,
    provider_id: Option<String>,
    agreed_version: Option<i32>,
    chosen_at: Option<i64>,
    confirm_by: Option<i64>,
    started_at: Option<i64>,
    ended_at: Option<i64>,
    created_at: i64,
    settlement: String,
}

/// The lot with this id.
pub fn get(conn: &mut Conn, id: LotId) -> Result<Lot, Error> {
    lots::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The lots of a tender, in their order.
pub fn of_tender(conn: &mut Conn, tender: TenderId) -> Result<Vec<Lot>, Error> {
    lots::table
        .filter(lots::tender_id.eq(tender.to_string()))
        .order(lots::position)
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(Lot::try_from)
        .collect()
}

/// The lots of several tenders, in their order, by tender.
pub(crate) fn of_tenders(
    conn: &mut Conn,
    tenders: &[&str],
) -> Result<HashMap<TenderId, Vec<Lot>>, Error> {
    let rows: Vec<Row> = lots::table
        .filter(lots::tender_id.eq_any(tenders))
        .order((lots::tender_id, lots::position))
        .select(Row::as_select())
        .load(conn)?;
    let mut by_tender: HashMap<TenderId, Vec<Lot>> = HashMap::new();
    for row in rows {
        let lot = Lot::try_from(row)?;
        by_tender.entry(lot.tender).or_default().push(lot);
    }
    Ok(by_tender)
}

/// Some lots, by their id.
pub fn of_ids(conn: &mut Conn, ids: &[LotId]) -> Result<HashMap<LotId, Lot>, Error> {
    let rows: Vec<Row> = lots::table
        .filter(lots::id.eq_any(ids.iter().map(ToString::to_string)))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| Lot::try_from(row).map(|lot| (lot.id, lot))).collect()
}

/// The lots of a client that stand somewhere, latest first.
pub fn of_client(
    conn: &mut Conn,
    client: OrganizationId,
    status: LotStatus,
    window: &Window<Place>,
) -> Result<Slice<Lot>, Error> {
    let mut query = lots::table
        .filter(lots::organization_id.eq(client.to_string()))
        .filter(lots::state.eq(status.as_str()))
        .order((lots::created_at.desc(), lots::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(lots::created_at.le(*created_at))
            .filter(lots::created_at.lt(*created_at).or(lots::id.lt(id)));
    }
    let lots: Result<Vec<Lot>, Error> = query.load(conn)?.into_iter().map(Lot::try_from).collect();
    Ok(window.cut(lots?))
}

/// Records a new lot.
pub fn insert(tx: &mut Tx<'_>, lot: &Lot) -> Result<(), Error> {
    diesel::insert_into(lots::table).values(Row::from(lot)).execute(&mut **tx)?;
    Ok(())
}

/// Records a lot as it is now; `lot.version` is the version that was seen. Answers it with its new version.
pub fn update(tx: &mut Tx<'_>, lot: Lot) -> Result<Lot, Error> {
    let mut row = Row::from(&lot);
    row.version += 1;
    let version = row.version;
    let seen = lots::table.filter(lots::id.eq(&row.id)).filter(lots::version.eq(lot.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    Ok(Lot { version, ..lot })
}

/// Takes a lot that nobody answered out of its tender. Who answers it at this moment makes the decision
/// begin again: the lot then stays.
pub fn delete(tx: &mut Tx<'_>, lot: &Lot) -> Result<(), Error> {
    let seen =
        lots::table.filter(lots::id.eq(lot.id.to_string())).filter(lots::version.eq(lot.version));
    match diesel::delete(seen).execute(&mut **tx).map_err(Error::from) {
        Ok(1) => Ok(()),
        Ok(_) => Err(Error::Stale),
        Err(error) if error.is_referenced() => Err(Error::Stale),
        Err(error) => Err(error),
    }
}

impl From<&Lot> for Row {
    fn from(lot: &Lot) -> Self {
        let award = lot.state.award();
        let (confirm_by, started_at, ended_at) = match lot.state {
            LotState::Chosen { confirm_by, .. } => (Some(confirm_by), None, None),
            LotState::InWork { started_at, .. } => (None, Some(started_at), None),
            LotState::Done { started_at, ended_at, .. } => (None, Some(started_at), Some(ended_at)),
            LotState::Draft | LotState::Open | LotState::Closed => (None, None, None),
        };
        let milliseconds = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        Self {
            id: lot.id.to_string(),
            version: lot.version,
            tender_id: lot.tender.to_string(),
            organization_id: lot.client.to_string(),
            position: lot.position,
            trade: lot.trade.clone(),
            wishes: lot.wishes.clone(),
            quantity: lot.quantity.clone(),
            state: lot.status().as_str().to_owned(),
            chosen_offer_id: award.map(|award| award.offer.to_string()),
            provider_id: award.map(|award| award.provider.to_string()),
            agreed_version: award.map(|award| award.agreed_version),
            chosen_at: award.map(|award| award.chosen_at.timestamp_millis()),
            confirm_by: milliseconds(confirm_by),
            started_at: milliseconds(started_at),
            ended_at: milliseconds(ended_at),
            created_at: lot.created_at.timestamp_millis(),
            settlement: award.map_or(Settlement::Direct, |it| it.settlement).as_str().to_owned(),
        }
    }
}

impl Row {
    fn award(&self) -> Option<Award> {
        Some(Award {
            offer: self.chosen_offer_id.as_ref()?.parse().ok()?,
            provider: self.provider_id.as_ref()?.parse().ok()?,
            agreed_version: self.agreed_version?,
            settlement: Settlement::from_word(&self.settlement)?,
            chosen_at: Instant::from_timestamp_millis(self.chosen_at?)?,
        })
    }

    fn lot_state(&self) -> Option<LotState> {
        let instant = |at: Option<i64>| at.and_then(Instant::from_timestamp_millis);
        Some(match LotStatus::from_word(&self.state)? {
            LotStatus::Draft => LotState::Draft,
            LotStatus::Open => LotState::Open,
            LotStatus::Closed => LotState::Closed,
            LotStatus::Chosen => {
                LotState::Chosen { award: self.award()?, confirm_by: instant(self.confirm_by)? }
            }
            LotStatus::InWork => {
                LotState::InWork { award: self.award()?, started_at: instant(self.started_at)? }
            }
            LotStatus::Done => LotState::Done {
                award: self.award()?,
                started_at: instant(self.started_at)?,
                ended_at: instant(self.ended_at)?,
            },
        })
    }
}

impl TryFrom<Row> for Lot {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("lots", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            tender: row.tender_id.parse().map_err(|_| corrupt())?,
            client: row.organization_id.parse().map_err(|_| corrupt())?,
            state: row.lot_state().ok_or_else(corrupt)?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            position: row.position,
            trade: row.trade,
            wishes: row.wishes,
            quantity: row.quantity,
        })
    }
}
