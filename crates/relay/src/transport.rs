//! How a mail leaves: through SMTP, or into the local mailbox, where it simply stays to be read.

use chrono::TimeDelta;
use estrade_db::mails::Mail;
use estrade_domain::world::Instant;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};

/// Minutes to wait after each failure; after the last one a mail is given up.
const RETRY_MINUTES: [i64; 6] = [1, 5, 30, 120, 480, 1440];

/// The way out.
#[derive(Clone)]
pub enum Transport {
    /// Mails stay in the table and are read at /mailbox.
    Mailbox,
    /// Mails leave through a server.
    Smtp {
        /// The server.
        server: AsyncSmtpTransport<Tokio1Executor>,
        /// Whom they come from.
        from: Mailbox,
    },
}

impl Transport {
    /// From an SMTP URL (`smtps://user:password@host`) and a sender.
    pub fn smtp(url: &str, from: &str) -> Result<Self, String> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| error.to_string())?
            .build();
        let from = from.parse().map_err(|error| format!("sender: {error}"))?;
        Ok(Self::Smtp { server, from })
    }

    pub(crate) async fn send(&self, mail: &Mail) -> Result<(), String> {
        let Self::Smtp { server, from } = self else { return Ok(()) };
        let to: Mailbox = mail.recipient.parse().map_err(|error| format!("recipient: {error}"))?;
        let body =
            MultiPart::alternative_plain_html(mail.text_body.clone(), mail.html_body.clone());
        let message =
            Message::builder().from(from.clone()).to(to).subject(&mail.subject).multipart(body);
        let message = message.map_err(|error| error.to_string())?;
        server.send(message).await.map(drop).map_err(|error| error.to_string())
    }
}

/// When a mail that failed is tried again.
pub(crate) fn next_try(now: Instant, attempts: i32) -> Option<Instant> {
    let minutes = RETRY_MINUTES.get(usize::try_from(attempts).ok()?)?;
    Some(now + TimeDelta::minutes(*minutes))
}
