//! Who may do what with a dispute, and that none waits for ever.

use super::*;
use crate::{
    actor::{OrganizationKind, Role},
    offers::tests::{CLIENT, DJ, RIVAL, id, now, person},
};

fn opened() -> Dispute {
    let stake = Stake {
        purse: Purse { order: id(30), milestone: 1 },
        title: "Soirée".to_owned(),
        settlement: Settlement::Held,
        client: id(CLIENT),
        provider: id(DJ),
        at_stake: Money::euros(10_000),
    };
    stake.dispute(id(60), id(CLIENT), "Rien n’est venu.".to_owned(), now()).after
}

fn operator() -> Actor {
    Actor {
        account: id(900),
        organization: id(901),
        kind: OrganizationKind::Operator,
        role: Role::Owner,
    }
}

fn half() -> WayOut {
    WayOut::split(5_000, Money::euros(10_000)).unwrap()
}

/// S1-101, S1-105, S1-106, A-16, A-17: state × action × person, as one table.
#[test]
fn who_may_do_what_and_when() {
    let open = opened();
    let proposed = opened().propose(&person(DJ), half(), now()).unwrap().after;
    let escalated = opened().escalate(&person(DJ), now()).unwrap().after;
    let closed = opened().close(&person(CLIENT), now()).unwrap().change.after;
    let words = |dispute: &Dispute, actor: &Actor| {
        let actions = dispute.actions(actor);
        actions.into_iter().map(DisputeAction::as_str).collect::<Vec<_>>().join(" ")
    };
    for (dispute, client, provider, operates) in [
        (&open, "say close propose escalate", "say propose escalate", ""),
        (&proposed, "say close propose agree escalate", "say propose escalate", ""),
        (&escalated, "say close propose", "say propose", "say rule"),
        (&closed, "", "", ""),
    ] {
        assert_eq!(words(dispute, &person(CLIENT)), client);
        assert_eq!(words(dispute, &person(DJ)), provider);
        assert_eq!(words(dispute, &operator()), operates);
    }
    let refused = open.permits(DisputeAction::Close, &person(RIVAL));
    assert_eq!(refused, Err(DisputeRefusal::SidesDecide));
}

/// A way out is taken by the other side alone, and a new one replaces it.
#[test]
fn a_proposal_waits_for_the_other_side() {
    let proposed = opened().propose(&person(CLIENT), WayOut::GoOn, now()).unwrap().after;
    let own = proposed.clone().agree(&person(CLIENT), now());
    assert_eq!(own.unwrap_err(), DisputeRefusal::NothingProposed);
    let countered = proposed.propose(&person(DJ), half(), now()).unwrap().after;
    let agreed = countered.agree(&person(CLIENT), now()).unwrap();
    assert_eq!(agreed.way_out, half());
    assert_eq!(agreed.change.after.state, DisputeState::Agreed);
}

/// The provider's part is from zero to all that is at stake.
#[test]
fn a_split_stays_within_the_stake() {
    for (cents, fits) in [(-1, false), (0, true), (10_000, true), (10_001, false)] {
        assert_eq!(WayOut::split(cents, Money::euros(10_000)).is_ok(), fits, "{cents}");
    }
}

/// Part 6 « No dead end »: without a word from anybody the operator is called.
#[test]
fn silence_calls_the_operator() {
    let (action, at) = opened().timer().unwrap();
    assert_eq!(action, DeadlineAction::DisputeEscalation);
    assert_eq!(opened().fall_due(at - TimeDelta::seconds(1)), None);
    let escalated = opened().fall_due(at).unwrap().after;
    assert_eq!((escalated.state, escalated.timer()), (DisputeState::Escalated, None));
    let ruled = escalated.rule(&operator(), half(), "Chacun sa moitié.".to_owned(), at).unwrap();
    assert_eq!(ruled.change.after.state, DisputeState::Ruled);
}
