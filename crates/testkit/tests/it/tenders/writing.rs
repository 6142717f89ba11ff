//! Drafts and their publication.

use chrono::TimeDelta;
use estrade_testkit::TestApp;
use reqwest::Method;
use serde_json::json;

use super::{call, published, version, wedding};

/// S1-009, S1-030, S1-031, S1-034: an active client writes a tender of several lots, free of charge.
#[tokio::test]
async fn a_client_writes_step_by_step_and_publishes() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let draft = camille.post("/v1/tenders", json!({})).await.expect(201);
    let url = format!("/v1/tenders/{}", draft.str("/id"));
    assert_eq!(draft.header("location"), Some(url.as_str()));
    assert_eq!(draft.header("etag"), Some("\"1\""));
    assert_eq!(draft.json["actions"], json!(["edit", "publish", "delete"]));

    let step = json!({ "event": { "kind": "wedding", "title": "Mariage" }, "draft_step": 1 });
    let draft = camille.patch(&url, version(&draft), step).await.expect(200);
    assert_eq!(
        (draft.str("/event/title"), &draft.json["draft_step"]),
        ("Mariage".into(), &json!(1))
    );
    let rest = json!({ "event": wedding(), "lots": call()["lots"] });
    let draft = camille.patch(&url, version(&draft), rest).await.expect(200);
    assert_eq!(draft.str("/lots/1/quantity"), "120 repas");
    assert_eq!(draft.str("/lots/0/status"), "draft");

    let tender = camille.post(&format!("{url}/publish"), json!({})).await.expect(200);
    assert_eq!(tender.str("/status"), "open");
    assert_eq!(tender.json["progress"]["open"], 2);
    assert_eq!(tender.json["actions"], json!(["edit", "close"]));
    app.deliver().await;
    app.stop().await;
}

/// S1-031, S1-032: what providers need is asked for, field by field, when the draft is published.
#[tokio::test]
async fn an_unfinished_draft_is_not_published() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let draft = camille
        .post("/v1/tenders", json!({ "event": { "kind": "wedding", "day": "2027-01-14" } }))
        .await
        .expect(201);
    let url = format!("/v1/tenders/{}/publish", draft.str("/id"));
    let refused = camille.post(&url, json!({})).await.expect_refusal(422, "invalid_fields");
    let expected = [
        ("/event/title", "required"),
        ("/event/town", "required"),
        ("/event/departement", "required"),
        ("/event/guests", "required"),
        ("/event/description", "required"),
        ("/event/day", "day_past"),
        ("/lots", "required"),
    ];
    let codes = refused.field_codes();
    let codes: Vec<_> =
        codes.iter().map(|(pointer, code)| (pointer.as_str(), code.as_str())).collect();
    assert_eq!(codes, expected);
    app.stop().await;
}

/// What is typed wrong is told at once, with what is wrong in the lots.
#[tokio::test]
async fn a_wrong_field_is_named() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let refused = camille
        .post(
            "/v1/tenders",
            json!({
                "event": { "day": "12/06/2027", "departement": "99", "guests": 0 },
                "lots": [{ "trade": "dj" }, { "trade": "alchimiste" }],
                "draft_step": 77,
            }),
        )
        .await
        .expect_refusal(422, "invalid_fields");
    let codes = refused.field_codes();
    let pointers: Vec<_> = codes.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(
        pointers,
        ["/event/day", "/event/departement", "/event/guests", "/lots/1/trade", "/draft_step"]
    );
    app.stop().await;
}

/// A typing error in the year is told at once, in a draft as in a revision.
#[tokio::test]
async fn an_event_is_not_in_2999() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let far = |day: &str| json!({ "event": { "day": day } });
    let refused = camille.post("/v1/tenders", far("2999-06-12")).await.expect(422);
    let too_far = [("/event/day".to_owned(), "day_too_far".to_owned())];
    assert_eq!(refused.field_codes(), too_far);
    camille.post("/v1/tenders", far("2032-01-15")).await.expect(201);
    let tender = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let refused = camille.patch(&url, version(&tender), far("2032-01-16")).await.expect(422);
    assert_eq!(refused.field_codes(), too_far);
    app.deliver().await;
    app.stop().await;
}

/// S1-016: a provider cannot post a tender; it is told to open a client account.
#[tokio::test]
async fn a_provider_is_sent_to_a_client_account() {
    let app = TestApp::start().await;
    let max = app.provider("dj-max").await;
    let refused =
        max.post("/v1/tenders", call()).await.expect_refusal(403, "client_account_required");
    assert!(refused.str("/detail").contains("ouvrez un compte client"));
    app.stop().await;
}

/// S1-007: who has not opened the mailed link posts nothing.
#[tokio::test]
async fn a_visitor_posts_nothing() {
    let app = TestApp::start().await;
    app.visitor().post("/v1/tenders", call()).await.expect_refusal(401, "unauthenticated");
    app.stop().await;
}

/// S1-034, A-06: no quota, but a cap against abuse, which opens again a day later.
#[tokio::test]
async fn the_cap_lasts_a_day() {
    let app = TestApp::start_with(|settings| settings.limits.tenders_per_day = 2);
    let camille = app.client("camille").await;
    published(&camille, call()).await;
    published(&camille, call()).await;
    let third = camille.post("/v1/tenders", call()).await.expect(201);
    let publish = format!("/v1/tenders/{}/publish", third.str("/id"));
    camille.post(&publish, json!({})).await.expect_refusal(429, "too_many_published");
    app.advance(TimeDelta::hours(25)).await;
    camille.post("/v1/sessions/refresh", json!({})).await.expect(201);
    camille.post(&publish, json!({})).await.expect(200);
    app.deliver().await;
    app.stop().await;
}

/// A draft is its client's alone; others get the answer of a tender that does not exist.
#[tokio::test]
async fn a_draft_is_private() {
    let app = TestApp::start().await;
    let (camille, other) = (app.client("camille").await, app.client("other").await);
    let draft = camille.post("/v1/tenders", call()).await.expect(201);
    let url = format!("/v1/tenders/{}", draft.str("/id"));
    for stranger in [&other, &app.visitor()] {
        stranger.get(&url).await.expect_refusal(404, "not_found");
    }
    other.patch(&url, 1, json!({ "draft_step": 2 })).await.expect_refusal(404, "not_found");
    other.post(&format!("{url}/publish"), json!({})).await.expect_refusal(404, "not_found");
    assert!(app.visitor().get("/v1/tenders").await.expect(200).items().is_empty());
    app.stop().await;
}

#[tokio::test]
async fn a_draft_is_thrown_away_a_published_tender_is_not() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let delete = |url: String| camille.request(&Method::DELETE, &url).header("if-match", "\"1\"");
    let draft = camille.post("/v1/tenders", call()).await.expect(201);
    let url = format!("/v1/tenders/{}", draft.str("/id"));
    camille.delete(&url).await.expect_refusal(428, "if_match_required");
    camille.send(delete(url.clone())).await.expect(204);
    camille.get(&url).await.expect(404);

    let tender = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let old = camille.send(delete(url.clone())).await;
    old.expect_refusal(412, "version_outdated");
    let current = camille
        .request(&Method::DELETE, &url)
        .header("if-match", format!("\"{}\"", version(&tender)));
    camille.send(current).await.expect_refusal(409, "tender_already_published");
    app.deliver().await;
    app.stop().await;
}

/// Two windows on one draft: the second to save is told to reload.
#[tokio::test]
async fn an_outdated_edit_is_refused() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let draft = camille.post("/v1/tenders", call()).await.expect(201);
    let url = format!("/v1/tenders/{}", draft.str("/id"));
    camille.patch(&url, 1, json!({ "draft_step": 2 })).await.expect(200);
    let late = camille.patch(&url, 1, json!({ "draft_step": 1 })).await;
    late.expect_refusal(412, "version_outdated");
    app.stop().await;
}

/// A publication that is sent twice with one key happens once.
#[tokio::test]
async fn publishing_twice_with_one_key_tells_providers_once() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let draft = camille.post("/v1/tenders", call()).await.expect(201);
    let url = format!("/v1/tenders/{}/publish", draft.str("/id"));
    let publish =
        || camille.request(&Method::POST, &url).header("idempotency-key", "once").json(&json!({}));
    let first = camille.send(publish()).await.expect(200);
    let second = camille.send(publish()).await.expect(200);
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    assert_eq!(first.json, second.json);
    camille.post(&url, json!({})).await.expect_refusal(409, "tender_already_published");
    app.deliver().await;
    app.stop().await;
}

/// S1-033: each kind of event comes with a sample text that can be inserted as it is.
#[tokio::test]
async fn a_sample_text_goes_into_a_draft() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let kinds = app.visitor().get("/v1/event-kinds").await.expect(200).items();
    assert!(kinds.len() >= 15);
    for kind in &kinds {
        let event = json!({ "kind": kind["kind"], "description": kind["sample_fr"] });
        let draft = camille.post("/v1/tenders", json!({ "event": event })).await.expect(201);
        assert_eq!(draft.json["event"]["description"], kind["sample_fr"]);
    }
    app.stop().await;
}

/// Null clears what may be open; what is absent stays.
#[tokio::test]
async fn an_edit_changes_what_it_names() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let draft = camille.post("/v1/tenders", call()).await.expect(201);
    let url = format!("/v1/tenders/{}", draft.str("/id"));
    let edit = json!({ "event": { "guests": null, "day": null, "venue_known": false } });
    let edited = camille.patch(&url, 1, edit).await.expect(200);
    let event = &edited.json["event"];
    assert_eq!(
        (&event["guests"], &event["day"], &event["venue"]),
        (&json!(null), &json!(null), &json!(null))
    );
    assert_eq!(event["title"], "Mariage de Léa et Tom");
    assert_eq!(edited.json["lots"].as_array().map(Vec::len), Some(2));
    app.stop().await;
}
