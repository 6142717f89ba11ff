//! What letters about work by the hour say: of its sheets in place of deliveries.

use estrade_domain::{facts::Fact, language::Language, phrases};

use super::{
    Letter, Side,
    sentences::{Text, both},
};

impl Letter<'_> {
    /// None where they say the same as of any other order.
    pub(super) fn of_hours(&self, language: Language) -> Option<Text> {
        let Self { title, other, .. } = self;
        Some(match self.fact {
            Fact::OrderDelivered { .. } => both(
                language,
                (
                    format!("{other} vous envoie sa feuille d’heures : « {title} »"),
                    "Approuvez-la, ou contestez ce qui n’est pas juste. Sans réponse, elle est approuvée à la fin du délai.",
                ),
                (
                    format!("{other} sends you its timesheet: “{title}”"),
                    "Approve it, or contest what is not right. Without an answer it is approved when the time is over.",
                ),
            ),
            Fact::RevisionRequested { .. } => both(
                language,
                (
                    format!("{other} conteste votre feuille d’heures : « {title} »"),
                    "Corrigez ses heures, puis envoyez-la de nouveau.",
                ),
                (
                    format!("{other} contests your timesheet: “{title}”"),
                    "Put its hours right, then send it again.",
                ),
            ),
            Fact::DeliveryReminded { days_left, .. } => language.pick(
                (
                    format!("Une feuille d’heures vous attend : « {title} »"),
                    match days_left {
                        1 => "Dans un jour, elle sera considérée comme approuvée.".to_owned(),
                        days => format!("Dans {days} jours, elle sera considérée comme approuvée."),
                    },
                ),
                (
                    format!("A timesheet waits for you: “{title}”"),
                    match days_left {
                        1 => "In one day it counts as approved.".to_owned(),
                        days => format!("In {days} days it counts as approved."),
                    },
                ),
            ),
            Fact::MilestoneAccepted { .. } if self.side == Side::Client => both(
                language,
                (
                    format!("La feuille d’heures de « {title} » est approuvée"),
                    "Le délai pour l’examiner est passé sans réponse de votre part.",
                ),
                (
                    format!("The timesheet of “{title}” is approved"),
                    "The time to look at it passed without an answer from you.",
                ),
            ),
            Fact::MilestoneAccepted { .. } => both(
                language,
                (
                    format!("Feuille d’heures approuvée : « {title} »"),
                    "Ses heures ne changent plus.",
                ),
                (format!("Timesheet approved: “{title}”"), "Its hours no longer change."),
            ),
            Fact::OrderStopped { .. } => both(
                language,
                (
                    format!("{other} arrête la mission « {title} »"),
                    "Les heures déjà saisies sont examinées comme convenu ; il n’y aura pas d’autre feuille.",
                ),
                (
                    format!("{other} stops the mission “{title}”"),
                    "The hours that are logged are looked at as agreed; no further sheet follows.",
                ),
            ),
            Fact::WeeklyHoursChanged { hours, from, .. } => {
                let limit = |language: Language| match (hours, from) {
                    (None, _) => language
                        .pick("Il n’y a plus de limite.", "There is no limit any more.")
                        .to_owned(),
                    (Some(hours), None) => language.pick(
                        format!("Elle est de {hours} h par semaine."),
                        format!("It is {hours} hours a week."),
                    ),
                    (Some(hours), Some(from)) => {
                        let day = phrases::date(language, *from);
                        language.pick(
                            format!("Elle passe à {hours} h par semaine à partir du {day}."),
                            format!("It will be {hours} hours a week from {day} on."),
                        )
                    }
                };
                let subject = language.pick(
                    format!("« {title} » : la limite hebdomadaire change"),
                    format!("“{title}”: the weekly limit changes"),
                );
                (subject, limit(language))
            }
            _ => return None,
        })
    }
}
