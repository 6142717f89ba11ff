//! Rows of the offers and of their versions; what is decided about an offer is recorded with its lot.
//!
//! Invariants: the row of an offer repeats its version in force; a version is never written again.
//! Rows are locked in one order, tender, lot, offer, so that two decisions wait for each other instead
//! of blocking each other: a lot that a decision relies on is held even when it does not change.

pub mod custom;
mod lists;
mod pair;
mod rows;
mod timers;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    facts::Fact,
    ids::{LotId, OfferId, OrganizationId, TenderId},
    limits::Limits,
    lots::{Lot, LotState},
    offers::{Answers, Call, Deal, EndReason, Engaged, Offer, OfferAction, OfferRefusal},
    organizations::Organization,
};

pub use lists::{Mine, MyTab, Place, Rival, of_lot, of_provider, rival, versions};
pub use pair::open_between;
pub use timers::{expire, expire_choice, remind_choice};

use crate::{
    Conn, Error, Tx, deadlines, directory, facts, listings, lots, orders, organizations, reviews,
    schema::{events, lots as lot_rows, offers, tenders},
};

/// The offer with this id.
pub fn get(conn: &mut Conn, id: OfferId) -> Result<Offer, Error> {
    rows::first(conn, offers::table.find(id.to_string()).into_boxed())
}

/// The offer of a provider for a lot, if it made one.
pub fn find(conn: &mut Conn, lot: LotId, provider: OrganizationId) -> Result<Option<Offer>, Error> {
    let made = offers::table
        .filter(offers::lot_id.eq(lot.to_string()))
        .filter(offers::provider_id.eq(provider.to_string()))
        .into_boxed();
    match rows::first(conn, made) {
        Err(Error::NotFound) => Ok(None),
        outcome => outcome.map(Some),
    }
}

/// The lots of a tender for which someone made an offer, whatever came of it.
pub fn answered_lots(conn: &mut Conn, tender: TenderId) -> Result<Vec<LotId>, Error> {
    let lots: Vec<Option<String>> = offers::table
        .filter(offers::tender_id.eq(tender.to_string()))
        .select(offers::lot_id)
        .distinct()
        .load(conn)?;
    lots.iter().flatten().map(|id| id.parse().map_err(|_| Error::corrupt("offers", id))).collect()
}

/// What offers need to know of a tender.
pub fn call(conn: &mut Conn, tender: TenderId) -> Result<Call, Error> {
    let row: rows::CallRow = tenders::table
        .inner_join(events::table.on(events::id.eq(tenders::event_id)))
        .filter(tenders::id.eq(tender.to_string()))
        .select(rows::CallRow::as_select())
        .first(conn)?;
    row.call(tender)
}

/// An offer with its lot, for those who decide about it: its provider and its client. It does not exist
/// for others.
pub fn deal(conn: &mut Conn, id: OfferId, actor: &Actor) -> Result<Deal, Error> {
    let deal = complete(conn, id)?;
    if actor.is_of(deal.offer.provider) || actor.is_of(deal.offer.client) {
        Ok(deal)
    } else {
        Err(Error::NotFound)
    }
}

/// The offer that a lot is given to, for its two sides; none while no one is chosen. The lot does not exist
/// for others.
pub fn deal_of_lot(conn: &mut Conn, id: LotId, actor: &Actor) -> Result<Option<Deal>, Error> {
    let lot = lots::get(conn, id)?;
    let award = lot.state.award();
    if !actor.is_of(lot.client) && !award.is_some_and(|award| actor.is_of(award.provider)) {
        return Err(Error::NotFound);
    }
    award.map(|award| complete(conn, award.offer)).transpose()
}

/// A provider before a lot: what `Application` judges.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The lot.
    pub lot: Lot,
    /// Its tender.
    pub call: Call,
    /// Who would apply.
    pub provider: Organization,
    /// What it had offered.
    pub earlier: Option<Offer>,
}

impl Asked {
    /// The same, as the domain takes it.
    #[must_use]
    pub fn application(&self) -> estrade_domain::offers::Application<'_> {
        estrade_domain::offers::Application {
            lot: &self.lot,
            call: &self.call,
            provider: &self.provider,
            earlier: self.earlier.as_ref(),
        }
    }
}

/// A published lot and the party that looks at it. A lot of a draft does not exist for others.
pub fn asked(conn: &mut Conn, lot: LotId, actor: &Actor) -> Result<Asked, Error> {
    let lot = lots::get(conn, lot)?;
    if lot.state == LotState::Draft {
        return Err(Error::NotFound);
    }
    Ok(Asked {
        call: call(conn, lot.tender)?,
        provider: organizations::get(conn, actor.organization)?,
        earlier: find(conn, lot.id, actor.organization)?,
        lot,
    })
}

pub(crate) fn complete(conn: &mut Conn, id: OfferId) -> Result<Deal, Error> {
    let offer = get(conn, id)?;
    // A custom offer has no lot to be decided with: see `custom`.
    let Answers::Lot { lot, tender, .. } = offer.answers else { return Err(Error::NotFound) };
    Ok(Deal {
        lot: lots::get(conn, lot)?,
        call: call(conn, tender)?,
        review: reviews::of_lot(conn, lot)?,
        offer,
    })
}

/// Records an application.
pub fn apply(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Offer>,
    asked: &Asked,
) -> Result<Deal, Error> {
    hold(tx, &asked.lot)?;
    let offer = match asked.earlier {
        Some(_) => rows::update(tx, change.after)?,
        None => rows::insert(tx, change.after)?,
    };
    rows::insert_version(tx, &offer)?;
    facts::record(tx, Some(actor), &change.facts)?;
    let deal = Deal { offer, lot: asked.lot.clone(), call: asked.call.clone(), review: None };
    set_timers(tx, &deal)?;
    Ok(deal)
}

/// Records a decision about an offer and its lot, as they were seen before. `actor` is none for a timer.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<Deal>,
    seen: &Deal,
) -> Result<Deal, Error> {
    let mut deal = change.after;
    if deal.lot == seen.lot {
        hold(tx, &deal.lot)?;
    } else {
        deal.lot = lots::update(tx, deal.lot)?;
    }
    if deal.offer != seen.offer {
        deal.offer = rows::update(tx, deal.offer)?;
    }
    if deal.offer.current.number != seen.offer.current.number {
        rows::insert_version(tx, &deal.offer)?;
    }
    facts::record(tx, actor, &change.facts)?;
    count_answers(tx, &change.facts)?;
    if matches!(deal.lot.state, LotState::InWork { .. }) && deal.lot != seen.lot {
        end_of_lots(tx, actor, &[deal.lot.id], EndReason::LotConfirmed)?;
    }
    if deal.lot.status() != seen.lot.status() {
        listings::refresh(tx, deal.lot.tender)?;
    }
    set_timers(tx, &deal)?;
    Ok(deal)
}

/// The provider confirms: the lot is in work, and its mission an order.
pub fn confirm(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seen: &Deal,
    limits: &Limits,
) -> Result<Deal, Error> {
    let provider = organizations::get(tx, seen.offer.provider)?;
    let (order, now) = (tx.id(), tx.now());
    let change = seen.clone().confirm(actor, &provider, order, limits, now)?;
    let Engaged { deal, order } = change.after;
    let deal = record(tx, Some(actor), Change::told(deal, change.facts), seen)?;
    orders::insert(tx, &order)?;
    Ok(deal)
}

/// The client ends the mission of a lot, and the lot with it (S1-049).
pub fn end_mission(tx: &mut Tx<'_>, actor: &Actor, seen: &Deal) -> Result<Deal, Error> {
    let now = tx.now();
    seen.permits(OfferAction::Complete, actor, now)?;
    let order = orders::of_lot(tx, seen.lot.id)?.ok_or(OfferRefusal::NotInWork)?;
    orders::record(tx, Some(actor), order.complete(actor, now)?)?;
    complete(tx, seen.offer.id)
}

/// Records that the operator ended a mission, and its lot with it.
pub fn end_stuck(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Engaged>,
    seen: &Deal,
) -> Result<Deal, Error> {
    let Engaged { deal, order } = change.after;
    let deal = record(tx, Some(actor), Change::told(deal, change.facts), seen)?;
    orders::record(tx, Some(actor), Change::silent(order))?;
    Ok(deal)
}

/// Ends what is still offered for some lots. The lots were written before in this transaction.
pub fn end_of_lots(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    lots: &[LotId],
    reason: EndReason,
) -> Result<(), Error> {
    change_each(tx, actor, lots, |offer| offer.end(reason))
}

/// Asks the providers of some lots to hold to their offers, after the tender changed. The lots were
/// written before in this transaction.
pub fn outdate_of_lots(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    lots: &[LotId],
) -> Result<(), Error> {
    change_each(tx, actor, lots, Offer::outdate)
}

fn change_each(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    lots: &[LotId],
    decide: impl Fn(Offer) -> Option<Change<Offer>>,
) -> Result<(), Error> {
    for lot in lots {
        for offer in rows::live_of_lot(tx, *lot)? {
            if let Some(change) = decide(offer) {
                rows::update(tx, change.after)?;
                facts::record(tx, actor, &change.facts)?;
            }
        }
    }
    Ok(())
}

/// Ends what a provider still offers, because its account is closed; lots that had chosen it open again.
pub fn end_of_provider(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    provider: OrganizationId,
) -> Result<(), Error> {
    for id in rows::live_of_provider(tx, provider)? {
        let seen = complete(tx, id)?;
        if let Some(change) = seen.clone().end_with_provider() {
            record(tx, actor, change, &seen)?;
        }
    }
    Ok(())
}

/// Makes sure that nobody changes the lot before this transaction ends.
fn hold(tx: &mut Tx<'_>, lot: &Lot) -> Result<(), Error> {
    let seen = lot_rows::table
        .filter(lot_rows::id.eq(lot.id.to_string()))
        .filter(lot_rows::version.eq(lot.version));
    if diesel::update(seen).set(lot_rows::version.eq(lot.version)).execute(&mut **tx)? == 1 {
        Ok(())
    } else {
        Err(Error::Stale)
    }
}

fn set_timers(tx: &mut Tx<'_>, deal: &Deal) -> Result<(), Error> {
    for (subject, action, due_at) in deal.timers() {
        deadlines::insert(tx, subject, action, due_at)?;
    }
    Ok(())
}

/// A provider that was chosen was asked; confirming, declining or changing the offer is an answer, silence
/// is none. A choice that the client takes back counts for nothing. The directory ranks by answers.
fn count_answers(tx: &mut Tx<'_>, happened: &[Fact]) -> Result<(), Error> {
    for fact in happened {
        let (bid, answers) = match fact {
            Fact::LotConfirmed { bid }
            | Fact::LotDeclined { bid, .. }
            | Fact::ChoiceCancelled { bid, .. } => (bid, 1),
            Fact::ChoiceExpired { bid } => (bid, 0),
            _ => continue,
        };
        organizations::count_asked(tx, bid.provider, answers)?;
        directory::rerank(tx, bid.provider)?;
    }
    Ok(())
}
