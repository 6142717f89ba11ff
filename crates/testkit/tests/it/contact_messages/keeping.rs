//! How long a message is kept: a year from its end, or until its sender is erased.

use chrono::TimeDelta;
use estrade_db::housekeeping::tidy;
use estrade_testkit::{TestApp, people::PASSWORD};
use serde_json::json;

use super::{PATH, QUEUE, message, sum, written};

/// S4-022: what was answered or closed goes after a year; what still waits stays.
#[tokio::test]
async fn what_is_ended_goes_after_a_year() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(written(&app.visitor()).await);
    }
    let answer = json!({ "text": "Voilà." });
    operator.post(&format!("{QUEUE}/{}/answer", ids[0]), answer).await.expect(200);
    operator.post(&format!("{QUEUE}/{}/dismiss", ids[1]), json!({})).await.expect(200);
    for (days, left) in [(364, [200, 200, 200]), (1, [404, 404, 200])] {
        app.advance(TimeDelta::days(days)).await;
        app.db.write(tidy).await.unwrap();
        operator.log_in(&operator.email, PASSWORD).await.expect(201);
        for (id, status) in ids.iter().zip(left) {
            operator.get(&format!("{QUEUE}/{id}")).await.expect(status);
        }
    }
    app.stop().await;
}

/// S4-022: what a person wrote goes with its account, what it wrote from its address as a visitor too; an answer that
/// waits to be mailed then is not.
#[tokio::test]
async fn what_an_erased_person_wrote_is_gone() {
    let app = TestApp::start().await;
    let (operator, camille) = (app.operator("regie").await, app.client("camille").await);
    let mine = written(&camille).await;
    let visitor = app.visitor();
    let (token, right) = sum(&visitor).await;
    let mut body = message(&token, right);
    body["email"] = json!("Camille@exemple.fr");
    let as_visitor = visitor.post(PATH, body).await.expect(201).str("/id");
    let anothers = written(&app.visitor()).await;
    let wish = camille.post("/v1/deletion-requests", json!({ "understood": true })).await;
    app.deliver().await;
    let answer = json!({ "text": "Voilà." });
    operator.post(&format!("{QUEUE}/{mine}/answer"), answer).await.expect(200);
    let carry_out =
        format!("/v1/operator/deletion-requests/{}/carry-out", wish.expect(201).str("/id"));
    operator.post(&carry_out, json!({})).await.expect(200);
    assert!(app.mails_to(&camille.email).await.is_empty());
    for (id, status) in [(mine, 404), (as_visitor, 404), (anothers, 200)] {
        operator.get(&format!("{QUEUE}/{id}")).await.expect(status);
    }
    app.stop().await;
}
