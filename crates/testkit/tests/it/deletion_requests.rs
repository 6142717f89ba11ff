//! « Supprimer mon compte »: an owner asks, having understood; the operator has thirty days.

use estrade_testkit::{Person, Reply, TestApp};
use serde_json::{Value, json};

async fn ask(person: &Person, understood: bool) -> Reply {
    person
        .post("/v1/deletion-requests", json!({ "understood": understood, "reason": "Je pars" }))
        .await
}

/// S1-021: the wish waits for the operator, thirty days at most, one at a time, and may be taken back.
#[tokio::test]
async fn an_owner_files_one_wish_and_takes_it_back() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let filed = ask(&camille, true).await.expect(201);
    assert_eq!(filed.str("/requested_at"), "2027-01-15T09:00:00Z");
    assert_eq!(filed.str("/due_at"), "2027-02-14T09:00:00Z");
    assert_eq!(filed.json["actions"], json!(["withdraw"]));
    ask(&camille, true).await.expect_refusal(409, "deletion_already_requested");
    let path = format!("/v1/deletion-requests/{}/withdraw", filed.str("/id"));
    app.client("stranger").await.post(&path, json!({})).await.expect_refusal(404, "not_found");
    let withdrawn = camille.post(&path, json!({})).await.expect(200);
    assert_eq!(
        (withdrawn.str("/state"), &withdrawn.json["actions"]),
        ("withdrawn".into(), &json!([]))
    );
    camille.post(&path, json!({})).await.expect_refusal(409, "deletion_request_ended");
    ask(&camille, true).await.expect(201);
    let states: Vec<Value> = camille.get("/v1/deletion-requests").await.expect(200).items();
    let states: Vec<&str> = states.iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["open", "withdrawn"]);
    app.deliver().await;
    app.stop().await;
}

/// S1-022: without the warning being understood nothing is filed; the refusal says what would be lost.
#[tokio::test]
async fn the_warning_must_be_understood() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let refused = ask(&camille, false).await.expect_refusal(422, "invalid_fields");
    assert_eq!(
        refused.field_codes(),
        [("/understood".to_owned(), "warning_not_understood".to_owned())]
    );
    let told = refused.str("/errors/0/detail");
    for loss in [
        "irréversible",
        "toutes vos données",
        "l’historique de vos messages",
        "moteurs de recherche",
    ] {
        assert!(told.contains(loss), "{loss} in {told}");
    }
    assert!(camille.get("/v1/deletion-requests").await.expect(200).items().is_empty());
    app.stop().await;
}
