//! What people write to the operator: a small sum, the message, the answer by mail.

mod answering;
mod keeping;

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp};
use serde_json::{Value, json};

const PATH: &str = "/v1/contact-messages";
const QUEUE: &str = "/v1/operator/contact-messages";

/// What a sum makes, added up from its question.
fn made(question: &str) -> u32 {
    let numbers = question.trim_end_matches('=').split('+');
    numbers.map(|number| number.trim().parse::<u32>().unwrap()).sum()
}

/// A sum as the server asks it: its token, and what it makes.
async fn sum(person: &Person) -> (String, u32) {
    let asked = person.get("/v1/contact-messages/sum").await.expect(200);
    (asked.str("/token"), made(&asked.str("/question")))
}

fn message(token: &str, answer: u32) -> Value {
    json!({
        "name": "Ana Roux", "email": "ana@exemple.fr", "topic": "payment", "subject": "Ma facture",
        "text": "Où la trouver ?\nMon numéro : 06 12 34 56 78.", "sum": token, "answer": answer.to_string(),
    })
}

/// Solves a sum and sends a message.
async fn write(person: &Person) -> Reply {
    let (token, answer) = sum(person).await;
    person.post(PATH, message(&token, answer)).await
}

/// The same, for those who only want its id.
async fn written(person: &Person) -> String {
    write(person).await.expect(201).str("/id")
}

/// S4-022: a wrong sum is refused under its field and may be solved again; the right one sends the message, once.
#[tokio::test]
async fn a_wrong_sum_is_refused_and_solved_again() {
    let app = TestApp::start().await;
    let (operator, visitor) = (app.operator("regie").await, app.visitor());
    let asked = visitor.get("/v1/contact-messages/sum").await.expect(200);
    assert_eq!(asked.header("cache-control"), Some("no-store"));
    assert_eq!(asked.str("/expires_at"), "2027-01-15T09:30:00Z");
    let (token, right) = (asked.str("/token"), made(&asked.str("/question")));
    for wrong in [json!((right + 1).to_string()), json!("beaucoup")] {
        let mut body = message(&token, right);
        body["answer"] = wrong;
        let refused = visitor.post(PATH, body).await.expect_refusal(422, "invalid_fields");
        assert_eq!(refused.field_codes(), [("/answer".to_owned(), "wrong_sum".to_owned())]);
    }
    assert!(operator.get(QUEUE).await.expect(200).items().is_empty());
    let sent = visitor.post(PATH, message(&token, right)).await.expect(201);
    assert_eq!(sent.str("/email"), "ana@exemple.fr");
    visitor.post(PATH, message(&token, right)).await.expect_refusal(409, "sum_used");
    assert_eq!(operator.get(QUEUE).await.expect(200).items().len(), 1);
    app.deliver().await;
    app.stop().await;
}

/// S4-022: of two sends with one sum at once, one arrives.
#[tokio::test]
async fn a_sum_serves_once_even_in_a_race() {
    let app = TestApp::start().await;
    let (operator, ana, eve) = (app.operator("regie").await, app.visitor(), app.visitor());
    let (token, right) = sum(&ana).await;
    let (one, other) = tokio::join!(
        ana.post(PATH, message(&token, right)),
        eve.post(PATH, message(&token, right))
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    assert_eq!(operator.get(QUEUE).await.expect(200).items().len(), 1);
    app.deliver().await;
    app.stop().await;
}

/// S4-022: a sum is good for half an hour, and only as it was asked here.
#[tokio::test]
async fn a_sum_that_is_over_or_made_up_asks_for_another() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let (token, right) = sum(&visitor).await;
    app.advance(TimeDelta::minutes(30)).await;
    visitor.post(PATH, message(&token, right)).await.expect_refusal(410, "sum_expired");
    let camille = app.client("camille").await;
    let session = camille.cookie("__Host-estrade").unwrap();
    for forged in ["", "12 + 9", &format!("{token}x"), &session] {
        let refused = visitor.post(PATH, message(forged, right)).await;
        refused.expect_refusal(410, "sum_expired");
    }
    // What is wrong beside is told first: nobody solves two sums for one message.
    let mut empty = message("", right);
    empty["subject"] = json!("");
    let refused = visitor.post(PATH, empty).await.expect_refusal(422, "invalid_fields");
    assert_eq!(refused.field_codes(), [("/subject".to_owned(), "required".to_owned())]);
    // Nor does a sum open a session.
    let (token, _) = sum(&visitor).await;
    visitor.set_cookie("__Host-estrade", &token);
    visitor.get("/v1/me").await.expect_refusal(401, "unauthenticated");
    app.stop().await;
}

/// S4-022: every wrong field is told at once, and nothing is used up by it.
#[tokio::test]
async fn every_wrong_field_is_told_at_once() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let (token, right) = sum(&visitor).await;
    let refused = visitor.post(PATH, json!({ "sum": token })).await;
    let refused = refused.expect_refusal(422, "invalid_fields");
    let required = ["/name", "/email", "/topic", "/subject", "/text", "/answer"]
        .map(|pointer| (pointer.to_owned(), "required".to_owned()));
    assert_eq!(refused.field_codes(), required);
    visitor.post(PATH, message(&token, right)).await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// S4-022: of who is signed in the account says name and address, and a repeated send is recognized; what a visitor
/// typed is mailed to nobody.
#[tokio::test]
async fn who_is_signed_in_types_neither_name_nor_address() {
    let app = TestApp::start().await;
    let (operator, camille) = (app.operator("regie").await, app.client("camille").await);
    let (token, right) = sum(&camille).await;
    let mut body = message(&token, right);
    let typed = body.as_object_mut().unwrap();
    typed.remove("name");
    typed.insert("email".to_owned(), json!("someone.else@exemple.fr"));
    let sent = camille.post_once(PATH, "one", body.clone()).await.expect(201);
    assert_eq!(sent.str("/email"), camille.email);
    let again = camille.post_once(PATH, "one", body).await.expect(201);
    assert_eq!(again.json, sent.json);
    let path = format!("{QUEUE}/{}", sent.str("/id"));
    let read = operator.get(&path).await.expect(200);
    assert_eq!(
        (read.str("/name"), read.str("/email")),
        ("Camille Durand".into(), sent.str("/email"))
    );
    assert_eq!(read.str("/organization/id"), camille.organization);

    let visitors = operator.get(&format!("{QUEUE}/{}", written(&app.visitor()).await)).await;
    assert_eq!(visitors.expect(200).json["organization"], Value::Null);
    assert_eq!(operator.get(QUEUE).await.expect(200).items().len(), 2);
    assert!(app.mails_to("ana@exemple.fr").await.is_empty());
    let todo = operator.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["operator"]["messages_to_answer"], json!(2));
    let notices = operator.get("/v1/notices").await.expect(200).items();
    let waits = notices.iter().filter(|notice| notice["kind"] == "contact_message.sent");
    assert_eq!(waits.count(), 2);
    app.stop().await;
}

/// S4-022: messages are counted like logins, wrong sums with them; to ask for a sum is not.
#[tokio::test]
async fn too_many_messages_are_refused() {
    let app = TestApp::start_with(|settings| settings.requests_per_minute = 300);
    let visitor = app.visitor();
    for _ in 0..5 {
        write(&visitor).await.expect(201);
    }
    let (token, right) = sum(&visitor).await;
    let refused = visitor.post(PATH, message(&token, right + 1)).await;
    let refused = refused.expect_refusal(429, "too_many_requests");
    assert_eq!(refused.header("ratelimit-policy"), Some("\"strict\";q=5;w=60"));
    assert!(refused.header("retry-after").is_some());
    app.deliver().await;
    app.stop().await;
}
