//! The ceiling: the first page of the tenders and of the directory, read once and then serialized for every
//! request by the same server, behind the same middleware, without a database.

use std::{path::Path, sync::Arc};

use actix_web::{
    App as Actix, HttpRequest, HttpResponse, HttpServer, http::header, middleware::from_fn, web,
};
use estrade_api::{App, Settings, middleware, page::Page, passwords};
use estrade_db::{
    Db, Error, directory, listings,
    page::{Listed, Slice, Window},
};
use estrade_domain::{limits::Limits, payments::Psp};
use estrade_testkit::TestWorld;
use object_store::local::LocalFileSystem;
use serde::{Serialize, de::DeserializeOwned};

use crate::{Fault, scenarios::REQUESTS_PER_MINUTE};

/// Where the page of tenders is.
pub const TENDERS: &str = "/v1/bench/tenders";
/// Where the page of providers is.
pub const PROVIDERS: &str = "/v1/bench/providers";

/// As long as a token is.
const NEXT: &str = "eyJhZnRlciI6WzE3OTYwNTQ0NTQ3MTYsInRuZF8wMWtiN3R4ZTdjMDAwMHpyMDAwMDAwMDAwMCJdfQ";

struct Pages {
    tenders: Page<listings::Card>,
    providers: Page<directory::Card>,
}

/// Serves the ceiling on a port of the loopback.
pub async fn serve(folder: &Path, port: u16) -> Result<(), Fault> {
    let path = folder.join("estrade.db").to_string_lossy().into_owned();
    let db = Db::open(&path, 1, Arc::new(TestWorld::default()))?;
    let pages = web::Data::new(read(&db).await?);
    let settings = Settings {
        public_url: format!("http://127.0.0.1:{port}"),
        web_dir: folder.to_owned(),
        scratch_dir: folder.to_owned(),
        behind_proxy: false,
        mailbox: true,
        cesu_allowed: true,
        requests_per_minute: REQUESTS_PER_MINUTE,
        password_memory_kib: passwords::MEMORY_KIB,
        cache_seconds: 0,
        payments: Some(Psp::Sandbox),
        stripe_webhook_secret: None,
        limits: Limits::default(),
        platform: None,
    };
    let files = Arc::new(LocalFileSystem::new_with_prefix(folder)?);
    let app = App::new(db, settings, files, &[7; 32], 1);
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    HttpServer::new(move || {
        Actix::new()
            .app_data(web::Data::new(app.clone()))
            .app_data(pages.clone())
            .wrap(from_fn(middleware::surround))
            .service(web::resource(TENDERS).route(web::get().to(tenders)))
            .service(web::resource(PROVIDERS).route(web::get().to(providers)))
            .configure(estrade_api::configure)
    })
    .workers(workers)
    .bind(("127.0.0.1", port))?
    .run()
    .await?;
    Ok(())
}

async fn read(db: &Db) -> Result<Pages, Fault> {
    let first = || Window { after: None, limit: 20 };
    let next_page = Some(NEXT.to_owned());
    let tenders = db.page(listings::find(None, None, first())).await?;
    let providers = db.page(directory::list(None, None, first())).await?;
    Ok(Pages {
        tenders: Page { items: cards(&tenders)?, next_page: next_page.clone() },
        providers: Page { items: cards(&providers)?, next_page },
    })
}

fn cards<C: DeserializeOwned>(slice: &Slice<Listed>) -> Result<Vec<C>, Error> {
    slice.items.iter().map(Listed::card).collect()
}

async fn tenders(request: HttpRequest, pages: web::Data<Pages>) -> HttpResponse {
    answer(&request, &pages.tenders)
}

async fn providers(request: HttpRequest, pages: web::Data<Pages>) -> HttpResponse {
    answer(&request, &pages.providers)
}

/// The headers of a list's page, too.
fn answer(request: &HttpRequest, page: &impl Serialize) -> HttpResponse {
    let link = format!("<{}?page={NEXT}>; rel=\"next\"", request.path());
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::LINK, link))
        .json(page)
}
