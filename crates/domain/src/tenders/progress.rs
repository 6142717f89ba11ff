//! Where the preparation of an event stands, counted from the lots of its tender (S1-041).

use serde::Serialize;

use super::{Tender, TenderState};
use crate::{lots::LotStatus, words};

words! {
    /// The one word for where a tender stands: what is the least advanced of what may still advance.
    pub enum TenderStatus {
        /// Being written.
        Draft = "draft",
        /// At least one lot takes offers.
        Open = "open",
        /// All lots are given, at least one provider has not confirmed.
        Awaiting = "awaiting",
        /// All providers confirmed, at least one still works.
        InWork = "in_work",
        /// All missions are ended.
        Done = "done",
        /// Ended by the client before.
        Closed = "closed",
    }
}

/// How many lots stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Lots of a draft.
    pub draft: u32,
    /// Taking offers.
    pub open: u32,
    /// Given, not confirmed.
    pub awaiting: u32,
    /// Confirmed.
    pub in_work: u32,
    /// Ended.
    pub done: u32,
    /// Dropped, or closed with the tender.
    pub closed: u32,
}

impl Tender {
    /// How many lots stand where.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for lot in &self.lots {
            let count = match lot.status() {
                LotStatus::Draft => &mut progress.draft,
                LotStatus::Open => &mut progress.open,
                LotStatus::Chosen => &mut progress.awaiting,
                LotStatus::InWork => &mut progress.in_work,
                LotStatus::Done => &mut progress.done,
                LotStatus::Closed => &mut progress.closed,
            };
            *count += 1;
        }
        progress
    }

    /// The one word for where it stands.
    #[must_use]
    pub fn status(&self) -> TenderStatus {
        let lots = self.progress();
        match self.state {
            TenderState::Draft { .. } => TenderStatus::Draft,
            TenderState::Closed { .. } => TenderStatus::Closed,
            TenderState::Published { .. } if lots.open > 0 => TenderStatus::Open,
            TenderState::Published { .. } if lots.awaiting > 0 => TenderStatus::Awaiting,
            TenderState::Published { .. } if lots.in_work > 0 => TenderStatus::InWork,
            TenderState::Published { .. } => TenderStatus::Done,
        }
    }
}
