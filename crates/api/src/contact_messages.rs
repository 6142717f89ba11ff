//! « Écrivez-nous » (S4-022): a small sum, and the message that it is solved for, with or without an account.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use chrono::{DateTime, TimeDelta, Utc};
use estrade_db::{Error, Tx, contact_messages};
use estrade_domain::{
    actor::Actor,
    contact_messages::{
        ContactForm, ContactMessage, ContactRefusal, NewContactMessage, Sender, Sum,
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::Body,
    caller::{Visitor, accepted_language},
    idempotency::Written,
    problem::{Answer, Problem},
    reply,
    tokens::SUM_MINUTES,
};

/// A small sum to solve.
#[derive(Serialize, ToSchema)]
pub struct SumView {
    /// What is asked.
    #[schema(example = "12 + 9 =")]
    question: String,
    /// Give it back with what the sum makes. It serves for one message.
    token: String,
    /// Until when.
    expires_at: DateTime<Utc>,
}

/// A message to those who run the marketplace.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewContactMessage)]
pub struct NewMessage {
    /// Who writes. Of who is signed in the account says it.
    #[serde(default)]
    #[schema(example = "Ana Roux")]
    name: String,
    /// Where the answer goes. Of who is signed in the account says it.
    #[serde(default)]
    #[schema(example = "ana@exemple.fr")]
    email: String,
    /// `usage`, `payment` (or an order), `dispute`, `account` (and its data) or `other`.
    #[serde(default)]
    #[schema(required, example = "usage")]
    topic: String,
    /// In a line, 120 characters at most.
    #[serde(default)]
    #[schema(required)]
    subject: String,
    /// In full, 4000 characters at most.
    #[serde(default)]
    #[schema(required)]
    text: String,
    /// The token of the sum.
    sum: String,
    /// What the sum makes.
    #[serde(default)]
    #[schema(required, example = "21")]
    answer: String,
}

/// A message that arrived. The answer comes by mail.
#[derive(Serialize, ToSchema)]
#[schema(as = SentContactMessageView)]
pub struct SentMessageView {
    #[schema(example = "ctm_01jd0000000000000000000000")]
    id: String,
    /// Where the answer goes.
    email: String,
    sent_at: DateTime<Utc>,
}

/// A sum that proves little, and keeps out what fills in every form that it finds. It is good for 30 minutes.
#[utoipa::path(get, path = "/v1/contact-messages/sum", operation_id = "contact_messages_sum", tag = "help", security(()), responses((status = 200, body = SumView)))]
pub async fn sum(app: App) -> Answer {
    let world = app.db.world();
    let sum = Sum::draw(world.id(), world.secret());
    let expires_at = app.now() + TimeDelta::minutes(SUM_MINUTES);
    let token = app.keys.sign_sum(&sum, expires_at).ok_or_else(Problem::internal)?;
    reply::ok(&SumView { question: sum.question(), token, expires_at })
}

/// Writes to those who run the marketplace. A wrong sum is told with the other fields and may be solved again; one
/// that is over or has served asks for another one. The answer comes by mail, in the language of the request or
/// the account.
#[utoipa::path(post, path = "/v1/contact-messages", operation_id = "contact_messages_create", tag = "help", security((), ("session" = []), ("api_key" = [])), request_body = NewMessage, responses((status = 201, body = SentMessageView)))]
pub async fn create(
    app: App,
    visitor: Visitor,
    request: HttpRequest,
    body: Body<NewMessage>,
) -> Answer {
    let sum = app.keys.read_sum(&body.value.sum, app.now());
    let known = visitor.0.as_ref().map(|caller| Sender::of(&caller.account));
    let form = ContactForm::from(body.value);
    let new = form.parse(sum, known, accepted_language(&request))?;
    let new = new.ok_or(ContactRefusal::SumExpired)?;
    let Some(caller) = visitor.0 else {
        let sent = app.db.write(move |tx| send(tx, None, &new)).await?;
        return Ok(HttpResponse::Created().json(SentMessageView::from(sent)));
    };
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| -> Result<_, Error> {
        Ok(Written::ok(SentMessageView::from(send(tx, Some(&actor), &new)?)))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

fn send(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    new: &NewContactMessage,
) -> Result<ContactMessage, Error> {
    let change = new.clone().send(tx.id(), tx.now());
    contact_messages::insert(tx, actor, change)
}

impl From<NewMessage> for ContactForm {
    fn from(body: NewMessage) -> Self {
        let NewMessage { name, email, topic, subject, text, sum: _, answer } = body;
        Self { name, email, topic, subject, text, answer }
    }
}

impl From<ContactMessage> for SentMessageView {
    fn from(message: ContactMessage) -> Self {
        Self {
            id: message.id.to_string(),
            email: message.sender.email.to_string(),
            sent_at: message.sent_at,
        }
    }
}
