//! What goes with a message: up to five files, each once, for the two sides alone.

use estrade_testkit::{Person, Reply, TestApp};
use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{content, pdf, picture, sent};

async fn open(client: &Person, provider: &str, files: &[String]) -> Reply {
    let wish = json!({ "provider": provider, "text": "Voici le plan.", "attachments": files });
    client.post("/v1/conversations", wish).await
}

async fn write(person: &Person, conversation: &str, body: Value) -> Reply {
    person.post(&format!("/v1/conversations/{conversation}/messages"), body).await
}

async fn entries(person: &Person, conversation: &str) -> Vec<Value> {
    person.get(&format!("/v1/conversations/{conversation}/entries")).await.expect(200).items()
}

/// S5-004: files go with the first message and the next ones, in their order; both sides get them, nobody else.
#[tokio::test]
async fn both_sides_get_the_files_of_their_conversation() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let dina = app.client("dina").await;
    let plan = sent(&camille).await;
    content(&leo, &plan, "").await.0.expect(404);
    let id = open(&camille, "leo", std::slice::from_ref(&plan)).await.expect(201).str("/id");
    let photo = leo.send_file("scène.png", &picture(40, 30)).await.expect(201);
    let demo = leo.send_file("demo.mp3", b"ID3\x04\0\0\0\0\0\0").await.expect(201).str("/id");
    let wish = json!({ "attachments": [photo.str("/id"), demo] });
    let said = write(&leo, &id, wish).await.expect(201);
    assert_eq!(
        (said.str("/text").as_str(), said.str("/attachments/1/name").as_str()),
        ("", "demo.mp3")
    );
    for person in [&camille, &leo] {
        let told = entries(person, &id).await;
        assert_eq!(told[0]["attachments"][0]["name"], "scène.jpg");
        assert_eq!(told[0]["attachments"][0]["picture"], json!({ "width": 40, "height": 30 }));
        assert_eq!(told[1]["attachments"][0]["id"], json!(plan));
        for file in [&plan, &photo.str("/id"), &demo] {
            content(person, file, "").await.0.expect(200);
        }
        let card = person.get(&format!("/v1/conversations/{id}")).await.expect(200);
        assert_eq!(card.str("/last_text"), "scène.jpg, demo.mp3");
    }
    for person in [&dina, &app.visitor()] {
        content(person, &plan, "").await.0.expect(404);
        person.get(&format!("/v1/files/{plan}")).await.expect(404);
    }
    app.deliver().await;
    app.stop().await;
}

/// Part 4: five files and no more; each is one's own, is there, and is named once. Nothing is written otherwise.
#[tokio::test]
async fn wrong_attachments_are_wrong_fields() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo", &[]).await.expect(201).str("/id");
    let mut six = Vec::new();
    for _ in 0..6 {
        six.push(sent(&camille).await);
    }
    let foreign = sent(&leo).await;
    let nothing = "fil_01jd0000000000000000000000".to_owned();
    let twice = [six[0].clone(), six[0].clone()];
    let table: [(&[String], &str, &str); 5] = [
        (&six, "/attachments", "too_many"),
        (&[foreign], "/attachments/0", "unknown_choice"),
        (&[six[0].clone(), nothing], "/attachments/1", "unknown_choice"),
        (&["svc_x".to_owned()], "/attachments/0", "unknown_choice"),
        (&twice, "/attachments/1", "unknown_choice"),
    ];
    for (files, pointer, code) in table {
        let refused = write(&camille, &id, json!({ "text": "Voilà", "attachments": files })).await;
        assert_eq!(refused.expect(422).field_codes(), [(pointer.into(), code.into())]);
    }
    let empty = write(&camille, &id, json!({ "text": " ", "attachments": [] })).await.expect(422);
    assert_eq!(empty.field_codes(), [("/text".into(), "required".into())]);
    assert_eq!(entries(&leo, &id).await.len(), 1);
    write(&camille, &id, json!({ "attachments": six[..5] })).await.expect(201);
    let again = write(&camille, &id, json!({ "attachments": [six[0]] })).await.expect(422);
    assert_eq!(again.field_codes(), [("/attachments/0".into(), "file_already_attached".into())]);
    app.deliver().await;
    app.stop().await;
}

/// S5-031: who is blocked sends no file either, and the file is still its own.
#[tokio::test]
async fn a_block_stops_files_as_it_stops_words() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo", &[]).await.expect(201).str("/id");
    let preview =
        leo.get(&format!("/v1/conversations/{id}/closing")).await.expect(200).str("/preview");
    leo.post(&format!("/v1/conversations/{id}/block"), json!({ "preview": preview }))
        .await
        .expect(200);
    let file = sent(&camille).await;
    let refused = write(&camille, &id, json!({ "attachments": [file] })).await;
    refused.expect_refusal(409, "blocked_by_provider");
    content(&leo, &file, "").await.0.expect(404);
    content(&camille, &file, "").await.0.expect(200);
    app.deliver().await;
    app.stop().await;
}

/// Attach × attach: a file hangs on one message, however many ask at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attaching_races_attaching() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let leo = app.vip_provider("leo").await;
    let _mia = app.vip_provider("mia").await;
    let with_leo = open(&camille, "leo", &[]).await.expect(201).str("/id");
    let with_mia = open(&camille, "mia", &[]).await.expect(201).str("/id");
    let file = sent(&camille).await;
    let each = async |place: usize| {
        let id = if place.is_multiple_of(2) { &with_leo } else { &with_mia };
        write(&camille, id, json!({ "attachments": [file] })).await
    };
    let replies = join_all((0..24).map(each)).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 201).count(), 1);
    for reply in replies.iter().filter(|reply| reply.status != 201) {
        assert!(matches!(reply.status, 409 | 422), "{}", reply.text);
    }
    let said = entries(&camille, &with_leo).await.len() + entries(&camille, &with_mia).await.len();
    assert_eq!(said, 3, "two first words and one file");
    let to_leo = entries(&leo, &with_leo).await.len() == 2;
    content(&leo, &file, "").await.0.expect(if to_leo { 200 } else { 404 });
    app.deliver().await;
    app.stop().await;
}

/// when who sent it is erased, a file goes as its words do; that something was said stays.
#[tokio::test]
async fn files_of_an_erased_party_go_with_its_words() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let plan = camille.send_file("mon plan.pdf", &pdf(64)).await.expect(201).str("/id");
    let id = open(&camille, "leo", std::slice::from_ref(&plan)).await.expect(201).str("/id");
    let answer = sent(&leo).await;
    write(&leo, &id, json!({ "attachments": [answer] })).await.expect(201);
    let wish = camille.post("/v1/deletion-requests", json!({ "understood": true })).await;
    let path = format!("/v1/operator/deletion-requests/{}/carry-out", wish.expect(201).str("/id"));
    operator.post(&path, json!({})).await.expect(200);
    let told = entries(&leo, &id).await;
    assert_eq!((&told[1]["text"], &told[1]["attachments"]), (&json!(""), &json!([])));
    assert_eq!(told[0]["attachments"][0]["id"], json!(answer));
    content(&leo, &plan, "").await.0.expect(404);
    content(&leo, &answer, "").await.0.expect(200);
    super::going::tidy(&app).await;
    assert_eq!(super::kept(&app), [format!("{answer}.whole")]);
    app.deliver().await;
    app.stop().await;
}
