//! `estrade openapi`: prints the OpenAPI document.

use crate::config::Fault;

/// Runs it.
pub fn run() -> Result<(), Fault> {
    println!("{}", serde_json::to_string_pretty(&estrade_api::openapi::document())?);
    Ok(())
}
