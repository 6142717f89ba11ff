//! What Estrade says: a JSON API over actix-web, described by its own OpenAPI document.

pub mod accounts;
pub mod api_keys;
pub mod app;
pub mod body;
pub mod caller;
pub mod deletion_requests;
pub mod given;
pub mod health;
pub mod idempotency;
pub mod if_match;
pub mod invitations;
pub mod limits;
pub mod lots;
pub mod members;
pub mod middleware;
pub mod money;
pub mod offers;
pub mod openapi;
pub mod organizations;
pub mod page;
pub mod password_resets;
pub mod passwords;
pub mod problem;
pub mod providers;
pub mod reference;
pub mod registrations;
pub mod reply;
pub mod reviews;
mod routes;
pub mod sessions;
pub mod site;
pub mod tenders;
pub mod tokens;

pub use app::{App, Settings};
pub use routes::configure;
