//! Who may do what with a dispute, and that none waits for ever.

use super::*;
use crate::{
    actor::{OrganizationKind, Role},
    limits::Limits,
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
    let words = "Chacun sa moitié.".to_owned();
    let ruled = escalated.rule(&operator(), half(), words, &Limits::default(), at).unwrap();
    let Ruled::Out(decided) = ruled else { panic!("one person rules on little") };
    assert_eq!(decided.change.after.state, DisputeState::Ruled);
}

/// Issue 4, point 8: what sends more back than one person may takes a second one, on both sides of the bound.
#[test]
fn a_large_refund_takes_two_people() {
    let limits = Limits { refund_alone_cents: 5_000, ..Limits::default() };
    let escalated = || opened().escalated(now()).after;
    let rule = |dispute: Dispute, released| {
        let way_out = WayOut::split(released, Money::euros(10_000)).unwrap();
        dispute.rule(&operator(), way_out, "Voilà.".to_owned(), &limits, now()).unwrap()
    };
    assert!(matches!(rule(escalated(), 5_000), Ruled::Out(_)));
    let direct = Dispute { settlement: Settlement::Direct, ..escalated() };
    assert!(matches!(rule(direct, 0), Ruled::Out(_)), "no money moves through the platform");
    let Ruled::Waits(change) = rule(escalated(), 4_999) else { panic!("two are needed") };
    assert_eq!(change.facts[0].kind(), "dispute.ruling_drafted");
    assert_eq!(change.facts[0].parties(), (None, None), "the two sides do not hear of it");
    let drafted = change.after;
    assert_eq!(drafted.state, DisputeState::Escalated);
    let own = drafted.permits(DisputeAction::Confirm, &operator());
    assert_eq!(own, Err(DisputeRefusal::OwnRuling));
    let side = drafted.permits(DisputeAction::Confirm, &person(CLIENT));
    assert_eq!(side, Err(DisputeRefusal::OperatorRules));
    let second = Actor { account: id(77), ..operator() };
    let nothing = escalated().permits(DisputeAction::Confirm, &second);
    assert_eq!(nothing, Err(DisputeRefusal::NothingToConfirm));
    let Ruled::Waits(again) = rule(drafted, 0) else { panic!("two are needed") };
    let decided = again.after.confirm(&second, now()).unwrap();
    assert_eq!(decided.way_out, WayOut::Split { released: Money::euros(0) });
    let after = decided.change.after;
    assert_eq!((after.state, after.ruling.as_str()), (DisputeState::Ruled, "Voilà."));
    assert_eq!(after.draft, None);
}
