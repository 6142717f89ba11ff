//! Payouts: what a provider earned with kept funds, on its way to its bank.

use actix_web::{HttpRequest, http::StatusCode, web::Query};
use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error, Tx, ledger,
    outgoings::{self, Wanted},
    page::{Slice, Window},
    payout_accounts,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    ledger::Book,
    outgoings::{Outgoing, OutgoingKind},
    payments::{PaymentRefusal, Psp},
    payout_accounts::{AccountState, BankAccount, PayoutAccount, Sighting},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::Written,
    money::MoneyView,
    page::{self, Page, PageWanted},
    problem::{Answer, Problem},
    reply,
};

/// A payout.
#[derive(Serialize, ToSchema)]
pub struct PayoutView {
    #[schema(example = "out_01jd0000000000000000000000")]
    id: String,
    /// `created`, `sent`, `settled` or `failed` (it is owed again).
    state: &'static str,
    amount: MoneyView,
    /// Why it failed, in the payment provider's word.
    #[schema(example = "account_closed")]
    failure: Option<String>,
    started_at: DateTime<Utc>,
    settled_at: Option<DateTime<Utc>>,
    #[serde(skip)]
    place: outgoings::Place,
}

/// Where my party's money goes, and what it is owed.
#[derive(Serialize, ToSchema)]
pub struct PayoutAccountView {
    /// What was earned and not paid out yet.
    payable: MoneyView,
    /// `asked`, `onboarding` (a page of the payment provider's is to be filled in) or `ready`; null until one was
    /// given.
    state: Option<&'static str>,
    /// That page.
    url: Option<String>,
    /// Who holds the bank account; null until it was given.
    holder: Option<String>,
    /// The last characters of its number.
    #[schema(example = "0189")]
    ending: Option<String>,
    /// `sandbox` or `stripe`; null when this marketplace takes no payments.
    provider: Option<&'static str>,
    /// What I may do: `set_account` (with the sandbox), `onboard` (with Stripe), `pay_out`.
    actions: Vec<&'static str>,
}

/// A bank account.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BankAccountInput {
    /// Who holds it.
    #[schema(example = "Studio Lumière")]
    holder: String,
    /// Its IBAN. It is handed to the payment provider and not kept.
    #[schema(example = "FR76 3000 6000 0112 3456 7890 189")]
    iban: String,
}

/// What was paid out to my party, the latest first.
#[utoipa::path(get, path = "/v1/payouts", operation_id = "payouts_list", tag = "payments", params(PageWanted), responses((status = 200, body = Page<PayoutView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<PageWanted>,
) -> Answer {
    let to = paid(&caller)?.organization;
    let PageWanted { page, limit } = query.into_inner();
    let filters = ("payouts", to);
    let window: Window<outgoings::Place> = page::window(page.as_deref(), limit, &filters)?;
    let wanted = Wanted { to: Some(to), kind: Some(OutgoingKind::Payout), state: None };
    let slice: Slice<PayoutView> = app
        .db
        .read(move |conn| {
            let slice = outgoings::list(conn, wanted, &window)?;
            Ok(slice.map(|it| PayoutView::from(&it)))
        })
        .await?;
    page::answer(&request, slice, &filters, |view| view.place.clone())
}

/// Pays out now all that my party is owed. It also happens by itself when a delivery is accepted.
#[utoipa::path(post, path = "/v1/payouts", operation_id = "payouts_create", tag = "payments", params(("Idempotency-Key" = String, Header)), request_body = Nothing, responses((status = 200, body = PayoutView)))]
pub async fn create(app: App, caller: Caller, body: Body<Nothing>) -> Answer {
    let actor = paid(&caller)?;
    caller.require_manager()?;
    body.once.require()?;
    let write = move |tx: &mut Tx<'_>| {
        let payout = outgoings::pay_out(tx, Some(&actor), actor.organization)?;
        Ok(Written::ok(PayoutView::from(&payout)))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Where my party's money goes, and what it is owed.
#[utoipa::path(get, path = "/v1/payout-account", operation_id = "payouts_account", tag = "payments", responses((status = 200, body = PayoutAccountView)))]
pub async fn account(app: App, caller: Caller) -> Answer {
    let (actor, psp) = (paid(&caller)?, app.settings.payments);
    let may_set = caller.require_manager().is_ok();
    let view = app.db.read(move |conn| PayoutAccountView::read(conn, &actor, psp, may_set)).await?;
    reply::ok(&view)
}

/// Says where my party's money goes. What it is owed already leaves at once.
#[utoipa::path(put, path = "/v1/payout-account", operation_id = "payouts_set_account", tag = "payments", request_body = BankAccountInput, responses((status = 200, body = PayoutAccountView)))]
pub async fn set_account(app: App, caller: Caller, body: Body<BankAccountInput>) -> Answer {
    let actor = paid(&caller)?;
    caller.require_manager()?;
    let psp = app.settings.payments.ok_or(PaymentRefusal::NoPayments)?;
    if psp != Psp::Sandbox {
        return Err(PaymentRefusal::NotSandbox.into());
    }
    let bank = BankAccount::parse(&body.value.holder, &body.value.iban)?;
    let view = app
        .db
        .write(move |tx| {
            let sighting = Sighting::Ready {
                reference: sandbox_account(&actor, &bank),
                holder: bank.holder.clone(),
                ending: bank.iban.ending().to_owned(),
            };
            let now = tx.now();
            let known = payout_accounts::find(tx, actor.organization)?;
            let asked = known.unwrap_or(PayoutAccount::ask(actor.organization, psp, now));
            payout_accounts::set(tx, Some(&actor), &asked.see(sighting, now))?;
            PayoutAccountView::read(tx, &actor, Some(psp), true)
        })
        .await?;
    reply::ok(&view)
}

/// Asks the payment provider for the page where my party says where its money goes. Read the account again until it
/// has one; a page is good for a few minutes, so ask again to come back.
#[utoipa::path(post, path = "/v1/payout-account/onboard", operation_id = "payouts_onboard", tag = "payments", request_body = Nothing, responses((status = 200, body = PayoutAccountView)))]
pub async fn onboard(app: App, caller: Caller, body: Body<Nothing>) -> Answer {
    let actor = paid(&caller)?;
    caller.require_manager()?;
    let psp = app.settings.payments.ok_or(PaymentRefusal::NoPayments)?;
    if psp != Psp::Stripe {
        return Err(PaymentRefusal::OnlySandbox.into());
    }
    let write = move |tx: &mut Tx<'_>| {
        let now = tx.now();
        let known = payout_accounts::find(tx, actor.organization)?;
        let known = known.filter(|account| account.psp == psp);
        let asked = known.unwrap_or(PayoutAccount::ask(actor.organization, psp, now));
        let again = PayoutAccount { check_at: Some(now), url: None, ..asked };
        payout_accounts::set(tx, Some(&actor), &again)?;
        Ok(Written::ok(PayoutAccountView::read(tx, &actor, Some(psp), true)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// What the built-in payment provider calls a bank account: one whose number is all zeros is closed.
fn sandbox_account(actor: &Actor, bank: &BankAccount) -> String {
    let is_closed = bank.iban.account().bytes().all(|byte| byte == b'0');
    let ending = if is_closed { estrade_db::sandbox::CLOSED_ACCOUNT } else { "_open" };
    format!("sbx_{}{ending}", actor.organization)
}

/// Providers alone are paid.
fn paid(caller: &Caller) -> Result<Actor, Problem> {
    caller.require(OrganizationKind::Provider)?;
    Ok(caller.actor)
}

impl PayoutAccountView {
    fn read(
        conn: &mut Conn,
        actor: &Actor,
        psp: Option<Psp>,
        may_set: bool,
    ) -> Result<Self, Error> {
        let payable = ledger::balance(conn, Book::Payable(actor.organization))?;
        let account = payout_accounts::find(conn, actor.organization)?;
        let mut actions = Vec::new();
        if may_set && psp.is_some() {
            actions.push(if psp == Some(Psp::Stripe) { "onboard" } else { "set_account" });
            let is_ready = account.as_ref().is_some_and(|it| it.state == AccountState::Ready);
            if is_ready && payable.amount > 0 {
                actions.push("pay_out");
            }
        }
        let state = account.as_ref().map(|it| it.state.as_str());
        let url = account.as_ref().and_then(|it| it.url.clone());
        let ready = account.filter(|it| it.state == AccountState::Ready);
        let (holder, ending) = ready.map(|it| (it.holder, it.ending)).unzip();
        Ok(Self {
            payable: payable.into(),
            state,
            url,
            holder,
            ending,
            provider: psp.map(Psp::as_str),
            actions,
        })
    }
}

impl From<&Outgoing> for PayoutView {
    fn from(it: &Outgoing) -> Self {
        Self {
            id: it.id.to_string(),
            state: it.state.as_str(),
            amount: it.amount.into(),
            failure: it.failure.clone(),
            started_at: it.created_at,
            settled_at: it.settled_at,
            place: (it.created_at.timestamp_millis(), it.id.to_string()),
        }
    }
}
