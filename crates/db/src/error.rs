//! What can go wrong between a decision and its record.

use diesel::result::{DatabaseErrorKind, Error as Diesel};
use estrade_domain::{
    fields::Fields,
    refusal::{Refusal, Rejection},
};

/// Why a read or a write did not happen. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The domain refused.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Fields that only the database could judge (a handle that is taken).
    #[error("fields: {0:?}")]
    Fields(Fields),
    /// There is no such thing, or the asker may not see it.
    #[error("not found")]
    NotFound,
    /// Someone else wrote it meanwhile, again and again.
    #[error("lost the race")]
    Stale,
    /// The thing is no longer at the version that `If-Match` named.
    #[error("not at the version named")]
    PreconditionFailed,
    /// A row that this version of the program cannot read.
    #[error("corrupt row {id} in {table}")]
    Corrupt {
        /// Its table.
        table: &'static str,
        /// Its id.
        id: String,
    },
    /// No connection could be had, or the writer has stopped.
    #[error("database unavailable: {0}")]
    Unavailable(String),
    /// The database refused a statement.
    #[error(transparent)]
    Database(Diesel),
}

impl Error {
    /// Whether the same transaction may well succeed when it is tried again.
    pub(crate) fn is_race(&self) -> bool {
        match self {
            Self::Stale
            | Self::Database(Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => {
                true
            }
            // Deadlocks and SQLITE_BUSY come as `Unknown`.
            Self::Database(Diesel::DatabaseError(_, info)) => {
                info.message().contains("deadlock detected")
                    || info.message().contains("database is locked")
            }
            _ => false,
        }
    }

    /// Whether a UNIQUE constraint refused the row.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Database(Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _)))
    }

    /// Whether another row names the row that was to go.
    #[must_use]
    pub(crate) fn is_referenced(&self) -> bool {
        use DatabaseErrorKind::ForeignKeyViolation;
        matches!(self, Self::Database(Diesel::DatabaseError(ForeignKeyViolation, _)))
    }

    /// A row that cannot be read.
    pub fn corrupt(table: &'static str, id: impl std::fmt::Display) -> Self {
        Self::Corrupt { table, id: id.to_string() }
    }
}

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        match error {
            Diesel::NotFound => Self::NotFound,
            other => Self::Database(other),
        }
    }
}

macro_rules! from_refusals {
    ($($refusal:ty),+ $(,)?) => {$(
        impl From<$refusal> for Error {
            fn from(refusal: $refusal) -> Self {
                Self::Refused(refusal.into())
            }
        }
    )+};
}

estrade_domain::each_refusal!(from_refusals);

impl From<Fields> for Error {
    fn from(fields: Fields) -> Self {
        Self::Fields(fields)
    }
}

impl<R: Into<Refusal>> From<Rejection<R>> for Error {
    fn from(rejection: Rejection<R>) -> Self {
        match rejection {
            Rejection::Refused(refusal) => Self::Refused(refusal.into()),
            Rejection::Fields(fields) => fields.into(),
        }
    }
}
