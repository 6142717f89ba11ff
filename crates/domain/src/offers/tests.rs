//! The state × action matrix as a table, the bounds of each rule, and a seeded simulation.

mod engaging;
mod matrix;
mod rules;
mod simulation;

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Europe::Paris;
use uuid::Uuid;

use super::{
    terms::{Terms, WrittenLine, lines},
    *,
};
use crate::{
    actor::{OrganizationKind, Role},
    change::Change,
    facts::Fact,
    ids::{AccountId, Id},
    limits::Limits,
    lots::Award,
    money::Money,
    orders::Order,
    organizations::{Address, LegalKind, Organization, OrganizationState, Plan, Subscription},
    text::Handle,
};

pub(crate) const CLIENT: u128 = 1;
pub(crate) const DJ: u128 = 2;
pub(crate) const RIVAL: u128 = 3;

pub(crate) fn id<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

pub(crate) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// A Monday, three months before the event.
pub(crate) fn now() -> Instant {
    at("2027-03-01T09:00:00Z")
}

pub(crate) fn person(organization: u128) -> Actor {
    Actor {
        account: id::<AccountId>(100 + organization),
        organization: id(organization),
        kind: if organization == CLIENT {
            OrganizationKind::Client
        } else {
            OrganizationKind::Provider
        },
        role: Role::Member,
    }
}

pub(crate) fn party(number: u128) -> Organization {
    let kind = person(number).kind;
    Organization {
        id: id(number),
        version: 1,
        kind,
        handle: Handle::parse(&format!("partie-{number}")).unwrap(),
        name: format!("Partie {number}"),
        legal_kind: LegalKind::Company,
        siret: None,
        vat_number: None,
        vat_exempt: false,
        address: Address {
            street: "1 rue du Port".to_owned(),
            postal_code: "76600".to_owned(),
            town: "Le Havre".to_owned(),
            departement: "76".to_owned(),
        },
        phone: "+33235000000".to_owned(),
        website: None,
        presentation: String::new(),
        showcase: crate::organizations::Showcase::default(),
        trades: vec!["dj".to_owned()],
        departements: vec!["76".to_owned(), "27".to_owned()],
        france_wide: false,
        paused: false,
        subscription: (kind == OrganizationKind::Provider).then_some(Subscription {
            plan: Plan::VipPlus,
            until: Some(at("2028-01-01T00:00:00Z")),
        }),
        state: OrganizationState::Open,
        created_at: now(),
    }
}

pub(crate) fn call() -> Call {
    Call {
        title: "Mariage".to_owned(),
        is_published: true,
        revision: 1,
        departement: "76".to_owned(),
        day: NaiveDate::from_ymd_opt(2027, 6, 12),
        zone: Paris,
        over_at: Some(at("2027-06-12T22:00:00Z")),
    }
}

pub(crate) fn proposal(cents: i64) -> Proposal {
    let line = WrittenLine {
        label: "Soirée".to_owned(),
        quantity: "1".to_owned(),
        unit_price: Money::euros(cents),
        vat_rate: 2000,
    };
    Proposal {
        title: String::new(),
        public_message: "Vingt ans de mariages en Normandie.".to_owned(),
        private_message: String::new(),
        terms: Terms::Fixed { lines: lines(&[line]).unwrap(), delivery_days: None },
        conditions: Conditions::default(),
        expires_at: None,
    }
}

pub(crate) fn open_lot() -> Lot {
    Lot {
        id: id(10),
        version: 1,
        tender: id(11),
        client: id(CLIENT),
        position: 0,
        trade: "dj".to_owned(),
        wishes: String::new(),
        quantity: String::new(),
        state: LotState::Open,
        created_at: now(),
    }
}

pub(crate) fn application<'a>(
    lot: &'a Lot,
    call: &'a Call,
    provider: &'a Organization,
) -> Application<'a> {
    Application { lot, call, provider, earlier: None }
}

/// An offer of the DJ that was just sent for an open lot.
pub(crate) fn sent() -> Deal {
    let (lot, call, provider) = (open_lot(), call(), party(DJ));
    let offer = application(&lot, &call, &provider)
        .send(&person(DJ), id(20), proposal(80_000), &Limits::default(), now())
        .unwrap()
        .after;
    Deal { offer, lot, call, review: None }
}

pub(crate) fn chosen() -> Deal {
    chosen_to_pay(Settlement::Direct)
}

pub(crate) fn chosen_to_pay(how: Settlement) -> Deal {
    sent().choose(&person(CLIENT), selected(1, how), &Limits::default(), now()).unwrap().after
}

pub(crate) fn in_work() -> Deal {
    confirm(chosen(), DJ, now()).unwrap().after
}

pub(crate) fn done() -> Deal {
    complete(in_work(), now()).unwrap().after
}

/// A version and a way to pay, where both ways are.
pub(crate) fn selected(number: i32, settlement: Settlement) -> Selection<'static> {
    Selection { number, settlement, offered: Settlement::ALL }
}

/// The provider confirms; what becomes of the offer and its lot.
pub(crate) fn confirm(
    deal: Deal,
    provider: u128,
    now: Instant,
) -> Result<Change<Deal>, OfferRefusal> {
    let (actor, party) = (person(provider), party(provider));
    let engaged = deal.confirm(&actor, &party, id(40), &Limits::default(), now)?;
    Ok(Change::told(engaged.after.deal, engaged.facts))
}

/// The client ends the mission, and the lot follows.
pub(crate) fn complete(deal: Deal, now: Instant) -> Result<Change<Deal>, OfferRefusal> {
    deal.permits(OfferAction::Complete, &person(CLIENT), now)?;
    let award = deal.lot.state.award().unwrap();
    let order = Order::of_lot(id(40), &deal, award, &Limits::default(), now);
    let order = order.complete(&person(CLIENT), now).unwrap().after;
    Ok(deal.follow(&order, now).unwrap())
}

/// The same lot given to the rival meanwhile.
fn given_to_rival(deal: Deal, offer: OfferState, lot: fn(Award) -> LotState) -> Deal {
    let award = Award {
        offer: id(21),
        provider: id(RIVAL),
        agreed_version: 1,
        settlement: Settlement::Direct,
        chosen_at: now(),
    };
    deal.at(offer, lot(award))
}

fn refusal(rejection: Rejection) -> OfferRefusal {
    match rejection {
        Rejection::Refused(refusal) => refusal,
        Rejection::Fields(fields) => panic!("{fields:?}"),
    }
}

fn kinds(facts: &[Fact]) -> Vec<&'static str> {
    facts.iter().map(Fact::kind).collect()
}

fn days(count: i64) -> TimeDelta {
    TimeDelta::days(count)
}
