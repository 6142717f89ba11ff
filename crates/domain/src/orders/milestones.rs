//! The life of a milestone: one for all four kinds of terms.
//!
//! `pending → started → delivered ⇄ revision_requested → accepted`, or `cancelled`. With kept funds
//! `pending → awaiting_payment → funded → started → …`. A dispute freezes what is in work, and ends in
//! what was frozen or in `settled`.

use crate::{money::Money, world::Instant};

/// Where a milestone stands, with what is true there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneState {
    /// Not begun; a period of a subscription has its day.
    Pending {
        /// When it begins; none when that depends on the one before, or on the client.
        opens_at: Option<Instant>,
    },
    /// The client is to pay it.
    AwaitingPayment {
        /// Until when.
        pay_by: Instant,
    },
    /// It is paid, and the provider is to begin.
    Funded {
        /// From when on the client may take its payment back, when nobody began.
        refundable_at: Instant,
        /// When it is given back by itself.
        start_by: Instant,
    },
    /// The provider works on it.
    Started {
        /// Since when.
        started_at: Instant,
        /// Until when it is to be delivered.
        due_at: Instant,
    },
    /// The client is to look at it.
    Delivered {
        /// When work on it began.
        started_at: Instant,
        /// When it was handed over.
        delivered_at: Instant,
        /// When it counts as approved.
        accept_by: Instant,
    },
    /// The provider works on changes.
    RevisionRequested {
        /// When work on it began.
        started_at: Instant,
        /// Until when the changes are to be delivered.
        due_at: Instant,
    },
    /// Approved.
    Accepted {
        /// When work on it began.
        started_at: Instant,
        /// When it was approved.
        accepted_at: Instant,
    },
    /// The two do not agree.
    Disputed {
        /// When work on it began.
        started_at: Instant,
        /// Since when.
        opened_at: Instant,
        /// What it comes back to when the dispute is closed.
        frozen: Frozen,
    },
    /// A dispute ended it.
    Settled {
        /// When work on it began.
        started_at: Instant,
        /// When.
        settled_at: Instant,
        /// What the provider got of it, VAT included; more than nothing.
        released: Money,
    },
    /// Called off.
    Cancelled {
        /// When.
        cancelled_at: Instant,
    },
}

/// Where a milestone stood when a dispute was opened, with the time that was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frozen {
    /// The provider worked.
    Started {
        /// Until when it was to be delivered.
        due_at: Instant,
    },
    /// The client looked at it.
    Delivered {
        /// When it was handed over.
        delivered_at: Instant,
        /// When it counted as approved.
        accept_by: Instant,
    },
    /// The provider worked on changes.
    RevisionRequested {
        /// Until when the changes were to be delivered.
        due_at: Instant,
    },
}

/// A part of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// What it is called; empty when the order has but one.
    pub name: String,
    /// Without VAT.
    pub net: Money,
    /// VAT included.
    pub gross: Money,
    /// Days from its start to its delivery.
    pub days: u32,
    /// How often the client asked for changes.
    pub revisions_used: u32,
    /// When its payment was kept; none when the two settle it between them.
    pub funded_at: Option<Instant>,
    /// Where it stands.
    pub state: MilestoneState,
}

impl Milestone {
    /// Whether nobody began it or paid it.
    pub(super) fn is_to_come(&self) -> bool {
        matches!(
            self.state,
            MilestoneState::Pending { .. } | MilestoneState::AwaitingPayment { .. }
        )
    }
}

impl MilestoneState {
    /// Whether nothing more comes of it.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Accepted { .. } | Self::Settled { .. } | Self::Cancelled { .. })
    }

    /// Its word in tables and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending { .. } => "pending",
            Self::AwaitingPayment { .. } => "awaiting_payment",
            Self::Funded { .. } => "funded",
            Self::Started { .. } => "started",
            Self::Delivered { .. } => "delivered",
            Self::RevisionRequested { .. } => "revision_requested",
            Self::Accepted { .. } => "accepted",
            Self::Disputed { .. } => "disputed",
            Self::Settled { .. } => "settled",
            Self::Cancelled { .. } => "cancelled",
        }
    }

    /// When work on it began.
    #[must_use]
    pub fn started_at(self) -> Option<Instant> {
        match self {
            Self::Started { started_at, .. }
            | Self::Delivered { started_at, .. }
            | Self::RevisionRequested { started_at, .. }
            | Self::Disputed { started_at, .. }
            | Self::Settled { started_at, .. }
            | Self::Accepted { started_at, .. } => Some(started_at),
            Self::Pending { .. }
            | Self::AwaitingPayment { .. }
            | Self::Funded { .. }
            | Self::Cancelled { .. } => None,
        }
    }

    /// When it was approved or settled.
    #[must_use]
    pub fn ended_at(self) -> Option<Instant> {
        match self {
            Self::Accepted { accepted_at, .. } => Some(accepted_at),
            Self::Settled { settled_at, .. } => Some(settled_at),
            _ => None,
        }
    }
}
