//! The table of the payments.

use diesel::prelude::*;
use estrade_domain::{
    ledger::Purse,
    money::{Currency, Money},
    organizations::Plan,
    payments::{Card, Payment, PaymentState, Psp, Purpose},
    world::Instant,
};

use super::number;
use crate::{Error, schema::payments};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = payments, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    version: i32,
    organization_id: String,
    purpose: String,
    order_id: Option<String>,
    milestone: Option<i32>,
    plan: Option<String>,
    plan_months: Option<i32>,
    net_amount: i64,
    amount: i64,
    received_amount: i64,
    currency: String,
    state: String,
    psp: String,
    keeps_card: bool,
    card_token: Option<String>,
    card_ending: Option<String>,
    charged_token: Option<String>,
    charged_ending: Option<String>,
    reference: Option<String>,
    intent: Option<String>,
    url: Option<String>,
    failure: Option<String>,
    created_at: i64,
    expires_at: i64,
    paid_at: Option<i64>,
    check_at: Option<i64>,
    checks: i32,
    campaign_id: Option<String>,
}

impl From<&Payment> for Row {
    fn from(payment: &Payment) -> Self {
        let (order_id, milestone, plan, plan_months) = match payment.purpose {
            Purpose::Milestone(Purse { order, milestone }) => {
                (Some(order.to_string()), Some(number(milestone)), None, None)
            }
            Purpose::Plan(plan, months) => {
                (None, None, Some(plan.as_str().to_owned()), Some(number(months)))
            }
            Purpose::Campaign(_) => (None, None, None, None),
        };
        let (purpose, campaign_id) = match payment.purpose {
            Purpose::Milestone(_) => ("milestone", None),
            Purpose::Plan(..) => ("plan", None),
            Purpose::Campaign(campaign) => ("campaign", Some(campaign.to_string())),
        };
        let millis = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        Self {
            id: payment.id.to_string(),
            version: payment.version,
            organization_id: payment.payer.to_string(),
            purpose: purpose.to_owned(),
            order_id,
            milestone,
            plan,
            plan_months,
            net_amount: payment.net.amount,
            amount: payment.amount.amount,
            received_amount: payment.received.amount,
            currency: payment.amount.currency.code().to_owned(),
            state: payment.state.as_str().to_owned(),
            psp: payment.psp.as_str().to_owned(),
            keeps_card: payment.keeps_card,
            card_token: payment.card.as_ref().map(|it| it.token.clone()),
            card_ending: payment.card.as_ref().map(|it| it.ending.clone()),
            charged_token: payment.charged.as_ref().map(|it| it.token.clone()),
            charged_ending: payment.charged.as_ref().map(|it| it.ending.clone()),
            reference: payment.reference.clone(),
            intent: payment.intent.clone(),
            url: payment.url.clone(),
            failure: payment.failure.clone(),
            created_at: payment.created_at.timestamp_millis(),
            expires_at: payment.expires_at.timestamp_millis(),
            paid_at: millis(payment.paid_at),
            check_at: millis(payment.check_at),
            checks: number(payment.checks),
            campaign_id,
        }
    }
}

fn card(token: Option<String>, ending: Option<String>) -> Option<Card> {
    Some(Card { token: token?, ending: ending? })
}

impl Row {
    fn purpose(&self) -> Option<Purpose> {
        let number = |number: Option<i32>| u32::try_from(number?).ok();
        if let Some(plan) = &self.plan {
            return Some(Purpose::Plan(Plan::from_word(plan)?, number(self.plan_months)?));
        }
        if let Some(campaign) = &self.campaign_id {
            return campaign.parse().ok().map(Purpose::Campaign);
        }
        let order = self.order_id.as_ref()?.parse().ok()?;
        Some(Purpose::Milestone(Purse { order, milestone: number(self.milestone)? }))
    }
}

impl TryFrom<Row> for Payment {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("payments", &row.id);
        let currency = Currency::from_code(&row.currency).ok_or_else(corrupt)?;
        let instant = |at: Option<i64>| at.and_then(Instant::from_timestamp_millis);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            payer: row.organization_id.parse().map_err(|_| corrupt())?,
            purpose: row.purpose().ok_or_else(corrupt)?,
            net: Money { amount: row.net_amount, currency },
            amount: Money { amount: row.amount, currency },
            received: Money { amount: row.received_amount, currency },
            state: PaymentState::from_word(&row.state).ok_or_else(corrupt)?,
            psp: Psp::from_word(&row.psp).ok_or_else(corrupt)?,
            keeps_card: row.keeps_card,
            card: card(row.card_token, row.card_ending),
            charged: card(row.charged_token, row.charged_ending),
            created_at: instant(Some(row.created_at)).ok_or_else(corrupt)?,
            expires_at: instant(Some(row.expires_at)).ok_or_else(corrupt)?,
            paid_at: instant(row.paid_at),
            check_at: instant(row.check_at),
            checks: u32::try_from(row.checks).map_err(|_| corrupt())?,
            reference: row.reference,
            intent: row.intent,
            url: row.url,
            failure: row.failure,
        })
    }
}
