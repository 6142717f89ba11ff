//! What the client decides about a lot it has given to a provider.

use actix_web::{http::StatusCode, web::Path};
use estrade_db::{Error, Tx, offers, organizations, reviews};
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::LotId,
    offers::{Deal, OfferRefusal},
    reviews::Review,
};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::{Once, Written},
    offers::{OfferView, view},
    problem::Answer,
    reviews::{OpinionInput, ReviewView},
};

/// Takes the choice back before the provider has confirmed: the lot is open again.
#[utoipa::path(post, path = "/v1/lots/{id}/withdraw-choice", operation_id = "lots_withdraw_choice", tag = "lots", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OfferView)))]
pub async fn withdraw_choice(
    app: App,
    caller: Caller,
    id: Path<LotId>,
    body: Body<Nothing>,
) -> Answer {
    let decision =
        |tx: &mut Tx<'_>, actor: &Actor, deal: Deal| Ok(deal.withdraw_choice(actor, tx.now())?);
    decide(&app, &caller, *id, &body.once, OfferRefusal::NotChosen, decision).await
}

/// « Mission terminée »: ends the mission; its client is asked for a review. A mission that is paid with held funds ends
/// with its delivery, on its order.
#[utoipa::path(post, path = "/v1/lots/{id}/complete", operation_id = "lots_complete", tag = "lots", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OfferView)))]
pub async fn complete(app: App, caller: Caller, id: Path<LotId>, body: Body<Nothing>) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = given(tx, *id, &actor, OfferRefusal::NotInWork)?;
        let deal = offers::end_mission(tx, &actor, &seen)?;
        Ok(Written::ok(view(tx, &deal, &actor)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Reviews a mission that is done, once.
#[utoipa::path(post, path = "/v1/lots/{id}/review", operation_id = "lots_review", tag = "reviews", params(("id" = String, Path)), request_body = OpinionInput, responses((status = 201, body = ReviewView)))]
pub async fn review(app: App, caller: Caller, id: Path<LotId>, body: Body<OpinionInput>) -> Answer {
    let opinion = body.value.parse(&app.settings.limits)?;
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let deal = given(tx, *id, &actor, OfferRefusal::NotDone)?;
        let client = organizations::get(tx, deal.lot.client)?;
        let (id, now) = (tx.id(), tx.now());
        let change = Review::publish(&deal, &actor, &client, id, opinion.clone(), now)?;
        let review = reviews::insert(tx, &actor, change)?;
        let location = format!("/v1/reviews/{}", review.id);
        Ok(Written::created(ReviewView::new(&review, Some(&actor)), location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

async fn decide(
    app: &App,
    caller: &Caller,
    id: LotId,
    once: &Once,
    when_nobody_is_chosen: OfferRefusal,
    decision: impl Fn(&mut Tx<'_>, &Actor, Deal) -> Result<Change<Deal>, Error> + Send + 'static,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = given(tx, id, &actor, when_nobody_is_chosen)?;
        let change = decision(tx, &actor, seen.clone())?;
        let deal = offers::record(tx, Some(&actor), change, &seen)?;
        Ok(Written::ok(view(tx, &deal, &actor)?))
    };
    once.write(app, caller, StatusCode::OK, write).await
}

/// The offer that my lot is given to.
fn given(
    tx: &mut Tx<'_>,
    id: LotId,
    actor: &Actor,
    otherwise: OfferRefusal,
) -> Result<Deal, Error> {
    offers::deal_of_lot(tx, id, actor)?.ok_or_else(|| otherwise.into())
}
