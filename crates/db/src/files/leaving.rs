//! How files go: first nobody sees them any more, then their previews and their bytes go, then their rows. A stop at
//! any point leaves a row that the next round takes up.

use diesel::{
    dsl::{exists, not, sql},
    prelude::*,
    sql_types::Bool,
};
use estrade_domain::{
    files::{FileStatus, LOOSE_FOR},
    ids::{FileId, OrganizationId},
};

use crate::{
    Conn, Error, Tx, deliveries,
    schema::{files, previews},
};

/// At most so many files in one round.
const SOME: i64 = 100;

/// Whether it hangs on nothing: then it has `loose_at`. Nothing hangs on what leaves, whatever it was.
type Hanging =
    (Option<i64>, Option<String>, Option<String>, Option<String>, Option<String>, Option<String>);
const NOWHERE: Hanging = (None, None, None, None, None, None);

/// Sends away some files that have hung on nothing for too long, and what never came whole.
pub fn send_away(tx: &mut Tx<'_>) -> Result<(), Error> {
    let before = (tx.now() - LOOSE_FOR).timestamp_millis();
    let old: Vec<String> = files::table
        .filter(files::loose_at.le(before))
        .order((files::loose_at, files::id))
        .limit(SOME)
        .select(files::id)
        .load(&mut **tx)?;
    // Named again: one that was hung on something meanwhile stays.
    let loose = files::table.filter(files::id.eq_any(old)).filter(files::loose_at.le(before));
    let (loose_at, entry, service, delivery, sheet, campaign) = NOWHERE;
    diesel::update(loose)
        .set((
            files::state.eq(FileStatus::Leaving.as_str()),
            files::loose_at.eq(loose_at),
            files::entry_id.eq(entry),
            files::service_id.eq(service),
            files::delivery_id.eq(delivery),
            files::sheet_id.eq(sheet),
            files::campaign_id.eq(campaign),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Sends a file away that came whole but is nobody's: the same one came at the same moment.
pub fn give_up(tx: &mut Tx<'_>, id: FileId) -> Result<(), Error> {
    let incoming = files::table
        .filter(files::id.eq(id.to_string()))
        .filter(files::state.eq(FileStatus::Incoming.as_str()));
    diesel::update(incoming)
        .set((files::state.eq(FileStatus::Leaving.as_str()), files::loose_at.eq(None::<i64>)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Some files whose bytes are to go, their previews being gone.
pub fn leaving(conn: &mut Conn) -> Result<Vec<FileId>, Error> {
    let previewed = previews::table.filter(previews::file_id.eq(files::id));
    let ids: Vec<String> = files::table
        // The words of a partial index.
        .filter(sql::<Bool>("files.state = 'leaving'"))
        .filter(not(exists(previewed)))
        .order(files::id)
        .limit(SOME)
        .select(files::id)
        .load(conn)?;
    ids.iter().map(|id| id.parse().map_err(|_| Error::corrupt("files", id))).collect()
}

/// Removes the row of a file whose bytes are gone.
pub fn forget_one(tx: &mut Tx<'_>, id: FileId) -> Result<(), Error> {
    let gone = files::table
        .filter(files::id.eq(id.to_string()))
        .filter(files::state.eq(FileStatus::Leaving.as_str()));
    diesel::delete(gone).execute(&mut **tx)?;
    Ok(())
}

/// What an erased organization sent goes as its words do: that something was said stays. What a client accepted of
/// it is a contract carried out: that client keeps it.
pub(crate) fn forget(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Error> {
    let kept: Vec<String> = deliveries::kept_of(tx, organization)?;
    let sent = files::table.filter(files::organization_id.eq(organization.to_string()));
    let going: Vec<String> =
        sent.filter(files::id.ne_all(kept)).select(files::id).load(&mut **tx)?;
    send_off(tx, &going)
}

/// Nobody sees these any more.
pub(crate) fn send_off(tx: &mut Tx<'_>, going: &[String]) -> Result<(), Error> {
    let (loose_at, entry, service, delivery, sheet, campaign) = NOWHERE;
    diesel::update(files::table.filter(files::id.eq_any(going)))
        .set((
            files::state.eq(FileStatus::Leaving.as_str()),
            files::name.eq(""),
            files::loose_at.eq(loose_at),
            files::entry_id.eq(entry),
            files::service_id.eq(service),
            files::delivery_id.eq(delivery),
            files::sheet_id.eq(sheet),
            files::campaign_id.eq(campaign),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
