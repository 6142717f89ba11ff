//! What is about to be issued. A draft has no number and is kept nowhere: it becomes an invoice in the transaction
//! that draws its number, or it is nothing.

use chrono::{Days, NaiveDate};

use super::{
    Document, Invoice, InvoiceKind, InvoiceLine, InvoiceRefusal, Issuer, Mandate, Matter, Party,
    Payment, Place, Platform, Purpose, Reference, Share, Supply,
    lines::{lines_for, shares_of, split},
    mandates::mandator,
};
use crate::{
    change::Change,
    facts::Fact,
    ids::{InvoiceId, OrderId, OrganizationId},
    language::Language,
    money::Money,
    offers::terms::{Line, Terms, VatRate},
    organizations::Organization,
    world::legal_day,
};

/// Days in which an invoice is to be paid that was not paid before; a deposit is due at once.
const PAYMENT_DAYS: u64 = 30;

/// An invoice without a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// In whose name.
    pub issuer: Issuer,
    /// To whom.
    pub buyer: OrganizationId,
    /// The order that it is about.
    pub order: Option<OrderId>,
    /// What it is issued for.
    pub purpose: Purpose,
    /// Of which thing. An invoice is issued once for a purpose and a subject.
    pub subject: String,
    /// What it says, but for the day until which it is to be paid.
    pub document: Document,
}

/// What the platform sells.
#[derive(Debug, Clone)]
pub struct Sale {
    /// Which purchase: an invoice is issued once for each.
    pub subject: String,
    /// What it is: « VIP+, 12 mois ».
    pub label: String,
    /// Its price without VAT, before any discount.
    pub price: Money,
    /// Percent taken off, and why: « Remise VIP+ » (S1-128).
    pub discount: Option<(u32, String)>,
    /// When it is supplied.
    pub supplied: Supply,
    /// When it was paid; none when it is to be.
    pub paid_on: Option<NaiveDate>,
    /// The buyer's language.
    pub language: Language,
}

/// A part of an order, which a provider did and the platform invoices in its name.
#[derive(Debug, Clone, Copy)]
pub struct Work<'a> {
    /// The mandate in force.
    pub mandate: &'a Mandate,
    /// Who did it.
    pub provider: &'a Organization,
    /// Who ordered it.
    pub client: &'a Organization,
    /// In which language the client reads.
    pub language: Language,
    /// The order.
    pub order: OrderId,
    /// Its title.
    pub title: &'a str,
    /// Which milestone, from 1.
    pub milestone: u32,
    /// What it is made of: see `work_lines`.
    pub lines: &'a [InvoiceLine],
    /// When it was paid through the platform; none when the two settle it between them.
    pub paid_on: Option<NaiveDate>,
}

/// How much of an invoice a credit note takes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credit {
    /// All of it.
    Whole,
    /// So much, with VAT, spread over its rates.
    Part(Money),
}

/// The lines of a milestone of an order, as they were agreed; of a sheet of hours, the line that they make.
#[must_use]
pub fn work_lines(terms: &Terms, milestone: u32, hours: Option<Line>) -> Option<Vec<InvoiceLine>> {
    let priced = |lines: &[Line]| lines.iter().map(InvoiceLine::of).collect();
    match terms {
        Terms::Fixed { lines, .. } => priced(lines.as_slice()),
        Terms::Subscription(subscription) => priced(subscription.lines.as_slice()),
        Terms::Milestones(parts) => {
            let place = usize::try_from(milestone.checked_sub(1)?).ok()?;
            let part = parts.as_slice().get(place)?;
            Some(vec![InvoiceLine::one(part.name.clone(), part.price, part.vat_rate)])
        }
        Terms::Hourly(_) => priced(&[hours?]),
    }
}

impl Draft {
    /// What the platform sells to an organization.
    pub fn sale(
        purpose: Purpose,
        platform: &Platform,
        buyer: &Organization,
        sale: Sale,
        rate: VatRate,
    ) -> Result<Self, InvoiceRefusal> {
        let line = InvoiceLine::one(sale.label, sale.price, rate);
        let line = match sale.discount {
            Some((percent, reason)) => line.discounted(percent, reason),
            None => Some(line),
        };
        let lines = vec![line.ok_or(InvoiceRefusal::Unsound)?];
        let shares = shares_of(&lines).ok_or(InvoiceRefusal::Unsound)?;
        let document = Document {
            kind: InvoiceKind::Invoice,
            language: sale.language,
            seller: platform.party.clone(),
            vat_exempt: rate == VatRate::NONE,
            buyer: Party::of(buyer),
            agent: None,
            supplied: Some(sale.supplied),
            lines,
            shares,
            deposits: Vec::new(),
            corrects: None,
            reason: None,
            matter: None,
            payment: payment(sale.paid_on),
        };
        let (issuer, subject) = (Issuer::Platform, sale.subject);
        Self { issuer, buyer: buyer.id, order: None, purpose, subject, document }.checked()
    }

    /// A plan (S1-113).
    pub fn plan(
        platform: &Platform,
        buyer: &Organization,
        sale: Sale,
    ) -> Result<Self, InvoiceRefusal> {
        Self::sale(Purpose::Plan, platform, buyer, sale, platform.vat_rate())
    }

    /// An advertising campaign (S1-113, S1-128).
    pub fn campaign(
        platform: &Platform,
        buyer: &Organization,
        sale: Sale,
    ) -> Result<Self, InvoiceRefusal> {
        Self::sale(Purpose::Campaign, platform, buyer, sale, platform.vat_rate())
    }

    /// The platform's commission on an order, with the VAT that held when it was ordered.
    pub fn commission(
        platform: &Platform,
        provider: &Organization,
        sale: Sale,
        rate: VatRate,
    ) -> Result<Self, InvoiceRefusal> {
        Self::sale(Purpose::Commission, platform, provider, sale, rate)
    }

    /// A milestone that was delivered and approved, in its provider's name. Deposits that were invoiced for it are
    /// taken off what is to be paid.
    pub fn order_milestone(
        work: Work<'_>,
        supplied: Supply,
        deposits: Vec<Reference>,
    ) -> Result<Self, InvoiceRefusal> {
        let shares = shares_of(work.lines).ok_or(InvoiceRefusal::Unsound)?;
        let kind = InvoiceKind::Invoice;
        let document = work.document(kind, work.lines.to_vec(), shares)?;
        let document = Document { supplied: Some(supplied), deposits, ..document };
        work.draft(Purpose::Milestone, document)
    }

    /// The part of a milestone that a dispute left to its provider, in its name.
    pub fn settled_milestone(
        work: Work<'_>,
        supplied: Supply,
        released: Money,
    ) -> Result<Self, InvoiceRefusal> {
        let whole = shares_of(work.lines).ok_or(InvoiceRefusal::Unsound)?;
        let shares = split(&whole, released).ok_or(InvoiceRefusal::Unsound)?;
        let said = work.language.pick("Règlement amiable de", "Settlement of");
        let lines = lines_for(&shares, |_| format!("{said} « {} »", work.title));
        let document = work.document(InvoiceKind::Invoice, lines, shares)?;
        work.draft(Purpose::Milestone, Document { supplied: Some(supplied), ..document })
    }

    /// What is to be paid at the order, in its provider's name.
    pub fn deposit(work: Work<'_>, gross: Money) -> Result<Self, InvoiceRefusal> {
        let whole = shares_of(work.lines).ok_or(InvoiceRefusal::Unsound)?;
        let shares = split(&whole, gross).ok_or(InvoiceRefusal::Unsound)?;
        let label = |_| format!("{} « {} »", work.language.pick("Acompte", "Deposit"), work.title);
        let lines = lines_for(&shares, label);
        let document = work.document(InvoiceKind::Deposit, lines, shares)?;
        work.draft(Purpose::Deposit, document)
    }

    /// Takes back what an invoice asked for, all or a part. `before` is what was credited of it already.
    pub fn credit_note(
        of: &Invoice,
        subject: String,
        credit: Credit,
        before: Money,
        reason: String,
    ) -> Result<Self, InvoiceRefusal> {
        let was = &of.document;
        if was.kind == InvoiceKind::CreditNote {
            return Err(InvoiceRefusal::NotCreditable);
        }
        let left = was.gross().checked_sub(before).ok_or(InvoiceRefusal::Unsound)?;
        let gross = match credit {
            Credit::Whole => left,
            Credit::Part(part) => part,
        };
        if gross.amount <= 0 || gross.amount > left.amount {
            return Err(InvoiceRefusal::CreditTooLarge);
        }
        let (lines, shares) = if gross == was.gross() {
            (was.lines.clone(), was.shares.clone())
        } else {
            let shares = split(&was.shares, gross).ok_or(InvoiceRefusal::Unsound)?;
            let label = |_| credit_label(was.language, of);
            (lines_for(&shares, label), shares)
        };
        let document = Document {
            kind: InvoiceKind::CreditNote,
            lines,
            shares,
            deposits: Vec::new(),
            corrects: Some(of.reference()),
            reason: Some(reason).filter(|it| !it.is_empty()),
            payment: Payment::Owed,
            ..was.clone()
        };
        let (issuer, buyer, order) = (of.issuer, of.buyer, of.order);
        Self { issuer, buyer, order, purpose: Purpose::Credit, subject, document }.checked()
    }

    /// Takes its place in the sequence: from here on it never changes.
    #[must_use]
    pub fn issue(self, id: InvoiceId, place: Place) -> Change<Invoice> {
        let mut document = self.document;
        if let Payment::Due { by } = &mut document.payment {
            let issued_on = legal_day(place.at);
            let days = if document.kind == InvoiceKind::Deposit { 0 } else { PAYMENT_DAYS };
            *by = issued_on.checked_add_days(Days::new(days)).unwrap_or(issued_on);
        }
        let (client, provider) = match self.issuer {
            Issuer::Platform => (None, Some(self.buyer)),
            Issuer::Provider(provider) => (Some(self.buyer), Some(provider)),
        };
        let number = place.number.to_string();
        let fact = Fact::InvoiceIssued { invoice: id, number, client, provider };
        let invoice = Invoice {
            id,
            issuer: self.issuer,
            buyer: self.buyer,
            order: self.order,
            purpose: self.purpose,
            subject: self.subject,
            number: place.number,
            issued_at: place.at,
            corrects: document.corrects.as_ref().map(|it| it.invoice),
            document,
        };
        Change::new(invoice, fact)
    }

    fn checked(self) -> Result<Self, InvoiceRefusal> {
        if self.document.is_sound() { Ok(self) } else { Err(InvoiceRefusal::Unsound) }
    }
}

impl Work<'_> {
    fn document(
        &self,
        kind: InvoiceKind,
        lines: Vec<InvoiceLine>,
        shares: Vec<Share>,
    ) -> Result<Document, InvoiceRefusal> {
        let seller = mandator(self.mandate, self.provider)?;
        let matter = Matter { title: self.title.to_owned(), reference: self.order.to_string() };
        Ok(Document {
            kind,
            language: self.language,
            seller,
            vat_exempt: self.provider.vat_exempt,
            buyer: Party::of(self.client),
            agent: Some(self.mandate.agent.clone()),
            supplied: None,
            lines,
            shares,
            deposits: Vec::new(),
            corrects: None,
            reason: None,
            matter: Some(matter),
            payment: payment(self.paid_on),
        })
    }

    fn draft(&self, purpose: Purpose, document: Document) -> Result<Draft, InvoiceRefusal> {
        let draft = Draft {
            issuer: Issuer::Provider(self.provider.id),
            buyer: self.client.id,
            order: Some(self.order),
            purpose,
            subject: format!("{}/{}", self.order, self.milestone),
            document,
        };
        draft.checked()
    }
}

/// The day until which it is to be paid is known when it is issued.
fn payment(paid_on: Option<NaiveDate>) -> Payment {
    paid_on.map_or(Payment::Due { by: NaiveDate::MIN }, |on| Payment::Paid { on })
}

fn credit_label(language: Language, of: &Invoice) -> String {
    let said = language.pick("Avoir partiel sur la facture", "Partial credit of invoice");
    format!("{said} {}", of.number)
}
