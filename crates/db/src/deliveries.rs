//! What was handed over: rows of the deliveries, and who gets the bytes of their files.
//!
//! Invariants: a delivery is written in the transaction that delivers its milestone; whether its files are open is
//! read from that milestone at each question and kept nowhere else.

mod previews;

pub use previews::{
    Sketch, announce_pages, drawn, forget_preview, impossible, next_due, over, page_seen_by,
    put_off, take_up,
};

use std::collections::BTreeMap;

use diesel::{dsl::exists, prelude::*};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    deliveries::{Delivery, Preview, Seal, is_previewed},
    files::File,
    ids::{DeliveryId, FileId, OrderId, OrganizationId},
    orders::Order,
    organizations::{Organization, OrganizationState},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts, files,
    page::{Slice, Window},
    schema::{deliveries, files as file_rows, order_milestones, orders, organizations},
};

/// A place in the list of an order: when it was delivered, and the id.
pub type Place = (i64, String);

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = deliveries)]
struct Row {
    id: String,
    order_id: String,
    milestone: i32,
    message: String,
    delivered_at: i64,
}

/// A delivery with what came with it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What was handed over.
    pub delivery: Delivery,
    /// Whether the client gets the bytes.
    pub seal: Seal,
    /// Its files, in their order.
    pub files: Vec<File>,
    /// The previews of those that have some, or are to have.
    pub previews: BTreeMap<FileId, Preview>,
}

/// Those among the deliveries of a file that this party ordered and accepted.
#[diesel::dsl::auto_type(no_type_alias)]
pub(crate) fn accepted_by<'a>(party: &'a str) -> _ {
    let states: &'static [&'static str] = Seal::Open.milestone_states();
    deliveries::table
        .inner_join(orders::table.on(orders::id.eq(deliveries::order_id)))
        .inner_join(
            order_milestones::table.on(order_milestones::order_id
                .eq(deliveries::order_id)
                .and(order_milestones::number.eq(deliveries::milestone))),
        )
        .filter(deliveries::id.nullable().eq(file_rows::delivery_id))
        .filter(orders::client_id.eq(party))
        .filter(order_milestones::state.eq_any(states))
}

/// Records what was handed over with its files; previews of those that can have some are to be drawn.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    order: &Order,
    delivery: &Delivery,
    wanted: &[FileId],
) -> Result<(), Error> {
    diesel::insert_into(deliveries::table).values(&Row::of(delivery)?).execute(&mut **tx)?;
    let hung = files::hang_on_delivery(tx, actor, delivery.id, wanted)?;
    for file in hung.iter().filter(|file| is_previewed(file)) {
        previews::insert(tx, file.id)?;
    }
    facts::record(tx, Some(actor), delivery.with_files(order.job(), wanted).as_slice())
}

/// The deliveries of an order, the latest first. Whoever asks has seen that order.
pub fn of_order(
    conn: &mut Conn,
    order: &Order,
    window: &Window<Place>,
) -> Result<Slice<Shown>, Error> {
    let mut query = deliveries::table
        .filter(deliveries::order_id.eq(order.id.to_string()))
        .order((deliveries::delivered_at.desc(), deliveries::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((at, id)) = &window.after {
        query = query
            .filter(deliveries::delivered_at.le(*at))
            .filter(deliveries::delivered_at.lt(*at).or(deliveries::id.lt(id)));
    }
    let rows = query.load(conn)?;
    let Slice { items, more } = window.cut(rows);
    Ok(Slice { items: shown(conn, items, order)?, more })
}

/// The order of a delivery.
pub fn order_of(conn: &mut Conn, id: DeliveryId) -> Result<OrderId, Error> {
    let order: String =
        deliveries::table.find(id.to_string()).select(deliveries::order_id).first(conn)?;
    order.parse().map_err(|_| Error::corrupt("deliveries", id))
}

/// A delivery of an order. Whoever asks has seen that order.
pub fn get(conn: &mut Conn, id: DeliveryId, order: &Order) -> Result<Shown, Error> {
    let row: Row = deliveries::table
        .find(id.to_string())
        .filter(deliveries::order_id.eq(order.id.to_string()))
        .select(Row::as_select())
        .first(conn)?;
    shown(conn, vec![row], order)?.into_iter().next().ok_or(Error::NotFound)
}

/// Some deliveries of an order with what came with them, in two more queries whatever their number.
fn shown(conn: &mut Conn, rows: Vec<Row>, order: &Order) -> Result<Vec<Shown>, Error> {
    let known: Vec<Delivery> = rows.into_iter().map(Row::read).collect::<Result<_, _>>()?;
    let mut held = files::of_deliveries(conn, known.iter().map(|delivery| delivery.id))?;
    let ids: Vec<FileId> = held.values().flatten().map(|file| file.id).collect();
    let drawn = previews::of_files(conn, &ids)?;
    known
        .into_iter()
        .map(|delivery| {
            let files = held.remove(&delivery.id.to_string()).unwrap_or_default();
            let own = files.iter().filter_map(|file| Some((file.id, *drawn.get(&file.id)?)));
            let place = usize::try_from(delivery.milestone).ok().and_then(|it| it.checked_sub(1));
            let milestone = place.and_then(|place| order.milestones.get(place));
            let milestone = milestone.ok_or_else(|| Error::corrupt("deliveries", delivery.id))?;
            Ok(Shown { seal: Seal::of(milestone.state), previews: own.collect(), files, delivery })
        })
        .collect()
}

/// What clients accepted of a provider, and keep when it is erased, unless they are gone themselves.
pub(crate) fn kept_of(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<Vec<String>, Error> {
    let clients = organizations::table
        .filter(organizations::id.eq(orders::client_id))
        .filter(organizations::state.ne(OrganizationState::Erased.as_str()));
    let states: &'static [&'static str] = Seal::Open.milestone_states();
    Ok(deliveries::table
        .inner_join(orders::table.on(orders::id.eq(deliveries::order_id)))
        .inner_join(
            order_milestones::table.on(order_milestones::order_id
                .eq(deliveries::order_id)
                .and(order_milestones::number.eq(deliveries::milestone))),
        )
        .inner_join(file_rows::table.on(file_rows::delivery_id.eq(deliveries::id.nullable())))
        .filter(orders::provider_id.eq(provider.to_string()))
        .filter(order_milestones::state.eq_any(states))
        .filter(exists(clients))
        .select(file_rows::id)
        .load(&mut **tx)?)
}

/// What an erased provider wrote with its deliveries goes. What an erased client kept of a provider that is gone
/// already is nobody's any more.
pub(crate) fn forget(tx: &mut Tx<'_>, party: &Organization) -> Result<(), Error> {
    let id = party.id.to_string();
    if party.kind == OrganizationKind::Provider {
        let own = orders::table.filter(orders::provider_id.eq(id)).select(orders::id);
        diesel::update(deliveries::table.filter(deliveries::order_id.eq_any(own)))
            .set(deliveries::message.eq(""))
            .execute(&mut **tx)?;
        return Ok(());
    }
    let left: Vec<String> = deliveries::table
        .inner_join(orders::table.on(orders::id.eq(deliveries::order_id)))
        .inner_join(organizations::table.on(organizations::id.eq(orders::provider_id)))
        .inner_join(file_rows::table.on(file_rows::delivery_id.eq(deliveries::id.nullable())))
        .filter(orders::client_id.eq(id))
        .filter(organizations::state.eq(OrganizationState::Erased.as_str()))
        .select(file_rows::id)
        .load(&mut **tx)?;
    files::send_off(tx, &left)
}

impl Row {
    fn of(delivery: &Delivery) -> Result<Self, Error> {
        let milestone = i32::try_from(delivery.milestone);
        Ok(Self {
            id: delivery.id.to_string(),
            order_id: delivery.order.to_string(),
            milestone: milestone.map_err(|_| Error::corrupt("deliveries", delivery.id))?,
            message: delivery.message.clone(),
            delivered_at: delivery.delivered_at.timestamp_millis(),
        })
    }

    fn read(self) -> Result<Delivery, Error> {
        let corrupt = || Error::corrupt("deliveries", &self.id);
        Ok(Delivery {
            id: self.id.parse().map_err(|_| corrupt())?,
            order: self.order_id.parse().map_err(|_| corrupt())?,
            milestone: u32::try_from(self.milestone).map_err(|_| corrupt())?,
            delivered_at: Instant::from_timestamp_millis(self.delivered_at).ok_or_else(corrupt)?,
            message: self.message,
        })
    }
}
