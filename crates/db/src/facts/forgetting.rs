//! What the log forgets of an organization that is erased: words and pseudos; that it happened stays.

use diesel::prelude::*;
use estrade_domain::{facts::Fact, ids::OrganizationId};

use super::Row;
use crate::{Error, Tx, schema::facts};

/// The facts that concern an organization, or that its people brought about.
#[diesel::dsl::auto_type(no_type_alias)]
pub(crate) fn about(organization: OrganizationId) -> _ {
    let client: String = organization.to_string();
    let provider: String = organization.to_string();
    let by: String = organization.to_string();
    facts::table
        .filter(
            facts::client_id
                .eq(client)
                .or(facts::provider_id.eq(provider))
                .or(facts::organization_id.eq(by))
                .assume_not_null(),
        )
        .select(facts::id)
}

/// Attempts at a new password that named a pseudo and matched nobody.
pub(crate) fn forget_attempts(tx: &mut Tx<'_>, handle: &str) -> Result<(), Error> {
    let missed = Fact::PasswordResetMissed { handle: handle.to_owned() };
    let attempts = facts::table
        .filter(facts::subject.eq(handle))
        .filter(facts::kind.eq(missed.kind()))
        .filter(facts::relay_due_at.is_null());
    diesel::delete(attempts).execute(&mut **tx)?;
    Ok(())
}

/// What it said with a decision, in its own words.
pub(crate) fn forget_words(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Error> {
    let id = organization.to_string();
    let said = facts::table
        .filter(facts::organization_id.eq(id))
        .filter(facts::kind.eq_any(Fact::KINDS_WITH_WORDS));
    let rows: Vec<Row> = said.select(Row::as_select()).load(&mut **tx)?;
    for row in rows {
        let corrupt = || Error::corrupt("facts", &row.id);
        let fact: Fact = serde_json::from_str(&row.payload).map_err(|_| corrupt())?;
        let payload = serde_json::to_string(&fact.without_words()).map_err(|_| corrupt())?;
        diesel::update(facts::table.find(&row.id))
            .set(facts::payload.eq(payload))
            .execute(&mut **tx)?;
    }
    Ok(())
}
