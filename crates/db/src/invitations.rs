//! Rows of the invitations to join an organization; only the hash of what was mailed is kept.

use diesel::prelude::*;
use estrade_domain::{
    accounts::AccountRefusal,
    actor::{Actor, Role},
    change::Change,
    ids::{InvitationId, OrganizationId},
    invitations::{Invitation, InvitationState},
    members::TEAM_MAX,
    text::Email,
    world::Instant,
};

use crate::{Conn, Error, Tx, facts, schema::invitations};

#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
struct Row {
    id: String,
    version: i32,
    organization_id: String,
    email: String,
    role: String,
    state: String,
    invited_by: String,
    created_at: i64,
    expires_at: i64,
}

/// Records a new invitation. Until the mail is written nobody knows a token for this hash.
pub fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<Invitation>,
    token_hash: &str,
) -> Result<Invitation, Error> {
    let invitation = change.after;
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(invitation.id.to_string()),
            invitations::version.eq(invitation.version),
            invitations::organization_id.eq(invitation.organization.to_string()),
            invitations::email.eq(invitation.email.as_str()),
            invitations::role.eq(invitation.role.as_str()),
            invitations::token_hash.eq(token_hash),
            invitations::state.eq(invitation.state.as_str()),
            invitations::invited_by.eq(invitation.invited_by.to_string()),
            invitations::created_at.eq(invitation.created_at.timestamp_millis()),
            invitations::expires_at.eq(invitation.expires_at.timestamp_millis()),
        ))
        .execute(&mut **tx)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(invitation)
}

/// The invitation with this id.
pub fn get(conn: &mut Conn, id: InvitationId) -> Result<Invitation, Error> {
    invitations::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The invitations of an organization that are still good, the oldest first.
pub fn open_of(
    conn: &mut Conn,
    organization: OrganizationId,
    now: Instant,
) -> Result<Vec<Invitation>, Error> {
    invitations::table
        .filter(invitations::organization_id.eq(organization.to_string()))
        .filter(invitations::state.eq(InvitationState::Open.as_str()))
        .filter(invitations::expires_at.gt(now.timestamp_millis()))
        .order((invitations::created_at, invitations::id))
        .limit(i64::try_from(TEAM_MAX).unwrap_or(i64::MAX))
        .select(Row::as_select())
        .load(conn)?
        .into_iter()
        .map(Invitation::try_from)
        .collect()
}

/// The invitation behind a mailed token, while it is good.
pub fn find_good(conn: &mut Conn, token_hash: &str, now: Instant) -> Result<Invitation, Error> {
    let row: Option<Row> = invitations::table
        .filter(invitations::token_hash.eq(token_hash))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    let invitation = Invitation::try_from(row.ok_or(AccountRefusal::LinkSpent)?)?;
    invitation.is_good(now)?;
    Ok(invitation)
}

/// Records where an invitation stands now.
pub fn record(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<(), Error> {
    let seen = invitations::table
        .filter(invitations::id.eq(invitation.id.to_string()))
        .filter(invitations::version.eq(invitation.version));
    let after = (
        invitations::state.eq(invitation.state.as_str()),
        invitations::version.eq(invitation.version + 1),
    );
    if diesel::update(seen).set(after).execute(&mut **tx)? == 1 {
        Ok(())
    } else {
        Err(Error::Stale)
    }
}

/// Keeps the hash of the token that is about to be mailed.
pub fn renew_token(tx: &mut Tx<'_>, id: InvitationId, token_hash: &str) -> Result<(), Error> {
    diesel::update(invitations::table.find(id.to_string()))
        .set(invitations::token_hash.eq(token_hash))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes all invitations of an organization back.
pub fn withdraw_all(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Error> {
    let open = invitations::table
        .filter(invitations::organization_id.eq(organization.to_string()))
        .filter(invitations::state.eq(InvitationState::Open.as_str()));
    diesel::update(open)
        .set((
            invitations::state.eq(InvitationState::Withdrawn.as_str()),
            invitations::version.eq(invitations::version + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

impl TryFrom<Row> for Invitation {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("invitations", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            organization: row.organization_id.parse().map_err(|_| corrupt())?,
            email: Email::parse(&row.email).map_err(|_| corrupt())?,
            role: Role::from_word(&row.role).ok_or_else(corrupt)?,
            state: InvitationState::from_word(&row.state).ok_or_else(corrupt)?,
            invited_by: row.invited_by.parse().map_err(|_| corrupt())?,
            created_at: instant(row.created_at)?,
            expires_at: instant(row.expires_at)?,
        })
    }
}
