//! Full-text search of providers and of services. It knows that there are two databases: `SQLite` searches with
//! FTS5, `PostgreSQL` with a `tsvector`.
//!
//! Both index the same words, folded by the domain, and both find them in the order of the public list.
//! Trades and départements are indexed as words that nobody can type (`_t_dj`, `_d_76`), so that a
//! filter narrows the search itself instead of throwing away what it found.

mod documents;

use diesel::{
    pg::Pg,
    prelude::*,
    sql_types::{BigInt, Text},
    sqlite::Sqlite,
};
use estrade_domain::search::Words;

pub(crate) use documents::{of_provider, of_service};

use crate::{Conn, Error, Tx, listings::ANY, page::Window};

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Search {
    /// Words of the name or of the text.
    pub words: Words,
    /// Only this trade: a slug of the catalogue, never what someone typed.
    pub trade: Option<&'static str>,
    /// Only those who serve this département: a code of the catalogue.
    pub departement: Option<&'static str>,
}

/// What is searched: where its words are, and the list in whose order it is found.
pub(crate) struct Index {
    table: &'static str,
    list: &'static str,
    key: &'static str,
    /// The index of the list by its key, in `SQLite`.
    by_key: &'static str,
}

/// Providers, in the order of the directory.
pub(crate) const PROVIDERS: Index = Index {
    table: "provider_search",
    list: "directory_entries",
    key: "organization_id",
    by_key: "directory_entries_organization",
};
/// Services, in the order of the catalogue.
pub(crate) const SERVICES: Index = Index {
    table: "service_search",
    list: "service_listings",
    key: "service_id",
    by_key: "service_listings_service",
};

/// Either way takes about as long for so many of 20,000 providers.
const MANY: i64 = 1_000;
/// So many rows of the list are looked into before the index is asked: what everyone has fills a page of them.
const AT_ONCE: i64 = 200;

/// The rows of the list from a place on.
const BEHIND: &str = "d.trade = $2 and d.departement = $3 and d.rank >= $4";
/// Every word that is sought stands in the row: the trade and the département the list has chosen already.
const HOLDS_ALL: &str =
    "not exists (select 1 from json_each($1) w where instr(r.document, w.value) = 0)";

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

impl Index {
    /// The rows of the list in which all words are found, in its order.
    pub(crate) fn find<R>(
        &self,
        conn: &mut Conn,
        search: &Search,
        window: &Window<(i64, String)>,
    ) -> Result<Vec<R>, Error>
    where
        R: QueryableByName<Pg> + QueryableByName<Sqlite> + 'static,
    {
        let (rank, id) = window.after.clone().unwrap_or((i64::MIN, String::new()));
        macro_rules! load {
            ($conn:expr, $page:expr, $wanted:expr) => {
                diesel::sql_query($page)
                    .bind::<Text, _>($wanted)
                    .bind::<Text, _>(search.trade.unwrap_or(ANY))
                    .bind::<Text, _>(search.departement.unwrap_or(ANY))
                    .bind::<BigInt, _>(rank)
                    .bind::<BigInt, _>(rank)
                    .bind::<Text, _>(id.as_str())
                    .bind::<BigInt, _>(window.fetch())
                    .load::<R>($conn)?
            };
        }
        match conn {
            Conn::Sqlite(conn) => {
                let (words, wanted) = (as_texts(search), in_fts5(search));
                let first: Vec<R> = load!(conn, self.page_of_next_rows(), words.as_str());
                if i64::try_from(first.len()).is_ok_and(|found| found == window.fetch()) {
                    return Ok(first);
                }
                Ok(if self.are_many(conn, &wanted)? {
                    load!(conn, self.page(&self.looked_into()), words.as_str())
                } else {
                    load!(conn, self.page(&self.looked_up()), wanted.as_str())
                })
            }
            Conn::Pg(conn) => Ok(load!(conn, self.page(&self.joined()), as_tsquery(search))),
        }
    }

    /// The list in its order, each row of it looked into. `SQLite` keeps the order of a `cross join`.
    fn looked_into(&self) -> String {
        let Self { table, list, key, .. } = self;
        format!("{list} d cross join {table}_rows r on r.{key} = d.{key} where {HOLDS_ALL}")
    }

    /// What the index finds, each of it looked up in the list. Left to itself `SQLite` reads the whole range of the
    /// list for each.
    fn looked_up(&self) -> String {
        let Self { table, list, key, by_key } = self;
        format!(
            "{table} cross join {table}_rows r on r.number = {table}.rowid \
             cross join {list} d indexed by {by_key} on d.{key} = r.{key} where {table} match $1"
        )
    }

    fn joined(&self) -> String {
        let Self { table, list, key, .. } = self;
        format!("{table} s join {list} d on d.{key} = s.{key} where s.document @@ $1::tsquery")
    }

    /// As `page`, among the next rows of the list alone. Nothing is sorted outside: rows leave the join as they
    /// come into it, and it ends with the page.
    fn page_of_next_rows(&self) -> String {
        let Self { table, list, key, .. } = self;
        format!(
            "select d.* from (select * from {list} d where {BEHIND} and (d.rank > $5 or d.{key} > $6) \
             order by d.rank, d.{key} limit {AT_ONCE}) d cross join {table}_rows r on r.{key} = d.{key} \
             where {HOLDS_ALL} limit $7"
        )
    }

    fn page(&self, source: &str) -> String {
        format!(
            "select d.* from {source} and {BEHIND} and (d.rank > $5 or d.{key} > $6) \
             order by d.rank, d.{key} limit $7",
            key = self.key
        )
    }

    /// Whether so many are found that it is faster to go through the list in its order until the page is
    /// full: to look all of them up and to sort them took a tenth of a second for one page. `PostgreSQL`
    /// chooses by its statistics.
    fn are_many(&self, conn: &mut SqliteConnection, wanted: &str) -> Result<bool, Error> {
        let table = self.table;
        let counted: Counted = diesel::sql_query(format!(
            "select count(*) as count from (select 1 from {table} where {table} match $1 limit $2)"
        ))
        .bind::<Text, _>(wanted)
        .bind::<BigInt, _>(MANY)
        .get_result(conn)?;
        Ok(counted.count == MANY)
    }

    /// Writes what something is found by.
    pub(crate) fn write(&self, tx: &mut Tx<'_>, id: &str, document: &str) -> Result<(), Error> {
        self.forget(tx, id)?;
        let Self { table, key, .. } = self;
        match &mut **tx {
            Conn::Sqlite(conn) => {
                diesel::sql_query(format!(
                    "insert into {table}_rows ({key}, document) values ($1, ' ' || $2 || ' ')"
                ))
                .bind::<Text, _>(id)
                .bind::<Text, _>(document)
                .execute(conn)?;
                diesel::sql_query(format!(
                    "insert into {table} (rowid, document) \
                     select number, $1 from {table}_rows where {key} = $2"
                ))
                .bind::<Text, _>(document)
                .bind::<Text, _>(id)
                .execute(conn)?
            }
            Conn::Pg(conn) => diesel::sql_query(format!(
                "insert into {table} ({key}, document) \
                 values ($1, array_to_tsvector(string_to_array($2, ' ')))"
            ))
            .bind::<Text, _>(id)
            .bind::<Text, _>(document)
            .execute(conn)?,
        };
        Ok(())
    }

    /// Finds it no more.
    pub(crate) fn forget(&self, tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
        let Self { table, key, .. } = self;
        match &mut **tx {
            Conn::Sqlite(conn) => {
                diesel::sql_query(format!(
                    "delete from {table} where rowid in \
                     (select number from {table}_rows where {key} = $1)"
                ))
                .bind::<Text, _>(id)
                .execute(conn)?;
                diesel::sql_query(format!("delete from {table}_rows where {key} = $1"))
                    .bind::<Text, _>(id)
                    .execute(conn)?
            }
            Conn::Pg(conn) => diesel::sql_query(format!("delete from {table} where {key} = $1"))
                .bind::<Text, _>(id)
                .execute(conn)?,
        };
        Ok(())
    }
}

fn trade_word(slug: &str) -> String {
    format!("_t_{slug}")
}

fn departement_word(code: &str) -> String {
    format!("_d_{code}")
}

/// As they stand in a document, between spaces, as a list of JSON: a word is letters and digits.
fn as_texts(search: &Search) -> String {
    let (finished, last) = search.words.split();
    let mut texts: Vec<String> = finished.iter().map(|word| format!("\" {word} \"")).collect();
    texts.push(format!("\" {last}\""));
    format!("[{}]", texts.join(","))
}

/// A word is letters and digits, so quoted it can be nothing but a word.
fn in_fts5(search: &Search) -> String {
    let (finished, last) = search.words.split();
    let mut wanted: Vec<String> = finished.iter().map(|word| format!("\"{word}\"")).collect();
    wanted.push(format!("\"{last}\" *"));
    wanted.extend(search.trade.iter().map(|slug| format!("\"{}\"", trade_word(slug))));
    wanted.extend(
        search.departement.iter().map(|code| {
            format!("(\"{}\" OR \"{}\")", departement_word(code), departement_word(ANY))
        }),
    );
    wanted.join(" AND ")
}

fn as_tsquery(search: &Search) -> String {
    let (finished, last) = search.words.split();
    let mut wanted: Vec<String> = finished.iter().map(|word| format!("'{word}'")).collect();
    wanted.push(format!("'{last}':*"));
    wanted.extend(search.trade.iter().map(|slug| format!("'{}'", trade_word(slug))));
    wanted.extend(
        search
            .departement
            .iter()
            .map(|code| format!("('{}' | '{}')", departement_word(code), departement_word(ANY))),
    );
    wanted.join(" & ")
}
