//! Where each kind of terms may be offered: switched off for some trades, or given to some providers only.

use actix_web::{http::StatusCode, web::Path};
use estrade_db::{
    Conn, Error, Tx,
    offers::custom::{self, TermsRule},
    organizations,
};
use estrade_domain::{
    actor::OrganizationKind, fields::Fields, offers::terms::TermsKind, text, trades,
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

/// At most so many providers for a kind that not all may offer.
const PROVIDERS_MAX: usize = 1000;

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
        .read(|conn| TermsKind::ALL.iter().map(|&kind| view(conn, kind)).collect::<Result<_, _>>())
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
    let input = body.value;
    let write = move |tx: &mut Tx<'_>| {
        let seen = custom::rule(tx, kind)?;
        if_match.check(seen.version)?;
        let rule = input.read(tx, seen.version)?;
        custom::set_rule(tx, kind, &rule)?;
        Ok(Written::ok(view(tx, kind)?))
    };
    body.once.write(&app, &operator.0, StatusCode::OK, write).await
}

fn view(conn: &mut Conn, kind: TermsKind) -> Result<TermsRuleView, Error> {
    let rule = custom::rule(conn, kind)?;
    let heads = organizations::heads(conn, &rule.providers)?;
    Ok(TermsRuleView {
        kind: kind.as_str(),
        version: rule.version,
        trades_off: rule.trades_off,
        providers_only: rule.providers_only,
        providers: heads.into_iter().map(|head| head.handle).collect(),
    })
}

impl TermsRuleInput {
    fn read(&self, conn: &mut Conn, version: i32) -> Result<TermsRule, Error> {
        let mut fields = Fields::default();
        for (place, trade) in self.trades_off.iter().enumerate() {
            if trades::find(trade).is_none() {
                fields.refuse(format!("/trades_off/{place}"), text::unknown_choice());
            }
        }
        if self.providers.len() > PROVIDERS_MAX {
            fields.refuse("/providers", text::too_many(PROVIDERS_MAX));
            return Err(fields.into());
        }
        let mut providers = Vec::new();
        for (place, handle) in self.providers.iter().enumerate() {
            match organizations::find_by_handle(conn, handle) {
                Ok(found) if found.kind == OrganizationKind::Provider => providers.push(found.id),
                Ok(_) | Err(Error::NotFound) => {
                    fields.refuse(format!("/providers/{place}"), text::unknown_choice());
                }
                Err(error) => return Err(error),
            }
        }
        fields.check()?;
        providers.sort_unstable();
        providers.dedup();
        let mut trades_off = self.trades_off.clone();
        trades_off.sort_unstable();
        trades_off.dedup();
        Ok(TermsRule { version, trades_off, providers_only: self.providers_only, providers })
    }
}
