//! The draw of the day: every provider's rank, made anew after midnight in Paris.

use diesel::prelude::*;
use estrade_domain::{actor::OrganizationKind, ids::OrganizationId};

use super::rerank;
use crate::{Error, Tx, schema::organizations};

/// So few in one transaction that nobody waits long for it: one provider has up to 714 rows.
const CHUNK: i64 = 20;

/// A part of the draw.
#[derive(Debug, Clone, Copy)]
pub struct Drawn {
    /// How many providers had another rank.
    pub moved: usize,
    /// After whom to go on; none when the draw is done.
    pub next_after: Option<OrganizationId>,
}

/// Gives the next providers their rank of today. Done again on the same day it changes nothing, so a draw
/// may be broken off and begun anew.
pub fn draw(tx: &mut Tx<'_>, after: Option<OrganizationId>) -> Result<Drawn, Error> {
    let ids: Vec<String> = organizations::table
        .filter(organizations::id.gt(after.map(|id| id.to_string()).unwrap_or_default()))
        .filter(organizations::kind.eq(OrganizationKind::Provider.as_str()))
        .filter(organizations::plan.is_not_null())
        .order(organizations::id)
        .limit(CHUNK)
        .select(organizations::id)
        .load(&mut **tx)?;
    let mut drawn = Drawn { moved: 0, next_after: None };
    for id in ids {
        let provider = id.parse().map_err(|_| Error::corrupt("organizations", id))?;
        drawn.moved += usize::from(rerank(tx, provider)?);
        drawn.next_after = Some(provider);
    }
    Ok(drawn)
}
