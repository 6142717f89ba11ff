//! How a mail leaves: through SMTP, or into the local mailbox, where it simply stays to be read.

use std::time::Duration;

use chrono::TimeDelta;
use estrade_db::mails::{Body, Mail};
use estrade_domain::world::Instant;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::message::Sender;

/// Minutes to wait after each failure; after the last one a mail is given up.
const RETRY_MINUTES: [i64; 6] = [1, 5, 30, 120, 480, 1440];
/// A server that says nothing for so long is not there. Twice this is less than a lease.
const PATIENCE: Duration = Duration::from_secs(20);

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
        sender: Sender,
    },
}

impl Transport {
    /// From an SMTP URL (`smtps://user:password@host`), a sender and perhaps an address for answers.
    pub fn smtp(url: &str, from: &str, reply_to: Option<&str>) -> Result<Self, String> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| error.to_string())?
            .timeout(Some(PATIENCE))
            .build();
        let address = |text: &str| text.parse().map_err(|error| format!("address {text}: {error}"));
        let sender = Sender { from: address(from)?, reply_to: reply_to.map(address).transpose()? };
        Ok(Self::Smtp { server, sender })
    }

    pub(crate) async fn send(&self, mail: &Mail, public_url: &str) -> Result<(), String> {
        let Self::Smtp { server, sender } = self else { return Ok(()) };
        let message = sender.message(mail, public_url)?;
        let sending = tokio::time::timeout(PATIENCE, server.send(message));
        match sending.await {
            Ok(taken) => taken.map(drop).map_err(|error| error.to_string()),
            Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
        }
    }

    /// What stays of a mail once it has left.
    pub(crate) fn leaves(&self) -> Body {
        match self {
            Self::Mailbox => Body::Kept,
            Self::Smtp { .. } => Body::Forgotten,
        }
    }
}

/// When a mail that failed so often is tried again.
pub(crate) fn next_try(now: Instant, attempts: i32) -> Option<Instant> {
    let failures_before = usize::try_from(attempts).ok()?.checked_sub(1)?;
    let minutes = RETRY_MINUTES.get(failures_before)?;
    Some(now + TimeDelta::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_tried_seven_times_over_two_days() {
        let now: Instant = "2027-01-15T09:00:00Z".parse().unwrap();
        let waits: Vec<Option<i64>> =
            (1..=7).map(|tries| next_try(now, tries).map(|at| (at - now).num_minutes())).collect();
        let minutes = RETRY_MINUTES.map(Some);
        assert_eq!(waits[..6], minutes);
        assert_eq!(waits[6], None);
    }
}
