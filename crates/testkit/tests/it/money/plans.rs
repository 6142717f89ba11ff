//! VIP+ is bought through the same payments.

use chrono::TimeDelta;
use estrade_testkit::{Person, TestApp, people::PASSWORD};
use serde_json::json;

use super::GOOD_CARD;

async fn buy(app: &TestApp, who: &Person, key: &str) {
    let payment = who.post_once("/v1/plans/vip_plus/buy", key, json!({})).await.expect(200);
    assert_eq!(payment.json["amount"]["amount"], 28_800, "240 € and VAT");
    app.deliver().await;
    let path = format!("/v1/payments/{}/test-card", payment.str("/id"));
    who.post(&path, json!({ "number": GOOD_CARD })).await.expect(200);
    app.deliver().await;
}

async fn until(who: &Person) -> String {
    who.get("/v1/organization").await.expect(200).str("/plan_until")
}

/// S1-120, S1-131, A-23: VIP+ lasts twelve months from its payment; renewed before its end it goes on from there, and
/// after its end the account is on FREE.
#[tokio::test]
async fn a_plan_is_bought_renewed_and_lapses() {
    let app = TestApp::start().await;
    let leo = app.provider("leo").await;
    buy(&app, &leo, "first").await;
    let first = until(&leo).await;
    app.advance(TimeDelta::days(300)).await;
    leo.log_in(&leo.email, PASSWORD).await.expect(201);
    buy(&app, &leo, "second").await;
    let second = until(&leo).await;
    assert_eq!(first[4..], second[4..], "from the paid end, no day lost");
    assert!(second > first);
    app.advance(TimeDelta::days(500)).await;
    leo.log_in(&leo.email, PASSWORD).await.expect(201);
    let plan = leo.get("/v1/organization").await.expect(200).str("/plan");
    assert_eq!(plan, "free");
    app.stop().await;
}

/// A client has no plan, FREE is not bought, and an unknown plan does not exist.
#[tokio::test]
async fn only_providers_buy_and_only_what_is_sold() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.provider("leo").await);
    camille.post_once("/v1/plans/vip_plus/buy", "a", json!({})).await.expect(403);
    for plan in ["free", "platinum"] {
        leo.post_once(&format!("/v1/plans/{plan}/buy"), "b", json!({})).await.expect(404);
    }
    app.deliver().await;
    app.stop().await;
}
