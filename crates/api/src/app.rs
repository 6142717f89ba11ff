//! What every handler has at hand.

use std::{
    future::{Ready, ready},
    ops::Deref,
    path::PathBuf,
    sync::Arc,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use estrade_db::Db;
use estrade_domain::{
    invoices::Platform, limits::Limits, offers::Settlement, payments::Psp, world::Instant,
};
use object_store::ObjectStore;

use crate::{
    cache::Cache, files::Shelf, limits::Limits as RequestLimits, live::Live, passwords::Passwords,
    problem::Problem, tokens::Keys,
};

/// The version of the terms of use that a registration accepts.
pub const TERMS_VERSION: &str = "2026-11-01";

/// How this instance is set up.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where people reach it, without a slash at the end.
    pub public_url: String,
    /// The built SPA.
    pub web_dir: PathBuf,
    /// Where a file is written down, without a name, while it is sent.
    pub scratch_dir: PathBuf,
    /// Whether `X-Forwarded-For` comes from our own proxy.
    pub behind_proxy: bool,
    /// Whether mails go to the local mailbox that everyone may read (demo).
    pub mailbox: bool,
    /// Whether independents paid by CESU may register.
    pub cesu_allowed: bool,
    /// Requests a minute for one address; logins and resets get a sixtieth of it.
    pub requests_per_minute: u32,
    /// The memory that hashing a password takes.
    pub password_memory_kib: u32,
    /// Seconds for which public answers are kept for anonymous readers; 0 for none.
    pub cache_seconds: u32,
    /// Who moves the money of this marketplace; none when people settle it between them.
    pub payments: Option<Psp>,
    /// What Stripe signs its events with.
    pub stripe_webhook_secret: Option<String>,
    /// How much and how long.
    pub limits: Limits,
    /// The legal identity as which invoices are issued; none until it is configured.
    pub platform: Option<Platform>,
}

impl Settings {
    /// How an order may be paid here.
    #[must_use]
    pub fn settlements(&self) -> &'static [Settlement] {
        if self.payments.is_some() { Settlement::ALL } else { &[Settlement::Direct] }
    }
}

/// The application's state.
pub struct State {
    /// The database.
    pub db: Db,
    /// How this instance is set up.
    pub settings: Settings,
    /// Keeps what people send.
    pub files: Shelf,
    /// Hashes passwords.
    pub passwords: Passwords,
    /// Signs access tokens.
    pub keys: Keys,
    /// Counts requests.
    pub limits: RequestLimits,
    /// Keeps public answers for a moment.
    pub cache: Cache,
    /// Tells of what happens to those who listen.
    pub live: Live,
}

/// A handle on the state; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<State>);

impl App {
    /// Puts the state together. `threads` hash passwords, and as many draw pictures.
    #[must_use]
    pub fn new(
        db: Db,
        mut settings: Settings,
        files: Arc<dyn ObjectStore>,
        token_secret: &[u8],
        threads: usize,
    ) -> Self {
        if let Some(platform) = &settings.platform {
            settings.limits.platform_vat = platform.vat_rate();
        }
        let limits = RequestLimits::new(settings.requests_per_minute);
        Self(Arc::new(State {
            db,
            files: Shelf::new(files, threads),
            passwords: Passwords::new(threads, settings.password_memory_kib),
            keys: Keys::new(token_secret, &settings.public_url),
            limits,
            cache: Cache::new(settings.cache_seconds),
            live: Live::default(),
            settings,
        }))
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.db.world().now()
    }
}

impl Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl FromRequest for App {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(of(request).ok_or_else(Problem::internal))
    }
}

/// The state behind a request.
#[must_use]
pub fn of(request: &HttpRequest) -> Option<App> {
    request.app_data::<web::Data<App>>().map(|data| data.get_ref().clone())
}
