//! Needs as tables: what is typed, who is chosen and why, what a sending is refused for.

use super::*;
use crate::{
    ids::ServiceId,
    offers::tests::{CLIENT, DJ, id, now, party, person},
    organizations::{Organization, OrganizationState, Plan, Subscription},
    refusal::Explain,
};

fn written() -> WrittenNeed {
    WrittenNeed {
        title: "Musique pour un mariage".to_owned(),
        description: "De 18 h à 2 h, cent invités.".to_owned(),
        trade: "dj".to_owned(),
        departement: "76".to_owned(),
        ..WrittenNeed::default()
    }
}

fn content() -> Content {
    written().parse(now()).unwrap()
}

fn up_to(cents: i64) -> Content {
    WrittenNeed { budget_max: Some(Money::euros(cents)), ..written() }.parse(now()).unwrap()
}

fn provider(number: u128, change: impl Fn(&mut Organization)) -> Organization {
    let mut provider = party(number);
    provider.trades = vec!["dj".to_owned()];
    provider.departements = vec!["76".to_owned()];
    provider.france_wide = false;
    provider.subscription = Some(Subscription { plan: Plan::Free, until: None });
    change(&mut provider);
    provider
}

fn candidate(provider: &Organization, service: u128, cents: i64) -> Candidate<'_> {
    let price_from = Money::euros(cents);
    Candidate { provider, service: id(service), trade: "dj", price_from, blocked: false }
}

fn chosen(content: &Content, candidates: &[Candidate<'_>]) -> Vec<Chosen> {
    at_most(5, content, candidates)
}

fn at_most(most: u32, content: &Content, candidates: &[Candidate<'_>]) -> Vec<Chosen> {
    let mut choice = Choice::new(content, most, now());
    for candidate in candidates {
        choice.consider(candidate);
    }
    choice.made()
}

/// S5-012: trade, département, availability and budget decide; each choice says why.
#[test]
fn who_fits_is_chosen_and_told_why() {
    use Reason::{Available, Departement, Trade, VipPlus, WholeFrance, WithinBudget};
    type Provider = fn(&mut Organization);
    let vip = |it: &mut Organization| {
        it.subscription = Some(Subscription { plan: Plan::VipPlus, until: None });
    };
    let ended = |it: &mut Organization| {
        it.subscription = Some(Subscription { plan: Plan::VipPlus, until: Some(now()) });
    };
    let table: [(&str, Provider, Option<&[Reason]>); 9] = [
        ("fits", |_| (), Some(&[Trade, Departement, Available, WithinBudget])),
        ("VIP+", vip, Some(&[Trade, Departement, Available, WithinBudget, VipPlus])),
        ("VIP+ that ended", ended, Some(&[Trade, Departement, Available, WithinBudget])),
        (
            "everywhere",
            |it| {
                it.france_wide = true;
                it.departements.clear();
            },
            Some(&[Trade, WholeFrance, Available, WithinBudget]),
        ),
        ("elsewhere", |it| it.departements = vec!["27".to_owned()], None),
        ("another trade", |it| it.trades = vec!["traiteur".to_owned()], None),
        ("on leave", |it| it.paused = true, None),
        ("without a plan", |it| it.subscription = None, None),
        ("closed", |it| it.state = OrganizationState::Closed, None),
    ];
    for (name, change, expected) in table {
        let provider = provider(DJ, change);
        let found = chosen(&up_to(50_000), &[candidate(&provider, 1, 50_000)]);
        let reasons = found.first().map(|it| it.reasons.as_slice());
        assert_eq!(reasons, expected, "{name}");
    }
    let provider = provider(DJ, |_| ());
    let sound = candidate(&provider, 1, 50_000);
    assert!(chosen(&up_to(49_999), std::slice::from_ref(&sound)).is_empty(), "above the budget");
    assert!(chosen(&content(), &[Candidate { blocked: true, ..sound.clone() }]).is_empty());
    assert!(chosen(&content(), &[Candidate { trade: "traiteur", ..sound.clone() }]).is_empty());
    let without_budget = chosen(&content(), &[sound]);
    assert_eq!(without_budget[0].reasons, [Trade, Departement, Available]);
}

/// S5-012: at most so many, each once by the first of its services that fits, in the order given.
#[test]
fn the_first_of_the_directory_are_chosen_each_once() {
    let providers: Vec<Organization> = (10..20).map(|number| provider(number, |_| ())).collect();
    let mut candidates = Vec::new();
    for (place, provider) in (0..).zip(&providers) {
        candidates.push(candidate(provider, 100 + place, 90_000));
        candidates.push(candidate(provider, 200 + place, 40_000));
    }
    let found = chosen(&up_to(50_000), &candidates);
    let expected: Vec<(OrganizationId, ServiceId)> =
        (0..5).map(|place| (id(10 + place), id(200 + place))).collect();
    let told: Vec<_> = found.iter().map(|it| (it.provider, it.service)).collect();
    assert_eq!(told, expected);
    assert_eq!(chosen(&up_to(50_000), &candidates), found, "the same again");
    let first = chosen(&content(), &candidates);
    assert_eq!(first[0].service, id(100), "without a budget the first one fits");
    for most in [1, 3, 10, 20] {
        let found = at_most(most, &content(), &candidates);
        assert_eq!(found.len(), 10.min(usize::try_from(most).unwrap()));
    }
}

/// Who is kept gets it; the limit of a day and a choice that is no longer the one that was read are refused.
#[test]
fn a_need_is_sent_to_those_who_are_kept() {
    let limits = Limits { needs_per_day: 2, ..Limits::default() };
    let it = |number: u128| Chosen {
        provider: id(number),
        service: id(1),
        reasons: vec![Reason::Trade],
    };
    let send = |actor: &Actor, found: Vec<Chosen>, kept: &[OrganizationId], recent: u32| {
        Need::send(actor, id(7), content(), (found, kept), (recent, &limits), now())
    };
    let (client, both) = (person(CLIENT), vec![it(10), it(11)]);
    let change = send(&client, both.clone(), &[id(11)], 1).unwrap();
    assert_eq!(change.after.recipients, [it(11)]);
    let fact = Fact::NeedSent { need: id(7), client: client.organization, recipients: 1 };
    assert_eq!(change.facts, [fact]);
    let refused = [
        (send(&person(DJ), both.clone(), &[id(11)], 0), "client_only"),
        (send(&client, both.clone(), &[id(11)], 2), "too_many_needs"),
        (send(&client, Vec::new(), &[id(11)], 0), "nobody_fits"),
        (send(&client, both, &[id(11), id(12)], 0), "choice_outdated"),
    ];
    for (outcome, code) in refused {
        assert_eq!(outcome.unwrap_err().explain().code, code);
    }
}

#[test]
fn every_wrong_field_is_told() {
    let wrong = WrittenNeed {
        title: "Appelez le 06 12 34 56 78".to_owned(),
        trade: "astronaute".to_owned(),
        departement: "99".to_owned(),
        day: "2027-02-28".to_owned(),
        budget_min: Some(Money::euros(99)),
        budget_max: Some(Money::euros(1_000_000_001)),
        ..WrittenNeed::default()
    };
    let codes = |written: &WrittenNeed| -> Vec<(String, &'static str)> {
        let fields = written.parse(now()).unwrap_err();
        fields.errors().iter().map(|it| (it.pointer.clone(), it.explanation.code)).collect()
    };
    let told = [
        ("/title", "contacts_in_label"),
        ("/description", "required"),
        ("/trade", "unknown_choice"),
        ("/departement", "unknown_choice"),
        ("/day", "day_past"),
        ("/budget_min", "budget_out_of_bounds"),
        ("/budget_max", "budget_out_of_bounds"),
    ];
    assert_eq!(codes(&wrong), told.map(|(at, code)| (at.to_owned(), code)));
    let reversed = WrittenNeed {
        budget_min: Some(Money::euros(200)),
        budget_max: Some(Money::euros(100)),
        ..written()
    };
    assert_eq!(codes(&reversed), [("/budget_min".to_owned(), "budget_reversed")]);
    let sound = WrittenNeed {
        day: "2027-03-01".to_owned(),
        budget_min: Some(Money::euros(100)),
        budget_max: Some(Money::euros(100)),
        ..written()
    };
    assert!(sound.parse(now()).is_ok(), "today, and both ends alike");
}

/// S5-016: where it stands with each is told from its conversation.
#[test]
fn where_it_stands_is_read_from_the_conversation() {
    use ConversationState::{Blocked, Declined, Open};
    let table = [
        (Open, false, RecipientState::Waiting),
        (Open, true, RecipientState::Answered),
        (Declined, true, RecipientState::Declined),
        (Blocked, false, RecipientState::Blocked),
    ];
    for (conversation, has_written, expected) in table {
        assert_eq!(RecipientState::of(conversation, has_written), expected);
    }
}
