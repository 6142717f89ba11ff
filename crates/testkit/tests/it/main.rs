//! The API as people use it, on both databases. One binary, so that it links once.

mod bodies;
mod registrations;
