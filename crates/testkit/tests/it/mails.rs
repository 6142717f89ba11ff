//! What people are mailed about their own account, and how mails leave.

use chrono::TimeDelta;
use estrade_testkit::{
    TestApp,
    people::{client_form, provider_form},
};
use serde_json::json;

/// S1-008: the confirmation mail is caused in the transaction of the registration and leaves in less
/// than ten minutes, ahead of whatever is sent to many.
#[tokio::test]
async fn the_confirmation_mail_leaves_within_ten_minutes() {
    let app = TestApp::start().await;
    let asked_at = estrade_domain::world::World::now(&app.world);
    let _ = app.visitor().post("/v1/registrations", client_form("camille")).await.expect(202);
    app.advance(TimeDelta::minutes(9)).await;
    let mails = app.mails_to("camille@exemple.fr").await;
    assert_eq!(mails.len(), 1);
    let sent_at = mails[0].sent_at.unwrap();
    assert!(sent_at - asked_at.timestamp_millis() < TimeDelta::minutes(10).num_milliseconds());
    assert!(mails[0].text_body.contains("/activation?token="));
    assert!(mails[0].html_body.contains("/activation?token="));
    app.stop().await;
}

/// S1-009, S1-121: once active, a client is shown how to post and a provider how to subscribe, each in
/// its language.
#[tokio::test]
async fn a_welcome_names_the_first_thing_to_do() {
    let app = TestApp::start().await;
    app.client("camille").await;
    let mut form = provider_form("dominique");
    form["language"] = json!("en");
    app.join(form).await;
    let client = app.mails_to("camille@exemple.fr").await.pop().unwrap();
    assert_eq!((client.template.as_str(), client.language.as_str()), ("account.activated", "fr"));
    assert!(client.text_body.starts_with("Bonjour Camille,"));
    assert!(client.text_body.contains("/mes-evenements/nouveau"));
    assert!(client.text_body.contains("/compte/alertes"));
    let provider = app.mails_to("dominique@exemple.fr").await.pop().unwrap();
    assert_eq!(provider.language, "en");
    assert!(provider.text_body.starts_with("Hello Camille,"));
    assert!(provider.text_body.contains("/compte/abonnement"));
    app.stop().await;
}

/// S1-017: someone who registers twice before opening the link gets another one; the answer told nothing.
#[tokio::test]
async fn a_second_registration_mails_the_holder_alone() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let _ = visitor.post("/v1/registrations", client_form("camille")).await.expect(202);
    let mut again = client_form("camille-bis");
    again["email"] = json!("camille@exemple.fr");
    let _ = visitor.post("/v1/registrations", again.clone()).await.expect(202);
    let token = app.mailed_token("camille@exemple.fr").await;
    let _ = visitor.post("/v1/activations", json!({ "token": token })).await.expect(201);
    let _ = app.visitor().post("/v1/registrations", again).await.expect(202);
    let last = app.mails_to("camille@exemple.fr").await.pop().unwrap();
    assert_eq!(last.template, "account.registration_repeated");
    assert!(!last.text_body.contains("token="));
    app.stop().await;
}

/// The local mailbox shows what was mailed to whom, and exists only while mails go there.
#[tokio::test]
async fn the_mailbox_exists_only_as_the_transport() {
    let app = TestApp::start().await;
    app.client("camille").await;
    app.client("dominique").await;
    let visitor = app.visitor();
    let all = visitor.get("/v1/mailbox?limit=3").await.expect(200);
    assert_eq!(all.items().len(), 3);
    let next = all.str("/next_page");
    let rest = visitor.get(&format!("/v1/mailbox?limit=3&page={next}")).await.expect(200);
    assert_eq!((rest.items().len(), &rest.json["next_page"]), (1, &json!(null)));
    let hers = visitor.get("/v1/mailbox?recipient=Camille@exemple.fr").await.expect(200);
    let newest = &hers.items()[0];
    assert_eq!(newest["recipient"], "camille@exemple.fr");
    assert!(newest.get("html_body").is_none());
    let path = format!("/v1/mailbox/{}", newest["id"].as_str().unwrap());
    let whole = visitor.get(&path).await.expect(200);
    assert!(whole.str("/html_body").starts_with("<!doctype html>"));
    let _ = visitor.get("/v1/mailbox/eml_00000000000000000000000000").await.expect(404);
    app.stop().await;

    let elsewhere = TestApp::start_with(|settings| settings.mailbox = false);
    elsewhere.client("camille").await;
    let _ = elsewhere.visitor().get("/v1/mailbox").await.expect(404);
    let _ = elsewhere.visitor().get(&path).await.expect(404);
    elsewhere.stop().await;
}
