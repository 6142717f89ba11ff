//! Letters about a person's own account: links that open it, and what concerns its security.

use chrono::TimeDelta;
use estrade_db::{
    Error,
    accounts::{self, LinkPurpose},
    mails,
};
use estrade_domain::{
    accounts::{Account, AccountState},
    actor::OrganizationKind,
    ids::{AccountId, OrganizationId},
    language::Language,
    registrations::back,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
    tokens,
};

/// How long the link that opens an account is good for.
const ACTIVATION: TimeDelta = TimeDelta::hours(48);
/// How long the link to a new password is good for.
const RESET: TimeDelta = TimeDelta::hours(1);

/// The link that opens the account (S1-007), and leads back to the page that asked to register.
pub(super) fn activation(
    desk: &mut Desk<'_, '_>,
    id: AccountId,
    back: Option<&str>,
) -> Result<(), Error> {
    let account = accounts::get(desk.tx, id)?;
    // The link may have been opened, or the account closed, since it was asked for.
    if account.state != AccountState::Pending {
        return Ok(());
    }
    if was_mailed_enough(desk, &account, "activation")? {
        return Ok(());
    }
    let token = tokens::mint_link(desk.tx, id, LinkPurpose::Activation, ACTIVATION)?;
    let words = |language| match language {
        Language::Fr => Words::about("Activez votre compte Estrade")
            .text(
                "Merci de votre inscription. Il reste une étape : ouvrez ce lien pour \
                 confirmer votre adresse e-mail et activer votre compte.",
            )
            .text(
                "Le lien est valable 48 heures et ne sert qu’une fois. Si vous n’avez rien \
                 demandé, ignorez ce message.",
            )
            .button("Activer mon compte"),
        Language::En => Words::about("Activate your Estrade account")
            .text(
                "Thank you for registering. One step is left: open this link to confirm your \
                 e-mail address and activate your account.",
            )
            .text(
                "The link is good for 48 hours and works once. If you did not ask for \
                 anything, ignore this message.",
            )
            .button("Activate my account"),
    };
    let back = back.map(|path| format!("retour={}&", back::in_query(path))).unwrap_or_default();
    desk.mail(&account, &by_mail("activation", format!("/activation?{back}token={token}"), &words))
}

/// What a stranger can have mailed is mailed now and then only. Decided here, where the mails are known, so
/// that whoever asks is answered the same, after the same work.
fn was_mailed_enough(
    desk: &mut Desk<'_, '_>,
    to: &Account,
    kind: &'static str,
) -> Result<bool, Error> {
    Ok(mails::next_at(desk.tx, to.email.as_str(), kind)?.is_some())
}

/// Someone registered with an address that has an account: only its holder hears of it (S1-017).
pub(super) fn registration_repeated(desk: &mut Desk<'_, '_>, id: AccountId) -> Result<(), Error> {
    let account = accounts::get(desk.tx, id)?;
    if account.state == AccountState::Pending {
        return activation(desk, id, None);
    }
    if was_mailed_enough(desk, &account, "account.registration_repeated")? {
        return Ok(());
    }
    let words = |language| match language {
        Language::Fr => Words::about("Vous avez déjà un compte Estrade")
            .text(
                "Quelqu’un vient de demander une inscription avec votre adresse e-mail, qui a \
                 déjà un compte : rien n’a été créé ni modifié.",
            )
            .text(
                "Si c’était vous, connectez-vous. Si vous avez oublié votre mot de passe, la \
                 page de connexion permet d’en choisir un autre. Une adresse e-mail ouvre un \
                 seul compte : pour un compte d’un autre type, prenez une autre adresse.",
            )
            .button("Se connecter"),
        Language::En => Words::about("You already have an Estrade account")
            .text(
                "Someone just asked to register with your e-mail address, which already has an \
                 account: nothing was created or changed.",
            )
            .text(
                "If it was you, log in. If you forgot your password, the login page lets you \
                 choose another. One e-mail address opens one account: for an account of another \
                 kind, use another address.",
            )
            .button("Log in"),
    };
    desk.mail(&account, &by_mail("account.registration_repeated", "/connexion".to_owned(), &words))
}

/// Welcome, and the first thing to do: a client posts (S1-009), a provider subscribes (S1-121).
pub(super) fn welcome(
    desk: &mut Desk<'_, '_>,
    id: AccountId,
    organization: OrganizationId,
) -> Result<(), Error> {
    let account = accounts::get(desk.tx, id)?;
    let kind = estrade_db::organizations::get(desk.tx, organization)?.kind;
    let (path, words): (&str, &dyn Fn(Language) -> Words) = match kind {
        OrganizationKind::Client => ("/mes-evenements/nouveau", &welcome_client),
        OrganizationKind::Provider => ("/compte/abonnement", &welcome_provider),
        OrganizationKind::Operator => return Ok(()),
    };
    let telling = Telling {
        kind: "account.activated",
        concern: Concern::Account,
        path: path.to_owned(),
        params: json!({}),
        words,
    };
    desk.tell(&[account], &telling)
}

fn welcome_client(language: Language) -> Words {
    match language {
        Language::Fr => Words::about("Bienvenue : déposez votre premier appel d’offres")
            .text(
                "Votre compte est actif. Décrivez votre événement une fois : les prestataires \
                 de chaque métier vous répondent avec un prix. C’est gratuit, sans limite et \
                 sans commission.",
            )
            .text(
                "Vous comparez les offres, vous choisissez, le prestataire confirme. Vos \
                 coordonnées ne sont montrées à personne avant sa confirmation.",
            )
            .button("Créer un appel d’offres"),
        Language::En => Words::about("Welcome: post your first tender")
            .text(
                "Your account is active. Describe your event once: providers of each trade \
                 answer with a price. It is free, unlimited and without commission.",
            )
            .text(
                "You compare the offers, you choose, the provider confirms. Nobody sees your \
                 contact details before that confirmation.",
            )
            .button("Create a tender"),
    }
}

fn welcome_provider(language: Language) -> Words {
    match language {
        Language::Fr => Words::about(
            "Bienvenue : choisissez votre formule pour recevoir les \
             appels d’offres",
        )
        .text(
            "Votre compte est actif. Dès que vous avez choisi une formule, FREE au moins, \
                 les appels d’offres de vos métiers et de votre zone vous arrivent par e-mail.",
        )
        .text(
            "FREE est gratuite et vous inscrit à l’annuaire. VIP+ permet en plus de \
                 répondre, sans limite, pendant 12 mois.",
        )
        .button("Choisir ma formule"),
        Language::En => Words::about("Welcome: choose your plan to receive tenders")
            .text(
                "Your account is active. As soon as you have chosen a plan, FREE at least, \
                 tenders of your trades and your area reach you by e-mail.",
            )
            .text(
                "FREE costs nothing and lists you in the directory. VIP+ lets you answer as \
                 well, without limit, for 12 months.",
            )
            .button("Choose my plan"),
    }
}

/// The link to a new password (S1-020).
pub(super) fn password_reset(desk: &mut Desk<'_, '_>, id: AccountId) -> Result<(), Error> {
    let account = accounts::get(desk.tx, id)?;
    if account.state != AccountState::Active {
        return Ok(());
    }
    if was_mailed_enough(desk, &account, "password_reset")? {
        return Ok(());
    }
    let token = tokens::mint_link(desk.tx, id, LinkPurpose::PasswordReset, RESET)?;
    let words = |language| match language {
        Language::Fr => Words::about("Choisissez un nouveau mot de passe")
            .text(
                "Vous avez demandé à changer de mot de passe. Ouvrez ce lien pour en choisir \
                 un nouveau : il est valable une heure et ne sert qu’une fois.",
            )
            .text(
                "Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le \
                 même.",
            )
            .button("Choisir un mot de passe"),
        Language::En => Words::about("Choose a new password")
            .text(
                "You asked to change your password. Open this link to choose a new one: it is \
                 good for one hour and works once.",
            )
            .text(
                "If you did not ask for anything, ignore this message: your password stays the \
                 same.",
            )
            .button("Choose a password"),
    };
    let path = format!("/reinitialisation?token={token}");
    desk.mail(&account, &by_mail("password_reset", path, &words))
}

/// The password was changed: whoever did not do it must hear of it.
pub(super) fn password_changed(desk: &mut Desk<'_, '_>, id: AccountId) -> Result<(), Error> {
    security(desk, id, "account.password_changed", "/compte/securite", &|language| match language {
        Language::Fr => Words::about("Votre mot de passe a été changé")
            .text(
                "Le mot de passe de votre compte vient d’être changé. Vos autres sessions ont \
                 été fermées et vos clés d’API révoquées : créez-en de nouvelles pour vos \
                 programmes.",
            )
            .text(
                "Si ce n’était pas vous, choisissez tout de suite un autre mot de passe avec « \
                 Mot de passe oublié », puis écrivez au support.",
            )
            .button("Voir mes sessions"),
        Language::En => Words::about("Your password was changed")
            .text(
                "The password of your account was just changed. Your other sessions were closed \
                 and your API keys revoked: make new ones for your programs.",
            )
            .text(
                "If it was not you, choose another password at once with “Forgotten password”, \
                 then write to support.",
            )
            .button("See my sessions"),
    })
}

/// A session's token came twice: it was copied, and the session is closed.
pub(super) fn session_compromised(desk: &mut Desk<'_, '_>, id: AccountId) -> Result<(), Error> {
    security(desk, id, "session.compromised", "/compte/securite", &|language| match language {
        Language::Fr => Words::about("Une de vos sessions a été fermée par sécurité")
            .text(
                "Le jeton d’une de vos sessions a été présenté deux fois : il a peut-être été \
                 copié. Nous avons fermé cette session ; il suffit de vous reconnecter.",
            )
            .text(
                "Si cela se répète, changez de mot de passe et vérifiez l’appareil que vous \
                 utilisez.",
            )
            .button("Voir mes sessions"),
        Language::En => Words::about("One of your sessions was closed for safety")
            .text(
                "The token of one of your sessions was presented twice: it may have been \
                 copied. We closed that session; you only need to log in again.",
            )
            .text("If it happens again, change your password and check the device you use.")
            .button("See my sessions"),
    })
}

/// A key that acts in the person's name was made.
pub(super) fn api_key_created(desk: &mut Desk<'_, '_>, id: AccountId) -> Result<(), Error> {
    security(desk, id, "api_key.created", "/compte/cles-api", &|language| match language {
        Language::Fr => Words::about("Une clé d’API a été créée sur votre compte")
            .text(
                "Une nouvelle clé d’API peut désormais agir en votre nom. Si ce n’était pas \
                 vous, révoquez-la et changez de mot de passe.",
            )
            .button("Voir mes clés"),
        Language::En => Words::about("An API key was created on your account")
            .text(
                "A new API key can act in your name from now on. If it was not you, revoke it \
                 and change your password.",
            )
            .button("See my keys"),
    })
}

/// A key stopped working.
pub(super) fn api_key_revoked(desk: &mut Desk<'_, '_>, id: AccountId) -> Result<(), Error> {
    security(desk, id, "api_key.revoked", "/compte/cles-api", &|language| match language {
        Language::Fr => Words::about("Une clé d’API de votre compte a été révoquée")
            .text("Une de vos clés d’API ne fonctionne plus : ce qui l’utilise recevra un refus.")
            .button("Voir mes clés"),
        Language::En => Words::about("An API key of your account was revoked")
            .text("One of your API keys no longer works: whatever uses it will be refused.")
            .button("See my keys"),
    })
}

fn security(
    desk: &mut Desk<'_, '_>,
    id: AccountId,
    kind: &'static str,
    path: &str,
    words: &dyn Fn(Language) -> Words,
) -> Result<(), Error> {
    let account = accounts::get(desk.tx, id)?;
    let telling = Telling {
        kind,
        concern: Concern::Account,
        path: path.to_owned(),
        params: json!({}),
        words,
    };
    desk.tell(&[account], &telling)
}

/// The operator closed the party with all its accounts (S1-024). The reason is in the log; support tells it to
/// who asks. Someone who never opened the account has not asked for letters.
pub(super) fn closed(desk: &mut Desk<'_, '_>, party: OrganizationId) -> Result<(), Error> {
    let telling = by_mail("account.closed", "/contact".to_owned(), &closed_words);
    for account in accounts::of_organizations(desk.tx, &[party.to_string()])? {
        if account.state == AccountState::Closed && account.activated_at.is_some() {
            desk.mail(&account, &telling)?;
        }
    }
    Ok(())
}

/// Someone was given the run of the marketplace from the server: every operator hears of it.
pub(super) fn operator_named(desk: &mut Desk<'_, '_>, id: AccountId) -> Result<(), Error> {
    let email = accounts::get(desk.tx, id)?.email;
    let operators = desk.operators()?;
    let words = |language| match language {
        Language::Fr => Words::about("Un accès d’opérateur a été ouvert")
            .text(format!(
                "L’accès d’opérateur de {email} vient d’être ouvert depuis le serveur, avec un \
                 lien pour choisir son mot de passe."
            ))
            .text(
                "Si personne de votre équipe n’est à l’origine de cet accès, vérifiez le serveur.",
            )
            .button("Voir les comptes"),
        Language::En => Words::about("An operator's access was opened")
            .text(format!(
                "The operator's access of {email} was just opened from the server, with a link \
                 to choose its password."
            ))
            .text("If nobody of your team is behind this access, check the server.")
            .button("See the accounts"),
    };
    let telling = Telling {
        kind: "operator.named",
        concern: Concern::Account,
        path: "/operateur/comptes".to_owned(),
        params: json!({}),
        words: &words,
    };
    desk.tell(&operators, &telling)
}

fn closed_words(language: Language) -> Words {
    match language {
        Language::Fr => Words::about("Votre compte Estrade a été fermé")
            .text(
                "L’équipe d’Estrade a fermé votre compte. Vous ne pouvez plus vous connecter \
                 et votre fiche n’est plus publique.",
            )
            .text("Pour connaître la raison de cette décision ou la contester, écrivez au support.")
            .button("Écrire au support"),
        Language::En => Words::about("Your Estrade account was closed")
            .text(
                "The Estrade team closed your account. You can no longer log in and your sheet \
                 is no longer public.",
            )
            .text("To learn the reason of this decision or to contest it, write to support.")
            .button("Write to support"),
    }
}

fn by_mail<'a>(
    kind: &'static str,
    path: String,
    words: &'a dyn Fn(Language) -> Words,
) -> Telling<'a> {
    Telling { kind, concern: Concern::Account, path, params: json!({}), words }
}
