//! What people are mailed about their own account, and how mails leave.

use chrono::TimeDelta;
use estrade_testkit::{
    Person, Reply, TestApp,
    people::{client_form, provider_form},
};
use serde_json::{Value, json};

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

/// How many mails of a kind were written to an address.
async fn count(app: &TestApp, address: &str, kind: &str) -> usize {
    let mails = app.mails_to(address).await;
    mails.iter().filter(|mail| mail.template == kind).count()
}

/// What a stranger can have mailed comes once in two minutes and five times a day at most; whoever asks is
/// answered the same. A day later it begins anew.
#[tokio::test]
async fn a_stranger_floods_no_mailbox() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let active = app.client("camille").await;
    let mut known = client_form("quelqu-un");
    known["email"] = json!(active.email);
    visitor.post("/v1/registrations", client_form("lea")).await.expect(202);
    app.deliver().await;
    app.advance(TimeDelta::days(1)).await;
    let (lea, pair) = ("lea@exemple.fr", json!({ "handle": "camille", "email": active.email }));
    let ways: [(&str, Value, &str, &str); 3] = [
        ("/v1/activations/resend", json!({ "email": lea }), lea, "activation"),
        ("/v1/password-resets", pair, &active.email, "password_reset"),
        ("/v1/registrations", known, &active.email, "account.registration_repeated"),
    ];
    let mut answers = Vec::new();
    for (path, body, to, kind) in &ways {
        let before = count(&app, to, kind).await;
        let mut mailed = Vec::new();
        for pause in [0, 119, 1, 120, 120, 120, 120, 24 * 3600 - 601, 1] {
            app.advance(TimeDelta::seconds(pause)).await;
            let reply = visitor.post(path, body.clone()).await.expect(202);
            answers.push(reply.json == json!({ "email": to }));
            mailed.push(count(&app, to, kind).await - before);
        }
        assert_eq!(mailed, [1, 1, 2, 3, 4, 5, 5, 5, 6], "{kind}");
    }
    assert!(answers.iter().all(|same| *same));
    let before = count(&app, lea, "activation").await;
    visitor.post("/v1/activations/resend", json!({ "email": lea })).await.expect(202);
    let pair = json!({ "handle": "lea", "email": lea });
    visitor.post("/v1/password-resets", pair).await.expect(202);
    assert_eq!(count(&app, lea, "activation").await, before + 1, "the same mail by another way");
    app.stop().await;
}

async fn invite(person: &Person, email: &str) -> Reply {
    person.post("/v1/invitations", json!({ "email": email, "role": "member" })).await
}

/// Invitations of one address, by whatever organizations, wait for one another: one in two minutes, five in a
/// day. Whoever invites is answered the same, and the link still comes.
#[tokio::test]
async fn invitations_wait_for_one_another() {
    let app = TestApp::start().await;
    let (jean, kind) = ("jean@exemple.fr", "member.invited");
    let mut hosts = Vec::new();
    for handle in ["ana", "bea", "cleo", "dina", "emma", "fanny"] {
        hosts.push(app.client(handle).await);
    }
    for host in &hosts {
        invite(host, jean).await.expect(201);
    }
    assert_eq!(count(&app, jean, kind).await, 1);
    app.advance(TimeDelta::seconds(119)).await;
    assert_eq!(count(&app, jean, kind).await, 1);
    app.advance(TimeDelta::seconds(1)).await;
    assert_eq!(count(&app, jean, kind).await, 2);
    for mailed in 3..=5 {
        app.advance(TimeDelta::minutes(2)).await;
        assert_eq!(count(&app, jean, kind).await, mailed);
    }
    app.advance(TimeDelta::hours(1)).await;
    assert_eq!(count(&app, jean, kind).await, 5);
    app.advance(TimeDelta::hours(23) - TimeDelta::minutes(8)).await;
    assert_eq!(count(&app, jean, kind).await, 6, "a day after the first");
    let token = app.mailed_token(jean).await;
    app.visitor().get(&format!("/v1/invitations/by-token/{token}")).await.expect(200);
    app.stop().await;
}
