//! The campaigns of the demo, told in `campaigns.json`.

use chrono::NaiveDate;
use estrade_domain::campaigns::{BannerSize, WrittenCampaign};
use serde::Deserialize;

use super::pictures::Motif;
use crate::config::Fault;

/// A campaign; it is paid on the day on which it is created, and begins then. Days are counted from today.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advertised {
    pub provider: String,
    pub created: i64,
    placement: String,
    departement: String,
    pub size: BannerSize,
    days: i32,
    pub motif: Motif,
    title: String,
    link: String,
    /// What stands on its banner, the largest line first.
    pub lines: Vec<String>,
}

/// All of them.
pub fn campaigns() -> Result<Vec<Advertised>, Fault> {
    Ok(serde_json::from_str(include_str!("campaigns.json"))?)
}

impl Advertised {
    /// What the provider writes, with this banner.
    pub fn written(&self, banner: String, today: NaiveDate) -> WrittenCampaign {
        WrittenCampaign {
            title: self.title.clone(),
            link: self.link.clone(),
            placement: self.placement.clone(),
            departement: self.departement.clone(),
            size: self.size.as_str().to_owned(),
            banner,
            days: Some(self.days),
            starts_on: today.to_string(),
        }
    }
}
