//! Letters about conversations: the first contact at once, then one summary an hour of what is still unread.

use estrade_db::{
    Error, accounts,
    conversations::{self, Card},
    organizations::{self, Head},
    relaying,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    ids::{AccountId, ConversationId, EntryId, OrganizationId},
    language::Language,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// The provider hears that a client writes to it for the first time (S5-014).
pub(super) fn opened(
    desk: &mut Desk<'_, '_>,
    id: ConversationId,
    message: EntryId,
    (client, provider): (OrganizationId, OrganizationId),
) -> Result<(), Error> {
    let text = relaying::message(desk.tx, message)?;
    let client = organizations::get(desk.tx, client)?.handle.to_string();
    let people = desk.people(provider)?;
    let words = |language| match language {
        Language::Fr => Words::about(format!("{client} vous écrit"))
            .text("Un client vous contacte pour la première fois :")
            .quote(&text)
            .text("Une réponse rapide fait souvent la différence.")
            .button("Lire et répondre"),
        Language::En => Words::about(format!("{client} writes to you"))
            .text("A client contacts you for the first time:")
            .quote(&text)
            .text("A quick answer often makes the difference.")
            .button("Read and answer"),
    };
    let telling = Telling {
        kind: "conversation.opened",
        concern: Concern::Exchange,
        path: format!("/messagerie/{id}"),
        params: json!({ "conversation": id.to_string(), "client": client }),
        words: &words,
    };
    desk.tell(&people, &telling)
}

/// The client hears that the provider cannot take its request (S5-016).
pub(super) fn declined(
    desk: &mut Desk<'_, '_>,
    id: ConversationId,
    message: EntryId,
    (client, provider): (OrganizationId, OrganizationId),
) -> Result<(), Error> {
    let text = relaying::message(desk.tx, message)?;
    let provider = organizations::get(desk.tx, provider)?.name;
    let people = desk.people(client)?;
    let words = |language| match language {
        Language::Fr => Words::about(format!("{provider} ne peut pas prendre votre demande"))
            .text(format!("{provider} a lu votre demande et ne peut pas y donner suite."))
            .quote(&text)
            .text("Vous pouvez lui écrire de nouveau, ou chercher un autre prestataire.")
            .button("Ouvrir la conversation"),
        Language::En => Words::about(format!("{provider} cannot take your request"))
            .text(format!("{provider} read your request and cannot take it."))
            .quote(&text)
            .text("You can write to it again, or look for another provider.")
            .button("Open the conversation"),
    };
    let telling = Telling {
        kind: "conversation.declined",
        concern: Concern::Exchange,
        path: format!("/messagerie/{id}"),
        params: json!({ "conversation": id.to_string(), "provider": provider }),
        words: &words,
    };
    desk.tell(&people, &telling)
}

/// A person of the provider's team hears that a conversation is for it to see to, unless it said so itself.
pub(super) fn assigned(
    desk: &mut Desk<'_, '_>,
    id: ConversationId,
    provider: OrganizationId,
    assignee: AccountId,
) -> Result<(), Error> {
    if desk.recorded.account_id.as_deref() == Some(assignee.to_string().as_str()) {
        return Ok(());
    }
    let people: Vec<_> =
        desk.people(provider)?.into_iter().filter(|person| person.id == assignee).collect();
    let Some(person) = people.first() else { return Ok(()) };
    let (actor, _) = accounts::actor(desk.tx, person.id)?;
    let card = conversations::get(desk.tx, id, &actor)?;
    let heads = organizations::heads(desk.tx, &[card.conversation.client])?;
    let client = heads.into_iter().next().map(name).ok_or(Error::NotFound)?;
    let words = |language| match language {
        Language::Fr => Words::about(format!("La conversation avec {client} vous est confiée")),
        Language::En => Words::about(format!("The conversation with {client} is yours to see to")),
    };
    let telling = Telling {
        kind: "conversation.assigned",
        concern: Concern::Exchange,
        path: format!("/messagerie/{id}"),
        params: json!({ "conversation": id.to_string(), "client": client }),
        words: &words,
    };
    desk.notify(&people, &telling)
}

/// One mail for an hour of messages; none when all was read meanwhile (S5-015).
pub(super) fn unread(
    desk: &mut Desk<'_, '_>,
    account: AccountId,
    ids: &[ConversationId],
) -> Result<(), Error> {
    let (actor, person) = accounts::actor(desk.tx, account)?;
    let mut lines = Vec::new();
    for id in ids {
        let card = conversations::get(desk.tx, *id, &actor)?;
        if card.unread > 0 {
            lines.push(Line::of(desk, &actor, card)?);
        }
    }
    let Some(first) = lines.first() else { return Ok(()) };
    let path = match lines.as_slice() {
        [only] => format!("/messagerie/{}", only.id),
        _ => "/messagerie?nonlus=oui".to_owned(),
    };
    let words = |language| summary(language, first, &lines);
    let telling = Telling {
        kind: "message.unread",
        concern: Concern::Exchange,
        path,
        params: json!({ "conversations": lines.len() }),
        words: &words,
    };
    // The inbox counts what is unread: a notice would say it twice.
    desk.mail(&person, &telling)
}

struct Line {
    id: ConversationId,
    name: String,
    unread: i32,
    text: String,
}

impl Line {
    fn of(desk: &mut Desk<'_, '_>, actor: &Actor, card: Card) -> Result<Self, Error> {
        let counterpart = card.conversation.counterpart(actor);
        let heads = organizations::heads(desk.tx, &[counterpart])?;
        let head = heads.into_iter().next().ok_or(Error::NotFound)?;
        let is_theirs = card.last_party == Some(counterpart);
        Ok(Self {
            id: card.conversation.id,
            name: name(head),
            unread: card.unread,
            text: if is_theirs { card.last_text } else { String::new() },
        })
    }
}

/// A client goes by its pseudo.
pub(super) fn name(head: Head) -> String {
    if head.kind == OrganizationKind::Client { head.handle } else { head.name }
}

fn summary(language: Language, first: &Line, lines: &[Line]) -> Words {
    let others = lines.len() - 1;
    let subject = match (language, others) {
        (Language::Fr, 0) => format!("{} vous a écrit", first.name),
        (Language::Fr, 1) => format!("{} et un autre contact vous ont écrit", first.name),
        (Language::Fr, _) => format!("{} et {others} autres contacts vous ont écrit", first.name),
        (Language::En, 0) => format!("{} wrote to you", first.name),
        (Language::En, 1) => format!("{} and one other contact wrote to you", first.name),
        (Language::En, _) => format!("{} and {others} other contacts wrote to you", first.name),
    };
    let words = Words::about(subject).text(language.pick(
        "Voici ce qui vous attend dans votre messagerie depuis une heure :",
        "This is what has been waiting in your inbox for an hour:",
    ));
    let words = lines
        .iter()
        .fold(words, |words, line| words.text(counted(language, line)).quote(&line.text));
    words.button(language.pick("Ouvrir la messagerie", "Open the inbox"))
}

fn counted(language: Language, line: &Line) -> String {
    let Line { name, unread, .. } = line;
    match (language, unread) {
        (Language::Fr, 1) => format!("{name} : un message non lu"),
        (Language::Fr, _) => format!("{name} : {unread} messages non lus"),
        (Language::En, 1) => format!("{name}: one unread message"),
        (Language::En, _) => format!("{name}: {unread} unread messages"),
    }
}
