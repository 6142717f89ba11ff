//! Who may do what with a tender, in which state.

use std::fmt::Write as _;

use uuid::Uuid;

use super::*;
use crate::{
    actor::Role,
    events::{EventKind, Sketch},
    ids::{AccountId, Id, LotId, OfferId},
    lots::Award,
    offers::Settlement,
    refusal::Explain,
};

fn id<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

fn actor(kind: OrganizationKind, organization: u128) -> Actor {
    Actor {
        account: id::<AccountId>(organization),
        organization: id(organization),
        kind,
        role: Role::Member,
    }
}

fn client() -> Actor {
    actor(OrganizationKind::Client, 1)
}

fn now() -> Instant {
    "2027-01-10T09:00:00Z".parse().unwrap()
}

fn wedding() -> Occasion {
    Sketch {
        kind: EventKind::Wedding.as_str().to_owned(),
        title: "Mariage de Léa & Tom".to_owned(),
        day: "2027-06-12".to_owned(),
        town: "Saint-Étienne".to_owned(),
        departement: "42".to_owned(),
        guests: Some(120),
        description: "Une fête à la campagne.".to_owned(),
        ..Sketch::default()
    }
    .parse(now())
    .unwrap()
}

fn wanted(id: Option<LotId>, trade: &str, wishes: &str) -> WantedLot {
    WantedLot { id, trade: trade.to_owned(), wishes: wishes.to_owned(), quantity: "1".to_owned() }
}

fn begun(occasion: Occasion) -> Tender {
    Tender::begin(&client(), id(10), id(11), occasion, now()).unwrap()
}

fn with_lots(tender: Tender, lots: Vec<WantedLot>) -> Tender {
    let mut next = 20;
    let edit = Edit { lots: Some(lots), ..Edit::default() };
    let edited = tender.edit(&client(), edit, &[], now(), || {
        next += 1;
        id(next)
    });
    edited.unwrap().change.after
}

/// A draft with a DJ (lot 21) and a caterer (lot 22).
fn draft() -> Tender {
    let lots = vec![wanted(None, "dj", "Années 80"), wanted(None, "traiteur", "")];
    with_lots(begun(wedding()), lots)
}

fn published() -> Tender {
    let change = draft().publish(&client(), 0, PublicationCap::default(), now());
    change.unwrap().after
}

fn award() -> Award {
    Award {
        offer: id::<OfferId>(30),
        provider: id(2),
        agreed_version: 1,
        settlement: Settlement::Direct,
        chosen_at: now(),
    }
}

fn chosen() -> LotState {
    LotState::Chosen { award: award(), confirm_by: now() }
}

fn in_work() -> LotState {
    LotState::InWork { award: award(), started_at: now() }
}

fn done() -> LotState {
    LotState::Done { award: award(), started_at: now(), ended_at: now() }
}

/// A published tender whose lots stand there.
fn standing(first: LotState, second: LotState) -> Tender {
    let mut tender = published();
    tender.lots[0].state = first;
    tender.lots[1].state = second;
    tender
}

fn closed() -> Tender {
    let reason = CloseReason::EventCancelled;
    let change = published().close(&client(), reason, String::new(), now());
    change.unwrap().after
}

/// S1-016 (a provider writes no tender), S1-050 (only its client ends it), S1-051 (not while a lot is
/// in work), S1-054 (a closed one stays as it is), S1-067 (a provider hides an open one).
#[test]
fn the_state_and_the_person_decide_what_may_be_done() {
    let states = [
        ("draft", draft()),
        ("open", published()),
        ("awaiting", standing(chosen(), chosen())),
        ("in work", standing(in_work(), LotState::Open)),
        ("done", standing(done(), done())),
        ("closed", closed()),
    ];
    let people = [
        ("client", client()),
        ("foreign", actor(OrganizationKind::Client, 3)),
        ("provider", actor(OrganizationKind::Provider, 2)),
    ];
    let mut matrix = String::new();
    for (state, tender) in &states {
        for (person, actor) in &people {
            write!(matrix, "\n{state:8} {person:8}").unwrap();
            for &action in TenderAction::ALL {
                let code = match tender.permits(action, actor) {
                    Ok(()) => "yes",
                    Err(refusal) => refusal.explain().code,
                };
                write!(matrix, " {}={code}", action.as_str()).unwrap();
            }
        }
    }
    assert_eq!(
        matrix,
        "
draft    client   edit=yes publish=yes delete=yes close=tender_not_published hide=providers_only
draft    foreign  edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=providers_only
draft    provider edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=tender_not_published
open     client   edit=yes publish=tender_already_published delete=tender_already_published close=yes hide=providers_only
open     foreign  edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=providers_only
open     provider edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=yes
awaiting client   edit=yes publish=tender_already_published delete=tender_already_published close=yes hide=providers_only
awaiting foreign  edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=providers_only
awaiting provider edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=yes
in work  client   edit=yes publish=tender_already_published delete=tender_already_published close=lots_in_work hide=providers_only
in work  foreign  edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=providers_only
in work  provider edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=yes
done     client   edit=tender_done publish=tender_already_published delete=tender_already_published close=tender_done hide=providers_only
done     foreign  edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=providers_only
done     provider edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=yes
closed   client   edit=tender_closed publish=tender_closed delete=tender_closed close=tender_closed hide=providers_only
closed   foreign  edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=providers_only
closed   provider edit=not_tender_owner publish=not_tender_owner delete=not_tender_owner close=not_tender_owner hide=tender_closed"
    );
}

/// S1-016: the refusal says to open a client account.
#[test]
fn only_a_client_begins_a_tender() {
    for kind in [OrganizationKind::Provider, OrganizationKind::Operator] {
        let refused = Tender::begin(&actor(kind, 2), id(10), id(11), wedding(), now());
        let explanation = refused.unwrap_err().explain();
        assert_eq!(explanation.code, "client_account_required");
        assert!(explanation.french.contains("ouvrez un compte client"));
    }
}

/// S1-031: one lot per trade, and several of one trade when the client wants several providers.
#[test]
fn publishing_opens_every_lot_and_fixes_the_url() {
    let tender = with_lots(begun(wedding()), vec![wanted(None, "dj", ""), wanted(None, "dj", "")]);
    let change = tender.publish(&client(), 4, PublicationCap::default(), now()).unwrap();
    assert_eq!(change.facts[0].kind(), "tender.published");
    assert!(change.after.lots.iter().all(|lot| lot.state == LotState::Open));
    let slug = &change.after.slug;
    assert!(slug.starts_with("mariage-de-lea-tom-saint-etienne-"), "{slug}");
    let (_, tail) = slug.rsplit_once('-').unwrap();
    assert!(change.after.id.to_string().ends_with(tail), "{slug}");
}

/// S1-031: a tender has at least one lot; S1-032: and a complete description.
#[test]
fn publishing_names_what_is_missing() {
    let mut bare = begun(wedding());
    bare.event.occasion.town.clear();
    let refused = bare.publish(&client(), 0, PublicationCap::default(), now());
    let Err(Rejection::Fields(fields)) = refused else {
        panic!("published: {refused:?}");
    };
    let pointers: Vec<_> = fields.errors().iter().map(|error| &error.pointer).collect();
    assert_eq!(pointers, ["/event/town", "/lots"]);
}

/// S1-034: no quota, but a cap against abuse.
#[test]
fn a_sixth_publication_within_a_day_is_refused() {
    let cap = PublicationCap::default();
    assert_eq!(now() - cap.since(now()), TimeDelta::hours(24));
    let refused = draft().publish(&client(), 5, cap, now());
    assert_eq!(refused.unwrap_err(), TenderRefusal::TooManyPublished { per_day: 5 }.into());
}

fn edited(tender: Tender, edit: Edit) -> Result<Edited, Rejection> {
    tender.edit(&client(), edit, &[id(21)], now(), || id(40))
}

fn lots(lots: Vec<WantedLot>) -> Edit {
    Edit { lots: Some(lots), ..Edit::default() }
}

#[test]
fn a_draft_keeps_what_is_typed_and_drops_what_is_left_out() {
    let edit =
        Edit { step: Some(2), ..lots(vec![wanted(Some(id(22)), "traiteur", "Buffet froid")]) };
    let done = edited(draft(), edit).unwrap();
    let tender = done.change.after;
    assert_eq!(tender.state, TenderState::Draft { step: 2 });
    assert_eq!((tender.revision, done.change.facts.len()), (1, 0));
    let kept: Vec<_> = tender.lots.iter().map(|lot| (lot.id, lot.position)).collect();
    assert_eq!(kept, [(id(22), 0)]);
    assert_eq!(tender.lots[0].wishes, "Buffet froid");
}

#[test]
fn a_lot_of_another_tender_is_a_wrong_field() {
    let refused = edited(draft(), lots(vec![wanted(Some(id(99)), "dj", "")]));
    let Err(Rejection::Fields(fields)) = refused else {
        panic!("edited: {refused:?}");
    };
    assert_eq!(fields.errors()[0].pointer, "/lots/0/id");
}

/// Part 2, A-14: bids are invalidated when the tender changes, and must be re-confirmed.
#[test]
fn a_new_event_asks_every_provider_again() {
    let mut occasion = wedding();
    occasion.guests = Some(150);
    let edit = Edit { occasion: Some(occasion), ..Edit::default() };
    let done = edited(standing(chosen(), LotState::Open), edit).unwrap();
    assert_eq!(done.asked_again, [id(21), id(22)]);
    assert_eq!(done.change.after.revision, 2);
    assert_eq!(done.change.facts[0].kind(), "tender.revised");
    assert_eq!(done.change.after.progress().open, 2);
}

#[test]
fn a_changed_lot_asks_its_own_providers_only() {
    let edit = lots(vec![
        wanted(Some(id(22)), "traiteur", "Buffet froid"),
        wanted(Some(id(21)), "dj", "Années 80"),
        wanted(None, "photographe", ""),
    ]);
    let done = edited(standing(in_work(), chosen()), edit).unwrap();
    assert_eq!(done.asked_again, [id(22)]);
    let Fact::TenderRevised { added, moved_to, .. } = &done.change.facts[0] else {
        panic!("{:?}", done.change.facts);
    };
    assert_eq!((added.as_slice(), moved_to), (["photographe".to_owned()].as_slice(), &None));
    let states: Vec<_> =
        done.change.after.lots.iter().map(|lot| (lot.id, lot.status().as_str())).collect();
    assert_eq!(states, [(id(22), "open"), (id(21), "in_work"), (id(40), "open")]);
}

/// The one that was answered stays in the history, the other leaves no trace.
#[test]
fn a_published_lot_left_out_or_of_another_trade_ends() {
    let done = edited(published(), lots(vec![wanted(Some(id(22)), "dj", "")])).unwrap();
    assert_eq!(done.dropped, [id(21), id(22)]);
    let progress = done.change.after.progress();
    assert_eq!((progress.open, progress.closed), (1, 1));
    assert_eq!(done.change.after.lots[1].id, id(21));
}

/// Lots that nobody answered come and go; those of the history are counted with the others.
#[test]
fn the_lots_of_a_tender_are_bounded() {
    let revise = |tender: Tender, count: usize, answered: &[LotId], mut next: u128| {
        let edit = lots(vec![wanted(None, "dj", ""); count]);
        tender.edit(&client(), edit, answered, now(), || {
            next += 1;
            id(next)
        })
    };
    let mut tender = published();
    for round in 1..10 {
        tender = revise(tender, 30, &[], round * 100).unwrap().change.after;
        assert_eq!(tender.lots.len(), 30);
    }
    let answered: Vec<LotId> = tender.lots.iter().map(|lot| lot.id).collect();
    let full = revise(tender, 30, &answered, 2000).unwrap().change.after;
    assert_eq!((full.lots.len(), full.progress().closed), (60, 30));
    let one_more = [answered, vec![full.lots[0].id]].concat();
    let refused = revise(full.clone(), 30, &one_more, 3000);
    let Err(Rejection::Fields(fields)) = refused else {
        panic!("{refused:?}");
    };
    let error = &fields.errors()[0];
    assert_eq!((error.pointer.as_str(), error.explanation.code), ("/lots", "too_many_lots"));
    assert!(revise(full, 29, &one_more, 3000).is_ok());
}

#[test]
fn saying_the_same_again_disturbs_nobody() {
    let same = Edit {
        occasion: Some(wedding()),
        ..lots(vec![wanted(Some(id(21)), "dj", "Années 80"), wanted(Some(id(22)), "traiteur", "")])
    };
    let done = edited(standing(chosen(), LotState::Open), same).unwrap();
    assert_eq!(done.asked_again, []);
    assert_eq!(done.change, Change::silent(standing(chosen(), LotState::Open)));
}

/// S1-036: where it moves to is told; a second lot of a trade that is asked for already adds none.
#[test]
fn a_revision_tells_whom_it_newly_concerns() {
    let mut occasion = wedding();
    occasion.departement = Some("69".to_owned());
    let same = [wanted(Some(id(21)), "dj", "Années 80"), wanted(Some(id(22)), "traiteur", "")];
    let lots = [same.to_vec(), vec![wanted(None, "dj", "Jazz")]].concat();
    let edit = Edit { occasion: Some(occasion), lots: Some(lots), ..Edit::default() };
    let fact = edited(published(), edit).unwrap().change.facts.remove(0);
    let (tender, client) = (id(10), id(1));
    let moved_to = Some("69".to_owned());
    assert_eq!(fact, Fact::TenderRevised { tender, client, revision: 2, added: vec![], moved_to });
}

/// S1-046: what was agreed for a lot in work is frozen, and so is the event it was agreed for.
#[test]
fn a_lot_in_work_can_no_longer_be_touched() {
    let tender = || standing(in_work(), LotState::Open);
    let locked = Rejection::from(TenderRefusal::LotsLocked { trades: vec!["dj".to_owned()] });
    let other_caterer = || wanted(Some(id(22)), "traiteur", "Buffet");
    let left_out = lots(vec![other_caterer()]);
    let reworded = lots(vec![wanted(Some(id(21)), "dj", "Jazz"), other_caterer()]);
    let mut occasion = wedding();
    occasion.day_flexible = true;
    let moved = Edit { occasion: Some(occasion), ..Edit::default() };
    for edit in [left_out, reworded, moved] {
        assert_eq!(edited(tender(), edit).unwrap_err(), locked);
    }
}

/// S1-051: the alert names the lots to end first.
#[test]
fn the_refusal_to_close_names_the_lots_in_work() {
    let tender = standing(in_work(), LotState::Open);
    let refused = tender.close(&client(), CloseReason::EventCancelled, String::new(), now());
    let explanation = refused.unwrap_err().explain();
    assert_eq!(explanation.code, "lots_in_work");
    assert!(explanation.french.contains("DJ"), "{}", explanation.french);
}

/// S1-052: the reason is kept; S1-054: nothing takes offers any more.
#[test]
fn closing_keeps_the_reason_and_ends_what_nobody_does() {
    let reason = CloseReason::NoSuitableProvider;
    let note = "Merci à tous".to_owned();
    let change = standing(done(), chosen()).close(&client(), reason, note.clone(), now()).unwrap();
    let expected = TenderState::Closed { published_at: now(), at: now(), reason, note };
    assert_eq!(change.after.state, expected);
    assert_eq!(change.facts[0].kind(), "tender.closed");
    assert_eq!(change.after.lots[0].state, done());
    assert_eq!(change.after.lots[1].state, LotState::Closed);
    assert_eq!(change.after.status(), TenderStatus::Closed);
}

/// S1-041: n lots open, awaiting, in work, done; and one word for the whole.
#[test]
fn the_least_advanced_lot_names_the_tender() {
    let table = [
        (LotState::Open, in_work(), "open"),
        (chosen(), LotState::Open, "open"),
        (chosen(), in_work(), "awaiting"),
        (in_work(), done(), "in_work"),
        (done(), LotState::Closed, "done"),
    ];
    for (first, second, expected) in table {
        let tender = standing(first, second);
        assert_eq!(tender.status().as_str(), expected);
    }
    let progress = standing(chosen(), in_work()).progress();
    assert_eq!((progress.awaiting, progress.in_work, progress.open), (1, 1, 0));
}

/// S1-031, field by field.
#[test]
fn typed_lots_are_read_one_by_one() {
    let sketch = |trade: &str, quantity: &str| LotSketch {
        trade: trade.to_owned(),
        quantity: quantity.to_owned(),
        ..LotSketch::default()
    };
    let read = parse_lots(&[sketch(" dj ", " "), sketch("traiteur", "80 repas")]).unwrap();
    let seen: Vec<_> = read.iter().map(|lot| (lot.trade.as_str(), lot.quantity.as_str())).collect();
    assert_eq!(seen, [("dj", "1"), ("traiteur", "80 repas")]);
    let refused = parse_lots(&[sketch("dj", ""), sketch("plombier-zingueur", "")]).unwrap_err();
    assert_eq!(refused.errors()[0].pointer, "/lots/1/trade");
    let crowd = vec![sketch("dj", ""); 31];
    assert_eq!(parse_lots(&crowd).unwrap_err().errors()[0].explanation.code, "too_many");
}
