//! A person's own account.

use chrono::{DateTime, Utc};
use estrade_db::organizations;
use estrade_domain::{
    accounts::Account,
    organizations::{Organization, Plan},
    world::Instant,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{app::App, caller::Caller, problem::Answer, reply};

/// Who I am.
#[derive(Serialize, ToSchema)]
pub struct MeView {
    /// Of the account; `If-Match` names it.
    version: i32,
    /// The account's id.
    #[schema(example = "acc_01jd0000000000000000000000")]
    id: String,
    email: String,
    given_name: String,
    family_name: String,
    phone: String,
    /// `fr` or `en`.
    language: String,
    /// `member`, `administrator` or `owner`.
    role: &'static str,
    /// Which mails this person wants.
    alerts: AlertsView,
    /// The party it belongs to.
    organization: MyOrganizationView,
}

/// Which mails a person wants.
#[derive(Serialize, ToSchema)]
pub struct AlertsView {
    /// Mails about created events.
    tenders: bool,
    /// Private e-mails.
    messages: bool,
}

/// My party, in short.
#[derive(Serialize, ToSchema)]
pub struct MyOrganizationView {
    id: String,
    /// `client`, `provider` or `operator`.
    kind: &'static str,
    handle: String,
    name: String,
    /// `free` or `vip_plus`; null before a provider's first subscription.
    plan: Option<&'static str>,
    /// When the paid plan ends.
    plan_until: Option<DateTime<Utc>>,
}

/// My account, my party and its plan.
#[utoipa::path(get, path = "/v1/me", operation_id = "me_get", tag = "accounts", responses((status = 200, body = MeView)))]
pub async fn me(app: App, caller: Caller) -> Answer {
    let id = caller.actor.organization;
    let organization = app.db.read(move |conn| organizations::get(conn, id)).await?;
    reply::ok(&MeView::new(&caller.account, &organization, app.now()))
}

impl MeView {
    fn new(account: &Account, organization: &Organization, now: Instant) -> Self {
        Self {
            version: account.version,
            id: account.id.to_string(),
            email: account.email.to_string(),
            given_name: account.given_name.clone(),
            family_name: account.family_name.clone(),
            phone: account.phone.clone(),
            language: account.language.code().to_owned(),
            role: account.role.as_str(),
            alerts: AlertsView {
                tenders: account.alerts.tenders,
                messages: account.alerts.messages,
            },
            organization: MyOrganizationView {
                id: organization.id.to_string(),
                kind: organization.kind.as_str(),
                handle: organization.handle.to_string(),
                name: organization.name.clone(),
                plan: organization.plan_at(now).map(Plan::as_str),
                plan_until: organization.subscription.and_then(|subscription| subscription.until),
            },
        }
    }
}
