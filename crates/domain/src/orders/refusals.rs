//! Why a wish about an order was refused.

use crate::refusal::{Explain, Explanation};

macro_rules! order_refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal: $french:literal, $english:literal;)+) => {
        /// Why a wish about an order was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum OrderRefusal {
            $($(#[$doc])* $variant,)+
        }

        impl Explain for OrderRefusal {
            fn explain(&self) -> Explanation {
                match self {
                    $(Self::$variant => Explanation::new($code, $french, $english),)+
                }
            }
        }
    };
}

order_refusals! {
    /// Only the provider decides this.
    ProviderDecides = "order_provider_decides":
        "Seul le prestataire peut décider cela.",
        "Only the provider can decide this.";
    /// Only the client decides this.
    ClientDecides = "order_client_decides":
        "Seul le client peut décider cela.",
        "Only the client can decide this.";
    /// Everything is approved or called off.
    Over = "order_over":
        "Cette commande est terminée.",
        "This order is over.";
    /// The provider asked nothing, or was answered already.
    NothingAsked = "order_nothing_asked":
        "Le prestataire n’attend pas de réponse pour commencer.",
        "The provider waits for no answers to begin.";
    /// Work has not begun.
    NotStarted = "order_not_started":
        "Cette étape n’a pas commencé.",
        "This milestone has not begun.";
    /// It is with the client already.
    AlreadyDelivered = "order_already_delivered":
        "Cette étape est déjà livrée : le client l’examine.",
        "This milestone is delivered already: the client is looking at it.";
    /// Nothing was handed over.
    NotDelivered = "order_not_delivered":
        "Rien n’est livré pour le moment.",
        "Nothing is delivered for now.";
    /// S2-007: each request counts.
    RevisionsUsedUp = "order_revisions_used_up":
        "Les retouches prévues sont utilisées. Convenez d’une nouvelle offre pour aller plus loin.",
        "The agreed revisions are used up. Agree on a new offer to go further.";
    /// A delivery is to be approved or sent back first.
    DeliveryWaits = "order_delivery_waits":
        "Une livraison attend : le client l’accepte ou demande une retouche d’abord.",
        "A delivery waits: the client is to accept it or ask for a revision first.";
    /// The provider works and is in time.
    WorkRuns = "order_work_runs":
        "Le prestataire y travaille et n’est pas en retard : vous pourrez annuler si la date est dépassée.",
        "The provider is at work and in time: you can cancel once the date is passed.";
    /// Only work by the hour has a weekly limit.
    NotByTheHour = "order_not_hourly":
        "Seule une commande à l’heure a une limite hebdomadaire.",
        "Only an order by the hour has a weekly limit.";
    /// Only a subscription has periods to come.
    NotASubscription = "order_not_a_subscription":
        "Seul un abonnement s’arrête.",
        "Only a subscription can be stopped.";
    /// Its last period is under way, or its first has not begun.
    NothingToStop = "order_nothing_to_stop":
        "Il n’y a plus de période à venir ; tant que la première n’a pas commencé, annulez la commande.",
        "No period is to come; while the first has not begun, cancel the order.";
    /// There is nothing to pay now.
    NothingToPay = "order_nothing_to_pay":
        "Il n’y a rien à payer pour le moment.",
        "There is nothing to pay for now.";
    /// The client has not paid.
    NotPaid = "order_not_paid":
        "Le client n’a pas encore payé cette étape.",
        "The client has not paid this milestone yet.";
    /// The client has not given what the provider asked.
    AnswersAwaited = "order_answers_awaited":
        "Le client n’a pas encore répondu à vos questions.",
        "The client has not answered your questions yet.";
    /// Work begins by itself, or has begun.
    NothingToStart = "order_nothing_to_start":
        "Il n’y a rien à démarrer pour le moment.",
        "There is nothing to start for now.";
    /// the provider has some days to begin.
    StartAwaited = "order_start_awaited":
        "Vous venez de payer : laissez au prestataire le délai convenu pour démarrer, puis vous pourrez annuler et être remboursé.",
        "You have just paid: leave the provider the agreed days to begin, then you can cancel and be refunded.";
    /// S1-092: a review is of what was completed.
    NotCompleted = "order_not_completed":
        "Un avis se donne quand la commande est terminée.",
        "A review is given when the order is completed.";
    /// S1-092: one review for each.
    AlreadyReviewed = "order_reviewed":
        "Vous avez déjà donné votre avis sur cette commande.",
        "You have already reviewed this order.";
    /// S1-100: a dispute is about work.
    NotInWork = "order_not_in_work":
        "Un litige porte sur une étape en cours : rien n’est en travail pour le moment.",
        "A dispute is about a milestone in work: nothing is in work for now.";
    /// Everything stands still while there is a dispute.
    InDispute = "order_in_dispute":
        "Un litige est ouvert : rien ne change avant son issue.",
        "There is a dispute: nothing changes before its outcome.";
}
