use super::*;
use crate::{
    facts::Fact,
    money::Money,
    offers::{
        custom::tests::{milestones, sent, written},
        tests::{CLIENT, DJ, id, now, person},
    },
    orders::Frozen,
};

fn placed() -> Order {
    let proposal = written(milestones(2, 5, 30)).parse(None, &Limits::default(), now()).unwrap();
    Order::place(id(30), &sent(proposal).offer, &Limits::default(), now())
}

fn hand_over(order: Order, number: u128) -> Result<HandedOver, OrderRefusal> {
    Delivery::hand_over(order, &person(DJ), id(number), "Voilà.", &Limits::default(), now())
}

/// S4-015: a delivery is of the milestone that is under way, and again after a revision.
#[test]
fn each_delivery_names_its_milestone() {
    let first = hand_over(placed(), 41).unwrap();
    assert_eq!((first.delivery.milestone, first.delivery.order), (1, id(30)));
    assert_eq!(
        hand_over(first.order.after.clone(), 42).err(),
        Some(OrderRefusal::AlreadyDelivered)
    );
    let revised = first.order.after.request_revision(&person(CLIENT), "Plus court.".into(), now());
    let again = hand_over(revised.unwrap().after, 43).unwrap();
    assert_eq!(again.delivery.milestone, 1);
    let next = again.order.after.accept(&person(CLIENT), now()).unwrap().after;
    assert_eq!(hand_over(next, 44).unwrap().delivery.milestone, 2);
    let by_client =
        Delivery::hand_over(placed(), &person(CLIENT), id(45), "Moi", &Limits::default(), now());
    assert_eq!(by_client.err(), Some(OrderRefusal::ProviderDecides));
}

/// S4-020, S4-021: only what was accepted is open, and what was called off stays closed; the queries say the same.
#[test]
fn what_was_accepted_alone_is_open() {
    let at = now();
    let table = [
        (MilestoneState::Pending { opens_at: None }, Seal::Sealed),
        (MilestoneState::AwaitingPayment { pay_by: at }, Seal::Sealed),
        (MilestoneState::Funded { refundable_at: at, start_by: at }, Seal::Sealed),
        (
            MilestoneState::Disputed {
                started_at: at,
                opened_at: at,
                frozen: Frozen::Started { due_at: at },
            },
            Seal::Sealed,
        ),
        (
            MilestoneState::Settled { started_at: at, settled_at: at, released: Money::euros(1) },
            Seal::Open,
        ),
        (MilestoneState::Started { started_at: at, due_at: at }, Seal::Sealed),
        (
            MilestoneState::Delivered { started_at: at, delivered_at: at, accept_by: at },
            Seal::Sealed,
        ),
        (MilestoneState::RevisionRequested { started_at: at, due_at: at }, Seal::Sealed),
        (MilestoneState::Accepted { started_at: at, accepted_at: at }, Seal::Open),
        (MilestoneState::Cancelled { cancelled_at: at }, Seal::Closed),
    ];
    for (state, seal) in table {
        assert_eq!(Seal::of(state), seal, "{state:?}");
        for &one in Seal::ALL {
            let named = one.milestone_states().contains(&state.as_str());
            assert_eq!(named, one == seal, "{state:?} in the words of {one:?}");
        }
    }
    let words: usize = Seal::ALL.iter().map(|seal| seal.milestone_states().len()).sum();
    assert_eq!(words, table.len(), "a word that no state has");
}

#[test]
fn a_parcel_tells_all_that_is_wrong_with_it() {
    let file = id::<FileId>(50).to_string();
    let order = placed();
    let read = Parcel::parse(&order, "Voici.", std::slice::from_ref(&file)).unwrap();
    assert_eq!(read.files, [id(50)]);
    let wrong =
        Parcel::parse(&order, " ", &[file.clone(), file.clone(), "svc_x".to_owned()]).unwrap_err();
    let pointers: Vec<&str> = wrong.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/message", "/files/1", "/files/2"]);
    let many: Vec<String> = (0..21).map(|number| id::<FileId>(number).to_string()).collect();
    assert!(Parcel::parse(&order, "Voici.", &many[..20]).is_ok());
    assert_eq!(Parcel::parse(&order, "Voici.", &many).unwrap_err().errors()[0].pointer, "/files");
}

#[test]
fn the_log_names_the_files_and_says_nothing_when_there_are_none() {
    let made = hand_over(placed(), 41).unwrap();
    let job = made.order.after.job();
    assert_eq!(made.delivery.with_files(job, &[]), None);
    let told = made.delivery.with_files(job, &[id(50)]).unwrap();
    assert!(matches!(&told, Fact::FilesDelivered { milestone: 1, files, .. } if files.len() == 1));
}

#[test]
fn a_mark_says_for_whom_and_of_which_day() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    assert_eq!(caption("Camille Durand", day), "Camille Durand · 30/11/2026");
}
