//! Advertising as the operator sees it: the campaigns that were paid, one of which it may stop, and how often the pages
//! with a place for a banner are looked at, so that their prices can follow.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::Days;
use estrade_db::{
    Conn, Error, audience, campaigns,
    page::{Slice, Window},
};
use estrade_domain::{
    actor::Actor,
    campaigns::{Campaign, CampaignStatus, Placement, day_price},
    fields::Fields,
    ids::CampaignId,
    organizations::Plan,
    text,
    world::{Instant, legal_day},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Operator;
use crate::{
    app::{App, Settings},
    body::Body,
    campaigns::{CampaignView, Seen},
    idempotency::Written,
    money::MoneyView,
    page::{self, Page},
    problem::Answer,
    reference::All,
    reply,
    tenders::{PartyView, parties},
};

/// Views are told of so many days, today included.
const REPORT_DAYS: u64 = 30;

/// Which campaigns.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CampaignsWanted {
    /// `scheduled`, `running`, `ended` or `stopped`; all that were paid when absent.
    status: Option<String>,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// A campaign and whose it is.
#[derive(Serialize, ToSchema)]
pub struct OperatorCampaignView {
    campaign: CampaignView,
    provider: PartyView,
}

/// Why a campaign is stopped.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CampaignStop {
    /// Told to its provider and kept in the log.
    #[schema(example = "Cette bannière promet des prix qui ne sont pas sur le site.")]
    reason: String,
}

/// A page with a place for a banner.
#[derive(Serialize, ToSchema)]
pub struct PlacementView {
    /// `home`, `directory`, `tenders`, `tender` or `provider`.
    placement: &'static str,
    /// How often it was shown in the last 30 days, with a banner or without.
    views: i64,
    /// What a day on it costs, without VAT; set by `ESTRADE_BANNER_CENTS_…`.
    day_price: MoneyView,
}

/// The campaigns that were paid, the latest first.
#[utoipa::path(get, path = "/v1/operator/campaigns", operation_id = "operator_list_campaigns", tag = "operator", params(CampaignsWanted), responses((status = 200, body = Page<OperatorCampaignView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    operator: Operator,
    query: Query<CampaignsWanted>,
) -> Answer {
    let filters = ("operator campaigns", &query.status);
    let window: Window<campaigns::Place> =
        page::window(query.page.as_deref(), query.limit, &filters)?;
    let mut fields = Fields::default();
    let status = fields.take_if("/status", query.status.as_deref(), |word| {
        CampaignStatus::from_word(word).ok_or_else(text::unknown_choice)
    });
    fields.check()?;
    let (status, state, now) = (status.flatten(), app.clone(), app.now());
    let actor = operator.0.actor;
    let slice = app.db.read(move |conn| {
        let Slice { items, more } = campaigns::paid(conn, status, now, &window)?;
        Ok(Slice { items: views(conn, &items, &actor, &state.settings, now)?, more })
    });
    let place = |view: &OperatorCampaignView| view.campaign.place_among_paid();
    page::answer(&request, slice.await?, &filters, place)
}

/// Takes the banner of a campaign off. Its provider is told why; nothing is refunded by itself.
#[utoipa::path(post, path = "/v1/operator/campaigns/{id}/stop", operation_id = "operator_stop_campaign", tag = "operator", params(("id" = String, Path)), request_body = CampaignStop, responses((status = 200, body = OperatorCampaignView)))]
pub async fn stop(
    app: App,
    operator: Operator,
    id: Path<CampaignId>,
    body: Body<CampaignStop>,
) -> Answer {
    let (actor, state) = (operator.0.actor, app.clone());
    let reason = text::paragraphs(&body.value.reason, 2000)
        .map_err(|wrong| Fields::one("/reason", wrong))?;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let now = tx.now();
            let change = campaigns::of_id(tx, *id)?.stop(&actor, reason.clone(), now)?;
            let after = campaigns::record(tx, Some(&actor), change)?;
            let view = views(tx, &[after], &actor, &state.settings, now)?.pop();
            Ok(Written::ok(view.ok_or(Error::NotFound)?))
        })
        .await
}

/// How often each page with a place for a banner was shown in the last 30 days, and what a day on it costs.
#[utoipa::path(get, path = "/v1/operator/placements", operation_id = "operator_list_placements", tag = "operator", responses((status = 200, body = All<PlacementView>)))]
pub async fn placements(app: App, _operator: Operator) -> Answer {
    let today = legal_day(app.now());
    let since = today.checked_sub_days(Days::new(REPORT_DAYS - 1)).unwrap_or(today);
    let counts = app.db.read(move |conn| audience::of_pages(conn, since)).await?;
    let view = |placement: &Placement| PlacementView {
        placement: placement.as_str(),
        views: counts.get(placement.as_str()).map_or(0, |count| count.views),
        day_price: day_price(*placement, &app.settings.limits).into(),
    };
    reply::ok(&All::new(Placement::ALL.iter().map(view).collect()))
}

fn views(
    conn: &mut Conn,
    campaigns: &[Campaign],
    actor: &Actor,
    settings: &Settings,
    now: Instant,
) -> Result<Vec<OperatorCampaignView>, Error> {
    let providers: Vec<_> = campaigns.iter().map(|campaign| campaign.provider).collect();
    let parties = parties(conn, &providers)?;
    let counts = audience::of_campaigns(conn, campaigns.iter().map(|campaign| campaign.id))?;
    // Their price is what was paid, whatever the plan is now.
    let seen = Seen { actor, plan: Plan::Free, settings, now };
    campaigns
        .iter()
        .map(|campaign| {
            let provider = parties.get(&campaign.provider).cloned();
            let provider = provider.ok_or_else(|| Error::corrupt("campaigns", campaign.id))?;
            Ok(OperatorCampaignView {
                campaign: CampaignView::new(campaign, &counts, &seen),
                provider,
            })
        })
        .collect()
}
