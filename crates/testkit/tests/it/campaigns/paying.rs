//! A campaign is paid as a plan is, and invoiced with what VIP+ took off it.

use chrono::TimeDelta;
use estrade_db::ledger;
use estrade_testkit::TestApp;
use serde_json::json;

use super::{ask, card, draft, on_free, paid, seen};
use crate::money::GOOD_CARD;

const DECLINED_CARD: &str = "4000 0000 0000 0002";
const TAKEN_BACK_CARD: &str = "4000 0000 0000 0259";

/// S1-145, S1-113, S1-128: paid, it runs; its invoice is the platform's, with the discount of VIP+ as its own; the
/// books have its income and its VAT.
#[tokio::test]
async fn a_campaign_is_paid_and_invoiced() {
    let app = TestApp::start().await;
    let leo = app.vip_provider("leo").await;
    let id = draft(&leo, json!({})).await;
    let payment = ask(&leo, &id).await.expect(200);
    assert_eq!((payment.str("/campaign"), payment.json["plan"].is_null()), (id.clone(), true));
    assert_eq!(payment.json["net"]["amount"], 3_150);
    assert_eq!(payment.json["amount"]["amount"], 3_780);
    assert_eq!(ask(&leo, &id).await.expect(200).str("/id"), payment.str("/id"));
    card(&app, &leo, &payment.str("/id"), GOOD_CARD).await;
    let campaign = seen(&leo, &id).await;
    assert_eq!(campaign.str("/status"), "running");
    assert_eq!(
        (&campaign.json["actions"], &campaign.json["price"]["gross"]["amount"]),
        (&json!([]), &json!(3_780))
    );
    leo.patch(
        &format!("/v1/campaigns/{id}"),
        campaign.json["version"].as_i64().unwrap(),
        json!({ "days": 30 }),
    )
    .await
    .expect_refusal(409, "campaign_paid");
    ask(&leo, &id).await.expect_refusal(409, "campaign_paid");
    let invoices = leo.get("/v1/invoices").await.expect(200).items();
    assert_eq!(invoices.len(), 1);
    let path = format!("/v1/invoices/{}", invoices[0]["id"].as_str().unwrap());
    let invoice = leo.get(&path).await.expect(200);
    assert_eq!(
        (invoice.str("/purpose"), invoice.str("/buyer/name")),
        ("campaign".into(), "Maison leo".into())
    );
    let line = &invoice.json["lines"][0];
    assert!(line["label"].as_str().unwrap().contains("Les bals de la Maison Martin"), "{line}");
    assert_eq!(
        (&line["discount_percent"], &line["discount_reason"]),
        (&json!(30), &json!("Remise VIP+"))
    );
    assert_eq!(
        (&line["unit_price"]["amount"], &line["net"]["amount"]),
        (&json!(4_500), &json!(3_150))
    );
    assert_eq!(invoice.json["gross"]["amount"], 3_780);
    assert_eq!(
        (invoice.str("/supplied_from"), invoice.str("/supplied_to")),
        ("2027-01-15".into(), "2027-01-29".into())
    );
    let totals = app.db.read(ledger::totals).await.unwrap().0;
    assert_eq!((totals["revenue:campaigns"], totals["vat:collected"]), (3_150, 630));
    let mails = app.mails_to(&leo.email).await;
    let told = |words: &str| mails.iter().any(|mail| mail.subject.contains(words));
    assert!(told("est programmée") && told("Votre facture"));
    app.stop().await;
}

/// S1-128: on FREE nothing is taken off, and the invoice names no discount.
#[tokio::test]
async fn on_free_the_whole_price_is_paid() {
    let app = TestApp::start().await;
    let nina = on_free(&app, "nina").await;
    let id = paid(&app, &nina, json!({ "starts_on": "2027-02-01" })).await;
    assert_eq!(seen(&nina, &id).await.str("/status"), "scheduled");
    let invoices = nina.get("/v1/invoices").await.expect(200).items();
    let path = format!("/v1/invoices/{}", invoices[0]["id"].as_str().unwrap());
    let invoice = nina.get(&path).await.expect(200);
    assert!(invoice.json["lines"][0]["discount_percent"].is_null());
    assert_eq!(invoice.json["gross"]["amount"], 5_400);
    app.stop().await;
}

/// A payment that is refused leaves a draft, which is paid again; one for what it no longer says goes back.
#[tokio::test]
async fn a_refused_payment_leaves_a_draft() {
    let app = TestApp::start().await;
    let nina = on_free(&app, "nina").await;
    let id = draft(&nina, json!({})).await;
    let first = ask(&nina, &id).await.expect(200).str("/id");
    card(&app, &nina, &first, DECLINED_CARD).await;
    assert_eq!(seen(&nina, &id).await.str("/status"), "draft");
    let second = ask(&nina, &id).await.expect(200).str("/id");
    assert_ne!(first, second);
    let path = format!("/v1/campaigns/{id}");
    let version = seen(&nina, &id).await.json["version"].as_i64().unwrap();
    nina.patch(&path, version, json!({ "days": 30 })).await.expect(200);
    card(&app, &nina, &second, GOOD_CARD).await;
    let returned = nina.get(&format!("/v1/payments/{second}")).await.expect(200);
    assert_eq!(returned.str("/state"), "unneeded");
    assert_eq!(seen(&nina, &id).await.str("/status"), "draft");
    let third = ask(&nina, &id).await.expect(200);
    assert_eq!(third.json["net"]["amount"], 9_000);
    card(&app, &nina, &third.str("/id"), GOOD_CARD).await;
    assert_eq!(seen(&nina, &id).await.str("/status"), "running");
    app.stop().await;
}

/// A bank takes the payment back: the banner is shown no more, its provider is told, the books still hold.
#[tokio::test]
async fn a_payment_taken_back_ends_the_campaign() {
    let app = TestApp::start().await;
    let nina = on_free(&app, "nina").await;
    let id = draft(&nina, json!({})).await;
    let payment = ask(&nina, &id).await.expect(200).str("/id");
    card(&app, &nina, &payment, TAKEN_BACK_CARD).await;
    assert_eq!(seen(&nina, &id).await.str("/status"), "running");
    app.advance(TimeDelta::days(2)).await;
    nina.log_in(&nina.email, estrade_testkit::people::PASSWORD).await.expect(201);
    assert_eq!(seen(&nina, &id).await.str("/status"), "stopped");
    let mails = app.mails_to(&nina.email).await;
    let told = mails.iter().find(|mail| mail.subject.contains("est arrêtée")).unwrap();
    assert!(told.text_body.contains("Votre banque a repris son paiement"), "{}", told.text_body);
    app.stop().await;
}

/// Two clicks at once ask for one payment.
#[tokio::test]
async fn two_clicks_ask_for_one_payment() {
    let app = TestApp::start().await;
    let nina = on_free(&app, "nina").await;
    let id = draft(&nina, json!({})).await;
    let (one, other) = tokio::join!(ask(&nina, &id), ask(&nina, &id));
    assert_eq!(one.expect(200).str("/id"), other.expect(200).str("/id"));
    assert_eq!(nina.get("/v1/payments").await.expect(200).items().len(), 1);
    app.deliver().await;
    app.stop().await;
}

/// Paid after its first day, it begins on the day of its payment: no day is lost.
#[tokio::test]
async fn a_late_payment_loses_no_day() {
    let app = TestApp::start().await;
    let nina = on_free(&app, "nina").await;
    let id = draft(&nina, json!({})).await;
    app.advance(TimeDelta::days(3)).await;
    nina.log_in(&nina.email, estrade_testkit::people::PASSWORD).await.expect(201);
    let payment = ask(&nina, &id).await.expect(200).str("/id");
    card(&app, &nina, &payment, GOOD_CARD).await;
    let campaign = seen(&nina, &id).await;
    assert_eq!(
        (campaign.str("/starts_on"), campaign.str("/ends_on")),
        ("2027-01-18".into(), "2027-02-01".into())
    );
    app.stop().await;
}

/// Where nobody takes payments nothing is sold, and the reason is told.
#[tokio::test]
async fn without_payments_nothing_is_sold() {
    let app = TestApp::start_with(|settings| settings.payments = None);
    let nina = on_free(&app, "nina").await;
    let id = draft(&nina, json!({})).await;
    ask(&nina, &id).await.expect_refusal(409, "payments_off");
    app.deliver().await;
    app.stop().await;
}
