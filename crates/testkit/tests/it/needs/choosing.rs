//! Who is chosen: the published criteria and nothing else.

use estrade_testkit::TestApp;
use serde_json::json;

use super::{conversation, found, need, send};

/// S5-012: trade, département, leave, budget and blocks decide; the same need finds the same providers,
/// in the order of the directory, at most five.
#[tokio::test]
async fn the_published_criteria_choose() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut people = Vec::new();
    for name in ["leo", "mia", "noe", "zoe", "ana", "eva", "tom"] {
        people.push(app.vip_provider(name).await);
    }
    let directory = app.visitor().get("/v1/services?trade=dj&departement=76").await.expect(200);
    let order: Vec<String> = directory
        .items()
        .iter()
        .map(|it| it["provider"]["handle"].as_str().unwrap().to_owned())
        .collect();
    let all = || need(&json!({}));
    let chosen = found(&camille, all()).await;
    assert_eq!(chosen, order[..5], "the first five of the directory");
    assert_eq!(found(&camille, all()).await, chosen, "the same again");
    let reasons = camille.post("/v1/needs/preview", all()).await.expect(200).items();
    let codes: Vec<&str> = reasons[0]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["trade", "departement", "available", "within_budget", "vip_plus"]);
    assert_eq!(reasons[0]["service"]["price_from"]["amount"], 45_000);
    let budget = |cents: i64| {
        let most = json!({ "amount": cents, "currency": "EUR" });
        need(&json!({ "budget_min": null, "budget_max": most }))
    };
    assert_eq!(found(&camille, budget(45_000)).await, chosen);
    assert!(found(&camille, budget(44_999)).await.is_empty());
    assert!(found(&camille, need(&json!({ "trade": "traiteur" }))).await.is_empty());
    assert!(found(&camille, need(&json!({ "departement": "13" }))).await.is_empty());
    let first =
        people.iter().find(|person| person.email.starts_with(&format!("{}@", chosen[0]))).unwrap();
    first.post("/v1/organization/pause", json!({})).await.expect(200);
    assert_eq!(found(&camille, all()).await, order[1..6], "not who is on leave");
    first.post("/v1/organization/resume", json!({})).await.expect(200);
    send(&camille, all(), &[&chosen[0]]).await.expect(201);
    let thread = conversation(first).await;
    let closing = first.get(&format!("/v1/conversations/{thread}/closing")).await.expect(200);
    let preview = json!({ "preview": closing.str("/preview") });
    first.post(&format!("/v1/conversations/{thread}/block"), preview).await.expect(200);
    assert_eq!(found(&camille, all()).await, order[1..6], "nor who blocked the client");
    let nora = app.client("nora").await;
    assert_eq!(found(&nora, all()).await, order[..5], "the block is of the pair");
    app.deliver().await;
    app.stop().await;
}

/// S5-017: who declined a need stands in the directory, and in the next choice, where it stood before.
#[tokio::test]
async fn declining_a_need_counts_for_nothing() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let leo = app.vip_provider("leo").await;
    for name in ["mia", "noe"] {
        app.vip_provider(name).await;
    }
    let ranking = async || {
        let directory = app.visitor().get("/v1/providers?trade=dj&departement=76").await;
        let services = app.visitor().get("/v1/services?trade=dj&departement=76").await;
        let chosen = camille.post("/v1/needs/preview", need(&json!({}))).await;
        [directory, services, chosen].map(|reply| reply.expect(200).text)
    };
    let before = ranking().await;
    send(&camille, need(&json!({})), &["leo"]).await.expect(201);
    let thread = conversation(&leo).await;
    leo.post(&format!("/v1/conversations/{thread}/decline"), json!({})).await.expect(200);
    assert_eq!(ranking().await, before);
    app.world.advance(chrono::TimeDelta::seconds(1));
    let again = send(&camille, need(&json!({})), &["leo"]).await.expect(201);
    assert_eq!(again.json["recipients"][0]["state"], "waiting", "it is asked anew");
    app.deliver().await;
    app.stop().await;
}

/// Nobody is told before a client of who fits: a visitor is asked to log in, a provider is refused.
#[tokio::test]
async fn only_a_client_has_providers_chosen() {
    let app = TestApp::start().await;
    let leo = app.vip_provider("leo").await;
    app.visitor().post("/v1/needs/preview", need(&json!({}))).await.expect(401);
    leo.post("/v1/needs/preview", need(&json!({}))).await.expect_refusal(403, "client_only");
    leo.get("/v1/needs").await.expect_refusal(403, "client_only");
    app.deliver().await;
    app.stop().await;
}
