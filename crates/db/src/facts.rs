//! The log of decisions: written with each decision, read by the relay and by the operator.

use diesel::prelude::*;
use estrade_domain::{actor::Actor, facts::Fact, ids::FactId, world::Instant};

use crate::{Conn, Error, Tx, schema::facts};

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
    relayed_at: Option<i64>,
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

/// Records what happened, in the transaction of the decision.
pub fn record(tx: &mut Tx<'_>, actor: Option<&Actor>, happened: &[Fact]) -> Result<(), Error> {
    for fact in happened {
        let (client, provider) = fact.parties();
        let row = Row {
            id: tx.id::<FactId>().to_string(),
            kind: fact.kind().to_owned(),
            at: tx.now().timestamp_millis(),
            account_id: actor.map(|actor| actor.account.to_string()),
            organization_id: actor.map(|actor| actor.organization.to_string()),
            subject: fact.subject(),
            client_id: client.map(|id| id.to_string()),
            provider_id: provider.map(|id| id.to_string()),
            payload: serde_json::to_string(fact)
                .map_err(|_| Error::corrupt("facts", fact.kind()))?,
            relayed_at: None,
        };
        diesel::insert_into(facts::table).values(&row).execute(&mut **tx)?;
    }
    Ok(())
}

/// The oldest facts that the relay has not seen to yet.
pub fn unrelayed(conn: &mut Conn, limit: i64) -> Result<Vec<Recorded>, Error> {
    facts::table
        .filter(facts::relayed_at.is_null())
        .order(facts::id)
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(Recorded::try_from)
        .collect()
}

/// The relay has seen to it.
pub fn mark_relayed(tx: &mut Tx<'_>, id: FactId) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::update(facts::table.filter(facts::id.eq(id.to_string())))
        .set(facts::relayed_at.eq(Some(now)))
        .execute(&mut **tx)?;
    Ok(())
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
