//! Rows of the payments, and what follows when one is paid, refused or taken back.

pub mod dropped;
mod rows;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    facts::Fact,
    ids::{CampaignId, OrderId, OrganizationId, PaymentId},
    ledger::{Book, Purse, Transfer, charge_back, sale, unmatched},
    money::Money,
    orders::Order,
    payments::{Card, Follows, Payment, PaymentState, Psp, Purpose, Seen, pause},
    world::Instant,
};

pub use self::dropped::forget_card;
use self::rows::Row;
use crate::{
    Conn, Error, Tx, campaigns, disputes, facts,
    ledger::{self, Journal},
    orders, organizations, outgoings,
    page::{Slice, Window},
    payout_accounts,
    schema::{payments, psp_events},
};

/// A place in a list: when a payment was asked for, and its id.
pub type Place = (i64, String);

/// A payment, for its payer. It does not exist for others.
pub fn get(conn: &mut Conn, id: PaymentId, actor: &Actor) -> Result<Payment, Error> {
    let own = payments::organization_id.eq(actor.organization.to_string());
    let found = payments::table.find(id.to_string()).filter(own);
    found.select(Row::as_select()).first(conn)?.try_into()
}

/// A payment, whoever asks.
pub fn of_id(conn: &mut Conn, id: PaymentId) -> Result<Payment, Error> {
    payments::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// What an organization paid or is to pay, the latest first.
pub fn list(
    conn: &mut Conn,
    payer: OrganizationId,
    window: &Window<Place>,
) -> Result<Slice<Payment>, Error> {
    let mut query = payments::table
        .filter(payments::organization_id.eq(payer.to_string()))
        .order((payments::created_at.desc(), payments::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(payments::created_at.le(*created_at))
            .filter(payments::created_at.lt(*created_at).or(payments::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let found: Result<Vec<Payment>, Error> = rows.into_iter().map(Payment::try_from).collect();
    Ok(window.cut(found?))
}

/// The payment of a milestone that may still be paid, or is.
pub fn living(conn: &mut Conn, purse: Purse) -> Result<Option<Payment>, Error> {
    let lives = [PaymentState::Created, PaymentState::Open, PaymentState::Succeeded];
    of_purse(purse)
        .filter(payments::state.eq_any(lives.map(PaymentState::as_str)))
        .select(Row::as_select())
        .first(conn)
        .optional()?
        .map(Payment::try_from)
        .transpose()
}

/// The payment of a plan that an organization may still make.
pub fn living_plan(conn: &mut Conn, payer: OrganizationId) -> Result<Option<Payment>, Error> {
    let waits = [PaymentState::Created, PaymentState::Open];
    payments::table
        .filter(payments::organization_id.eq(payer.to_string()))
        .filter(payments::plan.is_not_null())
        .filter(payments::state.eq_any(waits.map(PaymentState::as_str)))
        .select(Row::as_select())
        .first(conn)
        .optional()?
        .map(Payment::try_from)
        .transpose()
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of_purse(purse: Purse) -> _ {
    let order: String = purse.order.to_string();
    let milestone: i32 = number(purse.milestone);
    payments::table.filter(payments::order_id.eq(order)).filter(payments::milestone.eq(milestone))
}

pub(super) fn number(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The card that is charged for the periods of an order that follow, and where.
pub fn kept_card(conn: &mut Conn, order: OrderId) -> Result<Option<(Psp, Card)>, Error> {
    let row: Option<Row> = payments::table
        .filter(payments::order_id.eq(order.to_string()))
        .filter(payments::card_token.is_not_null())
        .order(payments::created_at.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    let payment = row.map(Payment::try_from).transpose()?;
    Ok(payment.and_then(|it| Some((it.psp, it.card?))))
}

/// A period of a subscription is to be paid: by the card whose holder allowed it, or else by its client.
pub(crate) fn charge(tx: &mut Tx<'_>, order: &Order, milestone: u32) -> Result<(), Error> {
    let Some((psp, card)) = kept_card(tx, order.id)? else { return Ok(()) };
    let purse = order.purse(milestone);
    let Some((_, due)) = order.current().filter(|&(number, _)| number == milestone) else {
        return Ok(());
    };
    let (purpose, sums) = (Purpose::Milestone(purse), (due.net, due.gross));
    let payment = Payment::ask(tx.id(), order.client, purpose, sums, psp, tx.now());
    insert(tx, None, &payment.charged_to(card))
}

/// Asks for a payment. `actor` is none when nobody has to do anything.
pub fn insert(tx: &mut Tx<'_>, actor: Option<&Actor>, payment: &Payment) -> Result<(), Error> {
    let inserted = diesel::insert_into(payments::table)
        .values(Row::from(payment))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        // Two clicks at once: the second is tried again and finds the payment.
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        outcome => outcome?,
    };
    let fact = Fact::PaymentAsked { payment: payment.id, payer: payment.payer };
    facts::record(tx, actor, &[fact])
}

/// The payments about which the payment provider is to be asked now.
pub fn due(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Payment>, Error> {
    let rows: Vec<Row> = payments::table
        .filter(payments::check_at.le(now.timestamp_millis()))
        .order((payments::check_at, payments::id))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Payment::try_from).collect()
}

/// Takes a payment to ask for it. No when another did meanwhile. It is due again later, should this one die.
pub fn claim(tx: &mut Tx<'_>, payment: &Payment) -> Result<Option<Payment>, Error> {
    let again_at = tx.now() + pause(payment.checks);
    let claimed =
        Payment { check_at: Some(again_at), checks: payment.checks + 1, ..payment.clone() };
    update(tx, &claimed).map(Some).or_else(|error| match error {
        Error::Stale => Ok(None),
        other => Err(other),
    })
}

/// Takes note of what the payment provider says, with all that follows.
pub fn note(tx: &mut Tx<'_>, id: PaymentId, seen: &Seen) -> Result<(), Error> {
    let now = tx.now();
    let (payment, follows) = of_id(tx, id)?.see(seen, now);
    match follows {
        Follows::Nothing => update(tx, &payment).map(|_| ()),
        Follows::Paid => settle(tx, payment),
        Follows::GoesBack(amount) => give_back(tx, payment, amount),
        Follows::Refused => {
            let fact = Fact::PaymentRefused { payment: id, payer: payment.payer };
            update(tx, &payment)?;
            facts::record(tx, None, &[fact])
        }
        Follows::TakenBack => take_back(tx, &payment),
    }
}

/// It is paid: what it is for goes on, or it goes back.
fn settle(tx: &mut Tx<'_>, payment: Payment) -> Result<(), Error> {
    match payment.purpose {
        Purpose::Milestone(purse) => {
            let order = orders::of_id(tx, purse.order)?;
            let fits = living(tx, purse)?.is_none_or(|other| other.id == payment.id);
            match order.fund(purse.milestone, tx.now()) {
                Ok(change) if fits => {
                    update(tx, &payment)?;
                    orders::record(tx, None, change).map(|_| ())
                }
                _ => {
                    let amount = payment.amount;
                    give_back(tx, payment, amount)
                }
            }
        }
        Purpose::Plan(..) => buy_plan(tx, payment),
        Purpose::Campaign(campaign) => buy_campaign(tx, campaign, payment),
    }
}

/// What the campaign says may have changed, or it is deleted: then its payment buys nothing.
fn buy_campaign(tx: &mut Tx<'_>, campaign: CampaignId, payment: Payment) -> Result<(), Error> {
    let amount = payment.amount;
    let Some(told) = campaigns::pay(tx, campaign, payment.id)? else {
        return give_back(tx, payment, amount);
    };
    update(tx, &payment)?;
    let vat = Money { amount: amount.amount - payment.net.amount, ..amount };
    Journal::of(told).post(tx, &sale(Book::Campaigns, payment.net, vat))
}

fn buy_plan(tx: &mut Tx<'_>, payment: Payment) -> Result<(), Error> {
    let Purpose::Plan(_, months) = payment.purpose else { return Err(Error::NotFound) };
    let amount = payment.amount;
    let Ok(change) = organizations::get(tx, payment.payer)?.grant_vip_plus(months, tx.now()) else {
        return give_back(tx, payment, amount);
    };
    update(tx, &payment)?;
    let told = organizations::record_plan(tx, None, change)?;
    let vat = Money { amount: amount.amount - payment.net.amount, ..amount };
    facts::record(tx, None, &[Fact::PlanPaid { payment: payment.id, payer: payment.payer }])?;
    Journal::of(told).post(tx, &sale(Book::Plans, payment.net, vat))
}

/// What arrived is not needed: nobody's money until it is on its way back.
fn give_back(tx: &mut Tx<'_>, payment: Payment, amount: Money) -> Result<(), Error> {
    let payment = update(tx, &payment.unneeded())?;
    let fact = Fact::PaymentReturned { payment: payment.id, payer: payment.payer };
    let mut journal = Journal::begin(tx, None, fact)?;
    journal.post(tx, &unmatched(amount))?;
    outgoings::refund(tx, &mut journal, &payment, None, Book::Suspense, amount)
}

/// The payer's bank took it back.
fn take_back(tx: &mut Tx<'_>, payment: &Payment) -> Result<(), Error> {
    let (id, payer, amount) = (payment.id, payment.payer, payment.received);
    update(tx, payment)?;
    let mut journal =
        Journal::begin(tx, None, Fact::PaymentTakenBack { payment: id, payer, amount })?;
    let Purpose::Milestone(purse) = payment.purpose else {
        let loss = Transfer { debit: Book::ChargeBacks, credit: Book::Psp, amount };
        journal.post(tx, &[loss])?;
        return match payment.purpose {
            Purpose::Campaign(campaign) => campaigns::charge_back(tx, campaign),
            _ => Ok(()),
        };
    };
    let order = orders::of_id(tx, purse.order)?;
    let kept = ledger::balance(tx, Book::Escrow(purse))?;
    let owed = ledger::balance(tx, Book::Payable(order.provider))?;
    journal.post(tx, &charge_back(amount, (purse, kept), (order.provider, owed)))?;
    match order.charge_back(purse.milestone, tx.now()) {
        Some(change) => {
            orders::record(tx, None, change)?;
            disputes::end_of_order(tx, purse.order)
        }
        None => Ok(()),
    }
}

/// The payment provider says, unasked, that something became of these: it is asked at once. Each of its events is
/// taken once.
pub fn hint(tx: &mut Tx<'_>, psp: Psp, event: &str, about: &[String]) -> Result<(), Error> {
    let row = (
        psp_events::psp.eq(psp.as_str()),
        psp_events::id.eq(event),
        psp_events::received_at.eq(tx.now().timestamp_millis()),
    );
    let known: i64 = psp_events::table
        .filter(psp_events::psp.eq(psp.as_str()))
        .filter(psp_events::id.eq(event))
        .count()
        .get_result(&mut **tx)?;
    if known > 0 {
        return Ok(());
    }
    match diesel::insert_into(psp_events::table).values(row).execute(&mut **tx).map_err(Error::from)
    {
        // It was told twice at once: the second finds the first when it is tried again.
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        outcome => outcome?,
    };
    for reference in about {
        hint_payment(tx, psp, reference)?;
        outgoings::hint(tx, psp, reference)?;
        payout_accounts::hint(tx, psp, reference)?;
    }
    Ok(())
}

fn hint_payment(tx: &mut Tx<'_>, psp: Psp, reference: &str) -> Result<(), Error> {
    let now = tx.now().timestamp_millis();
    let about = payments::table
        .filter(payments::psp.eq(psp.as_str()))
        .filter(payments::reference.eq(reference).or(payments::intent.eq(reference)));
    diesel::update(about)
        .set((payments::check_at.eq(Some(now)), payments::version.eq(payments::version + 1)))
        .execute(&mut **tx)?;
    Ok(())
}

fn update(tx: &mut Tx<'_>, payment: &Payment) -> Result<Payment, Error> {
    let after = Payment { version: payment.version + 1, ..payment.clone() };
    let seen = payments::table
        .filter(payments::id.eq(payment.id.to_string()))
        .filter(payments::version.eq(payment.version));
    if diesel::update(seen).set(Row::from(&after)).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    Ok(after)
}
