//! The public list of open tenders: one row for each way to find one, a trade or `*` in a département or `*`.
//!
//! Invariant: the rows of a tender say what its open lots are; who changes them calls `refresh` in the
//! same transaction. A page is one range of one index, without a join.

use std::collections::BTreeSet;

use diesel::{pg::Pg, prelude::*};
use estrade_domain::{
    events::EventKind,
    ids::TenderId,
    tenders::{Tender, TenderState},
    world::Instant,
};

use crate::{
    Conn, Error, Tx,
    page::{Page, Statement, Window},
    schema::tender_listings,
    tenders,
};

/// Stands for any trade and for any département.
pub(crate) const ANY: &str = "*";

/// What a list reads of a row: not by which trade and where it was found, which whoever asks knows.
#[derive(Queryable, Selectable, Insertable, Clone)]
#[diesel(table_name = tender_listings)]
pub(crate) struct Row {
    published_at: i64,
    tender_id: String,
    slug: String,
    kind: String,
    title: String,
    day: Option<String>,
    town: String,
    home: String,
    guests: Option<i32>,
    trades: String,
}

#[derive(Insertable)]
#[diesel(table_name = tender_listings)]
struct Way {
    trade: String,
    departement: String,
    #[diesel(embed)]
    row: Row,
}

/// A tender as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
pub fn find(
    trade: Option<&str>,
    departement: Option<&str>,
    window: Window<Key>,
) -> impl Page<Item = Card> {
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
        .select(<Row as Selectable<Pg>>::construct_selection());
    Statement::<_, Row, Card, _>::new(query, window)
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
    let old = tender_listings::table.filter(tender_listings::tender_id.eq(tender.id.to_string()));
    diesel::delete(old).execute(&mut **tx)?;
    for way in ways(tender, tx.now())? {
        diesel::insert_into(tender_listings::table).values(way).execute(&mut **tx)?;
    }
    Ok(())
}

/// A tender whose event is over has no more rows: a timer comes back to it at the end of its day.
fn ways(tender: &Tender, now: Instant) -> Result<Vec<Way>, Error> {
    let corrupt = || Error::corrupt("tenders", tender.id);
    let TenderState::Published { at } = tender.state else {
        return Ok(Vec::new());
    };
    let open: BTreeSet<&str> = tender.open_trades().collect();
    if open.is_empty() || tender.event.occasion.is_past(now) {
        return Ok(Vec::new());
    }
    let occasion = &tender.event.occasion;
    let kind = occasion.kind.ok_or_else(corrupt)?;
    let home = occasion.departement.as_deref().ok_or_else(corrupt)?;
    let trades = serde_json::to_string(&open).map_err(|_| corrupt())?;
    let row = Row {
        published_at: at.timestamp_millis(),
        tender_id: tender.id.to_string(),
        slug: tender.slug.clone(),
        kind: kind.as_str().to_owned(),
        title: occasion.title.clone(),
        day: occasion.day.map(|day| day.to_string()),
        town: occasion.town.clone(),
        home: home.to_owned(),
        guests: occasion.guests,
        trades,
    };
    let way = |trade: &str, departement: &str| Way {
        trade: trade.to_owned(),
        departement: departement.to_owned(),
        row: row.clone(),
    };
    let trades = open.iter().copied().chain([ANY]);
    Ok(trades.flat_map(|trade| [way(trade, home), way(trade, ANY)]).collect())
}

impl TryFrom<Row> for Card {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("tender_listings", &row.tender_id);
        Ok(Self {
            id: row.tender_id.parse().map_err(|_| corrupt())?,
            kind: EventKind::from_word(&row.kind).ok_or_else(corrupt)?,
            trades: serde_json::from_str(&row.trades).map_err(|_| corrupt())?,
            published_at: Instant::from_timestamp_millis(row.published_at).ok_or_else(corrupt)?,
            slug: row.slug,
            title: row.title,
            day: row.day,
            town: row.town,
            departement: row.home,
            guests: row.guests,
        })
    }
}
