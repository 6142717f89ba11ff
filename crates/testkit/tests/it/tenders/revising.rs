//! Revising and closing what was published.

use estrade_db::lots;
use estrade_domain::{
    ids::{LotId, OfferId},
    lots::{Award, LotState},
};
use estrade_testkit::{Person, Reply, TestApp};
use serde_json::json;

use super::{call, published, version};

/// Puts a lot in work for a provider, as the confirmation of an offer does.
async fn put_in_work(app: &TestApp, tender: &Reply, place: usize, provider: &Person) {
    let lot: LotId = tender.str(&format!("/lots/{place}/id")).parse().unwrap();
    let provider = provider.organization.parse().unwrap();
    app.db
        .write(move |tx| {
            let award = Award {
                offer: tx.id::<OfferId>(),
                provider,
                agreed_version: 1,
                settlement: estrade_domain::offers::Settlement::Direct,
                chosen_at: tx.now(),
            };
            let mut lot = lots::get(tx, lot)?;
            lot.state = LotState::InWork { award, started_at: tx.now() };
            let lot = lots::update(tx, lot)?;
            estrade_db::listings::refresh(tx, lot.tender)
        })
        .await
        .unwrap();
}

/// A revision counts, keeps the lots that stay, and adds and drops others.
#[tokio::test]
async fn a_published_tender_is_revised() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let tender = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let dj = tender.str("/lots/0/id");
    let lots = json!([{ "id": dj, "trade": "dj", "wishes": "Jazz" }, { "trade": "photographe" }]);
    let revised = camille.patch(&url, version(&tender), json!({ "lots": lots })).await.expect(200);
    assert_eq!(revised.json["revision"], 2);
    assert_eq!((revised.str("/lots/0/id"), revised.str("/lots/0/wishes")), (dj, "Jazz".to_owned()));
    assert_eq!(revised.json["lots"].as_array().map(Vec::len), Some(2));
    let page = app.visitor().get(&url).await.expect(200);
    let shown: Vec<_> =
        page.json["lots"].as_array().unwrap().iter().map(|lot| lot["trade"].clone()).collect();
    assert_eq!(shown, ["dj", "photographe"]);
    let found = app.visitor().get("/v1/tenders?trade=traiteur").await.expect(200).items();
    assert!(found.is_empty());
    assert_eq!(
        app.visitor().get("/v1/tenders?trade=photographe").await.expect(200).items().len(),
        1
    );
    let emptied = camille.patch(&url, version(&revised), json!({ "event": { "town": "" } })).await;
    assert_eq!(
        emptied.expect(422).field_codes(),
        [("/event/town".to_owned(), "required".to_owned())]
    );
    app.deliver().await;
    app.stop().await;
}

/// Part 6: a lot that nobody answered leaves no trace when it is dropped, one that someone answered stays in
/// the history; together they are bounded.
#[tokio::test]
async fn the_lots_of_a_tender_do_not_grow_without_bound() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let tender = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let djs = json!({ "lots": vec![json!({ "trade": "dj" }); 30] });
    let mut revised = tender;
    for _ in 0..3 {
        revised = camille.patch(&url, version(&revised), djs.clone()).await.expect(200);
        assert_eq!(revised.json["lots"].as_array().map(Vec::len), Some(30));
    }
    for lot in revised.json["lots"].as_array().unwrap() {
        app.applied(&max, lot["id"].as_str().unwrap().parse().unwrap(), 80_000).await;
    }
    let full = camille.patch(&url, version(&revised), djs.clone()).await.expect(200);
    assert_eq!(
        (&full.json["progress"]["open"], &full.json["progress"]["closed"]),
        (&json!(30), &json!(30))
    );
    app.applied(&max, full.str("/lots/0/id").parse().unwrap(), 80_000).await;
    let refused = camille.patch(&url, version(&full), djs).await.expect(422);
    assert_eq!(refused.field_codes(), [("/lots".to_owned(), "too_many_lots".to_owned())]);
    let fewer = json!({ "lots": vec![json!({ "trade": "dj" }); 29] });
    camille.patch(&url, version(&full), fewer).await.expect(200);
    app.deliver().await;
    app.stop().await;
}

/// S1-051: closing is refused while a lot is in work; the alert names it. S1-052, S1-054: afterwards the
/// reason is kept and the tender takes no more offers, but stays in the history.
#[tokio::test]
async fn a_tender_is_closed_once_nothing_is_in_work() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.provider("dj-max").await);
    let tender = published(&camille, call()).await;
    put_in_work(&app, &tender, 0, &max).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let close = format!("{url}/close");
    let reason = json!({ "reason": "event_cancelled", "note": "Nous reportons d’un an." });
    let refused = camille.post(&close, reason.clone()).await.expect_refusal(409, "lots_in_work");
    assert!(refused.str("/detail").contains("DJ"), "{}", refused.text);
    let seen = camille.get(&url).await.expect(200);
    assert_eq!(seen.json["actions"], json!(["edit"]));
    assert_eq!(seen.str("/blocked/0/code"), "lots_in_work");

    let other = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", other.str("/id"));
    let wrong = camille.post(&format!("{url}/close"), json!({ "reason": "whim" })).await;
    assert_eq!(wrong.expect(422).field_codes()[0].0, "/reason");
    let closed = camille.post(&format!("{url}/close"), reason).await.expect(200);
    assert_eq!(
        (closed.str("/status"), closed.str("/closing/reason")),
        ("closed".into(), "event_cancelled".into())
    );
    assert_eq!(closed.json["progress"]["closed"], 2);
    let mine = camille.get("/v1/my/tenders?state=closed").await.expect(200).items();
    assert_eq!(mine[0]["id"], other.json["id"]);
    let open = app.visitor().get("/v1/tenders").await.expect(200).items();
    assert!(open.iter().all(|card| card["id"] != other.json["id"]));
    let page = app.visitor().get(&url).await.expect(200);
    assert_eq!(page.str("/closing/note"), "");
    camille
        .patch(&url, version(&closed), json!({ "event": { "guests": 2 } }))
        .await
        .expect_refusal(409, "tender_closed");
    app.deliver().await;
    app.stop().await;
}

/// S1-050: only its own client ends a tender.
#[tokio::test]
async fn nobody_else_closes_or_changes_it() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let tender = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let (other, max) = (app.client("other").await, app.provider("dj-max").await);
    for stranger in [&other, &max] {
        let close =
            stranger.post(&format!("{url}/close"), json!({ "reason": "event_cancelled" })).await;
        close.expect_refusal(404, "not_found");
        stranger.patch(&url, 2, json!({})).await.expect_refusal(404, "not_found");
    }
    app.deliver().await;
    app.stop().await;
}

/// Part 6, locked agreements: what a provider works on can no longer be changed. It alone, with the
/// client, sees the place and that it was chosen.
#[tokio::test]
async fn a_lot_in_work_is_locked_and_its_provider_sees_the_place() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.provider("dj-max").await);
    let tender = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    assert_eq!(max.get(&url).await.expect(200).json["event"]["venue"], json!(null));
    put_in_work(&app, &tender, 0, &max).await;
    for edit in
        [json!({ "event": { "guests": 90 } }), json!({ "lots": [{ "trade": "photographe" }] })]
    {
        camille.patch(&url, version(&tender), edit).await.expect_refusal(409, "lots_locked");
    }
    let worker = max.get(&url).await.expect(200);
    assert_eq!(worker.str("/event/venue"), "Manoir du Clos, 3 rue des Tilleuls");
    assert_eq!(worker.str("/lots/0/award/provider/handle"), "dj-max");
    let visitor = app.visitor().get(&url).await.expect(200);
    assert_eq!(
        (&visitor.json["event"]["venue"], &visitor.json["lots"][0]["award"]),
        (&json!(null), &json!(null))
    );
    let dj = app.visitor().get("/v1/tenders?trade=dj").await.expect(200).items();
    assert!(dj.is_empty());
    app.deliver().await;
    app.stop().await;
}
