//! Around every request: its id, its limits, the guard against forged ones, safe headers, and the language
//! of what is refused.

use std::net::{IpAddr, Ipv4Addr};

use crate::{
    app::{self, App},
    cache,
    caller::{ACCESS_COOKIE, REFRESH_COOKIE, accepted_language},
    limits::Remaining,
    problem::Problem,
};
use actix_web::{
    HttpMessage, HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
};

/// The header that a page of another site cannot send without asking first.
const FORGERY_GUARD: &str = "x-estrade";

/// No third party and nothing inline at all.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
     frame-ancestors 'none'; base-uri 'none'";

#[derive(Clone)]
struct RequestId(String);

/// The outermost layer. It holds no clone of the request while the handler runs: the router wants it alone.
pub async fn surround(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(app) = app::of(request.request()) else { return Err(Problem::internal().into()) };
    let id = app.db.world().uuid().simple().to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let language = accepted_language(request.request());
    let (mut response, remaining) = match admit(&app, request.request()) {
        Ok(remaining) => (cache::around(&app, language, request, next).await?, remaining),
        Err(problem) => (request.into_response(problem.render(language, &id)), None),
    };
    if let Some(error) = response.response().error() {
        let status = error.as_response_error().status_code();
        let rendered = error.as_error::<Problem>().map(|problem| problem.render(language, &id));
        // What the libraries below refuse has a status, but no words of ours.
        let rendered = rendered.unwrap_or_else(|| Problem::of_status(status).render(language, &id));
        response = response.into_response(rendered);
    }
    protect(response.headers_mut(), &id, remaining);
    let (method, path) = (response.request().method(), shown(path(response.request())));
    tracing::info!(%method, path, status = response.status().as_u16(), id, "request");
    Ok(response)
}

/// The path as the router reads it. The raw one spells the same address in many ways (`/%761/sessions`), so
/// no guard may look at that.
#[must_use]
pub fn path(request: &HttpRequest) -> &str {
    request.match_info().as_str()
}

/// The path as it may be logged: a mailed token is as good as a password.
fn shown(path: &str) -> &str {
    const BY_TOKEN: &str = "/v1/invitations/by-token/";
    if path.starts_with(BY_TOKEN) { BY_TOKEN } else { path }
}

/// The id that the logs and the answer of this request carry.
#[must_use]
pub fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}

/// Where a request comes from.
#[must_use]
pub fn address(app: &App, request: &HttpRequest) -> IpAddr {
    // The last address of the last line is the one that our own proxy wrote.
    let lines = request.headers().get_all("x-forwarded-for").filter(|_| app.settings.behind_proxy);
    lines
        .last()
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next()?.trim().parse().ok())
        .or_else(|| request.peer_addr().map(|peer| peer.ip()))
        .unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

fn admit(app: &App, request: &HttpRequest) -> Result<Option<Remaining>, Problem> {
    refuse_nul(request)?;
    if !path(request).starts_with("/v1/") {
        return Ok(None);
    }
    let remaining = app.limits.check(request, address(app, request))?;
    refuse_forged(request)?;
    Ok(Some(remaining))
}

/// No name, word or id holds a NUL, and `PostgreSQL` takes none.
fn refuse_nul(request: &HttpRequest) -> Result<(), Problem> {
    if path(request).contains('\0') || request.query_string().contains("%00") {
        return Err(Problem::bad_request(
            "invalid_address",
            "Cette adresse contient un caractère qui n’y a pas sa place.",
            "This address holds a character that does not belong there.",
        ));
    }
    Ok(())
}

/// A page of another site can make a browser send our cookies, but neither our header nor our origin.
fn refuse_forged(request: &HttpRequest) -> Result<(), Problem> {
    let with_cookies =
        [ACCESS_COOKIE, REFRESH_COOKIE].iter().any(|it| request.cookie(it).is_some())
            && !request.headers().contains_key(header::AUTHORIZATION);
    if request.method().is_safe() || !with_cookies {
        return Ok(());
    }
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let same_site =
        text("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let host = request.connection_info().host().to_owned();
    let same_origin =
        text("origin").is_none_or(|origin| origin.split("://").nth(1) == Some(host.as_str()));
    if same_site && same_origin && text(FORGERY_GUARD).is_some() {
        return Ok(());
    }
    Err(Problem::forbidden(
        "forged_request",
        "Cette requête ne vient pas de nos pages. Avec une session, envoyez l’en-tête X-Estrade: 1.",
        "This request does not come from our pages. With a session, send the header X-Estrade: 1.",
    ))
}

fn protect(headers: &mut HeaderMap, id: &str, remaining: Option<Remaining>) {
    let is_sealed = headers.contains_key(header::CONTENT_SECURITY_POLICY);
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    set("x-request-id", id);
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "strict-origin-when-cross-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    // What people send is sealed more tightly by its own answer.
    if !is_sealed {
        set("content-security-policy", CONTENT_SECURITY_POLICY);
    }
    for (name, value) in remaining.iter().flat_map(Remaining::headers) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
}
