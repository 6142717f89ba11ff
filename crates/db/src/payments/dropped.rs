//! Cards that are not charged any more: their payment provider is told, and then nobody knows them.

use chrono::TimeDelta;
use diesel::prelude::*;
use estrade_domain::{ids::OrderId, payments::Psp, world::Instant};

use crate::{
    Conn, Error, Tx,
    schema::{dropped_cards, payments},
};

/// A payment provider that is silent is told again so much later.
const AGAIN_AFTER: TimeDelta = TimeDelta::hours(1);

/// A card that its payment provider is to forget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Who.
    pub psp: Psp,
    /// What the card is called there.
    pub token: String,
}

/// The card of an order is not charged any more; says whether one would have been.
pub fn forget_card(tx: &mut Tx<'_>, order: OrderId) -> Result<bool, Error> {
    let kept = || {
        payments::table
            .filter(payments::order_id.eq(order.to_string()))
            .filter(payments::card_token.is_not_null())
    };
    let cards: Vec<(String, String)> = kept()
        .select((payments::psp, payments::card_token.assume_not_null()))
        .distinct()
        .load(&mut **tx)?;
    for card in &cards {
        drop_card(tx, card)?;
    }
    let nothing =
        (payments::card_token.eq(None::<String>), payments::card_ending.eq(None::<String>));
    diesel::update(kept()).set(nothing).execute(&mut **tx)?;
    Ok(!cards.is_empty())
}

fn drop_card(tx: &mut Tx<'_>, (psp, token): &(String, String)) -> Result<(), Error> {
    let known: i64 = dropped_cards::table.find((psp, token)).count().get_result(&mut **tx)?;
    // The sandbox keeps no cards.
    if known > 0 || psp == Psp::Sandbox.as_str() {
        return Ok(());
    }
    let row = (
        dropped_cards::psp.eq(psp),
        dropped_cards::token.eq(token),
        dropped_cards::due_at.eq(tx.now().timestamp_millis()),
    );
    diesel::insert_into(dropped_cards::table).values(row).execute(&mut **tx)?;
    Ok(())
}

/// The cards that are to be forgotten now.
pub fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Dropped>, Error> {
    let rows: Vec<(String, String)> = dropped_cards::table
        .filter(dropped_cards::due_at.le(now.timestamp_millis()))
        .order((dropped_cards::due_at, dropped_cards::token))
        .limit(limit)
        .select((dropped_cards::psp, dropped_cards::token))
        .load(conn)?;
    rows.into_iter()
        .map(|(psp, token)| {
            let known = Psp::from_word(&psp);
            Ok(Dropped { psp: known.ok_or_else(|| Error::corrupt("dropped_cards", &psp))?, token })
        })
        .collect()
}

/// Takes a card to have it forgotten. No when another did meanwhile. It is due again later, should this one die.
pub fn claim(tx: &mut Tx<'_>, card: &Dropped) -> Result<bool, Error> {
    let now = tx.now();
    let waits = dropped_cards::table
        .find((card.psp.as_str(), &card.token))
        .filter(dropped_cards::due_at.le(now.timestamp_millis()));
    let later = dropped_cards::due_at.eq((now + AGAIN_AFTER).timestamp_millis());
    Ok(diesel::update(waits).set(later).execute(&mut **tx)? > 0)
}

/// It is forgotten.
pub fn gone(tx: &mut Tx<'_>, card: &Dropped) -> Result<(), Error> {
    let known = dropped_cards::table.find((card.psp.as_str(), &card.token));
    diesel::delete(known).execute(&mut **tx)?;
    Ok(())
}
