//! The public directory: one row for each way to find a provider, a trade or `*` in a département or `*`.
//!
//! Invariant: the rows of a provider say what its sheet, its plan and its reviews are. What records a party
//! or who may log in for it calls `refresh` in the same transaction; what counts a review or an answer calls
//! `rerank`. A page is one range of one index, without a join.

mod draw;
mod sheet;

pub use draw::{Drawn, draw};
pub use sheet::{Sheet, count_public, public_handles, sheet};

use diesel::{pg::Pg, prelude::*};
use estrade_domain::{
    accounts::AccountState,
    actor::OrganizationKind,
    contacts::mask_contacts,
    departements::DEPARTEMENTS,
    directory::{Answers, Marks, Standing, day_of_draw, excerpt},
    ids::OrganizationId,
    organizations::{Organization, OrganizationState, Plan},
};

use crate::{
    Conn, Error, Tx,
    conn::insert_all,
    listings::ANY,
    organizations,
    page::{Page, Slice, Statement, Window},
    schema::{accounts, directory_entries, organizations as parties},
    search::{self, Search},
    services,
};

/// What a list reads of a row: not by which trade and where it was found, which whoever asks knows.
#[derive(Clone, Queryable, QueryableByName, Selectable, Insertable)]
#[diesel(table_name = directory_entries, treat_none_as_default_value = false)]
struct Row {
    rank: i64,
    organization_id: String,
    handle: String,
    name: String,
    town: String,
    home: String,
    main_trade: String,
    plan: String,
    rating_sum: i32,
    rating_count: i32,
    excerpt: String,
}

#[derive(Insertable)]
#[diesel(table_name = directory_entries, treat_none_as_default_value = false)]
struct Way {
    trade: String,
    departement: String,
    #[diesel(embed)]
    row: Row,
}

/// A provider as the directory shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub marks: Marks,
    /// The beginning of its presentation.
    pub excerpt: String,
    /// Where it stands in this list.
    pub rank: i64,
}

/// A place in the directory: rank and id.
pub type Key = (i64, String);

impl Card {
    /// Its place in a list.
    #[must_use]
    pub fn key(&self) -> Key {
        (self.rank, self.id.to_string())
    }
}

/// Providers of a trade, that serve a département, or of any; the best rank first.
#[must_use]
pub fn list(
    trade: Option<&str>,
    departement: Option<&str>,
    window: Window<Key>,
) -> impl Page<Item = Card> {
    let (rank, id) = window.after.clone().unwrap_or((i64::MIN, String::new()));
    let query = directory_entries::table
        .filter(directory_entries::trade.eq(trade.unwrap_or(ANY).to_owned()))
        .filter(directory_entries::departement.eq(departement.unwrap_or(ANY).to_owned()))
        // The first condition bounds the range of the index, the second drops what was seen of one rank.
        .filter(directory_entries::rank.ge(rank))
        .filter(directory_entries::rank.gt(rank).or(directory_entries::organization_id.gt(id)))
        .order((directory_entries::rank, directory_entries::organization_id))
        .limit(window.fetch())
        .select(<Row as Selectable<Pg>>::construct_selection());
    Statement::<_, Row, Card, _>::new(query, window)
}

/// Providers in whose sheet all words are found, in the order of the directory.
pub fn search(
    conn: &mut Conn,
    search: &Search,
    window: &Window<Key>,
) -> Result<Slice<Card>, Error> {
    window.cut_rows(search::PROVIDERS.find::<Row>(conn, search, window)?)
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
            insert_all!(tx, directory_entries::table, ways(&provider, standing, tx.now()))?;
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
    let stale = directory_entries::table
        .filter(directory_entries::organization_id.eq(id.to_string()))
        .filter(
            directory_entries::rank
                .ne(rank)
                .or(directory_entries::rating_count.ne(standing.marks.count)),
        );
    let moved = diesel::update(stale)
        .set((
            directory_entries::rank.eq(rank),
            directory_entries::plan.eq(standing.plan.as_str()),
            directory_entries::rating_sum.eq(standing.marks.sum),
            directory_entries::rating_count.eq(standing.marks.count),
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

fn ways(
    provider: &Organization,
    standing: Standing,
    now: estrade_domain::world::Instant,
) -> Vec<Way> {
    let home = &provider.address;
    let row = Row {
        rank: standing.rank(provider.id, day_of_draw(now)),
        organization_id: provider.id.to_string(),
        handle: provider.handle.to_string(),
        name: provider.name.clone(),
        town: home.town.clone(),
        home: home.departement.clone(),
        main_trade: provider.trades.first().cloned().unwrap_or_default(),
        plan: standing.plan.as_str().to_owned(),
        rating_sum: standing.marks.sum,
        rating_count: standing.marks.count,
        excerpt: excerpt(&mask_contacts(&provider.presentation)),
    };
    let mut ways = Vec::new();
    for trade in provider.trades.iter().map(String::as_str).chain([ANY]) {
        for departement in served(provider).chain([ANY]) {
            let (trade, departement) = (trade.to_owned(), departement.to_owned());
            ways.push(Way { trade, departement, row: row.clone() });
        }
    }
    ways
}

/// The départements where a provider works, all 101 when it serves the whole of France.
pub(crate) fn served(provider: &Organization) -> impl Iterator<Item = &str> {
    let everywhere = DEPARTEMENTS.iter().filter(|_| provider.france_wide).map(|it| it.code);
    provider.departements.iter().map(String::as_str).chain(everywhere)
}

impl TryFrom<Row> for Card {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("directory_entries", &row.organization_id);
        Ok(Self {
            id: row.organization_id.parse().map_err(|_| corrupt())?,
            plan: Plan::from_word(&row.plan).ok_or_else(corrupt)?,
            handle: row.handle,
            name: row.name,
            town: row.town,
            departement: row.home,
            main_trade: row.main_trade,
            marks: Marks { sum: row.rating_sum, count: row.rating_count },
            excerpt: row.excerpt,
            rank: row.rank,
        })
    }
}
