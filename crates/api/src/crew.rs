//! Threads for long work that nobody else may wait for: they give way to all others.
//!
//! Whoever asks bounds how much waits; here is only how many work.

use std::{
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use tokio::sync::oneshot;

/// How much the threads give way, from 0 to 19: a tenth of a processor is left to them when all others are
/// busy, so that their work is late then, but never starves.
const NICENESS: i32 = 10;

type Job = Box<dyn FnOnce() + Send>;

/// Some threads and what waits for them.
#[derive(Clone)]
pub struct Crew {
    queue: Sender<Job>,
}

impl Crew {
    /// At most `threads` jobs at a time.
    #[must_use]
    pub fn new(threads: usize) -> Self {
        let (queue, jobs) = channel();
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..threads {
            let jobs = Arc::clone(&jobs);
            thread::spawn(move || work_off(&jobs));
        }
        Self { queue }
    }

    /// Does this work when its turn comes. Whoever asked may be gone by then: then nothing is done. None when
    /// the threads are no more.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let (answer, outcome) = oneshot::channel();
        let job = move || {
            if !answer.is_closed() {
                let _gone = answer.send(work());
            }
        };
        self.queue.send(Box::new(job)).ok()?;
        outcome.await.ok()
    }
}

/// Until the last `Crew` is gone.
fn work_off(jobs: &Mutex<Receiver<Job>>) {
    // On Linux niceness is of the thread, and 0 names the one that calls; where it cannot be had, the
    // work only is not polite.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, NICENESS);
    loop {
        let job = jobs.lock().ok().and_then(|jobs| jobs.recv().ok());
        let Some(job) = job else { return };
        // A picture that breaks its decoder costs its sender an answer, not everyone a thread.
        let _broke = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
    }
}
