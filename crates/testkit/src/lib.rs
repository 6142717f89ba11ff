//! What tests stand on: one server and one database per test, people of every kind, a clock to advance.
//!
//! `ESTRADE_TEST_POSTGRES` names the admin database of a `PostgreSQL` cluster; then every test gets a
//! database of its own there. Without it every test gets an `SQLite` file. `make test` runs both.

#![expect(clippy::missing_panics_doc, reason = "a test that cannot go on panics")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![expect(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "an answer that was as expected may be dropped"
)]

pub mod app;
pub mod clock;
mod database;
pub mod files;
pub mod missions;
pub mod people;
pub mod reply;

pub use app::{TestApp, platform};
pub use clock::TestWorld;
pub use database::TestDatabase;
pub use people::Person;
pub use reply::Reply;
