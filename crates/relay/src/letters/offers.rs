//! Letters about offers: to the client who gets them, and to the provider whose offer came to an end.

use estrade_db::{Error, relaying};
use estrade_domain::{
    facts::Bid, language::Language, offers::EndReason, phrases, tenders::TenderState,
};

use crate::{
    desk::{Concern, Desk, Scene, Telling},
    template::Words,
};

/// The client hears of an offer.
pub(super) fn sent(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    let total = relaying::offer_total(desk.tx, bid.offer)?;
    to_client(desk, bid, "offer.sent", Concern::Exchange, &|language, scene| {
        let (trade, name) = (scene.trade(language), &scene.provider.name);
        let total = phrases::money(language, total);
        match language {
            Language::Fr => {
                Words::about(format!("{name} répond à « {} » ({trade})", scene.title()))
                    .text(format!("{name} vous fait une offre pour la prestation {trade}."))
                    .table([
                        ("Prestataire", name.clone()),
                        ("Prestation", trade),
                        ("Prix TTC", total),
                    ])
                    .text(
                        "Comparez les offres reçues, puis choisissez. Vos coordonnées ne sont \
                     montrées qu’au prestataire qui confirme.",
                    )
                    .button("Voir l’offre")
            }
            Language::En => Words::about(format!("{name} answers “{}” ({trade})", scene.title()))
                .text(format!("{name} makes you an offer for the service {trade}."))
                .table([("Provider", name.clone()), ("Service", trade), ("Price incl. VAT", total)])
                .text(
                    "Compare the offers you got, then choose. Only the provider that confirms \
                     sees your contact details.",
                )
                .button("See the offer"),
        }
    })
}

/// The client hears that an offer changed.
pub(super) fn revised(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    let total = relaying::offer_total(desk.tx, bid.offer)?;
    to_client(desk, bid, "offer.revised", Concern::Exchange, &|language, scene| {
        let (trade, name) = (scene.trade(language), &scene.provider.name);
        let total = phrases::money(language, total);
        match language {
            Language::Fr => {
                Words::about(format!("{name} a modifié son offre pour « {} »", scene.title()))
                    .text(format!(
                        "L’offre de {name} pour la prestation {trade} a une nouvelle version."
                    ))
                    .table([("Nouveau prix TTC", total)])
                    .button("Voir l’offre")
            }
            Language::En => {
                Words::about(format!("{name} changed its offer for “{}”", scene.title()))
                    .text(format!("The offer of {name} for the service {trade} has a new version."))
                    .table([("New price incl. VAT", total)])
                    .button("See the offer")
            }
        }
    })
}

/// The client hears that a provider holds to its offer.
pub(super) fn reconfirmed(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_client(desk, bid, "offer.reconfirmed", Concern::Exchange, &|language, scene| {
        let name = &scene.provider.name;
        match language {
            Language::Fr => {
                Words::about(format!("{name} maintient son offre pour « {} »", scene.title()))
                    .text(format!(
                        "Après votre modification de l’appel d’offres, {name} confirme son \
                     offre : vous pouvez de nouveau la choisir."
                    ))
                    .button("Voir l’offre")
            }
            Language::En => {
                Words::about(format!("{name} holds to its offer for “{}”", scene.title()))
                    .text(format!(
                        "After you changed the tender, {name} confirms its offer: you can \
                     choose it again."
                    ))
                    .button("See the offer")
            }
        }
    })
}

/// The client hears that a provider took its offer back.
pub(super) fn withdrawn(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_client(desk, bid, "offer.withdrawn", Concern::Exchange, &|language, scene| {
        let (trade, name) = (scene.trade(language), &scene.provider.name);
        match language {
            Language::Fr => {
                Words::about(format!("{name} a retiré son offre pour « {} »", scene.title()))
                    .text(format!(
                        "L’offre de {name} pour la prestation {trade} n’est plus disponible."
                    ))
                    .button("Voir les autres offres")
            }
            Language::En => {
                Words::about(format!("{name} withdrew its offer for “{}”", scene.title()))
                    .text(format!(
                        "The offer of {name} for the service {trade} is no longer available."
                    ))
                    .button("See the other offers")
            }
        }
    })
}

/// Both hear that an offer passed its date; the provider can make another.
pub(super) fn expired(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_client(desk, bid, "offer.expired", Concern::Exchange, &|language, scene| {
        let name = &scene.provider.name;
        match language {
            Language::Fr => Words::about(format!(
                "L’offre de {name} pour « {} » a expiré",
                scene.title()
            ))
            .text(format!(
                "L’offre de {name} a dépassé sa date de validité et ne peut plus être choisie."
            ))
            .button("Voir les autres offres"),
            Language::En => {
                Words::about(format!("The offer of {name} for “{}” has expired", scene.title()))
                    .text(format!(
                        "The offer of {name} passed its date and can no longer be chosen."
                    ))
                    .button("See the other offers")
            }
        }
    })?;
    to_provider(desk, bid, "offer.expired", Concern::Exchange, &|language, scene| match language {
        Language::Fr => Words::about(format!("Votre offre pour « {} » a expiré", scene.title()))
            .text(
                "Votre offre a dépassé sa date de validité. Tant que la prestation est \
                 ouverte, vous pouvez en faire une nouvelle.",
            )
            .table(scene.summary(language))
            .button("Voir mes offres"),
        Language::En => Words::about(format!("Your offer for “{}” has expired", scene.title()))
            .text(
                "Your offer passed its date. As long as the service is open, you can make a \
                 new one.",
            )
            .table(scene.summary(language))
            .button("See my offers"),
    })
}

/// The provider hears why its offer is over; when the tender was closed, in the client's own words (S1-053).
pub(super) fn ended(
    desk: &mut Desk<'_, '_>,
    bid: &Bid,
    reason: Option<EndReason>,
    was_chosen: bool,
) -> Result<(), Error> {
    match reason {
        Some(EndReason::TenderClosed) => tender_closed(desk, bid),
        Some(EndReason::EventPast) => event_past(desk, bid),
        Some(EndReason::LotConfirmed) => lot_taken(desk, bid),
        Some(EndReason::LotDropped) => lot_dropped(desk, bid),
        // It was told that its account is closed; the client is told here, or that its choice fell.
        Some(EndReason::ProviderClosed) if was_chosen => Ok(()),
        Some(EndReason::ProviderClosed | EndReason::ClientClosed | EndReason::Blocked) | None => {
            gone(desk, bid)
        }
    }
}

fn tender_closed(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_provider(desk, bid, "tender.closed", Concern::Mission, &|language, scene| {
        let (reason, note) = match &scene.tender.state {
            TenderState::Closed { reason, note, .. } => (Some(*reason), note.as_str()),
            TenderState::Draft { .. } | TenderState::Published { .. } => (None, ""),
        };
        let why = super::closing_reason(language, reason);
        match language {
            Language::Fr => Words::about(format!("« {} » est fermé", scene.title()))
                .text(format!(
                    "Le client a fermé son appel d’offres{why}. Votre offre est \
                     terminée, sans suite à donner."
                ))
                .quote(note)
                .table(scene.summary(language))
                .text("Merci d’y avoir répondu.")
                .button("Voir les offres potentielles"),
            Language::En => Words::about(format!("“{}” is closed", scene.title()))
                .text(format!(
                    "The client closed the tender{why}. Your offer is over and nothing \
                     is left to do."
                ))
                .quote(note)
                .table(scene.summary(language))
                .text("Thank you for answering.")
                .button("See potential tenders"),
        }
    })
}

fn event_past(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_provider(desk, bid, "offer.ended", Concern::Exchange, &|language, scene| match language {
        Language::Fr => Words::about(format!("« {} » ne prend plus d’offre", scene.title()))
            .text(
                "La date de l’événement est passée sans que le client choisisse de prestataire. \
                 Votre offre est terminée, sans suite à donner.",
            )
            .table(scene.summary(language))
            .button("Voir les offres potentielles"),
        Language::En => Words::about(format!("“{}” takes no more offers", scene.title()))
            .text(
                "The day of the event is over and the client chose no provider. Your offer is \
                 over and nothing is left to do.",
            )
            .table(scene.summary(language))
            .button("See potential tenders"),
    })
}

fn lot_taken(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_provider(desk, bid, "offer.ended", Concern::Exchange, &|language, scene| match language {
        Language::Fr => {
            Words::about(format!("« {} » : un autre prestataire a été retenu", scene.title()))
                .text(
                    "Le client a confié la prestation à un autre prestataire. Merci de votre offre \
                 : d’autres événements vous attendent.",
                )
                .table(scene.summary(language))
                .button("Voir les offres potentielles")
        }
        Language::En => Words::about(format!("“{}”: another provider was chosen", scene.title()))
            .text(
                "The client gave the service to another provider. Thank you for your offer: \
                 other events are waiting for you.",
            )
            .table(scene.summary(language))
            .button("See potential tenders"),
    })
}

fn lot_dropped(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_provider(desk, bid, "offer.ended", Concern::Mission, &|language, scene| match language {
        Language::Fr => {
            Words::about(format!("« {} » : la prestation n’est plus demandée", scene.title()))
                .text(
                    "Le client a modifié son appel d’offres et ne demande plus cette prestation. \
                 Votre offre est terminée, sans suite à donner.",
                )
                .table(scene.summary(language))
                .button("Voir les offres potentielles")
        }
        Language::En => {
            Words::about(format!("“{}”: the service is no longer asked for", scene.title()))
                .text(
                    "The client changed the tender and no longer asks for this service. Your offer \
                 is over and nothing is left to do.",
                )
                .table(scene.summary(language))
                .button("See potential tenders")
        }
    })
}

fn gone(desk: &mut Desk<'_, '_>, bid: &Bid) -> Result<(), Error> {
    to_client(desk, bid, "offer.ended", Concern::Exchange, &|language, scene| {
        let name = &scene.provider.name;
        match language {
            Language::Fr => Words::about(format!(
                "L’offre de {name} pour « {} » n’est plus disponible",
                scene.title()
            ))
            .text("Ce prestataire n’est plus présent sur Estrade.")
            .button("Voir les autres offres"),
            Language::En => Words::about(format!(
                "The offer of {name} for “{}” is no longer available",
                scene.title()
            ))
            .text("This provider is no longer on Estrade.")
            .button("See the other offers"),
        }
    })
}

type InScene<'a> = &'a dyn Fn(Language, &Scene) -> Words;

/// Tells the client's people.
pub(super) fn to_client(
    desk: &mut Desk<'_, '_>,
    bid: &Bid,
    kind: &'static str,
    concern: Concern,
    words: InScene<'_>,
) -> Result<(), Error> {
    let scene = Scene::of(desk.tx, bid)?;
    let people = desk.people(bid.client)?;
    let words = |language| words(language, &scene);
    let lot = scene.clients_path();
    let path = if kind == "lot.completed" { format!("{lot}/avis") } else { lot };
    let params = scene.params();
    desk.tell(&people, &Telling { kind, concern, path, params, words: &words })
}

/// Tells the provider's people.
pub(super) fn to_provider(
    desk: &mut Desk<'_, '_>,
    bid: &Bid,
    kind: &'static str,
    concern: Concern,
    words: InScene<'_>,
) -> Result<(), Error> {
    let scene = Scene::of(desk.tx, bid)?;
    let people = desk.people(bid.provider)?;
    let words = |language| words(language, &scene);
    let over = matches!(kind, "tender.closed" | "offer.ended");
    let path = if over {
        "/offres-potentielles".to_owned()
    } else {
        format!("/mes-evenements/candidatures/{}", bid.offer)
    };
    desk.tell(&people, &Telling { kind, concern, path, params: scene.params(), words: &words })
}
