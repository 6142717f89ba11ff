//! A client's own lists.

use chrono::TimeDelta;
use estrade_db::{deadlines, lots};
use estrade_domain::{
    ids::{LotId, OfferId},
    lots::{Award, LotState},
};
use estrade_testkit::{Reply, TestApp};
use serde_json::json;

use super::{call, published};

async fn put(app: &TestApp, tender: &Reply, state: fn(Award) -> LotState, provider: &str) {
    let ids: Vec<LotId> =
        ["/lots/0/id", "/lots/1/id"].map(|pointer| tender.str(pointer).parse().unwrap()).into();
    let provider = provider.parse().unwrap();
    app.db
        .write(move |tx| {
            for &id in &ids {
                let award = Award {
                    offer: tx.id::<OfferId>(),
                    provider,
                    agreed_version: 1,
                    settlement: estrade_domain::offers::Settlement::Direct,
                    chosen_at: tx.now(),
                };
                let mut lot = lots::get(tx, id)?;
                lot.state = state(award);
                lots::update(tx, lot)?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

/// S1-037: every tender of the client with its status; S1-041: and where its lots stand.
/// S1-038, S1-039, S1-040: the three tabs of lots.
#[tokio::test]
async fn the_client_finds_its_tenders_and_lots_by_where_they_stand() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.provider("dj-max").await);
    camille.post("/v1/tenders", json!({})).await.expect(201);
    published(&camille, call()).await;
    let awaiting = published(&camille, call()).await;
    let in_work = published(&camille, call()).await;
    let done = published(&camille, call()).await;
    let provider = max.organization.as_str();
    let chosen = |award: Award| LotState::Chosen { award, confirm_by: award.chosen_at };
    let work = |award: Award| LotState::InWork { award, started_at: award.chosen_at };
    let ended = |award: Award| LotState::Done {
        award,
        started_at: award.chosen_at,
        ended_at: award.chosen_at,
    };
    put(&app, &awaiting, chosen, provider).await;
    put(&app, &in_work, work, provider).await;
    put(&app, &done, ended, provider).await;

    let all = camille.get("/v1/my/tenders").await.expect(200).items();
    let statuses: Vec<_> = all.iter().map(|tender| tender["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["done", "in_work", "awaiting", "open", "draft"]);
    for (status, tender) in statuses.iter().zip(&all) {
        let one = camille.get(&format!("/v1/my/tenders?state={status}")).await.expect(200).items();
        assert_eq!(one, std::slice::from_ref(tender), "{status}");
    }
    assert_eq!(all[2]["progress"]["awaiting"], 2);
    for (tab, tender) in [("awaiting", &awaiting), ("in_work", &in_work), ("done", &done)] {
        let lots = camille.get(&format!("/v1/my/lots?tab={tab}")).await.expect(200).items();
        assert_eq!(lots.len(), 2, "{tab}");
        assert_eq!(lots[0]["tender"]["id"], tender.json["id"]);
        assert_eq!(lots[0]["award"]["provider"]["handle"], "dj-max");
    }
    camille.get("/v1/my/lots?tab=lost").await.expect_refusal(422, "invalid_fields");
    max.get("/v1/my/tenders").await.expect_refusal(403, "client_only");
    app.deliver().await;
    app.stop().await;
}

/// A page holds what was asked for; together the pages hold everything once.
#[tokio::test]
async fn pages_of_my_tenders_miss_and_repeat_nothing() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut made = Vec::new();
    for _ in 0..7 {
        made.push(camille.post("/v1/tenders", json!({})).await.expect(201).str("/id"));
    }
    made.reverse();
    let (mut seen, mut next) = (Vec::new(), String::new());
    for _ in 0..3 {
        let page = camille.get(&format!("/v1/my/tenders?limit=3{next}")).await.expect(200);
        seen.extend(page.items().iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        next = page.json["next_page"]
            .as_str()
            .map(|token| format!("&page={token}"))
            .unwrap_or_default();
    }
    assert_eq!((seen, next), (made, String::new()));
    app.stop().await;
}

/// Part 6, no dead end: when the day of the event is over, its tender leaves the lists by itself; one
/// that was put off stays.
#[tokio::test]
async fn a_past_event_leaves_the_lists() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let on_the_20th = |title: &str| {
        let mut call = call();
        call["event"]["day"] = json!("2027-01-20");
        call["event"]["title"] = json!(title);
        call
    };
    let gone = published(&camille, on_the_20th("Fête")).await;
    let put_off = published(&camille, on_the_20th("Fête remise")).await;
    let edit = json!({ "event": { "day": "2027-03-20" } });
    let url = format!("/v1/tenders/{}", put_off.str("/id"));
    camille.patch(&url, super::version(&put_off), edit).await.expect(200);
    let listed = || async { app.visitor().get("/v1/tenders").await.expect(200).items().len() };
    app.advance(TimeDelta::hours(5 * 24 + 13)).await;
    carry_out(&app).await;
    assert_eq!(listed().await, 2, "at 23 o'clock in Paris it is still that day");
    app.advance(TimeDelta::hours(1)).await;
    carry_out(&app).await;
    assert_eq!(listed().await, 1);
    let page = app.visitor().get(&format!("/v1/tenders/{}", gone.str("/id"))).await;
    page.expect(200);
    app.stop().await;
}

/// Carries out the timers that are due.
async fn carry_out(app: &TestApp) {
    app.db
        .write(|tx| {
            let now = tx.now();
            for deadline in deadlines::due(tx, now, 100)? {
                deadlines::carry_out(tx, &deadline)?;
            }
            Ok(())
        })
        .await
        .unwrap();
}
