//! Two sides that decide about one offer at the same moment: 64 requests, and one legal outcome.

use std::collections::BTreeMap;

use estrade_testkit::Reply;
use futures_util::future::join_all;
use serde_json::json;

use super::{Pair, accept, fixed, hourly, wish};

const REQUESTS: usize = 64;

impl Pair {
    /// How often each kind of fact was told.
    async fn told(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for kind in self.news().await {
            *counts.entry(kind).or_insert(0) += 1;
        }
        counts
    }

    async fn withdraw(&self, id: &str) -> Reply {
        self.leo.post(&format!("/v1/custom-offers/{id}/withdraw"), json!({})).await
    }

    async fn revise(&self, id: &str) -> Reply {
        let path = format!("/v1/custom-offers/{id}/revise");
        let request = self.leo.request(&reqwest::Method::POST, &path);
        self.leo.send(request.header("if-match", "\"1\"").json(&wish(hourly(8)))).await
    }

    /// As its provider does: what it closes is read first.
    async fn block(&self) -> Reply {
        let path = format!("/v1/conversations/{}", self.conversation);
        let shown = self.leo.get(&format!("{path}/closing")).await;
        if shown.status != 200 {
            return shown.expect(409);
        }
        self.leo.post(&format!("{path}/block"), json!({ "preview": shown.json["preview"] })).await
    }

    async fn outcome(&self, id: &str) -> (String, usize) {
        let offer = self.camille.get(&format!("/v1/custom-offers/{id}")).await.expect(200);
        let orders = self.camille.get("/v1/orders").await.expect(200).items().len();
        (offer.str("/state"), orders)
    }
}

/// Accept × accept: one order.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepting_races_accepting() {
    let pair = Pair::talking().await;
    let id = pair.offered(fixed()).await;
    let replies = join_all((0..REQUESTS).map(|_| accept(&pair.camille, &id, 1))).await;
    let placed = replies.iter().filter(|reply| reply.status == 201).count();
    assert_eq!(placed, 1);
    assert_eq!(pair.outcome(&id).await, ("accepted".to_owned(), 1));
    assert_eq!(pair.told().await["order.placed"], 1);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// Accept × withdraw: an order, or an offer that was taken back; never both.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepting_races_withdrawing() {
    let pair = Pair::talking().await;
    let id = pair.offered(fixed()).await;
    let each = async |place: usize| match place % 2 {
        0 => accept(&pair.camille, &id, 1).await.status,
        _ => pair.withdraw(&id).await.status,
    };
    let statuses = join_all((0..REQUESTS).map(each)).await;
    let won = statuses.iter().filter(|&&status| status < 300).count();
    assert_eq!(won, 1, "{statuses:?}");
    let outcome = pair.outcome(&id).await;
    let legal = [("accepted".to_owned(), 1), ("withdrawn".to_owned(), 0)];
    assert!(legal.contains(&outcome), "{outcome:?}");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// Accept × new version: the version that was read is what was agreed, or nothing is.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepting_races_a_new_version() {
    let pair = Pair::talking().await;
    let id = pair.offered(fixed()).await;
    let each = async |place: usize| match place % 2 {
        0 => accept(&pair.camille, &id, 1).await.status,
        _ => pair.revise(&id).await.status,
    };
    let statuses = join_all((0..REQUESTS).map(each)).await;
    let won = statuses.iter().filter(|&&status| status < 300).count();
    assert_eq!(won, 1, "{statuses:?}");
    let (state, orders) = pair.outcome(&id).await;
    match state.as_str() {
        "accepted" => {
            let order = pair.camille.get("/v1/orders").await.expect(200).items().remove(0);
            assert_eq!(
                (orders, &order["agreed_version"], &order["kind"]),
                (1, &json!(1), &json!("fixed"))
            );
        }
        "sent" => assert_eq!(orders, 0),
        other => panic!("{other}"),
    }
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S5-032: accept × block: an offer that the block ended, an order that it called off, or an order that goes on
/// because no block saw it in its preview; never an order of a pair that is blocked.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepting_races_blocking() {
    let pair = Pair::talking().await;
    let id = pair.offered(fixed()).await;
    let each = async |place: usize| match place % 2 {
        0 => accept(&pair.camille, &id, 1).await.status,
        _ => pair.block().await.status,
    };
    let statuses = join_all((0..REQUESTS).map(each)).await;
    let accepted = won(&statuses, 0);
    let blocked = won(&statuses, 1);
    assert!(accepted <= 1 && blocked <= 1 && accepted + blocked >= 1, "{statuses:?}");
    let path = format!("/v1/conversations/{}", pair.conversation);
    let conversation = pair.leo.get(&path).await.expect(200).str("/state");
    assert_eq!(conversation, if blocked == 1 { "blocked" } else { "open" });
    let (state, going_on) = pair.outcome(&id).await;
    let over = pair.camille.get("/v1/orders?over=true").await.expect(200).items().len();
    let called_off = accepted.min(blocked);
    assert_eq!((going_on, over), (accepted - called_off, called_off));
    assert_eq!(state, if accepted == 1 { "accepted" } else { "ended" });
    let told = pair.told().await;
    let count = |kind: &str| told.get(kind).copied().unwrap_or(0);
    let ended = count("custom_offer.ended") + count("order.cancelled");
    assert_eq!((count("order.placed"), ended), (accepted, blocked), "{told:?}");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// How many requests of one side succeeded.
fn won(statuses: &[u16], side: usize) -> usize {
    statuses.iter().skip(side).step_by(2).filter(|&&status| status < 300).count()
}
