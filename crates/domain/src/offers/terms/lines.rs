//! Priced lines, and the totals they come to.
//!
//! Invariants: 1 to 30 lines, each with a positive quantity, unit price and net amount; VAT is computed once
//! per rate on the sum of its net lines and rounded half up, as an invoice will.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    fields::Fields,
    money::{Currency, Money},
    refusal::Explanation,
    text,
};

/// At most so many lines.
pub const MAX_LINES: usize = 30;
/// At most so many characters in a label.
pub const MAX_LABEL: usize = 200;
/// The dearest unit and the dearest offer, in cents: ten million euros. Beyond it, a slip of the hand.
pub const MAX_AMOUNT: i64 = 1_000_000_000;
/// The largest quantity, in thousandths: a hundred thousand.
pub const MAX_QUANTITY: i64 = 100_000_000;

/// A VAT rate of France, in basis points (2000 is 20 %).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct VatRate(u16);

impl VatRate {
    /// The rates that an offer may name: normal, intermediate, reduced, none.
    pub const ALL: [Self; 4] = [Self(2000), Self(1000), Self(550), Self(0)];
    /// The normal one.
    pub const NORMAL: Self = Self(2000);
    /// No VAT: the provider is exempt, or the service is.
    pub const NONE: Self = Self(0);

    /// Basis points.
    #[must_use]
    pub fn basis_points(self) -> i64 {
        i64::from(self.0)
    }
}

impl TryFrom<i64> for VatRate {
    type Error = &'static str;

    fn try_from(basis_points: i64) -> Result<Self, Self::Error> {
        Self::ALL
            .into_iter()
            .find(|rate| rate.basis_points() == basis_points)
            .ok_or("not a VAT rate of France")
    }
}

impl From<VatRate> for u32 {
    fn from(rate: VatRate) -> Self {
        rate.0.into()
    }
}

impl From<VatRate> for i64 {
    fn from(rate: VatRate) -> Self {
        rate.basis_points()
    }
}

/// How many or how much: a positive decimal of at most three places, kept as thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity(i64);

impl Quantity {
    /// Reads `12`, `2.5` or, as French people type it, `2,5`.
    pub fn parse(text: &str) -> Result<Self, Explanation> {
        let text = text.trim();
        if text.is_empty() {
            return Err(text::missing());
        }
        Self::read(text).ok_or_else(invalid_quantity)
    }

    fn read(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let digits =
            |text: &str| (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 3 {
            return None;
        }
        let thousandths =
            whole.parse::<i64>().ok()? * 1000 + format!("{part:0<3}").parse::<i64>().ok()?;
        (1..=MAX_QUANTITY).contains(&thousandths).then_some(Self(thousandths))
    }

    /// One.
    pub const ONE: Self = Self(1000);

    /// So many whole ones; none beyond the largest quantity.
    #[must_use]
    pub fn whole(count: u32) -> Option<Self> {
        let thousandths = i64::from(count) * 1000;
        (1..=MAX_QUANTITY).contains(&thousandths).then_some(Self(thousandths))
    }

    /// So many hours, of a number of minutes that is whole in thousandths of an hour.
    #[must_use]
    pub fn of_minutes(minutes: u32) -> Option<Self> {
        let thousandths = i64::from(minutes) * 1000;
        let is_whole = thousandths % 60 == 0;
        Some(Self(thousandths / 60)).filter(|it| is_whole && (1..=MAX_QUANTITY).contains(&it.0))
    }

    /// Thousandths of a unit.
    #[must_use]
    pub fn thousandths(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1000, self.0 % 1000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl TryFrom<String> for Quantity {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::read(&text).ok_or("not a quantity")
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> Self {
        quantity.to_string()
    }
}

/// One thing that is offered at a price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// How much of it.
    pub quantity: Quantity,
    /// The net price of one.
    pub unit_price: Money,
    /// The VAT that comes on top.
    pub vat_rate: VatRate,
}

impl Line {
    /// Quantity times unit price, rounded half up; none when it does not fit.
    #[must_use]
    pub fn net(&self) -> Option<Money> {
        self.unit_price.times(self.quantity.thousandths(), 1000)
    }
}

/// Lines that were checked: their number, their amounts and their sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Line>", into = "Vec<Line>")]
pub struct Lines {
    lines: Vec<Line>,
    totals: Totals,
}

/// The VAT of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VatShare {
    /// The rate.
    pub rate: VatRate,
    /// The sum of the net lines at this rate.
    pub net: Money,
    /// The VAT on that sum.
    pub vat: Money,
}

/// What the lines come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Without VAT.
    pub net: Money,
    /// VAT by rate, the highest first; a rate without lines is absent.
    pub shares: Vec<VatShare>,
    /// All VAT.
    pub vat: Money,
    /// With VAT: what the client pays.
    pub gross: Money,
}

impl Totals {
    /// What some lines come to; none when it is nothing or too much.
    #[must_use]
    pub fn of(lines: &[Line]) -> Option<Self> {
        let currency = lines.first()?.unit_price.currency;
        let shares = VatRate::ALL
            .into_iter()
            .filter(|&rate| lines.iter().any(|line| line.vat_rate == rate))
            .map(|rate| share(lines, currency, rate))
            .collect::<Option<Vec<_>>>()?;
        let net = Money::checked_sum(currency, shares.iter().map(|share| share.net))?;
        let vat = Money::checked_sum(currency, shares.iter().map(|share| share.vat))?;
        let gross = net.checked_add(vat)?;
        (gross.amount <= MAX_AMOUNT).then_some(Self { net, shares, vat, gross })
    }
}

impl Totals {
    /// Several together, each rounded for itself; none when it is too much.
    #[must_use]
    pub fn sum(parts: &[&Self]) -> Option<Self> {
        let currency = parts.first()?.net.currency;
        let of = |rate: VatRate, part: fn(&VatShare) -> Money| {
            let shares = parts.iter().flat_map(|it| &it.shares).filter(|it| it.rate == rate);
            Money::checked_sum(currency, shares.map(part))
        };
        let named =
            |rate: &VatRate| parts.iter().flat_map(|it| &it.shares).any(|it| it.rate == *rate);
        let shares = VatRate::ALL
            .into_iter()
            .filter(named)
            .map(|rate| {
                Some(VatShare { rate, net: of(rate, |it| it.net)?, vat: of(rate, |it| it.vat)? })
            })
            .collect::<Option<Vec<_>>>()?;
        let net = Money::checked_sum(currency, parts.iter().map(|it| it.net))?;
        let vat = Money::checked_sum(currency, parts.iter().map(|it| it.vat))?;
        let gross = net.checked_add(vat)?;
        (gross.amount <= MAX_AMOUNT).then_some(Self { net, shares, vat, gross })
    }

    /// So many times the same, each rounded for itself; none when it is too much.
    #[must_use]
    pub fn times(&self, count: i64) -> Option<Self> {
        let times = |money: Money| money.times(count, 1);
        let shares = self.shares.iter().map(|share| {
            Some(VatShare { net: times(share.net)?, vat: times(share.vat)?, ..*share })
        });
        let shares = shares.collect::<Option<Vec<_>>>()?;
        let (net, vat, gross) = (times(self.net)?, times(self.vat)?, times(self.gross)?);
        (gross.amount <= MAX_AMOUNT).then_some(Self { net, shares, vat, gross })
    }
}

fn share(lines: &[Line], currency: Currency, rate: VatRate) -> Option<VatShare> {
    let net = lines
        .iter()
        .filter(|line| line.vat_rate == rate)
        .map(Line::net)
        .try_fold(Money::zero(currency), |sum, net| sum.checked_add(net?))?;
    let vat = net.times(rate.basis_points(), 10_000)?;
    Some(VatShare { rate, net, vat })
}

impl TryFrom<Vec<Line>> for Lines {
    type Error = &'static str;

    fn try_from(lines: Vec<Line>) -> Result<Self, Self::Error> {
        if !(1..=MAX_LINES).contains(&lines.len()) {
            return Err("an offer has 1 to 30 lines");
        }
        let sound = |line: &Line| {
            (1..=MAX_AMOUNT).contains(&line.unit_price.amount)
                && line.net().is_some_and(|net| net.amount > 0)
        };
        if !lines.iter().all(sound) {
            return Err("a line has no positive amount");
        }
        let totals = Totals::of(&lines).ok_or("the total is too large")?;
        Ok(Self { lines, totals })
    }
}

impl Lines {
    /// The lines.
    #[must_use]
    pub fn as_slice(&self) -> &[Line] {
        &self.lines
    }

    /// What they come to.
    #[must_use]
    pub fn totals(&self) -> &Totals {
        &self.totals
    }
}

impl From<Lines> for Vec<Line> {
    fn from(lines: Lines) -> Self {
        lines.lines
    }
}

/// A line as it was typed.
#[derive(Debug, Clone)]
pub struct WrittenLine {
    /// What it is.
    pub label: String,
    /// How much of it, a decimal.
    pub quantity: String,
    /// The net price of one.
    pub unit_price: Money,
    /// Basis points.
    pub vat_rate: i64,
}

/// Reads lines; pointers are below `/lines`.
pub fn lines(written: &[WrittenLine]) -> Result<Lines, Fields> {
    let mut fields = Fields::default();
    if !(1..=MAX_LINES).contains(&written.len()) {
        return Err(Fields::one("/lines", line_count()));
    }
    let lines: Vec<_> = written
        .iter()
        .enumerate()
        .filter_map(|(place, line)| read_line(&mut fields, &format!("/lines/{place}"), line))
        .collect();
    fields.check()?;
    // Each line is sound by now: what is left to refuse is their sum.
    Lines::try_from(lines).map_err(|_| Fields::one("/lines", total_too_large()))
}

pub(super) fn read_line(fields: &mut Fields, pointer: &str, written: &WrittenLine) -> Option<Line> {
    let label = fields.take(format!("{pointer}/label"), text::line(&written.label, MAX_LABEL));
    let quantity = fields.take(format!("{pointer}/quantity"), Quantity::parse(&written.quantity));
    let price = written.unit_price;
    let unit_price = fields.take(
        format!("{pointer}/unit_price"),
        if (1..=MAX_AMOUNT).contains(&price.amount) { Ok(price) } else { Err(invalid_price()) },
    );
    let vat_rate = fields.take(
        format!("{pointer}/vat_rate"),
        VatRate::try_from(written.vat_rate).map_err(|_| text::unknown_choice()),
    );
    let line =
        Line { label: label?, quantity: quantity?, unit_price: unit_price?, vat_rate: vat_rate? };
    match line.net() {
        Some(net) if net.amount > 0 => Some(line),
        _ => {
            fields.refuse(pointer, invalid_price());
            None
        }
    }
}

fn invalid_quantity() -> Explanation {
    Explanation::new(
        "invalid_quantity",
        "La quantité est un nombre positif d’au plus trois décimales, jusqu’à 100 000.",
        "A quantity is a positive number of at most three decimals, up to 100,000.",
    )
}

pub(super) fn invalid_price() -> Explanation {
    Explanation::new(
        "invalid_price",
        "Le prix est positif et ne dépasse pas dix millions d’euros.",
        "A price is positive and at most ten million euros.",
    )
}

fn line_count() -> Explanation {
    Explanation::new(
        "line_count",
        "Une offre compte de 1 à 30 lignes.",
        "An offer has 1 to 30 lines.",
    )
}

pub(super) fn total_too_large() -> Explanation {
    Explanation::new(
        "total_too_large",
        "Le total dépasse dix millions d’euros.",
        "The total is more than ten million euros.",
    )
}
