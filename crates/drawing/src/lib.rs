//! What Estrade draws: pictures anew, and marked previews of what is delivered. Bytes in, bytes out, no I/O.
//!
//! The bytes come from strangers. Each function bounds what it takes, but a decoder may still run long or break:
//! pictures are drawn on threads of their own, previews in a process of their own.

#![warn(missing_docs)]

mod documents;
pub mod errand;
pub mod letters;
mod marks;
pub mod pictures;
pub mod previews;
