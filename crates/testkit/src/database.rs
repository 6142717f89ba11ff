//! A fresh database for each test, gone with it.

use std::{
    env, fs,
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
    time::UNIX_EPOCH,
};

use estrade_db::{Conn, conn::SimpleConnection};
use tempfile::TempDir;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A database of one test.
pub struct TestDatabase {
    /// What opens it.
    pub url: String,
    dropped_by: Option<(String, String)>,
    _dir: Option<TempDir>,
}

impl TestDatabase {
    /// Creates one, at the newest step: a copy of one that this build of the tests brought there once.
    #[must_use]
    pub fn create() -> Self {
        match env::var("ESTRADE_TEST_POSTGRES").ok().filter(|url| !url.is_empty()) {
            Some(admin) => Self::on_postgres(&admin),
            None => Self::in_a_file(),
        }
    }

    fn in_a_file() -> Self {
        let build = env::current_exe().unwrap();
        let template = build.with_file_name(format!("template-{}.db", stamp(&build)));
        let database = Self::in_dir(tempfile::tempdir().unwrap());
        if !template.exists() {
            // Two that begin at once each make one, and the last one stays.
            let own = Self::in_dir(tempfile::tempdir_in(build.parent().unwrap()).unwrap());
            estrade_db::migrate::run(&own.url).unwrap();
            fs::rename(&own.url, &template).unwrap();
        }
        fs::copy(&template, &database.url).unwrap();
        database
    }

    fn in_dir(dir: TempDir) -> Self {
        let url = dir.path().join("estrade.db").to_string_lossy().into_owned();
        Self { url, dropped_by: None, _dir: Some(dir) }
    }

    fn on_postgres(admin: &str) -> Self {
        let template = format!("estrade_template_{}", stamp(&env::current_exe().unwrap()));
        Self::copied(admin, &template).unwrap_or_else(|_| {
            // Whoever comes first makes the template, and the others wait for it.
            let mut conn = Conn::open(admin).unwrap();
            conn.batch_execute("set statement_timeout = 0; select pg_advisory_lock(1)").unwrap();
            Self::copied(admin, &template).unwrap_or_else(|_| {
                let own = Self::copied(admin, "template1").unwrap();
                estrade_db::migrate::run(&own.url).unwrap();
                let (_, name) = own.dropped_by.as_ref().unwrap();
                run(admin, &format!("alter database {name} rename to {template}")).unwrap();
                Self::copied(admin, &template).unwrap()
            })
        })
    }

    fn copied(admin: &str, template: &str) -> Result<Self, String> {
        let name =
            format!("estrade_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        // As files: page by page through the log takes twice as long.
        run(admin, &format!("create database {name} template {template} strategy file_copy"))?;
        let (server, query) = admin.split_once('?').unwrap_or((admin, ""));
        let base = server.rsplit_once('/').unwrap().0;
        let url = format!("{base}/{name}?{query}");
        Ok(Self { url, dropped_by: Some((admin.to_owned(), name)), _dir: None })
    }
}

/// When the tests were built.
fn stamp(build: &Path) -> u128 {
    let built_at = fs::metadata(build).unwrap().modified().unwrap();
    built_at.duration_since(UNIX_EPOCH).unwrap().as_nanos()
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((admin, name)) = &self.dropped_by {
            run(admin, &format!("drop database if exists {name} with (force)")).unwrap();
        }
    }
}

fn run(admin: &str, sql: &str) -> Result<(), String> {
    Conn::open(admin).unwrap().batch_execute(sql).map_err(|error| error.to_string())
}
