//! What each plan gives a provider: one table, read by every rule that asks what a plan allows.

use crate::{limits::Limits, money::Money, organizations::Plan};

/// What a plan gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a line of the comparison")]
pub struct Entitlements {
    /// Which plan.
    pub plan: Plan,
    /// Price of the whole term, before VAT.
    pub price: Money,
    /// Length of the term; FREE has none.
    pub months: Option<u32>,
    /// Whether tenders may be answered, without limit.
    pub replies: bool,
    /// Trades beside the main one.
    pub secondary_trades_max: usize,
    /// Projects of its portfolio.
    pub portfolio_max: usize,
    /// Links to its social networks.
    pub social_links: bool,
    /// A map on the sheet.
    pub map: bool,
    /// Whether search engines follow the link to its site.
    pub followed_link: bool,
    /// Percent off an advertising campaign (S1-128).
    pub campaign_discount_percent: u32,
}

/// FREE, then VIP+.
pub const TABLE: [Entitlements; 2] = [
    Entitlements {
        plan: Plan::Free,
        price: Money { amount: 0, currency: crate::money::Currency::Eur },
        months: None,
        replies: false,
        secondary_trades_max: 0,
        portfolio_max: 0,
        social_links: false,
        map: false,
        followed_link: false,
        campaign_discount_percent: 0,
    },
    Entitlements {
        plan: Plan::VipPlus,
        price: Money { amount: 24_000, currency: crate::money::Currency::Eur },
        months: Some(12),
        replies: true,
        secondary_trades_max: 5,
        portfolio_max: 12,
        social_links: true,
        map: true,
        followed_link: true,
        campaign_discount_percent: 30,
    },
];

/// Photos that VIP+ gives (S1-125).
pub const VIP_PLUS_PHOTOS: usize = 24;

/// How many photos its plan lets a provider show; those of FREE are the instance's to set.
#[must_use]
pub fn photos_max(plan: Plan, limits: &Limits) -> usize {
    match plan {
        Plan::Free => usize::try_from(limits.free_photos_max).unwrap_or(VIP_PLUS_PHOTOS),
        Plan::VipPlus => VIP_PLUS_PHOTOS,
    }
}

/// What this plan gives.
#[must_use]
pub fn of(plan: Plan) -> &'static Entitlements {
    match plan {
        Plan::Free => &TABLE[0],
        Plan::VipPlus => &TABLE[1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S1-120, S1-122, S1-123: FREE and one paid plan of 12 months; only VIP+ may reply.
    #[test]
    fn there_are_two_plans_and_only_one_replies() {
        assert_eq!(TABLE.map(|row| row.plan), [Plan::Free, Plan::VipPlus]);
        assert_eq!((of(Plan::Free).replies, of(Plan::Free).months), (false, None));
        assert_eq!((of(Plan::VipPlus).replies, of(Plan::VipPlus).months), (true, Some(12)));
        assert_eq!(of(Plan::Free).price.amount, 0);
    }
}
