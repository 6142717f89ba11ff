//! The operator's side: the queue, the answer, what is closed without one.

use estrade_testkit::{Person, TestApp};
use reqwest::Method;
use serde_json::json;

use super::{PATH, QUEUE, message, sum, written};

fn act(id: &str, action: &str) -> String {
    format!("{QUEUE}/{id}/{action}")
}

async fn listed(operator: &Person, query: &str) -> Vec<String> {
    let page = operator.get(&format!("{QUEUE}?{query}")).await.expect(200);
    page.items().iter().map(|card| card["id"].as_str().unwrap().to_owned()).collect()
}

/// The kinds in the log about a message, the latest first.
async fn logged(operator: &Person, id: &str) -> Vec<String> {
    let log = operator.get(&format!("/v1/operator/facts?subject={id}")).await.expect(200);
    log.items().iter().map(|fact| fact["kind"].as_str().unwrap().to_owned()).collect()
}

/// S4-022: the answer leaves as one mail that quotes the message whole; the message says who answered and when, and is
/// not answered twice.
#[tokio::test]
async fn an_answer_is_mailed_once_with_what_it_answers() {
    let app = TestApp::start().await;
    let (operator, other) = (app.operator("regie").await, app.operator("regie-deux").await);
    let id = written(&app.visitor()).await;
    let waits = operator.get(&format!("{QUEUE}/{id}")).await.expect(200);
    assert_eq!(waits.json["actions"], json!(["answer", "dismiss"]));
    let empty = operator.post(&act(&id, "answer"), json!({ "text": " " })).await;
    let empty = empty.expect_refusal(422, "invalid_fields");
    assert_eq!(empty.field_codes(), [("/text".to_owned(), "required".to_owned())]);

    let text = json!({ "text": "Sous Compte, Factures.\nOu écrivez à compta@estrade.example." });
    let answered = operator.post(&act(&id, "answer"), text.clone()).await.expect(200);
    assert_eq!(
        (answered.str("/state"), answered.str("/ended_at")),
        ("answered".into(), "2027-01-15T09:00:00Z".into())
    );
    assert_eq!(
        (answered.str("/ended_by"), &answered.json["actions"]),
        ("Camille Durand".into(), &json!([]))
    );
    for (action, body) in [("answer", text), ("dismiss", json!({}))] {
        let refused = other.post(&act(&id, action), body).await;
        refused.expect_refusal(409, "contact_message_answered");
    }

    let mails = app.mails_to("ana@exemple.fr").await;
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(mail.subject, "Réponse à votre message : Ma facture");
    let body = &mail.text_body;
    assert!(
        body.starts_with(
            "Bonjour Ana Roux,\n\nSous Compte, Factures.\nOu écrivez à compta@estrade.example."
        ),
        "{body}"
    );
    assert!(body.contains("> Où la trouver ?\n> Mon numéro : 06 12 34 56 78."), "{body}");
    assert!(!body.contains("/compte/alertes"), "{body}");
    assert_eq!(logged(&operator, &id).await, ["contact_message.answered", "contact_message.sent"]);
    app.stop().await;
}

/// S4-022: a visitor is answered in the language of its page, who has an account in that of the account.
#[tokio::test]
async fn an_answer_speaks_the_language_of_who_wrote() {
    let app = TestApp::start().await;
    let (operator, camille) = (app.operator("regie").await, app.client("camille").await);
    for person in [&app.visitor(), &camille] {
        let (token, right) = sum(person).await;
        let request = person.request(&Method::POST, PATH).header("accept-language", "en");
        let sent = person.send(request.json(&message(&token, right))).await.expect(201);
        let answer = json!({ "text": "Voilà." });
        operator.post(&act(&sent.str("/id"), "answer"), answer).await.expect(200);
    }
    let subject = async |email: &str| app.mails_to(email).await.last().unwrap().subject.clone();
    assert_eq!(subject("ana@exemple.fr").await, "Answer to your message: Ma facture");
    assert!(subject(&camille.email).await.starts_with("Réponse"));
    app.stop().await;
}

/// S4-022: what wants no answer is closed without one, and nobody is told.
#[tokio::test]
async fn what_wants_no_answer_is_closed_without_one() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let id = written(&app.visitor()).await;
    let closed = operator.post(&act(&id, "dismiss"), json!({})).await.expect(200);
    assert_eq!((closed.str("/state"), closed.str("/answer")), ("dismissed".into(), String::new()));
    let refused = operator.post(&act(&id, "answer"), json!({ "text": "Si." })).await;
    refused.expect_refusal(409, "contact_message_dismissed");
    assert!(app.mails_to("ana@exemple.fr").await.is_empty());
    assert_eq!(logged(&operator, &id).await, ["contact_message.dismissed", "contact_message.sent"]);
    app.stop().await;
}

/// S4-022: those who wait come in their order, those who were answered the latest first, page by page.
#[tokio::test]
async fn the_queue_is_read_page_by_page() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(written(&app.visitor()).await);
    }
    let first = operator.get(&format!("{QUEUE}?limit=3")).await.expect(200);
    let second = format!("limit=3&page={}", first.str("/next_page"));
    assert_eq!(listed(&operator, "limit=3").await, ids[..3]);
    assert_eq!(listed(&operator, &second).await, ids[3..]);
    for id in &ids[..3] {
        operator.post(&act(id, "answer"), json!({ "text": "Voilà." })).await.expect(200);
    }
    assert_eq!(listed(&operator, "").await, ids[3..]);
    let latest: Vec<String> = ids[..3].iter().rev().cloned().collect();
    assert_eq!(listed(&operator, "state=answered").await, latest);
    let page = operator.get(&format!("{QUEUE}?state=answered&limit=2")).await.expect(200);
    let rest = format!("state=answered&limit=2&page={}", page.str("/next_page"));
    assert_eq!(listed(&operator, &rest).await, latest[2..]);
    operator.get(&format!("{QUEUE}?state=lost")).await.expect_refusal(422, "invalid_fields");
    app.deliver().await;
    app.stop().await;
}
