//! Where each kind of terms may be offered: switched off for some trades, or given to some providers only.

use actix_web::{http::StatusCode, web::Path};
use estrade_db::{
    Conn, Error, Tx,
    organizations::{self, Head},
    terms_rules,
};
use estrade_domain::{
    actor::OrganizationKind,
    ids::OrganizationId,
    offers::terms::TermsKind,
    terms_rules::{PROVIDERS_MAX, TermsRule, check},
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Operator;
use crate::{
    app::App,
    body::Body,
    idempotency::Written,
    if_match::IfMatch,
    problem::{Answer, Problem},
    reply,
};

/// Where a kind of terms may be offered.
#[derive(Serialize, ToSchema)]
pub struct TermsRuleView {
    /// `fixed`, `milestones`, `subscription` or `hourly`.
    #[schema(example = "subscription")]
    kind: &'static str,
    /// `If-Match` names it.
    version: i32,
    /// The trades in which nobody may offer it.
    trades_off: Vec<String>,
    /// Whether only some providers may offer it.
    providers_only: bool,
    /// The pseudos of those who may, when not all may.
    providers: Vec<String>,
}

/// The rules of all kinds.
#[derive(Serialize, ToSchema)]
pub struct TermsRulesView {
    items: Vec<TermsRuleView>,
}

/// Where a kind of terms may be offered.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermsRuleInput {
    /// The slugs of the trades in which nobody may offer it.
    #[serde(default)]
    #[schema(example = json!(["dj"]))]
    trades_off: Vec<String>,
    /// Whether only some providers may offer it.
    #[serde(default)]
    providers_only: bool,
    /// The pseudos of those who may, when not all may.
    #[serde(default)]
    providers: Vec<String>,
}

/// Where each kind of terms may be offered.
#[utoipa::path(get, path = "/v1/operator/terms-rules", operation_id = "operator_list_terms_rules", tag = "operator", responses((status = 200, body = TermsRulesView)))]
pub async fn list(app: App, _operator: Operator) -> Answer {
    let items = app
        .db
        .read(|conn| {
            let rules = terms_rules::all(conn)?;
            let everyone: Vec<_> = rules.iter().flat_map(|rule| rule.providers.clone()).collect();
            let heads = organizations::heads(conn, &everyone)?;
            Ok(rules.iter().map(|rule| TermsRuleView::new(rule, &heads)).collect())
        })
        .await?;
    reply::ok(&TermsRulesView { items })
}

/// Sets where a kind of terms may be offered. Offers that were made stay.
#[utoipa::path(patch, path = "/v1/operator/terms-rules/{kind}", operation_id = "operator_set_terms_rule", tag = "operator", params(("kind" = String, Path, description = "`fixed`, `milestones`, `subscription` or `hourly`"), ("If-Match" = String, Header)), request_body = TermsRuleInput, responses((status = 200, body = TermsRuleView)))]
pub async fn set(
    app: App,
    operator: Operator,
    if_match: IfMatch,
    kind: Path<String>,
    body: Body<TermsRuleInput>,
) -> Answer {
    let kind = TermsKind::from_word(&kind).ok_or_else(Problem::not_found)?;
    let (input, actor) = (body.value, operator.0.actor);
    let write = move |tx: &mut Tx<'_>| {
        let seen = terms_rules::all(tx)?.into_iter().find(|rule| rule.kind == kind);
        let seen = seen.ok_or(Error::NotFound)?;
        if_match.check(seen.version)?;
        let providers = input.read(tx)?;
        let change = seen.set(input.trades_off.clone(), input.providers_only, providers);
        let rule = terms_rules::record(tx, &actor, change)?;
        let heads = organizations::heads(tx, &rule.providers)?;
        Ok(Written::ok(TermsRuleView::new(&rule, &heads)))
    };
    body.once.write(&app, &operator.0, StatusCode::OK, write).await
}

impl TermsRuleView {
    fn new(rule: &TermsRule, heads: &[Head]) -> Self {
        let named = heads.iter().filter(|head| rule.providers.contains(&head.id));
        Self {
            kind: rule.kind.as_str(),
            version: rule.version,
            trades_off: rule.trades_off.clone(),
            providers_only: rule.providers_only,
            providers: named.map(|head| head.handle.clone()).collect(),
        }
    }
}

impl TermsRuleInput {
    /// The providers that are named; every wrong field is told at once.
    fn read(&self, conn: &mut Conn) -> Result<Vec<OrganizationId>, Error> {
        let mut fields = check(&self.trades_off, self.providers.len());
        let mut providers = Vec::new();
        for (place, handle) in self.providers.iter().take(PROVIDERS_MAX).enumerate() {
            match organizations::find_by_handle(conn, handle) {
                Ok(found) if found.kind == OrganizationKind::Provider => providers.push(found.id),
                Ok(_) | Err(Error::NotFound) => {
                    fields.refuse(format!("/providers/{place}"), text::unknown_choice());
                }
                Err(error) => return Err(error),
            }
        }
        fields.check()?;
        Ok(providers)
    }
}
