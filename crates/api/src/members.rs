//! The people of one's organization: who they are, in which role, who leaves.

use actix_web::web::Path;
use chrono::{DateTime, Utc};
use estrade_db::{
    Error, Tx,
    accounts::{self, LinkPurpose},
    api_keys, conversations, organizations, sessions,
};
use estrade_domain::{
    accounts::Account,
    actor::{Actor, Role},
    fields::Fields,
    ids::AccountId,
    members::MemberAction,
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App, body::Body, caller::Caller, if_match::IfMatch, page::Page, problem::Answer, reply,
};

/// Someone of my organization.
#[derive(Serialize, ToSchema)]
pub struct MemberView {
    /// `If-Match` names it.
    version: i32,
    #[schema(example = "acc_01jd0000000000000000000000")]
    id: String,
    email: String,
    given_name: String,
    family_name: String,
    phone: String,
    /// `member`, `administrator` or `owner`.
    role: &'static str,
    /// When this person joined.
    joined_at: DateTime<Utc>,
    /// Whether it is the one who asks.
    me: bool,
    /// What I may do about this person: `change_role`, `remove`.
    actions: Vec<&'static str>,
}

/// Another role for someone.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberChange {
    /// `member`, `administrator` or `owner`.
    role: String,
}

/// The people of my organization, the first to join first.
#[utoipa::path(get, path = "/v1/members", operation_id = "members_list", tag = "members", responses((status = 200, body = Page<MemberView>)))]
pub async fn list(app: App, caller: Caller) -> Answer {
    let actor = caller.actor;
    let members = app.db.read(move |conn| accounts::members(conn, actor.organization)).await?;
    let owners = owners(&members);
    let items = members.into_iter().map(|member| MemberView::new(member, &actor, owners)).collect();
    reply::ok(&Page { items, next_page: None })
}

/// Gives someone another role; administrators do it, owners alone make and unmake owners.
#[utoipa::path(patch, path = "/v1/members/{id}", operation_id = "members_update", tag = "members", params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was seen.")), request_body = MemberChange, responses((status = 200, body = MemberView)))]
pub async fn update(
    app: App,
    caller: Caller,
    id: Path<AccountId>,
    seen: IfMatch,
    body: Body<MemberChange>,
) -> Answer {
    caller.require_session()?;
    let actor = caller.actor;
    let role = Role::from_word(&body.value.role)
        .ok_or_else(|| Fields::one("/role", text::unknown_choice()))?;
    let view = app
        .db
        .write(move |tx| {
            let (member, others) = find(tx, &actor, *id)?;
            seen.check(member.version)?;
            let change = member.change_role(role, &actor, others)?;
            let member = accounts::record(tx, Some(&actor), change)?;
            let owners = owners(&accounts::members(tx, actor.organization)?);
            Ok(MemberView::new(member, &actor, owners))
        })
        .await?;
    reply::ok(&view)
}

/// Takes someone out of my organization, or leaves it. The last owner stays.
#[utoipa::path(delete, path = "/v1/members/{id}", operation_id = "members_delete", tag = "members", params(("id" = String, Path), ("If-Match" = String, Header, description = "The version that was seen.")), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, id: Path<AccountId>, seen: IfMatch) -> Answer {
    let actor = caller.actor;
    caller.require_session()?;
    app.db
        .write(move |tx| {
            let (member, owners) = find(tx, &actor, *id)?;
            seen.check(member.version)?;
            let member = accounts::record(tx, Some(&actor), member.leave(&actor, owners)?)?;
            conversations::unassign(tx, member.id)?;
            sessions::revoke_all(tx, member.id, None)?;
            api_keys::revoke_all(tx, member.id)?;
            accounts::void_links(tx, member.id, LinkPurpose::PasswordReset)
        })
        .await?;
    Ok(reply::no_content())
}

/// Someone of the actor's organization, and how many owners that has. Whoever else decides about its
/// people waits, so that two owners cannot unmake each other.
fn find(tx: &mut Tx<'_>, actor: &Actor, id: AccountId) -> Result<(Account, usize), Error> {
    organizations::lock(tx, actor.organization)?;
    let members = accounts::members(tx, actor.organization)?;
    let owners = owners(&members);
    let member = members.into_iter().find(|member| member.id == id).ok_or(Error::NotFound)?;
    Ok((member, owners))
}

fn owners(members: &[Account]) -> usize {
    members.iter().filter(|member| member.role == Role::Owner).count()
}

impl MemberView {
    fn new(member: Account, actor: &Actor, owners: usize) -> Self {
        let actions = MemberAction::ALL
            .iter()
            .filter(|action| member.permits(**action, actor, owners).is_ok())
            .map(|action| action.as_str());
        Self {
            actions: actions.collect(),
            version: member.version,
            id: member.id.to_string(),
            email: member.email.to_string(),
            role: member.role.as_str(),
            me: member.id == actor.account,
            joined_at: member.activated_at.unwrap_or(member.created_at),
            given_name: member.given_name,
            family_name: member.family_name,
            phone: member.phone,
        }
    }
}
