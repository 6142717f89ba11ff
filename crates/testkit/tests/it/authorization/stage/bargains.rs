//! Custom offers, the orders that they make, and what is delivered.

use estrade_domain::world::legal_day;
use serde_json::{Value, json};

use super::Stage;
use crate::files::{going::tidy, picture};

impl Stage {
    pub(super) async fn custom_offer(&self, terms: Value, questions: usize) -> String {
        let path = format!("/v1/conversations/{}/custom-offers", self.conversation().await);
        let questions = vec![json!({ "text": "Où ?" }); questions];
        let wish = json!({ "title": "Soirée", "description": "De 20 h à 3 h.", "terms": terms, "questions": questions });
        self.provider.post(&path, wish).await.expect(201).str("/id")
    }

    pub(super) async fn order(&self, terms: Value, questions: usize) -> String {
        let offer = self.custom_offer(terms, questions).await;
        self.made(&format!("/v1/custom-offers/{offer}/accept"), json!({ "number": 1 })).await
    }

    pub(super) async fn logged_hours(&self, nothing: impl Fn(&str) -> String) -> (String, String) {
        let order = self.order(hourly(), 0).await;
        let path = format!("/v1/orders/{order}/hours");
        let today = legal_day(self.app.now()).to_string();
        let entry = json!({ "day": today, "minutes": 60, "what": "Montage" });
        let logged = self.provider.post(&path, entry).await.expect(201).str("/id");
        let missing = format!("{}/hours/{}", nothing("ord"), nothing("hrs"));
        (format!("{order}/hours/{logged}"), missing)
    }

    pub(super) async fn delivered(&self) -> String {
        let order = self.order(fixed(), 0).await;
        let path = format!("/v1/orders/{order}/deliver");
        self.provider.post(&path, json!({ "message": "Voilà." })).await.expect(200);
        order
    }

    pub(super) async fn completed(&self) -> String {
        let order = self.delivered().await;
        self.client.post(&format!("/v1/orders/{order}/accept"), json!({})).await.expect(200);
        order
    }

    pub(super) async fn delivered_file(&self) -> (String, String) {
        let order = self.order(fixed(), 0).await;
        let file = self.provider.send_original("photo.png", &picture(8, 8)).await;
        let file = file.expect(201).str("/id");
        let wish = json!({ "message": "Voilà.", "files": [file] });
        self.provider.post(&format!("/v1/orders/{order}/deliver"), wish).await.expect(200);
        tidy(&self.app).await;
        (order, file)
    }
}

pub(super) fn fixed() -> Value {
    let line = json!({ "label": "Soirée", "quantity": "1", "unit_price": { "amount": 70_000, "currency": "EUR" }, "vat_rate": 0 });
    json!({ "kind": "fixed", "lines": [line], "delivery_days": 14 })
}

pub(super) fn subscription() -> Value {
    let line = json!({ "label": "Ménage", "quantity": "1", "unit_price": { "amount": 9_000, "currency": "EUR" }, "vat_rate": 0 });
    json!({ "kind": "subscription", "lines": [line], "rhythm": "weekly", "every": 1, "deliveries": 3, "delivery_days": 3 })
}

pub(super) fn hourly() -> Value {
    json!({ "kind": "hourly", "rate": { "amount": 4_500, "currency": "EUR" }, "vat_rate": 0, "estimated_hours": 8 })
}
