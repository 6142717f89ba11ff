//! The table of what leaves.

use diesel::prelude::*;
use estrade_domain::{
    ledger::Purse,
    money::{Currency, Money},
    outgoings::{Outgoing, OutgoingKind, OutgoingState},
    payments::Psp,
    world::Instant,
};

use crate::{Error, schema::outgoings};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = outgoings, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    version: i32,
    kind: String,
    organization_id: String,
    payment_id: Option<String>,
    order_id: Option<String>,
    milestone: Option<i32>,
    amount: i64,
    currency: String,
    state: String,
    psp: String,
    reference: Option<String>,
    destination: String,
    failure: Option<String>,
    created_at: i64,
    settled_at: Option<i64>,
    check_at: Option<i64>,
    checks: i32,
}

impl From<&Outgoing> for Row {
    fn from(it: &Outgoing) -> Self {
        let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
        let millis = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        Self {
            id: it.id.to_string(),
            version: it.version,
            kind: it.kind.as_str().to_owned(),
            organization_id: it.to.to_string(),
            payment_id: it.payment.map(|id| id.to_string()),
            order_id: it.purse.map(|purse| purse.order.to_string()),
            milestone: it.purse.map(|purse| number(purse.milestone)),
            amount: it.amount.amount,
            currency: it.amount.currency.code().to_owned(),
            state: it.state.as_str().to_owned(),
            psp: it.psp.as_str().to_owned(),
            reference: it.reference.clone(),
            destination: it.destination.clone(),
            failure: it.failure.clone(),
            created_at: it.created_at.timestamp_millis(),
            settled_at: millis(it.settled_at),
            check_at: millis(it.check_at),
            checks: number(it.checks),
        }
    }
}

impl TryFrom<Row> for Outgoing {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("outgoings", &row.id);
        let currency = Currency::from_code(&row.currency).ok_or_else(corrupt)?;
        let instant = |at: Option<i64>| at.and_then(Instant::from_timestamp_millis);
        let purse = match (&row.order_id, row.milestone) {
            (Some(order), Some(milestone)) => Some(Purse {
                order: order.parse().map_err(|_| corrupt())?,
                milestone: u32::try_from(milestone).map_err(|_| corrupt())?,
            }),
            _ => None,
        };
        let payment = row.payment_id.as_ref().map(|id| id.parse()).transpose();
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            kind: OutgoingKind::from_word(&row.kind).ok_or_else(corrupt)?,
            to: row.organization_id.parse().map_err(|_| corrupt())?,
            payment: payment.map_err(|_| corrupt())?,
            purse,
            amount: Money { amount: row.amount, currency },
            state: OutgoingState::from_word(&row.state).ok_or_else(corrupt)?,
            psp: Psp::from_word(&row.psp).ok_or_else(corrupt)?,
            created_at: instant(Some(row.created_at)).ok_or_else(corrupt)?,
            settled_at: instant(row.settled_at),
            check_at: instant(row.check_at),
            checks: u32::try_from(row.checks).map_err(|_| corrupt())?,
            reference: row.reference,
            destination: row.destination,
            failure: row.failure,
        })
    }
}
