//! What people send beside their words: documents, pictures, demo tapes, and what they deliver.
//!
//! `incoming → loose → attached`, back to `loose`, `leaving` from any. Invariants: what a file is, its content
//! decides and never its name; a file hangs on one thing at a time, put there by the organization that sent it;
//! what was sent for a delivery is kept as it is and hangs on nothing else; what hangs on nothing for a day leaves.

mod media;
mod names;
mod refusals;

pub use self::{
    media::{MediaType, recognize, recognize_any},
    names::{clean_name, original_name},
    refusals::FileRefusal,
};

use chrono::TimeDelta;

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{AccountId, CampaignId, DeliveryId, EntryId, FileId, OrganizationId, ServiceId},
    text, words,
    world::Instant,
};

/// The largest file that is taken, in bytes: « 20 Mo ».
pub const BYTES_MAX: u64 = 20 * 1024 * 1024;
/// At most so many files with a message.
pub const ATTACHMENTS_MAX: usize = 5;
/// At most so many files of an organization that hang on nothing.
pub const LOOSE_MAX: i64 = 40;
/// How long a file may hang on nothing.
pub const LOOSE_FOR: TimeDelta = TimeDelta::hours(24);

words! {
    /// Where a file stands, in a word.
    pub enum FileStatus {
        /// Its bytes are on their way to where they are kept.
        Incoming = "incoming",
        /// It hangs on nothing yet.
        Loose = "loose",
        /// It hangs on a message, a service or a delivery.
        Attached = "attached",
        /// Nobody sees it any more; its bytes are about to go.
        Leaving = "leaving",
    }

    /// What a file was sent for: it is kept accordingly, and hangs on nothing else.
    pub enum Purpose {
        /// To go with a message, or to show a service.
        Attachment = "attachment",
        /// To be handed over in a delivery, byte for byte.
        Delivery = "delivery",
        /// To be shown in a campaign, in one of its sizes.
        Banner = "banner",
    }

    /// In which form the bytes of a file are kept.
    pub enum Rendition {
        /// All of it.
        Whole = "whole",
        /// Of a picture: small enough for a list.
        Small = "small",
    }
}

/// What a file hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A message.
    Message(EntryId),
    /// A service, whose photo it is.
    Service(ServiceId),
    /// A delivery.
    Delivery(DeliveryId),
    /// A provider's sheet, whose photo it is.
    Sheet(OrganizationId),
    /// An advertising campaign, whose banner it is.
    Campaign(CampaignId),
}

/// Where a file stands, with what is true there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// Its bytes are on their way to where they are kept.
    Incoming {
        /// Since then.
        since: Instant,
    },
    /// It hangs on nothing.
    Loose {
        /// Since then.
        since: Instant,
    },
    /// It hangs on something.
    Attached(Holder),
    /// Nobody sees it any more.
    Leaving,
}

/// How large a picture is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// What a file holds, once it was looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// What people call it.
    pub name: String,
    /// What it is.
    pub media: MediaType,
    /// How many bytes it has.
    pub size_bytes: u64,
    /// Their SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// How large it is, if it is a picture.
    pub picture: Option<Extent>,
}

/// Something that people send beside their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// The party that sent it.
    pub organization: OrganizationId,
    /// The person who did.
    pub account: AccountId,
    /// What for.
    pub purpose: Purpose,
    /// What it holds.
    pub holding: Holding,
    /// Where it stands.
    pub state: FileState,
    /// When it was sent.
    pub created_at: Instant,
}

/// Under what name the bytes of a file are kept.
#[must_use]
pub fn object_name(id: FileId, rendition: Rendition) -> String {
    format!("{id}.{}", rendition.as_str())
}

/// Reads which files a request names below this field: at most so many, each once.
pub fn read_ids(given: &[String], most: usize, field: &str) -> Result<Vec<FileId>, Fields> {
    let mut fields = Fields::default();
    if given.len() > most {
        return Err(Fields::one(field, text::too_many(most)));
    }
    let mut read: Vec<FileId> = Vec::new();
    for (place, id) in given.iter().enumerate() {
        match id.parse() {
            Ok(id) if !read.contains(&id) => read.push(id),
            _ => fields.refuse(format!("{field}/{place}"), text::unknown_choice()),
        }
    }
    fields.check().map(|()| read)
}

impl Holder {
    /// What a file that hangs on it was sent for.
    #[must_use]
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Message(_) | Self::Service(_) | Self::Sheet(_) => Purpose::Attachment,
            Self::Delivery(_) => Purpose::Delivery,
            Self::Campaign(_) => Purpose::Banner,
        }
    }
}

impl FileState {
    /// In a word.
    #[must_use]
    pub fn status(self) -> FileStatus {
        match self {
            Self::Incoming { .. } => FileStatus::Incoming,
            Self::Loose { .. } => FileStatus::Loose,
            Self::Attached(_) => FileStatus::Attached,
            Self::Leaving => FileStatus::Leaving,
        }
    }
}

impl File {
    /// Whether this person may send another file, when so many of its organization hang on nothing.
    pub fn may_be_sent(actor: &Actor, purpose: Purpose, loose: i64) -> Result<(), FileRefusal> {
        match (actor.kind, purpose) {
            (OrganizationKind::Operator, _) => return Err(FileRefusal::NotOperators),
            (OrganizationKind::Client, Purpose::Delivery) => {
                return Err(FileRefusal::ProvidersDeliver);
            }
            (OrganizationKind::Client, Purpose::Banner) => {
                return Err(FileRefusal::ProvidersAdvertise);
            }
            _ => {}
        }
        if loose >= LOOSE_MAX {
            return Err(FileRefusal::TooManyLoose);
        }
        Ok(())
    }

    /// A file whose bytes are about to be kept. Nobody sees it yet.
    pub fn send(
        actor: &Actor,
        purpose: Purpose,
        loose: i64,
        id: FileId,
        holding: Holding,
        now: Instant,
    ) -> Result<Self, FileRefusal> {
        Self::may_be_sent(actor, purpose, loose)?;
        Ok(Self {
            id,
            organization: actor.organization,
            account: actor.account,
            purpose,
            holding,
            state: FileState::Incoming { since: now },
            created_at: now,
        })
    }

    /// Its bytes are kept.
    pub fn arrive(self, now: Instant) -> Result<Change<Self>, FileRefusal> {
        match self.state {
            FileState::Incoming { .. } => {
                let fact = Fact::FileSent { file: self.id, organization: self.organization };
                Ok(Change::new(Self { state: FileState::Loose { since: now }, ..self }, fact))
            }
            FileState::Loose { .. } | FileState::Attached(_) => Err(FileRefusal::AlreadyAttached),
            FileState::Leaving => Err(FileRefusal::Gone),
        }
    }

    /// It hangs on something from now on; what hangs there already stays.
    pub fn attach(self, actor: &Actor, holder: Holder) -> Result<Self, FileRefusal> {
        if !actor.is_of(self.organization) {
            return Err(FileRefusal::NotYours);
        }
        if self.purpose != holder.purpose() {
            return Err(FileRefusal::SentForOther);
        }
        match self.state {
            FileState::Loose { .. } => Ok(Self { state: FileState::Attached(holder), ..self }),
            FileState::Attached(present) if present == holder => Ok(self),
            FileState::Attached(_) => Err(FileRefusal::AlreadyAttached),
            FileState::Incoming { .. } | FileState::Leaving => Err(FileRefusal::Gone),
        }
    }

    /// It hangs on nothing from now on.
    #[must_use]
    pub fn release(self, now: Instant) -> Self {
        match self.state {
            FileState::Attached(_) => Self { state: FileState::Loose { since: now }, ..self },
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests;
