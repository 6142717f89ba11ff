//! From the confirmation on a lot is an order, and follows it.

use super::*;
use crate::orders::{LOT_PAID_DAYS, OrderAction, OrderRefusal, OrderStatus};

fn engaged(how: Settlement, at: Instant) -> Engaged {
    let mut deal = chosen_to_pay(how);
    if let LotState::Chosen { confirm_by, .. } = &mut deal.lot.state {
        *confirm_by = at + days(1);
    }
    deal.confirm(&person(DJ), &party(DJ), id(40), &Limits::default(), at).unwrap().after
}

/// A-18, S1-110: settled directly, the mission is in work at once, and nothing is due but its end by the client (S1-049).
#[test]
fn a_lot_that_is_settled_directly_is_its_clients_to_end() {
    let Engaged { deal, order } = engaged(Settlement::Direct, now());
    assert_eq!(order.status(), OrderStatus::InWork);
    assert_eq!((order.lot, order.held), (Some(deal.lot.id), None));
    assert!(order.timers().is_empty());
    for action in [OrderAction::Deliver, OrderAction::Cancel] {
        assert_eq!(order.permits(action, &person(DJ), now()), Err(OrderRefusal::ClientEnds));
    }
    assert_eq!(
        order.permits(OrderAction::Complete, &person(DJ), now()),
        Err(OrderRefusal::ClientDecides)
    );
    let actions = order.actions(&person(CLIENT), now());
    assert_eq!(actions, [OrderAction::Complete, OrderAction::Dispute]);
    assert!(order.clone().end_with_side(now()).is_none(), "it stays with the other side");
    let ended = order.complete(&person(CLIENT), now()).unwrap();
    assert_eq!(kinds(&ended.facts), ["order.milestone_accepted"]);
    let followed = deal.follow(&ended.after, now()).unwrap();
    assert_eq!(kinds(&followed.facts), ["lot.completed"]);
    assert_eq!(followed.after.lot.status(), crate::lots::LotStatus::Done);
}

/// S1-100, S1-101: either side disputes a lot in work; until that is over its client cannot end it, nor can the operator.
#[test]
fn a_disputed_lot_stands_still() {
    for side in [CLIENT, DJ] {
        let Engaged { deal, order } = engaged(Settlement::Direct, now());
        let (frozen, number) = order.freeze(&person(side), now()).unwrap();
        let order = frozen.after;
        assert_eq!(
            order.permits(OrderAction::Complete, &person(CLIENT), now()),
            Err(OrderRefusal::InDispute)
        );
        assert!(order.clone().end_with_lot(now()).is_none());
        let agreed = order.settle(number, Money::euros(10_000), now()).unwrap().after;
        assert_eq!(deal.follow(&agreed, now()).unwrap().after.lot.status().as_str(), "done");
    }
}

/// with kept funds a lot is paid 60 days before its event at the earliest, and is done once its delivery is accepted.
#[test]
fn a_lot_with_kept_funds_is_paid_before_its_event_and_accepted_after_it() {
    let Engaged { deal, order } = engaged(Settlement::Held, now());
    let event = deal.call.ends_at().unwrap();
    assert_eq!(order.status(), OrderStatus::Waiting, "three months before");
    let refused = order.permits(OrderAction::Pay, &person(CLIENT), now()).unwrap_err();
    assert_eq!(refused, OrderRefusal::NothingToPay);
    let pay_at = event - LOT_PAID_DAYS;
    assert_eq!(order.timers(), [(DeadlineAction::OrderDue, pay_at)]);
    let due = order.fall_due(pay_at).unwrap();
    assert_eq!(kinds(&due.facts), ["order.payment_due"]);
    let paid = due.after.fund(1, pay_at).unwrap();
    assert_eq!(kinds(&paid.facts), ["order.funded"], "it exists since its confirmation");
    let begun = paid.after.start(&person(DJ), pay_at).unwrap().after;
    let due_at = begun.timers()[0].1;
    assert_eq!(due_at, event + days(20), "its money goes back before it can no longer be kept");
    let refused = begun.permits(OrderAction::Cancel, &person(CLIENT), event - days(1));
    assert_eq!(refused, Err(OrderRefusal::WorkRuns));
    let limits = Limits::default();
    let delivered = begun.deliver(&person(DJ), String::new(), &limits, event).unwrap().after;
    let silent = delivered.fall_due(event + days(7)).unwrap();
    assert_eq!(kinds(&silent.facts), ["order.milestone_accepted"]);
    let done = deal.follow(&silent.after, event + days(7)).unwrap();
    assert_eq!(kinds(&done.facts), ["lot.completed"]);
}

/// A near event is paid at once.
#[test]
fn a_near_event_is_paid_at_once() {
    let soon = at("2027-06-01T09:00:00Z");
    let mut deal = chosen_to_pay(Settlement::Held);
    if let LotState::Chosen { confirm_by, .. } = &mut deal.lot.state {
        *confirm_by = soon + days(1);
    }
    let change = deal.confirm(&person(DJ), &party(DJ), id(40), &Limits::default(), soon).unwrap();
    assert_eq!(kinds(&change.facts), ["lot.confirmed", "order.payment_due"]);
}

/// S1-048: when nothing came of the mission, its lot is open to the others again while there is time; the two who called
/// it off agree on anything further between them.
#[test]
fn a_mission_that_is_called_off_opens_its_lot_again() {
    let limits = Limits::default();
    let Engaged { deal, order } = engaged(Settlement::Held, now());
    let off = order.cancel(&person(DJ), "Malade".to_owned(), now()).unwrap();
    assert_eq!(kinds(&off.facts), ["order.cancelled"]);
    let again = deal.clone().follow(&off.after, now()).unwrap();
    assert_eq!(kinds(&again.facts), ["lot.called_off"]);
    assert_eq!(again.after.lot.state, LotState::Open);
    assert_eq!(again.after.offer.state, OfferState::Cancelled);
    let provider = party(DJ);
    let earlier = Some(&again.after.offer);
    let application =
        Application { lot: &again.after.lot, call: &deal.call, provider: &provider, earlier };
    let refused = application.send(&person(DJ), id(21), proposal(1), &limits, now()).unwrap_err();
    assert_eq!(refusal(refused), OfferRefusal::MissionCalledOff);

    let over = deal.call.over_at.unwrap();
    let late = deal.clone().follow(&off.after, over).unwrap().after;
    assert_eq!(late.lot.state, LotState::Closed, "its event is over");
    let call = Call { is_published: false, ..deal.call.clone() };
    let gone = Deal { call, ..deal }.follow(&off.after, now()).unwrap().after;
    assert_eq!(gone.lot.state, LotState::Closed, "its client is gone");
}
