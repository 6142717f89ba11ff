//! Missions in work that cannot go on by themselves: the operator ends them, so that nobody waits for ever.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error,
    missions::{self, Mission, Place},
    offers,
    page::Slice,
    tenders,
};
use estrade_domain::{
    fields::Fields, ids::LotId, lots::LotState, offers::Stuck, organizations::Organization, text,
    world::Instant,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Operator;
use crate::{
    app::App,
    body::Body,
    idempotency::Written,
    page::{self, Page, PageWanted},
    problem::Answer,
    tenders::TenderHead,
};

/// A mission as the operator sees it.
#[derive(Serialize, ToSchema)]
pub struct MissionView {
    /// The lot.
    #[schema(example = "lot_01jd0000000000000000000000")]
    id: String,
    /// The slug of the trade.
    trade: String,
    /// `in_work`; `done` once it is ended.
    status: &'static str,
    /// When the provider confirmed.
    started_at: Option<DateTime<Utc>>,
    /// `client_gone`, `provider_gone` or `overdue`; null when it can go on by itself.
    stuck: Option<&'static str>,
    tender: TenderHead,
    client: MissionPartyView,
    provider: MissionPartyView,
    /// `end`, or nothing.
    actions: Vec<&'static str>,
    #[serde(skip)]
    #[schema(ignore)]
    place: Place,
}

/// A side of a mission.
#[derive(Serialize, ToSchema)]
pub struct MissionPartyView {
    id: String,
    handle: String,
    name: String,
    /// `open`, `closed` or `erased`.
    state: &'static str,
}

/// Why a mission is ended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MissionEnd {
    /// Kept in the log.
    reason: String,
}

/// Missions that cannot go on by themselves, those of longest standing first.
#[utoipa::path(get, path = "/v1/operator/lots", operation_id = "operator_list_lots", tag = "operator", params(PageWanted), responses((status = 200, body = Page<MissionView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<PageWanted>,
) -> Answer {
    let window = page::window(query.page.as_deref(), query.limit, &())?;
    let now = app.now();
    let slice = app.db.read(move |conn| {
        let Slice { items, more } = missions::stuck(conn, now, &window)?;
        let views = items.iter().map(|mission| view(conn, mission, now));
        Ok(Slice { items: views.collect::<Result<_, _>>()?, more })
    });
    page::answer(&request, slice.await?, &(), |view| view.place.clone())
}

/// Ends a mission that its client cannot end: a side is gone, or the event was over thirty days ago.
#[utoipa::path(post, path = "/v1/operator/lots/{id}/end", operation_id = "operator_end_lot", tag = "operator", params(("id" = String, Path)), request_body = MissionEnd, responses((status = 200, body = MissionView)))]
pub async fn end(app: App, operator: Operator, id: Path<LotId>, body: Body<MissionEnd>) -> Answer {
    let actor = operator.0.actor;
    let reason = text::paragraphs(&body.value.reason, 2000)
        .map_err(|wrong| Fields::one("/reason", wrong))?;
    body.once
        .write(&app, &operator.0, StatusCode::OK, move |tx| {
            let Mission { deal: seen, order, client, provider } = missions::get(tx, *id)?;
            let now = tx.now();
            let sides = (&client, &provider);
            let change = seen.clone().end_stuck(&actor, order.clone(), sides, &reason, now)?;
            let deal = offers::end_stuck(tx, &actor, change, &seen)?;
            Ok(Written::ok(view(tx, &Mission { deal, order, client, provider }, now)?))
        })
        .await
}

fn view(conn: &mut Conn, mission: &Mission, now: Instant) -> Result<MissionView, Error> {
    let Mission { deal, order, client, provider } = mission;
    let head = tenders::heads(conn, &[deal.lot.tender])?.remove(&deal.lot.tender);
    let started_at = match deal.lot.state {
        LotState::InWork { started_at, .. } | LotState::Done { started_at, .. } => Some(started_at),
        _ => None,
    };
    let stuck = deal.stuck(order, client.state, provider.state, now);
    Ok(MissionView {
        id: deal.lot.id.to_string(),
        trade: deal.lot.trade.clone(),
        status: deal.lot.status().as_str(),
        started_at,
        stuck: stuck.map(Stuck::as_str),
        tender: head.ok_or_else(|| Error::corrupt("tenders", deal.lot.tender))?.into(),
        client: MissionPartyView::from(client),
        provider: MissionPartyView::from(provider),
        actions: stuck.map(|_| "end").into_iter().collect(),
        place: (
            started_at.map(|at| at.timestamp_millis()).unwrap_or_default(),
            deal.lot.id.to_string(),
        ),
    })
}

impl From<&Organization> for MissionPartyView {
    fn from(party: &Organization) -> Self {
        Self {
            id: party.id.to_string(),
            handle: party.handle.to_string(),
            name: party.name.clone(),
            state: party.state.as_str(),
        }
    }
}
