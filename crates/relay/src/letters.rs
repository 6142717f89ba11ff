//! Who is told of what: one arm for every fact, so that a new one cannot be forgotten.

mod accounts;
mod campaigns;
mod choices;
mod contact_messages;
mod conversations;
mod disputes;
mod invoices;
mod lapses;
mod members;
mod missions;
mod money;
mod offers;
mod orders;
mod organizations;
mod quote_requests;
mod reviews;
mod tenders;

use estrade_db::{
    Error, Tx,
    facts::{Recorded, Waiting},
};
use estrade_domain::{
    facts::Fact, language::Language, offers::EndReason, tenders::CloseReason, world::Instant,
};

use crate::desk::Desk;

/// How far telling a fact came in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Everyone was told.
    Done,
    /// Those up to this one; the next transaction goes on after it.
    After(String),
    /// Nobody yet: whom it concerns was mailed enough. It is told at this moment.
    NotBefore(Instant),
}

/// Tells those whom a fact concerns, or the next of them when they are many.
pub(crate) fn relay(
    tx: &mut Tx<'_>,
    url: &str,
    waiting: &Waiting,
    recorded: &Recorded,
) -> Result<Progress, Error> {
    let desk = &mut Desk { tx, url, recorded };
    match &recorded.fact {
        Fact::TenderPublished { tender, .. } => tenders::published(desk, waiting, *tender),
        Fact::TenderRevised { tender, added, moved_to, .. } => {
            tenders::revised(desk, waiting, *tender, added, moved_to.as_deref())
        }
        Fact::MemberInvited { invitation, organization } => {
            members::invited(desk, *invitation, *organization)
        }
        fact => tell(desk, fact).map(|()| Progress::Done),
    }
}

#[expect(clippy::too_many_lines, reason = "a table: one arm for every fact")]
fn tell(desk: &mut Desk<'_, '_>, fact: &Fact) -> Result<(), Error> {
    match fact {
        Fact::AccountRegistered { account, back, .. }
        | Fact::ActivationRequested { account, back } => {
            accounts::activation(desk, *account, back.as_deref())
        }
        Fact::RegistrationRepeated { account } => accounts::registration_repeated(desk, *account),
        Fact::AccountActivated { account, organization } => {
            accounts::welcome(desk, *account, *organization)
        }
        Fact::PasswordResetRequested { account } => accounts::password_reset(desk, *account),
        Fact::PasswordChanged { account } => accounts::password_changed(desk, *account),
        Fact::SessionCompromised { account, .. } => accounts::session_compromised(desk, *account),
        Fact::ApiKeyCreated { account, .. } => accounts::api_key_created(desk, *account),
        Fact::ApiKeyRevoked { account, .. } => accounts::api_key_revoked(desk, *account),
        Fact::OrganizationClosed { organization, .. } => accounts::closed(desk, *organization),
        Fact::PlanGranted { organization, plan, until_ms } => {
            organizations::plan_granted(desk, *organization, plan, *until_ms)
        }
        Fact::PlanLapsed { organization } => organizations::plan_lapsed(desk, *organization),
        Fact::MemberJoined { account, organization } => {
            members::joined(desk, *account, *organization)
        }
        Fact::OperatorNamed { account, .. } => accounts::operator_named(desk, *account),
        Fact::MemberRoleChanged { account, organization, role } => {
            members::role_changed(desk, *account, *organization, role)
        }
        Fact::MemberRemoved { account, organization } => {
            members::removed(desk, *account, *organization)
        }
        Fact::DeletionRequested { request, organization } => {
            organizations::deletion_requested(desk, *request, *organization)
        }
        Fact::DeletionWithdrawn { organization, .. } => {
            organizations::deletion_withdrawn(desk, *organization)
        }
        Fact::ContactMessageSent { message } => contact_messages::sent(desk, *message),
        Fact::ContactMessageAnswered { message } => contact_messages::answered(desk, *message),
        Fact::TenderPast { tender, .. } => lapses::past(desk, *tender),
        Fact::TenderLapsed { tender, .. } => lapses::lapsed(desk, *tender),
        Fact::MissionsOverdue { tender, .. } => lapses::missions_overdue(desk, *tender),
        Fact::OfferSent { bid } => offers::sent(desk, bid),
        Fact::OfferRevised { bid, was_chosen: false, .. } => offers::revised(desk, bid),
        Fact::OfferReconfirmed { bid } => offers::reconfirmed(desk, bid),
        Fact::OfferWithdrawn { bid, was_chosen: false } => offers::withdrawn(desk, bid),
        Fact::OfferExpired { bid, was_chosen: false } => offers::expired(desk, bid),
        Fact::OfferEnded { bid, reason, was_chosen } => {
            offers::ended(desk, bid, EndReason::from_word(reason), *was_chosen)
        }
        Fact::LotChosen { bid } => choices::chosen(desk, bid),
        Fact::ChoiceReminded { bid } => choices::reminded(desk, bid),
        Fact::ChoiceWithdrawn { bid } => choices::choice_withdrawn(desk, bid),
        Fact::ChoiceExpired { bid } => choices::choice_expired(desk, bid),
        Fact::ChoiceCancelled { bid, reason } => choices::choice_cancelled(desk, bid, reason),
        Fact::LotDeclined { bid, reason } => choices::declined(desk, bid, reason),
        Fact::LotConfirmed { bid } => missions::confirmed(desk, bid),
        Fact::LotCompleted { bid } => missions::completed(desk, bid),
        Fact::MissionEnded { bid, .. } => missions::ended_by_operator(desk, bid),
        Fact::ReviewPublished { review, provider, .. } => {
            reviews::published(desk, *review, *provider)
        }
        Fact::ReviewAnswered { review, client, provider, .. } => {
            reviews::answered(desk, *review, *client, *provider)
        }
        Fact::ConversationOpened { conversation, message, client, provider } => {
            conversations::opened(desk, *conversation, *message, (*client, *provider))
        }
        Fact::ConversationDeclined { conversation, message, client, provider } => {
            conversations::declined(desk, *conversation, *message, (*client, *provider))
        }
        Fact::ConversationAssigned { conversation, provider, assignee: Some(assignee) } => {
            conversations::assigned(desk, *conversation, *provider, *assignee)
        }
        Fact::MessagesUnread { account, conversations } => {
            conversations::unread(desk, *account, conversations)
        }
        Fact::QuoteRequestSent { quote }
        | Fact::QuoteRequestDeclined { quote, .. }
        | Fact::QuoteRequestWithdrawn { quote }
        | Fact::QuoteRequestExpired { quote }
        | Fact::QuoteRequestEnded { quote, .. } => quote_requests::tell(desk, quote, fact),
        Fact::CustomOfferSent { pact }
        | Fact::CustomOfferRevised { pact, .. }
        | Fact::CustomOfferWithdrawn { pact }
        | Fact::CustomOfferDeclined { pact, .. }
        | Fact::CustomOfferExpired { pact }
        | Fact::CustomOfferEnded { pact, .. } => orders::offer(desk, pact, fact),
        Fact::OrderPlaced { job }
        | Fact::RequirementsGiven { job }
        | Fact::OrderStarted { job, .. }
        | Fact::OrderDelivered { job, .. }
        | Fact::RevisionRequested { job, .. }
        | Fact::MilestoneAccepted { job, .. }
        | Fact::DeliveryReminded { job, .. }
        | Fact::OrderCompleted { job }
        | Fact::OrderStopped { job, .. }
        | Fact::OrderCancelled { job, .. }
        | Fact::PaymentDue { job, .. }
        | Fact::MilestoneFunded { job, .. }
        | Fact::WeeklyHoursChanged { job, .. } => orders::order(desk, job, fact),
        Fact::DisputeOpened { quarrel, .. }
        | Fact::DisputeSaid { quarrel }
        | Fact::DisputeProposed { quarrel, .. }
        | Fact::DisputeAgreed { quarrel, .. }
        | Fact::DisputeClosed { quarrel }
        | Fact::DisputeEscalated { quarrel }
        | Fact::DisputeRuled { quarrel, .. }
        | Fact::DisputeEnded { quarrel } => disputes::tell(desk, quarrel, fact),
        Fact::PaymentRefused { payment, payer }
        | Fact::PaymentReturned { payment, payer } => money::payment(desk, *payment, *payer, fact),
        Fact::DisputeRulingDrafted { quarrel, .. } => disputes::second_person(desk, quarrel, fact),
        Fact::LedgerStopped { reason } => money::ledger_stopped(desk, reason),
        Fact::RefundSettled { leaving }
        | Fact::RefundFailed { leaving }
        | Fact::PayoutSettled { leaving }
        | Fact::PayoutFailed { leaving } => money::leaving(desk, leaving, fact),
        Fact::CampaignPaid { campaign, .. } => campaigns::paid(desk, *campaign),
        Fact::CampaignStopped { campaign, reason, .. } => {
            campaigns::stopped(desk, *campaign, reason)
        }
        Fact::CampaignEnded { campaign, .. } => campaigns::ended(desk, *campaign),
        Fact::InvoiceIssued { invoice, .. } => invoices::issued(desk, *invoice),
        Fact::InvoicingMandateGiven { provider, .. } => invoices::mandate_given(desk, *provider),
        Fact::InvoicingMandateRevoked { provider, .. } => {
            invoices::mandate_revoked(desk, *provider)
        }
        // The order that came to nothing is told.
        Fact::MissionCalledOff { .. }
        // Told elsewhere: batch by batch, when the invited may be mailed, to each whose offer ends with its
        // tender, to each whose account is closed with its party.
        | Fact::TenderPublished { .. }
        // The offer that answers it is told.
        | Fact::QuoteRequestAnswered { .. }
        // What happens to a chosen offer is told once, with the choice that it takes down.
        | Fact::OfferRevised { was_chosen: true, .. }
        | Fact::OfferWithdrawn { was_chosen: true, .. }
        | Fact::OfferExpired { was_chosen: true, .. }
        // Each of those who got it hears of the message itself.
        | Fact::NeedSent { .. }
        // The inbox counts them; the first one and the hourly summary are told above.
        | Fact::MessageSent { .. }
        // Told in the thread, and to whoever tries to write. What a block closes is told offer by offer.
        | Fact::ConversationBlocked { .. }
        | Fact::ConversationUnblocked { .. }
        | Fact::TenderRevised { .. }
        | Fact::MemberInvited { .. }
        | Fact::AccountClosed { .. }
        | Fact::TenderClosed { .. }
        // The order that it ends is told to both.
        | Fact::PaymentTakenBack { .. }
        // The two see it where they see the dispute.
        | Fact::DisputeRead { .. }
        // The plan that it bought is told.
        | Fact::PlanPaid { .. }
        // Told once it arrived.
        | Fact::PayoutStarted { .. }
        | Fact::RefundRetried { .. }
        | Fact::PaymentAsked { .. }
        | Fact::PayoutAccountSet { .. }
        | Fact::LedgerResumed { .. }
        // Who did it knows.
        | Fact::ContactMessageDismissed { .. }
        | Fact::CampaignCreated { .. }
        | Fact::CampaignUpdated { .. }
        | Fact::CampaignDeleted { .. }
        | Fact::ChargingStopped { .. }
        // The client reads its hours once their sheet is sent.
        | Fact::HoursLogged { .. }
        | Fact::HoursRemoved { .. }
        // For the log alone. Whoever was erased has no address left.
        | Fact::SessionEnded { .. }
        | Fact::ActivationMissed { .. }
        | Fact::PasswordResetMissed { .. }
        | Fact::OrganizationUpdated { .. }
        // What a provider does to its own shelf it sees at once.
        | Fact::OrganizationPaused { .. }
        | Fact::OrganizationResumed { .. }
        | Fact::FileSent { .. }
        // The delivery itself is told; its page shows the rest as it comes.
        | Fact::FilesDelivered { .. }
        | Fact::DeliveryPreviewed { .. }
        | Fact::ServiceCreated { .. }
        | Fact::ServiceUpdated { .. }
        | Fact::ServicePublished { .. }
        | Fact::ServicePaused { .. }
        | Fact::ServiceResumed { .. }
        | Fact::ServiceDeleted { .. }
        | Fact::ConversationAssigned { assignee: None, .. }
        | Fact::ConversationTagged { .. }
        | Fact::ConversationUntagged { .. }
        | Fact::TagCreated { .. }
        | Fact::TagUpdated { .. }
        | Fact::TagDeleted { .. }
        | Fact::DeletionCarriedOut { .. }
        | Fact::TermsRuleSet { .. }
        | Fact::BarAdded { .. }
        | Fact::BarRemoved { .. }
        | Fact::MailRetried { .. } => Ok(()),
    }
}

/// « , faute de prestataire qui convienne »; empty when it is not known.
fn closing_reason(language: Language, reason: Option<CloseReason>) -> &'static str {
    match reason {
        None => "",
        Some(CloseReason::NoSuitableProvider) => {
            language.pick(" faute de prestataire qui lui convienne", " because no provider suited")
        }
        Some(CloseReason::EventCancelled) => {
            language.pick(" parce que l’événement est annulé", " because the event is cancelled")
        }
        Some(CloseReason::EventPast) => {
            language.pick(", sa date étant passée", " because its day is over")
        }
        Some(CloseReason::AccountClosed) => {
            language.pick(" parce que son compte est fermé", " because their account is closed")
        }
    }
}
