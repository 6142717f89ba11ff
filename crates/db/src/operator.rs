//! What only the operator reads: every account, found by what it remembers of it.

use diesel::{prelude::*, sql_types::Text};
use estrade_domain::{accounts::AccountState, actor::OrganizationKind, ids::OrganizationId};

use crate::{
    Conn, Error,
    page::{Slice, Window},
    schema::{accounts, organizations},
};

#[diesel::declare_sql_function]
extern "SQL" {
    /// In lower case.
    fn lower(text: Text) -> Text;
}

/// An account in the operator's list.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    /// The account.
    pub id: String,
    /// Its login.
    pub email: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// Its role there.
    pub role: String,
    /// Where it stands.
    pub state: String,
    /// The address it registered from.
    pub registered_ip: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// The party it belongs to.
    pub organization: String,
    /// Client, provider or operator.
    pub kind: String,
    /// Its pseudo.
    pub handle: String,
    /// Its name.
    pub name: String,
    /// Where that stands.
    pub organization_state: String,
}

/// Which accounts.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Part of an address, a pseudo or a name.
    pub text: Option<String>,
    /// Only those that stand there.
    pub state: Option<AccountState>,
    /// Only those of such organizations.
    pub kind: Option<OrganizationKind>,
    /// Only those of this organization.
    pub organization: Option<OrganizationId>,
}

/// The accounts that are wanted, the newest first.
pub fn accounts(
    conn: &mut Conn,
    wanted: &Wanted,
    window: &Window<(i64, String)>,
) -> Result<Slice<Line>, Error> {
    let mut query = accounts::table
        .inner_join(organizations::table.on(organizations::id.eq(accounts::organization_id)))
        .order((accounts::created_at.desc(), accounts::id.desc()))
        .limit(window.fetch())
        .select((
            accounts::id,
            accounts::email,
            accounts::given_name,
            accounts::family_name,
            accounts::role,
            accounts::state,
            accounts::registered_ip,
            accounts::created_at,
            organizations::id,
            organizations::kind,
            organizations::handle,
            organizations::name,
            organizations::state,
        ))
        .into_boxed();
    if let Some(state) = wanted.state {
        query = query.filter(accounts::state.eq(state.as_str()));
    }
    if let Some(kind) = wanted.kind {
        query = query.filter(organizations::kind.eq(kind.as_str()));
    }
    if let Some(organization) = wanted.organization {
        query = query.filter(accounts::organization_id.eq(organization.to_string()));
    }
    if let Some(text) = &wanted.text {
        let part = pattern(text);
        query = query.filter(
            accounts::email
                .like(part.clone())
                .escape('\\')
                .or(organizations::handle.like(part.clone()).escape('\\'))
                .or(lower(accounts::given_name).like(part.clone()).escape('\\'))
                .or(lower(accounts::family_name).like(part.clone()).escape('\\'))
                .or(lower(organizations::name).like(part).escape('\\')),
        );
    }
    if let Some((created_at, id)) = &window.after {
        let same_moment = accounts::created_at.eq(*created_at).and(accounts::id.lt(id.clone()));
        query = query.filter(accounts::created_at.lt(*created_at).or(same_moment));
    }
    Ok(window.cut(query.load(conn)?))
}

/// Texts that hold this one, whatever it holds.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for character in text.to_lowercase().chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}
