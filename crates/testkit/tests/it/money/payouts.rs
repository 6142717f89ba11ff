//! What a provider earned reaches its bank.

use chrono::TimeDelta;
use estrade_testkit::{TestApp, platform};
use serde_json::json;

use super::{CLOSED_IBAN, Deal, GOOD_IBAN};

impl Deal {
    async fn completed() -> Self {
        let deal = Self::started().await;
        deal.deliver().await.expect(200);
        deal.by_client("accept", json!({})).await.expect(200);
        deal.pair.app.deliver().await;
        deal
    }

    async fn payouts(&self) -> Vec<(String, i64)> {
        let items = self.pair.leo.get("/v1/payouts").await.expect(200).items();
        let each = |it: &serde_json::Value| {
            (it["state"].as_str().unwrap().to_owned(), it["amount"]["amount"].as_i64().unwrap())
        };
        items.iter().map(each).collect()
    }
}

/// S4-007: what is earned waits until the provider says where to, leaves then, and later by itself.
#[tokio::test]
async fn earnings_leave_once_there_is_somewhere_to_go() {
    let deal = Deal::completed().await;
    assert_eq!((deal.payable().await, deal.payouts().await), (80_000, vec![]));
    deal.pair
        .leo
        .post_once("/v1/payouts", "a", json!({}))
        .await
        .expect_refusal(409, "no_payout_account");
    let account = deal.bank(GOOD_IBAN).await.expect(200);
    assert_eq!(account.str("/ending"), "0189");
    deal.pair.app.deliver().await;
    assert_eq!(
        (deal.payable().await, deal.payouts().await),
        (0, vec![("sent".to_owned(), 80_000)])
    );
    deal.advance(TimeDelta::minutes(2)).await;
    assert_eq!(deal.payouts().await, [("settled".to_owned(), 80_000)]);
    deal.pair
        .leo
        .post_once("/v1/payouts", "b", json!({}))
        .await
        .expect_refusal(409, "nothing_to_pay_out");
    deal.end().await;
}

/// S1-110: the platform adds VAT to its commission when it is liable to it, and invoices what it kept.
#[tokio::test]
async fn a_commission_has_the_vat_of_its_platform() {
    for (vat_number, vat) in [("FR69904126737", 1_600), ("", 0)] {
        let app = TestApp::start_with(|settings| {
            settings.limits.commission_percent = 10;
            settings.platform = Some(platform(vat_number));
        });
        let deal = Deal::started_in(app).await;
        deal.deliver().await.expect(200);
        deal.by_client("accept", json!({})).await.expect(200);
        deal.pair.app.deliver().await;
        assert_eq!(deal.payable().await, 80_000 - 8_000 - vat);
        let invoices = deal.pair.leo.get("/v1/invoices?side=received").await.expect(200).items();
        let commission = invoices.iter().find(|it| it["purpose"] == "commission").unwrap();
        let sums = ["net", "vat_total", "gross"].map(|it| &commission[it]["amount"]);
        assert_eq!(sums, [8_000, vat, 8_000 + vat]);
        deal.end().await;
    }
}

/// A bank that refuses: what was on its way is owed again, and leaves for a better account.
#[tokio::test]
async fn a_refused_payout_is_owed_again() {
    let deal = Deal::completed().await;
    deal.bank(CLOSED_IBAN).await.expect(200);
    deal.pair.app.deliver().await;
    deal.advance(TimeDelta::minutes(2)).await;
    assert_eq!(
        (deal.payable().await, deal.payouts().await),
        (80_000, vec![("failed".to_owned(), 80_000)])
    );
    let mails = deal.pair.app.mails_to(&deal.pair.leo.email).await;
    assert!(mails.last().unwrap().subject.contains("n’a pas abouti"));
    deal.bank(GOOD_IBAN).await.expect(200);
    deal.pair.app.deliver().await;
    deal.advance(TimeDelta::minutes(2)).await;
    assert_eq!(deal.payouts().await[0], ("settled".to_owned(), 80_000));
    deal.end().await;
}

/// A wrong account number is told by its field; a client is paid nothing.
#[tokio::test]
async fn accounts_are_read_with_care() {
    let deal = Deal::paid().await;
    let wrong = deal.bank("FR76 3000 6000 0112 3456 7890 188").await.expect(422);
    assert_eq!(wrong.field_codes(), [("/iban".to_owned(), "identifier_wrong_checksum".to_owned())]);
    deal.pair.camille.get("/v1/payout-account").await.expect(403);
    deal.end().await;
}

/// nobody is deleted to whom money belongs.
#[tokio::test]
async fn who_has_money_here_is_not_deleted() {
    let deal = Deal::completed().await;
    let wish = json!({ "understood": true, "reason": "" });
    deal.pair
        .leo
        .post("/v1/deletion-requests", wish)
        .await
        .expect_refusal(409, "deletion_money_held");
    deal.end().await;
}
