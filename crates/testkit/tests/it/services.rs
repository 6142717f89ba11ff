//! The catalogue through the API: what a provider puts on its shelf, and what clients find of it.

mod finding;
mod talking;

use estrade_testkit::{
    Person, Reply, TestApp,
    people::{provider_form, service_form},
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::members::member;

/// A provider on FREE without a service.
pub(crate) async fn listed(app: &TestApp, handle: &str, own: Value) -> Person {
    let mut form = provider_form(handle);
    form.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    let person = app.join(form).await;
    person.put("/v1/organization/plan", json!({ "plan": "free" })).await.expect(200);
    person
}

/// A draft with some fields of its own.
async fn draft(person: &Person, own: Value) -> Reply {
    let mut form = service_form();
    form.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    person.post("/v1/services", form).await.expect(201)
}

async fn step(person: &Person, id: &str, name: &str) -> Reply {
    person.post(&format!("/v1/services/{id}/{name}"), json!({})).await
}

/// A published service with some fields of its own.
pub(crate) async fn published(person: &Person, own: Value) -> Reply {
    let id = draft(person, own).await.str("/id");
    step(person, &id, "publish").await.expect(200)
}

/// S2-005, S4-009: a service with packages, questions and the message for who orders is written, read back,
/// published and changed; the public page shows all but that message, and no contact.
#[tokio::test]
async fn a_service_is_written_published_and_changed() {
    let app = TestApp::start().await;
    let leo = listed(&app, "leo", json!({})).await;
    let own = json!({
        "description": "Tout compris. Appelez le 06 12 34 56 78.", "revisions": 2,
        "packages": [{ "name": "Essentiel", "description": "Quatre heures", "price": { "amount": 45_000, "currency": "EUR" }, "delivery_days": 20, "unlimited_revisions": true }],
        "questions": [{ "text": "Où a lieu la fête ?", "mandatory": true }], "greeting": "Merci ! Je reviens vers vous sous un jour.",
    });
    let made = draft(&leo, own).await;
    let (id, path) = (made.str("/id"), format!("/v1/services/{}", made.str("/id")));
    assert_eq!(made.header("location"), Some(path.as_str()));
    assert_eq!((&made.json["status"], &made.json["slug"]), (&json!("draft"), &Value::Null));
    assert_eq!(made.json["actions"], json!(["edit", "publish", "delete"]));
    assert_eq!(made.json["hidden_because"], "draft");
    app.visitor().get(&path).await.expect(404);
    let public = step(&leo, &id, "publish").await.expect(200);
    assert_eq!(public.json["hidden_because"], Value::Null);
    assert_eq!(public.json["actions"], json!(["edit", "pause", "delete"]));
    let page = app.visitor().get(&format!("/v1/services/{}", public.str("/slug"))).await;
    let page = page.expect(200);
    assert_eq!(page.json["description"], "Tout compris. Appelez le •••.");
    assert_eq!((&page.json["greeting"], &page.json["actions"]), (&Value::Null, &json!([])));
    assert_eq!(
        (&page.json["revisions"], &page.json["unlimited_revisions"]),
        (&json!(2), &json!(false))
    );
    assert_eq!(page.json["packages"][0]["revisions"], Value::Null);
    assert_eq!(page.json["packages"][0]["unlimited_revisions"], true);
    assert_eq!(
        page.json["questions"],
        json!([{ "text": "Où a lieu la fête ?", "mandatory": true }])
    );
    assert_eq!(page.str("/provider/name"), "Maison leo");
    let seen = leo.get(&path).await.expect(200);
    assert!(
        seen.str("/greeting").starts_with("Merci !") && seen.str("/description").contains("06 12")
    );
    let version = seen.json["version"].as_i64().unwrap();
    let change = json!({ "title": "Bal du village", "revisions": null, "packages": [] });
    let changed = leo.patch(&path, version, change.clone()).await.expect(200);
    assert_eq!(changed.str("/title"), "Bal du village");
    assert_eq!(changed.json["revisions"], 1, "left empty it is the instance's (A-31)");
    assert_eq!(changed.json["questions"], seen.json["questions"], "what is absent stays");
    assert_eq!(changed.json["slug"], public.json["slug"], "its address stays");
    leo.patch(&path, version, change).await.expect_refusal(412, "version_outdated");
    app.deliver().await;
    app.stop().await;
}

/// Every wrong field is told at once; the bound of the list is kept under a race of two.
#[tokio::test]
async fn wrong_fields_and_too_many_services_are_refused() {
    let app = TestApp::start_with(|settings| settings.limits.services_max = 2);
    let leo = listed(&app, "leo", json!({})).await;
    let wrong = json!({
        "title": "", "trade": "traiteur", "price_from": { "amount": 450, "currency": "USD" }, "delivery_days": 0,
    });
    let refused = leo.post("/v1/services", wrong).await.expect_refusal(422, "invalid_fields");
    assert_eq!(refused.field_codes(), [("/price_from/currency".into(), "unknown_choice".into())]);
    let wrong = json!({ "title": "", "trade": "traiteur", "delivery_days": 0 });
    let refused = leo.post("/v1/services", wrong).await.expect_refusal(422, "invalid_fields");
    let codes = [
        ("/title", "required"),
        ("/trade", "trade_not_yours"),
        ("/description", "required"),
        ("/price_from", "required"),
        ("/delivery_days", "days_out_of_bounds"),
    ];
    assert_eq!(refused.field_codes(), codes.map(|(at, code)| (at.to_owned(), code.to_owned())));
    draft(&leo, json!({})).await;
    let post = || leo.post("/v1/services", service_form());
    let (one, other) = tokio::join!(post(), post());
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    post().await.expect_refusal(409, "too_many_services");
    app.deliver().await;
    app.stop().await;
}

/// A member reads, an administrator writes; a client sells nothing.
#[tokio::test]
async fn only_those_who_write_the_sheet_write_services() {
    let app = TestApp::start().await;
    let leo = listed(&app, "leo", json!({})).await;
    let id = draft(&leo, json!({})).await.str("/id");
    let camille = app.client("camille").await;
    camille.post("/v1/services", service_form()).await.expect_refusal(403, "provider_only");
    camille.get("/v1/my/services").await.expect_refusal(403, "provider_only");
    let max = member(&app, &leo, "max@exemple.fr", "member").await;
    max.post("/v1/services", service_form()).await.expect_refusal(403, "not_manager");
    step(&max, &id, "publish").await.expect_refusal(403, "not_manager");
    let seen = max.get("/v1/my/services").await.expect(200).items();
    assert_eq!(seen[0]["actions"], json!([]));
    app.deliver().await;
    app.stop().await;
}

/// What a message names is archived: out of sight, and named still. What nothing names is gone.
#[tokio::test]
async fn a_deleted_service_leaves_every_list() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, listed(&app, "leo", json!({})).await);
    let (named, unnamed) =
        (published(&leo, json!({})).await, published(&leo, json!({ "title": "Bal" })).await);
    let wish = json!({ "provider": "leo", "text": "Bonjour", "service": named.str("/id") });
    let thread = camille.post("/v1/conversations", wish).await.expect(201).str("/id");
    for service in [&named, &unnamed] {
        let path = format!("/v1/services/{}", service.str("/id"));
        let version = service.json["version"].as_i64().unwrap();
        let delete =
            leo.request(&Method::DELETE, &path).header("if-match", format!("\"{version}\""));
        leo.send(delete).await.expect(204);
        leo.get(&path).await.expect(404);
        app.visitor().get(&format!("/v1/services/{}", service.str("/slug"))).await.expect(404);
    }
    assert!(leo.get("/v1/my/services").await.expect(200).items().is_empty());
    assert!(app.visitor().get("/v1/services").await.expect(200).items().is_empty());
    let path = format!("/v1/conversations/{thread}/entries");
    let entry = camille.get(&path).await.expect(200).items().remove(0);
    let named = (&entry["service"]["title"], &entry["service"]["slug"]);
    assert_eq!(named, (&json!("Soirée dansante complète"), &Value::Null));
    app.deliver().await;
    app.stop().await;
}
