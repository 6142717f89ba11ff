//! Orders (« commandes »): what accepted custom offers made, for their two sides.
//!
//! An order does not exist for anyone else. Each transition answers the order as it is from then on.

pub mod hours;
mod requests;
mod views;

pub use requests::*;
pub use views::*;

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{
    Error, Tx, accounts, conversations,
    offers::custom,
    orders, organizations,
    page::{Slice, Window},
    reviews, services,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    change::Change,
    conversations::Opening,
    facts::Fact,
    ids::{OrderId, ServiceId},
    language::Language,
    offers::{Settlement, Shelf},
    orders::{Order, parse_weekly_hours},
    payments::{Payment, PaymentRefusal, Purpose},
    reviews::Review,
    services::ServiceStatus,
};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    conversations::{say_first, talking},
    idempotency::{Once, Written},
    offers::Declining,
    page::{self, Page},
    payments::PaymentView,
    problem::Answer,
    reply,
    reviews::{OpinionInput, ReviewView},
};

/// My party's orders, the latest first.
#[utoipa::path(get, path = "/v1/orders", operation_id = "orders_list", tag = "orders", params(OrdersWanted), responses((status = 200, body = Page<OrderView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<OrdersWanted>,
) -> Answer {
    let OrdersWanted { over, page, limit } = query.into_inner();
    let filters = ("orders", caller.actor.organization, over);
    let window: Window<orders::Place> = page::window(page.as_deref(), limit, &filters)?;
    let (actor, now) = (talking(&caller)?, app.now());
    let slice = app
        .db
        .read(move |conn| {
            let slice = orders::list(conn, &actor, over, &window)?;
            let items = OrderView::all(conn, &slice.items, &actor, now)?;
            Ok(Slice { items, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, OrderView::place)
}

/// An order.
#[utoipa::path(get, path = "/v1/orders/{id}", operation_id = "orders_get", tag = "orders", params(("id" = String, Path)), responses((status = 200, body = OrderView)))]
pub async fn get(app: App, caller: Caller, id: Path<OrderId>) -> Answer {
    let (actor, now) = (caller.actor, app.now());
    let view = app
        .db
        .read(move |conn| {
            let order = orders::get(conn, *id, &actor)?;
            OrderView::one(conn, &order, &actor, now)
        })
        .await?;
    reply::ok(&view)
}

/// Orders a package of a service as it stands on the shelf. Where the two have not talked yet, this begins their
/// conversation. Where this marketplace takes payments its funds are held: pay the order next.
#[utoipa::path(post, path = "/v1/services/{id}/order", operation_id = "services_order", tag = "orders", params(("id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = ShelfOrderInput, responses((status = 201, body = OrderView)))]
pub async fn buy(
    app: App,
    caller: Caller,
    id: Path<ServiceId>,
    body: Body<ShelfOrderInput>,
) -> Answer {
    caller.require(OrganizationKind::Client)?;
    body.once.require()?;
    let (actor, limits) = (caller.actor, app.settings.limits);
    let settlement = app.settings.settlements().last().copied().unwrap_or(Settlement::Direct);
    let (number, message) = (body.value.package, body.value.message()?);
    let write = move |tx: &mut Tx<'_>| {
        let service = services::of_id(tx, *id)?;
        if service.state.status() != ServiceStatus::Published {
            return Err(Error::NotFound);
        }
        let provider = organizations::get(tx, service.provider)?;
        let text = match &message {
            Some(text) => text.clone(),
            None => actor_language(tx, &actor)?.pick(
                format!("Bonjour, je commande « {} ».", service.content.title),
                format!("Hello, I order “{}”.", service.content.title),
            ),
        };
        let opening = Opening {
            text,
            attachments: Vec::new(),
            tender: None,
            service: Some(service.id),
            need: None,
        };
        let conversation = say_first(tx, &actor, &provider, opening)?;
        let conversation = conversations::get(tx, conversation, &actor)?.conversation;
        let people = accounts::members(tx, provider.id)?;
        let author = people.first().ok_or(Error::NotFound)?.id;
        let shelf = Shelf {
            conversation: &conversation,
            provider: &provider,
            author,
            service: &service,
            settlement,
        };
        let change = shelf.order(&actor, number, (tx.id(), tx.id()), &limits, tx.now())?;
        let order = custom::place_at_once(tx, &actor, change)?;
        let location = format!("/v1/orders/{}", order.id);
        Ok(Written::created(view(tx, &order, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

fn actor_language(tx: &mut Tx<'_>, actor: &Actor) -> Result<Language, Error> {
    Ok(accounts::get(tx, actor.account)?.language)
}

/// Asks for the payment of the milestone that is next. Answers the payment with the page where it is paid, as
/// soon as that is known; asked again, the same payment. The money is held until the delivery is accepted.
#[utoipa::path(post, path = "/v1/orders/{id}/pay", operation_id = "orders_pay", tag = "orders", params(("id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = PayInput, responses((status = 200, body = PaymentView)))]
pub async fn pay(app: App, caller: Caller, id: Path<OrderId>, body: Body<PayInput>) -> Answer {
    body.once.require()?;
    let (actor, psp, charge_next) = (caller.actor, app.settings.payments, body.value.charge_next);
    let write = move |tx: &mut Tx<'_>| {
        let order = orders::get(tx, *id, &actor)?;
        let (purse, net, amount) = order.pay(&actor, tx.now())?;
        let psp = psp.ok_or(PaymentRefusal::NoPayments)?;
        if let Some(known) = estrade_db::payments::living(tx, purse)? {
            return Ok(Written::ok(PaymentView::from(&known)));
        }
        let purpose = Purpose::Milestone(purse);
        let payment = Payment::ask(tx.id(), order.client, purpose, (net, amount), psp, tx.now());
        let payment =
            Payment { keeps_card: charge_next && order.periods_to_charge() > 0, ..payment };
        estrade_db::payments::insert(tx, Some(&actor), &payment)?;
        Ok(Written::ok(PaymentView::from(&payment)))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Has the card of a subscription no longer charged: the client pays each further period itself. Nothing happens
/// where none was.
#[utoipa::path(delete, path = "/v1/orders/{id}/card", operation_id = "orders_forget_card", tag = "orders", params(("id" = String, Path)), responses((status = 204)))]
pub async fn forget_card(app: App, caller: Caller, id: Path<OrderId>) -> Answer {
    let actor = caller.actor;
    app.db
        .write(move |tx| {
            let order = orders::get(tx, *id, &actor)?;
            order.is_clients(&actor)?;
            if estrade_db::payments::forget_card(tx, order.id)? {
                let fact = Fact::ChargingStopped { job: order.job() };
                estrade_db::facts::record(tx, Some(&actor), &[fact])?;
            }
            Ok(())
        })
        .await?;
    Ok(reply::no_content())
}

/// Begins a milestone that is paid (« Démarrer »): the time to deliver runs.
#[utoipa::path(post, path = "/v1/orders/{id}/start", operation_id = "orders_start", tag = "orders", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OrderView)))]
pub async fn start(app: App, caller: Caller, id: Path<OrderId>, body: Body<Nothing>) -> Answer {
    decide(&app, &caller, *id, &body.once, |tx, actor, order| Ok(order.start(actor, tx.now())?))
        .await
}

/// Gives what the provider needs: the work begins.
#[utoipa::path(post, path = "/v1/orders/{id}/give-requirements", operation_id = "orders_give_requirements", tag = "orders", params(("id" = String, Path)), request_body = RequirementsInput, responses((status = 200, body = OrderView)))]
pub async fn give_requirements(
    app: App,
    caller: Caller,
    id: Path<OrderId>,
    body: Body<RequirementsInput>,
) -> Answer {
    let answers = body.value.answers;
    decide(&app, &caller, *id, &body.once, move |tx, actor, order| {
        // Whoever may not answer hears that before what is wrong with an answer.
        order.permits(estrade_domain::orders::OrderAction::GiveRequirements, actor, tx.now())?;
        let answers = order.parse_answers(&answers)?;
        Ok(order.give_requirements(actor, answers, tx.now())?)
    })
    .await
}

/// Asks for changes to what was delivered. Each time counts against the revisions that were agreed; a sheet of hours can
/// be contested until it is right.
#[utoipa::path(post, path = "/v1/orders/{id}/request-revision", operation_id = "orders_request_revision", tag = "orders", params(("id" = String, Path)), request_body = OrderMessageInput, responses((status = 200, body = OrderView)))]
pub async fn request_revision(
    app: App,
    caller: Caller,
    id: Path<OrderId>,
    body: Body<OrderMessageInput>,
) -> Answer {
    let message = body.value.parse()?;
    decide(&app, &caller, *id, &body.once, move |tx, actor, order| {
        Ok(order.request_revision(actor, message.clone(), tx.now())?)
    })
    .await
}

/// Approves what was delivered. The next milestone begins, or the order is completed.
#[utoipa::path(post, path = "/v1/orders/{id}/accept", operation_id = "orders_accept", tag = "orders", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OrderView)))]
pub async fn accept(app: App, caller: Caller, id: Path<OrderId>, body: Body<Nothing>) -> Answer {
    decide(&app, &caller, *id, &body.once, |tx, actor, order| Ok(order.accept(actor, tx.now())?))
        .await
}

/// Ends a subscription or work by the hour, by either side: no further period or sheet follows. What has begun or is
/// paid goes on; hours that are logged go to the client.
#[utoipa::path(post, path = "/v1/orders/{id}/stop", operation_id = "orders_stop", tag = "orders", params(("id" = String, Path)), request_body = Declining, responses((status = 200, body = OrderView)))]
pub async fn stop(app: App, caller: Caller, id: Path<OrderId>, body: Body<Declining>) -> Answer {
    let reason = body.value.parse()?;
    decide(&app, &caller, *id, &body.once, move |tx, actor, order| {
        Ok(order.stop(actor, reason.clone(), tx.now())?)
    })
    .await
}

/// Calls off what was not delivered; what was approved stays. A client cannot while the work is in time.
#[utoipa::path(post, path = "/v1/orders/{id}/cancel", operation_id = "orders_cancel", tag = "orders", params(("id" = String, Path)), request_body = Declining, responses((status = 200, body = OrderView)))]
pub async fn cancel(app: App, caller: Caller, id: Path<OrderId>, body: Body<Declining>) -> Answer {
    let reason = body.value.parse()?;
    decide(&app, &caller, *id, &body.once, move |tx, actor, order| {
        Ok(order.cancel(actor, reason.clone(), tx.now())?)
    })
    .await
}

/// Changes how many hours a week may have, of an order by the hour: more at once, fewer from the next Monday on.
#[utoipa::path(post, path = "/v1/orders/{id}/set-weekly-hours", operation_id = "orders_set_weekly_hours", tag = "orders", params(("id" = String, Path)), request_body = WeeklyHoursInput, responses((status = 200, body = OrderView)))]
pub async fn set_weekly_hours(
    app: App,
    caller: Caller,
    id: Path<OrderId>,
    body: Body<WeeklyHoursInput>,
) -> Answer {
    let hours = parse_weekly_hours(body.value.weekly_hours)?;
    decide(&app, &caller, *id, &body.once, move |tx, actor, order| {
        Ok(order.set_weekly_hours(actor, hours, tx.now())?)
    })
    .await
}

/// Reviews an order that is completed, once. The review is public, on the provider's sheet.
#[utoipa::path(post, path = "/v1/orders/{id}/review", operation_id = "orders_review", tag = "reviews", params(("id" = String, Path)), request_body = OpinionInput, responses((status = 201, body = ReviewView)))]
pub async fn review(
    app: App,
    caller: Caller,
    id: Path<OrderId>,
    body: Body<OpinionInput>,
) -> Answer {
    let opinion = body.value.parse(&app.settings.limits)?;
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let order = orders::get(tx, *id, &actor)?;
        let trade = orders::trade(tx, &order)?;
        let client = organizations::get(tx, order.client)?;
        let (id, now) = (tx.id(), tx.now());
        let change =
            Review::publish_of_order(order, trade, &actor, &client, id, opinion.clone(), now)?;
        let review = reviews::insert_of_order(tx, &actor, change)?;
        let location = format!("/v1/reviews/{}", review.id);
        Ok(Written::created(ReviewView::new(&review, Some(&actor)), location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// A decision about an order, by one of its two sides.
async fn decide(
    app: &App,
    caller: &Caller,
    id: OrderId,
    once: &Once,
    decision: impl Fn(&mut Tx<'_>, &Actor, Order) -> Result<Change<Order>, Error> + Send + 'static,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = orders::get(tx, id, &actor)?;
        let change = decision(tx, &actor, seen)?;
        let order = orders::record(tx, Some(&actor), change)?;
        Ok(Written::ok(view(tx, &order, &actor)?))
    };
    once.write(app, caller, StatusCode::OK, write).await
}

/// The order as it is now, in the transaction that wrote it.
pub(crate) fn view(tx: &mut Tx<'_>, order: &Order, actor: &Actor) -> Result<OrderView, Error> {
    let now = tx.now();
    OrderView::one(tx, order, actor, now)
}
