//! Lots of tenders as orders: from its provider's confirmation on, a lot is a mission like any other (part 3).
//!
//! Settled directly it is under way at once, and its client alone ends it (S1-049). With kept funds it is paid before it
//! begins, and delivered and accepted as any order is.

use chrono::TimeDelta;

use super::{HELD_DAYS_MAX, Held, Milestone, MilestoneState, Order, OrderStatus};
use crate::{
    change::Change,
    ids::OrderId,
    limits::Limits,
    lots::Award,
    offers::{Deal, Revisions, Settlement, terms::TermsKind},
    world::Instant,
};

/// A lot is paid so many days before its event at the earliest: money is kept for 90 days at most, and the days after
/// the event are needed to deliver, accept and pay out.
pub const LOT_PAID_DAYS: TimeDelta = TimeDelta::days(60);

impl Order {
    /// The order of a lot whose provider confirms.
    #[must_use]
    pub fn of_lot(id: OrderId, deal: &Deal, award: &Award, limits: &Limits, now: Instant) -> Self {
        let proposal = &deal.offer.current.proposal;
        let ends_at = deal.call.ends_at();
        let mut order = Self {
            id,
            version: 1,
            offer: deal.offer.id,
            lot: Some(deal.lot.id),
            agreed_version: award.agreed_version,
            client: deal.offer.client,
            provider: deal.offer.provider,
            title: deal.call.title.clone(),
            kind: TermsKind::Fixed,
            held: (award.settlement == Settlement::Held).then(|| Held::of(limits)),
            revisions: Revisions::UpTo(limits.revisions),
            questions: Vec::new(),
            answers: None,
            answer_by: None,
            rhythm: None,
            timesheet: None,
            ends_at,
            milestones: vec![Milestone::new("", HELD_DAYS_MAX, proposal.terms.totals())],
            created_at: now,
            placed_at: Some(now),
            review: None,
        };
        let paid_at = ends_at.map_or(now, |at| at - LOT_PAID_DAYS);
        if order.held.is_some() && paid_at > now {
            for milestone in &mut order.milestones {
                milestone.state = MilestoneState::Pending { opens_at: Some(paid_at) };
            }
        } else {
            order.begin(now);
        }
        order
    }

    /// Whether its client alone ends it, by « mission terminée »: the two settle a lot between them.
    #[must_use]
    pub fn is_clients_to_end(&self) -> bool {
        self.lot.is_some() && self.held.is_none()
    }

    /// The operator ended the lot: nothing was said of the work, so nobody hears that it was approved. None while the
    /// two do not agree, or when money is kept: both come to an end by themselves.
    #[must_use]
    pub fn end_with_lot(mut self, now: Instant) -> Option<Change<Self>> {
        if !self.is_clients_to_end() || self.status() != OrderStatus::InWork {
            return None;
        }
        for milestone in &mut self.milestones {
            let started_at = milestone.state.started_at()?;
            milestone.state = MilestoneState::Accepted { started_at, accepted_at: now };
        }
        Some(Change::silent(self))
    }
}
