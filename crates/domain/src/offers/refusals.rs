//! Why a wish about an offer was refused.

use crate::refusal::{self, Explain, Explanation};

/// A decision was refused, or fields are wrong for it.
pub type Rejection = refusal::Rejection<OfferRefusal>;

impl From<OfferRefusal> for Rejection {
    fn from(refusal: OfferRefusal) -> Self {
        Self::Refused(refusal)
    }
}

macro_rules! offer_refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal: $french:literal, $english:literal;)+) => {
        /// Why a wish about an offer was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum OfferRefusal {
            $($(#[$doc])* $variant,)+
        }

        impl Explain for OfferRefusal {
            fn explain(&self) -> Explanation {
                match self {
                    $(Self::$variant => Explanation::new($code, $french, $english),)+
                }
            }
        }
    };
}

offer_refusals! {
    /// Only a provider applies.
    ProvidersOnly = "providers_only":
        "Seul un prestataire peut répondre à un appel d’offres. Ouvrez un compte prestataire avec une autre adresse e-mail.",
        "Only a provider can answer a call for offers. Open a provider account with another e-mail address.";
    /// The organization was closed.
    OrganizationClosed = "organization_closed":
        "Votre compte est fermé : il ne peut plus répondre aux appels d’offres.",
        "Your account is closed: it can no longer answer calls for offers.";
    /// S1-069: applying takes an active paid plan.
    PlanRequired = "plan_required":
        "Répondre à un appel d’offres demande l’abonnement VIP+. Découvrez-le sur /tarifs.",
        "Answering a call for offers takes the VIP+ plan. See /tarifs.";
    /// The lot's trade or département is not the provider's.
    NotMatching = "lot_not_matching":
        "Ce lot ne correspond pas à vos métiers ou à vos départements.",
        "This lot matches neither your trades nor your départements.";
    /// The lot takes no offers now: a provider is chosen.
    LotNotOpen = "lot_not_open":
        "Un prestataire est choisi pour ce lot : il ne prend pas d’offre pour le moment.",
        "A provider is chosen for this lot: it takes no offers for now.";
    /// The lot or its tender takes no more offers.
    LotClosed = "lot_closed":
        "Ce lot ne prend plus d’offre.",
        "This lot takes no more offers.";
    /// A mission between the two was called off for this lot: what follows they agree in their conversation.
    MissionCalledOff = "mission_called_off":
        "Votre mission pour ce lot a été annulée : convenez de la suite dans votre conversation.",
        "Your mission for this lot was called off: agree on what follows in your conversation.";
    /// The event's day is over.
    EventPast = "event_past":
        "La date de l’évènement est passée.",
        "The day of the event is over.";
    /// There is an offer for this lot already: change it.
    AlreadyApplied = "already_applied":
        "Vous avez déjà répondu à ce lot : modifiez votre offre.",
        "You have already answered this lot: change your offer.";
    /// Only the provider of the offer decides this.
    ProviderDecides = "provider_decides":
        "Seul le prestataire qui a fait l’offre peut décider cela.",
        "Only the provider that made the offer can decide this.";
    /// Only the client of the lot decides this.
    ClientDecides = "client_decides":
        "Seul le porteur du projet peut décider cela.",
        "Only the client can decide this.";
    /// The lot is in work or done: what was agreed holds.
    InWork = "lot_in_work":
        "La prestation est confirmée : ce qui a été convenu ne change plus.",
        "The mission is confirmed: what was agreed no longer changes.";
    /// The offer was declined, withdrawn, has expired or ended.
    OfferOver = "offer_over":
        "Cette offre n’est plus en cours.",
        "This offer is over.";
    /// The offer passed its date.
    OfferPast = "offer_expired":
        "Cette offre a passé sa date de validité.",
        "This offer has passed its expiry date.";
    /// The tender changed and the provider has not held to its offer yet.
    ToReconfirm = "offer_to_reconfirm":
        "L’appel d’offres a changé : le prestataire doit d’abord maintenir ou modifier son offre.",
        "The call for offers changed: the provider is first to hold to its offer or change it.";
    /// There is nothing to hold to again.
    NothingToReconfirm = "nothing_to_reconfirm":
        "Cette offre n’attend pas d’être maintenue.",
        "This offer does not wait to be held to.";
    /// The offer was changed: choose its newest version.
    VersionOutdated = "offer_version_outdated":
        "L’offre a été modifiée entre-temps : relisez sa dernière version avant de choisir.",
        "The offer was changed meanwhile: read its newest version before you choose.";
    /// Only a provider makes offers.
    ProviderOffers = "provider_offers":
        "Seul le prestataire de cette conversation peut y faire une offre.",
        "Only the provider of this conversation can make an offer in it.";
    /// The conversation takes nothing more.
    ConversationOver = "conversation_over":
        "Cette conversation est close : on ne peut plus y conclure d’offre.",
        "This conversation is over: no more offers can be made or accepted in it.";
    /// S2-009, S2-010: the operator does not offer this kind here.
    KindNotOffered = "terms_not_offered":
        "Ce type d’offre n’est pas proposé pour ce métier ou pour votre compte.",
        "This type of offer is not available for this trade or for your account.";
    /// The operator switched this way to pay off.
    SettlementNotOffered = "settlement_not_offered":
        "Ce mode de règlement n’est pas proposé sur cette place de marché : choisissez l’autre.",
        "This way to pay is not available on this marketplace: choose the other one.";
    /// Work by the hour is settled between the two.
    HeldNotHourly = "held_not_hourly":
        "Le travail à l’heure se règle directement : choisissez le règlement direct, ou un autre type d’offre.",
        "Work by the hour is settled directly: choose direct settlement, or another type of offer.";
    /// A provider is already chosen for the lot.
    AlreadyChosen = "lot_already_chosen":
        "Un prestataire est déjà choisi pour ce lot. Retirez d’abord ce choix.",
        "A provider is already chosen for this lot. Take that choice back first.";
    /// The offer is not the chosen one.
    NotChosen = "offer_not_chosen":
        "Cette offre n’est pas choisie.",
        "This offer is not chosen.";
    /// The time to confirm is over.
    ChoicePast = "choice_expired":
        "Le délai pour confirmer est passé.",
        "The time to confirm is over.";
    /// The lot is not in work.
    NotInWork = "lot_not_in_work":
        "Cette prestation n’est pas en travail.",
        "This mission is not in work.";
    /// What is paid with held funds ends with its delivery.
    OrderDecides = "lot_order_decides":
        "Cette prestation est payée par fonds conservés : elle se termine quand vous acceptez sa livraison, sur la page de la commande.",
        "This mission is paid with held funds: it ends when you accept its delivery, on the page of its order.";
    /// Nobody but the client ends a mission that can go on.
    MissionRuns = "mission_running":
        "Seul le client met fin à cette mission : les deux comptes sont ouverts et l’événement n’est pas passé depuis trente jours.",
        "Only its client ends this mission: both accounts are open and the event was not thirty days ago.";
    /// The mission is not closed.
    NotDone = "lot_not_done":
        "Un avis se donne après « Mission terminée ».",
        "A review is given once the mission is ended.";
    /// The mission was reviewed.
    AlreadyReviewed = "already_reviewed":
        "Vous avez déjà donné votre avis sur cette mission.",
        "You have already reviewed this mission.";
}
