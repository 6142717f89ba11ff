//! A person's own account: who it is, what it changes about itself, its password.

use chrono::{DateTime, Utc};
use estrade_db::{
    Error,
    accounts::{self, LinkPurpose},
    api_keys, organizations, sessions,
};
use estrade_domain::{
    accounts::{Account, Profile, ProfileForm},
    fields::Fields,
    organizations::{Organization, Plan},
    passwords,
    refusal::Explanation,
    world::Instant,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::Body,
    caller::Caller,
    if_match::IfMatch,
    problem::{Answer, Problem},
    registrations::salt,
    reply,
};

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
    /// What follows from these settings and may surprise.
    warnings: Vec<WarningView>,
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

/// Something to know.
#[derive(Serialize, ToSchema)]
pub struct WarningView {
    /// For a program; stable.
    #[schema(example = "tender_mails_stopped")]
    code: &'static str,
    /// For a person, in the account's language.
    detail: String,
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

/// What I change about myself; what is absent stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeChange {
    given_name: Option<String>,
    family_name: Option<String>,
    /// Any usual form of a French or international number.
    phone: Option<String>,
    /// `fr` or `en`: the language of mails.
    language: Option<String>,
    /// « Alertes E-mail »: two independent boxes.
    alerts: Option<AlertsChange>,
}

/// Which mails I want; what is absent stays.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AlertsChange {
    /// Mails about created events.
    tenders: Option<bool>,
    /// Private e-mails.
    messages: Option<bool>,
}

/// A new password, and the old one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password as it is.
    current: String,
    /// The password as it shall be: at least 10 characters.
    new: String,
}

/// My account, my party and its plan.
#[utoipa::path(get, path = "/v1/me", operation_id = "me_get", tag = "accounts", responses((status = 200, body = MeView)))]
pub async fn me(app: App, caller: Caller) -> Answer {
    let id = caller.actor.organization;
    let organization = app.db.read(move |conn| organizations::get(conn, id)).await?;
    reply::ok(&MeView::new(&caller.account, &organization, app.now()))
}

/// Changes my names, phone, language or alerts.
#[utoipa::path(patch, path = "/v1/me", operation_id = "me_update", tag = "accounts", params(("If-Match" = String, Header, description = "The version that was seen.")), request_body = MeChange, responses((status = 200, body = MeView)))]
pub async fn update(app: App, caller: Caller, seen: IfMatch, body: Body<MeChange>) -> Answer {
    let profile = Profile::parse(&body.value.into())?;
    let now = app.now();
    let view = app
        .db
        .write(move |tx| {
            let account = accounts::get(tx, caller.actor.account)?;
            seen.check(account.version)?;
            let account = accounts::record(tx, Some(&caller.actor), account.edit(profile.clone()))?;
            let organization = organizations::get(tx, account.organization)?;
            Ok(MeView::new(&account, &organization, now))
        })
        .await?;
    reply::ok(&view)
}

/// Changes my password; ends my other sessions and my API keys.
#[utoipa::path(post, path = "/v1/me/password", operation_id = "me_change_password", tag = "accounts", request_body = PasswordChange, responses((status = 204)))]
pub async fn change_password(app: App, caller: Caller, body: Body<PasswordChange>) -> Answer {
    let session = caller.require_session()?;
    let PasswordChange { current, new } = body.value;
    let password = passwords::parse(&new, &[caller.account.email.as_str()])
        .map_err(|wrong| Problem::from(Fields::one("/new", wrong)))?;
    let known = caller.account.password_hash.clone();
    if !app.passwords.verify(app.passwords.turn()?, current, Some(known.clone())).await? {
        return Err(Fields::one("/current", passwords::wrong()).into());
    }
    let password_hash = app.passwords.hash(password, salt(&app)).await?;
    app.db
        .write(move |tx| {
            let account = accounts::get(tx, caller.actor.account)?;
            if account.password_hash != known {
                return Err(Error::Stale);
            }
            let id = account.id;
            let change = account.change_password(password_hash.clone());
            accounts::record(tx, Some(&caller.actor), change)?;
            accounts::void_links(tx, id, LinkPurpose::PasswordReset)?;
            api_keys::revoke_all(tx, id)?;
            sessions::revoke_all(tx, id, Some(session))
        })
        .await?;
    Ok(reply::no_content())
}

impl From<MeChange> for ProfileForm {
    fn from(change: MeChange) -> Self {
        let alerts = change.alerts.unwrap_or_default();
        Self {
            given_name: change.given_name,
            family_name: change.family_name,
            phone: change.phone,
            language: change.language,
            alert_tenders: alerts.tenders,
            alert_messages: alerts.messages,
        }
    }
}

impl MeView {
    fn new(account: &Account, organization: &Organization, now: Instant) -> Self {
        let warning = |warning: Explanation| WarningView {
            code: warning.code,
            detail: warning.in_language(account.language).to_owned(),
        };
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
            warnings: account.warnings(organization.kind).into_iter().map(warning).collect(),
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
