//! Hours, sheets and limits: that what is logged is what is paid, and that no sheet waits for ever.

use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::{
    deadlines::DeadlineAction,
    limits::Limits,
    offers::{
        custom::tests::hourly,
        tests::{CLIENT, DJ, id, now, person},
    },
    orders::{MilestoneState, OrderStatus, simulation::Chance, tests::placed},
};

fn mission() -> Order {
    placed(hourly(40), 0)
}

fn hours_of(order: &Order) -> &Timesheet {
    order.timesheet.as_ref().unwrap()
}

fn log(order: Order, day: NaiveDate, minutes: u32, at: Instant) -> Result<Order, String> {
    let new = order
        .parse_hours(&day.to_string(), minutes, "Montage", at)
        .map_err(|fields| fields.errors()[0].explanation.code.to_owned())?;
    let fresh = id(1_000 + u128::from(minutes) * 100 + hours_of(&order).hours.len() as u128);
    let logged = order.log_hours(&person(DJ), fresh, new, at);
    logged.map(|(change, _)| change.after).map_err(|refusal| format!("{refusal:?}"))
}

fn deliver(order: Order, at: Instant) -> Order {
    order.deliver(&person(DJ), String::new(), &Limits::default(), at).unwrap().after
}

fn kinds(change: &Change<Order>) -> Vec<&'static str> {
    change.facts.iter().map(Fact::kind).collect()
}

/// S2-030: a sheet costs its hours at the agreed rate, VAT on top.
#[test]
fn a_sheet_costs_its_hours() {
    let order = mission();
    let today = legal_day(now());
    assert_eq!(order.milestones[0].gross.amount, 0);
    let refused = order.permits(OrderAction::Deliver, &person(DJ), now());
    assert_eq!(refused, Err(OrderRefusal::NoHours));
    let order = log(log(order, today, 90, now()).unwrap(), today, 15, now()).unwrap();
    let Timesheet { rate, .. } = *hours_of(&order);
    assert_eq!(order.milestones[0].net, rate.times(105, 60).unwrap());
    let first = hours_of(&order).hours[0].id;
    let less = order.remove_hours(&person(DJ), first, now()).unwrap().unwrap().after;
    assert_eq!(less.milestones[0].net, rate.times(15, 60).unwrap());
    assert_eq!(less.clone().remove_hours(&person(DJ), first, now()), Ok(None));
    let line = hours_of(&less).line(1, Language::Fr).unwrap();
    assert_eq!(line.quantity.to_string(), "0.25");
}

/// Part 6: hours are approved or contested by the client, and locked once approved; meanwhile work goes on.
#[test]
fn approved_hours_are_locked() {
    let today = legal_day(now());
    let sent = deliver(log(mission(), today, 60, now()).unwrap(), now());
    let first = hours_of(&sent).hours[0].id;
    let locked = sent.clone().remove_hours(&person(DJ), first, now());
    assert_eq!(locked, Err(OrderRefusal::HoursLocked));
    let later = log(sent, today, 30, now()).unwrap();
    assert_eq!(hours_of(&later).hours[1].sheet, 2, "the next sheet takes what is done meanwhile");
    let contested =
        later.request_revision(&person(CLIENT), "Une heure de trop.".to_owned(), now()).unwrap();
    let contested = contested.after;
    let right = contested.remove_hours(&person(DJ), first, now()).unwrap().unwrap().after;
    let right = deliver(log(right, today, 45, now()).unwrap(), now());
    assert_eq!(hours_of(&right).minutes(1), 45);
    let again = right.permits(OrderAction::RequestRevision, &person(CLIENT), now());
    assert_eq!(again, Ok(()), "until it is right");
    let change = right.accept(&person(CLIENT), now()).unwrap();
    assert_eq!(kinds(&change), ["order.milestone_accepted", "order.started"]);
    let next = change.after;
    assert_eq!((next.milestones.len(), next.status()), (2, OrderStatus::InWork));
    assert_eq!(next.milestones[1].net, hours_of(&next).rate.times(30, 60).unwrap());
    let second = hours_of(&next).of(2).next().unwrap().id;
    let kept = next.remove_hours(&person(DJ), second, now()).unwrap().unwrap();
    assert_eq!(kept.after.milestones[1].gross.amount, 0);
}

/// S2-031, S2-032: the hours of a week never pass its limit. More is allowed at once, less from Monday on.
#[test]
fn a_week_has_its_limit() {
    let day = TimeDelta::days(1);
    let today = legal_day(now());
    let order = mission();
    assert_eq!(hours_of(&order).limit.on(today), Some(20));
    let full = log(order, today, 20 * 60, now()).unwrap();
    assert_eq!(log(full.clone(), today, 15, now()), Err("weekly_limit_reached".to_owned()));
    let client = person(CLIENT);
    let more = full.clone().set_weekly_hours(&client, Some(21), now()).unwrap().after;
    let more = log(more, today, 60, now()).unwrap();
    let monday = next_monday(today);
    let change = more.set_weekly_hours(&client, Some(2), now()).unwrap();
    let Fact::WeeklyHoursChanged { hours, from, .. } = change.facts[0] else { panic!() };
    assert_eq!((hours, from), (Some(2), Some(monday)));
    let less = change.after;
    assert_eq!(hours_of(&less).limit.on(today), Some(21), "this week as before");
    assert_eq!(hours_of(&less).limit.on(monday), Some(2));
    let next_week = now() + day * 7;
    let next_day = legal_day(next_week);
    let two = log(less, next_day, 120, next_week).unwrap();
    assert_eq!(log(two.clone(), next_day, 15, next_week), Err("weekly_limit_reached".to_owned()));
    // Taking less again begins from what holds by then; no limit at all holds at once.
    let one = two.clone().set_weekly_hours(&client, Some(1), next_week).unwrap().after;
    assert_eq!(hours_of(&one).limit.on(next_day), Some(2));
    let none = two.set_weekly_hours(&client, None, next_week).unwrap().after;
    assert!(log(none, next_day, 15, next_week).is_ok());
}

/// Each bound on both its sides: steps of a quarter, a day's length, days since the work began until today.
#[test]
fn hours_have_their_bounds() {
    let order = mission();
    let unlimited = order.set_weekly_hours(&person(CLIENT), None, now()).unwrap().after;
    let at = now() + TimeDelta::days(2);
    let (first, today) = (legal_day(now()), legal_day(at));
    let tries = [
        (today, 0, Err("invalid_minutes")),
        (today, 14, Err("invalid_minutes")),
        (today, 15, Ok(())),
        (today, 20, Err("invalid_minutes")),
        (today, 1440, Ok(())),
        (today, 1455, Err("invalid_minutes")),
        (first, 15, Ok(())),
        (first.pred_opt().unwrap(), 15, Err("day_out_of_reach")),
        (today.succ_opt().unwrap(), 15, Err("day_out_of_reach")),
    ];
    for (day, minutes, expected) in tries {
        let told = log(unlimited.clone(), day, minutes, at).map(|_| ());
        assert_eq!(told, expected.map_err(str::to_owned), "{day} {minutes}");
    }
    let full = log(unlimited.clone(), today, 1440, at).unwrap();
    assert_eq!(log(full, today, 15, at), Err("day_full".to_owned()));
    let wrong = unlimited.parse_hours("2027-02-30", 15, " ", at).unwrap_err();
    let pointers: Vec<&str> = wrong.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/what", "/day"]);
    let refused = unlimited.permits(OrderAction::LogHours, &person(CLIENT), at);
    assert_eq!(refused, Err(OrderRefusal::ProviderDecides));
}

/// On Monday at noon the sheet of the week goes to the client; an empty one waits for the next week, eight times.
#[test]
fn a_week_ends_on_monday_at_noon() {
    let order = mission();
    let (action, due) = order.timers()[0];
    assert_eq!(action, DeadlineAction::OrderDue);
    assert_eq!(due.with_timezone(&chrono_tz::Europe::Paris).to_rfc3339()[11..16], *"12:00");
    assert!(due > now() && due - now() <= TimeDelta::days(7));
    assert_eq!(order.clone().fall_due(due - TimeDelta::seconds(1)), None);
    let sent = log(order.clone(), legal_day(now()), 60, now()).unwrap().fall_due(due).unwrap();
    assert_eq!(kinds(&sent), ["order.delivered"]);
    assert_eq!(sent.after.status(), OrderStatus::Delivered);

    let (mut asleep, mut weeks) = (order, 0);
    while !asleep.status().is_over() {
        let due = asleep.timers()[0].1;
        asleep = asleep.fall_due(due).unwrap().after;
        weeks += 1;
    }
    assert_eq!((weeks, asleep.status()), (9, OrderStatus::Cancelled));
}

/// Either side stops the mission: what is logged goes to the client, nothing follows; before any hours it is cancelled.
#[test]
fn either_side_stops_the_mission() {
    let today = legal_day(now());
    let words = || "Nous avons fini.".to_owned();
    for actor in [person(CLIENT), person(DJ)] {
        let may = |order: &Order, action| order.permits(action, &actor, now());
        assert_eq!(may(&mission(), OrderAction::Stop), Err(OrderRefusal::NothingToStop));
        assert_eq!(may(&mission(), OrderAction::Cancel), Ok(()));
        let worked = log(mission(), today, 60, now()).unwrap();
        assert_eq!(may(&worked, OrderAction::Cancel), Err(OrderRefusal::HoursLogged));
        let change = worked.stop(&actor, words(), now()).unwrap();
        assert_eq!(kinds(&change), ["order.stopped", "order.delivered"]);
        let stopped = change.after;
        assert_eq!(may(&stopped, OrderAction::Stop), Err(OrderRefusal::Stopped));
        let refused = stopped.permits(OrderAction::LogHours, &person(DJ), now());
        assert_eq!(refused, Err(OrderRefusal::Stopped));
        let done = stopped.accept(&person(CLIENT), now()).unwrap();
        assert_eq!(kinds(&done), ["order.milestone_accepted", "order.completed"]);
    }
    // What was logged while a sheet was with the client is looked at too.
    let two = log(deliver(log(mission(), today, 60, now()).unwrap(), now()), today, 30, now());
    let stopped = two.unwrap().stop(&person(DJ), words(), now()).unwrap().after;
    let change = stopped.accept(&person(CLIENT), now()).unwrap();
    let expected = ["order.milestone_accepted", "order.started", "order.delivered"];
    assert_eq!(kinds(&change), expected);
    let done = change.after.accept(&person(CLIENT), now()).unwrap().after;
    assert_eq!((done.status(), done.milestones.len()), (OrderStatus::Completed, 2));
    // So it is when the sheet that was contested is left empty: by taking its hours back, or by stopping after that.
    for stops_first in [true, false] {
        let two = log(deliver(log(mission(), today, 60, now()).unwrap(), now()), today, 30, now());
        let first = hours_of(two.as_ref().unwrap()).hours[0].id;
        let contested = two.unwrap().request_revision(&person(CLIENT), words(), now());
        let mut order = contested.unwrap().after;
        if stops_first {
            order = order.stop(&person(CLIENT), words(), now()).unwrap().after;
            assert_eq!(order.status(), OrderStatus::RevisionRequested, "it is put right first");
        }
        let mut change = order.remove_hours(&person(DJ), first, now()).unwrap().unwrap();
        if !stops_first {
            change = change.after.stop(&person(CLIENT), words(), now()).unwrap();
        }
        assert_eq!(change.facts.last().unwrap().kind(), "order.delivered");
        let states = change.after.milestones.iter().map(|it| it.state.as_str());
        assert_eq!(states.collect::<Vec<_>>(), ["cancelled", "delivered"]);
    }
    // An empty sheet is none.
    let approved = deliver(log(mission(), today, 60, now()).unwrap(), now());
    let approved = approved.accept(&person(CLIENT), now()).unwrap().after;
    let change = approved.stop(&person(CLIENT), words(), now()).unwrap();
    assert_eq!(kinds(&change), ["order.stopped", "order.completed"]);
}

/// Whatever people and time do: what a sheet costs is its hours, no week passes its limit, one sheet at most is under
/// way, and time alone ends the mission.
#[test]
fn the_invariants_hold_over_random_missions() {
    let mut draw = Chance(29);
    for walk in 0..300 {
        let (mut order, mut at) = (mission(), now());
        for step in 0..60_u128 {
            order = wander(order, id(10_000 + step), &mut at, &mut draw);
            holds(&order);
        }
        for _ in 0..40 {
            let Some(&(_, due)) = order.timers().first() else { break };
            order = order.fall_due(due).expect("a timer that is due does something").after;
            holds(&order);
        }
        assert!(order.status().is_over(), "walk {walk}: {order:?}");
    }
}

fn wander(order: Order, fresh: HoursId, at: &mut Instant, draw: &mut Chance) -> Order {
    let (client, dj) = (person(CLIENT), person(DJ));
    let seen = order.clone();
    let change = match draw.below(12) {
        0..5 => {
            let day = legal_day(*at - TimeDelta::days(i64::try_from(draw.below(9)).unwrap()));
            let minutes = (1 + u32::try_from(draw.below(47)).unwrap()) * STEP_MINUTES;
            let new = order.parse_hours(&day.to_string(), minutes, "Montage", *at).ok();
            new.and_then(|new| order.log_hours(&dj, fresh, new, *at).ok()).map(|it| it.0)
        }
        5 => {
            let hours = &hours_of(&order).hours;
            let one = (!hours.is_empty()).then(|| hours[draw.below(hours.len())].id);
            one.and_then(|one| order.remove_hours(&dj, one, *at).ok().flatten())
        }
        6 => order.deliver(&dj, String::new(), &Limits::default(), *at).ok(),
        7 => order.accept(&client, *at).ok(),
        8 => order.request_revision(&client, "Non.".to_owned(), *at).ok(),
        9 => {
            let limit = (draw.below(5) > 0).then(|| 1 + u32::try_from(draw.below(39)).unwrap());
            order.set_weekly_hours(&client, limit, *at).ok()
        }
        10 if draw.below(6) == 0 => order.stop(&client, String::new(), *at).ok(),
        _ => {
            *at += TimeDelta::days(1 + i64::try_from(draw.below(3)).unwrap());
            let due = order.timers().iter().any(|&(_, due)| due <= *at);
            if due { order.fall_due(*at) } else { None }
        }
    };
    change.map_or(seen, |change| change.after)
}

fn holds(order: &Order) {
    let timesheet = hours_of(order);
    let going_on = order.milestones.iter().filter(|it| !it.state.is_over()).count();
    assert!(going_on <= 1, "{order:?}");
    for (sheet, milestone) in (1..).zip(&order.milestones) {
        let cost = timesheet.price(sheet).unwrap();
        assert_eq!((milestone.net, milestone.gross), cost, "sheet {sheet} of {order:?}");
        let is_handed_over = matches!(
            milestone.state,
            MilestoneState::Delivered { .. } | MilestoneState::Accepted { .. }
        );
        assert!(!is_handed_over || timesheet.minutes(sheet) > 0, "{order:?}");
    }
}
