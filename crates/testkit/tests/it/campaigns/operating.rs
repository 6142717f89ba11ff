//! The operator looks at campaigns and stops one; a campaign ends with its provider.

use chrono::TimeDelta;
use estrade_testkit::TestApp;
use serde_json::json;

use super::{banner, draft, on_free, paid, seen};
use crate::files::content;

const HERE: &str = "placement=directory&departement=76";

/// The operator sees what was paid, stops one with a reason that its provider reads, and nothing is refunded.
#[tokio::test]
async fn the_operator_stops_a_campaign() {
    let app = TestApp::start().await;
    let (nina, operator) = (on_free(&app, "nina").await, app.operator("regie").await);
    let id = paid(&app, &nina, json!({})).await;
    draft(&nina, json!({})).await;
    let list = "/v1/operator/campaigns";
    let listed = operator.get(list).await.expect(200).items();
    assert_eq!((listed.len(), &listed[0]["provider"]["handle"]), (1, &json!("nina")));
    assert_eq!(listed[0]["campaign"]["actions"], json!(["stop"]));
    for (status, count) in [("running", 1), ("scheduled", 0), ("ended", 0), ("stopped", 0)] {
        let found = operator.get(&format!("{list}?status={status}")).await.expect(200).items();
        assert_eq!(found.len(), count, "{status}");
    }
    operator.get(&format!("{list}?status=lost")).await.expect(422);
    let stop = format!("{list}/{id}/stop");
    let missing = operator.post(&stop, json!({ "reason": " " })).await.expect(422);
    assert_eq!(missing.field_codes(), [("/reason".into(), "required".into())]);
    nina.post(&stop, json!({ "reason": "Non." })).await.expect(404);
    let reason = json!({ "reason": "Les prix annoncés ne sont pas ceux du site." });
    let stopped = operator.post(&stop, reason.clone()).await.expect(200);
    assert_eq!(stopped.str("/campaign/status"), "stopped");
    operator.post(&stop, reason).await.expect_refusal(409, "campaign_not_shown");
    assert_eq!(banner(&app.visitor(), HERE).await, "");
    let campaign = seen(&nina, &id).await;
    assert_eq!(campaign.str("/stop_reason"), "Les prix annoncés ne sont pas ceux du site.");
    let file = campaign.str("/banner/file");
    assert_eq!(content(&app.visitor(), &file, "").await.0.status, 404);
    assert_eq!(content(&operator, &file, "").await.0.status, 200);
    let mails = app.mails_to(&nina.email).await;
    let told = mails.iter().find(|mail| mail.subject.contains("est arrêtée")).unwrap();
    assert!(told.text_body.contains("Les prix annoncés ne sont pas ceux du site."));
    assert!(told.text_body.contains("Aucun remboursement n’est automatique"));
    // Its timer finds nothing left to tell.
    let before = mails.len();
    app.advance(TimeDelta::days(15)).await;
    assert_eq!(app.mails_to(&nina.email).await.len(), before);
    app.stop().await;
}

/// Closed by the operator, a provider has nothing shown any more.
#[tokio::test]
async fn campaigns_end_with_a_closed_provider() {
    let app = TestApp::start().await;
    let (nina, operator) = (on_free(&app, "nina").await, app.operator("regie").await);
    paid(&app, &nina, json!({})).await;
    assert_ne!(banner(&app.visitor(), HERE).await, "");
    let path = format!("/v1/operator/organizations/{}/close", nina.organization);
    operator.post(&path, json!({ "reason": "Fausses annonces." })).await.expect(200);
    assert_eq!(banner(&app.visitor(), HERE).await, "");
    app.deliver().await;
    app.stop().await;
}

/// Erased at its own wish, it leaves neither the words of its campaigns nor their banners.
#[tokio::test]
async fn an_erased_provider_leaves_no_campaign() {
    let app = TestApp::start().await;
    let (nina, operator) = (on_free(&app, "nina").await, app.operator("regie").await);
    let id = paid(&app, &nina, json!({})).await;
    let file = seen(&nina, &id).await.str("/banner/file");
    let wish = json!({ "understood": true });
    let request = nina.post("/v1/deletion-requests", wish).await.expect(201).str("/id");
    let path = format!("/v1/operator/deletion-requests/{request}/carry-out");
    operator.post(&path, json!({})).await.expect(200);
    assert_eq!(banner(&app.visitor(), HERE).await, "");
    let listed = operator.get("/v1/operator/campaigns").await.expect(200).items();
    assert_eq!(
        (&listed[0]["campaign"]["title"], &listed[0]["campaign"]["link"]),
        (&json!("—"), &json!(""))
    );
    assert_eq!(content(&operator, &file, "").await.0.status, 404);
    app.deliver().await;
    app.stop().await;
}
