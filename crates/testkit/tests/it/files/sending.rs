//! What is taken, and how it comes back.

use estrade_testkit::{Person, TestApp, files::form};
use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;

use super::{content, going::tidy, kept, pdf, picture, sent};

const MOST: usize = 20 * 1024 * 1024;

/// S5-004: a document comes back as it was sent, to be kept and never to be opened in the page.
#[tokio::test]
async fn a_document_comes_back_as_it_was_sent() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let made = camille.send_file("../Plan d’été.pdf", &pdf(1000)).await.expect(201);
    let id = made.str("/id");
    assert_eq!(made.header("location"), Some(format!("/v1/files/{id}").as_str()));
    assert_eq!(
        (made.str("/name").as_str(), made.str("/media_type").as_str()),
        ("Plan d’été.pdf", "application/pdf")
    );
    assert_eq!((&made.json["size_bytes"], &made.json["picture"]), (&json!(1000), &json!(null)));
    assert_eq!(camille.get(&format!("/v1/files/{id}")).await.expect(200).json, made.json);
    for query in ["", "?inline=true"] {
        let (answer, bytes) = content(&camille, &id, query).await;
        assert_eq!((answer.status, bytes), (200, pdf(1000)));
        let said = |name: &str| answer.header(name).unwrap_or_default().to_owned();
        assert_eq!(
            said("content-disposition"),
            "attachment; filename*=UTF-8''Plan%20d%E2%80%99%C3%A9t%C3%A9.pdf"
        );
        assert_eq!(said("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(
            (said("x-content-type-options"), said("cache-control")),
            ("nosniff".into(), "private, no-cache".into())
        );
        assert_eq!(
            (said("content-type"), said("content-length")),
            ("application/pdf".into(), "1000".into())
        );
        let again = camille.request(&reqwest::Method::GET, &format!("/v1/files/{id}/content"));
        let again = camille.send(again.header("if-none-match", said("etag"))).await;
        assert_eq!((again.status, again.text.as_str()), (304, ""));
    }
    app.deliver().await;
    app.stop().await;
}

/// Part 4: 20 MB and not a byte more, and nothing is left of what was refused.
#[tokio::test]
async fn a_file_is_bounded_on_both_sides() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    camille.send_file("vide.pdf", b"").await.expect_refusal(422, "file_empty");
    for length in [MOST + 1, MOST * 3 / 2] {
        let refused = camille.send_file("gros.pdf", &pdf(length)).await;
        refused.expect_refusal(413, "file_too_large");
    }
    assert!(kept(&app).is_empty());
    let made = camille.send_file("juste.pdf", &pdf(MOST)).await.expect(201);
    assert_eq!(made.json["size_bytes"], MOST);
    app.deliver().await;
    app.stop().await;
}

/// What a file is called hides nothing: the content decides, and what runs or is drawn as a page is not taken.
#[tokio::test]
async fn disguised_files_are_not_taken() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let table: [(&str, &[u8]); 5] = [
        ("photo.jpg", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("dessin.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("notes.txt", b"<svg/>"),
        ("plan.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"),
        ("demo.mp3", b"#!/bin/sh\necho"),
    ];
    for (name, bytes) in table {
        camille.send_file(name, bytes).await.expect_refusal(415, "file_type_not_taken");
    }
    let damaged = &picture(64, 64)[..60];
    camille.send_file("photo.png", damaged).await.expect_refusal(422, "picture_unreadable");
    let mut bomb = picture(64, 64);
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let refused = camille.send_file("photo.png", &bomb).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(kept(&app).is_empty());
    let made = camille.send_file("photo.png.exe", &pdf(64)).await.expect(201);
    assert_eq!(made.str("/name"), "photo.png.exe.pdf");
    app.deliver().await;
    app.stop().await;
}

/// A picture is drawn anew: nothing is left of what was hidden in it, and it can be shown in a page.
#[tokio::test]
async fn a_picture_is_drawn_anew() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut sent = picture(3000, 1500);
    sent.extend_from_slice(b"<script>alert(1)</script>");
    let made = camille.send_file("Salle.png", &sent).await.expect(201);
    assert_eq!(
        (made.str("/name").as_str(), made.str("/media_type").as_str()),
        ("Salle.jpg", "image/jpeg")
    );
    assert_eq!(made.json["picture"], json!({ "width": 2560, "height": 1280 }));
    let id = made.str("/id");
    for (query, width) in [("?inline=true", 2560), ("?inline=true&small=true", 640)] {
        let (answer, bytes) = content(&camille, &id, query).await;
        assert!(answer.header("content-disposition").unwrap().starts_with("inline;"));
        assert!(!bytes.windows(7).any(|seven| seven == b"<script"));
        assert_eq!(image::load_from_memory(&bytes).unwrap().width(), width);
    }
    assert_eq!(kept(&app), [format!("{id}.small"), format!("{id}.whole")]);
    app.deliver().await;
    app.stop().await;
}

/// The form is one file in its first part; a repetition under the same key is the same file.
#[tokio::test]
async fn a_form_holds_one_file_and_is_sent_once() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    camille.post("/v1/files", json!({})).await.expect_refusal(415, "not_a_form");
    let other = camille.send(camille.sending(form("photo", "a.pdf", &pdf(64)))).await;
    other.expect_refusal(400, "file_missing");
    let cut = form("file", "a.pdf", &pdf(64));
    let cut = camille.send(camille.sending(cut[..cut.len() - 20].to_vec())).await;
    cut.expect_refusal(400, "malformed_body");
    let once = async |bytes: &[u8]| {
        let request = camille.sending(form("file", "a.pdf", bytes));
        camille.send(request.header("idempotency-key", "un")).await
    };
    let first = once(&pdf(64)).await.expect(201);
    let again = once(&pdf(64)).await.expect(201);
    assert_eq!((&again.json, again.header("idempotency-replayed")), (&first.json, Some("true")));
    once(&pdf(65)).await.expect_refusal(422, "idempotency_key_reused");
    // Nothing is kept of a repetition, also when both came at once.
    assert_eq!(kept(&app), [format!("{}.whole", first.str("/id"))]);
    let both = async |_| {
        let request = camille.sending(form("file", "b.pdf", &pdf(64)));
        camille.send(request.header("idempotency-key", "deux")).await.expect(201).str("/id")
    };
    let ids = join_all((0..8).map(both)).await;
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    tidy(&app).await;
    assert_eq!(kept(&app).len(), 2);
    app.deliver().await;
    app.stop().await;
}

/// A player asks for parts of a recording: each comes with its place, and asks again who may see it.
#[tokio::test]
async fn a_recording_comes_in_parts() {
    let app = TestApp::start().await;
    let (camille, dina) = (app.client("camille").await, app.client("dina").await);
    let mut tape = b"ID3\x04\0\0\0\0\0\0".to_vec();
    tape.extend((0..990_u32).map(|place| place.to_le_bytes()[0]));
    let made = camille.send_file("demo.mp3", &tape).await.expect(201);
    assert_eq!(made.str("/media_type"), "audio/mpeg");
    let path = format!("/v1/files/{}/content", made.str("/id"));
    let part = async |person: &Person, range: &str, if_range: Option<&str>| {
        let mut request = person.request(&Method::GET, &path).header("range", range);
        if let Some(tag) = if_range {
            request = request.header("if-range", tag);
        }
        let answer = request.send().await.unwrap();
        let said = |name| answer.headers().get(name).map(|it| it.to_str().unwrap().to_owned());
        let told = (answer.status().as_u16(), said("content-range"), said("etag"));
        (
            told.0,
            told.1.unwrap_or_default(),
            told.2.unwrap_or_default(),
            answer.bytes().await.unwrap(),
        )
    };
    let (status, place, tag, bytes) = part(&camille, "bytes=100-199", None).await;
    assert_eq!((status, place.as_str(), &bytes[..]), (206, "bytes 100-199/1000", &tape[100..200]));
    let (status, place, _, bytes) = part(&camille, "bytes=-10", Some(&tag)).await;
    assert_eq!((status, place.as_str(), &bytes[..]), (206, "bytes 990-999/1000", &tape[990..]));
    for whole in ["bytes=0-1,5-6", "bytes=9-0", "lines=0-1"] {
        let (status, place, _, bytes) = part(&camille, whole, None).await;
        assert_eq!((status, place.as_str(), bytes.len()), (200, "", 1000), "{whole}");
    }
    let (status, _, _, bytes) = part(&camille, "bytes=0-1", Some("\"other\"")).await;
    assert_eq!((status, bytes.len()), (200, 1000));
    let (status, place, ..) = part(&camille, "bytes=1000-", None).await;
    assert_eq!((status, place.as_str()), (416, "bytes */1000"));
    for (person, refused) in [(&dina, 404), (&app.visitor(), 404)] {
        assert_eq!(part(person, "bytes=0-1", None).await.0, refused);
    }
    app.deliver().await;
    app.stop().await;
}

/// So many files of an organization hang on nothing, and no more; another's count for themselves.
#[tokio::test]
async fn loose_files_are_bounded() {
    let app = TestApp::start().await;
    let (camille, dina) = (app.client("camille").await, app.client("dina").await);
    for _ in 0..40 {
        sent(&camille).await;
    }
    camille.send_file("plan.pdf", &pdf(64)).await.expect_refusal(429, "too_many_loose_files");
    sent(&dina).await;
    app.deliver().await;
    app.stop().await;
}
