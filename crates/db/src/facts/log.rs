//! The log as the operator reads it.

use diesel::prelude::*;

use super::Row;
use crate::{
    Conn, Error,
    page::{Slice, Window},
    schema::facts,
};

/// An entry of the log.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its place in the log.
    pub id: String,
    /// `thing.happened`.
    pub kind: String,
    /// Unix milliseconds.
    pub at: i64,
    /// Who decided; none when a timer or a visitor did.
    pub account: Option<String>,
    /// For which party.
    pub organization: Option<String>,
    /// What it is about.
    pub subject: String,
    /// The fact as JSON.
    pub payload: String,
}

/// The log, the latest first.
pub fn log(
    conn: &mut Conn,
    kind: Option<&str>,
    subject: Option<&str>,
    window: &Window<String>,
) -> Result<Slice<Entry>, Error> {
    let mut query = facts::table
        .order(facts::id.desc())
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some(kind) = kind {
        query = query.filter(facts::kind.eq(kind));
    }
    if let Some(subject) = subject {
        query = query.filter(facts::subject.eq(subject));
    }
    if let Some(after) = &window.after {
        query = query.filter(facts::id.lt(after));
    }
    Ok(window.cut(query.load(conn)?).map(Entry::from))
}

impl From<Row> for Entry {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            at: row.at,
            account: row.account_id,
            organization: row.organization_id,
            subject: row.subject,
            payload: row.payload,
        }
    }
}
