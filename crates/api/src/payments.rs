//! Payments: what a party pays through the platform. A payment is asked for where its cause is (an order, a
//! plan); here it is followed, and paid when the built-in payment provider takes it.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Error, Tx, organizations,
    page::{Slice, Window},
    payments, sandbox,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    fields::Fields,
    ids::PaymentId,
    money::Money,
    organizations::{OrganizationAction, Plan},
    payments::{Payment, PaymentRefusal, Psp, Purpose},
    plans,
    sandbox::Card,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    conversations::talking,
    idempotency::Written,
    money::MoneyView,
    page::{self, Page, PageWanted},
    problem::{Answer, Problem},
    reply,
};

/// A payment.
#[derive(Serialize, ToSchema)]
pub struct PaymentView {
    #[schema(example = "pay_01jd0000000000000000000000")]
    id: String,
    /// `created` (its page is being opened), `open`, `succeeded`, `failed`, `expired`, `unneeded` (it goes back)
    /// or `charged_back`.
    state: &'static str,
    /// The order whose milestone is paid; null for what the platform sells.
    #[schema(example = "ord_01jd0000000000000000000000")]
    order: Option<String>,
    /// The milestone, from 1.
    milestone: Option<u32>,
    /// The plan that is bought.
    plan: Option<&'static str>,
    /// The advertising campaign that is paid.
    #[schema(example = "cmp_01jd0000000000000000000000")]
    campaign: Option<String>,
    net: MoneyView,
    /// VAT included.
    amount: MoneyView,
    /// `sandbox` or `stripe`.
    provider: &'static str,
    /// Where it is paid; null until the payment provider opened it.
    url: Option<String>,
    /// Why it failed, in the payment provider's word.
    #[schema(example = "card_declined")]
    failure: Option<String>,
    asked_at: DateTime<Utc>,
    /// Until when its page is open.
    expires_at: DateTime<Utc>,
    paid_at: Option<DateTime<Utc>>,
    #[serde(skip)]
    place: payments::Place,
}

/// A test card.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TestCardInput {
    /// One of the test cards: never a real one.
    #[schema(example = "4242 4242 4242 4242")]
    number: String,
}

/// What the holder of a test card answers to its bank.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TestConfirmationInput {
    /// Whether it is them.
    #[schema(example = true)]
    confirmed: bool,
}

/// What became of a test card.
#[derive(Serialize, ToSchema)]
pub struct TestCardView {
    /// `paid`, `asked` (the holder is to confirm) or `refused`. What becomes of the payment is told as by any
    /// payment provider: a moment later.
    outcome: &'static str,
}

/// What my party paid or is to pay, the latest first.
#[utoipa::path(get, path = "/v1/payments", operation_id = "payments_list", tag = "payments", params(PageWanted), responses((status = 200, body = Page<PaymentView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let payer = talking(&caller)?.organization;
    let filters = ("payments", payer);
    let window: Window<payments::Place> = page::window(page.as_deref(), limit, &filters)?;
    let slice: Slice<PaymentView> = app
        .db
        .read(move |conn| {
            let slice = payments::list(conn, payer, &window)?;
            Ok(slice.map(|payment| PaymentView::from(&payment)))
        })
        .await?;
    page::answer(&request, slice, &filters, |view| view.place.clone())
}

/// A payment of my party.
#[utoipa::path(get, path = "/v1/payments/{id}", operation_id = "payments_get", tag = "payments", params(("id" = String, Path)), responses((status = 200, body = PaymentView)))]
pub async fn get(app: App, caller: Caller, id: Path<PaymentId>) -> Answer {
    let actor = caller.actor;
    let payment = app.db.read(move |conn| payments::get(conn, *id, &actor)).await?;
    reply::ok(&PaymentView::from(&payment))
}

/// Pays with a test card, where the built-in payment provider takes the payment.
#[utoipa::path(post, path = "/v1/payments/{id}/test-card", operation_id = "payments_test_card", tag = "payments", params(("id" = String, Path)), request_body = TestCardInput, responses((status = 200, body = TestCardView)))]
pub async fn test_card(
    app: App,
    caller: Caller,
    id: Path<PaymentId>,
    body: Body<TestCardInput>,
) -> Answer {
    let actor = caller.actor;
    let card = Card::parse(&body.value.number).map_err(|wrong| Fields::one("/number", wrong));
    let write = move |tx: &mut Tx<'_>| {
        let payment = in_sandbox(tx, *id, &actor)?;
        let card = card.clone()?;
        let outcome = sandbox::pay(tx, payment.id, card)?.as_str();
        Ok(Written::ok(TestCardView { outcome }))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Answers the question of the test card's bank (3-D Secure).
#[utoipa::path(post, path = "/v1/payments/{id}/test-confirmation", operation_id = "payments_test_confirmation", tag = "payments", params(("id" = String, Path)), request_body = TestConfirmationInput, responses((status = 200, body = TestCardView)))]
pub async fn test_confirmation(
    app: App,
    caller: Caller,
    id: Path<PaymentId>,
    body: Body<TestConfirmationInput>,
) -> Answer {
    let actor = caller.actor;
    let answer = if body.value.confirmed {
        sandbox::Confirmation::Given
    } else {
        sandbox::Confirmation::Refused
    };
    let write = move |tx: &mut Tx<'_>| {
        let payment = in_sandbox(tx, *id, &actor)?;
        let outcome = sandbox::confirm(tx, payment.id, answer)?.as_str();
        Ok(Written::ok(TestCardView { outcome }))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

fn in_sandbox(tx: &mut Tx<'_>, id: PaymentId, actor: &Actor) -> Result<Payment, Error> {
    let payment = payments::get(tx, id, actor)?;
    if payment.psp != Psp::Sandbox {
        return Err(PaymentRefusal::NotSandbox.into());
    }
    if !payment.state.is_waiting() {
        return Err(PaymentRefusal::PaymentOver.into());
    }
    Ok(payment)
}

/// Asks for the payment of a plan, for twelve months or what /v1/plans says; before the end of a paid plan it goes
/// on from that end.
#[utoipa::path(post, path = "/v1/plans/{plan}/buy", operation_id = "plans_buy", tag = "payments", params(("plan" = String, Path, description = "`vip_plus`"), ("Idempotency-Key" = String, Header)), request_body = Nothing, responses((status = 200, body = PaymentView)))]
pub async fn buy_plan(app: App, caller: Caller, plan: Path<String>, body: Body<Nothing>) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    body.once.require()?;
    let plan = Plan::from_word(&plan).filter(|plan| *plan == Plan::VipPlus);
    let plan = plan.ok_or_else(Problem::not_found)?;
    let (actor, psp, limits) = (caller.actor, app.settings.payments, app.settings.limits);
    let write = move |tx: &mut Tx<'_>| {
        let psp = psp.ok_or(PaymentRefusal::NoPayments)?;
        let organization = organizations::get(tx, actor.organization)?;
        organization.permits(OrganizationAction::BuyPlan, &actor, tx.now())?;
        if let Some(known) = payments::living_plan(tx, actor.organization)? {
            return Ok(Written::ok(PaymentView::from(&known)));
        }
        let net = plans::of(plan).price;
        let vat = net.times(limits.platform_vat.basis_points(), 10_000).unwrap_or(net);
        let amount = Money { amount: net.amount + vat.amount, ..net };
        let purpose = Purpose::Plan(plan, limits.plan_months);
        let payment =
            Payment::ask(tx.id(), actor.organization, purpose, (net, amount), psp, tx.now());
        payments::insert(tx, Some(&actor), &payment)?;
        Ok(Written::ok(PaymentView::from(&payment)))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

impl From<&Payment> for PaymentView {
    fn from(payment: &Payment) -> Self {
        let (mut order, mut milestone, mut plan, mut campaign) = (None, None, None, None);
        match payment.purpose {
            Purpose::Milestone(purse) => {
                (order, milestone) = (Some(purse.order.to_string()), Some(purse.milestone));
            }
            Purpose::Plan(bought, _) => plan = Some(bought.as_str()),
            Purpose::Campaign(id) => campaign = Some(id.to_string()),
        }
        Self {
            id: payment.id.to_string(),
            state: payment.state.as_str(),
            order,
            milestone,
            plan,
            campaign,
            net: payment.net.into(),
            amount: payment.amount.into(),
            provider: payment.psp.as_str(),
            url: payment.url.clone(),
            failure: payment.failure.clone(),
            asked_at: payment.created_at,
            expires_at: payment.expires_at,
            paid_at: payment.paid_at,
            place: (payment.created_at.timestamp_millis(), payment.id.to_string()),
        }
    }
}
