//! Letters from the confirmation to the end of a mission.

use estrade_db::Error;
use estrade_domain::{
    accounts::Account, facts::Bid, ids::OrganizationId, language::Language,
    organizations::Organization,
};

use super::offers::{to_client, to_provider};
use crate::{
    desk::{Concern, Desk, Scene},
    template::Words,
};

/// Both hear that the mission is agreed, each with the contact details of the other (S1-047).
pub(super) fn confirmed(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    let (client, provider) = (contact(desk, bid.client)?, contact(desk, bid.provider)?);
    to_client(desk, bid, "lot.confirmed", Concern::Mission, &|language, scene| {
        let (trade, name) = (scene.trade(language), &scene.provider.name);
        match language {
            Language::Fr => {
                Words::about(format!("{name} confirme la mission pour « {} »", scene.title()))
                    .text(format!(
                        "La prestation {trade} est en travail, aux conditions de l’offre \
                     que vous avez choisie. Voici comment joindre votre prestataire :"
                    ))
                    .table(coordinates(language, &scene.provider, provider.as_ref()))
                    .text(if scene.is_held() {
                        "Vous la payez en ligne, 60 jours au plus tôt avant l’événement : la \
                     plateforme conserve les fonds jusqu’à ce que vous acceptiez la livraison. \
                     Ne payez rien en dehors."
                    } else {
                        "Ne payez jamais un prestataire avant la fin de sa mission. Rencontrez-le \
                     ou appelez-le, et mettez la mission par écrit."
                    })
                    .button("Voir la mission")
            }
            Language::En => {
                Words::about(format!("{name} confirms the mission for “{}”", scene.title()))
                    .text(format!(
                        "The service {trade} is in work, on the terms of the offer you \
                     chose. Here is how to reach your provider:"
                    ))
                    .table(coordinates(language, &scene.provider, provider.as_ref()))
                    .text(if scene.is_held() {
                        "You pay it online, 60 days before the event at the earliest: the \
                     platform holds the funds until you accept the delivery. Pay nothing \
                     elsewhere."
                    } else {
                        "Never pay a provider before the end of its mission. Meet or call it, and \
                     put the mission in writing."
                    })
                    .button("See the mission")
            }
        }
    })?;
    to_provider(desk, bid, "lot.confirmed", Concern::Mission, &|language, scene| match language {
        Language::Fr => Words::about(format!("C’est confirmé : « {} » est à vous", scene.title()))
            .text(
                "La mission est en travail, aux conditions de votre offre. Voici comment \
                 joindre votre client :",
            )
            .table(coordinates(language, &scene.client, client.as_ref()))
            .table(scene.summary(language))
            .button("Voir la mission"),
        Language::En => Words::about(format!("It is confirmed: “{}” is yours", scene.title()))
            .text(
                "The mission is in work, on the terms of your offer. Here is how to reach your \
                 client:",
            )
            .table(coordinates(language, &scene.client, client.as_ref()))
            .table(scene.summary(language))
            .button("See the mission"),
    })
}

/// Whom the other side asks for: the owner of longest standing.
fn contact(desk: &mut Desk<'_, '_>, party: OrganizationId) -> Result<Option<Account>, Error> {
    let mut people = desk.people(party)?;
    people.sort_by_key(|account| std::cmp::Reverse(account.role));
    Ok(people.into_iter().next())
}

fn coordinates(
    language: Language,
    party: &Organization,
    contact: Option<&Account>,
) -> Vec<(&'static str, String)> {
    let address = &party.address;
    let person = contact.map(|account| format!("{} {}", account.given_name, account.family_name));
    let person = person.filter(|name| *name != party.name).unwrap_or_default();
    let email = contact.map(|account| account.email.to_string()).unwrap_or_default();
    vec![
        (language.pick("Nom", "Name"), party.name.clone()),
        (language.pick("Interlocuteur", "Contact"), person),
        (language.pick("Téléphone", "Telephone"), party.phone.clone()),
        ("E-mail", email),
        (
            language.pick("Adresse", "Address"),
            format!("{}\n{} {}", address.street, address.postal_code, address.town),
        ),
    ]
}

/// The client is asked for a review at once (S1-090); the provider hears that the mission is over.
pub(super) fn completed(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_client(desk, bid, "lot.completed", Concern::Mission, &|language, scene| {
        let name = &scene.provider.name;
        match language {
            Language::Fr => Words::about(format!("Comment s’est passée la mission de {name} ?"))
                .text(format!(
                    "La mission de {name} pour « {} » est terminée. Donnez-lui \
                     une note de 1 à 5 étoiles et un commentaire : votre avis aide les prochains \
                     clients à choisir.",
                    scene.title()
                ))
                .button("Donner mon avis"),
            Language::En => Words::about(format!("How was the mission of {name}?"))
                .text(format!(
                    "The mission of {name} for “{}” is completed. Give it 1 to 5 stars \
                     and a comment: your review helps the next clients to choose.",
                    scene.title()
                ))
                .button("Write my review"),
        }
    })?;
    to_provider(desk, bid, "lot.completed", Concern::Mission, &|language, scene| match language {
        Language::Fr => Words::about(format!("Mission terminée : « {} »", scene.title()))
            .text(
                "La mission est terminée. Le client est invité à donner son avis ; vous \
                 pourrez y répondre publiquement.",
            )
            .table(scene.summary(language))
            .button("Voir mes missions"),
        Language::En => Words::about(format!("Mission completed: “{}”", scene.title()))
            .text(
                "The mission is completed. Its client is invited to write a review; you will be \
                 able to answer it in public.",
            )
            .table(scene.summary(language))
            .button("See my missions"),
    })
}

/// The operator ended a mission that its client could not end: both sides that are there hear of it.
pub(super) fn ended_by_operator(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    let words = |language, scene: &Scene| match language {
        Language::Fr => Words::about(format!("Mission close : « {} »", scene.title()))
            .text(
                "L’équipe d’Estrade a mis fin à cette mission, parce que l’autre partie n’est plus \
                 là ou que l’événement est passé depuis longtemps.",
            )
            .table(scene.summary(language))
            .text("Pour en connaître la raison, écrivez au support.")
            .button("Voir la mission"),
        Language::En => Words::about(format!("Mission closed: “{}”", scene.title()))
            .text(
                "The Estrade team ended this mission, because the other side is no longer here or \
                 the event was long ago.",
            )
            .table(scene.summary(language))
            .text("To learn the reason, write to support.")
            .button("See the mission"),
    };
    to_client(desk, bid, "lot.ended", Concern::Mission, &words)?;
    to_provider(desk, bid, "lot.ended", Concern::Mission, &words)
}
