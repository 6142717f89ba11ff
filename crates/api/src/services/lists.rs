//! The lists of services: the catalogue, a provider's shelf, and its own list with drafts.

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use estrade_db::{organizations, search::Search, services};
use estrade_domain::actor::OrganizationKind;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{MyServiceView, ServiceCard};
use crate::{
    app::App,
    caller::Caller,
    page::{self, Page, PageWanted},
    problem::Answer,
    reference,
};

/// Which services.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Catalogue {
    /// The slug of a trade.
    #[param(example = "dj")]
    trade: Option<String>,
    /// The code of a département that is served.
    #[param(example = "76")]
    departement: Option<String>,
    /// Words of the service or of its provider; accents do not matter, and the last may be unfinished.
    q: Option<String>,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// The catalogue: what providers on a plan sell off the shelf, in the order of the directory.
#[utoipa::path(get, path = "/v1/services", operation_id = "services_list", tag = "services", security(()), params(Catalogue), responses((status = 200, body = Page<ServiceCard>)))]
pub async fn list(app: App, request: HttpRequest, query: Query<Catalogue>) -> Answer {
    let Catalogue { trade, departement, q, page, limit } = query.into_inner();
    let filters = ("services", &trade, &departement, &q);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let (trade, departement) = reference::known(trade.as_deref(), departement.as_deref())?;
    let words = reference::words(q.as_deref())?;
    let slice = app
        .db
        .read(move |conn| match words {
            None => services::find(conn, trade, departement, None, &window),
            Some(words) => services::search(conn, &Search { words, trade, departement }, &window),
        })
        .await?;
    page::answer(&request, slice.map(ServiceCard::from), &filters, ServiceCard::key)
}

/// What a provider sells off the shelf, the oldest first; nothing while it is on leave.
#[utoipa::path(get, path = "/v1/providers/{handle}/services", operation_id = "provider_services_list", tag = "services", security(()), params(("handle" = String, Path), PageWanted), responses((status = 200, body = Page<ServiceCard>)))]
pub async fn of_provider(
    app: App,
    request: HttpRequest,
    handle: Path<String>,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let filters = ("provider_services", &*handle);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let wanted = handle.clone();
    let slice = app
        .db
        .read(move |conn| {
            let provider = organizations::find_by_handle(conn, &wanted)?;
            services::of_provider(conn, provider.id, &window)
        })
        .await?;
    page::answer(&request, slice.map(ServiceCard::from), &filters, ServiceCard::key)
}

/// My organization's services with its drafts, the latest first.
#[utoipa::path(get, path = "/v1/my/services", operation_id = "my_services_list", tag = "services", params(PageWanted), responses((status = 200, body = Page<MyServiceView>)))]
pub async fn mine(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<PageWanted>,
) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let PageWanted { page, limit } = query.into_inner();
    let (actor, now) = (caller.actor, app.now());
    let filters = ("my_services", actor.organization);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let slice = app
        .db
        .read(move |conn| {
            let provider = organizations::get(conn, actor.organization)?;
            let slice = services::mine(conn, provider.id, &window)?;
            Ok(slice.map(|service| MyServiceView::new(&service, &provider, &actor, now)))
        })
        .await?;
    page::answer(&request, slice, &filters, MyServiceView::place)
}
