//! What people wrote (S4-022): those who wait in their order, each with what was answered, and the answer itself.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{Conn, Error, accounts, contact_messages, organizations};
use estrade_domain::{
    actor::Actor,
    contact_messages::{ContactAction, ContactMessage, ContactStatus, parse_answer},
    fields::Fields,
    ids::ContactMessageId,
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::App,
    body::{Body, Nothing},
    idempotency::Written,
    page::{self, Page},
    problem::Answer,
    reply,
};

/// A message in a list.
#[derive(Serialize, ToSchema)]
pub struct ContactMessageCard {
    #[schema(example = "ctm_01jd0000000000000000000000")]
    id: String,
    /// `open`, `answered` or `dismissed`.
    state: &'static str,
    /// What its sender is called.
    name: String,
    /// Where the answer goes.
    email: String,
    /// `usage`, `payment`, `dispute`, `account` or `other`.
    topic: &'static str,
    subject: String,
    sent_at: DateTime<Utc>,
    /// When it was answered or closed.
    ended_at: Option<DateTime<Utc>>,
}

/// A message in full.
#[derive(Serialize, ToSchema)]
pub struct ContactMessageView {
    #[serde(flatten)]
    card: ContactMessageCard,
    version: i32,
    text: String,
    /// The language of the answer: `fr` or `en`.
    language: &'static str,
    /// The organization of its sender; null for a visitor.
    organization: Option<WritingView>,
    /// What was answered; empty without an answer.
    answer: String,
    /// Who answered or closed it.
    ended_by: Option<String>,
    /// What I may do: `answer`, `dismiss`.
    actions: Vec<&'static str>,
}

/// The organization of whoever wrote.
#[derive(Serialize, ToSchema)]
pub struct WritingView {
    id: String,
    /// `client`, `provider` or `operator`.
    kind: &'static str,
    handle: String,
    name: String,
}

/// What is answered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactAnswer {
    /// 4000 characters at most.
    #[serde(default)]
    #[schema(required)]
    text: String,
}

/// Which messages.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ContactQuery {
    /// `open` (when absent), `answered` or `dismissed`.
    state: Option<String>,
    /// Where to go on.
    page: Option<String>,
    /// At most so many, from 1 to 100; 20 when absent.
    limit: Option<i64>,
}

/// What people wrote: those that wait in the order in which they came, the others the newest first.
#[utoipa::path(get, path = "/v1/operator/contact-messages", operation_id = "operator_list_contact_messages", tag = "operator", params(ContactQuery), responses((status = 200, body = Page<ContactMessageCard>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<ContactQuery>,
) -> Answer {
    let window = page::window(query.page.as_deref(), query.limit, &query.state)?;
    let state = match query.state.as_deref() {
        None => ContactStatus::Open,
        Some(word) => ContactStatus::from_word(word)
            .ok_or_else(|| Fields::one("/state", text::unknown_choice()))?,
    };
    let slice = app.db.read(move |conn| contact_messages::list(conn, state, &window)).await?;
    let slice = slice.map(|message| ContactMessageCard::from(&message));
    page::answer(&request, slice, &query.state, |card| card.id.clone())
}

/// A message in full.
#[utoipa::path(get, path = "/v1/operator/contact-messages/{id}", operation_id = "operator_get_contact_message", tag = "operator", params(("id" = String, Path)), responses((status = 200, body = ContactMessageView)))]
pub async fn get(app: App, operator: Operator, id: Path<ContactMessageId>) -> Answer {
    let actor = operator.0.actor;
    let read = move |conn: &mut Conn| {
        let message = contact_messages::get(conn, *id)?;
        ContactMessageView::new(conn, message, &actor)
    };
    reply::ok(&app.db.read(read).await?)
}

/// Answers a message, once: the answer leaves by mail and quotes it.
#[utoipa::path(post, path = "/v1/operator/contact-messages/{id}/answer", operation_id = "operator_answer_contact_message", tag = "operator", params(("id" = String, Path)), request_body = ContactAnswer, responses((status = 200, body = ContactMessageView)))]
pub async fn answer(
    app: App,
    operator: Operator,
    id: Path<ContactMessageId>,
    body: Body<ContactAnswer>,
) -> Answer {
    let actor = operator.0.actor;
    let answer = parse_answer(&body.value.text)?;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let message = contact_messages::get(tx, *id)?;
            let change = message.answer(&actor, answer.clone(), tx.now())?;
            let message = contact_messages::record(tx, &actor, change)?;
            Ok(Written::ok(ContactMessageView::new(tx, message, &actor)?))
        })
        .await
}

/// Closes a message that wants no answer: an advertisement, an insult. Nobody is told.
#[utoipa::path(post, path = "/v1/operator/contact-messages/{id}/dismiss", operation_id = "operator_dismiss_contact_message", tag = "operator", params(("id" = String, Path)), responses((status = 200, body = ContactMessageView)))]
pub async fn dismiss(
    app: App,
    operator: Operator,
    id: Path<ContactMessageId>,
    body: Body<Nothing>,
) -> Answer {
    let actor = operator.0.actor;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let change = contact_messages::get(tx, *id)?.dismiss(&actor, tx.now())?;
            let message = contact_messages::record(tx, &actor, change)?;
            Ok(Written::ok(ContactMessageView::new(tx, message, &actor)?))
        })
        .await
}

impl From<&ContactMessage> for ContactMessageCard {
    fn from(message: &ContactMessage) -> Self {
        Self {
            id: message.id.to_string(),
            state: message.state.status().as_str(),
            name: message.sender.name.clone(),
            email: message.sender.email.to_string(),
            topic: message.topic.as_str(),
            subject: message.subject.clone(),
            sent_at: message.sent_at,
            ended_at: message.state.ended().map(|ended| ended.at),
        }
    }
}

impl ContactMessageView {
    fn new(conn: &mut Conn, message: ContactMessage, actor: &Actor) -> Result<Self, Error> {
        let organization = match message.sender.account {
            None => None,
            Some(account) => {
                let account = accounts::get(conn, account)?;
                Some(organizations::get(conn, account.organization)?)
            }
        };
        let ended_by = match message.state.ended() {
            None => None,
            Some(ended) => {
                let operator = accounts::get(conn, ended.by)?;
                Some(format!("{} {}", operator.given_name, operator.family_name))
            }
        };
        let actions = ContactAction::ALL
            .iter()
            .filter(|action| message.permits(**action, actor).is_ok())
            .map(|action| action.as_str());
        Ok(Self {
            card: ContactMessageCard::from(&message),
            version: message.version,
            language: message.sender.language.code(),
            organization: organization.map(|party| WritingView {
                id: party.id.to_string(),
                kind: party.kind.as_str(),
                handle: party.handle.to_string(),
                name: party.name,
            }),
            answer: message.state.answer().to_owned(),
            ended_by,
            actions: actions.collect(),
            text: message.text,
        })
    }
}
