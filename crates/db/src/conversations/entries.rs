//! Rows of what stands in a conversation: messages as they were written, news as what it is about.

use std::{collections::BTreeMap, str::FromStr};

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    conversations::Message,
    facts::{About, Fact, News as Told},
    ids::{
        AccountId, ConversationId, EntryId, NeedId, OfferId, OrganizationId, QuoteRequestId,
        ServiceId, TenderId,
    },
    world::Instant,
};

use crate::{
    Conn, Error, Tx, accounts, disputes, orders,
    page::{Slice, Window},
    schema::{conversation_entries as rows, offers},
};

/// The kind of what a person wrote; news has the kind of its fact.
const MESSAGE: &str = "message";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = rows, treat_none_as_default_value = false)]
struct Row {
    id: String,
    conversation_id: String,
    at: i64,
    kind: String,
    organization_id: Option<String>,
    account_id: Option<String>,
    text: String,
    tender_id: Option<String>,
    offer_id: Option<String>,
    offer_number: Option<i32>,
    milestone: Option<i32>,
    service_id: Option<String>,
    reason: Option<String>,
    quote_request_id: Option<String>,
    need_id: Option<String>,
}

/// Something that stands in a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Where it stands.
    pub conversation: ConversationId,
    /// When.
    pub at: Instant,
    /// `message`, or the kind of the fact that it is news of.
    pub kind: String,
    /// The side that wrote or did it; none when a timer did.
    pub party: Option<OrganizationId>,
    /// The person.
    pub author: Option<AccountId>,
    /// What it says; of news, what the person who decided it wrote about it.
    pub text: String,
    /// Why it came, where its fact has a word for that.
    pub reason: Option<String>,
    /// The event that it is about.
    pub tender: Option<TenderId>,
    /// The service that it is about.
    pub service: Option<ServiceId>,
    /// The need that it hands over.
    pub need: Option<NeedId>,
    /// The offer that it is news of, in the version of then.
    pub offer: Option<(OfferId, i32)>,
    /// Which milestone of the order, from 1.
    pub milestone: Option<i32>,
    /// The quote request that it is news of.
    pub quote_request: Option<QuoteRequestId>,
}

/// The entries of a conversation, the latest first.
pub fn list(
    conn: &mut Conn,
    conversation: ConversationId,
    window: &Window<(i64, String)>,
) -> Result<Slice<Entry>, Error> {
    let mut query = rows::table
        .filter(rows::conversation_id.eq(conversation.to_string()))
        .order((rows::at.desc(), rows::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((at, id)) = &window.after {
        query = query.filter(rows::at.le(*at)).filter(rows::at.lt(*at).or(rows::id.lt(id)));
    }
    let found: Vec<Row> = query.load(conn)?;
    let entries: Result<Vec<Entry>, Error> = found.into_iter().map(Entry::try_from).collect();
    Ok(window.cut(entries?))
}

/// The given names of who wrote some entries.
pub fn authors(conn: &mut Conn, entries: &[Entry]) -> Result<BTreeMap<String, String>, Error> {
    accounts::given_names(conn, entries.iter().filter_map(|entry| entry.author))
}

/// How many entries of the other sides stand after this one.
pub(super) fn count_after(
    conn: &mut Conn,
    conversation: ConversationId,
    own: OrganizationId,
    (at, id): &(i64, String),
) -> Result<i32, Error> {
    let count: i64 = rows::table
        .filter(rows::conversation_id.eq(conversation.to_string()))
        .filter(rows::at.ge(*at))
        .filter(rows::at.gt(*at).or(rows::id.gt(id)))
        .filter(rows::organization_id.ne(own.to_string()))
        .count()
        .get_result(conn)?;
    Ok(i32::try_from(count).unwrap_or(i32::MAX))
}

/// The place of an entry in its conversation.
pub(super) fn place(
    conn: &mut Conn,
    conversation: ConversationId,
    entry: EntryId,
) -> Result<(i64, String), Error> {
    Ok(rows::table
        .filter(rows::id.eq(entry.to_string()))
        .filter(rows::conversation_id.eq(conversation.to_string()))
        .select((rows::at, rows::id))
        .first(conn)?)
}

pub(super) fn of_news(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    actor: Option<&Actor>,
    fact: &Fact,
    news: &Told,
) -> Result<Entry, Error> {
    let about = news.about;
    let (offer, milestone) = match about {
        About::Quarrel(dispute) => {
            let purse = disputes::of_id(tx, dispute)?.purse;
            (Some(orders::of_id(tx, purse.order)?.offer), Some(purse.milestone))
        }
        _ => (about.offer(), about.milestone()),
    };
    let offer = offer.map(|id| in_force(tx, id)).transpose()?;
    let side = actor.filter(|actor| actor.is_of(news.client) || actor.is_of(news.provider));
    Ok(Entry {
        id: tx.id(),
        conversation,
        at: tx.now(),
        kind: fact.kind().to_owned(),
        party: side.map(|actor| actor.organization),
        author: side.map(|actor| actor.account),
        text: fact.words().to_owned(),
        tender: about.tender(),
        offer,
        milestone: milestone.and_then(|number| i32::try_from(number).ok()),
        quote_request: about.quote_request(),
        service: None,
        need: None,
        reason: fact.reason().map(str::to_owned),
    })
}

fn in_force(tx: &mut Tx<'_>, id: OfferId) -> Result<(OfferId, i32), Error> {
    let found = offers::table.find(id.to_string());
    Ok((id, found.select(offers::number).first(&mut **tx)?))
}

/// The tenders of which a conversation speaks.
pub(super) fn tenders_of(
    conn: &mut Conn,
    conversation: ConversationId,
) -> Result<Vec<TenderId>, Error> {
    let ids: Vec<String> = rows::table
        .filter(rows::conversation_id.eq(conversation.to_string()))
        .filter(rows::tender_id.is_not_null())
        .select(rows::tender_id.assume_not_null())
        .distinct()
        .load(conn)?;
    ids.iter()
        .map(|id| id.parse().map_err(|_| Error::corrupt("conversation_entries", id)))
        .collect()
}

pub(super) fn insert(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), Error> {
    diesel::insert_into(rows::table).values(&Row::from(entry)).execute(&mut **tx)?;
    Ok(())
}

pub(super) fn forget(tx: &mut Tx<'_>, party: OrganizationId) -> Result<(), Error> {
    diesel::update(rows::table.filter(rows::organization_id.eq(party.to_string())))
        .set(rows::text.eq(""))
        .execute(&mut **tx)?;
    Ok(())
}

impl Entry {
    /// Whether a person wrote it.
    #[must_use]
    pub fn is_message(&self) -> bool {
        self.kind == MESSAGE
    }

    /// What someone decided about the conversation itself.
    pub(super) fn of_decision(
        id: EntryId,
        conversation: ConversationId,
        actor: &Actor,
        fact: &Fact,
        at: Instant,
    ) -> Self {
        Self {
            id,
            conversation,
            at,
            kind: fact.kind().to_owned(),
            party: Some(actor.organization),
            author: Some(actor.account),
            text: String::new(),
            reason: None,
            tender: None,
            service: None,
            need: None,
            offer: None,
            milestone: None,
            quote_request: None,
        }
    }

    /// Its place in its conversation.
    #[must_use]
    pub fn place(&self) -> (i64, String) {
        (self.at.timestamp_millis(), self.id.to_string())
    }
}

impl From<Message> for Entry {
    fn from(message: Message) -> Self {
        Self {
            id: message.id,
            conversation: message.conversation,
            at: message.sent_at,
            kind: MESSAGE.to_owned(),
            party: Some(message.party),
            author: Some(message.author),
            text: message.text,
            reason: None,
            tender: message.tender,
            service: message.service,
            need: message.need,
            offer: None,
            milestone: None,
            quote_request: None,
        }
    }
}

impl From<&Entry> for Row {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id.to_string(),
            conversation_id: entry.conversation.to_string(),
            at: entry.at.timestamp_millis(),
            kind: entry.kind.clone(),
            organization_id: entry.party.map(|id| id.to_string()),
            account_id: entry.author.map(|id| id.to_string()),
            text: entry.text.clone(),
            reason: entry.reason.clone(),
            tender_id: entry.tender.map(|id| id.to_string()),
            offer_id: entry.offer.map(|(id, _)| id.to_string()),
            offer_number: entry.offer.map(|(_, number)| number),
            milestone: entry.milestone,
            service_id: entry.service.map(|id| id.to_string()),
            quote_request_id: entry.quote_request.map(|id| id.to_string()),
            need_id: entry.need.map(|id| id.to_string()),
        }
    }
}

fn read<T: FromStr>(id: Option<&String>, row: &str) -> Result<Option<T>, Error> {
    let read = id.map(|id| id.parse()).transpose();
    read.map_err(|_| Error::corrupt("conversation_entries", row))
}

impl TryFrom<Row> for Entry {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("conversation_entries", &row.id);
        let offer = match (&row.offer_id, row.offer_number) {
            (Some(id), Some(number)) => Some((id.parse().map_err(|_| corrupt())?, number)),
            _ => None,
        };
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            conversation: row.conversation_id.parse().map_err(|_| corrupt())?,
            at: Instant::from_timestamp_millis(row.at).ok_or_else(corrupt)?,
            party: read(row.organization_id.as_ref(), &row.id)?,
            author: read(row.account_id.as_ref(), &row.id)?,
            tender: read(row.tender_id.as_ref(), &row.id)?,
            service: read(row.service_id.as_ref(), &row.id)?,
            quote_request: read(row.quote_request_id.as_ref(), &row.id)?,
            need: read(row.need_id.as_ref(), &row.id)?,
            kind: row.kind,
            text: row.text,
            reason: row.reason,
            offer,
            milestone: row.milestone,
        })
    }
}
