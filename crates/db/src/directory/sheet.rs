//! A provider's public sheet: what the directory leads to.

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
