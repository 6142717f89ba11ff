//! What Estrade prints: an invoice as a Factur-X document, which is a PDF/A-3 for people with the EN 16931 data for
//! programs inside, and the archive of a year.
//!
//! Printing reads no clock and no database: the same invoice gives the same bytes, on each node and at any time.

#![warn(missing_docs)]

mod archive;
mod fonts;
mod layout;
mod press;
mod sheet;
mod words;
mod xml;
mod xmp;

use estrade_domain::{invoices::Invoice, language::Language, world::legal_day};

pub use archive::Archive;
pub use words::{Mention, mentions};
pub use xml::xml;

/// An invoice that could not be printed.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be printed: {0}")]
pub struct PressError(pub(crate) String);

/// The Factur-X document of an invoice, in a language.
pub fn pdf(invoice: &Invoice, language: Language) -> Result<Vec<u8>, PressError> {
    let sheet = layout::invoice(invoice, language);
    let about = press::About {
        title: words::title(invoice, language),
        author: invoice.document.seller.name.clone(),
        issued_at: invoice.issued_at,
        id: invoice.id.to_string(),
        language,
        attachment: xml(invoice),
    };
    xmp::as_factur_x(&press::print(&sheet, &about)?)
}

/// What the file of an invoice is called: its number alone would not tell two issuers apart.
#[must_use]
pub fn file_name(invoice: &Invoice, extension: &str) -> String {
    let seller = words::slug(&invoice.document.seller.name);
    let day = legal_day(invoice.issued_at).format("%Y%m%d");
    format!("{day}-{seller}-{}.{extension}", invoice.number)
}
