//! Rows of what clients need, and of who got it.
//!
//! Invariant: a recipient's row is written with the need; its conversation is the one of its pair.

mod choosing;
mod rows;

pub use choosing::choose;

use std::collections::{BTreeMap, BTreeSet};

use diesel::{dsl::max, prelude::*};
use estrade_domain::{
    actor::Actor,
    change::Change,
    conversations::Conversation,
    ids::{ConversationId, NeedId, OrganizationId},
    needs::{Need, RecipientState},
    world::Instant,
};

use self::rows::{RecipientRow, Row};
use crate::{
    Conn, Error, Tx, conversations,
    endings::ERASED,
    facts,
    page::{Slice, Window},
    schema::{conversation_entries, need_recipients, needs},
};

/// A place in a client's list: when the need was sent, and its id.
pub type Place = (i64, String);

/// Where it stands with one who got a need.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// Where the two talk.
    pub conversation: ConversationId,
    /// Whether it answered.
    pub state: RecipientState,
}

/// The need with this id, if it is this person's organization's.
pub fn get(conn: &mut Conn, id: NeedId, actor: &Actor) -> Result<Need, Error> {
    let row: Row = needs::table
        .find(id.to_string())
        .filter(needs::client_id.eq(actor.organization.to_string()))
        .select(Row::as_select())
        .first(conn)?;
    with_recipients(conn, vec![row])?.into_iter().next().ok_or(Error::NotFound)
}

/// The needs of a client, the latest first.
pub fn of_client(
    conn: &mut Conn,
    client: OrganizationId,
    window: &Window<Place>,
) -> Result<Slice<Need>, Error> {
    let mut query = needs::table
        .filter(needs::client_id.eq(client.to_string()))
        .order((needs::sent_at.desc(), needs::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((sent_at, id)) = &window.after {
        query = query
            .filter(needs::sent_at.le(*sent_at))
            .filter(needs::sent_at.lt(*sent_at).or(needs::id.lt(id)));
    }
    let rows = query.load(conn)?;
    Ok(window.cut(with_recipients(conn, rows)?))
}

/// How many needs a client sent since.
pub fn sent_since(conn: &mut Conn, client: OrganizationId, since: Instant) -> Result<u32, Error> {
    let count: i64 = needs::table
        .filter(needs::client_id.eq(client.to_string()))
        .filter(needs::sent_at.gt(since.timestamp_millis()))
        .count()
        .get_result(conn)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Some needs by their ids, without who got them: what stands beside a message.
pub fn of_ids(
    conn: &mut Conn,
    ids: impl IntoIterator<Item = NeedId>,
) -> Result<BTreeMap<NeedId, Need>, Error> {
    let ids: BTreeSet<String> = ids.into_iter().map(|id| id.to_string()).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Row> =
        needs::table.filter(needs::id.eq_any(ids)).select(Row::as_select()).load(conn)?;
    let each = rows.into_iter().map(|row| {
        let need = row.with(Vec::new())?;
        Ok((need.id, need))
    });
    each.collect()
}

/// Where it stands with everyone who got one of these needs, in three queries whatever their number.
pub fn standings(
    conn: &mut Conn,
    needs: &[Need],
) -> Result<BTreeMap<(NeedId, OrganizationId), Standing>, Error> {
    if needs.is_empty() {
        return Ok(BTreeMap::new());
    }
    let pairs: Vec<_> = needs
        .iter()
        .flat_map(|need| need.recipients.iter().map(|it| (need.client, it.provider)))
        .collect();
    let talks = conversations::of_pairs(conn, &pairs)?;
    let written = last_written(conn, talks.values())?;
    let mut standings = BTreeMap::new();
    for need in needs {
        for it in &need.recipients {
            let Some(talk) = talks.get(&(need.client, it.provider)) else { continue };
            let last = written.get(&talk.id.to_string());
            let has_written = last.is_some_and(|at| *at >= need.sent_at.timestamp_millis());
            let state = RecipientState::of(talk.state, has_written);
            let standing = Standing { conversation: talk.id, state };
            standings.insert((need.id, it.provider), standing);
        }
    }
    Ok(standings)
}

/// When the provider last wrote in some conversations.
fn last_written<'a>(
    conn: &mut Conn,
    talks: impl Iterator<Item = &'a Conversation>,
) -> Result<BTreeMap<String, i64>, Error> {
    let (ids, providers): (Vec<String>, BTreeSet<String>) =
        talks.map(|talk| (talk.id.to_string(), talk.provider.to_string())).unzip();
    let found: Vec<(String, Option<i64>)> = conversation_entries::table
        .filter(conversation_entries::conversation_id.eq_any(ids))
        .filter(conversation_entries::organization_id.eq_any(providers))
        .group_by(conversation_entries::conversation_id)
        .select((conversation_entries::conversation_id, max(conversation_entries::at)))
        .load(conn)?;
    Ok(found.into_iter().filter_map(|(id, at)| Some((id, at?))).collect())
}

/// Records a need with who gets it. Whoever records it writes to each of them in the same transaction.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, change: Change<Need>) -> Result<Need, Error> {
    let Change { after, facts, .. } = change;
    diesel::insert_into(needs::table).values(&Row::of(&after)).execute(&mut **tx)?;
    for row in RecipientRow::all(&after)? {
        diesel::insert_into(need_recipients::table).values(&row).execute(&mut **tx)?;
    }
    facts::record(tx, Some(actor), &facts)?;
    Ok(after)
}

/// What an erased client needed: that it was sent stays, without its words.
pub(crate) fn forget(tx: &mut Tx<'_>, client: OrganizationId) -> Result<(), Error> {
    diesel::update(needs::table.filter(needs::client_id.eq(client.to_string())))
        .set((needs::title.eq(ERASED), needs::description.eq("")))
        .execute(&mut **tx)?;
    Ok(())
}

fn with_recipients(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Need>, Error> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let recipients: Vec<RecipientRow> = need_recipients::table
        .filter(need_recipients::need_id.eq_any(rows.iter().map(Row::id)))
        .order((need_recipients::need_id, need_recipients::position))
        .select(RecipientRow::as_select())
        .load(conn)?;
    let mut by_need: BTreeMap<String, Vec<RecipientRow>> = BTreeMap::new();
    for recipient in recipients {
        by_need.entry(recipient.need_id().to_owned()).or_default().push(recipient);
    }
    rows.into_iter()
        .map(|row| {
            let recipients = by_need.remove(row.id()).unwrap_or_default();
            row.with(recipients)
        })
        .collect()
}
