//! What the two sides see of an order. They have agreed: each sees who the other is (part 6).

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error, conversations,
    ledger::{self, Kept},
    lots,
    orders::Place,
    payments,
};
use estrade_domain::{
    actor::Actor,
    conversations::Conversation,
    ids::{LotId, OrganizationId},
    ledger::Purse,
    lots::Lot,
    money::Money,
    offers::Revisions,
    orders::{Milestone, MilestoneState, Order, OrderAction},
    world::Instant,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::hours::TimesheetView;
use crate::{
    money::MoneyView,
    offers::ContactsView,
    tenders::{PartyView, parties},
};

/// A mission: what came of an accepted offer, of a service, or of a lot.
#[derive(Serialize, ToSchema)]
pub struct OrderView {
    #[schema(example = "ord_01jd0000000000000000000000")]
    id: String,
    version: i32,
    /// `awaiting_payment`, `awaiting_requirements`, `paid` (the provider is to begin), `waiting` (a period has not
    /// begun), `in_work`, `delivered`, `revision_requested`, `disputed`, `completed` or `cancelled`.
    status: &'static str,
    title: String,
    /// `fixed`, `milestones`, `subscription` or `hourly`.
    kind: &'static str,
    /// The offer that was accepted.
    #[schema(example = "ofr_01jd0000000000000000000000")]
    offer: String,
    /// In this version.
    agreed_version: i32,
    /// The lot that the offer answered; null when it answered no tender.
    lot: Option<OrderLotView>,
    /// Where the two talk.
    #[schema(example = "cnv_01jd0000000000000000000000")]
    conversation: String,
    client: PartyView,
    provider: PartyView,
    /// `direct` or `held`.
    settlement: &'static str,
    /// Whether its client alone ends it, by « mission terminée »: a lot that the two settle between them. Nothing is
    /// delivered in it, and nothing of it is due.
    is_clients_to_end: bool,
    /// How many revisions of each milestone; null for any number.
    revisions: Option<u32>,
    /// What the provider asked before it begins, with the client's answers.
    questions: Vec<AnsweredView>,
    /// Until when the client is to answer, while it has not.
    answer_by: Option<DateTime<Utc>>,
    /// For work by the hour: its milestones are sheets of hours.
    timesheet: Option<TimesheetView>,
    milestones: Vec<MilestoneView>,
    /// What all milestones come to, VAT included; what was called off is not in it.
    gross: MoneyView,
    /// Names, addresses and numbers of both sides; null in a list.
    contacts: Option<ContactsView>,
    placed_at: DateTime<Utc>,
    /// What the client said of it once it was completed.
    #[schema(example = "rev_01jd0000000000000000000000")]
    review: Option<String>,
    /// What was kept, released and given back in all; null when the two settle it between them, and in a list.
    money: Option<KeptView>,
    /// For the client: the last four digits of the card that is charged for the periods that follow; null when it pays
    /// each itself, and in a list.
    #[schema(example = "4242")]
    card_ending: Option<String>,
    /// For who may `pay`: how many further periods of a subscription `charge_next` has the same card charged for.
    periods_to_charge: usize,
    /// What the caller may do now: `pay`, `start`, `give_requirements`, `deliver`, `request_revision`, `accept`,
    /// `complete` (the mission of a lot, through its lot), `log_hours`, `set_weekly_hours`, `stop`, `cancel`, `dispute`, `review`.
    actions: Vec<&'static str>,
    #[serde(skip)]
    place: Place,
}

/// The lot whose mission an order is.
#[derive(Serialize, ToSchema)]
pub struct OrderLotView {
    #[schema(example = "lot_01jd0000000000000000000000")]
    id: String,
    /// The slug of its trade.
    #[schema(example = "dj")]
    trade: String,
    /// The tender that it is part of.
    #[schema(example = "tnd_01jd0000000000000000000000")]
    tender: String,
}

/// A question with its answer.
#[derive(Serialize, ToSchema)]
pub struct AnsweredView {
    text: String,
    /// Whether it must be answered.
    mandatory: bool,
    /// What the client answered; null before it did.
    answer: Option<String>,
}

/// A part of an order.
#[derive(Serialize, ToSchema)]
pub struct MilestoneView {
    /// From 1.
    number: u32,
    /// Empty when the order has no named parts.
    name: String,
    /// `pending`, `awaiting_payment`, `funded`, `started`, `delivered`, `revision_requested`, `accepted`,
    /// `disputed`, `settled` or `cancelled`.
    state: &'static str,
    net: MoneyView,
    /// VAT included.
    gross: MoneyView,
    /// How many minutes were logged on it, when it is a sheet of hours.
    minutes: Option<u32>,
    /// How often the client asked for changes.
    revisions_used: u32,
    /// Until when the client is to pay.
    pay_by: Option<DateTime<Utc>>,
    /// When its payment arrived and was kept.
    funded_at: Option<DateTime<Utc>>,
    /// From when on the client may take its payment back, while nobody began.
    refundable_at: Option<DateTime<Utc>>,
    /// When its payment goes back by itself, while nobody began.
    start_by: Option<DateTime<Utc>>,
    /// When it begins, for a period of a subscription.
    opens_at: Option<DateTime<Utc>>,
    started_at: Option<DateTime<Utc>>,
    /// Until when it, or its changes, are to be delivered.
    due_at: Option<DateTime<Utc>>,
    delivered_at: Option<DateTime<Utc>>,
    /// When it counts as accepted.
    accept_by: Option<DateTime<Utc>>,
    accepted_at: Option<DateTime<Utc>>,
    cancelled_at: Option<DateTime<Utc>>,
    /// Since when there is a dispute about it.
    disputed_at: Option<DateTime<Utc>>,
    /// When a dispute ended it.
    settled_at: Option<DateTime<Utc>>,
    /// What the provider got of it by the end of a dispute, VAT included.
    released: Option<MoneyView>,
}

/// What became of money that was paid in advance.
#[derive(Serialize, ToSchema)]
pub struct KeptView {
    /// Kept now.
    held: MoneyView,
    /// The provider's, the platform's commission included.
    released: MoneyView,
    /// Gone back to the client, or on its way there.
    refunded: MoneyView,
}

impl OrderView {
    /// An order as this side sees it at a moment.
    pub fn one(conn: &mut Conn, order: &Order, actor: &Actor, now: Instant) -> Result<Self, Error> {
        let views = Self::all(conn, std::slice::from_ref(order), actor, now)?;
        let view = views.into_iter().next().ok_or(Error::NotFound)?;
        let contacts = ContactsView::read(conn, order.client, order.provider)?;
        let money = if order.held.is_some() { Some(KeptView::read(conn, order)?) } else { None };
        let card = match order.is_clients(actor) {
            Ok(()) => payments::kept_card(conn, order.id)?,
            Err(_) => None,
        };
        let card_ending = card.map(|(_, card)| card.ending);
        Ok(Self { contacts: Some(contacts), money, card_ending, ..view })
    }

    /// Some orders, in three more queries whatever their number.
    pub fn all(
        conn: &mut Conn,
        orders: &[Order],
        actor: &Actor,
        now: Instant,
    ) -> Result<Vec<Self>, Error> {
        let ids: Vec<OrganizationId> =
            orders.iter().flat_map(|order| [order.client, order.provider]).collect();
        let parties = parties(conn, &ids)?;
        let pairs: Vec<_> = orders.iter().map(|order| (order.client, order.provider)).collect();
        let conversations = conversations::of_pairs(conn, &pairs)?;
        let lots: Vec<LotId> = orders.iter().filter_map(|order| order.lot).collect();
        let lots = lots::of_ids(conn, &lots)?;
        orders
            .iter()
            .map(|order| {
                let pair = (order.client, order.provider);
                let conversation = conversations.get(&pair).ok_or(Error::NotFound)?;
                let lot = order.lot.and_then(|id| lots.get(&id)).map(OrderLotView::from);
                Ok(Self { lot, ..Self::of(order, conversation, &parties, actor, now)? })
            })
            .collect()
    }

    fn of(
        order: &Order,
        conversation: &Conversation,
        parties: &HashMap<OrganizationId, PartyView>,
        actor: &Actor,
        now: Instant,
    ) -> Result<Self, Error> {
        let party = |id| parties.get(&id).cloned().ok_or(Error::NotFound);
        let actions = order.actions(actor, now);
        Ok(Self {
            id: order.id.to_string(),
            version: order.version,
            status: order.status().as_str(),
            title: order.title.clone(),
            kind: order.kind.as_str(),
            offer: order.offer.to_string(),
            agreed_version: order.agreed_version,
            lot: None,
            conversation: conversation.id.to_string(),
            client: party(order.client)?,
            provider: party(order.provider)?,
            settlement: order.settlement().as_str(),
            is_clients_to_end: order.is_clients_to_end(),
            revisions: match order.revisions {
                Revisions::UpTo(count) => Some(count),
                Revisions::Unlimited => None,
            },
            questions: answered(order),
            answer_by: order.answer_by.filter(|_| order.awaits_answers()),
            timesheet: TimesheetView::of(order, actions.contains(&OrderAction::LogHours), now),
            milestones: (1..)
                .zip(&order.milestones)
                .map(|(number, it)| {
                    let view = MilestoneView::of(number, it);
                    let due_at = view.due_at.filter(|_| !order.is_clients_to_end());
                    MilestoneView { minutes: order.sheet_minutes(number), due_at, ..view }
                })
                .collect(),
            gross: gross(order).into(),
            contacts: None,
            money: None,
            card_ending: None,
            periods_to_charge: if actions.contains(&OrderAction::Pay) {
                order.periods_to_charge()
            } else {
                0
            },
            placed_at: order.created_at,
            review: order.review.map(|id| id.to_string()),
            actions: actions.into_iter().map(OrderAction::as_str).collect(),
            place: (order.created_at.timestamp_millis(), order.id.to_string()),
        })
    }

    /// Its place in a list.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

impl From<&Lot> for OrderLotView {
    fn from(lot: &Lot) -> Self {
        Self { id: lot.id.to_string(), trade: lot.trade.clone(), tender: lot.tender.to_string() }
    }
}

fn answered(order: &Order) -> Vec<AnsweredView> {
    let answer = |place: usize| order.answers.as_ref()?.get(place).cloned();
    let questions = order.questions.iter().enumerate();
    questions
        .map(|(place, question)| AnsweredView {
            text: question.text.clone(),
            mandatory: question.mandatory,
            answer: answer(place),
        })
        .collect()
}

fn gross(order: &Order) -> Money {
    let counts = |it: &&Milestone| !matches!(it.state, MilestoneState::Cancelled { .. });
    let parts = order.milestones.iter().filter(counts).map(|it| it.gross);
    // Their sum was checked when they were offered.
    let sum = parts.clone().next().and_then(|first| Money::checked_sum(first.currency, parts));
    sum.unwrap_or(Money::euros(0))
}

impl KeptView {
    fn read(conn: &mut Conn, order: &Order) -> Result<Self, Error> {
        let purses: Vec<Purse> =
            (1..).zip(&order.milestones).map(|(number, _)| order.purse(number)).collect();
        let kept = ledger::kept(conn, &purses)?;
        let sum = |get: fn(&Kept) -> Money| {
            let parts = kept.values().map(|it| get(it).amount);
            MoneyView::from(Money::euros(parts.sum()))
        };
        Ok(Self {
            held: sum(|it| it.held),
            released: sum(|it| it.released),
            refunded: sum(|it| it.refunded),
        })
    }
}

impl MilestoneView {
    fn of(number: u32, it: &Milestone) -> Self {
        let mut view = Self {
            number,
            name: it.name.clone(),
            state: it.state.as_str(),
            net: it.net.into(),
            gross: it.gross.into(),
            minutes: None,
            revisions_used: it.revisions_used,
            pay_by: None,
            funded_at: it.funded_at,
            refundable_at: None,
            start_by: None,
            opens_at: None,
            started_at: it.state.started_at(),
            due_at: None,
            delivered_at: None,
            accept_by: None,
            accepted_at: None,
            cancelled_at: None,
            disputed_at: None,
            settled_at: None,
            released: None,
        };
        match it.state {
            MilestoneState::Pending { opens_at } => view.opens_at = opens_at,
            MilestoneState::AwaitingPayment { pay_by } => view.pay_by = Some(pay_by),
            MilestoneState::Funded { refundable_at, start_by } => {
                view.refundable_at = Some(refundable_at);
                view.start_by = Some(start_by);
            }
            MilestoneState::Disputed { opened_at, .. } => view.disputed_at = Some(opened_at),
            MilestoneState::Settled { settled_at, released, .. } => {
                view.settled_at = Some(settled_at);
                view.released = Some(released.into());
            }
            MilestoneState::Started { due_at, .. }
            | MilestoneState::RevisionRequested { due_at, .. } => view.due_at = Some(due_at),
            MilestoneState::Delivered { delivered_at, accept_by, .. } => {
                view.delivered_at = Some(delivered_at);
                view.accept_by = Some(accept_by);
            }
            MilestoneState::Accepted { accepted_at, .. } => view.accepted_at = Some(accepted_at),
            MilestoneState::Cancelled { cancelled_at } => view.cancelled_at = Some(cancelled_at),
        }
        view
    }
}
