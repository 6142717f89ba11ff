//! Letters about a party's team.

use estrade_db::{Error, accounts, invitations, mails, organizations};
use estrade_domain::{
    actor::Role,
    ids::{AccountId, InvitationId, OrganizationId},
    language::Language,
    phrases,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    letters::Progress,
    template::Words,
    tokens,
};

const INVITED: &str = "member.invited";

/// The link that lets someone join a team; written in the language of who invites. It waits while this
/// address was invited enough, by whomever: who invites is not told of others.
pub(super) fn invited(
    desk: &mut Desk<'_, '_>,
    id: InvitationId,
    organization: OrganizationId,
) -> Result<Progress, Error> {
    let invited = invitations::get(desk.tx, id)?;
    if invited.is_good(desk.tx.now()).is_err() {
        return Ok(Progress::Done);
    }
    if let Some(at) = mails::next_at(desk.tx, invited.email.as_str(), INVITED)? {
        return Ok(Progress::NotBefore(at));
    }
    let token = tokens::mint(desk.tx);
    invitations::renew_token(desk.tx, id, &tokens::hash(&token))?;
    let party = organizations::get(desk.tx, organization)?;
    let host = accounts::get(desk.tx, invited.invited_by)?;
    let host_name = format!("{} {}", host.given_name, host.family_name);
    let words = |language| {
        let (role, until) =
            (role(language, invited.role), phrases::moment(language, invited.expires_at));
        match language {
            Language::Fr => Words::about(format!(
                "{host_name} vous invite à rejoindre {} sur \
                 Estrade",
                party.name
            ))
            .text(format!(
                "{host_name} vous propose de rejoindre l’équipe de {} sur Estrade, \
                     la place de marché des métiers de l’événement, comme {role}.",
                party.name
            ))
            .text(format!("L’invitation est valable jusqu’au {until}."))
            .button("Rejoindre l’équipe"),
            Language::En => {
                Words::about(format!("{host_name} invites you to join {} on Estrade", party.name))
                    .text(format!(
                        "{host_name} asks you to join the team of {} on Estrade, the \
                     marketplace of event services, as {role}.",
                        party.name
                    ))
                    .text(format!("The invitation is good until {until}."))
                    .button("Join the team")
            }
        }
    };
    let telling = Telling {
        kind: INVITED,
        concern: Concern::Invitation,
        path: format!("/invitation?token={token}"),
        params: json!({}),
        words: &words,
    };
    desk.mail_address(invited.email.as_str(), host.language, "", &telling)?;
    Ok(Progress::Done)
}

/// The managers hear who joined; the newcomer knows.
pub(super) fn joined(
    desk: &mut Desk<'_, '_>,
    id: AccountId,
    organization: OrganizationId,
) -> Result<(), Error> {
    let newcomer = accounts::get(desk.tx, id)?;
    let party = organizations::get(desk.tx, organization)?;
    let mut managers = desk.managers(organization)?;
    managers.retain(|account| account.id != id);
    let name = format!("{} {}", newcomer.given_name, newcomer.family_name);
    let words = |language| {
        let role = role(language, newcomer.role);
        match language {
            Language::Fr => Words::about(format!("{name} a rejoint l’équipe de {}", party.name))
                .text(format!(
                    "{name} ({}) a accepté votre invitation et agit désormais pour {} \
                     comme {role}.",
                    newcomer.email, party.name
                ))
                .button("Voir l’équipe"),
            Language::En => Words::about(format!("{name} joined the team of {}", party.name))
                .text(format!(
                    "{name} ({}) accepted your invitation and now acts for {} as \
                     {role}.",
                    newcomer.email, party.name
                ))
                .button("See the team"),
        }
    };
    desk.tell(&managers, &team("member.joined", &words))
}

/// A person may do more, or less, than before.
pub(super) fn role_changed(
    desk: &mut Desk<'_, '_>,
    id: AccountId,
    organization: OrganizationId,
    new_role: &str,
) -> Result<(), Error> {
    let account = accounts::get(desk.tx, id)?;
    let party = organizations::get(desk.tx, organization)?;
    let new_role = Role::from_word(new_role).unwrap_or(account.role);
    let words = |language| {
        let role = role(language, new_role);
        match language {
            Language::Fr => Words::about(format!("Votre rôle chez {} a changé", party.name))
                .text(format!("Vous agissez désormais pour {} comme {role}.", party.name))
                .button("Voir l’équipe"),
            Language::En => Words::about(format!("Your role at {} changed", party.name))
                .text(format!("From now on you act for {} as {role}.", party.name))
                .button("See the team"),
        }
    };
    desk.tell(&[account], &team("member.role_changed", &words))
}

/// A person no longer acts for the party.
pub(super) fn removed(
    desk: &mut Desk<'_, '_>,
    id: AccountId,
    organization: OrganizationId,
) -> Result<(), Error> {
    let account = accounts::get(desk.tx, id)?;
    let party = organizations::get(desk.tx, organization)?;
    let words = |language| match language {
        Language::Fr => {
            Words::about(format!("Vous ne faites plus partie de l’équipe de {}", party.name)).text(
                format!(
                    "Votre accès au compte de {} est fermé. Vos sessions et vos clés d’API \
                 ne fonctionnent plus.",
                    party.name
                ),
            )
        }
        Language::En => Words::about(format!("You are no longer in the team of {}", party.name))
            .text(format!(
                "Your access to the account of {} is closed. Your sessions and API \
                 keys no longer work.",
                party.name
            )),
    };
    desk.mail(&account, &team("member.removed", &words))
}

fn team<'a>(kind: &'static str, words: &'a dyn Fn(Language) -> Words) -> Telling<'a> {
    Telling {
        kind,
        concern: Concern::Account,
        path: "/compte/equipe".to_owned(),
        params: json!({}),
        words,
    }
}

fn role(language: Language, role: Role) -> &'static str {
    match role {
        Role::Member => language.pick("membre", "a member"),
        Role::Administrator => language.pick("administrateur", "an administrator"),
        Role::Owner => language.pick("propriétaire", "an owner"),
    }
}
