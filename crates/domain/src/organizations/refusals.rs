//! Why a wish about an organization is refused.

use crate::{
    refusal::{Explain, Explanation},
    world::Instant,
};

/// Why a wish about an organization was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrganizationRefusal {
    /// The handle belongs to someone.
    HandleTaken,
    /// Only an owner or an administrator may do this.
    NotManager,
    /// Only an owner may do this.
    NotOwner,
    /// Only providers have plans.
    ProvidersOnly,
    /// It was closed or erased.
    Closed,
    /// VIP+ runs until then.
    PlanRuns {
        /// The end that is paid.
        until: Option<Instant>,
    },
    /// It is on FREE already.
    AlreadyOnFree,
    /// VIP+ is granted by the operator.
    PlanByOperator,
    /// Only providers go on leave.
    LeaveOfProviders,
    /// It is on leave already.
    AlreadyPaused,
    /// It is not on leave.
    NotPaused,
    /// The operator's own organization stays.
    OperatorStays,
}

impl Explain for OrganizationRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::HandleTaken => Explanation::new(
                "handle_taken",
                "Ce pseudo est déjà pris.",
                "This handle is already taken.",
            ),
            Self::NotManager => Explanation::new(
                "not_manager",
                "Seul un administrateur de votre organisation peut faire cela.",
                "Only an administrator of your organization can do this.",
            ),
            Self::NotOwner => Explanation::new(
                "not_owner",
                "Seul un propriétaire de votre organisation peut faire cela.",
                "Only an owner of your organization can do this.",
            ),
            Self::ProvidersOnly => Explanation::new(
                "provider_only",
                "Les abonnements sont réservés aux prestataires ; déposer des appels d’offres est gratuit.",
                "Plans are for providers; posting tenders is free.",
            ),
            Self::Closed => Explanation::new(
                "organization_closed",
                "Cette organisation est fermée.",
                "This organization is closed.",
            ),
            Self::PlanRuns { until } => plan_runs(*until),
            Self::AlreadyOnFree => Explanation::new(
                "already_on_free",
                "Vous avez déjà la formule FREE.",
                "You are on FREE already.",
            ),
            Self::PlanByOperator => Explanation::new(
                "plan_by_operator",
                "La formule VIP+ est ouverte par l’opérateur : écrivez au support.",
                "VIP+ is opened by the operator: write to support.",
            ),
            Self::LeaveOfProviders => Explanation::new(
                "provider_only",
                "Seuls les prestataires se mettent en pause.",
                "Only providers go on leave.",
            ),
            Self::AlreadyPaused => Explanation::new(
                "already_paused",
                "Vous êtes déjà en pause.",
                "You are on leave already.",
            ),
            Self::NotPaused => {
                Explanation::new("not_paused", "Vous n’êtes pas en pause.", "You are not on leave.")
            }
            Self::OperatorStays => Explanation::new(
                "operator_stays",
                "L’organisation de l’opérateur ne peut être ni fermée ni supprimée.",
                "The operator's organization can be neither closed nor deleted.",
            ),
        }
    }
}

fn plan_runs(until: Option<Instant>) -> Explanation {
    let (french, english) = match until {
        Some(at) => (
            format!("Votre abonnement VIP+ court jusqu’au {}.", at.format("%d/%m/%Y")),
            format!("Your VIP+ subscription runs until {}.", at.format("%Y-%m-%d")),
        ),
        None => (
            "Votre abonnement VIP+ est en cours.".to_owned(),
            "Your VIP+ subscription is running.".to_owned(),
        ),
    };
    Explanation::new("plan_runs", french, english)
}
