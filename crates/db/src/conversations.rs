//! Rows of the conversations: one for each pair of a client and a provider.
//!
//! Invariants: `last_at`, `last_text` and `last_party` repeat the last entry; who is to read an entry has its
//! row in `unread_conversations`. Both change in the transaction that writes the entry.

mod entries;
mod unread;

pub use entries::{CustomNews, Entry, News, authors, custom_news, list as entries, news};
pub(crate) use unread::forget as forget_unread;
pub use unread::{count as count_unread, mark_read, summarize, unread_of};

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    conversations::{Conversation, Listing, Said},
    facts::{self as facts_told, Fact},
    ids::{AccountId, ConversationId, OrganizationId, TenderId},
    organizations::OrganizationState,
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts,
    listings::ANY,
    page::{Slice, Window},
    schema::{
        accounts, conversations, directory_entries, organizations, tenders,
        unread_conversations as unread_rows,
    },
    services,
};

/// How much of the last message the inbox shows, in characters.
const PREVIEW: usize = 160;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = conversations, treat_none_as_default_value = false)]
pub(crate) struct Row {
    id: String,
    client_id: String,
    provider_id: String,
    created_at: i64,
    last_at: i64,
    last_text: String,
    last_party: Option<String>,
}

/// A conversation as a person's inbox shows it.
#[derive(Debug, Clone)]
pub struct Card {
    /// The conversation.
    pub conversation: Conversation,
    /// The beginning of its last message; empty when that was news.
    pub last_text: String,
    /// Who wrote last; none when nobody did.
    pub last_party: Option<OrganizationId>,
    /// How many entries this person has not read.
    pub unread: i32,
}

/// What a person wants to see of its inbox.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only what it has not read.
    pub unread: bool,
    /// Only the one with this party.
    pub with: Option<OrganizationId>,
}

/// A place in an inbox: when the last entry came, and the id.
pub type Place = (i64, String);

impl Card {
    /// Its place in the inbox.
    #[must_use]
    pub fn place(&self) -> Place {
        (self.conversation.last_at.timestamp_millis(), self.conversation.id.to_string())
    }
}

/// The conversation with this id, if this person is of one of its sides.
pub fn get(conn: &mut Conn, id: ConversationId, actor: &Actor) -> Result<Card, Error> {
    let party = actor.organization.to_string();
    let row = conversations::table
        .filter(conversations::id.eq(id.to_string()))
        .filter(conversations::client_id.eq(&party).or(conversations::provider_id.eq(&party)))
        .select(Row::as_select())
        .first(conn)?;
    one(cards(conn, vec![row], actor.account)?)
}

/// A conversation, whoever asks.
pub(crate) fn of_id(conn: &mut Conn, id: ConversationId) -> Result<Conversation, Error> {
    let row: Row =
        conversations::table.find(id.to_string()).select(Row::as_select()).first(conn)?;
    let states = states_of(conn, std::slice::from_ref(&row))?;
    Ok(row.card(&states, 0)?.conversation)
}

/// The conversations of some pairs, in two queries whatever their number.
pub fn of_pairs(
    conn: &mut Conn,
    pairs: &[(OrganizationId, OrganizationId)],
) -> Result<HashMap<(OrganizationId, OrganizationId), Conversation>, Error> {
    let clients: BTreeSet<String> = pairs.iter().map(|(client, _)| client.to_string()).collect();
    let providers: BTreeSet<String> = pairs.iter().map(|(_, other)| other.to_string()).collect();
    // One side of them is the reader's, so this finds few others.
    let rows: Vec<Row> = conversations::table
        .filter(conversations::client_id.eq_any(clients))
        .filter(conversations::provider_id.eq_any(providers))
        .select(Row::as_select())
        .load(conn)?;
    let states = states_of(conn, &rows)?;
    rows.into_iter()
        .map(|row| {
            let conversation = row.card(&states, 0)?.conversation;
            Ok(((conversation.client, conversation.provider), conversation))
        })
        .collect()
}

/// The conversation of this pair, if they have one.
pub fn of_pair(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Option<ConversationId>, Error> {
    let id: Option<String> = conversations::table
        .filter(conversations::client_id.eq(client.to_string()))
        .filter(conversations::provider_id.eq(provider.to_string()))
        .select(conversations::id)
        .first(conn)
        .optional()?;
    id.map(|id| id.parse().map_err(|_| Error::corrupt("conversations", &id))).transpose()
}

/// A person's inbox, what came last first.
pub fn inbox(
    conn: &mut Conn,
    actor: &Actor,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Slice<Card>, Error> {
    let rows = if wanted.unread {
        unread_rows(conn, actor, wanted, window)?
    } else {
        all_rows(conn, actor, wanted, window)?
    };
    Ok(window.cut(cards(conn, rows, actor.account)?))
}

macro_rules! narrowed {
    ($query:expr, $wanted:expr, $window:expr, $last_at:expr, $id:expr) => {{
        let mut query = $query;
        if let Some(with) = $wanted.with {
            let with = with.to_string();
            query = query.filter(
                conversations::client_id.eq(with.clone()).or(conversations::provider_id.eq(with)),
            );
        }
        if let Some((last_at, id)) = &$window.after {
            query =
                query.filter($last_at.le(*last_at)).filter($last_at.lt(*last_at).or($id.lt(id)));
        }
        query
    }};
}

fn all_rows(
    conn: &mut Conn,
    actor: &Actor,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Vec<Row>, Error> {
    use estrade_domain::actor::OrganizationKind::Client;
    let party = actor.organization.to_string();
    let mut query = conversations::table
        .order((conversations::last_at.desc(), conversations::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    // One of two indexes, each in the order of the list: an `or` would sort.
    query = if actor.kind == Client {
        query.filter(conversations::client_id.eq(party))
    } else {
        query.filter(conversations::provider_id.eq(party))
    };
    let query = narrowed!(query, wanted, window, conversations::last_at, conversations::id);
    Ok(query.load(conn)?)
}

fn unread_rows(
    conn: &mut Conn,
    actor: &Actor,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Vec<Row>, Error> {
    let query = unread_rows::table
        .inner_join(conversations::table.on(conversations::id.eq(unread_rows::conversation_id)))
        .filter(unread_rows::account_id.eq(actor.account.to_string()))
        .order((unread_rows::last_at.desc(), unread_rows::conversation_id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    let query =
        narrowed!(query, wanted, window, unread_rows::last_at, unread_rows::conversation_id);
    Ok(query.load(conn)?)
}

/// The cards of some rows, in three queries whatever their number.
fn cards(conn: &mut Conn, rows: Vec<Row>, account: AccountId) -> Result<Vec<Card>, Error> {
    let states = states_of(conn, &rows)?;
    let unread = unread_of(conn, account, rows.iter().map(|row| row.id.as_str()))?;
    rows.into_iter()
        .map(|row| {
            let count = unread.get(&row.id).copied().unwrap_or(0);
            row.card(&states, count)
        })
        .collect()
}

/// Where the parties of some rows stand.
fn states_of(conn: &mut Conn, rows: &[Row]) -> Result<BTreeMap<String, String>, Error> {
    let parties = rows.iter().flat_map(|row| [&row.client_id, &row.provider_id]);
    Ok(organizations::table
        .filter(organizations::id.eq_any(parties))
        .select((organizations::id, organizations::state))
        .load::<(String, String)>(conn)?
        .into_iter()
        .collect())
}

fn one(cards: Vec<Card>) -> Result<Card, Error> {
    cards.into_iter().next().ok_or(Error::NotFound)
}

/// Whether the directory shows a provider, and with something to sell. Who is on leave still takes messages (S2-043).
pub fn listing(conn: &mut Conn, provider: OrganizationId) -> Result<Listing, Error> {
    let entry = directory_entries::table
        .filter(directory_entries::organization_id.eq(provider.to_string()))
        .filter(directory_entries::trade.eq(ANY))
        .filter(directory_entries::departement.eq(ANY));
    if !diesel::select(diesel::dsl::exists(entry)).get_result(conn)? {
        return Ok(Listing::Absent);
    }
    let has_service = services::has_published(conn, provider)?;
    Ok(if has_service { Listing::Present } else { Listing::WithoutService })
}

/// The published tender of this client: an event that a message can name.
pub fn named_tender(conn: &mut Conn, id: TenderId, actor: &Actor) -> Result<TenderId, Error> {
    let _: String = tenders::table
        .filter(tenders::id.eq(id.to_string()))
        .filter(tenders::organization_id.eq(actor.organization.to_string()))
        .filter(tenders::published_at.is_not_null())
        .select(tenders::id)
        .first(conn)?;
    Ok(id)
}

/// Records a conversation that a client opened.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, change: Change<Said>) -> Result<Entry, Error> {
    let said = &change.after;
    begin(tx, said.conversation.id, said.conversation.client, said.conversation.provider)?;
    record(tx, actor, change)
}

/// Records what was said.
pub fn record(tx: &mut Tx<'_>, actor: &Actor, change: Change<Said>) -> Result<Entry, Error> {
    // Of the first contact a mail goes out at once (S5-014); the others wait for the summary.
    let is_first = change.facts.iter().any(|fact| matches!(fact, Fact::ConversationOpened { .. }));
    let Said { conversation, message } = change.after;
    let entry = Entry::from(message);
    entries::insert(tx, &entry)?;
    touch(tx, &entry)?;
    let told = if is_first { unread::Told::Already } else { unread::Told::Later };
    unread::add(tx, conversation.id, conversation.counterpart(actor), told)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(entry)
}

/// Puts news of an offer or a mission where its pair talks; the first news, an application, opens that place.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    kind: &str,
    news: &facts_told::News<'_>,
) -> Result<(), Error> {
    let id = match of_pair(tx, news.client, news.provider)? {
        Some(id) => id,
        None => begin(tx, tx.id(), news.client, news.provider)?,
    };
    let entry = entries::of_news(tx, id, actor, kind, news)?;
    entries::insert(tx, &entry)?;
    touch(tx, &entry)?;
    // What a timer or the operator did has its mail and its notice; it is nobody's turn to answer.
    for (side, other) in [(news.client, news.provider), (news.provider, news.client)] {
        if actor.is_some_and(|actor| actor.is_of(side)) {
            unread::add(tx, id, other, unread::Told::Already)?;
        }
    }
    Ok(())
}

fn begin(
    tx: &mut Tx<'_>,
    id: ConversationId,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<ConversationId, Error> {
    let now = tx.now().timestamp_millis();
    let row = Row {
        id: id.to_string(),
        client_id: client.to_string(),
        provider_id: provider.to_string(),
        created_at: now,
        last_at: now,
        last_text: String::new(),
        last_party: None,
    };
    let inserted = diesel::insert_into(conversations::table).values(&row).execute(&mut **tx);
    match inserted.map_err(Error::from) {
        // Two first words at once: the second is tried again and finds the conversation.
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        outcome => outcome.map(|_| id),
    }
}

fn touch(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), Error> {
    let text = if entry.is_message() { entry.text.as_str() } else { "" };
    let preview: String = text.chars().take(PREVIEW).collect();
    diesel::update(conversations::table.find(entry.conversation.to_string()))
        .set((
            conversations::last_at.eq(entry.at.timestamp_millis()),
            conversations::last_text.eq(preview),
            conversations::last_party.eq(entry.party.map(|party| party.to_string())),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The addresses of everyone who talks with a party, and of its own people.
#[diesel::dsl::auto_type(no_type_alias)]
pub(crate) fn readers_of(party: OrganizationId) -> _ {
    let client: String = party.to_string();
    let provider: String = party.to_string();
    accounts::table
        .inner_join(
            conversations::table.on(accounts::organization_id
                .eq(conversations::client_id)
                .or(accounts::organization_id.eq(conversations::provider_id))),
        )
        .filter(conversations::client_id.eq(client).or(conversations::provider_id.eq(provider)))
        .select(accounts::email)
}

/// What an erased party said: the other side keeps that it was said, and when.
pub(crate) fn forget(tx: &mut Tx<'_>, party: OrganizationId) -> Result<(), Error> {
    diesel::update(conversations::table.filter(conversations::last_party.eq(party.to_string())))
        .set(conversations::last_text.eq(""))
        .execute(&mut **tx)?;
    entries::forget(tx, party)
}

impl Row {
    fn card(self, states: &BTreeMap<String, String>, unread: i32) -> Result<Card, Error> {
        let corrupt = || Error::corrupt("conversations", &self.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let state = |party: &String| {
            states
                .get(party)
                .and_then(|state| OrganizationState::from_word(state))
                .ok_or_else(corrupt)
        };
        Ok(Card {
            conversation: Conversation {
                client_state: state(&self.client_id)?,
                provider_state: state(&self.provider_id)?,
                id: self.id.parse().map_err(|_| corrupt())?,
                client: self.client_id.parse().map_err(|_| corrupt())?,
                provider: self.provider_id.parse().map_err(|_| corrupt())?,
                created_at: instant(self.created_at)?,
                last_at: instant(self.last_at)?,
            },
            last_party: self
                .last_party
                .as_ref()
                .map(|party| party.parse().map_err(|_| corrupt()))
                .transpose()?,
            last_text: self.last_text,
            unread,
        })
    }
}
