//! Bodies that are too large, of another kind, broken or unknown: each has its problem document.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use estrade_testkit::{Person, Reply, TestApp};
use reqwest::Method;
use serde_json::json;

async fn post(person: &Person, kind: &str, body: Vec<u8>) -> Reply {
    let request =
        person.request(&Method::POST, "/v1/sessions").header("content-type", kind).body(body);
    person.send(request).await
}

#[tokio::test]
async fn every_bad_body_gets_its_problem() {
    let app = TestApp::start().await;
    let person = app.visitor();
    let kind = "application/json";
    post(&person, kind, vec![b' '; 64 * 1024 + 1]).await.expect_refusal(413, "body_too_large");
    post(&person, "text/plain", b"{}".to_vec()).await.expect_refusal(415, "not_json");
    post(&person, kind, b"{".to_vec()).await.expect_refusal(400, "malformed_json");
    post(&person, kind, b"{\"email\":\"\xff\"}".to_vec())
        .await
        .expect_refusal(400, "malformed_json");
    let unknown =
        post(&person, kind, br#"{"email":"a","password":"b","admin":true}"#.to_vec()).await;
    let unknown = unknown.expect_refusal(422, "invalid_fields");
    assert_eq!(unknown.field_codes(), [("/admin".to_owned(), "unknown_field".to_owned())]);
    let list = post(&person, kind, br#" ["a", "b"]"#.to_vec()).await;
    let list = list.expect_refusal(422, "invalid_fields");
    assert_eq!(list.field_codes(), [(String::new(), "wrong_shape".to_owned())]);
    let camille = app.client("camille").await;
    let nested = camille.post("/v1/tenders", json!({ "event": [null, null], "lots": [] })).await;
    let nested = nested.expect_refusal(422, "invalid_fields");
    assert_eq!(nested.field_codes(), [("/event".to_owned(), "wrong_shape".to_owned())]);
    let twice = post(&person, kind, br#"{"email":"a","email":"b","password":"c"}"#.to_vec()).await;
    let twice = twice.expect_refusal(422, "invalid_fields");
    assert_eq!(twice.field_codes(), [("/email".to_owned(), "given_twice".to_owned())]);
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

/// What is wrong with a body is told in sentences of ours, each with its pointer: serde's name types of Rust and
/// places in the text.
#[tokio::test]
async fn what_is_misread_is_told_to_people() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    for (path, body, pointer, code, french, english) in [
        (
            "/v1/sessions",
            "{}",
            "/email",
            "required",
            "Ce champ est obligatoire.",
            "This field is required.",
        ),
        (
            "/v1/sessions",
            "null",
            "",
            "wrong_shape",
            "Le corps de la requête doit être un objet JSON.",
            "The body must be a JSON object.",
        ),
        (
            "/v1/sessions",
            r#"{"email":"a","password":5}"#,
            "/password",
            "wrong_shape",
            "Ce champ doit être un texte.",
            "This field must be a text.",
        ),
        (
            "/v1/tenders",
            r#"{"event":{"nom":"Fête"}}"#,
            "/event/nom",
            "unknown_field",
            "Ce champ n’existe pas dans cette requête.",
            "There is no such field in this request.",
        ),
        (
            "/v1/tenders",
            r#"{"lots":{}}"#,
            "/lots",
            "wrong_shape",
            "Ce champ doit être une liste.",
            "This field must be a list.",
        ),
        (
            "/v1/api-keys",
            r#"{"name":"a","scopes":["read"],"expires_at":"demain"}"#,
            "/expires_at",
            "wrong_shape",
            "Ce champ n’a pas la forme attendue.",
            "This field does not have the expected form.",
        ),
    ] {
        for (language, detail) in [("fr", french), ("en", english)] {
            let asked = camille
                .request(&Method::POST, path)
                .header("content-type", "application/json")
                .header("accept-language", language)
                .body(body);
            let refused = camille.send(asked).await.expect_refusal(422, "invalid_fields");
            assert_eq!(refused.field_codes(), [(pointer.to_owned(), code.to_owned())], "{body}");
            assert_eq!(refused.str("/errors/0/detail"), detail, "{body}");
        }
    }
    app.stop().await;
}

/// A body in chunks names no length, so only its bytes can tell that it is too large.
#[tokio::test]
async fn a_body_in_chunks_is_held_to_the_same_limit() {
    let app = TestApp::start().await;
    let chunk = format!("400\r\n{}\r\n", " ".repeat(1024));
    let sent = |chunks: usize, end: &str| {
        let head = "POST /v1/sessions HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
            content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
        raw(&app, format!("{head}{}{end}0\r\n\r\n", chunk.repeat(chunks)))
    };
    let whole = sent(63, "2\r\n{}\r\n").await;
    assert!(whole.starts_with("HTTP/1.1 422") && whole.contains("required"), "{whole}");
    let larger = sent(65, "").await;
    assert!(larger.starts_with("HTTP/1.1 413") && larger.contains("body_too_large"), "{larger}");
    app.stop().await;
}

/// What the server answers to these very bytes.
async fn raw(app: &TestApp, request: String) -> String {
    let address = app.url.trim_start_matches("http://").to_owned();
    let exchange = move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        // The server may close while bytes still come: what it said before counts.
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    };
    tokio::task::spawn_blocking(exchange).await.unwrap()
}
