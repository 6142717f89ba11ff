//! Whether the books hold: what is stored is what the transfers make, and what the transfers make is what
//! the payments, the orders and the outgoings say.

use std::collections::{BTreeMap, BTreeSet};

use diesel::{connection::SimpleConnection, prelude::*};
use estrade_domain::{
    ledger::Book, orders::MilestoneState, outgoings::OutgoingState, payments::PaymentState,
};

use super::Row;
use crate::{
    Conn, Error, invoices, orders,
    schema::{ledger_balances, ledger_transfers, outgoings, payments},
};

/// Rows that are read at a time.
const SOME: i64 = 2000;

/// What each account holds, recomputed from all transfers: credits less debits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals(pub BTreeMap<String, i64>);

impl Totals {
    fn get(&self, account: &str) -> i64 {
        self.0.get(account).copied().unwrap_or(0)
    }

    fn starting(&self, prefix: &str) -> i64 {
        let those = self.0.iter().filter(|(account, _)| account.starts_with(prefix));
        those.map(|(_, total)| total).sum()
    }
}

/// Adds all transfers up.
pub fn totals(conn: &mut Conn) -> Result<Totals, Error> {
    let mut totals = Totals::default();
    let mut after = (String::new(), -1);
    loop {
        let rows: Vec<Row> = ledger_transfers::table
            .filter(ledger_transfers::fact_id.ge(after.0.clone()))
            .filter(
                ledger_transfers::fact_id.gt(after.0.clone()).or(ledger_transfers::seq.gt(after.1)),
            )
            .order((ledger_transfers::fact_id, ledger_transfers::seq))
            .limit(SOME)
            .select(Row::as_select())
            .load(conn)?;
        let Some(last) = rows.last() else { return Ok(totals) };
        after = (last.fact_id.clone(), last.seq);
        for row in rows {
            *totals.0.entry(row.debit).or_default() -= row.amount;
            *totals.0.entry(row.credit).or_default() += row.amount;
        }
    }
}

/// What does not hold, in words for who looks into it; empty when the books hold. All of it is read as it stood
/// at one moment.
pub fn verify(conn: &mut Conn) -> Result<Vec<String>, Error> {
    conn.begin_snapshot()?;
    let outcome = verify_here(conn);
    conn.batch_execute("rollback")?;
    outcome
}

fn verify_here(conn: &mut Conn) -> Result<Vec<String>, Error> {
    let totals = totals(conn)?;
    let mut wrong = Vec::new();
    balances(conn, &totals, &mut wrong)?;
    milestones(conn, &totals, &mut wrong)?;
    outgoing(conn, &totals, &mut wrong)?;
    till(conn, &totals, &mut wrong)?;
    for gap in invoices::gaps(conn)? {
        let invoices::Gap { issuer, year, missing, undrawn } = gap;
        wrong.push(format!(
            "invoices of {issuer} in {year}: {missing:?} are missing, {undrawn:?} were never drawn"
        ));
    }
    Ok(wrong)
}

/// Stored = recomputed, and no guarded account is below zero.
fn balances(conn: &mut Conn, totals: &Totals, wrong: &mut Vec<String>) -> Result<(), Error> {
    let stored: Vec<(String, i64, i64)> = ledger_balances::table
        .select((ledger_balances::account, ledger_balances::credits, ledger_balances::debits))
        .load(conn)?;
    let mut known = BTreeSet::new();
    for (account, credits, debits) in stored {
        let (stored, recomputed) = (credits - debits, totals.get(&account));
        if stored != recomputed {
            wrong.push(format!("{account}: stored {stored}, its transfers make {recomputed}"));
        }
        if stored < 0 {
            wrong.push(format!("{account}: overdrawn by {}", -stored));
        }
        known.insert(account);
    }
    let guarded = ["escrow:", "payable:", "out:", "suspense"];
    for (account, total) in &totals.0 {
        let is_guarded = guarded.iter().any(|prefix| account.starts_with(prefix));
        if is_guarded && !known.contains(account) {
            wrong.push(format!("{account}: no balance, its transfers make {total}"));
        }
    }
    Ok(())
}

/// What is kept for each milestone is what its state says: its whole price while it goes on, else nothing.
fn milestones(conn: &mut Conn, totals: &Totals, wrong: &mut Vec<String>) -> Result<(), Error> {
    let mut expected = BTreeMap::new();
    for order in orders::held(conn)? {
        for (number, it) in (1..).zip(&order.milestones) {
            let kept = match it.state {
                MilestoneState::Pending { .. } | MilestoneState::AwaitingPayment { .. } => 0,
                state if state.is_over() => 0,
                _ => it.gross.amount,
            };
            expected.insert(Book::Escrow(order.purse(number)).to_string(), kept);
        }
    }
    for (account, kept) in &expected {
        let held = totals.get(account);
        if held != *kept {
            wrong.push(format!("{account}: holds {held}, its milestone says {kept}"));
        }
    }
    let unknown = totals.0.iter().filter(|(account, _)| account.starts_with("escrow:"));
    for (account, _) in unknown.filter(|(account, _)| !expected.contains_key(*account)) {
        wrong.push(format!("{account}: there is no such milestone"));
    }
    Ok(())
}

/// What is set aside is what is on its way.
fn outgoing(conn: &mut Conn, totals: &Totals, wrong: &mut Vec<String>) -> Result<(), Error> {
    let rows: Vec<(String, i64, String)> =
        outgoings::table.select((outgoings::id, outgoings::amount, outgoings::state)).load(conn)?;
    for (id, amount, state) in rows {
        let on_its_way = [OutgoingState::Created, OutgoingState::Sent].map(OutgoingState::as_str);
        let expected = if on_its_way.contains(&state.as_str()) { amount } else { 0 };
        let set_aside = totals.get(&format!("out:{id}"));
        if set_aside != expected {
            wrong.push(format!("out:{id}: holds {set_aside}, but it is {state}"));
        }
    }
    Ok(())
}

/// What lies at the payment provider is what was paid less what left and what was taken back; and it is what
/// the platform owes and earned.
fn till(conn: &mut Conn, totals: &Totals, wrong: &mut Vec<String>) -> Result<(), Error> {
    let paid: Vec<(i64, String)> = payments::table
        .filter(payments::paid_at.is_not_null())
        .select((payments::received_amount, payments::state))
        .load(conn)?;
    let left: Vec<i64> = outgoings::table
        .filter(outgoings::state.eq(OutgoingState::Settled.as_str()))
        .select(outgoings::amount)
        .load(conn)?;
    let arrived: i64 = paid.iter().map(|(received, _)| received).sum();
    let taken_back: i64 = paid
        .iter()
        .filter(|(_, state)| state == PaymentState::ChargedBack.as_str())
        .map(|(received, _)| received)
        .sum();
    let till = -totals.get("psp");
    let expected = arrived - taken_back - left.iter().sum::<i64>();
    if till != expected {
        wrong.push(format!("psp: the books say {till}, payments and outgoings make {expected}"));
    }
    let owed = ["escrow:", "payable:", "out:", "suspense", "revenue:", "vat:", "loss:"]
        .iter()
        .map(|prefix| totals.starting(prefix))
        .sum::<i64>();
    if till != owed {
        wrong.push(format!("psp: the books say {till}, what is owed and earned is {owed}"));
    }
    Ok(())
}
