//! What happened lately, for those who watch.

use diesel::prelude::*;
use estrade_domain::{
    facts::{Access, Fact},
    ids::{FactId, Id, OrganizationId},
    world::Instant,
};
use uuid::Uuid;

use crate::{Conn, Error, schema::facts};

/// A fact that a client, a provider or both may hear of, or after which some may hear no more.
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
    /// Whose access it may have ended.
    pub may_end: Option<Access>,
}

/// A part of the log.
#[derive(Debug, Clone)]
pub struct Lately {
    /// Those that concern someone who may listen, in their order.
    pub facts: Vec<Happened>,
    /// The place after which there is more.
    pub next: Option<String>,
}

type Found = (String, String, String, i64, Option<String>, Option<String>, String);

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
            facts::payload,
        ))
        .load(conn)?;
    let is_full = i64::try_from(found.len()).is_ok_and(|count| count == limit);
    let next = found.last().filter(|_| is_full).map(|(id, ..)| id.clone());
    let facts = found.into_iter().filter_map(|row| read(row).transpose());
    Ok(Lately { facts: facts.collect::<Result<_, Error>>()?, next })
}

/// None when nobody is to hear of it. What concerns no side may still end an access.
fn read(row: Found) -> Result<Option<Happened>, Error> {
    let (id, kind, subject, at, client, provider, payload) = row;
    let corrupt = || Error::corrupt("facts", &id);
    let party = |id: Option<String>| id.map(|id| id.parse()).transpose();
    let concerns_nobody = client.is_none() && provider.is_none();
    let may_end = if concerns_nobody {
        // An entry that this version cannot read ends nothing.
        serde_json::from_str::<Fact>(&payload).ok().and_then(|fact| fact.may_end())
    } else {
        None
    };
    if concerns_nobody && may_end.is_none() {
        return Ok(None);
    }
    Ok(Some(Happened {
        at: Instant::from_timestamp_millis(at).ok_or_else(corrupt)?,
        client: party(client).map_err(|_| corrupt())?,
        provider: party(provider).map_err(|_| corrupt())?,
        may_end,
        id,
        kind,
        subject,
    }))
}
