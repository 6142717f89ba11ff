//! One thread writes to `SQLite`. Writes that wait together share one commit, and so one fsync:
//! each runs in its own savepoint, and all hear of their success after the commit.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
};

use diesel::connection::SimpleConnection;
use tokio::sync::oneshot;

use crate::{Conn, Error};

/// How many writes may share one commit.
const GROUP: usize = 64;
/// How many writes may wait; more are refused rather than piled up.
const WAITING: usize = 4096;

/// What a statement would have to take back is kept, when it is kept in memory, in a list that `SQLite` walks
/// through at the end of each: a group of many writes would take quadratic time. A file has no such end.
const SAVEPOINTS_IN_A_FILE: &str = "pragma temp_store = file";

/// Called with what became of the commit.
type Reply = Box<dyn FnOnce(Result<(), &str>) + Send>;
/// Runs a write inside its savepoint; says whether to keep it and whom to tell.
type Job = Box<dyn FnOnce(&mut Conn) -> (bool, Reply) + Send>;

/// The door to the writer thread, which ends when the last door is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    jobs: mpsc::SyncSender<Job>,
}

impl Writer {
    pub(crate) fn start(url: &str) -> Result<Self, Error> {
        let mut conn = Conn::open(url).map_err(|error| Error::Unavailable(error.to_string()))?;
        conn.batch_execute(SAVEPOINTS_IN_A_FILE)?;
        let (jobs, queue) = mpsc::sync_channel::<Job>(WAITING);
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || {
                while let Ok(first) = queue.recv() {
                    commit_group(&mut conn, first, &queue);
                }
            })
            .map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(Self { jobs })
    }

    pub(crate) async fn write<T: Send + 'static>(
        &self,
        write: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |conn| {
            let outcome = catch_unwind(AssertUnwindSafe(|| write(conn)))
                .unwrap_or_else(|_| Err(Error::Unavailable("the transaction panicked".to_owned())));
            let outcome =
                outcome.map_err(|error| if error.is_race() { Error::Stale } else { error });
            let keep = outcome.is_ok();
            let reply: Reply = Box::new(move |commit| {
                let outcome = match commit {
                    Err(reason) if keep => Err(Error::Unavailable(reason.to_owned())),
                    _ => outcome,
                };
                // A caller that went away no longer wants to know.
                drop(tell.send(outcome));
            });
            (keep, reply)
        });
        self.jobs
            .try_send(job)
            .map_err(|_| Error::Unavailable("too many writes are waiting".to_owned()))?;
        told.await.map_err(|_| Error::Unavailable("the writer has stopped".to_owned()))?
    }
}

fn commit_group(conn: &mut Conn, first: Job, queue: &mpsc::Receiver<Job>) {
    let mut replies = Vec::new();
    let committed = conn
        .begin_write()
        .and_then(|()| {
            let mut next = Some(first);
            while let Some(job) = next {
                replies.push(run_in_savepoint(conn, job)?);
                next = if replies.len() < GROUP { queue.try_recv().ok() } else { None };
            }
            conn.batch_execute("commit")
        })
        .map_err(|error| {
            tracing::error!(%error, "a group of writes was not committed");
            // It fails only when there is nothing to roll back.
            drop(conn.batch_execute("rollback"));
            error.to_string()
        });
    for reply in replies {
        reply(committed.as_ref().copied().map_err(String::as_str));
    }
}

fn run_in_savepoint(conn: &mut Conn, job: Job) -> diesel::QueryResult<Reply> {
    conn.batch_execute("savepoint write")?;
    let (keep, reply) = job(conn);
    if !keep {
        conn.batch_execute("rollback to write")?;
    }
    conn.batch_execute("release write")?;
    Ok(reply)
}
