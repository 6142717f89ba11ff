//! What Estrade delivers: facts become mails and notices, deadlines are carried out, mails leave.
//!
//! A fact is told in one transaction with all that it causes (in several, each going on where the last
//! one ended, when thousands are to be told), so nothing is told twice and nothing is forgotten. A mail
//! leaves after that, outside of any transaction. What fails is put off and keeps nothing else waiting.

mod desk;
mod effects;
mod housekeeping;
mod letters;
mod message;
mod payments;
mod previews;
mod template;
mod tokens;
mod transport;
mod worker;

use chrono::TimeDelta;
use estrade_db::{
    Db, Error, deadlines,
    facts::{self, Recorded, Waiting},
    mails::{self, Mail},
};
use estrade_domain::invoices::Platform;
use futures_util::{StreamExt, stream};

pub use payments::Stripe;
pub use previews::Draughtsman;
pub use transport::Transport;
pub use worker::{Turn, Worker};

use letters::Progress;

/// Deadlines carried out in one round.
const DEADLINES: i64 = 50;
/// Facts taken up in one round.
const FACTS: i64 = 50;
/// Mails taken in one round: so few that a round ends long before the lease does.
const MAILS: i64 = 20;
/// Mails that are on their way at the same time.
const MAILS_AT_ONCE: usize = 10;
/// The longest that a fact which fails is put off.
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);

/// Delivers.
#[derive(Clone)]
pub struct Relay {
    db: Db,
    transport: Transport,
    public_url: String,
    stripe: Option<Stripe>,
    platform: Option<Platform>,
}

impl Relay {
    /// A relay between this database and this transport; links begin with `public_url`.
    #[must_use]
    pub fn new(db: Db, transport: Transport, public_url: String) -> Self {
        Self { db, transport, public_url, stripe: None, platform: None }
    }

    /// The same, with a connection to Stripe.
    #[must_use]
    pub fn with_stripe(self, stripe: Option<Stripe>) -> Self {
        Self { stripe, ..self }
    }

    /// The same, for whoever runs the marketplace: invoices of what it sells are in this name.
    #[must_use]
    pub fn in_the_name_of(self, platform: Option<Platform>) -> Self {
        Self { platform, ..self }
    }

    /// Delivers one round of what waits; says how much it was. None left means that all is delivered,
    /// or put off because it failed.
    pub async fn deliver(&self) -> Result<usize, Error> {
        Ok(self.carry_out_deadlines().await?
            + self.ask_payment_providers().await?
            + self.tell_facts().await?
            + self.send_mails().await?)
    }

    /// Each in a transaction of its own, so that one that fails takes no other with it.
    async fn carry_out_deadlines(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        let due = self.db.read(move |conn| deadlines::due(conn, now, DEADLINES)).await?;
        let count = due.len();
        for deadline in due {
            let fired = deadline.clone();
            let carried_out = self.db.write(move |tx| deadlines::carry_out(tx, &fired)).await;
            if let Err(error) = carried_out {
                tracing::error!(deadline = %deadline.id, %error, "a deadline could not be carried out");
                self.db.write(move |tx| deadlines::put_off(tx, &deadline, pause)).await?;
            }
        }
        Ok(count)
    }

    /// Goes one step further with each fact that waits, so that a long one does not hold up the others.
    async fn tell_facts(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        let waiting = self.db.read(move |conn| facts::due(conn, now, FACTS)).await?;
        let count = waiting.len();
        for (fact, recorded) in waiting {
            let told = match recorded {
                Ok(recorded) => self.tell_fact(fact.clone(), recorded).await,
                Err(error) => Err(error),
            };
            if let Err(error) = told {
                tracing::error!(fact = fact.id, tries = fact.tries, %error, "a fact could not be told");
                let again_at = now + pause(fact.tries);
                self.db.write(move |tx| facts::put_off(tx, &fact, again_at)).await?;
            }
        }
        Ok(count)
    }

    async fn tell_fact(&self, fact: Waiting, recorded: Recorded) -> Result<(), Error> {
        let (url, platform) = (self.public_url.clone(), self.platform.clone());
        self.db
            .write(move |tx| {
                if !facts::take(tx, &fact)? {
                    return Ok(());
                }
                effects::follow(tx, &recorded.fact, platform.as_ref())?;
                match letters::relay(tx, &url, &fact, &recorded)? {
                    Progress::Done => facts::mark_relayed(tx, &fact.id),
                    Progress::After(last) => facts::go_on_after(tx, &fact.id, &last),
                    Progress::NotBefore(at) => facts::wait_until(tx, &fact.id, at),
                }
            })
            .await
    }

    async fn send_mails(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        if !self.db.read(move |conn| mails::any_due(conn, now)).await? {
            return Ok(0);
        }
        let claimed = self.db.write(|tx| mails::claim(tx, MAILS)).await?;
        let count = claimed.len();
        let sent: Vec<(Mail, Result<(), String>)> = stream::iter(claimed)
            .map(|mail| async {
                let outcome = self.transport.send(&mail, &self.public_url).await;
                (mail, outcome)
            })
            .buffer_unordered(MAILS_AT_ONCE)
            .collect()
            .await;
        for (mail, outcome) in sent {
            self.note(mail, outcome).await?;
        }
        Ok(count)
    }

    async fn note(&self, mail: Mail, outcome: Result<(), String>) -> Result<(), Error> {
        let again_at = transport::next_try(self.db.world().now(), mail.attempts);
        let body = self.transport.leaves();
        if let Err(reason) = &outcome {
            tracing::warn!(
                mail = mail.id,
                attempts = mail.attempts,
                reason,
                "a mail was not taken"
            );
        }
        self.db
            .write(move |tx| match &outcome {
                Ok(()) => mails::mark_sent(tx, &mail, body),
                Err(reason) => mails::mark_failed(tx, &mail, reason, again_at),
            })
            .await
    }
}

/// One minute, two, four… up to an hour.
fn pause(tries: i32) -> TimeDelta {
    TimeDelta::minutes(1 << tries.clamp(0, 10)).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_an_hour() {
        let minutes: Vec<i64> =
            [0, 1, 2, 5, 6, 31, i32::MAX].map(|tries| pause(tries).num_minutes()).into();
        assert_eq!(minutes, [1, 2, 4, 32, 60, 60, 60]);
    }
}
