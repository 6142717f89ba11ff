//! Whom a published tender reaches (S1-036): batch by batch, for the mails and notices of the relay.

use std::collections::{BTreeMap, BTreeSet};

use diesel::{dsl::exists, prelude::*};
use estrade_domain::{
    accounts::{Account, AccountState},
    actor::Role,
    ids::OrganizationId,
    organizations::{OrganizationState, Plan},
    tenders::Tender,
    world::Instant,
};

use super::blocks::providers_that_blocked;
use crate::{
    Conn, Error, accounts,
    listings::ANY,
    organizations,
    schema::{organization_departements, organization_trades, organizations as organization_rows},
};

/// A provider that a tender concerns.
#[derive(Debug, Clone)]
pub struct Match {
    /// The provider.
    pub provider: OrganizationId,
    /// Who receives its mails: the active owner of longest standing. Its alerts say which it wants.
    pub account: Account,
    /// What it may do.
    pub plan: Plan,
}

/// Some of the providers.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Those that someone can be told of.
    pub matches: Vec<Match>,
    /// After whom the next batch begins; none when this was the last.
    pub next_after: Option<OrganizationId>,
}

/// The next providers after this one that match an open lot of one of these trades: open, on a plan, not on
/// leave, and not one that blocked the client.
pub fn providers_matching(
    conn: &mut Conn,
    tender: &Tender,
    trades: &BTreeSet<String>,
    after: Option<OrganizationId>,
    (limit, now): (i64, Instant),
) -> Result<Batch, Error> {
    let departement = tender.event.occasion.departement.as_deref().unwrap_or(ANY);
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let open: BTreeSet<&str> = tender.open_trades().collect();
    let mut found = BTreeSet::new();
    for trade in open.into_iter().filter(|&trade| trades.contains(trade)) {
        found.extend(of_trade(conn, trade, departement, &after, limit)?);
    }
    let size = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut batch: Vec<String> = found.into_iter().take(size).collect();
    let last = batch.last().filter(|_| batch.len() == size);
    let next_after =
        last.map(|id| id.parse().map_err(|_| Error::corrupt("organizations", id))).transpose()?;
    let blocked = providers_that_blocked(conn, tender.event.organization)?;
    batch.retain(|provider| !blocked.contains(provider));
    Ok(Batch { matches: with_accounts(conn, &batch, now)?, next_after })
}

/// One range of the index of trades, in the order of the providers' ids.
fn of_trade(
    conn: &mut Conn,
    trade: &str,
    departement: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<String>, Error> {
    let serves = organization_departements::table
        .filter(organization_departements::organization_id.eq(organization_trades::organization_id))
        .filter(organization_departements::departement.eq_any([departement, ANY]));
    let takes_part = organization_rows::table
        .filter(organization_rows::id.eq(organization_trades::organization_id))
        .filter(organization_rows::plan.is_not_null())
        .filter(organization_rows::paused.eq(false))
        .filter(organization_rows::state.eq(OrganizationState::Open.as_str()));
    Ok(organization_trades::table
        .filter(organization_trades::trade.eq(trade))
        .filter(organization_trades::organization_id.gt(after))
        .filter(exists(serves))
        .filter(exists(takes_part))
        .order(organization_trades::organization_id)
        .limit(limit)
        .select(organization_trades::organization_id)
        .load(conn)?)
}

fn with_accounts(conn: &mut Conn, providers: &[String], now: Instant) -> Result<Vec<Match>, Error> {
    let plans = organizations::plans(conn, providers)?;
    let mut oldest: BTreeMap<OrganizationId, Match> = BTreeMap::new();
    for account in accounts::of_organizations(conn, providers)? {
        let provider = account.organization;
        let Some(plan) = plans.get(&provider).map(|subscription| subscription.plan_at(now)) else {
            continue;
        };
        if account.role == Role::Owner && account.state == AccountState::Active {
            oldest.entry(provider).or_insert(Match { provider, account, plan });
        }
    }
    Ok(oldest.into_values().collect())
}
