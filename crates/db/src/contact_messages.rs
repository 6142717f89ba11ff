//! Rows of what people write to those who run the marketplace.

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    contact_messages::{
        ContactMessage, ContactRefusal, ContactState, ContactStatus, ContactTopic, Ended, Sender,
    },
    ids::ContactMessageId,
    language::Language,
    text::Email,
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts,
    page::{Slice, Window},
    schema::contact_messages,
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = contact_messages, treat_none_as_null = true)]
struct Row {
    id: String,
    version: i32,
    sum_id: String,
    account_id: Option<String>,
    name: String,
    email: String,
    language: String,
    topic: String,
    subject: String,
    message: String,
    state: String,
    answer: String,
    sent_at: i64,
    ended_at: Option<i64>,
    ended_by: Option<String>,
}

/// The message with this id.
pub fn get(conn: &mut Conn, id: ContactMessageId) -> Result<ContactMessage, Error> {
    contact_messages::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The same, unless its sender was erased meanwhile.
pub fn find(conn: &mut Conn, id: ContactMessageId) -> Result<Option<ContactMessage>, Error> {
    match get(conn, id) {
        Err(Error::NotFound) => Ok(None),
        found => found.map(Some),
    }
}

/// The messages in a state: those that wait in the order in which they came, the others the newest first.
pub fn list(
    conn: &mut Conn,
    state: ContactStatus,
    window: &Window<String>,
) -> Result<Slice<ContactMessage>, Error> {
    let mut query = contact_messages::table
        .filter(contact_messages::state.eq(state.as_str()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    let after = window.after.clone();
    if state == ContactStatus::Open {
        query = query.order(contact_messages::id.asc());
        if let Some(after) = after {
            query = query.filter(contact_messages::id.gt(after));
        }
    } else {
        query = query.order(contact_messages::id.desc());
        if let Some(after) = after {
            query = query.filter(contact_messages::id.lt(after));
        }
    }
    let Slice { items, more } = window.cut(query.load(conn)?);
    let items = items.into_iter().map(ContactMessage::try_from).collect::<Result<_, _>>()?;
    Ok(Slice { items, more })
}

/// How many wait for the operator.
pub fn count_open(conn: &mut Conn) -> Result<i64, Error> {
    let open =
        contact_messages::table.filter(contact_messages::state.eq(ContactStatus::Open.as_str()));
    Ok(open.count().get_result(conn)?)
}

/// Records a new message. Its sum serves once.
pub fn insert(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    change: Change<ContactMessage>,
) -> Result<ContactMessage, Error> {
    let row = Row::from(&change.after);
    let used = contact_messages::table.filter(contact_messages::sum_id.eq(&row.sum_id));
    if used.select(contact_messages::id).first::<String>(&mut **tx).optional()?.is_some() {
        return Err(ContactRefusal::SumUsed.into());
    }
    let inserted = diesel::insert_into(contact_messages::table)
        .values(row)
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        // The same sum twice at once.
        Err(error) if error.is_duplicate() => return Err(ContactRefusal::SumUsed.into()),
        outcome => outcome?,
    };
    facts::record(tx, actor, &change.facts)?;
    Ok(change.after)
}

/// Records what the operator decided about a message.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<ContactMessage>,
) -> Result<ContactMessage, Error> {
    let mut row = Row::from(&change.after);
    row.version += 1;
    let version = row.version;
    let seen = contact_messages::table
        .filter(contact_messages::id.eq(&row.id))
        .filter(contact_messages::version.eq(change.after.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(ContactMessage { version, ..change.after })
}

/// Erases what was written from an address: nobody else has a part in it.
pub(crate) fn forget(tx: &mut Tx<'_>, email: &Email) -> Result<(), Error> {
    let own = contact_messages::table.filter(contact_messages::email.eq(email.as_str()));
    diesel::delete(own).execute(&mut **tx)?;
    Ok(())
}

impl From<&ContactMessage> for Row {
    fn from(message: &ContactMessage) -> Self {
        let ended = message.state.ended();
        Self {
            id: message.id.to_string(),
            version: message.version,
            sum_id: message.sum.to_string(),
            account_id: message.sender.account.map(|id| id.to_string()),
            name: message.sender.name.clone(),
            email: message.sender.email.to_string(),
            language: message.sender.language.code().to_owned(),
            topic: message.topic.as_str().to_owned(),
            subject: message.subject.clone(),
            message: message.text.clone(),
            state: message.state.status().as_str().to_owned(),
            answer: message.state.answer().to_owned(),
            sent_at: message.sent_at.timestamp_millis(),
            ended_at: ended.map(|ended| ended.at.timestamp_millis()),
            ended_by: ended.map(|ended| ended.by.to_string()),
        }
    }
}

impl TryFrom<Row> for ContactMessage {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("contact_messages", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let account = |id: &str| id.parse().map_err(|_| corrupt());
        let ended = || -> Result<Ended, Error> {
            Ok(Ended {
                by: account(row.ended_by.as_deref().ok_or_else(corrupt)?)?,
                at: instant(row.ended_at.ok_or_else(corrupt)?)?,
            })
        };
        let state = match ContactStatus::from_word(&row.state).ok_or_else(corrupt)? {
            ContactStatus::Open => ContactState::Open,
            ContactStatus::Answered => {
                ContactState::Answered { answer: row.answer.clone(), ended: ended()? }
            }
            ContactStatus::Dismissed => ContactState::Dismissed(ended()?),
        };
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            sum: row.sum_id.parse().map_err(|_| corrupt())?,
            topic: ContactTopic::from_word(&row.topic).ok_or_else(corrupt)?,
            sent_at: instant(row.sent_at)?,
            sender: Sender {
                account: row.account_id.as_deref().map(account).transpose()?,
                email: Email::parse(&row.email).map_err(|_| corrupt())?,
                language: Language::from_code(&row.language).ok_or_else(corrupt)?,
                name: row.name.clone(),
            },
            state,
            subject: row.subject,
            text: row.message,
        })
    }
}
