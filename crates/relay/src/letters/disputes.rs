//! Letters about disputes: to the side that did not do it, to both when a timer or the operator did, and to
//! the operators when they are called.

use estrade_db::{Error, relaying};
use estrade_domain::{
    disputes::{Quarrel, WayOut},
    facts::Fact,
    language::Language,
    offers::Settlement,
    phrases,
};
use serde_json::json;

use super::orders::name;
use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// Tells of a dispute.
pub(super) fn tell(desk: &mut Desk<'_, '_>, quarrel: &Quarrel, fact: &Fact) -> Result<(), Error> {
    let (title, settlement) = relaying::dispute(desk.tx, quarrel.dispute)?;
    let case = Case { fact, title: &title, settlement };
    let by = desk.recorded.account_id.clone();
    let actor = by.as_deref().map(|id| relaying::organization_of(desk.tx, id)).transpose()?;
    let actor = actor.flatten();
    let path = format!("/litiges/{}", quarrel.dispute);
    let button = ("Voir le litige", "See the dispute");
    for (party, other) in [(quarrel.client, quarrel.provider), (quarrel.provider, quarrel.client)] {
        if actor == Some(party) {
            continue;
        }
        let other = name(desk, other)?;
        let words = |language: Language| {
            let (subject, sentence) = case.text(language, &other);
            let words = Words::about(subject).text(sentence);
            let quote = fact.words();
            let words = if quote.is_empty() { words } else { words.quote(quote) };
            words.button(language.pick(button.0, button.1))
        };
        let people = desk.people(party)?;
        let (kind, params) = (fact.kind(), json!({ "title": title, "other": other }));
        let path = path.clone();
        let concern = Concern::Bargain;
        desk.tell(&people, &Telling { kind, concern, path, params, words: &words })?;
    }
    match fact {
        Fact::DisputeEscalated { .. } => call_operators(desk, &title, &path, fact),
        _ => Ok(()),
    }
}

/// Tells the other people of the operator's that a ruling waits for one of them.
pub(super) fn second_person(
    desk: &mut Desk<'_, '_>,
    quarrel: &Quarrel,
    fact: &Fact,
) -> Result<(), Error> {
    let (title, _) = relaying::dispute(desk.tx, quarrel.dispute)?;
    call_operators(desk, &title, &format!("/litiges/{}", quarrel.dispute), fact)
}

fn call_operators(
    desk: &mut Desk<'_, '_>,
    title: &str,
    path: &str,
    fact: &Fact,
) -> Result<(), Error> {
    let is_drafted = matches!(fact, Fact::DisputeRulingDrafted { .. });
    let words = |language: Language| {
        let (subject, sentence) = if is_drafted {
            language.pick(
                (
                    format!("Une décision attend votre confirmation : « {title} »"),
                    "Elle rembourse une somme importante : une seconde personne la relit avant qu’elle ne s’applique.",
                ),
                (
                    format!("A ruling waits for you to confirm it: “{title}”"),
                    "It sends a large sum back: a second person reads it before it is carried out.",
                ),
            )
        } else {
            language.pick(
            (
                format!("Un litige attend votre décision : « {title} »"),
                "Les deux parties ne se sont pas accordées. Vous pouvez lire leurs échanges, puis trancher.",
            ),
            (
                format!("A dispute waits for your ruling: “{title}”"),
                "The two sides did not agree. You can read what they wrote to each other, then rule.",
            ),
        )
        };
        Words::about(subject)
            .text(sentence)
            .button(language.pick("Voir le litige", "See the dispute"))
    };
    let (kind, params, path) = (fact.kind(), json!({ "title": title }), path.to_owned());
    let by = desk.recorded.account_id.clone();
    let mut people = desk.operators()?;
    people.retain(|person| by.as_deref() != Some(person.id.to_string().as_str()));
    desk.tell(&people, &Telling { kind, concern: Concern::Account, path, params, words: &words })
}

type Text = (String, String);

/// What a letter is about.
struct Case<'a> {
    fact: &'a Fact,
    title: &'a str,
    settlement: Settlement,
}

impl Case<'_> {
    fn text(&self, language: Language, other: &str) -> Text {
        let Self { fact, title, settlement } = *self;
        let issue = |way_out: WayOut| issue(way_out, settlement, language);
        match fact {
        Fact::DisputeOpened { .. } => language.pick(
            (
                format!("{other} ouvre un litige : « {title} »"),
                "Répondez-lui dans le litige : la plupart se règlent à l’amiable. Rien ne bouge d’ici là.".to_owned(),
            ),
            (
                format!("{other} opens a dispute: “{title}”"),
                "Answer in the dispute: most are settled amicably. Nothing moves until then.".to_owned(),
            ),
        ),
        Fact::DisputeSaid { .. } => language.pick(
            (
                format!("Un nouveau message dans le litige « {title} »"),
                "Lisez-le et répondez-y dans le litige.".to_owned(),
            ),
            (
                format!("A new message in the dispute “{title}”"),
                "Read it and answer in the dispute.".to_owned(),
            ),
        ),
        Fact::DisputeProposed { way_out, .. } => language.pick(
            (
                format!("{other} propose une issue au litige « {title} »"),
                format!("Proposition : {}. Acceptez-la ou faites-en une autre.", issue(*way_out)),
            ),
            (
                format!("{other} proposes a way out of the dispute “{title}”"),
                format!("Proposal: {}. Take it or make another one.", issue(*way_out)),
            ),
        ),
        Fact::DisputeEscalated { .. } => language.pick(
            (
                format!("L’opérateur est saisi du litige « {title} »"),
                "Il peut désormais lire vos échanges, et tranchera.".to_owned(),
            ),
            (
                format!("The operator has the dispute “{title}” now"),
                "It can read what you two wrote to each other from now on, and will rule.".to_owned(),
            ),
        ),
        Fact::DisputeRuled { way_out, .. } => language.pick(
            (
                format!("Le litige « {title} » est tranché"),
                format!("Décision de l’opérateur : {}.", issue(*way_out)),
            ),
            (
                format!("The dispute “{title}” is decided"),
                format!("The operator's ruling: {}.", issue(*way_out)),
            ),
        ),
        Fact::DisputeAgreed { way_out, .. } => language.pick(
            (
                format!("Vous êtes d’accord sur « {title} »"),
                format!("{other} accepte votre proposition : {}.", issue(*way_out)),
            ),
            (
                format!("You agree about “{title}”"),
                format!("{other} takes your proposal: {}.", issue(*way_out)),
            ),
        ),
        _ => language.pick(
            (
                format!("Le litige « {title} » est clos"),
                "La mission suit son cours, avec le temps qu’il lui restait.".to_owned(),
            ),
            (
                format!("The dispute “{title}” is closed"),
                "The mission goes on, with the time that was left.".to_owned(),
            ),
        ),
    }
    }
}

/// With kept funds a split moves money; else it says what the two are to settle between them.
fn issue(way_out: WayOut, settlement: Settlement, language: Language) -> String {
    let WayOut::Split { released } = way_out else {
        return language.pick("la mission continue", "the mission goes on").to_owned();
    };
    let amount = phrases::money(language, released);
    match settlement {
        Settlement::Held => language.pick(
            format!(
                "la mission prend fin, {amount} reviennent au prestataire et le reste au client"
            ),
            format!("the mission ends, {amount} go to the provider and the rest to the client"),
        ),
        Settlement::Direct => language.pick(
            format!("la mission prend fin pour {amount}, que vous réglez directement entre vous"),
            format!("the mission ends for {amount}, which you settle directly between you"),
        ),
    }
}
