//! The share of a provider's clients that come back, on its public sheet.

use chrono::TimeDelta;
use estrade_testkit::{Person, TestApp, people::PASSWORD};
use serde_json::{Value, json};

use crate::custom_offers::{fixed, wish};

/// An order from the offer to its approval.
async fn completed(client: &Person, provider: &Person) {
    let opening = json!({ "provider": "leo", "text": "Bonjour" });
    let thread = client.post("/v1/conversations", opening).await.expect(201).str("/id");
    let path = format!("/v1/conversations/{thread}/custom-offers");
    let offer = provider.post(&path, wish(fixed())).await.expect(201).str("/id");
    let path = format!("/v1/custom-offers/{offer}/accept");
    let order = client.post(&path, json!({ "number": 1 })).await.expect(201).str("/id");
    let path = format!("/v1/orders/{order}");
    let message = json!({ "message": "Voilà." });
    provider.post(&format!("{path}/deliver"), message).await.expect(200);
    client.post(&format!("{path}/accept"), json!({})).await.expect(200);
}

async fn loyalty(app: &TestApp) -> Value {
    app.visitor().get("/v1/providers/leo").await.expect(200).json["loyalty"].clone()
}

/// S2-025: shown from five clients with a completed order up; right at once when an order is approved,
/// and when twelve months have passed. What was called off counts for nothing.
#[tokio::test]
async fn the_share_of_clients_that_come_back_is_shown() {
    let app = TestApp::start().await;
    let leo = app.vip_provider("leo").await;
    let mut clients = Vec::new();
    for name in ["ada", "bea", "cleo", "dina"] {
        let client = app.client(name).await;
        completed(&client, &leo).await;
        clients.push(client);
    }
    completed(&clients[0], &leo).await;
    assert_eq!(loyalty(&app).await, Value::Null, "four clients are too few");
    app.advance(TimeDelta::days(30)).await;
    leo.log_in(&leo.email, PASSWORD).await.expect(201);
    let eve = app.client("eve").await;
    completed(&eve, &leo).await;
    let told = |percent, clients, returning| json!({ "percent": percent, "clients": clients, "returning": returning });
    assert_eq!(loyalty(&app).await, told(20, 5, 1));
    completed(&eve, &leo).await;
    assert_eq!(loyalty(&app).await, told(40, 5, 2));
    app.advance(TimeDelta::days(334)).await;
    assert_eq!(loyalty(&app).await, told(40, 5, 2), "a day before");
    app.advance(TimeDelta::days(2)).await;
    assert_eq!(loyalty(&app).await, Value::Null, "the first four are a year ago");
    app.stop().await;
}
