//! Quote requests (« demandes de devis »): a client asks a provider what one of its services would cost.
//!
//! A request does not exist for anyone else. Accepting it answers a custom offer at the client's own price and
//! day; an offer with other terms that names the request adjusts it.

mod views;

pub use views::*;

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{
    Error, Tx, conversations,
    offers::custom::{Place, Wanted},
    organizations,
    page::{Slice, Window},
    quote_requests, services,
};
use estrade_domain::{
    actor::Actor,
    change::Change,
    conversations::Conversation,
    fields::Fields,
    ids::{QuoteRequestId, ServiceId},
    money::Money,
    offers::{CustomOffer, Offer, Sender, terms::VatRate},
    organizations::Organization,
    quote_requests::{
        Asker, Needs, QuoteRefusal, QuoteRequest, QuoteRequestAction, Quoted, WrittenNeeds,
    },
    services::ServiceStatus,
    text,
    world::Instant,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    conversations::talking,
    custom_offers::{self, CustomOfferView, CustomOffersWanted},
    idempotency::{Once, Written},
    money::MoneyInput,
    offers::Declining,
    page::{self, Page},
    problem::Answer,
    reply,
};

/// What a client needs. All of it is mandatory.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuoteRequestInput {
    /// The published service that it is about.
    #[serde(default)]
    #[schema(required, value_type = String, example = "svc_01jd0000000000000000000000")]
    service: Option<ServiceId>,
    /// What is needed, 1 to 4000 characters.
    #[serde(default)]
    #[schema(
        required,
        example = "Un mariage de 120 personnes, de l’apéritif à 4 h, en plein air."
    )]
    needs: String,
    /// For how much at most, VAT included, from 1 €.
    #[serde(default)]
    #[schema(required, value_type = MoneyInput)]
    budget: Option<MoneyInput>,
    /// The day by which it is to be done, at most two years from now.
    #[serde(default)]
    #[schema(required, value_type = String, example = "2027-06-12")]
    wanted_on: Option<String>,
}

/// How a provider takes a request as it is.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuoteAcceptance {
    /// VAT within the client's budget, in basis points: 2000, 1000, 550 or 0. Absent for the normal rate, or for
    /// none where the provider is exempt.
    #[serde(default)]
    #[schema(example = 2000)]
    vat_rate: Option<i64>,
}

/// Asks a provider for a quote. Where the two have not talked yet, this begins their conversation.
#[utoipa::path(post, path = "/v1/quote-requests", operation_id = "quote_requests_create", tag = "quote requests", request_body = QuoteRequestInput, responses((status = 201, body = QuoteRequestView)))]
pub async fn create(app: App, caller: Caller, body: Body<QuoteRequestInput>) -> Answer {
    let (actor, limits) = (talking(&caller)?, app.settings.limits);
    QuoteRequest::may_be_sent_by(&actor)?;
    let (service, needs) = body.value.parse(app.now())?;
    let write = move |tx: &mut Tx<'_>| {
        // One at a time: two at once would pass the limit of what waits.
        organizations::lock(tx, actor.organization)?;
        let provider = seller_of(tx, service)?;
        let known = conversations::of_pair(tx, actor.organization, provider.id)?;
        let seen = known.map(|id| conversations::get(tx, id, &actor)).transpose()?;
        let open = quote_requests::open_between(tx, actor.organization, provider.id)?.len();
        let asker = Asker {
            conversation: seen.as_ref().map(|card| &card.conversation),
            provider: &provider,
            listing: conversations::listing(tx, provider.id)?,
            open,
        };
        let change = asker.ask(&actor, tx.id(), service, needs.clone(), &limits, tx.now())?;
        let quoted = quote_requests::insert(tx, &actor, change)?;
        let location = format!("/v1/quote-requests/{}", quoted.request.id);
        Ok(Written::created(view(tx, &quoted, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// My party's quote requests, the latest first.
#[utoipa::path(get, path = "/v1/quote-requests", operation_id = "quote_requests_list", tag = "quote requests", params(CustomOffersWanted), responses((status = 200, body = Page<QuoteRequestView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<CustomOffersWanted>,
) -> Answer {
    let CustomOffersWanted { open, conversation, page, limit } = query.into_inner();
    let filters = ("quote-requests", caller.actor.organization, open, conversation);
    let window: Window<Place> = page::window(page.as_deref(), limit, &filters)?;
    let (actor, now) = (talking(&caller)?, app.now());
    let slice = app
        .db
        .read(move |conn| {
            let slice =
                quote_requests::list(conn, &actor, &Wanted { open, conversation }, &window)?;
            let items = QuoteRequestView::all(conn, slice.items, &actor, now)?;
            Ok(Slice { items, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, QuoteRequestView::place)
}

/// A quote request.
#[utoipa::path(get, path = "/v1/quote-requests/{id}", operation_id = "quote_requests_get", tag = "quote requests", params(("id" = String, Path)), responses((status = 200, body = QuoteRequestView)))]
pub async fn get(app: App, caller: Caller, id: Path<QuoteRequestId>) -> Answer {
    let (actor, now) = (caller.actor, app.now());
    let view = app
        .db
        .read(move |conn| {
            let quoted = quote_requests::get(conn, *id, &actor)?;
            QuoteRequestView::one(conn, &quoted, &actor, now)
        })
        .await?;
    reply::ok(&view)
}

/// Takes a request as it is: answers the custom offer of the service at the client's price, VAT included, by the
/// client's day. The client can order it until it expires. To adjust instead, make a custom offer that names it.
#[utoipa::path(post, path = "/v1/quote-requests/{id}/accept", operation_id = "quote_requests_accept", tag = "quote requests", params(("id" = String, Path)), request_body = QuoteAcceptance, responses((status = 201, body = CustomOfferView)))]
pub async fn accept(
    app: App,
    caller: Caller,
    id: Path<QuoteRequestId>,
    body: Body<QuoteAcceptance>,
) -> Answer {
    let (actor, limits) = (caller.actor, app.settings.limits);
    let settlements = app.settings.settlements();
    let rate = body.value.rate()?;
    let write = move |tx: &mut Tx<'_>| {
        let now = tx.now();
        let quoted = quote_requests::get(tx, *id, &actor)?;
        quoted.permits(QuoteRequestAction::Accept, &actor, now)?;
        let provider = organizations::get(tx, quoted.request.provider)?;
        let service = services::of_id(tx, quoted.request.service)?;
        let proposal = quoted.proposal((&provider, &service), rate, &limits, now)?;
        let kinds = custom_offers::kinds_of(tx, &provider, Some(&service))?;
        let conversation = &quoted.conversation;
        let sender = Sender { conversation, provider: &provider, kinds: &kinds, settlements };
        let offer = sender.send(&actor, tx.id(), proposal, &limits, now)?;
        let custom = answer(tx, &actor, quoted.clone(), QuoteRequestAction::Accept, offer)?;
        let location = format!("/v1/custom-offers/{}", custom.offer.id);
        Ok(Written::created(custom_offers::view(tx, &custom, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// Says no to a request.
#[utoipa::path(post, path = "/v1/quote-requests/{id}/decline", operation_id = "quote_requests_decline", tag = "quote requests", params(("id" = String, Path)), request_body = Declining, responses((status = 200, body = QuoteRequestView)))]
pub async fn decline(
    app: App,
    caller: Caller,
    id: Path<QuoteRequestId>,
    body: Body<Declining>,
) -> Answer {
    let reason = body.value.parse()?;
    decide(&app, &caller, *id, &body.once, move |quoted, actor, now| {
        quoted.decline(actor, reason.clone(), now)
    })
    .await
}

/// Takes my request back.
#[utoipa::path(post, path = "/v1/quote-requests/{id}/withdraw", operation_id = "quote_requests_withdraw", tag = "quote requests", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = QuoteRequestView)))]
pub async fn withdraw(
    app: App,
    caller: Caller,
    id: Path<QuoteRequestId>,
    body: Body<Nothing>,
) -> Answer {
    decide(&app, &caller, *id, &body.once, Quoted::withdraw).await
}

async fn decide(
    app: &App,
    caller: &Caller,
    id: QuoteRequestId,
    once: &Once,
    decision: impl Fn(Quoted, &Actor, Instant) -> Result<Change<QuoteRequest>, QuoteRefusal>
    + Send
    + 'static,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = quote_requests::get(tx, id, &actor)?;
        let change = decision(seen.clone(), &actor, tx.now())?;
        let request = quote_requests::record(tx, Some(&actor), change)?;
        Ok(Written::ok(view(tx, &Quoted { request, ..seen }, &actor)?))
    };
    once.write(app, caller, StatusCode::OK, write).await
}

/// Records an offer that answers a request of the same conversation with other terms.
pub(crate) fn adjusted(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: QuoteRequestId,
    conversation: &Conversation,
    offer: Change<Offer>,
) -> Result<CustomOffer, Error> {
    let quoted = match quote_requests::get(tx, id, actor) {
        Err(Error::NotFound) => {
            return Err(Fields::one("/quote_request", text::unknown_choice()).into());
        }
        found => found?,
    };
    if quoted.conversation.id != conversation.id {
        return Err(QuoteRefusal::Elsewhere.into());
    }
    answer(tx, actor, quoted, QuoteRequestAction::Adjust, offer)
}

fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    quoted: Quoted,
    action: QuoteRequestAction,
    offer: Change<Offer>,
) -> Result<CustomOffer, Error> {
    let change = quoted.answer(action, actor, offer.after.id, tx.now())?;
    quote_requests::answer(tx, actor, change, offer)
}

/// Who sells a published service. One on leave is still asked (S2-043).
fn seller_of(tx: &mut Tx<'_>, id: ServiceId) -> Result<Organization, Error> {
    match services::of_id(tx, id) {
        Ok(service) if service.state.status() == ServiceStatus::Published => {
            organizations::get(tx, service.provider)
        }
        Ok(_) | Err(Error::NotFound) => Err(Fields::one("/service", text::unknown_choice()).into()),
        Err(error) => Err(error),
    }
}

fn view(tx: &mut Tx<'_>, quoted: &Quoted, actor: &Actor) -> Result<QuoteRequestView, Error> {
    let now = tx.now();
    QuoteRequestView::one(tx, quoted, actor, now)
}

impl QuoteRequestInput {
    /// Reads it; every wrong or missing field is told at once.
    fn parse(self, now: Instant) -> Result<(ServiceId, Needs), Fields> {
        let mut fields = Fields::default();
        let service = fields.take("/service", self.service.ok_or_else(text::missing));
        let budget = self.budget.as_ref().map(|budget| budget.read(&mut fields, "/budget"));
        // Of a budget in a currency that is not traded here only the currency is wrong.
        let budget = budget.map(|read| read.unwrap_or(Money::euros(100)));
        let written = WrittenNeeds { text: self.needs, budget, wanted_on: self.wanted_on };
        let needs = written.parse(now).map_err(|wrong| fields.absorb("", wrong)).ok();
        match (service, needs) {
            (Some(service), Some(needs)) => fields.check().map(|()| (service, needs)),
            _ => Err(fields),
        }
    }
}

impl QuoteAcceptance {
    fn rate(&self) -> Result<Option<VatRate>, Fields> {
        let read = |points| {
            VatRate::try_from(points).map_err(|_| Fields::one("/vat_rate", text::unknown_choice()))
        };
        self.vat_rate.map(read).transpose()
    }
}
