//! Custom offers: rows of `offers` that answer no lot.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    conversations::Opening,
    deadlines::DeadlineAction,
    ids::{ConversationId, OfferId, OrganizationId},
    money::{Currency, Money},
    offers::{Answers, CustomOffer, EndReason, Offer, OfferState},
    orders::{Order, Placed},
};

use super::rows;
use crate::{
    Conn, Error, Tx, conversations, deadlines, facts, orders,
    page::{Slice, Window},
    schema::offers,
    services,
};

/// A place in a list: when the offer was made, and its id.
pub type Place = (i64, String);

/// Which of a party's custom offers or quote requests.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Those that wait for an answer only.
    pub open: bool,
    /// Those of one conversation.
    pub conversation: Option<ConversationId>,
}

/// A custom offer with its conversation, for its two sides. It does not exist for others.
pub fn get(conn: &mut Conn, id: OfferId, actor: &Actor) -> Result<CustomOffer, Error> {
    let found = complete(conn, id)?;
    if actor.is_of(found.offer.provider) || actor.is_of(found.offer.client) {
        Ok(found)
    } else {
        Err(Error::NotFound)
    }
}

fn complete(conn: &mut Conn, id: OfferId) -> Result<CustomOffer, Error> {
    let offer = super::get(conn, id)?;
    with_conversation(conn, offer)
}

fn with_conversation(conn: &mut Conn, offer: Offer) -> Result<CustomOffer, Error> {
    if offer.answers != Answers::Nothing {
        return Err(Error::NotFound);
    }
    let id = conversations::of_pair(conn, offer.client, offer.provider)?.ok_or(Error::NotFound)?;
    let conversation = conversations::of_id(conn, id)?;
    Ok(CustomOffer { offer, conversation })
}

/// Some custom offers by their id, as the timeline of one conversation shows them.
pub fn by_ids(conn: &mut Conn, ids: &[OfferId]) -> Result<BTreeMap<OfferId, Offer>, Error> {
    let some = offers::table
        .filter(offers::id.eq_any(ids.iter().map(ToString::to_string)))
        .filter(offers::lot_id.is_null());
    let offers = rows::all(conn, some.into_boxed())?;
    Ok(offers.into_iter().map(|offer| (offer.id, offer)).collect())
}

/// The custom offers of one side, the latest first.
pub fn list(
    conn: &mut Conn,
    actor: &Actor,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Slice<Offer>, Error> {
    use estrade_domain::actor::OrganizationKind::Client;
    let party = actor.organization.to_string();
    let mut query = offers::table
        .filter(offers::lot_id.is_null())
        .order((offers::created_at.desc(), offers::id.desc()))
        .limit(window.fetch())
        .into_boxed();
    query = if actor.kind == Client {
        query.filter(offers::client_id.eq(party))
    } else {
        query.filter(offers::provider_id.eq(party))
    };
    if wanted.open {
        query = query.filter(offers::state.eq(OfferState::Sent.as_str()));
    }
    if let Some(id) = wanted.conversation {
        let pair = conversations::get(conn, id, actor)?.conversation;
        query = query
            .filter(offers::client_id.eq(pair.client.to_string()))
            .filter(offers::provider_id.eq(pair.provider.to_string()));
    }
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(offers::created_at.le(*created_at))
            .filter(offers::created_at.lt(*created_at).or(offers::id.lt(id)));
    }
    Ok(window.cut(rows::all(conn, query)?))
}

/// Records a new offer.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, change: Change<Offer>) -> Result<CustomOffer, Error> {
    let offer = rows::insert(tx, change.after)?;
    rows::insert_version(tx, &offer)?;
    facts::record(tx, Some(actor), &change.facts)?;
    set_timer(tx, &offer)?;
    with_conversation(tx, offer)
}

/// Records a decision about an offer, as it was seen before. `actor` is none for a timer.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<CustomOffer>,
    seen: &CustomOffer,
) -> Result<CustomOffer, Error> {
    let mut custom = change.after;
    custom.offer = rows::update(tx, custom.offer)?;
    if custom.offer.current.number != seen.offer.current.number {
        rows::insert_version(tx, &custom.offer)?;
        set_timer(tx, &custom.offer)?;
    }
    facts::record(tx, actor, &change.facts)?;
    Ok(custom)
}

/// Records that an offer was accepted, with its order.
pub fn place(tx: &mut Tx<'_>, actor: &Actor, change: Change<Placed>) -> Result<Order, Error> {
    let Placed { offer, order } = change.after;
    let accepted = rows::update(tx, offer.offer)?;
    orders::insert(tx, &order)?;
    facts::record(tx, Some(actor), &change.facts)?;
    greet(tx, &accepted, offer.conversation.id)?;
    Ok(order)
}

/// Records what was ordered off the shelf: the offer, accepted as it is made, and its order.
pub fn place_at_once(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Placed>,
) -> Result<Order, Error> {
    let Placed { offer, order } = change.after;
    let conversation = offer.conversation.id;
    let offer = rows::insert(tx, offer.offer)?;
    rows::insert_version(tx, &offer)?;
    orders::insert(tx, &order)?;
    facts::record(tx, Some(actor), &change.facts)?;
    greet(tx, &offer, conversation)?;
    Ok(order)
}

/// The service's « message de présentation » goes to the client by itself (S4-008), from whoever made the offer.
fn greet(tx: &mut Tx<'_>, offer: &Offer, conversation: ConversationId) -> Result<(), Error> {
    let service = offer.current.proposal.conditions.service;
    let Some(text) = service.map(|id| services::greeting(tx, id)).transpose()?.flatten() else {
        return Ok(());
    };
    let sender = Actor {
        account: offer.current.author,
        organization: offer.provider,
        kind: OrganizationKind::Provider,
        role: Role::Member,
    };
    let (id, now) = (tx.id(), tx.now());
    let seen = conversations::of_id(tx, conversation)?;
    let words = Opening { text, attachments: Vec::new(), tender: None, service, need: None };
    let change = seen.clone().write(&sender, id, words, now)?;
    conversations::record(tx, &sender, &seen, change).map(|_| ())
}

pub(super) fn expire(tx: &mut Tx<'_>, id: OfferId) -> Result<(), Error> {
    let seen = complete(tx, id)?;
    match seen.clone().expire(tx.now()) {
        Some(change) => record(tx, None, change, &seen).map(|_| ()),
        None => Ok(()),
    }
}

/// Between whom something is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whose {
    /// All of a client.
    Clients(OrganizationId),
    /// All of a provider.
    Providers(OrganizationId),
    /// Those between these two.
    Pairs(OrganizationId, OrganizationId),
}

impl Whose {
    /// The client and the provider that it names.
    pub(crate) fn sides(self) -> (Option<OrganizationId>, Option<OrganizationId>) {
        match self {
            Self::Clients(client) => (Some(client), None),
            Self::Providers(provider) => (None, Some(provider)),
            Self::Pairs(client, provider) => (Some(client), Some(provider)),
        }
    }
}

/// Ends what waits for an answer.
pub(crate) fn end_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    whose: Whose,
    reason: EndReason,
) -> Result<(), Error> {
    let (client, provider) = whose.sides();
    let mut query = offers::table
        .filter(offers::lot_id.is_null())
        .filter(offers::state.eq(OfferState::Sent.as_str()))
        .order(offers::id)
        .into_boxed();
    if let Some(client) = client {
        query = query.filter(offers::client_id.eq(client.to_string()));
    }
    if let Some(provider) = provider {
        query = query.filter(offers::provider_id.eq(provider.to_string()));
    }
    for offer in rows::all(tx, query)? {
        if let Some(change) = offer.end(reason) {
            rows::update(tx, change.after)?;
            facts::record(tx, Some(actor), &change.facts)?;
        }
    }
    Ok(())
}

/// What each offer comes to that waits for an answer between two, VAT included.
pub fn open_between(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Vec<Money>, Error> {
    let open: Vec<(i64, String)> = offers::table
        .filter(offers::lot_id.is_null())
        .filter(offers::client_id.eq(client.to_string()))
        .filter(offers::provider_id.eq(provider.to_string()))
        .filter(offers::state.eq(OfferState::Sent.as_str()))
        .order(offers::id)
        .select((offers::gross_amount, offers::currency))
        .load(conn)?;
    open.into_iter()
        .map(|(amount, code)| {
            let currency = Currency::from_code(&code);
            Ok(Money { amount, currency: currency.ok_or_else(|| Error::corrupt("offers", &code))? })
        })
        .collect()
}

fn set_timer(tx: &mut Tx<'_>, offer: &Offer) -> Result<(), Error> {
    deadlines::insert(tx, offer.id, DeadlineAction::OfferExpiry, offer.expires_at)
}
