//! The inbox of one house that many people share: a conversation with each of many clients, some of them long.
//!
//! Its people come as everyone does. What is said is written as SQL: two million messages would take the domain
//! an hour, and a page costs what its rows and indexes are, whoever wrote them.

use std::fmt::Write as _;

use chrono::TimeDelta;
use estrade_api::tokens;
use estrade_db::{Db, Error, Tx, accounts, api_keys, conn::SimpleConnection};
use estrade_domain::{
    actor::Actor,
    api_keys::{NewApiKey, PREFIX},
    ids::AccountId,
    organizations::Plan,
    text::Email,
};

use super::{
    Size,
    people::{Party, form, join, subscription},
};
use crate::{
    Fault,
    talks::{LONG, OFTEN, OFTEN_READ, PEOPLE, RARELY, SHORT, key_of},
};

/// One entry of a short conversation after the other, in milliseconds.
const PAUSE: i64 = 60_000;

/// Fills the inbox.
pub async fn fill(db: &Db, size: Size) -> Result<(), Fault> {
    let talks = db.write(move |tx| people(tx, size)).await?;
    for statement in talks.statements() {
        db.write(move |tx| Ok(tx.batch_execute(&statement)?)).await?;
    }
    println!("{} conversations with {} messages", size.conversations, size.messages);
    Ok(())
}

/// The house with its people, each with a key; the first one's may write.
fn people(tx: &mut Tx<'_>, size: Size) -> Result<Talks, Error> {
    let mut form = form("house", 0);
    form.trades = vec!["dj".to_owned()];
    (form.departements, form.france_wide) = (Vec::new(), true);
    let house = join(tx, &form, "none", |it| it.subscription = subscription(Plan::VipPlus))?;
    let reader = accounts::get(tx, house.actor.account)?;
    for number in 0..PEOPLE {
        let mut actor = house.actor;
        if number > 0 {
            let email = Email::parse(&format!("house-{number}@bench.exemple.fr"));
            let mut account = reader.clone();
            account.id = tx.id();
            account.email = email.map_err(|_| Error::corrupt("bench", number))?;
            accounts::insert(tx, &account)?;
            actor.account = account.id;
        }
        give_key(tx, &actor, &key_of(number))?;
    }
    let began = (tx.now() - TimeDelta::days(30)).timestamp_millis();
    Ok(Talks { size, house, reader: reader.id, began })
}

pub(super) fn give_key(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<(), Error> {
    debug_assert!(key.starts_with(PREFIX));
    let scopes = ["read".to_owned(), "write".to_owned()];
    let wish = NewApiKey::parse("bench", &scopes, None, tx.now())?;
    let change = wish.make(tx.id(), actor.account, key, 0, tx.now())?;
    api_keys::insert(tx, actor, change, &tokens::hash(key)).map(drop)
}

struct Talks {
    size: Size,
    house: Party,
    reader: AccountId,
    began: i64,
}

impl Talks {
    fn statements(&self) -> Vec<String> {
        let long = self.size.messages.saturating_sub(self.size.conversations * SHORT) / LONG;
        let mut statements = vec![self.clients(), self.conversations()];
        statements.push(self.entries(1, self.size.conversations, 0, SHORT));
        statements.push(self.entries(1, LONG, SHORT, SHORT + long));
        statements.extend([OFTEN, OFTEN_READ, RARELY].map(|tag| self.tagged(tag)));
        statements.push(self.unread());
        statements
    }

    /// A number for each conversation.
    fn numbers(from: usize, to: usize) -> String {
        format!(
            "with recursive n(i) as (select {from} union all select i + 1 from n where i < {to})"
        )
    }

    fn clients(&self) -> String {
        let (numbers, began) = (Self::numbers(1, self.size.conversations), self.began);
        format!(
            "{numbers} insert into organizations (id, version, kind, handle, name, legal_kind, vat_exempt, address,
               postal_code, town, departement, phone, presentation, france_wide, paused, rating_sum, rating_count,
               asked_count, answered_count, state, created_at, updated_at)
             select printf('org_%026d', i), 1, 'client', 'correspondant-' || i, 'Client ' || i, 'private_person', 0,
               '1 rue des Lilas', '75011', 'Paris', '75', '+33612345678', '', 0, 0, 0, 0, 0, 0, 'open', {began},
               {began} from n;"
        )
    }

    fn conversations(&self) -> String {
        let (numbers, began) = (Self::numbers(1, self.size.conversations), self.began);
        let house = self.house.organization.id;
        format!(
            "{numbers} insert into conversations (id, client_id, provider_id, created_at, last_at, last_text,
               last_party, state, last_kind, is_indexed)
             select printf('cnv_%026d', i), printf('org_%026d', i), '{house}', {began}, {last}, 'Entendu, à samedi.',
               printf('org_%026d', i), 'open', 'message', 1 from n;",
            last = self.last_at(),
        )
    }

    /// A second after that of the conversation before.
    fn last_at(&self) -> String {
        format!("{} + i * 1000", self.began)
    }

    /// So many messages of each of these conversations, the last one of now, in turn of either side.
    fn entries(&self, from: usize, to: usize, first: usize, end: usize) -> String {
        if first >= end {
            return String::new();
        }
        let (house, reader, last) = (self.house.organization.id, self.reader, self.last_at());
        format!(
            "{numbers}, k(j) as (select {first} union all select j + 1 from k where j + 1 < {end})
             insert into conversation_entries (id, conversation_id, at, kind, organization_id, account_id, text)
             select printf('ent_%026d', i * 1000000 + j), printf('cnv_%026d', i), {last} - j * {PAUSE}, 'message',
               case j % 2 when 0 then printf('org_%026d', i) else '{house}' end,
               case j % 2 when 0 then null else '{reader}' end,
               'Nous serons ' || (i + j) % 300 || ' à table, et la salle ouvre à ' || j % 24 || ' h.'
             from n, k;",
            numbers = Self::numbers(from, to),
        )
    }

    fn tagged(&self, tag: crate::talks::Tag) -> String {
        let (house, began, id) = (self.house.organization.id, self.began, tag.id());
        let (every, rest, name) = (tag.every, tag.rest, tag.name);
        let count = self.size.conversations / every;
        let mut sql = format!(
            "insert into tags (id, version, organization_id, name, name_folded, colour, conversations, created_at)
             values ('{id}', 1, '{house}', '{name}', '{name}', 'teal', {count}, {began});"
        );
        let _always = write!(
            sql,
            "{numbers} insert into conversation_tags (conversation_id, tag_id, last_at)
             select printf('cnv_%026d', i), '{id}', {last} from n where i % {every} = {rest};",
            numbers = Self::numbers(1, self.size.conversations),
            last = self.last_at(),
        );
        sql
    }

    /// Every fourth, for the one who reads.
    fn unread(&self) -> String {
        let (numbers, last) = (Self::numbers(1, self.size.conversations), self.last_at());
        format!(
            "{numbers} insert into unread_conversations (account_id, conversation_id, entries, untold, last_at)
             select '{reader}', printf('cnv_%026d', i), 1, 0, {last} from n where i % 4 = 0;",
            reader = self.reader,
        )
    }
}
