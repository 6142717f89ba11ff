//! Rows of the leases: of several workers, one works. A lease ends by itself, so that another takes over
//! from a worker that died; the nodes' clocks need to agree better than a lease lasts.

use diesel::prelude::*;
use estrade_domain::world::Instant;

use crate::{Error, Tx, schema::leases};

/// Takes a lease or renews it; no when another holds it.
pub fn take(tx: &mut Tx<'_>, name: &str, holder: &str, until: Instant) -> Result<bool, Error> {
    let (now, until) = (tx.now().timestamp_millis(), until.timestamp_millis());
    let free = leases::table
        .filter(leases::name.eq(name))
        .filter(leases::holder.eq(holder).or(leases::until.le(now)));
    let taken = diesel::update(free)
        .set((leases::holder.eq(holder), leases::until.eq(until)))
        .execute(&mut **tx)?;
    if taken == 1 {
        return Ok(true);
    }
    let known: Option<String> =
        leases::table.find(name).select(leases::holder).first(&mut **tx).optional()?;
    if known.is_some() {
        return Ok(false);
    }
    let inserted = diesel::insert_into(leases::table)
        .values((leases::name.eq(name), leases::holder.eq(holder), leases::until.eq(until)))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        // Another was quicker: beginning again finds its lease.
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        Err(error) => Err(error),
        Ok(_) => Ok(true),
    }
}

/// Gives a lease back, so that another need not wait for its end.
pub fn release(tx: &mut Tx<'_>, name: &str, holder: &str) -> Result<(), Error> {
    let own = leases::table.filter(leases::name.eq(name)).filter(leases::holder.eq(holder));
    diesel::delete(own).execute(&mut **tx)?;
    Ok(())
}
