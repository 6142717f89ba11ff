//! The pages of the public lists on `PostgreSQL`: many are asked for on one connection without waiting for each other's
//! answers (pipelining), so that a busy server neither wakes a thread nor makes a call to the system for each of them.
//!
//! Each thread has a pipe of its own, so that no answer wakes another thread. What is asked must be short: it is
//! answered in the order in which it was asked.

use std::{
    collections::HashMap,
    str::FromStr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

use diesel::{ConnectionError, QueryableByName, RunQueryDsl, sql_query, sql_types::Bool};
use diesel_async::{AsyncPgConnection, SimpleAsyncConnection};
use tokio::{sync::OnceCell, task::JoinHandle, time::timeout};
use tokio_postgres::{Config, NoTls};

use crate::{
    Conn, Error,
    conn::POSTGRES_SETTINGS,
    lanes::WAIT,
    page::{Listed, Page, Slice},
};

/// Where no pipe could be opened, none is tried again so soon.
const PAUSE: Duration = Duration::from_secs(10);

pub(crate) struct Pipes {
    config: Config,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    open: HashMap<ThreadId, Slot>,
    failed_at: Option<Instant>,
}

/// Whoever comes first opens it; who comes meanwhile waits for that.
type Slot = Arc<OnceCell<Pipe>>;

struct Pipe {
    conn: AsyncPgConnection,
    /// Sends and receives until the connection ends.
    driver: JoinHandle<()>,
}

#[derive(QueryableByName)]
struct Encrypted {
    #[diesel(sql_type = Bool)]
    ssl: bool,
}

impl Pipes {
    /// None where this client cannot do as the other one does: it knows fewer parameters of a URL, and no encryption.
    pub(crate) fn beside(conn: &mut Conn, url: &str) -> Result<Option<Self>, Error> {
        let encrypted: Encrypted =
            sql_query("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                .get_result(conn)?;
        let config = Config::from_str(url).ok().filter(|_| !encrypted.ssl);
        Ok(config.map(|mut config| {
            if config.get_connect_timeout().is_none() {
                config.connect_timeout(WAIT);
            }
            Self { config, state: Mutex::default() }
        }))
    }

    /// Reads a page; gives it back where there is no pipe to read it on.
    pub(crate) async fn read<P: Page>(&self, page: P) -> Result<Result<Slice<Listed>, Error>, P> {
        let Some(slot) = self.slot() else { return Err(page) };
        let Ok(pipe) = slot.get_or_try_init(|| self.open()).await else { return Err(page) };
        let outcome = match timeout(WAIT, page.read_piped(&pipe.conn)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Error::Unavailable("a list was not read in time".to_owned())),
        };
        // What went wrong may have been the connection.
        if outcome.is_err() {
            self.leave(&slot);
        }
        Ok(outcome)
    }

    /// The pipe of this thread, unless none could be opened just now.
    fn slot(&self) -> Option<Slot> {
        let mut state = self.state();
        if state.failed_at.is_some_and(|at| at.elapsed() < PAUSE) {
            return None;
        }
        let slot = state.open.entry(thread::current().id()).or_default();
        if slot.get().is_some_and(|pipe| pipe.driver.is_finished()) {
            *slot = Slot::default();
        }
        Some(Arc::clone(slot))
    }

    fn leave(&self, left: &Slot) {
        self.state().open.retain(|_, slot| !Arc::ptr_eq(slot, left));
    }

    async fn open(&self) -> Result<Pipe, ConnectionError> {
        let opened = self.connect().await;
        self.state().failed_at = opened.as_ref().err().map(|error| {
            tracing::warn!(%error, "lists are read one by one");
            Instant::now()
        });
        opened
    }

    async fn connect(&self) -> Result<Pipe, ConnectionError> {
        let (client, connection) = self
            .config
            .connect(NoTls)
            .await
            .map_err(|error| ConnectionError::BadConnection(error.to_string()))?;
        let driver = tokio::spawn(async {
            if let Err(error) = connection.await {
                tracing::warn!(%error, "a connection to the database ended");
            }
        });
        let mut conn = AsyncPgConnection::try_from(client).await?;
        conn.batch_execute(POSTGRES_SETTINGS)
            .await
            .map_err(ConnectionError::CouldntSetupConfiguration)?;
        Ok(Pipe { conn, driver })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
