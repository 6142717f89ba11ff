//! The two tables of a need: what it is, and who got it.

use chrono::NaiveDate;
use diesel::prelude::*;
use estrade_domain::{
    money::{Currency, Money},
    needs::{Budget, Chosen, Content, Need, Reason},
    world::Instant,
};

use crate::{
    Error,
    schema::{need_recipients, needs},
};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = needs, treat_none_as_default_value = false)]
pub(super) struct Row {
    id: String,
    client_id: String,
    account_id: String,
    title: String,
    description: String,
    trade: String,
    departement: String,
    day: Option<String>,
    budget_min: Option<i64>,
    budget_max: Option<i64>,
    currency: String,
    sent_at: i64,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = need_recipients)]
pub(super) struct RecipientRow {
    need_id: String,
    position: i32,
    provider_id: String,
    service_id: String,
    reasons: String,
}

impl Row {
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn of(need: &Need) -> Self {
        let content = &need.content;
        let Budget { at_least, at_most } = content.budget;
        Self {
            id: need.id.to_string(),
            client_id: need.client.to_string(),
            account_id: need.author.to_string(),
            title: content.title.clone(),
            description: content.description.clone(),
            trade: content.trade.clone(),
            departement: content.departement.clone(),
            day: content.day.map(|day| day.to_string()),
            budget_min: at_least.map(|money| money.amount),
            budget_max: at_most.map(|money| money.amount),
            currency: at_most.or(at_least).map_or(Currency::Eur, |it| it.currency).code().into(),
            sent_at: need.sent_at.timestamp_millis(),
        }
    }

    pub(super) fn with(self, recipients: Vec<RecipientRow>) -> Result<Need, Error> {
        let corrupt = || Error::corrupt("needs", &self.id);
        let currency = Currency::from_code(&self.currency).ok_or_else(corrupt)?;
        let money = |amount: Option<i64>| amount.map(|amount| Money { amount, currency });
        let day = self.day.as_deref().map(str::parse::<NaiveDate>).transpose();
        Ok(Need {
            id: self.id.parse().map_err(|_| corrupt())?,
            client: self.client_id.parse().map_err(|_| corrupt())?,
            author: self.account_id.parse().map_err(|_| corrupt())?,
            sent_at: Instant::from_timestamp_millis(self.sent_at).ok_or_else(corrupt)?,
            recipients: recipients.into_iter().map(Chosen::try_from).collect::<Result<_, _>>()?,
            content: Content {
                day: day.map_err(|_| corrupt())?,
                budget: Budget {
                    at_least: money(self.budget_min),
                    at_most: money(self.budget_max),
                },
                title: self.title,
                description: self.description,
                trade: self.trade,
                departement: self.departement,
            },
        })
    }
}

impl RecipientRow {
    pub(super) fn need_id(&self) -> &str {
        &self.need_id
    }

    pub(super) fn all(need: &Need) -> Result<Vec<Self>, Error> {
        let row = |(position, it): (i32, &Chosen)| {
            Ok(Self {
                need_id: need.id.to_string(),
                position,
                provider_id: it.provider.to_string(),
                service_id: it.service.to_string(),
                reasons: serde_json::to_string(&it.reasons)
                    .map_err(|_| Error::corrupt("need_recipients", need.id))?,
            })
        };
        (1..).zip(&need.recipients).map(row).collect()
    }
}

impl TryFrom<RecipientRow> for Chosen {
    type Error = Error;

    fn try_from(row: RecipientRow) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("need_recipients", &row.need_id);
        let reasons: Vec<Reason> = serde_json::from_str(&row.reasons).map_err(|_| corrupt())?;
        Ok(Self {
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            service: row.service_id.parse().map_err(|_| corrupt())?,
            reasons,
        })
    }
}
