//! The decisions of the two sides.

use chrono::TimeDelta;

use super::{Milestone, MilestoneState, Order, OrderAction, OrderRefusal, waiting::Approval};
use crate::{
    actor::Actor, change::Change, facts::Fact, fields::Fields, limits::Limits,
    refusal::Explanation, text, world::Instant,
};

/// At most so many characters in an answer or in what is said of a delivery.
pub const MAX_TEXT: usize = 4000;
/// Changes are to be delivered within so many days, or as many as the milestone had when that is less.
const REVISION_DAYS: u32 = 7;

impl Order {
    /// Reads what the client answers: one text for each question.
    pub fn parse_answers(&self, answers: &[String]) -> Result<Vec<String>, Fields> {
        let mut fields = Fields::default();
        if answers.len() != self.questions.len() {
            fields.refuse("/answers", one_for_each(self.questions.len()));
            return Err(fields);
        }
        let read = |(place, (question, answer)): (usize, (&super::Question, &String))| {
            let read = if question.mandatory {
                text::paragraphs(answer, MAX_TEXT)
            } else {
                text::optional_paragraphs(answer, MAX_TEXT)
            };
            fields.take(format!("/answers/{place}"), read)
        };
        let read: Vec<_> =
            self.questions.iter().zip(answers).enumerate().filter_map(read).collect();
        fields.check().map(|()| read)
    }

    /// The client gives what the provider needs: work begins, or can (S2-042).
    pub fn give_requirements(
        mut self,
        actor: &Actor,
        answers: Vec<String>,
        now: Instant,
    ) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::GiveRequirements, actor, now)?;
        self.answers = Some(answers);
        let given = Fact::RequirementsGiven { job: self.job() };
        // With kept funds the provider says itself that it begins (S4-004).
        if self.held.is_some() {
            return Ok(Change::new(self, given));
        }
        self.begin(now);
        let begun = self.begun();
        Ok(Change::told(self, std::iter::once(given).chain(begun).collect()))
    }

    /// The provider hands the current milestone over.
    pub fn deliver(
        self,
        actor: &Actor,
        message: String,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::Deliver, actor, now)?;
        let accept_by = now + TimeDelta::days(limits.acceptance_days.into());
        let job = self.job();
        self.advance(
            |milestone, started_at| {
                milestone.state =
                    MilestoneState::Delivered { started_at, delivered_at: now, accept_by };
            },
            |milestone| Fact::OrderDelivered { job, milestone, message },
        )
    }

    /// The client asks for changes; each time counts.
    pub fn request_revision(
        self,
        actor: &Actor,
        message: String,
        now: Instant,
    ) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::RequestRevision, actor, now)?;
        let job = self.job();
        self.advance(
            |milestone, started_at| {
                let days = milestone.days.min(REVISION_DAYS);
                let due_at = now + TimeDelta::days(days.into());
                milestone.revisions_used += 1;
                milestone.state = MilestoneState::RevisionRequested { started_at, due_at };
            },
            |milestone| Fact::RevisionRequested { job, milestone, message },
        )
    }

    /// The client approves the current milestone; the next one begins.
    pub fn accept(self, actor: &Actor, now: Instant) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::Accept, actor, now)?;
        self.approve(Approval::Client, now)
    }

    /// The client ends the mission of a lot that the two settle between them.
    pub fn complete(self, actor: &Actor, now: Instant) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::Complete, actor, now)?;
        self.approve(Approval::Client, now)
    }

    pub(super) fn approve(
        self,
        approval: Approval,
        now: Instant,
    ) -> Result<Change<Self>, OrderRefusal> {
        let (job, approval) = (self.job(), approval.as_str().to_owned());
        let earned = self.release();
        let change = self.advance(
            |milestone, started_at| {
                milestone.state = MilestoneState::Accepted { started_at, accepted_at: now };
            },
            |milestone| Fact::MilestoneAccepted { job, milestone, approval },
        )?;
        Ok(change.moving(earned).go_on(now))
    }

    /// One side ends a subscription or work by the hour: nothing further follows. What is under way is delivered and
    /// approved.
    pub fn stop(
        mut self,
        actor: &Actor,
        reason: String,
        now: Instant,
    ) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::Stop, actor, now)?;
        if self.timesheet.is_some() {
            return Ok(self.stop_hours(reason, now));
        }
        for milestone in self.milestones.iter_mut().filter(|it| it.is_to_come()) {
            milestone.state = MilestoneState::Cancelled { cancelled_at: now };
        }
        let job = self.job();
        let is_over = self.current().is_none();
        let change = Change::new(self, Fact::OrderStopped { job, reason });
        Ok(if is_over { change.and(Fact::OrderCompleted { job }) } else { change })
    }

    /// One side calls off what was not delivered; what was approved stays.
    pub fn cancel(
        self,
        actor: &Actor,
        reason: String,
        now: Instant,
    ) -> Result<Change<Self>, OrderRefusal> {
        self.permits(OrderAction::Cancel, actor, now)?;
        Ok(self.call_off(reason, now))
    }

    pub(super) fn call_off(mut self, reason: String, now: Instant) -> Change<Self> {
        let given_back = self.refund();
        for milestone in self.milestones.iter_mut().filter(|it| !it.state.is_over()) {
            milestone.state = MilestoneState::Cancelled { cancelled_at: now };
        }
        let fact = Fact::OrderCancelled { job: self.job(), reason };
        Change::new(self, fact).moving(given_back)
    }

    pub(super) fn advance(
        mut self,
        step: impl FnOnce(&mut Milestone, Instant),
        fact: impl FnOnce(u32) -> Fact,
    ) -> Result<Change<Self>, OrderRefusal> {
        let (number, milestone) = (1..)
            .zip(&mut self.milestones)
            .find(|(_, it)| !it.state.is_over())
            .ok_or(OrderRefusal::Over)?;
        let started_at = milestone.state.started_at().ok_or(OrderRefusal::NotStarted)?;
        step(milestone, started_at);
        Ok(Change::new(self, fact(number)))
    }
}

fn one_for_each(count: usize) -> Explanation {
    Explanation::new(
        "one_answer_each",
        format!("Donnez une réponse par question : il y en a {count}."),
        format!("Give one answer for each question: there are {count}."),
    )
}

impl Change<Order> {
    /// What comes after a milestone that is over: the next one, or the end.
    pub(super) fn go_on(mut self, now: Instant) -> Self {
        self.after.lay_next_sheet();
        let job = self.after.job();
        match self.after.current() {
            // The lot tells it.
            None if self.after.lot.is_some() => self,
            None => self.and(Fact::OrderCompleted { job }),
            Some((number, next)) if next.is_open(now) => {
                let begun = self.after.open(number, now);
                self.facts.extend(begun);
                self
            }
            Some(_) => self,
        }
    }
}
