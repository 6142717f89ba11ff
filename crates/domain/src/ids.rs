//! The registry of ids: one type per kind of thing, shown and stored as prefixed text
//! (`tnd_01jd…`), so that a log, a table and a curl user all see the same.
//!
//! An id is a `UUIDv7` written as 26 characters of Crockford's base 32 behind its prefix
//! (the `TypeID` form). Text order is time order.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 26;

/// The text is no id of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the form {expected}_…")]
pub struct InvalidId {
    /// The prefix that was expected.
    pub expected: &'static str,
}

/// What each byte is worth as a digit; 32 and more is none. Lists read and write an id for each of their items.
const DIGITS: [u8; 256] = {
    let mut digits = [u8::MAX; 256];
    let mut value = 0;
    while value < 32 {
        digits[ALPHABET[value as usize] as usize] = value;
        value += 1;
    }
    digits
};

fn encode(prefix: &str, uuid: Uuid, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut value = uuid.as_u128();
    let mut text = [0; LENGTH];
    for place in text.iter_mut().rev() {
        *place = ALPHABET[(value & 31) as usize];
        value >>= 5;
    }
    f.write_str(prefix)?;
    f.write_str(std::str::from_utf8(&text).unwrap_or_default())
}

fn decode(text: &str) -> Option<Uuid> {
    if text.len() != LENGTH || text.as_bytes()[0] > b'7' {
        return None;
    }
    let value = text.bytes().try_fold(0_u128, |value, byte| {
        let digit = DIGITS[usize::from(byte)];
        (digit < 32).then(|| value << 5 | u128::from(digit))
    });
    value.map(Uuid::from_u128)
}

/// What all kinds of ids share.
pub trait Id: Copy + Sized {
    /// What stands before the underscore.
    const PREFIX: &'static str;

    /// Makes an id of this kind of a fresh `UUIDv7`.
    fn from_uuid(uuid: Uuid) -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl Id for $name {
            const PREFIX: &'static str = $prefix;

            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                encode(concat!($prefix, "_"), self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                text.strip_prefix(concat!($prefix, "_"))
                    .and_then(decode)
                    .map(Self)
                    .ok_or(InvalidId { expected: $prefix })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A person's login.
    AccountId = "acc";
    /// A party: client, provider or the operator.
    OrganizationId = "org";
    /// A browser's session.
    SessionId = "ses";
    /// An integrator's key.
    ApiKeyId = "key";
    /// An invitation to join an organization.
    InvitationId = "inv";
    /// A wish to have an account deleted.
    DeletionRequestId = "del";
    /// A barred identifier.
    BarId = "bar";
    /// An occasion that a client organizes.
    EventId = "evt";
    /// An event's call for offers.
    TenderId = "tnd";
    /// One trade of a tender.
    LotId = "lot";
    /// A provider's priced answer.
    OfferId = "ofr";
    /// A client's wish to be told a price.
    QuoteRequestId = "qrq";
    /// What a provider sells off the shelf.
    ServiceId = "svc";
    /// A mission that an accepted offer made.
    OrderId = "ord";
    /// Hours that were worked on a day.
    HoursId = "hrs";
    /// A client's review of a mission.
    ReviewId = "rev";
    /// What a client and a provider say to each other.
    ConversationId = "cnv";
    /// What a client needs, handed to a few providers.
    NeedId = "ned";
    /// A message or a piece of news in a conversation.
    EntryId = "ent";
    /// What a provider sorts its conversations by.
    TagId = "tag";
    /// A document, a picture or a demo tape that someone sent.
    FileId = "fil";
    /// An entry of the log of decisions.
    FactId = "fct";
    /// An outgoing mail.
    MailId = "eml";
    /// An in-app notification.
    NoticeId = "ntc";
    /// A timer.
    DeadlineId = "ddl";
    /// A provider's banner on a page.
    CampaignId = "cmp";
    /// What someone pays through the platform.
    PaymentId = "pay";
    /// A refund or a payout.
    OutgoingId = "out";
    /// A disagreement about a mission in work.
    DisputeId = "dsp";
    /// What someone says in a dispute.
    DisputeMessageId = "dsm";
    /// What a provider handed over for a milestone of an order.
    DeliveryId = "dlv";
    /// An invoice, a deposit invoice or a credit note.
    InvoiceId = "ivc";
    /// A provider's mandate to issue invoices in its name.
    MandateId = "mdt";
    /// A visitor's answer to whether an article of the help was of use.
    HelpVoteId = "hlv";
    /// What someone wrote to those who run the marketplace.
    ContactMessageId = "ctm";
    /// A small sum to solve before writing to them.
    SumId = "sum";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_shows() {
        for value in [0, 1, u128::MAX, 0x0193_5f2c_7a6b_7d4e_8f10_2132_4354_6576] {
            let id = TenderId::from_uuid(Uuid::from_u128(value));
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn an_id_of_another_kind_or_shape_is_refused() {
        let lot = LotId::from_uuid(Uuid::from_u128(7)).to_string();
        for text in [
            lot.as_str(),
            "",
            "tnd_",
            "tnd_8zzzzzzzzzzzzzzzzzzzzzzzzz",
            "tnd_0000000000000000000000000u",
        ] {
            assert_eq!(text.parse::<TenderId>(), Err(InvalidId { expected: "tnd" }), "{text}");
        }
    }
}
