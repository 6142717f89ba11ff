//! What each letter says, in both languages.

use estrade_domain::{facts::Fact, language::Language, offers::terms::TermsKind};

use super::{Letter, Side};

/// What a letter says in one language: its subject, and one sentence.
pub(super) type Text = (String, String);

/// A subject and a sentence, both in French and in English.
pub(super) fn both(language: Language, french: (String, &str), english: (String, &str)) -> Text {
    let (subject, sentence) = language.pick(french, english);
    (subject, sentence.to_owned())
}

impl Letter<'_> {
    pub(super) fn text(&self, language: Language) -> Text {
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
            _ if self.kind == Some(TermsKind::Hourly) => {
                self.of_hours(language).unwrap_or_else(|| self.of_order(language))
            }
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
            Fact::PaymentDue { .. } if self.card.is_some() => {
                let card = self.card.unwrap_or_default();
                language.pick(
                    (
                        format!("« {title} » : une nouvelle période commence"),
                        format!("Elle est débitée de votre carte •••• {card}, comme convenu. Le paiement est conservé par la plateforme jusqu’à ce que vous acceptiez la livraison ; vous pouvez arrêter l’abonnement ou ce débit à tout moment."),
                    ),
                    (
                        format!("“{title}”: a new period begins"),
                        format!("It is charged to your card •••• {card}, as agreed. The payment is held by the platform until you accept the delivery; you can stop the subscription or this charge at any time."),
                    ),
                )
            }
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
