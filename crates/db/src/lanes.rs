//! What is asked of `PostgreSQL` waits in one queue, without a thread. There are as many lanes as connections: a lane is
//! a thread that takes one thing after the other, on one connection, as long as something waits. So a busy server
//! wakes no thread for what it asks, only for what is answered.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use diesel::r2d2::{Pool, PooledConnection};
use tokio::sync::oneshot;

use crate::{Conn, Error, conn::Opener};

/// How long one waits for a connection.
pub(crate) const WAIT: Duration = Duration::from_secs(5);

/// Works, or hears that it cannot; says whether its connection may serve the next one at once.
type Job = Box<dyn FnOnce(Result<&mut Conn, Error>) -> bool + Send>;
type Connection = PooledConnection<Opener>;

/// The queue and its lanes.
#[derive(Clone)]
pub(crate) struct Lanes {
    pool: Pool<Opener>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<(Instant, Job)>,
    open: u32,
}

impl Lanes {
    pub(crate) fn new(pool: Pool<Opener>) -> Self {
        Self { pool, state: Arc::default() }
    }

    /// Works on a connection. Whoever goes away before it begins calls it off.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |conn| {
            if tell.is_closed() {
                return true;
            }
            let outcome = conn.and_then(work);
            // What went wrong may have been the connection: the pool looks at it.
            let is_sound = outcome.is_ok();
            drop(tell.send(outcome));
            is_sound
        });
        if self.line_up(job) {
            let lanes = self.clone();
            tokio::task::spawn_blocking(move || lanes.serve());
        }
        // Its end of the channel goes without a word when the work panics.
        told.await.map_err(|_| Error::Unavailable("the transaction panicked".to_owned()))?
    }

    /// Puts it in the queue; whether a lane has to open for it.
    fn line_up(&self, job: Job) -> bool {
        let mut state = self.state();
        state.waiting.push_back((Instant::now(), job));
        let opens = state.open < self.pool.max_size();
        state.open += u32::from(opens);
        opens
    }

    /// The next one; the lane closes when there is none.
    fn next(&self) -> Option<(Instant, Job)> {
        let mut state = self.state();
        let next = state.waiting.pop_front();
        state.open -= u32::from(next.is_none());
        next
    }

    fn serve(&self) {
        let mut kept = None;
        while let Some((since, job)) = self.next() {
            let connection = kept.take();
            // A panic takes its connection with it, in whatever state that is.
            kept = catch_unwind(AssertUnwindSafe(|| self.attend(since, job, connection)))
                .unwrap_or_default();
        }
    }

    fn attend(&self, since: Instant, job: Job, kept: Option<Connection>) -> Option<Connection> {
        if since.elapsed() > WAIT {
            job(Err(unavailable(&"no connection to the database was free in time")));
            return kept;
        }
        match kept.map_or_else(|| self.pool.get(), Ok) {
            Ok(mut connection) => job(Ok(&mut connection.conn)).then_some(connection),
            Err(error) => {
                job(Err(unavailable(&error)));
                None
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn unavailable(reason: &impl ToString) -> Error {
    Error::Unavailable(reason.to_string())
}
