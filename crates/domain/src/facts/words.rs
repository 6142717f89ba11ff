//! What people had to say with a decision: the log keeps it until they are erased.

use super::Fact;

impl Fact {
    /// The kinds that carry what a person had to say.
    pub const KINDS_WITH_WORDS: [&'static str; 8] = [
        "lot.declined",
        "quote_request.declined",
        "custom_offer.declined",
        "order.delivered",
        "order.revision_requested",
        "order.stopped",
        "order.cancelled",
        "dispute.opened",
    ];

    /// The same, without what a person had to say: that it happened stays when the person is erased.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        match &mut self {
            Self::LotDeclined { reason: words, .. }
            | Self::QuoteRequestDeclined { reason: words, .. }
            | Self::CustomOfferDeclined { reason: words, .. }
            | Self::OrderDelivered { message: words, .. }
            | Self::RevisionRequested { message: words, .. }
            | Self::OrderStopped { reason: words, .. }
            | Self::OrderCancelled { reason: words, .. }
            | Self::DisputeOpened { reason: words, .. } => words.clear(),
            _ => {}
        }
        self
    }

    /// What the person who did it had to say to the other side; empty when nothing.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::LotDeclined { reason: words, .. }
            | Self::QuoteRequestDeclined { reason: words, .. }
            | Self::CustomOfferDeclined { reason: words, .. }
            | Self::OrderDelivered { message: words, .. }
            | Self::RevisionRequested { message: words, .. }
            | Self::OrderStopped { reason: words, .. }
            | Self::OrderCancelled { reason: words, .. }
            | Self::DisputeOpened { reason: words, .. }
            | Self::DisputeRuled { ruling: words, .. } => words,
            _ => "",
        }
    }
}
