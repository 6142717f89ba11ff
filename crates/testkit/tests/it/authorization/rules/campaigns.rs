//! Who may what with advertising campaigns.

use serde_json::json;

use super::{OPERATOR, PROVIDER, PROVIDERS, Rule, Who, public, rule};
use crate::authorization::objects::Object;

pub(super) fn campaigns() -> Vec<Rule> {
    let nothing = || json!({});
    let view = json!({ "placement": "home" });
    vec![
        rule("campaigns_list", PROVIDERS, Object::None, nothing()),
        rule("campaigns_prices", PROVIDERS, Object::None, nothing()),
        rule("campaigns_get", PROVIDER, Object::Campaign, nothing()),
        rule("campaigns_create", PROVIDERS, Object::None, nothing()),
        rule("campaigns_update", PROVIDER, Object::Campaign, nothing()),
        rule("campaigns_pay", PROVIDER, Object::Campaign, nothing()),
        rule("campaigns_delete", PROVIDER, Object::Campaign, nothing()),
        public("banners_get", Object::None).with_query("?placement=home&departement=76"),
        rule("page_views_create", Who::Everyone, Object::None, view),
        public("banners_click", Object::PaidCampaign),
        rule("operator_list_campaigns", OPERATOR, Object::None, nothing()),
        rule("operator_list_placements", OPERATOR, Object::None, nothing()),
        rule(
            "operator_stop_campaign",
            OPERATOR,
            Object::PaidCampaign,
            json!({ "reason": "Essai" }),
        ),
    ]
}
