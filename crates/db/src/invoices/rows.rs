//! The row of an invoice. Beside its document it has what lists and sums are asked for.

use diesel::prelude::*;
use estrade_domain::{
    invoices::{Document, Invoice, InvoiceKind, Issuer, Number, Purpose},
    world::Instant,
};

use crate::{Error, schema::invoices};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = invoices)]
pub(super) struct Row {
    id: String,
    issuer: String,
    issuer_id: Option<String>,
    buyer_id: String,
    order_id: Option<String>,
    kind: String,
    purpose: String,
    subject: String,
    year: i32,
    sequence: i64,
    number: String,
    issued_at: i64,
    corrects_id: Option<String>,
    net_amount: i64,
    vat_amount: i64,
    gross_amount: i64,
    currency: String,
    document: String,
}

impl Row {
    pub(super) fn of(invoice: &Invoice) -> Result<Self, Error> {
        let document = &invoice.document;
        let corrupt = |_| Error::corrupt("invoices", invoice.id);
        Ok(Self {
            id: invoice.id.to_string(),
            issuer: invoice.issuer.key(),
            issuer_id: invoice.issuer.organization().map(|id| id.to_string()),
            buyer_id: invoice.buyer.to_string(),
            order_id: invoice.order.map(|id| id.to_string()),
            kind: document.kind.as_str().to_owned(),
            purpose: invoice.purpose.as_str().to_owned(),
            subject: invoice.subject.clone(),
            year: invoice.number.year,
            sequence: invoice.number.sequence,
            number: invoice.number.to_string(),
            issued_at: invoice.issued_at.timestamp_millis(),
            corrects_id: invoice.corrects.map(|id| id.to_string()),
            net_amount: document.net().amount,
            vat_amount: document.vat().amount,
            gross_amount: document.gross().amount,
            currency: document.currency().code().to_owned(),
            document: serde_json::to_string(document).map_err(corrupt)?,
        })
    }
}

impl TryFrom<Row> for Invoice {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("invoices", &row.id);
        let document: Document = serde_json::from_str(&row.document).map_err(|_| corrupt())?;
        // A row that was tampered with is told, not shown.
        let amounts = (document.net().amount, document.vat().amount, document.gross().amount);
        if amounts != (row.net_amount, row.vat_amount, row.gross_amount)
            || InvoiceKind::from_word(&row.kind) != Some(document.kind)
            || document.currency().code() != row.currency
        {
            return Err(corrupt());
        }
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            issuer: Issuer::from_key(&row.issuer).ok_or_else(corrupt)?,
            buyer: row.buyer_id.parse().map_err(|_| corrupt())?,
            order: row.order_id.as_deref().map(str::parse).transpose().map_err(|_| corrupt())?,
            purpose: Purpose::from_word(&row.purpose).ok_or_else(corrupt)?,
            number: Number { year: row.year, sequence: row.sequence },
            issued_at: Instant::from_timestamp_millis(row.issued_at).ok_or_else(corrupt)?,
            corrects: row
                .corrects_id
                .as_deref()
                .map(str::parse)
                .transpose()
                .map_err(|_| corrupt())?,
            subject: row.subject,
            document,
        })
    }
}
