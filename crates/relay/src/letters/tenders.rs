//! Letters about a tender: to the providers it concerns, and to those who answered it.

use std::collections::BTreeSet;

use estrade_db::{Error, facts::Waiting, matching, relaying, tenders};
use estrade_domain::{
    accounts::Account,
    departements,
    ids::{OrganizationId, TenderId},
    language::Language,
    offers::OfferState,
    organizations::Plan,
    phrases,
    tenders::Tender,
};
use serde_json::{Value, json};

use super::Progress;
use crate::{
    desk::{Concern, Desk, Telling, date},
    template::Words,
};

/// How many providers are told in one transaction: a popular trade must not hold up everyone else.
const BATCH: i64 = 100;

/// The kind of the letters and notices that tell a provider of a tender it has not heard of.
const INVITATION: &str = "tender.published";

/// Why a provider hears of a tender now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    /// It was published.
    Published,
    /// It changed, and matches the provider since.
    Revised,
}

/// Tells the next matching providers of a published tender (S1-036, S1-065, S1-066).
pub(super) fn published(
    desk: &mut Desk<'_, '_>,
    waiting: &Waiting,
    id: TenderId,
) -> Result<Progress, Error> {
    let tender = tenders::get(desk.tx, id)?;
    let trades = tender.open_trades().map(str::to_owned).collect();
    invite(desk, waiting, &tender, &trades, News::Published)
}

/// The tender changed: those who made an offer are to hold to it or change it. Then those whom it did not
/// concern before hear of it: where it moved to, of every trade, else of the trades that were added.
pub(super) fn revised(
    desk: &mut Desk<'_, '_>,
    waiting: &Waiting,
    id: TenderId,
    added: &[String],
    moved_to: Option<&str>,
) -> Result<Progress, Error> {
    let tender = tenders::get(desk.tx, id)?;
    if waiting.after.is_empty() {
        ask_again(desk, &tender)?;
    }
    let trades = match moved_to {
        Some(_) => tender.open_trades().map(str::to_owned).collect(),
        None => added.iter().cloned().collect(),
    };
    invite(desk, waiting, &tender, &trades, News::Revised)
}

/// Tells the next providers of these trades that have heard nothing of the tender: their people find a
/// notice, their main address gets the mail.
fn invite(
    desk: &mut Desk<'_, '_>,
    waiting: &Waiting,
    tender: &Tender,
    trades: &BTreeSet<String>,
    news: News,
) -> Result<Progress, Error> {
    let after = match waiting.after.as_str() {
        "" => None,
        provider => Some(provider.parse().map_err(|_| Error::corrupt("facts", &waiting.id))?),
    };
    let now = desk.tx.now();
    let mut batch = matching::providers_matching(desk.tx, tender, trades, after, (BATCH, now))?;
    let parties: Vec<OrganizationId> = batch.matches.iter().map(|found| found.provider).collect();
    let mut people: Vec<Account> = desk.people_of(&parties)?;
    let spared = spared(desk, tender, &people, news)?;
    people.retain(|person| !spared.contains(&person.organization));
    batch.matches.retain(|found| !spared.contains(&found.provider));
    let prices = format!("{}/tarifs", desk.url);
    let words = |language| invitation(language, tender, news);
    let free_words = |language| with_plan(language, words(language), &prices);
    desk.notify(&people, &telling(tender, &words))?;
    for found in &batch.matches {
        let own = match found.plan {
            Plan::Free => telling(tender, &free_words),
            Plan::VipPlus => telling(tender, &words),
        };
        desk.mail(&found.account, &own)?;
    }
    Ok(batch.next_after.map_or(Progress::Done, |provider| Progress::After(provider.to_string())))
}

fn telling<'a>(tender: &Tender, words: &'a dyn Fn(Language) -> Words) -> Telling<'a> {
    Telling {
        kind: INVITATION,
        concern: Concern::Tenders,
        path: format!("/appels-d-offres/{}", tender.slug),
        params: params(tender),
        words,
    }
}

/// Who was told of the tender before, or takes part in it already when it changes.
fn spared(
    desk: &mut Desk<'_, '_>,
    tender: &Tender,
    people: &[Account],
    news: News,
) -> Result<BTreeSet<OrganizationId>, Error> {
    let told = relaying::people_told(desk.tx, tender.id, INVITATION, people)?;
    let told = people.iter().filter(|person| told.contains(&person.id.to_string()));
    let mut spared: BTreeSet<OrganizationId> = told.map(|person| person.organization).collect();
    if news == News::Revised {
        spared.extend(relaying::providers_with(desk.tx, tender.id, OfferState::stands)?);
    }
    Ok(spared)
}

/// Never the client's coordinates: what the public page of the tender shows.
fn invitation(language: Language, tender: &Tender, news: News) -> Words {
    let occasion = &tender.event.occasion;
    let trades = phrases::trades(language, tender.open_trades());
    let kind = occasion.kind.map_or("", |kind| kind.name(language));
    let place = place(tender);
    let guests = occasion.guests.map_or_else(String::new, |guests| guests.to_string());
    match language {
        Language::Fr => opening(language, tender, news)
            .table([
                ("Événement", kind.to_owned()),
                ("Date", date(language, occasion.day)),
                ("Lieu", place),
                ("Invités", guests),
                ("Prestations", trades),
            ])
            .text(
                "Pour être choisi : détaillez le contenu de votre prestation le plus précisément \
                 possible, soyez compétitif, et soignez vos avis.",
            )
            .button("Voir l’appel d’offres"),
        Language::En => opening(language, tender, news)
            .table([
                ("Event", kind.to_owned()),
                ("Date", date(language, occasion.day)),
                ("Place", place),
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

/// To a provider on FREE: what it takes to answer (S1-069), before it clicks.
fn with_plan(language: Language, words: Words, prices: &str) -> Words {
    words
        .text(language.pick(
            "Votre formule FREE vous prévient des appels d’offres ; y répondre demande la formule \
             VIP+.",
            "Your FREE plan tells you of tenders; answering them takes the VIP+ plan.",
        ))
        .link(language.pick("Découvrir VIP+", "Discover VIP+"), prices)
}

/// What is new, to the provider that reads it.
fn opening(language: Language, tender: &Tender, news: News) -> Words {
    let (title, place) = (&tender.event.occasion.title, place(tender));
    match (language, news) {
        (Language::Fr, News::Published) => Words::about(format!(
            "Nouvel appel d’offres : {title} ({place})"
        ))
        .text(format!("« {title} » vient d’être publié pour votre métier, dans votre zone.")),
        (Language::Fr, News::Revised) => Words::about(format!(
            "Un appel d’offres vous concerne : {title} ({place})"
        ))
        .text(format!(
            "Le client a modifié « {title} » : il correspond maintenant à votre métier et \
                     à votre zone."
        )),
        (Language::En, News::Published) => Words::about(format!("New tender: {title} ({place})"))
            .text(format!("“{title}” was just published for your trade, in your area.")),
        (Language::En, News::Revised) => Words::about(format!(
            "A tender concerns you: {title} ({place})"
        ))
        .text(format!("The client changed “{title}”: it now matches your trade and your area.")),
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

fn ask_again(desk: &mut Desk<'_, '_>, tender: &Tender) -> Result<(), Error> {
    let is_asked = |state| state == OfferState::ToReconfirm;
    let providers = relaying::providers_with(desk.tx, tender.id, is_asked)?;
    let people = desk.people_of(&providers)?;
    let title = &tender.event.occasion.title;
    let words = |language| match language {
        Language::Fr => Words::about(format!("« {title} » a changé : confirmez votre offre"))
            .text(
                "Le client a modifié son appel d’offres après votre réponse. Votre offre ne \
                 peut plus être choisie tant que vous ne l’avez pas confirmée ou modifiée.",
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
        params: params(tender),
        words: &words,
    };
    desk.tell(&people, &telling)
}
