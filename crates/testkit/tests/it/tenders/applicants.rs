//! What becomes of those who applied when their tender changes or ends.

use estrade_domain::ids::LotId;
use estrade_testkit::{TestApp, missions::Step};
use serde_json::json;

use super::{call, published, version};

/// S1-068: who applied no longer finds the tender among the potential ones; who takes its offer back does.
/// S1-042: the client sees how many applied to each trade.
#[tokio::test]
async fn an_application_takes_the_tender_out_of_the_list() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let tender = published(&camille, call()).await;
    let lot: LotId = tender.str("/lots/0/id").parse().unwrap();
    let potential = || async { max.get("/v1/potential-tenders").await.expect(200).items().len() };
    assert_eq!(potential().await, 1);
    let offer = app.applied(&max, lot, 80_000).await;
    assert_eq!(potential().await, 0);
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let seen = camille.get(&url).await.expect(200);
    let counts = ["/lots/0/offers_count", "/lots/1/offers_count"].map(|it| seen.json.pointer(it));
    assert_eq!(counts, [Some(&json!(1)), Some(&json!(0))]);
    let own = max.get(&url).await.expect(200);
    assert_eq!(own.str("/lots/0/my_offer/id"), offer.to_string());
    assert_eq!(own.json["lots"][0]["offers_count"], json!(null));
    let mine = camille.get("/v1/my/tenders").await.expect(200).items();
    assert_eq!(mine[0]["offers_count"], 1);
    app.step(&max, offer, Step::Withdraw).await.unwrap();
    assert_eq!(potential().await, 1);
    app.deliver().await;
    app.stop().await;
}

/// Part 2, A-14: after a revision the choice falls and the offer is to be confirmed.
#[tokio::test]
async fn a_revision_asks_the_chosen_provider_again() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let tender = published(&camille, call()).await;
    let lot: LotId = tender.str("/lots/0/id").parse().unwrap();
    let offer = app.applied(&max, lot, 80_000).await;
    app.step(&camille, offer, Step::Choose(1)).await.unwrap();
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let edit = json!({ "event": { "guests": 200 } });
    let revised = camille.patch(&url, version(&tender), edit).await.expect(200);
    assert_eq!(revised.str("/lots/0/status"), "open");
    let own = max.get(&url).await.expect(200);
    assert_eq!(own.str("/lots/0/my_offer/state"), "to_reconfirm");
    app.step(&camille, offer, Step::Choose(1)).await.unwrap_err();
    app.step(&max, offer, Step::Reconfirm).await.unwrap();
    app.step(&camille, offer, Step::Choose(1)).await.unwrap();
    app.deliver().await;
    app.stop().await;
}

/// S1-064: a provider whose lot is no longer asked for finds the tender again when another lot matches.
#[tokio::test]
async fn a_dropped_lot_gives_the_tender_back() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    app.change_organization(&max, |max| max.trades.push("traiteur".to_owned())).await;
    let only_dj = app.vip_provider("zoe").await;
    let tender = published(&camille, call()).await;
    let lot: LotId = tender.str("/lots/0/id").parse().unwrap();
    app.applied(&max, lot, 80_000).await;
    app.applied(&only_dj, lot, 80_000).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let kept = json!({ "lots": [{ "id": tender.str("/lots/1/id"), "trade": "traiteur" }] });
    camille.patch(&url, version(&tender), kept).await.expect(200);
    let found = max.get("/v1/potential-tenders").await.expect(200).items();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["my_trades"], json!(["traiteur"]));
    assert!(only_dj.get("/v1/potential-tenders").await.expect(200).items().is_empty());
    app.deliver().await;
    app.stop().await;
}

/// S1-053, S1-054: closing ends the offers; those who made them may read the client's note.
#[tokio::test]
async fn closing_ends_the_offers_and_leaves_a_note() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let tender = published(&camille, call()).await;
    let lot: LotId = tender.str("/lots/0/id").parse().unwrap();
    app.applied(&max, lot, 80_000).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let closing = json!({ "reason": "event_cancelled", "note": "Merci, et désolés !" });
    camille.post(&format!("{url}/close"), closing).await.expect(200);
    let own = max.get(&url).await.expect(200);
    assert_eq!(own.str("/lots/0/my_offer/state"), "ended");
    assert_eq!(own.str("/closing/note"), "Merci, et désolés !");
    app.deliver().await;
    app.stop().await;
}
