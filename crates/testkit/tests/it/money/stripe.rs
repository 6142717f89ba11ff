//! The same orders through Stripe: a local fake of the calls that Estrade makes.

mod fake;

use std::fmt::Write;

use chrono::TimeDelta;
use estrade_domain::payments::Psp;
use estrade_testkit::{Reply, TestApp};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use self::fake::FakeStripe;
use super::{Deal, held};
use crate::custom_offers::{Pair, fixed, subscription};

const SECRET: &str = "whsec_test";

/// A deal whose money moves through the fake.
struct Stage {
    stripe: FakeStripe,
    deal: Deal,
}

impl Stage {
    async fn set() -> Self {
        Self::with(fixed()).await
    }

    async fn with(terms: Value) -> Self {
        let stripe = FakeStripe::start();
        let app = TestApp::start_with(|settings| {
            settings.payments = Some(Psp::Stripe);
            settings.stripe_webhook_secret = Some(SECRET.to_owned());
        });
        let pair = Pair::talking_in(app.with_stripe(&stripe.url)).await;
        let offer = pair.send(held(terms)).await.expect(201).str("/id");
        let path = format!("/v1/custom-offers/{offer}/accept");
        let order = pair.camille.post(&path, json!({ "number": 1 })).await.expect(201).str("/id");
        Self { stripe, deal: Deal { pair, order } }
    }

    async fn paid() -> Self {
        let stage = Self::set().await;
        stage.deal.ask().await.expect(200);
        stage.deal.pair.app.deliver().await;
        let session = stage.stripe.only("cs_");
        stage.stripe.pay(&session);
        stage.tell("evt_paid", json!({ "id": session })).await.expect(204);
        stage.deal.pair.app.deliver().await;
        stage
    }

    /// An event that Stripe signed.
    async fn tell(&self, event: &str, object: Value) -> Reply {
        let body = json!({ "id": event, "data": { "object": object } }).to_string();
        let at = self.now();
        let signature = hmac(SECRET.as_bytes(), format!("{at}.{body}").as_bytes());
        self.post(&body, &format!("t={at},v1={signature}")).await
    }

    async fn post(&self, body: &str, signature: &str) -> Reply {
        let visitor = self.deal.pair.app.visitor();
        let request = visitor.request(&Method::POST, "/v1/webhooks/stripe");
        visitor.send(request.header("stripe-signature", signature).body(body.to_owned())).await
    }

    fn now(&self) -> i64 {
        use estrade_domain::world::World;
        self.deal.pair.app.world.now().timestamp()
    }

    async fn end(self) {
        self.deal.end().await;
        self.stripe.stop().await;
    }
}

/// HMAC-SHA256 as RFC 2104 has it, in hexadecimal: not by the library that is tested.
fn hmac(key: &[u8], text: &[u8]) -> String {
    let padded = |with: u8| -> Vec<u8> {
        let mut block = key.to_vec();
        block.resize(64, 0);
        block.iter().map(|byte| byte ^ with).collect()
    };
    let inner = Sha256::digest([padded(0x36), text.to_vec()].concat());
    let outer = Sha256::digest([padded(0x5c), inner.to_vec()].concat());
    outer.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// A payment has its page at Stripe, and counts once Stripe says so: an event that nobody signed, or one that claims
/// what is not so, changes nothing.
#[tokio::test]
async fn a_payment_counts_once_stripe_says_so() {
    let stage = Stage::set().await;
    let id = stage.deal.ask().await.expect(200).str("/id");
    stage.deal.pair.app.deliver().await;
    let session = stage.stripe.only("cs_");
    let open = stage.deal.payment(&id).await;
    assert_eq!(open.str("/url"), format!("https://pay.invalid/{session}"));
    stage.deal.card(&id, super::GOOD_CARD).await.expect_refusal(409, "payment_not_sandbox");
    stage.post("{}", "t=1,v1=00").await.expect(401);
    stage.tell("evt_lie", json!({ "id": session })).await.expect(204);
    stage.deal.pair.app.deliver().await;
    assert_eq!(stage.deal.status().await, "awaiting_payment");
    stage.stripe.pay(&session);
    for _ in 0..3 {
        stage.tell("evt_paid", json!({ "id": session })).await.expect(204);
    }
    stage.deal.pair.app.deliver().await;
    assert_eq!(
        (stage.deal.status().await.as_str(), stage.deal.money().await),
        ("paid", vec![80_000, 0, 0])
    );
    assert_eq!(stage.stripe.made("session"), 1);
    stage.end().await;
}

/// Without any event the payment is asked for, and found.
#[tokio::test]
async fn a_lost_event_costs_time_alone() {
    let stage = Stage::set().await;
    stage.deal.ask().await.expect(200);
    stage.deal.pair.app.deliver().await;
    stage.stripe.pay(&stage.stripe.only("cs_"));
    stage.deal.advance(TimeDelta::minutes(5)).await;
    assert_eq!(stage.deal.status().await, "paid");
    stage.end().await;
}

/// Issue 4, point 3: the card of a subscription's first payment is charged for the next period, once; a bank that wants
/// its holder leaves it to the client. What was charged is refunded as any payment. Once nothing more is charged, Stripe
/// forgets the card.
#[tokio::test]
async fn the_next_period_is_charged_through_stripe() {
    for refuses in [false, true] {
        let stage = Stage::with(subscription("weekly", 1)).await;
        let (stripe, deal) = (&stage.stripe, &stage.deal);
        let path = format!("/v1/orders/{}/pay", deal.order);
        let wish = json!({ "charge_next": true });
        deal.pair.camille.post_once(&path, "pay", wish).await.expect(200);
        deal.pair.app.deliver().await;
        let session = stripe.only("cs_");
        stripe.pay(&session);
        stage.tell("evt_paid", json!({ "id": session })).await.expect(204);
        deal.pair.app.deliver().await;
        assert_eq!(deal.seen().await.json["card_ending"], "4242");
        if refuses {
            stripe.refuse();
        }
        deal.by_provider("start", json!({})).await.expect(200);
        deal.deliver().await.expect(200);
        deal.by_client("accept", json!({})).await.expect(200);
        deal.advance(TimeDelta::days(7)).await;
        deal.advance(TimeDelta::minutes(5)).await;
        let period = deal.seen().await.str("/milestones/1/state");
        if refuses {
            assert_eq!((period.as_str(), stripe.made("intent")), ("awaiting_payment", 0));
        } else {
            assert_eq!((period.as_str(), stripe.made("intent")), ("funded", 1));
            deal.by_provider("cancel", json!({})).await.expect(200);
            deal.pair.app.deliver().await;
            let (refund, intent) = (stripe.only("re_"), stripe.only("pi_"));
            stripe.change(&refund, |it| assert_eq!(it["payment_intent"], intent));
        }
        let card = format!("/v1/orders/{}/card", deal.order);
        for _ in 0..2 {
            deal.pair.camille.delete(&card).await.expect(204);
            deal.pair.app.deliver().await;
        }
        assert_eq!(stripe.made("detached"), 1);
        stage.end().await;
    }
}

/// A refund is made once, and has arrived when Stripe says so.
#[tokio::test]
async fn a_refund_leaves_through_stripe_once() {
    let stage = Stage::paid().await;
    stage.deal.by_provider("cancel", json!({})).await.expect(200);
    stage.deal.pair.app.deliver().await;
    let refund = stage.stripe.only("re_");
    assert_eq!(stage.deal.money().await, [0, 0, 80_000]);
    stage.stripe.change(&refund, |it| it["status"] = json!("succeeded"));
    stage.tell("evt_refund", json!({ "id": refund })).await.expect(204);
    stage.deal.pair.app.deliver().await;
    let mails = stage.deal.pair.app.mails_to(&stage.deal.pair.camille.email).await;
    assert!(mails.last().unwrap().subject.contains("remboursés"));
    assert_eq!(stage.stripe.made("refund"), 1);
    stage.end().await;
}

/// A provider opens its account on Stripe's page; what it earned is transferred to it.
#[tokio::test]
async fn a_provider_is_paid_to_its_connected_account() {
    let stage = Stage::paid().await;
    let (deal, leo) = (&stage.deal, &stage.deal.pair.leo);
    deal.bank(super::GOOD_IBAN).await.expect_refusal(409, "payment_not_sandbox");
    leo.post("/v1/payout-account/onboard", json!({})).await.expect(200);
    deal.pair.app.deliver().await;
    let account = stage.stripe.only("acct_");
    let seen = leo.get("/v1/payout-account").await.expect(200);
    assert_eq!(seen.str("/state"), "onboarding");
    assert!(seen.str("/url").starts_with("https://connect.invalid/"));
    stage.stripe.change(&account, |it| {
        it["payouts_enabled"] = json!(true);
        it["details_submitted"] = json!(true);
        it["external_accounts"]["data"] =
            json!([{ "account_holder_name": "Léo", "last4": "0189" }]);
    });
    stage.tell("evt_account", json!({ "id": account })).await.expect(204);
    deal.pair.app.deliver().await;
    assert_eq!(leo.get("/v1/payout-account").await.expect(200).str("/ending"), "0189");
    deal.by_provider("start", json!({})).await.expect(200);
    deal.deliver().await.expect(200);
    deal.by_client("accept", json!({})).await.expect(200);
    deal.pair.app.deliver().await;
    assert_eq!((deal.payable().await, stage.stripe.made("transfer")), (0, 1));
    let payouts = leo.get("/v1/payouts").await.expect(200).items();
    assert_eq!(payouts[0]["state"], "settled");
    stage.end().await;
}

/// A dispute at the bank takes the payment back.
#[tokio::test]
async fn a_bank_takes_a_payment_back() {
    let stage = Stage::paid().await;
    let session = stage.stripe.only("cs_");
    stage
        .stripe
        .change(&session, |it| it["payment_intent"]["latest_charge"]["disputed"] = json!(true));
    let about = json!({ "id": "dp_1", "payment_intent": format!("pi_{session}") });
    stage.tell("evt_dispute", about).await.expect(204);
    stage.deal.pair.app.deliver().await;
    assert_eq!(
        (stage.deal.status().await.as_str(), stage.deal.money().await),
        ("cancelled", vec![0, 0, 0])
    );
    stage.end().await;
}

/// Every order of the six events, each twice: Stripe is asked, so there is one final state.
#[tokio::test]
async fn events_in_any_order_lead_to_one_state() {
    let stage = Stage::paid().await;
    let session = stage.stripe.only("cs_");
    stage.deal.by_provider("cancel", json!({})).await.expect(200);
    stage.deal.pair.app.deliver().await;
    let refund = stage.stripe.only("re_");
    stage.stripe.change(&refund, |it| it["status"] = json!("succeeded"));
    let intent = format!("pi_{session}");
    let events = [
        ("payment.pending", vec![session.clone()]),
        ("payment.succeeded", vec![session]),
        ("refund.created", vec![refund.clone()]),
        ("refund.succeeded", vec![refund]),
        ("dispute.opened", vec!["dp_1".to_owned(), intent.clone()]),
        ("dispute.closed", vec!["dp_1".to_owned(), intent]),
    ];
    let mut states = std::collections::BTreeSet::new();
    for (walk, order) in orders_of(6).into_iter().enumerate() {
        let told: Vec<(String, Vec<String>)> = order
            .iter()
            .flat_map(|&place| [place, place])
            .map(|place| (format!("evt_{walk}_{}", events[place].0), events[place].1.clone()))
            .collect();
        // As the door does with what Stripe signed; that is proven above.
        let hear = move |tx: &mut estrade_db::Tx<'_>| {
            told.iter().try_for_each(|(event, about)| {
                estrade_db::payments::hint(tx, Psp::Stripe, event, about)
            })
        };
        stage.deal.pair.app.db.write(hear).await.unwrap();
        stage.deal.pair.app.deliver().await;
        states.insert((stage.deal.status().await, stage.deal.money().await));
    }
    assert_eq!(
        states.into_iter().collect::<Vec<_>>(),
        [("cancelled".to_owned(), vec![0, 0, 80_000])]
    );
    assert_eq!(stage.stripe.made("refund"), 1);
    stage.end().await;
}

fn orders_of(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders_of(count - 1);
    let with = |walk: &Vec<usize>| {
        (0..count)
            .map(|place| {
                let mut walk = walk.clone();
                walk.insert(place, count - 1);
                walk
            })
            .collect::<Vec<_>>()
    };
    shorter.iter().flat_map(with).collect()
}
