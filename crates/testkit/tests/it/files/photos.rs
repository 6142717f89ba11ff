//! The photos of a service: in order, public while the catalogue shows it, gone when nothing names them.

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp, people::service_form};
use serde_json::{Value, json};

use super::{content, going::tidy, kept, picture, sent};
use crate::services::listed;

async fn photo(person: &Person) -> String {
    person.send_file("scene.png", &picture(1300, 800)).await.expect(201).str("/id")
}

/// Files, each with what it shows.
type Named<'a> = &'a [(&'a str, &'a str)];

fn with(photos: Named<'_>) -> Value {
    let photos: Vec<Value> =
        photos.iter().map(|(file, alt)| json!({ "file": file, "alt": alt })).collect();
    json!({ "photos": photos })
}

async fn draft(person: &Person, own: Value) -> Reply {
    let mut form = service_form();
    form.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    person.post("/v1/services", form).await
}

async fn change(person: &Person, id: &str, body: Value) -> Reply {
    let path = format!("/v1/services/{id}");
    let version = person.get(&path).await.expect(200).json["version"].as_i64().unwrap();
    person.patch(&path, version, body).await
}

async fn step(person: &Person, id: &str, name: &str) {
    person.post(&format!("/v1/services/{id}/{name}"), json!({})).await.expect(200);
}

/// S5-010: everyone sees the photos of a service while the catalogue shows it, at every GET anew.
#[tokio::test]
async fn photos_are_public_while_their_service_is() {
    let app = TestApp::start().await;
    let leo = listed(&app, "leo", json!({})).await;
    let (first, second) = (photo(&leo).await, photo(&leo).await);
    let photos = with(&[(&first, "La piste"), (&second, "Les platines")]);
    let id = draft(&leo, photos).await.expect(201).str("/id");
    let visitor = app.visitor();
    let status = async || content(&visitor, &second, "?inline=true").await.0.status;
    assert_eq!(status().await, 404);
    step(&leo, &id, "publish").await;
    assert_eq!(status().await, 200);
    let page = visitor.get(&format!("/v1/services/{id}")).await.expect(200);
    assert_eq!(page.str("/photos/1/alt"), "Les platines");
    let card = visitor.get("/v1/services").await.expect(200).items().remove(0);
    assert_eq!(
        (&card["photo"]["file"], &card["photo"]["alt"]),
        (&json!(first), &json!("La piste"))
    );
    let small = format!("{}&small=true", card["photo"]["content"].as_str().unwrap());
    let answer = visitor.get(&small).await.expect(200);
    assert_eq!(answer.header("content-type"), Some("image/jpeg"));
    step(&leo, &id, "pause").await;
    assert_eq!(status().await, 404);
    content(&leo, &second, "").await.0.expect(200);
    step(&leo, &id, "resume").await;
    assert_eq!(status().await, 200);
    change(&leo, &id, with(&[(&second, "Les platines"), (&first, "La piste")])).await.expect(200);
    let card = visitor.get("/v1/services?q=soiree").await.expect(200).items().remove(0);
    assert_eq!(card["photo"]["file"], json!(second));
    let path = format!("/v1/services/{id}");
    let version = leo.get(&path).await.expect(200).json["version"].as_i64().unwrap();
    let delete = leo.request(&reqwest::Method::DELETE, &path);
    leo.send(delete.header("if-match", format!("\"{version}\""))).await.expect(204);
    assert_eq!(status().await, 404);
    app.advance(TimeDelta::hours(24)).await;
    tidy(&app).await;
    assert!(kept(&app).is_empty());
    app.deliver().await;
    app.stop().await;
}

/// What is no longer named hangs on nothing: it can come back for a day, then it goes.
#[tokio::test]
async fn a_photo_that_is_taken_off_can_come_back() {
    let app = TestApp::start().await;
    let leo = listed(&app, "leo", json!({})).await;
    let file = photo(&leo).await;
    let id = draft(&leo, with(&[(&file, "La piste")])).await.expect(201).str("/id");
    let other = draft(&leo, json!({})).await.expect(201).str("/id");
    let taken = change(&leo, &other, with(&[(&file, "La piste")])).await.expect(422);
    assert_eq!(taken.field_codes(), [("/photos/0/file".into(), "file_already_attached".into())]);
    change(&leo, &id, json!({ "title": "Bal" })).await.expect(200);
    assert_eq!(leo.get(&format!("/v1/services/{id}")).await.json["photos"][0]["file"], json!(file));
    change(&leo, &id, json!({ "photos": null })).await.expect(200);
    change(&leo, &other, with(&[(&file, "La piste")])).await.expect(200);
    app.deliver().await;
    app.stop().await;
}

/// Part 4: so many photos and no more, pictures alone, one's own, each once and with words for who sees none.
#[tokio::test]
async fn wrong_photos_are_wrong_fields() {
    let app = TestApp::start_with(|settings| settings.limits.photos_max = 2);
    let leo = listed(&app, "leo", json!({})).await;
    let mia = listed(&app, "mia", json!({})).await;
    assert_eq!(leo.get("/v1/settings").await.expect(200).json["photos_max"], 2);
    let (one, two) = (photo(&leo).await, photo(&leo).await);
    let (foreign, document) = (photo(&mia).await, sent(&leo).await);
    let table: [(Named<'_>, &str, &str); 6] = [
        (&[(&one, "a"), (&two, "b"), (&foreign, "c")], "/photos", "too_many"),
        (&[(&one, "a"), (&one, "b")], "/photos/1/file", "unknown_choice"),
        (&[(&foreign, "a")], "/photos/0/file", "unknown_choice"),
        (&[(&document, "a")], "/photos/0/file", "not_a_picture"),
        (&[(&one, " ")], "/photos/0/alt", "required"),
        (&[(&one, "Appelez le 06 12 34 56 78")], "/photos/0/alt", "contacts_in_label"),
    ];
    for (photos, pointer, code) in table {
        let refused = draft(&leo, with(photos)).await.expect_refusal(422, "invalid_fields");
        assert_eq!(refused.field_codes(), [(pointer.into(), code.into())]);
    }
    draft(&leo, with(&[(&one, "a"), (&two, "b")])).await.expect(201);
    app.deliver().await;
    app.stop().await;
}
