//! Why a wish about a conversation was refused.

use crate::refusal::{Explain, Explanation};

macro_rules! conversation_refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal: $french:literal, $english:literal;)+) => {
        /// Why a wish about a conversation was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ConversationRefusal {
            $($(#[$doc])* $variant,)+
        }

        impl Explain for ConversationRefusal {
            fn explain(&self) -> Explanation {
                match self {
                    $(Self::$variant => Explanation::new($code, $french, $english),)+
                }
            }
        }
    };
}

conversation_refusals! {
    /// A provider answers; it does not begin.
    ClientsOpen = "only_clients_open":
        "C’est au client d’écrire le premier. Répondez à son appel d’offres : votre candidature ouvre la conversation.",
        "It is for the client to write first. Answer its call for offers: your application opens the conversation.";
    /// The provider is not in the directory.
    ProviderUnlisted = "provider_not_reachable":
        "Ce prestataire n’est pas dans l’annuaire : il ne reçoit pas de message pour le moment.",
        "This provider is not in the directory: it takes no messages for now.";
    /// The provider has published no service yet.
    ProviderWithoutService = "provider_without_service":
        "Ce prestataire n’a pas encore publié de service : il ne reçoit pas de message pour le moment.",
        "This provider has not published a service yet: it takes no messages for now.";
    /// The account of one side is closed.
    SideGone = "other_side_gone":
        "Cette conversation est close : le compte de l’autre partie est fermé.",
        "This conversation is over: the other side's account is closed.";
    /// It is somebody else's.
    NotYours = "not_your_conversation":
        "Cette conversation n’est pas la vôtre.",
        "This conversation is not yours.";
    /// What sorts and closes conversations is the provider's.
    ProviderDecides = "provider_sorts_conversations":
        "Seul le prestataire peut décider cela dans cette conversation.",
        "Only the provider can decide this in this conversation.";
    /// The provider no longer wants to hear from the client.
    Blocked = "blocked_by_provider":
        "Ce prestataire ne souhaite plus recevoir vos messages : le vôtre n’a pas été envoyé. Ce qui est déjà convenu entre vous reste dû, et d’autres prestataires vous attendent dans l’annuaire.",
        "This provider no longer wants to hear from you: your message was not sent. What you have already agreed on stands, and the directory has other providers.";
    /// The same, for the side that did it.
    YouBlocked = "client_blocked":
        "Vous avez bloqué ce client. Débloquez-le pour lui écrire ou répondre à ses appels d’offres ; ce qui a été clos le reste.",
        "You blocked this client. Unblock it to write to it or to answer its calls for offers; what was closed stays closed.";
    /// There is no block to lift.
    NotBlocked = "client_not_blocked":
        "Ce client n’est pas bloqué.",
        "This client is not blocked.";
    /// It was declined and nobody has written since.
    AlreadyDeclined = "already_declined":
        "Vous avez déjà décliné cette demande.",
        "You have already declined this request.";
    /// S5-019: a chosen lot waits for the provider's answer, and the wish does not name it.
    MissionsWait = "missions_to_decline":
        "Ce client vous a choisi et attend votre réponse : décliner sa demande demande aussi de décliner ces prestations. Relisez-les et confirmez.",
        "This client chose you and waits for your answer: to decline its request, decline these missions too. Read them again and confirm.";
    /// What a block would close is not what was shown before.
    PreviewOutdated = "preview_outdated":
        "Ce que ce blocage clôt a changé depuis que vous l’avez lu. Relisez-le, puis confirmez.",
        "What this block closes has changed since you read it. Read it again, then confirm.";
}
