//! A mail as it stands on the wire: both bodies, and the headers that good manners ask for.

use std::time::SystemTime;

use chrono::DateTime;
use estrade_db::mails::Mail;
use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

/// Whom mails come from.
#[derive(Debug, Clone)]
pub struct Sender {
    /// The `From` header.
    pub from: Mailbox,
    /// Where answers go, if not there.
    pub reply_to: Option<Mailbox>,
}

impl Sender {
    /// The message of a mail. Its id is the mail's: one that leaves twice, because its carrier died
    /// before it could say so, is recognized as one.
    pub(crate) fn message(&self, mail: &Mail, public_url: &str) -> Result<Message, String> {
        let to: Mailbox = mail.recipient.parse().map_err(|error| format!("recipient: {error}"))?;
        let written = DateTime::from_timestamp_millis(mail.created_at).ok_or("no date")?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .date(SystemTime::from(written))
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .subject(&mail.subject);
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(reply_to.clone());
        }
        let body =
            MultiPart::alternative_plain_html(mail.text_body.clone(), mail.html_body.clone());
        let mut message = message.multipart(body).map_err(|error| error.to_string())?;
        for (name, value) in extra_headers(mail, public_url) {
            message
                .headers_mut()
                .insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
        }
        Ok(message)
    }
}

/// No machine is to answer; what obeys a box of the alerts says where that box is.
fn extra_headers(mail: &Mail, public_url: &str) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("Content-Language", mail.language.clone()),
    ];
    if mail.alert.is_some() {
        headers.push(("List-Unsubscribe", format!("<{public_url}/compte/alertes>")));
    }
    headers
}
