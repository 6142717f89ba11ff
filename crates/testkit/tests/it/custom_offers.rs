//! Custom offers and their orders through the API, from the conversation to the last milestone.

mod hours;
mod orders;
mod races;
mod rules;

use estrade_testkit::{Person, Reply, TestApp};
use serde_json::{Value, json};

/// The two sides, who talk already.
pub(crate) struct Pair {
    pub app: TestApp,
    pub camille: Person,
    pub leo: Person,
    pub conversation: String,
}

impl Pair {
    pub(crate) async fn talking() -> Self {
        Self::talking_in(TestApp::start().await).await
    }

    pub(crate) async fn talking_in(app: TestApp) -> Self {
        let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
        let opening = json!({ "provider": "leo", "text": "Bonjour, libre en juin ?" });
        let conversation = camille.post("/v1/conversations", opening).await.expect(201).str("/id");
        Self { app, camille, leo, conversation }
    }

    pub(crate) async fn send(&self, wish: Value) -> Reply {
        let path = format!("/v1/conversations/{}/custom-offers", self.conversation);
        self.leo.post(&path, wish).await
    }

    /// An offer of these terms.
    pub(crate) async fn offered(&self, terms: Value) -> String {
        self.send(wish(terms)).await.expect(201).str("/id")
    }

    /// An order of these terms.
    pub(crate) async fn ordered(&self, terms: Value) -> String {
        let id = self.offered(terms).await;
        accept(&self.camille, &id, 1).await.expect(201).str("/id")
    }

    async fn news(&self) -> Vec<String> {
        let path = format!("/v1/conversations/{}/entries", self.conversation);
        let entries = self.camille.get(&path).await.expect(200).items();
        let kinds = entries.iter().map(|entry| entry["kind"].as_str().unwrap().to_owned());
        kinds.filter(|kind| kind != "message").collect()
    }
}

fn line(cents: i64) -> Value {
    json!({ "label": "Soirée", "quantity": "1", "unit_price": { "amount": cents, "currency": "EUR" }, "vat_rate": 0 })
}

pub(crate) fn fixed() -> Value {
    json!({ "kind": "fixed", "lines": [line(80_000)], "delivery_days": 14 })
}

pub(crate) fn milestones(count: usize) -> Value {
    let one = json!({ "name": "Plan", "description": "Un plan coté.", "days": 5, "price": { "amount": 10_000, "currency": "EUR" }, "vat_rate": 0 });
    json!({ "kind": "milestones", "milestones": vec![one; count], "delivery_days": 30 })
}

pub(crate) fn subscription(rhythm: &str, every: u32) -> Value {
    json!({ "kind": "subscription", "lines": [line(5_000)], "rhythm": rhythm, "every": every, "deliveries": 2, "delivery_days": 3 })
}

fn hourly(hours: u32) -> Value {
    json!({ "kind": "hourly", "rate": { "amount": 4_500, "currency": "EUR" }, "vat_rate": 0, "weekly_hours": 20, "estimated_hours": hours })
}

pub(crate) fn wish(terms: Value) -> Value {
    let mut wish = json!({ "title": "Soirée de mariage", "description": "De 20 h à 3 h, lumières comprises." });
    wish["terms"] = terms;
    wish
}

async fn accept(person: &Person, offer: &str, number: i32) -> Reply {
    person.post(&format!("/v1/custom-offers/{offer}/accept"), json!({ "number": number })).await
}

pub(crate) async fn act(person: &Person, order: &str, action: &str, body: Value) -> Reply {
    person.post(&format!("/v1/orders/{order}/{action}"), body).await
}
