//! What the operator sees of the money, and what it does about a refund that did not arrive.

use serde_json::{Value, json};

use super::{Deal, fail_refund};

/// Issue 4, point 8: the books at a glance; a refund that did not arrive waits in suspense, is counted, and is sent off
/// again once.
#[tokio::test]
async fn a_refund_that_did_not_arrive_is_sent_again() {
    let deal = Deal::paid().await;
    let operator = deal.pair.app.operator("regie").await;
    let books = async || operator.get("/v1/operator/ledger").await.expect(200).json;
    let cents = |books: &Value, part: &str| books[part]["amount"].as_i64().unwrap();
    let before = books().await;
    assert_eq!((cents(&before, "kept"), cents(&before, "out")), (80_000, 0));
    assert_eq!(before["stopped"], Value::Null);
    deal.by_provider("cancel", json!({})).await.expect(200);
    assert_eq!(cents(&books().await, "out"), 80_000);
    let failed = fail_refund(&deal.pair.app).await;
    assert_eq!(cents(&books().await, "suspense"), 80_000);
    let todo = async || operator.get("/v1/me/todo").await.expect(200).json["operator"].clone();
    assert_eq!(todo().await["refunds_failed"], 1);
    let listed = operator.get("/v1/operator/outgoings?kind=refund&state=failed").await.expect(200);
    let row = listed.items().remove(0);
    assert_eq!((&row["id"], &row["actions"]), (&json!(failed), &json!(["retry"])));
    assert_eq!((&row["order"], &row["failure"]), (&json!(deal.order), &json!("account_closed")));
    let retry = format!("/v1/operator/outgoings/{failed}/retry");
    let again = operator.post(&retry, json!({})).await.expect(200);
    operator.post(&retry, json!({})).await.expect_refusal(409, "refund_not_failed");
    assert_eq!(todo().await["refunds_failed"], 0);
    deal.pair.app.deliver().await;
    let all = operator.get("/v1/operator/outgoings").await.expect(200).items();
    let states: Vec<&Value> = all.iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["settled", "replaced"]);
    assert_eq!(all[0]["id"], json!(again.str("/id")));
    let after = books().await;
    assert_eq!((cents(&after, "suspense"), cents(&after, "out")), (0, 0));
    assert_eq!(deal.money().await, [0, 0, 80_000]);
    operator.get("/v1/operator/outgoings?state=lost").await.expect(422);
    deal.end().await;
}
