//! Rows of the quote requests.
//!
//! Invariant: one that was answered names its offer, and both are written in one transaction.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    change::Change,
    ids::{OrganizationId, QuoteRequestId},
    money::{Currency, Money},
    offers::{CustomOffer, EndReason, Offer},
    quote_requests::{Needs, QuoteRequest, QuoteRequestState, Quoted},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, conversations, deadlines,
    endings::ERASED,
    facts,
    offers::custom::{self, Place, Wanted, Whose},
    page::{Slice, Window},
    schema::quote_requests as rows,
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rows, treat_none_as_null = true)]
struct Row {
    id: String,
    version: i32,
    client_id: String,
    provider_id: String,
    service_id: String,
    needs: String,
    budget_amount: i64,
    currency: String,
    wanted_on: String,
    state: String,
    offer_id: Option<String>,
    expires_at: i64,
    created_at: i64,
}

/// A request with its conversation, for its two sides. It does not exist for others.
pub fn get(conn: &mut Conn, id: QuoteRequestId, actor: &Actor) -> Result<Quoted, Error> {
    let party = actor.organization.to_string();
    let mine = rows::client_id.eq(party.clone()).or(rows::provider_id.eq(party));
    let row: Row =
        rows::table.find(id.to_string()).filter(mine).select(Row::as_select()).first(conn)?;
    with_conversation(conn, row.try_into()?)
}

fn of_id(conn: &mut Conn, id: QuoteRequestId) -> Result<QuoteRequest, Error> {
    rows::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

fn with_conversation(conn: &mut Conn, request: QuoteRequest) -> Result<Quoted, Error> {
    let id = conversations::of_pair(conn, request.client, request.provider)?;
    let conversation = conversations::of_id(conn, id.ok_or(Error::NotFound)?)?;
    Ok(Quoted { request, conversation })
}

/// The requests of one side, the latest first.
pub fn list(
    conn: &mut Conn,
    actor: &Actor,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Slice<QuoteRequest>, Error> {
    let party = actor.organization.to_string();
    let mut query = rows::table
        .order((rows::created_at.desc(), rows::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    query = if actor.kind == OrganizationKind::Client {
        query.filter(rows::client_id.eq(party))
    } else {
        query.filter(rows::provider_id.eq(party))
    };
    if wanted.open {
        query = query.filter(rows::state.eq(QuoteRequestState::Open.as_str()));
    }
    if let Some(id) = wanted.conversation {
        let pair = conversations::get(conn, id, actor)?.conversation;
        query = query
            .filter(rows::client_id.eq(pair.client.to_string()))
            .filter(rows::provider_id.eq(pair.provider.to_string()));
    }
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(rows::created_at.le(*created_at))
            .filter(rows::created_at.lt(*created_at).or(rows::id.lt(id)));
    }
    Ok(window.cut(all(query.load(conn)?)?))
}

/// Some requests by their id, as the timeline of one conversation shows them.
pub fn by_ids(
    conn: &mut Conn,
    ids: impl IntoIterator<Item = QuoteRequestId>,
) -> Result<BTreeMap<QuoteRequestId, QuoteRequest>, Error> {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found = rows::table.filter(rows::id.eq_any(ids)).select(Row::as_select()).load(conn)?;
    Ok(all(found)?.into_iter().map(|request| (request.id, request)).collect())
}

/// The requests between two that wait for an answer.
pub fn open_between(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Vec<QuoteRequest>, Error> {
    open_of(conn, Whose::Pairs(client, provider))
}

fn open_of(conn: &mut Conn, whose: Whose) -> Result<Vec<QuoteRequest>, Error> {
    let mut query = rows::table
        .filter(rows::state.eq(QuoteRequestState::Open.as_str()))
        .order(rows::id)
        .select(Row::as_select())
        .into_boxed();
    let (client, provider) = whose.sides();
    if let Some(client) = client {
        query = query.filter(rows::client_id.eq(client.to_string()));
    }
    if let Some(provider) = provider {
        query = query.filter(rows::provider_id.eq(provider.to_string()));
    }
    all(query.load(conn)?)
}

/// Records a new request; the first of a pair begins its conversation.
pub fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<QuoteRequest>,
) -> Result<Quoted, Error> {
    let Change { after, facts, .. } = change;
    diesel::insert_into(rows::table).values(&Row::from(&after)).execute(&mut **tx)?;
    let (action, due_at) = after.timer();
    deadlines::insert(tx, after.id, action, due_at)?;
    facts::record(tx, Some(actor), &facts)?;
    with_conversation(tx, after)
}

/// Records a decision about a request. `actor` is none for a timer.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<QuoteRequest>,
) -> Result<QuoteRequest, Error> {
    let seen = change.after.version;
    let after = QuoteRequest { version: seen + 1, ..change.after };
    let row = rows::table.filter(rows::id.eq(after.id.to_string())).filter(rows::version.eq(seen));
    if diesel::update(row).set(&Row::from(&after)).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    facts::record(tx, actor, &change.facts)?;
    Ok(after)
}

/// Records an offer that answers a request.
pub fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    request: Change<QuoteRequest>,
    offer: Change<Offer>,
) -> Result<CustomOffer, Error> {
    let custom = custom::insert(tx, actor, offer)?;
    record(tx, Some(actor), request)?;
    Ok(custom)
}

pub(crate) fn expire(tx: &mut Tx<'_>, id: QuoteRequestId) -> Result<(), Error> {
    match of_id(tx, id)?.expire(tx.now()) {
        Some(change) => record(tx, None, change).map(|_| ()),
        None => Ok(()),
    }
}

/// Declines what waits between two, with the conversation.
pub fn decline_between(
    tx: &mut Tx<'_>,
    actor: &Actor,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<(), Error> {
    for request in open_between(tx, client, provider)? {
        if let Some(change) = request.decline_with_all() {
            record(tx, Some(actor), change)?;
        }
    }
    Ok(())
}

/// Ends what waits for an answer.
pub(crate) fn end_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    whose: Whose,
    reason: EndReason,
) -> Result<(), Error> {
    for request in open_of(tx, whose)? {
        if let Some(change) = request.end(reason) {
            record(tx, Some(actor), change)?;
        }
    }
    Ok(())
}

/// What an erased client needed is gone.
pub(crate) fn forget(tx: &mut Tx<'_>, client: OrganizationId) -> Result<(), Error> {
    diesel::update(rows::table.filter(rows::client_id.eq(client.to_string())))
        .set(rows::needs.eq(ERASED))
        .execute(&mut **tx)?;
    Ok(())
}

fn all(rows: Vec<Row>) -> Result<Vec<QuoteRequest>, Error> {
    rows.into_iter().map(QuoteRequest::try_from).collect()
}

impl From<&QuoteRequest> for Row {
    fn from(it: &QuoteRequest) -> Self {
        Self {
            id: it.id.to_string(),
            version: it.version,
            client_id: it.client.to_string(),
            provider_id: it.provider.to_string(),
            service_id: it.service.to_string(),
            needs: it.needs.text.clone(),
            budget_amount: it.needs.budget.amount,
            currency: it.needs.budget.currency.code().to_owned(),
            wanted_on: it.needs.wanted_on.to_string(),
            state: it.state.as_str().to_owned(),
            offer_id: it.offer.map(|id| id.to_string()),
            expires_at: it.expires_at.timestamp_millis(),
            created_at: it.created_at.timestamp_millis(),
        }
    }
}

impl TryFrom<Row> for QuoteRequest {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("quote_requests", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let currency = Currency::from_code(&row.currency).ok_or_else(corrupt)?;
        let offer = row.offer_id.as_deref().map(str::parse).transpose();
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            client: row.client_id.parse().map_err(|_| corrupt())?,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            service: row.service_id.parse().map_err(|_| corrupt())?,
            state: QuoteRequestState::from_word(&row.state).ok_or_else(corrupt)?,
            offer: offer.map_err(|_| corrupt())?,
            expires_at: instant(row.expires_at)?,
            created_at: instant(row.created_at)?,
            needs: Needs {
                wanted_on: row.wanted_on.parse::<NaiveDate>().map_err(|_| corrupt())?,
                budget: Money { amount: row.budget_amount, currency },
                text: row.needs,
            },
        })
    }
}
