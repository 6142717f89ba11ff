//! What Estrade delivers: facts become mails and notices, deadlines are carried out, mails leave.
//!
//! A fact is relayed in one transaction with all that it causes, so nothing is told twice and nothing
//! is forgotten; a mail leaves after that, outside of any transaction.

pub mod letters;
pub mod transport;

use estrade_db::{Db, Error, facts, mails};
use sha2::{Digest, Sha256};

pub use transport::Transport;

const BATCH: i64 = 100;

/// Delivers.
#[derive(Clone)]
pub struct Relay {
    db: Db,
    transport: Transport,
    public_url: String,
}

impl Relay {
    /// A relay between this database and this transport; links begin with `public_url`.
    #[must_use]
    pub fn new(db: Db, transport: Transport, public_url: String) -> Self {
        Self { db, transport, public_url }
    }

    /// Delivers what waits; says how much it was.
    pub async fn deliver(&self) -> Result<usize, Error> {
        Ok(self.relay_facts().await? + self.send_mails().await?)
    }

    async fn relay_facts(&self) -> Result<usize, Error> {
        let waiting = self.db.read(|conn| facts::unrelayed(conn, BATCH)).await?;
        let count = waiting.len();
        for recorded in waiting {
            let url = self.public_url.clone();
            self.db
                .write(move |tx| {
                    letters::relay(tx, &url, &recorded)?;
                    facts::mark_relayed(tx, recorded.id)
                })
                .await?;
        }
        Ok(count)
    }

    async fn send_mails(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        let due = self.db.read(move |conn| mails::due(conn, now, BATCH)).await?;
        let count = due.len();
        for mail in due {
            let outcome = self.transport.send(&mail).await;
            let again = transport::next_try(now, mail.attempts);
            self.db
                .write(move |tx| match &outcome {
                    Ok(()) => mails::mark_sent(tx, &mail.id),
                    Err(reason) => mails::mark_failed(tx, &mail.id, reason, again),
                })
                .await?;
        }
        Ok(count)
    }
}

/// The hash under which a mailed token is kept (the same as the api's).
pub(crate) fn hash_token(token: &str) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}
