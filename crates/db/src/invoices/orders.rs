//! Invoices of orders, in their provider's name: what is read of an order to issue them.

use diesel::prelude::*;
use estrade_domain::{
    ids::{OrderId, OrganizationId},
    invoices::{
        Credit, Draft, Invoice, InvoiceLine, InvoiceRefusal, Mandate, Purpose, Supply, Work,
        work_lines,
    },
    language::Language,
    money::Money,
    offers::{Proposal, terms::Terms},
    orders::{Milestone, MilestoneState, Order},
    organizations::Organization,
    world::legal_day,
};

use super::{credit, find, issue, mandates, rows::Row};
use crate::{Conn, Error, Tx, accounts, offers, orders, organizations, schema::invoices};

/// Issues the invoice of a milestone that was approved, or of the part that a dispute left to its provider: paid already
/// where its funds were held, to be paid where the two settle it between them. Nothing is issued, and none comes back,
/// without a mandate in force, or for a provider that issues no invoices.
pub fn issue_milestone(
    tx: &mut Tx<'_>,
    order: OrderId,
    milestone: u32,
) -> Result<Option<Invoice>, Error> {
    let Some(facts) = Facts::of(tx, order, milestone)? else { return Ok(None) };
    let Some(lines) = facts.lines() else { return Ok(None) };
    let Some(part) = facts.part() else { return Ok(None) };
    let paid_on = part.funded_at.map(legal_day);
    let work = Work { lines: &lines, paid_on, ..facts.work(milestone) };
    match part.state {
        MilestoneState::Accepted { started_at, accepted_at } => {
            let supplied = Supply::between(legal_day(started_at), legal_day(accepted_at));
            let subject = format!("{order}/{milestone}");
            let deposit = find(tx, Purpose::Deposit, &subject)?;
            let deposits = deposit.iter().map(Invoice::reference).collect();
            drafted(tx, Draft::order_milestone(work, supplied, deposits))
        }
        MilestoneState::Settled { started_at, settled_at, released } => {
            let supplied = Supply::between(legal_day(started_at), legal_day(settled_at));
            drafted(tx, Draft::settled_milestone(work, supplied, released))
        }
        _ => Ok(None),
    }
}

/// Issues the invoice of the deposit that is due when an order begins, where one was agreed. As above, none without a
/// mandate.
pub fn issue_deposit(tx: &mut Tx<'_>, order: OrderId) -> Result<Option<Invoice>, Error> {
    let Some(facts) = Facts::of(tx, order, 1)? else { return Ok(None) };
    let Some(gross) = facts.deposit else { return Ok(None) };
    let Some(lines) = facts.lines() else { return Ok(None) };
    let work = Work { lines: &lines, ..facts.work(1) };
    drafted(tx, Draft::deposit(work, gross))
}

/// What was invoiced as deposits for some orders, VAT included.
pub fn deposits_of(conn: &mut Conn, orders: &[OrderId]) -> Result<Vec<Money>, Error> {
    let deposits: Vec<Row> = invoices::table
        .filter(invoices::purpose.eq(Purpose::Deposit.as_str()))
        .filter(invoices::order_id.eq_any(orders.iter().map(ToString::to_string)))
        .order((invoices::issued_at, invoices::id))
        .select(Row::as_select())
        .load(conn)?;
    deposits.into_iter().map(|row| Ok(Invoice::try_from(row)?.document.gross())).collect()
}

/// Credits the deposit of an order, if one was invoiced: nothing came of what it was for, or another sum was agreed on.
/// What was issued under a mandate is corrected without one.
pub fn credit_deposit(tx: &mut Tx<'_>, order: OrderId) -> Result<(), Error> {
    let subject = format!("{order}/1");
    let Some(deposit) = find(tx, Purpose::Deposit, &subject)? else { return Ok(()) };
    let reason = deposit
        .document
        .language
        .pick("La prestation n’a pas eu lieu comme convenu.", "The work was not done as agreed.");
    credit(tx, deposit.id, &subject, Credit::Whole, reason).map(|_| ())
}

fn drafted(
    tx: &mut Tx<'_>,
    draft: Result<Draft, InvoiceRefusal>,
) -> Result<Option<Invoice>, Error> {
    match draft {
        Ok(draft) => issue(tx, draft).map(Some),
        Err(InvoiceRefusal::PaidByCesu | InvoiceRefusal::NumbersMissing) => Ok(None),
        Err(refusal) => Err(refusal.into()),
    }
}

/// What is known of a part of an order whose provider gave a mandate.
struct Facts {
    order: Order,
    milestone: u32,
    mandate: Mandate,
    provider: Organization,
    client: Organization,
    language: Language,
    terms: Terms,
    /// What was due at the order.
    deposit: Option<Money>,
}

impl Facts {
    fn of(conn: &mut Conn, id: OrderId, milestone: u32) -> Result<Option<Self>, Error> {
        let order = orders::of_id(conn, id)?;
        let Some(mandate) = mandates::in_force(conn, order.provider)? else { return Ok(None) };
        let Proposal { terms, conditions, .. } = offers::get(conn, order.offer)?.current.proposal;
        Ok(Some(Self {
            milestone,
            mandate,
            provider: organizations::get(conn, order.provider)?,
            client: organizations::get(conn, order.client)?,
            language: buyer_language(conn, order.client)?,
            deposit: conditions.deposit(&terms),
            terms,
            order,
        }))
    }

    fn work(&self, milestone: u32) -> Work<'_> {
        Work {
            mandate: &self.mandate,
            provider: &self.provider,
            client: &self.client,
            language: self.language,
            order: self.order.id,
            title: &self.order.title,
            milestone,
            lines: &[],
            paid_on: None,
        }
    }

    fn lines(&self) -> Option<Vec<InvoiceLine>> {
        let timesheet = self.order.timesheet.as_ref();
        let hours = timesheet.and_then(|it| it.line(self.milestone, self.language));
        work_lines(&self.terms, self.milestone, hours)
    }

    fn part(&self) -> Option<&Milestone> {
        let place = usize::try_from(self.milestone.checked_sub(1)?).ok()?;
        self.order.milestones.get(place)
    }
}

/// The language in which an organization gets its invoices: that of its member of longest standing.
pub fn buyer_language(conn: &mut Conn, id: OrganizationId) -> Result<Language, Error> {
    let people = accounts::of_organizations(conn, &[id.to_string()])?;
    Ok(people.first().map(|person| person.language).unwrap_or_default())
}
