//! The two databases. Beside it only the full-text search and the doors (`engine.rs`) know that there are two.

use std::time::{Duration, Instant};

use diesel::{
    Connection, ConnectionError, PgConnection, QueryResult, RunQueryDsl, SqliteConnection,
    r2d2::{ManageConnection, R2D2Connection},
};

pub use diesel::connection::SimpleConnection;

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// `PostgreSQL`, for those who outgrow one machine.
    Pg(PgConnection),
    /// Embedded `SQLite`, the default.
    Sqlite(SqliteConnection),
}

/// The oldest `SQLite` without the WAL-reset corruption bug.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// FULL makes an acknowledged write durable; 4 MB of page cache per connection are enough for short reads.
/// The timeout stands first: a last connection that is closing holds the file while the next one opens it.
const SQLITE_PRAGMAS: &str = "
    pragma busy_timeout = 5000;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma cache_size = -4000;
    pragma temp_store = memory;
    pragma journal_size_limit = 67108864;
";

pub(crate) const POSTGRES_SETTINGS: &str = "
    set statement_timeout = '10s';
    set lock_timeout = '5s';
    set idle_in_transaction_session_timeout = '30s';
    set timezone = 'UTC';
";

/// Whether this URL names a `PostgreSQL` database; anything else is a path of an `SQLite` file.
#[must_use]
pub fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

impl Conn {
    /// Opens the database that the URL's scheme names. The derived `establish` tries one after the
    /// other and would quietly make a file called `postgres://…` when the server is down.
    pub fn open(url: &str) -> Result<Self, ConnectionError> {
        if is_postgres(url) {
            let mut conn = PgConnection::establish(url)?;
            conn.batch_execute(POSTGRES_SETTINGS)
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
            return Ok(Self::Pg(conn));
        }
        let mut conn = SqliteConnection::establish(url.trim_start_matches("sqlite://"))?;
        conn.batch_execute(SQLITE_PRAGMAS).map_err(ConnectionError::CouldntSetupConfiguration)?;
        refuse_old_sqlite(&mut conn)?;
        Ok(Self::Sqlite(conn))
    }

    /// Begins a transaction that will write: in `SQLite` it takes the write lock now, so that it never
    /// finds out half-way that its snapshot is old.
    pub(crate) fn begin_write(&mut self) -> QueryResult<()> {
        match self {
            Self::Pg(conn) => conn.batch_execute("begin"),
            Self::Sqlite(conn) => conn.batch_execute("begin immediate"),
        }
    }

    /// Begins a transaction that only reads: all its reads see the same moment.
    pub(crate) fn begin_snapshot(&mut self) -> QueryResult<()> {
        match self {
            Self::Pg(conn) => conn.batch_execute("begin isolation level repeatable read read only"),
            Self::Sqlite(conn) => conn.batch_execute("begin"),
        }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

/// Inserts many rows in one statement; over the enum diesel inserts them one by one only. The rows must
/// not `treat_none_as_default_value`: `SQLite` would begin a transaction of its own for them.
macro_rules! insert_all {
    ($conn:expr, $table:expr, $rows:expr) => {{
        let rows = $rows;
        match &mut **$conn {
            $crate::Conn::Pg(conn) => diesel::insert_into($table).values(&rows).execute(conn),
            $crate::Conn::Sqlite(conn) => diesel::insert_into($table).values(&rows).execute(conn),
        }
    }};
}
pub(crate) use insert_all;

#[diesel::declare_sql_function]
extern "SQL" {
    /// The version of the library that is linked.
    fn sqlite_version() -> diesel::sql_types::Text;
}

fn refuse_old_sqlite(conn: &mut SqliteConnection) -> Result<(), ConnectionError> {
    let version: String = diesel::select(sqlite_version())
        .get_result(conn)
        .map_err(ConnectionError::CouldntSetupConfiguration)?;
    let mut numbers = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    if (next(), next(), next()) >= OLDEST_SQLITE {
        return Ok(());
    }
    Err(ConnectionError::BadConnection(format!(
        "SQLite {version} can corrupt its write-ahead log; 3.51.3 is needed"
    )))
}

/// A connection that was untouched for so long is tried before it is lent.
const TRIED_EVERY: Duration = Duration::from_secs(1);

/// Opens connections for the pool.
#[derive(Debug)]
pub(crate) struct Opener {
    pub(crate) url: String,
}

/// A connection of the pool.
pub(crate) struct Pooled {
    pub(crate) conn: Conn,
    tried_at: Instant,
}

impl ManageConnection for Opener {
    type Connection = Pooled;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Pooled, Self::Error> {
        let conn = Conn::open(&self.url).map_err(diesel::r2d2::Error::ConnectionError)?;
        Ok(Pooled { conn, tried_at: Instant::now() })
    }

    /// `PostgreSQL` may have gone since. To ask it each time would double the way to it, so it is asked at
    /// most once a second, and a connection that fails meanwhile is not used again.
    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), Self::Error> {
        if pooled.tried_at.elapsed() >= TRIED_EVERY {
            pooled.conn.batch_execute("select 1").map_err(diesel::r2d2::Error::QueryError)?;
            pooled.tried_at = Instant::now();
        }
        Ok(())
    }

    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        let is_broken = match &mut pooled.conn {
            Conn::Pg(conn) => conn.is_broken(),
            Conn::Sqlite(_) => false,
        };
        is_broken || std::thread::panicking()
    }
}
