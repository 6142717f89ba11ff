//! The SPA: its files, its page for every address that is not a file, and what search engines read.
//!
//! The page of a tender or of a sheet carries its own head, so that a search engine or a shared link
//! knows it before any script runs. What is not public has no page: its answer is 404, with the SPA's
//! own words for it.

mod crawlers;
mod head;
mod pages;

use std::path::Path;

use actix_files::Files;
use actix_web::{
    HttpRequest, HttpResponse,
    dev::{ServiceRequest, ServiceResponse, fn_service},
    http::{StatusCode, header},
    web,
};

use crate::{
    app::{self, App},
    middleware,
    problem::{Answer, Problem},
    routes::method,
};

/// Serves what the web build made, and what search engines ask for.
pub fn configure(config: &mut web::ServiceConfig, web_dir: &Path) {
    let page = fn_service(|request: ServiceRequest| async {
        let (request, _) = request.into_parts();
        let response = page(&request).await.unwrap_or_else(HttpResponse::from_error);
        Ok(ServiceResponse::new(request, response))
    });
    config.service(web::resource("/robots.txt").route(method::get().to(crawlers::robots)));
    config.service(web::resource("/sitemap.xml").route(method::get().to(crawlers::index)));
    config.service(web::resource("/sitemaps/{file}").route(method::get().to(crawlers::file)));
    config.service(
        Files::new("/", web_dir).index_file("index.html").prefer_utf8(true).default_handler(page),
    );
}

async fn page(request: &HttpRequest) -> Answer {
    let app = app::of(request).ok_or_else(Problem::internal)?;
    let looks_like_a_file =
        request.path().rsplit('/').next().is_some_and(|last| last.contains('.'));
    if !request.method().is_safe() || looks_like_a_file {
        return Err(Problem::not_found());
    }
    let Some(address) = pages::Address::read(request.path(), request.query_string()) else {
        return html(&app, StatusCode::OK, None);
    };
    // Unlike a file, such a page costs a query.
    app.limits.check(request, middleware::address(&app, request))?;
    match address.head(&app).await? {
        Some(head) => html(&app, StatusCode::OK, Some(&head)),
        None => html(&app, StatusCode::NOT_FOUND, Some(&head::Head::missing())),
    }
}

fn html(app: &App, status: StatusCode, head: Option<&head::Head>) -> Answer {
    let index = std::fs::read_to_string(app.settings.web_dir.join("index.html"))
        .map_err(|_| Problem::not_found())?;
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(match head {
            Some(head) => head.put_into(&index),
            None => index,
        }))
}
