//! Who may do what with a custom offer, in which state.

mod bounds;

use chrono::TimeDelta;

use super::*;
use crate::{
    conversations::ConversationState,
    ids::{ConversationId, Id},
    money::Money,
    offers::{
        Revisions, WrittenQuestion,
        terms::{Rhythm, WrittenHourly, WrittenLine, WrittenMilestone, WrittenSubscription},
        tests::{CLIENT, DJ, RIVAL, id, now, party, person},
    },
    orders::OrderStatus,
};

pub(crate) fn line(cents: i64) -> WrittenLine {
    WrittenLine {
        label: "Soirée".to_owned(),
        quantity: "1".to_owned(),
        unit_price: Money::euros(cents),
        vat_rate: 2000,
    }
}

pub(crate) fn fixed() -> WrittenTerms {
    WrittenTerms::Fixed { lines: vec![line(80_000)], delivery_days: 14 }
}

pub(crate) fn milestones(count: usize, days: u32, delivery_days: u32) -> WrittenTerms {
    let one = |place| WrittenMilestone {
        name: format!("Étape {place}"),
        description: "Un plan coté.".to_owned(),
        days,
        price: Money::euros(10_000),
        vat_rate: 2000,
    };
    WrittenTerms::Milestones { milestones: (0..count).map(one).collect(), delivery_days }
}

pub(crate) fn subscription(rhythm: Rhythm, every: u32, deliveries: u32) -> WrittenTerms {
    let lines = vec![line(5_000)];
    let delivery_days = 3;
    WrittenTerms::Subscription(WrittenSubscription {
        lines,
        rhythm,
        every,
        deliveries,
        delivery_days,
    })
}

pub(crate) fn hourly(estimated_hours: u32) -> WrittenTerms {
    WrittenTerms::Hourly(WrittenHourly {
        rate: Money::euros(4_500),
        vat_rate: 2000,
        weekly_hours: Some(20),
        estimated_hours,
    })
}

pub(crate) fn written(terms: WrittenTerms) -> WrittenCustomOffer {
    WrittenCustomOffer {
        title: "Soirée de mariage".to_owned(),
        description: "De 20 h à 3 h, lumières comprises.".to_owned(),
        terms,
        conditions: WrittenConditions::default(),
        expires_on: None,
    }
}

pub(crate) fn parse(terms: WrittenTerms) -> Result<Proposal, Fields> {
    written(terms).parse(None, &Limits::default(), now())
}

pub(crate) fn conversation() -> Conversation {
    Conversation {
        id: ConversationId::from_uuid(uuid::Uuid::from_u128(50)),
        client: id(CLIENT),
        provider: id(DJ),
        client_state: OrganizationState::Open,
        provider_state: OrganizationState::Open,
        state: ConversationState::Open,
        assignee: None,
        created_at: now(),
        last_at: now(),
    }
}

pub(crate) fn sent(proposal: Proposal) -> CustomOffer {
    let (conversation, provider) = (conversation(), party(DJ));
    let sender = Sender {
        conversation: &conversation,
        provider: &provider,
        kinds: TermsKind::ALL,
        settlements: Settlement::ALL,
    };
    let offer =
        sender.send(&person(DJ), id(20), proposal, &Limits::default(), now()).unwrap().after;
    CustomOffer { offer, conversation }
}

fn accept(custom: CustomOffer, number: i32) -> Result<Change<Placed>, OfferRefusal> {
    custom.accept(&person(CLIENT), &party(DJ), number, id(30), &Limits::default(), now())
}

fn refusal<T>(outcome: Result<T, Rejection>) -> OfferRefusal {
    match outcome.err().unwrap() {
        Rejection::Refused(refusal) => refusal,
        Rejection::Fields(fields) => panic!("{fields:?}"),
    }
}

/// S2-001, A-30: only the provider of a conversation offers in it, while both are there.
#[test]
fn an_offer_needs_a_conversation() {
    let (conversation, dj, rival) = (conversation(), party(DJ), party(RIVAL));
    let sender = |provider| Sender {
        conversation: &conversation,
        provider,
        kinds: TermsKind::ALL,
        settlements: Settlement::ALL,
    };
    assert_eq!(sender(&dj).permits(&person(DJ)), Ok(()));
    assert_eq!(sender(&dj).permits(&person(CLIENT)), Err(OfferRefusal::ProviderOffers));
    assert_eq!(sender(&rival).permits(&person(RIVAL)), Err(OfferRefusal::ConversationOver));
    let gone = Conversation { client_state: OrganizationState::Closed, ..conversation.clone() };
    let sender = Sender {
        conversation: &gone,
        provider: &dj,
        kinds: TermsKind::ALL,
        settlements: Settlement::ALL,
    };
    assert_eq!(sender.permits(&person(DJ)), Err(OfferRefusal::ConversationOver));
}

/// S2-009, S2-010: a kind that is off is refused; so is a way to pay.
#[test]
fn only_kinds_that_are_on_are_offered() {
    let (conversation, dj) = (conversation(), party(DJ));
    let kinds = [TermsKind::Fixed];
    let settlements = &[Settlement::Direct];
    let sender = Sender { conversation: &conversation, provider: &dj, kinds: &kinds, settlements };
    let send = |proposal| sender.send(&person(DJ), id(20), proposal, &Limits::default(), now());
    assert!(send(parse(fixed()).unwrap()).is_ok());
    assert_eq!(refusal(send(parse(hourly(8)).unwrap())), OfferRefusal::KindNotOffered);
    let mut held = parse(fixed()).unwrap();
    held.conditions.settlement = Settlement::Held;
    assert_eq!(refusal(send(held)), OfferRefusal::SettlementNotOffered);
}

/// S2-008: state × action × person, as one table.
#[test]
fn who_may_do_what_and_when() {
    let offer = || sent(parse(fixed()).unwrap());
    let states = [
        OfferState::Sent,
        OfferState::Accepted,
        OfferState::Declined,
        OfferState::Withdrawn,
        OfferState::Expired,
        OfferState::Ended,
    ];
    for state in states {
        let custom = offer().at(state);
        let may = |number| -> Vec<&str> {
            custom.actions(&person(number), now()).into_iter().map(CustomAction::as_str).collect()
        };
        let on = state == OfferState::Sent;
        assert_eq!(may(DJ), if on { vec!["revise", "withdraw"] } else { vec![] }, "{state:?}");
        assert_eq!(may(CLIENT), if on { vec!["accept", "decline"] } else { vec![] }, "{state:?}");
        assert!(may(RIVAL).is_empty());
    }
}

/// S2-006, A-41: after its date, or thirty days, it cannot be accepted.
#[test]
fn an_offer_passes_its_date() {
    let custom = sent(parse(fixed()).unwrap());
    assert_eq!(custom.offer.expires_at, now() + TimeDelta::days(30));
    let later = custom.offer.expires_at;
    assert_eq!(
        custom.permits(CustomAction::Accept, &person(CLIENT), later),
        Err(OfferRefusal::OfferPast)
    );
    assert_eq!(custom.clone().expire(later - TimeDelta::milliseconds(1)), None);
    let expired = custom.expire(later).unwrap();
    assert_eq!(expired.after.offer.state, OfferState::Expired);
    assert_eq!(expired.facts[0].kind(), "custom_offer.expired");
}

/// Part 5: each edit is a new version; accepting an old one is refused.
#[test]
fn only_the_version_in_force_is_accepted() {
    let custom = sent(parse(fixed()).unwrap());
    let (conversation, dj) = (conversation(), party(DJ));
    let sender = Sender {
        conversation: &conversation,
        provider: &dj,
        kinds: TermsKind::ALL,
        settlements: Settlement::ALL,
    };
    let proposal = parse(hourly(8)).unwrap();
    let revised = custom.revise(&person(DJ), &sender, proposal, &Limits::default(), now()).unwrap();
    assert_eq!(revised.after.offer.current.number, 2);
    assert_eq!(accept(revised.after.clone(), 1).unwrap_err(), OfferRefusal::VersionOutdated);
    let placed = accept(revised.after, 2).unwrap().after;
    assert_eq!(placed.offer.offer.state, OfferState::Accepted);
    assert_eq!((placed.order.agreed_version, placed.order.kind), (2, TermsKind::Hourly));
}

/// S2-041, S2-042: without questions the order starts with its placement, with them when they are answered.
#[test]
fn an_order_starts_when_it_can() {
    let placed = accept(sent(parse(fixed()).unwrap()), 1).unwrap();
    assert_eq!(placed.after.order.status(), OrderStatus::InWork);
    let kinds: Vec<&str> = placed.facts.iter().map(Fact::kind).collect();
    assert_eq!(kinds, ["order.placed", "order.started"]);
    let mut asking = written(fixed());
    asking.conditions.questions =
        vec![WrittenQuestion { text: "Combien d’invités ?".to_owned(), mandatory: true }];
    let asking = asking.parse(None, &Limits::default(), now()).unwrap();
    let placed = accept(sent(asking), 1).unwrap();
    assert_eq!(placed.after.order.status(), OrderStatus::AwaitingRequirements);
    assert_eq!(placed.facts.len(), 1);
}
