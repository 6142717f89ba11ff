//! Custom offers: rows of `offers` that answer no lot, and the kinds of terms that the operator lets be offered.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    conversations::Opening,
    deadlines::DeadlineAction,
    ids::{ConversationId, OfferId, OrganizationId},
    money::{Currency, Money},
    offers::{Answers, CustomOffer, EndReason, Offer, OfferState, terms::TermsKind},
    orders::{Order, Placed},
};

use super::rows;
use crate::{
    Conn, Error, Tx, conversations, deadlines, facts, orders,
    page::{Slice, Window},
    schema::{offers, terms_providers, terms_rules},
    services,
};

/// A place in a list: when the offer was made, and its id.
pub type Place = (i64, String);

/// Whose custom offers, and which.
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
    let words = Opening { text, tender: None, service };
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

/// Ends what is offered to or by a party, or between two.
pub fn end_of(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    parties: (Option<OrganizationId>, Option<OrganizationId>),
    reason: EndReason,
) -> Result<(), Error> {
    let mut query = offers::table
        .filter(offers::lot_id.is_null())
        .filter(offers::state.eq(OfferState::Sent.as_str()))
        .order(offers::id)
        .into_boxed();
    if let Some(client) = parties.0 {
        query = query.filter(offers::client_id.eq(client.to_string()));
    }
    if let Some(provider) = parties.1 {
        query = query.filter(offers::provider_id.eq(provider.to_string()));
    }
    for offer in rows::all(tx, query)? {
        if let Some(change) = offer.end(reason) {
            rows::update(tx, change.after)?;
            facts::record(tx, actor, &change.facts)?;
        }
    }
    Ok(())
}

/// Whether something is offered between two that waits for an answer.
pub(crate) fn is_open_between(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<bool, Error> {
    let open = offers::table
        .filter(offers::lot_id.is_null())
        .filter(offers::client_id.eq(client.to_string()))
        .filter(offers::provider_id.eq(provider.to_string()))
        .filter(offers::state.eq(OfferState::Sent.as_str()));
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(conn)?)
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

/// Where a kind of terms may be offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsRule {
    /// How often it was written.
    pub version: i32,
    /// Trades in which nobody may.
    pub trades_off: Vec<String>,
    /// Whether only some providers may.
    pub providers_only: bool,
    /// Those who may, when not all may.
    pub providers: Vec<OrganizationId>,
}

/// Where a kind of terms may be offered.
pub fn rule(conn: &mut Conn, kind: TermsKind) -> Result<TermsRule, Error> {
    let row: Option<(i32, String, bool)> = terms_rules::table
        .find(kind.as_str())
        .select((terms_rules::version, terms_rules::trades_off, terms_rules::providers_only))
        .first(conn)
        .optional()?;
    let (version, trades_off, providers_only) = row.unwrap_or((0, String::new(), false));
    let providers: Vec<String> = terms_providers::table
        .filter(terms_providers::kind.eq(kind.as_str()))
        .order(terms_providers::provider_id)
        .select(terms_providers::provider_id)
        .load(conn)?;
    let providers = providers
        .iter()
        .map(|id| id.parse().map_err(|_| Error::corrupt("terms_providers", id)))
        .collect::<Result<_, _>>()?;
    let trades_off = trades_off.split_whitespace().map(ToOwned::to_owned).collect();
    Ok(TermsRule { version, trades_off, providers_only, providers })
}

/// Writes where a kind may be offered, as its rule was seen before.
pub fn set_rule(tx: &mut Tx<'_>, kind: TermsKind, rule: &TermsRule) -> Result<(), Error> {
    let seen = terms_rules::table
        .filter(terms_rules::kind.eq(kind.as_str()))
        .filter(terms_rules::version.eq(rule.version));
    let values = (
        terms_rules::version.eq(rule.version + 1),
        terms_rules::trades_off.eq(rule.trades_off.join(" ")),
        terms_rules::providers_only.eq(rule.providers_only),
    );
    if rule.version == 0 {
        diesel::insert_into(terms_rules::table)
            .values((terms_rules::kind.eq(kind.as_str()), values))
            .execute(&mut **tx)?;
    } else if diesel::update(seen).set(values).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    diesel::delete(terms_providers::table.filter(terms_providers::kind.eq(kind.as_str())))
        .execute(&mut **tx)?;
    for provider in &rule.providers {
        diesel::insert_into(terms_providers::table)
            .values((
                terms_providers::kind.eq(kind.as_str()),
                terms_providers::provider_id.eq(provider.to_string()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// The kinds that a provider may offer for a trade (S2-009, S2-010).
pub fn kinds(
    conn: &mut Conn,
    provider: OrganizationId,
    trade: &str,
) -> Result<Vec<TermsKind>, Error> {
    let mut kinds = Vec::new();
    for &kind in TermsKind::ALL {
        let rule = rule(conn, kind)?;
        let is_on = !rule.trades_off.iter().any(|off| off == trade);
        if is_on && (!rule.providers_only || rule.providers.contains(&provider)) {
            kinds.push(kind);
        }
    }
    Ok(kinds)
}
