//! « What must I do now? »: what waits for the person who is logged in, by the kind of its party.

use estrade_db::{Conn, Error, conversations, matching::Area, notices, organizations, todo};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    world::{Instant, legal_day},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{app::App, caller::Caller, problem::Answer, reply};

/// Beyond this there is « much » to read.
const MANY: i64 = 100;

/// What waits for me. Only the part of my kind of party is there.
#[derive(Serialize, ToSchema)]
pub struct TodoView {
    /// Notices to read, at most 100: there may be more.
    unread_notices: i64,
    /// Conversations with something to read, at most 100: there may be more.
    unread_conversations: i64,
    /// For a client.
    client: Option<ClientTodoView>,
    /// For a provider.
    provider: Option<ProviderTodoView>,
    /// For an operator.
    operator: Option<OperatorTodoView>,
}

/// What waits for a client.
#[derive(Serialize, ToSchema)]
pub struct ClientTodoView {
    /// Tenders to finish and publish.
    drafts: i64,
    /// Offers on lots that are still open.
    offers_to_compare: i64,
    /// Chosen providers that have not confirmed yet.
    choices_awaiting: i64,
    /// Missions in work whose event is over: « mission terminée » is due.
    missions_to_complete: i64,
    /// Ended missions without a review.
    missions_to_review: i64,
    /// Completed orders without a review.
    orders_to_review: i64,
    /// Custom offers that wait for an answer.
    custom_offers_to_answer: i64,
    /// Orders that wait for the client: for its payment, for what the provider asked, or for its look at a delivery.
    orders_to_see_to: i64,
    /// Disputes that the two look for a way out of.
    disputes_to_settle: i64,
}

/// What waits for a provider.
#[derive(Serialize, ToSchema)]
pub struct ProviderTodoView {
    /// Choices to confirm or decline.
    choices_to_confirm: i64,
    /// Offers to hold to or to change, because their tender changed.
    offers_to_reconfirm: i64,
    /// Reviews that can be answered.
    reviews_to_answer: i64,
    /// Open tenders to apply to, at most 20: there may be more.
    potential_tenders: i64,
    /// Quote requests that wait for an answer.
    quote_requests_to_answer: i64,
    /// Orders on which the provider is to work.
    orders_to_see_to: i64,
    /// Disputes that the two look for a way out of.
    disputes_to_settle: i64,
}

/// What waits for the operators.
#[derive(Serialize, ToSchema)]
pub struct OperatorTodoView {
    /// Deletions to carry out.
    deletions_to_carry_out: i64,
    /// Those among them whose month is over.
    deletions_overdue: i64,
    /// Missions that cannot go on by themselves: a side is gone, or the event was long ago.
    missions_to_end: i64,
    /// Disputes to rule.
    disputes_to_rule: i64,
    /// Mails that were given up in the last 90 days.
    mails_failed: i64,
    /// Refunds that did not arrive.
    refunds_failed: i64,
    /// Messages to answer.
    messages_to_answer: i64,
}

/// What waits for me.
#[utoipa::path(get, path = "/v1/me/todo", operation_id = "me_todo", tag = "accounts", responses((status = 200, body = TodoView)))]
pub async fn get(app: App, caller: Caller) -> Answer {
    let (actor, now) = (caller.actor, app.now());
    let view = app.db.read(move |conn| count(conn, &actor, now)).await?;
    reply::ok(&view)
}

fn count(conn: &mut Conn, actor: &Actor, now: Instant) -> Result<TodoView, Error> {
    let unread_notices = notices::count_unread(conn, actor.account, MANY)?;
    let unread_conversations = conversations::count_unread(conn, actor.account, MANY)?;
    let mut view = TodoView {
        unread_notices,
        unread_conversations,
        client: None,
        provider: None,
        operator: None,
    };
    match actor.kind {
        OrganizationKind::Client => {
            let today = legal_day(now);
            view.client = Some(todo::of_client(conn, actor.organization, today)?.into());
        }
        OrganizationKind::Provider => {
            let provider = organizations::get(conn, actor.organization)?;
            view.provider = Some(todo::of_provider(conn, &Area::from(&provider))?.into());
        }
        OrganizationKind::Operator => view.operator = Some(todo::of_operator(conn, now)?.into()),
    }
    Ok(view)
}

impl From<todo::ClientTodo> for ClientTodoView {
    fn from(todo: todo::ClientTodo) -> Self {
        Self {
            drafts: todo.drafts,
            offers_to_compare: todo.offers_to_compare,
            choices_awaiting: todo.choices_awaiting,
            missions_to_complete: todo.missions_to_complete,
            missions_to_review: todo.missions_to_review,
            orders_to_review: todo.orders_to_review,
            custom_offers_to_answer: todo.custom_offers_to_answer,
            orders_to_see_to: todo.orders_to_see_to,
            disputes_to_settle: todo.disputes_to_settle,
        }
    }
}

impl From<todo::ProviderTodo> for ProviderTodoView {
    fn from(todo: todo::ProviderTodo) -> Self {
        Self {
            choices_to_confirm: todo.choices_to_confirm,
            offers_to_reconfirm: todo.offers_to_reconfirm,
            reviews_to_answer: todo.reviews_to_answer,
            potential_tenders: todo.potential_tenders,
            quote_requests_to_answer: todo.quote_requests_to_answer,
            orders_to_see_to: todo.orders_to_see_to,
            disputes_to_settle: todo.disputes_to_settle,
        }
    }
}

impl From<todo::OperatorTodo> for OperatorTodoView {
    fn from(todo: todo::OperatorTodo) -> Self {
        Self {
            deletions_to_carry_out: todo.deletions_to_carry_out,
            deletions_overdue: todo.deletions_overdue,
            missions_to_end: todo.missions_to_end,
            disputes_to_rule: todo.disputes_to_rule,
            mails_failed: todo.mails_failed,
            refunds_failed: todo.refunds_failed,
            messages_to_answer: todo.messages_to_answer,
        }
    }
}
