//! Who may what: one line for each operation. Reading comes before writing, ending comes last.

mod campaigns;
mod money;

use estrade_testkit::people::{need_form, service_form};
use serde_json::{Value, json};

use super::objects::Object;

/// Who may carry out an operation on the object of the rule.
#[derive(Debug, Clone, Copy)]
pub enum Who {
    /// Visitors too.
    Everyone,
    /// Everyone who is logged in.
    SignedIn,
    /// These people of the stage.
    Only(&'static [&'static str]),
}

/// A line of the table.
pub struct Rule {
    /// The `operationId`.
    pub operation: &'static str,
    /// Who may.
    pub who: Who,
    /// Who may know that the object exists, and so hears 403 rather than 404.
    pub seen_by: Who,
    /// What follows the path.
    pub query: &'static str,
    /// On which object of the stage.
    pub object: Object,
    /// A body that passes the first checks.
    pub body: Value,
    /// Public by its path, yet refused without a token of its own (a refresh cookie, a mailed link).
    pub hidden_from_visitors: bool,
    /// Public by its path, and to a visitor like what does not exist.
    pub unknown_to_visitors: bool,
}

impl Who {
    /// Whether a person of the stage may.
    pub fn includes(self, name: &str) -> bool {
        match self {
            Self::Everyone | Self::SignedIn => true,
            Self::Only(names) => names.contains(&name),
        }
    }
}

const CLIENT: Who = Who::Only(&["client"]);
const CLIENTS: Who = Who::Only(&["client", "other_client"]);
const PROVIDER: Who = Who::Only(&["provider"]);
const PROVIDERS: Who = Who::Only(&["provider", "other_provider"]);
const OPERATOR: Who = Who::Only(&["operator"]);
const TALKERS: Who = Who::Only(&["client", "other_client", "provider", "other_provider"]);
const BOTH: Who = Who::Only(&["client", "provider"]);

fn rule(operation: &'static str, who: Who, object: Object, body: Value) -> Rule {
    Rule {
        operation,
        who,
        seen_by: who,
        query: "",
        object,
        body,
        hidden_from_visitors: false,
        unknown_to_visitors: false,
    }
}

impl Rule {
    fn seen_by(self, seen_by: Who) -> Self {
        Self { seen_by, ..self }
    }

    fn unknown_to_visitors(self) -> Self {
        Self { unknown_to_visitors: true, ..self }
    }

    fn with_query(self, query: &'static str) -> Self {
        Self { query, ..self }
    }
}

fn public(operation: &'static str, object: Object) -> Rule {
    rule(operation, Who::Everyone, object, json!({}))
}

/// Public by its path, but it wants a token that nobody of the stage has.
fn by_token(operation: &'static str, object: Object, body: Value) -> Rule {
    Rule { hidden_from_visitors: true, ..rule(operation, Who::Everyone, object, body) }
}

fn reading() -> Vec<Rule> {
    let nothing = || json!({});
    vec![
        public("health_live", Object::None),
        public("health_ready", Object::None),
        public("trades_list", Object::None),
        public("departements_list", Object::None),
        public("settings_get", Object::None),
        public("plans_list", Object::None),
        public("event_kinds_list", Object::None),
        public("tenders_list", Object::None),
        public("tenders_get", Object::Tender),
        public("providers_list", Object::None),
        public("providers_get", Object::Provider),
        public("provider_reviews_list", Object::Provider),
        public("reviews_get", Object::Review),
        public("services_list", Object::None),
        public("services_get", Object::Service),
        public("provider_services_list", Object::Provider),
        public("files_get", Object::Photo),
        public("files_get_content", Object::Photo),
        public("mailbox_list", Object::None),
        public("mailbox_get", Object::Mail),
        public("contact_messages_sum", Object::None),
        rule("me_get", Who::SignedIn, Object::None, nothing()),
        rule("me_todo", Who::SignedIn, Object::None, nothing()),
        rule("sessions_list", Who::SignedIn, Object::None, nothing()),
        rule("notices_list", Who::SignedIn, Object::None, nothing()),
        rule("organization_get", Who::SignedIn, Object::None, nothing()),
        rule("members_list", Who::SignedIn, Object::None, nothing()),
        rule("invitations_list", Who::SignedIn, Object::None, nothing()),
        rule("api_keys_list", Who::SignedIn, Object::None, nothing()),
        rule("deletion_requests_list", Who::SignedIn, Object::None, nothing()),
        rule("my_tenders_list", CLIENTS, Object::None, nothing()),
        rule("my_lots_list", CLIENTS, Object::None, nothing()).with_query("?tab=in_work"),
        rule("my_offers_list", PROVIDERS, Object::None, nothing()).with_query("?tab=applied"),
        rule("my_services_list", PROVIDERS, Object::None, nothing()),
        rule("potential_tenders_list", PROVIDERS, Object::None, nothing()),
        rule("lot_offers_list", BOTH, Object::LotWithOffer, nothing()),
        rule("offers_get", BOTH, Object::Offer, nothing()),
        rule("offer_versions_list", BOTH, Object::Offer, nothing()),
        rule("conversations_list", TALKERS, Object::None, nothing()),
        rule("conversations_get", BOTH, Object::Conversation, nothing()),
        rule("conversation_entries_list", BOTH, Object::Conversation, nothing()),
        rule("files_get", CLIENT, Object::LooseFile, nothing()).unknown_to_visitors(),
        rule("files_get_content", CLIENT, Object::LooseFile, nothing()).unknown_to_visitors(),
        rule("files_get", BOTH, Object::Attachment, nothing()).unknown_to_visitors(),
        rule("files_get_content", BOTH, Object::Attachment, nothing()).unknown_to_visitors(),
        rule("files_get", PROVIDER, Object::PhotoOfDraft, nothing()).unknown_to_visitors(),
        rule("files_get_content", PROVIDER, Object::PhotoOfDraft, nothing()).unknown_to_visitors(),
        rule("events_listen", Who::SignedIn, Object::None, nothing()).with_query("?seconds=1"),
        rule("terms_kinds_list", PROVIDERS, Object::None, nothing()),
        rule("custom_offers_list", TALKERS, Object::None, nothing()),
        rule("custom_offers_get", BOTH, Object::CustomOffer, nothing()),
        rule("custom_offer_versions_list", BOTH, Object::CustomOffer, nothing()),
        rule("quote_requests_list", TALKERS, Object::None, nothing()),
        rule("quote_requests_get", BOTH, Object::QuoteRequest, nothing()),
        rule("orders_list", TALKERS, Object::None, nothing()),
        rule("orders_get", BOTH, Object::Order, nothing()),
        rule("conversations_closing", PROVIDER, Object::Conversation, nothing()).seen_by(BOTH),
        rule("needs_list", CLIENTS, Object::None, nothing()),
        rule("needs_get", CLIENT, Object::Need, nothing()),
        rule("tags_list", PROVIDERS, Object::None, nothing()),
        rule("order_hours_list", BOTH, Object::HourlyOrder, nothing()),
        rule("order_deliveries_list", BOTH, Object::OrderDelivered, nothing()),
        rule("deliveries_get", BOTH, Object::Delivery, nothing()),
        rule("files_get_preview", BOTH, Object::Delivered, nothing()),
        rule("files_get", PROVIDER, Object::Delivered, nothing()).unknown_to_visitors(),
        rule("files_get_content", PROVIDER, Object::Delivered, nothing()).unknown_to_visitors(),
        rule("files_get", BOTH, Object::DeliveredAndAccepted, nothing()).unknown_to_visitors(),
        rule("files_get_content", BOTH, Object::DeliveredAndAccepted, nothing())
            .unknown_to_visitors(),
    ]
}

fn line() -> Value {
    json!({ "label": "Soirée", "quantity": "1", "unit_price": { "amount": 70_000, "currency": "EUR" }, "vat_rate": 0 })
}

fn bidding() -> Vec<Rule> {
    let offer = || json!({ "public_message": "Vingt ans de fêtes.", "lines": [line()] });
    let review = json!({ "rating": 4, "comment": "Très bien, du début à la fin.", "experienced_on": "2027-01-15" });
    vec![
        rule("tenders_create", CLIENTS, Object::None, json!({})),
        rule("tenders_update", CLIENT, Object::Draft, json!({ "draft_step": 2 })),
        rule("tenders_publish", CLIENT, Object::Draft, json!({})),
        rule("tenders_close", CLIENT, Object::Tender, json!({ "reason": "event_cancelled" })),
        rule("tenders_delete", CLIENT, Object::Draft, json!({})),
        rule("tenders_hide", PROVIDERS, Object::Tender, json!({})),
        rule("tenders_unhide", PROVIDERS, Object::Tender, json!({})),
        rule("offers_create", PROVIDERS, Object::OpenLot, offer()).seen_by(Who::Everyone),
        rule("offers_revise", PROVIDER, Object::Offer, offer()).seen_by(BOTH),
        rule("offers_reconfirm", PROVIDER, Object::OfferToReconfirm, json!({})).seen_by(BOTH),
        rule("offers_choose", CLIENT, Object::Offer, json!({ "number": 1 })).seen_by(BOTH),
        rule("lots_withdraw_choice", CLIENT, Object::ChosenLot, json!({})).seen_by(BOTH),
        rule("offers_confirm", PROVIDER, Object::ChosenOffer, json!({})).seen_by(BOTH),
        rule("offers_decline", PROVIDER, Object::ChosenOffer, json!({})).seen_by(BOTH),
        rule("offers_withdraw", PROVIDER, Object::Offer, json!({})).seen_by(BOTH),
        rule("lots_complete", CLIENT, Object::LotInWork, json!({})).seen_by(BOTH),
        rule("lots_review", CLIENT, Object::LotDone, review.clone()).seen_by(BOTH),
        rule("orders_review", CLIENT, Object::OrderCompleted, review).seen_by(BOTH),
        rule("reviews_answer", PROVIDER, Object::Review, json!({ "text": "Merci, à bientôt !" }))
            .seen_by(Who::Everyone),
    ]
}

fn selling() -> Vec<Rule> {
    let nothing = || json!({});
    let title = json!({ "title": "Soirée à thème" });
    vec![
        rule("services_create", PROVIDERS, Object::None, service_form()),
        rule("services_update", PROVIDER, Object::ServiceDraft, title),
        rule("services_publish", PROVIDER, Object::ServiceDraft, nothing()),
        rule("services_pause", PROVIDER, Object::Service, nothing()),
        rule("services_resume", PROVIDER, Object::PausedService, nothing()),
        rule("services_delete", PROVIDER, Object::Service, nothing()),
        rule("organization_pause", PROVIDERS, Object::None, nothing()),
        rule("organization_resume", PROVIDERS, Object::None, nothing()),
    ]
}

fn talking() -> Vec<Rule> {
    let opening = json!({ "provider": "leo", "text": "Êtes-vous libre en juin ?" });
    let sending = json!({ "need": need_form(), "providers": ["leo"] });
    let through = json!({ "through": "ent_01jd0000000000000000000000" });
    vec![
        rule("files_send", TALKERS, Object::None, json!({})),
        rule("conversations_open", CLIENTS, Object::None, opening),
        rule("needs_preview", CLIENTS, Object::None, need_form()),
        rule("needs_send", CLIENTS, Object::None, sending),
        rule("conversations_write", BOTH, Object::Conversation, json!({ "text": "Bonjour" })),
        rule("conversations_read", BOTH, Object::Conversation, through),
    ]
}

fn bargaining() -> Vec<Rule> {
    let wish = || json!({ "title": "Soirée", "description": "De 20 h à 3 h.", "terms": { "kind": "fixed", "lines": [line()], "delivery_days": 14 } });
    let (number, words) = (json!({ "number": 1 }), || json!({ "message": "Voilà." }));
    let weekly = json!({ "weekly_hours": 10 });
    vec![
        rule("quote_requests_create", CLIENTS, Object::None, json!({ "needs": "Une soirée" })),
        rule("quote_requests_accept", PROVIDER, Object::QuoteRequest, json!({})).seen_by(BOTH),
        rule("quote_requests_decline", PROVIDER, Object::QuoteRequest, json!({})).seen_by(BOTH),
        rule("quote_requests_withdraw", CLIENT, Object::QuoteRequest, json!({})).seen_by(BOTH),
        rule("custom_offers_create", PROVIDER, Object::Conversation, wish()).seen_by(BOTH),
        rule("custom_offers_revise", PROVIDER, Object::CustomOffer, wish()).seen_by(BOTH),
        rule("custom_offers_withdraw", PROVIDER, Object::CustomOffer, json!({})).seen_by(BOTH),
        rule("custom_offers_decline", CLIENT, Object::CustomOffer, json!({})).seen_by(BOTH),
        rule("custom_offers_accept", CLIENT, Object::CustomOffer, number).seen_by(BOTH),
        rule(
            "orders_give_requirements",
            CLIENT,
            Object::OrderAwaiting,
            json!({ "answers": ["Ici"] }),
        )
        .seen_by(BOTH),
        rule("order_hours_log", PROVIDER, Object::HourlyOrder, json!({ "day": "" })).seen_by(BOTH),
        rule("order_hours_remove", PROVIDER, Object::LoggedHours, json!({})).seen_by(BOTH),
        rule("orders_set_weekly_hours", CLIENT, Object::HourlyOrder, weekly).seen_by(BOTH),
        rule("orders_forget_card", CLIENT, Object::Order, json!({})).seen_by(BOTH),
        rule("orders_deliver", PROVIDER, Object::Order, words()).seen_by(BOTH),
        rule("orders_request_revision", CLIENT, Object::OrderDelivered, words()).seen_by(BOTH),
        rule("orders_accept", CLIENT, Object::OrderDelivered, json!({})).seen_by(BOTH),
        rule("orders_stop", BOTH, Object::SubscriptionOrder, json!({})),
        rule("orders_cancel", BOTH, Object::OrderAwaiting, json!({})),
    ]
}

fn sorting() -> Vec<Rule> {
    let nothing = || json!({});
    let nobody = json!({ "account": null });
    let block = json!({ "preview": "" });
    let tag = json!({ "name": "Devis envoyé", "colour": "teal" });
    let on_mine =
        |operation, body| rule(operation, PROVIDER, Object::Conversation, body).seen_by(BOTH);
    let with_tag =
        |operation| rule(operation, PROVIDER, Object::TagOnConversation, json!({})).seen_by(BOTH);
    vec![
        rule("tags_create", PROVIDERS, Object::None, tag),
        rule("tags_update", PROVIDER, Object::Tag, nothing()),
        rule("tags_delete", PROVIDER, Object::Tag, nothing()),
        with_tag("conversation_tags_apply"),
        with_tag("conversation_tags_remove"),
        on_mine("conversations_assign", nobody),
        on_mine("conversations_block", block),
        on_mine("conversations_unblock", nothing()),
        on_mine("conversations_decline", nothing()),
    ]
}

fn belonging() -> Vec<Rule> {
    let member = json!({ "role": "member" });
    let password = json!({ "current": "pas-le-bon-mot", "new": "un-autre-tournesol" });
    let vote = json!({ "article": "client-choisir", "helpful": true });
    vec![
        rule("help_votes_create", Who::Everyone, Object::None, vote),
        rule("contact_messages_create", Who::Everyone, Object::None, json!({ "sum": "inconnu" })),
        rule("me_update", Who::SignedIn, Object::None, json!({})),
        rule("me_change_password", Who::SignedIn, Object::None, password),
        rule("notices_read", CLIENT, Object::Notice, json!({})),
        rule("notices_read_all", Who::SignedIn, Object::None, json!({})),
        rule("organization_update", Who::SignedIn, Object::None, json!({})),
        rule("organization_choose_plan", PROVIDERS, Object::None, json!({ "plan": "free" })),
        rule("members_update", CLIENT, Object::Member, member),
        rule("members_delete", CLIENT, Object::Member, json!({})),
        rule(
            "invitations_create",
            Who::SignedIn,
            Object::None,
            json!({ "email": "x", "role": "member" }),
        ),
        rule("invitations_delete", CLIENT, Object::Invitation, json!({})),
        rule("api_keys_create", Who::SignedIn, Object::None, json!({ "name": "", "scopes": [] })),
        rule("api_keys_delete", CLIENT, Object::ApiKey, json!({})),
        rule(
            "deletion_requests_create",
            Who::SignedIn,
            Object::None,
            json!({ "understood": false }),
        ),
        rule("deletion_requests_withdraw", CLIENT, Object::DeletionRequest, json!({})),
    ]
}

fn operating() -> Vec<Rule> {
    let nothing = || json!({});
    let bar = json!({ "kind": "ip", "value": "10.9.8.7", "reason": "Essai" });
    vec![
        rule("operator_list_accounts", OPERATOR, Object::None, nothing()),
        rule("operator_list_deletion_requests", OPERATOR, Object::None, nothing()),
        rule("operator_list_bars", OPERATOR, Object::None, nothing()),
        rule("operator_list_facts", OPERATOR, Object::None, nothing()),
        rule("operator_list_mails", OPERATOR, Object::None, nothing()),
        rule("operator_get_ledger", OPERATOR, Object::None, nothing()),
        rule("operator_list_outgoings", OPERATOR, Object::None, nothing()),
        rule("operator_retry_outgoing", OPERATOR, Object::RefundFailed, nothing()),
        rule("operator_retry_mail", OPERATOR, Object::MailGivenUp, nothing()),
        rule("operator_list_lots", OPERATOR, Object::None, nothing()),
        rule("operator_list_help_votes", OPERATOR, Object::None, nothing()),
        rule("operator_list_terms_rules", OPERATOR, Object::None, nothing()),
        rule("operator_set_terms_rule", OPERATOR, Object::TermsKind, nothing()),
        rule("operator_end_lot", OPERATOR, Object::LotInWork, json!({ "reason": "Essai" })),
        rule("operator_get_organization", OPERATOR, Object::Newcomer, nothing()),
        rule("operator_correct_organization", OPERATOR, Object::Newcomer, nothing()),
        rule("operator_grant_plan", OPERATOR, Object::Newcomer, json!({ "plan": "free" })),
        rule(
            "operator_close_organization",
            OPERATOR,
            Object::Newcomer,
            json!({ "reason": "Essai" }),
        ),
        rule("operator_carry_out_deletion", OPERATOR, Object::NewcomersDeletion, nothing()),
        rule("operator_create_bar", OPERATOR, Object::None, bar),
        rule("operator_delete_bar", OPERATOR, Object::Bar, nothing()),
        rule("operator_list_contact_messages", OPERATOR, Object::None, nothing()),
        rule("operator_get_contact_message", OPERATOR, Object::ContactMessage, nothing()),
        rule(
            "operator_answer_contact_message",
            OPERATOR,
            Object::ContactMessage,
            json!({ "text": "Voilà." }),
        ),
        rule("operator_dismiss_contact_message", OPERATOR, Object::ContactMessage, nothing()),
    ]
}

fn tokens() -> Vec<Rule> {
    let secret = "tournesol-des-champs";
    vec![
        by_token("registrations_create", Object::None, json!({})),
        by_token("activations_create", Object::None, json!({ "token": "inconnu" })),
        by_token("activations_resend", Object::None, json!({ "email": "a@exemple.fr" })),
        by_token(
            "password_resets_create",
            Object::None,
            json!({ "handle": "leo", "email": "a@exemple.fr" }),
        ),
        by_token(
            "password_resets_confirm",
            Object::None,
            json!({ "token": "inconnu", "password": secret }),
        ),
        by_token("invitations_get_by_token", Object::Token, json!({})),
        by_token("invitations_accept", Object::None, json!({ "token": "inconnu" })),
        by_token(
            "sessions_create",
            Object::None,
            json!({ "email": "a@exemple.fr", "password": secret }),
        ),
        by_token("sessions_refresh", Object::None, json!({})),
        rule("sessions_delete", CLIENT, Object::Session, json!({})),
        rule("sessions_delete_current", Who::SignedIn, Object::None, json!({})),
    ]
}

/// The whole table, in the order in which it is tried.
pub fn all() -> Vec<Rule> {
    [
        reading(),
        bidding(),
        selling(),
        talking(),
        bargaining(),
        money::money(),
        campaigns::campaigns(),
        money::disputes(),
        sorting(),
        belonging(),
        operating(),
        money::invoicing(),
        tokens(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
