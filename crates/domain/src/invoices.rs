//! Invoices (« factures »): of the platform for what it sells, and of a provider, in its name and under its
//! mandate, for what it delivered.
//!
//! A draft has no number. Issuing draws the next one of its issuer and year, inside the recording transaction,
//! and the invoice never changes from then on: its parties, lines and amounts are copies, kept as they were. What
//! was wrong is put right by a credit note, which names the invoice that it corrects; its amounts are positive,
//! as those of EN 16931's type 381 are, and its kind says that they are owed the other way.

mod document;
mod drafts;
mod lines;
mod mandate_text;
mod mandates;
mod numbers;
mod parties;
mod refusals;

pub use self::{
    document::{Document, Matter, Payment, Reference, Supply},
    drafts::{Credit, Draft, Sale, Work, work_lines},
    lines::{Discount, InvoiceLine, Share, Unit, shares_of, split},
    mandate_text::{Article, MANDATE_VERSION, mandate_articles},
    mandates::{Mandate, MandateForm, Mandator},
    numbers::{Number, Place},
    parties::{Agent, IdentityForm, Party, Platform},
    refusals::InvoiceRefusal,
};
use crate::{
    ids::{InvoiceId, OrderId, OrganizationId},
    words,
    world::{Instant, legal_day},
};

words! {
    /// What a document is before the law.
    pub enum InvoiceKind {
        /// For what was supplied.
        Invoice = "invoice",
        /// For what is paid before it is supplied (« facture d’acompte »).
        Deposit = "deposit",
        /// Takes back what an invoice asked for (« avoir »).
        CreditNote = "credit_note",
    }

    /// What an invoice is issued for; with its subject it happens once.
    pub enum Purpose {
        /// A plan.
        Plan = "plan",
        /// An advertising campaign.
        Campaign = "campaign",
        /// A position in the directory.
        Placement = "placement",
        /// The platform's commission.
        Commission = "commission",
        /// A part of an order, delivered and approved.
        Milestone = "milestone",
        /// What is due before a part of an order begins.
        Deposit = "deposit",
        /// An invoice to correct.
        Credit = "credit",
    }
}

/// In whose name an invoice is issued: each has its own sequence of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Issuer {
    /// Whoever runs the marketplace.
    Platform,
    /// A provider, which gave the mandate to issue in its name.
    Provider(OrganizationId),
}

/// An invoice that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// Its id.
    pub id: InvoiceId,
    /// In whose name.
    pub issuer: Issuer,
    /// To whom.
    pub buyer: OrganizationId,
    /// The order that it is about.
    pub order: Option<OrderId>,
    /// What it was issued for.
    pub purpose: Purpose,
    /// Of which thing: a milestone, a purchase, a refund.
    pub subject: String,
    /// Its number.
    pub number: Number,
    /// When it was issued; never before the one with the number below.
    pub issued_at: Instant,
    /// The invoice that it corrects.
    pub corrects: Option<InvoiceId>,
    /// What it says.
    pub document: Document,
}

impl Issuer {
    /// What its sequence of numbers is kept under.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Platform => "platform".to_owned(),
            Self::Provider(id) => id.to_string(),
        }
    }

    /// Reads such a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        if key == "platform" { Some(Self::Platform) } else { key.parse().ok().map(Self::Provider) }
    }

    /// The provider.
    #[must_use]
    pub fn organization(self) -> Option<OrganizationId> {
        match self {
            Self::Platform => None,
            Self::Provider(id) => Some(id),
        }
    }
}

impl Invoice {
    /// What the document is before the law.
    #[must_use]
    pub fn kind(&self) -> InvoiceKind {
        self.document.kind
    }

    /// How another document names it.
    #[must_use]
    pub fn reference(&self) -> Reference {
        Reference {
            invoice: self.id,
            number: self.number.to_string(),
            issued_on: legal_day(self.issued_at),
            gross: self.document.gross(),
        }
    }
}

#[cfg(test)]
mod tests;
