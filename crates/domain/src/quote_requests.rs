//! Quote requests (« demandes de devis »): what a client needs of a service, for how much and by when.
//!
//! `open → answered | declined | withdrawn | expired | ended`. The answer is a custom offer: at the client's own
//! price and day where the provider accepts, at others where it adjusts them (S4-013). From then on the offer
//! counts, and can be ordered until it expires (S4-014).

mod refusals;
mod writing;

pub use self::{
    refusals::QuoteRefusal,
    writing::{Needs, WrittenNeeds},
};
pub(crate) use writing::budget;

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Europe::Paris;

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    conversations::{Conversation, ConversationAction, Listing},
    deadlines::DeadlineAction,
    events::end_of_day,
    facts::{Fact, Quote},
    fields::Fields,
    ids::{OfferId, OrganizationId, QuoteRequestId, ServiceId},
    limits::Limits,
    offers::{
        Conditions, EndReason, Proposal, Settlement, line_within,
        terms::{VatRate, WrittenTerms},
        vat_not_charged,
    },
    organizations::Organization,
    refusal::Refusal,
    services::{Service, ServiceState},
    words,
    world::Instant,
};

/// A client has at most so many requests with one provider that wait for an answer.
pub const OPEN_MAX: usize = 5;

words! {
    /// Where a request stands.
    pub enum QuoteRequestState {
        /// It waits for the provider.
        Open = "open",
        /// The provider made an offer.
        Answered = "answered",
        /// The provider does not take it.
        Declined = "declined",
        /// The client took it back.
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Expired = "expired",
        /// One side is gone, or blocked the other.
        Ended = "ended",
    }

    /// What a person can do with a request.
    pub enum QuoteRequestAction {
        /// Provider: offer just that.
        Accept = "accept",
        /// Provider: offer something else.
        Adjust = "adjust",
        /// Provider: say no.
        Decline = "decline",
        /// Client: take it back.
        Withdraw = "withdraw",
    }
}

/// What a client needs of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteRequest {
    /// Its id.
    pub id: QuoteRequestId,
    /// How often it was written.
    pub version: i32,
    /// Who asks.
    pub client: OrganizationId,
    /// Who is asked.
    pub provider: OrganizationId,
    /// For which service.
    pub service: ServiceId,
    /// What is needed.
    pub needs: Needs,
    /// Where it stands.
    pub state: QuoteRequestState,
    /// The offer that answered it.
    pub offer: Option<OfferId>,
    /// Until when it can be answered.
    pub expires_at: Instant,
    /// When it was sent.
    pub created_at: Instant,
}

/// A client about to ask a provider.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// Where the two talk already.
    pub conversation: Option<&'a Conversation>,
    /// Who is asked.
    pub provider: &'a Organization,
    /// Whether the directory shows it.
    pub listing: Listing,
    /// How many requests wait between the two.
    pub open: usize,
}

impl Asker<'_> {
    /// Whether this person may ask, or why not.
    pub fn permits(&self, actor: &Actor) -> Result<(), Refusal> {
        QuoteRequest::may_be_sent_by(actor)?;
        match self.conversation {
            Some(conversation) => conversation.permits(ConversationAction::Write, actor)?,
            None => Conversation::may_begin(actor, self.provider, self.listing)?,
        }
        if self.open >= OPEN_MAX {
            return Err(QuoteRefusal::TooMany.into());
        }
        Ok(())
    }

    /// Asks for a quote.
    pub fn ask(
        &self,
        actor: &Actor,
        id: QuoteRequestId,
        service: ServiceId,
        needs: Needs,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<QuoteRequest>, Refusal> {
        self.permits(actor)?;
        let patience = now + TimeDelta::days(limits.quote_days.into());
        let day_over = end_of_day(needs.wanted_on, Paris).unwrap_or(patience);
        let request = QuoteRequest {
            id,
            version: 1,
            client: actor.organization,
            provider: self.provider.id,
            service,
            needs,
            state: QuoteRequestState::Open,
            offer: None,
            expires_at: patience.min(day_over),
            created_at: now,
        };
        let fact = Fact::QuoteRequestSent { quote: request.quote() };
        Ok(Change::new(request, fact))
    }
}

impl QuoteRequest {
    /// Whether this person is of a side that asks.
    pub fn may_be_sent_by(actor: &Actor) -> Result<(), QuoteRefusal> {
        if actor.kind == OrganizationKind::Client { Ok(()) } else { Err(QuoteRefusal::ClientsAsk) }
    }

    /// Between whom.
    #[must_use]
    pub fn quote(&self) -> Quote {
        Quote { request: self.id, client: self.client, provider: self.provider }
    }

    /// When it ends by itself.
    #[must_use]
    pub fn timer(&self) -> (DeadlineAction, Instant) {
        (DeadlineAction::QuoteRequestExpiry, self.expires_at)
    }

    /// It is over without a decision about it.
    #[must_use]
    pub fn end(self, reason: EndReason) -> Option<Change<Self>> {
        let is_open = self.state == QuoteRequestState::Open;
        let fact =
            Fact::QuoteRequestEnded { quote: self.quote(), reason: reason.as_str().to_owned() };
        is_open.then(|| Change::new(self.at(QuoteRequestState::Ended), fact))
    }

    /// The provider cannot take what the client asks for: its requests are declined with it (S5-016).
    #[must_use]
    pub fn decline_with_all(self) -> Option<Change<Self>> {
        let is_open = self.state == QuoteRequestState::Open;
        let fact = Fact::QuoteRequestDeclined { quote: self.quote(), reason: String::new() };
        is_open.then(|| Change::new(self.at(QuoteRequestState::Declined), fact))
    }

    /// Nobody answered.
    #[must_use]
    pub fn expire(self, now: Instant) -> Option<Change<Self>> {
        let fact = Fact::QuoteRequestExpired { quote: self.quote() };
        let is_due = self.state == QuoteRequestState::Open && self.expires_at <= now;
        is_due.then(|| Change::new(self.at(QuoteRequestState::Expired), fact))
    }

    fn at(self, state: QuoteRequestState) -> Self {
        Self { state, ..self }
    }
}

/// A request in its conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The request.
    pub request: QuoteRequest,
    /// Where the two talk.
    pub conversation: Conversation,
}

impl Quoted {
    /// Whether this person may do this now, or why not. The only guard of each transition.
    pub fn permits(
        &self,
        action: QuoteRequestAction,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), QuoteRefusal> {
        use QuoteRequestAction::{Accept, Adjust, Withdraw};
        match action {
            Withdraw if !actor.is_of(self.request.client) => {
                return Err(QuoteRefusal::ClientDecides);
            }
            Withdraw => {}
            _ if !actor.is_of(self.request.provider) => return Err(QuoteRefusal::ProviderDecides),
            _ => {}
        }
        if self.request.state != QuoteRequestState::Open {
            return Err(QuoteRefusal::Over);
        }
        if self.request.expires_at <= now {
            return Err(QuoteRefusal::Past);
        }
        if matches!(action, Accept | Adjust) {
            let goes_on = self.conversation.permits(ConversationAction::Write, actor);
            goes_on.map_err(|_| QuoteRefusal::ConversationOver)?;
        }
        Ok(())
    }

    /// What this person may do now: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor, now: Instant) -> Vec<QuoteRequestAction> {
        let all = QuoteRequestAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor, now).is_ok()).collect()
    }

    /// An offer answers it: of just what was asked for, or of something else.
    pub fn answer(
        self,
        action: QuoteRequestAction,
        actor: &Actor,
        offer: OfferId,
        now: Instant,
    ) -> Result<Change<QuoteRequest>, QuoteRefusal> {
        self.permits(action, actor, now)?;
        let fact = Fact::QuoteRequestAnswered { quote: self.request.quote(), offer };
        let answered = self.request.at(QuoteRequestState::Answered);
        Ok(Change::new(QuoteRequest { offer: Some(offer), ..answered }, fact))
    }

    /// The provider says no.
    pub fn decline(
        self,
        actor: &Actor,
        reason: String,
        now: Instant,
    ) -> Result<Change<QuoteRequest>, QuoteRefusal> {
        self.permits(QuoteRequestAction::Decline, actor, now)?;
        let fact = Fact::QuoteRequestDeclined { quote: self.request.quote(), reason };
        Ok(Change::new(self.request.at(QuoteRequestState::Declined), fact))
    }

    /// The client takes it back.
    pub fn withdraw(
        self,
        actor: &Actor,
        now: Instant,
    ) -> Result<Change<QuoteRequest>, QuoteRefusal> {
        self.permits(QuoteRequestAction::Withdraw, actor, now)?;
        let fact = Fact::QuoteRequestWithdrawn { quote: self.request.quote() };
        Ok(Change::new(self.request.at(QuoteRequestState::Withdrawn), fact))
    }

    /// What a provider offers that accepts: the service, at the client's price, by the client's day.
    pub fn proposal(
        &self,
        (provider, service): (&Organization, &Service),
        vat_rate: Option<VatRate>,
        limits: &Limits,
        now: Instant,
    ) -> Result<Proposal, Fields> {
        let vat_rate = charged(provider, vat_rate)?;
        let Needs { text, budget, wanted_on } = &self.request.needs;
        let title = service.content.title.clone();
        let line = line_within(&title, *budget, vat_rate);
        let delivery_days = days_until(*wanted_on, now);
        let terms = WrittenTerms::Fixed { lines: vec![line], delivery_days }.parse(limits);
        let is_there = service.state != ServiceState::Archived;
        Ok(Proposal {
            title,
            public_message: String::new(),
            private_message: text.clone(),
            terms: terms.map_err(|wrong| below_terms(&wrong))?,
            conditions: Conditions {
                service: is_there.then_some(service.id),
                revisions: service.content.revisions,
                questions: service.content.questions.clone(),
                settlement: Settlement::Direct,
                deposit_percent: None,
            },
            expires_at: None,
        })
    }
}

/// The rate that a provider names, or its usual one.
fn charged(provider: &Organization, rate: Option<VatRate>) -> Result<VatRate, Fields> {
    match rate {
        None if provider.vat_exempt => Ok(VatRate::NONE),
        None => Ok(VatRate::NORMAL),
        Some(rate) if provider.vat_exempt && rate != VatRate::NONE => {
            Err(Fields::one("/vat_rate", vat_not_charged()))
        }
        Some(rate) => Ok(rate),
    }
}

fn below_terms(wrong: &Fields) -> Fields {
    let mut fields = Fields::default();
    fields.absorb("/terms", wrong.clone());
    fields
}

fn days_until(day: NaiveDate, now: Instant) -> u32 {
    let days = (day - now.with_timezone(&Paris).date_naive()).num_days();
    u32::try_from(days).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests;
