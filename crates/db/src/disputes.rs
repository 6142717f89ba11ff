//! Rows of the disputes, and what their ways out do to the missions.
//!
//! Invariant: a dispute and the mission that it freezes or frees are written in one transaction.

mod rows;
mod thread;

use diesel::prelude::*;
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    change::Change,
    disputes::{Decided, Dispute, DisputeRefusal, DisputeState, Stake, WayOut},
    facts::Fact,
    ids::{DisputeId, OrderId, OrganizationId},
    orders::Order,
};

use self::rows::Row;
pub(crate) use self::thread::forget;
pub use self::thread::{Message, read_exchanges, say, thread};
use crate::{
    Conn, Error, Tx, deadlines, facts, orders,
    page::{Slice, Window},
    schema::disputes,
};

/// A place in a list: when a dispute was opened, and its id.
pub type Place = (i64, String);

/// A dispute, for its two sides; for the operator once it was called. It does not exist for others.
pub fn get(conn: &mut Conn, id: DisputeId, actor: &Actor) -> Result<Dispute, Error> {
    let found = disputes::table.find(id.to_string());
    let row: Row = if actor.is_operator() {
        let called = disputes::escalated_at.is_not_null();
        found.filter(called).select(Row::as_select()).first(conn)?
    } else {
        let party = actor.organization.to_string();
        let mine = disputes::client_id.eq(party.clone()).or(disputes::provider_id.eq(party));
        found.filter(mine).select(Row::as_select()).first(conn)?
    };
    row.try_into()
}

pub(crate) fn of_id(conn: &mut Conn, id: DisputeId) -> Result<Dispute, Error> {
    disputes::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The dispute about an order that goes on, if there is one.
pub fn open_of_order(conn: &mut Conn, order: OrderId) -> Result<Option<Dispute>, Error> {
    let row: Option<Row> = disputes::table
        .filter(disputes::order_id.eq(order.to_string()))
        .filter(disputes::is_over.eq(false))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Dispute::try_from).transpose()
}

/// Which disputes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Those that go on, or those that are over.
    pub is_over: Option<bool>,
    /// Those about one order.
    pub order: Option<OrderId>,
}

/// The disputes of a party, the latest first; of the operator, those to which it was called.
pub fn list(
    conn: &mut Conn,
    actor: &Actor,
    wanted: Wanted,
    window: &Window<Place>,
) -> Result<Slice<Dispute>, Error> {
    let mut query = disputes::table
        .order((disputes::opened_at.desc(), disputes::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    let party = actor.organization.to_string();
    query = match actor.kind {
        OrganizationKind::Operator => query.filter(disputes::escalated_at.is_not_null()),
        OrganizationKind::Client => query.filter(disputes::client_id.eq(party)),
        OrganizationKind::Provider => query.filter(disputes::provider_id.eq(party)),
    };
    if let Some(is_over) = wanted.is_over {
        query = query.filter(disputes::is_over.eq(is_over));
    }
    if let Some(order) = wanted.order {
        query = query.filter(disputes::order_id.eq(order.to_string()));
    }
    if let Some((opened_at, id)) = &window.after {
        query = query
            .filter(disputes::opened_at.le(*opened_at))
            .filter(disputes::opened_at.lt(*opened_at).or(disputes::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let found: Result<Vec<Dispute>, Error> = rows.into_iter().map(Dispute::try_from).collect();
    Ok(window.cut(found?))
}

/// How many wait for the operator.
pub(crate) fn count_escalated(conn: &mut Conn) -> Result<i64, Error> {
    let escalated = disputes::state.eq(DisputeState::Escalated.as_str());
    Ok(disputes::table.filter(escalated).count().get_result(conn)?)
}

/// How many disputes of a party go on between the two.
pub(crate) fn count_open(
    conn: &mut Conn,
    party: OrganizationId,
    kind: OrganizationKind,
) -> Result<i64, Error> {
    let open = disputes::table
        .filter(disputes::is_over.eq(false))
        .filter(disputes::state.eq(DisputeState::Open.as_str()));
    let id = party.to_string();
    let count = if kind == OrganizationKind::Client {
        open.filter(disputes::client_id.eq(id)).count().get_result(conn)
    } else {
        open.filter(disputes::provider_id.eq(id)).count().get_result(conn)
    };
    Ok(count?)
}

/// Opens a dispute about the milestone of an order that is in work: it is frozen from then on.
pub fn open_about_order(
    tx: &mut Tx<'_>,
    actor: &Actor,
    order: Order,
    reason: &str,
) -> Result<Dispute, Error> {
    let now = tx.now();
    let (frozen, milestone) = order.freeze(actor, now)?;
    let stake = stake(&frozen.after, milestone)?;
    let opened = stake.dispute(tx.id(), actor.organization, reason.to_owned(), now);
    insert(tx, Some(actor), opened, frozen)
}

/// The two no longer talk, or one of them is gone, while money is kept for work that was begun: the operator
/// decides whose it is. No when nothing of the kind is kept.
pub(crate) fn escalate_kept(
    tx: &mut Tx<'_>,
    actor: &Actor,
    opener: OrganizationId,
    order: &Order,
) -> Result<bool, Error> {
    if let Some(known) = open_of_order(tx, order.id)? {
        if known.state == DisputeState::Open {
            let now = tx.now();
            record(tx, Some(actor), known.escalated(now))?;
        }
        return Ok(true);
    }
    if !order.is_operators_to_settle() {
        return Ok(false);
    }
    let now = tx.now();
    let Some((frozen, milestone)) = order.clone().freeze_anyway(now) else { return Ok(false) };
    let stake = stake(&frozen.after, milestone)?;
    let mut dispute = stake.dispute(tx.id(), opener, String::new(), now);
    let escalated = dispute.after.escalated(now);
    dispute.after = escalated.after;
    dispute.facts.extend(escalated.facts);
    insert(tx, Some(actor), dispute, frozen)?;
    Ok(true)
}

fn stake(order: &Order, milestone: u32) -> Result<Stake, Error> {
    let part = order.milestones.get(milestone as usize - 1).ok_or(Error::NotFound)?;
    Ok(Stake {
        purse: order.purse(milestone),
        title: order.title.clone(),
        settlement: order.settlement(),
        client: order.client,
        provider: order.provider,
        at_stake: part.gross,
    })
}

fn insert(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    opened: Change<Dispute>,
    frozen: Change<Order>,
) -> Result<Dispute, Error> {
    let Change { after, facts, .. } = opened;
    let inserted = diesel::insert_into(disputes::table)
        .values(Row::of(&after)?)
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        Err(error) if error.is_duplicate() => return Err(DisputeRefusal::AlreadyOpen.into()),
        outcome => outcome?,
    };
    facts::record(tx, actor, &facts)?;
    orders::record(tx, actor, frozen)?;
    set_timer(tx, &after)?;
    Ok(after)
}

/// Records a decision that leaves the mission as it is.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<Dispute>,
) -> Result<Dispute, Error> {
    let dispute = update(tx, change.after)?;
    facts::record(tx, actor, &change.facts)?;
    set_timer(tx, &dispute)?;
    Ok(dispute)
}

/// Records a decision with what it does to the mission.
pub fn carry_out(tx: &mut Tx<'_>, actor: &Actor, decided: Decided) -> Result<Dispute, Error> {
    let Decided { change: Change { after, facts, .. }, way_out } = decided;
    let dispute = update(tx, after)?;
    let (order, now) = (orders::of_id(tx, dispute.purse.order)?, tx.now());
    let milestone = dispute.purse.milestone;
    let freed = match way_out {
        WayOut::GoOn => order.thaw(milestone, now),
        WayOut::Split { released } => order.settle(milestone, released, now),
    };
    let mut freed = freed.ok_or_else(|| Error::corrupt("disputes", dispute.id))?;
    // The ledger names the dispute's fact as the cause of what it moves.
    freed.facts.splice(0..0, facts);
    orders::record(tx, Some(actor), freed)?;
    Ok(dispute)
}

/// The time to agree may be over.
pub(crate) fn fall_due(tx: &mut Tx<'_>, id: DisputeId) -> Result<(), Error> {
    let now = tx.now();
    match of_id(tx, id)?.fall_due(now) {
        Some(change) => record(tx, None, change).map(|_| ()),
        None => Ok(()),
    }
}

/// The mission came to an end in another way.
pub(crate) fn end_of_order(tx: &mut Tx<'_>, order: OrderId) -> Result<(), Error> {
    let now = tx.now();
    match open_of_order(tx, order)? {
        Some(dispute) => record(tx, None, dispute.end(now)).map(|_| ()),
        None => Ok(()),
    }
}

fn update(tx: &mut Tx<'_>, dispute: Dispute) -> Result<Dispute, Error> {
    let seen = disputes::table
        .filter(disputes::id.eq(dispute.id.to_string()))
        .filter(disputes::version.eq(dispute.version));
    let after = Dispute { version: dispute.version + 1, ..dispute };
    if diesel::update(seen).set(&Row::of(&after)?).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    Ok(after)
}

fn set_timer(tx: &mut Tx<'_>, dispute: &Dispute) -> Result<(), Error> {
    match dispute.timer() {
        Some((action, due_at)) => deadlines::insert(tx, dispute.id, action, due_at),
        None => Ok(()),
    }
}

/// The log tells that something was said.
fn said(tx: &mut Tx<'_>, actor: &Actor, dispute: &Dispute) -> Result<(), Error> {
    facts::record(tx, Some(actor), &[Fact::DisputeSaid { quarrel: dispute.quarrel() }])
}
