//! Lists of offers: the comparison of a lot, a provider's own, the versions of one.

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error, lots,
    offers::{self, Mine, MyTab, Place, Rival},
    page::Window,
    reviews, tenders,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    contacts::mask_contacts,
    fields::Fields,
    ids::{LotId, OfferId, ReviewId},
    lots::Lot,
    offers::{Call, Deal, Offer, OfferAction, OfferState},
    text,
    world::Instant,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::views::{ApplicantView, LineView, OfferLotView, OfferVersionView, Reading, TotalsView};
use crate::{
    app::App,
    caller::Caller,
    page::{self, Page, PageWanted},
    problem::{Answer, Problem},
    tenders::TenderHead,
};

/// Which of my offers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MyOffers {
    /// `applied`, `chosen` (to confirm), `in_work`, `done` or `ended`.
    #[param(pattern = "^(applied|chosen|in_work|done|ended)$")]
    tab: String,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// An offer beside the others for its lot. For the client whole; for another applicant without price,
/// private message and state.
#[derive(Serialize, ToSchema)]
pub struct ComparedOffer {
    #[schema(example = "ofr_01jd0000000000000000000000")]
    id: String,
    provider: ApplicantView,
    /// Without addresses and numbers.
    public_message: String,
    /// When the provider first applied.
    applied_at: DateTime<Utc>,
    /// Whether it is the caller's own.
    mine: bool,
    /// `sent`, `to_reconfirm`, `chosen`, `accepted`, `declined`, `withdrawn`, `expired`, `ended` or
    /// `cancelled`.
    state: Option<&'static str>,
    /// The version in force; a choice names it.
    number: Option<i32>,
    private_message: Option<String>,
    lines: Option<Vec<LineView>>,
    totals: Option<TotalsView>,
    expires_at: Option<DateTime<Utc>>,
    /// When the version in force was written.
    written_at: Option<DateTime<Utc>>,
    /// What the caller may do now.
    actions: Vec<&'static str>,
    #[serde(skip)]
    key: Place,
}

/// One of my offers, in a list.
#[derive(Serialize, ToSchema)]
pub struct MyOffer {
    #[schema(example = "ofr_01jd0000000000000000000000")]
    id: String,
    /// `If-Match` names it.
    version: i32,
    /// `sent`, `to_reconfirm`, `chosen`, `accepted`, `declined`, `withdrawn`, `expired`, `ended` or
    /// `cancelled`.
    state: &'static str,
    /// The version in force.
    number: i32,
    lot: OfferLotView,
    tender: TenderHead,
    totals: TotalsView,
    expires_at: DateTime<Utc>,
    applied_at: DateTime<Utc>,
    /// What I may do now.
    actions: Vec<&'static str>,
    #[serde(skip)]
    key: Place,
}

/// The offers for a lot side by side, the earliest first. For its client with normalised totals and the
/// provider's reviews; for another applicant the public messages only.
#[utoipa::path(get, path = "/v1/lots/{id}/offers", operation_id = "lot_offers_list", tag = "offers", params(("id" = String, Path, description = "The lot"), PageWanted), responses((status = 200, body = Page<ComparedOffer>)))]
pub async fn of_lot(
    app: App,
    request: HttpRequest,
    caller: Caller,
    id: Path<LotId>,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let window = page::window(page.as_deref(), limit, &*id)?;
    let (actor, now, lot) = (caller.actor, app.now(), *id);
    let slice = app
        .db
        .read(move |conn| {
            let side = Side::of(conn, lot, &actor)?;
            let slice = offers::of_lot(conn, lot, &side.states(), &window)?;
            Ok(slice.map(|(offer, rival)| side.compared(offer, rival, &actor, now)))
        })
        .await?;
    page::answer(&request, slice, &*id, |offer| offer.key.clone())
}

/// Who looks at the offers for a lot.
enum Side {
    Client(Box<Asking>),
    Applicant,
}

/// The client's lot, without an offer.
struct Asking {
    lot: Lot,
    call: Call,
    review: Option<ReviewId>,
}

impl Side {
    /// The lot's offers do not exist for those who neither ask for it nor applied to it.
    fn of(conn: &mut Conn, id: LotId, actor: &Actor) -> Result<Self, Error> {
        let lot = lots::get(conn, id)?;
        if actor.is_of(lot.client) {
            let (call, review) = (offers::call(conn, lot.tender)?, reviews::of_lot(conn, id)?);
            return Ok(Self::Client(Box::new(Asking { lot, call, review })));
        }
        match offers::find(conn, id, actor.organization)? {
            Some(_) => Ok(Self::Applicant),
            None => Err(Error::NotFound),
        }
    }

    fn states(&self) -> Vec<OfferState> {
        match self {
            Self::Client(_) => OfferState::ALL.to_vec(),
            Self::Applicant => OfferState::those(OfferState::stands).collect(),
        }
    }

    fn compared(&self, offer: Offer, rival: Rival, actor: &Actor, now: Instant) -> ComparedOffer {
        let public = ComparedOffer {
            id: offer.id.to_string(),
            provider: rival.into(),
            public_message: mask_contacts(&offer.current.proposal.public_message),
            applied_at: offer.created_at,
            mine: actor.is_of(offer.provider),
            key: (offer.created_at.timestamp_millis(), offer.id.to_string()),
            state: None,
            number: None,
            private_message: None,
            lines: None,
            totals: None,
            expires_at: None,
            written_at: None,
            actions: Vec::new(),
        };
        let Self::Client(asking) = self else {
            return public;
        };
        let deal = Deal {
            offer,
            lot: asking.lot.clone(),
            call: asking.call.clone(),
            review: asking.review,
        };
        let proposal = Reading::of(&deal, actor).proposal(&deal.offer.current.proposal);
        ComparedOffer {
            public_message: proposal.public_message,
            state: Some(deal.offer.state.as_str()),
            number: Some(deal.offer.current.number),
            private_message: Some(proposal.private_message),
            lines: Some(proposal.lines),
            totals: Some(proposal.totals),
            expires_at: Some(deal.offer.expires_at),
            written_at: Some(deal.offer.current.created_at),
            actions: deal.actions(actor, now).into_iter().map(OfferAction::as_str).collect(),
            ..public
        }
    }
}

/// « Mes évènements »: my offers that stand somewhere, the latest first.
#[utoipa::path(get, path = "/v1/my/offers", operation_id = "my_offers_list", tag = "offers", params(MyOffers), responses((status = 200, body = Page<MyOffer>)))]
pub async fn mine(
    app: App,
    request: HttpRequest,
    caller: Caller,
    query: Query<MyOffers>,
) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let MyOffers { tab, page, limit } = query.into_inner();
    let wanted = MyTab::from_word(&tab)
        .ok_or_else(|| Problem::from(Fields::one("/tab", text::unknown_choice())))?;
    let window = page::window(page.as_deref(), limit, &tab)?;
    let (actor, now) = (caller.actor, app.now());
    let slice = app
        .db
        .read(move |conn| {
            let slice = offers::of_provider(conn, actor.organization, wanted, &window)?;
            Ok(slice.map(|mine| MyOffer::new(&mine, &actor, now)))
        })
        .await?;
    page::answer(&request, slice, &tab, |offer| offer.key.clone())
}

/// Every version of an offer, the newest first: what was said, in the words of that day.
#[utoipa::path(get, path = "/v1/offers/{id}/versions", operation_id = "offer_versions_list", tag = "offers", params(("id" = String, Path), PageWanted), responses((status = 200, body = Page<OfferVersionView>)))]
pub async fn versions(
    app: App,
    request: HttpRequest,
    caller: Caller,
    id: Path<OfferId>,
    query: Query<PageWanted>,
) -> Answer {
    let PageWanted { page, limit } = query.into_inner();
    let window: Window<i32> = page::window(page.as_deref(), limit, &*id)?;
    let (actor, offer) = (caller.actor, *id);
    let slice = app
        .db
        .read(move |conn| {
            let deal = offers::deal(conn, offer, &actor)?;
            let reading = Reading::of(&deal, &actor);
            let slice = offers::versions(conn, offer, &window)?;
            Ok(slice.map(|version| reading.version(&version)))
        })
        .await?;
    page::answer(&request, slice, &*id, OfferVersionView::number)
}

impl MyOffer {
    fn new(mine: &Mine, actor: &Actor, now: Instant) -> Self {
        let deal = &mine.deal;
        let offer = &deal.offer;
        Self {
            id: offer.id.to_string(),
            version: offer.version,
            state: offer.state.as_str(),
            number: offer.current.number,
            lot: OfferLotView::new(deal, &Reading::of(deal, actor)),
            tender: TenderHead::from(tenders::Head {
                id: deal.lot.tender.to_string(),
                slug: mine.slug.clone(),
                title: mine.title.clone(),
                day: deal.call.day.map(|day| day.to_string()),
                town: mine.town.clone(),
            }),
            totals: offer.current.proposal.terms.totals().into(),
            expires_at: offer.expires_at,
            applied_at: offer.created_at,
            actions: deal.actions(actor, now).into_iter().map(OfferAction::as_str).collect(),
            key: mine.place(),
        }
    }
}
