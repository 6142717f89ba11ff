//! An accepted offer becomes an order.

use chrono::{Months, TimeDelta};

use super::{Held, Milestone, MilestoneState, Order, Timesheet, WeeklyLimit};
use crate::{
    facts::Fact,
    ids::OrderId,
    limits::Limits,
    money::Money,
    offers::{
        CustomOffer, Offer, Settlement,
        terms::{Hourly, Rhythm, Terms, Totals},
    },
    world::Instant,
};

/// What begins after its day is to be handed over so soon.
const A_DAY: TimeDelta = TimeDelta::days(1);

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
        let (rhythm, timesheet) = match &proposal.terms {
            Terms::Subscription(it) => (Some((it.rhythm, it.every)), None),
            Terms::Hourly(hourly) => (None, Some(Timesheet::new(hourly, limits))),
            Terms::Fixed { .. } | Terms::Milestones(_) => (None, None),
        };
        let mut order = Self {
            id,
            version: 1,
            offer: offer.id,
            lot: None,
            agreed_version: offer.current.number,
            client: offer.client,
            provider: offer.provider,
            title: proposal.title.clone(),
            kind: proposal.terms.kind(),
            held: (conditions.settlement == Settlement::Held).then(|| Held::of(limits)),
            revisions: conditions.revisions,
            questions: conditions.questions.clone(),
            answers: None,
            answer_by: None,
            rhythm,
            timesheet,
            ends_at: None,
            milestones: milestones(&proposal.terms),
            created_at: now,
            placed_at: None,
            review: None,
        };
        if order.held.is_some() {
            order.open_first(now);
        } else {
            order.placed_at = Some(now);
            let answer_days = TimeDelta::days(limits.requirements_days.into());
            order.answer_by = order.awaits_answers().then(|| now + answer_days);
            if !order.awaits_answers() {
                order.begin(now);
            }
        }
        order
    }

    /// The facts that tell of a new order, and of its current milestone when that is under way or to be paid.
    #[must_use]
    pub fn announced(&self) -> Vec<Fact> {
        let placed = self.placed_at.map(|_| Fact::OrderPlaced { job: self.job() });
        placed.into_iter().chain(self.begun()).collect()
    }

    /// The fact that tells that its current milestone is under way, or to be paid.
    #[must_use]
    pub fn begun(&self) -> Option<Fact> {
        let (number, milestone) = self.current()?;
        milestone.begun(self.job(), number)
    }

    /// Work begins.
    pub(super) fn begin(&mut self, now: Instant) {
        self.schedule(now);
        self.open_first(now);
    }

    /// The periods of a subscription are counted from here.
    pub(super) fn schedule(&mut self, now: Instant) {
        let Some((rhythm, every)) = self.rhythm else { return };
        for (place, milestone) in (1_u32..).zip(self.milestones.iter_mut().skip(1)) {
            let opens_at = Some(rhythm.after(now, place * every));
            milestone.state = MilestoneState::Pending { opens_at };
        }
    }

    fn open_first(&mut self, now: Instant) {
        self.open(1, now);
    }
}

impl Timesheet {
    fn new(agreed: &Hourly, limits: &Limits) -> Self {
        Self {
            rate: agreed.rate,
            vat_rate: agreed.vat_rate,
            estimated_hours: agreed.estimated_hours,
            limit: WeeklyLimit { hours: agreed.weekly_hours, lowered: None },
            acceptance_days: limits.acceptance_days,
            stopped_at: None,
            hours: Vec::new(),
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
    /// Work begins, to be handed over after so many days, or by the end of the day for which it is ordered.
    pub(super) fn start(&mut self, ends_at: Option<Instant>, now: Instant) {
        let after_days = now + TimeDelta::days(self.days.into());
        let due_at = ends_at.map_or(after_days, |at| at.max(now + A_DAY));
        self.state = MilestoneState::Started { started_at: now, due_at };
    }

    pub(super) fn new(name: &str, days: u32, totals: &Totals) -> Self {
        Self {
            name: name.to_owned(),
            net: totals.net,
            gross: totals.gross,
            days,
            revisions_used: 0,
            funded_at: None,
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
        Terms::Hourly(it) => {
            let nothing = Money::zero(it.rate.currency);
            vec![Milestone::sheet(nothing, nothing)]
        }
    }
}
