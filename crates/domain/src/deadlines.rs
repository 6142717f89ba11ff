//! Timers: every waiting state has one. A timer that fires asks the thing it is about, which knows by
//! its own state whether anything is left to do: a timer that was overtaken does nothing.

use crate::{ids::DeadlineId, words, world::Instant};

words! {
    /// What happens when a timer fires.
    pub enum DeadlineAction {
        /// Half of the time to confirm has passed; the subject is a lot.
        ChoiceReminder = "choice_reminder",
        /// The chosen provider stayed silent; the subject is a lot.
        ChoiceExpiry = "choice_expiry",
        /// An offer passed its date; the subject is an offer.
        OfferExpiry = "offer_expiry",
        /// Nobody answered a quote request; the subject is the request.
        QuoteRequestExpiry = "quote_request_expiry",
        /// The day of an event is over; the subject is a tender.
        EventPast = "event_past",
        /// Lots that nobody does are closed some days later; the subject is a tender.
        TenderLapse = "tender_lapse",
        /// Missions are in work long after their event; the subject is a tender.
        MissionsOverdue = "missions_overdue",
        /// The hour is over: what was written in it and is unread is told in one mail; the subject is an account.
        MessageSummary = "message_summary",
        /// A delivery waits for the client to look at it; the subject is an order.
        OrderReminder = "order_reminder",
        /// A state of an order ends by itself; the subject is an order.
        OrderDue = "order_due",
        /// The two sides of a dispute did not agree in time; the subject is a dispute.
        DisputeEscalation = "dispute_escalation",
        /// The days of a campaign are over; the subject is a campaign.
        CampaignEnd = "campaign_end",
        /// A paid plan ended; the subject is an organization.
        PlanExpiry = "plan_expiry",
    }
}

/// A timer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Its id.
    pub id: DeadlineId,
    /// The id of what it is about.
    pub subject: String,
    /// What happens.
    pub action: DeadlineAction,
    /// When.
    pub due_at: Instant,
}
