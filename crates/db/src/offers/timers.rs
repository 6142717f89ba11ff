//! What the timers of offers and choices do.

use estrade_domain::{
    ids::{LotId, OfferId},
    offers::Answers,
    world::Instant,
};

use super::{complete, custom, get, record};
use crate::{Error, Tx, facts, lots};

/// Half of the time to confirm has passed.
pub fn remind_choice(tx: &mut Tx<'_>, lot: LotId, due_at: Instant) -> Result<(), Error> {
    let lot = lots::get(tx, lot)?;
    let Some(award) = lot.state.award() else {
        return Ok(());
    };
    let deal = complete(tx, award.offer)?;
    let fact = deal.remind(due_at, tx.now());
    facts::record(tx, None, fact.as_slice())
}

/// The time to confirm is over.
pub fn expire_choice(tx: &mut Tx<'_>, lot: LotId) -> Result<(), Error> {
    let lot = lots::get(tx, lot)?;
    let Some(award) = lot.state.award() else {
        return Ok(());
    };
    let seen = complete(tx, award.offer)?;
    if let Some(change) = seen.clone().expire_choice(tx.now()) {
        record(tx, None, change, &seen)?;
    }
    Ok(())
}

/// An offer passed its date.
pub fn expire(tx: &mut Tx<'_>, offer: OfferId) -> Result<(), Error> {
    if get(tx, offer)?.answers == Answers::Nothing {
        return custom::expire(tx, offer);
    }
    let seen = complete(tx, offer)?;
    if let Some(change) = seen.clone().expire(tx.now()) {
        record(tx, None, change, &seen)?;
    }
    Ok(())
}
