//! The previews of what was delivered: which are to be drawn, which are there, which serve no more. Where the pages
//! lie is not known here.
//!
//! Invariants: a row says how many pages there may be before the first is kept, and goes after the last, so that none
//! is ever forgotten; nobody is shown a page once its milestone is accepted or called off.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use estrade_domain::{
    actor::Actor,
    deliveries::{Preview, PreviewState, Seal},
    facts::{Fact, Job},
    files::{FileStatus, MediaType},
    ids::{DeliveryId, FileId},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts,
    schema::{deliveries, files, order_milestones, orders, organizations, previews},
};

/// At most so many in one round.
const SOME: i64 = 100;

/// A preview that is to be drawn.
#[derive(Debug, Clone)]
pub struct Sketch {
    /// Of which file.
    pub file: FileId,
    /// What that is.
    pub media: MediaType,
    /// How often it was tried.
    pub tries: i32,
    /// For whom: what the client is called.
    pub client: String,
    /// When it was delivered.
    pub delivered_at: Instant,
}

/// Notes that a file is to have a preview.
pub(super) fn insert(tx: &mut Tx<'_>, file: FileId) -> Result<(), Error> {
    diesel::insert_into(previews::table)
        .values((
            previews::file_id.eq(file.to_string()),
            previews::state.eq(PreviewState::Due.as_str()),
            previews::pages.eq(0),
            previews::tries.eq(0),
            previews::due_at.eq(Some(tx.now().timestamp_millis())),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Those of some files.
pub(super) fn of_files(
    conn: &mut Conn,
    ids: &[FileId],
) -> Result<BTreeMap<FileId, Preview>, Error> {
    let rows: Vec<(String, String, i32)> = previews::table
        .filter(previews::file_id.eq_any(ids.iter().map(ToString::to_string)))
        .select((previews::file_id, previews::state, previews::pages))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, state, pages)| {
            let corrupt = || Error::corrupt("previews", &id);
            let state = PreviewState::from_word(&state).ok_or_else(corrupt)?;
            let pages = u32::try_from(pages).map_err(|_| corrupt())?;
            Ok((id.parse().map_err(|_| corrupt())?, Preview { state, pages }))
        })
        .collect()
}

/// How many pages of a file are there for this person, who is of one of the two sides of its order.
pub fn page_seen_by(conn: &mut Conn, file: FileId, actor: &Actor) -> Result<u32, Error> {
    let party = actor.organization.to_string();
    let pages: i32 = previews::table
        .inner_join(files::table.on(files::id.eq(previews::file_id)))
        .inner_join(deliveries::table.on(files::delivery_id.eq(deliveries::id.nullable())))
        .inner_join(orders::table.on(orders::id.eq(deliveries::order_id)))
        .inner_join(
            order_milestones::table.on(order_milestones::order_id
                .eq(deliveries::order_id)
                .and(order_milestones::number.eq(deliveries::milestone))),
        )
        .filter(previews::file_id.eq(file.to_string()))
        .filter(previews::state.eq(PreviewState::Drawn.as_str()))
        .filter(files::state.eq(FileStatus::Attached.as_str()))
        .filter(order_milestones::state.eq_any(Seal::Sealed.milestone_states()))
        .filter(orders::client_id.eq(&party).or(orders::provider_id.eq(&party)))
        .select(previews::pages)
        .first(conn)?;
    u32::try_from(pages).map_err(|_| Error::corrupt("previews", file))
}

type Found = (String, String, i32, String, i64);

/// The preview that has waited longest to be drawn.
pub fn next_due(conn: &mut Conn, now: Instant) -> Result<Option<Sketch>, Error> {
    let found: Option<Found> = previews::table
        .inner_join(files::table.on(files::id.eq(previews::file_id)))
        .inner_join(deliveries::table.on(files::delivery_id.eq(deliveries::id.nullable())))
        .inner_join(orders::table.on(orders::id.eq(deliveries::order_id)))
        .inner_join(organizations::table.on(organizations::id.eq(orders::client_id)))
        .filter(previews::due_at.le(now.timestamp_millis()))
        .order((previews::due_at, previews::file_id))
        .select((
            previews::file_id,
            files::media_type,
            previews::tries,
            organizations::name,
            deliveries::delivered_at,
        ))
        .first(conn)
        .optional()?;
    let Some((id, media, tries, client, at)) = found else { return Ok(None) };
    let corrupt = || Error::corrupt("previews", &id);
    Ok(Some(Sketch {
        file: id.parse().map_err(|_| corrupt())?,
        media: MediaType::from_word(&media).ok_or_else(corrupt)?,
        tries,
        client,
        delivered_at: Instant::from_timestamp_millis(at).ok_or_else(corrupt)?,
    }))
}

/// Takes one up: should its drawer break off, it is tried again then. No when another did meanwhile.
pub fn take_up(tx: &mut Tx<'_>, sketch: &Sketch, pause: TimeDelta) -> Result<bool, Error> {
    let again_at = (tx.now() + pause).timestamp_millis();
    let seen = due(sketch.file).filter(previews::tries.eq(sketch.tries));
    let taken = diesel::update(seen)
        .set((previews::tries.eq(sketch.tries + 1), previews::due_at.eq(Some(again_at))))
        .execute(&mut **tx)?;
    Ok(taken == 1)
}

/// It could not be tried now: again at this moment.
pub fn put_off(tx: &mut Tx<'_>, file: FileId, again_at: Instant) -> Result<(), Error> {
    diesel::update(due(file))
        .set(previews::due_at.eq(Some(again_at.timestamp_millis())))
        .execute(&mut **tx)?;
    Ok(())
}

/// So many pages are about to be kept. No when it serves no more.
pub fn announce_pages(tx: &mut Tx<'_>, file: FileId, count: usize) -> Result<bool, Error> {
    let count = i32::try_from(count).map_err(|_| Error::corrupt("previews", file))?;
    let announced = diesel::update(due(file)).set(previews::pages.eq(count));
    Ok(announced.execute(&mut **tx)? == 1)
}

/// So many pages are kept.
pub fn drawn(tx: &mut Tx<'_>, file: FileId, count: usize) -> Result<(), Error> {
    let count = i32::try_from(count).map_err(|_| Error::corrupt("previews", file))?;
    diesel::update(due(file))
        .set((
            previews::state.eq(PreviewState::Drawn.as_str()),
            previews::pages.eq(count),
            previews::due_at.eq(None::<i64>),
        ))
        .execute(&mut **tx)?;
    tell_when_last(tx, file)
}

/// It cannot be drawn.
pub fn impossible(tx: &mut Tx<'_>, file: FileId) -> Result<(), Error> {
    diesel::update(due(file))
        .set((
            previews::state.eq(PreviewState::Impossible.as_str()),
            previews::due_at.eq(None::<i64>),
        ))
        .execute(&mut **tx)?;
    tell_when_last(tx, file)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn due(file: FileId) -> _ {
    let id: String = file.to_string();
    previews::table.filter(previews::file_id.eq(id)).filter(previews::due_at.is_not_null())
}

/// Whoever looks at a delivery is told once all its previews are there.
fn tell_when_last(tx: &mut Tx<'_>, file: FileId) -> Result<(), Error> {
    let known: Option<(String, String, String, String, String)> = files::table
        .inner_join(deliveries::table.on(files::delivery_id.eq(deliveries::id.nullable())))
        .inner_join(orders::table.on(orders::id.eq(deliveries::order_id)))
        .filter(files::id.eq(file.to_string()))
        .select((
            deliveries::id,
            orders::id,
            orders::offer_id,
            orders::client_id,
            orders::provider_id,
        ))
        .first(&mut **tx)
        .optional()?;
    let Some((delivery, order, offer, client, provider)) = known else { return Ok(()) };
    let others = previews::table
        .inner_join(files::table.on(files::id.eq(previews::file_id)))
        .filter(files::delivery_id.eq(&delivery))
        .filter(previews::due_at.is_not_null());
    if diesel::select(exists(others)).get_result(&mut **tx)? {
        return Ok(());
    }
    let corrupt = || Error::corrupt("deliveries", &delivery);
    let job = Job {
        order: order.parse().map_err(|_| corrupt())?,
        offer: offer.parse().map_err(|_| corrupt())?,
        client: client.parse().map_err(|_| corrupt())?,
        provider: provider.parse().map_err(|_| corrupt())?,
    };
    let delivery: DeliveryId = delivery.parse().map_err(|_| corrupt())?;
    facts::record(tx, None, &[Fact::DeliveryPreviewed { delivery, job }])
}

/// Some previews that serve no more, with how many pages there may be: their milestone is accepted or called off, or
/// their file goes.
pub fn over(conn: &mut Conn) -> Result<Vec<(FileId, u32)>, Error> {
    let looked_at = deliveries::table
        .inner_join(
            order_milestones::table.on(order_milestones::order_id
                .eq(deliveries::order_id)
                .and(order_milestones::number.eq(deliveries::milestone))),
        )
        .filter(deliveries::id.nullable().eq(files::delivery_id))
        .filter(order_milestones::state.eq_any(Seal::Sealed.milestone_states()));
    let rows: Vec<(String, i32)> = previews::table
        .inner_join(files::table.on(files::id.eq(previews::file_id)))
        .filter(not(exists(looked_at)))
        .order(previews::file_id)
        .limit(SOME)
        .select((previews::file_id, previews::pages))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, pages)| {
            let corrupt = || Error::corrupt("previews", &id);
            Ok((id.parse().map_err(|_| corrupt())?, u32::try_from(pages).map_err(|_| corrupt())?))
        })
        .collect()
}

/// Removes the row of a preview whose pages are gone.
pub fn forget_preview(tx: &mut Tx<'_>, file: FileId) -> Result<(), Error> {
    diesel::delete(previews::table.filter(previews::file_id.eq(file.to_string())))
        .execute(&mut **tx)?;
    Ok(())
}
