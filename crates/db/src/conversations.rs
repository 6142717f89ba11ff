//! Rows of the conversations: one for each pair of a client and a provider.
//!
//! Invariants: `last_at`, `last_text`, `last_party` and `last_kind` repeat the last entry; who is to read an
//! entry has its row in `unread_conversations`. Both change in the transaction that writes the entry.
//! Whoever writes names the state that it saw: a message is before a block or is refused, never after it.

mod closing;
mod entries;
mod inbox;
mod news;
mod rows;
mod unread;
mod words;

pub use closing::{OpenBetween, assign, block, decline_waiting, open_between, unassign, unblock};
pub use entries::{Entry, authors, list as entries};
pub use inbox::{Assigned, Wanted, inbox};
pub use news::{CustomNews, News, custom_news, news};
pub(crate) use rows::{Pair, Row};
pub(crate) use unread::forget as forget_unread;
pub use unread::{count as count_unread, mark_read, summarize, unread_of};
pub use words::Sought;
pub(crate) use words::{forget_person, index_older, rename, retitle};

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    conversations::{Conversation, ConversationState, Listing, Said},
    facts::{Fact, News as Told},
    ids::{AccountId, ConversationId, OrganizationId, TenderId},
};

use crate::{
    Conn, Error, Tx, facts, files,
    listings::ANY,
    schema::{accounts, conversations, directory_entries, organizations, tenders},
    services, tags,
};

/// How much of the last message the inbox shows, in characters.
const PREVIEW: usize = 160;

/// A conversation as a person's inbox shows it.
#[derive(Debug, Clone)]
pub struct Card {
    /// The conversation.
    pub conversation: Conversation,
    /// The beginning of its last message; empty when that was news.
    pub last_text: String,
    /// Who wrote last; none when nobody did.
    pub last_party: Option<OrganizationId>,
    /// Of what kind the last entry is.
    pub last_kind: String,
    /// How many entries this person has not read.
    pub unread: i32,
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
    Ok(find(conn, client, provider)?.map(|pair| pair.id))
}

fn find(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Option<Pair>, Error> {
    let row: Option<Row> = conversations::table
        .filter(conversations::client_id.eq(client.to_string()))
        .filter(conversations::provider_id.eq(provider.to_string()))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.as_ref().map(Row::pair).transpose()
}

fn begun(conn: &mut Conn, id: &str) -> Result<Pair, Error> {
    conversations::table.find(id).select(Row::as_select()).first::<Row>(conn)?.pair()
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
    let seen = change.after.conversation.clone();
    begin(tx, seen.id, seen.client, seen.provider)?;
    record(tx, actor, &seen, change)
}

/// Records what was said, in a conversation as it was seen before.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seen: &Conversation,
    change: Change<Said>,
) -> Result<Entry, Error> {
    let Said { conversation, message } = change.after;
    let attachments = message.attachments.clone();
    let mut entry = Entry::from(message);
    // Of a first contact a mail goes out at once (S5-014), of a refusal too; the others wait for the summary.
    let mut told = unread::Told::Later;
    for fact in &change.facts {
        match fact {
            Fact::ConversationOpened { .. } => told = unread::Told::Already,
            Fact::ConversationDeclined { .. } => {
                told = unread::Told::Already;
                fact.kind().clone_into(&mut entry.kind);
            }
            _ => {}
        }
    }
    let pair =
        Pair { id: seen.id, client: seen.client, provider: seen.provider, state: seen.state };
    put(tx, &pair, conversation.state, &entry)?;
    if !attachments.is_empty() {
        files::hang_on_message(tx, actor, entry.id, &attachments)?;
        preview_files(tx, &entry)?;
    }
    unread::add(tx, conversation.id, conversation.counterpart(actor), told)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(entry)
}

/// In the inbox, files without a word go by their names.
fn preview_files(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), Error> {
    if !entry.text.is_empty() {
        return Ok(());
    }
    let names = files::names_of(tx, entry.id)?.join(", ");
    let preview: String = names.chars().take(PREVIEW).collect();
    diesel::update(conversations::table.find(entry.conversation.to_string()))
        .set(conversations::last_text.eq(preview))
        .execute(&mut **tx)?;
    Ok(())
}

/// Puts news of an offer or a mission where its pair talks; the first news, an application, opens that place.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    fact: &Fact,
    news: &Told,
) -> Result<(), Error> {
    let pair = match find(tx, news.client, news.provider)? {
        Some(pair) => pair,
        None => begin(tx, tx.id(), news.client, news.provider)?,
    };
    let state = pair.state.after(fact)?;
    let entry = entries::of_news(tx, pair.id, actor, fact, news)?;
    put(tx, &pair, state, &entry)?;
    words::reveal(tx, &pair, fact)?;
    // What a timer or the operator did has its mail and its notice; it is nobody's turn to answer.
    for (side, other) in [(news.client, news.provider), (news.provider, news.client)] {
        if actor.is_some_and(|actor| actor.is_of(side)) {
            unread::add(tx, pair.id, other, unread::Told::Already)?;
        }
    }
    Ok(())
}

fn begin(
    tx: &mut Tx<'_>,
    id: ConversationId,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Pair, Error> {
    let now = tx.now().timestamp_millis();
    let state = ConversationState::Open;
    let row = Row {
        id: id.to_string(),
        client_id: client.to_string(),
        provider_id: provider.to_string(),
        created_at: now,
        last_at: now,
        last_text: String::new(),
        last_party: None,
        state: state.as_str().to_owned(),
        assignee_id: None,
        last_kind: String::new(),
        is_indexed: true,
    };
    let inserted = diesel::insert_into(conversations::table).values(&row).execute(&mut **tx);
    match inserted.map_err(Error::from) {
        // Two first words at once: the second is tried again and finds the conversation.
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        outcome => outcome?,
    };
    let pair = Pair { id, client, provider, state };
    words::introduce(tx, &pair)?;
    Ok(pair)
}

/// Puts an entry at the end of a conversation that still stands where it was seen.
fn put(tx: &mut Tx<'_>, pair: &Pair, state: ConversationState, entry: &Entry) -> Result<(), Error> {
    entries::insert(tx, entry)?;
    if let Some(tender) = entry.tender {
        words::mention(tx, pair, tender)?;
    }
    // Of a quote request, an offer or a mission its kind tells more than the words that came with it.
    let is_news = entry.offer.is_some() || entry.quote_request.is_some();
    let text = if is_news { "" } else { entry.text.as_str() };
    let preview: String = text.chars().take(PREVIEW).collect();
    let last_at = entry.at.timestamp_millis();
    let seen = conversations::table
        .filter(conversations::id.eq(pair.id.to_string()))
        .filter(conversations::state.eq(pair.state.as_str()));
    let touched = diesel::update(seen)
        .set((
            conversations::state.eq(state.as_str()),
            conversations::last_at.eq(last_at),
            conversations::last_text.eq(preview),
            conversations::last_party.eq(entry.party.map(|party| party.to_string())),
            conversations::last_kind.eq(&entry.kind),
        ))
        .execute(&mut **tx)?;
    if touched != 1 {
        return Err(Error::Stale);
    }
    tags::touch(tx, pair.id, last_at)?;
    unread::touch(tx, pair, last_at)
}

/// Where it stands from now on, unless it stands elsewhere than it was seen.
fn write(tx: &mut Tx<'_>, seen: &Conversation, state: ConversationState) -> Result<(), Error> {
    let row = conversations::table
        .filter(conversations::id.eq(seen.id.to_string()))
        .filter(conversations::state.eq(seen.state.as_str()));
    let written = diesel::update(row).set(conversations::state.eq(state.as_str()));
    if written.execute(&mut **tx)? == 1 { Ok(()) } else { Err(Error::Stale) }
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
    files::forget(tx, party)?;
    tags::forget(tx, party)?;
    words::forget(tx, party)?;
    entries::forget(tx, party)
}
