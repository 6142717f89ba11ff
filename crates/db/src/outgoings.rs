//! Rows of what leaves: made with the money set aside for it, settled or given back afterwards.

mod rows;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    facts::Fact,
    ids::{OrganizationId, OutgoingId},
    ledger::{Book, Purse, set_aside},
    money::Money,
    outgoings::{Outgoing, OutgoingKind, OutgoingState, Sight},
    payments::{Payment, PaymentRefusal, Psp, pause},
    payout_accounts::AccountState,
    refusal::Refusal,
    world::Instant,
};

use self::rows::Row;
use crate::{
    Conn, Error, Tx,
    ledger::{self, Journal},
    page::{Slice, Window},
    payments, payout_accounts,
    schema::outgoings,
};

/// A place in a list: when it was set aside, and its id.
pub type Place = (i64, String);

const ON_ITS_WAY: [OutgoingState; 2] = [OutgoingState::Created, OutgoingState::Sent];

/// What is looked for among all that left.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Only what goes to this organization.
    pub to: Option<OrganizationId>,
    /// Refunds, or payouts.
    pub kind: Option<OutgoingKind>,
    /// Only what stands there.
    pub state: Option<OutgoingState>,
}

/// What left, the latest first.
pub fn list(
    conn: &mut Conn,
    wanted: Wanted,
    window: &Window<Place>,
) -> Result<Slice<Outgoing>, Error> {
    let mut query = outgoings::table
        .order((outgoings::created_at.desc(), outgoings::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some(to) = wanted.to {
        query = query.filter(outgoings::organization_id.eq(to.to_string()));
    }
    if let Some(kind) = wanted.kind {
        query = query.filter(outgoings::kind.eq(kind.as_str()));
    }
    if let Some(state) = wanted.state {
        query = query.filter(outgoings::state.eq(state.as_str()));
    }
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(outgoings::created_at.le(*created_at))
            .filter(outgoings::created_at.lt(*created_at).or(outgoings::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let found: Result<Vec<Outgoing>, Error> = rows.into_iter().map(Outgoing::try_from).collect();
    Ok(window.cut(found?))
}

/// How many refunds wait for the operator.
pub(crate) fn count_failed_refunds(conn: &mut Conn) -> Result<i64, Error> {
    Ok(outgoings::table
        .filter(outgoings::state.eq(OutgoingState::Failed.as_str()))
        .filter(outgoings::kind.eq(OutgoingKind::Refund.as_str()))
        .count()
        .get_result(conn)?)
}

/// One of them.
fn get(conn: &mut Conn, id: OutgoingId) -> Result<Outgoing, Error> {
    outgoings::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// Whether anything is on its way to an organization.
pub(crate) fn any_on_its_way(conn: &mut Conn, to: OrganizationId) -> Result<bool, Error> {
    let count: i64 = outgoings::table
        .filter(outgoings::organization_id.eq(to.to_string()))
        .filter(outgoings::state.eq_any(ON_ITS_WAY.map(OutgoingState::as_str)))
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

/// The payment of a milestone, or a part of it, goes back to its client.
pub(crate) fn refund_milestone(
    tx: &mut Tx<'_>,
    journal: &mut Journal,
    client: OrganizationId,
    purse: Purse,
    amount: Money,
) -> Result<(), Error> {
    let payment = payments::living(tx, purse)?.filter(|payment| payment.payer == client);
    let payment = payment.ok_or_else(|| Error::corrupt("payments", purse))?;
    refund(tx, journal, &payment, Some(purse), Book::Escrow(purse), amount)
}

/// A payment, or a part of it, goes back.
pub(crate) fn refund(
    tx: &mut Tx<'_>,
    journal: &mut Journal,
    payment: &Payment,
    purse: Option<Purse>,
    from: Book,
    amount: Money,
) -> Result<(), Error> {
    let outgoing = Outgoing {
        payment: Some(payment.id),
        purse,
        destination: payment.reference.clone().unwrap_or_default(),
        ..blank(tx, OutgoingKind::Refund, payment.payer, amount, payment.psp)
    };
    insert(tx, journal, &outgoing, from)
}

/// Pays out what is owed, if anything is and there is somewhere to pay it to.
pub(crate) fn pay_out_if_any(tx: &mut Tx<'_>, to: OrganizationId) -> Result<(), Error> {
    match pay_out(tx, None, to) {
        Err(Error::Refused(Refusal::Payment(
            PaymentRefusal::NoPayoutAccount | PaymentRefusal::NothingToPayOut,
        ))) => Ok(()),
        outcome => outcome.map(|_| ()),
    }
}

/// Pays a provider all that it is owed.
pub fn pay_out(
    tx: &mut Tx<'_>,
    actor: Option<&Actor>,
    to: OrganizationId,
) -> Result<Outgoing, Error> {
    let account = payout_accounts::find(tx, to)?
        .filter(|account| account.state == AccountState::Ready)
        .ok_or(PaymentRefusal::NoPayoutAccount)?;
    let book = Book::Payable(to);
    let amount = ledger::balance(tx, book)?;
    if amount.amount <= 0 {
        return Err(PaymentRefusal::NothingToPayOut.into());
    }
    let outgoing = Outgoing {
        destination: account.reference,
        ..blank(tx, OutgoingKind::Payout, to, amount, account.psp)
    };
    let fact = Fact::PayoutStarted { leaving: outgoing.leaving() };
    let told = crate::facts::append(tx, actor, &[fact])?;
    let first = *told.first().ok_or(Error::NotFound)?;
    insert(tx, &mut Journal::of(first), &outgoing, book)?;
    Ok(outgoing)
}

fn blank(
    tx: &mut Tx<'_>,
    kind: OutgoingKind,
    to: OrganizationId,
    amount: Money,
    psp: Psp,
) -> Outgoing {
    let now = tx.now();
    Outgoing {
        id: tx.id(),
        version: 1,
        kind,
        to,
        payment: None,
        purse: None,
        amount,
        state: OutgoingState::Created,
        psp,
        reference: None,
        destination: String::new(),
        failure: None,
        created_at: now,
        settled_at: None,
        check_at: Some(now),
        checks: 0,
    }
}

fn insert(
    tx: &mut Tx<'_>,
    journal: &mut Journal,
    outgoing: &Outgoing,
    from: Book,
) -> Result<(), Error> {
    diesel::insert_into(outgoings::table).values(Row::from(outgoing)).execute(&mut **tx)?;
    journal.post(tx, &set_aside(from, outgoing.id, outgoing.amount))
}

/// Those about which the payment provider is to be asked now.
pub fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Outgoing>, Error> {
    let rows: Vec<Row> = outgoings::table
        .filter(outgoings::check_at.le(now.timestamp_millis()))
        .order((outgoings::check_at, outgoings::id))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Outgoing::try_from).collect()
}

/// Takes one to ask for it. No when another did meanwhile. It is due again later, should this one die.
pub fn claim(tx: &mut Tx<'_>, outgoing: &Outgoing) -> Result<Option<Outgoing>, Error> {
    let again_at = tx.now() + pause(outgoing.checks);
    let claimed =
        Outgoing { check_at: Some(again_at), checks: outgoing.checks + 1, ..outgoing.clone() };
    update(tx, &claimed).map(Some).or_else(|error| match error {
        Error::Stale => Ok(None),
        other => Err(other),
    })
}

/// Takes note of what the payment provider says, with what it does to the ledger.
pub fn note(tx: &mut Tx<'_>, id: OutgoingId, sight: &Sight) -> Result<(), Error> {
    let before = get(tx, id)?;
    let state = before.state;
    let (outgoing, transfers) = before.see(sight, tx.now());
    let outgoing = update(tx, &outgoing)?;
    if transfers.is_empty() || outgoing.state == state {
        return Ok(());
    }
    let leaving = outgoing.leaving();
    let fact = match (outgoing.kind, outgoing.state) {
        (OutgoingKind::Refund, OutgoingState::Failed) => Fact::RefundFailed { leaving },
        (OutgoingKind::Refund, _) => Fact::RefundSettled { leaving },
        (OutgoingKind::Payout, OutgoingState::Failed) => Fact::PayoutFailed { leaving },
        (OutgoingKind::Payout, _) => Fact::PayoutSettled { leaving },
    };
    Journal::begin(tx, None, fact)?.post(tx, &transfers)
}

/// The operator sends a refund off again that did not arrive: its money waits in suspense.
pub fn retry(tx: &mut Tx<'_>, actor: &Actor, id: OutgoingId) -> Result<Outgoing, Error> {
    let (old, new) = get(tx, id)?.again(tx.id(), tx.now())?;
    update(tx, &old)?;
    let fact = Fact::RefundRetried { leaving: new.leaving() };
    let mut journal = Journal::begin(tx, Some(actor), fact)?;
    insert(tx, &mut journal, &new, Book::Suspense)?;
    Ok(new)
}

/// The payment provider says, unasked, that something became of one: it is asked at once.
pub(crate) fn hint(tx: &mut Tx<'_>, psp: Psp, reference: &str) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let about = outgoings::table
        .filter(outgoings::psp.eq(psp.as_str()))
        .filter(outgoings::reference.eq(reference));
    diesel::update(about)
        .set((outgoings::check_at.eq(Some(now)), outgoings::version.eq(outgoings::version + 1)))
        .execute(&mut **tx)?;
    Ok(())
}

fn update(tx: &mut Tx<'_>, outgoing: &Outgoing) -> Result<Outgoing, Error> {
    let after = Outgoing { version: outgoing.version + 1, ..outgoing.clone() };
    let seen = outgoings::table
        .filter(outgoings::id.eq(outgoing.id.to_string()))
        .filter(outgoings::version.eq(outgoing.version));
    if diesel::update(seen).set(Row::from(&after)).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    Ok(after)
}
