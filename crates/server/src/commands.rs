//! The commands, one file each.

pub mod demo;
pub mod migrate;
pub mod openapi;
pub mod serve;
pub mod worker;
