//! Time, ids and secrets come from outside: the server gives real ones, a test gives its own.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use uuid::Uuid;

use crate::ids::Id;

/// A moment, in UTC, whole milliseconds (`SQLite` would keep nanoseconds, `PostgreSQL` microseconds).
pub type Instant = DateTime<Utc>;

/// What the domain does not make itself.
pub trait World: Send + Sync {
    /// The present moment, truncated to milliseconds.
    fn now(&self) -> Instant;

    /// A fresh `UUIDv7`.
    fn uuid(&self) -> Uuid;

    /// 32 bytes nobody can guess.
    fn secret(&self) -> [u8; 32];
}

impl dyn World + '_ {
    /// A fresh id of the wanted kind.
    pub fn id<I: Id>(&self) -> I {
        I::from_uuid(self.uuid())
    }
}

/// The day of a moment in mainland France, by whose calendar people and the law count.
#[must_use]
pub fn legal_day(at: Instant) -> NaiveDate {
    at.with_timezone(&Paris).date_naive()
}
