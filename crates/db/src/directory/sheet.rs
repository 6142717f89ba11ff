//! The public sheets: what the directory and the sitemaps lead to.

use diesel::prelude::*;
use estrade_domain::{
    directory::Marks,
    organizations::{Organization, Plan},
};

use super::reputation;
use crate::{Conn, Error, listings::ANY, organizations, schema::directory_entries};

/// A provider with its reputation.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The provider.
    pub provider: Organization,
    /// The plan in force when the directory was last written.
    pub plan: Plan,
    /// Its reviews.
    pub marks: Marks,
}

/// The sheet behind a handle; there is none for a provider that the directory does not show.
pub fn sheet(conn: &mut Conn, handle: &str) -> Result<Sheet, Error> {
    let provider = organizations::find_by_handle(conn, handle)?;
    let id = provider.id.to_string();
    let plan: String = directory_entries::table
        .filter(directory_entries::organization_id.eq(&id))
        .filter(directory_entries::trade.eq(ANY))
        .filter(directory_entries::departement.eq(ANY))
        .select(directory_entries::plan)
        .first(conn)?;
    let plan = Plan::from_word(&plan).ok_or_else(|| Error::corrupt("directory_entries", id))?;
    let (marks, _) = reputation(conn, provider.id)?;
    Ok(Sheet { provider, plan, marks })
}

/// How many providers the directory shows.
pub fn count_public(conn: &mut Conn) -> Result<i64, Error> {
    let listed = directory_entries::table
        .filter(directory_entries::trade.eq(ANY))
        .filter(directory_entries::departement.eq(ANY));
    Ok(listed.count().get_result(conn)?)
}

/// The handles of the providers that the directory shows, for sitemaps: their files are numbered, so they
/// are cut by counting.
pub fn public_handles(conn: &mut Conn, from: i64, limit: i64) -> Result<Vec<String>, Error> {
    Ok(directory_entries::table
        .filter(directory_entries::trade.eq(ANY))
        .filter(directory_entries::departement.eq(ANY))
        .order((directory_entries::rank, directory_entries::organization_id))
        .offset(from)
        .limit(limit)
        .select(directory_entries::handle)
        .load(conn)?)
}
