//! Why something is refused: a stable code for programs, a sentence for people in both languages.

use std::borrow::Cow;

use crate::{
    accounts::AccountRefusal, api_keys::ApiKeyRefusal, bars::BarRefusal,
    campaigns::CampaignRefusal, contact_messages::ContactRefusal,
    conversations::ConversationRefusal, deletion_requests::DeletionRefusal,
    disputes::DisputeRefusal, fields::Fields, files::FileRefusal, invitations::InvitationRefusal,
    invoices::InvoiceRefusal, language::Language, members::MemberRefusal, needs::NeedRefusal,
    offers::OfferRefusal, operators::OperatorRefusal, orders::OrderRefusal,
    organizations::OrganizationRefusal, payments::PaymentRefusal, quote_requests::QuoteRefusal,
    reviews::ReviewRefusal, services::ServiceRefusal, tags::TagRefusal, tenders::TenderRefusal,
};

/// A code and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Stable, `snake_case`.
    pub code: &'static str,
    /// En français.
    pub french: Cow<'static, str>,
    /// In English.
    pub english: Cow<'static, str>,
}

impl Explanation {
    /// A code with its two sentences.
    pub fn new(
        code: &'static str,
        french: impl Into<Cow<'static, str>>,
        english: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { code, french: french.into(), english: english.into() }
    }

    /// The sentence in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        language.pick(&self.french, &self.english)
    }
}

/// What has a code and says why.
pub trait Explain {
    /// The code and the sentences.
    fn explain(&self) -> Explanation;
}

/// A decision was refused, or fields are wrong or missing for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection<R> {
    /// Refused.
    Refused(R),
    /// Wrong or missing fields.
    Fields(Fields),
}

impl<R> From<Fields> for Rejection<R> {
    fn from(fields: Fields) -> Self {
        Self::Fields(fields)
    }
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident($inner:ty),)+) => {
        /// Every refusal of every feature.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Refusal {
            $($(#[$doc])* $variant($inner),)+
        }

        impl Explain for Refusal {
            fn explain(&self) -> Explanation {
                match self {
                    $(Self::$variant(inner) => inner.explain(),)+
                }
            }
        }

        $(impl From<$inner> for Refusal {
            fn from(inner: $inner) -> Self {
                Self::$variant(inner)
            }
        })+
    };
}

refusals! {
    /// About a person's login.
    Account(AccountRefusal),
    /// About an integrator's key.
    ApiKey(ApiKeyRefusal),
    /// About a barred identifier.
    Bar(BarRefusal),
    /// About an advertising campaign.
    Campaign(CampaignRefusal),
    /// About a message to those who run the marketplace.
    Contact(ContactRefusal),
    /// About a conversation.
    Conversation(ConversationRefusal),
    /// About a wish to be deleted.
    Deletion(DeletionRefusal),
    /// About a dispute.
    Dispute(DisputeRefusal),
    /// About a file.
    File(FileRefusal),
    /// About an invitation.
    Invitation(InvitationRefusal),
    /// About the people of an organization.
    Member(MemberRefusal),
    /// About what a client needs.
    Need(NeedRefusal),
    /// About who runs the marketplace.
    Operator(OperatorRefusal),
    /// About a party.
    Organization(OrganizationRefusal),
    /// About a tag.
    Tag(TagRefusal),
    /// About a call for offers.
    Tender(TenderRefusal),
    /// About an offer or the mission that comes of it.
    Offer(OfferRefusal),
    /// About an order.
    Order(OrderRefusal),
    /// About money.
    Payment(PaymentRefusal),
    /// About a quote request.
    Quote(QuoteRefusal),
    /// About a review.
    Review(ReviewRefusal),
    /// About what a provider sells.
    Service(ServiceRefusal),
    /// About an invoice, or the mandate to issue it.
    Invoice(InvoiceRefusal),
}

/// Calls a macro with the type of every refusal, for the `From` implementations of the layers above.
#[macro_export]
macro_rules! each_refusal {
    ($apply:ident) => {
        $apply! {
            $crate::refusal::Refusal,
            $crate::accounts::AccountRefusal,
            $crate::api_keys::ApiKeyRefusal,
            $crate::bars::BarRefusal,
            $crate::campaigns::CampaignRefusal,
            $crate::contact_messages::ContactRefusal,
            $crate::conversations::ConversationRefusal,
            $crate::deletion_requests::DeletionRefusal,
            $crate::disputes::DisputeRefusal,
            $crate::files::FileRefusal,
            $crate::invitations::InvitationRefusal,
            $crate::members::MemberRefusal,
            $crate::operators::OperatorRefusal,
            $crate::needs::NeedRefusal,
            $crate::organizations::OrganizationRefusal,
            $crate::tags::TagRefusal,
            $crate::tenders::TenderRefusal,
            $crate::offers::OfferRefusal,
            $crate::orders::OrderRefusal,
            $crate::payments::PaymentRefusal,
            $crate::quote_requests::QuoteRefusal,
            $crate::reviews::ReviewRefusal,
            $crate::services::ServiceRefusal,
            $crate::invoices::InvoiceRefusal,
        }
    };
}
