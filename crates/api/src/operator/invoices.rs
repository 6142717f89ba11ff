//! Every invoice, for whoever runs the marketplace.

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use estrade_db::{
    invoices::{self, Wanted},
    page::Slice,
};
use estrade_domain::{
    fields::Fields,
    ids::InvoiceId,
    invoices::{Issuer, Number},
    text,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::Operator;
use crate::{
    app::App,
    caller::accepted_language,
    invoices::{DocumentWanted, InvoiceView, print, year_of},
    page::{self, Page},
    problem::Answer,
    reply,
};

/// Which invoices.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AllInvoicesWanted {
    /// `platform`, or the id of the provider in whose name they were issued.
    #[param(example = "platform")]
    issuer: Option<String>,
    /// Those of one year of issue.
    #[param(minimum = 2000, maximum = 9999)]
    year: Option<i32>,
    /// Those of this number; each issuer has its own.
    #[param(example = "EST-2026-00042")]
    number: Option<String>,
    /// Where to go on.
    page: Option<String>,
    /// At most so many, from 1 to 100; 20 when absent.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// All invoices, the latest first.
#[utoipa::path(get, path = "/v1/operator/invoices", operation_id = "operator_list_invoices", tag = "operator", params(AllInvoicesWanted), responses((status = 200, body = Page<InvoiceView>)))]
pub async fn list(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    query: Query<AllInvoicesWanted>,
) -> Answer {
    let mut fields = Fields::default();
    let AllInvoicesWanted { issuer, year, number, .. } = &*query;
    let known = |key: &str| Issuer::from_key(key).ok_or_else(text::unknown_choice);
    let only = fields.take_if("/issuer", issuer.as_deref(), known).flatten();
    let exact = number.as_deref().map(str::trim).filter(|it| !it.is_empty());
    let wanted = Wanted { year: year_of(&mut fields, *year), ..Wanted::default() };
    fields.check()?;
    let filters = ("operator_invoices", issuer, year, number);
    let window = page::window(query.page.as_deref(), query.limit, &filters)?;
    let language = accepted_language(&request);
    // What cannot be a number is on no invoice.
    let number = exact.map(|text| Number::parse(text).unwrap_or(Number { year: 0, sequence: 0 }));
    let read = move |conn: &mut estrade_db::Conn| {
        let Slice { items, more } = invoices::list_all(conn, only, number, &wanted, &window)?;
        let items = items.iter().map(|it| InvoiceView::listed(it, None, language));
        Ok(Slice { items: items.collect(), more })
    };
    page::answer(&request, app.db.read(read).await?, &filters, InvoiceView::place)
}

/// An invoice.
#[utoipa::path(get, path = "/v1/operator/invoices/{id}", operation_id = "operator_get_invoice", tag = "operator", params(("id" = String, Path)), responses((status = 200, body = InvoiceView)))]
pub async fn get(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    id: Path<InvoiceId>,
) -> Answer {
    let language = accepted_language(&request);
    let view = app
        .db
        .read(move |conn| {
            let invoice = invoices::any(conn, *id)?;
            let notes = invoices::credit_notes(conn, invoice.id)?;
            Ok(InvoiceView::whole(&invoice, &notes, None, language))
        })
        .await?;
    reply::ok(&view)
}

/// The document of an invoice.
#[utoipa::path(get, path = "/v1/operator/invoices/{id}/pdf", operation_id = "operator_get_invoice_pdf", tag = "operator", params(("id" = String, Path), DocumentWanted), responses((status = 200, content_type = "application/pdf", description = "The document."), (status = 304, description = "The same bytes as `If-None-Match` names.")))]
pub async fn pdf(
    app: App,
    request: HttpRequest,
    _operator: Operator,
    id: Path<InvoiceId>,
    query: Query<DocumentWanted>,
) -> Answer {
    let printed = query.printed()?;
    let invoice = app.db.read(move |conn| invoices::any(conn, *id)).await?;
    print(&request, invoice, printed).await
}
