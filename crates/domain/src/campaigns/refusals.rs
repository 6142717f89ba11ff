//! Why a wish about a campaign is refused.

use super::DRAFTS_MAX;
use crate::refusal::{Explain, Explanation};

/// Why a wish about a campaign was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CampaignRefusal {
    /// It is somebody else's.
    NotYours,
    /// Only an owner or an administrator may do this.
    NotManager,
    /// Its provider has no plan yet.
    NoPlan,
    /// There are enough drafts already.
    TooManyDrafts,
    /// What was paid stays as it is.
    Paid,
    /// It was deleted.
    Deleted,
    /// Only the operator stops a campaign.
    OperatorStops,
    /// Its banner is not shown, and will not be.
    NotShown,
}

impl Explain for CampaignRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NotYours => Explanation::new(
                "not_your_campaign",
                "Cette campagne n’est pas la vôtre.",
                "This campaign is not yours.",
            ),
            Self::NotManager => Explanation::new(
                "not_manager",
                "Seul un administrateur de votre organisation peut faire cela.",
                "Only an administrator of your organization can do this.",
            ),
            Self::NoPlan => Explanation::new(
                "campaign_needs_plan",
                "Choisissez d’abord une formule : FREE suffit pour créer une campagne.",
                "Choose a plan first: FREE is enough to create a campaign.",
            ),
            Self::TooManyDrafts => Explanation::new(
                "too_many_campaign_drafts",
                format!(
                    "Vous avez déjà {DRAFTS_MAX} campagnes à payer : payez-en une ou supprimez-en une d’abord."
                ),
                format!(
                    "You have {DRAFTS_MAX} campaigns to pay already: pay one or delete one first."
                ),
            ),
            Self::Paid => Explanation::new(
                "campaign_paid",
                "Cette campagne est payée : elle ne change plus.",
                "This campaign is paid: it does not change any more.",
            ),
            Self::Deleted => Explanation::new(
                "campaign_deleted",
                "Cette campagne a été supprimée.",
                "This campaign was deleted.",
            ),
            Self::OperatorStops => Explanation::new(
                "operator_stops_campaigns",
                "Seul l’opérateur de la place de marché arrête une campagne payée.",
                "Only the operator of the marketplace stops a campaign that is paid.",
            ),
            Self::NotShown => Explanation::new(
                "campaign_not_shown",
                "Cette campagne n’est ni programmée ni en cours : il n’y a rien à arrêter.",
                "This campaign is neither scheduled nor running: there is nothing to stop.",
            ),
        }
    }
}
