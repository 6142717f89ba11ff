//! Invoices: those that a party pays, and those that are issued in its name. For others they do not exist.
//!
//! The documents are printed when they are asked for, from the row that never changes: outside of any transaction, and the
//! same bytes each time.

mod mandate;
mod printing;
mod views;

pub use mandate::*;
pub use views::*;

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use estrade_db::{
    invoices::{self, Side, Wanted},
    page::Slice,
};
use estrade_domain::{
    actor::OrganizationKind,
    fields::Fields,
    ids::{InvoiceId, OrderId},
    invoices::Invoice,
    language::Language,
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use crate::{
    app::App,
    caller::{Caller, accepted_language},
    page::{self, Page},
    problem::{Answer, Problem},
    reply,
};
pub(crate) use printing::{Printed, print};

/// Which invoices.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct InvoicesWanted {
    /// `received`, or `issued` in my name; both when absent.
    side: Option<String>,
    /// Those of one year of issue.
    #[param(minimum = 2000, maximum = 9999)]
    year: Option<i32>,
    /// Those of one order.
    #[param(example = "ord_01jd0000000000000000000000")]
    order: Option<String>,
    /// The `next_page` of the page before.
    page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// A year of invoices.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ArchiveWanted {
    /// The year of issue.
    #[param(minimum = 2000, maximum = 9999, example = 2026)]
    year: i32,
    /// `received`, or `issued` in my name; both when absent.
    side: Option<String>,
}

/// Of which side the years are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct YearsWanted {
    /// `received`, or `issued` in my name.
    #[param(example = "received")]
    side: String,
}

/// How a document is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DocumentWanted {
    /// To be shown rather than kept.
    #[serde(default)]
    inline: bool,
    /// `fr` or `en`; the buyer's when absent. The French one is the one that binds.
    language: Option<String>,
}

/// My party's invoices, the latest first.
#[utoipa::path(get, path = "/v1/invoices", operation_id = "invoices_list", tag = "invoices", params(InvoicesWanted), responses((status = 200, body = Page<InvoiceView>)))]
pub async fn list(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<InvoicesWanted>,
) -> Answer {
    let mut fields = Fields::default();
    let wanted = query.read(&mut fields);
    fields.check()?;
    let filters = ("invoices", caller.actor.organization, query.filters());
    let window = page::window(query.page.as_deref(), query.limit, &filters)?;
    let (actor, language) = (caller.actor, accepted_language(&request));
    let slice = app
        .db
        .read(move |conn| {
            let Slice { items, more } = invoices::list(conn, actor.organization, &wanted, &window)?;
            let items = items.iter().map(|it| InvoiceView::listed(it, Some(&actor), language));
            Ok(Slice { items: items.collect(), more })
        })
        .await?;
    page::answer(&request, slice, &filters, InvoiceView::place)
}

/// An invoice, with the credit notes that correct it.
#[utoipa::path(get, path = "/v1/invoices/{id}", operation_id = "invoices_get", tag = "invoices", params(("id" = String, Path)), responses((status = 200, body = InvoiceView)))]
pub async fn get(app: App, caller: Caller, request: HttpRequest, id: Path<InvoiceId>) -> Answer {
    let (actor, language) = (caller.actor, accepted_language(&request));
    let view = app
        .db
        .read(move |conn| {
            let invoice = invoices::get(conn, *id, &actor)?;
            let notes = invoices::credit_notes(conn, invoice.id)?;
            Ok(InvoiceView::whole(&invoice, &notes, Some(&actor), language))
        })
        .await?;
    reply::ok(&view)
}

/// The document of an invoice: a PDF/A-3 with its Factur-X data (EN 16931) inside. The same bytes each time.
#[utoipa::path(get, path = "/v1/invoices/{id}/pdf", operation_id = "invoices_get_pdf", tag = "invoices", params(("id" = String, Path), DocumentWanted), responses((status = 200, content_type = "application/pdf", description = "The document."), (status = 304, description = "The same bytes as `If-None-Match` names.")))]
pub async fn pdf(
    app: App,
    caller: Caller,
    request: HttpRequest,
    id: Path<InvoiceId>,
    query: Query<DocumentWanted>,
) -> Answer {
    let printed = query.printed()?;
    let invoice = seen(&app, &caller, *id).await?;
    print(&request, invoice, printed).await
}

/// The data of an invoice: Cross Industry Invoice in the profile EN 16931 of Factur-X.
#[utoipa::path(get, path = "/v1/invoices/{id}/xml", operation_id = "invoices_get_xml", tag = "invoices", params(("id" = String, Path)), responses((status = 200, content_type = "application/xml", description = "The data."), (status = 304, description = "The same bytes as `If-None-Match` names.")))]
pub async fn xml(app: App, caller: Caller, request: HttpRequest, id: Path<InvoiceId>) -> Answer {
    let invoice = seen(&app, &caller, *id).await?;
    print(&request, invoice, Printed::Xml).await
}

/// The years in which I have invoices on a side, the latest first.
#[utoipa::path(get, path = "/v1/invoices/years", operation_id = "invoices_list_years", tag = "invoices", params(YearsWanted), responses((status = 200, body = InvoiceYearsView)))]
pub async fn years(app: App, caller: Caller, query: Query<YearsWanted>) -> Answer {
    let mut fields = Fields::default();
    let side = side_of(&mut fields, Some(&query.side));
    fields.check()?;
    let (party, side) = (caller.actor.organization, side.unwrap_or(Side::Received));
    let years = app.db.read(move |conn| invoices::years(conn, party, side)).await?;
    let items = years.into_iter().map(|(year, count)| InvoiceYearView { year, count });
    reply::ok(&InvoiceYearsView { items: items.collect() })
}

/// The documents of a year in one ZIP archive.
#[utoipa::path(get, path = "/v1/invoices/archive", operation_id = "invoices_get_archive", tag = "invoices", params(ArchiveWanted), responses((status = 200, content_type = "application/zip", description = "The archive; without any invoice it is empty.")))]
pub async fn archive(app: App, caller: Caller, query: Query<ArchiveWanted>) -> Answer {
    let ArchiveWanted { year, side } = query.into_inner();
    let mut fields = Fields::default();
    let side = side_of(&mut fields, side.as_deref());
    let year = year_of(&mut fields, Some(year));
    fields.check()?;
    let wanted = Wanted { side, year, order: None };
    Ok(printing::archive(app, caller.actor.organization, wanted))
}

async fn seen(app: &App, caller: &Caller, id: InvoiceId) -> Result<Invoice, Problem> {
    let actor = caller.actor;
    Ok(app.db.read(move |conn| invoices::get(conn, id, &actor)).await?)
}

pub(crate) fn year_of(fields: &mut Fields, year: Option<i32>) -> Option<i32> {
    let year = year?;
    if !(2000..=9999).contains(&year) {
        fields.refuse("/year", text::unknown_choice());
    }
    Some(year)
}

fn side_of(fields: &mut Fields, side: Option<&str>) -> Option<Side> {
    match side {
        None => None,
        Some("received") => Some(Side::Received),
        Some("issued") => Some(Side::Issued),
        Some(_) => {
            fields.refuse("/side", text::unknown_choice());
            None
        }
    }
}

impl InvoicesWanted {
    fn read(&self, fields: &mut Fields) -> Wanted {
        let order = self.order.as_deref().and_then(|id| {
            let read = id.parse::<OrderId>().map_err(|_| text::unknown_choice());
            fields.take("/order", read)
        });
        let side = side_of(fields, self.side.as_deref());
        Wanted { side, year: year_of(fields, self.year), order }
    }

    fn filters(&self) -> impl Serialize + use<> {
        (self.side.clone(), self.year, self.order.clone())
    }
}

impl DocumentWanted {
    pub(crate) fn printed(&self) -> Result<Printed, Fields> {
        let known = |code: &String| {
            let unknown = || Fields::one("/language", text::unknown_choice());
            Language::from_code(code).ok_or_else(unknown)
        };
        let language = self.language.as_ref().map(known).transpose()?;
        Ok(Printed::Pdf { language, inline: self.inline })
    }
}

/// On which side of an invoice a party is; the operator is on none.
pub(crate) fn side(
    invoice: &Invoice,
    caller: &estrade_domain::actor::Actor,
) -> Option<&'static str> {
    if caller.kind == OrganizationKind::Operator {
        return None;
    }
    let issued = invoice.issuer.organization() == Some(caller.organization);
    Some(if issued { "issued" } else { "received" })
}
