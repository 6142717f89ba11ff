//! The status of each refusal.

use actix_web::http::StatusCode;
use estrade_domain::{
    accounts::AccountRefusal, campaigns::CampaignRefusal, contact_messages::ContactRefusal,
    conversations::ConversationRefusal, deletion_requests::DeletionRefusal,
    disputes::DisputeRefusal, files::FileRefusal, invitations::InvitationRefusal,
    invoices::InvoiceRefusal, members::MemberRefusal, needs::NeedRefusal, offers::OfferRefusal,
    orders::OrderRefusal, organizations::OrganizationRefusal, payments::PaymentRefusal,
    quote_requests::QuoteRefusal, refusal::Refusal, reviews::ReviewRefusal,
    services::ServiceRefusal, tags::TagRefusal, tenders::TenderRefusal,
};

/// The one place where a refusal becomes a status: 409 unless it says who may or what is wrong.
#[expect(clippy::match_same_arms, reason = "a feature's lines stand together")]
pub(super) fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::Account(AccountRefusal::WrongCredentials) => StatusCode::UNAUTHORIZED,
        Refusal::Account(
            AccountRefusal::NotActivated
            | AccountRefusal::Closed
            | AccountRefusal::Left
            | AccountRefusal::Barred,
        )
        | Refusal::Deletion(DeletionRefusal::NotOwner)
        | Refusal::Member(MemberRefusal::NotManager | MemberRefusal::OwnersDecide)
        | Refusal::Invitation(InvitationRefusal::NotManager | InvitationRefusal::OwnersDecide)
        | Refusal::Organization(
            OrganizationRefusal::NotManager
            | OrganizationRefusal::NotOwner
            | OrganizationRefusal::ProvidersOnly
            | OrganizationRefusal::LeaveOfProviders
            | OrganizationRefusal::PlanByOperator,
        )
        | Refusal::Campaign(
            CampaignRefusal::NotYours
            | CampaignRefusal::NotManager
            | CampaignRefusal::NoPlan
            | CampaignRefusal::OperatorStops,
        ) => StatusCode::FORBIDDEN,
        Refusal::Account(AccountRefusal::LinkSpent)
        | Refusal::Contact(ContactRefusal::SumExpired) => StatusCode::GONE,
        Refusal::Contact(ContactRefusal::OperatorAnswers) => StatusCode::FORBIDDEN,
        Refusal::ApiKey(_)
        | Refusal::Bar(_)
        | Refusal::Contact(_)
        | Refusal::Campaign(_)
        | Refusal::Deletion(_)
        | Refusal::Member(_)
        | Refusal::Invitation(_)
        | Refusal::Operator(_)
        | Refusal::Organization(_) => StatusCode::CONFLICT,
        Refusal::Tender(refusal) => tender_status(refusal),
        Refusal::Offer(refusal) | Refusal::Review(ReviewRefusal::NotNow(refusal)) => {
            offer_status(*refusal)
        }
        Refusal::Need(refusal) => need_status(*refusal),
        Refusal::Conversation(
            ConversationRefusal::ClientsOpen
            | ConversationRefusal::NotYours
            | ConversationRefusal::ProviderDecides,
        )
        | Refusal::Tag(TagRefusal::NotYours)
        | Refusal::Review(
            ReviewRefusal::ProviderAnswers
            | ReviewRefusal::OrderNotNow(OrderRefusal::ProviderDecides | OrderRefusal::ClientDecides),
        )
        | Refusal::Order(OrderRefusal::ProviderDecides | OrderRefusal::ClientDecides)
        | Refusal::Quote(
            QuoteRefusal::ClientsAsk | QuoteRefusal::ProviderDecides | QuoteRefusal::ClientDecides,
        )
        | Refusal::Service(
            ServiceRefusal::ProvidersOnly | ServiceRefusal::NotYours | ServiceRefusal::NotManager,
        ) => StatusCode::FORBIDDEN,
        Refusal::Quote(QuoteRefusal::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Refusal::File(refusal) => file_status(*refusal),
        Refusal::Dispute(
            DisputeRefusal::SidesDecide
            | DisputeRefusal::OperatorRules
            | DisputeRefusal::OpenerCloses
            | DisputeRefusal::OwnRuling,
        ) => StatusCode::FORBIDDEN,
        Refusal::Dispute(_) => StatusCode::CONFLICT,
        Refusal::Payment(PaymentRefusal::LedgerStopped) => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::Payment(_) => StatusCode::CONFLICT,
        Refusal::Service(_)
        | Refusal::Order(_)
        | Refusal::Quote(_)
        | Refusal::Conversation(_)
        | Refusal::Tag(_)
        | Refusal::Review(ReviewRefusal::AlreadyAnswered | ReviewRefusal::OrderNotNow(_)) => {
            StatusCode::CONFLICT
        }
        Refusal::Review(ReviewRefusal::ImpossibleDay) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Invoice(InvoiceRefusal::ProvidersOnly | InvoiceRefusal::NotManager) => {
            StatusCode::FORBIDDEN
        }
        Refusal::Invoice(_) => StatusCode::CONFLICT,
    }
}

fn file_status(refusal: FileRefusal) -> StatusCode {
    match refusal {
        FileRefusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        FileRefusal::UnknownType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        FileRefusal::Empty
        | FileRefusal::NotAPicture
        | FileRefusal::NotABanner
        | FileRefusal::PictureUnreadable
        | FileRefusal::PictureTooLarge => StatusCode::UNPROCESSABLE_ENTITY,
        FileRefusal::NotYours
        | FileRefusal::NotOperators
        | FileRefusal::ProvidersDeliver
        | FileRefusal::ProvidersAdvertise => StatusCode::FORBIDDEN,
        FileRefusal::TooManyLoose => StatusCode::TOO_MANY_REQUESTS,
        FileRefusal::AlreadyAttached | FileRefusal::Gone | FileRefusal::SentForOther => {
            StatusCode::CONFLICT
        }
    }
}

fn tender_status(refusal: &TenderRefusal) -> StatusCode {
    match refusal {
        TenderRefusal::ClientAccountRequired
        | TenderRefusal::NotYours
        | TenderRefusal::ProvidersOnly
        | TenderRefusal::SubscriptionRequired => StatusCode::FORBIDDEN,
        TenderRefusal::TooManyPublished { .. } => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::CONFLICT,
    }
}

fn need_status(refusal: NeedRefusal) -> StatusCode {
    match refusal {
        NeedRefusal::ClientsOnly => StatusCode::FORBIDDEN,
        NeedRefusal::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        NeedRefusal::NobodyFits | NeedRefusal::ChoiceOutdated => StatusCode::CONFLICT,
    }
}

fn offer_status(refusal: OfferRefusal) -> StatusCode {
    match refusal {
        OfferRefusal::ProvidersOnly
        | OfferRefusal::OrganizationClosed
        | OfferRefusal::PlanRequired
        | OfferRefusal::NotMatching
        | OfferRefusal::ProviderDecides
        | OfferRefusal::ProviderOffers
        | OfferRefusal::ClientDecides => StatusCode::FORBIDDEN,
        _ => StatusCode::CONFLICT,
    }
}
