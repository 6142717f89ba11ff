//! What an invoice says: everything that is printed and sent, copied at its issue.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Agent, InvoiceKind, InvoiceLine, Party, Share, lines::sum};
use crate::{
    ids::InvoiceId,
    language::Language,
    money::{Currency, Money},
};

/// When something was supplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supply {
    /// The first day, of what took several.
    pub from: Option<NaiveDate>,
    /// The last day, or the only one.
    pub to: NaiveDate,
}

impl Supply {
    /// From one day to another, or on one.
    #[must_use]
    pub fn between(from: NaiveDate, to: NaiveDate) -> Self {
        Self { from: (from < to).then_some(from), to }
    }
}

/// What an invoice is about, beside its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// The title of the order.
    pub title: String,
    /// Its id, as the buyer's order is named.
    pub reference: String,
}

/// Another invoice that this one names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Its id.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
    /// When it was issued.
    pub issued_on: NaiveDate,
    /// What it came to, with VAT.
    pub gross: Money,
}

/// How it is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Payment {
    /// It was paid through the platform before it was issued.
    Paid {
        /// When.
        on: NaiveDate,
    },
    /// It is to be paid.
    Due {
        /// Until when.
        by: NaiveDate,
    },
    /// A credit note: paid back, or counted against what is owed.
    Owed,
}

/// The content of an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is before the law.
    pub kind: InvoiceKind,
    /// The buyer's language.
    pub language: Language,
    /// Who supplies.
    pub seller: Party,
    /// « TVA non applicable, art. 293 B du CGI »: the seller is not liable to VAT.
    pub vat_exempt: bool,
    /// Who pays.
    pub buyer: Party,
    /// Who issued it in the seller's name.
    pub agent: Option<Agent>,
    /// When it was supplied; when a deposit is to be, nobody knows.
    pub supplied: Option<Supply>,
    /// What was supplied.
    pub lines: Vec<InvoiceLine>,
    /// VAT by rate, the highest first.
    pub shares: Vec<Share>,
    /// Deposits that were invoiced before, taken off what is to be paid.
    pub deposits: Vec<Reference>,
    /// The invoice that a credit note corrects.
    pub corrects: Option<Reference>,
    /// Why a credit note does.
    pub reason: Option<String>,
    /// The order that it is about.
    pub matter: Option<Matter>,
    /// How it is paid.
    pub payment: Payment,
}

impl Document {
    /// Without VAT.
    #[must_use]
    pub fn net(&self) -> Money {
        sum(&self.shares, |share| share.net)
    }

    /// All VAT.
    #[must_use]
    pub fn vat(&self) -> Money {
        sum(&self.shares, |share| share.vat)
    }

    /// With VAT.
    #[must_use]
    pub fn gross(&self) -> Money {
        let (net, vat) = (self.net(), self.vat());
        net.checked_add(vat).unwrap_or(net)
    }

    /// What was invoiced before as deposits, with VAT.
    #[must_use]
    pub fn deposited(&self) -> Money {
        let currency = self.currency();
        let all = self.deposits.iter().map(|deposit| deposit.gross);
        Money::checked_sum(currency, all).unwrap_or(Money::zero(currency))
    }

    /// What is left once deposits are taken off, paid or not.
    #[must_use]
    pub fn balance(&self) -> Money {
        let gross = self.gross();
        gross.checked_sub(self.deposited()).unwrap_or(gross)
    }

    /// What is to be paid still.
    #[must_use]
    pub fn due(&self) -> Money {
        match self.payment {
            Payment::Paid { .. } => Money::zero(self.currency()),
            Payment::Due { .. } | Payment::Owed => self.balance(),
        }
    }

    /// Of what its amounts are.
    #[must_use]
    pub fn currency(&self) -> Currency {
        self.shares.first().map_or(Currency::Eur, |share| share.net.currency)
    }

    /// Whether its sums hold: lines to shares, shares to their VAT within a cent, deposits within the whole. The
    /// guard of what is about to be issued for ever.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let of_lines = super::shares_of(&self.lines);
        let agrees = |shares: Vec<Share>| {
            shares.len() == self.shares.len()
                && shares.iter().zip(&self.shares).all(|(computed, said)| {
                    computed.rate == said.rate
                        && computed.net == said.net
                        && (computed.vat.amount - said.vat.amount).abs() <= 1
                })
        };
        let positive = self.lines.iter().all(|line| line.net.amount > 0);
        let lawful = !self.vat_exempt || self.vat().amount == 0;
        of_lines.is_some_and(agrees) && positive && lawful && self.balance().amount >= 0
    }
}
