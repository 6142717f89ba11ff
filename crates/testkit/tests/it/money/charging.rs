//! Subscriptions whose card is charged by itself, period by period, where its holder allowed it.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Deal, GOOD_CARD, held};
use crate::custom_offers::subscription;

const ASKING_CARD: &str = "4000 0000 0000 3220";

impl Deal {
    /// A weekly subscription of two periods, whose first one is paid with a card.
    async fn subscribed(card: &str, charge_next: bool) -> Self {
        let deal = Self::ordered(held(subscription("weekly", 1))).await;
        assert_eq!(deal.seen().await.json["periods_to_charge"], 1);
        let path = format!("/v1/orders/{}/pay", deal.order);
        let wish = json!({ "charge_next": charge_next });
        let payment = deal.pair.camille.post_once(&path, "pay", wish).await.expect(200).str("/id");
        deal.pair.app.deliver().await;
        deal.card(&payment, card).await.expect(200);
        if card == ASKING_CARD {
            let path = format!("/v1/payments/{payment}/test-confirmation");
            deal.pair.camille.post(&path, json!({ "confirmed": true })).await.expect(200);
        }
        deal.pair.app.deliver().await;
        deal
    }

    /// The first period is done, and the second one's day has come.
    async fn reaches_the_second_period(&self) {
        self.by_provider("start", json!({})).await.expect(200);
        self.deliver().await.expect(200);
        self.by_client("accept", json!({})).await.expect(200);
        self.advance(TimeDelta::days(7)).await;
        self.pair.app.deliver().await;
    }

    async fn states(&self) -> Vec<Value> {
        let seen = self.seen().await;
        seen.json["milestones"].as_array().unwrap().iter().map(|it| it["state"].clone()).collect()
    }
}

/// Issue 4, point 3: each period is charged and announced on its day, and its money is kept as if its client had paid
/// it; nothing is kept of the card afterwards.
#[tokio::test]
async fn the_next_period_is_charged_on_its_day() {
    let deal = Deal::subscribed(GOOD_CARD, true).await;
    let (camille, leo) = (&deal.pair.camille, &deal.pair.leo);
    let seen = deal.seen().await;
    assert_eq!(
        (&seen.json["card_ending"], &seen.json["periods_to_charge"]),
        (&json!("4242"), &json!(0))
    );
    let path = format!("/v1/orders/{}", deal.order);
    assert_eq!(leo.get(&path).await.expect(200).json["card_ending"], Value::Null);
    deal.reaches_the_second_period().await;
    assert_eq!(deal.states().await, ["accepted", "funded"]);
    assert_eq!(deal.money().await, [5_000, 5_000, 0]);
    let subjects: Vec<String> =
        deal.pair.app.mails_to(&camille.email).await.into_iter().map(|it| it.subject).collect();
    assert!(subjects.iter().any(|it| it.contains("une nouvelle période commence")), "{subjects:?}");
    let asked = subjects.iter().filter(|it| it.contains("un paiement vous attend")).count();
    assert_eq!(asked, 1, "of the first period alone: {subjects:?}");
    let payments = camille.get("/v1/payments").await.expect(200).items();
    assert_eq!((payments.len(), &payments[0]["state"]), (2, &json!("succeeded")));
    // What was charged goes back as what was paid does.
    deal.by_provider("cancel", json!({})).await.expect(200);
    deal.pair.app.deliver().await;
    assert_eq!(deal.money().await, [0, 5_000, 5_000]);
    assert_eq!(deal.seen().await.json["card_ending"], Value::Null);
    deal.end().await;
}

/// A bank that wants its holder refuses: the client hears of it and pays by hand, as it does where it allowed nothing or
/// changed its mind.
#[tokio::test]
async fn what_cannot_be_charged_is_paid_by_hand() {
    let deal = Deal::subscribed(ASKING_CARD, true).await;
    deal.reaches_the_second_period().await;
    assert_eq!(deal.states().await, ["accepted", "awaiting_payment"]);
    let payments = deal.pair.camille.get("/v1/payments").await.expect(200).items();
    assert_eq!(payments[0]["failure"], "authentication_required");
    deal.pay(GOOD_CARD).await;
    assert_eq!(deal.states().await, ["accepted", "funded"]);
    deal.end().await;

    for (charge_next, forgets) in [(false, false), (true, true)] {
        let deal = Deal::subscribed(GOOD_CARD, charge_next).await;
        let path = format!("/v1/orders/{}/card", deal.order);
        deal.pair.leo.delete(&path).await.expect_refusal(403, "order_client_decides");
        if forgets {
            for _ in 0..2 {
                deal.pair.camille.delete(&path).await.expect(204);
            }
        }
        assert_eq!(deal.seen().await.json["card_ending"], Value::Null);
        deal.reaches_the_second_period().await;
        assert_eq!(deal.states().await, ["accepted", "awaiting_payment"]);
        assert_eq!(deal.pair.camille.get("/v1/payments").await.expect(200).items().len(), 1);
        deal.end().await;
    }
}

/// A card that pays one thing alone is not kept, whatever is wished.
#[tokio::test]
async fn a_single_payment_keeps_no_card() {
    let deal = Deal::ordered(held(crate::custom_offers::fixed())).await;
    let path = format!("/v1/orders/{}/pay", deal.order);
    let wish = json!({ "charge_next": true });
    let payment = deal.pair.camille.post_once(&path, "pay", wish).await.expect(200).str("/id");
    deal.pair.app.deliver().await;
    deal.card(&payment, GOOD_CARD).await.expect(200);
    deal.pair.app.deliver().await;
    assert_eq!(deal.seen().await.json["card_ending"], Value::Null);
    deal.end().await;
}
