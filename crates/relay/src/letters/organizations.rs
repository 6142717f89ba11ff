//! Letters about a party as a whole: its plan, its deletion.

use estrade_db::{Error, deletion_requests, organizations};
use estrade_domain::{
    ids::{DeletionRequestId, OrganizationId},
    language::Language,
    organizations::Plan,
    phrases,
    world::Instant,
};
use serde_json::{Value, json};

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// A provider has a plan: what it gives, and until when.
pub(super) fn plan_granted(
    desk: &mut Desk<'_, '_>,
    organization: OrganizationId,
    plan: &str,
    until_ms: Option<i64>,
) -> Result<(), Error> {
    let people = desk.people(organization)?;
    let until = until_ms.and_then(Instant::from_timestamp_millis);
    let words = |language| match Plan::from_word(plan) {
        Some(Plan::VipPlus) => vip_plus(language, until),
        Some(Plan::Free) | None => free(language),
    };
    let telling = about_plan("organization.plan_granted", json!({ "plan": plan }), &words);
    desk.tell(&people, &telling)
}

fn free(language: Language) -> Words {
    match language {
        Language::Fr => Words::about("Votre formule FREE est active")
            .text(
                "Votre fiche est dans l’annuaire, et les appels d’offres de vos métiers et de \
                 votre zone vous arrivent par e-mail.",
            )
            .text("Pour y répondre, passez à VIP+ : réponses sans limite pendant 12 mois.")
            .button("Voir les offres potentielles"),
        Language::En => Words::about("Your FREE plan is active")
            .text(
                "Your sheet is in the directory, and tenders of your trades and your area \
                 reach you by e-mail.",
            )
            .text("To answer them, choose VIP+: unlimited answers for 12 months.")
            .button("See potential tenders"),
    }
}

fn vip_plus(language: Language, until: Option<Instant>) -> Words {
    let until = until.map(|at| phrases::moment(language, at));
    match language {
        Language::Fr => {
            let end = until.map_or_else(String::new, |at| format!(" jusqu’au {at}"));
            Words::about("Votre formule VIP+ est active")
                .text(format!(
                    "Vous pouvez répondre sans limite aux appels d’offres de vos \
                     métiers et de votre zone{end}."
                ))
                .button("Voir les offres potentielles")
        }
        Language::En => {
            let end = until.map_or_else(String::new, |at| format!(" until {at}"));
            Words::about("Your VIP+ plan is active")
                .text(format!(
                    "You may answer tenders of your trades and your area without limit{end}."
                ))
                .button("See potential tenders")
        }
    }
}

/// VIP+ has ended: what stays and what does not (S1-131).
pub(super) fn plan_lapsed(
    desk: &mut Desk<'_, '_>,
    organization: OrganizationId,
) -> Result<(), Error> {
    let people = desk.people(organization)?;
    let words = |language| match language {
        Language::Fr => Words::about("Votre formule VIP+ est arrivée à son terme")
            .text(
                "Votre compte est de nouveau sur FREE. Les offres déjà faites restent \
                 valables, et les appels d’offres continuent de vous arriver.",
            )
            .text("Pour répondre à de nouveaux appels d’offres, reprenez VIP+.")
            .button("Voir les formules"),
        Language::En => Words::about("Your VIP+ plan has ended")
            .text(
                "Your account is on FREE again. Offers you already made stand, and tenders \
                 keep reaching you.",
            )
            .text("To answer new tenders, choose VIP+ again.")
            .button("See the plans"),
    };
    let telling = Telling {
        path: "/tarifs".to_owned(),
        ..about_plan("organization.plan_lapsed", json!({}), &words)
    };
    desk.tell(&people, &telling)
}

fn about_plan<'a>(
    kind: &'static str,
    params: Value,
    words: &'a dyn Fn(Language) -> Words,
) -> Telling<'a> {
    let path = "/offres-potentielles".to_owned();
    Telling { kind, concern: Concern::Account, path, params, words }
}

/// Those who answer for the party hear that its deletion was asked for; the operators have it to do (S1-021).
pub(super) fn deletion_requested(
    desk: &mut Desk<'_, '_>,
    request: DeletionRequestId,
    organization: OrganizationId,
) -> Result<(), Error> {
    let managers = desk.managers(organization)?;
    let party = organizations::get(desk.tx, organization)?;
    let due_at = deletion_requests::get(desk.tx, request)?.due_at;
    let words = |language| {
        let due = phrases::moment(language, due_at);
        match language {
            Language::Fr => Words::about("Votre demande de suppression est enregistrée")
                .text(format!(
                    "La suppression du compte de {} a été demandée. L’équipe d’Estrade \
                     la traitera au plus tard le {due}.",
                    party.name
                ))
                .text(
                    "La suppression est définitive : données, historique des messages et \
                     référencement des appels d’offres seront perdus. Jusque-là, vous pouvez \
                     retirer la demande.",
                )
                .button("Voir ma demande"),
            Language::En => Words::about("Your deletion request is filed")
                .text(format!(
                    "The deletion of the account of {} was asked for. The Estrade team \
                     will carry it out by {due}.",
                    party.name
                ))
                .text(
                    "Deletion is final: data, message history and the tenders' presence in \
                     search engines will be lost. Until then you can withdraw the request.",
                )
                .button("See my request"),
        }
    };
    desk.tell(&managers, &about_deletion("deletion.requested", "/compte/supprimer", &words))?;
    let words = |language| match language {
        Language::Fr => Words::about(format!("Demande de suppression à traiter : {}", party.name)),
        Language::En => Words::about(format!("A deletion to carry out: {}", party.name)),
    };
    let operators = desk.operators()?;
    desk.notify(
        &operators,
        &about_deletion("deletion.requested", "/operateur/suppressions", &words),
    )
}

/// It thought better of it.
pub(super) fn deletion_withdrawn(
    desk: &mut Desk<'_, '_>,
    organization: OrganizationId,
) -> Result<(), Error> {
    let managers = desk.managers(organization)?;
    let party = organizations::get(desk.tx, organization)?;
    let words = |language| match language {
        Language::Fr => Words::about("Votre demande de suppression est retirée")
            .text(format!("Le compte de {} reste ouvert et rien n’a été supprimé.", party.name))
            .button("Voir mon compte"),
        Language::En => Words::about("Your deletion request is withdrawn")
            .text(format!("The account of {} stays open and nothing was deleted.", party.name))
            .button("See my account"),
    };
    desk.tell(&managers, &about_deletion("deletion.withdrawn", "/compte/supprimer", &words))?;
    let words = |language| match language {
        Language::Fr => Words::about(format!("Demande de suppression retirée : {}", party.name)),
        Language::En => Words::about(format!("Deletion request withdrawn: {}", party.name)),
    };
    let operators = desk.operators()?;
    desk.notify(
        &operators,
        &about_deletion("deletion.withdrawn", "/operateur/suppressions", &words),
    )
}

fn about_deletion<'a>(
    kind: &'static str,
    path: &str,
    words: &'a dyn Fn(Language) -> Words,
) -> Telling<'a> {
    Telling { kind, concern: Concern::Account, path: path.to_owned(), params: json!({}), words }
}
