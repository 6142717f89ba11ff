//! What the timers of tenders do.

use diesel::prelude::*;
use estrade_domain::{
    deadlines::DeadlineAction,
    ids::{LotId, TenderId},
    lots::LotStatus,
    offers::EndReason,
    tenders::Tender,
    world::Instant,
};

use super::{get, write};
use crate::{Error, Tx, deadlines, facts, listings, offers, schema::tenders};

/// Sets the timers that a tender runs on.
pub(super) fn set(tx: &mut Tx<'_>, tender: &Tender) -> Result<(), Error> {
    for (action, due_at) in tender.timers(tx.now()) {
        deadlines::insert(tx, tender.id, action, due_at)?;
    }
    Ok(())
}

/// The event is over: the tender leaves the lists, the client hears what is left to do.
pub fn pass(tx: &mut Tx<'_>, id: TenderId, due_at: Instant) -> Result<(), Error> {
    let tender = held(tx, id)?;
    listings::refresh_with(tx, &tender)?;
    let fact = tender.pass(due_at, tx.now());
    facts::record(tx, None, fact.as_slice())
}

/// What nobody does is closed. A choice that waits, or another day, puts that off.
pub fn lapse(tx: &mut Tx<'_>, id: TenderId) -> Result<(), Error> {
    let before = held(tx, id)?;
    let now = tx.now();
    if let Some(later) = before.lapses_at().filter(|at| *at > now) {
        return deadlines::insert(tx, id, DeadlineAction::TenderLapse, later);
    }
    let Some(change) = before.clone().lapse(now) else {
        return Ok(());
    };
    if change.after == before {
        return facts::record(tx, None, &change.facts);
    }
    let open = |lot: &&estrade_domain::lots::Lot| lot.status() == LotStatus::Open;
    let closed: Vec<LotId> = before.lots.iter().filter(open).map(|lot| lot.id).collect();
    write(tx, None, &before, change, &[])?;
    offers::end_of_lots(tx, None, &closed, EndReason::EventPast)
}

/// Missions are in work long after the event.
pub fn remind_overdue(tx: &mut Tx<'_>, id: TenderId, due_at: Instant) -> Result<(), Error> {
    let fact = get(tx, id)?.overdue(due_at, tx.now());
    facts::record(tx, None, fact.as_slice())
}

/// The tender as nobody changes it before this transaction ends: rows are locked in one order, tender first.
fn held(tx: &mut Tx<'_>, id: TenderId) -> Result<Tender, Error> {
    let row = tenders::table.find(id.to_string());
    diesel::update(row).set(tenders::version.eq(tenders::version)).execute(&mut **tx)?;
    get(tx, id)
}
