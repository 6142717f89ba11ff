//! Where the bytes lie, and who draws pictures: the only place of this crate that knows either.
//!
//! What is held in memory at a time is bounded; who comes later waits its turn, and too many are refused.

use std::{ops::Range, sync::Arc};

use actix_web::{
    body::{BoxBody, SizedStream},
    http::{StatusCode, header},
    web::Bytes,
};
use estrade_domain::{
    deliveries::page_name,
    files::{Rendition, object_name},
    ids::FileId,
    refusal::Explanation,
};
use object_store::{Error, GetOptions, ObjectStore, ObjectStoreExt, path::Path};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{crew::Crew, problem::Problem};

/// Files that are being sent at the same time.
const SENDERS: usize = 64;
/// Of these, files that are whole in memory: to be looked into, drawn anew and kept.
const IN_HAND: usize = 4;

/// Keeps what people send.
pub struct Shelf {
    kept: Arc<dyn ObjectStore>,
    crew: Crew,
    senders: Arc<Semaphore>,
    in_hand: Arc<Semaphore>,
}

impl Shelf {
    /// At most `threads` pictures are drawn at a time.
    #[must_use]
    pub fn new(kept: Arc<dyn ObjectStore>, threads: usize) -> Self {
        let bound = |count| Arc::new(Semaphore::new(count));
        Self { kept, crew: Crew::new(threads), senders: bound(SENDERS), in_hand: bound(IN_HAND) }
    }

    /// A place among those who send, or the refusal when they are too many.
    pub(super) fn admit(&self) -> Result<OwnedSemaphorePermit, Problem> {
        Arc::clone(&self.senders).try_acquire_owned().map_err(|_| crowded())
    }

    /// A turn to hold a file in memory, once one is free.
    pub(super) async fn hand(&self) -> Result<OwnedSemaphorePermit, Problem> {
        Arc::clone(&self.in_hand).acquire_owned().await.map_err(|_| Problem::internal())
    }

    /// Does long work on threads that give way to all others.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        self.crew.run(work).await.ok_or_else(Problem::internal)
    }

    /// Keeps bytes.
    pub(super) async fn put(
        &self,
        id: FileId,
        rendition: Rendition,
        bytes: Bytes,
    ) -> Result<(), Problem> {
        self.kept
            .put(&place(id, rendition), bytes.into())
            .await
            .map_err(|error| failed(id, &error))?;
        Ok(())
    }

    /// The bytes that were kept, or a part of them, piece by piece.
    pub(super) async fn open(
        &self,
        id: FileId,
        rendition: Rendition,
        part: Option<Range<u64>>,
    ) -> Result<BoxBody, Problem> {
        self.stream(id, &place(id, rendition), part).await
    }

    /// A marked page that the worker drew.
    pub(crate) async fn open_page(&self, id: FileId, page: u32) -> Result<BoxBody, Problem> {
        self.stream(id, &Path::from(page_name(id, page)), None).await
    }

    async fn stream(
        &self,
        id: FileId,
        place: &Path,
        part: Option<Range<u64>>,
    ) -> Result<BoxBody, Problem> {
        let found = self.kept.get_opts(place, GetOptions::new().with_range(part)).await;
        let found = found.map_err(|error| match error {
            // It left between the question and the answer.
            Error::NotFound { .. } => Problem::not_found(),
            error => failed(id, &error),
        })?;
        let size = found.range.end - found.range.start;
        Ok(BoxBody::new(SizedStream::new(size, found.into_stream())))
    }
}

fn place(id: FileId, rendition: Rendition) -> Path {
    Path::from(object_name(id, rendition))
}

fn failed(id: FileId, error: &Error) -> Problem {
    tracing::error!(file = %id, %error, "the bytes of a file could not be kept or read");
    Problem::internal()
}

fn crowded() -> Problem {
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        Explanation::new(
            "too_many_uploads",
            "Trop de fichiers arrivent en même temps. Réessayez dans quelques secondes.",
            "Too many files are being sent at once. Try again in a few seconds.",
        ),
    )
    .with_header(header::RETRY_AFTER, 5)
}
