//! The books of the built-in payment provider. The rest of the program knows of them only what it would be
//! told by any other: it asks by a reference, and events say when it is worth asking.

use chrono::TimeDelta;
use diesel::prelude::*;
use estrade_domain::{
    ids::{FactId, OutgoingId, PaymentId},
    money::Money,
    payments::{PaymentRefusal, Psp},
    sandbox::{Card, SandboxPayment, SandboxState},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, payments,
    schema::{sandbox_events, sandbox_payments as rows, sandbox_transfers as transfers},
};

/// A payout takes so long.
const PAYOUT_TAKES: TimeDelta = TimeDelta::seconds(30);
/// A bank that tells late does so after that time.
const LATE: TimeDelta = TimeDelta::minutes(10);
/// A holder takes a payment back after that time.
const TAKEN_BACK_AFTER: TimeDelta = TimeDelta::days(1);

/// What a payment is called here.
#[must_use]
pub fn reference(payment: PaymentId) -> String {
    format!("sbx_{payment}")
}

/// Opens a payment: the same asked again is the same.
pub fn open(tx: &mut Tx<'_>, payment: PaymentId, amount: Money) -> Result<(), Error> {
    let reference = reference(payment);
    let known: i64 = rows::table.find(&reference).count().get_result(&mut **tx)?;
    if known == 0 {
        diesel::insert_into(rows::table)
            .values((
                rows::reference.eq(reference),
                rows::amount.eq(amount.amount),
                rows::currency.eq(amount.currency.code()),
                rows::state.eq(SandboxState::Open.as_str()),
                rows::refunded.eq(0),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

type Row = (String, Option<String>, Option<String>, i64, Option<i64>);

/// What is known of a payment.
pub fn find(conn: &mut Conn, payment: PaymentId) -> Result<Option<SandboxPayment>, Error> {
    let reference = reference(payment);
    let row: Option<Row> = rows::table
        .find(&reference)
        .select((rows::state, rows::failure, rows::card, rows::refunded, rows::taken_back_at))
        .first(conn)
        .optional()?;
    row.map(|(state, failure, card, refunded, taken_back_at)| {
        let corrupt = || Error::corrupt("sandbox_payments", &reference);
        Ok(SandboxPayment {
            state: SandboxState::from_word(&state).ok_or_else(corrupt)?,
            failure,
            card,
            // What was given back already is not taken back once more.
            taken_back_at: taken_back_at
                .filter(|_| refunded == 0)
                .and_then(Instant::from_timestamp_millis),
        })
    })
    .transpose()
}

/// A payer gives a card.
pub fn pay(tx: &mut Tx<'_>, payment: PaymentId, card: Card) -> Result<SandboxState, Error> {
    let now = tx.now();
    let taken_back_at = (card == Card::TakesBack).then(|| now + TAKEN_BACK_AFTER);
    let (state, failure) = match card {
        Card::Pays | Card::PaysLate | Card::TakesBack => (SandboxState::Paid, None),
        Card::Refused(code) => (SandboxState::Refused, Some(code)),
        Card::Asks => (SandboxState::Asked, None),
    };
    change(tx, payment, SandboxState::Open, state, failure)?;
    let millis = taken_back_at.map(|at| at.timestamp_millis());
    diesel::update(rows::table.find(reference(payment)))
        .set((rows::card.eq(Some(card.number())), rows::taken_back_at.eq(millis)))
        .execute(&mut **tx)?;
    if let Some(at) = taken_back_at {
        tell(tx, payment, at)?;
    }
    match card {
        Card::Asks => {}
        Card::PaysLate => {
            tell(tx, payment, now + LATE * 2)?;
            tell(tx, payment, now + LATE)?;
        }
        _ => tell(tx, payment, now)?,
    }
    Ok(state)
}

/// A card is charged that its holder allowed to be: its bank says yes or no, and asks nobody. The same asked again
/// charges once.
pub fn charge(tx: &mut Tx<'_>, payment: PaymentId, token: &str) -> Result<(), Error> {
    let waits = find(tx, payment)?.is_some_and(|it| it.state == SandboxState::Open);
    let card = Card::parse(token).map_err(|_| Error::corrupt("payments", payment))?;
    if waits {
        pay(tx, payment, card.in_absence())?;
    }
    Ok(())
}

/// A payer confirms at their bank, or does not.
pub fn confirm(
    tx: &mut Tx<'_>,
    payment: PaymentId,
    confirmed: Confirmation,
) -> Result<SandboxState, Error> {
    let (state, failure) = match confirmed {
        Confirmation::Given => (SandboxState::Paid, None),
        Confirmation::Refused => (SandboxState::Refused, Some("authentication_failed")),
    };
    change(tx, payment, SandboxState::Asked, state, failure)?;
    let now = tx.now();
    tell(tx, payment, now)?;
    Ok(state)
}

/// What a payer answers to its bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// It is me.
    Given,
    /// It is not.
    Refused,
}

/// Nobody paid in time.
pub fn close(tx: &mut Tx<'_>, payment: PaymentId) -> Result<(), Error> {
    let waiting = rows::table.filter(rows::reference.eq(reference(payment))).filter(
        rows::state.eq_any([SandboxState::Open, SandboxState::Asked].map(SandboxState::as_str)),
    );
    diesel::update(waiting)
        .set(rows::state.eq(SandboxState::Closed.as_str()))
        .execute(&mut **tx)?;
    Ok(())
}

fn change(
    tx: &mut Tx<'_>,
    payment: PaymentId,
    from: SandboxState,
    to: SandboxState,
    failure: Option<&str>,
) -> Result<(), Error> {
    let waiting = rows::table
        .filter(rows::reference.eq(reference(payment)))
        .filter(rows::state.eq(from.as_str()));
    let changed = diesel::update(waiting)
        .set((rows::state.eq(to.as_str()), rows::failure.eq(failure)))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(PaymentRefusal::PaymentOver.into()) }
}

fn tell(tx: &mut Tx<'_>, payment: PaymentId, at: Instant) -> Result<(), Error> {
    let id: FactId = tx.id();
    diesel::insert_into(sandbox_events::table)
        .values((
            sandbox_events::id.eq(id.to_string()),
            sandbox_events::reference.eq(reference(payment)),
            sandbox_events::deliver_at.eq(at.timestamp_millis()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Delivers what is to be told by now, each twice, as careful providers do; says how much.
pub fn deliver_events(tx: &mut Tx<'_>, limit: i64) -> Result<usize, Error> {
    let now = tx.now().timestamp_millis();
    let due: Vec<(String, String)> = sandbox_events::table
        .filter(sandbox_events::deliver_at.le(now))
        .order((sandbox_events::deliver_at, sandbox_events::id))
        .limit(limit)
        .select((sandbox_events::id, sandbox_events::reference))
        .load(&mut **tx)?;
    for (id, reference) in &due {
        for _ in 0..2 {
            payments::hint(tx, Psp::Sandbox, id, std::slice::from_ref(reference))?;
        }
        diesel::delete(sandbox_events::table.find(id)).execute(&mut **tx)?;
    }
    Ok(due.len())
}

/// Whether anything is to be told by now.
pub fn any_event_due(conn: &mut Conn, now: Instant) -> Result<bool, Error> {
    let due = sandbox_events::table.filter(sandbox_events::deliver_at.le(now.timestamp_millis()));
    let first: Option<String> = due.select(sandbox_events::id).limit(1).first(conn).optional()?;
    Ok(first.is_some())
}

/// What became of money that leaves through the sandbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// It is on its way.
    OnItsWay,
    /// It arrived.
    Arrived,
    /// It did not.
    Refused(String),
}

/// Gives a payment or a part of it back, once: the same asked again is the same.
pub fn refund(
    tx: &mut Tx<'_>,
    id: OutgoingId,
    payment: &str,
    amount: Money,
) -> Result<Left, Error> {
    if let Some(known) = left(tx, id)? {
        return Ok(known);
    }
    let covers = rows::table
        .filter(rows::reference.eq(payment))
        .filter(rows::state.eq(SandboxState::Paid.as_str()))
        .filter((rows::amount - rows::refunded).ge(amount.amount));
    let taken = diesel::update(covers)
        .set(rows::refunded.eq(rows::refunded + amount.amount))
        .execute(&mut **tx)?;
    let failure = (taken == 0).then_some("charge_not_refundable");
    let now = tx.now();
    send(tx, id, amount, failure, now)
}

/// Pays out, once. An account whose number is all zeros is closed.
pub fn pay_out(
    tx: &mut Tx<'_>,
    id: OutgoingId,
    account: &str,
    amount: Money,
) -> Result<Left, Error> {
    if let Some(known) = left(tx, id)? {
        return Ok(known);
    }
    let failure = account.ends_with(CLOSED_ACCOUNT).then_some("account_closed");
    let settles_at = tx.now() + PAYOUT_TAKES;
    send(tx, id, amount, failure, settles_at)
}

/// What an account is called when it is closed.
pub const CLOSED_ACCOUNT: &str = "_closed";

fn send(
    tx: &mut Tx<'_>,
    id: OutgoingId,
    amount: Money,
    failure: Option<&str>,
    settles_at: Instant,
) -> Result<Left, Error> {
    diesel::insert_into(transfers::table)
        .values((
            transfers::reference.eq(id.to_string()),
            transfers::amount.eq(amount.amount),
            transfers::currency.eq(amount.currency.code()),
            transfers::failure.eq(failure),
            transfers::settles_at.eq(settles_at.timestamp_millis()),
        ))
        .execute(&mut **tx)?;
    Ok(left(tx, id)?.unwrap_or(Left::OnItsWay))
}

fn left(tx: &mut Tx<'_>, id: OutgoingId) -> Result<Option<Left>, Error> {
    let now = tx.now().timestamp_millis();
    let row: Option<(Option<String>, i64)> = transfers::table
        .find(id.to_string())
        .select((transfers::failure, transfers::settles_at))
        .first(&mut **tx)
        .optional()?;
    Ok(row.map(|(failure, settles_at)| match failure {
        _ if now < settles_at => Left::OnItsWay,
        Some(code) => Left::Refused(code),
        None => Left::Arrived,
    }))
}
