//! The public list of open tenders: one row for each way to find one, a trade or `*` in a département or `*`.
//!
//! Invariant: the rows of a tender say what its open lots are; who changes them calls `refresh` in the
//! same transaction. A page is one range of one index, without a join, and a card goes out as it lies there.

use std::collections::BTreeSet;

use diesel::prelude::*;
use estrade_domain::{
    events::EventKind,
    ids::TenderId,
    tenders::{Tender, TenderState},
    world::Instant,
};
use serde::{Deserialize, Serialize};

use crate::{
    Conn, Error, Tx,
    page::{Page, Statement, Window, read_card},
    schema::tender_listings,
    tenders,
};

/// Stands for any trade and for any département.
pub(crate) const ANY: &str = "*";

/// What is read of a row where its card is looked into.
#[derive(Queryable, Selectable)]
#[diesel(table_name = tender_listings)]
pub(crate) struct Row {
    tender_id: String,
    card: String,
}

#[derive(Insertable)]
#[diesel(table_name = tender_listings)]
struct Way<'a> {
    trade: &'a str,
    departement: &'a str,
    published_at: i64,
    tender_id: &'a str,
    slug: &'a str,
    card: &'a str,
}

/// A tender as lists show it, in the shape of the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Its id.
    pub id: TenderId,
    /// What stands in its URL.
    pub slug: String,
    /// What the event is.
    pub kind: EventKind,
    /// What the client calls it.
    pub title: String,
    /// Its day, `2027-06-12`.
    pub day: Option<String>,
    /// Its town.
    pub town: String,
    /// Its département.
    pub departement: String,
    /// How many guests.
    pub guests: Option<i32>,
    /// The trades that are still open.
    pub trades: Vec<String>,
    /// Since when it is public.
    pub published_at: Instant,
}

/// A place in a list of tenders, latest first: publication and id.
pub type Key = (i64, String);

impl Card {
    /// Its place in a list.
    #[must_use]
    pub fn key(&self) -> Key {
        (self.published_at.timestamp_millis(), self.id.to_string())
    }
}

/// Open tenders of a trade, in a département, or of any.
#[must_use]
pub fn find(trade: Option<&str>, departement: Option<&str>, window: Window<Key>) -> impl Page {
    let (published_at, id) = window.after.clone().unwrap_or((i64::MAX, String::new()));
    let query = tender_listings::table
        .filter(tender_listings::trade.eq(trade.unwrap_or(ANY).to_owned()))
        .filter(tender_listings::departement.eq(departement.unwrap_or(ANY).to_owned()))
        // The first condition bounds the range of the index, the second drops what was seen of one instant.
        .filter(tender_listings::published_at.le(published_at))
        .filter(
            tender_listings::published_at.lt(published_at).or(tender_listings::tender_id.lt(id)),
        )
        .order((tender_listings::published_at.desc(), tender_listings::tender_id.desc()))
        .limit(window.fetch())
        .select((tender_listings::published_at, tender_listings::tender_id, tender_listings::card));
    Statement { query, window }
}

/// How many tenders are open.
pub fn count_public(conn: &mut Conn) -> Result<i64, Error> {
    let open = tender_listings::table
        .filter(tender_listings::trade.eq(ANY))
        .filter(tender_listings::departement.eq(ANY));
    Ok(open.count().get_result(conn)?)
}

/// The slugs of open tenders since their publication, the oldest first, for sitemaps: their files are
/// numbered, so they are the one list that is cut by counting.
pub fn public_slugs(
    conn: &mut Conn,
    from: i64,
    limit: i64,
) -> Result<Vec<(String, Instant)>, Error> {
    let rows: Vec<(String, i64)> = tender_listings::table
        .filter(tender_listings::trade.eq(ANY))
        .filter(tender_listings::departement.eq(ANY))
        .order((tender_listings::published_at, tender_listings::tender_id))
        .offset(from)
        .limit(limit)
        .select((tender_listings::slug, tender_listings::published_at))
        .load(conn)?;
    rows.into_iter()
        .map(|(slug, at)| {
            let published_at = Instant::from_timestamp_millis(at);
            let published_at =
                published_at.ok_or_else(|| Error::corrupt("tender_listings", &slug))?;
            Ok((slug, published_at))
        })
        .collect()
}

/// Rewrites the rows of a tender, after its lots changed.
pub fn refresh(tx: &mut Tx<'_>, id: TenderId) -> Result<(), Error> {
    let tender = tenders::get(tx, id)?;
    refresh_with(tx, &tender)
}

pub(crate) fn refresh_with(tx: &mut Tx<'_>, tender: &Tender) -> Result<(), Error> {
    let id = tender.id.to_string();
    let old = tender_listings::table.filter(tender_listings::tender_id.eq(&id));
    diesel::delete(old).execute(&mut **tx)?;
    let Some(card) = card(tender, tx.now())? else { return Ok(()) };
    let json = serde_json::to_string(&card).map_err(|_| Error::corrupt("tenders", &id))?;
    for trade in card.trades.iter().map(String::as_str).chain([ANY]) {
        for departement in [card.departement.as_str(), ANY] {
            let way = Way {
                trade,
                departement,
                published_at: card.published_at.timestamp_millis(),
                tender_id: &id,
                slug: &card.slug,
                card: &json,
            };
            diesel::insert_into(tender_listings::table).values(way).execute(&mut **tx)?;
        }
    }
    Ok(())
}

/// A tender whose event is over has no more card: a timer comes back to it at the end of its day.
fn card(tender: &Tender, now: Instant) -> Result<Option<Card>, Error> {
    let corrupt = || Error::corrupt("tenders", tender.id);
    let TenderState::Published { at } = tender.state else { return Ok(None) };
    let open: BTreeSet<&str> = tender.open_trades().collect();
    let occasion = &tender.event.occasion;
    if open.is_empty() || occasion.is_past(now) {
        return Ok(None);
    }
    Ok(Some(Card {
        id: tender.id,
        slug: tender.slug.clone(),
        kind: occasion.kind.ok_or_else(corrupt)?,
        title: occasion.title.clone(),
        day: occasion.day.map(|day| day.to_string()),
        town: occasion.town.clone(),
        departement: occasion.departement.clone().ok_or_else(corrupt)?,
        guests: occasion.guests,
        trades: open.into_iter().map(str::to_owned).collect(),
        published_at: at,
    }))
}

impl TryFrom<Row> for Card {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        read_card(&row.tender_id, &row.card)
    }
}
