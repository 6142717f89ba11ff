//! Orders with kept funds, payments and disputes on the stage.

use serde_json::{Value, json};

use super::{Stage, bargains::fixed};
use crate::authorization::objects::Object;

impl Stage {
    /// An order with kept funds, to be paid or paid.
    pub(super) async fn held(&self, object: Object) -> String {
        let mut wish =
            json!({ "title": "Soirée", "description": "De 20 h à 3 h.", "terms": fixed() });
        wish["settlement"] = json!("held");
        let conversation = self.conversation().await;
        let path = format!("/v1/conversations/{conversation}/custom-offers");
        let offer = self.provider.post(&path, wish).await.expect(201).str("/id");
        let accepted = format!("/v1/custom-offers/{offer}/accept");
        let order = self.made(&accepted, json!({ "number": 1 })).await;
        if object == Object::OrderPaid {
            let payment = self.asked(&order).await;
            self.card(&payment, "4242424242424242").await;
        }
        order
    }

    /// A refund that did not arrive.
    pub(super) async fn refund_failed(&self) -> String {
        let order = self.held(Object::OrderPaid).await;
        self.provider.post(&format!("/v1/orders/{order}/cancel"), json!({})).await.expect(200);
        crate::money::fail_refund(&self.app).await
    }

    /// A payment, open or whose bank asks.
    pub(super) async fn payment(&self, object: Object) -> String {
        let order = self.held(Object::OrderToPay).await;
        let payment = self.asked(&order).await;
        if object == Object::PaymentAsked {
            self.card(&payment, "4000000000003220").await;
        }
        payment
    }

    async fn asked(&self, order: &str) -> String {
        let path = format!("/v1/orders/{order}/pay");
        let payment = self.client.post_once(&path, order, json!({})).await.expect(200).str("/id");
        self.app.deliver().await;
        payment
    }

    async fn card(&self, payment: &str, number: &str) {
        let path = format!("/v1/payments/{payment}/test-card");
        self.client.post(&path, json!({ "number": number })).await.expect(200);
        self.app.deliver().await;
    }

    /// A dispute that the client opened.
    pub(super) async fn dispute(&self, object: Object) -> String {
        let order = self.order(fixed(), 0).await;
        let path = format!("/v1/orders/{order}/dispute");
        let dispute = self.made(&path, json!({ "reason": "Rien n’est venu." })).await;
        let act = async |action: &str, body: Value| {
            let path = format!("/v1/disputes/{dispute}/{action}");
            self.provider.post(&path, body).await.expect(200);
        };
        match object {
            Object::DisputeProposed => act("propose", json!({ "kind": "go_on" })).await,
            Object::DisputeEscalated => act("escalate", json!({})).await,
            _ => {}
        }
        dispute
    }
}
