//! Where money is: double entry. One transfer moves one amount from one account to another, so an entry
//! that does not balance cannot be written.
//!
//! Each account holds what was credited less what was debited. `psp` is the payment provider's till: it
//! is owed to everybody else, so its balance is below zero by exactly what the others hold. A guarded
//! account can never be overdrawn: the database refuses.

use std::fmt;

use crate::{
    ids::{OrderId, OrganizationId, OutgoingId},
    money::Money,
    offers::terms::VatRate,
};

/// The money that is kept for one milestone of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Purse {
    /// The order.
    pub order: OrderId,
    /// The milestone, from 1.
    pub milestone: u32,
}

/// An account of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Book {
    /// What lies at the payment provider.
    Psp,
    /// What is kept for a milestone (« fonds conservés »); guarded.
    Escrow(Purse),
    /// What a provider earned and was not paid yet; guarded.
    Payable(OrganizationId),
    /// What is on its way out; guarded.
    Out(OutgoingId),
    /// Money of which nobody knows yet whose it is; guarded.
    Suspense,
    /// Commissions, without VAT.
    Commissions,
    /// Plans, without VAT.
    Plans,
    /// Advertising campaigns, without VAT.
    Campaigns,
    /// VAT that the platform owes on what it earned.
    Vat,
    /// What a payment provider took back and nobody is left to give.
    ChargeBacks,
}

impl Book {
    /// Whether it has a balance that the database keeps from going below zero.
    #[must_use]
    pub fn is_guarded(self) -> bool {
        matches!(self, Self::Escrow(_) | Self::Payable(_) | Self::Out(_) | Self::Suspense)
    }
}

impl fmt::Display for Purse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.order, self.milestone)
    }
}

impl fmt::Display for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Psp => f.write_str("psp"),
            Self::Escrow(purse) => write!(f, "escrow:{purse}"),
            Self::Payable(organization) => write!(f, "payable:{organization}"),
            Self::Out(outgoing) => write!(f, "out:{outgoing}"),
            Self::Suspense => f.write_str("suspense"),
            Self::Commissions => f.write_str("revenue:commissions"),
            Self::Plans => f.write_str("revenue:plans"),
            Self::Campaigns => f.write_str("revenue:campaigns"),
            Self::Vat => f.write_str("vat:collected"),
            Self::ChargeBacks => f.write_str("loss:charge_backs"),
        }
    }
}

/// One amount from one account to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transfer {
    /// From where.
    pub debit: Book,
    /// To where.
    pub credit: Book,
    /// How much; above zero.
    pub amount: Money,
}

/// What a decision about an order does with the money that is kept for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// The client's payment arrived.
    Fund {
        /// For which milestone.
        purse: Purse,
        /// How much.
        amount: Money,
    },
    /// The provider earned it.
    Release {
        /// From which milestone.
        purse: Purse,
        /// Whom.
        provider: OrganizationId,
        /// How much, the platform's share included.
        amount: Money,
        /// What the platform keeps of it.
        commission: Commission,
    },
    /// The client gets it back.
    Refund {
        /// From which milestone.
        purse: Purse,
        /// How much.
        amount: Money,
    },
}

/// What the platform keeps of what a provider earns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commission {
    /// Without VAT.
    pub net: Money,
    /// The VAT on it.
    pub vat: Money,
}

impl Commission {
    /// So many percent of an amount, with VAT on top; never more than the amount.
    #[must_use]
    pub fn of(amount: Money, percent: u32, vat: VatRate) -> Self {
        let none = Money::zero(amount.currency);
        let net = amount.times(percent.into(), 100).unwrap_or(none);
        let vat = net.times(vat.basis_points(), 10_000).unwrap_or(none);
        match net.checked_add(vat) {
            Some(gross) if gross.amount <= amount.amount => Self { net, vat },
            _ => Self { net: none, vat: none },
        }
    }

    /// With VAT.
    #[must_use]
    pub fn gross(&self) -> Money {
        Money { amount: self.net.amount + self.vat.amount, ..self.net }
    }
}

/// The transfers of a payment that funds a milestone.
#[must_use]
pub fn fund(purse: Purse, amount: Money) -> Vec<Transfer> {
    some([Transfer { debit: Book::Psp, credit: Book::Escrow(purse), amount }])
}

/// The transfers of a provider's earning: what it is due, and the platform's commission with its VAT.
#[must_use]
pub fn release(
    purse: Purse,
    provider: OrganizationId,
    amount: Money,
    commission: Commission,
) -> Vec<Transfer> {
    let debit = Book::Escrow(purse);
    let due = Money { amount: amount.amount - commission.gross().amount, ..amount };
    some([
        Transfer { debit, credit: Book::Payable(provider), amount: due },
        Transfer { debit, credit: Book::Commissions, amount: commission.net },
        Transfer { debit, credit: Book::Vat, amount: commission.vat },
    ])
}

/// Sets money aside that is to leave: it cannot be spent twice while it does.
#[must_use]
pub fn set_aside(from: Book, outgoing: OutgoingId, amount: Money) -> Vec<Transfer> {
    some([Transfer { debit: from, credit: Book::Out(outgoing), amount }])
}

/// It has left.
#[must_use]
pub fn settle(outgoing: OutgoingId, amount: Money) -> Vec<Transfer> {
    some([Transfer { debit: Book::Out(outgoing), credit: Book::Psp, amount }])
}

/// It did not leave: it is where it was, or where somebody sees to it.
#[must_use]
pub fn give_back(outgoing: OutgoingId, to: Book, amount: Money) -> Vec<Transfer> {
    some([Transfer { debit: Book::Out(outgoing), credit: to, amount }])
}

/// Money arrived that nobody can be given.
#[must_use]
pub fn unmatched(amount: Money) -> Vec<Transfer> {
    some([Transfer { debit: Book::Psp, credit: Book::Suspense, amount }])
}

/// What the platform sells was paid: a plan or a campaign, each with an account of its own.
#[must_use]
pub fn sale(revenue: Book, net: Money, vat: Money) -> Vec<Transfer> {
    some([
        Transfer { debit: Book::Psp, credit: revenue, amount: net },
        Transfer { debit: Book::Psp, credit: Book::Vat, amount: vat },
    ])
}

/// The payer's bank took a payment back: out of what is still kept for it, then out of what its provider
/// earned and was not paid; the rest is the platform's loss.
#[must_use]
pub fn charge_back(
    amount: Money,
    purse: (Purse, Money),
    payable: (OrganizationId, Money),
) -> Vec<Transfer> {
    let mut left = amount.amount;
    let mut take = |book: Book, most: i64| {
        let part = most.clamp(0, left);
        left -= part;
        Transfer { debit: book, credit: Book::Psp, amount: Money { amount: part, ..amount } }
    };
    some([
        take(Book::Escrow(purse.0), purse.1.amount),
        take(Book::Payable(payable.0), payable.1.amount),
        take(Book::ChargeBacks, i64::MAX),
    ])
}

/// Those that move something.
fn some<const N: usize>(transfers: [Transfer; N]) -> Vec<Transfer> {
    transfers.into_iter().filter(|it| it.amount.amount > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offers::tests::{DJ, id};

    fn purse() -> Purse {
        Purse { order: id(30), milestone: 1 }
    }

    fn sum(transfers: &[Transfer], from: Book) -> i64 {
        let debits = transfers.iter().filter(|it| it.debit == from);
        debits.map(|it| it.amount.amount).sum()
    }

    /// Zero by default; with a commission, what leaves the escrow is the whole amount to the cent.
    #[test]
    fn a_release_shares_the_whole_amount() {
        for cents in [1, 99, 100, 12_345, 99_999_999] {
            for percent in [0, 1, 7, 30] {
                let amount = Money::euros(cents);
                let commission = Commission::of(amount, percent, VatRate::NORMAL);
                let transfers = release(purse(), id(DJ), amount, commission);
                assert_eq!(sum(&transfers, Book::Escrow(purse())), cents, "{cents} at {percent} %");
                assert!(transfers.iter().all(|it| it.amount.amount > 0));
                assert!(percent > 0 || transfers.len() == 1);
            }
        }
        for (rate, vat) in [(VatRate::NORMAL, 200), (VatRate::NONE, 0)] {
            let commission = Commission::of(Money::euros(10_000), 10, rate);
            assert_eq!((commission.net.amount, commission.vat.amount), (1_000, vat));
        }
    }

    /// A charge-back takes what is kept first, then what is owed, and only the rest is lost.
    #[test]
    fn a_charge_back_takes_what_is_left() {
        let take = |kept, owed| {
            let provider = (id(DJ), Money::euros(owed));
            let taken = charge_back(Money::euros(100), (purse(), Money::euros(kept)), provider);
            [Book::Escrow(purse()), Book::Payable(id(DJ)), Book::ChargeBacks]
                .map(|book| sum(&taken, book))
        };
        assert_eq!(take(100, 50), [100, 0, 0]);
        assert_eq!(take(60, 50), [60, 40, 0]);
        assert_eq!(take(0, 30), [0, 30, 70]);
        assert_eq!(take(0, 0), [0, 0, 100]);
    }
}
