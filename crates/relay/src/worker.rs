//! The worker: of all that share a database, the one with the lease delivers.

use std::sync::Arc;

use chrono::TimeDelta;
use estrade_db::{Error, leases};
use estrade_domain::world::Instant;
use object_store::ObjectStore;

use crate::{
    Relay,
    housekeeping::Housekeeping,
    previews::{Draughtsman, Previews},
};

const NAME: &str = "worker";
/// After a crash another worker takes over that much later.
const LEASE: TimeDelta = TimeDelta::seconds(60);
/// The longest that a round takes: with less than that left the lease is renewed. Not in every idle
/// round, since renewing costs a durable write.
const ROUND: TimeDelta = TimeDelta::seconds(45);

/// What a worker did in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Another worker has the lease.
    Standby,
    /// Nothing was to be delivered.
    Idle,
    /// Something was delivered; perhaps more waits.
    Worked,
}

/// One of the workers that share a database.
pub struct Worker {
    relay: Relay,
    holder: String,
    held_until: Option<Instant>,
    housekeeping: Housekeeping,
    previews: Previews,
}

impl Worker {
    /// A worker that delivers with this relay and tidies where the files lie, under a name of its own.
    #[must_use]
    pub fn new(relay: Relay, files: Arc<dyn ObjectStore>) -> Self {
        let holder = relay.db.world().uuid().simple().to_string();
        let previews = Previews::new(Arc::clone(&files));
        let housekeeping = Housekeeping::new(files);
        Self { relay, holder, held_until: None, housekeeping, previews }
    }

    /// The same, with previews drawn by somebody else than a thread of this process.
    #[must_use]
    pub fn drawing_by(mut self, draughtsman: Draughtsman) -> Self {
        self.previews.draughtsman = draughtsman;
        self
    }

    /// Delivers one round, if this worker has or gets the lease.
    pub async fn turn(&mut self) -> Result<Turn, Error> {
        if !self.has_lease().await? {
            return Ok(Turn::Standby);
        }
        let delivered = self.relay.deliver().await?;
        let removed = self.housekeeping.tidy(&self.relay, &self.previews).await?;
        // Last, because it may outlast the lease: whoever has that by then finds the preview taken up.
        let drawn = self.previews.draw_next(&self.relay).await?;
        Ok(if delivered + removed + drawn == 0 { Turn::Idle } else { Turn::Worked })
    }

    async fn has_lease(&mut self) -> Result<bool, Error> {
        let now = self.relay.db.world().now();
        if self.held_until.is_some_and(|until| now + ROUND < until) {
            return Ok(true);
        }
        let (holder, until) = (self.holder.clone(), now + LEASE);
        let held = self.relay.db.write(move |tx| leases::take(tx, NAME, &holder, until)).await?;
        self.held_until = held.then_some(until);
        Ok(held)
    }

    /// Gives the lease back, so that another worker goes on at once.
    pub async fn release(&mut self) -> Result<(), Error> {
        if self.held_until.take().is_none() {
            return Ok(());
        }
        let holder = self.holder.clone();
        self.relay.db.write(move |tx| leases::release(tx, NAME, &holder)).await
    }
}
