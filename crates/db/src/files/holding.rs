//! What hangs on a message, on a service, on a delivery, on a provider's sheet or on a campaign.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    campaigns::Campaign,
    fields::Fields,
    files::{File, FileRefusal, FileStatus, Holder},
    ids::{CampaignId, DeliveryId, EntryId, FileId, ServiceId},
    organizations::Organization,
    photos::Photo,
    refusal::Explain,
    text,
};

use super::{Row, sent_by, update};
use crate::{Conn, Error, Tx, schema::files};

/// The files that go with some entries, each in its order, in one query whatever their number.
pub fn of_entries(
    conn: &mut Conn,
    entries: impl Iterator<Item = EntryId>,
) -> Result<BTreeMap<String, Vec<File>>, Error> {
    let ids: Vec<String> = entries.map(|id| id.to_string()).collect();
    let rows: Vec<Row> = files::table
        .filter(files::entry_id.eq_any(ids))
        .filter(files::state.eq(FileStatus::Attached.as_str()))
        .order((files::place, files::id))
        .select(Row::as_select())
        .load(conn)?;
    by_holder(rows, |row| row.entry_id.clone())
}

/// Each under what it hangs on.
fn by_holder(
    rows: Vec<Row>,
    holder: fn(&Row) -> Option<String>,
) -> Result<BTreeMap<String, Vec<File>>, Error> {
    let mut found: BTreeMap<String, Vec<File>> = BTreeMap::new();
    for row in rows {
        if let Some(holder) = holder(&row) {
            found.entry(holder).or_default().push(row.try_into()?);
        }
    }
    Ok(found)
}

/// The files that came with some deliveries, each in its order, in one query whatever their number.
pub fn of_deliveries(
    conn: &mut Conn,
    deliveries: impl Iterator<Item = DeliveryId>,
) -> Result<BTreeMap<String, Vec<File>>, Error> {
    let ids: Vec<String> = deliveries.map(|id| id.to_string()).collect();
    let rows: Vec<Row> = files::table
        .filter(files::delivery_id.eq_any(ids))
        .filter(files::state.eq(FileStatus::Attached.as_str()))
        .order((files::place, files::id))
        .select(Row::as_select())
        .load(conn)?;
    by_holder(rows, |row| row.delivery_id.clone())
}

/// What some files are called, in their order.
pub fn names_of(conn: &mut Conn, entry: EntryId) -> Result<Vec<String>, Error> {
    Ok(files::table
        .filter(files::entry_id.eq(entry.to_string()))
        .order((files::place, files::id))
        .select(files::name)
        .load(conn)?)
}

/// Hangs files on a message, in the transaction that writes it. A file that is not there, or not this side's, is
/// a wrong field, and so is one that hangs elsewhere.
pub(crate) fn hang_on_message(
    tx: &mut Tx<'_>,
    actor: &Actor,
    entry: EntryId,
    wanted: &[FileId],
) -> Result<(), Error> {
    let known = sent_by(tx, actor.organization, wanted)?;
    let hung = hang(&known, wanted, actor, Holder::Message(entry), |place| {
        format!("/attachments/{place}")
    })?;
    write(tx, &hung, &known)
}

/// Hangs files on a delivery, in the transaction that writes it; gives them back as they are then.
pub(crate) fn hang_on_delivery(
    tx: &mut Tx<'_>,
    actor: &Actor,
    delivery: DeliveryId,
    wanted: &[FileId],
) -> Result<Vec<File>, Error> {
    let known = sent_by(tx, actor.organization, wanted)?;
    let holder = Holder::Delivery(delivery);
    let hung = hang(&known, wanted, actor, holder, |place| format!("/files/{place}"))?;
    write(tx, &hung, &known)?;
    Ok(hung)
}

/// Hangs photos on a service, in the transaction that writes it; what hung there and is no longer named is let go.
pub(crate) fn hang_on_service(
    tx: &mut Tx<'_>,
    actor: &Actor,
    service: ServiceId,
    photos: &[Photo],
) -> Result<(), Error> {
    let wanted: Vec<FileId> = photos.iter().map(|photo| photo.file).collect();
    let known = sent_by(tx, actor.organization, &wanted)?;
    let pointer = |place: usize| format!("/photos/{place}/file");
    let hung = hang(&known, &wanted, actor, Holder::Service(service), pointer)?;
    refuse_other_than_pictures(&hung, pointer)?;
    write(tx, &hung, &known)?;
    let_go(tx, Holder::Service(service), &wanted)
}

/// Hangs what a provider shows of its work on its sheet, in the transaction that writes it. Those of the portfolio
/// stand after all photos: what its plan hides is told by the place.
pub(crate) fn hang_on_sheet(
    tx: &mut Tx<'_>,
    actor: &Actor,
    provider: &Organization,
) -> Result<(), Error> {
    let (pointers, wanted): (Vec<String>, Vec<FileId>) =
        provider.showcase.pictures().into_iter().unzip();
    let known = sent_by(tx, actor.organization, &wanted)?;
    let pointer = |place: usize| pointers.get(place).cloned().unwrap_or_default();
    let holder = Holder::Sheet(provider.id);
    let hung = hang(&known, &wanted, actor, holder, pointer)?;
    refuse_other_than_pictures(&hung, pointer)?;
    let (photos, projects) = hung.split_at(provider.showcase.photos.len().min(hung.len()));
    write(tx, photos, &known)?;
    write_from(tx, projects, &known, PORTFOLIO)?;
    let_go(tx, holder, &wanted)
}

/// The place of the portfolio's first picture, beyond every photo's.
pub(crate) const PORTFOLIO: i32 = 1000;

/// Hangs the banner of a campaign on it, in the transaction that writes it; the one that hung there before is let
/// go.
pub(crate) fn hang_on_campaign(
    tx: &mut Tx<'_>,
    actor: &Actor,
    campaign: &Campaign,
) -> Result<(), Error> {
    let wanted = [campaign.content.banner];
    let known = sent_by(tx, actor.organization, &wanted)?;
    let holder = Holder::Campaign(campaign.id);
    let hung = hang(&known, &wanted, actor, holder, |_| "/banner".to_owned())?;
    for picture in hung.iter().filter_map(|file| file.holding.picture) {
        let size = campaign.content.size.check(picture);
        size.map_err(|wrong| Fields::one("/banner", wrong))?;
    }
    write(tx, &hung, &known)?;
    let_go(tx, holder, &wanted)
}

/// Lets go of the banner of a campaign that is no more.
pub(crate) fn let_go_of_campaign(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<(), Error> {
    let_go(tx, Holder::Campaign(campaign), &[])
}

/// Lets go of the photos of a service that is no more.
pub(crate) fn let_go_of_service(tx: &mut Tx<'_>, service: ServiceId) -> Result<(), Error> {
    let_go(tx, Holder::Service(service), &[])
}

fn hang(
    known: &BTreeMap<FileId, File>,
    wanted: &[FileId],
    actor: &Actor,
    holder: Holder,
    pointer: impl Fn(usize) -> String,
) -> Result<Vec<File>, Error> {
    let mut fields = Fields::default();
    let mut hung = Vec::new();
    for (place, id) in wanted.iter().enumerate() {
        let found = known.get(id).cloned().ok_or_else(text::unknown_choice);
        let attached = found.and_then(|file| {
            file.attach(actor, holder).map_err(|refusal: FileRefusal| refusal.explain())
        });
        hung.extend(fields.take(pointer(place), attached));
    }
    fields.check()?;
    Ok(hung)
}

fn refuse_other_than_pictures(
    hung: &[File],
    pointer: impl Fn(usize) -> String,
) -> Result<(), Error> {
    let mut fields = Fields::default();
    for (place, file) in hung.iter().enumerate() {
        if file.holding.picture.is_none() {
            fields.refuse(pointer(place), FileRefusal::NotAPicture.explain());
        }
    }
    Ok(fields.check()?)
}

fn write(tx: &mut Tx<'_>, hung: &[File], known: &BTreeMap<FileId, File>) -> Result<(), Error> {
    write_from(tx, hung, known, 0)
}

fn write_from(
    tx: &mut Tx<'_>,
    hung: &[File],
    known: &BTreeMap<FileId, File>,
    first: i32,
) -> Result<(), Error> {
    for (place, file) in (first..).zip(hung) {
        let seen = known.get(&file.id).map_or(FileStatus::Loose, |seen| seen.state.status());
        update(tx, file, seen, place)?;
    }
    Ok(())
}

fn let_go(tx: &mut Tx<'_>, holder: Holder, kept: &[FileId]) -> Result<(), Error> {
    let now = tx.now();
    let hung = match holder {
        Holder::Service(service) => {
            files::table.filter(files::service_id.eq(service.to_string())).into_boxed()
        }
        Holder::Sheet(provider) => {
            files::table.filter(files::sheet_id.eq(provider.to_string())).into_boxed()
        }
        Holder::Campaign(campaign) => {
            files::table.filter(files::campaign_id.eq(campaign.to_string())).into_boxed()
        }
        Holder::Message(_) | Holder::Delivery(_) => return Ok(()),
    };
    let rows: Vec<Row> = hung
        .filter(files::id.ne_all(kept.iter().map(ToString::to_string)))
        .filter(files::state.eq(FileStatus::Attached.as_str()))
        .select(Row::as_select())
        .load(&mut **tx)?;
    for row in rows {
        let file = File::try_from(row)?.release(now);
        update(tx, &file, FileStatus::Attached, 0)?;
    }
    Ok(())
}
