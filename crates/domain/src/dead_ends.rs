//! Part 6 « No dead end »: walks every state that a tender with a lot and two providers can get into, and
//! from each lets only time pass. What has not come to rest by then, the operator must be able to end.
//!
//! A draft waits for nobody: its client alone knows of it.

mod moves;

use std::collections::{BTreeSet, VecDeque};

use chrono::TimeDelta;

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    deadlines::DeadlineAction,
    events::{Occasion, Sketch},
    ids::LotId,
    limits::Limits,
    lots::{Lot, LotState, LotStatus},
    offers::{
        Application, Call, Deal, EndReason, Engaged, Offer, OfferState, Settlement,
        tests::{CLIENT, DJ, RIVAL, id, now, party, person, proposal, selected},
    },
    orders::Order,
    organizations::{Organization, OrganizationState},
    tenders::{CloseReason, Edit, PublicationCap, Tender, TenderState, TenderStatus, WantedLot},
    world::Instant,
};

/// Whose timers a mission's are.
const ORDER: &str = "order";
const SIDES: [u128; 2] = [DJ, RIVAL];

/// A timer as it is recorded; once set it is never set again, fired or not.
type Row = (Instant, DeadlineAction, String);

#[derive(Clone)]
struct Stand {
    tender: Tender,
    offers: [Option<Offer>; 2],
    /// The mission of the lot in work.
    order: Option<Order>,
    client_gone: bool,
    gone: [bool; 2],
    now: Instant,
    rows: BTreeSet<Row>,
    fired: BTreeSet<Row>,
}

fn occasion(day: &str) -> Occasion {
    let sketch = Sketch {
        kind: "wedding".to_owned(),
        title: "Mariage".to_owned(),
        day: day.to_owned(),
        day_flexible: day.is_empty(),
        town: "Rouen".to_owned(),
        departement: "76".to_owned(),
        guests: Some(100),
        description: "Une fête.".to_owned(),
        ..Sketch::default()
    };
    sketch.parse(now()).unwrap()
}

fn operator() -> Actor {
    Actor { kind: OrganizationKind::Operator, ..person(9) }
}

fn side(number: u128, gone: bool) -> Organization {
    let state = if gone { OrganizationState::Closed } else { OrganizationState::Open };
    Organization { state, ..party(number) }
}

impl Stand {
    fn draft(day: &str) -> Self {
        let begun = Tender::begin(&person(CLIENT), id(11), id(12), occasion(day), now()).unwrap();
        let wanted = WantedLot {
            id: None,
            trade: "dj".to_owned(),
            wishes: String::new(),
            quantity: "1".to_owned(),
        };
        let edit = Edit { lots: Some(vec![wanted]), ..Edit::default() };
        let edited = begun.edit(&person(CLIENT), edit, &[], now(), || id::<LotId>(10)).unwrap();
        Self {
            tender: edited.change.after,
            offers: [None, None],
            order: None,
            client_gone: false,
            gone: [false, false],
            now: now(),
            rows: BTreeSet::new(),
            fired: BTreeSet::new(),
        }
    }

    fn lot(&self) -> &Lot {
        &self.tender.lots[0]
    }

    fn deal(&self, place: usize) -> Option<Deal> {
        Some(Deal {
            offer: self.offers[place].clone()?,
            lot: self.lot().clone(),
            call: Call::from(&self.tender),
            review: None,
        })
    }

    fn awarded(&self) -> Option<usize> {
        let award = self.lot().state.award()?;
        self.offers.iter().position(|offer| offer.as_ref().is_some_and(|it| it.id == award.offer))
    }

    /// What the walk tells states apart by: everything but the moment and the words.
    fn name(&self) -> String {
        let past = |at: Option<Instant>| at.is_some_and(|at| at <= self.now);
        let offers: Vec<&str> = self
            .offers
            .iter()
            .map(|offer| offer.as_ref().map_or("none", |offer| offer.state.as_str()))
            .collect();
        format!(
            "{} {} {} {offers:?} dated={} over={} lapsed={} gone={}{:?}",
            self.tender.status().as_str(),
            self.lot().status().as_str(),
            self.mission(),
            self.tender.event.occasion.day.is_some(),
            past(self.tender.over_at()),
            past(self.tender.lapses_at()),
            self.client_gone,
            self.gone,
        )
    }

    /// How a lot that is given is paid, and where its mission stands.
    fn mission(&self) -> String {
        let order = self.order.as_ref().filter(|order| !order.status().is_over());
        let stands = order.map_or("", |it| it.status().as_str());
        let award = self.lot().state.award();
        award.map_or_else(String::new, |it| format!("{} {stands}", it.settlement.as_str()))
    }

    // What the db crate does with a decision.

    fn with_tender(mut self, change: Change<Tender>) -> Self {
        self.tender = change.after;
        for (action, at) in self.tender.timers(self.now) {
            self.rows.insert((at, action, String::new()));
        }
        self
    }

    fn with_deal(mut self, place: usize, change: Change<Deal>) -> Self {
        let confirmed = matches!(change.after.lot.state, LotState::InWork { .. });
        for (subject, action, at) in change.after.timers() {
            self.rows.insert((at, action, subject));
        }
        self.tender.lots[0] = change.after.lot;
        self.offers[place] = Some(change.after.offer);
        if confirmed { self.ended(EndReason::LotConfirmed) } else { self }
    }

    fn with_order(mut self, place: usize, order: Order) -> Self {
        for (action, at) in order.timers() {
            self.rows.insert((at, action, ORDER.to_owned()));
        }
        self.order = Some(order);
        let Some(order) = &self.order else { return self };
        match self.deal(place).and_then(|deal| deal.follow(order, self.now)) {
            Some(change) => self.with_deal(place, change),
            None => self,
        }
    }

    fn each_offer(mut self, decide: impl Fn(Offer) -> Option<Change<Offer>>) -> Self {
        for offer in self.offers.iter_mut().flatten() {
            if let Some(change) = decide(offer.clone()) {
                *offer = change.after;
            }
        }
        self
    }

    fn ended(self, reason: EndReason) -> Self {
        self.each_offer(|offer| offer.end(reason))
    }

    // What time does.

    /// Lets the next timer fire, as the worker does.
    fn fire(&self) -> Option<Self> {
        let row = self.rows.difference(&self.fired).next()?.clone();
        let mut after = self.clone();
        after.now = self.now.max(row.0);
        after.fired.insert(row.clone());
        Some(match row.1 {
            DeadlineAction::ChoiceExpiry => after.choice_expired(),
            DeadlineAction::OfferExpiry => after.offer_expired(&row.2),
            DeadlineAction::TenderLapse => after.lapsed(),
            DeadlineAction::OrderDue => after.order_due(),
            _ => after,
        })
    }

    fn order_due(self) -> Self {
        let Some(place) = self.awarded() else { return self };
        match self.order.clone().and_then(|order| order.fall_due(self.now)) {
            Some(change) => self.with_order(place, change.after),
            None => self,
        }
    }

    fn choice_expired(self) -> Self {
        let Some(place) = self.awarded() else { return self };
        match self.deal(place).and_then(|deal| deal.expire_choice(self.now)) {
            Some(change) => self.with_deal(place, change),
            None => self,
        }
    }

    fn offer_expired(self, subject: &str) -> Self {
        let is_it =
            |offer: &Option<Offer>| offer.as_ref().is_some_and(|it| it.id.to_string() == subject);
        let Some(place) = self.offers.iter().position(is_it) else { return self };
        match self.deal(place).and_then(|deal| deal.expire(self.now)) {
            Some(change) => self.with_deal(place, change),
            None => self,
        }
    }

    fn lapsed(mut self) -> Self {
        if let Some(later) = self.tender.lapses_at().filter(|at| *at > self.now) {
            self.rows.insert((later, DeadlineAction::TenderLapse, String::new()));
            return self;
        }
        let was_open = self.lot().status() == LotStatus::Open;
        match self.tender.clone().lapse(self.now) {
            Some(change) if change.after == self.tender => self,
            Some(change) => {
                let after = self.with_tender(change);
                if was_open { after.ended(EndReason::EventPast) } else { after }
            }
            None => self,
        }
    }

    /// Nobody waits for anybody.
    fn rests(&self) -> bool {
        let is_live = |offer: &Offer| offer.state.is_live();
        let ended = matches!(self.lot().status(), LotStatus::Done | LotStatus::Closed);
        let tender = matches!(self.tender.status(), TenderStatus::Done | TenderStatus::Closed);
        let draft = matches!(self.tender.state, TenderState::Draft { .. });
        draft || ended && tender && !self.offers.iter().flatten().any(is_live)
    }

    /// Only time passes from here on.
    fn after_all_timers(&self) -> Self {
        let mut stand = self.clone();
        for _ in 0..100 {
            match stand.fire() {
                Some(next) => stand = next,
                None => return stand,
            }
        }
        panic!("{}: its timers never end", self.name());
    }
}

/// Every state that can be reached, one of each name.
fn reached() -> Vec<Stand> {
    let mut names = BTreeSet::new();
    let mut waiting: VecDeque<Stand> = [Stand::draft("2027-06-12"), Stand::draft("")].into();
    let mut reached = Vec::new();
    while let Some(stand) = waiting.pop_front() {
        if names.insert(stand.name()) {
            waiting.extend(stand.moves());
            reached.push(stand);
        }
    }
    reached
}

/// Part 6: each state that waits has a timer, or an exit of the operator's.
#[test]
fn every_state_comes_to_rest_or_is_the_operators_to_end() {
    let reached = reached();
    for stand in &reached {
        let waits_for_time = stand.rows.difference(&stand.fired).next().is_some();
        assert!(
            stand.rests() || waits_for_time || stand.end_stuck().is_some(),
            "{}: no timer and no exit",
            stand.name()
        );
        let later = stand.after_all_timers();
        let exit = later.end_stuck();
        assert!(
            later.rests() || exit.is_some_and(|ended| ended.rests()),
            "{} comes to {} and stays there",
            stand.name(),
            later.name()
        );
    }
    // The walk is worth nothing if it stays at home.
    let statuses: BTreeSet<LotStatus> = reached.iter().map(|it| it.lot().status()).collect();
    assert_eq!(statuses, LotStatus::ALL.iter().copied().collect());
    let offers = reached.iter().flat_map(|it| it.offers.iter().flatten());
    let states: BTreeSet<OfferState> = offers.map(|offer| offer.state).collect();
    assert_eq!(states, OfferState::ALL.iter().copied().collect());
    assert!(reached.len() > 200, "{} states", reached.len());
}
