//! Bodies that are too large, of another kind, broken or unknown: each has its problem document.

use estrade_testkit::{Person, Reply, TestApp};
use reqwest::Method;

async fn post(person: &Person, kind: &str, body: Vec<u8>) -> Reply {
    let request =
        person.request(&Method::POST, "/v1/sessions").header("content-type", kind).body(body);
    person.send(request).await
}

#[tokio::test]
async fn every_bad_body_gets_its_problem() {
    let app = TestApp::start().await;
    let person = app.visitor();
    let json = "application/json";
    post(&person, json, vec![b' '; 64 * 1024 + 1]).await.expect_refusal(413, "body_too_large");
    post(&person, "text/plain", b"{}".to_vec()).await.expect_refusal(415, "not_json");
    post(&person, json, b"{".to_vec()).await.expect_refusal(400, "malformed_json");
    post(&person, json, b"{\"email\":\"\xff\"}".to_vec())
        .await
        .expect_refusal(400, "malformed_json");
    let unknown =
        post(&person, json, br#"{"email":"a","password":"b","admin":true}"#.to_vec()).await;
    let unknown = unknown.expect_refusal(422, "invalid_fields");
    assert_eq!(unknown.field_codes(), [("/admin".to_owned(), "unknown_field".to_owned())]);
    let list = post(&person, json, br#" ["a", "b"]"#.to_vec()).await;
    let list = list.expect_refusal(422, "invalid_fields");
    assert_eq!(list.field_codes(), [(String::new(), "wrong_shape".to_owned())]);
    let encoded =
        person.request(&Method::POST, "/v1/sessions").header("content-encoding", "gzip").body("x");
    person.send(encoded).await.expect_refusal(415, "encoded_body");
    let wrong_method = person.send(person.request(&Method::PUT, "/v1/sessions")).await;
    let wrong_method = wrong_method.expect_refusal(405, "method_not_allowed");
    assert_eq!(wrong_method.header("allow"), Some("GET, HEAD, POST"));
    app.stop().await;
}

#[tokio::test]
async fn a_refusal_speaks_the_readers_language() {
    let app = TestApp::start().await;
    let person = app.visitor();
    let english =
        person.request(&Method::GET, "/v1/me").header("accept-language", "en-GB,en;q=0.9");
    assert_eq!(person.send(english).await.expect(401).str("/detail"), "Log in to go on.");
    assert_eq!(
        person.get("/v1/me").await.expect(401).str("/detail"),
        "Connectez-vous pour continuer."
    );
    app.stop().await;
}
