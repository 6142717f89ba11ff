//! The API as people use it, on both databases. One binary, so that it links once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod api_keys;
mod authorization;
mod bodies;
mod cache;
mod campaigns;
mod closing;
mod contact_messages;
mod conversations;
mod custom_offers;
mod database;
mod deletion_requests;
mod deliveries;
mod directory;
mod files;
mod guards;
mod help_votes;
mod inbox;
mod invoices;
mod lease;
mod letters;
mod live;
mod loyalty;
mod mails;
mod members;
mod money;
mod needs;
mod notices;
mod offers;
mod operator;
mod organizations;
mod password_resets;
mod profiles;
mod quote_requests;
mod registrations;
mod services;
mod sessions;
mod site;
mod smtp;
mod tenders;
