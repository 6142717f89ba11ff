//! What a provider hands over for a milestone (« livraison »): words and files, again after each revision.
//!
//! Invariants: the client gets the bytes of a file once that milestone is accepted, by itself or by silence, and
//! never otherwise; until then it sees marked previews of pictures and documents, and of all else what it is called,
//! how large it is and its SHA-256. A milestone that was called off never opens.

use chrono::NaiveDate;

use crate::{
    actor::Actor,
    change::Change,
    facts::{Fact, Job},
    fields::Fields,
    files::{File, MediaType, read_ids},
    ids::{DeliveryId, FileId, OrderId},
    limits::Limits,
    orders::{MAX_TEXT, MilestoneState, Order, OrderRefusal},
    text, words,
    world::Instant,
};

/// At most so many files in a delivery.
pub const FILES_MAX: usize = 20;

words! {
    /// Whether the client gets the bytes of what was delivered.
    pub enum Seal {
        /// Not yet: it is to look at the previews.
        Sealed = "sealed",
        /// Yes: it accepted the milestone, or let the time to look at it pass.
        Open = "open",
        /// No: the milestone was called off.
        Closed = "closed",
    }

    /// How far the previews of a file are.
    pub enum PreviewState {
        /// To be drawn.
        Due = "due",
        /// There they are.
        Drawn = "drawn",
        /// It cannot be drawn: the file stays sealed without one.
        Impossible = "impossible",
    }
}

/// What was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// Of which order.
    pub order: OrderId,
    /// For which of its milestones, from 1.
    pub milestone: u32,
    /// What the provider wrote with it; empty once the provider was erased.
    pub message: String,
    /// When.
    pub delivered_at: Instant,
}

/// What a provider wants to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// In its words.
    pub message: String,
    /// Files that it sent for a delivery, in their order.
    pub files: Vec<FileId>,
}

/// What handing over makes: recorded together, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// The order, delivered.
    pub order: Change<Order>,
    /// What was handed over.
    pub delivery: Delivery,
}

/// The marked pages of a file: one of a picture, all of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preview {
    /// How far they are.
    pub state: PreviewState,
    /// How many there are, or are being drawn.
    pub pages: u32,
}

impl Seal {
    /// What stands of a milestone says it of all that was delivered for it.
    #[must_use]
    pub fn of(state: MilestoneState) -> Self {
        match state {
            // A settlement pays the provider at least in part.
            MilestoneState::Accepted { .. } | MilestoneState::Settled { .. } => Self::Open,
            MilestoneState::Cancelled { .. } => Self::Closed,
            MilestoneState::Pending { .. }
            | MilestoneState::AwaitingPayment { .. }
            | MilestoneState::Funded { .. }
            | MilestoneState::Disputed { .. }
            | MilestoneState::Started { .. }
            | MilestoneState::Delivered { .. }
            | MilestoneState::RevisionRequested { .. } => Self::Sealed,
        }
    }

    /// The words of the states of a milestone in which it is so, for queries.
    #[must_use]
    pub fn milestone_states(self) -> &'static [&'static str] {
        match self {
            Self::Open => &["accepted", "settled"],
            Self::Closed => &["cancelled"],
            Self::Sealed => &[
                "pending",
                "awaiting_payment",
                "funded",
                "started",
                "delivered",
                "revision_requested",
                "disputed",
            ],
        }
    }
}

impl Parcel {
    /// Reads what is handed over of an order. A sheet of hours speaks for itself.
    pub fn parse(order: &Order, message: &str, files: &[String]) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let message = fields.take(
            "/message",
            match order.timesheet {
                Some(_) => text::optional_paragraphs(message, MAX_TEXT),
                None => text::paragraphs(message, MAX_TEXT),
            },
        );
        let files = read_ids(files, FILES_MAX, "/files");
        match (message, files.map_err(|wrong| fields.absorb("", wrong))) {
            (Some(message), Ok(files)) => Ok(Self { message, files }),
            _ => Err(fields),
        }
    }
}

impl Delivery {
    /// The provider hands the current milestone of an order over (S4-015).
    pub fn hand_over(
        order: Order,
        actor: &Actor,
        id: DeliveryId,
        message: &str,
        limits: &Limits,
        now: Instant,
    ) -> Result<HandedOver, OrderRefusal> {
        let (of, milestone) = (order.id, order.current().map(|(number, _)| number));
        let change = order.deliver(actor, message.to_owned(), limits, now)?;
        let milestone = milestone.ok_or(OrderRefusal::Over)?;
        let message = message.to_owned();
        let delivery = Self { id, order: of, milestone, message, delivered_at: now };
        Ok(HandedOver { order: change, delivery })
    }

    /// The fact that tells which files came with it; none when none did.
    #[must_use]
    pub fn with_files(&self, job: Job, files: &[FileId]) -> Option<Fact> {
        (!files.is_empty()).then(|| Fact::FilesDelivered {
            delivery: self.id,
            job,
            milestone: self.milestone,
            files: files.to_vec(),
        })
    }
}

/// Whether marked previews are drawn of such a file; all else is sealed without.
#[must_use]
pub fn is_previewed(file: &File) -> bool {
    let media = file.holding.media;
    media.is_picture() || media == MediaType::Pdf
}

/// What a preview is marked with: for whom it was drawn, and of which day the delivery is.
#[must_use]
pub fn caption(client: &str, delivered_on: NaiveDate) -> String {
    format!("{client} · {}", delivered_on.format("%d/%m/%Y"))
}

/// Under what name a marked page is kept, from 1.
#[must_use]
pub fn page_name(file: FileId, page: u32) -> String {
    format!("{file}.marked-{page}")
}

#[cfg(test)]
mod tests;
