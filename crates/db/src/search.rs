//! Full-text search of providers by name and text. Beside `conn` the only file that knows that there
//! are two databases: `SQLite` searches with FTS5, `PostgreSQL` with a `tsvector`.
//!
//! Both index the same words, folded by the domain, and both find them in the order of the directory.
//! Trades and départements are indexed as words that nobody can type (`_t_dj`, `_d_76`), so that a
//! filter narrows the search itself instead of throwing away what it found.

use diesel::{
    prelude::*,
    sql_types::{BigInt, Text},
};
use estrade_domain::{
    contacts::mask_contacts,
    ids::OrganizationId,
    organizations::Organization,
    search::{Words, words},
    trades,
};

use crate::{
    Conn, Error, Tx,
    directory::{Card, Key, Row, cards},
    listings::ANY,
    page::{Slice, Window},
};

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

/// Either way takes about as long for so many of 20,000 providers.
const MANY: i64 = 1_000;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Providers in whose sheet all words are found, in the order of the directory.
pub fn find(conn: &mut Conn, search: &Search, window: &Window<Key>) -> Result<Slice<Card>, Error> {
    let (rank, id) = window.after.clone().unwrap_or((i64::MIN, String::new()));
    macro_rules! load {
        ($conn:expr, $source:literal, $wanted:expr) => {
            diesel::sql_query(concat!(
                "select d.* from ",
                $source,
                " and d.trade = $2 and d.departement = $3 and d.rank >= $4",
                " and (d.rank > $5 or d.organization_id > $6)",
                " order by d.rank, d.organization_id limit $7"
            ))
            .bind::<Text, _>($wanted)
            .bind::<Text, _>(search.trade.unwrap_or(ANY))
            .bind::<Text, _>(search.departement.unwrap_or(ANY))
            .bind::<BigInt, _>(rank)
            .bind::<BigInt, _>(rank)
            .bind::<Text, _>(id)
            .bind::<BigInt, _>(window.fetch())
            .load::<Row>($conn)
        };
    }
    let rows = match conn {
        Conn::Sqlite(conn) => {
            let wanted = in_fts5(search);
            if are_many(conn, &wanted)? {
                load!(
                    conn,
                    "directory_entries d \
                     cross join provider_search_rows r on r.organization_id = d.organization_id \
                     cross join provider_search on provider_search.rowid = r.number \
                     where provider_search match $1",
                    wanted
                )
            } else {
                load!(
                    conn,
                    "provider_search \
                     cross join provider_search_rows r on r.number = provider_search.rowid \
                     cross join directory_entries d on d.organization_id = r.organization_id \
                     where provider_search match $1",
                    wanted
                )
            }
        }
        Conn::Pg(conn) => load!(
            conn,
            "provider_search s join directory_entries d on d.organization_id = s.organization_id \
             where s.document @@ $1::tsquery",
            as_tsquery(search)
        ),
    }?;
    cards(rows, window)
}

/// Whether so many are found that it is faster to go through the directory in its order until the page is
/// full: to look all of them up and to sort them took a tenth of a second for one page. `PostgreSQL` chooses
/// by its statistics; `SQLite` keeps the order of a `cross join`.
fn are_many(conn: &mut SqliteConnection, wanted: &str) -> Result<bool, Error> {
    let counted: Counted = diesel::sql_query(
        "select count(*) as count from \
         (select 1 from provider_search where provider_search match $1 limit $2)",
    )
    .bind::<Text, _>(wanted)
    .bind::<BigInt, _>(MANY)
    .get_result(conn)?;
    Ok(counted.count == MANY)
}

/// Writes what is found of a provider.
pub(crate) fn index(tx: &mut Tx<'_>, provider: &Organization) -> Result<(), Error> {
    let (id, document) = (provider.id.to_string(), document(provider));
    forget(tx, provider.id)?;
    match &mut **tx {
        Conn::Sqlite(conn) => {
            diesel::sql_query("insert into provider_search_rows (organization_id) values ($1)")
                .bind::<Text, _>(&id)
                .execute(conn)?;
            diesel::sql_query(
                "insert into provider_search (rowid, document) \
                 select number, $1 from provider_search_rows where organization_id = $2",
            )
            .bind::<Text, _>(document)
            .bind::<Text, _>(&id)
            .execute(conn)?
        }
        Conn::Pg(conn) => diesel::sql_query(
            "insert into provider_search (organization_id, document) \
             values ($1, array_to_tsvector(string_to_array($2, ' ')))",
        )
        .bind::<Text, _>(&id)
        .bind::<Text, _>(document)
        .execute(conn)?,
    };
    Ok(())
}

/// Finds a provider no more.
pub(crate) fn forget(tx: &mut Tx<'_>, id: OrganizationId) -> Result<(), Error> {
    let id = id.to_string();
    match &mut **tx {
        Conn::Sqlite(conn) => {
            diesel::sql_query(
                "delete from provider_search where rowid in \
                 (select number from provider_search_rows where organization_id = $1)",
            )
            .bind::<Text, _>(&id)
            .execute(conn)?;
            diesel::sql_query("delete from provider_search_rows where organization_id = $1")
                .bind::<Text, _>(&id)
                .execute(conn)?
        }
        Conn::Pg(conn) => {
            diesel::sql_query("delete from provider_search where organization_id = $1")
                .bind::<Text, _>(&id)
                .execute(conn)?
        }
    };
    Ok(())
}

/// All that a search may find a provider by, word by word.
fn document(provider: &Organization) -> String {
    let texts = [&provider.name, provider.handle.as_str(), &provider.address.town];
    let known = provider.trades.iter().filter_map(|slug| trades::find(slug));
    let mut document: Vec<String> = texts
        .into_iter()
        .chain(known.flat_map(|trade| [trade.name_fr, trade.name_en]))
        .chain([mask_contacts(&provider.presentation).as_str()])
        .flat_map(words)
        .collect();
    document.extend(provider.trades.iter().map(|slug| trade_word(slug)));
    document.extend(provider.departements.iter().map(|code| departement_word(code)));
    document.extend(provider.france_wide.then(|| departement_word(ANY)));
    document.sort_unstable();
    document.dedup();
    document.join(" ")
}

fn trade_word(slug: &str) -> String {
    format!("_t_{slug}")
}

fn departement_word(code: &str) -> String {
    format!("_d_{code}")
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
