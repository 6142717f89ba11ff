//! The orders: who finds them, what is recorded of them, and what their timers do.

pub mod hours;
mod rows;

use std::collections::BTreeMap;

use diesel::{dsl::exists, prelude::*};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    change::Change,
    facts::Fact,
    ids::{LotId, OfferId, OrderId, OrganizationId},
    offers::Settlement,
    orders::Order,
    organizations::Organization,
    world::Instant,
};

use self::rows::{MilestoneRow, Row, with_milestones};
use crate::{
    Conn, Error, Tx, deadlines, disputes,
    endings::ERASED,
    facts, ledger, offers as bids, organizations,
    page::{Slice, Window},
    payments,
    schema::{offers, order_milestones, orders, services},
};

/// A place in a list: when the order was placed, and its id.
pub type Place = (i64, String);

/// An order, for its two sides. It does not exist for others.
pub fn get(conn: &mut Conn, id: OrderId, actor: &Actor) -> Result<Order, Error> {
    let row: Row = orders::table
        .find(id.to_string())
        .filter(seen_by(actor.organization))
        .select(Row::as_select())
        .first(conn)?;
    one(with_milestones(conn, vec![row])?)
}

/// The orders that a party sees: with kept funds, one that is not paid does not exist for its provider (S4-001).
#[diesel::dsl::auto_type(no_type_alias)]
fn seen_by(party: OrganizationId) -> _ {
    let (client, provider): (String, String) = (party.to_string(), party.to_string());
    orders::client_id
        .eq(client)
        .or(orders::provider_id.eq(provider).and(orders::placed_at.is_not_null()))
}

/// Not a lot that the two settle between them: that one waits for its day, and then for its client to end it.
#[diesel::dsl::auto_type(no_type_alias)]
fn is_delivered_here() -> _ {
    let held: &'static str = Settlement::Held.as_str();
    orders::lot_id.is_null().or(orders::settlement.eq(held))
}

pub(crate) fn of_id(conn: &mut Conn, id: OrderId) -> Result<Order, Error> {
    let row: Row = orders::table.find(id.to_string()).select(Row::as_select()).first(conn)?;
    one(with_milestones(conn, vec![row])?)
}

/// The mission of a lot: the latest, when one before was called off.
pub fn of_lot(conn: &mut Conn, lot: LotId) -> Result<Option<Order>, Error> {
    let row: Option<Row> = orders::table
        .filter(orders::lot_id.eq(lot.to_string()))
        .order(orders::created_at.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(with_milestones(conn, row.into_iter().collect())?.into_iter().next())
}

/// The orders that some offers made, as far as a party sees them.
pub fn of_offers(
    conn: &mut Conn,
    offers: &[OfferId],
    party: OrganizationId,
) -> Result<BTreeMap<String, OrderId>, Error> {
    let found: Vec<(String, String)> = orders::table
        .filter(seen_by(party))
        .filter(orders::offer_id.eq_any(offers.iter().map(ToString::to_string)))
        .select((orders::offer_id, orders::id))
        .load(conn)?;
    found
        .into_iter()
        .map(|(offer, id)| {
            let order = id.parse().map_err(|_| Error::corrupt("orders", &id))?;
            Ok((offer, order))
        })
        .collect()
}

/// The orders of one side that go on, or that are over, the latest first.
pub fn list(
    conn: &mut Conn,
    actor: &Actor,
    is_over: bool,
    window: &Window<Place>,
) -> Result<Slice<Order>, Error> {
    use estrade_domain::actor::OrganizationKind::Client;
    let party = actor.organization.to_string();
    let mut query = orders::table
        .filter(orders::is_over.eq(is_over))
        .order((orders::created_at.desc(), orders::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    query = if actor.kind == Client {
        query.filter(orders::client_id.eq(party))
    } else {
        query.filter(orders::provider_id.eq(party)).filter(orders::placed_at.is_not_null())
    };
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(orders::created_at.le(*created_at))
            .filter(orders::created_at.lt(*created_at).or(orders::id.lt(id)));
    }
    let rows = query.load(conn)?;
    Ok(window.cut(with_milestones(conn, rows)?))
}

/// The orders with kept funds, for who verifies the books.
pub(crate) fn held(conn: &mut Conn) -> Result<Vec<Order>, Error> {
    let rows = orders::table
        .filter(orders::settlement.eq(Settlement::Held.as_str()))
        .order(orders::id)
        .select(Row::as_select())
        .load(conn)?;
    with_milestones(conn, rows)
}

/// How many orders each client of a provider completed since: what their loyalty is counted from.
pub fn completed_since(
    conn: &mut Conn,
    provider: OrganizationId,
    since: Instant,
) -> Result<Vec<i64>, Error> {
    Ok(orders::table
        .filter(orders::provider_id.eq(provider.to_string()))
        .filter(orders::completed_at.is_not_null())
        .filter(orders::completed_at.gt(since.timestamp_millis()))
        .group_by(orders::client_id)
        .select(diesel::dsl::count_star())
        .load(conn)?)
}

/// How many orders of a party go on that are not the mission of a lot.
pub fn count_open(conn: &mut Conn, party: OrganizationId) -> Result<i64, Error> {
    let id = party.to_string();
    let open = orders::table.filter(orders::is_over.eq(false)).filter(orders::lot_id.is_null());
    Ok(open
        .filter(orders::client_id.eq(id.clone()).or(orders::provider_id.eq(id)))
        .count()
        .get_result(conn)?)
}

/// How many orders of a party go on for which money is kept.
pub(crate) fn count_kept(conn: &mut Conn, party: OrganizationId) -> Result<i64, Error> {
    let id = party.to_string();
    let kept = orders::table
        .filter(orders::is_over.eq(false))
        .filter(orders::settlement.eq(Settlement::Held.as_str()))
        .filter(orders::placed_at.is_not_null());
    Ok(kept
        .filter(orders::client_id.eq(id.clone()).or(orders::provider_id.eq(id)))
        .count()
        .get_result(conn)?)
}

/// How many orders of a party wait for it: a client to answer or to look at a delivery, a provider to work.
pub fn count_to_see_to(
    conn: &mut Conn,
    party: OrganizationId,
    kind: OrganizationKind,
) -> Result<i64, Error> {
    let id = party.to_string();
    let going_on = orders::table.filter(orders::is_over.eq(false));
    let at = |states: &'static [&'static str]| {
        exists(
            order_milestones::table
                .filter(order_milestones::order_id.eq(orders::id))
                .filter(order_milestones::state.eq_any(states)),
        )
    };
    let count = if kind == OrganizationKind::Client {
        let awaits_answers = orders::answer_by.is_not_null().and(orders::answers.is_null());
        let mine = going_on.filter(orders::client_id.eq(id));
        let awaited = at(&["delivered", "awaiting_payment"]);
        mine.filter(awaits_answers.or(awaited)).count().get_result(conn)
    } else {
        // What is paid and waits for answers waits for its client.
        let may_begin = orders::answer_by.is_null().or(orders::answers.is_not_null());
        let mine = going_on.filter(orders::provider_id.eq(id));
        let to_begin = may_begin.and(at(&["funded"]));
        let to_do = is_delivered_here().and(at(&["started", "revision_requested"]));
        mine.filter(to_begin.or(to_do)).count().get_result(conn)
    };
    Ok(count?)
}

/// The trade of an order: that of the service that it was made from, or its provider's main one.
pub fn trade(conn: &mut Conn, order: &Order) -> Result<String, Error> {
    let of_service: Option<String> = offers::table
        .inner_join(services::table.on(offers::service_id.eq(services::id.nullable())))
        .filter(offers::id.eq(order.offer.to_string()))
        .select(services::trade)
        .first(conn)
        .optional()?;
    if let Some(trade) = of_service {
        return Ok(trade);
    }
    organizations::main_trades(conn, &[order.provider])?
        .remove(&order.provider)
        .ok_or(Error::NotFound)
}

/// How many orders a client completed and did not review.
pub(crate) fn count_to_review(conn: &mut Conn, client: OrganizationId) -> Result<i64, Error> {
    Ok(orders::table
        .filter(orders::client_id.eq(client.to_string()))
        .filter(orders::completed_at.is_not_null())
        .filter(orders::review_id.is_null())
        .filter(orders::lot_id.is_null())
        .count()
        .get_result(conn)?)
}

pub(crate) fn insert(tx: &mut Tx<'_>, order: &Order) -> Result<(), Error> {
    diesel::insert_into(orders::table).values(&Row::of(order)?).execute(&mut **tx)?;
    hours::insert(tx, order)?;
    for row in MilestoneRow::all(order) {
        diesel::insert_into(order_milestones::table).values(&row).execute(&mut **tx)?;
    }
    set_timers(tx, order)
}

/// Records a decision about an order. `actor` is none for a timer.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<Order>,
) -> Result<Order, Error> {
    let seen = change.after.version;
    let order = Order { version: seen + 1, ..change.after };
    let row =
        orders::table.filter(orders::id.eq(order.id.to_string())).filter(orders::version.eq(seen));
    if diesel::update(row).set(&Row::of(&order)?).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    hours::update(tx, &order)?;
    for row in MilestoneRow::all(&order) {
        let known = order_milestones::table.find((&row.order_id, row.number));
        // A sheet of hours is laid when the one before is over.
        if diesel::update(known).set(&row).execute(&mut **tx)? == 0 {
            diesel::insert_into(order_milestones::table).values(&row).execute(&mut **tx)?;
        }
    }
    let told = facts::append(tx, actor, &change.facts)?;
    ledger::carry(tx, &order, told.first(), &change.movements)?;
    for fact in &change.facts {
        if let Fact::PaymentDue { milestone, .. } = fact {
            payments::charge(tx, &order, *milestone)?;
        }
    }
    // A card is kept for what follows, and nothing does.
    if order.status().is_over() {
        payments::forget_card(tx, order.id)?;
        end_lot(tx, actor, &order)?;
    }
    set_timers(tx, &order)?;
    Ok(order)
}

/// The lot of a mission that is over is over with it, or open again.
fn end_lot(tx: &mut Tx<'_>, actor: Option<&Actor>, order: &Order) -> Result<(), Error> {
    if order.lot.is_none() {
        return Ok(());
    }
    let (seen, now) = (bids::complete(tx, order.offer)?, tx.now());
    match seen.clone().follow(order, now) {
        Some(change) => bids::record(tx, actor, change, &seen).map(|_| ()),
        None => Ok(()),
    }
}

/// A state of an order may end by itself now.
pub fn fall_due(tx: &mut Tx<'_>, id: OrderId) -> Result<(), Error> {
    let now = tx.now();
    match of_id(tx, id)?.fall_due(now) {
        Some(change) => record(tx, None, change).map(|_| ()),
        None => Ok(()),
    }
}

/// A delivery may still wait for its client.
pub fn remind(tx: &mut Tx<'_>, id: OrderId, due_at: Instant) -> Result<(), Error> {
    let fact = of_id(tx, id)?.remind(due_at, tx.now());
    facts::record(tx, None, fact.as_slice())
}

/// Calls off what goes on with a party whose account is closed.
pub(crate) fn end_of(tx: &mut Tx<'_>, actor: &Actor, party: OrganizationId) -> Result<(), Error> {
    let id = party.to_string();
    let open = orders::table
        .filter(orders::is_over.eq(false))
        .filter(orders::client_id.eq(id.clone()).or(orders::provider_id.eq(id)))
        .order(orders::id)
        .select(Row::as_select())
        .load(&mut **tx)?;
    for order in with_milestones(tx, open)? {
        end(tx, actor, party, order)?;
    }
    Ok(())
}

/// What goes on between the two ends: what nobody began is called off and its payment goes back; work for
/// which money is kept is for the operator to settle.
fn end(tx: &mut Tx<'_>, actor: &Actor, opener: OrganizationId, order: Order) -> Result<(), Error> {
    if disputes::escalate_kept(tx, actor, opener, &order)? {
        return Ok(());
    }
    match order.end_with_side(tx.now()) {
        Some(change) => record(tx, Some(actor), change).map(|_| ()),
        None => Ok(()),
    }
}

/// What a client that is erased answered is gone, and what a provider wrote with its hours; what was agreed stays with
/// the other side.
pub(crate) fn forget(tx: &mut Tx<'_>, party: &Organization) -> Result<(), Error> {
    hours::forget(tx, party.id)?;
    let asked = || orders::table.filter(orders::client_id.eq(party.id.to_string()));
    diesel::update(asked()).set(orders::answers.eq(None::<String>)).execute(&mut **tx)?;
    // It is called what the client called its event.
    let lots = asked().filter(orders::lot_id.is_not_null());
    diesel::update(lots).set(orders::title.eq(ERASED)).execute(&mut **tx)?;
    Ok(())
}

/// Ends what goes on between two who no longer talk.
pub(crate) fn end_between(
    tx: &mut Tx<'_>,
    actor: &Actor,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<(), Error> {
    for order in open_between(tx, client, provider)? {
        end(tx, actor, provider, order)?;
    }
    Ok(())
}

/// The orders between two that go on, but for the lots that they settle between them: a block leaves those to them.
pub fn open_between(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Vec<Order>, Error> {
    let open = orders::table
        .filter(orders::is_over.eq(false))
        .filter(orders::client_id.eq(client.to_string()))
        .filter(orders::provider_id.eq(provider.to_string()))
        .filter(is_delivered_here())
        .order(orders::id)
        .select(Row::as_select())
        .load(conn)?;
    with_milestones(conn, open)
}

fn set_timers(tx: &mut Tx<'_>, order: &Order) -> Result<(), Error> {
    for (action, due_at) in order.timers() {
        deadlines::insert(tx, order.id, action, due_at)?;
    }
    Ok(())
}

fn one(orders: Vec<Order>) -> Result<Order, Error> {
    orders.into_iter().next().ok_or(Error::NotFound)
}
