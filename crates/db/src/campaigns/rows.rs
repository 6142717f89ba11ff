//! The row of a campaign, and the way there and back.

use diesel::prelude::*;
use estrade_domain::{
    campaigns::{BannerSize, Campaign, CampaignState, Content, Due, Placement, Price},
    money::{Currency, Money},
    world::Instant,
};

use crate::{Error, schema::campaigns};

pub(super) const DRAFT: &str = "draft";
pub(super) const PAID: &str = "paid";
pub(super) const STOPPED: &str = "stopped";
pub(super) const DELETED: &str = "deleted";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = campaigns, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    version: i32,
    provider_id: String,
    title: String,
    link: String,
    placement: String,
    departement: String,
    size: String,
    banner_id: String,
    days: i32,
    starts_on: String,
    ends_on: String,
    state: String,
    payment_id: Option<String>,
    listed_amount: Option<i64>,
    discount_percent: Option<i32>,
    currency: String,
    paid_at: Option<i64>,
    stopped_at: Option<i64>,
    stop_reason: String,
    created_at: i64,
}

/// So many days or percent as a column keeps them: both are small.
fn small(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

impl From<&Campaign> for Row {
    fn from(campaign: &Campaign) -> Self {
        let Campaign { content, due, .. } = campaign;
        let (state, paid_at, stopped_at, reason) = match &campaign.state {
            CampaignState::Draft => (DRAFT, None, None, ""),
            CampaignState::Paid { at } => (PAID, Some(*at), None, ""),
            CampaignState::Stopped { paid_at, at, reason } => {
                (STOPPED, Some(*paid_at), Some(*at), reason.as_str())
            }
            CampaignState::Deleted => (DELETED, None, None, ""),
        };
        let millis = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        let currency = due.map_or(Currency::Eur, |due| due.price.listed.currency);
        Self {
            id: campaign.id.to_string(),
            version: campaign.version,
            provider_id: campaign.provider.to_string(),
            title: content.title.clone(),
            link: content.link.clone(),
            placement: content.placement.as_str().to_owned(),
            departement: content.departement.clone(),
            size: content.size.as_str().to_owned(),
            banner_id: content.banner.to_string(),
            days: small(content.days),
            starts_on: content.starts_on.to_string(),
            ends_on: content.ends_on().to_string(),
            state: state.to_owned(),
            payment_id: due.map(|due| due.payment.to_string()),
            listed_amount: due.map(|due| due.price.listed.amount),
            discount_percent: due.map(|due| small(due.price.discount_percent)),
            currency: currency.code().to_owned(),
            paid_at: millis(paid_at),
            stopped_at: millis(stopped_at),
            stop_reason: reason.to_owned(),
            created_at: campaign.created_at.timestamp_millis(),
        }
    }
}

impl Row {
    fn content(&self) -> Option<Content> {
        Some(Content {
            title: self.title.clone(),
            link: self.link.clone(),
            placement: Placement::from_word(&self.placement)?,
            departement: self.departement.clone(),
            size: BannerSize::from_word(&self.size)?,
            banner: self.banner_id.parse().ok()?,
            days: u32::try_from(self.days).ok()?,
            starts_on: self.starts_on.parse().ok()?,
        })
    }

    fn due(&self) -> Option<Due> {
        let currency = Currency::from_code(&self.currency)?;
        let listed = Money { amount: self.listed_amount?, currency };
        let price = Price { listed, discount_percent: u32::try_from(self.discount_percent?).ok()? };
        Some(Due { payment: self.payment_id.as_ref()?.parse().ok()?, price })
    }

    fn state(&self) -> Option<CampaignState> {
        let instant = |at: Option<i64>| at.and_then(Instant::from_timestamp_millis);
        Some(match self.state.as_str() {
            DRAFT => CampaignState::Draft,
            PAID => CampaignState::Paid { at: instant(self.paid_at)? },
            STOPPED => CampaignState::Stopped {
                paid_at: instant(self.paid_at)?,
                at: instant(self.stopped_at)?,
                reason: self.stop_reason.clone(),
            },
            DELETED => CampaignState::Deleted,
            _ => return None,
        })
    }
}

impl TryFrom<Row> for Campaign {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("campaigns", &row.id);
        let due = row.due();
        if due.is_some() != row.payment_id.is_some() {
            return Err(corrupt());
        }
        Ok(Self {
            due,
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            content: row.content().ok_or_else(corrupt)?,
            state: row.state().ok_or_else(corrupt)?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
        })
    }
}
