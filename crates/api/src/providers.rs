//! The public directory and the sheets it leads to. Neither ever shows a provider's address, mail or phone.

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Conn,
    directory::{self, Rating, Sheet},
    orders,
    search::Search,
    services,
};
use estrade_domain::{
    contacts::mask_contacts,
    departements,
    directory::Marks,
    limits::Limits,
    loyalty::Loyalty,
    organizations::{LegalKind, Plan},
    plans,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    page::{self, Page},
    photos::PhotoView,
    problem::Answer,
    reference, reply,
    showcase::{ProjectView, SocialLinkView},
};

/// Which providers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Directory {
    /// The slug of a trade.
    #[param(example = "dj")]
    trade: Option<String>,
    /// The code of a département that is served.
    #[param(example = "76")]
    departement: Option<String>,
    /// Words of the name or of the sheet; accents do not matter, and the last may be unfinished.
    q: Option<String>,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// A provider, in the directory.
// `directory::Card` writes it; this says its shape.
#[derive(Serialize, ToSchema)]
pub struct ProviderCard {
    #[schema(example = "org_01jd0000000000000000000000")]
    id: String,
    /// What stands in the URL of its sheet.
    #[schema(example = "leo-platines")]
    handle: String,
    name: String,
    town: String,
    /// A code: where it is.
    departement: String,
    /// A slug.
    main_trade: String,
    /// `vip_plus` or `free`.
    plan: &'static str,
    rating: RatingView,
    /// No review yet: write to it before you decide.
    is_new: bool,
    /// The beginning of its presentation.
    excerpt: String,
}

/// What clients thought of the missions they ended.
#[derive(Serialize, ToSchema)]
pub struct RatingView {
    /// Out of 5, to two decimals; null without a review.
    #[schema(example = 4.67)]
    average: Option<f64>,
    /// How many reviews.
    count: i32,
}

/// A provider's public sheet.
#[derive(Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question that a client asks")]
pub struct ProviderView {
    #[schema(example = "org_01jd0000000000000000000000")]
    id: String,
    #[schema(example = "leo-platines")]
    handle: String,
    name: String,
    /// `company`, `sole_trader` or `cesu`.
    legal_kind: &'static str,
    /// Whether clients pay it by Chèque Emploi Service Universel.
    payable_by_cesu: bool,
    /// Slugs, the main trade first.
    trades: Vec<String>,
    /// The codes of the départements it serves; empty when it serves the whole of France.
    departements: Vec<String>,
    /// Whether it serves the whole of France.
    france_wide: bool,
    town: String,
    /// A code: where it is.
    departement: String,
    /// Where it is.
    region: Option<&'static str>,
    presentation: String,
    /// What it shows of its work, as much as its plan gives.
    photos: Vec<PhotoView>,
    /// VIP+ only: missions of before.
    portfolio: Vec<ProjectView>,
    /// VIP+ only: where it may be followed.
    social_links: Vec<SocialLinkView>,
    website: Option<WebsiteView>,
    /// `vip_plus` or `free`.
    plan: &'static str,
    /// On leave: its services are off the shelf and it is not told of tenders for now.
    paused: bool,
    /// Whether clients may write to it: once it has published a service.
    takes_messages: bool,
    rating: RatingView,
    /// How many of its clients come back; null while fewer than five ordered within twelve months.
    loyalty: Option<LoyaltyView>,
    /// No review yet: write to it before you decide.
    is_new: bool,
    member_since: DateTime<Utc>,
    /// VIP+ only: the chef-lieu of its département.
    map: Option<PointView>,
}

/// How many of a provider's clients come back: of those with a completed order within the last twelve months,
/// the share that completed two or more.
#[derive(Serialize, ToSchema)]
pub struct LoyaltyView {
    /// In whole percents.
    #[schema(example = 40)]
    percent: u32,
    /// Clients with a completed order.
    #[schema(example = 10)]
    clients: u32,
    /// Those with two or more.
    #[schema(example = 4)]
    returning: u32,
}

/// A provider's own site.
#[derive(Serialize, ToSchema)]
pub struct WebsiteView {
    url: String,
    /// The `rel` of the link: search engines follow those of VIP+ only.
    #[schema(example = "nofollow noopener")]
    rel: &'static str,
}

/// A point of a map, in degrees.
#[derive(Serialize, ToSchema)]
pub struct PointView {
    latitude: f64,
    longitude: f64,
}

/// The directory: every provider on a plan, in the order of the published criteria.
#[utoipa::path(get, path = "/v1/providers", operation_id = "providers_list", tag = "providers", security(()), params(Directory), responses((status = 200, body = Page<ProviderCard>)))]
pub async fn list(app: App, request: HttpRequest, query: Query<Directory>) -> Answer {
    let Directory { trade, departement, q, page, limit } = query.into_inner();
    let filters = (&trade, &departement, &q);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let (trade, departement) = reference::known(trade.as_deref(), departement.as_deref())?;
    let words = reference::words(q.as_deref())?;
    let slice = match words {
        None => app.db.page(directory::list(trade, departement, window)).await?,
        Some(words) => {
            let search = Search { words, trade, departement };
            app.db.read(move |conn| directory::search(conn, &search, &window)).await?
        }
    };
    page::answer_listed(&request, &slice, &filters)
}

/// A provider's public sheet.
#[utoipa::path(get, path = "/v1/providers/{handle}", operation_id = "providers_get", tag = "providers", security(()), params(("handle" = String, Path)), responses((status = 200, body = ProviderView)))]
pub async fn get(app: App, handle: Path<String>) -> Answer {
    let since = Loyalty::counted_since(app.now());
    let limits = app.settings.limits;
    let read = move |conn: &mut Conn| {
        let sheet = directory::sheet(conn, &handle)?;
        let takes_messages = services::has_published(conn, sheet.provider.id)?;
        let completed = orders::completed_since(conn, sheet.provider.id, since)?;
        let loyalty = Loyalty::of(&completed).map(LoyaltyView::from);
        Ok(ProviderView { takes_messages, loyalty, ..ProviderView::new(sheet, &limits) })
    };
    reply::ok(&app.db.read(read).await?)
}

/// What the `rel` of a link to a provider's site says, by its plan.
#[must_use]
pub fn link_rel(plan: Plan) -> &'static str {
    if plans::of(plan).followed_link { "noopener" } else { "nofollow noopener" }
}

impl From<Marks> for RatingView {
    fn from(marks: Marks) -> Self {
        let Rating { average, count } = marks.into();
        Self { average, count }
    }
}

impl From<Loyalty> for LoyaltyView {
    fn from(loyalty: Loyalty) -> Self {
        let Loyalty { clients, returning } = loyalty;
        Self { percent: loyalty.percent(), clients, returning }
    }
}

impl ProviderView {
    fn new(sheet: Sheet, limits: &Limits) -> Self {
        let Sheet { provider, plan, marks } = sheet;
        let shown = provider.showcase.shown(plan, limits);
        let home = departements::find(&provider.address.departement);
        let degrees = |ten_thousandths: i32| f64::from(ten_thousandths) / 10_000.0;
        let map = home.filter(|_| plans::of(plan).map).map(|home| PointView {
            latitude: degrees(home.latitude_ten_thousandths),
            longitude: degrees(home.longitude_ten_thousandths),
        });
        Self {
            id: provider.id.to_string(),
            handle: provider.handle.to_string(),
            name: provider.name,
            legal_kind: provider.legal_kind.as_str(),
            payable_by_cesu: provider.legal_kind == LegalKind::Cesu,
            trades: provider.trades,
            departements: provider.departements,
            france_wide: provider.france_wide,
            town: provider.address.town,
            departement: provider.address.departement,
            region: home.map(|home| home.region.name()),
            presentation: mask_contacts(&provider.presentation),
            photos: shown.photos.iter().map(PhotoView::from).collect(),
            portfolio: shown.portfolio.iter().map(ProjectView::public).collect(),
            social_links: shown
                .social_links
                .iter()
                .filter_map(|it| SocialLinkView::of(it))
                .collect(),
            website: provider.website.map(|url| WebsiteView { url, rel: link_rel(plan) }),
            plan: plan.as_str(),
            paused: provider.paused,
            takes_messages: false,
            loyalty: None,
            is_new: marks.is_new(),
            rating: marks.into(),
            member_since: provider.created_at,
            map,
        }
    }
}
