//! The price is between the two sides.

use estrade_testkit::{TestApp, missions::Published};
use serde_json::json;

/// S1-110: what the provider asks is what the client pays, to the cent, from the offer to the end of the
/// mission: nothing is added or taken, and no operation on a tender, a lot or its offers moves money.
#[tokio::test]
async fn nothing_is_added_or_taken() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let offer = app.in_work(&camille, &max, lots[0]).await;
    let path = format!("/v1/offers/{offer}");
    let asked = json!({ "amount": 80_000, "currency": "EUR" });
    let seen = || async {
        let views = [camille.get(&path).await.expect(200), max.get(&path).await.expect(200)];
        assert_eq!(views[0].json["totals"], views[1].json["totals"]);
        assert_eq!(views[0].json["lines"], views[1].json["lines"]);
        let total = &views[0].json["totals"];
        assert_eq!(
            (&total["net"], &total["gross"], &total["vat"]["amount"]),
            (&asked, &asked, &json!(0))
        );
    };
    seen().await;
    camille.post(&format!("/v1/lots/{}/complete", lots[0]), json!({})).await.expect(200);
    seen().await;
    let document = app.visitor().get("/v1/openapi.json").await.expect(200);
    for path in document.json["paths"].as_object().unwrap().keys() {
        let is_tenders = ["/v1/tenders", "/v1/lots", "/v1/offers", "/v1/my/"];
        for word in ["pay", "fund", "commission", "fee", "charge", "refund", "transfer"] {
            let moves = is_tenders.iter().any(|start| path.starts_with(start));
            assert!(!(moves && path.contains(word)), "{path}");
        }
    }
    app.deliver().await;
    app.stop().await;
}
