//! What the facts of a bargain have in common: the offer, and between whom.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::{LotId, OfferId, OrderId, OrganizationId, QuoteRequestId, TenderId};

/// A mission's four corners: which offer for which lot, between whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bid {
    /// The offer.
    pub offer: OfferId,
    /// The lot it answers.
    pub lot: LotId,
    /// The lot's tender.
    pub tender: TenderId,
    /// Who asks.
    pub client: OrganizationId,
    /// Who offers.
    pub provider: OrganizationId,
}

/// A quote request's three corners: which one, between whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The request.
    pub request: QuoteRequestId,
    /// Who asks.
    pub client: OrganizationId,
    /// Who is asked.
    pub provider: OrganizationId,
}

/// A custom offer's three corners: which one, between whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pact {
    /// The offer.
    pub offer: OfferId,
    /// To whom.
    pub client: OrganizationId,
    /// Who offers.
    pub provider: OrganizationId,
}

/// An order and the offer that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The order.
    pub order: OrderId,
    /// The offer that was accepted.
    pub offer: OfferId,
    /// Who ordered.
    pub client: OrganizationId,
    /// Who does it.
    pub provider: OrganizationId,
}

impl fmt::Display for Bid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.offer.fmt(f)
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.request.fmt(f)
    }
}

impl fmt::Display for Pact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.offer.fmt(f)
    }
}

impl fmt::Display for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.order.fmt(f)
    }
}
