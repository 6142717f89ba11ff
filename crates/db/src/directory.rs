//! The public directory: one row for each way to find a provider, a trade or `*` in a département or `*`.
//!
//! Invariant: the rows of a provider say what its sheet, its plan and its reviews are. What records a party
//! or who may log in for it calls `refresh` in the same transaction; what counts a review or an answer calls
//! `rerank`. A page is one range of one index, without a join.

mod draw;
mod sheet;

pub use draw::{Drawn, draw};
pub use sheet::{Sheet, count_public, public_handles, sheet};

use diesel::prelude::*;
use estrade_domain::{
    accounts::AccountState,
    actor::OrganizationKind,
    contacts::mask_contacts,
    departements::DEPARTEMENTS,
    directory::{Answers, Marks, Standing, day_of_draw, excerpt},
    ids::OrganizationId,
    organizations::{Organization, OrganizationState, Plan},
};
use serde::{Deserialize, Serialize};

use crate::{
    Conn, Error, Tx,
    conn::insert_all,
    listings::ANY,
    organizations,
    page::{Listed, Page, Slice, Statement, Window},
    schema::{accounts, directory_entries, organizations as parties},
    search::{self, Search},
    services,
};

/// What a search reads of a row.
#[derive(QueryableByName)]
#[diesel(table_name = directory_entries)]
struct Row {
    rank: i64,
    organization_id: String,
    card: String,
}

#[derive(Insertable)]
#[diesel(table_name = directory_entries, treat_none_as_default_value = false)]
struct Way<'a> {
    trade: &'a str,
    departement: &'a str,
    rank: i64,
    organization_id: &'a str,
    handle: &'a str,
    plan: &'a str,
    card: &'a str,
}

/// A provider as the directory shows it, in the shape of the API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its id.
    pub id: OrganizationId,
    /// What stands in its URL.
    pub handle: String,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// The département it is in.
    pub departement: String,
    /// Its main trade.
    pub main_trade: String,
    /// Its plan.
    pub plan: Plan,
    /// Its reviews.
    pub rating: Rating,
    /// Whether it has no review yet.
    pub is_new: bool,
    /// The beginning of its presentation.
    pub excerpt: String,
}

/// What clients thought of a provider.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    /// Out of 5, to two decimals; none without a review.
    pub average: Option<f64>,
    /// How many reviews.
    pub count: i32,
}

/// A place in the directory: rank and id.
pub type Key = (i64, String);

/// Providers of a trade, that serve a département, or of any; the best rank first.
#[must_use]
pub fn list(trade: Option<&str>, departement: Option<&str>, window: Window<Key>) -> impl Page {
    let (rank, id) = window.after.clone().unwrap_or((i64::MIN, String::new()));
    let query = directory_entries::table
        .filter(directory_entries::trade.eq(trade.unwrap_or(ANY).to_owned()))
        .filter(directory_entries::departement.eq(departement.unwrap_or(ANY).to_owned()))
        // The first condition bounds the range of the index, the second drops what was seen of one rank.
        .filter(directory_entries::rank.ge(rank))
        .filter(directory_entries::rank.gt(rank).or(directory_entries::organization_id.gt(id)))
        .order((directory_entries::rank, directory_entries::organization_id))
        .limit(window.fetch())
        .select((
            directory_entries::rank,
            directory_entries::organization_id,
            directory_entries::card,
        ));
    Statement { query, window }
}

/// Providers in whose sheet all words are found, in the order of the directory.
pub fn search(
    conn: &mut Conn,
    search: &Search,
    window: &Window<Key>,
) -> Result<Slice<Listed>, Error> {
    let rows: Vec<Row> = search::PROVIDERS.find(conn, search, window)?;
    Ok(window.cut(rows).map(Listed::from))
}

/// Rewrites what the directory and its search say of a provider: nothing unless it is open, on a plan,
/// and someone can log in for it (S1-150).
pub fn refresh(tx: &mut Tx<'_>, id: OrganizationId) -> Result<(), Error> {
    let provider = organizations::get(tx, id)?;
    if provider.kind != OrganizationKind::Provider {
        return Ok(());
    }
    let old =
        directory_entries::table.filter(directory_entries::organization_id.eq(id.to_string()));
    diesel::delete(old).execute(&mut **tx)?;
    let standing = standing(tx, &provider)?;
    match standing {
        Some(standing) => {
            write(tx, &provider, standing)?;
            let document = search::of_provider(&provider);
            search::PROVIDERS.write(tx, &id.to_string(), &document)?;
        }
        None => search::PROVIDERS.forget(tx, &id.to_string())?,
    }
    services::list_anew(tx, &provider, standing)
}

/// Rewrites what the catalogue says of a provider's services.
pub(crate) fn refresh_services(tx: &mut Tx<'_>, provider: &Organization) -> Result<(), Error> {
    let standing = standing(tx, provider)?;
    services::list_anew(tx, provider, standing)
}

/// Puts a provider where its plan, its reviews and its answers place it today; says whether that is new.
pub fn rerank(tx: &mut Tx<'_>, id: OrganizationId) -> Result<bool, Error> {
    let provider = organizations::get(tx, id)?;
    let Some(standing) = standing(tx, &provider)? else { return Ok(false) };
    let rank = standing.rank(id, day_of_draw(tx.now()));
    let card = card(&provider, standing)?;
    let stale = directory_entries::table
        .filter(directory_entries::organization_id.eq(id.to_string()))
        .filter(directory_entries::rank.ne(rank).or(directory_entries::card.ne(&card)));
    let moved = diesel::update(stale)
        .set((
            directory_entries::rank.eq(rank),
            directory_entries::plan.eq(standing.plan.as_str()),
            directory_entries::card.eq(&card),
        ))
        .execute(&mut **tx)?;
    if moved > 0 {
        services::move_listings(tx, id, rank, standing.marks)?;
    }
    Ok(moved > 0)
}

/// What the rank of a provider comes from; none when the directory does not show it.
fn standing(tx: &mut Tx<'_>, provider: &Organization) -> Result<Option<Standing>, Error> {
    let is_open = provider.state == OrganizationState::Open;
    let Some(plan) = provider.plan_at(tx.now()).filter(|_| is_open) else { return Ok(None) };
    if !has_active_account(tx, provider.id)? {
        return Ok(None);
    }
    let (marks, answers) = reputation(tx, provider.id)?;
    Ok(Some(Standing { plan, marks, answers }))
}

fn has_active_account(conn: &mut Conn, provider: OrganizationId) -> Result<bool, Error> {
    let active = accounts::table
        .filter(accounts::organization_id.eq(provider.to_string()))
        .filter(accounts::state.eq(AccountState::Active.as_str()));
    Ok(diesel::select(diesel::dsl::exists(active)).get_result(conn)?)
}

/// The reviews of a provider.
pub fn marks(conn: &mut Conn, provider: OrganizationId) -> Result<Marks, Error> {
    reputation(conn, provider).map(|(marks, _)| marks)
}

fn reputation(conn: &mut Conn, provider: OrganizationId) -> Result<(Marks, Answers), Error> {
    let (sum, count, asked, answered) = parties::table
        .find(provider.to_string())
        .select((
            parties::rating_sum,
            parties::rating_count,
            parties::asked_count,
            parties::answered_count,
        ))
        .first(conn)?;
    Ok((Marks { sum, count }, Answers { asked, answered }))
}

/// Writes its rows, one for each way to find it.
fn write(tx: &mut Tx<'_>, provider: &Organization, standing: Standing) -> Result<(), Error> {
    let rank = standing.rank(provider.id, day_of_draw(tx.now()));
    let (id, handle) = (provider.id.to_string(), provider.handle.to_string());
    let card = card(provider, standing)?;
    let mut ways = Vec::new();
    for trade in provider.trades.iter().map(String::as_str).chain([ANY]) {
        for departement in served(provider).chain([ANY]) {
            ways.push(Way {
                trade,
                departement,
                rank,
                organization_id: &id,
                handle: &handle,
                plan: standing.plan.as_str(),
                card: &card,
            });
        }
    }
    insert_all!(tx, directory_entries::table, ways)?;
    Ok(())
}

fn card(provider: &Organization, standing: Standing) -> Result<String, Error> {
    let home = &provider.address;
    let card = Card {
        id: provider.id,
        handle: provider.handle.to_string(),
        name: provider.name.clone(),
        town: home.town.clone(),
        departement: home.departement.clone(),
        main_trade: provider.trades.first().cloned().unwrap_or_default(),
        plan: standing.plan,
        rating: standing.marks.into(),
        is_new: standing.marks.is_new(),
        excerpt: excerpt(&mask_contacts(&provider.presentation)),
    };
    serde_json::to_string(&card).map_err(|_| Error::corrupt("organizations", provider.id))
}

/// The départements where a provider works, all 101 when it serves the whole of France.
pub(crate) fn served(provider: &Organization) -> impl Iterator<Item = &str> {
    let everywhere = DEPARTEMENTS.iter().filter(|_| provider.france_wide).map(|it| it.code);
    provider.departements.iter().map(String::as_str).chain(everywhere)
}

impl From<Marks> for Rating {
    fn from(marks: Marks) -> Self {
        Self { average: marks.average().map(|it| f64::from(it) / 100.0), count: marks.count }
    }
}

impl From<Row> for Listed {
    fn from(row: Row) -> Self {
        Self { key: (row.rank, row.organization_id), json: row.card }
    }
}
