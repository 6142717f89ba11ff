//! The row of a file, and the way there and back.

use diesel::prelude::*;
use estrade_domain::{
    files::{Extent, File, FileState, FileStatus, Holder, Holding, MediaType, Purpose},
    world::Instant,
};

use crate::{Error, schema::files};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = files, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct Row {
    id: String,
    organization_id: String,
    account_id: String,
    name: String,
    media_type: String,
    size_bytes: i64,
    sha256: String,
    width: Option<i32>,
    height: Option<i32>,
    state: String,
    loose_at: Option<i64>,
    pub(super) entry_id: Option<String>,
    service_id: Option<String>,
    place: i32,
    created_at: i64,
    purpose: String,
    pub(super) delivery_id: Option<String>,
    sheet_id: Option<String>,
    campaign_id: Option<String>,
}

impl Row {
    /// The row of a file that stands at this place among the others of its holder.
    pub(super) fn new(file: &File, place: i32) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("files", file.id);
        let Holding { name, media, size_bytes, sha256, picture } = file.holding.clone();
        let side = |side: fn(Extent) -> u32| picture.map(|it| i32::try_from(side(it))).transpose();
        let (loose_at, holder) = match file.state {
            FileState::Incoming { since } | FileState::Loose { since } => {
                (Some(since.timestamp_millis()), None)
            }
            FileState::Attached(holder) => (None, Some(holder)),
            FileState::Leaving => (None, None),
        };
        Ok(Self {
            id: file.id.to_string(),
            organization_id: file.organization.to_string(),
            account_id: file.account.to_string(),
            name,
            media_type: media.as_str().to_owned(),
            size_bytes: i64::try_from(size_bytes).map_err(|_| corrupt())?,
            sha256,
            width: side(|it| it.width).map_err(|_| corrupt())?,
            height: side(|it| it.height).map_err(|_| corrupt())?,
            state: file.state.status().as_str().to_owned(),
            loose_at,
            entry_id: match holder {
                Some(Holder::Message(entry)) => Some(entry.to_string()),
                _ => None,
            },
            service_id: match holder {
                Some(Holder::Service(service)) => Some(service.to_string()),
                _ => None,
            },
            place,
            created_at: file.created_at.timestamp_millis(),
            purpose: file.purpose.as_str().to_owned(),
            delivery_id: match holder {
                Some(Holder::Delivery(delivery)) => Some(delivery.to_string()),
                _ => None,
            },
            sheet_id: match holder {
                Some(Holder::Sheet(provider)) => Some(provider.to_string()),
                _ => None,
            },
            campaign_id: match holder {
                Some(Holder::Campaign(campaign)) => Some(campaign.to_string()),
                _ => None,
            },
        })
    }

    fn state(&self) -> Option<FileState> {
        let since = self.loose_at.and_then(Instant::from_timestamp_millis);
        Some(match FileStatus::from_word(&self.state)? {
            FileStatus::Incoming => FileState::Incoming { since: since? },
            FileStatus::Loose => FileState::Loose { since: since? },
            FileStatus::Attached => FileState::Attached(self.holder()?),
            FileStatus::Leaving => FileState::Leaving,
        })
    }

    fn holder(&self) -> Option<Holder> {
        match (&self.entry_id, &self.service_id, &self.delivery_id, &self.sheet_id) {
            (Some(entry), ..) => entry.parse().ok().map(Holder::Message),
            (None, Some(service), ..) => service.parse().ok().map(Holder::Service),
            (None, None, Some(delivery), _) => delivery.parse().ok().map(Holder::Delivery),
            (None, None, None, Some(provider)) => provider.parse().ok().map(Holder::Sheet),
            (None, None, None, None) => {
                self.campaign_id.as_ref()?.parse().ok().map(Holder::Campaign)
            }
        }
    }

    fn picture(&self) -> Option<Extent> {
        let (width, height) = (self.width?, self.height?);
        Some(Extent { width: u32::try_from(width).ok()?, height: u32::try_from(height).ok()? })
    }
}

impl TryFrom<Row> for File {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("files", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            organization: row.organization_id.parse().map_err(|_| corrupt())?,
            account: row.account_id.parse().map_err(|_| corrupt())?,
            purpose: Purpose::from_word(&row.purpose).ok_or_else(corrupt)?,
            state: row.state().ok_or_else(corrupt)?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            holding: Holding {
                media: MediaType::from_word(&row.media_type).ok_or_else(corrupt)?,
                size_bytes: u64::try_from(row.size_bytes).map_err(|_| corrupt())?,
                picture: row.picture(),
                name: row.name,
                sha256: row.sha256,
            },
        })
    }
}
