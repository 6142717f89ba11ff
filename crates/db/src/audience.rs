//! How often the pages that have a place for a banner, and the banners, are shown and followed: counted by the day,
//! of whom is not known.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use estrade_domain::{campaigns::Placement, ids::CampaignId, world::legal_day};

use super::campaigns;
use crate::{Conn, Error, Tx, schema::audience};

/// How often something was shown, and followed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Shown.
    pub views: i64,
    /// Followed.
    pub clicks: i64,
}

const VIEW: Count = Count { views: 1, clicks: 0 };
const CLICK: Count = Count { views: 0, clicks: 1 };

/// A page was shown, with this banner.
pub fn note_view(
    tx: &mut Tx<'_>,
    placement: Placement,
    banner: Option<CampaignId>,
) -> Result<(), Error> {
    add(tx, placement.as_str(), VIEW)?;
    let now = tx.now();
    match banner {
        Some(id) if campaigns::is_shown(tx, id, now)? => add(tx, &id.to_string(), VIEW),
        _ => Ok(()),
    }
}

/// The banner of a campaign was followed; one that is not shown does not exist for who follows it.
pub fn note_click(tx: &mut Tx<'_>, id: CampaignId) -> Result<(), Error> {
    let now = tx.now();
    if campaigns::is_shown(tx, id, now)? {
        add(tx, &id.to_string(), CLICK)
    } else {
        Err(Error::NotFound)
    }
}

fn add(tx: &mut Tx<'_>, subject: &str, more: Count) -> Result<(), Error> {
    let day = legal_day(tx.now()).to_string();
    let changed = diesel::update(audience::table.find((subject, &day)))
        .set((
            audience::views.eq(audience::views + more.views),
            audience::clicks.eq(audience::clicks + more.clicks),
        ))
        .execute(&mut **tx)?;
    if changed == 1 {
        return Ok(());
    }
    let row = (
        audience::subject.eq(subject),
        audience::day.eq(day),
        audience::views.eq(more.views),
        audience::clicks.eq(more.clicks),
    );
    let inserted = diesel::insert_into(audience::table).values(row).execute(&mut **tx);
    match inserted.map_err(Error::from) {
        // The first two of a day at once: tried again, the second finds the row of the first.
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        outcome => outcome.map(drop),
    }
}

/// How often some campaigns were shown and followed, in one query whatever their number.
pub fn of_campaigns(
    conn: &mut Conn,
    campaigns: impl Iterator<Item = CampaignId>,
) -> Result<BTreeMap<String, Count>, Error> {
    let ids: Vec<String> = campaigns.map(|id| id.to_string()).collect();
    of(conn, &ids, NaiveDate::MIN)
}

/// How often each page was shown since a day.
pub fn of_pages(conn: &mut Conn, since: NaiveDate) -> Result<BTreeMap<String, Count>, Error> {
    let pages: Vec<String> = Placement::ALL.iter().map(|it| it.as_str().to_owned()).collect();
    of(conn, &pages, since)
}

/// A subject has one row a day, so they are added up here.
fn of(
    conn: &mut Conn,
    subjects: &[String],
    since: NaiveDate,
) -> Result<BTreeMap<String, Count>, Error> {
    let mut query = audience::table
        .filter(audience::subject.eq_any(subjects))
        .select((audience::subject, audience::views, audience::clicks))
        .into_boxed();
    if since != NaiveDate::MIN {
        query = query.filter(audience::day.ge(since.to_string()));
    }
    let rows: Vec<(String, i64, i64)> = query.load(conn)?;
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for (subject, views, clicks) in rows {
        let count = counts.entry(subject).or_default();
        count.views += views;
        count.clicks += clicks;
    }
    Ok(counts)
}
