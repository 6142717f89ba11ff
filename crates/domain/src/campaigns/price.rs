//! What a campaign costs: so much a day, by the page; VIP+ has its percent off by itself (S1-128).

use super::Placement;
use crate::{limits::Limits, money::Money, offers::terms::VatRate, organizations::Plan, plans};

/// What a campaign costs, without VAT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    /// What everybody is asked.
    pub listed: Money,
    /// Percent that are taken off; 0 for none.
    pub discount_percent: u32,
}

/// What a day on a page costs on this instance, without VAT.
#[must_use]
pub fn day_price(placement: Placement, limits: &Limits) -> Money {
    let cents = match placement {
        Placement::Home => limits.banner_cents_home,
        Placement::Directory => limits.banner_cents_directory,
        Placement::Tenders => limits.banner_cents_tenders,
        Placement::Tender => limits.banner_cents_tender,
        Placement::Provider => limits.banner_cents_provider,
    };
    Money::euros(cents.into())
}

impl Price {
    /// So many days on a page, for a provider on this plan.
    #[must_use]
    pub fn of(placement: Placement, days: u32, plan: Plan, limits: &Limits) -> Self {
        let day = day_price(placement, limits);
        // A day costs 1000 € at most, and there are 120 at most.
        let listed = Money { amount: day.amount * i64::from(days), ..day };
        Self { listed, discount_percent: plans::of(plan).campaign_discount_percent }
    }

    /// What is taken off, rounded as on the invoice.
    #[must_use]
    pub fn discount(&self) -> Money {
        let none = Money::zero(self.listed.currency);
        self.listed.times(self.discount_percent.into(), 100).unwrap_or(none)
    }

    /// What is left to pay, without VAT.
    #[must_use]
    pub fn net(&self) -> Money {
        Money { amount: self.listed.amount - self.discount().amount, ..self.listed }
    }

    /// The VAT on that.
    #[must_use]
    pub fn vat(&self, rate: VatRate) -> Money {
        let none = Money::zero(self.listed.currency);
        self.net().times(rate.basis_points(), 10_000).unwrap_or(none)
    }

    /// What is paid.
    #[must_use]
    pub fn gross(&self, rate: VatRate) -> Money {
        let net = self.net();
        Money { amount: net.amount + self.vat(rate).amount, ..net }
    }
}
