//! Configuration from the environment, with defaults that need none; secrets are generated into a
//! file that only its owner can read.

use std::{
    env, fs,
    io::Write,
    net::IpAddr,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use estrade_api::{Settings, passwords};
use estrade_db::Db;
use estrade_domain::{
    invoices::{IdentityForm, Platform},
    limits::Limits,
    payments::Psp,
    world::World,
};
use estrade_relay::{Stripe, Transport};
use object_store::ObjectStore;

use crate::{storage::Storage, world::Real};

/// What goes wrong before anything runs.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// How this instance is set up.
pub struct Config {
    /// `postgres://…`, or the path of an `SQLite` file.
    pub database_url: String,
    /// Connections to it.
    pub connections: u32,
    /// Where secrets and files are.
    pub data_dir: PathBuf,
    /// The address to listen on.
    pub host: String,
    /// The port to listen on.
    pub port: u16,
    /// Whether this process also runs the worker.
    pub worker: bool,
    /// What the api needs to know.
    pub settings: Settings,
    smtp: Option<(String, String)>,
    reply_to: Option<String>,
}

impl Config {
    /// Reads the environment.
    pub fn from_env() -> Result<Self, Fault> {
        let data_dir = PathBuf::from(var("ESTRADE_DATA_DIR").unwrap_or_else(|| "data".to_owned()));
        let port = parse("ESTRADE_PORT", 8080)?;
        let smtp = match (var("ESTRADE_SMTP_URL"), var("ESTRADE_MAIL_FROM")) {
            (Some(url), Some(from)) => Some((url, from)),
            (Some(_), None) => return Err("ESTRADE_SMTP_URL needs ESTRADE_MAIL_FROM".into()),
            (None, _) => None,
        };
        let host = var("ESTRADE_HOST").unwrap_or_else(|| "127.0.0.1".to_owned());
        let is_local =
            host == "localhost" || host.parse::<IpAddr>().is_ok_and(|it| it.is_loopback());
        let public_url =
            var("ESTRADE_PUBLIC_URL").unwrap_or_else(|| format!("http://localhost:{port}"));
        Ok(Self {
            database_url: var("DATABASE_URL")
                .unwrap_or_else(|| data_dir.join("estrade.db").to_string_lossy().into_owned()),
            connections: parse("ESTRADE_CONNECTIONS", 8)?,
            host,
            port,
            worker: parse("ESTRADE_WORKER", true)?,
            settings: Settings {
                public_url: public_url.trim_end_matches('/').to_owned(),
                web_dir: PathBuf::from(
                    var("ESTRADE_WEB_DIR").unwrap_or_else(|| "web/dist".to_owned()),
                ),
                scratch_dir: data_dir.clone(),
                behind_proxy: parse("ESTRADE_BEHIND_PROXY", false)?,
                mailbox: smtp.is_none() && parse("ESTRADE_MAILBOX", is_local)?,
                cesu_allowed: parse("ESTRADE_CESU_ALLOWED", true)?,
                password_memory_kib: passwords::MEMORY_KIB,
                requests_per_minute: parse("ESTRADE_REQUESTS_PER_MINUTE", 1200)?,
                cache_seconds: cache_seconds()?,
                payments: payments()?,
                stripe_webhook_secret: stripe_webhook_secret()?,
                limits: limits()?,
                platform: platform()?,
            },
            data_dir,
            smtp,
            reply_to: var("ESTRADE_MAIL_REPLY_TO"),
        })
    }

    /// Opens the database, at its newest step.
    pub fn open_database(&self) -> Result<Db, Fault> {
        fs::create_dir_all(&self.data_dir)?;
        estrade_db::migrate::run(&self.database_url)?;
        let world: Arc<dyn World> = Arc::new(Real);
        Ok(Db::open(&self.database_url, self.connections, world)?)
    }

    /// Where the files of people lie.
    pub fn open_files(&self) -> Result<Arc<dyn ObjectStore>, Fault> {
        Storage::read(self.data_dir.join("files"), var)?.open()
    }

    /// How mails leave. Whoever reads the mailbox can take over any account, so an instance that others reach
    /// has one only if that was asked for.
    pub fn transport(&self) -> Result<Transport, Fault> {
        match &self.smtp {
            Some((url, from)) => Ok(Transport::smtp(url, from, self.reply_to.as_deref())?),
            None if self.settings.mailbox => Ok(Transport::Mailbox),
            None => Err("mails have nowhere to go: set ESTRADE_SMTP_URL and ESTRADE_MAIL_FROM, or, to try \
                         it out, ESTRADE_MAILBOX=true, which lets everyone who reaches this server read \
                         every mail"
                .into()),
        }
    }

    /// The connection to Stripe. Orders that were paid through it need it though others are paid elsewhere now.
    pub fn stripe(&self) -> Result<Option<Stripe>, Fault> {
        match var("ESTRADE_STRIPE_SECRET_KEY") {
            Some(key) => Ok(Some(Stripe::new(key, var("ESTRADE_STRIPE_API"))?)),
            None if self.settings.payments == Some(Psp::Stripe) => {
                Err("ESTRADE_PAYMENTS=stripe needs ESTRADE_STRIPE_SECRET_KEY".into())
            }
            None => Ok(None),
        }
    }

    /// The secret that signs access tokens; made on the first start. Nodes that share a database share
    /// it through `ESTRADE_TOKEN_SECRET`.
    pub fn token_secret(&self) -> Result<Vec<u8>, Fault> {
        if let Some(secret) = var("ESTRADE_TOKEN_SECRET") {
            if secret.len() < 32 || secret.contains("change") || secret.contains("example") {
                return Err("ESTRADE_TOKEN_SECRET must be at least 32 random characters".into());
            }
            return Ok(secret.into_bytes());
        }
        let path = self.data_dir.join("token.secret");
        if !path.exists() {
            write_secret(&path, &STANDARD_NO_PAD.encode(Real.secret()))?;
        }
        Ok(fs::read(&path)?)
    }
}

fn write_secret(path: &Path, secret: &str) -> Result<(), Fault> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    Ok(file.write_all(secret.as_bytes())?)
}

/// Each is a variable of its name: `confirm_days` is `ESTRADE_CONFIRM_DAYS`.
fn limits() -> Result<Limits, Fault> {
    let variable = |name: &str| format!("ESTRADE_{}", name.to_uppercase());
    Limits::read(|name| var(&variable(name)))
        .map_err(|wrong| format!("ESTRADE_{}: {wrong}", wrong.name.to_uppercase()).into())
}

/// Who moves the money: `sandbox`, the default, moves none and takes test cards; `off` leaves it to people.
fn payments() -> Result<Option<Psp>, Fault> {
    match var("ESTRADE_PAYMENTS").as_deref() {
        None | Some("sandbox") => Ok(Some(Psp::Sandbox)),
        Some("stripe") => Ok(Some(Psp::Stripe)),
        Some("off") => Ok(None),
        Some(other) => Err(format!("ESTRADE_PAYMENTS={other}: sandbox, stripe or off").into()),
    }
}

/// What Stripe signs its events with. Without it nobody would hear of a payment in time.
fn stripe_webhook_secret() -> Result<Option<String>, Fault> {
    let secret = var("ESTRADE_STRIPE_WEBHOOK_SECRET");
    if secret.is_none() && payments()? == Some(Psp::Stripe) {
        return Err("ESTRADE_PAYMENTS=stripe needs ESTRADE_STRIPE_WEBHOOK_SECRET".into());
    }
    Ok(secret)
}

/// Whoever runs this instance, as its invoices name it: all of it or nothing, so that no invoice lacks what the law
/// wants.
fn platform() -> Result<Option<Platform>, Fault> {
    let given = |name: &str| var(&format!("ESTRADE_LEGAL_{name}")).unwrap_or_default();
    let form = IdentityForm {
        name: given("NAME"),
        details: given("DETAILS"),
        street: given("STREET"),
        postal_code: given("POSTAL_CODE"),
        town: given("TOWN"),
        siret: given("SIRET"),
        vat_number: given("VAT_NUMBER"),
    };
    let asked = [&form.name, &form.street, &form.postal_code, &form.town, &form.siret];
    if asked.into_iter().all(String::is_empty) {
        return Ok(None);
    }
    form.parse().map(Some).map_err(|fields| {
        let told = fields.errors().iter().map(|error| {
            let name = error.pointer.trim_start_matches('/').to_uppercase();
            format!("ESTRADE_LEGAL_{name}: {}", error.explanation.english)
        });
        told.collect::<Vec<_>>().join("; ").into()
    })
}

/// What a visitor reads may be so old: a minute at most, so that nobody takes it for broken.
fn cache_seconds() -> Result<u32, Fault> {
    let seconds = parse("ESTRADE_CACHE_SECONDS", 1)?;
    if seconds > 60 {
        return Err("ESTRADE_CACHE_SECONDS must be a whole number from 0 to 60".into());
    }
    Ok(seconds)
}

fn var(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn parse<T: std::str::FromStr>(name: &str, default: T) -> Result<T, Fault> {
    match var(name) {
        None => Ok(default),
        Some(text) => text.parse().map_err(|_| format!("{name}={text} cannot be read").into()),
    }
}
