//! Lines and the VAT that comes on top: computed once for each rate, on the sum of its net lines.
//!
//! A part of an amount with VAT (a deposit, a partial refund) goes the other way: the part is what was paid, to
//! the cent, and its VAT is what is in it.

use serde::{Deserialize, Serialize};

use crate::{
    money::{Currency, Money},
    offers::terms::{Line, Quantity, VatRate},
    words,
};

words! {
    /// What a quantity counts.
    pub enum Unit {
        /// Pieces, services, periods.
        One = "one",
        /// Hours of work.
        Hour = "hour",
    }
}

/// A discount on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discount {
    /// Why: « Remise VIP+ ».
    pub reason: String,
    /// Percent of the line.
    pub percent: u32,
    /// What is taken off, without VAT.
    pub amount: Money,
}

/// One thing that was supplied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceLine {
    /// What it is.
    pub label: String,
    /// How much of it.
    pub quantity: Quantity,
    /// Of what.
    pub unit: Unit,
    /// The net price of one.
    pub unit_price: Money,
    /// What is taken off.
    pub discount: Option<Discount>,
    /// The VAT that comes on top.
    pub vat_rate: VatRate,
    /// What it comes to, without VAT.
    pub net: Money,
}

/// The VAT of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The rate.
    pub rate: VatRate,
    /// The sum of the net lines at this rate.
    pub net: Money,
    /// The VAT on that sum.
    pub vat: Money,
}

impl InvoiceLine {
    /// One thing at a price.
    #[must_use]
    pub fn one(label: String, net: Money, vat_rate: VatRate) -> Self {
        let (quantity, unit) = (Quantity::ONE, Unit::One);
        Self { label, quantity, unit, unit_price: net, discount: None, vat_rate, net }
    }

    /// A line of an offer; none when it does not fit.
    #[must_use]
    pub fn of(line: &Line) -> Option<Self> {
        Some(Self {
            label: line.label.clone(),
            quantity: line.quantity,
            unit: Unit::One,
            unit_price: line.unit_price,
            discount: None,
            vat_rate: line.vat_rate,
            net: line.net()?,
        })
    }

    /// The same with so many percent taken off, rounded half up; none when it does not fit.
    #[must_use]
    pub fn discounted(self, percent: u32, reason: String) -> Option<Self> {
        let amount = self.net.times(percent.into(), 100)?;
        let net = self.net.checked_sub(amount)?;
        Some(Self { discount: Some(Discount { reason, percent, amount }), net, ..self })
    }
}

impl Share {
    /// With VAT; none when it does not fit.
    #[must_use]
    pub fn gross(&self) -> Option<Money> {
        self.net.checked_add(self.vat)
    }
}

/// The VAT of some lines, the highest rate first; none when it does not fit or there are no lines.
#[must_use]
pub fn shares_of(lines: &[InvoiceLine]) -> Option<Vec<Share>> {
    let currency = lines.first()?.net.currency;
    let at = |rate: VatRate| {
        let nets = lines.iter().filter(move |line| line.vat_rate == rate).map(|line| line.net);
        let net = Money::checked_sum(currency, nets)?;
        Some(Share { rate, net, vat: net.times(rate.basis_points(), 10_000)? })
    };
    let named = |rate: &VatRate| lines.iter().any(|line| line.vat_rate == *rate);
    VatRate::ALL.into_iter().filter(named).map(at).collect()
}

/// A part of an amount with VAT, in the proportions of its rates: the parts sum to it to the cent. None when it is
/// not positive, is more than there is, or does not fit.
#[must_use]
pub fn split(shares: &[Share], gross: Money) -> Option<Vec<Share>> {
    let grosses = shares.iter().map(Share::gross).collect::<Option<Vec<_>>>()?;
    let currency = grosses.first()?.currency;
    let whole = Money::checked_sum(currency, grosses.iter().copied())?;
    if gross.currency != currency || !(1..=whole.amount).contains(&gross.amount) {
        return None;
    }
    let weights = grosses.iter().map(|it| u32::try_from(it.amount).ok());
    let parts = gross.split(&weights.collect::<Option<Vec<_>>>()?)?;
    let some = shares.iter().zip(parts).filter(|(_, part)| part.amount > 0);
    some.map(|(share, part)| within(share.rate, part)).collect()
}

/// The VAT that is in an amount.
fn within(rate: VatRate, gross: Money) -> Option<Share> {
    let net = gross.times(10_000, 10_000 + rate.basis_points())?;
    Some(Share { rate, net, vat: gross.checked_sub(net)? })
}

/// One line for each rate.
pub(super) fn lines_for(shares: &[Share], label: impl Fn(VatRate) -> String) -> Vec<InvoiceLine> {
    shares.iter().map(|it| InvoiceLine::one(label(it.rate), it.net, it.rate)).collect()
}

/// The sum of one side of some shares, which were checked when they were made.
pub(super) fn sum(shares: &[Share], side: impl Fn(&Share) -> Money) -> Money {
    let currency = shares.first().map_or(Currency::Eur, |it| it.net.currency);
    Money::checked_sum(currency, shares.iter().map(side)).unwrap_or(Money::zero(currency))
}
