//! What is paid in advance is kept, and moves with the work.

use chrono::TimeDelta;
use estrade_testkit::TestApp;
use serde_json::{Value, json};

use super::{Deal, GOOD_CARD, held, two_parts};
use crate::{
    custom_offers::{Pair, fixed, wish},
    services::published,
};

/// S4-001, S4-002: an order exists for its provider once it is paid, and the notification tells that it is; its
/// funds are kept.
#[tokio::test]
async fn an_order_exists_for_its_provider_once_it_is_paid() {
    let deal = Deal::ordered(held(fixed())).await;
    assert_eq!(deal.status().await, "awaiting_payment");
    let path = format!("/v1/orders/{}", deal.order);
    deal.pair.leo.get(&path).await.expect(404);
    assert!(deal.pair.leo.get("/v1/orders").await.expect(200).items().is_empty());
    let told = deal.pair.app.mails_to(&deal.pair.leo.email).await.len();
    let payment = deal.pay(GOOD_CARD).await;
    assert_eq!(payment.str("/state"), "succeeded");
    assert_eq!((deal.status().await.as_str(), deal.money().await), ("paid", vec![80_000, 0, 0]));
    let order = deal.pair.leo.get(&path).await.expect(200);
    assert_eq!(order.json["actions"], json!(["start", "cancel"]));
    let mails = deal.pair.app.mails_to(&deal.pair.leo.email).await;
    assert_eq!(mails.len(), told + 1, "one mail: there is a new order");
    deal.end().await;
}

/// S4-003, S4-004, S4-006, S4-007: what was not started cannot be delivered; the funds are the provider's once the
/// client accepts the delivery, not before.
#[tokio::test]
async fn funds_are_released_when_the_delivery_is_accepted() {
    let deal = Deal::paid().await;
    deal.deliver().await.expect_refusal(409, "order_not_started");
    deal.by_client("start", json!({})).await.expect_refusal(403, "order_provider_decides");
    let started = deal.by_provider("start", json!({})).await.expect(200);
    assert!(started.json["milestones"][0]["started_at"].is_string(), "S4-005");
    deal.deliver().await.expect(200);
    assert_eq!((deal.money().await, deal.payable().await), (vec![80_000, 0, 0], 0));
    let done = deal.by_client("accept", json!({})).await.expect(200);
    assert_eq!(done.str("/status"), "completed");
    assert_eq!((deal.money().await, deal.payable().await), (vec![0, 80_000, 0], 80_000));
    deal.end().await;
}

/// S2-029: each milestone is paid, delivered and approved for itself; the next one is asked for then.
#[tokio::test]
async fn milestones_are_funded_one_at_a_time() {
    let deal = Deal::ordered(two_parts()).await;
    for part in 1..=2 {
        deal.pay(GOOD_CARD).await;
        assert_eq!(deal.money().await, [10_000, (part - 1) * 10_000, 0]);
        deal.by_provider("start", json!({})).await.expect(200);
        deal.deliver().await.expect(200);
        deal.by_client("accept", json!({})).await.expect(200);
    }
    assert_eq!((deal.status().await.as_str(), deal.payable().await), ("completed", 20_000));
    deal.end().await;
}

/// Seven days of silence accept a delivery, and release its funds.
#[tokio::test]
async fn silence_releases_the_funds() {
    let deal = Deal::started().await;
    deal.deliver().await.expect(200);
    deal.advance(TimeDelta::days(7)).await;
    assert_eq!((deal.status().await.as_str(), deal.payable().await), ("completed", 80_000));
    deal.end().await;
}

/// A card that is refused leaves the order to be paid with another one; 3-D Secure asks, and takes no for an answer.
#[tokio::test]
async fn cards_are_refused_and_asked() {
    let deal = Deal::ordered(held(fixed())).await;
    let refused = deal.pay("4000 0000 0000 0002").await;
    assert_eq!(
        (refused.str("/state"), refused.str("/failure")),
        ("failed".to_owned(), "card_declined".to_owned())
    );
    assert_eq!(deal.status().await, "awaiting_payment");
    for (confirmed, state) in [(false, "failed"), (true, "succeeded")] {
        let path = format!("/v1/orders/{}/pay", deal.order);
        let key = format!("again {confirmed}");
        let id = deal.pair.camille.post_once(&path, &key, json!({})).await.expect(200).str("/id");
        deal.pair.app.deliver().await;
        assert_eq!(deal.payment(&id).await.str("/state"), "open");
        assert_eq!(
            deal.card(&id, "4000 0000 0000 3220").await.expect(200).str("/outcome"),
            "asked"
        );
        let path = format!("/v1/payments/{id}/test-confirmation");
        deal.pair.camille.post(&path, json!({ "confirmed": confirmed })).await.expect(200);
        deal.pair.app.deliver().await;
        assert_eq!(deal.payment(&id).await.str("/state"), state);
    }
    assert_eq!(deal.status().await, "paid");
    deal.end().await;
}

/// No real card is taken, a strange payment does not exist, and a request that moves money says how its repetition
/// is recognized.
#[tokio::test]
async fn payments_refuse_what_they_should() {
    let deal = Deal::ordered(held(fixed())).await;
    deal.by_client("pay", json!({})).await.expect_refusal(400, "idempotency_key_required");
    let id = deal.ask().await.expect(200).str("/id");
    assert_eq!(deal.ask().await.expect(200).str("/id"), id, "the same payment");
    deal.pair.app.deliver().await;
    let wrong = deal.card(&id, "5555 5555 5555 4444").await.expect(422);
    assert_eq!(wrong.field_codes(), [("/number".to_owned(), "not_a_test_card".to_owned())]);
    deal.pair.leo.get(&format!("/v1/payments/{id}")).await.expect(404);
    deal.card(&id, GOOD_CARD).await.expect(200);
    deal.card(&id, GOOD_CARD).await.expect_refusal(409, "payment_over");
    deal.end().await;
}

/// Whoever does not pay in time ordered nothing; a payment that comes after goes back in full.
#[tokio::test]
async fn a_late_payment_goes_back() {
    let deal = Deal::ordered(held(fixed())).await;
    let id = deal.ask().await.expect(200).str("/id");
    deal.pair.app.deliver().await;
    deal.by_client("cancel", json!({})).await.expect(200);
    deal.card(&id, GOOD_CARD).await.expect(200);
    deal.pair.app.deliver().await;
    assert_eq!(deal.payment(&id).await.str("/state"), "unneeded");
    assert_eq!((deal.status().await.as_str(), deal.money().await), ("cancelled", vec![0, 0, 0]));
    let mails = deal.pair.app.mails_to(&deal.pair.camille.email).await;
    let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
    assert!(subjects.contains(&"Votre paiement vous est rendu"), "{subjects:?}");
    let unpaid = Deal::ordered(held(fixed())).await;
    unpaid.advance(TimeDelta::days(7)).await;
    assert_eq!(unpaid.status().await, "cancelled");
    unpaid.end().await;
    deal.end().await;
}

/// nobody began for three days: the client may take its payment back, not before.
#[tokio::test]
async fn what_was_never_started_is_refunded() {
    let deal = Deal::paid().await;
    deal.by_client("cancel", json!({})).await.expect_refusal(409, "order_start_awaited");
    deal.advance(TimeDelta::days(3)).await;
    deal.by_client("cancel", json!({})).await.expect(200);
    deal.pair.app.deliver().await;
    assert_eq!(
        (deal.status().await.as_str(), deal.money().await),
        ("cancelled", vec![0, 0, 80_000])
    );
    let mails = deal.pair.app.mails_to(&deal.pair.camille.email).await;
    assert!(
        mails.last().unwrap().subject.contains("remboursés"),
        "{}",
        mails.last().unwrap().subject
    );
    deal.end().await;
}

/// A bank that tells late, twice and in the wrong order changes nothing but the time.
#[tokio::test]
async fn a_late_bank_is_asked_and_heard_once() {
    let deal = Deal::ordered(held(fixed())).await;
    let id = deal.pay("4000 0000 0000 0077").await.str("/id");
    for _ in 0..3 {
        deal.advance(TimeDelta::minutes(15)).await;
    }
    assert_eq!(deal.payment(&id).await.str("/state"), "succeeded");
    assert_eq!(deal.money().await, [80_000, 0, 0]);
    deal.end().await;
}

/// The payer's bank takes the payment back: what is not over cannot go on, and what was earned is owed no more.
#[tokio::test]
async fn a_charge_back_ends_the_order() {
    let deal = Deal::ordered(held(fixed())).await;
    let id = deal.pay("4000 0000 0000 0259").await.str("/id");
    deal.by_provider("start", json!({})).await.expect(200);
    deal.advance(TimeDelta::days(2)).await;
    assert_eq!(deal.payment(&id).await.str("/state"), "charged_back");
    assert_eq!((deal.status().await.as_str(), deal.money().await), ("cancelled", vec![0, 0, 0]));
    deal.end().await;
    let earned = Deal::ordered(held(fixed())).await;
    earned.pay("4000 0000 0000 0259").await;
    earned.by_provider("start", json!({})).await.expect(200);
    earned.deliver().await.expect(200);
    earned.by_client("accept", json!({})).await.expect(200);
    earned.advance(TimeDelta::days(2)).await;
    assert_eq!((earned.status().await.as_str(), earned.payable().await), ("completed", 0));
    earned.end().await;
}

/// S2-042: what the provider asked is answered before it begins.
#[tokio::test]
async fn answers_come_before_the_start() {
    let mut asking = held(fixed());
    asking["questions"] = json!([{ "text": "Combien d’invités ?", "mandatory": true }]);
    let deal = Deal::ordered(asking).await;
    deal.pay(GOOD_CARD).await;
    assert_eq!(deal.status().await, "awaiting_requirements");
    deal.by_provider("start", json!({})).await.expect_refusal(409, "order_answers_awaited");
    deal.by_client("give-requirements", json!({ "answers": ["120"] })).await.expect(200);
    deal.by_provider("start", json!({})).await.expect(200);
    deal.end().await;
}

/// What can be kept is kept for 90 days at most: longer parts, deposits and hours are settled otherwise.
#[tokio::test]
async fn what_cannot_be_kept_is_refused() {
    let pair = Pair::talking().await;
    let codes = async |wish: Value| {
        let reply = pair.send(wish).await;
        (reply.status, reply.field_codes().into_iter().map(|(_, code)| code).collect::<Vec<_>>())
    };
    let mut terms = fixed();
    for (days, status) in [(75, 201), (76, 422)] {
        terms["delivery_days"] = json!(days);
        assert_eq!(codes(held(terms.clone())).await.0, status, "{days} days");
    }
    let mut deposit = held(fixed());
    deposit["deposit_percent"] = json!(30);
    assert_eq!(codes(deposit).await, (422, vec!["held_without_deposit".to_owned()]));
    let hourly = json!({ "kind": "hourly", "rate": { "amount": 4_500, "currency": "EUR" }, "vat_rate": 0, "weekly_hours": 20, "estimated_hours": 8 });
    pair.send(held(hourly)).await.expect_refusal(409, "held_not_hourly");
    pair.send(wish(fixed())).await.expect(201);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S4-001, S4-008, S4-009: a package is ordered off the shelf at its price, paid in advance, and the provider's
/// « message de présentation » comes with it.
#[tokio::test]
async fn a_package_is_ordered_off_the_shelf() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let sold = json!({
        "packages": [{ "name": "Essentiel", "description": "Quatre heures", "price": { "amount": 45_000, "currency": "EUR" }, "delivery_days": 20, "unlimited_revisions": true }],
        "greeting": "Merci ! Je reviens vers vous sous un jour.",
    });
    let service = published(&leo, sold).await.str("/id");
    let path = format!("/v1/services/{service}/order");
    leo.post_once(&path, "a", json!({ "package": 1 })).await.expect(403);
    let wrong = camille.post_once(&path, "b", json!({ "package": 9 })).await.expect(422);
    assert_eq!(wrong.field_codes(), [("/package".to_owned(), "unknown_choice".to_owned())]);
    let order = camille.post_once(&path, "c", json!({ "package": 1 })).await.expect(201);
    let gross = order.json["gross"]["amount"].as_i64().unwrap();
    assert_eq!((gross, order.str("/status")), (45_000, "awaiting_payment".to_owned()));
    let path = format!("/v1/conversations/{}/entries", order.str("/conversation"));
    let said = camille.get(&path).await.expect(200).items();
    assert!(said.iter().any(|it| it["text"].as_str().unwrap().starts_with("Bonjour, je commande")));
    assert!(said.iter().any(|it| it["text"] == "Merci ! Je reviens vers vous sous un jour."));
    app.deliver().await;
    app.stop().await;
}
