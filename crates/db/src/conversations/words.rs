//! By which words each side finds its conversations: how the other side is called, and the events that they
//! speak of (S5-029, A-44).
//!
//! Invariant: nobody finds the other side by what it does not show. A provider finds a client by its pseudo,
//! and by its names once a mission between them is in work; a client's title is searched as providers read it.

use std::{cmp::Reverse, collections::BTreeSet};

use diesel::{dsl::sql, prelude::*, sql_types::Bool};
use estrade_domain::{
    actor::OrganizationKind,
    contacts::mask_contacts,
    facts::Fact,
    ids::{AccountId, ConversationId, OrganizationId, TenderId},
    organizations::Organization,
    search::{Words, words},
};

use super::{Pair, begun};
use crate::{
    Conn, Error, Tx, accounts, organizations,
    schema::{conversation_words as rows, conversations, events, tenders},
};

/// Beyond so many found it is faster to go through the inbox in its order until the page is full.
pub(super) const MANY: i64 = 1_000;
/// Older conversations that are indexed in one transaction.
const SOME: i64 = 100;
/// After every word that begins so.
const LAST: char = char::MAX;

/// What someone looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// What all these words are found in.
    Words(Words),
    /// What speaks of this tender.
    Tender(TenderId),
    /// An address of this site that names nothing.
    Nothing,
}

impl Sought {
    /// Reads what was typed: an address of this site, an id, or words; none when there is nothing in it.
    pub fn read(conn: &mut Conn, typed: &str) -> Result<Option<Self>, Error> {
        let typed = typed.trim();
        if (typed.starts_with("tnd_") || typed.contains('/'))
            && let Some(tender) = named_by_address(conn, typed)?
        {
            return Ok(Some(Self::Tender(tender)));
        }
        if typed.contains("://") {
            return Ok(Some(Self::Nothing));
        }
        Ok(Words::parse(typed).map(Self::Words))
    }

    /// Each word with how it is compared.
    pub(super) fn each(&self) -> Vec<Term> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Tender(id) => vec![Term::Whole(id.to_string())],
            Self::Words(words) => {
                let (finished, last) = words.split();
                let whole = finished.iter().map(|word| Term::Whole(word.clone()));
                whole.chain([Term::Begins(last.to_owned())]).collect()
            }
        }
    }
}

/// A word that must be found.
#[derive(Debug, Clone)]
pub(super) enum Term {
    Whole(String),
    Begins(String),
}

impl Term {
    /// It is from the first on and before the second.
    pub(super) fn range(&self) -> (String, String) {
        match self {
            Self::Whole(word) => (word.clone(), format!("{word}\u{1}")),
            Self::Begins(word) => (word.clone(), format!("{word}{LAST}")),
        }
    }
}

/// The tender that an address of this site, or an id, names. Whoever does not speak of it finds nothing.
fn named_by_address(conn: &mut Conn, typed: &str) -> Result<Option<TenderId>, Error> {
    let path = typed.split(['?', '#']).next().unwrap_or_default();
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let by_id = segments.iter().find_map(|part| part.parse::<TenderId>().ok());
    if by_id.is_some() {
        return Ok(by_id);
    }
    let id: Option<String> = tenders::table
        .filter(tenders::slug.eq_any(&segments))
        // The words of a partial index.
        .filter(sql::<Bool>("tenders.slug <> ''"))
        .select(tenders::id)
        .first(conn)
        .optional()?;
    id.map(|id| id.parse().map_err(|_| Error::corrupt("tenders", &id))).transpose()
}

/// The conversations of a party in which the rarest of the words is found; none when each is found in many.
pub(super) fn found(
    conn: &mut Conn,
    party: &str,
    terms: &[Term],
) -> Result<Option<Vec<String>>, Error> {
    let mut rarest: Option<Vec<String>> = None;
    for term in terms {
        let (from, before) = term.range();
        let ids: Vec<String> = rows::table
            .filter(rows::organization_id.eq(party))
            .filter(rows::word.ge(from))
            .filter(rows::word.lt(before))
            .select(rows::conversation_id)
            .limit(MANY)
            .load(conn)?;
        let is_rare = i64::try_from(ids.len()).is_ok_and(|count| count < MANY);
        if is_rare && rarest.as_ref().is_none_or(|known| ids.len() < known.len()) {
            rarest = Some(ids);
        }
    }
    Ok(rarest)
}

/// Both sides find a conversation by how the other one is called.
pub(super) fn introduce(tx: &mut Tx<'_>, pair: &Pair) -> Result<(), Error> {
    for (reader, other) in [(pair.client, pair.provider), (pair.provider, pair.client)] {
        let names = public_names(&organizations::get(tx, other)?);
        add(tx, pair.id, reader, &words_of(&names), &other.to_string())?;
    }
    Ok(())
}

/// How a party is called where it shows nothing else: a client by its pseudo.
fn public_names(party: &Organization) -> String {
    let name = if party.kind == OrganizationKind::Provider { party.name.as_str() } else { "" };
    format!("{} {name}", party.handle)
}

/// Both sides find it by an event of which they speak.
pub(super) fn mention(tx: &mut Tx<'_>, pair: &Pair, tender: TenderId) -> Result<(), Error> {
    let known = rows::table.find((
        pair.id.to_string(),
        pair.client.to_string(),
        tender.to_string(),
        tender.to_string(),
    ));
    if diesel::select(diesel::dsl::exists(known)).get_result(&mut **tx)? {
        return Ok(());
    }
    let title: String = tenders::table
        .inner_join(events::table.on(events::id.eq(tenders::event_id)))
        .filter(tenders::id.eq(tender.to_string()))
        .select(events::title)
        .first(&mut **tx)?;
    for (reader, title) in [(pair.client, title.clone()), (pair.provider, mask_contacts(&title))] {
        let mut found = words_of(&title);
        found.insert(tender.to_string());
        add(tx, pair.id, reader, &found, &tender.to_string())?;
    }
    Ok(())
}

/// A mission is in work: each side sees who the other is, and finds it by that.
pub(super) fn reveal(tx: &mut Tx<'_>, pair: &Pair, fact: &Fact) -> Result<(), Error> {
    if !matches!(fact, Fact::LotConfirmed { .. } | Fact::OrderPlaced { .. }) {
        return Ok(());
    }
    for (reader, other) in [(pair.client, pair.provider), (pair.provider, pair.client)] {
        let mut people = accounts::members(tx, other)?;
        people.sort_by_key(|person| Reverse(person.role));
        let Some(contact) = people.into_iter().next() else { continue };
        let party = organizations::get(tx, other)?.name;
        let names = format!("{party} {} {}", contact.given_name, contact.family_name);
        add(tx, pair.id, reader, &words_of(&names), &contact.id.to_string())?;
    }
    Ok(())
}

fn words_of(text: &str) -> BTreeSet<String> {
    words(text).collect()
}

fn add(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    reader: OrganizationId,
    found_by: &BTreeSet<String>,
    source: &str,
) -> Result<(), Error> {
    let known: Vec<String> = rows::table
        .filter(rows::conversation_id.eq(conversation.to_string()))
        .filter(rows::organization_id.eq(reader.to_string()))
        .filter(rows::source.eq(source))
        .select(rows::word)
        .load(&mut **tx)?;
    for word in found_by.iter().filter(|word| !known.contains(word)) {
        diesel::insert_into(rows::table)
            .values((
                rows::conversation_id.eq(conversation.to_string()),
                rows::organization_id.eq(reader.to_string()),
                rows::word.eq(word),
                rows::source.eq(source),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// A provider has another name: its clients find it by that, and no longer by the old one. A client goes by its
/// pseudo, which never changes.
pub(crate) fn rename(tx: &mut Tx<'_>, party: &Organization) -> Result<(), Error> {
    if party.kind != OrganizationKind::Provider {
        return Ok(());
    }
    let id = party.id.to_string();
    diesel::delete(rows::table.filter(rows::source.eq(&id))).execute(&mut **tx)?;
    for word in words_of(&public_names(party)) {
        let with_clients =
            conversations::table.filter(conversations::provider_id.eq(&id)).select((
                conversations::id,
                conversations::client_id,
                word.as_str().into_sql::<diesel::sql_types::Text>(),
                id.as_str().into_sql::<diesel::sql_types::Text>(),
            ));
        diesel::insert_into(rows::table)
            .values(with_clients)
            .into_columns((rows::conversation_id, rows::organization_id, rows::word, rows::source))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// An event has another title.
pub(crate) fn retitle(tx: &mut Tx<'_>, tender: TenderId) -> Result<(), Error> {
    let of_it = || rows::table.filter(rows::source.eq(tender.to_string()));
    let speaking: Vec<String> = of_it().select(rows::conversation_id).distinct().load(&mut **tx)?;
    diesel::delete(of_it()).execute(&mut **tx)?;
    for id in speaking {
        let pair = begun(tx, &id)?;
        mention(tx, &pair, tender)?;
    }
    Ok(())
}

/// Conversations that are older than the index; says how many it took up.
pub(crate) fn index_older(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let older: Vec<String> = conversations::table
        .filter(diesel::dsl::not(conversations::is_indexed))
        .order(conversations::id)
        .limit(SOME)
        .select(conversations::id)
        .load(&mut **tx)?;
    for id in &older {
        let pair = begun(tx, id)?;
        introduce(tx, &pair)?;
        for tender in super::entries::tenders_of(tx, pair.id)? {
            mention(tx, &pair, tender)?;
        }
        diesel::update(conversations::table.find(id))
            .set(conversations::is_indexed.eq(true))
            .execute(&mut **tx)?;
    }
    Ok(older.len())
}

/// Nobody is found by the name of a party that is erased, or by what it called its events.
pub(super) fn forget(tx: &mut Tx<'_>, party: OrganizationId) -> Result<(), Error> {
    let of_events =
        tenders::table.filter(tenders::organization_id.eq(party.to_string())).select(tenders::id);
    diesel::delete(rows::table.filter(rows::source.eq(party.to_string()))).execute(&mut **tx)?;
    diesel::delete(rows::table.filter(rows::source.eq_any(of_events))).execute(&mut **tx)?;
    Ok(())
}

/// Nor by that of a person.
pub(crate) fn forget_person(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    diesel::delete(rows::table.filter(rows::source.eq(account.to_string()))).execute(&mut **tx)?;
    Ok(())
}
