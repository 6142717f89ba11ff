//! An accepted offer becomes an order.

use chrono::{Months, TimeDelta};

use super::{Milestone, MilestoneState, Order};
use crate::{
    facts::Fact,
    ids::OrderId,
    limits::Limits,
    offers::{
        CustomOffer, Offer,
        terms::{Rhythm, Terms, Totals},
    },
    world::Instant,
};

/// Days in which work by the hour is to be handed over: half a year, until its weeks are counted.
const HOURLY_DAYS: u32 = 182;

/// What accepting a custom offer makes: recorded together, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The offer, accepted.
    pub offer: CustomOffer,
    /// The order.
    pub order: Order,
}

impl Order {
    /// The order of an offer's version in force. Without questions its first milestone starts at once
    /// (S2-041).
    #[must_use]
    pub fn place(id: OrderId, offer: &Offer, limits: &Limits, now: Instant) -> Self {
        let proposal = &offer.current.proposal;
        let conditions = &proposal.conditions;
        let (rhythm, weekly_hours) = match &proposal.terms {
            Terms::Subscription(it) => (Some((it.rhythm, it.every)), None),
            Terms::Hourly(hourly) => (None, hourly.weekly_hours),
            Terms::Fixed { .. } | Terms::Milestones(_) => (None, None),
        };
        let mut order = Self {
            id,
            version: 1,
            offer: offer.id,
            agreed_version: offer.current.number,
            client: offer.client,
            provider: offer.provider,
            title: proposal.title.clone(),
            kind: proposal.terms.kind(),
            settlement: conditions.settlement,
            revisions: conditions.revisions,
            questions: conditions.questions.clone(),
            answers: None,
            answer_by: (!conditions.questions.is_empty())
                .then(|| now + TimeDelta::days(limits.requirements_days.into())),
            rhythm,
            weekly_hours,
            milestones: milestones(&proposal.terms),
            created_at: now,
        };
        if !order.awaits_answers() {
            order.begin(now);
        }
        order
    }

    /// The fact that tells that its current milestone is under way.
    #[must_use]
    pub fn begun(&self) -> Option<Fact> {
        let (number, milestone) = self.current()?;
        let started = matches!(milestone.state, MilestoneState::Started { .. });
        started.then(|| Fact::OrderStarted { job: self.job(), milestone: number })
    }

    /// Work begins. The periods of a subscription are counted from here.
    pub(super) fn begin(&mut self, now: Instant) {
        let rhythm = self.rhythm;
        for (place, milestone) in (0_u32..).zip(&mut self.milestones) {
            let opens_at = rhythm.map(|(rhythm, every)| rhythm.after(now, place * every));
            milestone.state = MilestoneState::Pending { opens_at };
        }
        if let Some(first) = self.milestones.first_mut() {
            first.start(now);
        }
    }
}

impl Rhythm {
    /// So many days, weeks or months after a moment.
    fn after(self, from: Instant, count: u32) -> Instant {
        match self {
            Self::Daily => from + TimeDelta::days(count.into()),
            Self::Weekly => from + TimeDelta::weeks(count.into()),
            Self::Monthly => from.checked_add_months(Months::new(count)).unwrap_or(from),
        }
    }
}

impl Milestone {
    pub(super) fn start(&mut self, now: Instant) {
        let due_at = now + TimeDelta::days(self.days.into());
        self.state = MilestoneState::Started { started_at: now, due_at };
    }

    fn new(name: &str, days: u32, totals: &Totals) -> Self {
        Self {
            name: name.to_owned(),
            net: totals.net,
            gross: totals.gross,
            days,
            revisions_used: 0,
            state: MilestoneState::Pending { opens_at: None },
        }
    }
}

fn milestones(terms: &Terms) -> Vec<Milestone> {
    let one = |days| vec![Milestone::new("", days, terms.totals())];
    match terms {
        Terms::Fixed { delivery_days, .. } => one(delivery_days.unwrap_or(1)),
        Terms::Milestones(parts) => parts
            .as_slice()
            .iter()
            .map(|it| Milestone::new(&it.name, it.days, it.totals()))
            .collect(),
        Terms::Subscription(it) => (0..it.deliveries)
            .map(|_| Milestone::new("", it.delivery_days, it.lines.totals()))
            .collect(),
        Terms::Hourly(_) => one(HOURLY_DAYS),
    }
}
