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
    /// Nobody logged hours on this sheet.
    NoHours = "order_no_hours":
        "Cette feuille est vide : saisissez des heures d’abord.",
        "This sheet is empty: log hours first.";
    /// The sheet is with the client, or was approved.
    HoursLocked = "order_hours_locked":
        "Cette feuille est chez le client : ses heures ne changent que s’il la conteste.",
        "This sheet is with the client: its hours change only when it contests them.";
    /// What was logged is not thrown away.
    HoursLogged = "order_hours_logged":
        "Des heures sont saisies : arrêtez la mission, leur feuille ira au client.",
        "Hours are logged: stop the mission, and their sheet goes to the client.";
    /// The sheet would cost more than an order can.
    SheetTooLarge = "order_sheet_too_large":
        "Cette feuille dépasserait le montant d’une commande : envoyez-la d’abord.",
        "This sheet would pass the amount of an order: send it first.";
    /// No further sheet follows.
    Stopped = "order_stopped":
        "Cette mission est arrêtée : rien d’autre ne suit.",
        "This mission is stopped: nothing further follows.";
    /// Only what repeats can be stopped.
    NothingRepeats = "order_nothing_repeats":
        "Seuls un abonnement et une mission à l’heure s’arrêtent.",
        "Only a subscription and work by the hour can be stopped.";
    /// Its last period is under way, or nothing has begun.
    NothingToStop = "order_nothing_to_stop":
        "Rien d’autre n’est à venir ; tant que rien n’a commencé, annulez la commande.",
        "Nothing further is to come; while nothing has begun, cancel the order.";
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
    /// S1-049: a lot that the two settle between them is ended by its client.
    ClientEnds = "order_client_ends":
        "Cette mission se règle entre vous : son client y met fin par « Mission terminée ».",
        "This mission is settled between you: its client ends it with “Mission completed”.";
    /// What is delivered here ends with its approval.
    DeliveryDecides = "order_delivery_decides":
        "Cette commande se termine quand sa livraison est acceptée.",
        "This order ends when its delivery is accepted.";
    /// The mission of a lot is reviewed where its tender is.
    LotReviewed = "order_lot_reviewed":
        "L’avis sur cette mission se donne sur la page du lot.",
        "This mission is reviewed on the page of its lot.";
    /// Everything stands still while there is a dispute.
    InDispute = "order_in_dispute":
        "Un litige est ouvert : rien ne change avant son issue.",
        "There is a dispute: nothing changes before its outcome.";
}
