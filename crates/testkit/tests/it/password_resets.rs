//! « Mot de passe oublié »: pseudo and e-mail, then a link that works once, for an hour.

use chrono::TimeDelta;
use estrade_testkit::{
    Reply, TestApp,
    people::{PASSWORD, client_form},
};
use serde_json::json;

const NEW: &str = "coquelicot-des-bles";

async fn ask(app: &TestApp, handle: &str, email: &str) -> Reply {
    let body = json!({ "handle": handle, "email": email });
    app.visitor().post("/v1/password-resets", body).await
}

async fn confirm(app: &TestApp, token: &str, password: &str) -> Reply {
    let body = json!({ "token": token, "password": password });
    app.visitor().post("/v1/password-resets/confirm", body).await
}

/// S1-020: the pair mails a link; the link sets the password once and ends every session.
#[tokio::test]
async fn the_mailed_link_sets_the_password_once() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    ask(&app, "camille", &camille.email).await.expect(202);
    let token = app.mailed_token(&camille.email).await;
    let weak = confirm(&app, &token, "1234567890").await.expect_refusal(422, "invalid_fields");
    assert_eq!(weak.field_codes(), [("/password".to_owned(), "password_too_common".to_owned())]);
    confirm(&app, &token, NEW).await.expect(204);
    camille.get("/v1/me").await.expect(401);
    camille.post("/v1/sessions/refresh", json!({})).await.expect(401);
    confirm(&app, &token, "encore-un-autre-mot").await.expect_refusal(410, "link_spent");
    camille.log_in(&camille.email, PASSWORD).await.expect_refusal(401, "wrong_credentials");
    camille.log_in(&camille.email, NEW).await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// S1-020: only a matching pair triggers a mail, and the answer is the same in all cases.
#[tokio::test]
async fn the_answer_never_tells_whether_the_pair_matches() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    app.client("dominique").await;
    let before = app.mails_to(&camille.email).await.len();
    let mut answers = Vec::new();
    for (handle, email) in [
        ("camille", "camille@exemple.fr"),
        ("dominique", "camille@exemple.fr"),
        ("nobody", "camille@exemple.fr"),
        ("camille", "nobody@exemple.fr"),
    ] {
        let reply = ask(&app, handle, email).await.expect(202);
        let fields: Vec<String> = reply.json.as_object().unwrap().keys().cloned().collect();
        answers.push((fields, reply.json["email"] == email));
    }
    assert!(answers.iter().all(|answer| *answer == (vec!["email".to_owned()], true)));
    let mails = app.mails_to(&camille.email).await;
    assert_eq!(mails.len(), before + 1, "one pair of four matches");
    assert_eq!(mails.last().unwrap().template, "password_reset");
    assert!(app.mails_to("nobody@exemple.fr").await.is_empty());
    app.stop().await;
}

/// S1-020: the link is good for one hour, and a password that was chosen voids the other links.
#[tokio::test]
async fn a_link_ends_with_its_hour_and_with_a_new_password() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    ask(&app, "camille", &camille.email).await.expect(202);
    let old = app.mailed_token(&camille.email).await;
    app.advance(TimeDelta::minutes(58)).await;
    ask(&app, "camille", &camille.email).await.expect(202);
    let first = app.mailed_token(&camille.email).await;
    app.advance(TimeDelta::minutes(2)).await;
    confirm(&app, &old, NEW).await.expect_refusal(410, "link_spent");
    ask(&app, "camille", &camille.email).await.expect(202);
    let second = app.mailed_token(&camille.email).await;
    confirm(&app, &second, NEW).await.expect(204);
    confirm(&app, &first, "encore-un-autre-mot").await.expect_refusal(410, "link_spent");
    confirm(&app, "nonsense", NEW).await.expect_refusal(410, "link_spent");
    app.deliver().await;
    app.stop().await;
}

/// S1-007: who never opened the activation link gets that one again, and no way around it.
#[tokio::test]
async fn an_inactive_account_gets_its_activation_link() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    visitor.post("/v1/registrations", client_form("camille")).await.expect(202);
    app.deliver().await;
    app.advance(TimeDelta::minutes(2)).await;
    ask(&app, "camille", "camille@exemple.fr").await.expect(202);
    let mails = app.mails_to("camille@exemple.fr").await;
    let kinds: Vec<&str> = mails.iter().map(|mail| mail.template.as_str()).collect();
    assert_eq!(kinds, ["activation", "activation"]);
    let token = app.mailed_token("camille@exemple.fr").await;
    confirm(&app, &token, NEW).await.expect_refusal(410, "link_spent");
    app.stop().await;
}
