//! S1-090 to S1-092.

use super::*;
use crate::offers::tests::{CLIENT, DJ, RIVAL, at, done, id, in_work, now, party, person};

fn written() -> WrittenOpinion {
    WrittenOpinion {
        rating: 4,
        exchanges: Some(5),
        relationship: None,
        punctuality: Some(1),
        quality: None,
        comment: "Une ambiance parfaite jusqu’au bout.".to_owned(),
        experienced_on: "2027-03-01".to_owned(),
    }
}

fn codes(written: &WrittenOpinion) -> Vec<(String, &'static str)> {
    match written.parse(&Limits::default()) {
        Ok(_) => Vec::new(),
        Err(fields) => fields
            .errors()
            .iter()
            .map(|error| (error.pointer.clone(), error.explanation.code))
            .collect(),
    }
}

/// S1-090, S1-091, A-15: 1 to 5 stars and a comment are mandatory, the four sub-notes are not.
#[test]
fn a_review_has_an_overall_note_and_a_comment() {
    for rating in 1..=5 {
        assert_eq!(codes(&WrittenOpinion { rating, ..written() }), []);
    }
    for wrong in [0, 6] {
        let everywhere = WrittenOpinion {
            rating: wrong,
            exchanges: Some(wrong),
            relationship: Some(wrong),
            punctuality: Some(wrong),
            quality: Some(wrong),
            ..written()
        };
        let pointers: Vec<_> = codes(&everywhere).into_iter().map(|(at, _)| at).collect();
        assert_eq!(
            pointers,
            ["/rating", "/exchanges", "/relationship", "/punctuality", "/quality"]
        );
    }
    let comment = |length: usize| {
        codes(&WrittenOpinion { comment: "é".repeat(length), ..written() })
            .first()
            .map(|(_, code)| *code)
    };
    assert_eq!(comment(0), Some("required"));
    assert_eq!(comment(19), Some("too_short"));
    assert_eq!(comment(20), None);
    assert_eq!(comment(4000), None);
    assert_eq!(comment(4001), Some("too_long"));
}

fn publish(deal: &Deal, actor: &Actor, day: &str, now: Instant) -> Result<Review, ReviewRefusal> {
    let opinion = WrittenOpinion { experienced_on: day.to_owned(), ..written() };
    let opinion = opinion.parse(&Limits::default()).unwrap();
    Review::publish(deal, actor, &party(CLIENT), id(30), opinion, now).map(|change| change.after)
}

/// S1-092: only for a closed mission, by its client, once.
#[test]
fn only_the_client_of_a_closed_mission_reviews_it_once() {
    let day = "2027-03-01";
    let review = publish(&done(), &person(CLIENT), day, now()).unwrap();
    assert_eq!((review.provider, review.opinion.notes.overall.count()), (id(DJ), 4));
    assert_eq!(
        publish(&in_work(), &person(CLIENT), day, now()),
        Err(ReviewRefusal::NotNow(OfferRefusal::NotDone))
    );
    for other in [DJ, RIVAL] {
        assert_eq!(
            publish(&done(), &person(other), day, now()),
            Err(ReviewRefusal::NotNow(OfferRefusal::ClientDecides))
        );
    }
    let again = Deal { review: Some(review.id), ..done() };
    assert_eq!(
        publish(&again, &person(CLIENT), day, now()),
        Err(ReviewRefusal::NotNow(OfferRefusal::AlreadyReviewed))
    );
}

#[test]
fn the_day_lies_between_the_confirmation_and_today() {
    let later = at("2027-06-13T08:00:00Z");
    let on = |day| publish(&done(), &person(CLIENT), day, later).map(drop);
    assert_eq!(on("2027-02-28"), Err(ReviewRefusal::ImpossibleDay));
    assert_eq!(on("2027-03-01"), Ok(()));
    assert_eq!(on("2027-06-13"), Ok(()));
    assert_eq!(on("2027-06-14"), Err(ReviewRefusal::ImpossibleDay));
}

/// Part 6 « Reviews »: one public answer, by the provider.
#[test]
fn the_provider_answers_once() {
    let review = publish(&done(), &person(CLIENT), "2027-03-01", now()).unwrap();
    for other in [CLIENT, RIVAL] {
        assert_eq!(
            review.permits(ReviewAction::Answer, &person(other)),
            Err(ReviewRefusal::ProviderAnswers)
        );
    }
    assert_eq!(review.actions(&person(DJ)), [ReviewAction::Answer]);
    let answered = review.answer(&person(DJ), "Merci !".to_owned(), now()).unwrap().after;
    assert_eq!(answered.actions(&person(DJ)), []);
    assert_eq!(
        answered.answer(&person(DJ), "Encore".to_owned(), now()).unwrap_err(),
        ReviewRefusal::AlreadyAnswered
    );
}

/// A private person's civil name is not published with its review.
#[test]
fn a_private_person_is_named_by_its_pseudo() {
    let mut client = party(CLIENT);
    assert_eq!(public_name(&client), "Partie 1");
    client.legal_kind = LegalKind::PrivatePerson;
    assert_eq!(public_name(&client), "partie-1");
}
