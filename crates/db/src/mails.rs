//! Rows of outgoing mails: queued with their fact, claimed and sent by the relay.
//!
//! A claim is a guarded update, so a mail leaves through one hand; it ends by itself, so a mail whose
//! carrier died leaves after all.

use chrono::TimeDelta;
use diesel::{expression::SqlLiteral, prelude::*, sql_types::Bool};
use estrade_domain::{
    actor::Actor,
    facts::Fact,
    ids::{FactId, MailId},
    language::Language,
    mails as pace, words,
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts,
    page::{Slice, Window},
    schema::mails,
};

words! {
    /// Where a mail stands.
    pub enum MailState {
        /// To be sent.
        Queued = "queued",
        /// Taken by the transport.
        Sent = "sent",
        /// Given up.
        Failed = "failed",
    }
}

words! {
    /// The two boxes of a person's alerts (S1-170).
    pub enum Alert {
        /// Mails about created events.
        Tenders = "tenders",
        /// Private e-mails.
        Messages = "messages",
    }
}

/// How long a claim lasts: longer than any attempt to send.
const CLAIM: TimeDelta = TimeDelta::minutes(10);

/// A mail as it was written.
#[derive(Debug, Clone)]
pub struct NewMail {
    /// What it tells of.
    pub fact: FactId,
    /// To whom.
    pub recipient: String,
    /// In which language.
    pub language: Language,
    /// Which template wrote it.
    pub template: &'static str,
    /// The subject line.
    pub subject: String,
    /// The body for those who read plain text.
    pub text_body: String,
    /// The body for the others.
    pub html_body: String,
    /// Which box of the recipient's alerts it obeys.
    pub alert: Option<Alert>,
    /// The lowest leave first.
    pub urgency: i32,
}

/// A mail as it is kept.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = mails)]
pub struct Mail {
    /// Its id.
    pub id: String,
    /// To whom.
    pub recipient: String,
    /// In which language.
    pub language: String,
    /// Which template wrote it.
    pub template: String,
    /// The subject line.
    pub subject: String,
    /// Plain text.
    pub text_body: String,
    /// HTML.
    pub html_body: String,
    /// Which box of the recipient's alerts it obeys.
    pub alert: Option<String>,
    /// Where it stands.
    pub state: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub sent_at: Option<i64>,
}

/// When the next mail of this kind may be written to this address, by the wish of a stranger. None: now.
pub fn next_at(tx: &mut Tx<'_>, recipient: &str, template: &str) -> Result<Option<Instant>, Error> {
    let now = tx.now();
    let written: Vec<i64> = mails::table
        .filter(mails::recipient.eq(recipient))
        .filter(mails::template.eq(template))
        .filter(mails::created_at.gt((now - pace::DAY).timestamp_millis()))
        .order((mails::created_at.desc(), mails::id.desc()))
        .limit(i64::try_from(pace::A_DAY).unwrap_or(i64::MAX))
        .select(mails::created_at)
        .load(&mut **tx)?;
    let written: Vec<Instant> =
        written.into_iter().filter_map(Instant::from_timestamp_millis).collect();
    Ok(pace::next_at(&written, now))
}

/// Queues a mail; one fact mails an address once.
pub fn queue(tx: &mut Tx<'_>, mail: &NewMail) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let id = tx.id::<MailId>().to_string();
    diesel::insert_into(mails::table)
        .values((
            mails::id.eq(id),
            mails::fact_id.eq(mail.fact.to_string()),
            mails::recipient.eq(&mail.recipient),
            mails::language.eq(mail.language.code()),
            mails::template.eq(mail.template),
            mails::subject.eq(&mail.subject),
            mails::text_body.eq(&mail.text_body),
            mails::html_body.eq(&mail.html_body),
            mails::alert.eq(mail.alert.map(Alert::as_str)),
            mails::urgency.eq(mail.urgency),
            mails::state.eq(MailState::Queued.as_str()),
            mails::attempts.eq(0),
            mails::due_at.eq(Some(now)),
            mails::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whether any mail is due.
pub fn any_due(conn: &mut Conn, now: Instant) -> Result<bool, Error> {
    let due: Option<String> = mails::table
        .filter(mails::due_at.le(now.timestamp_millis()))
        .select(mails::id)
        .first(conn)
        .optional()?;
    Ok(due.is_some())
}

/// Takes some of the mails that are due, the most urgent first, so that no one else sends them meanwhile.
pub fn claim(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Mail>, Error> {
    let now = tx.now();
    let due: Vec<Mail> = mails::table
        .filter(mails::due_at.le(now.timestamp_millis()))
        .order((mails::urgency, mails::due_at, mails::id))
        .limit(limit)
        .select(Mail::as_select())
        .load(&mut **tx)?;
    let until = (now + CLAIM).timestamp_millis();
    let mut claimed = Vec::with_capacity(due.len());
    for mut mail in due {
        let taken = diesel::update(as_seen(&mail))
            .set((mails::due_at.eq(Some(until)), mails::attempts.eq(mails::attempts + 1)))
            .execute(&mut **tx)?;
        if taken == 1 {
            mail.attempts += 1;
            claimed.push(mail);
        }
    }
    Ok(claimed)
}

/// What remains of the text of a mail that has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// It can still be read: the local mailbox is where it went.
    Kept,
    /// Only that it was sent: its text may hold a link that opens an account.
    Forgotten,
}

/// The transport took it.
pub fn mark_sent(tx: &mut Tx<'_>, mail: &Mail, body: Body) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::update(as_seen(mail))
        .set((
            mails::state.eq(MailState::Sent.as_str()),
            mails::sent_at.eq(Some(now)),
            mails::due_at.eq(None::<i64>),
        ))
        .execute(&mut **tx)?;
    if body == Body::Forgotten {
        diesel::update(mails::table.find(&mail.id))
            .set((mails::text_body.eq(""), mails::html_body.eq("")))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// The transport refused it: tried again later, or given up when there is no later.
pub fn mark_failed(
    tx: &mut Tx<'_>,
    mail: &Mail,
    reason: &str,
    again_at: Option<Instant>,
) -> Result<(), Error> {
    let state = if again_at.is_some() { MailState::Queued } else { MailState::Failed };
    diesel::update(as_seen(mail))
        .set((
            mails::state.eq(state.as_str()),
            mails::due_at.eq(again_at.map(|at| at.timestamp_millis())),
            mails::last_error.eq(Some(reason)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn as_seen<'a>(mail: &'a Mail) -> _ {
    let id: &'a str = mail.id.as_str();
    let attempts: i32 = mail.attempts;
    mails::table
        .filter(mails::id.eq(id))
        .filter(mails::attempts.eq(attempts))
        .filter(mails::due_at.is_not_null())
}

/// A mail that was given up.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = mails)]
pub struct GivenUp {
    /// Its id.
    pub id: String,
    /// To whom.
    pub recipient: String,
    /// Which template wrote it.
    pub template: String,
    /// The subject line.
    pub subject: String,
    /// Plain text; empty once its party was erased, and then there is nothing to send.
    pub text_body: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Unix milliseconds.
    pub created_at: i64,
    /// What the transport said the last time.
    pub last_error: Option<String>,
}

/// The state stands in the query as it stands in the index, so that both databases see that the index
/// answers it.
fn is_given_up() -> SqlLiteral<Bool> {
    diesel::dsl::sql("state = 'failed'")
}

/// How many mails were given up.
pub fn count_given_up(conn: &mut Conn) -> Result<i64, Error> {
    Ok(mails::table.filter(is_given_up()).count().get_result(conn)?)
}

/// The mails that were given up, the newest first.
pub fn list_given_up(conn: &mut Conn, window: &Window<String>) -> Result<Slice<GivenUp>, Error> {
    let mut query = mails::table
        .filter(is_given_up())
        .order(mails::id.desc())
        .limit(window.fetch())
        .select(GivenUp::as_select())
        .into_boxed();
    if let Some(after) = &window.after {
        query = query.filter(mails::id.lt(after));
    }
    Ok(window.cut(query.load(conn)?))
}

/// Has a mail that was given up tried again, as often as a new one.
pub fn retry(tx: &mut Tx<'_>, actor: &Actor, id: MailId) -> Result<(), Error> {
    let given_up = mails::table
        .find(id.to_string())
        .filter(mails::state.eq(MailState::Failed.as_str()))
        .filter(mails::text_body.ne(""));
    let queued = diesel::update(given_up)
        .set((
            mails::state.eq(MailState::Queued.as_str()),
            mails::attempts.eq(0),
            mails::due_at.eq(Some(tx.now().timestamp_millis())),
        ))
        .execute(&mut **tx)?;
    if queued != 1 {
        return Err(Error::NotFound);
    }
    facts::record(tx, Some(actor), &[Fact::MailRetried { mail: id }])
}

/// All mails, the newest first: the demo's mailbox.
pub fn list(
    conn: &mut Conn,
    recipient: Option<&str>,
    window: &Window<String>,
) -> Result<Slice<Mail>, Error> {
    let mut query = mails::table
        .order(mails::id.desc())
        .limit(window.fetch())
        .select(Mail::as_select())
        .into_boxed();
    if let Some(recipient) = recipient {
        query = query.filter(mails::recipient.eq(recipient));
    }
    if let Some(after) = &window.after {
        query = query.filter(mails::id.lt(after));
    }
    Ok(window.cut(query.load(conn)?))
}

/// One mail.
pub fn get(conn: &mut Conn, id: MailId) -> Result<Mail, Error> {
    Ok(mails::table.find(id.to_string()).select(Mail::as_select()).first(conn)?)
}
