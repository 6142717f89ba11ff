//! Letters about a tender whose event is over: what is left to do, and what was closed.

use estrade_db::{Error, tenders};
use estrade_domain::{
    ids::TenderId, language::Language, lots::LotStatus, phrases, tenders::Tender,
};

use super::tenders::params;
use crate::{
    desk::{Concern, Desk, Telling, date},
    template::Words,
};

/// The event is over: missions are to be ended, what is open will be closed.
pub(super) fn past(desk: &mut Desk<'_, '_>, id: TenderId) -> Result<(), Error> {
    to_client(desk, id, "tender.past", &|language, tender| {
        let title = &tender.event.occasion.title;
        let open = trades(language, tender, LotStatus::Open);
        let lapse = match tender.lapses_at().filter(|_| !open.is_empty()) {
            Some(at) => closing(language, &phrases::moment(language, at)),
            None => String::new(),
        };
        let in_work = trades(language, tender, LotStatus::InWork);
        let words = match language {
            Language::Fr => Words::about(format!("« {title} » : que reste-t-il à faire ?"))
                .text("La date de votre événement est passée.")
                .table([
                    ("Date", date(language, tender.event.occasion.day)),
                    ("Prestations en travail", in_work.clone()),
                    ("Sans prestataire", open),
                ]),
            Language::En => Words::about(format!("“{title}”: what is left to do?"))
                .text("The day of your event is over.")
                .table([
                    ("Date", date(language, tender.event.occasion.day)),
                    ("Services in work", in_work.clone()),
                    ("Without a provider", open),
                ]),
        };
        let words = if in_work.is_empty() { words } else { words.text(please_end(language)) };
        let words = if lapse.is_empty() { words } else { words.text(lapse) };
        words.button(language.pick("Voir mon événement", "See my event"))
    })
}

fn please_end(language: Language) -> &'static str {
    language.pick(
        "Si une prestation a eu lieu, indiquez « Mission terminée » et donnez votre avis : votre \
         prestataire l’attend.",
        "If a service took place, mark its mission as completed and write your review: your \
         provider is waiting for it.",
    )
}

fn closing(language: Language, moment: &str) -> String {
    match language {
        Language::Fr => format!(
            "Les prestations sans prestataire seront closes le {moment}. Si votre événement est \
             reporté, donnez-lui d’ici là sa nouvelle date."
        ),
        Language::En => format!(
            "The services without a provider will be closed on {moment}. If your event is put \
             off, give it its new day before then."
        ),
    }
}

/// What found no provider is closed.
pub(super) fn lapsed(desk: &mut Desk<'_, '_>, id: TenderId) -> Result<(), Error> {
    to_client(desk, id, "tender.lapsed", &|language, tender| {
        let title = &tender.event.occasion.title;
        match language {
            Language::Fr => Words::about(format!("« {title} » ne prend plus d’offre"))
                .text(
                    "La date de votre événement est passée : les prestations restées sans \
                     prestataire sont closes. Vous les retrouvez dans votre historique.",
                )
                .button("Voir mon événement"),
            Language::En => Words::about(format!("“{title}” takes no more offers"))
                .text(
                    "The day of your event is over: the services that found no provider are \
                     closed. They stay in your history.",
                )
                .button("See my event"),
        }
    })
}

/// Missions are still in work some time after the event.
pub(super) fn missions_overdue(desk: &mut Desk<'_, '_>, id: TenderId) -> Result<(), Error> {
    to_client(desk, id, "tender.missions_overdue", &|language, tender| {
        let title = &tender.event.occasion.title;
        let in_work = trades(language, tender, LotStatus::InWork);
        let words = match language {
            Language::Fr => {
                Words::about(format!("« {title} » : vos missions sont-elles terminées ?"))
                    .table([("Prestations en travail", in_work)])
            }
            Language::En => Words::about(format!("“{title}”: are your missions completed?"))
                .table([("Services in work", in_work)]),
        };
        words.text(please_end(language)).button(language.pick("Voir mon événement", "See my event"))
    })
}

fn trades(language: Language, tender: &Tender, status: LotStatus) -> String {
    let lots = tender.lots.iter().filter(|lot| lot.status() == status);
    phrases::trades(language, lots.map(|lot| lot.trade.as_str()))
}

fn to_client(
    desk: &mut Desk<'_, '_>,
    id: TenderId,
    kind: &'static str,
    words: &dyn Fn(Language, &Tender) -> Words,
) -> Result<(), Error> {
    let tender = tenders::get(desk.tx, id)?;
    let people = desk.people(tender.client())?;
    let words = |language| words(language, &tender);
    let telling = Telling {
        kind,
        concern: Concern::Mission,
        path: format!("/mes-evenements/{id}"),
        params: params(&tender),
        words: &words,
    };
    desk.tell(&people, &telling)
}
