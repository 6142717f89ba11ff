//! Rows of the ledger: only ever added, each with the fact that caused it.
//!
//! Invariants: a guarded account is updated where it holds enough, or nothing is written; no transfer is
//! written while the ledger is stopped.

mod verifying;

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    facts::Fact,
    ids::{FactId, OrganizationId},
    ledger::{self as books, Book, Movement, Purse, Transfer},
    money::{Currency, Money},
    orders::Order,
    payments::PaymentRefusal,
};

pub use verifying::{Totals, totals, verify};

use crate::{
    Conn, Error, Tx, facts, orders, outgoings,
    schema::{ledger_balances, ledger_stops, ledger_transfers},
};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = ledger_transfers)]
struct Row {
    fact_id: String,
    seq: i32,
    debit: String,
    credit: String,
    amount: i64,
    currency: String,
    at: i64,
}

/// Where the transfers of a transaction go: behind one fact, one after the other.
pub(crate) struct Journal {
    fact: FactId,
    seq: i32,
}

impl Journal {
    /// The transfers that this fact causes.
    pub(crate) fn of(fact: FactId) -> Self {
        Self { fact, seq: 0 }
    }

    /// Records a fact, and begins its transfers. `actor` is none for what a payment provider says.
    pub(crate) fn begin(tx: &mut Tx<'_>, actor: Option<&Actor>, fact: Fact) -> Result<Self, Error> {
        let told = facts::append(tx, actor, &[fact])?;
        told.first().map(|&fact| Self::of(fact)).ok_or(Error::NotFound)
    }

    /// Writes transfers, and what they make of the guarded accounts.
    pub(crate) fn post(&mut self, tx: &mut Tx<'_>, transfers: &[Transfer]) -> Result<(), Error> {
        refuse_when_stopped(tx)?;
        let at = tx.now().timestamp_millis();
        for transfer in transfers {
            let row = Row {
                fact_id: self.fact.to_string(),
                seq: self.seq,
                debit: transfer.debit.to_string(),
                credit: transfer.credit.to_string(),
                amount: transfer.amount.amount,
                currency: transfer.amount.currency.code().to_owned(),
                at,
            };
            self.seq += 1;
            diesel::insert_into(ledger_transfers::table).values(&row).execute(&mut **tx)?;
        }
        // In the order of their names, so that two transactions never wait for each other.
        for ((account, currency), (credits, debits)) in deltas(transfers) {
            change_balance(tx, &account, currency, credits, debits)?;
        }
        Ok(())
    }
}

type Deltas = BTreeMap<(String, &'static str), (i64, i64)>;

fn deltas(transfers: &[Transfer]) -> Deltas {
    let mut deltas = Deltas::new();
    for it in transfers {
        let mut at = |book: Book, credits, debits| {
            if book.is_guarded() {
                let key = (book.to_string(), it.amount.currency.code());
                let delta = deltas.entry(key).or_default();
                *delta = (delta.0 + credits, delta.1 + debits);
            }
        };
        at(it.debit, 0, it.amount.amount);
        at(it.credit, it.amount.amount, 0);
    }
    deltas
}

fn change_balance(
    tx: &mut Tx<'_>,
    account: &str,
    currency: &str,
    credits: i64,
    debits: i64,
) -> Result<(), Error> {
    use ledger_balances as rows;
    let enough = rows::table
        .filter(rows::account.eq(account))
        .filter(rows::currency.eq(currency))
        .filter((rows::credits - rows::debits).ge(debits - credits));
    let changed = diesel::update(enough)
        .set((rows::credits.eq(rows::credits + credits), rows::debits.eq(rows::debits + debits)))
        .execute(&mut **tx)?;
    if changed == 1 {
        return Ok(());
    }
    // Either another was quicker to take what was there, or the account is new.
    if debits > credits {
        return Err(Error::Stale);
    }
    let inserted = diesel::insert_into(rows::table)
        .values((
            rows::account.eq(account),
            rows::currency.eq(currency),
            rows::credits.eq(credits),
            rows::debits.eq(debits),
        ))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        outcome => outcome.map(|_| ()),
    }
}

/// Carries out what a decision about an order does with its money; `fact` is the first that tells of it.
pub(crate) fn carry(
    tx: &mut Tx<'_>,
    order: &Order,
    fact: Option<&FactId>,
    movements: &[Movement],
) -> Result<(), Error> {
    if movements.is_empty() {
        return Ok(());
    }
    let fact = fact.ok_or_else(|| Error::corrupt("orders", order.id))?;
    let mut journal = Journal::of(*fact);
    for movement in movements {
        match *movement {
            Movement::Fund { purse, amount } => journal.post(tx, &books::fund(purse, amount))?,
            Movement::Release { purse, provider, amount, commission } => {
                journal.post(tx, &books::release(purse, provider, amount, commission))?;
                outgoings::pay_out_if_any(tx, provider)?;
            }
            Movement::Refund { purse, amount } => {
                outgoings::refund_milestone(tx, &mut journal, order.client, purse, amount)?;
            }
        }
    }
    Ok(())
}

/// What a guarded account holds.
pub fn balance(conn: &mut Conn, book: Book) -> Result<Money, Error> {
    let held: Option<(i64, i64)> = ledger_balances::table
        .find(book.to_string())
        .select((ledger_balances::credits, ledger_balances::debits))
        .first(conn)
        .optional()?;
    Ok(Money::euros(held.map_or(0, |(credits, debits)| credits - debits)))
}

/// What became of the money of a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// What is kept now.
    pub held: Money,
    /// What its provider got or will get, the platform's share included.
    pub released: Money,
    /// What went back to its client, or is on its way there.
    pub refunded: Money,
}

/// What became of the money of some milestones: those that never had any are not among them.
pub fn kept(conn: &mut Conn, purses: &[Purse]) -> Result<BTreeMap<Purse, Kept>, Error> {
    let names: BTreeMap<String, Purse> =
        purses.iter().map(|&purse| (Book::Escrow(purse).to_string(), purse)).collect();
    if names.is_empty() {
        return Ok(BTreeMap::new());
    }
    let touches = ledger_transfers::debit
        .eq_any(names.keys())
        .or(ledger_transfers::credit.eq_any(names.keys()));
    let rows: Vec<Row> =
        ledger_transfers::table.filter(touches).select(Row::as_select()).load(conn)?;
    let mut found = BTreeMap::new();
    for row in rows {
        let Some(currency) = Currency::from_code(&row.currency) else {
            return Err(Error::corrupt("ledger_transfers", row.fact_id));
        };
        let zero = Money::zero(currency);
        let mut add = |purse: Purse, held: i64, released: i64, refunded: i64| {
            let kept =
                found.entry(purse).or_insert(Kept { held: zero, released: zero, refunded: zero });
            kept.held.amount += held;
            kept.released.amount += released;
            kept.refunded.amount += refunded;
        };
        if let Some(&purse) = names.get(&row.credit) {
            add(purse, row.amount, 0, 0);
        }
        if let Some(&purse) = names.get(&row.debit) {
            let (released, refunded) =
                if row.credit.starts_with("out:") { (0, row.amount) } else { (row.amount, 0) };
            let taken_back = row.credit == Book::Psp.to_string();
            add(purse, -row.amount, if taken_back { 0 } else { released }, refunded);
        }
    }
    Ok(found)
}

/// What the books say in all, in cents: what is the clients', the providers', nobody's yet, and the platform's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Kept for milestones.
    pub kept: i64,
    /// Earned by providers and not paid out.
    pub payable: i64,
    /// On its way out.
    pub out: i64,
    /// Of which nobody knows yet whose it is.
    pub suspense: i64,
    /// Commissions, without VAT.
    pub commissions: i64,
    /// Plans, without VAT.
    pub plans: i64,
    /// Advertising campaigns, without VAT.
    pub campaigns: i64,
    /// VAT on all three.
    pub vat: i64,
    /// Taken back by banks with nobody left to give it.
    pub charge_backs: i64,
}

/// Where the books stand: the guarded accounts from their balances, the platform's own from their transfers.
pub fn standing(conn: &mut Conn) -> Result<Standing, Error> {
    let held: Vec<(String, i64, i64)> = ledger_balances::table
        .filter(ledger_balances::credits.ne(ledger_balances::debits))
        .select((ledger_balances::account, ledger_balances::credits, ledger_balances::debits))
        .load(conn)?;
    let mut standing = Standing::default();
    for (account, credits, debits) in held {
        let part = match account.split(':').next() {
            Some("escrow") => &mut standing.kept,
            Some("payable") => &mut standing.payable,
            Some("out") => &mut standing.out,
            Some("suspense") => &mut standing.suspense,
            _ => return Err(Error::corrupt("ledger_balances", &account)),
        };
        *part += credits - debits;
    }
    standing.commissions = own(conn, Book::Commissions)?;
    standing.plans = own(conn, Book::Plans)?;
    standing.campaigns = own(conn, Book::Campaigns)?;
    standing.vat = own(conn, Book::Vat)?;
    // What is lost stands on the other side.
    standing.charge_backs = -own(conn, Book::ChargeBacks)?;
    Ok(standing)
}

fn own(conn: &mut Conn, book: Book) -> Result<i64, Error> {
    use diesel::dsl::sql;
    let account = book.to_string();
    let sum = || sql::<diesel::sql_types::BigInt>("coalesce(cast(sum(amount) as bigint), 0)");
    let credits: i64 = ledger_transfers::table
        .filter(ledger_transfers::credit.eq(&account))
        .select(sum())
        .first(conn)?;
    let debits: i64 = ledger_transfers::table
        .filter(ledger_transfers::debit.eq(&account))
        .select(sum())
        .first(conn)?;
    Ok(credits - debits)
}

/// Whether anything is kept for an organization's orders, is owed to it, or is on its way to it.
pub fn holds_for(conn: &mut Conn, organization: OrganizationId) -> Result<bool, Error> {
    let owed = balance(conn, Book::Payable(organization))?;
    Ok(owed.amount > 0
        || outgoings::any_on_its_way(conn, organization)?
        || orders::count_kept(conn, organization)? > 0)
}

fn refuse_when_stopped(tx: &mut Tx<'_>) -> Result<(), Error> {
    if stopped(tx)?.is_some() {
        return Err(PaymentRefusal::LedgerStopped.into());
    }
    Ok(())
}

/// Why the ledger is stopped, if it is.
pub fn stopped(conn: &mut Conn) -> Result<Option<String>, Error> {
    Ok(ledger_stops::table.select(ledger_stops::reason).first(conn).optional()?)
}

/// Stops the ledger: it does not hold.
pub fn stop(tx: &mut Tx<'_>, reason: &str) -> Result<(), Error> {
    if stopped(tx)?.is_some() {
        return Ok(());
    }
    let row = (
        ledger_stops::id.eq(1),
        ledger_stops::at.eq(tx.now().timestamp_millis()),
        ledger_stops::reason.eq(reason),
    );
    diesel::insert_into(ledger_stops::table).values(row).execute(&mut **tx)?;
    facts::record(tx, None, &[Fact::LedgerStopped { reason: reason.to_owned() }])
}

/// Lets money move again.
pub fn resume(tx: &mut Tx<'_>) -> Result<(), Error> {
    let Some(reason) = stopped(tx)? else { return Ok(()) };
    diesel::delete(ledger_stops::table).execute(&mut **tx)?;
    facts::record(tx, None, &[Fact::LedgerResumed { reason }])
}
