//! The two tables of an order: what it is, and its milestones.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    ids::OrderId,
    money::{Currency, Money},
    offers::{
        Revisions, Settlement,
        terms::{Rhythm, TermsKind},
    },
    orders::{Milestone, MilestoneState, Order},
    world::Instant,
};

use crate::{
    Conn, Error,
    schema::{order_milestones, orders},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = orders, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    version: i32,
    offer_id: String,
    number: i32,
    client_id: String,
    provider_id: String,
    title: String,
    kind: String,
    settlement: String,
    revisions: Option<i32>,
    questions: String,
    answers: Option<String>,
    rhythm: Option<String>,
    every: Option<i32>,
    weekly_hours: Option<i32>,
    answer_by: Option<i64>,
    is_over: bool,
    created_at: i64,
    completed_at: Option<i64>,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = order_milestones, treat_none_as_null = true)]
pub(super) struct MilestoneRow {
    pub(super) order_id: String,
    pub(super) number: i32,
    name: String,
    net_amount: i64,
    gross_amount: i64,
    currency: String,
    days: i32,
    revisions_used: i32,
    state: String,
    started_at: Option<i64>,
    at: Option<i64>,
    until: Option<i64>,
}

/// Some orders with their milestones, in one more query whatever their number.
pub(super) fn with_milestones(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Order>, Error> {
    let parts: Vec<MilestoneRow> = order_milestones::table
        .filter(order_milestones::order_id.eq_any(rows.iter().map(|row| &row.id)))
        .order((order_milestones::order_id, order_milestones::number))
        .select(MilestoneRow::as_select())
        .load(conn)?;
    let mut by_order: BTreeMap<String, Vec<Milestone>> = BTreeMap::new();
    for part in parts {
        by_order.entry(part.order_id.clone()).or_default().push(part.try_into()?);
    }
    rows.into_iter()
        .map(|row| {
            let milestones = by_order.remove(&row.id).unwrap_or_default();
            row.with(milestones)
        })
        .collect()
}

fn whole(number: Option<u32>) -> Option<i32> {
    number.and_then(|number| i32::try_from(number).ok())
}

impl Row {
    pub(super) fn of(order: &Order) -> Result<Self, Error> {
        let corrupt = |_| Error::corrupt("orders", order.id);
        let answers = order.answers.as_ref().map(serde_json::to_string);
        Ok(Self {
            id: order.id.to_string(),
            version: order.version,
            offer_id: order.offer.to_string(),
            number: order.agreed_version,
            client_id: order.client.to_string(),
            provider_id: order.provider.to_string(),
            title: order.title.clone(),
            kind: order.kind.as_str().to_owned(),
            settlement: order.settlement.as_str().to_owned(),
            revisions: match order.revisions {
                Revisions::UpTo(count) => whole(Some(count)),
                Revisions::Unlimited => None,
            },
            questions: serde_json::to_string(&order.questions).map_err(corrupt)?,
            answers: answers.transpose().map_err(corrupt)?,
            rhythm: order.rhythm.map(|(rhythm, _)| rhythm.as_str().to_owned()),
            every: whole(order.rhythm.map(|(_, every)| every)),
            weekly_hours: whole(order.weekly_hours),
            answer_by: order.answer_by.map(|at| at.timestamp_millis()),
            is_over: order.status().is_over(),
            created_at: order.created_at.timestamp_millis(),
            completed_at: order.completed_at().map(|at| at.timestamp_millis()),
        })
    }

    fn with(self, milestones: Vec<Milestone>) -> Result<Order, Error> {
        let corrupt = || Error::corrupt("orders", &self.id);
        let number = |number: i32| u32::try_from(number).map_err(|_| corrupt());
        let rhythm = match (&self.rhythm, self.every) {
            (Some(word), Some(every)) => {
                Some((Rhythm::from_word(word).ok_or_else(corrupt)?, number(every)?))
            }
            _ => None,
        };
        let answers = self.answers.as_deref().map(serde_json::from_str).transpose();
        Ok(Order {
            id: self.id.parse().map_err(|_| corrupt())?,
            version: self.version,
            offer: self.offer_id.parse().map_err(|_| corrupt())?,
            agreed_version: self.number,
            client: self.client_id.parse().map_err(|_| corrupt())?,
            provider: self.provider_id.parse().map_err(|_| corrupt())?,
            kind: TermsKind::from_word(&self.kind).ok_or_else(corrupt)?,
            settlement: Settlement::from_word(&self.settlement).ok_or_else(corrupt)?,
            revisions: match self.revisions {
                Some(count) => Revisions::UpTo(number(count)?),
                None => Revisions::Unlimited,
            },
            questions: serde_json::from_str(&self.questions).map_err(|_| corrupt())?,
            answers: answers.map_err(|_| corrupt())?,
            rhythm,
            weekly_hours: self.weekly_hours.map(number).transpose()?,
            milestones,
            answer_by: self.answer_by.and_then(Instant::from_timestamp_millis),
            created_at: Instant::from_timestamp_millis(self.created_at).ok_or_else(corrupt)?,
            title: self.title,
        })
    }
}

impl MilestoneRow {
    pub(super) fn all(order: &Order) -> impl Iterator<Item = Self> + '_ {
        (1..).zip(&order.milestones).map(|(number, it)| Self::of(order.id, number, it))
    }

    fn of(order: OrderId, number: i32, it: &Milestone) -> Self {
        let (started_at, at, until) = match it.state {
            MilestoneState::Pending { opens_at } => (None, None, opens_at),
            MilestoneState::Started { started_at, due_at }
            | MilestoneState::RevisionRequested { started_at, due_at } => {
                (Some(started_at), None, Some(due_at))
            }
            MilestoneState::Delivered { started_at, delivered_at, accept_by } => {
                (Some(started_at), Some(delivered_at), Some(accept_by))
            }
            MilestoneState::Accepted { started_at, accepted_at } => {
                (Some(started_at), Some(accepted_at), None)
            }
            MilestoneState::Cancelled { cancelled_at } => (None, Some(cancelled_at), None),
        };
        let millis = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        Self {
            order_id: order.to_string(),
            number,
            name: it.name.clone(),
            net_amount: it.net.amount,
            gross_amount: it.gross.amount,
            currency: it.gross.currency.code().to_owned(),
            days: whole(Some(it.days)).unwrap_or(i32::MAX),
            revisions_used: whole(Some(it.revisions_used)).unwrap_or(i32::MAX),
            state: it.state.as_str().to_owned(),
            started_at: millis(started_at),
            at: millis(at),
            until: millis(until),
        }
    }

    fn state(&self) -> Option<MilestoneState> {
        let started_at = self.started_at.and_then(Instant::from_timestamp_millis);
        let at = self.at.and_then(Instant::from_timestamp_millis);
        let until = self.until.and_then(Instant::from_timestamp_millis);
        Some(match self.state.as_str() {
            "pending" => MilestoneState::Pending { opens_at: until },
            "started" => MilestoneState::Started { started_at: started_at?, due_at: until? },
            "revision_requested" => {
                MilestoneState::RevisionRequested { started_at: started_at?, due_at: until? }
            }
            "delivered" => MilestoneState::Delivered {
                started_at: started_at?,
                delivered_at: at?,
                accept_by: until?,
            },
            "accepted" => MilestoneState::Accepted { started_at: started_at?, accepted_at: at? },
            "cancelled" => MilestoneState::Cancelled { cancelled_at: at? },
            _ => return None,
        })
    }
}

impl TryFrom<MilestoneRow> for Milestone {
    type Error = Error;

    fn try_from(row: MilestoneRow) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("order_milestones", &row.order_id);
        let currency = Currency::from_code(&row.currency).ok_or_else(corrupt)?;
        Ok(Self {
            state: row.state().ok_or_else(corrupt)?,
            net: Money { amount: row.net_amount, currency },
            gross: Money { amount: row.gross_amount, currency },
            days: u32::try_from(row.days).map_err(|_| corrupt())?,
            revisions_used: u32::try_from(row.revisions_used).map_err(|_| corrupt())?,
            name: row.name,
        })
    }
}
