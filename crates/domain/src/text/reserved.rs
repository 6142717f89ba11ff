//! Pseudos that nobody registers with: they would pass for the marketplace, or for a service of it.

use super::{Handle, without_contacts};
use crate::refusal::Explanation;

/// Not as a whole…
const NAMES: [&str; 40] = [
    "abuse",
    "admin",
    "administrateur",
    "administration",
    "administrator",
    "aide",
    "api",
    "app",
    "assistance",
    "assistant",
    "compte",
    "contact",
    "demo",
    "equipe",
    "exploitant",
    "facturation",
    "help",
    "hostmaster",
    "info",
    "infos",
    "legal",
    "mail",
    "mailer-daemon",
    "moderateur",
    "moderation",
    "no-reply",
    "noreply",
    "operator",
    "paiement",
    "postmaster",
    "root",
    "security",
    "securite",
    "service-client",
    "staff",
    "support",
    "system",
    "systeme",
    "webmaster",
    "www",
];
/// …nor as the first word: the marketplace, its operator, and what stands in place of erased pseudos.
const FIRST_WORDS: [&str; 3] = ["efface", "estrade", "operateur"];

impl Handle {
    /// Reads a pseudo that someone wants for itself; everyone will see it.
    pub fn choose(text: &str) -> Result<Self, Explanation> {
        let handle = Self(without_contacts(Self::parse(text)?.0)?);
        let first_word = handle.as_str().split('-').next().unwrap_or_default();
        if NAMES.contains(&handle.as_str()) || FIRST_WORDS.contains(&first_word) {
            return Err(reserved());
        }
        Ok(handle)
    }
}

fn reserved() -> Explanation {
    Explanation::new(
        "handle_reserved",
        "Ce pseudo est réservé : choisissez-en un autre.",
        "This handle is reserved: choose another one.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_for_the_marketplace_is_reserved() {
        for word in ["Admin", "api", "estrade", "operateur", "support", "www", "estrade-support"] {
            assert_eq!(Handle::choose(word).unwrap_err().code, "handle_reserved", "{word}");
            assert!(Handle::parse(word).is_ok(), "{word} is still read where it is known");
        }
        for word in ["admirable", "support-sonore", "l-estrade", "apiculteur"] {
            assert!(Handle::choose(word).is_ok(), "{word}");
        }
    }
}
