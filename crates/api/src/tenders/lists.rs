//! Lists of tenders: the public one, a client's own, a provider's potential ones.

use actix_web::{HttpRequest, web::Query};
use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error,
    listings::{self, Card, Key},
    lots,
    matching::{self, Area},
    organizations,
    page::Slice,
    tenders::{self, Place},
};
use estrade_domain::{
    actor::OrganizationKind,
    events::EventKind,
    fields::Fields,
    language::Language,
    lots::{Lot, LotStatus},
    tenders::{Tender, TenderRefusal, TenderStatus},
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    award_view::AwardView,
    views::{ProgressView, parties},
};
use crate::{
    app::App,
    caller::Caller,
    page::{self, Page},
    problem::{Answer, Problem},
    reference::{self, All},
    reply,
};

/// Which open tenders.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OpenTenders {
    /// The slug of a trade that is asked for.
    trade: Option<String>,
    /// The code of the event's département.
    departement: Option<String>,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// Which of my tenders.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MyTenders {
    /// `draft`, `open`, `awaiting`, `in_work`, `done` or `closed`; all when absent.
    #[param(pattern = "^(draft|open|awaiting|in_work|done|closed)$")]
    state: Option<String>,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// Which of my lots.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MyLots {
    /// `awaiting` (chosen, not confirmed), `in_work` or `done`.
    #[param(pattern = "^(awaiting|in_work|done)$")]
    tab: String,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// Which potential tenders.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PotentialTenders {
    /// Those I hid, rather than those I did not.
    #[serde(default)]
    hidden: bool,
    /// Where the page before ended.
    page: Option<String>,
    /// 1 to 100, 20 when absent.
    limit: Option<i64>,
}

/// An open tender, in a list.
#[derive(Serialize, ToSchema)]
pub struct TenderCard {
    #[schema(example = "tnd_01jd0000000000000000000000")]
    id: String,
    /// What stands in the URL of its page.
    slug: String,
    /// One of /v1/event-kinds.
    kind: &'static str,
    title: String,
    #[schema(example = "2027-06-12")]
    day: Option<String>,
    town: String,
    /// A code.
    departement: String,
    guests: Option<i32>,
    /// The trades that are still open.
    trades: Vec<String>,
    published_at: DateTime<Utc>,
}

/// A tender that I could apply to.
#[derive(Serialize, ToSchema)]
pub struct PotentialTender {
    #[serde(flatten)]
    card: TenderCard,
    /// My trades among those that are still open.
    my_trades: Vec<String>,
}

/// One of my tenders, in a list.
#[derive(Serialize, ToSchema)]
pub struct MyTender {
    #[schema(example = "tnd_01jd0000000000000000000000")]
    id: String,
    /// What stands in the URL of its page; null for a draft.
    slug: Option<String>,
    /// `draft`, `open`, `awaiting`, `in_work`, `done` or `closed`.
    status: &'static str,
    /// One of /v1/event-kinds; null in a draft that says nothing yet.
    kind: Option<&'static str>,
    title: String,
    #[schema(example = "2027-06-12")]
    day: Option<String>,
    town: String,
    /// A code.
    departement: Option<String>,
    /// The trades it asks for.
    trades: Vec<String>,
    progress: ProgressView,
    /// How many offers stand, over all lots.
    offers_count: i64,
    created_at: DateTime<Utc>,
    published_at: Option<DateTime<Utc>>,
    #[serde(skip)]
    key: Place,
}

/// A lot of mine that was given to someone.
#[derive(Serialize, ToSchema)]
pub struct MyLot {
    #[schema(example = "lot_01jd0000000000000000000000")]
    id: String,
    /// The slug of the trade.
    trade: String,
    quantity: String,
    /// `chosen`, `in_work` or `done`.
    status: &'static str,
    award: Option<AwardView>,
    tender: TenderHead,
    #[serde(skip)]
    key: Place,
}

/// The tender of a lot, in short.
#[derive(Serialize, ToSchema)]
pub struct TenderHead {
    id: String,
    slug: String,
    title: String,
    day: Option<String>,
    town: String,
}

/// A kind of event, with a text to begin from.
#[derive(Serialize, ToSchema)]
pub struct EventKindView {
    /// Its stable key.
    #[schema(example = "wedding")]
    kind: &'static str,
    /// En français.
    name_fr: &'static str,
    /// In English.
    name_en: &'static str,
    /// « Message type », en français.
    sample_fr: String,
    /// A sample text, in English.
    sample_en: String,
}

/// The kinds of events, each with a sample text for its description.
#[utoipa::path(get, path = "/v1/event-kinds", operation_id = "event_kinds_list", tag = "reference", security(()), responses((status = 200, body = All<EventKindView>)))]
pub async fn event_kinds() -> Answer {
    let items = EventKind::ALL.iter().map(|&kind| EventKindView {
        kind: kind.as_str(),
        name_fr: kind.name(Language::Fr),
        name_en: kind.name(Language::En),
        sample_fr: kind.sample_text(Language::Fr),
        sample_en: kind.sample_text(Language::En),
    });
    reply::ok(&All::new(items.collect()))
}

/// Open tenders, latest first.
#[utoipa::path(get, path = "/v1/tenders", operation_id = "tenders_list", tag = "tenders", security(()), params(OpenTenders), responses((status = 200, body = Page<TenderCard>)))]
pub async fn list(app: App, request: HttpRequest, query: Query<OpenTenders>) -> Answer {
    let OpenTenders { trade, departement, page, limit } = query.into_inner();
    let filters = (&trade, &departement);
    let window = page::window(page.as_deref(), limit, &filters)?;
    let (trade, departement) = reference::known(trade.as_deref(), departement.as_deref())?;
    let slice = app.db.page(listings::find(trade, departement, window)).await?;
    page::answer_listed(&request, &slice, &filters)
}

/// My tenders, drafts and history included, latest first.
#[utoipa::path(get, path = "/v1/my/tenders", operation_id = "my_tenders_list", tag = "tenders", params(MyTenders), responses((status = 200, body = Page<MyTender>)))]
pub async fn mine(
    app: App,
    request: HttpRequest,
    caller: Caller,
    query: Query<MyTenders>,
) -> Answer {
    caller.require(OrganizationKind::Client)?;
    let MyTenders { state, page, limit } = query.into_inner();
    let status = match &state {
        None => None,
        Some(word) => Some(TenderStatus::from_word(word).ok_or_else(|| wrong_choice("state"))?),
    };
    let window = page::window(page.as_deref(), limit, &state)?;
    let client = caller.actor.organization;
    let slice = app
        .db
        .read(move |conn| {
            let slice = tenders::of_client(conn, client, status, &window)?;
            let ids: Vec<_> = slice.items.iter().map(|tender| tender.id).collect();
            let counts = tenders::offer_counts(conn, &ids)?;
            Ok(slice.map(|tender| {
                let counted = tender.lots.iter().filter_map(|lot| counts.get(&lot.id));
                let offers_count = counted.sum();
                MyTender::new(tender, offers_count)
            }))
        })
        .await?;
    page::answer(&request, slice, &state, |tender| tender.key.clone())
}

/// My lots that were given to a provider: « en attente d’attribution », « en travail », « réalisées ».
#[utoipa::path(get, path = "/v1/my/lots", operation_id = "my_lots_list", tag = "tenders", params(MyLots), responses((status = 200, body = Page<MyLot>)))]
pub async fn my_lots(
    app: App,
    request: HttpRequest,
    caller: Caller,
    query: Query<MyLots>,
) -> Answer {
    caller.require(OrganizationKind::Client)?;
    let MyLots { tab, page, limit } = query.into_inner();
    let status = match tab.as_str() {
        "awaiting" => LotStatus::Chosen,
        "in_work" => LotStatus::InWork,
        "done" => LotStatus::Done,
        _ => return Err(wrong_choice("tab")),
    };
    let window = page::window(page.as_deref(), limit, &tab)?;
    let client = caller.actor.organization;
    let slice = app
        .db
        .read(move |conn| {
            let slice = lots::of_client(conn, client, status, &window)?;
            with_tenders(conn, slice)
        })
        .await?;
    page::answer(&request, slice, &tab, |lot| lot.key.clone())
}

fn with_tenders(conn: &mut Conn, slice: Slice<Lot>) -> Result<Slice<MyLot>, Error> {
    let ids: Vec<_> = slice.items.iter().map(|lot| lot.tender).collect();
    let heads = tenders::heads(conn, &ids)?;
    let providers: Vec<_> =
        slice.items.iter().filter_map(|lot| Some(lot.state.award()?.provider)).collect();
    let parties = parties(conn, &providers)?;
    let views = slice.map(|lot| {
        let head = heads.get(&lot.tender)?;
        let provider = lot.state.award().and_then(|award| parties.get(&award.provider));
        Some(MyLot {
            id: lot.id.to_string(),
            trade: lot.trade.clone(),
            quantity: lot.quantity.clone(),
            status: lot.status().as_str(),
            award: provider.and_then(|provider| AwardView::new(&lot, provider.clone())),
            tender: TenderHead::from(head.clone()),
            key: (lot.created_at.timestamp_millis(), lot.id.to_string()),
        })
    });
    Ok(Slice { items: views.items.into_iter().flatten().collect(), more: views.more })
}

/// « Offres potentielles »: open tenders of my trades in my départements, without those I applied to or
/// hid, latest first. For providers on a plan, FREE at least.
#[utoipa::path(get, path = "/v1/potential-tenders", operation_id = "potential_tenders_list", tag = "tenders", params(PotentialTenders), responses((status = 200, body = Page<PotentialTender>)))]
pub async fn potential(
    app: App,
    request: HttpRequest,
    caller: Caller,
    query: Query<PotentialTenders>,
) -> Answer {
    caller.require(OrganizationKind::Provider)?;
    let PotentialTenders { hidden, page, limit } = query.into_inner();
    let window = page::window(page.as_deref(), limit, &hidden)?;
    let (provider, now) = (caller.actor.organization, app.now());
    let slice = app
        .db
        .read(move |conn| {
            let organization = organizations::get(conn, provider)?;
            if organization.plan_at(now).is_none() {
                return Err(TenderRefusal::SubscriptionRequired.into());
            }
            let area = Area::from(&organization);
            let slice = if hidden {
                matching::hidden(conn, provider, &window)?
            } else {
                matching::potential(conn, &area, &window)?
            };
            Ok(slice.map(|card| PotentialTender::new(card, &area)))
        })
        .await?;
    page::answer(&request, slice, &hidden, |tender| tender.card.key())
}

fn wrong_choice(parameter: &str) -> Problem {
    Fields::one(format!("/{parameter}"), text::unknown_choice()).into()
}

impl From<tenders::Head> for TenderHead {
    fn from(head: tenders::Head) -> Self {
        Self { id: head.id, slug: head.slug, title: head.title, day: head.day, town: head.town }
    }
}

impl From<Card> for TenderCard {
    fn from(card: Card) -> Self {
        Self {
            id: card.id.to_string(),
            slug: card.slug,
            kind: card.kind.as_str(),
            title: card.title,
            day: card.day,
            town: card.town,
            departement: card.departement,
            guests: card.guests,
            trades: card.trades,
            published_at: card.published_at,
        }
    }
}

impl TenderCard {
    /// Its place in a list.
    fn key(&self) -> Key {
        (self.published_at.timestamp_millis(), self.id.clone())
    }
}

impl PotentialTender {
    fn new(card: Card, area: &Area) -> Self {
        let mine = card.trades.iter().filter(|trade| area.trades.contains(trade));
        Self { my_trades: mine.cloned().collect(), card: card.into() }
    }
}

impl MyTender {
    fn new(tender: Tender, offers_count: i64) -> Self {
        Self {
            id: tender.id.to_string(),
            status: tender.status().as_str(),
            progress: tender.progress().into(),
            trades: tender.lots.iter().map(|lot| lot.trade.clone()).collect(),
            offers_count,
            created_at: tender.created_at,
            published_at: tender.published_at(),
            key: (tender.created_at.timestamp_millis(), tender.id.to_string()),
            slug: Some(tender.slug).filter(|slug| !slug.is_empty()),
            kind: tender.event.occasion.kind.map(EventKind::as_str),
            day: tender.event.occasion.day.map(|day| day.to_string()),
            title: tender.event.occasion.title,
            town: tender.event.occasion.town,
            departement: tender.event.occasion.departement,
        }
    }
}
