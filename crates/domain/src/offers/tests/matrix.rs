//! Each state against each action, by the side whose action it is.

use std::fmt::Write as _;

use super::*;
use crate::refusal::Explain;

fn states() -> Vec<(&'static str, Deal)> {
    let open = |offer| sent().at(offer, LotState::Open);
    let confirm_by = now() + days(7);
    vec![
        ("open sent", sent()),
        ("open to_reconfirm", open(OfferState::ToReconfirm)),
        ("open declined", open(OfferState::Declined)),
        ("open withdrawn", open(OfferState::Withdrawn)),
        ("open expired", open(OfferState::Expired)),
        ("chosen chosen", chosen()),
        (
            "chosen(rival) sent",
            given_to_rival(sent(), OfferState::Sent, |award| LotState::Chosen {
                award,
                confirm_by: now() + days(7),
            }),
        ),
        ("in_work accepted", in_work()),
        (
            "in_work(held) accepted",
            confirm(chosen_to_pay(Settlement::Held), DJ, now()).unwrap().after,
        ),
        (
            "in_work(rival) ended",
            given_to_rival(sent(), OfferState::Ended, |award| LotState::InWork {
                award,
                started_at: now(),
            }),
        ),
        ("done accepted", done()),
        ("open cancelled", open(OfferState::Cancelled)),
        ("closed ended", sent().at(OfferState::Ended, LotState::Closed)),
    ]
    .into_iter()
    .inspect(|(_, deal)| assert!(deal.confirm_by().is_none_or(|at| at == confirm_by)))
    .collect()
}

fn attempt(deal: Deal, action: OfferAction) -> String {
    let (dj, client) = (person(DJ), person(CLIENT));
    let provider = party(DJ);
    let number = deal.offer.current.number;
    let outcome = match action {
        OfferAction::Revise => {
            let revised = deal.revise(&dj, &provider, proposal(70_000), &Limits::default(), now());
            revised.map_err(refusal)
        }
        OfferAction::Reconfirm => deal.reconfirm(&dj, &Limits::default(), now()),
        OfferAction::Withdraw => deal.withdraw(&dj, now()),
        OfferAction::Confirm => confirm(deal, DJ, now()),
        OfferAction::Decline => deal.decline(&dj, String::new(), now()),
        OfferAction::Choose => {
            deal.choose(&client, selected(number, Settlement::Direct), &Limits::default(), now())
        }
        OfferAction::WithdrawChoice => deal.withdraw_choice(&client, now()),
        OfferAction::Complete => complete(deal, now()),
        OfferAction::Review => {
            deal.permits(action, &client, now()).map(|()| crate::change::Change::silent(deal))
        }
    };
    match outcome {
        Ok(change) => format!(
            "→ {} {}",
            change.after.lot.status().as_str(),
            change.after.offer.state.as_str()
        ),
        Err(refusal) => refusal.explain().code.to_owned(),
    }
}

/// S1-043, S1-045, S1-046, S1-048, S1-049, S1-072, S1-073, S1-092, A-09, A-14: what each side may do in
/// each state, and what it leads to.
#[test]
fn each_state_against_each_action() {
    let mut table = String::new();
    for (name, deal) in states() {
        for &action in OfferAction::ALL {
            let outcome = attempt(deal.clone(), action);
            writeln!(table, "{name:<22} {:<15} {outcome}", action.as_str()).unwrap();
        }
    }
    assert_eq!(table.trim(), MATRIX.trim(), "\n{table}");
}

/// The guard and the transition are one: what `actions` shows succeeds, what it hides is refused.
#[test]
fn actions_are_what_succeeds() {
    for (name, deal) in states() {
        for person in [person(DJ), person(CLIENT), person(RIVAL)] {
            let shown = deal.actions(&person, now());
            for &action in OfferAction::ALL {
                let own = action.is_the_providers() == (person.organization == deal.offer.provider)
                    && person.organization != id(RIVAL);
                let succeeds = own && attempt(deal.clone(), action).starts_with('→');
                assert_eq!(shown.contains(&action), succeeds, "{name} {action:?} {person:?}");
            }
        }
    }
}

/// Part 6 « No dead end »: each state that waits has a timer, or an exit that one side holds.
#[test]
fn no_state_waits_without_a_timer_or_an_exit() {
    for (name, deal) in states() {
        let is_final = !deal.offer.state.is_live() && deal.offer.state != OfferState::Accepted
            || deal.review.is_some()
            // What is paid with kept funds waits for its order, whose timers are `orders`'.
            || name.starts_with("in_work(held)");
        let exits = [person(DJ), person(CLIENT)]
            .iter()
            .any(|person| !deal.actions(person, now()).is_empty());
        assert!(is_final || exits || !deal.timers().is_empty(), "{name}");
        if deal.offer.state.is_live() {
            let expiry = deal.timers()[0].clone();
            assert_eq!(expiry.1, DeadlineAction::OfferExpiry, "{name}");
            assert!(expiry.2 <= deal.call.ends_at().unwrap(), "{name}");
        }
    }
}

const MATRIX: &str = include_str!("matrix.txt");
