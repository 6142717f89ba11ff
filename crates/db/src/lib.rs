//! What Estrade records. The only crate that knows diesel.
//!
//! `Db::read`, `Db::page` and `Db::write` are the only doors. A write is one transaction: the row, the facts, or nothing.

pub mod accounts;
pub mod api_keys;
pub mod audience;
pub mod bars;
pub mod campaigns;
pub mod conn;
pub mod contact_messages;
pub mod conversations;
pub mod deadlines;
pub mod deletion_requests;
pub mod deliveries;
pub mod directory;
pub mod disputes;
pub mod endings;
mod engine;
pub mod erased_identifiers;
pub mod error;
pub mod events;
pub mod facts;
pub mod files;
pub mod help_votes;
pub mod housekeeping;
pub mod idempotency;
pub mod invitations;
pub mod invoices;
mod lanes;
pub mod leases;
pub mod ledger;
pub mod listings;
pub mod lots;
pub mod mails;
pub mod matching;
pub mod migrate;
pub mod missions;
pub mod needs;
pub mod notices;
pub mod offers;
pub mod operator;
pub mod operators;
pub mod orders;
pub mod organizations;
pub mod outgoings;
pub mod page;
pub mod payments;
pub mod payout_accounts;
mod pipes;
pub mod quote_requests;
pub mod relaying;
pub mod reviews;
pub mod sandbox;
pub mod schema;
pub mod search;
pub mod services;
pub mod sessions;
pub mod tags;
pub mod tenders;
pub mod terms_rules;
pub mod todo;
mod writer;

pub use conn::Conn;
pub use engine::{Db, Tx};
pub use error::Error;

/// Whether the database answers.
pub fn ping(conn: &mut Conn) -> Result<(), Error> {
    use diesel::connection::SimpleConnection;
    Ok(conn.batch_execute("select 1")?)
}
