//! `robots.txt` and the sitemaps: they follow what is public, no more and no less (S1-185).

use actix_web::{HttpResponse, http::header, web::Path};
use estrade_db::{directory, listings, services};
use estrade_domain::world::Instant;

use super::head::escape;
use crate::{
    app::App,
    problem::{Answer, Problem},
};

/// Addresses in a file; the protocol allows 50,000.
const ADDRESSES: i64 = 10_000;

/// Public pages without an object behind them.
const PAGES: [&str; 11] = [
    "/",
    "/appels-d-offres",
    "/annuaire",
    "/services",
    "/tarifs",
    "/inspiration",
    "/aide",
    "/classement",
    "/conditions",
    "/charte-qualite",
    "/contact",
];

/// What a person sees only after logging in.
const PRIVATE: [&str; 9] = [
    "/tableau-de-bord",
    "/mes-evenements",
    "/mes-services",
    "/offres-potentielles",
    "/notifications",
    "/compte/",
    "/operateur/",
    "/mailbox",
    "/v1/",
];

/// What a page reads from the API to show itself.
const READ_BY_PAGES: [&str; 7] = [
    "/v1/tenders",
    "/v1/providers",
    "/v1/services",
    "/v1/trades",
    "/v1/departements",
    "/v1/event-kinds",
    "/v1/settings",
];

/// Which pages crawlers may read.
pub(super) async fn robots(app: App) -> HttpResponse {
    let allow = READ_BY_PAGES.map(|path| format!("Allow: {path}\n")).concat();
    let disallow = PRIVATE.map(|path| format!("Disallow: {path}\n")).concat();
    let url = &app.settings.public_url;
    let text = format!("User-agent: *\n{allow}{disallow}\nSitemap: {url}/sitemap.xml\n");
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text)
}

/// The list of the sitemaps.
pub(super) async fn index(app: App) -> Answer {
    let (tenders, providers, services) = app
        .db
        .read(|conn| {
            let services = services::count_public(conn)?;
            Ok((listings::count_public(conn)?, directory::count_public(conn)?, services))
        })
        .await?;
    let files = |kind: &'static str, count: i64| {
        let last = (count + ADDRESSES - 1) / ADDRESSES;
        (1..=last).map(move |number| format!("{kind}-{number}"))
    };
    let names = files("tenders", tenders).chain(files("providers", providers));
    let names = names.chain(files("services", services));
    let entries = std::iter::once("pages".to_owned()).chain(names).map(|name| {
        let url = escape(&format!("{}/sitemaps/{name}.xml", app.settings.public_url));
        format!("<sitemap><loc>{url}</loc></sitemap>\n")
    });
    Ok(xml("sitemapindex", &entries.collect::<String>()))
}

/// One sitemap: `pages.xml`, `tenders-3.xml`, `providers-1.xml`, `services-1.xml`.
pub(super) async fn file(app: App, file: Path<String>) -> Answer {
    let name = file.strip_suffix(".xml").ok_or_else(Problem::not_found)?;
    if name == "pages" {
        let entries = PAGES.iter().map(|path| entry(&app, path, None));
        return Ok(xml("urlset", &entries.collect::<String>()));
    }
    let (kind, number) = name.split_once('-').ok_or_else(Problem::not_found)?;
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let from =
        number.checked_sub(1).filter(|it| (0..100_000).contains(it)).map(|it| it * ADDRESSES);
    let from = from.ok_or_else(Problem::not_found)?;
    let entries: Vec<String> = match kind {
        "tenders" => app
            .db
            .read(move |conn| listings::public_slugs(conn, from, ADDRESSES))
            .await?
            .into_iter()
            .map(|(slug, at)| entry(&app, &format!("/appels-d-offres/{slug}"), Some(at)))
            .collect(),
        "providers" => app
            .db
            .read(move |conn| directory::public_handles(conn, from, ADDRESSES))
            .await?
            .into_iter()
            .map(|handle| entry(&app, &format!("/prestataires/{handle}"), None))
            .collect(),
        "services" => app
            .db
            .read(move |conn| services::public_slugs(conn, from, ADDRESSES))
            .await?
            .into_iter()
            .map(|slug| entry(&app, &format!("/services/{slug}"), None))
            .collect(),
        _ => return Err(Problem::not_found()),
    };
    if entries.is_empty() {
        return Err(Problem::not_found());
    }
    Ok(xml("urlset", &entries.concat()))
}

fn entry(app: &App, path: &str, changed_at: Option<Instant>) -> String {
    let url = escape(&format!("{}{path}", app.settings.public_url));
    let changed = changed_at
        .map(|at| format!("<lastmod>{}</lastmod>", at.format("%Y-%m-%d")))
        .unwrap_or_default();
    format!("<url><loc>{url}</loc>{changed}</url>\n")
}

fn xml(root: &str, entries: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</{root}>\n"
        ))
}
