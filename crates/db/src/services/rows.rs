//! The row of a service, and the way there and back.

use diesel::prelude::*;
use estrade_domain::{
    money::{Currency, Money},
    services::{Content, Revisions, Service, ServiceState, ServiceStatus},
    world::Instant,
};

use crate::{Error, schema::services};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = services, treat_none_as_null = true)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) version: i32,
    provider_id: String,
    slug: String,
    title: String,
    trade: String,
    description: String,
    price_amount: i64,
    currency: String,
    delivery_days: i32,
    revisions: Option<i32>,
    packages: String,
    questions: String,
    greeting: String,
    state: String,
    published_at: Option<i64>,
    created_at: i64,
    updated_at: i64,
    photos: String,
}

impl Row {
    pub(super) fn new(service: &Service, now: Instant) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("services", service.id);
        let Content { photos, packages, questions, .. } = &service.content;
        let content = service.content.clone();
        Ok(Self {
            id: service.id.to_string(),
            version: service.version,
            provider_id: service.provider.to_string(),
            slug: service.slug.clone(),
            title: content.title,
            trade: content.trade,
            description: content.description,
            price_amount: content.price_from.amount,
            currency: content.price_from.currency.code().to_owned(),
            delivery_days: i32::try_from(content.delivery_days).map_err(|_| corrupt())?,
            revisions: content.revisions.as_typed().0,
            packages: serde_json::to_string(packages).map_err(|_| corrupt())?,
            questions: serde_json::to_string(questions).map_err(|_| corrupt())?,
            greeting: content.greeting,
            state: service.state.status().as_str().to_owned(),
            published_at: service.state.published_at().map(|at| at.timestamp_millis()),
            created_at: service.created_at.timestamp_millis(),
            updated_at: now.timestamp_millis(),
            photos: serde_json::to_string(photos).map_err(|_| corrupt())?,
        })
    }

    fn state(&self) -> Option<ServiceState> {
        let since = self.published_at.and_then(Instant::from_timestamp_millis);
        Some(match ServiceStatus::from_word(&self.state)? {
            ServiceStatus::Draft => ServiceState::Draft,
            ServiceStatus::Published => ServiceState::Published { since: since? },
            ServiceStatus::Paused => ServiceState::Paused { since: since? },
            ServiceStatus::Archived => ServiceState::Archived,
        })
    }

    fn revisions(&self) -> Option<Revisions> {
        match self.revisions {
            None => Some(Revisions::Unlimited),
            Some(count) => u32::try_from(count).ok().map(Revisions::UpTo),
        }
    }
}

impl TryFrom<Row> for Service {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("services", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            state: row.state().ok_or_else(corrupt)?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            content: Content {
                price_from: Money {
                    amount: row.price_amount,
                    currency: Currency::from_code(&row.currency).ok_or_else(corrupt)?,
                },
                delivery_days: u32::try_from(row.delivery_days).map_err(|_| corrupt())?,
                revisions: row.revisions().ok_or_else(corrupt)?,
                photos: serde_json::from_str(&row.photos).map_err(|_| corrupt())?,
                packages: serde_json::from_str(&row.packages).map_err(|_| corrupt())?,
                questions: serde_json::from_str(&row.questions).map_err(|_| corrupt())?,
                title: row.title,
                trade: row.trade,
                description: row.description,
                greeting: row.greeting,
            },
            slug: row.slug,
        })
    }
}
