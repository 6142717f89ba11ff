//! Letters from the choice of a provider to its answer: it is invited to confirm, and told when the choice falls.

use estrade_db::{Error, offers, relaying};
use estrade_domain::{
    facts::Bid,
    language::Language,
    lots::LotState,
    money::Money,
    offers::{CancelReason, OfferState},
    phrases,
};

use super::offers::{to_client, to_provider};
use crate::{
    desk::{Concern, Desk, Scene},
    template::Words,
};

/// The chosen provider is invited to confirm (S1-044).
pub(super) fn chosen(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_provider(desk, bid, "lot.chosen", Concern::Mission, &|language, scene| {
        let until = confirm_by(language, scene);
        match language {
            Language::Fr => {
                Words::about(format!("Vous êtes choisi pour « {} » : confirmez", scene.title()))
                    .text(format!(
                        "Le client a choisi votre offre. La mission est à vous dès que \
                     vous la confirmez{until}."
                    ))
                    .table(scene.summary(language))
                    .text(
                        "Votre confirmation est définitive : elle fige l’offre en vigueur et vous \
                     donne les coordonnées du client.",
                    )
                    .button("Confirmer la mission")
            }
            Language::En => {
                Words::about(format!("You were chosen for “{}”: please confirm", scene.title()))
                    .text(format!(
                        "The client chose your offer. The mission is yours as soon as you \
                     confirm it{until}."
                    ))
                    .table(scene.summary(language))
                    .text(
                        "Your confirmation is final: it freezes the offer in force and gives you \
                     the client's contact details.",
                    )
                    .button("Confirm the mission")
            }
        }
    })
}

/// Half of the time to confirm has passed.
pub(super) fn reminded(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_provider(desk, bid, "lot.choice_reminded", Concern::Mission, &|language, scene| {
        let until = confirm_by(language, scene);
        match language {
            Language::Fr => Words::about(format!(
                "Le client attend votre confirmation pour « {} \
                 »",
                scene.title()
            ))
            .text(format!(
                "Votre offre a été choisie et attend toujours votre \
                     réponse{until}. Sans réponse, la prestation sera rouverte aux autres \
                     prestataires."
            ))
            .table(scene.summary(language))
            .button("Confirmer ou décliner"),
            Language::En => Words::about(format!(
                "The client is waiting for your confirmation of \
                 “{}”",
                scene.title()
            ))
            .text(format!(
                "Your offer was chosen and still waits for your answer{until}. \
                     Without an answer, the service will be open to other providers again."
            ))
            .table(scene.summary(language))
            .button("Confirm or decline"),
        }
    })
}

fn confirm_by(language: Language, scene: &Scene) -> String {
    match scene.lot.state {
        LotState::Chosen { confirm_by, .. } => {
            let moment = phrases::moment(language, confirm_by);
            language.pick(format!(", au plus tard le {moment}"), format!(", by {moment}"))
        }
        _ => String::new(),
    }
}

/// The client took its choice back before the provider confirmed.
pub(super) fn choice_withdrawn(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_provider(desk, bid, "lot.choice_withdrawn", Concern::Mission, &|language, scene| {
        match language {
            Language::Fr => Words::about(format!(
                "Le client est revenu sur son choix pour « {} »",
                scene.title()
            ))
            .text(
                "Vous n’avez plus à confirmer. Votre offre reste en lice avec les autres, \
                 telle que vous l’avez faite.",
            )
            .table(scene.summary(language))
            .button("Voir mon offre"),
            Language::En => {
                Words::about(format!("The client took back its choice for “{}”", scene.title()))
                    .text(
                        "You no longer need to confirm. Your offer stays in the running with the \
                 others, as you made it.",
                    )
                    .table(scene.summary(language))
                    .button("See my offer")
            }
        }
    })
}

/// The chosen provider stayed silent: both hear that the lot is open again.
pub(super) fn choice_expired(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_client(desk, bid, "lot.choice_expired", Concern::Mission, &|language, scene| {
        let (trade, name) = (scene.trade(language), &scene.provider.name);
        match language {
            Language::Fr => {
                Words::about(format!("{name} n’a pas confirmé à temps pour « {} »", scene.title()))
                    .text(format!(
                        "Le délai de confirmation est passé. La prestation {trade} est de \
                     nouveau ouverte : vous pouvez choisir une autre offre."
                    ))
                    .button("Choisir une autre offre")
            }
            Language::En => {
                Words::about(format!("{name} did not confirm “{}” in time", scene.title()))
                    .text(format!(
                        "The time to confirm has passed. The service {trade} is open \
                     again: you can choose another offer."
                    ))
                    .button("Choose another offer")
            }
        }
    })?;
    let is_over = offers::get(desk.tx, bid.offer)?.state == OfferState::Expired;
    to_provider(desk, bid, "lot.choice_expired", Concern::Mission, &|language, scene| {
        let title = scene.title();
        let words = match language {
            Language::Fr => Words::about(format!("Le délai pour confirmer « {title} » est passé"))
                .text(
                    "Sans réponse de votre part, la prestation a été rouverte aux autres \
                     prestataires.",
                ),
            Language::En => Words::about(format!("The time to confirm “{title}” has passed"))
                .text("You did not answer, so the service is open to other providers again."),
        };
        let words = if is_over { words.text(apply_again(language)) } else { words };
        words
            .table(scene.summary(language))
            .button(language.pick("Voir mes offres", "See my offers"))
    })
}

fn apply_again(language: Language) -> &'static str {
    language.pick(
        "Votre offre a aussi dépassé sa date de validité. Tant que la prestation est ouverte, vous \
         pouvez en faire une nouvelle.",
        "Your offer passed its date as well. As long as the service is open, you can make a new one.",
    )
}

/// A choice fell: the client hears why, and what it can do now.
pub(super) fn choice_cancelled(
    desk: &mut Desk<'_, '_>,
    bid: &Bid,
    reason: &str,
) -> Result<(), Error> {
    let reason = CancelReason::from_word(reason);
    let total = relaying::offer_total(desk.tx, bid.offer)?;
    to_client(desk, bid, "lot.choice_cancelled", Concern::Mission, &|language, scene| {
        let words = match reason {
            Some(CancelReason::TenderRevised) => outdated_by_you(language, scene),
            Some(CancelReason::OfferWithdrawn) => taken_back(language, scene),
            Some(CancelReason::ProviderClosed) => no_longer_there(language, scene),
            Some(CancelReason::OfferRevised) | None => rewritten(language, scene, total),
        };
        words.button(language.pick("Voir les offres", "See the offers"))
    })
}

fn rewritten(language: Language, scene: &Scene, total: Money) -> Words {
    let (title, trade, name) = (scene.title(), scene.trade(language), &scene.provider.name);
    let total = phrases::money(language, total);
    match language {
        Language::Fr => Words::about(format!(
            "{name} a modifié l’offre que vous aviez choisie pour « {title} »"
        ))
        .text(format!(
            "Votre choix pour la prestation {trade} est annulé, car l’offre n’est plus celle que \
             vous avez lue. Relisez sa nouvelle version, puis choisissez à nouveau."
        ))
        .table([("Nouveau prix TTC", total)]),
        Language::En => Words::about(format!("{name} changed the offer you chose for “{title}”"))
            .text(format!(
                "Your choice for the service {trade} is cancelled, because the offer is no longer \
                 the one you read. Read its new version, then choose again."
            ))
            .table([("New price incl. VAT", total)]),
    }
}

fn taken_back(language: Language, scene: &Scene) -> Words {
    let (title, trade, name) = (scene.title(), scene.trade(language), &scene.provider.name);
    match language {
        Language::Fr => {
            Words::about(format!("{name} a retiré l’offre que vous aviez choisie pour « {title} »"))
                .text(format!(
                    "La prestation {trade} est de nouveau ouverte : vous pouvez choisir une autre \
                     offre."
                ))
        }
        Language::En => Words::about(format!("{name} withdrew the offer you chose for “{title}”"))
            .text(format!("The service {trade} is open again: you can choose another offer.")),
    }
}

fn outdated_by_you(language: Language, scene: &Scene) -> Words {
    let (title, trade, name) = (scene.title(), scene.trade(language), &scene.provider.name);
    match language {
        Language::Fr => Words::about(format!("« {title} » : votre choix est à refaire")).text(
            format!(
                "Vous avez modifié votre appel d’offres : {name}, que vous aviez choisi pour la \
                 prestation {trade}, doit d’abord confirmer ou modifier son offre. Vous pourrez \
                 ensuite le choisir à nouveau, ou en choisir un autre."
            ),
        ),
        Language::En => Words::about(format!("“{title}”: please choose again")).text(format!(
            "You changed your tender: {name}, that you had chosen for the service {trade}, is first \
             to confirm or change its offer. You can then choose it again, or choose another."
        )),
    }
}

fn no_longer_there(language: Language, scene: &Scene) -> Words {
    let (title, trade, name) = (scene.title(), scene.trade(language), &scene.provider.name);
    match language {
        Language::Fr => Words::about(format!(
            "« {title} » : {name}, que vous aviez choisi, n’est plus disponible"
        ))
        .text(format!(
            "Ce prestataire n’est plus présent sur Estrade. La prestation {trade} est de nouveau \
             ouverte : vous pouvez choisir une autre offre."
        )),
        Language::En => {
            Words::about(format!("“{title}”: {name}, that you had chosen, is no longer available"))
                .text(format!(
                    "This provider is no longer on Estrade. The service {trade} is open again: you \
                     can choose another offer."
                ))
        }
    }
}

/// The chosen provider said no: the client hears why (S1-048).
pub(super) fn declined(desk: &mut Desk<'_, '_>, bid: &Bid, reason: &str) -> Result<(), Error> {
    to_client(desk, bid, "lot.declined", Concern::Mission, &|language, scene| {
        let (trade, name) = (scene.trade(language), &scene.provider.name);
        match language {
            Language::Fr => {
                Words::about(format!("{name} décline la mission pour « {} »", scene.title()))
                    .text(format!(
                        "La prestation {trade} est de nouveau ouverte : vous pouvez \
                     choisir une autre offre."
                    ))
                    .quote(reason)
                    .button("Choisir une autre offre")
            }
            Language::En => {
                Words::about(format!("{name} declines the mission for “{}”", scene.title()))
                    .text(format!(
                        "The service {trade} is open again: you can choose another offer."
                    ))
                    .quote(reason)
                    .button("Choose another offer")
            }
        }
    })
}
