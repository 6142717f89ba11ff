//! A provider applies to a lot: for the first time, or again after its offer was over.

use super::{
    Answers, Call, Offer, OfferRefusal, OfferState, OfferVersion, Proposal, Rejection,
    terms::{Terms, VatRate},
};
use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    facts::{Bid, Fact},
    fields::Fields,
    ids::OfferId,
    limits::Limits,
    lots::{Lot, LotState},
    orders::HELD_DAYS_MAX,
    organizations::{Organization, OrganizationState, Plan},
    refusal::Explanation,
    world::Instant,
};

/// A provider before a lot.
#[derive(Debug, Clone, Copy)]
pub struct Application<'a> {
    /// The lot.
    pub lot: &'a Lot,
    /// Its tender.
    pub call: &'a Call,
    /// Who would apply.
    pub provider: &'a Organization,
    /// The offer it made for this lot before.
    pub earlier: Option<&'a Offer>,
}

impl Application<'_> {
    /// Whether this person may apply now, or why not. What the provider can still mend comes last.
    pub fn permits(&self, actor: &Actor, now: Instant) -> Result<(), OfferRefusal> {
        let provider = self.provider;
        if actor.kind != OrganizationKind::Provider || !actor.is_of(provider.id) {
            return Err(OfferRefusal::ProvidersOnly);
        }
        if provider.state != OrganizationState::Open {
            return Err(OfferRefusal::OrganizationClosed);
        }
        match self.lot.state {
            LotState::Open => {}
            LotState::Chosen { .. } => return Err(OfferRefusal::LotNotOpen),
            LotState::InWork { .. }
            | LotState::Done { .. }
            | LotState::Draft
            | LotState::Closed => {
                return Err(OfferRefusal::LotClosed);
            }
        }
        if self.call.is_past(now) {
            return Err(OfferRefusal::EventPast);
        }
        if self.earlier.is_some_and(|offer| offer.state.is_live() && !offer.is_past(now)) {
            return Err(OfferRefusal::AlreadyApplied);
        }
        if self.earlier.is_some_and(|offer| offer.state == OfferState::Cancelled) {
            return Err(OfferRefusal::MissionCalledOff);
        }
        if !provider.serves(&self.lot.trade, &self.call.departement) {
            return Err(OfferRefusal::NotMatching);
        }
        if provider.plan_at(now) != Some(Plan::VipPlus) {
            return Err(OfferRefusal::PlanRequired);
        }
        Ok(())
    }

    /// Applies. `id` is used when there was no offer before: one provider has one offer for a lot.
    pub fn send(
        &self,
        actor: &Actor,
        id: OfferId,
        proposal: Proposal,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Offer>, Rejection> {
        self.permits(actor, now)?;
        proposal.suits(self.provider)?;
        let expires_at = self.call.expiry_of(&proposal, limits, now);
        let current = OfferVersion {
            number: self.earlier.map_or(0, |offer| offer.current.number) + 1,
            proposal,
            author: actor.account,
            created_at: now,
        };
        let offer = Offer {
            id: self.earlier.map_or(id, |offer| offer.id),
            version: self.earlier.map_or(1, |offer| offer.version),
            answers: self.lot.answered_at(self.call.revision),
            client: self.lot.client,
            provider: self.provider.id,
            state: OfferState::Sent,
            current,
            expires_at,
            created_at: self.earlier.map_or(now, |offer| offer.created_at),
        };
        let bid = Bid {
            offer: offer.id,
            lot: self.lot.id,
            tender: self.lot.tender,
            client: offer.client,
            provider: offer.provider,
        };
        Ok(Change::new(offer, Fact::OfferSent { bid }))
    }
}

impl Lot {
    /// What an offer for it answers, written for this revision of its tender.
    pub(super) fn answered_at(&self, revision: i32) -> Answers {
        Answers::Lot { lot: self.id, tender: self.tender, revision }
    }
}

impl Proposal {
    /// Whether this provider can offer it; each line that it cannot is told.
    pub(super) fn suits(&self, provider: &Organization) -> Result<(), Fields> {
        let mut fields = Fields::default();
        let rates = self.terms.vat_rates().into_iter().filter(|_| provider.vat_exempt);
        for (pointer, _) in rates.filter(|&(_, rate)| rate != VatRate::NONE) {
            fields.refuse(pointer, vat_not_charged());
        }
        fields.check()
    }
}

impl Proposal {
    /// What is paid in advance is kept for 90 days at most: each part is delivered before.
    pub(super) fn suits_held(&self) -> Result<(), Rejection> {
        let mut fields = Fields::default();
        let mut check = |pointer: String, days: u32| {
            if days > HELD_DAYS_MAX {
                fields.refuse(pointer, held_too_long());
            }
        };
        match &self.terms {
            Terms::Hourly(_) => return Err(OfferRefusal::HeldNotHourly.into()),
            Terms::Fixed { delivery_days, .. } => {
                check("/terms/delivery_days".to_owned(), delivery_days.unwrap_or(1));
            }
            Terms::Subscription(it) => {
                check("/terms/delivery_days".to_owned(), it.delivery_days);
            }
            Terms::Milestones(parts) => {
                for (place, part) in parts.as_slice().iter().enumerate() {
                    check(format!("/terms/milestones/{place}/days"), part.days);
                }
            }
        }
        if self.conditions.deposit_percent.is_some() {
            fields.refuse("/deposit_percent", held_deposit());
        }
        Ok(fields.check()?)
    }
}

fn held_too_long() -> Explanation {
    Explanation::new(
        "held_too_long",
        format!(
            "Avec des fonds conservés, chaque livraison a lieu {HELD_DAYS_MAX} jours au plus après son démarrage : découpez la mission en étapes."
        ),
        format!(
            "With held funds, each delivery comes {HELD_DAYS_MAX} days at most after its start: cut the mission into milestones."
        ),
    )
}

fn held_deposit() -> Explanation {
    Explanation::new(
        "held_without_deposit",
        "Avec des fonds conservés, chaque étape est payée d’avance en entier : découpez la mission en étapes plutôt qu’en acompte et solde.",
        "With held funds, each milestone is paid in advance in full: cut the mission into milestones in place of a deposit and a balance.",
    )
}

pub(crate) fn vat_not_charged() -> Explanation {
    Explanation::new(
        "vat_not_charged",
        "Vous êtes déclaré non assujetti à la TVA : le taux de chaque ligne est 0 %.",
        "You are registered as exempt from VAT: the rate of each line is 0%.",
    )
}
