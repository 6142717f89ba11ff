//! Letters about advertising campaigns: paid, stopped by the operator, at their end.

use estrade_db::{Error, audience, campaigns};
use estrade_domain::{
    campaigns::{Campaign, Content},
    ids::CampaignId,
    language::Language,
    phrases,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// It is paid: from when to when its banner is shown, and where.
pub(super) fn paid(desk: &mut Desk<'_, '_>, id: CampaignId) -> Result<(), Error> {
    let campaign = campaigns::of_id(desk.tx, id)?;
    let words = |language: Language| {
        let title = &campaign.content.title;
        let words = Words::about(language.pick(
            format!("Votre campagne « {title} » est programmée"),
            format!("Your campaign “{title}” is scheduled"),
        ));
        let text = language.pick(
            "Son paiement est reçu : votre bannière s’affichera d’elle-même, le premier et le dernier jour compris.",
            "Its payment arrived: your banner is shown by itself, the first and the last day included.",
        );
        table(words.text(text), &campaign.content, language)
            .button(language.pick("Voir la campagne", "See the campaign"))
    };
    tell(desk, &campaign, "campaign.paid", format!("/compte/campagnes/{id}"), &words)
}

/// The operator took it off, and says why; without a reason its payment was taken back. Whoever is gone is not told.
pub(super) fn stopped(desk: &mut Desk<'_, '_>, id: CampaignId, reason: &str) -> Result<(), Error> {
    let campaign = campaigns::of_id(desk.tx, id)?;
    let words = |language: Language| {
        let title = &campaign.content.title;
        let words = Words::about(language.pick(
            format!("Votre campagne « {title} » est arrêtée"),
            format!("Your campaign “{title}” was stopped"),
        ));
        let button = language.pick("Nous écrire", "Write to us");
        if reason.is_empty() {
            let text = language.pick(
                "Votre banque a repris son paiement : votre bannière ne s’affiche plus. Écrivez-nous si c’est une erreur.",
                "Your bank took its payment back: your banner is not shown any more. Write to us if this is a mistake.",
            );
            return words.text(text).button(button);
        }
        words.text(language.pick(
            "L’opérateur de la place de marché a retiré votre bannière. Voici pourquoi :",
            "The operator of the marketplace took your banner off. This is why:",
        ))
        .quote(reason)
        .text(language.pick(
            "Aucun remboursement n’est automatique : écrivez-nous si vous n’êtes pas d’accord, ou pour les jours qui restaient.",
            "Nothing is refunded by itself: write to us if you do not agree, or about the days that were left.",
        ))
        .button(button)
    };
    tell(desk, &campaign, "campaign.stopped", "/contact".to_owned(), &words)
}

/// Its days are over: how often it was seen, and how to run it again.
pub(super) fn ended(desk: &mut Desk<'_, '_>, id: CampaignId) -> Result<(), Error> {
    let campaign = campaigns::of_id(desk.tx, id)?;
    let count = audience::of_campaigns(desk.tx, std::iter::once(id))?;
    let count = count.get(&id.to_string()).copied().unwrap_or_default();
    let words = |language: Language| {
        let title = &campaign.content.title;
        let words = Words::about(language.pick(
            format!("Votre campagne « {title} » est terminée"),
            format!("Your campaign “{title}” is over"),
        ))
        .text(language.pick(
            "Votre bannière ne s’affiche plus. Pour la montrer de nouveau, relancez la campagne : tout y est déjà, il reste à choisir les jours.",
            "Your banner is not shown any more. To show it again, run the campaign anew: all is there, only the days are to be chosen.",
        ));
        table(words, &campaign.content, language)
            .table([
                (language.pick("Affichages", "Views"), count.views.to_string()),
                (language.pick("Clics", "Clicks"), count.clicks.to_string()),
            ])
            .button(language.pick("Relancer la campagne", "Run the campaign again"))
    };
    let path = format!("/compte/campagnes/nouvelle?modele={id}");
    tell(desk, &campaign, "campaign.ended", path, &words)
}

fn table(words: Words, content: &Content, language: Language) -> Words {
    let departement = phrases::departement(&content.departement);
    let page = phrases::placement(language, content.placement);
    words.table([
        (language.pick("Page", "Page"), page.to_owned()),
        (language.pick("Département", "Département"), departement),
        (language.pick("Premier jour", "First day"), phrases::day(language, content.starts_on)),
        (language.pick("Dernier jour", "Last day"), phrases::day(language, content.ends_on())),
    ])
}

fn tell(
    desk: &mut Desk<'_, '_>,
    campaign: &Campaign,
    kind: &'static str,
    path: String,
    words: &dyn Fn(Language) -> Words,
) -> Result<(), Error> {
    let people = desk.people(campaign.provider)?;
    let (concern, params) = (Concern::Account, json!({ "title": campaign.content.title }));
    desk.tell(&people, &Telling { kind, concern, path, params, words })
}
