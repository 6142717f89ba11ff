//! Who gets a need. The same need on the same day finds the same providers, and each choice says why.

use super::Content;
use crate::{
    ids::{OrganizationId, ServiceId},
    money::Money,
    organizations::{Organization, OrganizationState, Plan},
    refusal::{Explain, Explanation},
    words,
    world::Instant,
};

words! {
    /// Why a provider gets a need.
    pub enum Reason {
        /// It sells a service of the trade.
        Trade = "trade",
        /// It works in the département.
        Departement = "departement",
        /// It works in the whole of France.
        WholeFrance = "whole_france",
        /// It is not on leave.
        Available = "available",
        /// Its service begins at a price within the budget.
        WithinBudget = "within_budget",
        /// It is on VIP+, which the directory puts first: the law has what is paid for told.
        VipPlus = "vip_plus",
    }
}

/// A published service that may answer a need, with what decides whether it does.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// Who sells it.
    pub provider: &'a Organization,
    /// The service.
    pub service: ServiceId,
    /// The slug of its trade.
    pub trade: &'a str,
    /// The least that it costs.
    pub price_from: Money,
    /// Whether its provider blocked the client.
    pub blocked: bool,
}

/// A provider that gets a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The provider.
    pub provider: OrganizationId,
    /// The first of its services that fits.
    pub service: ServiceId,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A choice that is being made: the candidates come in the order of the directory.
#[derive(Debug)]
pub struct Choice<'a> {
    content: &'a Content,
    most: usize,
    now: Instant,
    chosen: Vec<Chosen>,
}

impl<'a> Choice<'a> {
    /// At most so many.
    #[must_use]
    pub fn new(content: &'a Content, most: u32, now: Instant) -> Self {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Self { content, most, now, chosen: Vec::new() }
    }

    /// Whether nobody more gets it.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.chosen.len() >= self.most
    }

    /// Takes a candidate that fits, unless its provider was taken with another service already.
    pub fn consider(&mut self, candidate: &Candidate<'_>) {
        let provider = candidate.provider.id;
        if self.is_full() || self.chosen.iter().any(|it| it.provider == provider) {
            return;
        }
        if let Some(reasons) = self.reasons(candidate) {
            self.chosen.push(Chosen { provider, service: candidate.service, reasons });
        }
    }

    /// Those who get it, the best placed first.
    #[must_use]
    pub fn made(self) -> Vec<Chosen> {
        self.chosen
    }

    /// Why it fits; none when it does not.
    fn reasons(&self, candidate: &Candidate<'_>) -> Option<Vec<Reason>> {
        let (provider, content) = (candidate.provider, self.content);
        let plan = provider.plan_at(self.now)?;
        let takes_part = provider.state == OrganizationState::Open && !provider.paused;
        let is_of_trade = candidate.trade == content.trade;
        if !takes_part
            || candidate.blocked
            || !is_of_trade
            || !provider.serves(&content.trade, &content.departement)
        {
            return None;
        }
        let place = if provider.france_wide { Reason::WholeFrance } else { Reason::Departement };
        let mut reasons = vec![Reason::Trade, place, Reason::Available];
        if let Some(most) = content.budget.at_most {
            let price = candidate.price_from;
            if price.currency != most.currency || price.amount > most.amount {
                return None;
            }
            reasons.push(Reason::WithinBudget);
        }
        if plan == Plan::VipPlus {
            reasons.push(Reason::VipPlus);
        }
        Some(reasons)
    }
}

impl Explain for Reason {
    fn explain(&self) -> Explanation {
        let (french, english) = match self {
            Self::Trade => (
                "Ce prestataire propose un service du métier que vous cherchez.",
                "This provider sells a service of the trade that you look for.",
            ),
            Self::Departement => {
                ("Il se déplace dans ce département.", "It works in this département.")
            }
            Self::WholeFrance => {
                ("Il se déplace dans toute la France.", "It works in the whole of France.")
            }
            Self::Available => ("Il n’est pas en congé.", "It is not on leave."),
            Self::WithinBudget => (
                "Le prix de départ de son service tient dans votre budget.",
                "Its service begins at a price within your budget.",
            ),
            Self::VipPlus => (
                "Il est abonné VIP+, un abonnement payant que l’annuaire place en premier.",
                "It is on VIP+, a paid plan that the directory puts first.",
            ),
        };
        Explanation::new(self.as_str(), french, english)
    }
}
