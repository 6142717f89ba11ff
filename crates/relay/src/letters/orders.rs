//! Letters about custom offers and the orders that they make. Each tells the side whose turn it is not, or
//! both when nobody did it.

use estrade_db::{Error, organizations, relaying};
use estrade_domain::{
    facts::{Fact, Job, Pact},
    ids::OrganizationId,
    language::Language,
    orders::Approval,
    phrases,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// Who hears of something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Client,
    Provider,
}

/// What a letter says in one language: its subject, and one sentence.
type Text = (String, String);

/// What a letter is about, and for whom.
struct Letter<'a> {
    fact: &'a Fact,
    side: Side,
    title: &'a str,
    other: &'a str,
}

/// Tells of a custom offer.
pub(super) fn offer(desk: &mut Desk<'_, '_>, pact: &Pact, fact: &Fact) -> Result<(), Error> {
    let known = relaying::custom_offer(desk.tx, pact.offer)?;
    let path = format!("/offres-personnalisees/{}", pact.offer);
    let button = ("Voir l’offre", "See the offer");
    let priced = |language| Some(phrases::money(language, known.gross));
    for side in [Side::Client, Side::Provider] {
        if hears_of_offer(fact, side) {
            tell(desk, pact, &path, &known.title, (fact, side), button, &priced)?;
        }
    }
    Ok(())
}

/// Tells of an order.
pub(super) fn order(desk: &mut Desk<'_, '_>, job: &Job, fact: &Fact) -> Result<(), Error> {
    let known = relaying::custom_offer(desk.tx, job.offer)?;
    let path = format!("/commandes/{}", job.order);
    let button = ("Voir la commande", "See the order");
    let by = desk.recorded.account_id.clone();
    let actor = by.as_deref().map(|id| relaying::organization_of(desk.tx, id)).transpose()?;
    let is_placed = relaying::order_is_placed(desk.tx, job.order)?;
    let pact = Pact { offer: job.offer, client: job.client, provider: job.provider };
    for (side, party) in [(Side::Client, job.client), (Side::Provider, job.provider)] {
        // With kept funds an order that nobody paid does not exist for its provider.
        let exists = side == Side::Client || is_placed;
        if exists && hears_of_order(fact, side, actor.flatten() == Some(party)) {
            tell(desk, &pact, &path, &known.title, (fact, side), button, &|_| None)?;
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

fn hears_of_order(fact: &Fact, side: Side, did_it: bool) -> bool {
    match fact {
        Fact::OrderPlaced { .. }
        | Fact::RequirementsGiven { .. }
        | Fact::RevisionRequested { .. }
        | Fact::WeeklyHoursChanged { .. } => side == Side::Provider,
        Fact::PaymentDue { .. }
        | Fact::OrderDelivered { .. }
        | Fact::DeliveryReminded { .. }
        | Fact::OrderCompleted { .. } => side == Side::Client,
        // Of the first one the provider hears that there is a new order.
        Fact::MilestoneFunded { milestone, .. } => side == Side::Client || *milestone > 1,
        // Silence is told to both: the client that it agreed by it.
        Fact::MilestoneAccepted { approval, .. } => {
            side == Side::Provider || approval == Approval::Silence.as_str()
        }
        Fact::OrderStopped { .. } | Fact::OrderCancelled { .. } => !did_it,
        // The start follows from what is told already; a period that begins by its day is told.
        Fact::OrderStarted { milestone, .. } => side == Side::Provider && *milestone > 1,
        _ => false,
    }
}

fn tell(
    desk: &mut Desk<'_, '_>,
    pact: &Pact,
    path: &str,
    title: &str,
    (fact, side): (&Fact, Side),
    button: (&'static str, &'static str),
    price: &dyn Fn(Language) -> Option<String>,
) -> Result<(), Error> {
    let (to, other) = match side {
        Side::Client => (pact.client, pact.provider),
        Side::Provider => (pact.provider, pact.client),
    };
    let other = name(desk, other)?;
    let people = desk.people(to)?;
    let letter = Letter { fact, side, title, other: &other };
    let words = |language: Language| {
        let (subject, sentence) = letter.text(language);
        let words = Words::about(subject).text(sentence);
        let words = match price(language) {
            Some(price) => words.table([(language.pick("Prix TTC", "Price incl. VAT"), price)]),
            None => words,
        };
        let quote = fact.words();
        let words = if quote.is_empty() { words } else { words.quote(quote) };
        words.button(language.pick(button.0, button.1))
    };
    let params = json!({ "title": title, "other": other });
    let (kind, path) = (fact.kind(), path.to_owned());
    let telling = Telling { kind, concern: Concern::Bargain, path, params, words: &words };
    desk.tell(&people, &telling)
}

/// How a party is called in a letter to the other: a client by its pseudo.
pub(super) fn name(desk: &mut Desk<'_, '_>, id: OrganizationId) -> Result<String, Error> {
    let heads = organizations::heads(desk.tx, &[id])?;
    let head = heads.into_iter().next().ok_or(Error::NotFound)?;
    Ok(super::conversations::name(head))
}

/// A subject and a sentence, both in French and in English.
fn both(language: Language, french: (String, &str), english: (String, &str)) -> Text {
    let (subject, sentence) = language.pick(french, english);
    (subject, sentence.to_owned())
}

impl Letter<'_> {
    fn text(&self, language: Language) -> Text {
        let Self { title, other, .. } = self;
        match self.fact {
            Fact::CustomOfferSent { .. } => both(
                language,
                (
                    format!("{other} vous fait une offre : « {title} »"),
                    "Relisez ce qui est compris, posez vos questions, puis acceptez ou déclinez.",
                ),
                (
                    format!("{other} makes you an offer: “{title}”"),
                    "Read what is included, ask your questions, then accept or decline.",
                ),
            ),
            Fact::CustomOfferRevised { .. } => both(
                language,
                (
                    format!("{other} a modifié son offre « {title} »"),
                    "La nouvelle version remplace la précédente : elle seule peut être acceptée.",
                ),
                (
                    format!("{other} changed its offer “{title}”"),
                    "The new version replaces the one before: it alone can be accepted.",
                ),
            ),
            Fact::CustomOfferWithdrawn { .. } => both(
                language,
                (
                    format!("{other} a retiré son offre « {title} »"),
                    "Elle ne peut plus être acceptée.",
                ),
                (format!("{other} withdrew its offer “{title}”"), "It can no longer be accepted."),
            ),
            Fact::CustomOfferDeclined { .. } => both(
                language,
                (
                    format!("{other} a décliné votre offre « {title} »"),
                    "Vous pouvez lui en proposer une autre dans votre conversation.",
                ),
                (
                    format!("{other} declined your offer “{title}”"),
                    "You can make another one in your conversation.",
                ),
            ),
            Fact::CustomOfferExpired { .. } => self.expired(language),
            Fact::CustomOfferEnded { .. } => both(
                language,
                (
                    format!("L’offre « {title} » n’est plus disponible"),
                    "Elle a pris fin sans être acceptée.",
                ),
                (
                    format!("The offer “{title}” is no longer available"),
                    "It ended without being accepted.",
                ),
            ),
            _ => self.of_order(language),
        }
    }

    fn expired(&self, language: Language) -> Text {
        let Self { title, other, .. } = self;
        let (subject, again) = language.pick(
            (format!("L’offre « {title} » a expiré"), format!("{other} peut vous en refaire une.")),
            (format!("The offer “{title}” has expired"), format!("{other} can make another one.")),
        );
        let sentence = match self.side {
            Side::Client => {
                format!("{} {again}", language.pick("Elle a passé sa date.", "It passed its date."))
            }
            Side::Provider => language
                .pick(
                    "Elle a passé sa date sans réponse. Vous pouvez en refaire une.",
                    "It passed its date without an answer. You can make another one.",
                )
                .to_owned(),
        };
        (subject, sentence)
    }

    fn of_order(&self, language: Language) -> Text {
        let Self { title, other, .. } = self;
        match self.fact {
            Fact::OrderPlaced { .. } => both(
                language,
                (
                    format!("{other} a accepté votre offre « {title} »"),
                    "La commande est passée : les coordonnées de chacun sont sur sa page.",
                ),
                (
                    format!("{other} accepted your offer “{title}”"),
                    "The order is placed: its page has the contact details of both.",
                ),
            ),
            Fact::RequirementsGiven { .. } => both(
                language,
                (
                    format!("« {title} » peut commencer"),
                    "Le client a répondu à vos questions : le délai de livraison court.",
                ),
                (
                    format!("“{title}” can begin"),
                    "The client answered your questions: the time to deliver runs.",
                ),
            ),
            Fact::OrderDelivered { .. } => both(
                language,
                (
                    format!("{other} a livré « {title} »"),
                    "Acceptez la livraison ou demandez une retouche. Sans réponse, elle est acceptée à la fin du délai.",
                ),
                (
                    format!("{other} delivered “{title}”"),
                    "Accept the delivery or ask for a revision. Without an answer it is accepted when the time is over.",
                ),
            ),
            Fact::RevisionRequested { .. } => both(
                language,
                (
                    format!("{other} demande une retouche pour « {title} »"),
                    "Livrez de nouveau une fois la retouche faite.",
                ),
                (
                    format!("{other} asks for a revision of “{title}”"),
                    "Deliver again once it is done.",
                ),
            ),
            Fact::OrderCompleted { .. } => both(
                language,
                (
                    format!("« {title} » est terminé"),
                    "Comment cela s’est-il passé ? Votre avis aide les prochains clients à choisir.",
                ),
                (
                    format!("“{title}” is completed"),
                    "How did it go? Your review helps the next clients to choose.",
                ),
            ),
            Fact::OrderStopped { .. } => both(
                language,
                (
                    format!("{other} arrête l’abonnement « {title} »"),
                    "Ce qui a commencé est livré et accepté comme convenu ; il n’y aura pas d’autre période.",
                ),
                (
                    format!("{other} stops the subscription “{title}”"),
                    "What has begun is delivered and accepted as agreed; no further period follows.",
                ),
            ),
            Fact::OrderCancelled { .. } => both(
                language,
                (
                    format!("La commande « {title} » est annulée"),
                    "Ce qui n’était pas livré est annulé ; ce qui était accepté reste acquis.",
                ),
                (
                    format!("The order “{title}” is cancelled"),
                    "What was not delivered is called off; what was accepted stays.",
                ),
            ),
            _ => self.of_milestone(language),
        }
    }

    fn of_milestone(&self, language: Language) -> Text {
        let Self { title, .. } = self;
        match self.fact {
            Fact::PaymentDue { .. } => both(
                language,
                (
                    format!("« {title} » : un paiement vous attend"),
                    "Votre paiement est conservé par la plateforme jusqu’à ce que vous acceptiez la livraison. Sans paiement à la fin du délai, la commande est annulée.",
                ),
                (
                    format!("“{title}”: a payment waits for you"),
                    "Your payment is held by the platform until you accept the delivery. Without a payment by the end of the delay, the order is cancelled.",
                ),
            ),
            Fact::MilestoneFunded { .. } if self.side == Side::Client => both(
                language,
                (
                    format!("« {title} » : votre paiement est reçu"),
                    "Il est conservé jusqu’à ce que vous acceptiez la livraison.",
                ),
                (
                    format!("“{title}”: your payment has arrived"),
                    "It is held until you accept the delivery.",
                ),
            ),
            Fact::MilestoneFunded { .. } => both(
                language,
                (
                    format!("« {title} » : l’étape suivante est payée"),
                    "Démarrez-la depuis la page de la commande. Les fonds vous sont versés une fois la livraison acceptée.",
                ),
                (
                    format!("“{title}”: the next milestone is paid"),
                    "Start it on the order's page. The funds are yours once the delivery is accepted.",
                ),
            ),
            Fact::OrderStarted { milestone, .. } => both(
                language,
                (
                    format!("« {title} » : l’étape {milestone} commence"),
                    "Le délai de livraison de cette étape court.",
                ),
                (
                    format!("“{title}”: milestone {milestone} begins"),
                    "The time to deliver this milestone runs.",
                ),
            ),
            Fact::DeliveryReminded { days_left, .. } => language.pick(
                (
                    format!("Une livraison attend votre avis : « {title} »"),
                    match days_left {
                        1 => "Dans un jour, elle sera considérée comme acceptée.".to_owned(),
                        days => format!("Dans {days} jours, elle sera considérée comme acceptée."),
                    },
                ),
                (
                    format!("A delivery waits for you: “{title}”"),
                    match days_left {
                        1 => "In one day it counts as accepted.".to_owned(),
                        days => format!("In {days} days it counts as accepted."),
                    },
                ),
            ),
            Fact::WeeklyHoursChanged { hours, .. } => language.pick(
                (
                    format!("« {title} » : la limite hebdomadaire change"),
                    match hours {
                        Some(hours) => format!("Elle est de {hours} h par semaine."),
                        None => "Il n’y a plus de limite.".to_owned(),
                    },
                ),
                (
                    format!("“{title}”: the weekly limit changes"),
                    match hours {
                        Some(hours) => format!("It is {hours} hours a week."),
                        None => "There is no limit any more.".to_owned(),
                    },
                ),
            ),
            _ if self.side == Side::Client => both(
                language,
                (
                    format!("La livraison de « {title} » est acceptée"),
                    "Le délai pour l’examiner est passé sans réponse de votre part.",
                ),
                (
                    format!("The delivery of “{title}” is accepted"),
                    "The time to look at it passed without an answer from you.",
                ),
            ),
            _ => both(
                language,
                (
                    format!("Livraison acceptée : « {title} »"),
                    "Ce que vous avez livré est accepté.",
                ),
                (format!("Delivery accepted: “{title}”"), "What you delivered is accepted."),
            ),
        }
    }
}
