//! Letters about a tender: to the providers it concerns, and to those who answered it.

use estrade_db::{Error, facts::Waiting, matching, relaying, tenders};
use estrade_domain::{
    accounts::Account,
    departements,
    ids::{OrganizationId, TenderId},
    language::Language,
    tenders::Tender,
};
use serde_json::{Value, json};

use super::Progress;
use crate::{
    desk::{Concern, Desk, Telling, date},
    phrases,
    template::Words,
};

/// How many providers are told in one transaction: a popular trade must not hold up everyone else.
const BATCH: i64 = 100;

/// Tells the next matching providers of a published tender (S1-036, S1-065, S1-066): their people find
/// a notice, their main address gets the mail.
pub(super) fn published(
    desk: &mut Desk<'_, '_>,
    waiting: &Waiting,
    id: TenderId,
) -> Result<Progress, Error> {
    let tender = tenders::get(desk.tx, id)?;
    let after = match waiting.after.as_str() {
        "" => None,
        provider => Some(provider.parse().map_err(|_| Error::corrupt("facts", &waiting.id))?),
    };
    let batch = matching::providers_matching(desk.tx, &tender, after, BATCH)?;
    let words = |language| invitation(language, &tender);
    let telling = Telling {
        kind: "tender.published",
        concern: Concern::Tenders,
        path: format!("/appels-d-offres/{}", tender.slug),
        params: params(&tender),
        words: &words,
    };
    let parties: Vec<OrganizationId> = batch.matches.iter().map(|found| found.provider).collect();
    let people: Vec<Account> = desk.people_of(&parties)?;
    desk.notify(&people, &telling)?;
    for found in &batch.matches {
        desk.mail(&found.account, &telling)?;
    }
    Ok(batch.next_after.map_or(Progress::Done, |provider| Progress::After(provider.to_string())))
}

/// Never the client's coordinates: what the public page of the tender shows.
fn invitation(language: Language, tender: &Tender) -> Words {
    let occasion = &tender.event.occasion;
    let trades = phrases::trades(language, tender.open_trades());
    let kind = occasion.kind.map_or("", |kind| kind.name(language));
    let place = place(tender);
    let guests = occasion.guests.map_or_else(String::new, |guests| guests.to_string());
    match language {
        Language::Fr => {
            Words::about(format!("Nouvel appel d'offres : {} ({place})", occasion.title))
                .text(format!(
                    "« {} » vient d'être publié pour votre métier, dans votre zone.",
                    occasion.title
                ))
                .table([
                    ("Événement", kind.to_owned()),
                    ("Date", date(language, occasion.day)),
                    ("Lieu", place.clone()),
                    ("Invités", guests),
                    ("Prestations", trades),
                ])
                .text(
                    "Pour être choisi : détaillez le contenu de votre prestation le plus \
                         précisément possible, soyez compétitif, et soignez vos avis.",
                )
                .button("Voir l'appel d'offres")
        }
        Language::En => Words::about(format!("New tender: {} ({place})", occasion.title))
            .text(format!("“{}” was just published for your trade, in your area.", occasion.title))
            .table([
                ("Event", kind.to_owned()),
                ("Date", date(language, occasion.day)),
                ("Place", place.clone()),
                ("Guests", guests),
                ("Services", trades),
            ])
            .text(
                "To be chosen: describe the content of your service as precisely as possible, be \
                     competitive, and look after your reviews.",
            )
            .button("See the tender"),
    }
}

/// « Rouen, Seine-Maritime ».
fn place(tender: &Tender) -> String {
    let occasion = &tender.event.occasion;
    let departement = occasion.departement.as_deref().and_then(departements::find);
    match departement {
        Some(departement) if departement.name != occasion.town => {
            format!("{}, {}", occasion.town, departement.name)
        }
        _ => occasion.town.clone(),
    }
}

pub(super) fn params(tender: &Tender) -> Value {
    let occasion = &tender.event.occasion;
    json!({
        "tender": tender.id.to_string(),
        "slug": tender.slug,
        "title": occasion.title,
        "town": occasion.town,
        "departement": occasion.departement,
        "trades": tender.open_trades().collect::<Vec<_>>(),
    })
}

/// The tender changed: those who made an offer are to hold to it or change it.
pub(super) fn revised(desk: &mut Desk<'_, '_>, id: TenderId) -> Result<(), Error> {
    let providers = relaying::providers_to_reconfirm(desk.tx, id)?;
    let people = desk.people_of(&providers)?;
    let tender = tenders::get(desk.tx, id)?;
    let title = &tender.event.occasion.title;
    let words = |language| match language {
        Language::Fr => Words::about(format!("« {title} » a changé : confirmez votre offre"))
            .text(
                "Le client a modifié son appel d'offres après votre réponse. Votre offre ne \
                 peut plus être choisie tant que vous ne l'avez pas confirmée ou modifiée.",
            )
            .button("Revoir mon offre"),
        Language::En => Words::about(format!("“{title}” has changed: confirm your offer"))
            .text(
                "The client changed the tender after your answer. Your offer cannot be chosen \
                 until you have confirmed or changed it.",
            )
            .button("Review my offer"),
    };
    let telling = Telling {
        kind: "tender.revised",
        concern: Concern::Mission,
        path: "/mes-evenements".to_owned(),
        params: params(&tender),
        words: &words,
    };
    desk.tell(&people, &telling)
}
