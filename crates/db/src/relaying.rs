//! The few columns that letters need of things whose whole they do not need.

use std::collections::BTreeSet;

use diesel::prelude::*;
use estrade_domain::{
    accounts::Account,
    ids::{DisputeId, EntryId, OfferId, OrderId, OrganizationId, ReviewId, TenderId},
    ledger::Purse,
    money::{Currency, Money},
    offers::{OfferState, Settlement, terms::TermsKind},
};

use crate::{
    Conn, Error,
    schema::{accounts, conversation_entries, disputes, facts, notices, offers, orders, reviews},
};

/// The providers whose offers for a tender stand in such a state, each once.
pub fn providers_with(
    conn: &mut Conn,
    tender: TenderId,
    such: fn(OfferState) -> bool,
) -> Result<Vec<OrganizationId>, Error> {
    let providers: Vec<String> = offers::table
        .filter(offers::tender_id.eq(tender.to_string()))
        .filter(offers::state.eq_any(OfferState::those(such).map(OfferState::as_str)))
        .order(offers::provider_id)
        .select(offers::provider_id)
        .distinct()
        .load(conn)?;
    providers.iter().map(|id| id.parse().map_err(|_| Error::corrupt("offers", id))).collect()
}

/// Those among some people who got a notice of this kind about a tender.
pub fn people_told(
    conn: &mut Conn,
    tender: TenderId,
    kind: &str,
    people: &[Account],
) -> Result<BTreeSet<String>, Error> {
    let facts = facts::table.filter(facts::subject.eq(tender.to_string())).select(facts::id);
    let told: Vec<String> = notices::table
        .filter(notices::account_id.eq_any(people.iter().map(|person| person.id.to_string())))
        .filter(notices::fact_id.eq_any(facts))
        .filter(notices::kind.eq(kind))
        .select(notices::account_id)
        .load(conn)?;
    Ok(told.into_iter().collect())
}

/// What an offer comes to, VAT included.
pub fn offer_total(conn: &mut Conn, id: OfferId) -> Result<Money, Error> {
    let (amount, currency): (i64, String) = offers::table
        .find(id.to_string())
        .select((offers::gross_amount, offers::currency))
        .first(conn)?;
    let currency = Currency::from_code(&currency).ok_or_else(|| Error::corrupt("offers", id))?;
    Ok(Money { amount, currency })
}

/// What a custom offer is called, and what it comes to.
#[derive(Debug, Clone)]
pub struct CustomOffer {
    /// Its title.
    pub title: String,
    /// VAT included.
    pub gross: Money,
}

/// A custom offer in its version in force.
pub fn custom_offer(conn: &mut Conn, id: OfferId) -> Result<CustomOffer, Error> {
    let title = offers::table.find(id.to_string()).select(offers::title).first(conn)?;
    Ok(CustomOffer { title, gross: offer_total(conn, id)? })
}

/// What the order of a dispute is called, and how it is settled.
pub fn dispute(conn: &mut Conn, id: DisputeId) -> Result<(String, Settlement), Error> {
    let (title, settlement): (String, String) = disputes::table
        .find(id.to_string())
        .select((disputes::title, disputes::settlement))
        .first(conn)?;
    let known = Settlement::from_word(&settlement);
    Ok((title, known.ok_or_else(|| Error::corrupt("disputes", id))?))
}

/// The milestone that a dispute is about.
pub fn disputed(conn: &mut Conn, id: DisputeId) -> Result<Purse, Error> {
    let (order, milestone): (String, i32) = disputes::table
        .find(id.to_string())
        .select((disputes::order_id, disputes::milestone))
        .first(conn)?;
    let corrupt = || Error::corrupt("disputes", id);
    Ok(Purse {
        order: order.parse().map_err(|_| corrupt())?,
        milestone: u32::try_from(milestone).map_err(|_| corrupt())?,
    })
}

/// An order, as its letters need it.
pub struct OrderHead {
    /// Whether it exists for its provider.
    pub is_placed: bool,
    /// How it is paid for.
    pub kind: TermsKind,
    /// What it is called.
    pub title: String,
    /// Whether it is the mission of a lot.
    pub is_of_lot: bool,
}

/// What is known of an order.
pub fn order(conn: &mut Conn, id: OrderId) -> Result<OrderHead, Error> {
    let (placed_at, kind, title, lot): (Option<i64>, String, String, Option<String>) =
        orders::table
            .find(id.to_string())
            .select((orders::placed_at, orders::kind, orders::title, orders::lot_id))
            .first(conn)?;
    let kind = TermsKind::from_word(&kind).ok_or_else(|| Error::corrupt("orders", id))?;
    Ok(OrderHead { is_placed: placed_at.is_some(), kind, title, is_of_lot: lot.is_some() })
}

/// The organization of a person.
pub fn organization_of(conn: &mut Conn, account: &str) -> Result<Option<OrganizationId>, Error> {
    let id: Option<String> =
        accounts::table.find(account).select(accounts::organization_id).first(conn).optional()?;
    id.map(|id| id.parse().map_err(|_| Error::corrupt("accounts", account))).transpose()
}

/// What a review says.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = reviews)]
pub struct Said {
    /// 1 to 5 stars.
    pub rating: i32,
    /// The client's words.
    pub comment: String,
    /// How the client is named in public.
    pub author_name: String,
    /// The provider's words.
    pub answer: Option<String>,
    /// The order that it is of; none when it is of a lot.
    pub order_id: Option<String>,
}

/// What a review says.
pub fn review(conn: &mut Conn, id: ReviewId) -> Result<Said, Error> {
    Ok(reviews::table.find(id.to_string()).select(Said::as_select()).first(conn)?)
}

/// What a message says.
pub fn message(conn: &mut Conn, id: EntryId) -> Result<String, Error> {
    let found = conversation_entries::table.find(id.to_string());
    Ok(found.select(conversation_entries::text).first(conn)?)
}
