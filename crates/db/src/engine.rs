//! The two doors: `read` and `write`.

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

use diesel::{
    connection::SimpleConnection, dsl::sql, expression::SqlLiteral, r2d2::Pool, sql_types::Bool,
};
use estrade_domain::{
    ids::Id,
    world::{Instant, World},
};
use tokio::sync::Notify;

use crate::{
    Conn, Error,
    conn::{Opener, is_postgres},
    lanes::{Lanes, WAIT},
    page::{Listed, Page, Slice},
    pipes::Pipes,
    writer::Writer,
};

/// How often a write that lost a race is tried again before the caller hears of it.
const TRIES: u32 = 6;

/// The database.
#[derive(Clone)]
pub struct Db {
    side: Side,
    world: Arc<dyn World>,
    changed: Arc<Notify>,
}

/// How each database is used best.
#[derive(Clone)]
enum Side {
    /// `SQLite` is read here and now, since the hop to another thread would cost more than a short read; it has one
    /// writer.
    Embedded { readers: Pool<Opener>, writer: Writer },
    /// `PostgreSQL` is waited for elsewhere, save for lists.
    Remote { lanes: Lanes, pipes: Option<Arc<Pipes>> },
}

/// A transaction that writes. It reads through `Conn`, and knows the time and how to make ids.
pub struct Tx<'a> {
    conn: &'a mut Conn,
    world: &'a dyn World,
    now: Instant,
}

impl Tx<'_> {
    /// The moment of this transaction.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.now
    }

    /// A fresh id.
    #[must_use]
    pub fn id<I: Id>(&self) -> I {
        self.world.id()
    }

    /// 32 bytes nobody can guess.
    #[must_use]
    pub fn secret(&self) -> [u8; 32] {
        self.world.secret()
    }
}

impl Deref for Tx<'_> {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        self.conn
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn
    }
}

impl Db {
    /// Opens the database at a URL (`postgres://…`) or path (`SQLite`), with this many connections.
    pub fn open(url: &str, connections: u32, world: Arc<dyn World>) -> Result<Self, Error> {
        let opener = || Opener { url: url.to_owned() };
        // Opening one first gives the real reason when it fails; the pool would only say that it waited.
        let mut first = Conn::open(url).map_err(|error| Error::Unavailable(error.to_string()))?;
        let pool = Pool::builder()
            .max_size(connections)
            .min_idle(Some(1))
            .test_on_check_out(is_postgres(url))
            .connection_timeout(WAIT)
            .build(opener())
            .map_err(|error| Error::Unavailable(error.to_string()))?;
        let side = if is_postgres(url) {
            let pipes = Pipes::beside(&mut first, url)?.map(Arc::new);
            Side::Remote { lanes: Lanes::new(pool), pipes }
        } else {
            Side::Embedded { readers: pool, writer: Writer::start(url)? }
        };
        Ok(Self { side, world, changed: Arc::default() })
    }

    /// Time, ids and secrets.
    #[must_use]
    pub fn world(&self) -> &dyn World {
        &*self.world
    }

    /// Reads.
    pub async fn read<T, F>(&self, read: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    {
        match &self.side {
            Side::Embedded { readers, .. } => {
                let pooled = readers.get();
                read(&mut pooled.map_err(|error| Error::Unavailable(error.to_string()))?.conn)
            }
            Side::Remote { lanes, .. } => lanes.run(read).await,
        }
    }

    /// Reads a page of a list that everyone reads.
    pub async fn page(&self, page: impl Page) -> Result<Slice<Listed>, Error> {
        let page = match &self.side {
            Side::Remote { pipes: Some(pipes), .. } => match pipes.read(page).await {
                Ok(outcome) => return outcome,
                Err(page) => page,
            },
            _ => page,
        };
        self.read(|conn| page.read(conn)).await
    }

    /// Writes, in one transaction; tried again when it lost a race, so `write` may run several times.
    pub async fn write<T, F>(&self, write: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        let world = Arc::clone(&self.world);
        let attempt = move |conn: &mut Conn| {
            let now = world.now();
            write(&mut Tx { conn, world: &*world, now })
        };
        let outcome = match &self.side {
            Side::Embedded { writer, .. } => writer.write(attempt).await,
            Side::Remote { lanes, .. } => lanes.run(move |conn| with_tries(conn, attempt)).await,
        };
        if outcome.is_ok() {
            self.changed.notify_one();
        }
        outcome
    }

    /// Waits until this node has written something; for one who waits at a time.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }
}

fn with_tries<T>(
    conn: &mut Conn,
    write: impl Fn(&mut Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut tries = 1;
    loop {
        match transaction(conn, &write) {
            Err(error) if error.is_race() && tries < TRIES => tries += 1,
            Err(error) if error.is_race() => return Err(Error::Stale),
            outcome => return outcome,
        }
    }
}

/// A filter that passes everything, for a query that several indexes could serve.
///
/// PostgreSQL plans a prepared statement once for all values, as if each organization had as much as the average
/// one: the inbox of a large one then took a second instead of a millisecond. Diesel does not keep a statement
/// with literal SQL prepared, so this one is planned for the values it has. It costs a tenth of a millisecond.
pub(crate) fn planned_for_its_values() -> SqlLiteral<Bool> {
    sql::<Bool>("true")
}

fn transaction<T>(
    conn: &mut Conn,
    write: impl Fn(&mut Conn) -> Result<T, Error>,
) -> Result<T, Error> {
    conn.begin_write()?;
    match write(conn) {
        Ok(done) => {
            conn.batch_execute("commit")?;
            Ok(done)
        }
        Err(error) => {
            conn.batch_execute("rollback")?;
            Err(error)
        }
    }
}
