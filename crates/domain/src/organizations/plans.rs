//! A provider's plan: FREE is taken by a click, VIP+ is granted and lasts; renewed in time, it goes on from
//! the day that is already paid.

use chrono::Months;

use super::{Organization, OrganizationAction, OrganizationRefusal, Plan, Subscription};
use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    facts::Fact,
    world::Instant,
};

/// The longest grant, in months.
pub const PLAN_MONTHS_MAX: u32 = 36;

const FREE: Subscription = Subscription { plan: Plan::Free, until: None };

impl Organization {
    /// Subscribes to FREE: from now on it is listed and told of tenders (S1-066, S1-121).
    pub fn subscribe_free(
        self,
        actor: &Actor,
        now: Instant,
    ) -> Result<Change<Self>, OrganizationRefusal> {
        match self.permits(OrganizationAction::SubscribeFree, actor, now) {
            Err(OrganizationRefusal::AlreadyOnFree) => Ok(Change::silent(self)),
            Err(refusal) => Err(refusal),
            Ok(()) => Ok(self.subscribed(FREE)),
        }
    }

    /// The operator grants VIP+ for so many months, on top of what is already paid.
    pub fn grant_vip_plus(
        self,
        months: u32,
        now: Instant,
    ) -> Result<Change<Self>, OrganizationRefusal> {
        self.takes_plans()?;
        let paid_until = self.subscription.and_then(|subscription| subscription.until);
        let from = paid_until.filter(|until| *until > now).unwrap_or(now);
        let until = from.checked_add_months(Months::new(months)).unwrap_or(from);
        Ok(self.subscribed(Subscription { plan: Plan::VipPlus, until: Some(until) }))
    }

    /// The operator puts it on FREE, whatever was paid.
    pub fn grant_free(self) -> Result<Change<Self>, OrganizationRefusal> {
        self.takes_plans()?;
        Ok(self.subscribed(FREE))
    }

    pub(super) fn takes_plans(&self) -> Result<(), OrganizationRefusal> {
        match self.kind {
            OrganizationKind::Provider => self.is_open(),
            _ => Err(OrganizationRefusal::ProvidersOnly),
        }
    }

    fn subscribed(self, subscription: Subscription) -> Change<Self> {
        let fact = Fact::PlanGranted {
            organization: self.id,
            plan: subscription.plan.as_str().to_owned(),
            until_ms: subscription.until.map(|until| until.timestamp_millis()),
        };
        Change::new(Self { subscription: Some(subscription), ..self }, fact)
    }
}
