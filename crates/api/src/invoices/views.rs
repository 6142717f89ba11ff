//! An invoice as its parties see it.

use chrono::{DateTime, NaiveDate, Utc};
use estrade_db::invoices::Place;
use estrade_domain::{
    actor::Actor,
    invoices::{Invoice, InvoiceLine, Party, Payment, Reference, Share},
    language::Language,
    world::legal_day,
};
use estrade_paper::mentions;
use serde::Serialize;
use utoipa::ToSchema;

use super::side;
use crate::money::MoneyView;

/// An invoice, a deposit invoice or a credit note. It never changes.
#[derive(Serialize, ToSchema)]
pub struct InvoiceView {
    #[schema(example = "ivc_01jd0000000000000000000000")]
    id: String,
    /// Unique among those of its seller.
    #[schema(example = "EST-2026-00042")]
    number: String,
    /// `invoice`, `deposit` or `credit_note`, whose amounts are owed the other way.
    #[schema(example = "invoice")]
    kind: &'static str,
    /// What it is for: `plan`, `campaign`, `placement`, `commission`, `milestone`, `deposit` or `credit`.
    #[schema(example = "milestone")]
    purpose: &'static str,
    /// `received`, or `issued` in my name; null for the operator.
    side: Option<&'static str>,
    /// The buyer's language, in which its document is printed: `fr` or `en`.
    language: &'static str,
    issued_at: DateTime<Utc>,
    /// That day in mainland France, as the document has it.
    issued_on: NaiveDate,
    seller: InvoicePartyView,
    buyer: InvoicePartyView,
    /// Who issued it in the seller's name.
    agent: Option<String>,
    /// The first day of the supply, when it took several.
    supplied_from: Option<NaiveDate>,
    /// The last day of the supply, or the only one.
    supplied_to: Option<NaiveDate>,
    lines: Vec<InvoiceLineView>,
    /// By rate, the highest first.
    vat: Vec<InvoiceVatView>,
    net: MoneyView,
    vat_total: MoneyView,
    /// With VAT.
    gross: MoneyView,
    /// Deposits that were invoiced before, taken off.
    deposits: Vec<InvoiceReferenceView>,
    /// What is left to pay.
    due: MoneyView,
    /// Until when; null when nothing is.
    due_on: Option<NaiveDate>,
    /// When it was paid through the platform.
    paid_on: Option<NaiveDate>,
    /// The invoice that a credit note corrects.
    corrects: Option<InvoiceReferenceView>,
    /// Why it does.
    reason: Option<String>,
    /// The order that it is about.
    #[schema(example = "ord_01jd0000000000000000000000")]
    order: Option<String>,
    /// Its title.
    order_title: Option<String>,
    /// What the law wants said, in the reader's language.
    mentions: Vec<String>,
    /// The credit notes that correct it; null in a list.
    credit_notes: Option<Vec<InvoiceReferenceView>>,
    #[serde(skip)]
    #[schema(ignore)]
    place: Place,
}

/// A party, as it was at the issue.
#[derive(Serialize, ToSchema)]
pub struct InvoicePartyView {
    name: String,
    /// Its legal form, its capital, its register.
    details: Option<String>,
    street: String,
    postal_code: String,
    town: String,
    siret: Option<String>,
    vat_number: Option<String>,
}

/// A line.
#[derive(Serialize, ToSchema)]
pub struct InvoiceLineView {
    label: String,
    /// A decimal.
    #[schema(example = "2.5")]
    quantity: String,
    /// `one` or `hour`.
    unit: &'static str,
    unit_price: MoneyView,
    /// Percent taken off.
    discount_percent: Option<u32>,
    /// Why.
    discount_reason: Option<String>,
    /// Basis points: 2000 is 20 %.
    #[schema(example = 2000)]
    vat_rate: i64,
    /// What it comes to, without VAT.
    net: MoneyView,
}

/// The VAT of one rate.
#[derive(Serialize, ToSchema)]
pub struct InvoiceVatView {
    /// Basis points: 2000 is 20 %.
    #[schema(example = 2000)]
    rate: i64,
    net: MoneyView,
    vat: MoneyView,
}

/// Another invoice that this one names.
#[derive(Serialize, ToSchema)]
pub struct InvoiceReferenceView {
    #[schema(example = "ivc_01jd0000000000000000000000")]
    id: String,
    #[schema(example = "EST-2026-00041")]
    number: String,
    issued_on: NaiveDate,
    gross: MoneyView,
}

impl InvoiceView {
    /// As it stands in a list.
    pub(crate) fn listed(invoice: &Invoice, reader: Option<&Actor>, language: Language) -> Self {
        let document = &invoice.document;
        let (due_on, paid_on) = match document.payment {
            Payment::Due { by } => (Some(by), None),
            Payment::Paid { on } => (None, Some(on)),
            Payment::Owed => (None, None),
        };
        Self {
            id: invoice.id.to_string(),
            number: invoice.number.to_string(),
            kind: document.kind.as_str(),
            purpose: invoice.purpose.as_str(),
            side: reader.and_then(|reader| side(invoice, reader)),
            language: document.language.code(),
            issued_at: invoice.issued_at,
            issued_on: legal_day(invoice.issued_at),
            seller: (&document.seller).into(),
            buyer: (&document.buyer).into(),
            agent: document.agent.as_ref().map(|agent| agent.name.clone()),
            supplied_from: document.supplied.and_then(|supply| supply.from),
            supplied_to: document.supplied.map(|supply| supply.to),
            lines: document.lines.iter().map(InvoiceLineView::from).collect(),
            vat: document.shares.iter().map(InvoiceVatView::from).collect(),
            net: document.net().into(),
            vat_total: document.vat().into(),
            gross: document.gross().into(),
            deposits: document.deposits.iter().map(InvoiceReferenceView::from).collect(),
            due: document.due().into(),
            due_on,
            paid_on,
            corrects: document.corrects.as_ref().map(InvoiceReferenceView::from),
            reason: document.reason.clone(),
            order: invoice.order.map(|id| id.to_string()),
            order_title: document.matter.as_ref().map(|matter| matter.title.clone()),
            mentions: mentions(invoice, language).into_iter().map(|it| it.text).collect(),
            credit_notes: None,
            place: (invoice.issued_at.timestamp_millis(), invoice.id.to_string()),
        }
    }

    /// With what corrects it.
    pub(crate) fn whole(
        invoice: &Invoice,
        notes: &[Invoice],
        reader: Option<&Actor>,
        language: Language,
    ) -> Self {
        let notes = notes.iter().map(|note| (&note.reference()).into()).collect();
        Self { credit_notes: Some(notes), ..Self::listed(invoice, reader, language) }
    }

    pub(crate) fn place(&self) -> Place {
        self.place.clone()
    }
}

impl From<&Party> for InvoicePartyView {
    fn from(party: &Party) -> Self {
        let Party { name, details, street, postal_code, town, siret, vat_number, .. } =
            party.clone();
        Self { name, details, street, postal_code, town, siret, vat_number }
    }
}

impl From<&InvoiceLine> for InvoiceLineView {
    fn from(line: &InvoiceLine) -> Self {
        Self {
            label: line.label.clone(),
            quantity: line.quantity.to_string(),
            unit: line.unit.as_str(),
            unit_price: line.unit_price.into(),
            discount_percent: line.discount.as_ref().map(|it| it.percent),
            discount_reason: line.discount.as_ref().map(|it| it.reason.clone()),
            vat_rate: line.vat_rate.basis_points(),
            net: line.net.into(),
        }
    }
}

impl From<&Share> for InvoiceVatView {
    fn from(share: &Share) -> Self {
        Self { rate: share.rate.basis_points(), net: share.net.into(), vat: share.vat.into() }
    }
}

impl From<&Reference> for InvoiceReferenceView {
    fn from(reference: &Reference) -> Self {
        Self {
            id: reference.invoice.to_string(),
            number: reference.number.clone(),
            issued_on: reference.issued_on,
            gross: reference.gross.into(),
        }
    }
}

/// The years of invoices.
#[derive(Serialize, ToSchema)]
pub struct InvoiceYearsView {
    pub(super) items: Vec<InvoiceYearView>,
}

/// A year of invoices.
#[derive(Serialize, ToSchema)]
pub struct InvoiceYearView {
    /// The year of issue.
    #[schema(example = 2026)]
    pub(super) year: i32,
    /// How many there are.
    pub(super) count: i64,
}
