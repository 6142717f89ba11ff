//! Where each kind of terms may be offered: the operator switches it off for some trades (S2-009), or keeps it
//! for some providers (S2-010). Offers that were made stay.

use crate::{
    change::Change, facts::Fact, fields::Fields, ids::OrganizationId, offers::terms::TermsKind,
    text, trades,
};

/// At most so many providers for a kind that not all may offer.
pub const PROVIDERS_MAX: usize = 1000;

/// Where a kind of terms may be offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsRule {
    /// Which kind.
    pub kind: TermsKind,
    /// How often it was written; 0 while it was not, and all may offer it.
    pub version: i32,
    /// The slugs of the trades in which nobody may.
    pub trades_off: Vec<String>,
    /// Whether only some providers may.
    pub providers_only: bool,
    /// Those who may, when not all may.
    pub providers: Vec<OrganizationId>,
}

impl TermsRule {
    /// The rule of a kind of which nothing was said.
    #[must_use]
    pub fn open(kind: TermsKind) -> Self {
        let (trades_off, providers) = (Vec::new(), Vec::new());
        Self { kind, version: 0, trades_off, providers_only: false, providers }
    }

    /// Whether this provider may offer it in this trade.
    #[must_use]
    pub fn lets(&self, provider: OrganizationId, trade: &str) -> bool {
        let is_on = !self.trades_off.iter().any(|off| off == trade);
        is_on && (!self.providers_only || self.providers.contains(&provider))
    }

    /// The operator says anew where it may be offered.
    #[must_use]
    pub fn set(
        self,
        mut trades_off: Vec<String>,
        providers_only: bool,
        mut providers: Vec<OrganizationId>,
    ) -> Change<Self> {
        trades_off.sort_unstable();
        trades_off.dedup();
        providers.sort_unstable();
        providers.dedup();
        let fact = Fact::TermsRuleSet { terms: self.kind.as_str().to_owned() };
        Change::new(Self { trades_off, providers_only, providers, ..self }, fact)
    }
}

/// Reads trades and counts providers; every wrong field is told at once.
#[must_use]
pub fn check(trades_off: &[String], providers: usize) -> Fields {
    let mut fields = Fields::default();
    for (place, trade) in trades_off.iter().enumerate() {
        if trades::find(trade).is_none() {
            fields.refuse(format!("/trades_off/{place}"), text::unknown_choice());
        }
    }
    if providers > PROVIDERS_MAX {
        fields.refuse("/providers", text::too_many(PROVIDERS_MAX));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offers::tests::{DJ, RIVAL, id};

    /// S2-009, S2-010: off in a trade for all; kept for some in the others.
    #[test]
    fn a_kind_is_let_by_trade_and_by_provider() {
        let open = TermsRule::open(TermsKind::Hourly);
        assert!(open.lets(id(DJ), "dj"));
        let rule = TermsRule {
            trades_off: vec!["traiteur".to_owned()],
            providers_only: true,
            providers: vec![id(DJ)],
            ..open
        };
        assert!(rule.lets(id(DJ), "dj"));
        assert!(!rule.lets(id(DJ), "traiteur"));
        assert!(!rule.lets(id(RIVAL), "dj"));
    }

    #[test]
    fn unknown_trades_and_too_many_providers_are_refused() {
        let fields = check(&["dj".to_owned(), "rien".to_owned()], PROVIDERS_MAX + 1);
        let wrong: Vec<&str> = fields.errors().iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(wrong, ["/trades_off/1", "/providers"]);
        assert!(check(&[], PROVIDERS_MAX).errors().is_empty());
    }
}
