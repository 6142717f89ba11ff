//! Custom offers (« offres personnalisées »): made by a provider in a conversation, for its one client.
//!
//! An offer does not exist for anyone else. Accepting names the version that was read and answers the order.

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
    Conn, Error, Tx, conversations,
    offers::{
        self,
        custom::{self, Place, Wanted},
    },
    organizations,
    page::{Slice, Window},
    services, terms_rules,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    change::Change,
    fields::Fields,
    ids::{ConversationId, OfferId, ServiceId},
    offers::{CustomOffer, Sender, terms::TermsKind},
    organizations::Organization,
    services::Service,
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    conversations::talking,
    idempotency::{Once, Written},
    if_match::IfMatch,
    offers::{Choice, Declining},
    orders,
    page::{self, Page, PageWanted},
    problem::Answer,
    quote_requests, reply,
};

/// Which custom offers.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CustomOffersWanted {
    /// Only those that wait for an answer.
    #[serde(default)]
    pub(crate) open: bool,
    /// Only those of this conversation.
    #[param(value_type = Option<String>, example = "cnv_01jd0000000000000000000000")]
    pub(crate) conversation: Option<ConversationId>,
    /// The `next_page` of the page before.
    pub(crate) page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub(crate) limit: Option<i64>,
}

/// The kinds of terms that a provider may offer.
#[derive(Serialize, ToSchema)]
pub struct TermsKindsView {
    /// Of `fixed`, `milestones`, `subscription` and `hourly`.
    kinds: Vec<&'static str>,
}

/// From what an offer would be made.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TermsKindsWanted {
    /// One of my services: its trade counts, in place of any of mine.
    #[param(value_type = Option<String>, example = "svc_01jd0000000000000000000000")]
    service: Option<ServiceId>,
}

/// The kinds of terms that I may offer, in the trade of a service or in any of mine: the operator can switch some
/// off.
#[utoipa::path(get, path = "/v1/terms-kinds", operation_id = "terms_kinds_list", tag = "custom offers", params(TermsKindsWanted), responses((status = 200, body = TermsKindsView)))]
pub async fn kinds(app: App, caller: Caller, query: Query<TermsKindsWanted>) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let (actor, wanted) = (caller.actor, query.into_inner().service);
    let kinds = app
        .db
        .read(move |conn| {
            let provider = organizations::get(conn, actor.organization)?;
            let service = service_of(conn, wanted, &actor)?;
            kinds_of(conn, &provider, service.as_ref())
        })
        .await?;
    reply::ok(&TermsKindsView { kinds: kinds.into_iter().map(TermsKind::as_str).collect() })
}

/// Makes an offer to the client of a conversation: asked for or not, but only where the two talk already.
#[utoipa::path(post, path = "/v1/conversations/{id}/custom-offers", operation_id = "custom_offers_create", tag = "custom offers", params(("id" = String, Path, description = "The conversation")), request_body = CustomOfferInput, responses((status = 201, body = CustomOfferView)))]
pub async fn create(
    app: App,
    caller: Caller,
    id: Path<ConversationId>,
    body: Body<CustomOfferInput>,
) -> Answer {
    let (actor, limits) = (caller.actor, app.settings.limits);
    let settlements = app.settings.settlements();
    let (service, request) = (body.value.service(), body.value.quote_request());
    let proposal = body.value.parse(&limits, app.now())?;
    let write = move |tx: &mut Tx<'_>| {
        let conversation = conversations::get(tx, *id, &actor)?.conversation;
        let provider = organizations::get(tx, conversation.provider)?;
        let service = service_of(tx, service, &actor)?;
        let kinds = kinds_of(tx, &provider, service.as_ref())?;
        let sender =
            Sender { conversation: &conversation, provider: &provider, kinds: &kinds, settlements };
        let change = sender.send(&actor, tx.id(), proposal.clone(), &limits, tx.now())?;
        let custom = match request {
            Some(request) => quote_requests::adjusted(tx, &actor, request, &conversation, change)?,
            None => custom::insert(tx, &actor, change)?,
        };
        let location = format!("/v1/custom-offers/{}", custom.offer.id);
        Ok(Written::created(view(tx, &custom, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// My party's custom offers, the latest first.
#[utoipa::path(get, path = "/v1/custom-offers", operation_id = "custom_offers_list", tag = "custom offers", params(CustomOffersWanted), responses((status = 200, body = Page<CustomOfferView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<CustomOffersWanted>,
) -> Answer {
    let CustomOffersWanted { open, conversation, page, limit } = query.into_inner();
    let filters = ("custom-offers", caller.actor.organization, open, conversation);
    let window: Window<Place> = page::window(page.as_deref(), limit, &filters)?;
    let (actor, now) = (talking(&caller)?, app.now());
    let slice = app
        .db
        .read(move |conn| {
            let slice = custom::list(conn, &actor, &Wanted { open, conversation }, &window)?;
            let items = CustomOfferView::all(conn, slice.items, &actor, now)?;
            Ok(Slice { items, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, CustomOfferView::place)
}

/// A custom offer.
#[utoipa::path(get, path = "/v1/custom-offers/{id}", operation_id = "custom_offers_get", tag = "custom offers", params(("id" = String, Path)), responses((status = 200, body = CustomOfferView)))]
pub async fn get(app: App, caller: Caller, id: Path<OfferId>) -> Answer {
    let (actor, now) = (caller.actor, app.now());
    let view = app
        .db
        .read(move |conn| {
            let custom = custom::get(conn, *id, &actor)?;
            CustomOfferView::one(conn, &custom, &actor, now)
        })
        .await?;
    reply::ok(&view)
}

/// Every version of a custom offer, the newest first, so that two can be laid side by side.
#[utoipa::path(get, path = "/v1/custom-offers/{id}/versions", operation_id = "custom_offer_versions_list", tag = "custom offers", params(("id" = String, Path), PageWanted), responses((status = 200, body = Page<CustomOfferVersionView>)))]
pub async fn versions(
    app: App,
    caller: Caller,
    request: HttpRequest,
    id: Path<OfferId>,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let window: Window<i32> = page::window(page.as_deref(), limit, &*id)?;
    let (actor, offer) = (caller.actor, *id);
    let slice = app
        .db
        .read(move |conn| {
            custom::get(conn, offer, &actor)?;
            let slice = offers::versions(conn, offer, &window)?;
            Ok(slice.map(|version| CustomOfferVersionView::from(&version)))
        })
        .await?;
    page::answer(&request, slice, &*id, CustomOfferVersionView::number)
}

/// Changes a custom offer: a new version, which alone can be accepted from then on.
#[utoipa::path(post, path = "/v1/custom-offers/{id}/revise", operation_id = "custom_offers_revise", tag = "custom offers", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = CustomOfferInput, responses((status = 200, body = CustomOfferView)))]
pub async fn revise(
    app: App,
    caller: Caller,
    if_match: IfMatch,
    id: Path<OfferId>,
    body: Body<CustomOfferInput>,
) -> Answer {
    let (limits, settlements) = (app.settings.limits, app.settings.settlements());
    let service = body.value.service();
    if body.value.quote_request().is_some() {
        return Err(Fields::one("/quote_request", text::unknown_choice()).into());
    }
    let proposal = body.value.parse(&limits, app.now())?;
    decide(&app, &caller, *id, &body.once, move |tx, actor, custom| {
        let (version, conversation) = (custom.offer.version, custom.conversation.clone());
        let provider = organizations::get(tx, custom.offer.provider)?;
        let service = service_of(tx, service, actor)?;
        let kinds = kinds_of(tx, &provider, service.as_ref())?;
        let sender =
            Sender { conversation: &conversation, provider: &provider, kinds: &kinds, settlements };
        let change = custom.revise(actor, &sender, proposal.clone(), &limits, tx.now())?;
        // Who may not revise hears that first, whatever version it names.
        if_match.check(version)?;
        Ok(change)
    })
    .await
}

/// Takes a custom offer back.
#[utoipa::path(post, path = "/v1/custom-offers/{id}/withdraw", operation_id = "custom_offers_withdraw", tag = "custom offers", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = CustomOfferView)))]
pub async fn withdraw(app: App, caller: Caller, id: Path<OfferId>, body: Body<Nothing>) -> Answer {
    decide(
        &app,
        &caller,
        *id,
        &body.once,
        |tx, actor, custom| Ok(custom.withdraw(actor, tx.now())?),
    )
    .await
}

/// Says no to a custom offer.
#[utoipa::path(post, path = "/v1/custom-offers/{id}/decline", operation_id = "custom_offers_decline", tag = "custom offers", params(("id" = String, Path)), request_body = Declining, responses((status = 200, body = CustomOfferView)))]
pub async fn decline(app: App, caller: Caller, id: Path<OfferId>, body: Body<Declining>) -> Answer {
    let reason = body.value.parse()?;
    decide(&app, &caller, *id, &body.once, move |tx, actor, custom| {
        Ok(custom.decline(actor, reason.clone(), tx.now())?)
    })
    .await
}

/// Orders what is offered. `number` is the version that was read; an older one is refused. Without questions
/// of the provider the work begins at once.
#[utoipa::path(post, path = "/v1/custom-offers/{id}/accept", operation_id = "custom_offers_accept", tag = "custom offers", params(("id" = String, Path)), request_body = Choice, responses((status = 201, body = orders::OrderView)))]
pub async fn accept(app: App, caller: Caller, id: Path<OfferId>, body: Body<Choice>) -> Answer {
    let (actor, limits, number) = (caller.actor, app.settings.limits, body.value.number());
    let write = move |tx: &mut Tx<'_>| {
        let custom = custom::get(tx, *id, &actor)?;
        let provider = organizations::get(tx, custom.offer.provider)?;
        let change = custom.accept(&actor, &provider, number, tx.id(), &limits, tx.now())?;
        let order = custom::place(tx, &actor, change)?;
        let location = format!("/v1/orders/{}", order.id);
        Ok(Written::created(orders::view(tx, &order, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// A decision about a custom offer, by one of its two sides.
async fn decide(
    app: &App,
    caller: &Caller,
    id: OfferId,
    once: &Once,
    decision: impl Fn(&mut Tx<'_>, &Actor, CustomOffer) -> Result<Change<CustomOffer>, Error>
    + Send
    + 'static,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = custom::get(tx, id, &actor)?;
        let change = decision(tx, &actor, seen.clone())?;
        let custom = custom::record(tx, Some(&actor), change, &seen)?;
        Ok(Written::ok(view(tx, &custom, &actor)?))
    };
    once.write(app, caller, StatusCode::OK, write).await
}

pub(crate) fn view(
    tx: &mut Tx<'_>,
    custom: &CustomOffer,
    actor: &Actor,
) -> Result<CustomOfferView, Error> {
    let now = tx.now();
    CustomOfferView::one(tx, custom, actor, now)
}

/// In the trade of the service that the offer is made from; without one, in any of the provider's trades.
pub(crate) fn kinds_of(
    conn: &mut Conn,
    provider: &Organization,
    service: Option<&Service>,
) -> Result<Vec<TermsKind>, Error> {
    if let Some(service) = service {
        return terms_rules::kinds(conn, provider.id, &service.content.trade);
    }
    let trades: Vec<&str> = provider.trades.iter().map(String::as_str).collect();
    terms_rules::kinds_in_any(conn, provider.id, &trades)
}

fn service_of(
    conn: &mut Conn,
    id: Option<ServiceId>,
    actor: &Actor,
) -> Result<Option<Service>, Error> {
    match id.map(|id| services::owned_by(conn, id, actor)).transpose() {
        Err(Error::NotFound) => Err(Fields::one("/service", text::unknown_choice()).into()),
        found => found,
    }
}
