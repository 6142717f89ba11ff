//! What each person has still to read: a row exists only while there is something.

use std::collections::BTreeMap;

use chrono::{DurationRound, TimeDelta};
use diesel::prelude::*;
use estrade_domain::{
    accounts::AccountState,
    actor::Actor,
    deadlines::DeadlineAction,
    facts::Fact,
    ids::{AccountId, ConversationId, EntryId, OrganizationId},
};

use super::{Pair, entries};
use crate::{
    Conn, Error, Tx, deadlines, facts,
    schema::{accounts, unread_conversations as rows},
};

/// A summary names so many conversations at most; the inbox has them all.
const NAMED: i64 = 20;

/// Whether people hear of an entry by other ways than the hourly summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Its own mail and notice tell of it.
    Already,
    /// The summary will, if it is still unread then.
    Later,
}

/// One more entry for everyone of a side.
pub(super) fn add(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    side: OrganizationId,
    told: Told,
) -> Result<(), Error> {
    let readers: Vec<String> = accounts::table
        .filter(accounts::organization_id.eq(side.to_string()))
        .filter(accounts::state.eq(AccountState::Active.as_str()))
        .select(accounts::id)
        .load(&mut **tx)?;
    let untold = i32::from(told == Told::Later);
    for reader in readers {
        add_for(tx, conversation, &reader, untold)?;
        if told == Told::Later {
            deadlines::insert(tx, reader, DeadlineAction::MessageSummary, next_hour(tx)?)?;
        }
    }
    Ok(())
}

/// The moment of the last entry, repeated for whoever has something to read there.
pub(super) fn touch(tx: &mut Tx<'_>, pair: &Pair, last_at: i64) -> Result<(), Error> {
    let sides = [pair.client.to_string(), pair.provider.to_string()];
    let people =
        accounts::table.filter(accounts::organization_id.eq_any(sides)).select(accounts::id);
    let waiting = rows::table
        .filter(rows::conversation_id.eq(pair.id.to_string()))
        .filter(rows::account_id.eq_any(people));
    diesel::update(waiting).set(rows::last_at.eq(last_at)).execute(&mut **tx)?;
    Ok(())
}

fn add_for(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    reader: &str,
    untold: i32,
) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let known = rows::table.find((reader, conversation.to_string()));
    let counted = diesel::update(known)
        .set((
            rows::entries.eq(rows::entries + 1),
            rows::untold.eq(rows::untold + untold),
            rows::last_at.eq(now),
        ))
        .execute(&mut **tx)?;
    if counted == 1 {
        return Ok(());
    }
    let inserted = diesel::insert_into(rows::table)
        .values((
            rows::account_id.eq(reader),
            rows::conversation_id.eq(conversation.to_string()),
            rows::entries.eq(1),
            rows::untold.eq(untold),
            rows::last_at.eq(now),
        ))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        // Two messages at once: the second is tried again and finds the row.
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        outcome => outcome.map(|_| ()),
    }
}

/// Summaries leave on the hour, so that a lively hour makes one mail (S5-015).
fn next_hour(tx: &Tx<'_>) -> Result<estrade_domain::world::Instant, Error> {
    let hour = TimeDelta::hours(1);
    let begun = tx.now().duration_trunc(hour);
    Ok(begun.map_err(|_| Error::corrupt("deadlines", tx.now()))? + hour)
}

/// The hour is over: what came in it and is still unread is told once.
pub fn summarize(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    let untold =
        rows::table.filter(rows::account_id.eq(account.to_string())).filter(rows::untold.gt(0));
    let found: Vec<String> = untold
        .clone()
        .order((rows::last_at.desc(), rows::conversation_id.desc()))
        .limit(NAMED)
        .select(rows::conversation_id)
        .load(&mut **tx)?;
    if found.is_empty() {
        return Ok(());
    }
    diesel::update(untold).set(rows::untold.eq(0)).execute(&mut **tx)?;
    let conversations: Result<Vec<ConversationId>, Error> = found
        .iter()
        .map(|id| id.parse().map_err(|_| Error::corrupt("unread_conversations", id)))
        .collect();
    facts::record(tx, None, &[Fact::MessagesUnread { account, conversations: conversations? }])
}

/// A person has read up to this entry. What came after it stays unread.
pub fn mark_read(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    actor: &Actor,
    through: EntryId,
) -> Result<(), Error> {
    let place = entries::place(tx, conversation, through)?;
    let left = entries::count_after(tx, conversation, actor.organization, &place)?;
    let own = rows::table.find((actor.account.to_string(), conversation.to_string()));
    if left == 0 {
        diesel::delete(own).execute(&mut **tx)?;
        return Ok(());
    }
    // Reading an older page again makes nothing unread.
    let more = own.filter(rows::entries.gt(left));
    diesel::update(more).set((rows::entries.eq(left), rows::untold.eq(0))).execute(&mut **tx)?;
    Ok(())
}

/// How many entries of some conversations a person has not read; none where it has read all.
pub fn unread_of<'a>(
    conn: &mut Conn,
    account: AccountId,
    conversations: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, i32>, Error> {
    let found: Vec<(String, i32)> = rows::table
        .filter(rows::account_id.eq(account.to_string()))
        .filter(rows::conversation_id.eq_any(conversations))
        .select((rows::conversation_id, rows::entries))
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Whether a person has something to read in at least so many conversations.
pub(super) fn is_in(
    conn: &mut Conn,
    account: AccountId,
    conversations: i64,
) -> Result<bool, Error> {
    let last: Option<String> = rows::table
        .filter(rows::account_id.eq(account.to_string()))
        .select(rows::conversation_id)
        .offset(conversations - 1)
        .first(conn)
        .optional()?;
    Ok(last.is_some())
}

/// In how many conversations a person has something to read, up to `at_most`.
pub fn count(conn: &mut Conn, account: AccountId, at_most: i64) -> Result<i64, Error> {
    let unread: Vec<String> = rows::table
        .filter(rows::account_id.eq(account.to_string()))
        .limit(at_most)
        .select(rows::conversation_id)
        .load(conn)?;
    Ok(i64::try_from(unread.len()).unwrap_or(at_most))
}

/// Nothing is left to read for someone who is erased.
pub(crate) fn forget(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    diesel::delete(rows::table.filter(rows::account_id.eq(account.to_string())))
        .execute(&mut **tx)?;
    Ok(())
}
