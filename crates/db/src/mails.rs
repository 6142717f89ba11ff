//! Rows of outgoing mails: queued with their fact, sent by the relay.

use diesel::prelude::*;
use estrade_domain::{
    ids::{FactId, MailId},
    language::Language,
    words,
    world::Instant,
};

use crate::{
    Conn, Error, Tx,
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
    /// Where it stands.
    pub state: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub sent_at: Option<i64>,
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
            mails::state.eq(MailState::Queued.as_str()),
            mails::attempts.eq(0),
            mails::due_at.eq(now),
            mails::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The queued mails that are due, the oldest first.
pub fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Mail>, Error> {
    Ok(mails::table
        .filter(mails::state.eq(MailState::Queued.as_str()))
        .filter(mails::due_at.le(now.timestamp_millis()))
        .order((mails::due_at, mails::id))
        .limit(limit)
        .select(Mail::as_select())
        .load(conn)?)
}

/// The transport took it.
pub fn mark_sent(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    diesel::update(mails::table.filter(mails::id.eq(id)))
        .set((
            mails::state.eq(MailState::Sent.as_str()),
            mails::sent_at.eq(Some(now)),
            mails::attempts.eq(mails::attempts + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The transport refused it: tried again later, or given up when there is no later.
pub fn mark_failed(
    tx: &mut Tx<'_>,
    id: &str,
    reason: &str,
    again_at: Option<Instant>,
) -> Result<(), Error> {
    let state = if again_at.is_some() { MailState::Queued } else { MailState::Failed };
    let due = again_at.unwrap_or_else(|| tx.now()).timestamp_millis();
    diesel::update(mails::table.filter(mails::id.eq(id)))
        .set((
            mails::state.eq(state.as_str()),
            mails::due_at.eq(due),
            mails::attempts.eq(mails::attempts + 1),
            mails::last_error.eq(Some(reason)),
        ))
        .execute(&mut **tx)?;
    Ok(())
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
