//! What Estrade decides. No I/O, no clock, no randomness, no async: every decision is a function
//! of what it is given, and returns what changes and which facts to record, or why it refuses.

#![warn(missing_docs)]

pub mod accounts;
pub mod actor;
pub mod api_keys;
pub mod bars;
pub mod campaigns;
pub mod change;
pub mod contact_messages;
pub mod contacts;
pub mod conversations;
#[cfg(test)]
mod dead_ends;
pub mod deadlines;
pub mod deletion_requests;
pub mod deliveries;
pub mod departements;
pub mod directory;
pub mod disputes;
pub mod events;
pub mod facts;
pub mod fields;
pub mod files;
pub mod help_votes;
pub mod identifiers;
pub mod ids;
pub mod invitations;
pub mod invoices;
pub mod language;
pub mod ledger;
pub mod limits;
pub mod lots;
pub mod loyalty;
pub mod mails;
pub mod members;
pub mod money;
pub mod needs;
pub mod offers;
pub mod operators;
pub mod orders;
pub mod organizations;
pub mod outgoings;
pub mod passwords;
pub mod payments;
pub mod payout_accounts;
pub mod photos;
pub mod phrases;
pub mod plans;
pub mod quote_requests;
pub mod refusal;
pub mod registrations;
pub mod reviews;
pub mod sandbox;
pub mod search;
pub mod services;
pub mod tags;
pub mod tenders;
pub mod terms_rules;
pub mod text;
pub mod text_fold;
pub mod trades;
pub mod words;
pub mod world;
