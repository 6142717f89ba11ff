//! Money: integer minor units with their currency. No float touches it.
//!
//! Sums are checked. A division is a split whose parts sum to the whole; a product (quantity, VAT rate)
//! rounds half up, once.

use serde::{Deserialize, Serialize};

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro, two decimals.
    Eur,
}

impl Currency {
    /// The ISO 4217 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        "EUR"
    }

    /// Reads an ISO 4217 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        (code == "EUR").then_some(Self::Eur)
    }
}

/// An amount in minor units (cents).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units; 12050 is 120.50.
    pub amount: i64,
    /// Of what.
    pub currency: Currency,
}

impl Money {
    /// So many cents of a euro.
    #[must_use]
    pub fn euros(cents: i64) -> Self {
        Self { amount: cents, currency: Currency::Eur }
    }

    /// None of a currency.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { amount: 0, currency }
    }

    /// The sum, if both are of one currency and it fits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let amount = self.amount.checked_add(other.amount)?;
        (self.currency == other.currency).then_some(Self { amount, ..self })
    }

    /// The difference, if both are of one currency and it fits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let amount = self.amount.checked_sub(other.amount)?;
        (self.currency == other.currency).then_some(Self { amount, ..self })
    }

    /// The sum of many, if all are of this currency and it fits.
    #[must_use]
    pub fn checked_sum(currency: Currency, parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        parts.into_iter().try_fold(Self::zero(currency), Self::checked_add)
    }

    /// This amount times a fraction, rounded half up (away from zero below it); none when it does not fit
    /// or the denominator is not positive.
    #[must_use]
    pub fn times(self, numerator: i64, denominator: i64) -> Option<Self> {
        if denominator <= 0 {
            return None;
        }
        let (product, denominator) =
            (i128::from(self.amount) * i128::from(numerator), i128::from(denominator));
        let rounded = (product.abs() * 2 + denominator) / (denominator * 2) * product.signum();
        let amount = i64::try_from(rounded).ok()?;
        Some(Self { amount, ..self })
    }

    /// Splits it by weights so that the parts sum to the whole: what rounding leaves goes to the largest
    /// remainders, the first of equals first. None without any weight.
    #[must_use]
    pub fn split(self, weights: &[u32]) -> Option<Vec<Self>> {
        let total: i128 = weights.iter().copied().map(i128::from).sum();
        if total == 0 {
            return None;
        }
        let share = |weight: &u32| i128::from(self.amount) * i128::from(*weight);
        let mut parts: Vec<i128> =
            weights.iter().map(|weight| share(weight).div_euclid(total)).collect();
        let left = i128::from(self.amount) - parts.iter().sum::<i128>();
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|&place| std::cmp::Reverse(share(&weights[place]).rem_euclid(total)));
        for place in order.into_iter().take(usize::try_from(left).ok()?) {
            parts[place] += 1;
        }
        parts
            .into_iter()
            .map(|part| {
                let amount = i64::try_from(part).ok()?;
                Some(Self { amount, ..self })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator with a fixed seed: the same cases on each run (`xorshift64*`).
    struct Cases(u64);

    impl Cases {
        fn next(&mut self) -> u64 {
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
        }

        fn below(&mut self, limit: u64) -> i64 {
            i64::try_from(self.next() % limit).unwrap()
        }
    }

    #[test]
    fn a_product_rounds_half_up_once() {
        for (amount, numerator, denominator, expected) in [
            (1, 1, 2, 1),
            (1, 499, 1000, 0),
            (12_345, 550, 10_000, 679),
            (10, 2000, 10_000, 2),
            (-1, 1, 2, -1),
            (0, 2000, 10_000, 0),
            (333, 1500, 1000, 500),
        ] {
            let product = Money::euros(amount).times(numerator, denominator);
            assert_eq!(
                product,
                Some(Money::euros(expected)),
                "{amount} × {numerator}/{denominator}"
            );
        }
        assert_eq!(Money::euros(i64::MAX).times(2, 1), None);
        assert_eq!(Money::euros(1).times(1, 0), None);
    }

    #[test]
    fn a_product_is_never_further_than_half_a_cent() {
        let mut cases = Cases(7);
        for _ in 0..20_000 {
            let (amount, numerator) = (cases.below(1_000_000_000), cases.below(10_001));
            let product = Money::euros(amount).times(numerator, 10_000).unwrap();
            let error =
                i128::from(product.amount) * 10_000 - i128::from(amount) * i128::from(numerator);
            assert!((-4_999..=5_000).contains(&error), "{amount} × {numerator}");
        }
    }

    #[test]
    fn a_split_sums_to_the_whole_and_strays_less_than_a_cent() {
        let mut cases = Cases(11);
        for _ in 0..20_000 {
            let amount = cases.below(1_000_000) - 500_000;
            let count = usize::try_from(1 + cases.below(12)).unwrap();
            let weights: Vec<u32> =
                (0..count).map(|_| u32::try_from(cases.below(1_000)).unwrap()).collect();
            let total: i128 = weights.iter().copied().map(i128::from).sum();
            let Some(parts) = Money::euros(amount).split(&weights) else {
                assert_eq!(total, 0);
                continue;
            };
            assert_eq!(parts.iter().map(|part| part.amount).sum::<i64>(), amount);
            for (part, weight) in parts.iter().zip(&weights) {
                let stray =
                    i128::from(part.amount) * total - i128::from(amount) * i128::from(*weight);
                assert!(stray.abs() < total, "{amount} by {weights:?}");
            }
        }
    }

    #[test]
    fn a_split_favours_the_largest_remainder() {
        let parts = Money::euros(100).split(&[1, 1, 1]).unwrap();
        assert_eq!(parts, [34, 33, 33].map(Money::euros));
        let parts = Money::euros(10).split(&[1, 7, 0]).unwrap();
        assert_eq!(parts, [1, 9, 0].map(Money::euros));
        assert_eq!(Money::euros(10).split(&[]), None);
    }

    #[test]
    fn sums_are_checked() {
        assert_eq!(Money::euros(i64::MAX).checked_add(Money::euros(1)), None);
        assert_eq!(Money::euros(i64::MIN).checked_sub(Money::euros(1)), None);
        let sum = Money::checked_sum(Currency::Eur, [1, 2, 3].map(Money::euros));
        assert_eq!(sum, Some(Money::euros(6)));
    }
}
