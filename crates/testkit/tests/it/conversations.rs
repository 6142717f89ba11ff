//! Conversations through the API: who opens them, what stands in them, what is unread, who is mailed when.

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp, missions::Step, people::PASSWORD};
use serde_json::{Value, json};

async fn open(client: &Person, provider: &str, text: &str) -> Reply {
    client.post("/v1/conversations", json!({ "provider": provider, "text": text })).await
}

async fn write(person: &Person, conversation: &str, text: &str) -> Reply {
    person
        .post(&format!("/v1/conversations/{conversation}/messages"), json!({ "text": text }))
        .await
}

async fn entries(person: &Person, conversation: &str) -> Vec<Value> {
    person.get(&format!("/v1/conversations/{conversation}/entries")).await.expect(200).items()
}

async fn unread(person: &Person) -> (usize, i64) {
    let inbox = person.get("/v1/conversations?unread=true").await.expect(200).items().len();
    let todo = person.get("/v1/me/todo").await.expect(200).json["unread_conversations"].clone();
    (inbox, todo.as_i64().unwrap())
}

/// S1-080, S1-081, S1-084, S5-004: a client writes to a provider that has no review yet, and both find the
/// whole history in one place, from each side.
#[tokio::test]
async fn a_client_and_a_provider_talk_in_one_place() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let opened = open(&camille, "leo", "Bonjour, libre en juin ?").await.expect(201);
    let id = opened.str("/id");
    assert_eq!(opened.header("location"), Some(format!("/v1/conversations/{id}").as_str()));
    assert_eq!(opened.str("/counterpart/name"), "Maison leo");
    write(&leo, &id, "Oui, combien d’invités ?").await.expect(201);
    let again = open(&camille, "leo", "Cent vingt.").await.expect(201);
    assert_eq!(again.str("/id"), id, "one conversation for each pair");
    let told: Vec<(String, String)> = entries(&leo, &id)
        .await
        .iter()
        .map(|entry| {
            (entry["from"].as_str().unwrap().into(), entry["text"].as_str().unwrap().into())
        })
        .collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(from, text)| (&**from, &**text)).collect();
    assert_eq!(
        told,
        [
            ("them", "Cent vingt."),
            ("me", "Oui, combien d’invités ?"),
            ("them", "Bonjour, libre en juin ?")
        ]
    );
    let card = leo.get(&format!("/v1/conversations?with={}", camille.organization)).await;
    let card = card.expect(200).items().remove(0);
    assert_eq!(card["counterpart"]["handle"], "camille");
    assert_eq!(card["counterpart"]["name"], Value::Null, "a client goes by its pseudo");
    assert_eq!(
        (card["last_text"].as_str(), card["last_from"].as_str()),
        (Some("Cent vingt."), Some("them"))
    );
    app.deliver().await;
    app.stop().await;
}

/// S5-003: a provider cannot begin. S5-002: nobody writes to one that the directory does not show, nor to one
/// that has published no service yet.
#[tokio::test]
async fn only_a_client_begins_and_only_with_a_listed_provider() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let (leo, _unlisted) = (app.vip_provider("leo").await, app.provider("nina").await);
    open(&leo, "nina", "Bonjour").await.expect_refusal(403, "only_clients_open");
    open(&camille, "nina", "Bonjour").await.expect_refusal(409, "provider_not_reachable");
    open(&camille, "personne", "Bonjour").await.expect_refusal(409, "provider_not_reachable");
    let mia = app.provider("mia").await;
    mia.put("/v1/organization/plan", json!({ "plan": "free" })).await.expect(200);
    open(&camille, "mia", "Bonjour").await.expect_refusal(409, "provider_without_service");
    let sheet = app.visitor().get("/v1/providers/mia").await.expect(200);
    assert_eq!(sheet.json["takes_messages"], false);
    app.shelve(&mia).await;
    open(&camille, "mia", "Bonjour").await.expect(201);
    let sheet = app.visitor().get("/v1/providers/mia").await.expect(200);
    assert_eq!(sheet.json["takes_messages"], true);
    let blank = open(&camille, "", " ").await.expect_refusal(422, "invalid_fields");
    let pointers: Vec<String> = blank.field_codes().into_iter().map(|(at, _)| at).collect();
    assert_eq!(pointers, ["/provider", "/text"]);
    let wish =
        json!({ "provider": "leo", "text": "Bonjour", "tender": "tnd_01jd0000000000000000000000" });
    let foreign = camille.post("/v1/conversations", wish).await;
    assert_eq!(foreign.expect(422).field_codes(), [("/tender".into(), "unknown_choice".into())]);
    app.deliver().await;
    app.stop().await;
}

/// S1-074, S1-080, S1-082: an application opens the conversation with its private message, the provider goes
/// on writing there, and each step of the offer and the mission is news for both.
#[tokio::test]
async fn an_application_opens_the_conversation_and_its_news_stand_in_it() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let published = app.publish(&camille, &["dj"]).await;
    let wish = json!({
        "public_message": "Vingt ans de fêtes.", "private_message": "Je connais votre salle.",
        "lines": [{ "label": "Soirée", "quantity": "1", "unit_price": { "amount": 80_000, "currency": "EUR" }, "vat_rate": 0 }],
    });
    let path = format!("/v1/lots/{}/offers", published.lots[0]);
    let offer = leo.post(&path, wish).await.expect(201).str("/id");
    let inbox = camille.get("/v1/conversations").await.expect(200).items();
    let id = inbox[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(inbox[0]["unread"], 1);
    let news = entries(&camille, &id).await.remove(0);
    assert_eq!(news["kind"], "offer.sent");
    assert_eq!(news["offer"]["private_message"], "Je connais votre salle.");
    assert_eq!(news["offer"]["gross"]["amount"], 80_000);
    assert_eq!(news["offer"]["trade"], "dj");
    write(&leo, &id, "Je peux venir visiter les lieux jeudi.").await.expect(201);
    let offer = offer.parse().unwrap();
    app.step(&camille, offer, Step::Choose(1)).await.unwrap();
    app.step(&leo, offer, Step::Confirm).await.unwrap();
    let kinds: Vec<String> = entries(&leo, &id)
        .await
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds, ["lot.confirmed", "lot.chosen", "message", "offer.sent"]);
    app.deliver().await;
    app.stop().await;
}

/// What is unread is each person's own, counted by entry; reading up to an entry leaves what came after it.
#[tokio::test]
async fn each_person_reads_for_itself() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo", "Un").await.expect(201).str("/id");
    let first = entries(&leo, &id).await[0]["id"].as_str().unwrap().to_owned();
    write(&camille, &id, "Deux").await.expect(201);
    assert_eq!((unread(&leo).await, unread(&camille).await), ((1, 1), (0, 0)));
    let path = format!("/v1/conversations/{id}/read");
    let read = leo.post(&path, json!({ "through": first })).await.expect(200);
    assert_eq!(read.json["unread"], 1);
    let last = entries(&leo, &id).await[0]["id"].as_str().unwrap().to_owned();
    let read = leo.post(&path, json!({ "through": last })).await.expect(200);
    assert_eq!(read.json["unread"], 0);
    assert_eq!(leo.post(&path, json!({ "through": first })).await.expect(200).json["unread"], 0);
    assert_eq!(unread(&leo).await, (0, 0));
    let unknown = json!({ "through": "ent_01jd0000000000000000000000" });
    let unknown = leo.post(&path, unknown).await.expect(422);
    assert_eq!(unknown.field_codes(), [("/through".into(), "unknown_choice".into())]);
    app.deliver().await;
    app.stop().await;
}

/// An hour goes by; whoever comes back logs in again.
async fn an_hour_later(app: &TestApp, people: &[&Person]) {
    app.advance(TimeDelta::hours(1)).await;
    for person in people {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
}

/// S5-014: the first contact is mailed at once. S5-015: after that, one summary on the hour of what came in
/// it and is still unread; none when all was read.
#[tokio::test]
async fn messages_are_summed_up_once_an_hour() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let nora = app.client("nora").await;
    let before = app.mails_to(&leo.email).await.len();
    let id = open(&camille, "leo", "Bonjour, libre en juin ?").await.expect(201).str("/id");
    let mails = app.mails_to(&leo.email).await;
    assert_eq!(mails.len(), before + 1);
    assert_eq!(mails[before].subject, "camille vous écrit");
    assert!(mails[before].text_body.contains("libre en juin"), "{}", mails[before].text_body);
    an_hour_later(&app, &[&camille, &leo, &nora]).await;
    assert_eq!(app.mails_to(&leo.email).await.len(), before + 1, "told already");

    write(&camille, &id, "Et en juillet ?").await.expect(201);
    let other = open(&nora, "leo", "Une fête de village").await.expect(201).str("/id");
    write(&nora, &other, "Le 14 juillet").await.expect(201);
    assert_eq!(app.mails_to(&leo.email).await.len(), before + 2, "the first contact of nora alone");
    an_hour_later(&app, &[&camille, &leo, &nora]).await;
    let mails = app.mails_to(&leo.email).await;
    assert_eq!(mails.len(), before + 3);
    let summary = &mails[before + 2];
    assert_eq!(summary.subject, "nora et un autre contact vous ont écrit");
    assert!(summary.text_body.contains("Et en juillet"), "{}", summary.text_body);
    an_hour_later(&app, &[&camille, &leo, &nora]).await;
    assert_eq!(app.mails_to(&leo.email).await.len(), before + 3, "told once");

    write(&camille, &id, "Alors ?").await.expect(201);
    let last = entries(&leo, &id).await[0]["id"].as_str().unwrap().to_owned();
    let read = json!({ "through": last });
    leo.post(&format!("/v1/conversations/{id}/read"), read).await.expect(200);
    an_hour_later(&app, &[&camille, &leo, &nora]).await;
    assert_eq!(app.mails_to(&leo.email).await.len(), before + 3, "read meanwhile");
    app.stop().await;
}

/// S1-170: who unticked « e-mails privés » gets neither; the messages are there all the same (S1-171).
#[tokio::test]
async fn the_box_of_private_mails_is_obeyed() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let version = leo.get("/v1/me").await.expect(200).json["version"].as_i64().unwrap();
    leo.patch("/v1/me", version, json!({ "alerts": { "messages": false } })).await.expect(200);
    let before = app.mails_to(&leo.email).await.len();
    let id = open(&camille, "leo", "Bonjour").await.expect(201).str("/id");
    write(&camille, &id, "Vous êtes là ?").await.expect(201);
    an_hour_later(&app, &[&leo]).await;
    assert_eq!(app.mails_to(&leo.email).await.len(), before);
    assert_eq!(unread(&leo).await, (1, 1));
    app.stop().await;
}

/// A page of the inbox and a page of a thread follow each other without a gap or a repetition.
#[tokio::test]
async fn inbox_and_thread_are_read_page_by_page() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut ids = Vec::new();
    for name in ["leo", "mia", "noe"] {
        app.vip_provider(name).await;
        ids.push(open(&camille, name, "Bonjour").await.expect(201).str("/id"));
        app.world.advance(TimeDelta::seconds(1));
    }
    write(&camille, &ids[0], "Encore moi").await.expect(201);
    let mut seen = Vec::new();
    let mut page = String::new();
    loop {
        let found = camille.get(&format!("/v1/conversations?limit=1{page}")).await.expect(200);
        seen.extend(found.items().iter().map(|card| card["id"].as_str().unwrap().to_owned()));
        let Some(next) = found.json["next_page"].as_str() else { break };
        page = format!("&page={next}");
    }
    assert_eq!(seen, [ids[0].clone(), ids[2].clone(), ids[1].clone()]);
    let path = format!("/v1/conversations/{}/entries?limit=1", ids[0]);
    let first = camille.get(&path).await.expect(200);
    let next = first.json["next_page"].as_str().unwrap();
    let second = camille.get(&format!("{path}&page={next}")).await.expect(200);
    assert_eq!(
        (&first.items()[0]["text"], &second.items()[0]["text"]),
        (&json!("Encore moi"), &json!("Bonjour"))
    );
    assert_eq!(second.json["next_page"], Value::Null);
    app.deliver().await;
    app.stop().await;
}

/// Nobody writes to a side that is closed; what was said stays to be read.
#[tokio::test]
async fn a_closed_side_ends_the_writing() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo", "Bonjour").await.expect(201).str("/id");
    let operator = app.operator("regie").await;
    let path = format!("/v1/operator/organizations/{}/close", leo.organization);
    operator.post(&path, json!({ "reason": "Essai" })).await.expect(200);
    write(&camille, &id, "Vous êtes là ?").await.expect_refusal(409, "other_side_gone");
    let view = camille.get(&format!("/v1/conversations/{id}")).await.expect(200);
    assert_eq!(view.json["actions"], json!([]));
    assert_eq!(entries(&camille, &id).await.len(), 1);
    app.deliver().await;
    app.stop().await;
}

/// who is erased leaves no word in the conversation, in the inbox or in the mails of the other side; that
/// something was said, and when, stays.
#[tokio::test]
async fn an_erased_side_leaves_no_words() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo", "Un secret pour commencer").await.expect(201).str("/id");
    write(&camille, &id, "Et un autre secret").await.expect(201);
    an_hour_later(&app, &[&camille, &leo]).await;
    let operator = app.operator("regie").await;
    let told = format!("{:?}", app.mails_to(&leo.email).await);
    assert!(told.contains("Et un autre secret"), "{told}");
    let wish = json!({ "understood": true });
    let wish = camille.post("/v1/deletion-requests", wish).await.expect(201).str("/id");
    app.deliver().await;
    let path = format!("/v1/operator/deletion-requests/{wish}/carry-out");
    operator.post(&path, json!({})).await.expect(200);
    let mails = format!("{:?}", app.mails_to(&leo.email).await);
    let thread = leo.get(&format!("/v1/conversations/{id}/entries")).await.expect(200);
    let inbox = leo.get("/v1/conversations").await.expect(200);
    assert_eq!((thread.items().len(), inbox.items().len()), (2, 1));
    for (place, text) in [("mails", mails), ("thread", thread.text), ("inbox", inbox.text)] {
        for personal in ["secret", "camille"] {
            assert!(!text.contains(personal), "{personal} in {place}: {text}");
        }
    }
    app.stop().await;
}
