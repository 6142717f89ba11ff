//! The invoices: how one is issued, who finds it, and whether a number is missing.
//!
//! The row of a sequence is locked from the draw of a number to the end of the transaction: whoever comes second
//! waits, and a transaction that fails gives its number back. Nothing here updates or deletes an invoice, and the
//! tables refuse it to whoever tries.

mod gaps;
pub mod mandates;
mod numbers;
mod orders;
mod rows;
mod sales;

use diesel::{dsl::IntoBoxed, prelude::*};
use estrade_domain::{
    actor::Actor,
    ids::{InvoiceId, OrderId, OrganizationId},
    invoices::{Credit, Draft, Invoice, InvoiceKind, Issuer, Number, Purpose},
    money::{Currency, Money},
};

use self::rows::Row;
pub use self::{
    gaps::{Gap, gaps},
    orders::{buyer_language, credit_deposit, deposits_of, issue_deposit, issue_milestone},
    sales::{issue_campaign, issue_commission, issue_plan},
};
use crate::{
    Conn, Error, Tx,
    conn::MultiBackend,
    facts,
    page::{Slice, Window},
    schema::invoices,
};

/// A place in a list: when the invoice was issued, and its id.
pub type Place = (i64, String);

/// On which side of an invoice a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It was issued in its name.
    Issued,
    /// It is to pay, or has.
    Received,
}

/// Which invoices.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Those of one side only.
    pub side: Option<Side>,
    /// Those of one year of issue.
    pub year: Option<i32>,
    /// Those of one order.
    pub order: Option<OrderId>,
}

/// Issues an invoice: draws its number and records it, in this transaction. What was issued for the same purpose
/// and subject already is answered again.
pub fn issue(tx: &mut Tx<'_>, draft: Draft) -> Result<Invoice, Error> {
    if let Some(known) = find(tx, draft.purpose, &draft.subject)? {
        return Ok(known);
    }
    let place = numbers::draw(tx, draft.issuer)?;
    let change = draft.issue(tx.id(), place);
    let row = Row::of(&change.after)?;
    match diesel::insert_into(invoices::table).values(&row).execute(&mut **tx).map_err(Error::from)
    {
        // Two at once for one subject: the second finds the first when it is tried again.
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        outcome => outcome?,
    };
    facts::record(tx, None, &change.facts)?;
    Ok(change.after)
}

/// Credits an invoice, all that is left of it or a part. `subject` is the refund that it is for: each is credited
/// once.
pub fn credit(
    tx: &mut Tx<'_>,
    of: InvoiceId,
    subject: &str,
    credit: Credit,
    reason: &str,
) -> Result<Invoice, Error> {
    if let Some(known) = find(tx, Purpose::Credit, subject)? {
        return Ok(known);
    }
    let invoice = any(tx, of)?;
    // Whoever credits the same invoice waits here, and then sees this credit.
    numbers::hold(tx, invoice.issuer)?;
    let before = credited(tx, &invoice)?;
    let subject = subject.to_owned();
    let draft = Draft::credit_note(&invoice, subject, credit, before, reason.to_owned())?;
    issue(tx, draft)
}

/// What was issued for a purpose and a subject.
pub fn find(conn: &mut Conn, purpose: Purpose, subject: &str) -> Result<Option<Invoice>, Error> {
    let row: Option<Row> = invoices::table
        .filter(invoices::purpose.eq(purpose.as_str()))
        .filter(invoices::subject.eq(subject))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Invoice::try_from).transpose()
}

/// An invoice, for its two sides. It does not exist for others.
pub fn get(conn: &mut Conn, id: InvoiceId, actor: &Actor) -> Result<Invoice, Error> {
    let party = actor.organization.to_string();
    let mine = invoices::buyer_id.eq(party.clone()).or(invoices::issuer_id.eq(party));
    let row: Row =
        invoices::table.find(id.to_string()).filter(mine).select(Row::as_select()).first(conn)?;
    row.try_into()
}

/// An invoice, for the operator.
pub fn any(conn: &mut Conn, id: InvoiceId) -> Result<Invoice, Error> {
    let row: Row = invoices::table.find(id.to_string()).select(Row::as_select()).first(conn)?;
    row.try_into()
}

/// The invoices of a party, the latest first.
pub fn list(
    conn: &mut Conn,
    party: OrganizationId,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Slice<Invoice>, Error> {
    let party = party.to_string();
    let query = invoices::table.into_boxed();
    let query = match wanted.side {
        Some(Side::Issued) => query.filter(invoices::issuer_id.eq(party)),
        Some(Side::Received) => query.filter(invoices::buyer_id.eq(party)),
        None => {
            query.filter(invoices::buyer_id.eq(party.clone()).or(invoices::issuer_id.eq(party)))
        }
    };
    page(conn, query, wanted, window)
}

/// The years in which a party has invoices on a side, the latest first, with how many.
pub fn years(conn: &mut Conn, party: OrganizationId, side: Side) -> Result<Vec<(i32, i64)>, Error> {
    let party = party.to_string();
    let years = invoices::table
        .group_by(invoices::year)
        .order(invoices::year.desc())
        .select((invoices::year, diesel::dsl::count_star()));
    Ok(match side {
        Side::Issued => years.filter(invoices::issuer_id.eq(party)).load(conn)?,
        Side::Received => years.filter(invoices::buyer_id.eq(party)).load(conn)?,
    })
}

/// All invoices, or those of an issuer or of a number, the latest first.
pub fn list_all(
    conn: &mut Conn,
    issuer: Option<Issuer>,
    number: Option<Number>,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Slice<Invoice>, Error> {
    let mut query = invoices::table.into_boxed();
    if let Some(issuer) = issuer {
        query = query.filter(invoices::issuer.eq(issuer.key()));
    }
    if let Some(number) = number {
        query = query.filter(invoices::number.eq(number.to_string()));
    }
    page(conn, query, wanted, window)
}

fn page(
    conn: &mut Conn,
    mut query: IntoBoxed<'_, invoices::table, MultiBackend>,
    wanted: &Wanted,
    window: &Window<Place>,
) -> Result<Slice<Invoice>, Error> {
    if let Some(year) = wanted.year {
        query = query.filter(invoices::year.eq(year));
    }
    if let Some(order) = wanted.order {
        query = query.filter(invoices::order_id.eq(order.to_string()));
    }
    if let Some((issued_at, id)) = window.after.clone() {
        query = query
            .filter(invoices::issued_at.le(issued_at))
            .filter(invoices::issued_at.lt(issued_at).or(invoices::id.lt(id)));
    }
    let rows: Vec<Row> = query
        .order((invoices::issued_at.desc(), invoices::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .load(conn)?;
    let all = rows.into_iter().map(Invoice::try_from).collect::<Result<_, _>>()?;
    Ok(window.cut(all))
}

/// What was credited of an invoice, with VAT.
pub fn credited(conn: &mut Conn, of: &Invoice) -> Result<Money, Error> {
    let notes: Vec<i64> = invoices::table
        .filter(invoices::corrects_id.eq(of.id.to_string()))
        .filter(invoices::kind.eq(InvoiceKind::CreditNote.as_str()))
        .select(invoices::gross_amount)
        .load(conn)?;
    let currency: Currency = of.document.currency();
    let all = notes.into_iter().map(|amount| Money { amount, currency });
    Money::checked_sum(currency, all).ok_or_else(|| Error::corrupt("invoices", of.id))
}

/// The credit notes of an invoice, the first one first.
pub fn credit_notes(conn: &mut Conn, of: InvoiceId) -> Result<Vec<Invoice>, Error> {
    let rows: Vec<Row> = invoices::table
        .filter(invoices::corrects_id.eq(of.to_string()))
        .order((invoices::issued_at, invoices::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Invoice::try_from).collect()
}
