//! Conversations: what a client and a provider say to each other, for the two sides alone.
//!
//! One timeline holds the messages and the news of every offer and mission of the pair, the latest first.

mod closing;
mod entries;
mod sorting;
mod views;

pub use closing::*;
pub use entries::*;
pub use sorting::*;
pub use views::*;

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{
    Conn, Error, Tx,
    conversations::{self, Assigned, Card, Entry, Sought},
    organizations, services,
};
use estrade_domain::{
    actor::Actor,
    conversations::{
        Conversation, ConversationRefusal, ConversationState, Listing, Opening, parse_message,
    },
    fields::Fields,
    ids::{AccountId, ConversationId, EntryId, FileId, OrganizationId, ServiceId, TagId, TenderId},
    organizations::Organization,
    text,
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::Body,
    caller::Caller,
    idempotency::Written,
    page::{self, Page, PageWanted},
    problem::{Answer, Problem},
    reference::nothing_to_search,
    reply,
};

/// Which conversations.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Only those with something that I have not read.
    #[serde(default)]
    unread: bool,
    /// Only the one with this party.
    #[param(value_type = Option<String>, example = "org_01jd0000000000000000000000")]
    with: Option<OrganizationId>,
    /// Only those that carry this tag of my team.
    #[param(value_type = Option<String>, example = "tag_01jd0000000000000000000000")]
    tag: Option<TagId>,
    /// Only those that this person of my team sees to: `me`, `nobody` or an id.
    #[param(example = "me")]
    assignee: Option<String>,
    /// Only those that are `open`, `declined` or `blocked`.
    #[param(value_type = Option<String>, example = "declined")]
    state: Option<ConversationState>,
    /// Only those in which all these words are found, in how the other side is called or in the events that
    /// they speak of; or the address of such an event's page.
    #[param(example = "mariage rouen")]
    q: Option<String>,
    /// The `next_page` of the page before.
    page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// A client's message to a provider.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningInput {
    /// The provider's pseudo.
    #[serde(default)]
    #[schema(required, example = "dj-horizon")]
    provider: String,
    /// What it is about, in a few words; may be empty where files go with it.
    #[serde(default)]
    #[schema(example = "Bonjour, seriez-vous libre le 12 juin pour un mariage de 120 personnes ?")]
    text: String,
    /// Up to five files that were sent before, by their ids.
    #[serde(default)]
    #[schema(example = json!(["fil_01jd0000000000000000000000"]))]
    attachments: Vec<String>,
    /// The client's published tender that it is about.
    #[serde(default)]
    #[schema(example = "tnd_01jd0000000000000000000000")]
    tender: Option<String>,
    /// The provider's published service that it is about.
    #[serde(default)]
    #[schema(example = "svc_01jd0000000000000000000000")]
    service: Option<String>,
}

/// What a client asks a provider, as it was read.
#[derive(Clone)]
struct Wish {
    handle: String,
    text: String,
    attachments: Vec<FileId>,
    tender: Option<TenderId>,
    service: Option<ServiceId>,
}

/// A message.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageInput {
    /// What it says, in at most 4000 characters; may be empty where files go with it.
    #[serde(default)]
    #[schema(example = "Avec plaisir. Combien d’invités attendez-vous ?")]
    text: String,
    /// Up to five files that were sent before, by their ids.
    #[serde(default)]
    #[schema(example = json!(["fil_01jd0000000000000000000000"]))]
    attachments: Vec<String>,
}

/// How far someone has read.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadInput {
    /// The last entry that was shown.
    #[schema(value_type = String, example = "ent_01jd0000000000000000000000")]
    through: EntryId,
}

/// My party's conversations, what came last first. What is unread is counted for each person.
#[utoipa::path(get, path = "/v1/conversations", operation_id = "conversations_list", tag = "conversations", params(Wanted), responses((status = 200, body = Page<ConversationView>)))]
pub async fn list(app: App, caller: Caller, request: HttpRequest, query: Query<Wanted>) -> Answer {
    let query = query.into_inner();
    let actor = talking(&caller)?;
    let assignee = query.assignee.as_deref().map(|who| assigned(who, &actor)).transpose()?;
    let Wanted { unread, with, tag, state, q, page, limit, .. } = query;
    let filters = ("conversations", actor.account, (unread, with, tag, assignee, state), q.clone());
    let window = page::window(page.as_deref(), limit, &filters)?;
    let sought = match q {
        Some(typed) => {
            let sought = app.db.read(move |conn| Sought::read(conn, &typed)).await?;
            Some(sought.ok_or_else(nothing_to_search)?)
        }
        None => None,
    };
    let wanted = conversations::Wanted { unread, with, tag, assignee, state, sought };
    let slice = app
        .db
        .read(move |conn| {
            let slice = conversations::inbox(conn, &actor, &wanted, &window)?;
            let items = ConversationView::all(conn, &slice.items, &actor)?;
            Ok(estrade_db::page::Slice { items, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, ConversationView::place)
}

fn assigned(who: &str, actor: &Actor) -> Result<Assigned, Problem> {
    match who {
        "me" => Ok(Assigned::To(actor.account)),
        "nobody" => Ok(Assigned::Nobody),
        id => id.parse::<AccountId>().map(Assigned::To).map_err(|_| {
            Problem::bad_request(
                "invalid_query",
                "assignee attend me, nobody ou l’identifiant d’un membre de votre équipe.",
                "assignee takes me, nobody or the id of someone of your team.",
            )
        }),
    }
}

/// Writes to a provider. One conversation for each pair: where there is one already, it goes on there.
#[utoipa::path(post, path = "/v1/conversations", operation_id = "conversations_open", tag = "conversations", request_body = OpeningInput, responses((status = 201, body = ConversationView)))]
pub async fn open(app: App, caller: Caller, body: Body<OpeningInput>) -> Answer {
    let actor = talking(&caller)?;
    Conversation::may_be_opened_by(&actor)?;
    let wish = body.value.parse()?;
    let write = move |tx: &mut Tx<'_>| {
        let provider = addressee(tx, &wish.handle)?;
        let opening = opening(tx, &wish, &provider, &actor)?;
        let id = say_first(tx, &actor, &provider, opening)?;
        let card = conversations::get(tx, id, &actor)?;
        Ok(Written::created(one(tx, card, &actor)?, format!("/v1/conversations/{id}")))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// A conversation.
#[utoipa::path(get, path = "/v1/conversations/{id}", operation_id = "conversations_get", tag = "conversations", params(("id" = String, Path)), responses((status = 200, body = ConversationView)))]
pub async fn get(app: App, caller: Caller, id: Path<ConversationId>) -> Answer {
    let actor = caller.actor;
    let view = app
        .db
        .read(move |conn| {
            let card = conversations::get(conn, *id, &actor)?;
            one(conn, card, &actor)
        })
        .await?;
    reply::ok(&view)
}

/// What stands in a conversation, the latest first: messages, and the news of offers and missions.
#[utoipa::path(get, path = "/v1/conversations/{id}/entries", operation_id = "conversation_entries_list", tag = "conversations", params(("id" = String, Path), PageWanted), responses((status = 200, body = Page<EntryView>)))]
pub async fn entries(
    app: App,
    caller: Caller,
    request: HttpRequest,
    id: Path<ConversationId>,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let filters = ("entries", caller.actor.account, *id);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let actor = caller.actor;
    let slice = app
        .db
        .read(move |conn| {
            let card = conversations::get(conn, *id, &actor)?;
            let slice = conversations::entries(conn, *id, &window)?;
            let items = EntryView::all(conn, &slice.items, &card.conversation, &actor)?;
            Ok(estrade_db::page::Slice { items, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, EntryView::place)
}

/// Sends a message.
#[utoipa::path(post, path = "/v1/conversations/{id}/messages", operation_id = "conversations_write", tag = "conversations", params(("id" = String, Path)), request_body = MessageInput, responses((status = 201, body = EntryView)))]
pub async fn write(
    app: App,
    caller: Caller,
    id: Path<ConversationId>,
    body: Body<MessageInput>,
) -> Answer {
    let (text, attachments) = parse_message(&body.value.text, &body.value.attachments)?;
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let conversation = conversations::get(tx, *id, &actor)?.conversation;
        let (text, attachments) = (text.clone(), attachments.clone());
        let opening = Opening { text, attachments, tender: None, service: None, need: None };
        let change = conversation.clone().write(&actor, tx.id(), opening, tx.now())?;
        let entry = conversations::record(tx, &actor, &conversation, change)?;
        let location = format!("/v1/conversations/{}/entries", conversation.id);
        Ok(Written::created(said(tx, &entry, &conversation, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// I have read up to this entry.
#[utoipa::path(post, path = "/v1/conversations/{id}/read", operation_id = "conversations_read", tag = "conversations", params(("id" = String, Path)), request_body = ReadInput, responses((status = 200, body = ConversationView)))]
pub async fn read(
    app: App,
    caller: Caller,
    id: Path<ConversationId>,
    body: Body<ReadInput>,
) -> Answer {
    let (actor, through) = (caller.actor, body.value.through);
    let write = move |tx: &mut Tx<'_>| {
        conversations::get(tx, *id, &actor)?;
        mark_read(tx, *id, &actor, through)?;
        let card = conversations::get(tx, *id, &actor)?;
        Ok(Written::ok(one(tx, card, &actor)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Operators take no part in conversations.
pub(crate) fn talking(caller: &Caller) -> Result<Actor, Problem> {
    if caller.actor.is_operator() { Err(Problem::not_found()) } else { Ok(caller.actor) }
}

/// Says it where the pair talks already, or begins to.
pub fn say_first(
    tx: &mut Tx<'_>,
    actor: &Actor,
    provider: &Organization,
    opening: Opening,
) -> Result<ConversationId, Error> {
    let now = tx.now();
    let Some(id) = conversations::of_pair(tx, actor.organization, provider.id)? else {
        let listing: Listing = conversations::listing(tx, provider.id)?;
        let ids = (tx.id(), tx.id());
        let change = Conversation::open(actor, provider, listing, ids, opening, now)?;
        return Ok(conversations::insert(tx, actor, change)?.conversation);
    };
    let conversation = conversations::get(tx, id, actor)?.conversation;
    let change = conversation.clone().write(actor, tx.id(), opening, now)?;
    Ok(conversations::record(tx, actor, &conversation, change)?.conversation)
}

fn addressee(tx: &mut Tx<'_>, handle: &str) -> Result<Organization, Error> {
    match organizations::find_by_handle(tx, handle) {
        Err(Error::NotFound) => Err(ConversationRefusal::ProviderUnlisted.into()),
        found => found,
    }
}

/// The event is the client's own, the service the provider's.
fn opening(
    tx: &mut Tx<'_>,
    wish: &Wish,
    provider: &Organization,
    actor: &Actor,
) -> Result<Opening, Error> {
    let service_of = |id| match services::named(tx, id, provider.id) {
        Err(Error::NotFound) => Err(Fields::one("/service", text::unknown_choice()).into()),
        found => found,
    };
    let service = wish.service.map(service_of).transpose()?;
    let tender = wish.tender.map(|id| event_of(tx, id, actor)).transpose()?;
    let Wish { text, attachments, .. } = wish.clone();
    Ok(Opening { text, attachments, tender, service, need: None })
}

fn event_of(tx: &mut Tx<'_>, id: TenderId, actor: &Actor) -> Result<TenderId, Error> {
    match conversations::named_tender(tx, id, actor) {
        Err(Error::NotFound) => Err(Fields::one("/tender", text::unknown_choice()).into()),
        found => found,
    }
}

fn mark_read(
    tx: &mut Tx<'_>,
    id: ConversationId,
    actor: &Actor,
    through: EntryId,
) -> Result<(), Error> {
    match conversations::mark_read(tx, id, actor, through) {
        Err(Error::NotFound) => Err(Fields::one("/through", text::unknown_choice()).into()),
        outcome => outcome,
    }
}

fn one(conn: &mut Conn, card: Card, actor: &Actor) -> Result<ConversationView, Error> {
    let views = ConversationView::all(conn, &[card], actor)?;
    views.into_iter().next().ok_or(Error::NotFound)
}

fn said(
    conn: &mut Conn,
    entry: &Entry,
    conversation: &Conversation,
    actor: &Actor,
) -> Result<EntryView, Error> {
    let views = EntryView::all(conn, std::slice::from_ref(entry), conversation, actor)?;
    views.into_iter().next().ok_or(Error::NotFound)
}

impl OpeningInput {
    /// Reads it; every wrong field is told at once.
    fn parse(self) -> Result<Wish, Fields> {
        let mut fields = Fields::default();
        let handle = fields.take("/provider", text::line(&self.provider, 80));
        let said = parse_message(&self.text, &self.attachments);
        let said = said.map_err(|wrong| fields.absorb("", wrong)).ok();
        let tender = fields.take_if("/tender", self.tender.as_deref(), |id| {
            id.parse().map_err(|_| text::unknown_choice())
        });
        let service = fields.take_if("/service", self.service.as_deref(), |id| {
            id.parse().map_err(|_| text::unknown_choice())
        });
        let (Some(handle), Some((text, attachments)), Some(tender), Some(service)) =
            (handle, said, tender, service)
        else {
            return Err(fields);
        };
        Ok(Wish { handle, text, attachments, tender, service })
    }
}
