//! Numbers: one sequence without a gap for each issuer and year of issue.

use std::fmt;

use chrono::Datelike;

use crate::world::{Instant, legal_day};

/// The number of an invoice: `EST-2026-00042`. Unique among those of its issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// The year of issue.
    pub year: i32,
    /// Its place in that year, from 1.
    pub sequence: i64,
}

/// Where a sequence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The last number drawn.
    pub number: Number,
    /// When it was.
    pub at: Instant,
}

impl Place {
    /// The next number and its moment: a clock that went back, or a transaction that waited, does not date an
    /// invoice before the one with the number below.
    #[must_use]
    pub fn next(self, now: Instant) -> Self {
        let number = Number { sequence: self.number.sequence + 1, ..self.number };
        Self { number, at: self.at.max(now) }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EST-{}-{:05}", self.year, self.sequence)
    }
}

impl Number {
    /// Reads what `Display` writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, sequence) = text.trim().strip_prefix("EST-")?.split_once('-')?;
        Some(Self { year: year.parse().ok()?, sequence: sequence.parse().ok()? })
    }

    /// The year of issue of what is issued now.
    #[must_use]
    pub fn year_at(now: Instant) -> i32 {
        legal_day(now).year()
    }
}
