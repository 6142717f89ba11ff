//! Notices: what happened, for the person who is logged in.

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Error,
    notices::{self, Notice},
};
use estrade_domain::ids::NoticeId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::Written,
    page::{self, Page},
    problem::Answer,
};

/// Beyond this there are « many » unread notices.
const MANY: i64 = 100;

/// Which notices.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Only those not read yet.
    #[serde(default)]
    unread: bool,
    /// The `next_page` of the page before.
    page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Something that happened.
#[derive(Serialize, ToSchema)]
pub struct NoticeView {
    /// The notice's id.
    #[schema(example = "ntc_01jd0000000000000000000000")]
    id: String,
    /// What kind of thing happened.
    #[schema(example = "lot.chosen")]
    kind: String,
    /// The id of what it is about.
    subject: String,
    /// En français.
    title_fr: String,
    /// In English.
    title_en: String,
    /// Where it leads: a path of the application.
    #[schema(example = "/mes-evenements")]
    path: String,
    /// Names and ids of what it is about.
    #[schema(value_type = Object)]
    params: Map<String, Value>,
    /// When it happened.
    created_at: DateTime<Utc>,
    /// When this person read it.
    read_at: Option<DateTime<Utc>>,
}

/// How many notices are left to read.
#[derive(Serialize, ToSchema)]
pub struct Unread {
    /// At most 100: there may be more.
    unread_notices: i64,
}

#[derive(Deserialize)]
struct Payload {
    title_fr: String,
    title_en: String,
    path: String,
    #[serde(default)]
    params: Map<String, Value>,
}

/// My notices, the newest first.
#[utoipa::path(get, path = "/v1/notices", operation_id = "notices_list", tag = "notices", params(Wanted), responses((status = 200, body = Page<NoticeView>)))]
pub async fn list(app: App, caller: Caller, request: HttpRequest, query: Query<Wanted>) -> Answer {
    let Wanted { unread, page, limit } = query.into_inner();
    let filters = ("notices", caller.actor.account, unread);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let account = caller.actor.account;
    let slice = app.db.read(move |conn| notices::list(conn, account, unread, &window)).await?;
    let views: Result<Vec<NoticeView>, Error> =
        slice.items.into_iter().map(NoticeView::try_from).collect();
    let slice = estrade_db::page::Slice { items: views?, more: slice.more };
    page::answer(&request, slice, &filters, |view| view.id.clone())
}

/// I have read this one.
#[utoipa::path(post, path = "/v1/notices/{id}/read", operation_id = "notices_read", tag = "notices", params(("id" = String, Path)), responses((status = 200, body = NoticeView)))]
pub async fn read(app: App, caller: Caller, id: Path<NoticeId>, body: Body<Nothing>) -> Answer {
    let account = caller.actor.account;
    body.once
        .write(&app, &caller, StatusCode::OK, move |tx| {
            let notice = notices::mark_read(tx, *id, account)?;
            Ok(Written::ok(NoticeView::try_from(notice)?))
        })
        .await
}

/// I have read them all.
#[utoipa::path(post, path = "/v1/notices/read-all", operation_id = "notices_read_all", tag = "notices", responses((status = 200, body = Unread)))]
pub async fn read_all(app: App, caller: Caller, body: Body<Nothing>) -> Answer {
    let account = caller.actor.account;
    body.once
        .write(&app, &caller, StatusCode::OK, move |tx| {
            notices::mark_all_read(tx, account)?;
            let unread_notices = notices::count_unread(tx, account, MANY)?;
            Ok(Written::ok(Unread { unread_notices }))
        })
        .await
}

impl TryFrom<Notice> for NoticeView {
    type Error = Error;

    fn try_from(notice: Notice) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("notices", &notice.id);
        let instant = |ms| DateTime::from_timestamp_millis(ms).ok_or_else(corrupt);
        let payload: Payload = serde_json::from_str(&notice.payload).map_err(|_| corrupt())?;
        Ok(Self {
            created_at: instant(notice.created_at)?,
            read_at: notice.read_at.map(instant).transpose()?,
            id: notice.id,
            kind: notice.kind,
            subject: notice.subject,
            title_fr: payload.title_fr,
            title_en: payload.title_en,
            path: payload.path,
            params: payload.params,
        })
    }
}
