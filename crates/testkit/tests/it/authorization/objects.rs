//! The kinds of things that the rules are about.

/// What a rule is about. The client owns it, the provider is its counterpart, unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    /// Nothing: a list, or one's own account.
    None,
    /// A tender that is not published.
    Draft,
    /// A published tender.
    Tender,
    /// Its lot, without an offer.
    OpenLot,
    /// A lot with the provider's offer.
    LotWithOffer,
    /// A lot whose choice waits.
    ChosenLot,
    /// A lot in work.
    LotInWork,
    /// A lot that is done.
    LotDone,
    /// The provider's offer.
    Offer,
    /// The provider's offer after the tender changed.
    OfferToReconfirm,
    /// The provider's offer, chosen.
    ChosenOffer,
    /// A published service of the provider.
    Service,
    /// A draft of a service of the provider.
    ServiceDraft,
    /// A service of the provider that is off the shelf.
    PausedService,
    /// What the client and the provider say to each other.
    Conversation,
    /// What the client needs of a service of the provider.
    QuoteRequest,
    /// A file of the client's that hangs on nothing.
    LooseFile,
    /// A file that the client sent to the provider.
    Attachment,
    /// A photo of a service in the catalogue.
    Photo,
    /// A photo of a draft of the provider's.
    PhotoOfDraft,
    /// What the client needs, handed to the provider.
    Need,
    /// The provider's custom offer to the client.
    CustomOffer,
    /// The client's order, which the provider works on.
    Order,
    /// The client's order by the hour.
    HourlyOrder,
    /// Hours that the provider logged on such an order.
    LoggedHours,
    /// The client's order, for which it is to answer questions.
    OrderAwaiting,
    /// The client's order, delivered.
    OrderDelivered,
    /// Such an order, of a subscription whose first period is under way.
    SubscriptionOrder,
    /// Such an order, delivered and accepted.
    OrderCompleted,
    /// The client's order with kept funds, to be paid.
    OrderToPay,
    /// Such an order, paid.
    OrderPaid,
    /// The client's payment, open.
    Payment,
    /// The client's payment, whose bank asks.
    PaymentAsked,
    /// A campaign of the provider's, to be paid.
    Campaign,
    /// Such a campaign, paid and running.
    PaidCampaign,
    /// The plan that is sold.
    PaidPlan,
    /// The client's dispute about an order.
    Dispute,
    /// Such a dispute, to which the provider proposed a way out.
    DisputeProposed,
    /// Such a dispute, to which the operator was called.
    DisputeEscalated,
    /// A tag of the provider.
    Tag,
    /// Such a tag on what the client and the provider say to each other.
    TagOnConversation,
    /// A review of the client about the provider.
    Review,
    /// A session of the client.
    Session,
    /// An API key of the client.
    ApiKey,
    /// The client's own account.
    Member,
    /// An invitation of the client.
    Invitation,
    /// A deletion request of the client.
    DeletionRequest,
    /// A notice of the client.
    Notice,
    /// A mail of the instance.
    Mail,
    /// A refund of the client that did not arrive.
    RefundFailed,
    /// One that no mail server took.
    MailGivenUp,
    /// The provider by its handle.
    Provider,
    /// A provider that has just registered, for what only the operator does.
    Newcomer,
    /// A deletion request of such a provider.
    NewcomersDeletion,
    /// A kind of terms.
    TermsKind,
    /// A barred identifier.
    Bar,
    /// What the client wrote to the operator.
    ContactMessage,
    /// A token nobody was mailed.
    Token,
    /// What the provider delivered to the client.
    Delivery,
    /// A picture of such a delivery, whose preview is drawn.
    Delivered,
    /// The same, accepted by the client.
    DeliveredAndAccepted,
    /// An invoice of the provider's to the client.
    Invoice,
}
