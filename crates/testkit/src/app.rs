//! One server on a free port of the loopback, over one database, with a clock to advance.

use std::{net::TcpListener, path::PathBuf, sync::Arc, time::Duration};

use actix_web::{App as Actix, HttpServer, dev::ServerHandle, middleware::from_fn, web};
use chrono::TimeDelta;
use estrade_api::{App, Settings, live, middleware, site};
use estrade_db::{Conn, Db, facts, ledger, mails, page::Window};
use estrade_domain::{
    invoices::{IdentityForm, Platform},
    limits::Limits,
    payments::Psp,
};
use estrade_relay::{Relay, Stripe, Transport, Worker};
use object_store::{ObjectStore, local::LocalFileSystem};
use tempfile::TempDir;

use crate::{clock::TestWorld, database::TestDatabase, people::Person};

/// A running Estrade.
pub struct TestApp {
    /// Where it is: `http://127.0.0.1:…`.
    pub url: String,
    /// Its database.
    pub db: Db,
    /// Its clock.
    pub world: TestWorld,
    /// The folder in which its files lie.
    pub files: TempDir,
    kept: Arc<dyn ObjectStore>,
    relay: Relay,
    handle: ServerHandle,
    database: TestDatabase,
}

impl TestApp {
    /// Starts one.
    #[expect(clippy::unused_async, reason = "a server starts inside the runtime of its test")]
    pub async fn start() -> Self {
        Self::start_with(|_| {})
    }

    /// Starts one whose settings differ.
    pub fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        let files = tempfile::tempdir().unwrap();
        let kept = LocalFileSystem::new_with_prefix(files.path()).unwrap();
        Self::start_in(files, Arc::new(kept), change)
    }

    /// Starts one whose files lie elsewhere.
    pub fn start_keeping(kept: Arc<dyn ObjectStore>) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), kept, |_| {})
    }

    fn start_in(
        files: TempDir,
        kept: Arc<dyn ObjectStore>,
        change: impl FnOnce(&mut Settings),
    ) -> Self {
        let database = TestDatabase::create();
        let world = TestWorld::default();
        let db = Db::open(&database.url, 4, Arc::new(world.clone())).unwrap();
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let mut settings = Settings {
            public_url: url.clone(),
            web_dir: PathBuf::from("no-web-here"),
            scratch_dir: std::env::temp_dir(),
            behind_proxy: false,
            mailbox: true,
            cesu_allowed: true,
            requests_per_minute: 1_000_000,
            // The least that there is: tests sign many people in.
            password_memory_kib: 8,
            cache_seconds: 0,
            payments: Some(Psp::Sandbox),
            stripe_webhook_secret: None,
            limits: Limits::default(),
            platform: Some(platform("FR69904126737")),
        };
        change(&mut settings);
        let relay = Relay::new(db.clone(), Transport::Mailbox, settings.public_url.clone())
            .in_the_name_of(settings.platform.clone());
        let web_dir = settings.web_dir.clone();
        let app = App::new(db.clone(), settings, Arc::clone(&kept), &[7; 32], 2);
        tokio::spawn(live::follow(app.clone()));
        let server = HttpServer::new(move || {
            Actix::new()
                .app_data(web::Data::new(app.clone()))
                .wrap(from_fn(middleware::surround))
                .configure(estrade_api::configure)
                .configure(|config| site::configure(config, &web_dir))
        })
        .workers(1)
        // A test that draws pictures leaves a connection idle for seconds: it is not closed under its next request.
        .keep_alive(Duration::from_mins(10))
        .disable_signals()
        .listen(listener)
        .unwrap()
        .run();
        let handle = server.handle();
        tokio::spawn(server);
        Self { url, db, world, files, kept, relay, handle, database }
    }

    /// The same, with a relay that talks to Stripe at this address.
    #[must_use]
    pub fn with_stripe(mut self, api: &str) -> Self {
        let stripe = Stripe::new("sk_test".to_owned(), Some(api.to_owned())).unwrap();
        self.relay = self.relay.clone().with_stripe(Some(stripe));
        self
    }

    /// A worker of this server's, which also tidies.
    #[must_use]
    pub fn worker(&self) -> Worker {
        Worker::new(self.relay.clone(), Arc::clone(&self.kept))
    }

    /// Someone who is not logged in.
    #[must_use]
    pub fn visitor(&self) -> Person {
        Person::new(&self.url)
    }

    /// Moves the clock, and delivers what that makes due.
    pub async fn advance(&self, by: TimeDelta) {
        self.world.advance(by);
        self.deliver().await;
    }

    /// Delivers all that waits.
    pub async fn deliver(&self) {
        for _ in 0..1000 {
            if self.relay.deliver().await.unwrap() == 0 {
                return;
            }
        }
        panic!("the relay never comes to rest");
    }

    /// The mails to an address, the oldest first, once all is delivered.
    pub async fn mails_to(&self, address: &str) -> Vec<mails::Mail> {
        self.deliver().await;
        let address = address.to_owned();
        let window = Window { after: None, limit: 100 };
        let mut mails = self
            .db
            .read(move |conn| mails::list(conn, Some(&address), &window))
            .await
            .unwrap()
            .items;
        mails.reverse();
        mails
    }

    /// The token of the last link mailed to an address.
    pub async fn mailed_token(&self, address: &str) -> String {
        let mails = self.mails_to(address).await;
        let text = &mails.last().unwrap_or_else(|| panic!("no mail to {address}")).text_body;
        let after = text.split("token=").nth(1).unwrap_or_else(|| panic!("no link in {text}"));
        after.split_whitespace().next().unwrap().to_owned()
    }

    /// Stops the server, after the requests that still run.
    pub async fn stop(self) {
        self.handle.stop(true).await;
    }
}

/// Whoever runs the marketplace of the tests.
/// Whoever runs the instance; without a VAT number it is exempt.
#[must_use]
pub fn platform(vat_number: &str) -> Platform {
    let form = IdentityForm {
        name: "Estrade Test SAS".to_owned(),
        details: "SAS au capital de 10 000 €, RCS Rouen".to_owned(),
        street: "3 quai du Havre".to_owned(),
        postal_code: "76000".to_owned(),
        town: "Rouen".to_owned(),
        siret: "90412673700017".to_owned(),
        vat_number: vat_number.to_owned(),
    };
    form.parse().unwrap()
}

/// Fails the test when it leaves effects undelivered or books that do not hold, however it ends; one that failed
/// already is left alone.
impl Drop for TestApp {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        // A runtime cannot be waited for in here: the check has a connection of its own.
        let mut conn = Conn::open(&self.database.url).unwrap();
        let left = facts::unrelayed(&mut conn, 10).unwrap();
        assert!(left.is_empty(), "undelivered: {left:?}");
        let wrong = ledger::verify(&mut conn).unwrap();
        assert!(wrong.is_empty(), "the ledger does not hold: {wrong:#?}");
    }
}
