//! A provider's advertising campaigns: what they cost, drafts, and their payment (S1-140 to S1-145).
//!
//! A campaign of somebody else's answers as one that does not exist, until the public sees its banner.

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
    Conn, Error, Tx, audience, campaigns, organizations,
    page::{Slice, Window},
    payments,
};
use estrade_domain::{
    actor::OrganizationKind,
    campaigns::{Campaign, CampaignAction, CampaignRefusal, Due, Price},
    ids::{CampaignId, OrganizationId},
    organizations::Plan,
    payments::{Payment, PaymentRefusal, Purpose},
    world::{Instant, legal_day},
};

use crate::{
    app::{App, Settings},
    body::{Body, Nothing},
    caller::Caller,
    idempotency::Written,
    if_match::IfMatch,
    page::{self, Page, PageWanted},
    payments::PaymentView,
    problem::Answer,
    reply,
};

/// What a campaign may be, and what each choice costs for me.
#[utoipa::path(get, path = "/v1/campaigns/prices", operation_id = "campaigns_prices", tag = "campaigns", responses((status = 200, body = CampaignChoicesView)))]
pub async fn prices(app: App, caller: Caller) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let (provider, now) = (caller.actor.organization, app.now());
    let plan = app.db.read(move |conn| plan_of(conn, provider, now)).await?;
    reply::ok(&CampaignChoicesView::new(plan, &app.settings, now))
}

/// My campaigns, the latest first.
#[utoipa::path(get, path = "/v1/campaigns", operation_id = "campaigns_list", tag = "campaigns", params(PageWanted), responses((status = 200, body = Page<CampaignView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<PageWanted>,
) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let (actor, now) = (caller.actor, app.now());
    let filters = ("campaigns", actor.organization);
    let window: Window<campaigns::Place> =
        page::window(query.page.as_deref(), query.limit, &filters)?;
    let state = app.clone();
    let slice = app.db.read(move |conn| {
        let Slice { items, more } = campaigns::mine(conn, actor.organization, &window)?;
        let plan = plan_of(conn, actor.organization, now)?;
        let counts = audience::of_campaigns(conn, items.iter().map(|campaign| campaign.id))?;
        let seen = Seen { actor: &actor, plan, settings: &state.settings, now };
        let view = |campaign| CampaignView::new(campaign, &counts, &seen);
        Ok(Slice { items: items.iter().map(view).collect(), more })
    });
    page::answer(&request, slice.await?, &filters, CampaignView::place)
}

/// One of my campaigns.
#[utoipa::path(get, path = "/v1/campaigns/{id}", operation_id = "campaigns_get", tag = "campaigns", params(("id" = String, Path)), responses((status = 200, body = CampaignView)))]
pub async fn get(app: App, caller: Caller, id: Path<CampaignId>) -> Answer {
    let state = app.clone();
    let view = app.db.read(move |conn| {
        let campaign = campaigns::owned_by(conn, *id, &caller.actor)?;
        view(conn, &state.settings, &caller, &campaign, state.now())
    });
    reply::ok(&view.await?)
}

/// « Créer la campagne »: a draft, until it is paid. Its banner is a file that was sent with `?purpose=banner`.
#[utoipa::path(post, path = "/v1/campaigns", operation_id = "campaigns_create", tag = "campaigns", request_body = CampaignInput, responses((status = 201, body = CampaignView)))]
pub async fn create(app: App, caller: Caller, body: Body<CampaignInput>) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let (state, of, input) = (app.clone(), caller.clone(), body.value);
    let write = move |tx: &mut Tx<'_>| {
        let actor = of.actor;
        // One at a time: two at once would pass the limit.
        organizations::lock(tx, actor.organization)?;
        let provider = organizations::get(tx, actor.organization)?;
        let (drafts, now) = (campaigns::count_drafts(tx, provider.id)?, tx.now());
        Campaign::may_be_begun(&actor, &provider, drafts, now)?;
        let content = input.clone().over(None, legal_day(now))?;
        let change = Campaign::begin(&actor, (&provider, drafts), tx.id(), content, now)?;
        let campaign = campaigns::insert(tx, &actor, change)?;
        let location = format!("/v1/campaigns/{}", campaign.id);
        Ok(Written::created(view(tx, &state.settings, &of, &campaign, now)?, location))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// Changes what a draft says; what is absent stays. A payment page that is open for it buys it no more.
#[utoipa::path(patch, path = "/v1/campaigns/{id}", operation_id = "campaigns_update", tag = "campaigns", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = CampaignInput, responses((status = 200, body = CampaignView)))]
pub async fn update(
    app: App,
    caller: Caller,
    if_match: IfMatch,
    id: Path<CampaignId>,
    body: Body<CampaignInput>,
) -> Answer {
    let (state, input) = (app.clone(), body.value);
    let view = app.db.write(move |tx| {
        let (actor, now) = (caller.actor, tx.now());
        let campaign = campaigns::owned_by(tx, *id, &actor)?;
        if_match.check(campaign.version)?;
        campaign.permits(CampaignAction::Edit, &actor, now)?;
        let content = input.clone().over(Some(&campaign.content), legal_day(now))?;
        let change = campaign.edit(&actor, content, now)?;
        let campaign = campaigns::record_content(tx, &actor, change)?;
        view(tx, &state.settings, &caller, &campaign, now)
    });
    reply::ok(&view.await?)
}

/// Deletes a draft.
#[utoipa::path(delete, path = "/v1/campaigns/{id}", operation_id = "campaigns_delete", tag = "campaigns", params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 204)))]
pub async fn delete(app: App, caller: Caller, if_match: IfMatch, id: Path<CampaignId>) -> Answer {
    let actor = caller.actor;
    app.db
        .write(move |tx| {
            let campaign = campaigns::owned_by(tx, *id, &actor)?;
            if_match.check(campaign.version)?;
            let change = campaign.delete(&actor, tx.now())?;
            campaigns::record(tx, Some(&actor), change).map(drop)
        })
        .await?;
    Ok(reply::no_content())
}

/// Asks for the payment of a campaign; asked again while its page is open, the same payment. The discount of VIP+ is
/// taken off by itself.
#[utoipa::path(post, path = "/v1/campaigns/{id}/pay", operation_id = "campaigns_pay", tag = "campaigns", params(("id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = Nothing, responses((status = 200, body = PaymentView)))]
pub async fn pay(app: App, caller: Caller, id: Path<CampaignId>, body: Body<Nothing>) -> Answer {
    body.once.require()?;
    let (actor, state) = (caller.actor, app.clone());
    let write = move |tx: &mut Tx<'_>| {
        let (settings, now) = (&state.settings, tx.now());
        let campaign = campaigns::owned_by(tx, *id, &actor)?;
        campaign.permits(CampaignAction::Pay, &actor, now)?;
        let psp = settings.payments.ok_or(PaymentRefusal::NoPayments)?;
        let provider = organizations::get(tx, campaign.provider)?;
        let plan = provider.plan_at(now).ok_or(CampaignRefusal::NoPlan)?;
        let price = price_of(&campaign, plan, settings);
        let sums = (price.net(), price.gross(settings.limits.platform_vat));
        if let Some(due) = campaign.due {
            let known = payments::of_id(tx, due.payment)?;
            if known.state.is_waiting() && due.price == price && known.amount == sums.1 {
                return Ok(Written::ok(PaymentView::from(&known)));
            }
        }
        let purpose = Purpose::Campaign(campaign.id);
        let payment = Payment::ask(tx.id(), campaign.provider, purpose, sums, psp, now);
        payments::insert(tx, Some(&actor), &payment)?;
        let change = campaign.ask(&actor, Due { payment: payment.id, price }, now)?;
        campaigns::record(tx, Some(&actor), change)?;
        Ok(Written::ok(PaymentView::from(&payment)))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// The plan whose prices a provider sees; without one, those of FREE, which it would have to choose.
fn plan_of(conn: &mut Conn, provider: OrganizationId, now: Instant) -> Result<Plan, Error> {
    Ok(organizations::get(conn, provider)?.plan_at(now).unwrap_or(Plan::Free))
}

fn price_of(campaign: &Campaign, plan: Plan, settings: &Settings) -> Price {
    let content = &campaign.content;
    Price::of(content.placement, content.days, plan, &settings.limits)
}

fn view(
    conn: &mut Conn,
    settings: &Settings,
    caller: &Caller,
    campaign: &Campaign,
    now: Instant,
) -> Result<CampaignView, Error> {
    let plan = plan_of(conn, campaign.provider, now)?;
    let counts = audience::of_campaigns(conn, std::iter::once(campaign.id))?;
    let seen = Seen { actor: &caller.actor, plan, settings, now };
    Ok(CampaignView::new(campaign, &counts, &seen))
}
