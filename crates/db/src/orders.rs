//! Rows of the orders and of their milestones, and what their timers do.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::{OfferId, OrderId, OrganizationId},
    money::{Currency, Money},
    offers::{
        Revisions, Settlement,
        terms::{Rhythm, TermsKind},
    },
    orders::{Milestone, MilestoneState, Order},
    organizations::Organization,
    world::Instant,
};

use crate::{
    Conn, Error, Tx, deadlines, facts,
    page::{Slice, Window},
    schema::{order_milestones, orders},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = orders, treat_none_as_null = true)]
struct Row {
    id: String,
    version: i32,
    offer_id: String,
    number: i32,
    client_id: String,
    provider_id: String,
    title: String,
    kind: String,
    settlement: String,
    revisions: Option<i32>,
    questions: String,
    answers: Option<String>,
    rhythm: Option<String>,
    every: Option<i32>,
    weekly_hours: Option<i32>,
    answer_by: Option<i64>,
    is_over: bool,
    created_at: i64,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = order_milestones, treat_none_as_null = true)]
struct MilestoneRow {
    order_id: String,
    number: i32,
    name: String,
    net_amount: i64,
    gross_amount: i64,
    currency: String,
    days: i32,
    revisions_used: i32,
    state: String,
    started_at: Option<i64>,
    at: Option<i64>,
    until: Option<i64>,
}

/// A place in a list: when the order was placed, and its id.
pub type Place = (i64, String);

/// An order, for its two sides. It does not exist for others.
pub fn get(conn: &mut Conn, id: OrderId, actor: &Actor) -> Result<Order, Error> {
    let party = actor.organization.to_string();
    let mine = orders::client_id.eq(party.clone()).or(orders::provider_id.eq(party));
    let row: Row =
        orders::table.find(id.to_string()).filter(mine).select(Row::as_select()).first(conn)?;
    one(with_milestones(conn, vec![row])?)
}

fn of_id(conn: &mut Conn, id: OrderId) -> Result<Order, Error> {
    let row: Row = orders::table.find(id.to_string()).select(Row::as_select()).first(conn)?;
    one(with_milestones(conn, vec![row])?)
}

/// The orders that some offers made.
pub fn of_offers(conn: &mut Conn, offers: &[OfferId]) -> Result<BTreeMap<String, OrderId>, Error> {
    let found: Vec<(String, String)> = orders::table
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
        query.filter(orders::provider_id.eq(party))
    };
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(orders::created_at.le(*created_at))
            .filter(orders::created_at.lt(*created_at).or(orders::id.lt(id)));
    }
    let rows = query.load(conn)?;
    Ok(window.cut(with_milestones(conn, rows)?))
}

/// How many orders of a party go on.
pub fn count_open(conn: &mut Conn, party: OrganizationId) -> Result<i64, Error> {
    let id = party.to_string();
    let open = orders::table.filter(orders::is_over.eq(false));
    Ok(open
        .filter(orders::client_id.eq(id.clone()).or(orders::provider_id.eq(id)))
        .count()
        .get_result(conn)?)
}

pub(crate) fn insert(tx: &mut Tx<'_>, order: &Order) -> Result<(), Error> {
    diesel::insert_into(orders::table).values(&Row::of(order)?).execute(&mut **tx)?;
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
    for row in MilestoneRow::all(&order) {
        let known = order_milestones::table.find((&row.order_id, row.number));
        diesel::update(known).set(&row).execute(&mut **tx)?;
    }
    facts::record(tx, actor, &change.facts)?;
    set_timers(tx, &order)?;
    Ok(order)
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
pub fn end_of(tx: &mut Tx<'_>, actor: Option<&Actor>, party: OrganizationId) -> Result<(), Error> {
    let id = party.to_string();
    let open = orders::table
        .filter(orders::is_over.eq(false))
        .filter(orders::client_id.eq(id.clone()).or(orders::provider_id.eq(id)))
        .order(orders::id)
        .select(Row::as_select())
        .load(&mut **tx)?;
    for order in with_milestones(tx, open)? {
        if let Some(change) = order.end_with_side(tx.now()) {
            record(tx, actor, change)?;
        }
    }
    Ok(())
}

/// What a client that is erased answered is gone; what was agreed stays with its provider.
pub(crate) fn forget(tx: &mut Tx<'_>, party: &Organization) -> Result<(), Error> {
    let asked = orders::table.filter(orders::client_id.eq(party.id.to_string()));
    diesel::update(asked).set(orders::answers.eq(None::<String>)).execute(&mut **tx)?;
    Ok(())
}

/// Calls off what goes on between two who no longer talk: nothing is paid through the platform yet.
pub(crate) fn end_between(
    tx: &mut Tx<'_>,
    actor: &Actor,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<(), Error> {
    for order in open_between(tx, client, provider)? {
        if let Some(change) = order.end_with_side(tx.now()) {
            record(tx, Some(actor), change)?;
        }
    }
    Ok(())
}

/// The orders between two that go on.
pub fn open_between(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Vec<Order>, Error> {
    let open = orders::table
        .filter(orders::is_over.eq(false))
        .filter(orders::client_id.eq(client.to_string()))
        .filter(orders::provider_id.eq(provider.to_string()))
        .order(orders::id)
        .select(Row::as_select())
        .load(conn)?;
    with_milestones(conn, open)
}

pub(crate) fn is_open_between(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<bool, Error> {
    let open = orders::table
        .filter(orders::is_over.eq(false))
        .filter(orders::client_id.eq(client.to_string()))
        .filter(orders::provider_id.eq(provider.to_string()));
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(conn)?)
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

fn with_milestones(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Order>, Error> {
    let parts: Vec<MilestoneRow> = order_milestones::table
        .filter(order_milestones::order_id.eq_any(rows.iter().map(|row| &row.id)))
        .order((order_milestones::order_id, order_milestones::number))
        .select(MilestoneRow::as_select())
        .load(conn)?;
    let mut by_order: BTreeMap<String, Vec<Milestone>> = BTreeMap::new();
    for part in parts {
        by_order.entry(part.order_id.clone()).or_default().push(part.try_into()?);
    }
    rows.into_iter()
        .map(|row| {
            let milestones = by_order.remove(&row.id).unwrap_or_default();
            row.with(milestones)
        })
        .collect()
}

fn whole(number: Option<u32>) -> Option<i32> {
    number.and_then(|number| i32::try_from(number).ok())
}

impl Row {
    fn of(order: &Order) -> Result<Self, Error> {
        let corrupt = |_| Error::corrupt("orders", order.id);
        let answers = order.answers.as_ref().map(serde_json::to_string);
        Ok(Self {
            id: order.id.to_string(),
            version: order.version,
            offer_id: order.offer.to_string(),
            number: order.agreed_version,
            client_id: order.client.to_string(),
            provider_id: order.provider.to_string(),
            title: order.title.clone(),
            kind: order.kind.as_str().to_owned(),
            settlement: order.settlement.as_str().to_owned(),
            revisions: match order.revisions {
                Revisions::UpTo(count) => whole(Some(count)),
                Revisions::Unlimited => None,
            },
            questions: serde_json::to_string(&order.questions).map_err(corrupt)?,
            answers: answers.transpose().map_err(corrupt)?,
            rhythm: order.rhythm.map(|(rhythm, _)| rhythm.as_str().to_owned()),
            every: whole(order.rhythm.map(|(_, every)| every)),
            weekly_hours: whole(order.weekly_hours),
            answer_by: order.answer_by.map(|at| at.timestamp_millis()),
            is_over: order.status().is_over(),
            created_at: order.created_at.timestamp_millis(),
        })
    }

    fn with(self, milestones: Vec<Milestone>) -> Result<Order, Error> {
        let corrupt = || Error::corrupt("orders", &self.id);
        let number = |number: i32| u32::try_from(number).map_err(|_| corrupt());
        let rhythm = match (&self.rhythm, self.every) {
            (Some(word), Some(every)) => {
                Some((Rhythm::from_word(word).ok_or_else(corrupt)?, number(every)?))
            }
            _ => None,
        };
        let answers = self.answers.as_deref().map(serde_json::from_str).transpose();
        Ok(Order {
            id: self.id.parse().map_err(|_| corrupt())?,
            version: self.version,
            offer: self.offer_id.parse().map_err(|_| corrupt())?,
            agreed_version: self.number,
            client: self.client_id.parse().map_err(|_| corrupt())?,
            provider: self.provider_id.parse().map_err(|_| corrupt())?,
            kind: TermsKind::from_word(&self.kind).ok_or_else(corrupt)?,
            settlement: Settlement::from_word(&self.settlement).ok_or_else(corrupt)?,
            revisions: match self.revisions {
                Some(count) => Revisions::UpTo(number(count)?),
                None => Revisions::Unlimited,
            },
            questions: serde_json::from_str(&self.questions).map_err(|_| corrupt())?,
            answers: answers.map_err(|_| corrupt())?,
            rhythm,
            weekly_hours: self.weekly_hours.map(number).transpose()?,
            milestones,
            answer_by: self.answer_by.and_then(Instant::from_timestamp_millis),
            created_at: Instant::from_timestamp_millis(self.created_at).ok_or_else(corrupt)?,
            title: self.title,
        })
    }
}

impl MilestoneRow {
    fn all(order: &Order) -> impl Iterator<Item = Self> + '_ {
        (1..).zip(&order.milestones).map(|(number, it)| Self::of(order.id, number, it))
    }

    fn of(order: OrderId, number: i32, it: &Milestone) -> Self {
        let (started_at, at, until) = match it.state {
            MilestoneState::Pending { opens_at } => (None, None, opens_at),
            MilestoneState::Started { started_at, due_at }
            | MilestoneState::RevisionRequested { started_at, due_at } => {
                (Some(started_at), None, Some(due_at))
            }
            MilestoneState::Delivered { started_at, delivered_at, accept_by } => {
                (Some(started_at), Some(delivered_at), Some(accept_by))
            }
            MilestoneState::Accepted { started_at, accepted_at } => {
                (Some(started_at), Some(accepted_at), None)
            }
            MilestoneState::Cancelled { cancelled_at } => (None, Some(cancelled_at), None),
        };
        let millis = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        Self {
            order_id: order.to_string(),
            number,
            name: it.name.clone(),
            net_amount: it.net.amount,
            gross_amount: it.gross.amount,
            currency: it.gross.currency.code().to_owned(),
            days: whole(Some(it.days)).unwrap_or(i32::MAX),
            revisions_used: whole(Some(it.revisions_used)).unwrap_or(i32::MAX),
            state: it.state.as_str().to_owned(),
            started_at: millis(started_at),
            at: millis(at),
            until: millis(until),
        }
    }

    fn state(&self) -> Option<MilestoneState> {
        let started_at = self.started_at.and_then(Instant::from_timestamp_millis);
        let at = self.at.and_then(Instant::from_timestamp_millis);
        let until = self.until.and_then(Instant::from_timestamp_millis);
        Some(match self.state.as_str() {
            "pending" => MilestoneState::Pending { opens_at: until },
            "started" => MilestoneState::Started { started_at: started_at?, due_at: until? },
            "revision_requested" => {
                MilestoneState::RevisionRequested { started_at: started_at?, due_at: until? }
            }
            "delivered" => MilestoneState::Delivered {
                started_at: started_at?,
                delivered_at: at?,
                accept_by: until?,
            },
            "accepted" => MilestoneState::Accepted { started_at: started_at?, accepted_at: at? },
            "cancelled" => MilestoneState::Cancelled { cancelled_at: at? },
            _ => return None,
        })
    }
}

impl TryFrom<MilestoneRow> for Milestone {
    type Error = Error;

    fn try_from(row: MilestoneRow) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("order_milestones", &row.order_id);
        let currency = Currency::from_code(&row.currency).ok_or_else(corrupt)?;
        Ok(Self {
            state: row.state().ok_or_else(corrupt)?,
            net: Money { amount: row.net_amount, currency },
            gross: Money { amount: row.gross_amount, currency },
            days: u32::try_from(row.days).map_err(|_| corrupt())?,
            revisions_used: u32::try_from(row.revisions_used).map_err(|_| corrupt())?,
            name: row.name,
        })
    }
}
