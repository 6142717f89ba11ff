//! The documents as they are sent. A few threads print; the others keep answering.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{self, ContentDisposition, DispositionParam, DispositionType},
    },
    web::Bytes,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use estrade_db::{
    invoices::{self, Place, Wanted},
    page::Window,
};
use estrade_domain::{ids::OrganizationId, invoices::Invoice, language::Language};
use estrade_paper::{Archive, file_name};
use futures_util::stream;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::{
    app::App,
    problem::{Answer, Problem},
};

/// A document that a browser shows: it runs nothing, and the viewer may be drawn.
const SHOWN: &str =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
/// So many are printed at once.
static PRESSES: Semaphore = Semaphore::const_new(2);
/// Invoices that an archive reads at once.
const READ_AT_ONCE: i64 = 50;

/// What is wanted of an invoice.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Printed {
    /// Its document, in a language or in the buyer's; to be shown or to be kept.
    Pdf { language: Option<Language>, inline: bool },
    /// Its data.
    Xml,
}

/// Prints an invoice and sends it.
pub(crate) async fn print(request: &HttpRequest, invoice: Invoice, printed: Printed) -> Answer {
    let (inline, extension, media) = match printed {
        Printed::Pdf { inline, .. } => (inline, "pdf", "application/pdf"),
        Printed::Xml => (false, "xml", "application/xml"),
    };
    let name = file_name(&invoice, extension);
    let bytes = pressed(invoice, printed).await?;
    let etag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&Sha256::digest(&bytes)[..15]));
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "private, no-cache"));
    response.insert_header((header::ETAG, etag.as_str()));
    response.insert_header((header::CONTENT_SECURITY_POLICY, SHOWN));
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    if known.is_some_and(|list| list.split(',').any(|one| one.trim() == etag)) {
        return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
    }
    response.insert_header(disposition(name, inline));
    Ok(response.content_type(media).body(bytes))
}

async fn pressed(invoice: Invoice, printed: Printed) -> Result<Vec<u8>, Problem> {
    let _press = PRESSES.acquire().await.map_err(|_| Problem::internal())?;
    let id = invoice.id;
    let work = move || match printed {
        Printed::Xml => Ok(estrade_paper::xml(&invoice).into_bytes()),
        Printed::Pdf { language, .. } => {
            estrade_paper::pdf(&invoice, language.unwrap_or(invoice.document.language))
        }
    };
    let printed = tokio::task::spawn_blocking(work).await.map_err(|_| Problem::internal())?;
    printed.map_err(|error| {
        tracing::error!(invoice = %id, %error, "an invoice could not be printed");
        Problem::internal()
    })
}

fn disposition(name: String, inline: bool) -> ContentDisposition {
    let disposition = if inline { DispositionType::Inline } else { DispositionType::Attachment };
    ContentDisposition { disposition, parameters: vec![DispositionParam::Filename(name)] }
}

/// What is left to send of an archive.
struct Sending {
    app: App,
    party: OrganizationId,
    wanted: Wanted,
    archive: Archive,
    /// Read, and not sent: the next one last.
    read: Vec<Invoice>,
    /// What to read next; none when all are read.
    next: Option<Window<Place>>,
}

/// Sends the invoices of a party, printing each when its turn comes.
pub(super) fn archive(app: App, party: OrganizationId, wanted: Wanted) -> HttpResponse {
    let name = format!("factures-{}.zip", wanted.year.unwrap_or_default());
    let (archive, read) = (Archive::default(), Vec::new());
    let sending = Sending { app, party, wanted, archive, read, next: Some(page_after(None)) };
    let pieces = stream::try_unfold(Some(sending), |sending| async move {
        match sending {
            Some(sending) => sending.piece().await.map(Some).map_err(actix_web::Error::from),
            None => Ok(None),
        }
    });
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(disposition(name, false))
        .content_type("application/zip")
        .streaming(pieces)
}

fn page_after(after: Option<Place>) -> Window<Place> {
    Window { after, limit: READ_AT_ONCE }
}

impl Sending {
    /// The next piece, and what is left after it.
    async fn piece(mut self) -> Result<(Bytes, Option<Self>), Problem> {
        if self.read.is_empty() {
            self.read_on().await?;
        }
        let Some(invoice) = self.read.pop() else {
            return Ok((Bytes::from(self.archive.end()), None));
        };
        let (name, at) = (file_name(&invoice, "pdf"), invoice.issued_at);
        let document = pressed(invoice, Printed::Pdf { language: None, inline: false }).await?;
        let piece = self.archive.add(&name, at, &document).ok_or_else(Problem::internal)?;
        Ok((Bytes::from(piece), Some(self)))
    }

    async fn read_on(&mut self) -> Result<(), Problem> {
        let Some(window) = self.next.take() else { return Ok(()) };
        let (party, wanted) = (self.party, self.wanted.clone());
        let read = move |conn: &mut estrade_db::Conn| invoices::list(conn, party, &wanted, &window);
        let slice = self.app.db.read(read).await?;
        let place = |it: &Invoice| (it.issued_at.timestamp_millis(), it.id.to_string());
        let last = slice.items.last().filter(|_| slice.more);
        self.next = last.map(|last| page_after(Some(place(last))));
        self.read = slice.items;
        self.read.reverse();
        Ok(())
    }
}
