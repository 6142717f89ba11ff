//! Hours of work by the hour: logged by the provider, seen by both sides, sheet by sheet.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Error, Tx,
    orders::{self, hours},
    page::{Slice, Window},
};
use estrade_domain::{
    ids::{HoursId, OrderId},
    orders::{Hours, Order, OrderAction, Timesheet, monday},
    world::{Instant, legal_day},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::Body,
    caller::Caller,
    idempotency::Written,
    money::MoneyView,
    page::{self, Page},
    problem::Answer,
    reply,
};

/// Which hours.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct HoursWanted {
    /// Those of one sheet: the number of its milestone.
    #[param(minimum = 1)]
    sheet: Option<u32>,
    /// The `next_page` of the page before.
    page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Hours to log.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoursInput {
    /// The day, from the beginning of the mission to today.
    #[serde(default)]
    #[schema(required, example = "2027-06-12")]
    day: String,
    /// How long: 15 to 1440, in steps of 15.
    #[serde(default)]
    #[schema(required, example = 150, minimum = 15, maximum = 1440)]
    minutes: u32,
    /// What was done, 1 to 200 characters.
    #[serde(default)]
    #[schema(required, example = "Montage de la scène")]
    what: String,
}

/// Hours that were logged.
#[derive(Debug, Serialize, ToSchema)]
pub struct HoursView {
    #[schema(example = "hrs_01jd0000000000000000000000")]
    id: String,
    /// The number of the milestone that they stand on; one more than there are while a sheet is with the client.
    sheet: u32,
    #[schema(example = "2027-06-12")]
    day: String,
    #[schema(example = 150)]
    minutes: u32,
    #[schema(example = "Montage de la scène")]
    what: String,
}

/// What was agreed by the hour.
#[derive(Serialize, ToSchema)]
pub struct TimesheetView {
    /// The net price of an hour.
    rate: MoneyView,
    /// VAT in basis points.
    vat_rate: i64,
    /// About how many hours in all.
    estimated_hours: u32,
    /// At most so many hours this week; null without a limit.
    weekly_hours: Option<u32>,
    /// How many from a Monday on, when the client wants fewer.
    lowered: Option<LoweredView>,
    /// All that was logged, in minutes.
    minutes: u32,
    /// What was logged this week, from Monday to Sunday, in minutes.
    minutes_this_week: u32,
    /// The sheet on which the caller logs hours now; null for who cannot. What stands on it, or after it, can be taken
    /// back.
    open_sheet: Option<u32>,
    /// The sheet that is filled while the client looks at the one before; it is no milestone yet.
    ahead: Option<SheetAheadView>,
    /// Since when no further sheet follows.
    stopped_at: Option<DateTime<Utc>>,
}

/// A sheet that comes.
#[derive(Serialize, ToSchema)]
pub struct SheetAheadView {
    number: u32,
    minutes: u32,
    /// VAT included.
    gross: MoneyView,
}

/// A limit that comes.
#[derive(Serialize, ToSchema)]
pub struct LoweredView {
    weekly_hours: u32,
    /// A Monday.
    #[schema(example = "2027-06-14")]
    from: String,
}

/// The hours that were logged on an order, the latest day first.
#[utoipa::path(get, path = "/v1/orders/{id}/hours", operation_id = "order_hours_list", tag = "orders", params(("id" = String, Path), HoursWanted), responses((status = 200, body = Page<HoursView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    id: Path<OrderId>,
    query: Query<HoursWanted>,
) -> Answer {
    let HoursWanted { sheet, page, limit } = query.into_inner();
    let filters = ("hours", id.to_string(), sheet);
    let window: Window<hours::HoursPlace> = page::window(page.as_deref(), limit, &filters)?;
    let actor = caller.actor;
    let slice: Slice<HoursView> = app
        .db
        .read(move |conn| {
            let order = orders::get(conn, *id, &actor)?;
            let found = hours::list(conn, order.id, sheet, &window)?;
            Ok(found.map(|it| HoursView::from(&it)))
        })
        .await?;
    page::answer(&request, slice, &filters, HoursView::place)
}

/// Logs hours on the sheet that is open: the one under way, or the next while the client looks at one. A sheet goes to
/// the client on the Monday after its week at noon (Paris), or before when it is delivered.
#[utoipa::path(post, path = "/v1/orders/{id}/hours", operation_id = "order_hours_log", tag = "orders", params(("id" = String, Path)), request_body = HoursInput, responses((status = 201, body = HoursView)))]
pub async fn log(app: App, caller: Caller, id: Path<OrderId>, body: Body<HoursInput>) -> Answer {
    let (actor, input) = (caller.actor, body.value);
    let write = move |tx: &mut Tx<'_>| {
        let (order, now) = (orders::get(tx, *id, &actor)?, tx.now());
        // Whoever may not log hears that before what is wrong with an hour.
        order.permits(OrderAction::LogHours, &actor, now)?;
        let new = order.parse_hours(&input.day, input.minutes, &input.what, now)?;
        let (change, logged) = order.log_hours(&actor, tx.id(), new, now)?;
        hours::log(tx, &actor, change, &logged)?;
        Ok(Written::created(HoursView::from(&logged), format!("/v1/orders/{}/hours", *id)))
    };
    body.once.write(&app, &caller, StatusCode::CREATED, write).await
}

/// Takes hours back that are not with the client yet.
#[utoipa::path(delete, path = "/v1/orders/{id}/hours/{hours}", operation_id = "order_hours_remove", tag = "orders", params(("id" = String, Path), ("hours" = String, Path)), responses((status = 204)))]
pub async fn remove(app: App, caller: Caller, path: Path<(OrderId, HoursId)>) -> Answer {
    let ((id, logged), actor) = (path.into_inner(), caller.actor);
    app.db
        .write(move |tx| {
            let (order, now) = (orders::get(tx, id, &actor)?, tx.now());
            let change = order.remove_hours(&actor, logged, now)?.ok_or(Error::NotFound)?;
            hours::remove(tx, &actor, change, logged).map(|_| ())
        })
        .await?;
    Ok(reply::no_content())
}

impl TimesheetView {
    pub(super) fn of(order: &Order, may_log: bool, now: Instant) -> Option<Self> {
        let it = order.timesheet.as_ref()?;
        let today = legal_day(now);
        let this_week = it.hours.iter().filter(|hours| monday(hours.day) == monday(today));
        let lowered = it.limit.lowered.filter(|&(_, from)| from > today);
        Some(Self {
            rate: it.rate.into(),
            vat_rate: it.vat_rate.basis_points(),
            estimated_hours: it.estimated_hours,
            weekly_hours: it.limit.on(today),
            lowered: lowered
                .map(|(weekly_hours, from)| LoweredView { weekly_hours, from: from.to_string() }),
            minutes: it.hours.iter().map(|hours| hours.minutes).sum(),
            minutes_this_week: this_week.map(|hours| hours.minutes).sum(),
            open_sheet: order.open_sheet().ok().filter(|_| may_log),
            ahead: SheetAheadView::of(order, it),
            stopped_at: it.stopped_at,
        })
    }
}

impl SheetAheadView {
    fn of(order: &Order, timesheet: &Timesheet) -> Option<Self> {
        let number = order.sheet_ahead()?;
        let (_, gross) = timesheet.price(number)?;
        Some(Self { number, minutes: timesheet.minutes(number), gross: gross.into() })
    }
}

impl HoursView {
    fn place(&self) -> hours::HoursPlace {
        (self.day.clone(), self.id.clone())
    }
}

impl From<&Hours> for HoursView {
    fn from(it: &Hours) -> Self {
        Self {
            id: it.id.to_string(),
            sheet: it.sheet,
            day: it.day.to_string(),
            minutes: it.minutes,
            what: it.what.clone(),
        }
    }
}
