//! One's own profile: names, phone, language, alerts, password.

use estrade_testkit::{TestApp, people::PASSWORD};
use serde_json::{Value, json};

/// S1-025: the profile is edited; a version that was overtaken is refused, and so is an unnamed one.
#[tokio::test]
async fn a_person_edits_its_profile() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let version = camille.get("/v1/me").await.json["version"].as_i64().unwrap();
    let change = json!({ "family_name": "Roux", "phone": "+33 7 12 34 56 78", "language": "en" });
    let me = camille.patch("/v1/me", version, change).await.expect(200);
    assert_eq!(me.header("etag"), Some(format!("\"{}\"", version + 1).as_str()));
    assert_eq!(me.str("/given_name"), "Camille");
    assert_eq!((me.str("/family_name"), me.str("/language")), ("Roux".into(), "en".into()));
    assert_eq!(me.str("/phone"), "+33712345678");
    let stale = camille.patch("/v1/me", version, json!({ "family_name": "Blanc" })).await;
    stale.expect_refusal(412, "version_outdated");
    let unnamed = camille.request(&reqwest::Method::PATCH, "/v1/me").json(&json!({}));
    camille.send(unnamed).await.expect_refusal(428, "if_match_required");
    app.stop().await;
}

#[tokio::test]
async fn every_wrong_field_of_a_profile_is_named() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let change = json!({ "given_name": " ", "phone": "12", "language": "de" });
    let refused = camille.patch("/v1/me", 2, change).await.expect_refusal(422, "invalid_fields");
    let pointers: Vec<String> = refused.field_codes().into_iter().map(|(at, _)| at).collect();
    assert_eq!(pointers, ["/given_name", "/phone", "/language"]);
    let email = camille.patch("/v1/me", 2, json!({ "email": "autre@exemple.fr" })).await;
    let email = email.expect_refusal(422, "invalid_fields");
    assert_eq!(email.field_codes(), [("/email".to_owned(), "unknown_field".to_owned())]);
    app.stop().await;
}

/// S1-170: two independent boxes. S1-172: a provider who unticks « created events » is warned.
#[tokio::test]
async fn alerts_are_two_boxes_and_one_of_them_warns() {
    let app = TestApp::start().await;
    let max = app.provider("dj-max").await;
    let me = max.get("/v1/me").await.expect(200);
    assert_eq!(me.json["alerts"], json!({ "tenders": true, "messages": true }));
    assert_eq!(me.json["warnings"], json!([]));
    let mut version = me.json["version"].as_i64().unwrap();
    for (change, after, warned) in [
        (json!({ "messages": false }), json!({ "tenders": true, "messages": false }), false),
        (json!({ "tenders": false }), json!({ "tenders": false, "messages": false }), true),
        (json!({ "messages": true }), json!({ "tenders": false, "messages": true }), true),
        (json!({ "tenders": true }), json!({ "tenders": true, "messages": true }), false),
    ] {
        let me = max.patch("/v1/me", version, json!({ "alerts": change })).await.expect(200);
        version = me.json["version"].as_i64().unwrap();
        assert_eq!(me.json["alerts"], after);
        let warnings = me.json["warnings"].as_array().unwrap();
        assert_eq!(warnings.iter().any(|one| one["code"] == "tender_mails_stopped"), warned);
    }
    let camille = app.client("camille").await;
    let client = camille.patch("/v1/me", 2, json!({ "alerts": { "tenders": false } })).await;
    assert_eq!(client.expect(200).json["warnings"], Value::Array(Vec::new()));
    app.stop().await;
}

/// A new password needs the old one and ends the other sessions, not this one.
#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let elsewhere = app.visitor();
    elsewhere.log_in(&camille.email, PASSWORD).await.expect(201);
    let change = |current: &str, new: &str| json!({ "current": current, "new": new });
    let wrong =
        camille.post("/v1/me/password", change("not-my-password", "coquelicot-rouge")).await;
    let wrong = wrong.expect_refusal(422, "invalid_fields");
    assert_eq!(wrong.field_codes(), [("/current".to_owned(), "wrong_password".to_owned())]);
    let own = camille.post("/v1/me/password", change(PASSWORD, &camille.email)).await;
    let own = own.expect_refusal(422, "invalid_fields");
    assert_eq!(own.field_codes(), [("/new".to_owned(), "password_too_common".to_owned())]);
    camille.post("/v1/me/password", change(PASSWORD, "coquelicot-rouge")).await.expect(204);
    camille.get("/v1/me").await.expect(200);
    elsewhere.get("/v1/me").await.expect(401);
    elsewhere.log_in(&camille.email, PASSWORD).await.expect_refusal(401, "wrong_credentials");
    elsewhere.log_in(&camille.email, "coquelicot-rouge").await.expect(201);
    app.deliver().await;
    app.stop().await;
}
