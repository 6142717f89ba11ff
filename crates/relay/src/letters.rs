//! Which fact is told to whom, and in which words.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use estrade_db::{
    Error, Tx,
    accounts::{self, LinkPurpose},
    facts::Recorded,
    invitations,
    mails::{self, NewMail},
    organizations,
};
use estrade_domain::{
    accounts::Account,
    facts::Fact,
    ids::{AccountId, InvitationId},
};

/// How long the links are good for.
const ACTIVATION_HOURS: i64 = 48;
const PASSWORD_RESET_HOURS: i64 = 1;

/// Tells those whom a fact concerns.
pub fn relay(tx: &mut Tx<'_>, url: &str, recorded: &Recorded) -> Result<(), Error> {
    match &recorded.fact {
        Fact::AccountRegistered { account, .. } | Fact::ActivationRequested { account } => {
            activation(tx, url, recorded, *account)
        }
        Fact::MemberInvited { invitation, .. } => invited(tx, url, recorded, *invitation),
        Fact::PasswordResetRequested { account } => password_reset(tx, url, recorded, *account),
        _ => Ok(()),
    }
}

fn invited(tx: &mut Tx<'_>, url: &str, recorded: &Recorded, id: InvitationId) -> Result<(), Error> {
    let token = URL_SAFE_NO_PAD.encode(tx.secret());
    let Some(invitation) = invitations::renew_token(tx, id, &crate::hash_token(&token))? else {
        return Ok(());
    };
    let name = organizations::get(tx, invitation.organization)?.name;
    let language = accounts::get(tx, invitation.invited_by)?.language;
    let link = format!("{url}/invitation?token={token}");
    let (subject, text) = language.pick(
        (
            format!("{name} vous invite sur Estrade"),
            format!("Bonjour,\n\nCe lien, valable sept jours, ouvre votre compte :\n{link}\n"),
        ),
        (
            format!("{name} invites you to Estrade"),
            format!("Hello,\n\nThis link, good for seven days, opens your account:\n{link}\n"),
        ),
    );
    let html_body = format!("<p>{}</p>", text.replace('\n', "<br>"));
    mails::queue(
        tx,
        &NewMail {
            fact: recorded.id,
            recipient: invitation.email.to_string(),
            language,
            template: "invitation",
            subject,
            text_body: text,
            html_body,
        },
    )
}

fn password_reset(
    tx: &mut Tx<'_>,
    url: &str,
    recorded: &Recorded,
    id: AccountId,
) -> Result<(), Error> {
    let account = accounts::get(tx, id)?;
    let token = link(tx, &account, LinkPurpose::PasswordReset, PASSWORD_RESET_HOURS)?;
    let link = format!("{url}/mot-de-passe-oublie?token={token}");
    let (subject, text) = account.language.pick(
        (
            "Choisissez un nouveau mot de passe",
            format!(
                "Bonjour {},\n\nCe lien vous laisse choisir un nouveau mot de passe ; il est valable une heure :\n{link}\n\nSi vous n'avez rien demandé, ne faites rien.\n",
                account.given_name
            ),
        ),
        (
            "Choose a new password",
            format!(
                "Hello {},\n\nThis link lets you choose a new password; it is good for one hour:\n{link}\n\nIf you did not ask for it, do nothing.\n",
                account.given_name
            ),
        ),
    );
    let html_body = format!("<p>{}</p>", text.replace('\n', "<br>"));
    mails::queue(
        tx,
        &NewMail {
            fact: recorded.id,
            recipient: account.email.to_string(),
            language: account.language,
            template: "password_reset",
            subject: subject.to_owned(),
            text_body: text,
            html_body,
        },
    )
}

fn activation(tx: &mut Tx<'_>, url: &str, recorded: &Recorded, id: AccountId) -> Result<(), Error> {
    let account = accounts::get(tx, id)?;
    let link = format!(
        "{url}/activation?token={}",
        link(tx, &account, LinkPurpose::Activation, ACTIVATION_HOURS)?
    );
    let (subject, text) = account.language.pick(
        (
            "Activez votre compte Estrade",
            format!(
                "Bonjour {},\n\nOuvrez ce lien pour activer votre compte :\n{link}\n",
                account.given_name
            ),
        ),
        (
            "Activate your Estrade account",
            format!(
                "Hello {},\n\nOpen this link to activate your account:\n{link}\n",
                account.given_name
            ),
        ),
    );
    let html_body = format!("<p>{}</p>", text.replace('\n', "<br>"));
    mails::queue(
        tx,
        &NewMail {
            fact: recorded.id,
            recipient: account.email.to_string(),
            language: account.language,
            template: "activation",
            subject: subject.to_owned(),
            text_body: text,
            html_body,
        },
    )
}

fn link(
    tx: &mut Tx<'_>,
    account: &Account,
    purpose: LinkPurpose,
    hours: i64,
) -> Result<String, Error> {
    let token = URL_SAFE_NO_PAD.encode(tx.secret());
    let expires_at = tx.now() + TimeDelta::hours(hours);
    accounts::insert_link(tx, account.id, purpose, &crate::hash_token(&token), expires_at)?;
    Ok(token)
}
