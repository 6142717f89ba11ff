//! What happened lately, for those who watch.

use diesel::prelude::*;
use estrade_domain::{
    ids::{FactId, Id, OrganizationId},
    world::Instant,
};
use uuid::Uuid;

use crate::{Conn, Error, schema::facts};

/// A fact that a client, a provider or both may hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Its place in the log.
    pub id: String,
    /// `thing.happened`.
    pub kind: String,
    /// The id of the thing it is about.
    pub subject: String,
    /// When.
    pub at: Instant,
    /// The client it concerns.
    pub client: Option<OrganizationId>,
    /// The provider it concerns.
    pub provider: Option<OrganizationId>,
}

/// A part of the log.
#[derive(Debug, Clone)]
pub struct Lately {
    /// Those that concern a client or a provider, in their order.
    pub facts: Vec<Happened>,
    /// The place after which there is more.
    pub next: Option<String>,
}

type Found = (String, String, String, i64, Option<String>, Option<String>);

/// The place in the log of a moment: ids begin with their time.
#[must_use]
pub fn place_at(at: Instant) -> String {
    let millis = u128::try_from(at.timestamp_millis()).unwrap_or_default();
    FactId::from_uuid(Uuid::from_u128(millis << 80)).to_string()
}

/// The facts after a place: a range of the primary key.
pub fn since(conn: &mut Conn, place: &str, limit: i64) -> Result<Lately, Error> {
    let found: Vec<Found> = facts::table
        .filter(facts::id.gt(place))
        .order(facts::id)
        .limit(limit)
        .select((
            facts::id,
            facts::kind,
            facts::subject,
            facts::at,
            facts::client_id,
            facts::provider_id,
        ))
        .load(conn)?;
    let is_full = i64::try_from(found.len()).is_ok_and(|count| count == limit);
    let next = found.last().filter(|_| is_full).map(|(id, ..)| id.clone());
    let facts = found
        .into_iter()
        .filter(|(.., client, provider)| client.is_some() || provider.is_some())
        .map(|(id, kind, subject, at, client, provider)| {
            let corrupt = || Error::corrupt("facts", &id);
            let party = |id: Option<String>| id.map(|id| id.parse()).transpose();
            Ok(Happened {
                at: Instant::from_timestamp_millis(at).ok_or_else(corrupt)?,
                client: party(client).map_err(|_| corrupt())?,
                provider: party(provider).map_err(|_| corrupt())?,
                id,
                kind,
                subject,
            })
        })
        .collect::<Result<_, Error>>()?;
    Ok(Lately { facts, next })
}
