//! Lists: `{items, next_page}` with an opaque token that is bound to its filters.

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder,
    http::header::{self, ContentType},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use estrade_db::page::{Listed, Slice, Window};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use utoipa::{IntoParams, ToSchema};

use crate::problem::{Answer, Problem};

const DEFAULT_LIMIT: i64 = 20;
/// The most items of one page.
pub const HIGHEST_LIMIT: i64 = 100;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Give it as `page` to get what follows; null on the last page.
    pub next_page: Option<String>,
}

/// Which page of a list that has no filters.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PageWanted {
    /// The `next_page` of the page before.
    pub page: Option<String>,
    /// Items per page, 1 to 100, 20 when absent.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct Token<K> {
    after: K,
    filters: String,
}

/// Which page a request wants. `filters` is what the token is bound to: everything but `page` and `limit`.
pub fn window<K: DeserializeOwned>(
    page: Option<&str>,
    limit: Option<i64>,
    filters: &impl Serialize,
) -> Result<Window<K>, Problem> {
    let limit = limit.unwrap_or(DEFAULT_LIMIT);
    if !(1..=HIGHEST_LIMIT).contains(&limit) {
        return Err(Problem::bad_request(
            "invalid_limit",
            "limit doit être compris entre 1 et 100.",
            "limit must be from 1 to 100.",
        ));
    }
    let after = match page {
        None => None,
        Some(text) => Some(open(text, filters).ok_or_else(|| {
            Problem::bad_request(
                "invalid_page",
                "Ce jeton de page n’est pas valable pour ces filtres.",
                "This page token is not valid for these filters.",
            )
        })?),
    };
    Ok(Window { after, limit })
}

/// Answers a page; `key` gives the place of an item in the order of the list.
pub fn answer<T: Serialize, K: Serialize>(
    request: &HttpRequest,
    slice: Slice<T>,
    filters: &impl Serialize,
    key: impl Fn(&T) -> K,
) -> Answer {
    let last = slice.items.last().filter(|_| slice.more);
    let next_page = last.map(|item| seal(key(item), filters));
    let mut response = begin(request, next_page.as_deref());
    Ok(response.json(Page { items: slice.items, next_page }))
}

/// Answers a page of a public list, whose cards go out as they lie there.
pub fn answer_listed(
    request: &HttpRequest,
    slice: &Slice<Listed>,
    filters: &impl Serialize,
) -> Answer {
    let last = slice.items.last().filter(|_| slice.more);
    let next_page = last.map(|item| seal(&item.key, filters));
    let mut body =
        String::with_capacity(slice.items.iter().map(|it| it.json.len() + 1).sum::<usize>() + 256);
    body.push_str("{\"items\":[");
    for (place, item) in slice.items.iter().enumerate() {
        body.push_str(if place > 0 { "," } else { "" });
        body.push_str(&item.json);
    }
    body.push_str("],\"next_page\":");
    // A token is letters, digits, `-` and `_`.
    match &next_page {
        Some(token) => body.extend(["\"", token, "\""]),
        None => body.push_str("null"),
    }
    body.push('}');
    Ok(begin(request, next_page.as_deref()).content_type(ContentType::json()).body(body))
}

fn begin(request: &HttpRequest, next_page: Option<&str>) -> HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if let Some(next) = next_page {
        response
            .insert_header((header::LINK, format!("<{}>; rel=\"next\"", next_url(request, next))));
    }
    response
}

fn next_url(request: &HttpRequest, next: &str) -> String {
    let others = request
        .query_string()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("page="));
    let query: Vec<&str> = others.collect();
    let joint = if query.is_empty() { "" } else { "&" };
    format!("{}?{}{joint}page={next}", request.path(), query.join("&"))
}

/// What stands for these filters, or for whatever else was shown, in an answer.
pub(crate) fn fingerprint(filters: &impl Serialize) -> String {
    let json = serde_json::to_vec(filters).unwrap_or_default();
    URL_SAFE_NO_PAD.encode(&Sha256::digest(json)[..9])
}

fn seal<K: Serialize>(after: K, filters: &impl Serialize) -> String {
    let token = Token { after, filters: fingerprint(filters) };
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&token).unwrap_or_default())
}

fn open<K: DeserializeOwned>(text: &str, filters: &impl Serialize) -> Option<K> {
    let json = URL_SAFE_NO_PAD.decode(text).ok()?;
    // No key of ours holds a NUL, and PostgreSQL takes none.
    if json.windows(6).any(|piece| piece == b"\\u0000") {
        return None;
    }
    let token: Token<K> = serde_json::from_slice(&json).ok()?;
    (token.filters == fingerprint(filters)).then_some(token.after)
}
