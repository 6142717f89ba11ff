//! « Mot de passe oublié »: the pseudo and the e-mail, then a single-use link. Whether the pair
//! matches is told by mail alone: the answer and the work behind it are the same.

use actix_web::{HttpResponse, http::StatusCode};
use estrade_db::{
    accounts::{self, LinkPurpose},
    api_keys, facts, sessions,
};
use estrade_domain::{
    accounts::{Account, AccountState},
    facts::Fact,
    fields::Fields,
    passwords,
    text::{Email, Handle},
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    app::App,
    body::Body,
    problem::{Answer, Problem},
    registrations::{MailFollows, salt},
    reply, tokens,
};

/// Who forgot its password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPasswordReset {
    /// The pseudo.
    #[schema(example = "ana-roux")]
    handle: String,
    /// The address that was registered.
    #[schema(example = "ana@exemple.fr")]
    email: String,
}

/// A new password, and the right to choose it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordResetConfirmation {
    /// From the mailed link; good once, for an hour.
    token: String,
    /// At least 10 characters.
    password: String,
}

/// Mails a link when pseudo and address belong together: once in two minutes, five times a day at most. The
/// answer never tells.
#[utoipa::path(post, path = "/v1/password-resets", operation_id = "password_resets_create", tag = "sessions", security(()), request_body = NewPasswordReset, responses((status = 202, body = MailFollows)))]
pub async fn create(app: App, body: Body<NewPasswordReset>) -> Answer {
    let (handle, email) = parse(&body.value)?;
    let answer = MailFollows::to(&email);
    app.db
        .write(move |tx| {
            let account = accounts::find_by_pair(tx, &handle, &email)?;
            facts::record(tx, None, &[outcome(account.as_ref(), &handle)])
        })
        .await?;
    Ok(HttpResponse::build(StatusCode::ACCEPTED).json(answer))
}

/// Sets the password with the mailed link and ends every session and every API key of the account.
#[utoipa::path(post, path = "/v1/password-resets/confirm", operation_id = "password_resets_confirm", tag = "sessions", security(()), request_body = PasswordResetConfirmation, responses((status = 204)))]
pub async fn confirm(app: App, body: Body<PasswordResetConfirmation>) -> Answer {
    let hash = tokens::hash(&body.value.token);
    let (known, now) = (hash.clone(), app.now());
    let account = app
        .db
        .read(move |conn| accounts::link_holder(conn, LinkPurpose::PasswordReset, &known, now))
        .await?;
    let password = passwords::parse(&body.value.password, &[account.email.as_str()])
        .map_err(|wrong| Problem::from(Fields::one("/password", wrong)))?;
    let password_hash = app.passwords.hash(password, salt(&app)).await?;
    app.db
        .write(move |tx| {
            let account = accounts::spend_link(tx, LinkPurpose::PasswordReset, &hash)?;
            account.may_log_in()?;
            let id = account.id;
            accounts::void_links(tx, id, LinkPurpose::PasswordReset)?;
            accounts::record(tx, None, account.change_password(password_hash.clone()))?;
            api_keys::revoke_all(tx, id)?;
            sessions::revoke_all(tx, id, None)
        })
        .await?;
    Ok(reply::no_content())
}

fn parse(body: &NewPasswordReset) -> Result<(Handle, Email), Fields> {
    let mut fields = Fields::default();
    let handle = fields.take("/handle", Handle::parse(&body.handle));
    let email = fields.take("/email", Email::parse(&body.email));
    let (Some(handle), Some(email)) = (handle, email) else { return Err(fields) };
    Ok((handle, email))
}

/// Someone who never opened the first link gets that one again: it proves the address just as well.
fn outcome(account: Option<&Account>, handle: &Handle) -> Fact {
    match account.map(|account| (account.state, account.id)) {
        Some((AccountState::Active, account)) => Fact::PasswordResetRequested { account },
        Some((AccountState::Pending, account)) => Fact::ActivationRequested { account, back: None },
        _ => Fact::PasswordResetMissed { handle: handle.to_string() },
    }
}
