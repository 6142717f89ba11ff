//! A world for tests: the clock stands still until it is moved; ids and secrets never repeat.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use chrono::{TimeDelta, TimeZone, Utc};
use estrade_domain::world::{Instant, World};
use uuid::Uuid;

/// Time that a test moves. It begins on 2027-01-15 at 09:00 UTC.
#[derive(Clone)]
pub struct TestWorld {
    now_ms: Arc<AtomicI64>,
    made: Arc<AtomicU64>,
}

impl Default for TestWorld {
    fn default() -> Self {
        let start = Utc.with_ymd_and_hms(2027, 1, 15, 9, 0, 0).unwrap();
        Self { now_ms: Arc::new(AtomicI64::new(start.timestamp_millis())), made: Arc::default() }
    }
}

impl TestWorld {
    /// Moves the clock.
    pub fn advance(&self, by: TimeDelta) {
        self.now_ms.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}

impl World for TestWorld {
    fn now(&self) -> Instant {
        Utc.timestamp_millis_opt(self.now_ms.load(Ordering::SeqCst)).unwrap()
    }

    /// Ordered as real ones are: by the clock, then by a counter.
    fn uuid(&self) -> Uuid {
        let millis = u128::try_from(self.now_ms.load(Ordering::SeqCst)).unwrap();
        let made = u128::from(self.made.fetch_add(1, Ordering::SeqCst));
        Uuid::from_u128(millis << 80 | 7 << 76 | 2 << 62 | made)
    }

    fn secret(&self) -> [u8; 32] {
        let mut secret = [0; 32];
        secret[..16].copy_from_slice(self.uuid().as_bytes());
        secret
    }
}
