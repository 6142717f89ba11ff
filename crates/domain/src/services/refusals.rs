//! Why a wish about a service is refused.

use crate::refusal::{Explain, Explanation};

/// Why a wish about a service was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceRefusal {
    /// Only providers sell services.
    ProvidersOnly,
    /// It is somebody else's.
    NotYours,
    /// Only an owner or an administrator may do this.
    NotManager,
    /// The provider's account is closed.
    ProviderClosed,
    /// The provider has as many as it may have.
    TooMany {
        /// So many.
        limit: u32,
    },
    /// It was deleted.
    Deleted,
    /// It is public already.
    AlreadyPublished,
    /// It is a draft.
    NotPublished,
    /// It is off the shelf already.
    AlreadyPaused,
    /// It is on the shelf.
    NotPaused,
    /// Its trade is none of the provider's any more.
    TradeDropped,
}

impl Explain for ServiceRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::ProvidersOnly => Explanation::new(
                "provider_only",
                "Seuls les prestataires proposent des services au catalogue.",
                "Only providers sell services in the catalogue.",
            ),
            Self::NotYours => Explanation::new(
                "not_your_service",
                "Ce service n’est pas le vôtre.",
                "This service is not yours.",
            ),
            Self::NotManager => Explanation::new(
                "not_manager",
                "Seul un administrateur de votre organisation peut faire cela.",
                "Only an administrator of your organization can do this.",
            ),
            Self::ProviderClosed => Explanation::new(
                "organization_closed",
                "Cette organisation est fermée.",
                "This organization is closed.",
            ),
            Self::TooMany { limit } => Explanation::new(
                "too_many_services",
                format!(
                    "Un prestataire a au plus {limit} services au catalogue : supprimez-en un d’abord."
                ),
                format!("A provider has at most {limit} services: delete one first."),
            ),
            Self::TradeDropped => Explanation::new(
                "service_trade_dropped",
                "Ce métier n’est plus sur votre fiche : choisissez-en un autre pour ce service.",
                "This trade is no longer on your sheet: choose another one for this service.",
            ),
            state => state.of_state(),
        }
    }
}

impl ServiceRefusal {
    fn of_state(self) -> Explanation {
        match self {
            Self::AlreadyPublished => Explanation::new(
                "service_published",
                "Ce service est déjà publié.",
                "This service is published already.",
            ),
            Self::NotPublished => Explanation::new(
                "service_not_published",
                "Ce service est encore un brouillon : publiez-le d’abord.",
                "This service is still a draft: publish it first.",
            ),
            Self::AlreadyPaused => Explanation::new(
                "service_paused",
                "Ce service est déjà en pause.",
                "This service is paused already.",
            ),
            Self::NotPaused => Explanation::new(
                "service_not_paused",
                "Ce service n’est pas en pause.",
                "This service is not paused.",
            ),
            _ => Explanation::new(
                "service_deleted",
                "Ce service a été supprimé.",
                "This service was deleted.",
            ),
        }
    }
}
