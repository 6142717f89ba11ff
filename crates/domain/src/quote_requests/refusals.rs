//! Why a wish about a quote request was refused.

use crate::refusal::{Explain, Explanation};

macro_rules! quote_refusals {
    ($($(#[$doc:meta])* $variant:ident = $code:literal: $french:literal, $english:literal;)+) => {
        /// Why a wish about a quote request was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum QuoteRefusal {
            $($(#[$doc])* $variant,)+
        }

        impl Explain for QuoteRefusal {
            fn explain(&self) -> Explanation {
                match self {
                    $(Self::$variant => Explanation::new($code, $french, $english),)+
                }
            }
        }
    };
}

quote_refusals! {
    /// Only a client asks.
    ClientsAsk = "only_clients_ask":
        "Seul un client demande un devis. Utilisez votre compte client.",
        "Only a client asks for a quote. Use your client account.";
    /// Only the provider decides this.
    ProviderDecides = "quote_provider_decides":
        "Seul le prestataire peut répondre à cette demande de devis.",
        "Only the provider can answer this quote request.";
    /// Only the client decides this.
    ClientDecides = "quote_client_decides":
        "Seul le client peut retirer cette demande de devis.",
        "Only the client can take this quote request back.";
    /// It was answered, declined or taken back.
    Over = "quote_over":
        "Cette demande de devis n’attend plus de réponse.",
        "This quote request no longer waits for an answer.";
    /// Its time is over.
    Past = "quote_past":
        "Le délai pour répondre à cette demande de devis est passé.",
        "The time to answer this quote request is over.";
    /// One side is gone, or blocked the other.
    ConversationOver = "quote_conversation_over":
        "La conversation avec ce client est close : aucune offre ne peut y être faite.",
        "The conversation with this client is over: no offer can be made in it.";
    /// It belongs to the conversation of others.
    Elsewhere = "quote_elsewhere":
        "Cette demande de devis vient d’une autre conversation.",
        "This quote request comes from another conversation.";
    /// Too many wait already.
    TooMany = "quote_too_many":
        "Cinq de vos demandes de devis attendent déjà ce prestataire. Laissez-lui le temps de répondre, ou retirez-en une.",
        "Five of your quote requests wait for this provider already. Give it time to answer, or take one back.";
}
