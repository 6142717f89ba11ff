//! Disputes (« litiges ») about missions in work: for their two sides, and for the operator once it was called.
//!
//! A dispute does not exist for anyone else. Each decision answers the dispute as it is from then on.

mod views;

pub use views::*;

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use estrade_db::{
    Error, Tx, conversations,
    disputes::{self, Wanted},
    orders,
    page::{Slice, Window},
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    disputes::{Dispute, DisputeAction, Ruled, WayOut, parse_text},
    fields::Fields,
    ids::{DisputeId, OrderId},
    money::Money,
    text,
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::{Once, Written},
    page::{self, Page, PageWanted},
    problem::Answer,
    reply,
};

/// Which disputes.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DisputesWanted {
    /// Those that are over (`true`) or go on (`false`); both when absent.
    over: Option<bool>,
    /// Those about this order.
    #[param(value_type = Option<String>, example = "ord_01jd0000000000000000000000")]
    order: Option<OrderId>,
    /// The `next_page` of the page before.
    page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Why a dispute is opened.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisputeInput {
    /// 1 to 4000 characters. The other side gets it.
    #[serde(default)]
    #[schema(required, example = "La sonorisation convenue n’était pas là.")]
    reason: String,
}

/// What is said in a dispute.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisputeMessageInput {
    /// 1 to 4000 characters.
    #[serde(default)]
    #[schema(required, example = "Je peux revenir samedi.")]
    text: String,
}

/// A way out.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WayOutInput {
    /// `go_on` (the mission goes on as it was) or `split` (it ends).
    #[serde(default)]
    #[schema(required, example = "split")]
    kind: String,
    /// Of a split: the provider's part, VAT included, in minor units of the currency at stake; the client gets the
    /// rest.
    #[schema(example = 5000)]
    released: Option<i64>,
}

/// A ruling.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulingInput {
    /// The way out.
    way_out: WayOutInput,
    /// Why, 1 to 4000 characters. Both sides get it.
    #[serde(default)]
    #[schema(required, example = "La prestation a été fournie à moitié.")]
    ruling: String,
}

/// My party's disputes, the latest first; for an operator, those to which it was called.
#[utoipa::path(get, path = "/v1/disputes", operation_id = "disputes_list", tag = "disputes", params(DisputesWanted), responses((status = 200, body = Page<DisputeView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<DisputesWanted>,
) -> Answer {
    let DisputesWanted { over, order, page, limit } = query.into_inner();
    let actor = caller.actor;
    let wanted = Wanted { is_over: over, order };
    let filters = ("disputes", actor.organization, over, order);
    let window: Window<disputes::Place> = page::window(page.as_deref(), limit, &filters)?;
    let slice = app
        .db
        .read(move |conn| {
            let slice = disputes::list(conn, &actor, wanted, &window)?;
            let items = DisputeView::all(conn, &slice.items, &actor)?;
            Ok(Slice { items, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, DisputeView::place)
}

/// A dispute, with what was said in it.
#[utoipa::path(get, path = "/v1/disputes/{id}", operation_id = "disputes_get", tag = "disputes", params(("id" = String, Path)), responses((status = 200, body = DisputeView)))]
pub async fn get(app: App, caller: Caller, id: Path<DisputeId>) -> Answer {
    let actor = caller.actor;
    let view = app
        .db
        .read(move |conn| {
            let dispute = disputes::get(conn, *id, &actor)?;
            DisputeView::one(conn, &dispute, &actor)
        })
        .await?;
    reply::ok(&view)
}

/// Opens a dispute about the milestone that is in work: nothing moves until its outcome.
#[utoipa::path(post, path = "/v1/orders/{id}/dispute", operation_id = "orders_dispute", tag = "disputes", params(("id" = String, Path)), request_body = DisputeInput, responses((status = 201, body = DisputeView)))]
pub async fn open(app: App, caller: Caller, id: Path<OrderId>, body: Body<DisputeInput>) -> Answer {
    let actor = caller.actor;
    let reason = body.value.reason.clone();
    let write = move |tx: &mut Tx<'_>| {
        let order = orders::get(tx, *id, &actor)?;
        order.permits(estrade_domain::orders::OrderAction::Dispute, &actor, tx.now())?;
        let reason = parse_text("/reason", &reason)?;
        let dispute = disputes::open_about_order(tx, &actor, order, &reason)?;
        let location = format!("/v1/disputes/{}", dispute.id);
        Ok(Written::created(DisputeView::one(tx, &dispute, &actor)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// Says something to the others in the dispute.
#[utoipa::path(post, path = "/v1/disputes/{id}/say", operation_id = "disputes_say", tag = "disputes", params(("id" = String, Path)), request_body = DisputeMessageInput, responses((status = 200, body = DisputeView)))]
pub async fn say(
    app: App,
    caller: Caller,
    id: Path<DisputeId>,
    body: Body<DisputeMessageInput>,
) -> Answer {
    let typed = body.value.text.clone();
    decide(&app, &caller, *id, &body.once, move |tx, actor, dispute| {
        dispute.permits(DisputeAction::Say, actor)?;
        let text = parse_text("/text", &typed)?;
        disputes::say(tx, actor, &dispute, &text)?;
        Ok(dispute)
    })
    .await
}

/// Closes the dispute that my party opened: the mission goes on, with as much time as was left.
#[utoipa::path(post, path = "/v1/disputes/{id}/close", operation_id = "disputes_close", tag = "disputes", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = DisputeView)))]
pub async fn close(app: App, caller: Caller, id: Path<DisputeId>, body: Body<Nothing>) -> Answer {
    decide(&app, &caller, *id, &body.once, |tx, actor, dispute| {
        let decided = dispute.close(actor, tx.now())?;
        disputes::carry_out(tx, actor, decided)
    })
    .await
}

/// Proposes a way out to the other side; it replaces what was proposed before.
#[utoipa::path(post, path = "/v1/disputes/{id}/propose", operation_id = "disputes_propose", tag = "disputes", params(("id" = String, Path)), request_body = WayOutInput, responses((status = 200, body = DisputeView)))]
pub async fn propose(
    app: App,
    caller: Caller,
    id: Path<DisputeId>,
    body: Body<WayOutInput>,
) -> Answer {
    let typed = body.value.clone();
    decide(&app, &caller, *id, &body.once, move |tx, actor, dispute| {
        dispute.permits(DisputeAction::Propose, actor)?;
        let way_out = typed.parse("", dispute.at_stake)?;
        let change = dispute.propose(actor, way_out, tx.now())?;
        disputes::record(tx, Some(actor), change)
    })
    .await
}

/// Takes the way out that the other side proposed.
#[utoipa::path(post, path = "/v1/disputes/{id}/agree", operation_id = "disputes_agree", tag = "disputes", params(("id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = Nothing, responses((status = 200, body = DisputeView)))]
pub async fn agree(app: App, caller: Caller, id: Path<DisputeId>, body: Body<Nothing>) -> Answer {
    body.once.require()?;
    decide(&app, &caller, *id, &body.once, |tx, actor, dispute| {
        let decided = dispute.agree(actor, tx.now())?;
        disputes::carry_out(tx, actor, decided)
    })
    .await
}

/// Calls the operator: it may then read what the two wrote to each other, and rules.
#[utoipa::path(post, path = "/v1/disputes/{id}/escalate", operation_id = "disputes_escalate", tag = "disputes", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = DisputeView)))]
pub async fn escalate(
    app: App,
    caller: Caller,
    id: Path<DisputeId>,
    body: Body<Nothing>,
) -> Answer {
    decide(&app, &caller, *id, &body.once, |tx, actor, dispute| {
        let change = dispute.escalate(actor, tx.now())?;
        disputes::record(tx, Some(actor), change)
    })
    .await
}

/// Operator: rules. What sends more back to the client than one person may (`refund_alone_cents`) waits until another
/// one confirms it; `draft` shows it.
#[utoipa::path(post, path = "/v1/disputes/{id}/rule", operation_id = "disputes_rule", tag = "disputes", params(("id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = RulingInput, responses((status = 200, body = DisputeView)))]
pub async fn rule(
    app: App,
    caller: Caller,
    id: Path<DisputeId>,
    body: Body<RulingInput>,
) -> Answer {
    body.once.require()?;
    let (RulingInput { way_out, ruling }, limits) = (body.value.clone(), app.settings.limits);
    decide(&app, &caller, *id, &body.once, move |tx, actor, dispute| {
        dispute.permits(DisputeAction::Rule, actor)?;
        let way_out = way_out.parse("/way_out", dispute.at_stake)?;
        let ruling = parse_text("/ruling", &ruling)?;
        match dispute.rule(actor, way_out, ruling, &limits, tx.now())? {
            Ruled::Out(decided) => disputes::carry_out(tx, actor, decided),
            Ruled::Waits(change) => disputes::record(tx, Some(actor), change),
        }
    })
    .await
}

/// Operator: confirms what another of its people ruled.
#[utoipa::path(post, path = "/v1/disputes/{id}/confirm", operation_id = "disputes_confirm", tag = "disputes", params(("id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = Nothing, responses((status = 200, body = DisputeView)))]
pub async fn confirm(app: App, caller: Caller, id: Path<DisputeId>, body: Body<Nothing>) -> Answer {
    body.once.require()?;
    decide(&app, &caller, *id, &body.once, |tx, actor, dispute| {
        let decided = dispute.confirm(actor, tx.now())?;
        disputes::carry_out(tx, actor, decided)
    })
    .await
}

/// Operator: what the two wrote to each other, the latest first. That it was read is logged, and both see it.
#[utoipa::path(get, path = "/v1/disputes/{id}/exchanges", operation_id = "disputes_exchanges", tag = "disputes", params(("id" = String, Path), PageWanted), responses((status = 200, body = Page<ExchangeView>)))]
pub async fn exchanges(
    app: App,
    caller: Caller,
    request: HttpRequest,
    id: Path<DisputeId>,
    query: Query<PageWanted>,
) -> Answer {
    caller.require(OrganizationKind::Operator)?;
    let PageWanted { page, limit } = query.into_inner();
    let actor = caller.actor;
    let filters = ("exchanges", *id);
    let window: Window<conversations::Place> = page::window(page.as_deref(), limit, &filters)?;
    let slice = app
        .db
        .write(move |tx| {
            let dispute = disputes::get(tx, *id, &actor)?;
            disputes::read_exchanges(tx, &actor, &dispute)?;
            let pair = conversations::of_pair(tx, dispute.client, dispute.provider)?;
            let conversation = pair.ok_or(Error::NotFound)?;
            let slice = conversations::entries(tx, conversation, &window)?;
            Ok(slice.map(|entry| ExchangeView::of(&dispute, &entry)))
        })
        .await?;
    page::answer(&request, slice, &filters, ExchangeView::place)
}

/// A decision about a dispute, by one who sees it.
async fn decide(
    app: &App,
    caller: &Caller,
    id: DisputeId,
    once: &Once,
    decision: impl Fn(&mut Tx<'_>, &Actor, Dispute) -> Result<Dispute, Error> + Send + 'static,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = disputes::get(tx, id, &actor)?;
        let dispute = decision(tx, &actor, seen)?;
        Ok(Written::ok(DisputeView::one(tx, &dispute, &actor)?))
    };
    once.write(app, caller, StatusCode::OK, write).await
}

impl WayOutInput {
    fn parse(&self, pointer: &str, at_stake: Money) -> Result<WayOut, Fields> {
        match self.kind.as_str() {
            "go_on" => Ok(WayOut::GoOn),
            "split" => {
                let released = self.released.ok_or_else(text::missing);
                let split = released.and_then(|cents| WayOut::split(cents, at_stake));
                split.map_err(|wrong| Fields::one(format!("{pointer}/released"), wrong))
            }
            _ => Err(Fields::one(format!("{pointer}/kind"), text::unknown_choice())),
        }
    }
}
