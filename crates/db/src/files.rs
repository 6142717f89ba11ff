//! Rows of what people send beside their words. Where the bytes lie is not known here.
//!
//! Invariants: a row comes before its bytes and goes after them, so that no bytes are ever forgotten; who may
//! see a file is a WHERE; whoever hangs a file on something names the state that it saw.

mod holding;
mod leaving;
mod rows;

pub(crate) use holding::{
    hang_on_campaign, hang_on_delivery, hang_on_message, hang_on_service, hang_on_sheet,
    let_go_of_campaign, let_go_of_service,
};
pub use holding::{names_of, of_deliveries, of_entries};
pub(crate) use leaving::{forget, send_off};
pub use leaving::{forget_one, give_up, leaving, send_away};

use std::collections::BTreeMap;

use diesel::{dsl::exists, prelude::*};
use estrade_domain::{
    actor::Actor,
    change::Change,
    files::{File, FileStatus},
    ids::{FileId, OrganizationId},
    limits::Limits,
    organizations::{OrganizationState, Plan},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, campaigns, deliveries, facts,
    schema::{
        campaigns as campaign_rows, conversation_entries, conversations, files, organizations,
        service_listings,
    },
};
use rows::Row;

/// The states in which a file is seen at all.
fn seen() -> [&'static str; 2] {
    [FileStatus::Loose.as_str(), FileStatus::Attached.as_str()]
}

/// The file with this id, if it is of this person's organization, hangs on a message of one of its
/// conversations, on a service that the catalogue shows, on a sheet whose plan shows it, on a campaign that is shown,
/// or on a delivery that it accepted. Whoever wants the bytes of a file passes here.
pub fn seen_by(
    conn: &mut Conn,
    id: FileId,
    actor: Option<&Actor>,
    limits: &Limits,
    now: Instant,
) -> Result<File, Error> {
    let party = actor.map(|actor| actor.organization.to_string()).unwrap_or_default();
    let (states, until, from) = campaigns::seen(actor.is_some_and(Actor::is_operator), now);
    let bannered = campaign_rows::table
        .filter(campaign_rows::id.nullable().eq(files::campaign_id))
        .filter(campaign_rows::state.eq_any(states))
        .filter(campaign_rows::starts_on.le(until))
        .filter(campaign_rows::ends_on.ge(from));
    let of_a_side = conversations::client_id.eq(&party).or(conversations::provider_id.eq(&party));
    let said_to_it = conversation_entries::table
        .inner_join(
            conversations::table.on(conversations::id.eq(conversation_entries::conversation_id)),
        )
        .filter(conversation_entries::id.nullable().eq(files::entry_id))
        .filter(of_a_side);
    let listed = service_listings::table
        .filter(service_listings::service_id.nullable().eq(files::service_id));
    // On FREE the first photos alone are shown; on VIP+ all that hangs there.
    let free_places = i32::try_from(limits.free_photos_max).unwrap_or(0);
    let shown = organizations::table
        .filter(organizations::id.nullable().eq(files::sheet_id))
        .filter(organizations::state.eq(OrganizationState::Open.as_str()))
        .filter(
            organizations::plan
                .eq(Plan::VipPlus.as_str())
                .or(organizations::plan.eq(Plan::Free.as_str()).and(files::place.lt(free_places))),
        );
    files::table
        .filter(files::id.eq(id.to_string()))
        .filter(files::state.eq_any(seen()))
        .filter(
            files::organization_id
                .eq(&party)
                .or(exists(said_to_it))
                .or(exists(listed))
                .or(exists(shown))
                .or(exists(bannered))
                .or(exists(deliveries::accepted_by(&party))),
        )
        .select(Row::as_select())
        .first(conn)?
        .try_into()
}

/// Those of these files that an organization sent and that are seen at all.
pub fn sent_by(
    conn: &mut Conn,
    organization: OrganizationId,
    ids: &[FileId],
) -> Result<BTreeMap<FileId, File>, Error> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Row> = files::table
        .filter(files::id.eq_any(ids.iter().map(ToString::to_string)))
        .filter(files::organization_id.eq(organization.to_string()))
        .filter(files::state.eq_any(seen()))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            let file = File::try_from(row)?;
            Ok((file.id, file))
        })
        .collect()
}

/// How many files of an organization hang on nothing, those on their way included.
pub fn count_loose(conn: &mut Conn, organization: OrganizationId) -> Result<i64, Error> {
    Ok(files::table
        .filter(files::organization_id.eq(organization.to_string()))
        .filter(files::loose_at.is_not_null())
        .count()
        .get_result(conn)?)
}

/// Records a file whose bytes are about to be kept.
pub fn insert(tx: &mut Tx<'_>, file: &File) -> Result<(), Error> {
    diesel::insert_into(files::table).values(&Row::new(file, 0)?).execute(&mut **tx)?;
    Ok(())
}

/// The file with this id whose bytes are on their way.
pub fn incoming(conn: &mut Conn, id: FileId) -> Result<File, Error> {
    files::table
        .filter(files::id.eq(id.to_string()))
        .filter(files::state.eq(FileStatus::Incoming.as_str()))
        .select(Row::as_select())
        .first(conn)?
        .try_into()
}

/// Records that the bytes of a file are kept.
pub fn record(tx: &mut Tx<'_>, actor: &Actor, change: Change<File>) -> Result<File, Error> {
    update(tx, &change.after, FileStatus::Incoming, 0)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(change.after)
}

/// Where it stands from now on, unless it stands elsewhere than it was seen.
fn update(tx: &mut Tx<'_>, file: &File, seen: FileStatus, place: i32) -> Result<(), Error> {
    let row = files::table
        .filter(files::id.eq(file.id.to_string()))
        .filter(files::state.eq(seen.as_str()));
    let written = diesel::update(row).set(&Row::new(file, place)?).execute(&mut **tx)?;
    if written == 1 { Ok(()) } else { Err(Error::Stale) }
}
