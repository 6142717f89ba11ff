//! Why a wish about a tender is refused.

use crate::{
    language::Language,
    refusal::{self, Explain, Explanation},
    trades,
};

/// Why a wish about a tender was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TenderRefusal {
    /// A provider or the operator wants to ask for offers.
    ClientAccountRequired,
    /// The tender is another client's.
    NotYours,
    /// Only a provider has a list of potential tenders.
    ProvidersOnly,
    /// A provider without any plan is not matched with tenders.
    SubscriptionRequired,
    /// It is a draft.
    NotPublished,
    /// It is no draft any more.
    AlreadyPublished,
    /// It was closed.
    Closed,
    /// All its missions are ended.
    Done,
    /// It cannot be closed before these lots are done.
    LotsInWork {
        /// The slugs of their trades.
        trades: Vec<String>,
    },
    /// What was agreed for these lots can no longer be changed.
    LotsLocked {
        /// The slugs of their trades.
        trades: Vec<String>,
    },
    /// More publications than a person makes in a day.
    TooManyPublished {
        /// The cap.
        per_day: u32,
    },
}

/// A decision was refused, or fields are missing for it.
pub type Rejection = refusal::Rejection<TenderRefusal>;

impl From<TenderRefusal> for Rejection {
    fn from(refusal: TenderRefusal) -> Self {
        Self::Refused(refusal)
    }
}

fn named(slugs: &[String], language: Language) -> String {
    let names = slugs.iter().map(|slug| {
        trades::find(slug)
            .map_or(slug.as_str(), |trade| language.pick(trade.name_fr, trade.name_en))
    });
    names.collect::<Vec<_>>().join(", ")
}

impl Explain for TenderRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::ClientAccountRequired => Explanation::new(
                "client_account_required",
                "Un compte prestataire ne peut pas déposer d’appel d’offres : ouvrez un compte client avec une autre adresse e-mail.",
                "A provider account cannot post a tender: open a client account with another e-mail address.",
            ),
            Self::NotYours => Explanation::new(
                "not_tender_owner",
                "Seul le client qui a déposé cet appel d’offres peut faire cela.",
                "Only the client who posted this tender can do this.",
            ),
            Self::ProvidersOnly => Explanation::new(
                "providers_only",
                "Seul un prestataire peut faire cela.",
                "Only a provider can do this.",
            ),
            Self::SubscriptionRequired => Explanation::new(
                "subscription_required",
                "Choisissez d’abord une formule, FREE au moins, pour recevoir les offres potentielles.",
                "First choose a plan, at least FREE, to receive potential tenders.",
            ),
            Self::NotPublished => Explanation::new(
                "tender_not_published",
                "Cet appel d’offres n’est pas encore publié.",
                "This tender is not published yet.",
            ),
            Self::AlreadyPublished => Explanation::new(
                "tender_already_published",
                "Cet appel d’offres est déjà publié.",
                "This tender is already published.",
            ),
            Self::Closed => Explanation::new(
                "tender_closed",
                "Cet appel d’offres est fermé.",
                "This tender is closed.",
            ),
            Self::Done => Explanation::new(
                "tender_done",
                "Toutes les prestations de cet appel d’offres sont terminées.",
                "All missions of this tender are ended.",
            ),
            Self::LotsInWork { trades } => Explanation::new(
                "lots_in_work",
                format!(
                    "Des prestations sont en travail : {}. Attendez leur livraison ou déclarez-les « Mission terminée » avant de fermer.",
                    named(trades, Language::Fr)
                ),
                format!(
                    "Some lots are in work: {}. Wait for their delivery or end them with “Mission done” before you close.",
                    named(trades, Language::En)
                ),
            ),
            Self::LotsLocked { trades } => Explanation::new(
                "lots_locked",
                format!(
                    "Un prestataire travaille sur ces bases : {}. Elles ne peuvent plus être modifiées.",
                    named(trades, Language::Fr)
                ),
                format!(
                    "A provider works on these terms: {}. They can no longer be changed.",
                    named(trades, Language::En)
                ),
            ),
            Self::TooManyPublished { per_day } => Explanation::new(
                "too_many_published",
                format!(
                    "Vous avez déjà publié {per_day} appels d’offres en 24 heures. Réessayez demain ou écrivez au support."
                ),
                format!(
                    "You already published {per_day} tenders within 24 hours. Try again tomorrow or write to support."
                ),
            ),
        }
    }
}
