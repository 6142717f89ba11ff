//! Once an hour, rows that have served are removed.

use chrono::TimeDelta;
use estrade_db::{Error, housekeeping};
use estrade_domain::world::Instant;

use crate::Relay;

const EVERY: TimeDelta = TimeDelta::hours(1);

/// When the rooms were last tidied.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Housekeeping {
    done_at: Option<Instant>,
}

impl Housekeeping {
    /// Removes some rows, if it is time; says how many. It goes on in the next round until none is left.
    pub(crate) async fn tidy(&mut self, relay: &Relay) -> Result<usize, Error> {
        let now = relay.db.world().now();
        if self.done_at.is_some_and(|at| now < at + EVERY) {
            return Ok(0);
        }
        let removed = relay.db.write(housekeeping::tidy).await?;
        if removed == 0 {
            self.done_at = Some(now);
        }
        Ok(removed)
    }
}
