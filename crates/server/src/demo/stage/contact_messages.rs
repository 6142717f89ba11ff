//! People write to the operator, and it answers.

use estrade_db::{accounts, contact_messages, page::Window};
use estrade_domain::{
    contact_messages::{ContactForm, ContactStatus, Sender, Sum, parse_answer},
    language::Language,
};

use super::Stage;
use crate::config::Fault;

impl Stage {
    pub(super) async fn write_to_operator(
        &self,
        who: Option<&str>,
        words: ContactForm,
    ) -> Result<(), Fault> {
        let actor = who.map(|who| self.actor(who)).transpose()?;
        self.write(move |tx| {
            let known = match &actor {
                None => None,
                Some(actor) => Some(Sender::of(&accounts::get(tx, actor.account)?)),
            };
            // Nobody has to be kept out here: the sum is solved as it is drawn.
            let sum = Sum { id: tx.id(), left: 2, right: 2 };
            let solved = ContactForm { answer: "4".to_owned(), ..words.clone() };
            let new =
                solved.parse(Some(sum), known, Language::Fr)?.ok_or(estrade_db::Error::NotFound)?;
            let change = new.send(tx.id(), tx.now());
            contact_messages::insert(tx, actor.as_ref(), change).map(drop)
        })
        .await
    }

    pub(super) async fn answer_message(&self, answer: &str) -> Result<(), Fault> {
        let operator = self.operator()?;
        let answer = parse_answer(answer).map_err(|wrong| format!("{wrong:?}"))?;
        self.write(move |tx| {
            let window = Window { after: None, limit: 1 };
            let waiting = contact_messages::list(tx, ContactStatus::Open, &window)?;
            let Some(message) = waiting.items.into_iter().next() else { return Ok(()) };
            let change = message.answer(&operator, answer.clone(), tx.now())?;
            contact_messages::record(tx, &operator, change).map(drop)
        })
        .await
    }
}
