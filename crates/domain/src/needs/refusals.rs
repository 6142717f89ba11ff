//! Why a need is not handed over.

use crate::refusal::{Explain, Explanation};

/// Why a need is not handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedRefusal {
    /// Only clients describe needs.
    ClientsOnly,
    /// The client sent as many as a day has.
    TooMany {
        /// So many.
        per_day: u32,
    },
    /// No provider fits.
    NobodyFits,
    /// Others fit now than when the client read who would get it.
    ChoiceOutdated,
}

impl Explain for NeedRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::ClientsOnly => Explanation::new(
                "client_only",
                "Seul un client décrit un besoin : ouvrez un compte client avec une autre adresse e-mail.",
                "Only a client describes a need: open a client account with another e-mail address.",
            ),
            Self::TooMany { per_day } => Explanation::new(
                "too_many_needs",
                format!(
                    "Vous avez envoyé {per_day} besoins en 24 heures, le maximum. Revenez demain, ou écrivez directement à un prestataire de l’annuaire."
                ),
                format!(
                    "You sent {per_day} needs in 24 hours, the most there may be. Come back tomorrow, or write to a provider of the directory."
                ),
            ),
            Self::NobodyFits => Explanation::new(
                "nobody_fits",
                "Aucun prestataire ne correspond à ce besoin pour le moment. Relevez le budget, changez de métier ou de département, ou publiez un appel d’offres.",
                "No provider fits this need for now. Raise the budget, change the trade or the département, or publish a tender.",
            ),
            Self::ChoiceOutdated => Explanation::new(
                "choice_outdated",
                "Les prestataires qui correspondent ont changé depuis que vous les avez lus. Relisez la liste, puis envoyez.",
                "The providers that fit have changed since you read them. Read the list again, then send.",
            ),
        }
    }
}
