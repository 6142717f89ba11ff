//! Sessions: they end when their person, a thief's second try or the clock says so.

use chrono::TimeDelta;
use estrade_api::caller::{ACCESS_COOKIE, HINT_COOKIE, REFRESH_COOKIE};
use estrade_db::facts;
use estrade_testkit::{TestApp, people::PASSWORD};
use serde_json::json;

const REFRESH: &str = "/v1/sessions/refresh";

/// The access token lasts ten minutes; the refresh token brings a new one.
#[tokio::test]
async fn an_expired_access_token_is_refreshed() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    app.advance(TimeDelta::seconds(9 * 60 + 59)).await;
    camille.get("/v1/me").await.expect(200);
    app.advance(TimeDelta::seconds(1)).await;
    camille.get("/v1/me").await.expect_refusal(401, "unauthenticated");
    camille.post(REFRESH, json!({})).await.expect(201);
    camille.get("/v1/me").await.expect(200);
    app.stop().await;
}

/// A refresh token that comes a second time tells of a theft: the whole session ends, and it is logged.
#[tokio::test]
async fn a_stolen_refresh_token_ends_its_session_alone() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let elsewhere = app.visitor();
    elsewhere.log_in(&camille.email, PASSWORD).await.expect(201);
    let stolen = camille.cookie(REFRESH_COOKIE).unwrap();
    camille.post(REFRESH, json!({})).await.expect(201);
    let newer = camille.cookie(REFRESH_COOKIE).unwrap();
    assert_ne!(stolen, newer, "a refresh token rotates");
    let thief = app.visitor();
    thief.set_cookie(REFRESH_COOKIE, &stolen);
    thief.post(REFRESH, json!({})).await.expect_refusal(401, "unauthenticated");
    camille.post(REFRESH, json!({})).await.expect_refusal(401, "unauthenticated");
    camille.get("/v1/me").await.expect(401);
    assert_eq!((camille.cookie(ACCESS_COOKIE), camille.cookie(HINT_COOKIE)), (None, None));
    elsewhere.get("/v1/me").await.expect(200);
    let logged = app.db.read(|conn| facts::unrelayed(conn, 10)).await.unwrap();
    assert_eq!(
        logged.iter().map(|one| one.fact.kind()).collect::<Vec<_>>(),
        ["session.compromised"]
    );
    app.deliver().await;
    app.stop().await;
}

/// A session ends after thirty days, however often it was refreshed.
#[tokio::test]
async fn a_session_ends_after_thirty_days() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    app.advance(TimeDelta::days(29)).await;
    camille.post(REFRESH, json!({})).await.expect(201);
    app.advance(TimeDelta::days(1)).await;
    camille.post(REFRESH, json!({})).await.expect(401);
    app.stop().await;
}

#[tokio::test]
async fn logging_out_ends_the_session_and_its_cookies() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let (access, refresh) = (camille.cookie(ACCESS_COOKIE), camille.cookie(REFRESH_COOKIE));
    assert!(camille.cookie(HINT_COOKIE).is_some());
    camille.delete("/v1/sessions/current").await.expect(204);
    for name in [ACCESS_COOKIE, REFRESH_COOKIE, HINT_COOKIE] {
        assert_eq!(camille.cookie(name), None, "{name}");
    }
    camille.set_cookie(ACCESS_COOKIE, &access.unwrap());
    camille.get("/v1/me").await.expect(401);
    camille.set_cookie(REFRESH_COOKIE, &refresh.unwrap());
    camille.post(REFRESH, json!({})).await.expect(401);
    app.deliver().await;
    app.stop().await;
}

/// One's own sessions are listed and ended one by one; those of others do not exist.
#[tokio::test]
async fn a_person_ends_its_other_sessions() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let elsewhere = app.visitor();
    elsewhere.log_in(&camille.email, PASSWORD).await.expect(201);
    let stranger = app.client("stranger").await;
    let sessions = camille.get("/v1/sessions").await.expect(200).items();
    assert_eq!(sessions.len(), 2);
    let other = sessions.iter().find(|one| one["current"] == false).unwrap();
    let path = format!("/v1/sessions/{}", other["id"].as_str().unwrap());
    stranger.delete(&path).await.expect_refusal(404, "not_found");
    elsewhere.get("/v1/me").await.expect(200);
    camille.delete(&path).await.expect(204);
    elsewhere.get("/v1/me").await.expect(401);
    camille.delete(&path).await.expect_refusal(404, "not_found");
    camille.delete("/v1/sessions/ses_nonsense").await.expect_refusal(404, "not_found");
    camille.get("/v1/me").await.expect(200);
    app.deliver().await;
    app.stop().await;
}

/// A token that another key signed, or that was altered, opens nothing.
#[tokio::test]
async fn a_forged_token_opens_nothing() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let token = camille.cookie(ACCESS_COOKIE).unwrap();
    let (head, signature) = token.rsplit_once('.').unwrap();
    let (_, claims) = head.split_once('.').unwrap();
    // {"alg":"none"}
    let unsigned = format!("eyJhbGciOiJub25lIn0.{claims}.");
    let flipped = if signature.starts_with('A') { "B" } else { "A" };
    for forged in [unsigned, format!("{head}.{flipped}{}", &signature[1..]), String::from("x")] {
        camille.set_cookie(ACCESS_COOKIE, &forged);
        camille.get("/v1/me").await.expect_refusal(401, "unauthenticated");
    }
    app.stop().await;
}
