//! Rows of the identifiers that the operator barred for good.

use diesel::prelude::*;
use estrade_domain::{accounts::AccountRefusal, registrations::Registration, words};

use crate::{Conn, Error, schema::bars};

words! {
    /// What is barred.
    pub enum BarKind {
        /// An address.
        Email = "email",
        /// All addresses of a domain.
        EmailDomain = "email_domain",
        /// An internet address.
        Ip = "ip",
        /// A company.
        Siret = "siret",
    }
}

/// Refuses a registration with a barred identifier.
pub fn refuse_barred(conn: &mut Conn, registration: &Registration, ip: &str) -> Result<(), Error> {
    let email = registration.email.as_str();
    let domain = email.rsplit_once('@').map_or("", |(_, domain)| domain);
    let siret = registration.siret.as_deref().unwrap_or("");
    let identifiers = [
        (BarKind::Email, email),
        (BarKind::EmailDomain, domain),
        (BarKind::Ip, ip),
        (BarKind::Siret, siret),
    ];
    for (kind, value) in identifiers {
        let known = bars::table.filter(bars::kind.eq(kind.as_str())).filter(bars::value.eq(value));
        if known.select(bars::id).first::<String>(conn).optional()?.is_some() {
            return Err(AccountRefusal::Barred.into());
        }
    }
    Ok(())
}
