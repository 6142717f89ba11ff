//! `estrade serve`: the API and the pages on one port, and the worker beside them.

use std::{sync::Arc, time::Duration};

use actix_web::{App as Actix, HttpServer, middleware::from_fn, web};
use estrade_api::{App, live, middleware, site};
use estrade_relay::Relay;
use tokio::{sync::watch, time::timeout};
use tracing_subscriber::EnvFilter;

use super::{demo, worker};
use crate::config::{Config, Fault};

const FORGET_EVERY: Duration = Duration::from_mins(10);

/// Runs it, with the demo's data when asked.
pub fn run(with_demo: bool) -> Result<(), Fault> {
    start_logging();
    let mut config = Config::from_env()?;
    if with_demo {
        if config.settings.platform.is_none() {
            config.settings.platform = Some(crate::demo::platform()?);
        }
        // Where someone has registered already it simply starts.
        actix_web::rt::System::new().block_on(demo::fill_if_empty(&config))?;
    }
    let db = config.open_database()?;
    let files = config.open_files()?;
    let app = App::new(
        db.clone(),
        config.settings.clone(),
        Arc::clone(&files),
        &config.token_secret()?,
        polite_threads(),
    );
    let relay = Relay::new(db, config.transport()?, config.settings.public_url.clone())
        .with_stripe(config.stripe()?)
        .in_the_name_of(config.settings.platform.clone());
    let worker = worker::with(relay, files)?;
    actix_web::rt::System::new().block_on(async move {
        let (stop, stopped) = watch::channel(false);
        let working =
            config.worker.then(|| actix_web::rt::spawn(worker::work(worker, stopped.clone())));
        actix_web::rt::spawn(live::follow(app.clone()));
        actix_web::rt::spawn(forget(app.clone(), stopped));
        let settings = config.settings.clone();
        let server = HttpServer::new(move || {
            let web_dir = settings.web_dir.clone();
            Actix::new()
                .app_data(web::Data::new(app.clone()))
                .wrap(from_fn(middleware::surround))
                .configure(estrade_api::configure)
                .configure(|config| site::configure(config, &web_dir))
        })
        .client_request_timeout(Duration::from_secs(10))
        .keep_alive(Duration::from_secs(30))
        .workers(workers())
        .shutdown_timeout(10)
        .bind((config.host.as_str(), config.port))
        .map_err(|error| format!("{}:{}: {error}", config.host, config.port))?;
        println!("Estrade: {}", config.settings.public_url);
        if with_demo {
            crate::demo::introduce();
        }
        let outcome = server.run().await;
        stop.send_replace(true);
        if let Some(working) = working {
            working.await?;
        }
        outcome.map_err(Fault::from)
    })
}

/// Addresses that were quiet are forgotten, or the counters of requests would grow forever; so are answers
/// that nobody has asked for again.
async fn forget(app: App, mut stopped: watch::Receiver<bool>) {
    while timeout(FORGET_EVERY, stopped.changed()).await.is_err() {
        app.limits.forget_quiet();
        app.cache.forget_old(app.now());
    }
}

/// Logs to standard error; `RUST_LOG` chooses what, `ESTRADE_LOG=json` the form.
pub fn start_logging() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::env::var("ESTRADE_LOG").is_ok_and(|form| form == "json") {
        logs.json().init();
    } else {
        logs.init();
    }
}

fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

/// Half of the cores hash passwords and draw pictures, the others keep answering.
fn polite_threads() -> usize {
    (workers() / 2).max(1)
}
