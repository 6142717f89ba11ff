//! Letters about custom offers and the orders that they make. Each tells the side whose turn it is not, or
//! both when nobody did it.

use estrade_db::{Error, organizations, relaying};
use estrade_domain::{
    facts::{Fact, Job, Pact},
    ids::OrganizationId,
    language::Language,
    orders::Approval,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    phrases,
    template::Words,
};

/// Who hears of something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Client,
    Provider,
}

/// What a letter says in one language: its subject, its text, its button.
type Text = (String, String, &'static str);

struct Said<'a> {
    pact: Pact,
    path: String,
    title: String,
    total: Option<String>,
    quote: &'a str,
}

/// Tells of a custom offer.
pub(super) fn offer(desk: &mut Desk<'_, '_>, pact: &Pact, fact: &Fact) -> Result<(), Error> {
    let kind = fact.kind();
    let quote = if let Fact::CustomOfferDeclined { reason, .. } = fact { reason } else { "" };
    let known = relaying::custom_offer(desk.tx, pact.offer)?;
    let said = |language| Said {
        pact: *pact,
        path: format!("/offres-personnalisees/{}", pact.offer),
        title: known.title.clone(),
        total: Some(phrases::money(language, known.gross)),
        quote,
    };
    for side in [Side::Client, Side::Provider] {
        if hears_of_offer(fact, side) {
            tell(desk, kind, side, &said, &|language, said, other| {
                of_offer(fact, side, language, &said.title, other)
            })?;
        }
    }
    Ok(())
}

fn hears_of_offer(fact: &Fact, side: Side) -> bool {
    match fact {
        Fact::CustomOfferDeclined { .. } => side == Side::Provider,
        Fact::CustomOfferExpired { .. } | Fact::CustomOfferEnded { .. } => true,
        _ => side == Side::Client,
    }
}

fn of_offer(fact: &Fact, side: Side, language: Language, title: &str, other: &str) -> Text {
    let fr = language == Language::Fr;
    let (subject, text) = match fact {
        Fact::CustomOfferSent { .. } if fr => (
            format!("{other} vous fait une offre : « {title} »"),
            "Relisez ce qui est compris, posez vos questions, puis acceptez ou déclinez."
                .to_owned(),
        ),
        Fact::CustomOfferSent { .. } => (
            format!("{other} makes you an offer: “{title}”"),
            "Read what is included, ask your questions, then accept or decline.".to_owned(),
        ),
        Fact::CustomOfferRevised { number, .. } if fr => (
            format!("{other} a modifié son offre « {title} »"),
            format!("La version {number} remplace la précédente : elle seule peut être acceptée."),
        ),
        Fact::CustomOfferRevised { number, .. } => (
            format!("{other} changed its offer “{title}”"),
            format!("Version {number} replaces the one before: it alone can be accepted."),
        ),
        Fact::CustomOfferWithdrawn { .. } if fr => (
            format!("{other} a retiré son offre « {title} »"),
            "Elle ne peut plus être acceptée.".to_owned(),
        ),
        Fact::CustomOfferWithdrawn { .. } => (
            format!("{other} withdrew its offer “{title}”"),
            "It can no longer be accepted.".to_owned(),
        ),
        Fact::CustomOfferDeclined { .. } if fr => (
            format!("{other} a décliné votre offre « {title} »"),
            "Vous pouvez lui en proposer une autre dans votre conversation.".to_owned(),
        ),
        Fact::CustomOfferDeclined { .. } => (
            format!("{other} declined your offer “{title}”"),
            "You can make another one in your conversation.".to_owned(),
        ),
        Fact::CustomOfferExpired { .. } if fr => (
            format!("L’offre « {title} » a expiré"),
            if side == Side::Client {
                format!("Elle a passé sa date. {other} peut vous en refaire une.")
            } else {
                "Elle a passé sa date sans réponse. Vous pouvez en refaire une.".to_owned()
            },
        ),
        Fact::CustomOfferExpired { .. } => (
            format!("The offer “{title}” has expired"),
            if side == Side::Client {
                format!("It passed its date. {other} can make you another one.")
            } else {
                "It passed its date without an answer. You can make another one.".to_owned()
            },
        ),
        _ if fr => (
            format!("L’offre « {title} » n’est plus disponible"),
            "Elle a pris fin sans être acceptée.".to_owned(),
        ),
        _ => (
            format!("The offer “{title}” is no longer available"),
            "It ended without being accepted.".to_owned(),
        ),
    };
    (subject, text, language.pick("Voir l’offre", "See the offer"))
}

/// Tells of an order.
pub(super) fn order(desk: &mut Desk<'_, '_>, job: &Job, fact: &Fact) -> Result<(), Error> {
    let kind = fact.kind();
    let quote = match fact {
        Fact::OrderDelivered { message, .. } | Fact::RevisionRequested { message, .. } => message,
        Fact::OrderCancelled { reason, .. } => reason,
        _ => "",
    };
    let known = relaying::custom_offer(desk.tx, job.offer)?;
    let by = desk.recorded.account_id.clone();
    let actor = by.as_deref().map(|id| relaying::organization_of(desk.tx, id)).transpose()?;
    let said = |_| Said {
        pact: Pact { offer: job.offer, client: job.client, provider: job.provider },
        path: format!("/commandes/{}", job.order),
        title: known.title.clone(),
        total: None,
        quote,
    };
    for (side, party) in [(Side::Client, job.client), (Side::Provider, job.provider)] {
        if hears_of_order(fact, side, actor.flatten() == Some(party)) {
            tell(desk, kind, side, &said, &|language, said, other| {
                of_order(fact, side, language, &said.title, other)
            })?;
        }
    }
    Ok(())
}

fn hears_of_order(fact: &Fact, side: Side, did_it: bool) -> bool {
    match fact {
        Fact::OrderPlaced { .. }
        | Fact::RequirementsGiven { .. }
        | Fact::RevisionRequested { .. }
        | Fact::WeeklyHoursChanged { .. } => side == Side::Provider,
        Fact::OrderDelivered { .. }
        | Fact::DeliveryReminded { .. }
        | Fact::OrderCompleted { .. } => side == Side::Client,
        // Silence is told to both: the client that it agreed by it.
        Fact::MilestoneAccepted { approval, .. } => {
            side == Side::Provider || approval == Approval::Silence.as_str()
        }
        Fact::OrderCancelled { .. } => !did_it,
        // The start follows from what is told already; a period that begins by its day is told.
        Fact::OrderStarted { milestone, .. } => side == Side::Provider && *milestone > 1,
        _ => false,
    }
}

fn of_order(fact: &Fact, side: Side, language: Language, title: &str, other: &str) -> Text {
    let fr = language == Language::Fr;
    let (subject, text) = match fact {
        Fact::OrderPlaced { .. } if fr => (
            format!("Nouvelle commande : « {title} »"),
            format!("{other} a accepté votre offre. Vos coordonnées respectives sont sur la page de la commande."),
        ),
        Fact::OrderPlaced { .. } => (
            format!("New order: “{title}”"),
            format!("{other} accepted your offer. You find each other’s contact details on the order’s page."),
        ),
        Fact::RequirementsGiven { .. } if fr => (
            format!("« {title} » peut commencer"),
            format!("{other} a répondu à vos questions : le délai de livraison court."),
        ),
        Fact::RequirementsGiven { .. } => (
            format!("“{title}” can begin"),
            format!("{other} answered your questions: the time to deliver runs."),
        ),
        Fact::OrderStarted { milestone, .. } if fr => (
            format!("« {title} » : l’étape {milestone} commence"),
            "Le délai de livraison de cette étape court.".to_owned(),
        ),
        Fact::OrderStarted { milestone, .. } => (
            format!("“{title}”: milestone {milestone} begins"),
            "The time to deliver this milestone runs.".to_owned(),
        ),
        Fact::OrderDelivered { .. } if fr => (
            format!("{other} a livré « {title} »"),
            "Acceptez la livraison ou demandez une retouche. Sans réponse, elle est acceptée à la fin du délai.".to_owned(),
        ),
        Fact::OrderDelivered { .. } => (
            format!("{other} delivered “{title}”"),
            "Accept the delivery or ask for a revision. Without an answer it is accepted when the time is over.".to_owned(),
        ),
        Fact::RevisionRequested { .. } if fr => (
            format!("{other} demande une retouche pour « {title} »"),
            "Livrez de nouveau une fois la retouche faite.".to_owned(),
        ),
        Fact::RevisionRequested { .. } => (
            format!("{other} asks for a revision of “{title}”"),
            "Deliver again once it is done.".to_owned(),
        ),
        Fact::DeliveryReminded { days_left, .. } if fr => {
            let days = if *days_left == 1 { "un jour".to_owned() } else { format!("{days_left} jours") };
            (
                format!("Une livraison attend votre avis : « {title} »"),
                format!("Dans {days}, elle sera considérée comme acceptée."),
            )
        }
        Fact::DeliveryReminded { days_left, .. } => {
            let days = if *days_left == 1 { "one day".to_owned() } else { format!("{days_left} days") };
            (
                format!("A delivery waits for you: “{title}”"),
                format!("In {days} it counts as accepted."),
            )
        }
        Fact::MilestoneAccepted { .. } if fr && side == Side::Client => (
            format!("La livraison de « {title} » est acceptée"),
            "Le délai pour l’examiner est passé sans réponse de votre part.".to_owned(),
        ),
        Fact::MilestoneAccepted { .. } if side == Side::Client => (
            format!("The delivery of “{title}” is accepted"),
            "The time to look at it passed without an answer from you.".to_owned(),
        ),
        Fact::MilestoneAccepted { milestone, .. } if fr => (
            format!("Livraison acceptée : « {title} »"),
            format!("L’étape {milestone} est acceptée."),
        ),
        Fact::MilestoneAccepted { milestone, .. } => (
            format!("Delivery accepted: “{title}”"),
            format!("Milestone {milestone} is accepted."),
        ),
        Fact::OrderCompleted { .. } if fr => (
            format!("« {title} » est terminé"),
            "Toutes les étapes sont livrées et acceptées.".to_owned(),
        ),
        Fact::OrderCompleted { .. } => (
            format!("“{title}” is completed"),
            "Every milestone is delivered and accepted.".to_owned(),
        ),
        Fact::WeeklyHoursChanged { hours, .. } if fr => (
            format!("« {title} » : la limite hebdomadaire change"),
            hours.map_or("Il n’y a plus de limite.".to_owned(), |it| format!("Elle est de {it} h par semaine.")),
        ),
        Fact::WeeklyHoursChanged { hours, .. } => (
            format!("“{title}”: the weekly limit changes"),
            hours.map_or("There is no limit any more.".to_owned(), |it| format!("It is {it} hours a week.")),
        ),
        _ if fr => (
            format!("La commande « {title} » est annulée"),
            "Ce qui n’était pas livré est annulé ; ce qui était accepté reste acquis.".to_owned(),
        ),
        _ => (
            format!("The order “{title}” is cancelled"),
            "What was not delivered is called off; what was accepted stays.".to_owned(),
        ),
    };
    (subject, text, language.pick("Voir la commande", "See the order"))
}

fn tell<'a>(
    desk: &mut Desk<'_, '_>,
    kind: &'static str,
    side: Side,
    said: &dyn Fn(Language) -> Said<'a>,
    text: &dyn Fn(Language, &Said<'_>, &str) -> Text,
) -> Result<(), Error> {
    let Said { pact, path, title, .. } = said(Language::Fr);
    let (to, other) = match side {
        Side::Client => (pact.client, pact.provider),
        Side::Provider => (pact.provider, pact.client),
    };
    let other = name(desk, other)?;
    let people = desk.people(to)?;
    let words = |language| {
        let said = said(language);
        let (subject, paragraph, button) = text(language, &said, &other);
        let words = Words::about(subject).text(paragraph);
        let words = match &said.total {
            Some(total) => {
                words.table([(language.pick("Prix TTC", "Price incl. VAT"), total.clone())])
            }
            None => words,
        };
        let words = if said.quote.is_empty() { words } else { words.quote(said.quote) };
        words.button(button)
    };
    let params = json!({ "title": title, "other": other });
    let telling = Telling { kind, concern: Concern::Mission, path, params, words: &words };
    desk.tell(&people, &telling)
}

/// A client goes by its pseudo.
fn name(desk: &mut Desk<'_, '_>, id: OrganizationId) -> Result<String, Error> {
    let heads = organizations::heads(desk.tx, &[id])?;
    let head = heads.into_iter().next().ok_or(Error::NotFound)?;
    Ok(super::conversations::name(head))
}
