//! Rows of the timers, and what each does when it fires.

use std::fmt::Display;

use chrono::TimeDelta;
use diesel::prelude::*;
use estrade_domain::{
    deadlines::{Deadline, DeadlineAction},
    ids::DeadlineId,
    world::Instant,
};

use crate::{
    Conn, Error, Tx, campaigns, conversations, disputes, facts, offers, orders, organizations,
    quote_requests, schema::deadlines, tenders,
};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = deadlines)]
struct Row {
    id: String,
    subject: String,
    action: String,
    due_at: i64,
    created_at: i64,
    done_at: Option<i64>,
    next_at: Option<i64>,
    tries: i32,
}

/// Sets a timer; one that is set already stays as it is.
pub fn insert(
    tx: &mut Tx<'_>,
    subject: impl Display,
    action: DeadlineAction,
    due_at: Instant,
) -> Result<(), Error> {
    let row = Row {
        id: tx.id::<DeadlineId>().to_string(),
        subject: subject.to_string(),
        action: action.as_str().to_owned(),
        due_at: due_at.timestamp_millis(),
        created_at: tx.now().timestamp_millis(),
        done_at: None,
        next_at: Some(due_at.timestamp_millis()),
        tries: 0,
    };
    let known: i64 = deadlines::table
        .filter(deadlines::subject.eq(&row.subject))
        .filter(deadlines::action.eq(&row.action))
        .filter(deadlines::due_at.eq(row.due_at))
        .count()
        .get_result(&mut **tx)?;
    if known == 0 {
        diesel::insert_into(deadlines::table).values(&row).execute(&mut **tx)?;
    }
    Ok(())
}

/// The timers that are to be carried out, the longest overdue first. One that this version of the
/// program does not know is left to a newer one.
pub fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Deadline>, Error> {
    let known = DeadlineAction::ALL.iter().map(|action| action.as_str());
    deadlines::table
        .filter(deadlines::next_at.le(now.timestamp_millis()))
        .filter(deadlines::action.eq_any(known))
        .order((deadlines::next_at, deadlines::id))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(Deadline::try_from)
        .collect()
}

/// A timer that could not be carried out is tried again later; `pause` says how much later, by how often
/// it failed before.
pub fn put_off(
    tx: &mut Tx<'_>,
    deadline: &Deadline,
    pause: impl Fn(i32) -> TimeDelta,
) -> Result<(), Error> {
    let id = deadline.id.to_string();
    let tries: i32 = deadlines::table.find(&id).select(deadlines::tries).first(&mut **tx)?;
    let next_at = (tx.now() + pause(tries)).timestamp_millis();
    let waiting = deadlines::table
        .filter(deadlines::id.eq(&id))
        .filter(deadlines::next_at.is_not_null())
        .filter(deadlines::tries.eq(tries));
    diesel::update(waiting)
        .set((deadlines::next_at.eq(Some(next_at)), deadlines::tries.eq(tries + 1)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Carries a timer out, once: it is spent in the transaction of what it does. One that was overtaken
/// (its choice was withdrawn, its offer confirmed) is spent and does nothing.
pub fn carry_out(tx: &mut Tx<'_>, deadline: &Deadline) -> Result<(), Error> {
    if !spend(tx, deadline.id)? {
        return Ok(());
    }
    match fire(tx, deadline) {
        // What it was about is gone: nobody waits any more.
        Err(Error::NotFound) => Ok(()),
        outcome => outcome,
    }
}

fn fire(tx: &mut Tx<'_>, deadline: &Deadline) -> Result<(), Error> {
    let subject = &deadline.subject;
    let corrupt = || Error::corrupt("deadlines", deadline.id);
    match deadline.action {
        DeadlineAction::ChoiceReminder => {
            let lot = subject.parse().map_err(|_| corrupt())?;
            offers::remind_choice(tx, lot, deadline.due_at)
        }
        DeadlineAction::ChoiceExpiry => {
            offers::expire_choice(tx, subject.parse().map_err(|_| corrupt())?)
        }
        DeadlineAction::OfferExpiry => offers::expire(tx, subject.parse().map_err(|_| corrupt())?),
        DeadlineAction::QuoteRequestExpiry => {
            quote_requests::expire(tx, subject.parse().map_err(|_| corrupt())?)
        }
        DeadlineAction::EventPast => {
            tenders::pass(tx, subject.parse().map_err(|_| corrupt())?, deadline.due_at)
        }
        DeadlineAction::TenderLapse => tenders::lapse(tx, subject.parse().map_err(|_| corrupt())?),
        DeadlineAction::MissionsOverdue => {
            let tender = subject.parse().map_err(|_| corrupt())?;
            tenders::remind_overdue(tx, tender, deadline.due_at)
        }
        DeadlineAction::MessageSummary => {
            conversations::summarize(tx, subject.parse().map_err(|_| corrupt())?)
        }
        DeadlineAction::OrderReminder => {
            orders::remind(tx, subject.parse().map_err(|_| corrupt())?, deadline.due_at)
        }
        DeadlineAction::OrderDue => orders::fall_due(tx, subject.parse().map_err(|_| corrupt())?),
        DeadlineAction::DisputeEscalation => {
            disputes::fall_due(tx, subject.parse().map_err(|_| corrupt())?)
        }
        DeadlineAction::CampaignEnd => campaigns::end(tx, subject.parse().map_err(|_| corrupt())?),
        DeadlineAction::PlanExpiry => {
            let provider = organizations::get(tx, subject.parse().map_err(|_| corrupt())?)?;
            let Some(change) = provider.lapse(tx.now()) else {
                return Ok(());
            };
            organizations::update(tx, &change.after)?;
            facts::record(tx, None, &change.facts)
        }
    }
}

fn spend(tx: &mut Tx<'_>, id: DeadlineId) -> Result<bool, Error> {
    let now = tx.now().timestamp_millis();
    let waiting = deadlines::table
        .filter(deadlines::id.eq(id.to_string()))
        .filter(deadlines::done_at.is_null());
    let spent = diesel::update(waiting)
        .set((deadlines::done_at.eq(Some(now)), deadlines::next_at.eq(None::<i64>)))
        .execute(&mut **tx)?;
    Ok(spent == 1)
}

impl TryFrom<Row> for Deadline {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("deadlines", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            action: DeadlineAction::from_word(&row.action).ok_or_else(corrupt)?,
            due_at: Instant::from_timestamp_millis(row.due_at).ok_or_else(corrupt)?,
            subject: row.subject,
        })
    }
}
