//! Records how a provider sorts and closes its conversations: blocks, unblocks, hands them over.
//!
//! Invariant: when a block is recorded nothing of the pair is live. What it closes is written before the
//! conversation, in the order in which every decision takes its rows; what came between is found afterwards,
//! and then all of it begins again.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    conversations::{Conversation, Fate, Open, close, fate},
    ids::AccountId,
    offers::{EndReason, OfferState},
    orders::OrderStatus,
    world::Instant,
};

use super::{
    entries::{self, Entry},
    write,
};
use crate::{
    Conn, Error, Tx, facts,
    offers::{
        self, Mine,
        custom::{self, Whose},
    },
    orders, quote_requests,
    schema::{accounts, conversations},
};

/// Something that is not over between the two, as it is named to the provider.
#[derive(Debug, Clone)]
pub struct OpenBetween {
    /// The offer, its lot and what a block makes of them.
    pub open: Open,
    /// What stands in the URL of its tender.
    pub slug: String,
    /// What the client calls its event.
    pub title: String,
}

/// What is not over between the two, the latest first.
pub fn open_between(
    conn: &mut Conn,
    conversation: &Conversation,
    actor: &Actor,
    now: Instant,
) -> Result<Vec<OpenBetween>, Error> {
    let found = offers::open_between(conn, conversation.client, conversation.provider)?;
    let named = found.into_iter().filter_map(|mine| {
        let Mine { deal, slug, title, .. } = mine;
        let fate = fate(&deal, actor, now)?;
        Some(OpenBetween { open: Open { deal, fate }, slug, title })
    });
    Ok(named.collect())
}

/// Declines the quote requests and the missions that wait for the provider's answer: they go with the request
/// that it declines, and come before that in the thread.
pub fn decline_waiting(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seen: &Conversation,
    open: Vec<OpenBetween>,
) -> Result<(), Error> {
    quote_requests::decline_between(tx, actor, seen.client, seen.provider)?;
    let waiting = open.into_iter().filter(|one| one.open.fate == Fate::Declined);
    end(tx, actor, waiting.map(|one| one.open).collect())
}

/// Records a block, and closes what is open between the two.
pub fn block(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seen: &Conversation,
    change: Change<Conversation>,
    open: Vec<OpenBetween>,
) -> Result<(), Error> {
    end(tx, actor, open.into_iter().map(|one| one.open).collect())?;
    let pair = Whose::Pairs(seen.client, seen.provider);
    quote_requests::end_of(tx, actor, pair, EndReason::Blocked)?;
    custom::end_of(tx, actor, pair, EndReason::Blocked)?;
    orders::end_between(tx, actor, seen.client, seen.provider)?;
    standing(tx, actor, seen, change)?;
    // From here on nobody applies or writes: what is live now came before the block was written.
    let now = tx.now();
    let left = offers::open_between(tx, seen.client, seen.provider)?;
    let closes = |mine: &Mine| {
        mine.deal.offer.state != OfferState::Accepted && fate(&mine.deal, actor, now).is_some()
    };
    let is_left = left.iter().any(closes)
        || !quote_requests::open_between(tx, seen.client, seen.provider)?.is_empty()
        || !custom::open_between(tx, seen.client, seen.provider)?.is_empty()
        || orders::open_between(tx, seen.client, seen.provider)?
            .iter()
            // Work for which money is kept stands still until the operator settles it.
            .any(|order| order.status() != OrderStatus::Disputed);
    if is_left { Err(Error::Stale) } else { Ok(()) }
}

/// Records that a block was lifted.
pub fn unblock(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seen: &Conversation,
    change: Change<Conversation>,
) -> Result<(), Error> {
    standing(tx, actor, seen, change)
}

/// Records who sees to a conversation.
pub fn assign(tx: &mut Tx<'_>, actor: &Actor, change: Change<Conversation>) -> Result<(), Error> {
    let Change { after, facts, .. } = change;
    let assignee = after.assignee.map(|id| id.to_string());
    diesel::update(conversations::table.find(after.id.to_string()))
        .set(conversations::assignee_id.eq(assignee))
        .execute(&mut **tx)?;
    facts::record(tx, Some(actor), &facts)
}

/// Nobody sees to what someone saw to who is no longer of the team.
pub fn unassign(tx: &mut Tx<'_>, person: AccountId) -> Result<(), Error> {
    let party: String = accounts::table
        .find(person.to_string())
        .select(accounts::organization_id)
        .first(&mut **tx)?;
    let own = conversations::table
        .filter(conversations::provider_id.eq(party))
        .filter(conversations::assignee_id.eq(person.to_string()));
    diesel::update(own).set(conversations::assignee_id.eq(None::<String>)).execute(&mut **tx)?;
    Ok(())
}

fn end(tx: &mut Tx<'_>, actor: &Actor, open: Vec<Open>) -> Result<(), Error> {
    let now = tx.now();
    for Open { deal, .. } in open {
        let seen = deal.clone();
        if let Some(change) = close(deal, actor, now)? {
            offers::record(tx, Some(actor), change, &seen)?;
        }
    }
    Ok(())
}

/// It stands elsewhere: both find that in the thread, and nobody is called to read it.
fn standing(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seen: &Conversation,
    change: Change<Conversation>,
) -> Result<(), Error> {
    let Change { after, facts, .. } = change;
    write(tx, seen, after.state)?;
    for fact in &facts {
        let entry = Entry::of_decision(tx.id(), seen.id, actor, fact, tx.now());
        entries::insert(tx, &entry)?;
    }
    facts::record(tx, Some(actor), &facts)
}
