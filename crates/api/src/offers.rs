//! Offers on lots, for their two sides: the provider that makes one and the client that chooses.
//!
//! An offer does not exist for anyone else. Each transition answers the offer as it is from then on.

mod contacts;
mod lists;
mod requests;
mod views;

pub use contacts::*;
pub use lists::*;
pub use requests::*;
pub use views::*;

use actix_web::{http::StatusCode, web::Path};
use estrade_db::{Error, Tx, offers, organizations};
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::{LotId, OfferId},
    offers::{Deal, Selection},
};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::{Once, Written},
    if_match::IfMatch,
    problem::Answer,
    reply,
};

/// Applies to an open lot with a public message and a priced offer. Takes an active VIP+ plan, the lot's
/// trade and its département. A provider whose offer is over applies again in its next version.
#[utoipa::path(post, path = "/v1/lots/{id}/offers", operation_id = "offers_create", tag = "offers", params(("id" = String, Path, description = "The lot")), request_body = OfferInput, responses((status = 201, body = OfferView)))]
pub async fn create(app: App, caller: Caller, id: Path<LotId>, body: Body<OfferInput>) -> Answer {
    let proposal = body.value.parse(app.now())?;
    let (actor, limits) = (caller.actor, app.settings.limits);
    let write = move |tx: &mut Tx<'_>| {
        let asked = offers::asked(tx, *id, &actor)?;
        let change =
            asked.application().send(&actor, tx.id(), proposal.clone(), &limits, tx.now())?;
        let deal = offers::apply(tx, &actor, change, &asked)?;
        let location = format!("/v1/offers/{}", deal.offer.id);
        Ok(Written::created(view(tx, &deal, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// An offer, for its provider and for the client of its lot.
#[utoipa::path(get, path = "/v1/offers/{id}", operation_id = "offers_get", tag = "offers", params(("id" = String, Path)), responses((status = 200, body = OfferView)))]
pub async fn get(app: App, caller: Caller, id: Path<OfferId>) -> Answer {
    let (actor, now) = (caller.actor, app.now());
    let view = app
        .db
        .read(move |conn| {
            let deal = offers::deal(conn, *id, &actor)?;
            view_at(conn, &deal, &actor, now)
        })
        .await?;
    reply::ok(&view)
}

/// Changes an offer: a new version, as often as wanted until the lot is in work. Changing the chosen offer
/// cancels the choice and asks the client again.
#[utoipa::path(post, path = "/v1/offers/{id}/revise", operation_id = "offers_revise", tag = "offers", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = OfferInput, responses((status = 200, body = OfferView)))]
pub async fn revise(
    app: App,
    caller: Caller,
    if_match: IfMatch,
    id: Path<OfferId>,
    body: Body<OfferInput>,
) -> Answer {
    let (proposal, limits) = (body.value.parse(app.now())?, app.settings.limits);
    decide(&app, &caller, *id, &body.once, move |tx, actor, deal| {
        let version = deal.offer.version;
        let provider = organizations::get(tx, deal.offer.provider)?;
        let change = deal.revise(actor, &provider, proposal.clone(), &limits, tx.now())?;
        // Who may not revise hears that first, whatever version it names.
        if_match.check(version)?;
        Ok(change)
    })
    .await
}

/// Holds to an offer after its tender changed.
#[utoipa::path(post, path = "/v1/offers/{id}/reconfirm", operation_id = "offers_reconfirm", tag = "offers", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OfferView)))]
pub async fn reconfirm(app: App, caller: Caller, id: Path<OfferId>, body: Body<Nothing>) -> Answer {
    let limits = app.settings.limits;
    let decision = move |tx: &mut Tx<'_>, actor: &Actor, deal: Deal| {
        Ok(deal.reconfirm(actor, &limits, tx.now())?)
    };
    decide(&app, &caller, *id, &body.once, decision).await
}

/// Takes an offer back. Taking back the chosen one opens the lot again.
#[utoipa::path(post, path = "/v1/offers/{id}/withdraw", operation_id = "offers_withdraw", tag = "offers", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OfferView)))]
pub async fn withdraw(app: App, caller: Caller, id: Path<OfferId>, body: Body<Nothing>) -> Answer {
    let decision = |tx: &mut Tx<'_>, actor: &Actor, deal: Deal| Ok(deal.withdraw(actor, tx.now())?);
    decide(&app, &caller, *id, &body.once, decision).await
}

/// « Choisir ce prestataire »: the provider has until `confirm_by` to confirm. `number` is the version that
/// was read; an older one is refused. `settlement` says how the client pays.
#[utoipa::path(post, path = "/v1/offers/{id}/choose", operation_id = "offers_choose", tag = "offers", params(("id" = String, Path)), request_body = Choice, responses((status = 200, body = OfferView)))]
pub async fn choose(app: App, caller: Caller, id: Path<OfferId>, body: Body<Choice>) -> Answer {
    let (number, settlement) = (body.value.number, body.value.settlement()?);
    let (limits, offered) = (app.settings.limits, app.settings.settlements());
    decide(&app, &caller, *id, &body.once, move |tx, actor, deal| {
        let selection = Selection { number, settlement, offered };
        Ok(deal.choose(actor, selection, &limits, tx.now())?)
    })
    .await
}

/// Confirms that one will do it: final, on the terms of the chosen version. The lot is in work from then
/// on, the other offers end, each side sees the other's contacts, and the mission is an order.
#[utoipa::path(post, path = "/v1/offers/{id}/confirm", operation_id = "offers_confirm", tag = "offers", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OfferView)))]
pub async fn confirm(app: App, caller: Caller, id: Path<OfferId>, body: Body<Nothing>) -> Answer {
    let (actor, limits) = (caller.actor, app.settings.limits);
    let write = move |tx: &mut Tx<'_>| {
        let seen = offers::deal(tx, *id, &actor)?;
        let deal = offers::confirm(tx, &actor, &seen, &limits)?;
        Ok(Written::ok(view(tx, &deal, &actor)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Says no after being chosen: the lot is open to the others again.
#[utoipa::path(post, path = "/v1/offers/{id}/decline", operation_id = "offers_decline", tag = "offers", params(("id" = String, Path)), request_body = Declining, responses((status = 200, body = OfferView)))]
pub async fn decline(app: App, caller: Caller, id: Path<OfferId>, body: Body<Declining>) -> Answer {
    let reason = body.value.parse()?;
    decide(&app, &caller, *id, &body.once, move |tx, actor, deal| {
        Ok(deal.decline(actor, reason.clone(), tx.now())?)
    })
    .await
}

/// A decision about an offer, by one of its two sides.
async fn decide(
    app: &App,
    caller: &Caller,
    id: OfferId,
    once: &Once,
    decision: impl Fn(&mut Tx<'_>, &Actor, Deal) -> Result<Change<Deal>, Error> + Send + 'static,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = offers::deal(tx, id, &actor)?;
        let change = decision(tx, &actor, seen.clone())?;
        let deal = offers::record(tx, Some(&actor), change, &seen)?;
        Ok(Written::ok(view(tx, &deal, &actor)?))
    };
    once.write(app, caller, StatusCode::OK, write).await
}

/// The offer as it is now, in the transaction that wrote it.
pub(crate) fn view(tx: &mut Tx<'_>, deal: &Deal, actor: &Actor) -> Result<OfferView, Error> {
    let now = tx.now();
    view_at(tx, deal, actor, now)
}
