//! How to reach the two sides of a mission, once they have agreed (part 6).

use estrade_db::{Conn, Error, accounts, organizations};
use estrade_domain::{accounts::AccountState, actor::Role, ids::OrganizationId};
use serde::Serialize;
use utoipa::ToSchema;

/// Both sides of a mission.
#[derive(Serialize, ToSchema)]
pub struct ContactsView {
    client: ContactView,
    provider: ContactView,
}

/// How to reach a party.
#[derive(Serialize, ToSchema)]
pub struct ContactView {
    /// The party.
    name: String,
    /// The person.
    person: Option<String>,
    email: Option<String>,
    /// E.164.
    phone: String,
    /// Number and street.
    street: String,
    postal_code: String,
    town: String,
}

impl ContactsView {
    /// Both sides, for those who agreed.
    pub(crate) fn read(
        conn: &mut Conn,
        client: OrganizationId,
        provider: OrganizationId,
    ) -> Result<Self, Error> {
        Ok(Self {
            client: ContactView::read(conn, client)?,
            provider: ContactView::read(conn, provider)?,
        })
    }
}

impl ContactView {
    /// The person is the active owner of longest standing.
    fn read(conn: &mut Conn, id: OrganizationId) -> Result<Self, Error> {
        let party = organizations::get(conn, id)?;
        let owner = accounts::of_organizations(conn, &[id.to_string()])?
            .into_iter()
            .find(|account| account.role == Role::Owner && account.state == AccountState::Active);
        Ok(Self {
            name: party.name,
            person: owner
                .as_ref()
                .map(|owner| format!("{} {}", owner.given_name, owner.family_name)),
            email: owner.map(|owner| owner.email.to_string()),
            phone: party.phone,
            street: party.address.street,
            postal_code: party.address.postal_code,
            town: party.address.town,
        })
    }
}
