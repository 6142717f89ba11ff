//! Who may do what with an order, and that none waits for ever.

use std::collections::{BTreeSet, VecDeque};

use chrono::TimeDelta;

use super::*;
use crate::{
    deadlines::DeadlineAction,
    facts::Fact,
    limits::Limits,
    offers::{
        WrittenQuestion,
        custom::tests::{fixed, hourly, milestones, sent, subscription, written},
        terms::WrittenTerms,
        tests::{CLIENT, DJ, RIVAL, id, now, person},
    },
};

pub(super) fn placed(terms: WrittenTerms, questions: usize) -> Order {
    agreed(terms, questions, Settlement::Direct)
}

pub(super) fn agreed(terms: WrittenTerms, questions: usize, settlement: Settlement) -> Order {
    let mut written = written(terms);
    written.conditions.settlement = Some(settlement);
    written.conditions.questions = (0..questions)
        .map(|_| WrittenQuestion { text: "Où ?".to_owned(), mandatory: true })
        .collect();
    let proposal = written.parse(None, &Limits::default(), now()).unwrap();
    Order::place(id(30), &sent(proposal).offer, &Limits::default(), now())
}

fn client() -> Actor {
    person(CLIENT)
}

fn dj() -> Actor {
    person(DJ)
}

fn deliver(order: Order, at: Instant) -> Order {
    order.deliver(&dj(), "Voilà.".to_owned(), &Limits::default(), at).unwrap().after
}

fn kinds(facts: &[Fact]) -> Vec<&'static str> {
    facts.iter().map(Fact::kind).collect()
}

/// S2-029: each milestone is approved for itself, and the next one begins.
#[test]
fn milestones_are_approved_one_by_one() {
    let mut order = placed(milestones(2, 5, 30), 0);
    assert_eq!(
        order.permits(OrderAction::Accept, &client(), now()),
        Err(OrderRefusal::NotDelivered)
    );
    order = deliver(order, now());
    assert_eq!(order.status(), OrderStatus::Delivered);
    let change = order.accept(&client(), now()).unwrap();
    assert_eq!(kinds(&change.facts), ["order.milestone_accepted", "order.started"]);
    let change = deliver(change.after, now()).accept(&client(), now()).unwrap();
    assert_eq!(kinds(&change.facts), ["order.milestone_accepted", "order.completed"]);
    assert_eq!(change.after.status(), OrderStatus::Completed);
}

/// S2-007: each request counts; beyond the agreed number it is refused.
#[test]
fn revisions_are_counted() {
    let order = deliver(placed(fixed(), 0), now());
    let change = order.request_revision(&client(), "Plus court.".to_owned(), now()).unwrap();
    assert_eq!(change.after.status(), OrderStatus::RevisionRequested);
    let again = deliver(change.after, now());
    let refused = again.permits(OrderAction::RequestRevision, &client(), now());
    assert_eq!(refused, Err(OrderRefusal::RevisionsUsedUp));
}

/// S2-042: the order starts when the client has given what was asked, each mandatory answer among it.
#[test]
fn answers_start_the_work() {
    let order = placed(fixed(), 2);
    assert!(order.parse_answers(&["À Rouen".to_owned()]).is_err());
    let wrong = order.parse_answers(&["À Rouen".to_owned(), " ".to_owned()]).unwrap_err();
    assert_eq!(wrong.errors()[0].pointer, "/answers/1");
    let answers = order.parse_answers(&["À Rouen".to_owned(), "Au port".to_owned()]).unwrap();
    let change = order.give_requirements(&client(), answers, now()).unwrap();
    assert_eq!(kinds(&change.facts), ["order.requirements_given", "order.started"]);
    assert_eq!(change.after.status(), OrderStatus::InWork);
}

/// S2-018: each renewal begins on its day, though the one before is approved sooner; never two at once.
#[test]
fn renewals_begin_on_their_day() {
    let order = placed(subscription(crate::offers::terms::Rhythm::Monthly, 1, 3), 0);
    let change = deliver(order, now()).accept(&client(), now()).unwrap();
    let waiting = change.after;
    assert_eq!(waiting.status(), OrderStatus::Waiting);
    let opens_at = "2027-04-01T09:00:00Z".parse().unwrap();
    assert_eq!(waiting.timers(), [(DeadlineAction::OrderDue, opens_at)]);
    assert_eq!(waiting.clone().fall_due(opens_at - TimeDelta::seconds(1)), None);
    let begun = waiting.fall_due(opens_at).unwrap();
    assert_eq!(kinds(&begun.facts), ["order.started"]);
    assert_eq!(begun.after.status(), OrderStatus::InWork);
}

/// S2-032: the client changes the weekly limit of work by the hour, of no other.
#[test]
fn the_weekly_limit_is_the_clients() {
    let order = placed(hourly(40), 0);
    let refused = order.permits(OrderAction::SetWeeklyHours, &dj(), now());
    assert_eq!(refused, Err(OrderRefusal::ClientDecides));
    assert_eq!(order.permits(OrderAction::SetWeeklyHours, &client(), now()), Ok(()));
    for action in [OrderAction::SetWeeklyHours, OrderAction::LogHours] {
        let actor = if action == OrderAction::LogHours { dj() } else { client() };
        let fixed = placed(fixed(), 0).permits(action, &actor, now());
        assert_eq!(fixed, Err(OrderRefusal::NotByTheHour));
    }
    assert_eq!(parse_weekly_hours(Some(168)), Ok(Some(168)));
    assert!(parse_weekly_hours(Some(0)).is_err());
    assert!(parse_weekly_hours(Some(169)).is_err());
}

/// Part 4: seven days of silence accept a delivery; the client is reminded after three and after six.
#[test]
fn silence_accepts() {
    let order = deliver(placed(fixed(), 0), now());
    let day = TimeDelta::days(1);
    let timers: Vec<_> =
        order.timers().into_iter().map(|(action, at)| (action, at - now())).collect();
    assert_eq!(
        timers,
        [
            (DeadlineAction::OrderDue, day * 7),
            (DeadlineAction::OrderReminder, day * 3),
            (DeadlineAction::OrderReminder, day * 6),
        ]
    );
    for (after, left) in [(3, 4), (6, 1)] {
        let at = now() + day * after;
        let fact = order.remind(at, at).unwrap();
        assert!(matches!(fact, Fact::DeliveryReminded { days_left, .. } if days_left == left));
    }
    assert_eq!(order.clone().fall_due(now() + day * 7 - TimeDelta::seconds(1)), None);
    let accepted = order.clone().fall_due(now() + day * 7).unwrap();
    assert_eq!(accepted.after.status(), OrderStatus::Completed);
    assert!(order.accept(&client(), now()).unwrap().after.remind(now() + day * 3, now()).is_none());
}

/// Who may cancel: the provider always, the client while nobody works or once it is late; never over a
/// delivery that waits.
#[test]
fn cancelling_has_its_times() {
    let order = placed(fixed(), 0);
    let may = |order: &Order, actor: &Actor, at| order.permits(OrderAction::Cancel, actor, at);
    assert_eq!(may(&order, &dj(), now()), Ok(()));
    assert_eq!(may(&order, &client(), now()), Err(OrderRefusal::WorkRuns));
    assert_eq!(may(&order, &client(), now() + TimeDelta::days(14)), Ok(()));
    assert_eq!(may(&order, &person(RIVAL), now()), Err(OrderRefusal::ClientDecides));
    let delivered = deliver(order, now());
    for actor in [client(), dj()] {
        assert_eq!(may(&delivered, &actor, now()), Err(OrderRefusal::DeliveryWaits));
    }
    assert_eq!(may(&placed(fixed(), 1), &client(), now()), Ok(()));
    let some =
        deliver(placed(milestones(2, 5, 30), 0), now()).accept(&client(), now()).unwrap().after;
    let cancelled = some.cancel(&dj(), String::new(), now()).unwrap().after;
    assert_eq!(cancelled.status(), OrderStatus::Completed, "what was accepted stays");
}

/// Part 6 « No dead end »: from each state that people can bring an order into, time alone leads to an end.
#[test]
fn no_order_waits_for_ever() {
    let rhythm = crate::offers::terms::Rhythm::Weekly;
    let begun = [
        placed(fixed(), 0),
        placed(fixed(), 1),
        placed(milestones(3, 5, 30), 1),
        placed(subscription(rhythm, 1, 3), 0),
        placed(hourly(8), 0),
    ];
    let mut queue: VecDeque<Order> = begun.into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut statuses = BTreeSet::new();
    while let Some(order) = queue.pop_front() {
        if !seen.insert(format!("{:?}", (&order.kind, &order.milestones, &order.answers))) {
            continue;
        }
        statuses.insert(order.status());
        comes_to_rest(order.clone());
        queue.extend(moves(&order));
    }
    // With kept funds there are more, which the simulation walks.
    let others = [OrderStatus::AwaitingPayment, OrderStatus::Paid, OrderStatus::Disputed];
    let expected = OrderStatus::ALL.iter().filter(|status| !others.contains(status));
    assert_eq!(statuses, expected.copied().collect());
    assert!(seen.len() > 40, "{}", seen.len());
}

fn moves(order: &Order) -> Vec<Order> {
    let text = || "Voilà.".to_owned();
    let answers = vec![text(); order.questions.len()];
    let tries = [
        order.clone().give_requirements(&client(), answers, now()).ok(),
        order.clone().deliver(&dj(), text(), &Limits::default(), now()).ok(),
        order.clone().request_revision(&client(), text(), now()).ok(),
        order.clone().accept(&client(), now()).ok(),
        order.clone().cancel(&dj(), text(), now()).ok(),
        order.timers().first().and_then(|&(_, at)| order.clone().fall_due(at)),
    ];
    tries.into_iter().flatten().map(|change| change.after).collect()
}

fn comes_to_rest(mut order: Order) {
    for _ in 0..20 {
        if order.status().is_over() {
            return;
        }
        let timers = order.timers();
        let due = timers.iter().filter(|(action, _)| *action == DeadlineAction::OrderDue);
        let at = due.map(|&(_, at)| at).min().expect("a state that waits has a timer");
        order = order.fall_due(at).expect("the timer does something").after;
    }
    panic!("{order:?} does not come to rest");
}

/// Issue 3, point 3: either side stops a subscription; what has begun is delivered, nothing follows.
#[test]
fn either_side_stops_a_subscription() {
    let weekly = || placed(subscription(Rhythm::Weekly, 1, 3), 0);
    let words = || "Nous fermons.".to_owned();
    for actor in [client(), dj()] {
        let change = weekly().stop(&actor, words(), now()).unwrap();
        assert_eq!(kinds(&change.facts), ["order.stopped"]);
        let order = change.after;
        assert_eq!(order.status(), OrderStatus::InWork);
        assert_eq!(
            order.permits(OrderAction::Stop, &actor, now()),
            Err(OrderRefusal::NothingToStop)
        );
        let done = deliver(order, now()).accept(&client(), now()).unwrap();
        assert_eq!(done.after.status(), OrderStatus::Completed);
    }
    let waiting = deliver(weekly(), now()).accept(&client(), now()).unwrap().after;
    assert_eq!(waiting.status(), OrderStatus::Waiting);
    let change = waiting.stop(&client(), words(), now()).unwrap();
    assert_eq!(kinds(&change.facts), ["order.stopped", "order.completed"]);
    assert_eq!(change.after.status(), OrderStatus::Completed);
    let unpaid = agreed(subscription(Rhythm::Weekly, 1, 3), 0, Settlement::Held);
    let refused = unpaid.permits(OrderAction::Stop, &client(), now());
    assert_eq!(refused, Err(OrderRefusal::NothingToStop));
    let fixed = placed(fixed(), 0).permits(OrderAction::Stop, &dj(), now());
    assert_eq!(fixed, Err(OrderRefusal::NothingRepeats));
}
