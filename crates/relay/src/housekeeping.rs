//! Once an hour, rows that have served are removed, and with their bytes previews that have, and files that hang on
//! nothing; once a day the books are verified.

use std::sync::Arc;

use chrono::TimeDelta;
use estrade_db::{Error, files, housekeeping, ledger};
use estrade_domain::{
    files::{Rendition, object_name},
    ids::FileId,
    world::Instant,
};
use object_store::{Error as StoreError, ObjectStore, ObjectStoreExt, path::Path};

use crate::{Relay, previews::Previews};

const EVERY: TimeDelta = TimeDelta::hours(1);
/// How often the books are verified.
const VERIFIED_EVERY: TimeDelta = TimeDelta::hours(24);

/// Where the files lie, and when the rooms were last tidied.
pub(crate) struct Housekeeping {
    kept: Arc<dyn ObjectStore>,
    done_at: Option<Instant>,
    verified_at: Option<Instant>,
}

impl Housekeeping {
    pub(crate) fn new(kept: Arc<dyn ObjectStore>) -> Self {
        Self { kept, done_at: None, verified_at: None }
    }

    /// Removes some rows and files, if it is time; says how many. It goes on in the next round until none is left.
    pub(crate) async fn tidy(
        &mut self,
        relay: &Relay,
        previews: &Previews,
    ) -> Result<usize, Error> {
        let now = relay.db.world().now();
        if self.done_at.is_some_and(|at| now < at + EVERY) {
            return Ok(0);
        }
        let rows = relay.db.write(housekeeping::tidy).await?;
        // What leaves goes after its previews.
        let files = previews.tidy(relay).await? + self.tidy_files(relay).await?;
        let removed = rows + files;
        if removed == 0 {
            self.done_at = Some(now);
        }
        self.verify(relay, now).await?;
        Ok(removed)
    }

    /// Once a day the books are verified. When they do not hold, no money moves until someone looked.
    async fn verify(&mut self, relay: &Relay, now: Instant) -> Result<(), Error> {
        if self.verified_at.is_some_and(|at| now < at + VERIFIED_EVERY) {
            return Ok(());
        }
        self.verified_at = Some(now);
        let wrong = relay.db.read(ledger::verify).await?;
        for line in &wrong {
            tracing::error!(line, "the ledger does not hold");
        }
        match wrong.into_iter().next() {
            Some(reason) => relay.db.write(move |tx| ledger::stop(tx, &reason)).await,
            None => Ok(()),
        }
    }

    /// A file whose bytes cannot be removed now keeps its row for the next time.
    async fn tidy_files(&self, relay: &Relay) -> Result<usize, Error> {
        relay.db.write(files::send_away).await?;
        let leaving = relay.db.read(files::leaving).await?;
        let mut removed = 0;
        for id in leaving {
            match self.remove(id).await {
                Ok(()) => {
                    relay.db.write(move |tx| files::forget_one(tx, id)).await?;
                    removed += 1;
                }
                Err(error) => tracing::error!(file = %id, %error, "a file could not be removed"),
            }
        }
        Ok(removed)
    }

    async fn remove(&self, id: FileId) -> Result<(), StoreError> {
        for &rendition in Rendition::ALL {
            match self.kept.delete(&Path::from(object_name(id, rendition))).await {
                Ok(()) | Err(StoreError::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
