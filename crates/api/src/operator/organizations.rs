//! One organization in the operator's hands: seen whole, corrected, put on a plan, closed.

use actix_web::{http::StatusCode, web::Path};
use estrade_db::{
    Error, deletion_requests, endings,
    operator::{self, Wanted},
    organizations,
    page::Window,
};
use estrade_domain::{
    actor::Actor,
    fields::Fields,
    ids::OrganizationId,
    limits::Limits,
    organizations::{CorrectionForm, OperatorAction, Organization, PLAN_MONTHS_MAX, Plan},
    refusal::Explanation,
    text,
    world::Instant,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Operator, accounts::AccountView};
use crate::{
    app::App, body::Body, idempotency::Written, if_match::IfMatch, organizations::OrganizationView,
    problem::Answer, reply,
};

/// An organization as the operator sees it.
#[derive(Serialize, ToSchema)]
pub struct OperatedView {
    /// Of the sheet; `If-Match` names it.
    version: i32,
    organization: OrganizationView,
    /// Its people, the newest first; at most 100.
    accounts: Vec<AccountView>,
    /// Why it was closed.
    closed_reason: Option<String>,
    /// Whether it waits for its deletion.
    deletion_requested: bool,
    /// How many lots are in work for it.
    lots_in_work: i64,
    /// What the operator may do to it now: `correct`, `grant_plan`, `close`.
    actions: Vec<&'static str>,
}

/// A correction; what is absent stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// What it is before the law.
    #[schema(example = "association")]
    legal_kind: Option<String>,
    /// 14 digits; may be emptied where the law allows.
    siret: Option<String>,
    /// May be emptied where the law allows.
    vat_number: Option<String>,
    /// Ticking it clears the number.
    vat_exempt: Option<bool>,
}

/// Why an organization is closed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Kept in the log.
    reason: String,
}

/// A plan that is granted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// `free` or `vip_plus`.
    #[schema(example = "vip_plus")]
    plan: String,
    /// VIP+: how long, from 1 to 36; as long as /v1/plans says when absent. Before the end of a paid plan it goes on from that end.
    months: Option<u32>,
}

/// One organization, whole.
#[utoipa::path(get, path = "/v1/operator/organizations/{id}", operation_id = "operator_get_organization", tag = "operator", params(("id" = String, Path)), responses((status = 200, body = OperatedView)))]
pub async fn get(app: App, operator: Operator, id: Path<OrganizationId>) -> Answer {
    let (actor, now, limits) = (operator.0.actor, app.now(), app.settings.limits);
    let view = app.db.read(move |conn| {
        let organization = organizations::get(conn, *id)?;
        view(conn, organization, &actor, now, &limits)
    });
    reply::ok(&view.await?)
}

/// Corrects what an organization is before the law, with the numbers that go with it.
#[utoipa::path(patch, path = "/v1/operator/organizations/{id}", operation_id = "operator_correct_organization", tag = "operator", params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was seen.")), request_body = Correction, responses((status = 200, body = OperatedView)))]
pub async fn correct(
    app: App,
    operator: Operator,
    id: Path<OrganizationId>,
    seen: IfMatch,
    body: Body<Correction>,
) -> Answer {
    let (actor, limits) = (operator.0.actor, app.settings.limits);
    let form = CorrectionForm::from(body.value);
    let view = app
        .db
        .write(move |tx| {
            let organization = organizations::get(tx, *id)?;
            organization.permits_operator(OperatorAction::Correct)?;
            seen.check(organization.version)?;
            let change = organization.correct(&form)?;
            let organization = organizations::record(tx, Some(&actor), change)?;
            let now = tx.now();
            view(tx, organization, &actor, now, &limits)
        })
        .await?;
    reply::ok(&view)
}

/// Closes an organization without notice: sessions and keys end, tenders close, offers end.
#[utoipa::path(post, path = "/v1/operator/organizations/{id}/close", operation_id = "operator_close_organization", tag = "operator", params(("id" = String, Path)), request_body = Closure, responses((status = 200, body = OperatedView)))]
pub async fn close(
    app: App,
    operator: Operator,
    id: Path<OrganizationId>,
    body: Body<Closure>,
) -> Answer {
    operator.0.require_session()?;
    let (actor, limits) = (operator.0.actor, app.settings.limits);
    let reason = text::paragraphs(&body.value.reason, 2000)
        .map_err(|wrong| Fields::one("/reason", wrong))?;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            organizations::lock(tx, *id)?;
            let organization = organizations::get(tx, *id)?;
            let organization = endings::close(tx, &actor, &organization, &reason)?;
            let now = tx.now();
            Ok(Written::ok(view(tx, organization, &actor, now, &limits)?))
        })
        .await
}

/// Puts a provider on a plan. VIP+ lasts twelve months unless told otherwise.
#[utoipa::path(post, path = "/v1/operator/organizations/{id}/plan", operation_id = "operator_grant_plan", tag = "operator", params(("id" = String, Path)), request_body = Grant, responses((status = 200, body = OperatedView)))]
pub async fn grant_plan(
    app: App,
    operator: Operator,
    id: Path<OrganizationId>,
    body: Body<Grant>,
) -> Answer {
    let (actor, limits) = (operator.0.actor, app.settings.limits);
    let (plan, months) = body.value.parse(limits.plan_months)?;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let organization = organizations::get(tx, *id)?;
            let change = match plan {
                Plan::Free => organization.grant_free()?,
                Plan::VipPlus => organization.grant_vip_plus(months, tx.now())?,
            };
            let organization = organizations::grant_plan(tx, &actor, change)?;
            let now = tx.now();
            Ok(Written::ok(view(tx, organization, &actor, now, &limits)?))
        })
        .await
}

fn view(
    conn: &mut estrade_db::Conn,
    organization: Organization,
    actor: &Actor,
    now: Instant,
    limits: &Limits,
) -> Result<OperatedView, Error> {
    let id = organization.id;
    let actions = OperatorAction::ALL
        .iter()
        .filter(|action| organization.permits_operator(**action).is_ok())
        .map(|action| action.as_str())
        .collect();
    let wanted = Wanted { organization: Some(id), ..Wanted::default() };
    let window = Window { after: None, limit: 100 };
    let accounts = operator::accounts(conn, &wanted, &window)?.items;
    Ok(OperatedView {
        version: organization.version,
        organization: OrganizationView::new(organization, actor, now, limits),
        accounts: accounts.into_iter().map(AccountView::from).collect(),
        closed_reason: organizations::closed_reason(conn, id)?,
        deletion_requested: deletion_requests::is_open(conn, id)?,
        lots_in_work: deletion_requests::lots_in_work(conn, id)?,
        actions,
    })
}

impl Grant {
    fn parse(&self, usual: u32) -> Result<(Plan, u32), Fields> {
        let mut fields = Fields::default();
        let plan =
            fields.take("/plan", Plan::from_word(&self.plan).ok_or_else(text::unknown_choice));
        let months = self.months.unwrap_or(usual);
        if !(1..=PLAN_MONTHS_MAX).contains(&months) {
            fields.refuse("/months", months_out_of_range());
        }
        fields.check()?;
        Ok((plan.unwrap_or(Plan::Free), months))
    }
}

fn months_out_of_range() -> Explanation {
    Explanation::new(
        "months_out_of_range",
        format!("Choisissez de 1 à {PLAN_MONTHS_MAX} mois."),
        format!("Choose from 1 to {PLAN_MONTHS_MAX} months."),
    )
}

impl From<Correction> for CorrectionForm {
    fn from(body: Correction) -> Self {
        Self {
            legal_kind: body.legal_kind,
            siret: body.siret,
            vat_number: body.vat_number,
            vat_exempt: body.vat_exempt,
        }
    }
}
