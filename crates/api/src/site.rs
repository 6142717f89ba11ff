//! The SPA: its files, its page for every address that is not a file, and what search engines read.
//!
//! The page of a tender or of a sheet carries its own head, so that a search engine or a shared link
//! knows it before any script runs. What is not public has no page, and neither has an address that the SPA
//! does not know: the answer is 404, with the SPA's own words for it.

mod crawlers;
mod head;
mod pages;
mod routes;
mod service_pages;

use std::{path::Path, rc::Rc};

use actix_files::Files;
use actix_web::{
    HttpRequest, HttpResponse,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse, fn_service},
    http::{StatusCode, header},
    middleware::{Next, from_fn},
    web,
};

use crate::{
    app::{self, App},
    middleware as surroundings,
    problem::{Answer, Problem},
    routes::method,
};

/// Serves what the web build made, and what search engines ask for.
pub fn configure(config: &mut web::ServiceConfig, web_dir: &Path) {
    let routes = Rc::new(routes::Routes::read(web_dir));
    let page = fn_service(move |request: ServiceRequest| {
        let routes = Rc::clone(&routes);
        async move {
            let (request, _) = request.into_parts();
            let response = page(&request, &routes).await.unwrap_or_else(HttpResponse::from_error);
            Ok(ServiceResponse::new(request, response))
        }
    });
    config.service(web::resource("/robots.txt").route(method::get().to(crawlers::robots)));
    config.service(web::resource("/sitemap.xml").route(method::get().to(crawlers::index)));
    config.service(web::resource("/sitemaps/{file}").route(method::get().to(crawlers::file)));
    config.service(
        web::scope("/assets")
            .wrap(from_fn(keep_for_good))
            .service(files("", &web_dir.join("assets")).default_handler(web::to(missing))),
    );
    config.service(
        web::scope("")
            .wrap(from_fn(ask_again))
            .service(files("", web_dir).index_file("index.html").default_handler(page)),
    );
}

/// The build writes each text file compressed beside itself, so nothing is compressed per request.
fn files(mount: &str, folder: &Path) -> Files {
    Files::new(mount, folder).prefer_utf8(true).try_compressed()
}

async fn missing() -> Answer {
    Err(Problem::not_found())
}

/// The name of a file in `assets` changes with its content.
async fn keep_for_good(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    Ok(cached(next.call(request).await?, "public, max-age=31536000, immutable"))
}

/// Other files keep their name: a browser asks whether they changed, and hears 304.
async fn ask_again(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    Ok(cached(next.call(request).await?, "no-cache"))
}

fn cached<B>(mut response: ServiceResponse<B>, rule: &'static str) -> ServiceResponse<B> {
    let is_found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    if is_found && !response.headers().contains_key(header::CACHE_CONTROL) {
        let rule = header::HeaderValue::from_static(rule);
        response.headers_mut().insert(header::CACHE_CONTROL, rule);
    }
    response
}

async fn page(request: &HttpRequest, routes: &routes::Routes) -> Answer {
    let app = app::of(request).ok_or_else(Problem::internal)?;
    let path = surroundings::path(request);
    let looks_like_a_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if !request.method().is_safe() || looks_like_a_file {
        return Err(Problem::not_found());
    }
    let Some(address) = pages::Address::read(path, request.query_string()) else {
        return if routes.lead_to_a_page(path) {
            html(&app, StatusCode::OK, None)
        } else {
            html(&app, StatusCode::NOT_FOUND, Some(&head::Head::missing()))
        };
    };
    // Unlike a file, such a page costs a query.
    app.limits.check(request, surroundings::address(&app, request))?;
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
