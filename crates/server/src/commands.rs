//! The commands, one file each.

pub mod demo;
pub mod draw;
pub mod ledger;
pub mod migrate;
pub mod openapi;
pub mod operator;
pub mod serve;
pub mod worker;
