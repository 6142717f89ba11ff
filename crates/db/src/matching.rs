//! Who matches whom: the open tenders of a provider, and the providers of a published tender.
//!
//! A provider matches a tender when one of its trades is an open lot's, and it serves the département or
//! the whole of France, unless it blocked the client. Both lists merge ranges of an index, one for each trade (and département), so a
//! page costs what it shows and not what there is.

mod applications;
mod blocks;
mod hidden;
mod potential;
mod providers;

pub use applications::{Application, applications};
pub use hidden::{hidden, hide, is_hidden, unhide};
pub use potential::{Area, potential};
pub use providers::{Batch, Match, providers_matching};
