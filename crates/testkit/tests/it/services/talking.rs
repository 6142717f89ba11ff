//! What hangs on a service: the first message about it, and what is left of it when its provider is erased.

use estrade_testkit::TestApp;
use serde_json::{Value, json};

use super::{draft, listed, published};

/// S5-010, S5-011: a first message names the service and the event that it is about, and so does a later one;
/// only a published service of this very provider can be named.
#[tokio::test]
async fn a_message_names_the_service_that_it_is_about() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let leo = listed(&app, "leo", json!({})).await;
    let mia = listed(&app, "mia", json!({})).await;
    let service = published(&leo, json!({})).await;
    let (foreign, hidden) = (published(&mia, json!({})).await, draft(&leo, json!({})).await);
    let tender = app.publish(&camille, &["dj"]).await.tender.to_string();
    let wish = |service: &str| json!({ "provider": "leo", "text": "Libre en juin ?", "tender": tender, "service": service });
    for wrong in [foreign.str("/id"), hidden.str("/id"), "svc_x".to_owned()] {
        let refused = camille.post("/v1/conversations", wish(&wrong)).await.expect(422);
        assert_eq!(refused.field_codes(), [("/service".into(), "unknown_choice".into())]);
    }
    let id = service.str("/id");
    let opened = camille.post("/v1/conversations", wish(&id)).await.expect(201).str("/id");
    let again = camille.post("/v1/conversations", wish(&id)).await.expect(201).str("/id");
    assert_eq!(opened, again);
    let path = format!("/v1/conversations/{opened}/entries");
    for person in [&camille, &leo] {
        for entry in person.get(&path).await.expect(200).items() {
            let named = json!({ "id": id, "title": "Soirée dansante complète", "slug": service.str("/slug") });
            assert_eq!((&entry["service"], &entry["tender"]["id"]), (&named, &json!(tender)));
        }
    }
    let message = json!({ "text": "Oui !" });
    leo.post(&format!("/v1/conversations/{opened}/messages"), message).await.expect(201);
    assert_eq!(leo.get(&path).await.expect(200).items()[0]["service"], Value::Null);
    app.deliver().await;
    app.stop().await;
}

/// S5-002: a conversation that exists goes on without a service on the shelf.
#[tokio::test]
async fn a_conversation_outlives_the_shelf() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, listed(&app, "leo", json!({})).await);
    let service = published(&leo, json!({})).await.str("/id");
    let wish = json!({ "provider": "leo", "text": "Bonjour" });
    let opened = camille.post("/v1/conversations", wish.clone()).await.expect(201).str("/id");
    super::step(&leo, &service, "pause").await.expect(200);
    let nora = app.client("nora").await;
    let refused = nora.post("/v1/conversations", wish.clone()).await;
    refused.expect_refusal(409, "provider_without_service");
    let again = camille.post("/v1/conversations", wish).await.expect(201).str("/id");
    assert_eq!(again, opened);
    leo.post(&format!("/v1/conversations/{opened}/messages"), json!({ "text": "Bonjour" }))
        .await
        .expect(201);
    app.deliver().await;
    app.stop().await;
}

/// of an erased provider no service is found, and what a message names has no words left.
#[tokio::test]
async fn an_erased_provider_sells_nothing() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, listed(&app, "leo", json!({})).await);
    let operator = app.operator("regie").await;
    let own = json!({ "title": "Bal secret", "description": "Un secret", "greeting": "Un secret" });
    let (named, other) = (published(&leo, own.clone()).await, published(&leo, own).await);
    let wish = json!({ "provider": "leo", "text": "Bonjour", "service": named.str("/id") });
    let opened = camille.post("/v1/conversations", wish).await.expect(201).str("/id");
    let wish = leo.post("/v1/deletion-requests", json!({ "understood": true })).await;
    let wish = wish.expect(201).str("/id");
    app.deliver().await;
    let path = format!("/v1/operator/deletion-requests/{wish}/carry-out");
    operator.post(&path, json!({})).await.expect(200);
    assert!(app.visitor().get("/v1/services").await.expect(200).items().is_empty());
    assert!(app.visitor().get("/v1/services?q=secret").await.expect(200).items().is_empty());
    for service in [&named, &other] {
        for name in [service.str("/id"), service.str("/slug")] {
            app.visitor().get(&format!("/v1/services/{name}")).await.expect(404);
        }
    }
    let thread = camille.get(&format!("/v1/conversations/{opened}/entries")).await.expect(200);
    assert_eq!(thread.items()[0]["service"]["title"], "—");
    assert!(!thread.text.contains("secret"));
    app.deliver().await;
    app.stop().await;
}
