//! Deliveries: what a provider handed over for a milestone, for the two sides of its order, and the marked pages that
//! are looked at before it is accepted.
//!
//! The bytes of a file are given by `files::content` alone, which asks the database who gets them.

mod views;

pub use views::*;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Path, Query},
};
use estrade_db::{
    Tx, deliveries, orders,
    page::{Slice, Window},
};
use estrade_domain::{
    deliveries::{Delivery, HandedOver, Parcel},
    ids::{DeliveryId, FileId, OrderId},
    orders::OrderAction,
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::Body,
    caller::Caller,
    files::{SEALED, is_known},
    idempotency::Written,
    orders::OrderView,
    page::{self, Page, PageWanted},
    problem::{Answer, Problem},
    reply,
};

/// What is handed over.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveryInput {
    /// 1 to 4000 characters; a sheet of hours needs none.
    #[serde(default)]
    #[schema(required, example = "Voici le plan de salle, avec les deux variantes.")]
    message: String,
    /// At most 20 files that were sent with `purpose=delivery` and hang on nothing yet, in their order.
    #[serde(default)]
    files: Vec<String>,
}

/// Which page of a preview.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PreviewWanted {
    /// From 1, the first when it is absent.
    #[param(minimum = 1, maximum = 100)]
    page: Option<u32>,
}

/// Hands the current milestone over, with files or without. Seven days later it counts as accepted. Until then the
/// client sees marked previews of its pictures and PDF documents, and of other files their name, size and SHA-256.
#[utoipa::path(post, path = "/v1/orders/{id}/deliver", operation_id = "orders_deliver", tag = "orders", params(("id" = String, Path)), request_body = DeliveryInput, responses((status = 200, body = OrderView)))]
pub async fn deliver(
    app: App,
    caller: Caller,
    id: Path<OrderId>,
    body: Body<DeliveryInput>,
) -> Answer {
    let (actor, limits, input) = (caller.actor, app.settings.limits, body.value);
    let write = move |tx: &mut Tx<'_>| {
        let (seen, now) = (orders::get(tx, *id, &actor)?, tx.now());
        // Whoever may not deliver hears that before what is wrong with a delivery.
        seen.permits(OrderAction::Deliver, &actor, now)?;
        let Parcel { message, files } = Parcel::parse(&seen, &input.message, &input.files)?;
        let made = Delivery::hand_over(seen, &actor, tx.id(), &message, &limits, now)?;
        let HandedOver { order, delivery } = made;
        let order = orders::record(tx, Some(&actor), order)?;
        deliveries::record(tx, &actor, &order, &delivery, &files)?;
        Ok(Written::ok(crate::orders::view(tx, &order, &actor)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// What was handed over of an order, the latest first: also what was delivered before a revision.
#[utoipa::path(get, path = "/v1/orders/{id}/deliveries", operation_id = "order_deliveries_list", tag = "orders", params(("id" = String, Path), PageWanted), responses((status = 200, body = Page<DeliveryView>)))]
pub async fn of_order(
    app: App,
    caller: Caller,
    request: HttpRequest,
    id: Path<OrderId>,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let filters = ("deliveries", id.to_string());
    let window: Window<deliveries::Place> = page::window(page.as_deref(), limit, &filters)?;
    let actor = caller.actor;
    let slice: Slice<DeliveryView> = app
        .db
        .read(move |conn| {
            let order = orders::get(conn, *id, &actor)?;
            let found = deliveries::of_order(conn, &order, &window)?;
            Ok(found.map(|shown| DeliveryView::new(&shown, &order, &actor)))
        })
        .await?;
    page::answer(&request, slice, &filters, DeliveryView::place)
}

/// A delivery.
#[utoipa::path(get, path = "/v1/deliveries/{id}", operation_id = "deliveries_get", tag = "orders", params(("id" = String, Path)), responses((status = 200, body = DeliveryView)))]
pub async fn get(app: App, caller: Caller, id: Path<DeliveryId>) -> Answer {
    let actor = caller.actor;
    let view = app
        .db
        .read(move |conn| {
            let order = deliveries::order_of(conn, *id)?;
            let order = orders::get(conn, order, &actor)?;
            let shown = deliveries::get(conn, *id, &order)?;
            Ok(DeliveryView::new(&shown, &order, &actor))
        })
        .await?;
    reply::ok(&view)
}

/// A page of a delivered picture or PDF document that is not accepted yet, as pixels, marked with the client's name
/// and the day of the delivery; for the two sides of the order.
#[utoipa::path(get, path = "/v1/files/{id}/preview", operation_id = "files_get_preview", tag = "files", params(("id" = String, Path), PreviewWanted), responses((status = 200, content_type = "image/jpeg", description = "The page."), (status = 304, description = "The same page as `If-None-Match` names.")))]
pub async fn preview(
    app: App,
    caller: Caller,
    request: HttpRequest,
    id: Path<FileId>,
    query: Query<PreviewWanted>,
) -> Answer {
    let (id, actor, page) = (*id, caller.actor, query.page.unwrap_or(1));
    let pages = app.db.read(move |conn| deliveries::page_seen_by(conn, id, &actor)).await?;
    if page == 0 || page > pages {
        return Err(Problem::not_found());
    }
    let etag = format!("\"{id}-marked-{page}\"");
    let mut response = HttpResponse::Ok();
    // Asked for again each time: it is gone once the delivery is accepted.
    response.insert_header((header::CACHE_CONTROL, "private, no-cache"));
    response.insert_header((header::ETAG, etag.as_str()));
    response.insert_header((header::CONTENT_SECURITY_POLICY, SEALED));
    if is_known(&request, &etag) {
        return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
    }
    response.content_type("image/jpeg");
    app.files.open_page(id, page).await.map(|bytes| response.body(bytes))
}
