//! Live events: who hears of what, and what whoever comes back has missed.

use estrade_testkit::{Person, TestApp, people::PASSWORD};
use serde_json::{Value, json};

/// What a person hears within a second of the second thing said; the first is done while it listens.
async fn heard(person: &Person, since: Option<&str>, meanwhile: impl AsyncFnOnce()) -> String {
    let request = person.request(&reqwest::Method::GET, "/v1/events?seconds=2");
    let request = match since {
        Some(id) => request.header("last-event-id", id),
        None => request,
    };
    let listening = async { person.send(request).await };
    let acting = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        meanwhile().await;
    };
    let (reply, ()) = tokio::join!(listening, acting);
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-type"), Some("text/event-stream"));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    reply.text
}

fn events(text: &str) -> Vec<(String, Value)> {
    let block = |block: &str| {
        let id = block.lines().find_map(|line| line.strip_prefix("id: "))?;
        let data = block.lines().find_map(|line| line.strip_prefix("data: "))?;
        Some((id.to_owned(), serde_json::from_str(data).unwrap()))
    };
    text.split("\n\n").filter_map(block).collect()
}

/// Part 6, DESIGN §5: each side hears of what concerns it and of nothing else; with `Last-Event-ID` also of what
/// it missed, and `reset` when that is no longer known.
#[tokio::test]
async fn each_side_hears_of_its_own() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let nora = app.client("nora").await;
    let opening = json!({ "provider": "leo", "text": "Bonjour, libre en juin ?" });
    let id = camille.post("/v1/conversations", opening).await.expect(201).str("/id");
    let path = format!("/v1/conversations/{id}/messages");
    let say = async |text: &str| {
        camille.post(&path, json!({ "text": text })).await.expect(201);
    };
    let nothing = heard(&nora, None, async || say("Alors ?").await).await;
    assert!(events(&nothing).is_empty(), "{nothing}");
    let text = heard(&leo, None, async || say("Et en juillet ?").await).await;
    assert!(text.starts_with("retry: 2000\n\n"), "{text}");
    let told = events(&text);
    let (last, data) = told.last().unwrap();
    assert_eq!((&data["kind"], &data["subject"]), (&json!("message.sent"), &json!(id)));
    assert!(data.get("text").is_none(), "an event is no place for words");

    // What came while nobody listened is not kept: they load all again.
    let gone = heard(&leo, Some("fct_01jd0000000000000000000000"), async || {}).await;
    assert!(gone.contains("event: reset"), "{gone}");
    // The client listens on, so that the node keeps what happens.
    let (_, missed) =
        tokio::join!(heard(&camille, None, async || say("Et en août ?").await), async {
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            heard(&leo, Some(last), async || {}).await
        });
    let kinds: Vec<Value> =
        events(&missed).into_iter().map(|(_, data)| data["kind"].clone()).collect();
    assert_eq!(kinds, ["message.sent"], "{missed}");
    app.deliver().await;
    app.stop().await;
}

/// A visitor hears nothing, and nobody more than twenty streams or for longer than is said.
#[tokio::test]
async fn listening_has_its_bounds() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    app.visitor().get("/v1/events?seconds=1").await.expect(401);
    for wrong in ["0", "301"] {
        let path = format!("/v1/events?seconds={wrong}");
        camille.get(&path).await.expect_refusal(400, "invalid_seconds");
    }
    let each = (0..21).map(|_| camille.get("/v1/events?seconds=2"));
    let statuses: Vec<u16> =
        futures_util::future::join_all(each).await.into_iter().map(|reply| reply.status).collect();
    let refused = statuses.iter().filter(|&&status| status == 429).count();
    assert_eq!(refused, 1, "{statuses:?}");
    camille.get("/v1/events?seconds=1").await.expect(200);
    app.stop().await;
}

/// A stream ends at once when its session is ended, its key revoked or its party closed; that of another session
/// of the same person, or of another person, goes on.
#[tokio::test]
async fn a_stream_ends_with_the_right_to_listen() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, nora) = (app.client("camille").await, app.client("nora").await);
    let elsewhere = app.visitor();
    elsewhere.log_in(&camille.email, PASSWORD).await.expect(201);
    let key = json!({ "name": "Site", "scopes": ["read"] });
    let key = camille.post("/v1/api-keys", key).await.expect(201);
    let with_key = app.visitor();
    let (secret, revoked) = (key.str("/key"), format!("/v1/api-keys/{}", key.str("/id")));
    let by_key =
        with_key.request(&reqwest::Method::GET, "/v1/events?seconds=4").bearer_auth(secret);

    let acts = async {
        pause().await;
        elsewhere.delete("/v1/sessions/current").await.expect(204);
        pause().await;
        camille.delete(&revoked).await.expect(204);
        pause().await;
        let path = format!("/v1/operator/organizations/{}/close", camille.organization);
        operator.post(&path, json!({ "reason": "Essai" })).await.expect(200);
    };
    let began = tokio::time::Instant::now();
    let ended = async |listening: reqwest::RequestBuilder| {
        app.visitor().send(listening).await.expect(200);
        began.elapsed().as_millis()
    };
    let stream = |person: &Person| person.request(&reqwest::Method::GET, "/v1/events?seconds=4");
    let (signed_out, by_key, closed, other, ()) = tokio::join!(
        ended(stream(&elsewhere)),
        ended(by_key),
        ended(stream(&camille)),
        ended(stream(&nora)),
        acts
    );
    assert!(
        signed_out < by_key && by_key < closed && closed < other,
        "{signed_out} {by_key} {closed} {other}"
    );
    app.deliver().await;
    app.stop().await;
}

async fn pause() {
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
}
