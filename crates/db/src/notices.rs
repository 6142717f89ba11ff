//! Rows of the notices that a person finds in the application. Mails can be unticked, notices cannot.

use diesel::prelude::*;
use estrade_domain::ids::{AccountId, FactId, NoticeId};

use crate::{
    Conn, Error, Tx,
    page::{Slice, Window},
    schema::notices,
};

/// A notice as it is kept.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// What kind of thing it tells.
    pub kind: String,
    /// The id of what it is about.
    pub subject: String,
    /// What it says, as JSON.
    pub payload: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub read_at: Option<i64>,
}

/// A notice to give.
#[derive(Debug, Clone)]
pub struct NewNotice {
    /// To whom.
    pub account: AccountId,
    /// What it tells of.
    pub fact: FactId,
    /// What kind of thing it tells.
    pub kind: &'static str,
    /// The id of what it is about.
    pub subject: String,
    /// What it says, as JSON.
    pub payload: String,
}

/// Gives a notice; one fact gives an account one notice.
pub fn insert(tx: &mut Tx<'_>, notice: &NewNotice) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let id = tx.id::<NoticeId>().to_string();
    diesel::insert_into(notices::table)
        .values((
            notices::id.eq(id),
            notices::account_id.eq(notice.account.to_string()),
            notices::fact_id.eq(notice.fact.to_string()),
            notices::kind.eq(notice.kind),
            notices::subject.eq(&notice.subject),
            notices::payload.eq(&notice.payload),
            notices::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// A person's notices, the newest first; all or the unread ones.
pub fn list(
    conn: &mut Conn,
    account: AccountId,
    only_unread: bool,
    window: &Window<String>,
) -> Result<Slice<Notice>, Error> {
    let mut query = notices::table
        .filter(notices::account_id.eq(account.to_string()))
        .order(notices::id.desc())
        .limit(window.fetch())
        .select(Notice::as_select())
        .into_boxed();
    if only_unread {
        query = query.filter(notices::read_at.is_null());
    }
    if let Some(after) = &window.after {
        query = query.filter(notices::id.lt(after));
    }
    Ok(window.cut(query.load(conn)?))
}

/// How many a person has not read, up to `at_most`.
pub fn count_unread(conn: &mut Conn, account: AccountId, at_most: i64) -> Result<i64, Error> {
    let unread: Vec<String> = notices::table
        .filter(notices::account_id.eq(account.to_string()))
        .filter(notices::read_at.is_null())
        .limit(at_most)
        .select(notices::id)
        .load(conn)?;
    Ok(i64::try_from(unread.len()).unwrap_or(at_most))
}

/// A person has read one of its notices; reading it again changes nothing.
pub fn mark_read(tx: &mut Tx<'_>, id: NoticeId, account: AccountId) -> Result<Notice, Error> {
    let now = tx.now().timestamp_millis();
    let own = notices::table
        .filter(notices::id.eq(id.to_string()))
        .filter(notices::account_id.eq(account.to_string()));
    diesel::update(own.clone().filter(notices::read_at.is_null()))
        .set(notices::read_at.eq(Some(now)))
        .execute(&mut **tx)?;
    Ok(own.select(Notice::as_select()).first(&mut **tx)?)
}

/// A person has read all its notices.
pub fn mark_all_read(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let unread = notices::table
        .filter(notices::account_id.eq(account.to_string()))
        .filter(notices::read_at.is_null());
    diesel::update(unread).set(notices::read_at.eq(Some(now))).execute(&mut **tx)?;
    Ok(())
}
