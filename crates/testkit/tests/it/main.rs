//! The API as people use it, on both databases. One binary, so that it links once.

mod bodies;
mod guards;
mod password_resets;
mod profiles;
mod registrations;
mod sessions;
