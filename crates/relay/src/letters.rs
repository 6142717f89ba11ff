//! Which fact is told to whom, and in which words.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use estrade_db::{
    Error, Tx,
    accounts::{self, LinkPurpose},
    facts::Recorded,
    mails::{self, NewMail},
};
use estrade_domain::{accounts::Account, facts::Fact, ids::AccountId};

/// How long the links are good for.
const ACTIVATION_HOURS: i64 = 48;

/// Tells those whom a fact concerns.
pub fn relay(tx: &mut Tx<'_>, url: &str, recorded: &Recorded) -> Result<(), Error> {
    match &recorded.fact {
        Fact::AccountRegistered { account, .. } | Fact::ActivationRequested { account } => {
            activation(tx, url, recorded, *account)
        }
        _ => Ok(()),
    }
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
