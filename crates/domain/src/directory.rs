//! The order of the directory, as the page of the ranking criteria publishes it (Consumer Code L111-7).
//!
//! After the positions that can be bought come VIP+ before FREE, then the mark weighted by the number
//! of reviews, then the share of requests that were answered, then a draw that is made anew each day.
//! When a provider registered counts for nothing. Invariant: a lower `rank` stands before a higher one.

use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::{Europe::Paris, Tz};

use crate::{ids::OrganizationId, organizations::Plan, world::Instant};

/// Every provider starts with so many reviews…
pub const PRIOR_REVIEWS: i32 = 5;
/// …of this mark, in hundredths: a single 5 does not pass twenty reviews at 4.8.
pub const PRIOR_MARK: i32 = 400;
/// Every provider starts with so many requests…
pub const PRIOR_REQUESTS: i32 = 5;
/// …of which it answered so many.
pub const PRIOR_ANSWERS: i32 = 4;

/// The place of those who bought none; 1 to 10 are the positions that can be bought.
const UNBOUGHT: i64 = 11;
const PLAN_BITS: u32 = 1;
const MARK_BITS: u32 = 9;
const ANSWER_BITS: u32 = 10;
const DRAW_BITS: u32 = 36;

/// The marks a provider received.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// Their sum.
    pub sum: i32,
    /// How many they are.
    pub count: i32,
}

impl Marks {
    /// The average in hundredths, as the sheet shows it; none without a review.
    #[must_use]
    pub fn average(self) -> Option<i32> {
        (self.count > 0).then(|| divide(self.sum * 100, self.count))
    }

    /// The average in hundredths, weighted by the number of reviews.
    #[must_use]
    pub fn weighted(self) -> i32 {
        divide(self.sum * 100 + PRIOR_REVIEWS * PRIOR_MARK, self.count.max(0) + PRIOR_REVIEWS)
            .clamp(0, 500)
    }

    /// Whether there is no review yet.
    #[must_use]
    pub fn is_new(self) -> bool {
        self.count == 0
    }
}

/// How often a provider answered those who chose it; declining is an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answers {
    /// Requests that were answered or whose time is over.
    pub asked: i32,
    /// Those that were answered.
    pub answered: i32,
}

impl Answers {
    /// The share that was answered, in thousandths, weighted by the number of requests.
    #[must_use]
    pub fn weighted(self) -> i32 {
        divide((self.answered + PRIOR_ANSWERS) * 1000, self.asked.max(0) + PRIOR_REQUESTS)
            .clamp(0, 1000)
    }
}

/// Rounds half up.
fn divide(amount: i32, by: i32) -> i32 {
    (amount * 2 + by).div_euclid(by * 2)
}

/// What the rank of a provider comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The plan in force.
    pub plan: Plan,
    /// Its reviews.
    pub marks: Marks,
    /// Its answers.
    pub answers: Answers,
}

impl Standing {
    /// Where the provider stands on a day: one number, so that a list is one range of one index.
    #[must_use]
    pub fn rank(&self, provider: OrganizationId, day: NaiveDate) -> i64 {
        let plan = match self.plan {
            Plan::VipPlus => 0,
            Plan::Free => 1,
        };
        let mut rank = UNBOUGHT;
        rank = rank << PLAN_BITS | plan;
        rank = rank << MARK_BITS | i64::from(500 - self.marks.weighted());
        rank = rank << ANSWER_BITS | i64::from(1000 - self.answers.weighted());
        rank << DRAW_BITS | draw(provider, day)
    }
}

/// Evenly spread, the same all day, unforeseeable from the order of the ids.
fn draw(provider: OrganizationId, day: NaiveDate) -> i64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in format!("{day} {provider}").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    i64::try_from(hash >> (64 - DRAW_BITS)).unwrap_or_default()
}

/// The day of the draw: it changes at midnight in Paris.
#[must_use]
pub fn day_of_draw(now: Instant) -> NaiveDate {
    now.with_timezone(&Paris).date_naive()
}

/// When the next draw is made.
#[must_use]
pub fn next_draw(now: Instant) -> Instant {
    let tomorrow = day_of_draw(now) + Days::new(1);
    let midnight = tomorrow.and_time(NaiveTime::MIN);
    let zone: Tz = Paris;
    // Paris never changes its clock at midnight; were it to, an hour's delay does no harm.
    zone.from_local_datetime(&midnight)
        .earliest()
        .map_or(now + chrono::TimeDelta::days(1), |at| at.to_utc())
}

/// How long an excerpt is, in characters.
const EXCERPT: usize = 180;

/// The beginning of a presentation, on one line, cut between words.
#[must_use]
pub fn excerpt(presentation: &str) -> String {
    let mut short = String::new();
    let mut length = 0;
    for word in presentation.split_whitespace() {
        let more = word.chars().count() + usize::from(length > 0);
        if length + more > EXCERPT {
            short.push('…');
            break;
        }
        if length > 0 {
            short.push(' ');
        }
        short.push_str(word);
        length += more;
    }
    short
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use uuid::Uuid;

    use super::*;
    use crate::ids::Id;

    fn provider(number: u128) -> OrganizationId {
        OrganizationId::from_uuid(Uuid::from_u128(number))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn standing(plan: Plan, marks: (i32, i32), answers: (i32, i32)) -> Standing {
        Standing {
            plan,
            marks: Marks { sum: marks.0, count: marks.1 },
            answers: Answers { answered: answers.0, asked: answers.1 },
        }
    }

    /// S1-163: VIP+ then FREE; inside, the weighted mark, then the answers.
    #[test]
    fn the_published_criteria_decide_one_after_the_other() {
        let best_first = [
            standing(Plan::VipPlus, (96, 20), (0, 0)),
            standing(Plan::VipPlus, (5, 1), (10, 10)),
            standing(Plan::VipPlus, (5, 1), (0, 0)),
            standing(Plan::VipPlus, (0, 0), (9, 9)),
            standing(Plan::VipPlus, (0, 0), (0, 9)),
            standing(Plan::VipPlus, (20, 20), (0, 0)),
            standing(Plan::Free, (500, 100), (50, 50)),
            standing(Plan::Free, (0, 0), (0, 0)),
            standing(Plan::Free, (100, 100), (0, 100)),
        ];
        // Whoever drew what: the criteria come before the draw.
        for number in 0..200 {
            let ranks = best_first.map(|it| it.rank(provider(number * 7919), day("2027-03-01")));
            assert!(ranks.is_sorted_by(|before, after| before < after), "{ranks:?}");
        }
    }

    /// S1-163: the draw is stable within a day, another the next, and blind to seniority.
    #[test]
    fn equals_are_shuffled_each_day() {
        let equal = standing(Plan::Free, (0, 0), (0, 0));
        let order = |day: NaiveDate| {
            let mut all: Vec<u128> = (0..1000).collect();
            all.sort_by_key(|&number| equal.rank(provider(number), day));
            all
        };
        let monday = order(day("2027-03-01"));
        assert_eq!(monday, order(day("2027-03-01")));
        assert_ne!(monday, order(day("2027-03-02")));
        // Of the 500 that registered first, about half stand in the first half.
        let early = monday[..500].iter().filter(|&&number| number < 500).count();
        assert!((200..300).contains(&early), "{early}");
        let ranks: HashSet<i64> =
            (0..1000).map(|number| equal.rank(provider(number), day("2027-03-01"))).collect();
        assert_eq!(ranks.len(), 1000);
    }

    #[test]
    fn marks_are_rounded_to_hundredths() {
        assert_eq!(Marks { sum: 14, count: 3 }.average(), Some(467));
        assert_eq!(Marks { sum: 0, count: 0 }.average(), None);
        assert_eq!(Marks { sum: 0, count: 0 }.weighted(), PRIOR_MARK);
        assert_eq!(Marks { sum: 5, count: 1 }.weighted(), 417);
        assert_eq!(Marks { sum: 96, count: 20 }.weighted(), 464);
        assert_eq!(Answers::default().weighted(), 800);
    }

    #[test]
    fn a_day_begins_at_midnight_in_paris() {
        let evening: Instant = "2027-03-01T22:59:59Z".parse().unwrap();
        assert_eq!(day_of_draw(evening), day("2027-03-01"));
        assert_eq!(next_draw(evening).to_rfc3339(), "2027-03-01T23:00:00+00:00");
        assert_eq!(day_of_draw(next_draw(evening)), day("2027-03-02"));
        let before_summer: Instant = "2027-03-28T12:00:00Z".parse().unwrap();
        assert_eq!(next_draw(before_summer).to_rfc3339(), "2027-03-28T22:00:00+00:00");
    }

    #[test]
    fn an_excerpt_ends_with_a_whole_word() {
        assert_eq!(excerpt("  Deux\n\nlignes "), "Deux lignes");
        let long = excerpt(&"été ".repeat(60));
        assert_eq!((long.chars().count(), long.ends_with("été…")), (180, true));
    }
}
