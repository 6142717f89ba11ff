//! What people see of a service.

use chrono::{DateTime, Utc};
use estrade_db::services::{Card, Key, Place};
use estrade_domain::{
    actor::Actor,
    contacts::mask_contacts,
    directory::{Marks, excerpt},
    organizations::Organization,
    services::{Content, Hidden, Package, Question, Service, ServiceAction},
    world::Instant,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{money::MoneyView, photos::PhotoView, providers::RatingView};

/// A service, as a list shows it.
#[derive(Serialize, ToSchema)]
pub struct ServiceCard {
    #[schema(example = "svc_01jd0000000000000000000000")]
    id: String,
    /// What stands in the URL of its page.
    #[schema(example = "soiree-dansante-complete-0a1b2c3d")]
    slug: String,
    title: String,
    /// A slug.
    #[schema(example = "dj")]
    trade: String,
    /// The beginning of its description.
    excerpt: String,
    /// The least that it costs, VAT included.
    price_from: MoneyView,
    /// In how many days.
    delivery_days: i32,
    /// What it looks like; null when it has no photo.
    photo: Option<PhotoView>,
    provider: ServiceProviderView,
    #[serde(skip)]
    key: Key,
}

/// Who sells a service.
#[derive(Serialize, ToSchema)]
pub struct ServiceProviderView {
    #[schema(example = "org_01jd0000000000000000000000")]
    id: String,
    /// What stands in the URL of its sheet.
    #[schema(example = "leo-platines")]
    handle: String,
    name: String,
    town: String,
    /// A code: where it is.
    departement: String,
    rating: RatingView,
    /// No review yet: write to it before you decide.
    is_new: bool,
}

/// A service.
#[derive(Serialize, ToSchema)]
pub struct ServiceView {
    #[schema(example = "svc_01jd0000000000000000000000")]
    id: String,
    /// `If-Match` names it.
    version: i32,
    /// What stands in the URL of its page; null before its first publication.
    slug: Option<String>,
    provider: ServiceProviderView,
    title: String,
    /// A slug.
    #[schema(example = "dj")]
    trade: String,
    description: String,
    /// The least that it costs, VAT included.
    price_from: MoneyView,
    /// In how many days.
    delivery_days: u32,
    /// How often the client may ask for changes; null when they are unlimited.
    revisions: Option<i32>,
    unlimited_revisions: bool,
    /// What it looks like, in order.
    photos: Vec<PhotoView>,
    packages: Vec<PackageView>,
    /// What the client is asked when it orders.
    questions: Vec<QuestionView>,
    /// For its provider: what who orders is sent; null for everyone else.
    greeting: Option<String>,
    /// `draft`, `published` or `paused`.
    status: &'static str,
    /// For its provider, why clients do not find it: `draft`, `paused`, `trade_dropped`, `provider_paused` or
    /// `provider_unlisted`; null when they do.
    hidden_because: Option<&'static str>,
    /// Its first publication.
    published_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    /// What the caller may do now: `edit`, `publish`, `pause`, `resume`, `delete`.
    actions: Vec<&'static str>,
}

/// A service, in its provider's own list.
#[derive(Serialize, ToSchema)]
pub struct MyServiceView {
    #[schema(example = "svc_01jd0000000000000000000000")]
    id: String,
    /// `If-Match` names it.
    version: i32,
    /// What stands in the URL of its page; null before its first publication.
    slug: Option<String>,
    title: String,
    /// A slug.
    #[schema(example = "dj")]
    trade: String,
    /// The beginning of its description.
    excerpt: String,
    /// The least that it costs, VAT included.
    price_from: MoneyView,
    /// In how many days.
    delivery_days: u32,
    /// `draft`, `published` or `paused`.
    status: &'static str,
    /// Why clients do not find it: `draft`, `paused`, `trade_dropped`, `provider_paused` or
    /// `provider_unlisted`; null when they do.
    hidden_because: Option<&'static str>,
    created_at: DateTime<Utc>,
    /// What the caller may do now: `edit`, `publish`, `pause`, `resume`, `delete`.
    actions: Vec<&'static str>,
    #[serde(skip)]
    place: Place,
}

/// A ready-made form of a service.
#[derive(Serialize, ToSchema)]
pub struct PackageView {
    #[schema(example = "Essentiel")]
    name: String,
    description: String,
    /// VAT included.
    price: MoneyView,
    /// In how many days.
    delivery_days: u32,
    /// How often the client may ask for changes; null when they are unlimited.
    revisions: Option<i32>,
    unlimited_revisions: bool,
}

/// What the client is asked when it orders.
#[derive(Serialize, ToSchema)]
pub struct QuestionView {
    #[schema(example = "Où la fête a-t-elle lieu ?")]
    text: String,
    /// Whether an answer is due.
    mandatory: bool,
}

impl ServiceCard {
    pub(super) fn key(&self) -> Key {
        self.key.clone()
    }
}

impl From<Card> for ServiceCard {
    fn from(card: Card) -> Self {
        Self {
            key: card.key(),
            id: card.id.to_string(),
            slug: card.slug,
            title: card.title,
            trade: card.trade,
            excerpt: card.excerpt,
            price_from: card.price_from.into(),
            delivery_days: card.delivery_days,
            photo: card.photo.as_ref().map(PhotoView::from),
            provider: ServiceProviderView {
                id: card.provider.to_string(),
                handle: card.handle,
                name: card.name,
                town: card.town,
                departement: card.departement,
                rating: card.marks.into(),
                is_new: card.marks.is_new(),
            },
        }
    }
}

impl ServiceView {
    /// The service as this person, or a visitor, sees it.
    pub(super) fn new(
        service: &Service,
        (provider, marks): (&Organization, Marks),
        actor: Option<&Actor>,
        now: Instant,
    ) -> Self {
        let own = actor.filter(|actor| actor.is_of(service.provider));
        let Content { packages, questions, .. } = &service.content;
        let content = &service.content;
        let shown = |text: &str| if own.is_some() { text.to_owned() } else { mask_contacts(text) };
        let (revisions, unlimited_revisions) = content.revisions.as_typed();
        Self {
            id: service.id.to_string(),
            version: service.version,
            slug: slug(service),
            provider: provider_view(provider, marks),
            title: content.title.clone(),
            trade: content.trade.clone(),
            description: shown(&content.description),
            price_from: content.price_from.into(),
            delivery_days: content.delivery_days,
            revisions,
            unlimited_revisions,
            photos: content.photos.iter().map(PhotoView::from).collect(),
            packages: packages.iter().map(|package| PackageView::new(package, shown)).collect(),
            questions: questions
                .iter()
                .map(|question| QuestionView::new(question, shown))
                .collect(),
            greeting: own.map(|_| content.greeting.clone()),
            status: service.state.status().as_str(),
            hidden_because: own.and_then(|_| hidden(service, provider, now)),
            published_at: service.state.published_at(),
            created_at: service.created_at,
            actions: actions(service, own),
        }
    }
}

impl MyServiceView {
    /// The service as its provider's own people list it.
    pub(super) fn new(
        service: &Service,
        provider: &Organization,
        actor: &Actor,
        now: Instant,
    ) -> Self {
        Self {
            id: service.id.to_string(),
            version: service.version,
            slug: slug(service),
            title: service.content.title.clone(),
            trade: service.content.trade.clone(),
            excerpt: excerpt(&service.content.description),
            price_from: service.content.price_from.into(),
            delivery_days: service.content.delivery_days,
            status: service.state.status().as_str(),
            hidden_because: hidden(service, provider, now),
            created_at: service.created_at,
            actions: actions(service, Some(actor)),
            place: (service.created_at.timestamp_millis(), service.id.to_string()),
        }
    }

    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

impl PackageView {
    fn new(package: &Package, shown: impl Fn(&str) -> String) -> Self {
        let (revisions, unlimited_revisions) = package.revisions.as_typed();
        Self {
            name: package.name.clone(),
            description: shown(&package.description),
            price: package.price.into(),
            delivery_days: package.delivery_days,
            revisions,
            unlimited_revisions,
        }
    }
}

impl QuestionView {
    /// A question whose text is shown so.
    pub(crate) fn new(question: &Question, shown: impl Fn(&str) -> String) -> Self {
        Self { text: shown(&question.text), mandatory: question.mandatory }
    }
}

fn provider_view(provider: &Organization, marks: Marks) -> ServiceProviderView {
    ServiceProviderView {
        id: provider.id.to_string(),
        handle: provider.handle.to_string(),
        name: provider.name.clone(),
        town: provider.address.town.clone(),
        departement: provider.address.departement.clone(),
        rating: marks.into(),
        is_new: marks.is_new(),
    }
}

fn slug(service: &Service) -> Option<String> {
    Some(service.slug.clone()).filter(|slug| !slug.is_empty())
}

fn hidden(service: &Service, provider: &Organization, now: Instant) -> Option<&'static str> {
    service.hidden(provider, now).map(Hidden::as_str)
}

fn actions(service: &Service, actor: Option<&Actor>) -> Vec<&'static str> {
    let actions = actor.map(|actor| service.actions(actor)).unwrap_or_default();
    actions.into_iter().map(ServiceAction::as_str).collect()
}
