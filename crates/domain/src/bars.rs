//! Identifiers that the operator bars for good (S1-023): an address, a domain, a network address, a company.

use std::net::IpAddr;

use crate::{
    fields::Fields,
    identifiers::Siret,
    ids::{AccountId, BarId},
    language::Language,
    refusal::{Explain, Explanation},
    text::{self, Email},
    words,
    world::Instant,
};

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

/// A barred identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Its id.
    pub id: BarId,
    /// What it is.
    pub kind: BarKind,
    /// In the form in which registrations are compared.
    pub value: String,
    /// Why.
    pub reason: String,
    /// Who barred it.
    pub created_by: AccountId,
    /// When.
    pub created_at: Instant,
}

/// A bar that is wished for.
#[derive(Debug, Clone)]
pub struct NewBar {
    kind: BarKind,
    value: String,
    reason: String,
}

impl NewBar {
    /// Reads what the operator typed.
    pub fn parse(kind: &str, value: &str, reason: &str) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let kind = fields.take("/kind", BarKind::from_word(kind).ok_or_else(text::unknown_choice));
        let value = kind.and_then(|kind| fields.take("/value", canonical(kind, value)));
        let reason = fields.take("/reason", text::line(reason, 500));
        let (Some(kind), Some(value), Some(reason)) = (kind, value, reason) else {
            return Err(fields);
        };
        Ok(Self { kind, value, reason })
    }

    /// Who comes and goes is not to come again with this address (S1-023); the reason is in the language of
    /// the operator.
    #[must_use]
    pub fn after_deletion(email: &Email, language: Language) -> Self {
        let reason = language.pick("Suppressions répétées", "Repeated deletions").to_owned();
        Self { kind: BarKind::Email, value: email.to_string(), reason }
    }

    /// Bars it.
    #[must_use]
    pub fn make(self, id: BarId, created_by: AccountId, created_at: Instant) -> Bar {
        let Self { kind, value, reason } = self;
        Bar { id, kind, value, reason, created_by, created_at }
    }
}

fn canonical(kind: BarKind, value: &str) -> Result<String, Explanation> {
    let value = text::line(value, 254)?;
    match kind {
        BarKind::Email => Email::parse(&value).map(|email| email.to_string()),
        BarKind::EmailDomain => {
            let domain = value.trim_start_matches('@');
            Email::parse(&format!("someone@{domain}"))
                .map(|_| domain.to_lowercase())
                .map_err(|_| invalid_domain())
        }
        BarKind::Ip => value.parse::<IpAddr>().map(|ip| ip.to_string()).map_err(|_| invalid_ip()),
        BarKind::Siret => {
            Siret::parse(&value).map(|siret| siret.to_string()).map_err(|error| error.explain())
        }
    }
}

fn invalid_domain() -> Explanation {
    Explanation::new(
        "invalid_domain",
        "Ce nom de domaine n’est pas valable.",
        "This is not a valid domain name.",
    )
}

fn invalid_ip() -> Explanation {
    Explanation::new(
        "invalid_ip",
        "Cette adresse IP n’est pas valable.",
        "This is not a valid IP address.",
    )
}

/// Why a wish about a bar was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BarRefusal {
    /// It is barred already.
    AlreadyBarred,
}

impl Explain for BarRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::AlreadyBarred => Explanation::new(
                "already_barred",
                "Cet identifiant est déjà interdit.",
                "This identifier is barred already.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_barred_is_kept_as_it_will_be_compared() {
        let value = |kind: &str, value: &str| {
            NewBar::parse(kind, value, "abuse").map(|bar| bar.value).map_err(|fields| {
                let error = &fields.errors()[0];
                (error.pointer.clone(), error.explanation.code)
            })
        };
        assert_eq!(value("email", "Ana@Exemple.FR"), Ok("ana@exemple.fr".to_owned()));
        assert_eq!(value("email_domain", "@Spam.Example"), Ok("spam.example".to_owned()));
        assert_eq!(value("ip", "2001:DB8:0:0::1"), Ok("2001:db8::1".to_owned()));
        assert_eq!(value("siret", "732 829 320 00074"), Ok("73282932000074".to_owned()));
        assert_eq!(value("email", "ana"), Err(("/value".to_owned(), "invalid_email")));
        assert_eq!(value("email_domain", "spam"), Err(("/value".to_owned(), "invalid_domain")));
        assert_eq!(value("ip", "10.0.0"), Err(("/value".to_owned(), "invalid_ip")));
        assert_eq!(value("phone", "0612"), Err(("/kind".to_owned(), "unknown_choice")));
    }
}
