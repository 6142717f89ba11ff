//! Notices in the application, and « what must I do now? ».

use estrade_testkit::TestApp;
use serde_json::json;

/// S1-171: a notice is there whatever the alerts say; reading is one's own affair.
#[tokio::test]
async fn a_person_reads_its_own_notices() {
    let app = TestApp::start().await;
    let (camille, dominique) = (app.client("camille").await, app.client("dominique").await);
    let notices = camille.get("/v1/notices?unread=true").await.expect(200).items();
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0]["kind"], "account.activated");
    assert_eq!(notices[0]["path"], "/mes-evenements/nouveau");
    assert!(notices[0]["title_fr"].as_str().unwrap().starts_with("Bienvenue"));
    assert!(notices[0]["title_en"].as_str().unwrap().starts_with("Welcome"));
    let read = format!("/v1/notices/{}/read", notices[0]["id"].as_str().unwrap());
    let _ = dominique.post(&read, json!({})).await.expect(404);
    let first = camille.post(&read, json!({})).await.expect(200).str("/read_at");
    let again = camille.post(&read, json!({})).await.expect(200).str("/read_at");
    assert_eq!(first, again);
    assert!(camille.get("/v1/notices?unread=true").await.expect(200).items().is_empty());
    assert_eq!(camille.get("/v1/notices").await.expect(200).items().len(), 1);
    let _ = dominique.get("/v1/notices?unread=true").await.expect(200).items().pop().unwrap();
    let left = dominique.post("/v1/notices/read-all", json!({})).await.expect(200);
    assert_eq!(left.json["unread_notices"], 0);
    let _ = app.visitor().get("/v1/notices").await.expect(401);
    app.stop().await;
}

/// Each kind of person is told what waits for it, and only that.
#[tokio::test]
async fn the_list_of_things_to_do_is_that_of_ones_kind() {
    let app = TestApp::start().await;
    let client = app.client("camille").await.get("/v1/me/todo").await.expect(200);
    assert_eq!(client.json["unread_notices"], 1);
    assert_eq!(client.json["client"]["drafts"], 0);
    assert!(client.json["provider"].is_null() && client.json["operator"].is_null());
    let provider = app.provider("dominique").await.get("/v1/me/todo").await.expect(200);
    assert_eq!(provider.json["provider"]["choices_to_confirm"], 0);
    assert!(provider.json["client"].is_null());
    let operator = app.operator("maud").await.get("/v1/me/todo").await.expect(200);
    assert_eq!(operator.json["operator"]["deletions_to_carry_out"], 0);
    let _ = app.visitor().get("/v1/me/todo").await.expect(401);
    app.stop().await;
}
