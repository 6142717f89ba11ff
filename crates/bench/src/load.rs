//! The load: connections that ask again as soon as they are answered, or at a steady pace.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    net::SocketAddr,
    rc::Rc,
    time::{Duration, Instant},
};

use tokio::task::LocalSet;

use crate::{Fault, http::Connection};

/// The request with this number.
pub type Requests = Rc<dyn Fn(u64) -> Vec<u8>>;

/// How to ask.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// So many at a time.
    pub connections: u32,
    /// For so long.
    pub duration: Duration,
    /// So many a second in all; as many as are answered when absent.
    pub pace: Option<u32>,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Requests answered, a second.
    pub per_second: f64,
    /// Half of the answers took no longer, in milliseconds.
    pub p50_ms: f64,
    /// 99 of 100 answers took no longer, in milliseconds.
    pub p99_ms: f64,
    /// What a request cost the server's process, in microseconds of one processor.
    pub server_us: f64,
    /// How many answers of each status.
    pub statuses: BTreeMap<u16, u64>,
}

#[derive(Default)]
struct Seen {
    numbers: Cell<u64>,
    statuses: RefCell<BTreeMap<u16, u64>>,
    times: RefCell<Vec<Duration>>,
}

/// Asks. With a pace an answer's time counts from when it was due to be asked: a slow server does not get
/// fewer questions.
pub async fn run(
    address: SocketAddr,
    requests: &Requests,
    manner: Manner,
) -> Result<Outcome, Fault> {
    let (seen, begun) = (Rc::new(Seen::default()), Instant::now());
    let local = LocalSet::new();
    let asking = (0..manner.connections).map(|place| {
        let (seen, requests) = (Rc::clone(&seen), Rc::clone(requests));
        local.spawn_local(async move { ask(address, &requests, manner, place, &seen, begun).await })
    });
    let asking: Vec<_> = asking.collect();
    local.await;
    for one in asking {
        one.await??;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let mut times = seen.times.take();
    times.sort_unstable();
    let at = |percent: usize| {
        times.get(times.len() * percent / 100).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    };
    let count = u32::try_from(times.len())?;
    Ok(Outcome {
        per_second: f64::from(count) / seconds,
        p50_ms: at(50),
        p99_ms: at(99),
        statuses: seen.statuses.take(),
        server_us: 0.0,
    })
}

async fn ask(
    address: SocketAddr,
    requests: &Requests,
    manner: Manner,
    place: u32,
    seen: &Seen,
    begun: Instant,
) -> Result<(), Fault> {
    let mut connection = Connection::open(address).await?;
    for turn in 0.. {
        let mut asked_at = Instant::now();
        if let Some(pace) = manner.pace {
            let due = f64::from(turn * manner.connections + place) / f64::from(pace);
            asked_at = begun + Duration::from_secs_f64(due);
            tokio::time::sleep_until(asked_at.into()).await;
        }
        if asked_at.duration_since(begun) >= manner.duration {
            break;
        }
        let number = seen.numbers.get();
        seen.numbers.set(number + 1);
        let (status, _) = connection.send(&requests(number)).await?;
        seen.times.borrow_mut().push(asked_at.elapsed());
        *seen.statuses.borrow_mut().entry(status).or_default() += 1;
    }
    Ok(())
}
