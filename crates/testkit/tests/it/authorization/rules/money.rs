//! Who may what with money and in disputes.

use serde_json::json;

use super::{
    BOTH, CLIENT, CLIENTS, OPERATOR, PROVIDER, PROVIDERS, Rule, TALKERS, Who, by_token, rule,
};
use crate::{authorization::objects::Object, invoices::mandate};

const THREE: Who = Who::Only(&["client", "provider", "operator"]);

pub(super) fn money() -> Vec<Rule> {
    let nothing = || json!({});
    let card = json!({ "number": "4242424242424242" });
    let confirmed = json!({ "confirmed": true });
    let account = json!({ "holder": "Léo", "iban": "FR7630006000011234567890189" });
    vec![
        rule("payments_list", TALKERS, Object::None, nothing()),
        rule("payments_get", CLIENT, Object::Payment, nothing()),
        rule("services_order", CLIENTS, Object::Service, json!({ "package": 1 }))
            .seen_by(Who::SignedIn),
        rule("orders_pay", CLIENT, Object::OrderToPay, nothing()),
        rule("payments_test_card", CLIENT, Object::Payment, card),
        rule("payments_test_confirmation", CLIENT, Object::PaymentAsked, confirmed),
        rule("orders_start", PROVIDER, Object::OrderPaid, nothing()).seen_by(BOTH),
        rule("payouts_account", PROVIDERS, Object::None, nothing()),
        rule("payouts_set_account", PROVIDERS, Object::None, account),
        rule("payouts_onboard", PROVIDERS, Object::None, nothing()),
        by_token("webhooks_stripe", Object::None, nothing()),
        rule("payouts_list", PROVIDERS, Object::None, nothing()),
        rule("payouts_create", PROVIDERS, Object::None, nothing()),
        rule("plans_buy", PROVIDERS, Object::PaidPlan, nothing()).seen_by(Who::SignedIn),
    ]
}

pub(super) fn disputes() -> Vec<Rule> {
    let nothing = || json!({});
    let reason = json!({ "reason": "Rien." });
    let text = json!({ "text": "Bonjour." });
    let go_on = json!({ "kind": "go_on" });
    let ruling = json!({ "way_out": go_on, "ruling": "Continuez." });
    vec![
        rule("disputes_list", Who::SignedIn, Object::None, nothing()),
        rule("orders_dispute", BOTH, Object::Order, reason),
        rule("disputes_get", BOTH, Object::Dispute, nothing()),
        rule("disputes_get", THREE, Object::DisputeEscalated, nothing()),
        rule("disputes_say", BOTH, Object::Dispute, text.clone()),
        rule("disputes_say", THREE, Object::DisputeEscalated, text),
        rule("disputes_propose", BOTH, Object::DisputeEscalated, go_on).seen_by(THREE),
        rule("disputes_agree", BOTH, Object::DisputeProposed, nothing()),
        rule("disputes_escalate", BOTH, Object::Dispute, nothing()),
        rule("disputes_exchanges", OPERATOR, Object::DisputeEscalated, nothing()),
        rule("disputes_rule", OPERATOR, Object::DisputeEscalated, ruling).seen_by(THREE),
        rule("disputes_confirm", OPERATOR, Object::DisputeEscalated, nothing()).seen_by(THREE),
        rule("disputes_close", CLIENT, Object::DisputeEscalated, nothing()).seen_by(THREE),
    ]
}

pub(super) fn invoicing() -> Vec<Rule> {
    let nothing = || json!({});
    vec![
        rule("invoices_list", Who::SignedIn, Object::None, nothing()),
        rule("invoices_list_years", Who::SignedIn, Object::None, nothing())
            .with_query("?side=received"),
        rule("invoices_get_archive", Who::SignedIn, Object::None, nothing())
            .with_query("?year=2027"),
        rule("invoicing_mandate_get", PROVIDERS, Object::None, nothing()),
        rule("invoicing_mandate_give", PROVIDERS, Object::None, mandate()),
        rule("invoices_get", BOTH, Object::Invoice, nothing()),
        rule("invoices_get_pdf", BOTH, Object::Invoice, nothing()),
        rule("invoices_get_xml", BOTH, Object::Invoice, nothing()),
        rule("operator_list_invoices", OPERATOR, Object::None, nothing()),
        rule("operator_get_invoice", OPERATOR, Object::Invoice, nothing()),
        rule("operator_get_invoice_pdf", OPERATOR, Object::Invoice, nothing()),
        rule("invoicing_mandate_revoke", PROVIDERS, Object::None, nothing()),
    ]
}
