//! Digests of what identified the parties that were erased: to know it when it comes again, not to name it.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use diesel::prelude::*;
use estrade_domain::{
    accounts::{Account, AccountState},
    ids::DeletionRequestId,
    organizations::Organization,
    text::Handle,
    words,
};
use sha2::{Digest, Sha256};

use crate::{Conn, Error, Tx, schema::erased_identifiers};

words! {
    /// What it was.
    pub enum Identifier {
        /// The pseudo, which nobody takes again (S1-018).
        Handle = "handle",
        /// The addresses of its people.
        Email = "email",
        /// Where they registered from.
        Ip = "ip",
        /// Its company.
        Siret = "siret",
    }
}

/// How many parties were erased that had an identifier of this one (S1-023).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// One of its addresses.
    pub email: usize,
    /// One of the internet addresses that its people registered from; others may share it.
    pub ip: usize,
    /// Its company.
    pub siret: usize,
}

/// Who came and went before, with the same identifiers.
pub fn past(
    conn: &mut Conn,
    organization: &Organization,
    people: &[Account],
) -> Result<Past, Error> {
    let known = identifiers(organization, people);
    let mut count = |wanted: Identifier| -> Result<usize, Error> {
        let of_kind = known.iter().filter(|(kind, _)| *kind == wanted);
        let digests: Vec<String> = of_kind.map(|(_, value)| digest(value)).collect();
        let requests: Vec<String> = erased_identifiers::table
            .filter(erased_identifiers::kind.eq(wanted.as_str()))
            .filter(erased_identifiers::digest.eq_any(digests))
            .select(erased_identifiers::request_id)
            .distinct()
            .load(conn)?;
        Ok(requests.len())
    };
    Ok(Past {
        email: count(Identifier::Email)?,
        ip: count(Identifier::Ip)?,
        siret: count(Identifier::Siret)?,
    })
}

/// What tells it apart. Who left the organization is none of its people any more.
fn identifiers(organization: &Organization, people: &[Account]) -> BTreeSet<(Identifier, String)> {
    let mut known = BTreeSet::from([(Identifier::Handle, organization.handle.to_string())]);
    known.extend(organization.siret.clone().map(|siret| (Identifier::Siret, siret)));
    for person in people.iter().filter(|person| person.state != AccountState::Left) {
        known.insert((Identifier::Email, person.email.to_string()));
        known.insert((Identifier::Ip, person.registered_ip.clone()));
    }
    known.retain(|(_, value)| !value.is_empty());
    known
}

/// Whether someone who was erased had this pseudo.
pub fn had_handle(conn: &mut Conn, handle: &Handle) -> Result<bool, Error> {
    let known = erased_identifiers::table
        .filter(erased_identifiers::kind.eq(Identifier::Handle.as_str()))
        .filter(erased_identifiers::digest.eq(digest(handle.as_str())));
    let known: Option<String> =
        known.select(erased_identifiers::request_id).first(conn).optional()?;
    Ok(known.is_some())
}

/// Keeps what an erasure takes away.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    request: DeletionRequestId,
    organization: &Organization,
    people: &[Account],
) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    for (kind, value) in identifiers(organization, people) {
        diesel::insert_into(erased_identifiers::table)
            .values((
                erased_identifiers::kind.eq(kind.as_str()),
                erased_identifiers::digest.eq(digest(&value)),
                erased_identifiers::request_id.eq(request.to_string()),
                erased_identifiers::erased_at.eq(now),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

fn digest(value: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(value))
}
