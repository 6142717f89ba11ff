//! The log of decisions: written with each decision, read by the relay and by the operator.

mod forgetting;
mod live;
mod log;

use diesel::prelude::*;
use estrade_domain::{actor::Actor, facts::Fact, ids::FactId, world::Instant};

pub(crate) use forgetting::{about, forget_attempts, forget_words};
pub use live::{Happened, Lately, place_at, since};
pub use log::{Entry, log};

use crate::{Conn, Error, Tx, conversations, schema::facts};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = facts)]
struct Row {
    id: String,
    kind: String,
    at: i64,
    account_id: Option<String>,
    organization_id: Option<String>,
    subject: String,
    client_id: Option<String>,
    provider_id: Option<String>,
    payload: String,
    relay_due_at: Option<i64>,
    relay_after: String,
    relay_tries: i32,
}

/// A fact with who did it and when.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Its place in the log.
    pub id: FactId,
    /// When.
    pub at: Instant,
    /// The account that decided; none when a deadline did.
    pub account_id: Option<String>,
    /// What happened.
    pub fact: Fact,
}

/// A fact of which someone is still to be told.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its place in the log.
    pub id: String,
    /// Who was told last; empty at the beginning.
    pub after: String,
    /// How often going on failed since.
    pub tries: i32,
}

/// What a fact says, unless this version of the program cannot read it.
pub type Legible = Result<Recorded, Error>;

/// Records what happened, in the transaction of the decision.
pub fn record(tx: &mut Tx<'_>, actor: Option<&Actor>, happened: &[Fact]) -> Result<(), Error> {
    append(tx, actor, happened).map(|_| ())
}

/// The same, for who refers to what happened: the places of the facts in the log.
pub(crate) fn append(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    happened: &[Fact],
) -> Result<Vec<FactId>, Error> {
    let mut places = Vec::with_capacity(happened.len());
    for fact in happened {
        let (client, provider) = fact.parties();
        let id: FactId = tx.id();
        places.push(id);
        let row = Row {
            id: id.to_string(),
            kind: fact.kind().to_owned(),
            at: tx.now().timestamp_millis(),
            account_id: actor.map(|actor| actor.account.to_string()),
            organization_id: actor.map(|actor| actor.organization.to_string()),
            subject: fact.subject(),
            client_id: client.map(|id| id.to_string()),
            provider_id: provider.map(|id| id.to_string()),
            payload: serde_json::to_string(fact)
                .map_err(|_| Error::corrupt("facts", fact.kind()))?,
            relay_due_at: Some(tx.now().timestamp_millis()),
            relay_after: String::new(),
            relay_tries: 0,
        };
        diesel::insert_into(facts::table).values(&row).execute(&mut **tx)?;
        if let Some(news) = fact.news() {
            conversations::note(tx, actor, fact, &news)?;
        }
    }
    Ok(places)
}

/// The oldest facts of which someone is still to be told.
pub fn unrelayed(conn: &mut Conn, limit: i64) -> Result<Vec<Recorded>, Error> {
    let waiting = facts::table
        .filter(facts::relay_due_at.is_not_null())
        .order(facts::id)
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    waiting.into_iter().map(Recorded::try_from).collect()
}

/// The facts with which the relay is to go on now, the one that waits longest first.
pub fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<(Waiting, Legible)>, Error> {
    let due = facts::table
        .filter(facts::relay_due_at.le(now.timestamp_millis()))
        .order((facts::relay_due_at, facts::id))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    Ok(due.into_iter().map(|row| (Waiting::from(&row), row.try_into())).collect())
}

/// Takes a fact up where it was left. No when another relay took it up meanwhile: then nothing is to be done.
pub fn take(tx: &mut Tx<'_>, waiting: &Waiting) -> Result<bool, Error> {
    let taken = diesel::update(as_seen(waiting))
        .set(facts::relay_tries.eq(facts::relay_tries + 1))
        .execute(&mut **tx)?;
    Ok(taken == 1)
}

/// Everyone was told.
pub fn mark_relayed(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    diesel::update(facts::table.find(id))
        .set(facts::relay_due_at.eq(None::<i64>))
        .execute(&mut **tx)?;
    Ok(())
}

/// Those up to this one were told; the others follow in another transaction.
pub fn go_on_after(tx: &mut Tx<'_>, id: &str, after: &str) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::update(facts::table.find(id))
        .set((
            facts::relay_due_at.eq(Some(now)),
            facts::relay_after.eq(after),
            facts::relay_tries.eq(0),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Not now, though nothing failed: it is taken up again at this moment.
pub fn wait_until(tx: &mut Tx<'_>, id: &str, at: Instant) -> Result<(), Error> {
    diesel::update(facts::table.find(id))
        .set((facts::relay_due_at.eq(Some(at.timestamp_millis())), facts::relay_tries.eq(0)))
        .execute(&mut **tx)?;
    Ok(())
}

/// It failed: tried again later, so that it keeps no other waiting.
pub fn put_off(tx: &mut Tx<'_>, waiting: &Waiting, again_at: Instant) -> Result<(), Error> {
    diesel::update(as_seen(waiting))
        .set((
            facts::relay_due_at.eq(Some(again_at.timestamp_millis())),
            facts::relay_tries.eq(facts::relay_tries + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn as_seen<'a>(waiting: &'a Waiting) -> _ {
    let id: &'a str = waiting.id.as_str();
    let after: &'a str = waiting.after.as_str();
    let tries: i32 = waiting.tries;
    facts::table
        .filter(facts::id.eq(id))
        .filter(facts::relay_due_at.is_not_null())
        .filter(facts::relay_after.eq(after))
        .filter(facts::relay_tries.eq(tries))
}

impl From<&Row> for Waiting {
    fn from(row: &Row) -> Self {
        Self { id: row.id.clone(), after: row.relay_after.clone(), tries: row.relay_tries }
    }
}

impl TryFrom<Row> for Recorded {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("facts", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            at: Instant::from_timestamp_millis(row.at).ok_or_else(corrupt)?,
            account_id: row.account_id.clone(),
            fact: serde_json::from_str(&row.payload).map_err(|_| corrupt())?,
        })
    }
}
