//! Files: what people send beside their words, and its bytes for whoever may see it.
//!
//! Every GET asks the database again, so that what is let go of or taken off the shelf is gone at once.

mod ranges;
mod shelf;
mod upload;
mod views;

pub use shelf::Shelf;
pub use upload::UploadForm;
pub use views::*;

use std::ops::Range;

use actix_multipart::Multipart;
use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder,
    http::{
        StatusCode,
        header::{
            self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
        },
    },
    web::{Path, Query},
};
use estrade_db::{Conn, Error, Tx, files};
use estrade_domain::{
    files::{File, Purpose, Rendition},
    ids::FileId,
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    caller::{Caller, HINT_COOKIE, Visitor},
    conversations::talking,
    idempotency::{Written, is_fresh},
    problem::{Answer, Problem},
    reply,
};

/// A browser that opens it draws nothing and runs nothing, whatever it takes it for.
pub(crate) const SEALED: &str = "default-src 'none'; sandbox";

/// What a file is sent for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SendWanted {
    /// `attachment`, when it is absent: to go with a message or to show a service. `delivery`, for providers: to be
    /// handed over with an order; then a file of any type is taken and kept byte for byte. `banner`, for providers: a
    /// picture of 728 × 90 or 300 × 250 pixels, or more in the same proportions, drawn anew in that size.
    #[param(inline)]
    purpose: Option<PurposeWanted>,
}

/// What a file is sent for.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PurposeWanted {
    /// To go with a message or to show a service.
    Attachment,
    /// To be handed over.
    Delivery,
    /// To be shown in a campaign.
    Banner,
}

/// Which bytes, and for what.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ContentWanted {
    /// To be drawn in a page rather than kept: pictures alone, which were drawn anew here.
    #[serde(default)]
    inline: bool,
    /// Of a picture, at most 640 pixels wide and high.
    #[serde(default)]
    small: bool,
}

/// Sends a file: `curl -F file=@plan.pdf`. It is to be attached to a message or a service within 24 hours, or it
/// is erased. 20 MB at most; its content says what it is, and pictures are drawn anew. With `?purpose=delivery` it is
/// to be handed over with an order, of any type and kept as it is.
#[utoipa::path(post, path = "/v1/files", operation_id = "files_send", tag = "files", params(SendWanted), request_body(content = UploadForm, content_type = "multipart/form-data"), responses((status = 201, body = FileView)))]
pub async fn send(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<SendWanted>,
    form: Multipart,
) -> Answer {
    let actor = talking(&caller)?;
    let purpose = query.purpose();
    // Before anything is read for it.
    app.db
        .read(move |conn| {
            let loose = files::count_loose(conn, actor.organization)?;
            Ok(File::may_be_sent(&actor, purpose, loose)?)
        })
        .await?;
    let sent = upload::receive(&app, &request, form).await?;
    let once = sent.once(&request, purpose)?;
    // A repetition is answered before anything is kept for it.
    if let Some(answer) = once.answered(&app, &caller).await? {
        return Ok(answer);
    }
    let id = upload::keep(&app, actor, purpose, sent).await?;
    let write = move |tx: &mut Tx<'_>| {
        let change = files::incoming(tx, id)?.arrive(tx.now())?;
        let file = files::record(tx, &actor, change)?;
        Ok(Written::created(FileView::from(&file), format!("/v1/files/{id}")))
    };
    let answer = once.write(&app, &caller, StatusCode::CREATED, write).await;
    // Two at the same moment: the second is answered as the first was, and nothing is kept of it.
    if !answer.as_ref().is_ok_and(is_fresh) {
        app.db.write(move |tx| files::give_up(tx, id)).await?;
    }
    answer
}

/// What a file is. Its sender's organization sees it; once it is attached to a message, both sides of that
/// conversation do; as a photo of a service in the catalogue or as a banner that is shown, everyone does. Of a delivery, its client does once it has
/// accepted the milestone, and never before.
#[utoipa::path(get, path = "/v1/files/{id}", operation_id = "files_get", tag = "files", security((), ("session" = []), ("api_key" = [])), params(("id" = String, Path)), responses((status = 200, body = FileView)))]
pub async fn get(app: App, visitor: Visitor, request: HttpRequest, id: Path<FileId>) -> Answer {
    let file = seen(&app, &visitor, &request, *id).await?;
    reply::ok(&FileView::from(&file))
}

/// The bytes of a file, for those who see it; with `Range` one part of them, as a player asks that jumps within a
/// recording. Each part asks again who may see it.
#[utoipa::path(get, path = "/v1/files/{id}/content", operation_id = "files_get_content", tag = "files", security((), ("session" = []), ("api_key" = [])), params(("id" = String, Path), ("Range" = Option<String>, Header, description = "`bytes=0-1023`: one part of the whole file."), ContentWanted), responses((status = 200, content_type = "*/*", description = "The bytes; `Content-Type` says what they are."), (status = 206, content_type = "*/*", description = "The part that `Range` asks for; `Content-Range` says where it lies."), (status = 304, description = "The same bytes as `If-None-Match` names.")))]
pub async fn content(
    app: App,
    visitor: Visitor,
    request: HttpRequest,
    id: Path<FileId>,
    query: Query<ContentWanted>,
) -> Answer {
    let file = seen(&app, &visitor, &request, *id).await?;
    let is_picture = file.holding.picture.is_some();
    let rendition = if query.small && is_picture { Rendition::Small } else { Rendition::Whole };
    let etag = format!("\"{}-{}\"", file.holding.sha256, rendition.as_str());
    let mut response = HttpResponse::Ok();
    // It may be kept by the browser, and is asked for again each time.
    response.insert_header((header::CACHE_CONTROL, "private, no-cache"));
    response.insert_header((header::ETAG, etag.as_str()));
    response.insert_header((header::CONTENT_SECURITY_POLICY, SEALED));
    if is_known(&request, &etag) {
        return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
    }
    response.insert_header(disposition(&file, query.inline && is_picture));
    response.content_type(file.holding.media.as_str());
    let part = match rendition {
        Rendition::Whole => part_of(&file, &request, &etag, &mut response)?,
        // Made for lists, and too small to be asked for in parts.
        Rendition::Small => None,
    };
    app.files.open(*id, rendition, part).await.map(|bytes| response.body(bytes))
}

/// The part that is asked for, told in the answer.
fn part_of(
    file: &File,
    request: &HttpRequest,
    etag: &str,
    response: &mut HttpResponseBuilder,
) -> Result<Option<Range<u64>>, Problem> {
    let size = file.holding.size_bytes;
    response.insert_header((header::ACCEPT_RANGES, "bytes"));
    let part = ranges::wanted(request, etag, size)?;
    if let Some(part) = &part {
        response.status(StatusCode::PARTIAL_CONTENT);
        response.insert_header((header::CONTENT_RANGE, ranges::described(part, size)));
    }
    Ok(part)
}

impl SendWanted {
    fn purpose(&self) -> Purpose {
        match self.purpose {
            None | Some(PurposeWanted::Attachment) => Purpose::Attachment,
            Some(PurposeWanted::Delivery) => Purpose::Delivery,
            Some(PurposeWanted::Banner) => Purpose::Banner,
        }
    }
}

/// The file, as long as this person sees it. A browser whose access token has run out is asked to renew its
/// session, or it would take its own file for one that does not exist.
async fn seen(
    app: &App,
    visitor: &Visitor,
    request: &HttpRequest,
    id: FileId,
) -> Result<File, Problem> {
    let actor = visitor.0.as_ref().map(|caller| caller.actor);
    let (limits, now) = (app.settings.limits, app.now());
    let seen = move |conn: &mut Conn| files::seen_by(conn, id, actor.as_ref(), &limits, now);
    let found = app.db.read(seen).await;
    match found {
        Err(Error::NotFound) if actor.is_none() && request.cookie(HINT_COOKIE).is_some() => {
            Err(Problem::unauthenticated())
        }
        found => Ok(found?),
    }
}

pub(crate) fn is_known(request: &HttpRequest, etag: &str) -> bool {
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known.is_some_and(|list| list.split(',').any(|one| one.trim().trim_start_matches("W/") == etag))
}

fn disposition(file: &File, inline: bool) -> ContentDisposition {
    let value = file.holding.name.clone().into_bytes();
    let charset = Charset::Ext("UTF-8".to_owned());
    let name = ExtendedValue { charset, language_tag: None, value };
    let disposition = if inline { DispositionType::Inline } else { DispositionType::Attachment };
    ContentDisposition { disposition, parameters: vec![DispositionParam::FilenameExt(name)] }
}
