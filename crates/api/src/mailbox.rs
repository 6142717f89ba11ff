//! The local mailbox: where mails go when no SMTP server is set up. Everyone may read it, so it exists
//! only then.

use actix_web::{
    HttpRequest,
    web::{Path, Query},
};
use chrono::{DateTime, Utc};
use estrade_db::{
    Error,
    mails::{self, Mail},
    page::Slice,
};
use estrade_domain::ids::MailId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    app::App,
    page::{self, Page},
    problem::{Answer, Problem},
    reply,
};

/// Which mails.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Only those to this address.
    #[param(example = "camille@demo.estrade.example")]
    recipient: Option<String>,
    /// The `next_page` of the page before.
    page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// A mail in the list.
#[derive(Serialize, ToSchema)]
pub struct MailView {
    /// The mail's id.
    #[schema(example = "eml_01jd0000000000000000000000")]
    id: String,
    /// To whom.
    recipient: String,
    /// `fr` or `en`.
    language: String,
    /// Which letter it is.
    #[schema(example = "activation")]
    template: String,
    /// The subject line.
    subject: String,
    /// When it was written.
    created_at: DateTime<Utc>,
}

/// A mail as it would have left.
#[derive(Serialize, ToSchema)]
pub struct WholeMailView {
    #[serde(flatten)]
    head: MailView,
    /// Plain text.
    text_body: String,
    /// HTML that loads nothing; show it in a sandboxed frame.
    html_body: String,
}

/// The mails, the newest first.
#[utoipa::path(get, path = "/v1/mailbox", operation_id = "mailbox_list", tag = "mailbox", security(()), params(Wanted), responses((status = 200, body = Page<MailView>)))]
pub async fn list(app: App, request: HttpRequest, query: Query<Wanted>) -> Answer {
    exists(&app)?;
    let Wanted { recipient, page, limit } = query.into_inner();
    let recipient = recipient.map(|address| address.trim().to_lowercase());
    let recipient = recipient.filter(|address| !address.is_empty());
    let filters = ("mailbox", recipient.clone());
    let window = page::window(page.as_deref(), limit, &filters)?;
    let slice = app.db.read(move |conn| mails::list(conn, recipient.as_deref(), &window)).await?;
    let views: Result<Vec<MailView>, Error> = slice.items.iter().map(MailView::new).collect();
    let slice = Slice { items: views?, more: slice.more };
    page::answer(&request, slice, &filters, |view| view.id.clone())
}

/// One mail.
#[utoipa::path(get, path = "/v1/mailbox/{id}", operation_id = "mailbox_get", tag = "mailbox", security(()), params(("id" = String, Path)), responses((status = 200, body = WholeMailView)))]
pub async fn get(app: App, id: Path<MailId>) -> Answer {
    exists(&app)?;
    let mail = app.db.read(move |conn| mails::get(conn, *id)).await?;
    let head = MailView::new(&mail)?;
    reply::ok(&WholeMailView { head, text_body: mail.text_body, html_body: mail.html_body })
}

fn exists(app: &App) -> Result<(), Problem> {
    if app.settings.mailbox { Ok(()) } else { Err(Problem::not_found()) }
}

impl MailView {
    fn new(mail: &Mail) -> Result<Self, Error> {
        let created_at = DateTime::from_timestamp_millis(mail.created_at);
        Ok(Self {
            created_at: created_at.ok_or_else(|| Error::corrupt("mails", &mail.id))?,
            id: mail.id.clone(),
            recipient: mail.recipient.clone(),
            language: mail.language.clone(),
            template: mail.template.clone(),
            subject: mail.subject.clone(),
        })
    }
}
