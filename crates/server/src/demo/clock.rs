//! The demo's world: a clock that is set to the moment of each scene, ids that are the same each time.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use estrade_domain::world::{Instant, World};
use uuid::Uuid;

use crate::world::Real;

/// Time as the demo tells it.
#[derive(Default)]
pub struct DemoClock {
    now_ms: AtomicI64,
    made: AtomicU64,
}

impl DemoClock {
    /// Moves to the moment of a scene.
    pub fn set(&self, at: Instant) {
        self.now_ms.store(at.timestamp_millis(), Ordering::SeqCst);
    }
}

impl World for DemoClock {
    fn now(&self) -> Instant {
        Instant::from_timestamp_millis(self.now_ms.load(Ordering::SeqCst)).unwrap_or_default()
    }

    /// A `UUIDv7` of the demo's moment: within it ids follow a counter, and their ends look like any other's.
    fn uuid(&self) -> Uuid {
        let made = self.made.fetch_add(1, Ordering::SeqCst);
        let millis = u128::try_from(self.now_ms.load(Ordering::SeqCst)).unwrap_or_default();
        let order = u128::from(made & 0xfff);
        let tail = u128::from(mix(made) >> 2);
        Uuid::from_u128(millis << 80 | 7 << 76 | order << 64 | 2 << 62 | tail)
    }

    /// Secrets stay secret, in a demo as well.
    fn secret(&self) -> [u8; 32] {
        Real.secret()
    }
}

/// Spreads neighbouring numbers over all of them.
pub fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
