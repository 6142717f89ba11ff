use std::fmt::Write;

use chrono::{TimeZone, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    actor::{OrganizationKind, Role},
    ids::{Id, OrganizationId},
};

fn id<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

fn now() -> Instant {
    Utc.with_ymd_and_hms(2027, 1, 15, 9, 0, 0).unwrap()
}

fn actor(kind: OrganizationKind) -> Actor {
    let organization = id::<OrganizationId>(1);
    Actor { account: id(2), organization, kind, role: Role::Owner }
}

fn sum() -> Sum {
    Sum { id: id(3), left: 12, right: 9 }
}

fn form() -> ContactForm {
    ContactForm {
        name: "Ana Roux".to_owned(),
        email: "Ana@Exemple.fr".to_owned(),
        topic: "payment".to_owned(),
        subject: "Facture".to_owned(),
        text: "Où la trouver ?".to_owned(),
        answer: " 21 ".to_owned(),
    }
}

fn sent() -> ContactMessage {
    let new = form().parse(Some(sum()), None, Language::Fr).unwrap().unwrap();
    new.send(id(4), now()).after
}

fn wrong(form: &ContactForm, known: Option<Sender>) -> Vec<(String, &'static str)> {
    let Err(fields) = form.parse(Some(sum()), known, Language::Fr) else { return Vec::new() };
    let told = fields.errors().iter().map(|error| (error.pointer.clone(), error.explanation.code));
    told.collect()
}

/// S4-022: the sum is small, and only what it makes is taken.
#[test]
fn a_sum_is_small_and_takes_only_what_it_makes() {
    for byte in 0..=255 {
        let Sum { left, right, .. } = Sum::draw(id(3), [byte; 32]);
        assert!((2..=19).contains(&left) && (2..=9).contains(&right), "{left} + {right}");
    }
    assert_eq!(sum().question(), "12 + 9 =");
    let solve = |answer: &str| sum().solve(answer).map_err(|refused| refused.code);
    for right in ["21", " 21 ", "021"] {
        assert_eq!(solve(right), Ok(()), "{right}");
    }
    for wrong in ["20", "-21", "21.0", "vingt et un", "2 1", "99999999999999999999"] {
        assert_eq!(solve(wrong), Err("wrong_sum"), "{wrong}");
    }
    assert_eq!(solve(" "), Err("required"));
}

/// S4-022: all that is wrong is told at once, the sum with it; who is signed in types neither name nor address.
#[test]
fn every_wrong_field_is_told_at_once() {
    assert_eq!(wrong(&form(), None), []);
    let codes = ["/name", "/email", "/topic", "/subject", "/text", "/answer"]
        .map(|pointer| (pointer.to_owned(), "required"));
    assert_eq!(wrong(&ContactForm::default(), None), codes);
    let known = || Sender::clone(&sent().sender);
    assert_eq!(wrong(&ContactForm::default(), Some(known())), codes[2..]);
    let strange = ContactForm { topic: "love".to_owned(), answer: "20".to_owned(), ..form() };
    let told = [("/topic".to_owned(), "unknown_choice"), ("/answer".to_owned(), "wrong_sum")];
    assert_eq!(wrong(&strange, None), told);
    let long = ContactForm { text: "é".repeat(4001), subject: "é".repeat(121), ..form() };
    let told = [("/subject".to_owned(), "too_long"), ("/text".to_owned(), "too_long")];
    assert_eq!(wrong(&long, None), told);
}

#[test]
fn a_message_is_kept_as_it_was_meant() {
    let message = sent();
    assert_eq!(message.sender.email.as_str(), "ana@exemple.fr");
    assert_eq!((message.sum, message.topic), (sum().id, ContactTopic::Payment));
    assert_eq!((message.state, message.sent_at), (ContactState::Open, now()));
}

/// S4-022: state × action, for the operator and for another. It is answered once.
#[test]
fn the_operator_ends_a_message_once() {
    let operator = actor(OrganizationKind::Operator);
    let states = [
        sent(),
        sent().answer(&operator, "Sous Factures.".to_owned(), now()).unwrap().after,
        sent().dismiss(&operator, now()).unwrap().after,
    ];
    let mut matrix = String::new();
    for message in &states {
        for action in ContactAction::ALL {
            for kind in [OrganizationKind::Operator, OrganizationKind::Client] {
                let told = message.permits(*action, &actor(kind));
                let told = told.map_or_else(|refused| refused.explain().code, |()| "yes");
                let state = message.state.status().as_str();
                let (action, kind) = (action.as_str(), kind.as_str());
                writeln!(matrix, "{state:9} {action:7} {kind:8} {told}").unwrap();
            }
        }
    }
    assert_eq!(
        matrix,
        "\
open      answer  operator yes
open      answer  client   operator_answers
open      dismiss operator yes
open      dismiss client   operator_answers
answered  answer  operator contact_message_answered
answered  answer  client   operator_answers
answered  dismiss operator contact_message_answered
answered  dismiss client   operator_answers
dismissed answer  operator contact_message_dismissed
dismissed answer  client   operator_answers
dismissed dismiss operator contact_message_dismissed
dismissed dismiss client   operator_answers
"
    );
    let ended = Some(Ended { by: operator.account, at: now() });
    assert_eq!((states[1].state.answer(), states[1].state.ended()), ("Sous Factures.", ended));
    assert_eq!((states[2].state.answer(), states[2].state.ended()), ("", ended));
}
