//! How often a stranger may have someone mailed: a link asked for again, a registration repeated, an
//! invitation. What a person brought upon itself is not counted here.
//!
//! One mail of a kind in two minutes, five in a day: enough for who lost one, too few to flood a mailbox.

use chrono::TimeDelta;

use crate::world::Instant;

/// Between two mails of a kind to an address.
const PAUSE: TimeDelta = TimeDelta::minutes(2);
/// The time in which so many…
pub const DAY: TimeDelta = TimeDelta::days(1);
/// …mails of a kind may be written to an address.
pub const A_DAY: usize = 5;

/// When the next mail may be written, given when those of the last day were, the latest first. None: now.
#[must_use]
pub fn next_at(written: &[Instant], now: Instant) -> Option<Instant> {
    let after_the_last = written.first().map(|at| *at + PAUSE);
    let after_a_day = written.get(A_DAY - 1).map(|at| *at + DAY);
    after_the_last.max(after_a_day).filter(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::*;

    #[test]
    fn one_in_two_minutes_and_five_in_a_day() {
        let now = Utc.with_ymd_and_hms(2027, 1, 15, 9, 0, 0).unwrap();
        let ago = |seconds: i64| now - TimeDelta::seconds(seconds);
        let wait = |written: &[i64]| {
            let written: Vec<Instant> = written.iter().map(|seconds| ago(*seconds)).collect();
            next_at(&written, now).map(|at| (at - now).num_seconds())
        };
        assert_eq!(wait(&[]), None);
        assert_eq!(wait(&[119]), Some(1));
        assert_eq!(wait(&[120]), None);
        assert_eq!(wait(&[200, 400, 600, 800]), None, "four in a day");
        assert_eq!(wait(&[200, 400, 600, 800, 86_000]), Some(400), "five in a day");
        assert_eq!(wait(&[200, 400, 600, 800, 86_400]), None, "the fifth is a day old");
        assert_eq!(wait(&[60, 400, 600, 800, 86_390]), Some(60), "the longer wait counts");
    }
}
