//! The sheets of orders by the hour.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::{HoursId, OrderId, OrganizationId},
    money::{Currency, Money},
    offers::terms::{TermsKind, VatRate},
    orders::{Hours, Order, Timesheet, WeeklyLimit},
    world::Instant,
};

use super::record;
use crate::{
    Conn, Error, Tx,
    page::{Slice, Window},
    schema::{order_hours, order_timesheets, orders},
};

/// A place in the list: a day, and an id.
pub type HoursPlace = (String, String);

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = order_timesheets, treat_none_as_null = true)]
struct Row {
    order_id: String,
    rate_amount: i64,
    currency: String,
    vat_rate: i32,
    estimated_hours: i32,
    weekly_hours: Option<i32>,
    lowered_hours: Option<i32>,
    lowered_from: Option<String>,
    acceptance_days: i32,
    stopped_at: Option<i64>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = order_hours)]
struct HoursRow {
    id: String,
    order_id: String,
    sheet: i32,
    day: String,
    minutes: i32,
    what: String,
}

/// The timesheets of some orders, with all that was logged.
pub(super) fn of_orders(
    conn: &mut Conn,
    orders: &[&str],
) -> Result<BTreeMap<String, Timesheet>, Error> {
    if orders.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Row> = order_timesheets::table
        .filter(order_timesheets::order_id.eq_any(orders))
        .select(Row::as_select())
        .load(conn)?;
    let logged: Vec<HoursRow> = order_hours::table
        .filter(order_hours::order_id.eq_any(orders))
        .order((order_hours::order_id, order_hours::day, order_hours::id))
        .select(HoursRow::as_select())
        .load(conn)?;
    let mut hours: BTreeMap<String, Vec<Hours>> = BTreeMap::new();
    for row in logged {
        hours.entry(row.order_id.clone()).or_default().push(row.try_into()?);
    }
    rows.into_iter()
        .map(|row| {
            let of = row.order_id.clone();
            let hours = hours.remove(&of).unwrap_or_default();
            Ok((of, row.with(hours)?))
        })
        .collect()
}

pub(super) fn insert(tx: &mut Tx<'_>, order: &Order) -> Result<(), Error> {
    if let Some(row) = Row::of(order)? {
        diesel::insert_into(order_timesheets::table).values(&row).execute(&mut **tx)?;
    }
    Ok(())
}

/// Writes what was agreed anew; the hours have rows of their own.
pub(super) fn update(tx: &mut Tx<'_>, order: &Order) -> Result<(), Error> {
    if let Some(row) = Row::of(order)? {
        let known = order_timesheets::table.find(&row.order_id);
        diesel::update(known).set(&row).execute(&mut **tx)?;
    }
    Ok(())
}

/// What was logged on an order, the latest day first, or on one of its sheets.
pub fn list(
    conn: &mut Conn,
    order: OrderId,
    sheet: Option<u32>,
    window: &Window<HoursPlace>,
) -> Result<Slice<Hours>, Error> {
    let mut query = order_hours::table
        .filter(order_hours::order_id.eq(order.to_string()))
        .order((order_hours::day.desc(), order_hours::id.desc()))
        .limit(window.fetch())
        .select(HoursRow::as_select())
        .into_boxed();
    if let Some(sheet) = sheet {
        query = query.filter(order_hours::sheet.eq(i32::try_from(sheet).unwrap_or(i32::MAX)));
    }
    if let Some((day, id)) = window.after.clone() {
        query = query
            .filter(order_hours::day.le(day.clone()))
            .filter(order_hours::day.lt(day).or(order_hours::id.lt(id)));
    }
    let rows: Vec<HoursRow> = query.load(conn)?;
    let hours = rows.into_iter().map(Hours::try_from).collect::<Result<_, _>>()?;
    Ok(window.cut(hours))
}

/// Records hours that were logged.
pub fn log(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Order>,
    hours: &Hours,
) -> Result<Order, Error> {
    let order = record(tx, Some(actor), change)?;
    let row = HoursRow::of(order.id, hours);
    diesel::insert_into(order_hours::table).values(&row).execute(&mut **tx)?;
    Ok(order)
}

/// Records that hours were taken back.
pub fn remove(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Order>,
    hours: HoursId,
) -> Result<Order, Error> {
    let order = record(tx, Some(actor), change)?;
    diesel::delete(order_hours::table.find(hours.to_string())).execute(&mut **tx)?;
    Ok(order)
}

/// What an erased provider wrote with its hours goes.
pub(super) fn forget(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<(), Error> {
    let own: Vec<String> = orders::table
        .filter(orders::provider_id.eq(provider.to_string()))
        .filter(orders::kind.eq(TermsKind::Hourly.as_str()))
        .select(orders::id)
        .load(&mut **tx)?;
    diesel::update(order_hours::table.filter(order_hours::order_id.eq_any(own)))
        .set(order_hours::what.eq(""))
        .execute(&mut **tx)?;
    Ok(())
}

impl Row {
    fn of(order: &Order) -> Result<Option<Self>, Error> {
        let Some(it) = &order.timesheet else { return Ok(None) };
        let whole = |number: u32| {
            i32::try_from(number).map_err(|_| Error::corrupt("order_timesheets", order.id))
        };
        let lowered = it.limit.lowered;
        Ok(Some(Self {
            order_id: order.id.to_string(),
            rate_amount: it.rate.amount,
            currency: it.rate.currency.code().to_owned(),
            vat_rate: i32::try_from(it.vat_rate.basis_points())
                .map_err(|_| Error::corrupt("order_timesheets", order.id))?,
            estimated_hours: whole(it.estimated_hours)?,
            weekly_hours: it.limit.hours.map(whole).transpose()?,
            lowered_hours: lowered.map(|(hours, _)| whole(hours)).transpose()?,
            lowered_from: lowered.map(|(_, from)| from.to_string()),
            acceptance_days: whole(it.acceptance_days)?,
            stopped_at: it.stopped_at.map(|at| at.timestamp_millis()),
        }))
    }

    fn with(self, hours: Vec<Hours>) -> Result<Timesheet, Error> {
        let corrupt = || Error::corrupt("order_timesheets", &self.order_id);
        let number = |number: i32| u32::try_from(number).map_err(|_| corrupt());
        let currency = Currency::from_code(&self.currency).ok_or_else(corrupt)?;
        let lowered = match (self.lowered_hours, &self.lowered_from) {
            (Some(hours), Some(from)) => {
                let from: NaiveDate = from.parse().map_err(|_| corrupt())?;
                Some((number(hours)?, from))
            }
            _ => None,
        };
        Ok(Timesheet {
            rate: Money { amount: self.rate_amount, currency },
            vat_rate: VatRate::try_from(i64::from(self.vat_rate)).map_err(|_| corrupt())?,
            estimated_hours: number(self.estimated_hours)?,
            limit: WeeklyLimit { hours: self.weekly_hours.map(number).transpose()?, lowered },
            acceptance_days: number(self.acceptance_days)?,
            stopped_at: self.stopped_at.and_then(Instant::from_timestamp_millis),
            hours,
        })
    }
}

impl HoursRow {
    fn of(order: OrderId, it: &Hours) -> Self {
        Self {
            id: it.id.to_string(),
            order_id: order.to_string(),
            sheet: i32::try_from(it.sheet).unwrap_or(i32::MAX),
            day: it.day.to_string(),
            minutes: i32::try_from(it.minutes).unwrap_or(i32::MAX),
            what: it.what.clone(),
        }
    }
}

impl TryFrom<HoursRow> for Hours {
    type Error = Error;

    fn try_from(row: HoursRow) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("order_hours", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            sheet: u32::try_from(row.sheet).map_err(|_| corrupt())?,
            day: row.day.parse().map_err(|_| corrupt())?,
            minutes: u32::try_from(row.minutes).map_err(|_| corrupt())?,
            what: row.what,
        })
    }
}
