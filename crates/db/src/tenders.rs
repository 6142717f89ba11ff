//! Rows of the calls for offers: a tender with its event and its lots, written together.

mod mine;
mod timers;

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::{LotId, OrganizationId, TenderId},
    lots::Lot,
    offers::{EndReason, OfferState},
    tenders::{CloseReason, Edited, Tender, TenderState},
    world::Instant,
};

pub use mine::{Place, of_client};
pub use timers::{lapse, pass, remind_overdue};

use crate::{
    Conn, Error, Tx, conversations, events, facts, listings, lots, offers,
    schema::{events as event_rows, offers as offer_rows, tenders},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tenders, treat_none_as_null = true)]
struct Row {
    id: String,
    version: i32,
    event_id: String,
    organization_id: String,
    slug: String,
    revision: i32,
    draft_step: i32,
    published_at: Option<i64>,
    closed_at: Option<i64>,
    closed_reason: Option<String>,
    closing_note: Option<String>,
    created_at: i64,
    updated_at: i64,
}

/// The tender with this id.
pub fn get(conn: &mut Conn, id: TenderId) -> Result<Tender, Error> {
    let row = tenders::table.find(id.to_string()).select(Row::as_select()).first(conn)?;
    complete(conn, row)
}

/// The tender that this person, or a visitor, may see under this id or slug. A draft is its client's alone.
pub fn seen_by(conn: &mut Conn, id_or_slug: &str, actor: Option<&Actor>) -> Result<Tender, Error> {
    let row = match id_or_slug.parse::<TenderId>() {
        Ok(id) => tenders::table.find(id.to_string()).select(Row::as_select()).first(conn)?,
        Err(_) if id_or_slug.is_empty() => return Err(Error::NotFound),
        Err(_) => tenders::table
            .filter(tenders::slug.eq(id_or_slug))
            .filter(tenders::slug.ne(""))
            .select(Row::as_select())
            .first(conn)?,
    };
    let tender = complete(conn, row)?;
    if tender.is_seen_by(actor) { Ok(tender) } else { Err(Error::NotFound) }
}

/// The caller's own tender, to change it; that of another answers as one that does not exist.
pub fn owned_by(conn: &mut Conn, id: &str, actor: &Actor) -> Result<Tender, Error> {
    let tender = get(conn, id.parse().map_err(|_| Error::NotFound)?)?;
    if actor.is_of(tender.client()) { Ok(tender) } else { Err(Error::NotFound) }
}

/// A tender in short, as it is named beside one of its lots.
#[derive(Debug, Clone, Queryable)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// What stands in its URL.
    pub slug: String,
    /// What the client calls the event.
    pub title: String,
    /// Its day, `2027-06-12`.
    pub day: Option<String>,
    /// Its town.
    pub town: String,
}

/// Some tenders in short, in one query whatever their number.
pub fn heads(conn: &mut Conn, ids: &[TenderId]) -> Result<HashMap<TenderId, Head>, Error> {
    let ids: BTreeSet<String> = ids.iter().map(ToString::to_string).collect();
    let heads: Vec<Head> = tenders::table
        .inner_join(event_rows::table.on(event_rows::id.eq(tenders::event_id)))
        .filter(tenders::id.eq_any(ids))
        .select((tenders::id, tenders::slug, event_rows::title, event_rows::day, event_rows::town))
        .load(conn)?;
    heads
        .into_iter()
        .map(|head| {
            let id = head.id.parse().map_err(|_| Error::corrupt("tenders", &head.id))?;
            Ok((id, head))
        })
        .collect()
}

/// The tenders of a client that are public and not closed.
pub(crate) fn published_by(conn: &mut Conn, client: OrganizationId) -> Result<Vec<Tender>, Error> {
    let rows = tenders::table
        .filter(tenders::organization_id.eq(client.to_string()))
        .filter(tenders::published_at.is_not_null())
        .filter(tenders::closed_at.is_null())
        .order(tenders::id)
        .select(Row::as_select())
        .load(conn)?;
    complete_all(conn, rows)
}

/// The drafts of a client.
pub(crate) fn drafts_of(conn: &mut Conn, client: OrganizationId) -> Result<Vec<Tender>, Error> {
    let rows = tenders::table
        .filter(tenders::organization_id.eq(client.to_string()))
        .filter(tenders::published_at.is_null())
        .order(tenders::id)
        .select(Row::as_select())
        .load(conn)?;
    complete_all(conn, rows)
}

/// How many tenders a client published since a moment.
pub fn published_since(
    conn: &mut Conn,
    client: OrganizationId,
    since: Instant,
) -> Result<u32, Error> {
    let count: i64 = tenders::table
        .filter(tenders::organization_id.eq(client.to_string()))
        .filter(tenders::published_at.gt(since.timestamp_millis()))
        .count()
        .get_result(conn)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How many offers stand, lot by lot, for some tenders.
pub fn offer_counts(conn: &mut Conn, tenders: &[TenderId]) -> Result<HashMap<LotId, i64>, Error> {
    let tenders = tenders.iter().map(ToString::to_string);
    let standing = OfferState::those(OfferState::stands).map(OfferState::as_str);
    let counts: Vec<(Option<String>, i64)> = offer_rows::table
        .filter(offer_rows::tender_id.eq_any(tenders))
        .filter(offer_rows::state.eq_any(standing))
        .group_by(offer_rows::lot_id)
        .select((offer_rows::lot_id, diesel::dsl::count_star()))
        .load(conn)?;
    counts
        .into_iter()
        .map(|(lot, count)| {
            let lot = lot.unwrap_or_default();
            let lot = lot.parse().map_err(|_| Error::corrupt("offers", &lot))?;
            Ok((lot, count))
        })
        .collect()
}

/// Records a new draft with the lots it has.
pub fn insert(tx: &mut Tx<'_>, tender: &Tender) -> Result<(), Error> {
    events::insert(tx, &tender.event)?;
    let row = Row::new(tender, tx.now());
    diesel::insert_into(tenders::table).values(&row).execute(&mut **tx)?;
    for lot in &tender.lots {
        lots::insert(tx, lot)?;
    }
    Ok(())
}

/// Records that a draft was published or a tender closed. `before` is the tender as it was read.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    before: &Tender,
    change: Change<Tender>,
) -> Result<Tender, Error> {
    let tender = write(tx, Some(actor), before, change, &[])?;
    if matches!(tender.state, TenderState::Closed { .. }) {
        let lots: Vec<LotId> = tender.lots.iter().map(|lot| lot.id).collect();
        offers::end_of_lots(tx, Some(actor), &lots, EndReason::TenderClosed)?;
    }
    Ok(tender)
}

/// Records an edit. A lot whose providers are asked again is written even when its words are the same:
/// a confirmation that crosses the edit then loses the race instead of freezing outdated terms.
pub fn record_edit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    before: &Tender,
    edited: Edited,
) -> Result<Tender, Error> {
    let tender = write(tx, Some(actor), before, edited.change, &edited.asked_again)?;
    offers::outdate_of_lots(tx, Some(actor), &edited.asked_again)?;
    offers::end_of_lots(tx, Some(actor), &edited.dropped, EndReason::LotDropped)?;
    Ok(tender)
}

fn write(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    before: &Tender,
    change: Change<Tender>,
    touched: &[LotId],
) -> Result<Tender, Error> {
    let mut tender = change.after;
    let mut row = Row::new(&tender, tx.now());
    row.version += 1;
    let seen =
        tenders::table.filter(tenders::id.eq(&row.id)).filter(tenders::version.eq(tender.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    tender.version = row.version;
    if tender.event != before.event {
        events::update(tx, &tender.event)?;
        if tender.event.occasion.title != before.event.occasion.title {
            conversations::retitle(tx, tender.id)?;
        }
    }
    tender.lots = write_lots(tx, &before.lots, tender.lots, touched)?;
    facts::record(tx, actor, &change.facts)?;
    listings::refresh_with(tx, &tender)?;
    timers::set(tx, &tender)?;
    Ok(tender)
}

fn write_lots(
    tx: &mut Tx<'_>,
    before: &[Lot],
    after: Vec<Lot>,
    touched: &[LotId],
) -> Result<Vec<Lot>, Error> {
    for old in before {
        if !after.iter().any(|lot| lot.id == old.id) {
            lots::delete(tx, old)?;
        }
    }
    let mut written = Vec::with_capacity(after.len());
    for lot in after {
        let old = before.iter().find(|old| old.id == lot.id);
        written.push(match old {
            None => {
                lots::insert(tx, &lot)?;
                lot
            }
            Some(old) if *old == lot && !touched.contains(&lot.id) => lot,
            Some(_) => lots::update(tx, lot)?,
        });
    }
    Ok(written)
}

/// Throws a draft away.
pub fn delete(tx: &mut Tx<'_>, draft: &Tender) -> Result<(), Error> {
    for lot in &draft.lots {
        lots::delete(tx, lot)?;
    }
    let seen = tenders::table
        .filter(tenders::id.eq(draft.id.to_string()))
        .filter(tenders::version.eq(draft.version));
    if diesel::delete(seen).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    events::delete(tx, draft.event.id)
}

fn complete(conn: &mut Conn, row: Row) -> Result<Tender, Error> {
    complete_all(conn, vec![row])?.pop().ok_or(Error::NotFound)
}

/// Adds events and lots to tenders, in three queries whatever their number.
fn complete_all(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Tender>, Error> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let event_ids: Vec<&str> = rows.iter().map(|row| row.event_id.as_str()).collect();
    let mut events = events::find(conn, &event_ids)?;
    let mut lots = lots::of_tenders(conn, &ids)?;
    rows.into_iter()
        .map(|row| {
            let corrupt = || Error::corrupt("tenders", &row.id);
            let id: TenderId = row.id.parse().map_err(|_| corrupt())?;
            Ok(Tender {
                id,
                version: row.version,
                state: row.state().ok_or_else(corrupt)?,
                created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
                event: events.remove(&row.event_id).ok_or_else(corrupt)?,
                lots: lots.remove(&id).unwrap_or_default(),
                slug: row.slug,
                revision: row.revision,
            })
        })
        .collect()
}

impl Row {
    fn new(tender: &Tender, now: Instant) -> Self {
        let (closed_at, reason, note) = match &tender.state {
            TenderState::Closed { at, reason, note, .. } => {
                (Some(*at), Some(*reason), Some(note.clone()))
            }
            _ => (None, None, None),
        };
        let draft_step = match tender.state {
            TenderState::Draft { step } => step,
            _ => 0,
        };
        let milliseconds = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        Self {
            id: tender.id.to_string(),
            version: tender.version,
            event_id: tender.event.id.to_string(),
            organization_id: tender.client().to_string(),
            slug: tender.slug.clone(),
            revision: tender.revision,
            draft_step,
            published_at: milliseconds(tender.published_at()),
            closed_at: milliseconds(closed_at),
            closed_reason: reason.map(|reason| reason.as_str().to_owned()),
            closing_note: note,
            created_at: tender.created_at.timestamp_millis(),
            updated_at: now.timestamp_millis(),
        }
    }

    fn state(&self) -> Option<TenderState> {
        let Some(published_at) = self.published_at else {
            return Some(TenderState::Draft { step: self.draft_step });
        };
        let published_at = Instant::from_timestamp_millis(published_at)?;
        let Some(closed_at) = self.closed_at else {
            return Some(TenderState::Published { at: published_at });
        };
        Some(TenderState::Closed {
            published_at,
            at: Instant::from_timestamp_millis(closed_at)?,
            reason: CloseReason::from_word(self.closed_reason.as_ref()?)?,
            note: self.closing_note.clone().unwrap_or_default(),
        })
    }
}
