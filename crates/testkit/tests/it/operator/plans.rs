//! VIP+ is granted by the operator until it is sold.

use chrono::TimeDelta;
use estrade_db::deadlines;
use estrade_testkit::{TestApp, people::PASSWORD};
use serde_json::{Value, json};

use super::organization;

/// S1-120: VIP+ lasts twelve months; renewed before its end it goes on from the day that is paid.
#[tokio::test]
async fn vip_plus_lasts_a_year_and_no_day_is_lost() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let max = app.provider("dj-max").await;
    let path = format!("{}/plan", organization(&max));
    let granted = operator.post(&path, json!({ "plan": "vip_plus" })).await.expect(200);
    assert_eq!(granted.str("/organization/plan"), "vip_plus");
    assert_eq!(granted.str("/organization/plan_until"), "2028-01-15T09:00:00Z");
    app.advance(TimeDelta::days(100)).await;
    operator.log_in(&operator.email, PASSWORD).await.expect(201);
    let renewed =
        operator.post(&path, json!({ "plan": "vip_plus", "months": 3 })).await.expect(200);
    assert_eq!(renewed.str("/organization/plan_until"), "2028-04-15T09:00:00Z");
    for months in [0, 37] {
        let wrong = operator.post(&path, json!({ "plan": "vip_plus", "months": months })).await;
        let wrong = wrong.expect_refusal(422, "invalid_fields");
        assert_eq!(wrong.field_codes(), [("/months".to_owned(), "months_out_of_range".to_owned())]);
    }
    let camille = app.client("camille").await;
    let client =
        operator.post(&format!("{}/plan", organization(&camille)), json!({ "plan": "free" })).await;
    client.expect_refusal(403, "provider_only");
    let free = operator.post(&path, json!({ "plan": "free" })).await.expect(200);
    assert_eq!(
        (free.str("/organization/plan"), &free.json["organization"]["plan_until"]),
        ("free".into(), &Value::Null)
    );
    app.deliver().await;
    app.stop().await;
}

/// S1-131: when VIP+ has ended the provider is on FREE; the timer of a renewed plan does nothing.
#[tokio::test]
async fn vip_plus_falls_back_to_free() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let max = app.provider("dj-max").await;
    let path = format!("{}/plan", organization(&max));
    for _ in 0..2 {
        operator.post(&path, json!({ "plan": "vip_plus", "months": 1 })).await.expect(200);
    }
    app.advance(TimeDelta::days(31)).await;
    fire(&app).await;
    assert_eq!(plan(&app, &max).await, "vip_plus", "the second month runs");
    app.advance(TimeDelta::days(28)).await;
    fire(&app).await;
    assert_eq!(plan(&app, &max).await, "free");
    operator.log_in(&operator.email, PASSWORD).await.expect(201);
    let log = operator.get("/v1/operator/facts?kind=organization.plan_lapsed").await.expect(200);
    assert_eq!(log.items().len(), 1);
    app.deliver().await;
    app.stop().await;
}

async fn plan(app: &TestApp, person: &estrade_testkit::Person) -> String {
    let id = person.organization.parse().unwrap();
    let organization =
        app.db.read(move |conn| estrade_db::organizations::get(conn, id)).await.unwrap();
    organization.subscription.unwrap().plan.as_str().to_owned()
}

/// Carries out what is due, as the worker does.
async fn fire(app: &TestApp) {
    let now = app.now();
    for deadline in app.db.read(move |conn| deadlines::due(conn, now, 100)).await.unwrap() {
        app.db.write(move |tx| deadlines::carry_out(tx, &deadline)).await.unwrap();
    }
}
