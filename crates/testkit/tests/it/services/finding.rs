//! How clients find services: by trade, place and words, on a sheet, on a page of its own; and when they do not.

use estrade_testkit::TestApp;
use serde_json::{Value, json};

use super::{draft, listed, published, step};

async fn titles(app: &TestApp, query: &str) -> Vec<String> {
    let found = app.visitor().get(&format!("/v1/services{query}")).await.expect(200).items();
    found.iter().map(|card| card["title"].as_str().unwrap().to_owned()).collect()
}

/// S5-010: services are found by trade, by the départements that their provider serves, and by words without
/// accents; drafts and what is off the shelf are not.
#[tokio::test]
async fn services_are_found_by_trade_place_and_words() {
    let app = TestApp::start().await;
    let leo = listed(&app, "leo", json!({ "departements": ["27", "76"] })).await;
    let everywhere = json!({ "trades": ["photographe"], "departements": [], "france_wide": true });
    let nina = listed(&app, "nina", everywhere).await;
    published(&leo, json!({ "title": "Bal d’été" })).await;
    let retro = json!({ "title": "Soirée rétro", "description": "Vinyles. moi@exemple.fr" });
    let retro = published(&leo, retro).await;
    draft(&leo, json!({ "title": "Brouillon" })).await;
    published(&nina, json!({ "title": "Reportage", "trade": "photographe" })).await;
    for (query, found) in [
        ("?trade=dj", &["Bal d’été", "Soirée rétro"][..]),
        ("?trade=dj&departement=76", &["Bal d’été", "Soirée rétro"]),
        ("?trade=dj&departement=14", &[]),
        ("?departement=974", &["Reportage"]),
        ("?q=ETE", &["Bal d’été"]),
        ("?q=vinyl", &["Soirée rétro"]),
        ("?q=maison%20leo&trade=dj&departement=27", &["Bal d’été", "Soirée rétro"]),
        ("?q=maison&departement=974", &["Reportage"]),
        ("?q=photograph", &["Reportage"]),
        ("?q=moi", &[]),
        ("?q=brouillon", &[]),
    ] {
        assert_eq!(titles(&app, query).await, found, "{query}");
    }
    app.visitor().get("/v1/services?q=%27").await.expect_refusal(400, "nothing_to_search");
    let wrong = app.visitor().get("/v1/services?trade=x").await.expect(422);
    assert_eq!(wrong.field_codes(), [("/trade".into(), "unknown_choice".into())]);
    let id = retro.str("/id");
    let paused = step(&leo, &id, "pause").await.expect(200);
    assert_eq!(paused.json["actions"], json!(["edit", "resume", "delete"]));
    assert_eq!(titles(&app, "?trade=dj").await, ["Bal d’été"]);
    assert!(titles(&app, "?q=retro").await.is_empty());
    app.visitor().get(&format!("/v1/services/{}", retro.str("/slug"))).await.expect(404);
    step(&leo, &id, "resume").await.expect(200);
    assert_eq!(titles(&app, "?q=retro").await, ["Soirée rétro"]);
    app.deliver().await;
    app.stop().await;
}

/// Pages follow each other in the order of the directory, on the catalogue, in a search and on a shelf.
#[tokio::test]
async fn the_lists_are_read_page_by_page() {
    let app = TestApp::start().await;
    for handle in ["leo", "mia"] {
        let provider = listed(&app, handle, json!({})).await;
        for number in 1..=3 {
            published(&provider, json!({ "title": format!("Bal {number} de {handle}") })).await;
        }
    }
    let of_list = titles(&app, "").await;
    assert_eq!(of_list.len(), 6);
    let first: Vec<Value> = app.visitor().get("/v1/providers").await.expect(200).items();
    assert!(of_list[0].ends_with(first[0]["handle"].as_str().unwrap()), "{of_list:?}");
    for (path, whole) in [
        ("/v1/services?trade=dj&limit=2", 6),
        ("/v1/services?q=bal&limit=2", 6),
        ("/v1/providers/leo/services?limit=2", 3),
    ] {
        let (mut seen, mut page) = (Vec::new(), String::new());
        loop {
            let found = app.visitor().get(&format!("{path}{page}")).await.expect(200);
            seen.extend(found.items().iter().map(|card| card["title"].clone()));
            let Some(next) = found.json["next_page"].as_str() else { break };
            page = format!("&page={next}");
        }
        assert_eq!(seen.len(), whole, "{path}");
        if whole == of_list.len() {
            assert_eq!(seen, of_list.iter().map(|title| json!(title)).collect::<Vec<_>>());
        }
    }
    app.deliver().await;
    app.stop().await;
}

/// S2-043: who is on leave has nothing on its shelf and says so on its sheet; clients can still write
/// to it. A service in a trade that its provider dropped is hidden, and its provider is told why.
#[tokio::test]
async fn a_leave_and_a_dropped_trade_hide_services() {
    let app = TestApp::start().await;
    let leo = listed(&app, "leo", json!({})).await;
    let bal = published(&leo, json!({ "title": "Bal" })).await;
    let view = leo.get("/v1/organization").await.expect(200);
    assert_eq!(view.json["actions"], json!(["edit", "buy_plan", "pause", "request_deletion"]));
    leo.post("/v1/organization/resume", json!({})).await.expect_refusal(409, "not_paused");
    let paused = leo.post("/v1/organization/pause", json!({})).await.expect(200);
    assert_eq!(paused.json["actions"], json!(["edit", "buy_plan", "resume", "request_deletion"]));
    leo.post("/v1/organization/pause", json!({})).await.expect_refusal(409, "already_paused");
    assert!(titles(&app, "").await.is_empty() && titles(&app, "?q=bal").await.is_empty());
    let shelf = app.visitor().get("/v1/providers/leo/services").await.expect(200);
    assert!(shelf.items().is_empty());
    let sheet = app.visitor().get("/v1/providers/leo").await.expect(200);
    assert_eq!(
        (&sheet.json["paused"], &sheet.json["takes_messages"]),
        (&json!(true), &json!(true))
    );
    let mine = leo.get("/v1/my/services").await.expect(200).items();
    assert_eq!(mine[0]["hidden_because"], "provider_paused");
    leo.post("/v1/organization/resume", json!({})).await.expect(200);
    assert_eq!(titles(&app, "").await, ["Bal"]);
    let version = leo.get("/v1/organization").await.expect(200).json["version"].as_i64().unwrap();
    let other = json!({ "trades": ["karaoke"] });
    leo.patch("/v1/organization", version, other).await.expect(200);
    assert!(titles(&app, "").await.is_empty());
    let mine = leo.get("/v1/my/services").await.expect(200).items();
    assert_eq!(mine[0]["hidden_because"], "trade_dropped");
    let path = format!("/v1/services/{}", bal.str("/id"));
    let version = mine[0]["version"].as_i64().unwrap();
    leo.patch(&path, version, json!({ "trade": "karaoke" })).await.expect(200);
    assert_eq!(titles(&app, "?trade=karaoke").await, ["Bal"]);
    let camille = app.client("camille").await;
    camille.post("/v1/organization/pause", json!({})).await.expect_refusal(403, "provider_only");
    app.deliver().await;
    app.stop().await;
}

/// A new review moves the services of a provider as it moves the provider.
#[tokio::test]
async fn services_stand_where_their_provider_stands() {
    let app = TestApp::start().await;
    for handle in ["leo", "mia"] {
        let provider = listed(&app, handle, json!({})).await;
        published(&provider, json!({ "title": handle })).await;
    }
    let mia = app.visitor().get("/v1/providers/mia").await.expect(200).str("/id");
    let marked = mia.clone();
    app.db
        .write(move |tx| {
            use estrade_db::conn::SimpleConnection;
            tx.batch_execute(&format!(
                "update organizations set rating_sum = 50, rating_count = 10 where id = '{marked}'"
            ))?;
            estrade_db::directory::rerank(tx, marked.parse().unwrap()).map(drop)
        })
        .await
        .unwrap();
    assert_eq!(titles(&app, "").await, ["mia", "leo"]);
    let card = app.visitor().get("/v1/services").await.expect(200).items().remove(0);
    assert_eq!(card["provider"]["rating"], json!({ "average": 5.0, "count": 10 }));
    app.deliver().await;
    app.stop().await;
}
