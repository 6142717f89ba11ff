//! The two tables of an order: what it is, and its milestones.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    ids::OrderId,
    money::{Currency, Money},
    offers::{
        Revisions, Settlement,
        terms::{Rhythm, TermsKind, VatRate},
    },
    orders::{Frozen, Held, Milestone, MilestoneState, Order, Timesheet},
    world::Instant,
};

use super::hours;
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
    answer_by: Option<i64>,
    is_over: bool,
    created_at: i64,
    completed_at: Option<i64>,
    placed_at: Option<i64>,
    commission_percent: i32,
    commission_vat: i32,
    payment_days: i32,
    start_days: i32,
    requirements_days: i32,
    review_id: Option<String>,
    lot_id: Option<String>,
    ends_at: Option<i64>,
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
    funded_at: Option<i64>,
    disputed_at: Option<i64>,
    frozen_state: Option<String>,
    released_amount: Option<i64>,
}

/// Some orders with their milestones and hours, in one more query whatever their number, or three.
pub(super) fn with_milestones(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Order>, Error> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let parts: Vec<MilestoneRow> = order_milestones::table
        .filter(order_milestones::order_id.eq_any(rows.iter().map(|row| &row.id)))
        .order((order_milestones::order_id, order_milestones::number))
        .select(MilestoneRow::as_select())
        .load(conn)?;
    let mut by_order: BTreeMap<String, Vec<Milestone>> = BTreeMap::new();
    for part in parts {
        by_order.entry(part.order_id.clone()).or_default().push(part.try_into()?);
    }
    let hourly = rows.iter().filter(|row| row.kind == TermsKind::Hourly.as_str());
    let hourly: Vec<&str> = hourly.map(|row| row.id.as_str()).collect();
    let mut timesheets = hours::of_orders(conn, &hourly)?;
    rows.into_iter()
        .map(|row| {
            let milestones = by_order.remove(&row.id).unwrap_or_default();
            let timesheet = timesheets.remove(&row.id);
            row.with(milestones, timesheet)
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
        let held = |get: fn(&Held) -> u32| whole(order.held.as_ref().map(get)).unwrap_or(0);
        Ok(Self {
            id: order.id.to_string(),
            version: order.version,
            offer_id: order.offer.to_string(),
            number: order.agreed_version,
            client_id: order.client.to_string(),
            provider_id: order.provider.to_string(),
            title: order.title.clone(),
            kind: order.kind.as_str().to_owned(),
            settlement: order.settlement().as_str().to_owned(),
            revisions: match order.revisions {
                Revisions::UpTo(count) => whole(Some(count)),
                Revisions::Unlimited => None,
            },
            questions: serde_json::to_string(&order.questions).map_err(corrupt)?,
            answers: answers.transpose().map_err(corrupt)?,
            rhythm: order.rhythm.map(|(rhythm, _)| rhythm.as_str().to_owned()),
            every: whole(order.rhythm.map(|(_, every)| every)),
            answer_by: order.answer_by.map(|at| at.timestamp_millis()),
            is_over: order.status().is_over(),
            created_at: order.created_at.timestamp_millis(),
            completed_at: order.completed_at().map(|at| at.timestamp_millis()),
            placed_at: order.placed_at.map(|at| at.timestamp_millis()),
            commission_percent: held(|it| it.commission_percent),
            commission_vat: held(|it| u32::from(it.commission_vat)),
            payment_days: held(|it| it.payment_days),
            start_days: held(|it| it.start_days),
            requirements_days: held(|it| it.requirements_days),
            review_id: order.review.map(|id| id.to_string()),
            lot_id: order.lot.map(|id| id.to_string()),
            ends_at: order.ends_at.map(|at| at.timestamp_millis()),
        })
    }

    fn with(
        self,
        milestones: Vec<Milestone>,
        timesheet: Option<Timesheet>,
    ) -> Result<Order, Error> {
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
            lot: self.lot_id.as_deref().map(str::parse).transpose().map_err(|_| corrupt())?,
            agreed_version: self.number,
            client: self.client_id.parse().map_err(|_| corrupt())?,
            provider: self.provider_id.parse().map_err(|_| corrupt())?,
            kind: TermsKind::from_word(&self.kind).ok_or_else(corrupt)?,
            held: match Settlement::from_word(&self.settlement).ok_or_else(corrupt)? {
                Settlement::Direct => None,
                Settlement::Held => Some(Held {
                    commission_percent: number(self.commission_percent)?,
                    commission_vat: VatRate::try_from(i64::from(self.commission_vat))
                        .map_err(|_| corrupt())?,
                    payment_days: number(self.payment_days)?,
                    start_days: number(self.start_days)?,
                    requirements_days: number(self.requirements_days)?,
                }),
            },
            revisions: match self.revisions {
                Some(count) => Revisions::UpTo(number(count)?),
                None => Revisions::Unlimited,
            },
            questions: serde_json::from_str(&self.questions).map_err(|_| corrupt())?,
            answers: answers.map_err(|_| corrupt())?,
            rhythm,
            timesheet,
            ends_at: self.ends_at.and_then(Instant::from_timestamp_millis),
            milestones,
            answer_by: self.answer_by.and_then(Instant::from_timestamp_millis),
            created_at: Instant::from_timestamp_millis(self.created_at).ok_or_else(corrupt)?,
            placed_at: self.placed_at.and_then(Instant::from_timestamp_millis),
            review: self.review_id.as_deref().map(str::parse).transpose().map_err(|_| corrupt())?,
            title: self.title,
        })
    }
}

impl MilestoneRow {
    pub(super) fn all(order: &Order) -> impl Iterator<Item = Self> + '_ {
        (1..).zip(&order.milestones).map(|(number, it)| Self::of(order.id, number, it))
    }

    fn of(order: OrderId, number: i32, it: &Milestone) -> Self {
        let millis = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        let (at, until) = times(it.state);
        let (disputed_at, frozen_state) = match it.state {
            MilestoneState::Disputed { opened_at, frozen, .. } => {
                (Some(opened_at), Some(frozen_word(frozen).to_owned()))
            }
            _ => (None, None),
        };
        let released_amount = match it.state {
            MilestoneState::Settled { released, .. } => Some(released.amount),
            _ => None,
        };
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
            started_at: millis(it.state.started_at()),
            at: millis(at),
            until: millis(until),
            funded_at: millis(it.funded_at),
            disputed_at: millis(disputed_at),
            frozen_state,
            released_amount,
        }
    }

    fn state(&self, currency: Currency) -> Option<MilestoneState> {
        let instant = |at: Option<i64>| at.and_then(Instant::from_timestamp_millis);
        let (started_at, at, until) =
            (instant(self.started_at), instant(self.at), instant(self.until));
        Some(match self.state.as_str() {
            "pending" => MilestoneState::Pending { opens_at: until },
            "awaiting_payment" => MilestoneState::AwaitingPayment { pay_by: until? },
            "funded" => MilestoneState::Funded { refundable_at: at?, start_by: until? },
            "started" => MilestoneState::Started { started_at: started_at?, due_at: until? },
            "revision_requested" => {
                MilestoneState::RevisionRequested { started_at: started_at?, due_at: until? }
            }
            "delivered" => MilestoneState::Delivered {
                started_at: started_at?,
                delivered_at: at?,
                accept_by: until?,
            },
            "disputed" => MilestoneState::Disputed {
                started_at: started_at?,
                opened_at: instant(self.disputed_at)?,
                frozen: match self.frozen_state.as_deref()? {
                    "started" => Frozen::Started { due_at: until? },
                    "revision_requested" => Frozen::RevisionRequested { due_at: until? },
                    "delivered" => Frozen::Delivered { delivered_at: at?, accept_by: until? },
                    _ => return None,
                },
            },
            "accepted" => MilestoneState::Accepted { started_at: started_at?, accepted_at: at? },
            "settled" => MilestoneState::Settled {
                started_at: started_at?,
                settled_at: at?,
                released: Money { amount: self.released_amount?, currency },
            },
            "cancelled" => MilestoneState::Cancelled { cancelled_at: at? },
            _ => return None,
        })
    }
}

/// When a state came, and until when it lasts, where it has such.
fn times(state: MilestoneState) -> (Option<Instant>, Option<Instant>) {
    match state {
        MilestoneState::Pending { opens_at } => (None, opens_at),
        MilestoneState::AwaitingPayment { pay_by } => (None, Some(pay_by)),
        MilestoneState::Funded { refundable_at, start_by } => (Some(refundable_at), Some(start_by)),
        MilestoneState::Started { due_at, .. }
        | MilestoneState::RevisionRequested { due_at, .. }
        | MilestoneState::Disputed {
            frozen: Frozen::Started { due_at } | Frozen::RevisionRequested { due_at },
            ..
        } => (None, Some(due_at)),
        MilestoneState::Delivered { delivered_at, accept_by, .. }
        | MilestoneState::Disputed {
            frozen: Frozen::Delivered { delivered_at, accept_by }, ..
        } => (Some(delivered_at), Some(accept_by)),
        MilestoneState::Accepted { accepted_at: at, .. }
        | MilestoneState::Settled { settled_at: at, .. }
        | MilestoneState::Cancelled { cancelled_at: at } => (Some(at), None),
    }
}

fn frozen_word(frozen: Frozen) -> &'static str {
    match frozen {
        Frozen::Started { .. } => "started",
        Frozen::Delivered { .. } => "delivered",
        Frozen::RevisionRequested { .. } => "revision_requested",
    }
}

impl TryFrom<MilestoneRow> for Milestone {
    type Error = Error;

    fn try_from(row: MilestoneRow) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("order_milestones", &row.order_id);
        let currency = Currency::from_code(&row.currency).ok_or_else(corrupt)?;
        Ok(Self {
            state: row.state(currency).ok_or_else(corrupt)?,
            funded_at: row.funded_at.and_then(Instant::from_timestamp_millis),
            net: Money { amount: row.net_amount, currency },
            gross: Money { amount: row.gross_amount, currency },
            days: u32::try_from(row.days).map_err(|_| corrupt())?,
            revisions_used: u32::try_from(row.revisions_used).map_err(|_| corrupt())?,
            name: row.name,
        })
    }
}
