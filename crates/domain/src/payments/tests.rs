//! That what is said of a payment counts once, and what is kept of a card.

use super::*;
use crate::offers::tests::{CLIENT, id, now};

fn asked() -> Payment {
    let purse = Purse { order: id(30), milestone: 1 };
    let amount = Money::euros(12_000);
    let purpose = Purpose::Milestone(purse);
    Payment::ask(id(40), id(CLIENT), purpose, (Money::euros(10_000), amount), Psp::Sandbox, now())
}

fn all_seen() -> [Seen; 5] {
    [
        Seen::Open { reference: "ref".to_owned(), url: "/paiements".to_owned() },
        Seen::Succeeded { amount: Money::euros(12_000), intent: None, card: None },
        Seen::Failed { code: "card_declined".to_owned() },
        Seen::Expired,
        Seen::ChargedBack,
    ]
}

/// Whatever is said in whatever order and however often, a payment is paid at most once, and taken back
/// at most once and only after it was paid.
#[test]
fn what_is_said_counts_once_in_any_order() {
    let places = [0_usize, 1, 2, 3, 4];
    let mut walks = vec![Vec::new()];
    for _ in 0..5 {
        walks = walks
            .into_iter()
            .flat_map(|walk: Vec<usize>| places.map(|next| [walk.clone(), vec![next]].concat()))
            .collect();
    }
    let all = all_seen();
    for walk in walks {
        let (mut payment, mut paid, mut back) = (asked(), 0, 0);
        for &place in walk.iter().flat_map(|place| [place, place]) {
            let (after, follows) = payment.see(&all[place], now());
            payment = after;
            paid += usize::from(follows == Follows::Paid);
            back += usize::from(follows == Follows::TakenBack);
            assert!(back <= paid && paid <= 1, "{walk:?}");
        }
        assert_eq!(paid == 1, walk.contains(&1), "{walk:?}");
    }
}

#[test]
fn another_amount_goes_back() {
    let amount = Money::euros(11_999);
    let (payment, follows) =
        asked().see(&Seen::Succeeded { amount, intent: None, card: None }, now());
    assert_eq!((payment.state, follows), (PaymentState::Unneeded, Follows::GoesBack(amount)));
    assert_eq!(payment.check_at, None);
}

/// A card is kept only where its holder allowed it.
#[test]
fn a_card_is_kept_where_that_was_allowed() {
    let card = || Card { token: "4242424242424242".to_owned(), ending: "4242".to_owned() };
    let paid = Seen::Succeeded { amount: Money::euros(12_000), intent: None, card: Some(card()) };
    for keeps_card in [false, true] {
        let (payment, _) = Payment { keeps_card, ..asked() }.see(&paid, now());
        assert_eq!(payment.card, keeps_card.then(card));
    }
}

/// A card that is charged leaves its digits alone.
#[test]
fn a_charge_forgets_what_the_card_is_called() {
    let card = Card { token: "4242424242424242".to_owned(), ending: "4242".to_owned() };
    for seen in all_seen() {
        let (payment, _) = asked().charged_to(card.clone()).see(&seen, now());
        let left = Card { token: String::new(), ..card.clone() };
        assert_eq!(payment.charged, Some(left), "{seen:?}");
    }
}

#[test]
fn it_is_asked_for_more_and_more_seldom() {
    assert_eq!(
        [0, 1, 2, 7, 8, 40].map(|checks| pause(checks).num_seconds()),
        [15, 30, 60, 1920, 3600, 3600]
    );
}
