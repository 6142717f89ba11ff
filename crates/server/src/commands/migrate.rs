//! `estrade migrate`: brings the database to the newest step and stops.

use crate::config::{Config, Fault};

/// Runs it.
pub fn run() -> Result<(), Fault> {
    Config::from_env()?.open_database().map(drop)
}
