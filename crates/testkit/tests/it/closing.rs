//! How a provider declines a request, and how it blocks a client.

use std::collections::BTreeMap;

use estrade_testkit::{Person, Reply, TestApp, missions::Step};
use futures_util::future::join_all;
use serde_json::{Value, json};

async fn open(client: &Person, provider: &str) -> String {
    let wish = json!({ "provider": provider, "text": "Bonjour, libre en juin ?" });
    client.post("/v1/conversations", wish).await.expect(201).str("/id")
}

async fn write(person: &Person, conversation: &str, text: &str) -> Reply {
    let path = format!("/v1/conversations/{conversation}/messages");
    person.post(&path, json!({ "text": text })).await
}

async fn to(person: &Person, conversation: &str, action: &str, body: Value) -> Reply {
    person.post(&format!("/v1/conversations/{conversation}/{action}"), body).await
}

async fn closing(person: &Person, conversation: &str) -> Reply {
    person.get(&format!("/v1/conversations/{conversation}/closing")).await.expect(200)
}

async fn block(provider: &Person, conversation: &str) -> Reply {
    let preview = closing(provider, conversation).await.str("/preview");
    to(provider, conversation, "block", json!({ "preview": preview })).await
}

async fn kinds(person: &Person, conversation: &str) -> Vec<String> {
    let path = format!("/v1/conversations/{conversation}/entries?limit=100");
    let entries = person.get(&path).await.expect(200).items();
    entries.iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

async fn state_of(person: &Person, offer: impl std::fmt::Display) -> String {
    person.get(&format!("/v1/offers/{offer}")).await.expect(200).str("/state")
}

/// S5-016, S5-018: the provider answers that it cannot take the request; the client hears of it by notice and
/// mail, and the next message opens the conversation again.
#[tokio::test]
async fn a_provider_declines_a_request() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo").await;
    let before = app.mails_to(&camille.email).await.len();
    let _ = to(&camille, &id, "decline", json!({})).await.expect(403);
    let wish = json!({ "message": "Complet ce week-end-là." });
    let declined = to(&leo, &id, "decline", wish).await.expect(200);
    assert_eq!(
        (declined.str("/state"), declined.str("/last_text")),
        ("declined".into(), "Complet ce week-end-là.".into())
    );
    to(&leo, &id, "decline", json!({})).await.expect_refusal(409, "already_declined");
    let mails = app.mails_to(&camille.email).await;
    assert_eq!(mails.len(), before + 1);
    assert_eq!(mails[before].subject, "Maison leo ne peut pas prendre votre demande");
    assert!(mails[before].text_body.contains("Complet ce week-end-là."));
    let notices = camille.get("/v1/notices").await.expect(200).items();
    assert_eq!(notices[0]["kind"], "conversation.declined");
    let inbox = camille.get("/v1/conversations?state=declined&unread=true").await.expect(200);
    assert_eq!(inbox.items()[0]["last_kind"], "conversation.declined");
    assert_eq!(kinds(&camille, &id).await, ["conversation.declined", "message"]);
    for side in [&camille, &leo] {
        write(side, &id, "Et en juillet ?").await.expect(201);
        let now = camille.get(&format!("/v1/conversations/{id}")).await.expect(200);
        assert_eq!(now.str("/state"), "open");
        let _ = to(&leo, &id, "decline", json!({})).await.expect(200);
    }
    app.deliver().await;
    app.stop().await;
}

/// S5-019: a mission that waits for the provider's answer is declined with the request, by name; one in work is
/// named and goes on.
#[tokio::test]
async fn a_waiting_mission_is_declined_with_the_request() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let (first, second) =
        (app.publish(&camille, &["dj"]).await, app.publish(&camille, &["dj"]).await);
    let in_work = app.in_work(&camille, &leo, first.lots[0]).await;
    let chosen = app.applied(&leo, second.lots[0], 70_000).await;
    app.step(&camille, chosen, Step::Choose(1)).await.unwrap();
    let id = leo.get("/v1/conversations").await.expect(200).items()[0]["id"].clone();
    let id = id.as_str().unwrap();
    let shown = closing(&leo, id).await;
    assert_eq!(
        (&shown.json["declined"]["count"], &shown.json["declined"]["gross"]["amount"]),
        (&json!(1), &json!(70_000))
    );
    assert_eq!(shown.json["stays"]["gross"]["amount"], 80_000);
    assert_eq!(shown.json["items"][0]["fate"], "declined");
    assert_eq!(shown.json["items"][0]["tender"]["title"], "Mariage de Léa et Tom");
    for wrong in [json!({}), json!({ "missions": [in_work, chosen] })] {
        to(&leo, id, "decline", wrong).await.expect_refusal(409, "missions_to_decline");
    }
    let blank = to(&leo, id, "decline", json!({ "missions": ["x"] })).await.expect(422);
    assert_eq!(blank.field_codes(), [("/missions/0".into(), "unknown_choice".into())]);
    let _ = to(&leo, id, "decline", json!({ "missions": [chosen] })).await.expect(200);
    assert_eq!(state_of(&leo, chosen).await, "declined");
    assert_eq!(state_of(&leo, in_work).await, "accepted");
    assert_eq!(kinds(&leo, id).await[..2], ["conversation.declined", "lot.declined"]);
    let again = app.applied(&leo, second.lots[0], 60_000).await;
    assert_eq!(again, chosen);
    let now = leo.get(&format!("/v1/conversations/{id}")).await.expect(200);
    assert_eq!(now.str("/state"), "open", "an application is a word of the provider");
    app.deliver().await;
    app.stop().await;
}

/// S5-017: declining changes neither the directory nor which tenders a provider is told of.
#[tokio::test]
async fn declining_counts_for_nothing() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let (nora, _max) = (app.client("nora").await, app.vip_provider("max").await);
    app.publish(&camille, &["dj"]).await;
    let id = open(&camille, "leo").await;
    app.deliver().await;
    let mut seen = Vec::new();
    for step in 0..2 {
        let directory = app.visitor().get("/v1/providers?trade=dj&departement=76").await;
        let sheet = app.visitor().get("/v1/providers/leo").await;
        let potential = leo.get("/v1/potential-tenders").await;
        seen.push([directory, sheet, potential].map(|reply| reply.expect(200).text));
        if step == 0 {
            let _ = to(&leo, &id, "decline", json!({})).await.expect(200);
        }
    }
    assert_eq!(seen[0], seen[1]);
    let before = app.mails_to(&leo.email).await.len();
    app.publish(&nora, &["dj"]).await;
    app.publish(&camille, &["dj"]).await;
    assert_eq!(app.mails_to(&leo.email).await.len(), before + 2, "told of both as before");
    app.stop().await;
}

/// S5-030, S5-031, S5-032, S5-033, A-46, A-47: what a block closes is shown and named first; it refuses what the
/// client sends and explains itself to both; lifting it opens nothing but the conversation.
#[tokio::test]
async fn a_block_blocks_and_closes_for_good() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let mut lots = Vec::new();
    for _ in 0..3 {
        lots.push(app.publish(&camille, &["dj"]).await.lots[0]);
    }
    let in_work = app.in_work(&camille, &leo, lots[0]).await;
    let chosen = app.applied(&leo, lots[1], 70_000).await;
    app.step(&camille, chosen, Step::Choose(1)).await.unwrap();
    let id = open(&camille, "leo").await;
    let early = closing(&leo, &id).await.str("/preview");
    let live = app.applied(&leo, lots[2], 60_000).await;
    let outdated = to(&leo, &id, "block", json!({ "preview": early })).await;
    outdated.expect_refusal(409, "preview_outdated");
    let _ = camille.get(&format!("/v1/conversations/{id}/closing")).await.expect(403);
    let shown = closing(&leo, &id).await;
    let sums = ["withdrawn", "declined", "stays"].map(|fate| {
        let sum = &shown.json[fate];
        (sum["count"].as_i64().unwrap(), sum["gross"]["amount"].as_i64().unwrap())
    });
    assert_eq!(sums, [(1, 60_000), (1, 70_000), (1, 80_000)]);
    let blocked = block(&leo, &id).await.expect(200);
    assert_eq!(
        (blocked.str("/state"), &blocked.json["actions"]),
        ("blocked".into(), &json!(["unblock", "tag", "assign"]))
    );
    for (offer, state) in [(live, "withdrawn"), (chosen, "declined"), (in_work, "accepted")] {
        assert_eq!(state_of(&camille, offer).await, state);
    }
    let stored = kinds(&camille, &id).await.len();
    write(&camille, &id, "Pourquoi ?").await.expect_refusal(409, "blocked_by_provider");
    let again = json!({ "provider": "leo", "text": "Pourquoi ?" });
    camille.post("/v1/conversations", again).await.expect_refusal(409, "blocked_by_provider");
    write(&leo, &id, "Adieu").await.expect_refusal(409, "client_blocked");
    let wish = json!({ "public_message": "Vingt ans de fêtes.", "lines": [{ "label": "Soirée", "quantity": "1", "unit_price": { "amount": 50_000, "currency": "EUR" }, "vat_rate": 0 }] });
    let apply = leo.post(&format!("/v1/lots/{}/offers", lots[2]), wish).await;
    apply.expect_refusal(409, "client_blocked");
    assert_eq!(kinds(&camille, &id).await.len(), stored, "nothing was stored");
    let view = camille.get(&format!("/v1/conversations/{id}")).await.expect(200);
    assert_eq!((view.str("/state"), &view.json["actions"]), ("blocked".into(), &json!([])));
    app.step(&camille, in_work, Step::Complete).await.unwrap();
    let _ = to(&leo, &id, "unblock", json!({})).await.expect(200);
    to(&leo, &id, "unblock", json!({})).await.expect_refusal(409, "client_not_blocked");
    for (offer, state) in [(live, "withdrawn"), (chosen, "declined")] {
        assert_eq!(state_of(&camille, offer).await, state);
    }
    write(&camille, &id, "Merci").await.expect(201);
    write(&leo, &id, "Bonjour").await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// S5-006, S5-031: a block is between the two organizations: nobody of the client's team writes around it, and
/// other clients and other providers are not concerned.
#[tokio::test]
async fn a_block_belongs_to_its_pair() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let (nora, _max) = (app.client("nora").await, app.vip_provider("max").await);
    let id = open(&camille, "leo").await;
    let elsewhere = [open(&nora, "leo").await, open(&camille, "max").await];
    let _ = block(&leo, &id).await.expect(200);
    write(&camille, &id, "Bonjour").await.expect_refusal(409, "blocked_by_provider");
    write(&nora, &elsewhere[0], "Bonjour").await.expect(201);
    write(&camille, &elsewhere[1], "Bonjour").await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// S5-031: block × send: each message was stored before the block, or was refused with its reason.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_block_races_messages() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo").await;
    let preview = closing(&leo, &id).await.str("/preview");
    let (leo, camille) = (&leo, &camille);
    let tasks = (0..64).map(|task| {
        let (id, preview) = (id.clone(), preview.clone());
        async move {
            if task == 20 {
                return to(leo, &id, "block", json!({ "preview": preview })).await;
            }
            write(camille, &id, &format!("Message {task}")).await
        }
    });
    let mut counts = BTreeMap::new();
    for reply in join_all(tasks).await {
        let code = reply.json["code"].as_str().unwrap_or("done").to_owned();
        *counts.entry((reply.status, code)).or_insert(0) += 1;
    }
    let done = |status| counts.get(&(status, "done".to_owned())).copied().unwrap_or(0);
    let refused = counts.get(&(409, "blocked_by_provider".to_owned())).copied().unwrap_or(0);
    assert_eq!((done(200), done(201) + refused), (1, 63), "{counts:?}");
    let stored = kinds(leo, &id).await;
    assert_eq!(stored.iter().filter(|kind| *kind == "message").count(), 1 + done(201));
    write(camille, &id, "Après").await.expect_refusal(409, "blocked_by_provider");
    assert_eq!(kinds(leo, &id).await.len(), stored.len());
    app.deliver().await;
    app.stop().await;
}

/// S5-032: block × apply and block × choose: whatever comes first, nothing is live once it is blocked.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_block_races_offers() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let lots = [app.publish(&camille, &["dj"]).await, app.publish(&camille, &["dj"]).await];
    let offer = app.applied(&leo, lots[0].lots[0], 80_000).await;
    let id = open(&camille, "leo").await;
    let (actor, chooser) = (app.actor(&leo).await, app.actor(&camille).await);
    let lot = lots[1].lots[0];
    let steps = (0..12).map(|task| {
        let db = app.db.clone();
        let (id, app, leo) = (id.clone(), &app, &leo);
        async move {
            use estrade_testkit::missions::{apply, take};
            match task % 4 {
                0 => drop(db.write(move |tx| apply(tx, &actor, lot, 60_000)).await),
                1 => drop(db.write(move |tx| take(tx, &chooser, offer, Step::Choose(1))).await),
                _ => {
                    let path = format!("/v1/conversations/{id}/closing");
                    let shown = leo.get(&path).await;
                    if shown.status == 200 {
                        let preview = json!({ "preview": shown.json["preview"] });
                        let _ = to(leo, &id, "block", preview).await;
                    }
                    let _ = app;
                }
            }
        }
    });
    join_all(steps).await;
    let view = leo.get(&format!("/v1/conversations/{id}")).await.expect(200);
    if view.str("/state") != "blocked" {
        let _ = block(&leo, &id).await.expect(200);
    }
    for tab in ["applied", "chosen"] {
        let mine = leo.get(&format!("/v1/my/offers?tab={tab}")).await.expect(200).items();
        assert!(mine.is_empty(), "{tab}: {mine:?}");
    }
    app.deliver().await;
    app.stop().await;
}
