//! A fresh database for each test, gone with it.

use std::{
    env,
    sync::atomic::{AtomicU32, Ordering},
};

use estrade_db::Conn;
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
    /// Creates one, at the newest step.
    #[must_use]
    pub fn create() -> Self {
        let database = match env::var("ESTRADE_TEST_POSTGRES").ok().filter(|url| !url.is_empty()) {
            Some(admin) => Self::on_postgres(&admin),
            None => Self::in_a_file(),
        };
        estrade_db::migrate::run(&database.url).unwrap();
        database
    }

    fn in_a_file() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let url = dir.path().join("estrade.db").to_string_lossy().into_owned();
        Self { url, dropped_by: None, _dir: Some(dir) }
    }

    fn on_postgres(admin: &str) -> Self {
        let name =
            format!("estrade_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        run(admin, &format!("create database {name}"));
        let (server, query) = admin.split_once('?').unwrap_or((admin, ""));
        let base = server.rsplit_once('/').unwrap().0;
        let url = format!("{base}/{name}?{query}");
        Self { url, dropped_by: Some((admin.to_owned(), name)), _dir: None }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((admin, name)) = &self.dropped_by {
            run(admin, &format!("drop database {name} with (force)"));
        }
    }
}

fn run(admin: &str, sql: &str) {
    use estrade_db::conn::SimpleConnection;
    Conn::open(admin).unwrap().batch_execute(sql).unwrap();
}
