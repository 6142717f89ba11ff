//! What a provider sends about a campaign.

use chrono::NaiveDate;
use estrade_domain::{
    campaigns::{Content, WrittenCampaign},
    fields::Fields,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::given::Given;

/// A campaign; in a change, absent leaves a field.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CampaignInput {
    /// What it is about, in at most 100 characters without a contact: the text of its banner for who does not see it.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Les bals de la Maison Martin")]
    title: Given<String>,
    /// The `https` address where its banner leads.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "https://www.maison-martin.example")]
    link: Given<String>,
    /// For how many days: 15, 30, 60 or 120.
    #[serde(default)]
    #[schema(value_type = Option<i32>, example = 15)]
    days: Given<i32>,
    /// To the visitors of which département.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "76")]
    departement: Given<String>,
    /// On which page: `home`, `directory`, `tenders`, `tender` or `provider`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "directory")]
    placement: Given<String>,
    /// `wide` (728 × 90) or `block` (300 × 250).
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "wide")]
    size: Given<String>,
    /// A file that was sent with `?purpose=banner`, of that size.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "fil_01jd0000000000000000000000")]
    banner: Given<String>,
    /// Its first day, in Paris: from today to a year from now.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "2027-06-01")]
    starts_on: Given<String>,
}

impl CampaignInput {
    /// What a campaign says from now on. Every wrong field is told at once.
    pub fn over(self, before: Option<&Content>, today: NaiveDate) -> Result<Content, Fields> {
        let mut written = before.map(WrittenCampaign::from).unwrap_or_default();
        self.title.put(&mut written.title);
        self.link.put(&mut written.link);
        self.days.put_some(&mut written.days);
        self.departement.put(&mut written.departement);
        self.placement.put(&mut written.placement);
        self.size.put(&mut written.size);
        self.banner.put(&mut written.banner);
        self.starts_on.put(&mut written.starts_on);
        written.parse(today)
    }
}
