//! What the news of a conversation is about, as it was then: read for many entries at once.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use estrade_domain::offers::terms::{Terms, TermsKind};

use super::Entry;
use crate::{
    Conn, Error,
    schema::{events, lots, offer_versions, offers, orders, tenders},
};

/// What news is about, as it was then.
#[derive(Debug, Clone, Queryable)]
pub struct News {
    /// The offer.
    pub offer: String,
    /// Its version.
    pub number: i32,
    /// The lot's id.
    pub lot: String,
    /// The lot's trade.
    pub trade: String,
    /// The tender's id.
    pub tender: String,
    /// What the client calls its event.
    pub title: String,
    /// What was asked for, VAT included, in cents.
    pub gross_amount: i64,
    /// Of that.
    pub currency: String,
    /// What the provider wrote to the client and to the other applicants.
    pub public_message: String,
    /// What it wrote to the client alone.
    pub private_message: String,
    /// The order that its mission is.
    pub order: Option<String>,
}

/// What the news among some entries is about, in one query whatever their number.
pub fn news(conn: &mut Conn, entries: &[Entry]) -> Result<BTreeMap<(String, i32), News>, Error> {
    let wanted: BTreeSet<String> =
        entries.iter().filter_map(|entry| Some(entry.offer?.0.to_string())).collect();
    let found: Vec<News> = offer_versions::table
        .inner_join(offers::table.on(offers::id.eq(offer_versions::offer_id)))
        .inner_join(lots::table.on(offers::lot_id.eq(lots::id.nullable())))
        .inner_join(tenders::table.on(offers::tender_id.eq(tenders::id.nullable())))
        .inner_join(events::table.on(events::id.eq(tenders::event_id)))
        .left_join(orders::table.on(orders::offer_id.eq(offers::id)))
        .filter(offer_versions::offer_id.eq_any(wanted))
        .select((
            offer_versions::offer_id,
            offer_versions::number,
            lots::id,
            lots::trade,
            tenders::id,
            events::title,
            offer_versions::gross_amount,
            offer_versions::currency,
            offer_versions::public_message,
            offer_versions::private_message,
            orders::id.nullable(),
        ))
        .load(conn)?;
    Ok(found.into_iter().map(|news| ((news.offer.clone(), news.number), news)).collect())
}

/// The custom offer that news is about, as it was then, and where it stands now.
#[derive(Debug, Clone, Queryable)]
pub struct CustomNews {
    /// The offer.
    pub offer: String,
    /// Its version of then.
    pub number: i32,
    /// What that version is called.
    pub title: String,
    /// Its terms, as a document.
    terms: String,
    /// What it comes to, VAT included, in cents.
    pub gross_amount: i64,
    /// Of that.
    pub currency: String,
    /// Where the offer stands now.
    pub state: String,
    /// Its version in force.
    pub current: i32,
    /// The order that it made.
    pub order: Option<String>,
}

impl CustomNews {
    /// The kind of its terms.
    pub fn kind(&self) -> Result<TermsKind, Error> {
        let terms: Terms = serde_json::from_str(&self.terms)
            .map_err(|_| Error::corrupt("offer_versions", &self.offer))?;
        Ok(terms.kind())
    }
}

/// What the news of custom offers among some entries is about, in one query whatever their number.
pub fn custom_news(
    conn: &mut Conn,
    entries: &[Entry],
) -> Result<BTreeMap<(String, i32), CustomNews>, Error> {
    let wanted: BTreeSet<String> =
        entries.iter().filter_map(|entry| Some(entry.offer?.0.to_string())).collect();
    let found: Vec<CustomNews> = offer_versions::table
        .inner_join(offers::table.on(offers::id.eq(offer_versions::offer_id)))
        .left_join(orders::table.on(orders::offer_id.eq(offers::id)))
        .filter(offer_versions::offer_id.eq_any(wanted))
        .filter(offers::lot_id.is_null())
        .select((
            offer_versions::offer_id,
            offer_versions::number,
            offer_versions::title,
            offer_versions::terms,
            offer_versions::gross_amount,
            offer_versions::currency,
            offers::state,
            offers::number,
            orders::id.nullable(),
        ))
        .load(conn)?;
    Ok(found.into_iter().map(|news| ((news.offer.clone(), news.number), news)).collect())
}
