//! The table of the disputes.

use diesel::prelude::*;
use estrade_domain::{
    disputes::{Dispute, DisputeState, Proposal, Subject, WayOut},
    ledger::Purse,
    money::{Currency, Money},
    world::Instant,
};

use crate::{Error, schema::disputes};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = disputes, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    version: i32,
    order_id: Option<String>,
    milestone: Option<i32>,
    lot_id: Option<String>,
    offer_id: Option<String>,
    tender_id: Option<String>,
    title: String,
    client_id: String,
    provider_id: String,
    opener_id: String,
    reason: String,
    at_stake_amount: i64,
    currency: String,
    state: String,
    is_over: bool,
    proposed_by: Option<String>,
    proposal: Option<String>,
    proposed_at: Option<i64>,
    outcome: Option<String>,
    ruling: String,
    opened_at: i64,
    escalates_at: i64,
    escalated_at: Option<i64>,
    ended_at: Option<i64>,
}

impl Row {
    pub(super) fn of(it: &Dispute) -> Result<Self, Error> {
        let written =
            |way_out: Option<WayOut>| way_out.map(|it| serde_json::to_string(&it)).transpose();
        let corrupt = |_| Error::corrupt("disputes", it.id);
        let millis = |at: Option<Instant>| at.map(|at| at.timestamp_millis());
        let (purse, lot) = match it.subject {
            Subject::Milestone(purse) => (Some(purse), None),
            Subject::Lot(lot, offer, tender) => (None, Some((lot, offer, tender))),
        };
        Ok(Self {
            id: it.id.to_string(),
            version: it.version,
            order_id: purse.map(|it| it.order.to_string()),
            milestone: purse.and_then(|it| i32::try_from(it.milestone).ok()),
            lot_id: lot.map(|(lot, ..)| lot.to_string()),
            offer_id: lot.map(|(_, offer, _)| offer.to_string()),
            tender_id: lot.map(|(.., tender)| tender.to_string()),
            title: it.title.clone(),
            client_id: it.client.to_string(),
            provider_id: it.provider.to_string(),
            opener_id: it.opener.to_string(),
            reason: it.reason.clone(),
            at_stake_amount: it.at_stake.amount,
            currency: it.at_stake.currency.code().to_owned(),
            state: it.state.as_str().to_owned(),
            is_over: !it.is_open(),
            proposed_by: it.proposal.map(|it| it.by.to_string()),
            proposal: written(it.proposal.map(|it| it.way_out)).map_err(corrupt)?,
            proposed_at: millis(it.proposal.map(|it| it.at)),
            outcome: written(it.outcome).map_err(corrupt)?,
            ruling: it.ruling.clone(),
            opened_at: it.opened_at.timestamp_millis(),
            escalates_at: it.escalates_at.timestamp_millis(),
            escalated_at: millis(it.escalated_at),
            ended_at: millis(it.ended_at),
        })
    }

    fn subject(&self) -> Option<Subject> {
        if let (Some(order), Some(milestone)) = (&self.order_id, self.milestone) {
            let (order, milestone) = (order.parse().ok()?, u32::try_from(milestone).ok()?);
            return Some(Subject::Milestone(Purse { order, milestone }));
        }
        let lot = self.lot_id.as_ref()?.parse().ok()?;
        let offer = self.offer_id.as_ref()?.parse().ok()?;
        Some(Subject::Lot(lot, offer, self.tender_id.as_ref()?.parse().ok()?))
    }

    fn proposal(&self) -> Option<Proposal> {
        Some(Proposal {
            by: self.proposed_by.as_ref()?.parse().ok()?,
            way_out: serde_json::from_str(self.proposal.as_ref()?).ok()?,
            at: Instant::from_timestamp_millis(self.proposed_at?)?,
        })
    }
}

impl TryFrom<Row> for Dispute {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("disputes", &row.id);
        let instant = |at: i64| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let outcome = row.outcome.as_deref().map(serde_json::from_str).transpose();
        let currency = Currency::from_code(&row.currency).ok_or_else(corrupt)?;
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            subject: row.subject().ok_or_else(corrupt)?,
            client: row.client_id.parse().map_err(|_| corrupt())?,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            opener: row.opener_id.parse().map_err(|_| corrupt())?,
            at_stake: Money { amount: row.at_stake_amount, currency },
            state: DisputeState::from_word(&row.state).ok_or_else(corrupt)?,
            proposal: row.proposal(),
            outcome: outcome.map_err(|_| corrupt())?,
            opened_at: instant(row.opened_at)?,
            escalates_at: instant(row.escalates_at)?,
            escalated_at: row.escalated_at.map(instant).transpose()?,
            ended_at: row.ended_at.map(instant).transpose()?,
            title: row.title,
            reason: row.reason,
            ruling: row.ruling,
        })
    }
}
