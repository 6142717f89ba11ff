//! Where the money stands, and what leaves: refunds to clients and payouts to providers.

use std::collections::HashMap;

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error, ledger,
    outgoings::{self, Place, Wanted},
};
use estrade_domain::{
    fields::Fields,
    ids::{OrganizationId, OutgoingId},
    money::Money,
    outgoings::{Outgoing, OutgoingKind, OutgoingState},
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::App,
    body::{Body, Nothing},
    idempotency::Written,
    money::MoneyView,
    page::{self, Page},
    problem::Answer,
    reply,
    tenders::{PartyView, parties},
};

/// Where the books stand.
#[derive(Serialize, ToSchema)]
pub struct LedgerView {
    /// Why no money moves: the books did not hold. Null while they do.
    stopped: Option<String>,
    /// Kept for milestones: the clients' until they accept.
    kept: MoneyView,
    /// Earned by providers and not paid out.
    payable: MoneyView,
    /// On its way out.
    out: MoneyView,
    /// Of which nobody knows yet whose it is: refunds that did not arrive among it.
    suspense: MoneyView,
    /// The platform's commissions, without VAT.
    commissions: MoneyView,
    /// The plans it sold, without VAT.
    plans: MoneyView,
    /// The advertising campaigns that it sold, without VAT.
    campaigns: MoneyView,
    /// The VAT that it owes on all three.
    vat: MoneyView,
    /// Taken back by banks, with nobody left to give it.
    charge_backs: MoneyView,
}

/// A refund or a payout.
#[derive(Serialize, ToSchema)]
pub struct OutgoingView {
    #[schema(example = "out_01jd0000000000000000000000")]
    id: String,
    /// `refund` or `payout`.
    kind: &'static str,
    /// `created`, `sent`, `settled`, `failed`, or `replaced` (failed, and sent off again as another).
    state: &'static str,
    /// Who gets it.
    to: PartyView,
    amount: MoneyView,
    /// The order whose payment goes back.
    #[schema(example = "ord_01jd0000000000000000000000")]
    order: Option<String>,
    /// Why it failed, in the payment provider's word.
    failure: Option<String>,
    created_at: DateTime<Utc>,
    settled_at: Option<DateTime<Utc>>,
    /// `retry`, for a refund that failed.
    actions: Vec<&'static str>,
    #[serde(skip)]
    place: Place,
}

/// Which of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OutgoingsWanted {
    /// `refund` or `payout`.
    kind: Option<String>,
    /// Only what stands there.
    #[param(example = "failed")]
    state: Option<String>,
    /// Where the page before ended.
    page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Where the books stand.
#[utoipa::path(get, path = "/v1/operator/ledger", operation_id = "operator_get_ledger", tag = "operator", responses((status = 200, body = LedgerView)))]
pub async fn ledger(app: App, _operator: Operator) -> Answer {
    let read = |conn: &mut Conn| Ok((ledger::stopped(conn)?, ledger::standing(conn)?));
    let (stopped, it) = app.db.read(read).await?;
    let euros = |cents| MoneyView::from(Money::euros(cents));
    reply::ok(&LedgerView {
        stopped,
        kept: euros(it.kept),
        payable: euros(it.payable),
        out: euros(it.out),
        suspense: euros(it.suspense),
        commissions: euros(it.commissions),
        plans: euros(it.plans),
        campaigns: euros(it.campaigns),
        vat: euros(it.vat),
        charge_backs: euros(it.charge_backs),
    })
}

/// Refunds and payouts, the latest first.
#[utoipa::path(get, path = "/v1/operator/outgoings", operation_id = "operator_list_outgoings", tag = "operator", params(OutgoingsWanted), responses((status = 200, body = Page<OutgoingView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<OutgoingsWanted>,
) -> Answer {
    let OutgoingsWanted { kind, state, page, limit } = query.into_inner();
    let filters = (&kind, &state);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let wanted = wanted(kind.as_deref(), state.as_deref())?;
    let slice = app
        .db
        .read(move |conn| {
            let slice = outgoings::list(conn, wanted, &window)?;
            let ids: Vec<OrganizationId> = slice.items.iter().map(|it| it.to).collect();
            let parties = parties(conn, &ids)?;
            let views: Result<Vec<OutgoingView>, Error> =
                slice.items.iter().map(|it| OutgoingView::new(it, &parties)).collect();
            Ok(estrade_db::page::Slice { items: views?, more: slice.more })
        })
        .await?;
    page::answer(&request, slice, &filters, |view| view.place.clone())
}

/// Sends a refund off again that did not arrive, as another one.
#[utoipa::path(post, path = "/v1/operator/outgoings/{id}/retry", operation_id = "operator_retry_outgoing", tag = "operator", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = OutgoingView)))]
pub async fn retry(
    app: App,
    operator: Operator,
    id: Path<OutgoingId>,
    body: Body<Nothing>,
) -> Answer {
    operator.0.require_session()?;
    let actor = operator.0.actor;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let outgoing = outgoings::retry(tx, &actor, *id)?;
            let parties = parties(tx, &[outgoing.to])?;
            Ok(Written::ok(OutgoingView::new(&outgoing, &parties)?))
        })
        .await
}

fn wanted(kind: Option<&str>, state: Option<&str>) -> Result<Wanted, Fields> {
    let mut fields = Fields::default();
    let kind = fields.take_given("/kind", kind, |word| {
        OutgoingKind::from_word(word).ok_or_else(text::unknown_choice)
    });
    let state = fields.take_given("/state", state, |word| {
        OutgoingState::from_word(word).ok_or_else(text::unknown_choice)
    });
    fields.check()?;
    Ok(Wanted { to: None, kind, state })
}

impl OutgoingView {
    fn new(it: &Outgoing, parties: &HashMap<OrganizationId, PartyView>) -> Result<Self, Error> {
        Ok(Self {
            id: it.id.to_string(),
            kind: it.kind.as_str(),
            state: it.state.as_str(),
            to: parties.get(&it.to).cloned().ok_or(Error::NotFound)?,
            amount: it.amount.into(),
            order: it.purse.map(|purse| purse.order.to_string()),
            failure: it.failure.clone(),
            created_at: it.created_at,
            settled_at: it.settled_at,
            actions: it.may_go_again().is_ok().then_some("retry").into_iter().collect(),
            place: (it.created_at.timestamp_millis(), it.id.to_string()),
        })
    }
}
