//! Inviting people into one's organization, and what the invited see and do.

use actix_web::{HttpRequest, http::StatusCode, web::Path};
use chrono::{DateTime, Utc};
use estrade_db::{accounts, bars, facts, invitations, organizations};
use estrade_domain::{
    accounts::Account,
    ids::InvitationId,
    invitations::{Invitation, InvitationRefusal, Invitee, Newcomer, NewcomerForm, Team},
    organizations::Organization,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::{App, TERMS_VERSION},
    body::Body,
    caller::Caller,
    idempotency::Written,
    middleware,
    page::Page,
    problem::Answer,
    registrations::salt,
    reply, sessions, tokens,
};

/// An invitation that is still good.
#[derive(Serialize, ToSchema)]
pub struct InvitationView {
    #[schema(example = "inv_01jd0000000000000000000000")]
    id: String,
    email: String,
    /// `member`, `administrator` or `owner`.
    role: &'static str,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

/// What an invited person is shown before it accepts.
#[derive(Serialize, ToSchema)]
pub struct InvitedView {
    /// The address that was invited; it will be the login.
    email: String,
    /// `member`, `administrator` or `owner`.
    role: &'static str,
    /// Who invited.
    invited_by: String,
    /// To join which organization.
    organization: InvitingView,
    expires_at: DateTime<Utc>,
}

/// The organization that invites.
#[derive(Serialize, ToSchema)]
pub struct InvitingView {
    /// `client`, `provider` or `operator`.
    kind: &'static str,
    handle: String,
    name: String,
}

/// Who is to be invited.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// An address without an account.
    #[schema(example = "jean@exemple.fr")]
    email: String,
    /// `member`, `administrator` or `owner`; not above one's own.
    role: String,
}

/// Someone accepts. As at a registration, every missing field is told at once.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// From the mailed link; good once, for some days (see /v1/settings).
    token: String,
    #[serde(default)]
    #[schema(required)]
    given_name: String,
    #[serde(default)]
    #[schema(required)]
    family_name: String,
    #[serde(default)]
    #[schema(required)]
    phone: String,
    /// At least 10 characters.
    #[serde(default)]
    #[schema(required)]
    password: String,
    /// `fr` or `en`: the language of mails.
    #[serde(default = "french")]
    language: String,
    /// The version of the terms of use that the person accepted (see /v1/settings).
    #[serde(default)]
    #[schema(required)]
    terms_version: String,
}

fn french() -> String {
    "fr".to_owned()
}

/// My organization's invitations that are still good.
#[utoipa::path(get, path = "/v1/invitations", operation_id = "invitations_list", tag = "members", responses((status = 200, body = Page<InvitationView>)))]
pub async fn list(app: App, caller: Caller) -> Answer {
    caller.require_manager()?;
    let (organization, now) = (caller.actor.organization, app.now());
    let open = app.db.read(move |conn| invitations::open_of(conn, organization, now)).await?;
    let items = open.iter().map(InvitationView::new).collect();
    reply::ok(&Page { items, next_page: None })
}

/// Invites someone by mail. An address that has an account is refused with the reason. An address is mailed
/// one invitation in two minutes and five in a day: the others follow.
#[utoipa::path(post, path = "/v1/invitations", operation_id = "invitations_create", tag = "members", request_body = NewInvitation, responses((status = 201, body = InvitationView)))]
pub async fn create(app: App, caller: Caller, body: Body<NewInvitation>) -> Answer {
    caller.require_session()?;
    let invitee = Invitee::parse(&body.value.email, &body.value.role)?;
    let (actor, limits) = (caller.actor, app.settings.limits);
    body.once
        .write(&app, &caller, StatusCode::CREATED, move |tx| {
            let now = tx.now();
            organizations::lock(tx, actor.organization)?;
            let holder = match accounts::find_holder(tx, invitee.email())? {
                Some(account) => {
                    let kind = organizations::get(tx, account.organization)?.kind;
                    Some((account, kind))
                }
                None => None,
            };
            let team = Team {
                members: accounts::members(tx, actor.organization)?.len(),
                invited: &invitations::open_of(tx, actor.organization, now)?,
                holder: holder.as_ref().map(|(account, kind)| (account, *kind)),
            };
            let change = invitee.clone().invite(tx.id(), &actor, &team, &limits, now)?;
            let unknown = tokens::hash(&tokens::from_secret(tx.secret()));
            let invitation = invitations::insert(tx, &actor, change, &unknown)?;
            let location = format!("/v1/invitations/{}", invitation.id);
            Ok(Written::created(InvitationView::new(&invitation), location))
        })
        .await
}

/// Takes an invitation back.
#[utoipa::path(delete, path = "/v1/invitations/{id}", operation_id = "invitations_delete", tag = "members", params(("id" = String, Path)), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, id: Path<InvitationId>) -> Answer {
    caller.require_session()?;
    let actor = caller.actor;
    app.db
        .write(move |tx| {
            let now = tx.now();
            let open = invitations::open_of(tx, actor.organization, now)?;
            let invitation = open.into_iter().find(|invitation| invitation.id == *id);
            let invitation = invitation.ok_or(estrade_db::Error::NotFound)?;
            invitations::record(tx, &invitation.withdraw(&actor)?)
        })
        .await?;
    Ok(reply::no_content())
}

/// What an invited person is shown before it accepts.
#[utoipa::path(get, path = "/v1/invitations/by-token/{token}", operation_id = "invitations_get_by_token", tag = "members", security(()), params(("token" = String, Path)), responses((status = 200, body = InvitedView)))]
pub async fn by_token(app: App, token: Path<String>) -> Answer {
    let (hash, now) = (tokens::hash(&token), app.now());
    let view = app
        .db
        .read(move |conn| {
            let invitation = invitations::find_good(conn, &hash, now)?;
            let organization = organizations::get(conn, invitation.organization)?;
            let inviter = accounts::get(conn, invitation.invited_by)?;
            Ok(InvitedView::new(&invitation, organization, &inviter))
        })
        .await?;
    reply::ok(&view)
}

/// Opens the account of an invited person, active at once because the link proves the address, and logs in.
#[utoipa::path(post, path = "/v1/invitations/accept", operation_id = "invitations_accept", tag = "members", security(()), request_body = Acceptance, responses((status = 201, body = sessions::Opened)))]
pub async fn accept(app: App, request: HttpRequest, body: Body<Acceptance>) -> Answer {
    let hash = tokens::hash(&body.value.token);
    let (known, now) = (hash.clone(), app.now());
    let invitation = app.db.read(move |conn| invitations::find_good(conn, &known, now)).await;
    // What is missing in the form is told whatever the link is worth.
    let email = invitation.as_ref().ok().map(|invitation| &invitation.email);
    let newcomer = Newcomer::parse(&body.value.into(), email, TERMS_VERSION)?;
    invitation?;
    let password_hash = app.passwords.hash(newcomer.password.clone(), salt(&app)).await?;
    let ip = middleware::address(&app, &request).to_string();
    let browser = sessions::Browser::of(&app, &request);
    let opened = app
        .db
        .write(move |tx| {
            let now = tx.now();
            let invitation = invitations::find_good(tx, &hash, now)?;
            // Who joins waits for a closing, and the other way round.
            organizations::lock(tx, invitation.organization)?;
            organizations::get(tx, invitation.organization)?.is_open()?;
            bars::refuse_barred(tx, &invitation.email, &ip, None)?;
            if accounts::find_holder(tx, &invitation.email)?.is_some() {
                return Err(InvitationRefusal::EmailTaken.into());
            }
            let (invitation, joined) = invitation.accept(
                newcomer.clone(),
                tx.id(),
                password_hash.clone(),
                &ip,
                tx.now(),
            )?;
            invitations::record(tx, &invitation)?;
            accounts::insert(tx, &joined.after)?;
            facts::record(tx, None, &joined.facts)?;
            sessions::open(tx, joined.after.id, &browser)
        })
        .await?;
    sessions::welcome(&app, &opened)
}

impl InvitationView {
    fn new(invitation: &Invitation) -> Self {
        Self {
            id: invitation.id.to_string(),
            email: invitation.email.to_string(),
            role: invitation.role.as_str(),
            created_at: invitation.created_at,
            expires_at: invitation.expires_at,
        }
    }
}

impl InvitedView {
    fn new(invitation: &Invitation, organization: Organization, inviter: &Account) -> Self {
        Self {
            email: invitation.email.to_string(),
            role: invitation.role.as_str(),
            invited_by: format!("{} {}", inviter.given_name, inviter.family_name),
            organization: InvitingView {
                kind: organization.kind.as_str(),
                handle: organization.handle.to_string(),
                name: organization.name,
            },
            expires_at: invitation.expires_at,
        }
    }
}

impl From<Acceptance> for NewcomerForm {
    fn from(body: Acceptance) -> Self {
        Self {
            given_name: body.given_name,
            family_name: body.family_name,
            phone: body.phone,
            language: body.language,
            password: body.password,
            terms_version: body.terms_version,
        }
    }
}
