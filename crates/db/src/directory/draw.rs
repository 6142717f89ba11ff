//! The draw of the day: every provider's rank, made anew after midnight in Paris.

use diesel::prelude::*;
use estrade_domain::{actor::OrganizationKind, directory::day_of_draw, ids::OrganizationId};

use super::standing;
use crate::{
    Conn, Db, Error, Tx, organizations,
    schema::{directory_entries, organizations as parties},
};

/// So few in one transaction that nobody waits long for it: one provider has up to 714 rows.
const CHUNK: i64 = 20;

/// Gives every provider its rank of today; says how many had another. Done again on the same day it
/// changes nothing, so it may be stopped and begun anew.
pub async fn reshuffle(db: &Db) -> Result<usize, Error> {
    let mut moved = 0;
    let mut after = String::new();
    loop {
        let from = after.clone();
        let chunk: Vec<String> = db.read(move |conn| next(conn, &from)).await?;
        let Some(last) = chunk.last() else { return Ok(moved) };
        after.clone_from(last);
        moved += db.write(move |tx| rerank(tx, &chunk)).await?;
    }
}

fn next(conn: &mut Conn, after: &str) -> Result<Vec<String>, Error> {
    Ok(parties::table
        .filter(parties::id.gt(after))
        .filter(parties::kind.eq(OrganizationKind::Provider.as_str()))
        .filter(parties::plan.is_not_null())
        .order(parties::id)
        .limit(CHUNK)
        .select(parties::id)
        .load(conn)?)
}

fn rerank(tx: &mut Tx<'_>, chunk: &[String]) -> Result<usize, Error> {
    let day = day_of_draw(tx.now());
    let mut moved = 0;
    for id in chunk {
        let provider: OrganizationId =
            id.parse().map_err(|_| Error::corrupt("organizations", id))?;
        let provider = organizations::get(tx, provider)?;
        let Some(standing) = standing(tx, &provider)? else { continue };
        let stale = directory_entries::table
            .filter(directory_entries::organization_id.eq(id))
            .filter(directory_entries::rank.ne(standing.rank(provider.id, day)));
        let changed = diesel::update(stale)
            .set(directory_entries::rank.eq(standing.rank(provider.id, day)))
            .execute(&mut **tx)?;
        moved += usize::from(changed > 0);
    }
    Ok(moved)
}
