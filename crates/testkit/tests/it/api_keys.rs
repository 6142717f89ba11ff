//! Integrators' keys: shown once, hashed, limited, revoked.

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp, people::PASSWORD};
use reqwest::Method;
use serde_json::{Value, json};

async fn make(person: &Person, wish: Value) -> Reply {
    person.post("/v1/api-keys", wish).await
}

/// A request of a program: a key, no cookie, no custom header.
async fn with_key(app: &TestApp, key: &str, method: Method, path: &str, body: &Value) -> Reply {
    let visitor = app.visitor();
    let request = reqwest::Client::new().request(method, format!("{}{path}", app.url));
    let request = request.bearer_auth(key);
    let request =
        if body.is_null() { request } else { request.header("if-match", "\"2\"").json(body) };
    visitor.send(request).await
}

/// The key comes with its making and never again; neither list nor database holds it.
#[tokio::test]
async fn a_key_is_shown_once() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let made =
        make(&camille, json!({ "name": "Site", "scopes": ["read", "write"] })).await.expect(201);
    let key = made.str("/key");
    assert!(key.starts_with("esk_") && key.len() == "esk_".len() + 43, "{key}");
    assert_eq!(made.str("/hint"), key[..10]);
    let listed = camille.get("/v1/api-keys").await.expect(200);
    assert_eq!(listed.items().len(), 1);
    assert!(!listed.text.contains(&key), "a list never shows the key");
    assert_eq!(
        with_key(&app, &key, Method::GET, "/v1/me", &Value::Null).await.expect(200).str("/email"),
        camille.email
    );
    app.deliver().await;
    app.stop().await;
}

/// A repeated request makes one key; its replay does not show the secret, which is kept nowhere.
#[tokio::test]
async fn a_replay_shows_no_key() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let wish = json!({ "name": "Site", "scopes": ["read"] });
    let mut replies = Vec::new();
    for _ in 0..2 {
        let request = camille.request(&Method::POST, "/v1/api-keys");
        replies.push(
            camille.send(request.header("idempotency-key", "k-1").json(&wish)).await.expect(201),
        );
    }
    assert_eq!(replies[0].str("/id"), replies[1].str("/id"));
    assert!(replies[0].json["key"].is_string());
    assert_eq!(
        (&replies[1].json["key"], replies[1].header("idempotency-replayed")),
        (&Value::Null, Some("true"))
    );
    app.deliver().await;
    app.stop().await;
}

/// A key does what its scopes say, never what only a person in a browser does.
#[tokio::test]
async fn a_key_does_what_its_scopes_say() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let key = |scopes: Value| json!({ "name": "Site", "scopes": scopes });
    let reader = make(&camille, key(json!(["read"]))).await.expect(201).str("/key");
    let writer = make(&camille, key(json!(["write"]))).await.expect(201).str("/key");
    let change = json!({ "family_name": "Roux" });
    with_key(&app, &reader, Method::GET, "/v1/me", &Value::Null).await.expect(200);
    with_key(&app, &reader, Method::PATCH, "/v1/me", &change)
        .await
        .expect_refusal(403, "scope_missing");
    with_key(&app, &writer, Method::GET, "/v1/me", &Value::Null)
        .await
        .expect_refusal(403, "scope_missing");
    with_key(&app, &writer, Method::PATCH, "/v1/me", &change).await.expect(200);
    let wish = key(json!(["read"]));
    with_key(&app, &writer, Method::POST, "/v1/api-keys", &wish)
        .await
        .expect_refusal(403, "session_only");
    with_key(&app, &reader, Method::GET, "/v1/api-keys", &Value::Null)
        .await
        .expect_refusal(403, "session_only");
    let password = json!({ "current": "x", "new": "tournesol-nouveau" });
    with_key(&app, &writer, Method::POST, "/v1/me/password", &password)
        .await
        .expect_refusal(403, "session_only");
    for wrong in [json!([]), json!(["admin"]), json!(["read", "read"])] {
        make(&camille, key(wrong)).await.expect_refusal(422, "invalid_fields");
    }
    app.deliver().await;
    app.stop().await;
}

/// What outlives a key, or cannot be undone, is not done with one: who joins and in which role, who goes. A
/// key that leaked would else be the whole organization.
#[tokio::test]
async fn a_key_gives_nobody_power_that_outlives_it() {
    let app = TestApp::start().await;
    let (camille, operator) = (app.client("camille").await, app.operator("regie").await);
    let wish = json!({ "name": "Site", "scopes": ["read", "write"] });
    let hers = make(&camille, wish.clone()).await.expect(201).str("/key");
    let regies = make(&operator, wish).await.expect(201).str("/key");
    let invitation = json!({ "email": "jean@exemple.fr", "role": "member" });
    let invitation = camille.post("/v1/invitations", invitation).await.expect(201).str("/id");
    let deletion = json!({ "understood": true });
    let deletion = camille.post("/v1/deletion-requests", deletion).await.expect(201).str("/id");
    let owner = json!({ "email": "voleur@exemple.fr", "role": "owner" });
    let (me, party) = (&camille.account, &camille.organization);
    for (key, method, path, body) in [
        (&hers, Method::POST, "/v1/invitations".to_owned(), owner),
        (&hers, Method::DELETE, format!("/v1/invitations/{invitation}"), Value::Null),
        (&hers, Method::PATCH, format!("/v1/members/{me}"), json!({ "role": "member" })),
        (&hers, Method::DELETE, format!("/v1/members/{me}"), json!({})),
        (&hers, Method::POST, format!("/v1/deletion-requests/{deletion}/withdraw"), json!({})),
        (
            &regies,
            Method::POST,
            format!("/v1/operator/organizations/{party}/close"),
            json!({ "reason": "Essai" }),
        ),
        (
            &regies,
            Method::POST,
            format!("/v1/operator/deletion-requests/{deletion}/carry-out"),
            json!({}),
        ),
    ] {
        with_key(&app, key, method, &path, &body).await.expect_refusal(403, "session_only");
    }
    assert_eq!(camille.get("/v1/invitations").await.expect(200).items().len(), 1);
    app.deliver().await;
    app.stop().await;
}

/// A key ends on its day and when it is revoked; those of others do not exist.
#[tokio::test]
async fn a_key_ends() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let past = json!({ "name": "Site", "scopes": ["read"], "expires_at": "2027-01-15T09:00:00Z" });
    let past = make(&camille, past).await.expect_refusal(422, "invalid_fields");
    assert_eq!(past.field_codes(), [("/expires_at".to_owned(), "in_the_past".to_owned())]);
    let wish = json!({ "name": "Site", "scopes": ["read"], "expires_at": "2027-01-15T09:05:00Z" });
    let short = make(&camille, wish).await.expect(201).str("/key");
    let made = make(&camille, json!({ "name": "Site", "scopes": ["read"] })).await.expect(201);
    let (long, path) = (made.str("/key"), format!("/v1/api-keys/{}", made.str("/id")));
    app.advance(TimeDelta::minutes(5)).await;
    with_key(&app, &short, Method::GET, "/v1/me", &Value::Null)
        .await
        .expect_refusal(401, "unauthenticated");
    with_key(&app, &long, Method::GET, "/v1/me", &Value::Null).await.expect(200);
    with_key(&app, "esk_nonsense", Method::GET, "/v1/me", &Value::Null).await.expect(401);
    app.client("stranger").await.delete(&path).await.expect_refusal(404, "not_found");
    camille.delete(&path).await.expect(204);
    with_key(&app, &long, Method::GET, "/v1/me", &Value::Null).await.expect(401);
    camille.delete(&path).await.expect_refusal(404, "not_found");
    app.deliver().await;
    app.stop().await;
}

/// S1-020: whoever learned the password may have made itself a key: a new password ends them all, by the mailed
/// link as in the account, and the mail says so.
#[tokio::test]
async fn a_new_password_ends_the_keys() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let wish = json!({ "name": "Site", "scopes": ["read"] });
    let first = make(&camille, wish.clone()).await.expect(201).str("/key");
    let change = json!({ "current": PASSWORD, "new": "coquelicot-rouge" });
    camille.post("/v1/me/password", change).await.expect(204);
    with_key(&app, &first, Method::GET, "/v1/me", &Value::Null).await.expect(401);
    let told = app.mails_to(&camille.email).await.pop().unwrap();
    assert_eq!(told.template, "account.password_changed");
    assert!(told.text_body.contains("clés d’API révoquées"), "{}", told.text_body);

    let second = make(&camille, wish).await.expect(201).str("/key");
    let pair = json!({ "handle": "camille", "email": camille.email });
    camille.post("/v1/password-resets", pair).await.expect(202);
    let token = app.mailed_token(&camille.email).await;
    let reset = json!({ "token": token, "password": "coquelicot-des-bles" });
    app.visitor().post("/v1/password-resets/confirm", reset).await.expect(204);
    with_key(&app, &second, Method::GET, "/v1/me", &Value::Null).await.expect(401);
    app.deliver().await;
    app.stop().await;
}

/// The last use is noted to the minute, not at each request.
#[tokio::test]
async fn the_last_use_is_noted_once_a_minute() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let key =
        make(&camille, json!({ "name": "Site", "scopes": ["read"] })).await.expect(201).str("/key");
    let noted = async || {
        with_key(&app, &key, Method::GET, "/v1/me", &Value::Null).await.expect(200);
        camille.get("/v1/api-keys").await.expect(200).str("/items/0/last_used_at")
    };
    assert_eq!(noted().await, "2027-01-15T09:00:00Z");
    app.advance(TimeDelta::seconds(59)).await;
    assert_eq!(noted().await, "2027-01-15T09:00:00Z");
    app.advance(TimeDelta::seconds(1)).await;
    assert_eq!(noted().await, "2027-01-15T09:01:00Z");
    app.stop().await;
}

#[tokio::test]
async fn an_account_has_at_most_twenty_keys() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    for _ in 0..20 {
        make(&camille, json!({ "name": "Site", "scopes": ["read"] })).await.expect(201);
    }
    make(&camille, json!({ "name": "Site", "scopes": ["read"] }))
        .await
        .expect_refusal(409, "too_many_api_keys");
    app.deliver().await;
    app.stop().await;
}
