//! Two decisions about the same money at the same moment: 64 requests, and one legal outcome. That nothing is paid out
//! twice is verified at the end of each test, with the books.

use estrade_testkit::Reply;
use futures_util::future::join_all;
use serde_json::json;

use super::{CLOSED_IBAN, Deal, GOOD_CARD, held};
use crate::custom_offers::fixed;

const REQUESTS: usize = 64;

fn won(replies: &[Reply]) -> usize {
    replies.iter().filter(|reply| reply.status < 300).count()
}

/// Accept × accept: released once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepting_races_accepting() {
    let deal = Deal::started().await;
    deal.deliver().await.expect(200);
    let replies = join_all((0..REQUESTS).map(|_| deal.by_client("accept", json!({})))).await;
    assert_eq!(won(&replies), 1);
    assert_eq!((deal.money().await, deal.payable().await), (vec![0, 80_000, 0], 80_000));
    deal.end().await;
}

/// Release × dispute: the funds are the provider's, or stand still.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepting_races_a_dispute() {
    let deal = Deal::started().await;
    deal.deliver().await.expect(200);
    let each = async |place: usize| match place % 2 {
        0 => deal.by_client("accept", json!({})).await,
        _ => deal.by_provider("dispute", json!({ "reason": "Non." })).await,
    };
    assert_eq!(won(&join_all((0..REQUESTS).map(each)).await), 1);
    let outcome = (deal.status().await, deal.money().await);
    let legal =
        [("completed".to_owned(), vec![0, 80_000, 0]), ("disputed".to_owned(), vec![80_000, 0, 0])];
    assert!(legal.contains(&outcome), "{outcome:?}");
    deal.end().await;
}

/// Cancel × start: given back, or begun.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn cancelling_races_starting() {
    let deal = Deal::paid().await;
    deal.advance(chrono::TimeDelta::days(3)).await;
    let each = async |place: usize| match place % 2 {
        0 => deal.by_client("cancel", json!({})).await,
        _ => deal.by_provider("start", json!({})).await,
    };
    assert_eq!(won(&join_all((0..REQUESTS).map(each)).await), 1);
    deal.pair.app.deliver().await;
    let outcome = (deal.status().await, deal.money().await);
    let legal =
        [("cancelled".to_owned(), vec![0, 0, 80_000]), ("in_work".to_owned(), vec![80_000, 0, 0])];
    assert!(legal.contains(&outcome), "{outcome:?}");
    deal.end().await;
}

/// Refund × refund: both sides call it off, and the money goes back once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn cancelling_races_cancelling() {
    let deal = Deal::paid().await;
    deal.advance(chrono::TimeDelta::days(3)).await;
    let each = async |place: usize| match place % 2 {
        0 => deal.by_client("cancel", json!({})).await,
        _ => deal.by_provider("cancel", json!({})).await,
    };
    assert_eq!(won(&join_all((0..REQUESTS).map(each)).await), 1);
    deal.pair.app.deliver().await;
    assert_eq!(deal.money().await, [0, 0, 80_000]);
    deal.end().await;
}

/// Payout × payout: paid out once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn paying_out_races_paying_out() {
    let deal = Deal::started().await;
    deal.deliver().await.expect(200);
    deal.by_client("accept", json!({})).await.expect(200);
    // What did not arrive is owed again, and waits for a wish.
    deal.bank(CLOSED_IBAN).await.expect(200);
    deal.pair.app.deliver().await;
    deal.advance(chrono::TimeDelta::minutes(2)).await;
    assert_eq!(deal.payable().await, 80_000);
    let pay_out = async |place: usize| {
        deal.pair.leo.post_once("/v1/payouts", &format!("out {place}"), json!({})).await
    };
    assert_eq!(won(&join_all((0..REQUESTS).map(pay_out)).await), 1);
    assert_eq!(deal.payable().await, 0);
    deal.end().await;
}

/// Webhook × poll: several relays hear and ask at once; the payment is booked once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn hearing_races_asking() {
    let deal = Deal::ordered(held(fixed())).await;
    let id = deal.ask().await.expect(200).str("/id");
    deal.pair.app.deliver().await;
    deal.card(&id, GOOD_CARD).await.expect(200);
    join_all((0..8).map(|_| deal.pair.app.deliver())).await;
    assert_eq!((deal.status().await.as_str(), deal.money().await), ("paid", vec![80_000, 0, 0]));
    deal.end().await;
}

/// The same request a hundred times at once, with one key: one effect, equal answers; another body is refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_repeated_request_has_one_effect() {
    let deal = Deal::ordered(held(fixed())).await;
    let replies = join_all((0..100).map(|_| deal.ask())).await;
    let first = &replies[0];
    let told: Vec<&Reply> = replies.iter().filter(|reply| reply.status != 409).collect();
    assert!(
        told.iter()
            .all(|reply| reply.status == 200 && reply.json == first.json || reply.status == 409)
    );
    let again = deal.ask().await.expect(200);
    assert!(told.iter().all(|reply| reply.json == again.json));
    assert_eq!(deal.pair.camille.get("/v1/payments").await.expect(200).items().len(), 1);
    deal.pair.app.deliver().await;
    deal.end().await;
}
