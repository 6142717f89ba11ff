//! What is asked of `PostgreSQL` waits in one queue, without a thread. There are as many lanes as connections: a lane is
//! a thread that takes one thing after the other, on one connection, as long as something waits. So a busy server
//! wakes no thread for what it asks, only for what is answered.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use diesel::r2d2::{Pool, PooledConnection};
use tokio::{sync::oneshot, time::timeout};

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
    waiting: VecDeque<Job>,
    open: u32,
}

impl Lanes {
    pub(crate) fn new(pool: Pool<Opener>) -> Self {
        Self { pool, state: Arc::default() }
    }

    /// Works on a connection. Whoever goes away before it begins, or has waited too long, calls it off.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (tell, mut told) = oneshot::channel();
        // Set by whoever comes first: the lane that begins, or the caller that gives up.
        let decided = Arc::new(AtomicBool::new(false));
        let begins = Arc::clone(&decided);
        let job: Job = Box::new(move |conn| {
            if tell.is_closed() || begins.swap(true, Ordering::AcqRel) {
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
        let answer = match timeout(WAIT, &mut told).await {
            Ok(answer) => answer,
            Err(_) if decided.swap(true, Ordering::AcqRel) => told.await,
            Err(_) => {
                return Err(unavailable(&"no connection to the database was free in time"));
            }
        };
        // Its end of the channel goes without a word when the work panics.
        answer.map_err(|_| unavailable(&"the transaction panicked"))?
    }

    /// Puts it in the queue; whether a lane has to open for it.
    fn line_up(&self, job: Job) -> bool {
        let mut state = self.state();
        state.waiting.push_back(job);
        let opens = state.open < self.pool.max_size();
        state.open += u32::from(opens);
        opens
    }

    /// The next one; the lane closes when there is none.
    fn next(&self) -> Option<Job> {
        let mut state = self.state();
        let next = state.waiting.pop_front();
        state.open -= u32::from(next.is_none());
        next
    }

    fn serve(&self) {
        let mut kept = None;
        while let Some(job) = self.next() {
            let connection = kept.take();
            // A panic takes its connection with it, in whatever state that is.
            kept =
                catch_unwind(AssertUnwindSafe(|| self.attend(job, connection))).unwrap_or_default();
        }
    }

    fn attend(&self, job: Job, kept: Option<Connection>) -> Option<Connection> {
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
