//! Marked previews of what was delivered: drawn one in each round, outside of any transaction, and removed once their
//! milestone is accepted or called off.
//!
//! A try is counted before it is made, and the number of pages before the first is kept: a stop at any point is made
//! good by the next round, and leaves nothing that nobody knows of.

mod draughtsman;

use std::sync::Arc;

use estrade_db::{
    Error,
    deliveries::{self, Sketch},
};
use estrade_domain::{
    deliveries::{caption, page_name},
    files::{Rendition, object_name},
    ids::FileId,
    world::legal_day,
};
use estrade_drawing::errand::Errand;
use object_store::{Error as StoreError, ObjectStore, ObjectStoreExt, path::Path};

pub use draughtsman::Draughtsman;

use crate::{Relay, pause};

/// Draws previews where the files lie.
pub(crate) struct Previews {
    kept: Arc<dyn ObjectStore>,
    pub(crate) draughtsman: Draughtsman,
}

impl Previews {
    pub(crate) fn new(kept: Arc<dyn ObjectStore>) -> Self {
        Self { kept, draughtsman: Draughtsman::Here }
    }

    /// Draws the preview that has waited longest; says how many that was.
    pub(crate) async fn draw_next(&self, relay: &Relay) -> Result<usize, Error> {
        let now = relay.db.world().now();
        let next = relay.db.read(move |conn| deliveries::next_due(conn, now)).await?;
        let Some(sketch) = next else { return Ok(0) };
        let (taken, again_in) = (sketch.clone(), draughtsman::PATIENCE.max(pause(sketch.tries)));
        let take = relay.db.write(move |tx| deliveries::take_up(tx, &taken, again_in));
        if take.await? {
            self.draw(relay, sketch).await?;
        }
        Ok(1)
    }

    async fn draw(&self, relay: &Relay, sketch: Sketch) -> Result<(), Error> {
        let file = sketch.file;
        let pages = match self.pages(&sketch).await {
            Ok(Some(pages)) => pages,
            Ok(None) => return relay.db.write(move |tx| deliveries::impossible(tx, file)).await,
            Err(reason) => {
                tracing::error!(%file, reason, "a preview could not be drawn now");
                let again_at = relay.db.world().now() + pause(sketch.tries);
                return relay.db.write(move |tx| deliveries::put_off(tx, file, again_at)).await;
            }
        };
        let count = pages.len();
        if !relay.db.write(move |tx| deliveries::announce_pages(tx, file, count)).await? {
            return Ok(());
        }
        for (page, bytes) in (1..).zip(pages) {
            let kept = self.kept.put(&place(file, page), bytes.into()).await;
            if let Err(error) = kept {
                tracing::error!(%file, %error, "a preview could not be kept");
                return Ok(());
            }
        }
        relay.db.write(move |tx| deliveries::drawn(tx, file, count)).await
    }

    /// None when the file cannot be drawn, a reason when it may be later.
    async fn pages(&self, sketch: &Sketch) -> Result<Option<Vec<Vec<u8>>>, String> {
        let whole = Path::from(object_name(sketch.file, Rendition::Whole));
        let told = |error: StoreError| error.to_string();
        let bytes = self.kept.get(&whole).await.map_err(told)?.bytes().await.map_err(told)?;
        let day = legal_day(sketch.delivered_at);
        let errand = Errand { media: sketch.media, caption: caption(&sketch.client, day) };
        self.draughtsman.draw(errand, bytes.into()).await
    }

    /// Removes some previews that serve no more; says how many. One whose pages cannot be removed now keeps its row.
    pub(crate) async fn tidy(&self, relay: &Relay) -> Result<usize, Error> {
        let mut removed = 0;
        for (file, pages) in relay.db.read(deliveries::over).await? {
            match self.remove(file, pages).await {
                Ok(()) => {
                    relay.db.write(move |tx| deliveries::forget_preview(tx, file)).await?;
                    removed += 1;
                }
                Err(error) => tracing::error!(%file, %error, "a preview could not be removed"),
            }
        }
        Ok(removed)
    }

    async fn remove(&self, file: FileId, pages: u32) -> Result<(), StoreError> {
        for page in 1..=pages {
            match self.kept.delete(&place(file, page)).await {
                Ok(()) | Err(StoreError::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

fn place(file: FileId, page: u32) -> Path {
    Path::from(page_name(file, page))
}
