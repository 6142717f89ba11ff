//! Letters about what people write to the operator (S4-022). What a visitor typed is mailed to nobody until a person
//! answers it: its address was never confirmed.

use estrade_db::{Error, contact_messages};
use estrade_domain::{ids::ContactMessageId, language::Language};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// The operators have it to answer.
pub(super) fn sent(desk: &mut Desk<'_, '_>, id: ContactMessageId) -> Result<(), Error> {
    let operators = desk.operators()?;
    let words = |language: Language| {
        Words::about(
            language.pick("Un message attend votre réponse", "A message waits for your answer"),
        )
    };
    let telling = Telling {
        kind: "contact_message.sent",
        concern: Concern::Account,
        path: format!("/operateur/messages/{id}"),
        params: json!({}),
        words: &words,
    };
    desk.notify(&operators, &telling)
}

/// The answer, with what it answers, in the language in which it was written. Whoever was erased meanwhile has no
/// address left.
pub(super) fn answered(desk: &mut Desk<'_, '_>, id: ContactMessageId) -> Result<(), Error> {
    let Some(message) = contact_messages::find(desk.tx, id)? else { return Ok(()) };
    let words = |language: Language| {
        let (about, before, button) = language.pick(
            ("Réponse à votre message", "Vous nous aviez écrit\u{a0}:", "Nous récrire"),
            ("Answer to your message", "You had written to us:", "Write to us again"),
        );
        let subject = language.pick(
            format!("{about} : {}", message.subject),
            format!("{about}: {}", message.subject),
        );
        Words::about(subject)
            .text(message.state.answer())
            .text(before)
            .quote_whole(&message.text)
            .button(button)
    };
    let telling = Telling {
        kind: "contact_message.answered",
        concern: Concern::Contact,
        path: "/contact".to_owned(),
        params: json!({}),
        words: &words,
    };
    let sender = &message.sender;
    desk.mail_address(sender.email.as_str(), sender.language, &sender.name, &telling)
}
