//! Orders with kept funds through the API, from the offer to the provider's bank: paid by the sandbox's cards,
//! carried out by the relay. Each test ends with the books verified.

mod charging;
mod disputes;
mod lots;
mod operated;
mod paying;
mod payouts;
mod plans;
mod races;
mod stripe;

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::TimeDelta;
use estrade_db::{
    outgoings::{self, Wanted},
    page::Window,
};
use estrade_domain::outgoings::{OutgoingKind, OutgoingState, Sight};
use estrade_testkit::{Reply, TestApp, people::PASSWORD};
use serde_json::{Value, json};

use crate::custom_offers::{Pair, fixed, milestones, wish};

pub(crate) const GOOD_CARD: &str = "4242 4242 4242 4242";
pub(crate) const CLOSED_IBAN: &str = "FR76 0000 0000 0000 0000 0000 000";
pub(crate) const GOOD_IBAN: &str = "FR76 3000 6000 0112 3456 7890 189";

static KEYS: AtomicU32 = AtomicU32::new(0);

/// A client and a provider with an order whose funds are kept.
pub(crate) struct Deal {
    pub pair: Pair,
    pub order: String,
}

pub(crate) fn held(terms: Value) -> Value {
    let mut held = wish(terms);
    held["settlement"] = json!("held");
    held
}

impl Deal {
    /// An order that waits for its payment.
    pub(crate) async fn ordered(wish: Value) -> Self {
        Self::ordered_in(TestApp::start().await, wish).await
    }

    async fn ordered_in(app: TestApp, wish: Value) -> Self {
        let pair = Pair::talking_in(app).await;
        let offer = pair.send(wish).await.expect(201).str("/id");
        let path = format!("/v1/custom-offers/{offer}/accept");
        let order = pair.camille.post(&path, json!({ "number": 1 })).await.expect(201).str("/id");
        Self { pair, order }
    }

    /// An order that is paid.
    pub(crate) async fn paid() -> Self {
        let deal = Self::ordered(held(fixed())).await;
        deal.pay(GOOD_CARD).await;
        deal
    }

    /// An order whose provider works.
    pub(crate) async fn started() -> Self {
        let deal = Self::paid().await;
        deal.by_provider("start", json!({})).await.expect(200);
        deal
    }

    /// The same, on a server of its own settings.
    pub(crate) async fn started_in(app: TestApp) -> Self {
        let deal = Self::ordered_in(app, held(fixed())).await;
        deal.pay(GOOD_CARD).await;
        deal.by_provider("start", json!({})).await.expect(200);
        deal
    }

    /// Asks for the payment of what is due.
    pub(crate) async fn ask(&self) -> Reply {
        let path = format!("/v1/orders/{}/pay", self.order);
        self.pair.camille.post_once(&path, "pay", json!({})).await
    }

    /// Pays what is due with a card; what follows is delivered. Answers the payment.
    pub(crate) async fn pay(&self, card: &str) -> Reply {
        let path = format!("/v1/orders/{}/pay", self.order);
        let key = format!("pay-{}", KEYS.fetch_add(1, Ordering::Relaxed));
        let payment = self.pair.camille.post_once(&path, &key, json!({})).await.expect(200);
        let id = payment.str("/id");
        self.pair.app.deliver().await;
        self.card(&id, card).await.expect(200);
        self.pair.app.deliver().await;
        self.payment(&id).await
    }

    pub(crate) async fn card(&self, payment: &str, card: &str) -> Reply {
        let path = format!("/v1/payments/{payment}/test-card");
        self.pair.camille.post(&path, json!({ "number": card })).await
    }

    pub(crate) async fn payment(&self, id: &str) -> Reply {
        self.pair.camille.get(&format!("/v1/payments/{id}")).await.expect(200)
    }

    pub(crate) async fn by_client(&self, action: &str, body: Value) -> Reply {
        self.pair.camille.post(&format!("/v1/orders/{}/{action}", self.order), body).await
    }

    pub(crate) async fn by_provider(&self, action: &str, body: Value) -> Reply {
        self.pair.leo.post(&format!("/v1/orders/{}/{action}", self.order), body).await
    }

    pub(crate) async fn deliver(&self) -> Reply {
        self.by_provider("deliver", json!({ "message": "Voilà." })).await
    }

    pub(crate) async fn seen(&self) -> Reply {
        self.pair.camille.get(&format!("/v1/orders/{}", self.order)).await.expect(200)
    }

    pub(crate) async fn status(&self) -> String {
        self.seen().await.str("/status")
    }

    /// Held, released and refunded, in cents.
    pub(crate) async fn money(&self) -> Vec<i64> {
        let order = self.seen().await;
        ["held", "released", "refunded"]
            .iter()
            .map(|part| order.json["money"][part]["amount"].as_i64().unwrap())
            .collect()
    }

    /// What the provider is owed, in cents.
    pub(crate) async fn payable(&self) -> i64 {
        let account = self.pair.leo.get("/v1/payout-account").await.expect(200);
        account.json["payable"]["amount"].as_i64().unwrap()
    }

    pub(crate) async fn bank(&self, iban: &str) -> Reply {
        let account = json!({ "holder": "Léo Martin", "iban": iban });
        self.pair.leo.put("/v1/payout-account", account).await
    }

    /// Time passes; sessions do not outlive it.
    pub(crate) async fn advance(&self, by: TimeDelta) {
        self.pair.app.advance(by).await;
        for person in [&self.pair.camille, &self.pair.leo] {
            person.log_in(&person.email, PASSWORD).await.expect(201);
        }
    }

    pub(crate) async fn end(self) {
        self.pair.app.deliver().await;
        self.pair.app.stop().await;
    }
}

/// The bank refuses the refund that is about to leave. Answers its id.
pub(crate) async fn fail_refund(app: &TestApp) -> String {
    let wanted =
        Wanted { kind: Some(OutgoingKind::Refund), state: Some(OutgoingState::Created), to: None };
    let window = Window { after: None, limit: 1 };
    let found = app.db.read(move |conn| outgoings::list(conn, wanted, &window)).await.unwrap();
    let id = found.items[0].id;
    let refused = Sight::Failed { code: "account_closed".to_owned() };
    app.db.write(move |tx| outgoings::note(tx, id, &refused)).await.unwrap();
    id.to_string()
}

fn two_parts() -> Value {
    held(milestones(2))
}
