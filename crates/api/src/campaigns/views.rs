//! What people see of campaigns and their prices.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use estrade_db::{audience::Count, campaigns::Place};
use estrade_domain::{
    actor::Actor,
    campaigns::{
        AHEAD_DAYS_MAX, BannerSize, Campaign, CampaignAction, CampaignState, CampaignStatus, DAYS,
        Placement, Price,
    },
    offers::terms::VatRate,
    organizations::Plan,
    world::{Instant, legal_day},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::price_of;
use crate::{app::Settings, money::MoneyView};

/// A campaign.
#[derive(Serialize, ToSchema)]
pub struct CampaignView {
    #[schema(example = "cmp_01jd0000000000000000000000")]
    id: String,
    version: i32,
    /// `draft` (to be paid), `scheduled`, `running`, `ended` or `stopped`.
    status: &'static str,
    title: String,
    link: String,
    /// `home`, `directory`, `tenders`, `tender` or `provider`.
    placement: &'static str,
    /// A code.
    #[schema(example = "76")]
    departement: String,
    /// `wide` or `block`.
    size: &'static str,
    banner: BannerImageView,
    days: u32,
    starts_on: NaiveDate,
    /// Its last day, on which it is still shown.
    ends_on: NaiveDate,
    /// Of a draft, what it costs today; of the others, what was paid.
    price: CampaignPriceView,
    paid_at: Option<DateTime<Utc>>,
    stopped_at: Option<DateTime<Utc>>,
    /// Why it was stopped, in the operator's words.
    stop_reason: Option<String>,
    /// How often its banner was shown.
    views: i64,
    /// How often it was followed.
    clicks: i64,
    created_at: DateTime<Utc>,
    /// Of `edit`, `pay`, `delete` and `stop`, what the caller may do now.
    actions: Vec<&'static str>,
}

/// The picture of a banner.
#[derive(Serialize, ToSchema)]
pub struct BannerImageView {
    /// The id of its file.
    #[schema(example = "fil_01jd0000000000000000000000")]
    file: String,
    /// Where it is.
    #[schema(example = "/v1/files/fil_01jd0000000000000000000000/content?inline=true")]
    content: String,
    /// In pixels.
    width: u32,
    /// In pixels.
    height: u32,
}

/// What a campaign costs.
#[derive(Serialize, ToSchema)]
pub struct CampaignPriceView {
    /// What everybody is asked, without VAT.
    listed: MoneyView,
    /// Percent that VIP+ takes off; 0 for none.
    discount_percent: u32,
    /// What that comes to.
    discount: MoneyView,
    /// What is left, without VAT.
    net: MoneyView,
    vat: MoneyView,
    /// What is paid.
    gross: MoneyView,
}

/// What a campaign may be.
#[derive(Serialize, ToSchema)]
pub struct CampaignChoicesView {
    sizes: Vec<BannerSizeView>,
    /// Every page with every number of days.
    items: Vec<CampaignChoiceView>,
    /// Today: the earliest first day.
    first_day: NaiveDate,
    /// The latest first day.
    last_day: NaiveDate,
}

/// A size of banners.
#[derive(Serialize, ToSchema)]
pub struct BannerSizeView {
    /// `wide` or `block`.
    size: &'static str,
    /// In pixels.
    width: u32,
    /// In pixels.
    height: u32,
}

/// A page and a number of days.
#[derive(Serialize, ToSchema)]
pub struct CampaignChoiceView {
    placement: &'static str,
    days: u32,
    price: CampaignPriceView,
}

/// Who looks at a campaign, and when.
pub(crate) struct Seen<'a> {
    pub actor: &'a Actor,
    /// The provider's plan.
    pub plan: Plan,
    pub settings: &'a Settings,
    pub now: Instant,
}

impl CampaignView {
    pub(crate) fn new(
        campaign: &Campaign,
        counts: &BTreeMap<String, Count>,
        seen: &Seen<'_>,
    ) -> Self {
        let content = &campaign.content;
        let price = match campaign.due {
            Some(due) if campaign.status(seen.now) != CampaignStatus::Draft => due.price,
            _ => price_of(campaign, seen.plan, seen.settings),
        };
        let (paid_at, stopped_at, reason) = match &campaign.state {
            CampaignState::Draft | CampaignState::Deleted => (None, None, None),
            CampaignState::Paid { at } => (Some(*at), None, None),
            CampaignState::Stopped { paid_at, at, reason } => {
                (Some(*paid_at), Some(*at), Some(reason.clone()))
            }
        };
        let id = campaign.id.to_string();
        let Count { views, clicks } = counts.get(&id).copied().unwrap_or_default();
        let actions = campaign.actions(seen.actor, seen.now);
        Self {
            id,
            version: campaign.version,
            status: campaign.status(seen.now).as_str(),
            title: content.title.clone(),
            link: content.link.clone(),
            placement: content.placement.as_str(),
            departement: content.departement.clone(),
            size: content.size.as_str(),
            banner: BannerImageView::of(campaign),
            days: content.days,
            starts_on: content.starts_on,
            ends_on: content.ends_on(),
            price: CampaignPriceView::new(&price, seen.settings.limits.platform_vat),
            paid_at,
            stopped_at,
            stop_reason: reason.filter(|reason| !reason.is_empty()),
            views,
            clicks,
            created_at: campaign.created_at,
            actions: actions.into_iter().map(CampaignAction::as_str).collect(),
        }
    }

    /// Its place in its provider's list.
    pub(crate) fn place(&self) -> Place {
        (self.created_at.timestamp_millis(), self.id.clone())
    }

    /// Its place among those that were paid.
    pub(crate) fn place_among_paid(&self) -> Place {
        let paid_at = self.paid_at.unwrap_or(self.created_at);
        (paid_at.timestamp_millis(), self.id.clone())
    }
}

impl BannerImageView {
    pub(crate) fn of(campaign: &Campaign) -> Self {
        let (file, extent) = (campaign.content.banner, campaign.content.size.extent());
        Self {
            file: file.to_string(),
            content: format!("/v1/files/{file}/content?inline=true"),
            width: extent.width,
            height: extent.height,
        }
    }
}

impl CampaignPriceView {
    fn new(price: &Price, vat: VatRate) -> Self {
        Self {
            listed: price.listed.into(),
            discount_percent: price.discount_percent,
            discount: price.discount().into(),
            net: price.net().into(),
            vat: price.vat(vat).into(),
            gross: price.gross(vat).into(),
        }
    }
}

impl CampaignChoicesView {
    pub(super) fn new(plan: Plan, settings: &Settings, now: Instant) -> Self {
        let first_day = legal_day(now);
        let vat = settings.limits.platform_vat;
        let of = |placement: Placement| {
            DAYS.map(|days| {
                let price = Price::of(placement, days, plan, &settings.limits);
                let price = CampaignPriceView::new(&price, vat);
                CampaignChoiceView { placement: placement.as_str(), days, price }
            })
        };
        Self {
            sizes: BannerSize::ALL.iter().copied().map(BannerSizeView::from).collect(),
            items: Placement::ALL.iter().copied().flat_map(of).collect(),
            first_day,
            last_day: first_day.checked_add_days(Days::new(AHEAD_DAYS_MAX)).unwrap_or(first_day),
        }
    }
}

impl From<BannerSize> for BannerSizeView {
    fn from(size: BannerSize) -> Self {
        let extent = size.extent();
        Self { size: size.as_str(), width: extent.width, height: extent.height }
    }
}
