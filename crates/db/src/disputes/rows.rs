//! The table of the disputes.

use diesel::prelude::*;
use estrade_domain::{
    disputes::{Dispute, DisputeState, DraftRuling, Proposal, WayOut},
    ledger::Purse,
    money::{Currency, Money},
    offers::Settlement,
    world::Instant,
};

use crate::{Error, schema::disputes};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = disputes, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    version: i32,
    order_id: String,
    milestone: i32,
    title: String,
    settlement: String,
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
    drafted_by: Option<String>,
    drafted_way_out: Option<String>,
    drafted_ruling: Option<String>,
    drafted_at: Option<i64>,
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
        let draft = it.draft.as_ref();
        Ok(Self {
            id: it.id.to_string(),
            version: it.version,
            order_id: it.purse.order.to_string(),
            milestone: i32::try_from(it.purse.milestone).unwrap_or(i32::MAX),
            title: it.title.clone(),
            settlement: it.settlement.as_str().to_owned(),
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
            drafted_by: draft.map(|it| it.by.to_string()),
            drafted_way_out: written(draft.map(|it| it.way_out)).map_err(corrupt)?,
            drafted_ruling: draft.map(|it| it.ruling.clone()),
            drafted_at: millis(draft.map(|it| it.at)),
            opened_at: it.opened_at.timestamp_millis(),
            escalates_at: it.escalates_at.timestamp_millis(),
            escalated_at: millis(it.escalated_at),
            ended_at: millis(it.ended_at),
        })
    }

    fn proposal(&self) -> Option<Proposal> {
        Some(Proposal {
            by: self.proposed_by.as_ref()?.parse().ok()?,
            way_out: serde_json::from_str(self.proposal.as_ref()?).ok()?,
            at: Instant::from_timestamp_millis(self.proposed_at?)?,
        })
    }

    fn draft(&self) -> Option<DraftRuling> {
        Some(DraftRuling {
            by: self.drafted_by.as_ref()?.parse().ok()?,
            way_out: serde_json::from_str(self.drafted_way_out.as_ref()?).ok()?,
            ruling: self.drafted_ruling.clone()?,
            at: Instant::from_timestamp_millis(self.drafted_at?)?,
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
            purse: Purse {
                order: row.order_id.parse().map_err(|_| corrupt())?,
                milestone: u32::try_from(row.milestone).map_err(|_| corrupt())?,
            },
            settlement: Settlement::from_word(&row.settlement).ok_or_else(corrupt)?,
            client: row.client_id.parse().map_err(|_| corrupt())?,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            opener: row.opener_id.parse().map_err(|_| corrupt())?,
            at_stake: Money { amount: row.at_stake_amount, currency },
            state: DisputeState::from_word(&row.state).ok_or_else(corrupt)?,
            proposal: row.proposal(),
            draft: row.draft(),
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
