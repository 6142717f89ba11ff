//! The SPA: its files, and its page for every address that is not a file.

use actix_files::{Files, NamedFile};
use actix_web::{
    HttpRequest, HttpResponse,
    dev::{ServiceRequest, ServiceResponse, fn_service},
    http::header,
    web,
};

use crate::{app, problem::Problem};

/// Serves what the web build made.
pub fn configure(config: &mut web::ServiceConfig, web_dir: &std::path::Path) {
    let page = fn_service(|request: ServiceRequest| async {
        let (request, _) = request.into_parts();
        let response = page(&request).unwrap_or_else(HttpResponse::from_error);
        Ok(ServiceResponse::new(request, response))
    });
    config.service(
        Files::new("/", web_dir).index_file("index.html").prefer_utf8(true).default_handler(page),
    );
}

fn page(request: &HttpRequest) -> Result<HttpResponse, Problem> {
    let app = app::of(request).ok_or_else(Problem::internal)?;
    let looks_like_a_file =
        request.path().rsplit('/').next().is_some_and(|last| last.contains('.'));
    if !request.method().is_safe() || looks_like_a_file {
        return Err(Problem::not_found());
    }
    let index = NamedFile::open(app.settings.web_dir.join("index.html"))
        .map_err(|_| Problem::not_found())?;
    let mut response = index.into_response(request);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-cache"));
    Ok(response)
}
