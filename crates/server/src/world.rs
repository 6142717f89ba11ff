//! The real world: the machine's clock and its random numbers.

use chrono::{SubsecRound, Utc};
use estrade_domain::world::{Instant, World};
use rand::RngCore;
use uuid::Uuid;

/// The machine's clock and random numbers.
pub struct Real;

#[expect(clippy::disallowed_methods, reason = "this is where time, ids and secrets come from")]
impl World for Real {
    fn now(&self) -> Instant {
        Utc::now().trunc_subsecs(3)
    }

    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn secret(&self) -> [u8; 32] {
        let mut secret = [0; 32];
        rand::rng().fill_bytes(&mut secret);
        secret
    }
}
