//! Lots of tenders as orders: paid with kept funds, or settled between the two; both can be disputed.

use chrono::{DateTime, TimeDelta, Utc};
use estrade_domain::ids::{LotId, OfferId};
use estrade_testkit::{Person, Reply, TestApp, missions::Step, people::PASSWORD};
use serde_json::{Value, json};

use super::{Deal, GOOD_CARD};
use crate::custom_offers::Pair;

/// A lot that a provider confirmed, and its mission.
struct Given {
    deal: Deal,
    lot: LotId,
    offer: OfferId,
}

impl Given {
    /// The client chooses, saying how it pays, and the provider confirms.
    async fn paid_by(settlement: &str) -> Self {
        let pair = Pair::talking().await;
        let lot = pair.app.publish(&pair.camille, &["dj"]).await.lots[0];
        let offer = pair.app.applied(&pair.leo, lot, 80_000).await;
        let choice = json!({ "number": 1, "settlement": settlement });
        pair.camille.post(&format!("/v1/offers/{offer}/choose"), choice).await.expect(200);
        let confirm = format!("/v1/offers/{offer}/confirm");
        let confirmed = pair.leo.post(&confirm, json!({})).await.expect(200);
        assert_eq!(confirmed.str("/lot/settlement"), settlement);
        let order = confirmed.str("/order_id");
        pair.app.deliver().await;
        Self { deal: Deal { pair, order }, lot, offer }
    }

    fn camille(&self) -> &Person {
        &self.deal.pair.camille
    }

    fn leo(&self) -> &Person {
        &self.deal.pair.leo
    }

    fn app(&self) -> &TestApp {
        &self.deal.pair.app
    }

    async fn offer(&self) -> Reply {
        self.camille().get(&format!("/v1/offers/{}", self.offer)).await.expect(200)
    }

    async fn complete(&self) -> Reply {
        self.camille().post(&format!("/v1/lots/{}/complete", self.lot), json!({})).await
    }

    /// Time passes up to the day from which on the mission is paid.
    async fn until_it_is_due(&self) {
        let opens = self.deal.seen().await.str("/milestones/0/opens_at");
        let opens: DateTime<Utc> = opens.parse().unwrap();
        self.deal.advance(opens - self.app().now()).await;
        self.app().deliver().await;
    }

    async fn subjects(&self, person: &Person) -> Vec<String> {
        let mails = self.app().mails_to(&person.email).await;
        mails.into_iter().map(|mail| mail.subject).collect()
    }
}

/// A-18, S1-043, S1-047, S1-049, S1-090, S1-092: a lot with kept funds is paid 60 days before its event, and done when its
/// delivery is accepted; its one review is that of the lot.
#[tokio::test]
async fn a_lot_is_paid_held_and_done_with_its_delivery() {
    let given = Given::paid_by("held").await;
    let deal = &given.deal;
    let order = deal.pair.leo.get(&format!("/v1/orders/{}", deal.order)).await.expect(200);
    assert_eq!(
        (order.str("/status"), order.str("/title")),
        ("waiting".into(), "Mariage de Léa et Tom".into())
    );
    assert_eq!(order.str("/lot/id"), given.lot.to_string());
    deal.ask().await.expect_refusal(409, "order_nothing_to_pay");
    given.complete().await.expect_refusal(409, "lot_order_decides");
    let told = given.subjects(given.camille()).await.len();

    given.until_it_is_due().await;
    assert_eq!(deal.status().await, "awaiting_payment");
    let mails = given.subjects(given.camille()).await;
    assert!(
        mails[told..].iter().any(|subject| subject.contains("un paiement vous attend")),
        "{mails:?}"
    );
    deal.pay(GOOD_CARD).await;
    assert_eq!((deal.status().await.as_str(), deal.money().await), ("paid", vec![80_000, 0, 0]));
    let subjects = given.subjects(given.leo()).await;
    assert!(subjects.last().unwrap().contains("payée"), "{subjects:?}");
    let begun = deal.by_provider("start", json!({})).await.expect(200);
    assert_eq!(begun.json["is_clients_to_end"], false);
    assert_eq!(begun.str("/milestones/0/due_at"), "2027-06-12T22:00:00Z", "the end of its day");
    deal.deliver().await.expect(200);
    let (clients, providers) =
        (given.subjects(given.camille()).await.len(), given.subjects(given.leo()).await.len());
    deal.by_client("accept", json!({})).await.expect(200);
    deal.pair.app.deliver().await;
    assert_eq!(given.offer().await.str("/lot/status"), "done");
    assert_eq!((deal.money().await, deal.payable().await), (vec![0, 80_000, 0], 80_000));
    // The client is asked for its review, the provider hears of the end; each once.
    assert_eq!(given.subjects(given.camille()).await.len(), clients + 1);
    assert_eq!(given.subjects(given.leo()).await.len(), providers + 1);

    let opinion = json!({ "rating": 5, "comment": "Une piste pleine jusqu’au petit matin.", "experienced_on": "2027-04-13" });
    deal.by_client("review", opinion.clone()).await.expect_refusal(409, "order_lot_reviewed");
    let review = format!("/v1/lots/{}/review", given.lot);
    deal.pair.camille.post(&review, opinion).await.expect(201);
    given.deal.end().await;
}

/// After its event a lot with kept funds waits for its delivery, not for its client to end it.
#[tokio::test]
async fn nobody_asks_a_client_to_end_what_its_provider_is_to_deliver() {
    let given = Given::paid_by("held").await;
    given.until_it_is_due().await;
    given.deal.pay(GOOD_CARD).await;
    given.deal.by_provider("start", json!({})).await.expect(200);
    given.deal.advance(TimeDelta::days(68)).await;
    given.app().deliver().await;
    let todo = given.camille().get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["client"]["missions_to_complete"], 0);
    let todo = given.leo().get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["provider"]["orders_to_see_to"], 1);
    let mails = given.app().mails_to(&given.camille().email).await;
    assert!(mails.iter().all(|mail| mail.template != "tender.missions_overdue"));
    given.deal.end().await;
}

/// how it is paid is one of the two, where the marketplace takes payments.
#[tokio::test]
async fn held_funds_are_chosen_where_they_are_offered() {
    let app = TestApp::start_with(|settings| settings.payments = None);
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let lot = app.publish(&camille, &["dj"]).await.lots[0];
    let choose = format!("/v1/offers/{}/choose", app.applied(&leo, lot, 80_000).await);
    let choice = |how: &str| json!({ "number": 1, "settlement": how });
    camille.post(&choose, choice("held")).await.expect_refusal(409, "settlement_not_offered");
    camille.post(&choose, choice("cash")).await.expect_refusal(422, "invalid_fields");
    leo.post(&choose, choice("held")).await.expect_refusal(403, "client_decides");
    let chosen = camille.post(&choose, json!({ "number": 1 })).await.expect(200);
    assert_eq!(chosen.str("/lot/settlement"), "direct");
    app.deliver().await;
    app.stop().await;
}

/// S1-049, S1-100, S1-101, S1-102: a lot that the two settle between them is in work at once, and its client's alone to
/// end; either side disputes it, and then it waits for the end of that.
#[tokio::test]
async fn a_lot_that_is_settled_directly_is_disputed_all_the_same() {
    let given = Given::paid_by("direct").await;
    let deal = &given.deal;
    let order = deal.seen().await;
    assert_eq!(order.str("/status"), "in_work");
    assert_eq!(order.json["actions"], json!(["complete", "dispute"]));
    assert_eq!(order.json["money"], Value::Null);
    assert_eq!(order.json["is_clients_to_end"], true);
    assert_eq!(order.json["milestones"][0]["due_at"], Value::Null, "nothing of it is due");
    deal.deliver().await.expect_refusal(409, "order_client_ends");
    deal.by_provider("cancel", json!({})).await.expect_refusal(409, "order_client_ends");
    let todo = given.leo().get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["provider"]["orders_to_see_to"], 0, "it waits for its day");

    let reason = json!({ "reason": "Le client a changé le lieu sans nous le dire." });
    let dispute = deal.by_provider("dispute", reason).await.expect(201).str("/id");
    given.complete().await.expect_refusal(409, "order_in_dispute");
    let operator = given.app().operator("regie").await;
    let close = format!("/v1/operator/organizations/{}/close", given.leo().organization);
    operator.post(&close, json!({ "reason": "Faux SIRET" })).await.expect(200);
    assert!(operator.get("/v1/operator/lots").await.expect(200).items().is_empty(), "it is ruled");
    let ruling = json!({ "way_out": { "kind": "split", "released": 0 }, "ruling": "Le prestataire n’est plus là." });
    let path = format!("/v1/disputes/{dispute}/rule");
    operator.post_once(&path, "rule", ruling).await.expect(200);
    assert_eq!(given.offer().await.str("/lot/status"), "open", "others may take it");
    given.deal.end().await;
}

/// The two agree: what they agreed on ends the lot.
#[tokio::test]
async fn a_dispute_that_is_settled_ends_its_lot() {
    let given = Given::paid_by("direct").await;
    let deal = &given.deal;
    let reason = json!({ "reason": "Il manquait une heure." });
    let id = deal.by_client("dispute", reason).await.expect(201).str("/id");
    let way_out = json!({ "kind": "split", "released": 60_000 });
    let propose = format!("/v1/disputes/{id}/propose");
    given.camille().post_once(&propose, "propose", way_out).await.expect(200);
    let agree = format!("/v1/disputes/{id}/agree");
    given.leo().post_once(&agree, "agree", json!({})).await.expect(200);
    assert_eq!(given.offer().await.str("/lot/status"), "done");
    given.deal.end().await;
}

/// S1-048, A-40: nothing came of it: the lot is open to the others, and its payment goes back.
#[tokio::test]
async fn a_mission_that_is_called_off_opens_its_lot_again() {
    let given = Given::paid_by("held").await;
    let deal = &given.deal;
    given.until_it_is_due().await;
    deal.pay(GOOD_CARD).await;
    let off = deal.by_provider("cancel", json!({ "reason": "Une main cassée." })).await.expect(200);
    assert_eq!(off.str("/status"), "cancelled");
    given.app().deliver().await;
    assert_eq!(deal.money().await, [0, 0, 80_000]);
    let offer = given.offer().await;
    assert_eq!(
        (offer.str("/state"), offer.str("/lot/status")),
        ("cancelled".into(), "open".into())
    );
    assert_eq!(offer.json["contacts"], Value::Null);
    let again = json!({
        "public_message": "Remis sur pied.",
        "lines": [{ "label": "Soirée", "quantity": "1", "unit_price": { "amount": 1, "currency": "EUR" }, "vat_rate": 0 }],
    });
    let apply = format!("/v1/lots/{}/offers", given.lot);
    given.leo().post(&apply, again.clone()).await.expect_refusal(409, "mission_called_off");
    let zoe = given.app().vip_provider("zoe").await;
    let second = zoe.post(&apply, again).await.expect(201).str("/id");
    let second: OfferId = second.parse().unwrap();
    given.app().step(given.camille(), second, Step::Choose(1)).await.unwrap();
    given.app().step(&zoe, second, Step::Confirm).await.unwrap();
    given.complete().await.expect(200);
    given.deal.end().await;
}

/// a block ends what is paid through the platform, and leaves what the two settle between them.
#[tokio::test]
async fn a_block_ends_a_lot_that_is_paid_through_the_platform() {
    for (settlement, fate) in [("held", "open"), ("direct", "in_work")] {
        let given = Given::paid_by(settlement).await;
        let conversation = &given.deal.pair.conversation;
        let seen = given.leo().get(&format!("/v1/conversations/{conversation}/closing")).await;
        let seen = seen.expect(200);
        let missions = seen.json["orders"]["count"].as_i64().unwrap();
        assert_eq!(missions, i64::from(settlement == "held"), "{}", seen.json);
        let block = format!("/v1/conversations/{conversation}/block");
        given.leo().post(&block, json!({ "preview": seen.str("/preview") })).await.expect(200);
        assert_eq!(given.offer().await.str("/lot/status"), fate);
        given.deal.end().await;
    }
}

/// Whoever is closed leaves: a lot with kept funds that nobody paid is over with its client.
#[tokio::test]
async fn a_lot_goes_with_its_client() {
    let given = Given::paid_by("held").await;
    let operator = given.app().operator("regie").await;
    let close = format!("/v1/operator/organizations/{}/close", given.camille().organization);
    operator.post(&close, json!({ "reason": "Usurpation" })).await.expect(200);
    let offer = given.leo().get(&format!("/v1/offers/{}", given.offer)).await.expect(200);
    assert_eq!(
        (offer.str("/state"), offer.str("/lot/status")),
        ("cancelled".into(), "closed".into())
    );
    given.deal.end().await;
}

/// Part 3 « no ledger lines except invoices »: under a mandate the end of a lot makes its invoice, as an order's does.
#[tokio::test]
async fn the_end_of_a_lot_makes_its_invoice() {
    let given = Given::paid_by("direct").await;
    given
        .leo()
        .put("/v1/organization/invoicing-mandate", crate::invoices::mandate())
        .await
        .expect(200);
    given.complete().await.expect(200);
    given.app().deliver().await;
    let invoices = crate::invoices::of(given.camille(), "").await;
    assert_eq!(invoices.len(), 1);
    assert_eq!(invoices[0]["gross"]["amount"], 80_000, "{}", invoices[0]);
    let orders = given.camille().get("/v1/orders?over=true").await.expect(200).items();
    assert_eq!(orders[0]["lot"]["trade"], "dj");
    given.deal.end().await;
}

/// S2-005, S5-010: what happens to the mission stands in the thread of the two, with the lot that it is about.
#[tokio::test]
async fn the_thread_tells_of_the_mission() {
    let given = Given::paid_by("held").await;
    given.until_it_is_due().await;
    let path = format!("/v1/conversations/{}/entries", given.deal.pair.conversation);
    let entries = given.camille().get(&path).await.expect(200).items();
    let due = entries.iter().find(|entry| entry["kind"] == "order.payment_due").unwrap();
    assert_eq!(due["offer"]["trade"], "dj");
    assert_eq!(due["offer"]["order"], given.deal.order);
    assert_eq!(due["custom_offer"], Value::Null);
    given.camille().log_in(&given.camille().email, PASSWORD).await.expect(201);
    given.deal.end().await;
}
