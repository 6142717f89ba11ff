//! One's own organization: its sheet, its plan.

use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use estrade_db::{Tx, organizations};
use estrade_domain::{
    actor::Actor,
    change::Change,
    fields::Fields,
    limits::Limits,
    organizations::{
        Organization, OrganizationAction, OrganizationRefusal, Plan, SheetForm, Showcase,
        secondary_trades_max,
    },
    plans, text,
    world::Instant,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::Written,
    if_match::IfMatch,
    photos::{PhotoInput, PhotoView},
    problem::Answer,
    reply,
    showcase::{ProjectInput, ProjectView},
};

/// An organization's own sheet.
#[derive(Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub struct OrganizationView {
    /// `If-Match` names it.
    version: i32,
    #[schema(example = "org_01jd0000000000000000000000")]
    id: String,
    /// `client`, `provider` or `operator`; never changes.
    kind: &'static str,
    /// The pseudo; never changes.
    handle: String,
    name: String,
    /// What it is before the law; corrected by the operator.
    #[schema(example = "sole_trader")]
    legal_kind: &'static str,
    siret: Option<String>,
    vat_number: Option<String>,
    /// « Non assujetti à la TVA ».
    vat_exempt: bool,
    street: String,
    postal_code: String,
    town: String,
    /// The département that the postal code tells.
    departement: String,
    phone: String,
    website: Option<String>,
    presentation: String,
    /// What its sheet shows of its work; beyond what its plan gives, kept and not shown.
    photos: Vec<PhotoView>,
    /// How many of them its plan shows.
    photos_max: usize,
    portfolio: Vec<ProjectView>,
    /// How many of them its plan shows.
    portfolio_max: usize,
    /// Addresses on social networks.
    social_links: Vec<String>,
    /// Whether its plan shows them.
    social_links_shown: bool,
    /// Slugs, the main one first.
    trades: Vec<String>,
    /// How many trades besides the main one its plan allows.
    secondary_trades_max: usize,
    /// Codes; empty when it serves the whole of France.
    departements: Vec<String>,
    france_wide: bool,
    /// On leave: its services are off the shelf, no tender is told to it, what has begun goes on.
    paused: bool,
    /// `free` or `vip_plus`; null before the first subscription.
    plan: Option<&'static str>,
    /// When the paid plan ends.
    plan_until: Option<DateTime<Utc>>,
    /// `open`, `closed` or `erased`.
    state: &'static str,
    created_at: DateTime<Utc>,
    /// What this person may do to it now: `edit`, `subscribe_free`, `buy_plan`, `pause`, `resume`, `request_deletion`.
    actions: Vec<&'static str>,
}

/// A change of the sheet; what is absent stays. `kind`, `handle` and `legal_kind` may be sent along
/// unchanged; a change of them is refused with the reason.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganizationChange {
    /// Refused when it differs.
    kind: Option<String>,
    /// Refused when it differs.
    handle: Option<String>,
    /// Refused when it differs.
    legal_kind: Option<String>,
    name: Option<String>,
    /// At most 4000 characters; may be empty.
    presentation: Option<String>,
    /// May be empty.
    website: Option<String>,
    phone: Option<String>,
    street: Option<String>,
    postal_code: Option<String>,
    town: Option<String>,
    /// Providers: what the sheet shows of their work; 3 photos on FREE, 24 on VIP+.
    photos: Option<Vec<PhotoInput>>,
    /// Providers on VIP+: missions of before, at most 12.
    portfolio: Option<Vec<ProjectInput>>,
    /// Providers on VIP+: addresses on social networks, one for each.
    social_links: Option<Vec<String>>,
    /// Providers: slugs, the main one first.
    trades: Option<Vec<String>>,
    /// Providers: up to 8 codes…
    departements: Option<Vec<String>>,
    /// …or the whole of France.
    france_wide: Option<bool>,
    /// 14 digits; may be emptied where the law allows.
    siret: Option<String>,
    /// May be emptied where the law allows.
    vat_number: Option<String>,
    /// Ticking it clears the number.
    vat_exempt: Option<bool>,
}

/// Which plan a provider takes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanChoice {
    /// `free`; VIP+ is opened by the operator.
    #[schema(example = "free")]
    plan: String,
}

/// My organization's sheet.
#[utoipa::path(get, path = "/v1/organization", operation_id = "organization_get", tag = "organization", responses((status = 200, body = OrganizationView)))]
pub async fn get(app: App, caller: Caller) -> Answer {
    let id = caller.actor.organization;
    let organization = app.db.read(move |conn| organizations::get(conn, id)).await?;
    reply::ok(&OrganizationView::new(organization, &caller.actor, app.now(), &app.settings.limits))
}

/// Changes my organization's sheet; administrators do it.
#[utoipa::path(patch, path = "/v1/organization", operation_id = "organization_update", tag = "organization", params(("If-Match" = String, Header, description = "The version that was seen.")), request_body = OrganizationChange, responses((status = 200, body = OrganizationView)))]
pub async fn update(
    app: App,
    caller: Caller,
    seen: IfMatch,
    body: Body<OrganizationChange>,
) -> Answer {
    let form = SheetForm::from(body.value);
    let (actor, limits) = (caller.actor, app.settings.limits);
    let view = app
        .db
        .write(move |tx| {
            let organization = organizations::get(tx, actor.organization)?;
            organization.permits(OrganizationAction::Edit, &actor, tx.now())?;
            seen.check(organization.version)?;
            let change = organization.edit(&form, &limits, tx.now())?;
            let organization = organizations::record_sheet(tx, &actor, change)?;
            Ok(OrganizationView::new(organization, &actor, tx.now(), &limits))
        })
        .await?;
    reply::ok(&view)
}

/// A provider goes on leave: its services are off the shelf and no tender is told to it. Conversations and
/// missions go on.
#[utoipa::path(post, path = "/v1/organization/pause", operation_id = "organization_pause", tag = "organization", request_body = Nothing, responses((status = 200, body = OrganizationView)))]
pub async fn pause(app: App, caller: Caller, body: Body<Nothing>) -> Answer {
    transition(app, caller, body, Organization::pause).await
}

/// A provider is back from its leave.
#[utoipa::path(post, path = "/v1/organization/resume", operation_id = "organization_resume", tag = "organization", request_body = Nothing, responses((status = 200, body = OrganizationView)))]
pub async fn resume(app: App, caller: Caller, body: Body<Nothing>) -> Answer {
    transition(app, caller, body, Organization::resume).await
}

type Transition =
    fn(Organization, &Actor, Instant) -> Result<Change<Organization>, OrganizationRefusal>;

async fn transition(app: App, caller: Caller, body: Body<Nothing>, decide: Transition) -> Answer {
    let (actor, limits) = (caller.actor, app.settings.limits);
    let write = move |tx: &mut Tx<'_>| {
        let organization = organizations::get(tx, actor.organization)?;
        let change = decide(organization, &actor, tx.now())?;
        let organization = organizations::record(tx, Some(&actor), change)?;
        Ok(Written::ok(OrganizationView::new(organization, &actor, tx.now(), &limits)))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Subscribes a provider to FREE: from then on it is listed and told of tenders.
#[utoipa::path(put, path = "/v1/organization/plan", operation_id = "organization_choose_plan", tag = "organization", request_body = PlanChoice, responses((status = 200, body = OrganizationView)))]
pub async fn choose_plan(app: App, caller: Caller, body: Body<PlanChoice>) -> Answer {
    let (actor, limits) = (caller.actor, app.settings.limits);
    match Plan::from_word(&body.value.plan) {
        Some(Plan::Free) => {}
        Some(Plan::VipPlus) => return Err(OrganizationRefusal::PlanByOperator.into()),
        None => return Err(Fields::one("/plan", text::unknown_choice()).into()),
    }
    let view = app
        .db
        .write(move |tx| {
            let organization = organizations::get(tx, actor.organization)?;
            let change = organization.subscribe_free(&actor, tx.now())?;
            let organization = if change.facts.is_empty() {
                change.after
            } else {
                organizations::record(tx, Some(&actor), change)?
            };
            Ok(OrganizationView::new(organization, &actor, tx.now(), &limits))
        })
        .await?;
    reply::ok(&view)
}

impl OrganizationView {
    /// The sheet as this person sees it.
    #[must_use]
    pub fn new(organization: Organization, actor: &Actor, now: Instant, limits: &Limits) -> Self {
        let actions = OrganizationAction::ALL
            .iter()
            .filter(|action| organization.permits(**action, actor, now).is_ok())
            .map(|action| action.as_str());
        let plan = organization.plan_at(now);
        let gives = plans::of(plan.unwrap_or(Plan::Free));
        let Showcase { photos, portfolio, social_links } = &organization.showcase;
        Self {
            photos: photos.iter().map(PhotoView::from).collect(),
            photos_max: plans::photos_max(gives.plan, limits),
            portfolio: portfolio.iter().map(ProjectView::from).collect(),
            portfolio_max: gives.portfolio_max,
            social_links: social_links.clone(),
            social_links_shown: gives.social_links,
            actions: actions.collect(),
            version: organization.version,
            id: organization.id.to_string(),
            kind: organization.kind.as_str(),
            handle: organization.handle.to_string(),
            legal_kind: organization.legal_kind.as_str(),
            secondary_trades_max: secondary_trades_max(plan),
            plan: plan.map(Plan::as_str),
            plan_until: organization.subscription.and_then(|subscription| subscription.until),
            state: organization.state.as_str(),
            name: organization.name,
            siret: organization.siret,
            vat_number: organization.vat_number,
            vat_exempt: organization.vat_exempt,
            street: organization.address.street,
            postal_code: organization.address.postal_code,
            town: organization.address.town,
            departement: organization.address.departement,
            phone: organization.phone,
            website: organization.website,
            presentation: organization.presentation,
            trades: organization.trades,
            departements: organization.departements,
            france_wide: organization.france_wide,
            paused: organization.paused,
            created_at: organization.created_at,
        }
    }
}

impl From<OrganizationChange> for SheetForm {
    fn from(change: OrganizationChange) -> Self {
        Self {
            kind: change.kind,
            handle: change.handle,
            legal_kind: change.legal_kind,
            name: change.name,
            presentation: change.presentation,
            photos: change.photos.map(|all| all.into_iter().map(Into::into).collect()),
            portfolio: change.portfolio.map(|all| all.into_iter().map(Into::into).collect()),
            social_links: change.social_links,
            website: change.website,
            phone: change.phone,
            street: change.street,
            postal_code: change.postal_code,
            town: change.town,
            trades: change.trades,
            departements: change.departements,
            france_wide: change.france_wide,
            siret: change.siret,
            vat_number: change.vat_number,
            vat_exempt: change.vat_exempt,
        }
    }
}
