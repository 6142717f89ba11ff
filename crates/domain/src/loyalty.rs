//! How many of a provider's clients come back (S2-025, A-32): the share of those with two completed orders or
//! more among those with one or more, within twelve months. Below five clients a share would say more of one
//! of them than of the provider, and is not shown.

use chrono::Months;

use crate::world::Instant;

/// Orders count for so many months after they were completed.
pub const MONTHS: Months = Months::new(12);
/// The share is shown from so many clients up.
pub const CLIENTS_MIN: u32 = 5;

/// The clients of a provider within twelve months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loyalty {
    /// Those with a completed order.
    pub clients: u32,
    /// Those with two or more.
    pub returning: u32,
}

impl Loyalty {
    /// From when on completed orders count.
    #[must_use]
    pub fn counted_since(now: Instant) -> Instant {
        now.checked_sub_months(MONTHS).unwrap_or(Instant::UNIX_EPOCH)
    }

    /// From how many orders each client completed; none while they are too few to be told.
    #[must_use]
    pub fn of(orders_of_each_client: &[i64]) -> Option<Self> {
        let count = |least: i64| {
            let clients = orders_of_each_client.iter().filter(|&&orders| orders >= least).count();
            u32::try_from(clients).unwrap_or(u32::MAX)
        };
        let loyalty = Self { clients: count(1), returning: count(2) };
        (loyalty.clients >= CLIENTS_MIN).then_some(loyalty)
    }

    /// The share that came back, in whole percents, rounded half up.
    #[must_use]
    pub fn percent(self) -> u32 {
        let (returning, clients) = (u64::from(self.returning), u64::from(self.clients.max(1)));
        u32::try_from((returning * 200 + clients) / (clients * 2)).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S2-025: the share of clients with two orders or more, from five clients up.
    #[test]
    fn the_share_is_told_from_five_clients_up() {
        type Told = Option<(u32, u32, u32)>;
        let table: [(&[i64], Told); 7] = [
            (&[], None),
            (&[9, 9, 9, 9], None),
            (&[1, 1, 1, 1, 1], Some((5, 0, 0))),
            (&[2, 1, 1, 1, 1], Some((5, 1, 20))),
            (&[2, 3, 1, 1, 1, 1], Some((6, 2, 33))),
            (&[2, 2, 2, 2, 1, 1], Some((6, 4, 67))),
            (&[2, 2, 2, 2, 2], Some((5, 5, 100))),
        ];
        for (orders, expected) in table {
            let told = Loyalty::of(orders).map(|it| (it.clients, it.returning, it.percent()));
            assert_eq!(told, expected, "{orders:?}");
        }
    }

    #[test]
    fn orders_count_for_twelve_months() {
        let now: Instant = "2028-02-29T10:00:00Z".parse().unwrap();
        assert_eq!(Loyalty::counted_since(now).to_rfc3339(), "2027-02-28T10:00:00+00:00");
    }
}
