//! Why a wish about a dispute was refused.

use crate::refusal::{Explain, Explanation};

/// Why a wish about a dispute was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisputeRefusal {
    /// Only the two sides decide this.
    SidesDecide,
    /// Only the operator rules.
    OperatorRules,
    /// Only who opened it closes it.
    OpenerCloses,
    /// It is over.
    Over,
    /// The other side proposed nothing.
    NothingProposed,
    /// The operator was called already.
    AlreadyEscalated,
    /// The operator was not called.
    NotEscalated,
    /// There is one already.
    AlreadyOpen,
    /// No ruling waits for a second person.
    NothingToConfirm,
    /// Who ruled does not confirm it.
    OwnRuling,
}

impl Explain for DisputeRefusal {
    fn explain(&self) -> Explanation {
        let (code, french, english) = match self {
            Self::SidesDecide => (
                "dispute_sides_decide",
                "Seuls le client et le prestataire peuvent décider cela.",
                "Only the client and the provider can decide this.",
            ),
            Self::OperatorRules => (
                "dispute_operator_rules",
                "Seul l’opérateur peut trancher un litige.",
                "Only the operator can rule on a dispute.",
            ),
            Self::OpenerCloses => (
                "dispute_opener_closes",
                "Seule la personne qui a ouvert le litige peut le clôturer. Proposez-lui une issue.",
                "Only the side that opened the dispute can close it. Propose a way out to it.",
            ),
            Self::Over => ("dispute_over", "Ce litige est terminé.", "This dispute is over."),
            Self::NothingProposed => (
                "dispute_nothing_proposed",
                "L’autre partie n’a pas de proposition en attente.",
                "The other side has no proposal that waits.",
            ),
            Self::AlreadyEscalated => (
                "dispute_already_escalated",
                "L’opérateur est déjà saisi de ce litige.",
                "The operator has this dispute already.",
            ),
            Self::NotEscalated => (
                "dispute_not_escalated",
                "Personne n’a saisi l’opérateur de ce litige.",
                "Nobody called the operator about this dispute.",
            ),
            Self::NothingToConfirm => (
                "dispute_nothing_to_confirm",
                "Aucune décision n’attend de confirmation.",
                "No ruling waits to be confirmed.",
            ),
            Self::OwnRuling => (
                "dispute_own_ruling",
                "Vous avez pris cette décision : une autre personne de l’opérateur doit la confirmer.",
                "You made this ruling: another person of the operator's is to confirm it.",
            ),
            Self::AlreadyOpen => (
                "dispute_already_open",
                "Un litige est déjà ouvert pour cette mission.",
                "There is a dispute about this mission already.",
            ),
        };
        Explanation::new(code, french, english)
    }
}
