//! Answers: JSON that nobody caches, with the version of what is shown as its `ETag`.

use actix_web::{HttpResponse, HttpResponseBuilder, http::header};
use serde::{Deserialize, Serialize};

use crate::problem::{Answer, Problem};

/// 200 with a view.
pub fn ok<V: Serialize>(view: &V) -> Answer {
    let json = serde_json::to_string(view).map_err(|_| Problem::internal())?;
    Ok(finish(HttpResponse::Ok(), json))
}

/// 204.
#[must_use]
pub fn no_content() -> HttpResponse {
    HttpResponse::NoContent().insert_header((header::CACHE_CONTROL, "no-store")).finish()
}

#[derive(Deserialize)]
struct Versioned {
    version: Option<i32>,
}

/// Ends an answer whose body is this JSON. A view with a `version` is what `If-Match` can name.
pub(crate) fn finish(mut response: HttpResponseBuilder, json: String) -> HttpResponse {
    if let Ok(Versioned { version: Some(version) }) = serde_json::from_str(&json) {
        response.insert_header((header::ETAG, format!("\"{version}\"")));
    }
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if json == "null" {
        return response.status(actix_web::http::StatusCode::NO_CONTENT).finish();
    }
    response.content_type("application/json").body(json)
}
