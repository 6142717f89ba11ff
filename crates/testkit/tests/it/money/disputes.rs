//! Disputes about orders, amicable and ruled, with their money.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp};
use serde_json::{Value, json};

use super::Deal;

static KEYS: AtomicU32 = AtomicU32::new(0);

impl Deal {
    async fn disputed() -> (Self, String) {
        let deal = Self::started().await;
        let reason = json!({ "reason": "La sonorisation n’est pas venue." });
        let dispute = deal.by_client("dispute", reason).await.expect(201).str("/id");
        (deal, dispute)
    }
}

async fn act(who: &Person, dispute: &str, action: &str, body: Value) -> Reply {
    let key = KEYS.fetch_add(1, Ordering::Relaxed).to_string();
    who.post_once(&format!("/v1/disputes/{dispute}/{action}"), &key, body).await
}

/// S1-100, S1-101, S1-103, S1-104: only work in progress is disputed, by either side, with a reason that the other one
/// gets, and finds in their thread; nothing moves meanwhile.
#[tokio::test]
async fn a_dispute_freezes_the_milestone() {
    let deal = Deal::paid().await;
    let reason = json!({ "reason": "Rien." });
    deal.by_client("dispute", reason.clone()).await.expect_refusal(409, "order_not_in_work");
    deal.by_provider("start", json!({})).await.expect(200);
    deal.by_client("dispute", json!({ "reason": " " })).await.expect(422);
    let id = deal.by_provider("dispute", reason.clone()).await.expect(201).str("/id");
    let mails = deal.pair.app.mails_to(&deal.pair.camille.email).await;
    let mail = mails.last().unwrap();
    assert!(mail.subject.contains("ouvre un litige") && mail.text_body.contains("Rien."));
    assert_eq!(
        (deal.status().await.as_str(), deal.money().await),
        ("disputed", vec![80_000, 0, 0])
    );
    for refused in [
        deal.by_client("dispute", reason).await,
        deal.by_client("accept", json!({})).await,
        deal.by_client("cancel", json!({})).await,
        deal.deliver().await,
    ] {
        refused.expect_refusal(409, "order_in_dispute");
    }
    act(&deal.pair.camille, &id, "say", json!({ "text": "Parlons-en." })).await.expect(200);
    let seen = deal.pair.leo.get(&format!("/v1/disputes/{id}")).await.expect(200);
    assert_eq!(seen.json["messages"][0]["text"], "Parlons-en.");
    assert_eq!(seen.json["messages"][0]["from"], "client");
    let thread = format!("/v1/conversations/{}/entries", deal.pair.conversation);
    let news = deal.pair.camille.get(&thread).await.expect(200).items();
    let told = news.iter().find(|entry| entry["kind"] == "dispute.opened").unwrap();
    assert_eq!((&told["from"], &told["text"]), (&json!("them"), &json!("Rien.")));
    assert_eq!(
        (&told["custom_offer"]["order"], &told["custom_offer"]["milestone"]),
        (&json!(deal.order), &json!(1))
    );
    deal.end().await;
}

/// S1-105, A-16: its opener alone closes it; the work goes on with the time that was left.
#[tokio::test]
async fn the_opener_closes_it_and_work_goes_on() {
    let (deal, id) = Deal::disputed().await;
    let due = |order: &Reply| order.str("/milestones/0/due_at");
    act(&deal.pair.leo, &id, "close", json!({})).await.expect_refusal(403, "dispute_opener_closes");
    deal.advance(TimeDelta::days(2)).await;
    act(&deal.pair.camille, &id, "close", json!({})).await.expect(200);
    assert_eq!(deal.status().await, "in_work");
    let later = due(&deal.seen().await);
    let started = deal.seen().await.str("/milestones/0/started_at");
    let days = |at: &str| at.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(
        days(&later) - days(&started),
        TimeDelta::days(16),
        "14 days, and the two of the dispute"
    );
    deal.end().await;
}

/// The two agree on a split: what is released and what is given back is all that was kept.
#[tokio::test]
async fn the_two_agree_on_a_split() {
    let (deal, id) = Deal::disputed().await;
    let (camille, leo) = (&deal.pair.camille, &deal.pair.leo);
    let split = |cents: i64| json!({ "kind": "split", "released": cents });
    act(leo, &id, "propose", split(80_001)).await.expect(422);
    act(leo, &id, "propose", split(50_000)).await.expect(200);
    act(leo, &id, "agree", json!({})).await.expect_refusal(409, "dispute_nothing_proposed");
    act(camille, &id, "propose", split(30_000)).await.expect(200);
    let agreed = act(leo, &id, "agree", json!({})).await.expect(200);
    assert_eq!(agreed.str("/state"), "agreed");
    deal.pair.app.deliver().await;
    assert_eq!((deal.money().await, deal.payable().await), (vec![0, 30_000, 50_000], 30_000));
    assert_eq!(deal.seen().await.str("/milestones/0/state"), "settled");
    deal.end().await;
}

/// S1-106, S1-107, A-17: called by a side, the operator reads what the two wrote, which both see, and rules; before, the
/// dispute does not exist for it.
#[tokio::test]
async fn the_operator_is_called_and_rules() {
    let (deal, id) = Deal::disputed().await;
    let operator = deal.pair.app.operator("olga").await;
    operator.get(&format!("/v1/disputes/{id}")).await.expect(404);
    act(&deal.pair.leo, &id, "escalate", json!({})).await.expect(200);
    let exchanges = operator.get(&format!("/v1/disputes/{id}/exchanges")).await.expect(200).items();
    assert!(exchanges.iter().any(|it| it["text"] == "Bonjour, libre en juin ?"));
    deal.pair.leo.get(&format!("/v1/disputes/{id}/exchanges")).await.expect(404);
    let ruling = |released: Option<i64>| {
        let kind = if released.is_some() { "split" } else { "go_on" };
        json!({ "way_out": { "kind": kind, "released": released }, "ruling": "À moitié fait." })
    };
    act(&deal.pair.leo, &id, "rule", ruling(None))
        .await
        .expect_refusal(403, "dispute_operator_rules");
    act(&operator, &id, "rule", ruling(Some(40_000))).await.expect(200);
    deal.pair.app.deliver().await;
    assert_eq!((deal.money().await, deal.payable().await), (vec![0, 40_000, 40_000], 40_000));
    let seen = deal.pair.camille.get(&format!("/v1/disputes/{id}")).await.expect(200);
    assert_eq!(
        (seen.str("/state"), seen.str("/ruling")),
        ("ruled".to_owned(), "À moitié fait.".to_owned())
    );
    act(&operator, &id, "rule", ruling(None)).await.expect_refusal(409, "dispute_over");
    deal.end().await;
}

/// Issue 4, point 8: a ruling that sends much back waits for a second person of the operator's; the two sides hear of it
/// once it holds.
#[tokio::test]
async fn a_large_refund_takes_two_people() {
    let app = TestApp::start_with(|settings| settings.limits.refund_alone_cents = 50_000);
    let deal = Deal::started_in(app).await;
    let reason = json!({ "reason": "Personne n’est venu." });
    let id = deal.by_client("dispute", reason).await.expect(201).str("/id");
    act(&deal.pair.leo, &id, "escalate", json!({})).await.expect(200);
    let (olga, omar) = (deal.pair.app.operator("olga").await, deal.pair.app.operator("omar").await);
    let ruling = json!({ "way_out": { "kind": "split", "released": 20_000 }, "ruling": "Absent." });
    act(&omar, &id, "confirm", json!({})).await.expect_refusal(409, "dispute_nothing_to_confirm");
    let waits = act(&olga, &id, "rule", ruling).await.expect(200);
    assert_eq!(
        (waits.str("/state").as_str(), waits.str("/draft/ruling")),
        ("escalated", "Absent.".to_owned())
    );
    assert_eq!(deal.money().await, vec![80_000, 0, 0]);
    let seen = deal.pair.camille.get(&format!("/v1/disputes/{id}")).await.expect(200);
    assert_eq!(seen.json["draft"], Value::Null, "the sides do not see it");
    act(&olga, &id, "confirm", json!({})).await.expect_refusal(403, "dispute_own_ruling");
    let told = deal.pair.app.mails_to(&omar.email).await.pop().unwrap();
    assert!(told.subject.contains("attend votre confirmation"), "{}", told.subject);
    let ruled = act(&omar, &id, "confirm", json!({})).await.expect(200);
    assert_eq!(
        (ruled.str("/state").as_str(), ruled.str("/ruling")),
        ("ruled", "Absent.".to_owned())
    );
    deal.pair.app.deliver().await;
    assert_eq!((deal.money().await, deal.payable().await), (vec![0, 20_000, 60_000], 20_000));
    deal.end().await;
}

/// Part 6 « No dead end »: two weeks without an agreement call the operator.
#[tokio::test]
async fn silence_calls_the_operator() {
    let (deal, id) = Deal::disputed().await;
    deal.advance(TimeDelta::days(14)).await;
    let seen = deal.pair.camille.get(&format!("/v1/disputes/{id}")).await.expect(200);
    assert_eq!(seen.str("/state"), "escalated");
    deal.end().await;
}

/// S5-032, A-46: a block with work under way hands what is kept to the operator; what nobody began goes back.
#[tokio::test]
async fn a_block_never_closes_over_money() {
    let deal = Deal::started().await;
    let talk = deal.pair.conversation.clone();
    block(&deal, &talk).await;
    deal.pair.app.deliver().await;
    assert_eq!(
        (deal.status().await.as_str(), deal.money().await),
        ("disputed", vec![80_000, 0, 0])
    );
    let open = deal.pair.camille.get("/v1/disputes").await.expect(200).items();
    assert_eq!(open[0]["state"], "escalated");
    deal.end().await;
    let unstarted = Deal::paid().await;
    let talk = unstarted.pair.conversation.clone();
    block(&unstarted, &talk).await;
    unstarted.pair.app.deliver().await;
    assert_eq!(
        (unstarted.status().await.as_str(), unstarted.money().await),
        ("cancelled", vec![0, 0, 80_000])
    );
    unstarted.end().await;
}

async fn block(deal: &Deal, talk: &str) {
    let leo = &deal.pair.leo;
    let preview = leo.get(&format!("/v1/conversations/{talk}/closing")).await.expect(200);
    let body = json!({ "preview": preview.str("/preview") });
    leo.post(&format!("/v1/conversations/{talk}/block"), body).await.expect(200);
}
