//! Banners as the public sees them: one at most for a page and a département, and how often it was shown and followed.
//!
//! Whose département: the page's own, or else the one that whoever is logged in declared. Nobody is located, and no
//! visitor is known again.

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use estrade_db::{Error, Tx, audience, campaigns, organizations};
use estrade_domain::{
    campaigns::{Campaign, Placement},
    fields::Fields,
    ids::CampaignId,
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    body::{Body, Nothing},
    caller::{HINT_COOKIE, Visitor},
    campaigns::BannerImageView,
    problem::{Answer, Problem},
    reference, reply,
};

/// Which banner.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BannerWanted {
    /// The page: `home`, `directory`, `tenders`, `tender` or `provider`.
    #[param(example = "directory")]
    placement: String,
    /// The département that the page is about; absent, the one of whoever is logged in.
    #[param(example = "76")]
    departement: Option<String>,
}

/// What is shown in the place of a banner.
#[derive(Serialize, ToSchema)]
pub struct BannerPlaceView {
    /// Null when nothing is.
    banner: Option<BannerView>,
}

/// A banner.
#[derive(Serialize, ToSchema)]
pub struct BannerView {
    /// The campaign.
    #[schema(example = "cmp_01jd0000000000000000000000")]
    id: String,
    /// Its text, for who does not see it.
    title: String,
    /// Where it leads: an advertisement, so `rel="sponsored noopener"`.
    link: String,
    image: BannerImageView,
}

/// A page that was shown.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PageViewInput {
    /// `home`, `directory`, `tenders`, `tender` or `provider`.
    #[schema(example = "directory")]
    placement: String,
    /// The campaign whose banner it showed.
    #[serde(default)]
    #[schema(example = "cmp_01jd0000000000000000000000")]
    banner: Option<String>,
}

/// The banner whose turn it is on a page, for the visitors of a département. Those that share a place have it in turn,
/// each for a minute.
#[utoipa::path(get, path = "/v1/banners", operation_id = "banners_get", tag = "campaigns", security((), ("session" = []), ("api_key" = [])), params(BannerWanted), responses((status = 200, body = BannerPlaceView)))]
pub async fn get(
    app: App,
    visitor: Visitor,
    request: HttpRequest,
    query: Query<BannerWanted>,
) -> Answer {
    let BannerWanted { placement, departement } = query.into_inner();
    let placement = known(&placement)?;
    let (_, of_page) = reference::known(None, departement.as_deref())?;
    // A browser whose access token has run out renews its session, and then says where its person is.
    if of_page.is_none() && visitor.0.is_none() && request.cookie(HINT_COOKIE).is_some() {
        return Err(Problem::unauthenticated());
    }
    let (party, now) = (visitor.0.map(|caller| caller.actor.organization), app.now());
    let shown = app.db.read(move |conn| {
        let departement = match (of_page, party) {
            (Some(code), _) => code.to_owned(),
            (None, Some(party)) => organizations::get(conn, party)?.address.departement,
            (None, None) => return Ok(None),
        };
        campaigns::shown(conn, placement, &departement, now)
    });
    reply::ok(&BannerPlaceView { banner: shown.await?.as_ref().map(BannerView::from) })
}

/// Counts that a page which has a place for a banner was shown, and with which one.
#[utoipa::path(post, path = "/v1/page-views", operation_id = "page_views_create", tag = "campaigns", security(()), request_body = PageViewInput, responses((status = 204)))]
pub async fn count_view(app: App, body: Body<PageViewInput>) -> Answer {
    let placement = known(&body.value.placement)?;
    let banner = body.value.banner.as_deref().map(str::parse::<CampaignId>).transpose();
    let banner = banner.map_err(|_| Fields::one("/banner", text::unknown_choice()))?;
    app.db.write(move |tx| audience::note_view(tx, placement, banner)).await?;
    Ok(reply::no_content())
}

/// Counts that a banner was followed.
#[utoipa::path(post, path = "/v1/banners/{id}/click", operation_id = "banners_click", tag = "campaigns", security(()), params(("id" = String, Path)), request_body = Nothing, responses((status = 204)))]
pub async fn count_click(app: App, id: Path<CampaignId>, _body: Body<Nothing>) -> Answer {
    let click = move |tx: &mut Tx<'_>| -> Result<(), Error> { audience::note_click(tx, *id) };
    app.db.write(click).await?;
    Ok(reply::no_content())
}

fn known(placement: &str) -> Result<Placement, Problem> {
    let found = Placement::from_word(placement).ok_or_else(text::unknown_choice);
    found.map_err(|wrong| Fields::one("/placement", wrong).into())
}

impl From<&Campaign> for BannerView {
    fn from(campaign: &Campaign) -> Self {
        Self {
            id: campaign.id.to_string(),
            title: campaign.content.title.clone(),
            link: campaign.content.link.clone(),
            image: BannerImageView::of(campaign),
        }
    }
}
