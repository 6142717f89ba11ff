//! Services as a table: state × action, what a provider types, and when clients find it.

use std::fmt::Write;

use super::*;
use crate::{
    fields::Fields,
    offers::tests::{CLIENT, DJ, RIVAL, id, now, party, person},
    organizations::{Plan, Subscription},
    refusal::Explain,
};

fn boss(number: u128) -> Actor {
    Actor { role: Role::Administrator, ..person(number) }
}

fn written() -> WrittenService {
    WrittenService {
        title: "Soirée dansante complète".to_owned(),
        trade: "dj".to_owned(),
        description: "De l’apéritif à la dernière danse.".to_owned(),
        price_from: Some(Money::euros(45_000)),
        delivery_days: Some(30),
        packages: vec![WrittenPackage {
            name: "Essentiel".to_owned(),
            price: Some(Money::euros(45_000)),
            delivery_days: Some(30),
            ..WrittenPackage::default()
        }],
        questions: vec![WrittenQuestion {
            text: "Où a lieu la fête ?".to_owned(),
            mandatory: true,
        }],
        ..WrittenService::default()
    }
}

fn read(service: &WrittenService) -> Result<Content, Fields> {
    service.parse(&party(DJ), &Limits::default())
}

fn draft() -> Service {
    let content = read(&written()).unwrap();
    let begun =
        Service::begin(&boss(DJ), (&party(DJ), 0), id(1), content, &Limits::default(), now());
    begun.unwrap().after
}

fn codes(service: &WrittenService) -> Vec<(String, &'static str)> {
    let wrong = read(service).unwrap_err();
    wrong.errors().iter().map(|it| (it.pointer.clone(), it.explanation.code)).collect()
}

/// Each state, each action, for the provider; nobody else may do anything.
#[test]
fn the_state_decides_what_may_be_done() {
    let since = now();
    let states = [
        ServiceState::Draft,
        ServiceState::Published { since },
        ServiceState::Paused { since },
        ServiceState::Archived,
    ];
    let mut matrix = String::new();
    for state in states {
        let service = Service { state, ..draft() };
        write!(matrix, "\n{:9}", state.status().as_str()).unwrap();
        for &action in ServiceAction::ALL {
            let word = match service.permits(action, &boss(DJ)) {
                Ok(()) => "yes",
                Err(refusal) => refusal.explain().code,
            };
            write!(matrix, " {}={word}", action.as_str()).unwrap();
            let stranger = service.permits(action, &boss(RIVAL));
            assert_eq!(stranger, Err(ServiceRefusal::NotYours));
            let member = Actor { role: Role::Member, ..boss(DJ) };
            assert_eq!(service.permits(action, &member), Err(ServiceRefusal::NotManager));
        }
    }
    let expected = "
draft     edit=yes publish=yes pause=service_not_published resume=service_not_published delete=yes
published edit=yes publish=service_published pause=yes resume=service_not_paused delete=yes
paused    edit=yes publish=service_published pause=service_paused resume=yes delete=yes
archived  edit=service_deleted publish=service_deleted pause=service_deleted resume=service_deleted delete=service_deleted";
    assert_eq!(matrix, expected);
}

/// The address and the day of the first publication stay through a pause and a new title.
#[test]
fn a_published_service_keeps_its_address() {
    let published = draft().publish(&boss(DJ), &party(DJ), now()).unwrap();
    assert_eq!(published.facts[0].kind(), "service.published");
    let published = published.after;
    assert!(published.slug.starts_with("soiree-dansante-complete-"), "{}", published.slug);
    let paused = published.clone().pause(&boss(DJ)).unwrap().after;
    let content = Content { title: "Autre titre".to_owned(), ..paused.content.clone() };
    let back = paused.edit(&boss(DJ), content).unwrap().after.resume(&boss(DJ)).unwrap().after;
    assert_eq!((back.slug, back.state), (published.slug, ServiceState::Published { since: now() }));
}

#[test]
fn only_a_provider_with_room_begins_a_service() {
    let begun = |who: u128, party: &Organization, count| {
        Service::may_be_begun(&boss(who), party, count, &Limits::default())
    };
    assert_eq!(begun(DJ, &party(DJ), 19), Ok(()));
    assert_eq!(begun(DJ, &party(DJ), 20), Err(ServiceRefusal::TooMany { limit: 20 }));
    assert_eq!(begun(CLIENT, &party(CLIENT), 0), Err(ServiceRefusal::ProvidersOnly));
    assert_eq!(begun(DJ, &party(RIVAL), 0), Err(ServiceRefusal::ProvidersOnly));
    let closed =
        Organization { state: crate::organizations::OrganizationState::Closed, ..party(DJ) };
    assert_eq!(begun(DJ, &closed, 0), Err(ServiceRefusal::ProviderClosed));
}

/// S2-043: a pause of the provider hides its services, as its missing plan does.
#[test]
fn clients_find_what_is_on_the_shelf() {
    let provider = Organization {
        subscription: Some(Subscription { plan: Plan::Free, until: None }),
        paused: false,
        ..party(DJ)
    };
    let published = draft().publish(&boss(DJ), &provider, now()).unwrap().after;
    let hidden = |service: &Service, provider: &Organization| service.hidden(provider, now());
    assert_eq!(hidden(&published, &provider), None);
    assert_eq!(hidden(&draft(), &provider), Some(Hidden::Draft));
    let paused = published.clone().pause(&boss(DJ)).unwrap().after;
    assert_eq!(hidden(&paused, &provider), Some(Hidden::Paused));
    let deleted = published.clone().delete(&boss(DJ)).unwrap().after;
    assert_eq!(hidden(&deleted, &provider), Some(Hidden::Archived));
    let on_leave = Organization { paused: true, ..provider.clone() };
    assert_eq!(hidden(&published, &on_leave), Some(Hidden::ProviderPaused));
    let unlisted = Organization { subscription: None, ..provider.clone() };
    assert_eq!(hidden(&published, &unlisted), Some(Hidden::ProviderUnlisted));
    let other = Organization { trades: vec!["traiteur".to_owned()], ..provider };
    assert_eq!(hidden(&published, &other), Some(Hidden::TradeDropped));
    let again = draft().publish(&boss(DJ), &other, now());
    assert_eq!(again, Err(ServiceRefusal::TradeDropped));
}

/// S2-007: left empty, the revisions are the instance's; unlimited is an explicit choice.
#[test]
fn revisions_are_never_unlimited_by_silence() {
    let with = |revisions, unlimited_revisions| {
        let service = WrittenService { revisions, unlimited_revisions, ..written() };
        read(&service).map(|content| content.revisions)
    };
    assert_eq!(with(None, false), Ok(Revisions::UpTo(1)));
    assert_eq!(with(None, true), Ok(Revisions::Unlimited));
    assert_eq!(with(Some(0), false), Ok(Revisions::UpTo(0)));
    assert_eq!(with(Some(20), false), Ok(Revisions::UpTo(20)));
    for (revisions, unlimited) in [(Some(21), false), (Some(-1), false), (Some(2), true)] {
        assert!(with(revisions, unlimited).is_err(), "{revisions:?} {unlimited}");
    }
}

type Alter = fn(&mut WrittenService);

/// The bounds of each field, on both sides; all that is wrong is told at once.
#[test]
fn every_field_has_its_bounds() {
    let nothing = codes(&WrittenService::default());
    let due = ["/title", "/trade", "/description", "/price_from", "/delivery_days"];
    assert_eq!(nothing, due.map(|pointer| (pointer.to_owned(), "required")));
    let table: [(Alter, &str, &str); 12] = [
        (|it| it.title = "DJ 06 12 34 56 78".to_owned(), "/title", "contacts_in_label"),
        (|it| it.title = "é".repeat(101), "/title", "too_long"),
        (|it| it.trade = "traiteur".to_owned(), "/trade", "trade_not_yours"),
        (|it| it.description = "é".repeat(4001), "/description", "too_long"),
        (|it| it.price_from = Some(Money::euros(99)), "/price_from", "price_out_of_bounds"),
        (|it| it.price_from = Some(Money::euros(45_001)), "/price_from", "price_above_packages"),
        (|it| it.delivery_days = Some(0), "/delivery_days", "days_out_of_bounds"),
        (|it| it.delivery_days = Some(366), "/delivery_days", "days_out_of_bounds"),
        (|it| it.packages = vec![it.packages[0].clone(); 4], "/packages", "too_many"),
        (|it| it.packages[0].name.clear(), "/packages/0/name", "required"),
        (|it| it.questions = vec![it.questions[0].clone(); 11], "/questions", "too_many"),
        (|it| it.questions[0].text = "é".repeat(301), "/questions/0/text", "too_long"),
    ];
    for (alter, pointer, code) in table {
        let mut service = written();
        alter(&mut service);
        assert_eq!(codes(&service), [(pointer.to_owned(), code)]);
    }
    let mut widest = written();
    widest.title = "é".repeat(100);
    (widest.price_from, widest.delivery_days) = (Some(Money::euros(100)), Some(365));
    widest.packages = vec![widest.packages[0].clone(); 3];
    widest.questions = vec![widest.questions[0].clone(); 10];
    let content = read(&widest).unwrap();
    assert_eq!(WrittenService::from(&content).parse(&party(DJ), &Limits::default()), Ok(content));
}
