//! Whom a fact concerns: who may read it in the log follows from here.

use super::Fact;
use crate::ids::OrganizationId;

impl Fact {
    /// The client and the provider it concerns, for those who may read it.
    #[must_use]
    pub fn parties(&self) -> (Option<OrganizationId>, Option<OrganizationId>) {
        match self {
            Self::ReviewPublished { client, provider, .. }
            | Self::ReviewAnswered { client, provider, .. }
            | Self::ConversationOpened { client, provider, .. }
            | Self::ConversationDeclined { client, provider, .. }
            | Self::ConversationBlocked { client, provider, .. }
            | Self::ConversationUnblocked { client, provider, .. }
            | Self::MessageSent { client, provider, .. } => (Some(*client), Some(*provider)),
            Self::ServiceCreated { provider, .. }
            | Self::ServiceUpdated { provider, .. }
            | Self::ServicePublished { provider, .. }
            | Self::ServicePaused { provider, .. }
            | Self::ServiceResumed { provider, .. }
            | Self::ServiceDeleted { provider, .. }
            // How a provider sorts its conversations is no business of its clients.
            | Self::ConversationAssigned { provider, .. }
            | Self::ConversationTagged { provider, .. }
            | Self::ConversationUntagged { provider, .. }
            | Self::TagCreated { provider, .. }
            | Self::TagUpdated { provider, .. }
            | Self::TagDeleted { provider, .. }
            | Self::CampaignCreated { provider, .. }
            | Self::CampaignUpdated { provider, .. }
            | Self::CampaignDeleted { provider, .. }
            | Self::CampaignPaid { provider, .. }
            | Self::CampaignStopped { provider, .. }
            | Self::CampaignEnded { provider, .. }
            | Self::InvoicingMandateGiven { provider, .. }
            | Self::InvoicingMandateRevoked { provider, .. } => (None, Some(*provider)),
            Self::InvoiceIssued { client, provider, .. } => (*client, *provider),
            // Whoever got it has the message; nobody learns who else did.
            Self::NeedSent { client, .. }
            | Self::TenderPublished { client, .. }
            | Self::TenderRevised { client, .. }
            | Self::TenderPast { client, .. }
            | Self::TenderLapsed { client, .. }
            | Self::MissionsOverdue { client, .. }
            | Self::TenderClosed { client, .. } => (Some(*client), None),
            Self::DisputeOpened { quarrel, .. }
            | Self::DisputeSaid { quarrel }
            | Self::DisputeProposed { quarrel, .. }
            | Self::DisputeAgreed { quarrel, .. }
            | Self::DisputeClosed { quarrel }
            | Self::DisputeEscalated { quarrel }
            | Self::DisputeRead { quarrel }
            | Self::DisputeRuled { quarrel, .. }
            | Self::DisputeEnded { quarrel } => (Some(quarrel.client), Some(quarrel.provider)),
            // A client pays missions, a provider plans: each hears of its own.
            Self::PaymentAsked { payer, .. }
            | Self::PaymentRefused { payer, .. }
            | Self::PaymentReturned { payer, .. }
            | Self::PlanPaid { payer, .. }
            | Self::PaymentTakenBack { payer, .. } => (Some(*payer), None),
            Self::RefundSettled { leaving }
            | Self::RefundFailed { leaving }
            | Self::RefundRetried { leaving } => {
                (Some(leaving.organization), None)
            }
            Self::PayoutStarted { leaving }
            | Self::PayoutSettled { leaving }
            | Self::PayoutFailed { leaving } => (None, Some(leaving.organization)),
            Self::ChargingStopped { job } => (Some(job.client), None),
            Self::PayoutAccountSet { organization } => (None, Some(*organization)),
            Self::QuoteRequestAnswered { quote, .. } => (Some(quote.client), Some(quote.provider)),
            Self::FilesDelivered { job, .. }
            | Self::DeliveryPreviewed { job, .. }
            | Self::HoursLogged { job, .. }
            | Self::HoursRemoved { job, .. } => {
                (Some(job.client), Some(job.provider))
            }
            _ => self.news().map_or((None, None), |news| (Some(news.client), Some(news.provider))),
        }
    }
}
