//! The log of decisions: what happened, in the words of the trade, never with a secret or an address.
//!
//! Each fact is recorded in the transaction of its decision. The relay reads them afterwards: mails and
//! notices come from here, and so do live events and the news of a conversation.

mod access;
mod corners;
mod news;
mod parties;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::{
    access::Access,
    corners::{Bid, Job, Pact, Quote},
    news::{About, News},
};

use crate::ids::{
    AccountId, ApiKeyId, BarId, CampaignId, ContactMessageId, ConversationId, DeletionRequestId,
    DeliveryId, EntryId, FileId, InvitationId, InvoiceId, MailId, MandateId, NeedId, OfferId,
    OrganizationId, PaymentId, ReviewId, ServiceId, SessionId, TagId, TenderId,
};
use crate::{
    disputes::{Quarrel, WayOut},
    money::Money,
    outgoings::Leaving,
};

macro_rules! facts {
    ($($(#[$doc:meta])* $variant:ident = $kind:literal { $($field:ident: $type:ty),* $(,)? } about $subject:ident,)+) => {
        /// Something that happened.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Fact {
            $($(#[$doc])* #[serde(rename = $kind)] $variant {
                $(#[doc = stringify!($field)] $field: $type,)*
            },)+
        }

        impl Fact {
            /// Its stable name, `thing.happened`.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $kind,)+
                }
            }

            /// The id of the thing it is about.
            #[must_use]
            pub fn subject(&self) -> String {
                match self {
                    $(Self::$variant { $subject, .. } => $subject.to_string(),)+
                }
            }
        }
    };
}

facts! {
    /// Someone registered: the activation link is to be mailed. It leads `back` to the page that asked to register.
    AccountRegistered = "account.registered" { account: AccountId, organization: OrganizationId, back: Option<String> } about account,
    /// Someone asked for the activation link again.
    ActivationRequested = "account.activation_requested" { account: AccountId, back: Option<String> } about account,
    /// Someone asked for the activation link with an address that waits for none: `state` is where its account
    /// stands, `unknown` without one. Recorded like a match, so that both cost the same.
    ActivationMissed = "account.activation_missed" { state: String } about state,
    /// Someone registered with the address of this account: its holder is told, the visitor is not.
    RegistrationRepeated = "account.registration_repeated" { account: AccountId } about account,
    /// The link of the confirmation mail was opened.
    AccountActivated = "account.activated" { account: AccountId, organization: OrganizationId } about account,
    /// A matching pair of handle and address asked for a new password.
    PasswordResetRequested = "account.password_reset_requested" { account: AccountId } about account,
    /// Someone asked for a new password with a pair that matches no active account. Recorded like a
    /// match, so that both cost the same; the operator sees who is being tried.
    PasswordResetMissed = "account.password_reset_missed" { handle: String } about handle,
    /// The password was changed.
    PasswordChanged = "account.password_changed" { account: AccountId } about account,
    /// A refresh token came twice: the session was revoked.
    SessionCompromised = "session.compromised" { session: SessionId, account: AccountId } about session,
    /// An integrator's key was made.
    ApiKeyCreated = "api_key.created" { api_key: ApiKeyId, account: AccountId } about api_key,
    /// An integrator's key was revoked.
    ApiKeyRevoked = "api_key.revoked" { api_key: ApiKeyId, account: AccountId } about api_key,
    /// An account was closed with its organization. Only old entries of the log say it for each account.
    AccountClosed = "account.closed" { account: AccountId, organization: OrganizationId, reason: String } about account,
    /// The operator closed an organization with all its accounts: their people are to be told.
    OrganizationClosed = "organization.closed" { organization: OrganizationId, reason: String } about organization,
    /// The sheet of an organization changed.
    OrganizationUpdated = "organization.updated" { organization: OrganizationId } about organization,
    /// A provider goes on leave: its services are off the shelf and no tender is told to it.
    OrganizationPaused = "organization.paused" { organization: OrganizationId } about organization,
    /// It is back.
    OrganizationResumed = "organization.resumed" { organization: OrganizationId } about organization,
    /// A provider subscribed to a plan, or the operator granted it.
    PlanGranted = "organization.plan_granted" { organization: OrganizationId, plan: String, until_ms: Option<i64> } about organization,
    /// A paid plan ended: the organization is on FREE again.
    PlanLapsed = "organization.plan_lapsed" { organization: OrganizationId } about organization,
    /// Someone was invited to an organization: the link is to be mailed.
    MemberInvited = "member.invited" { invitation: InvitationId, organization: OrganizationId } about invitation,
    /// Someone accepted an invitation.
    MemberJoined = "member.joined" { account: AccountId, organization: OrganizationId } about account,
    /// A member's role changed.
    MemberRoleChanged = "member.role_changed" { account: AccountId, organization: OrganizationId, role: String } about account,
    /// A member left an organization.
    MemberRemoved = "member.removed" { account: AccountId, organization: OrganizationId } about account,
    /// An owner asked for deletion.
    DeletionRequested = "deletion.requested" { request: DeletionRequestId, organization: OrganizationId } about request,
    /// It thought better of it.
    DeletionWithdrawn = "deletion.withdrawn" { request: DeletionRequestId, organization: OrganizationId } about request,
    /// The operator carried the deletion out.
    DeletionCarriedOut = "deletion.carried_out" { request: DeletionRequestId, organization: OrganizationId } about request,
    /// Whoever has the server made this account an operator's, or gave it its access again.
    OperatorNamed = "operator.named" { account: AccountId, organization: OrganizationId } about account,
    /// The operator barred an identifier.
    BarAdded = "bar.added" { bar: BarId } about bar,
    /// The operator lifted a bar.
    BarRemoved = "bar.removed" { bar: BarId } about bar,
    /// Someone wrote to those who run the marketplace.
    ContactMessageSent = "contact_message.sent" { message: ContactMessageId } about message,
    /// The operator answered: the answer is to be mailed.
    ContactMessageAnswered = "contact_message.answered" { message: ContactMessageId } about message,
    /// The operator closed a message without an answer.
    ContactMessageDismissed = "contact_message.dismissed" { message: ContactMessageId } about message,
    /// The operator has a mail that was given up tried again.
    MailRetried = "mail.retried" { mail: MailId } about mail,
    /// A tender was published: matching providers are to be told.
    TenderPublished = "tender.published" { tender: TenderId, client: OrganizationId } about tender,
    /// A published tender changed: those who made an offer are to re-confirm. Those who match the trades that
    /// were added, or the département it moved to, are to be told of it.
    TenderRevised = "tender.revised" { tender: TenderId, client: OrganizationId, revision: i32, added: Vec<String>, moved_to: Option<String> } about tender,
    /// A tender was closed.
    TenderClosed = "tender.closed" { tender: TenderId, client: OrganizationId, reason: String } about tender,
    /// The event is over and lots are not ended: the client is told what is left to do.
    TenderPast = "tender.past" { tender: TenderId, client: OrganizationId } about tender,
    /// Lots that found no provider were closed after the event.
    TenderLapsed = "tender.lapsed" { tender: TenderId, client: OrganizationId } about tender,
    /// Missions are still in work some time after their event: the client is reminded.
    MissionsOverdue = "tender.missions_overdue" { tender: TenderId, client: OrganizationId } about tender,
    /// A provider applied to a lot.
    OfferSent = "offer.sent" { bid: Bid } about bid,
    /// A provider changed its offer.
    OfferRevised = "offer.revised" { bid: Bid, number: i32, was_chosen: bool } about bid,
    /// A provider holds to its offer after the tender changed.
    OfferReconfirmed = "offer.reconfirmed" { bid: Bid } about bid,
    /// A provider took its offer back.
    OfferWithdrawn = "offer.withdrawn" { bid: Bid, was_chosen: bool } about bid,
    /// An offer passed its date.
    OfferExpired = "offer.expired" { bid: Bid, was_chosen: bool } about bid,
    /// An offer is over without a decision about it: a word of `EndReason` says why.
    OfferEnded = "offer.ended" { bid: Bid, reason: String, was_chosen: bool } about bid,
    /// The client chose a provider: it is to confirm.
    LotChosen = "lot.chosen" { bid: Bid } about bid,
    /// Half of the time to confirm has passed.
    ChoiceReminded = "lot.choice_reminded" { bid: Bid } about bid,
    /// The client took its choice back.
    ChoiceWithdrawn = "lot.choice_withdrawn" { bid: Bid } about bid,
    /// The chosen provider did not answer in time.
    ChoiceExpired = "lot.choice_expired" { bid: Bid } about bid,
    /// A choice fell, though its client did not take it back: a word of `CancelReason` says why.
    ChoiceCancelled = "lot.choice_cancelled" { bid: Bid, reason: String } about bid,
    /// The chosen provider declined.
    LotDeclined = "lot.declined" { bid: Bid, reason: String } about bid,
    /// The chosen provider confirmed: the lot is in work.
    LotConfirmed = "lot.confirmed" { bid: Bid } about bid,
    /// The client ended the mission: it is asked for a review.
    LotCompleted = "lot.completed" { bid: Bid } about bid,
    /// Nothing came of a mission: its lot is open to the others again, or closed with its tender.
    MissionCalledOff = "lot.called_off" { bid: Bid } about bid,
    /// The operator ended a mission that its client could not or did not end.
    MissionEnded = "lot.ended" { bid: Bid, reason: String } about bid,
    /// The operator said where a kind of terms may be offered.
    TermsRuleSet = "terms_rule.set" { terms: String } about terms,
    /// A client asked what a service would cost it.
    QuoteRequestSent = "quote_request.sent" { quote: Quote } about quote,
    /// The provider made an offer for it.
    QuoteRequestAnswered = "quote_request.answered" { quote: Quote, offer: OfferId } about quote,
    /// The provider does not take it.
    QuoteRequestDeclined = "quote_request.declined" { quote: Quote, reason: String } about quote,
    /// The client took it back.
    QuoteRequestWithdrawn = "quote_request.withdrawn" { quote: Quote } about quote,
    /// Nobody answered in time.
    QuoteRequestExpired = "quote_request.expired" { quote: Quote } about quote,
    /// It is over without a decision about it: a word of `EndReason` says why.
    QuoteRequestEnded = "quote_request.ended" { quote: Quote, reason: String } about quote,
    /// A provider made a custom offer in a conversation.
    CustomOfferSent = "custom_offer.sent" { pact: Pact } about pact,
    /// It changed it: a new version.
    CustomOfferRevised = "custom_offer.revised" { pact: Pact, number: i32 } about pact,
    /// It took it back.
    CustomOfferWithdrawn = "custom_offer.withdrawn" { pact: Pact } about pact,
    /// The client does not want it.
    CustomOfferDeclined = "custom_offer.declined" { pact: Pact, reason: String } about pact,
    /// It passed its date.
    CustomOfferExpired = "custom_offer.expired" { pact: Pact } about pact,
    /// It is over without a decision about it: a word of `EndReason` says why.
    CustomOfferEnded = "custom_offer.ended" { pact: Pact, reason: String } about pact,
    /// The client accepted a custom offer: there is an order.
    OrderPlaced = "order.placed" { job: Job } about job,
    /// The client gave what the provider needs to begin.
    RequirementsGiven = "order.requirements_given" { job: Job } about job,
    /// The provider began a milestone.
    OrderStarted = "order.started" { job: Job, milestone: u32 } about job,
    /// The provider delivered a milestone.
    OrderDelivered = "order.delivered" { job: Job, milestone: u32, message: String } about job,
    /// The client asked for changes to what was delivered.
    RevisionRequested = "order.revision_requested" { job: Job, milestone: u32, message: String } about job,
    /// The client approved a milestone, or nobody looked at it in time: a word of `Approval`.
    MilestoneAccepted = "order.milestone_accepted" { job: Job, milestone: u32, approval: String } about job,
    /// A delivery waits for its client: so many days are left before it counts as accepted.
    DeliveryReminded = "order.delivery_reminded" { job: Job, milestone: u32, days_left: u32 } about job,
    /// Everything was delivered and approved.
    OrderCompleted = "order.completed" { job: Job } about job,
    /// One side ended a subscription or work by the hour: what has begun is delivered, nothing follows.
    OrderStopped = "order.stopped" { job: Job, reason: String } about job,
    /// An order was called off, by one side or because its time was over.
    OrderCancelled = "order.cancelled" { job: Job, reason: String } about job,
    /// The client is to pay a milestone, to be kept until it is accepted.
    PaymentDue = "order.payment_due" { job: Job, milestone: u32 } about job,
    /// The client no longer wants its card to be charged for the periods that follow.
    ChargingStopped = "payment.charging_stopped" { job: Job } about job,
    /// The payment of a milestone arrived and is kept.
    MilestoneFunded = "order.funded" { job: Job, milestone: u32 } about job,
    /// The client changed how many hours a week may have: at once, or from a Monday on.
    WeeklyHoursChanged = "order.weekly_hours_changed" { job: Job, hours: Option<u32>, from: Option<NaiveDate> } about job,
    /// The provider logged hours on a sheet.
    HoursLogged = "order.hours_logged" { job: Job, sheet: u32, minutes: u32 } about job,
    /// It took hours back that it had logged.
    HoursRemoved = "order.hours_removed" { job: Job, sheet: u32, minutes: u32 } about job,
    /// One side of a mission in work says that the other broke what was agreed.
    DisputeOpened = "dispute.opened" { quarrel: Quarrel, reason: String } about quarrel,
    /// Someone wrote in a dispute.
    DisputeSaid = "dispute.said" { quarrel: Quarrel } about quarrel,
    /// One side proposed a way out.
    DisputeProposed = "dispute.proposed" { quarrel: Quarrel, way_out: WayOut } about quarrel,
    /// The other side took it.
    DisputeAgreed = "dispute.agreed" { quarrel: Quarrel, way_out: WayOut } about quarrel,
    /// Its opener closed it.
    DisputeClosed = "dispute.closed" { quarrel: Quarrel } about quarrel,
    /// The operator is to rule, and may read what the two wrote to each other.
    DisputeEscalated = "dispute.escalated" { quarrel: Quarrel } about quarrel,
    /// The operator read what the two wrote to each other.
    DisputeRead = "dispute.read" { quarrel: Quarrel } about quarrel,
    /// The operator ruled, and a second person of its is to confirm it: the two sides do not hear of it yet.
    DisputeRulingDrafted = "dispute.ruling_drafted" { quarrel: Quarrel, way_out: WayOut } about quarrel,
    /// The operator ruled.
    DisputeRuled = "dispute.ruled" { quarrel: Quarrel, way_out: WayOut, ruling: String } about quarrel,
    /// The mission came to an end in another way.
    DisputeEnded = "dispute.ended" { quarrel: Quarrel } about quarrel,
    /// Someone is to pay; the payment provider is to be told.
    PaymentAsked = "payment.asked" { payment: PaymentId, payer: OrganizationId } about payment,
    /// The payer's bank refused.
    PaymentRefused = "payment.refused" { payment: PaymentId, payer: OrganizationId } about payment,
    /// A payment arrived that is no longer needed, or another amount than was asked for: it goes back.
    PaymentReturned = "payment.returned" { payment: PaymentId, payer: OrganizationId } about payment,
    /// A plan was paid for.
    PlanPaid = "plan.paid" { payment: PaymentId, payer: OrganizationId } about payment,
    /// A provider began a campaign.
    CampaignCreated = "campaign.created" { campaign: CampaignId, provider: OrganizationId } about campaign,
    /// A campaign says something else.
    CampaignUpdated = "campaign.updated" { campaign: CampaignId, provider: OrganizationId } about campaign,
    /// A campaign was deleted before it was paid.
    CampaignDeleted = "campaign.deleted" { campaign: CampaignId, provider: OrganizationId } about campaign,
    /// A campaign was paid: its banner is shown on its days.
    CampaignPaid = "campaign.paid" { campaign: CampaignId, payment: PaymentId, provider: OrganizationId } about campaign,
    /// The banner of a campaign is shown no more: the operator says why; nobody does when its provider is gone, or its
    /// payment was taken back.
    CampaignStopped = "campaign.stopped" { campaign: CampaignId, provider: OrganizationId, reason: String } about campaign,
    /// The days of a campaign are over.
    CampaignEnded = "campaign.ended" { campaign: CampaignId, provider: OrganizationId } about campaign,
    /// The payer's bank took a payment back.
    PaymentTakenBack = "payment.taken_back" { payment: PaymentId, payer: OrganizationId, amount: Money } about payment,
    /// A refund arrived.
    RefundSettled = "refund.settled" { leaving: Leaving } about leaving,
    /// A refund did not arrive: the operator sees to it.
    RefundFailed = "refund.failed" { leaving: Leaving } about leaving,
    /// The operator sent a refund off again that had not arrived.
    RefundRetried = "refund.retried" { leaving: Leaving } about leaving,
    /// What a provider earned is on its way.
    PayoutStarted = "payout.started" { leaving: Leaving } about leaving,
    /// It arrived.
    PayoutSettled = "payout.settled" { leaving: Leaving } about leaving,
    /// It did not arrive, and is owed again.
    PayoutFailed = "payout.failed" { leaving: Leaving } about leaving,
    /// A provider said where its money is to go.
    PayoutAccountSet = "payout_account.set" { organization: OrganizationId } about organization,
    /// The books do not hold: no money moves until someone looked.
    LedgerStopped = "ledger.stopped" { reason: String } about reason,
    /// Someone looked, and money moves again.
    LedgerResumed = "ledger.resumed" { reason: String } about reason,
    /// The client reviewed the mission.
    ReviewPublished = "review.published" { review: ReviewId, client: OrganizationId, provider: OrganizationId } about review,
    /// The provider answered a review.
    ReviewAnswered = "review.answered" { review: ReviewId, client: OrganizationId, provider: OrganizationId } about review,
    /// A provider began a service.
    ServiceCreated = "service.created" { service: ServiceId, provider: OrganizationId } about service,
    /// A service says something else.
    ServiceUpdated = "service.updated" { service: ServiceId, provider: OrganizationId } about service,
    /// Clients find a service from now on.
    ServicePublished = "service.published" { service: ServiceId, provider: OrganizationId } about service,
    /// A service was taken off the shelf for a while.
    ServicePaused = "service.paused" { service: ServiceId, provider: OrganizationId } about service,
    /// It was put back.
    ServiceResumed = "service.resumed" { service: ServiceId, provider: OrganizationId } about service,
    /// A service was deleted.
    ServiceDeleted = "service.deleted" { service: ServiceId, provider: OrganizationId } about service,
    /// Someone sent a file; it hangs on nothing yet.
    FileSent = "file.sent" { file: FileId, organization: OrganizationId } about file,
    /// A client wrote to a provider for the first time.
    ConversationOpened = "conversation.opened" { conversation: ConversationId, message: EntryId, client: OrganizationId, provider: OrganizationId } about conversation,
    /// A client described what it needs, and so many providers got it; each has its own message.
    NeedSent = "need.sent" { need: NeedId, client: OrganizationId, recipients: usize } about need,
    /// One side of a conversation wrote to the other; `contacts` counts the addresses and numbers in what it wrote.
    MessageSent = "message.sent" { message: EntryId, conversation: ConversationId, client: OrganizationId, provider: OrganizationId, contacts: usize } about conversation,
    /// The provider answered that it cannot take what the client asks for.
    ConversationDeclined = "conversation.declined" { conversation: ConversationId, message: EntryId, client: OrganizationId, provider: OrganizationId } about conversation,
    /// The provider no longer wants to hear from the client.
    ConversationBlocked = "conversation.blocked" { conversation: ConversationId, client: OrganizationId, provider: OrganizationId } about conversation,
    /// The client can write to the provider again.
    ConversationUnblocked = "conversation.unblocked" { conversation: ConversationId, client: OrganizationId, provider: OrganizationId } about conversation,
    /// Someone of the provider's team sees to a conversation from now on, or nobody in particular.
    ConversationAssigned = "conversation.assigned" { conversation: ConversationId, provider: OrganizationId, assignee: Option<AccountId> } about conversation,
    /// A conversation carries a tag from now on.
    ConversationTagged = "conversation.tagged" { conversation: ConversationId, provider: OrganizationId, tag: TagId } about conversation,
    /// A conversation no longer carries a tag.
    ConversationUntagged = "conversation.untagged" { conversation: ConversationId, provider: OrganizationId, tag: TagId } about conversation,
    /// A provider made a tag.
    TagCreated = "tag.created" { tag: TagId, provider: OrganizationId } about tag,
    /// A tag has another name or colour, in every conversation that carries it.
    TagUpdated = "tag.updated" { tag: TagId, provider: OrganizationId } about tag,
    /// A tag is gone from every conversation that carried it.
    TagDeleted = "tag.deleted" { tag: TagId, provider: OrganizationId } about tag,
    /// Messages of the last hour are still unread: this person gets one summary of these conversations.
    MessagesUnread = "message.unread" { account: AccountId, conversations: Vec<ConversationId> } about account,
    /// What came with a delivery: its files, each with the SHA-256 that its row keeps.
    FilesDelivered = "delivery.files_delivered" { delivery: DeliveryId, job: Job, milestone: u32, files: Vec<FileId> } about delivery,
    /// The marked previews of a delivery's files are drawn, as far as they can be.
    DeliveryPreviewed = "delivery.previewed" { delivery: DeliveryId, job: Job } about delivery,
    /// An invoice or a credit note was issued: to a client in its provider's name, or to a provider.
    InvoiceIssued = "invoice.issued" { invoice: InvoiceId, number: String, client: Option<OrganizationId>, provider: Option<OrganizationId> } about invoice,
    /// A provider has its invoices issued in its name from now on.
    InvoicingMandateGiven = "invoicing_mandate.given" { mandate: MandateId, provider: OrganizationId, text_version: String } about mandate,
    /// A provider issues its invoices itself again.
    InvoicingMandateRevoked = "invoicing_mandate.revoked" { mandate: MandateId, provider: OrganizationId } about mandate,
    /// Someone signed out, or ended one of its sessions from another.
    SessionEnded = "session.ended" { session: SessionId, account: AccountId } about session,
}

impl Fact {
    /// The word that says why it came, where it has one.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::OfferEnded { reason, .. }
            | Self::ChoiceCancelled { reason, .. }
            | Self::CustomOfferEnded { reason, .. }
            | Self::QuoteRequestEnded { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// The offer and the lot that it is about.
    #[must_use]
    pub fn bid(&self) -> Option<&Bid> {
        match self {
            Self::OfferSent { bid }
            | Self::OfferRevised { bid, .. }
            | Self::OfferReconfirmed { bid }
            | Self::OfferWithdrawn { bid, .. }
            | Self::OfferExpired { bid, .. }
            | Self::LotChosen { bid }
            | Self::ChoiceReminded { bid }
            | Self::ChoiceWithdrawn { bid }
            | Self::ChoiceExpired { bid }
            | Self::ChoiceCancelled { bid, .. }
            | Self::OfferEnded { bid, .. }
            | Self::LotDeclined { bid, .. }
            | Self::LotConfirmed { bid }
            | Self::LotCompleted { bid }
            | Self::MissionCalledOff { bid }
            | Self::MissionEnded { bid, .. } => Some(bid),
            _ => None,
        }
    }
}
