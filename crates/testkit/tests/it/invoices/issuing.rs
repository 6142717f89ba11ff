//! What is issued when, for whom, and what never happens to it.

use chrono::TimeDelta;
use estrade_db::{Conn, Error, conn::SimpleConnection, invoices};
use estrade_domain::{
    invoices::{Credit, InvoiceRefusal},
    money::Money,
};
use estrade_testkit::people::PASSWORD;
use serde_json::{Value, json};

use super::{amounts, nobody, of, taxed};
use crate::custom_offers::{Pair, fixed, wish};

/// S1-112, S5-034: an approval under a mandate makes the invoice in the provider's name; both sides find it, by year
/// and by order, and each is told once.
#[tokio::test]
async fn an_approval_makes_an_invoice_for_both() {
    let pair = Pair::talking().await.mandated().await;
    let order = pair.approved(fixed()).await;
    let received = of(&pair.camille, "").await;
    assert_eq!(received.len(), 1);
    let id = received[0]["id"].as_str().unwrap();
    let path = format!("/v1/invoices/{id}");
    let seen = pair.camille.get(&path).await.expect(200);
    assert_eq!(seen.str("/number"), "EST-2027-00001");
    assert_eq!((seen.str("/kind"), seen.str("/side")), ("invoice".into(), "received".into()));
    assert_eq!(
        (seen.str("/seller/name"), seen.str("/buyer/name")),
        ("Léo Marchand".into(), "Camille Durand".into())
    );
    assert_eq!(
        (seen.str("/seller/siret"), seen.str("/order")),
        ("73282932000074".into(), order.clone())
    );
    // A small business adds no VAT, and says so.
    assert_eq!(amounts(&seen), [80_000, 0, 80_000, 80_000]);
    let mentions = seen.json["mentions"].to_string();
    assert!(mentions.contains("art. 293 B du CGI"), "{mentions}");
    assert!(mentions.contains("au nom et pour le compte de Léo Marchand"), "{mentions}");
    // A private person owes no penalties of the trade.
    assert!(!mentions.contains("recouvrement"), "{mentions}");
    assert_eq!(pair.leo.get(&path).await.expect(200).str("/side"), "issued");
    for (query, count) in [
        (format!("?order={order}"), 1),
        ("?year=2027&side=received".to_owned(), 1),
        ("?year=2026".to_owned(), 0),
        ("?side=issued".to_owned(), 0),
    ] {
        assert_eq!(of(&pair.camille, &query).await.len(), count, "{query}");
    }
    assert_eq!(of(&pair.leo, "?side=issued").await.len(), 1);
    let years = pair.leo.get("/v1/invoices/years?side=issued").await.expect(200);
    assert_eq!(years.items(), [json!({ "year": 2027, "count": 1 })]);
    for (person, words) in
        [(&pair.camille, "Votre facture EST-2027-00001"), (&pair.leo, "émise en votre nom")]
    {
        let mails = pair.app.mails_to(&person.email).await;
        let told = mails.iter().filter(|mail| mail.subject.contains(words)).count();
        assert_eq!(told, 1, "{words}");
    }
    pair.app.stop().await;
}

/// Each milestone has its own invoice, with the VAT that was agreed; silence makes one as a word does.
#[tokio::test]
async fn silence_is_invoiced_like_a_word() {
    let pair = Pair::talking().await.mandated().await;
    let order = pair.ordered(fixed()).await;
    let deliver = format!("/v1/orders/{order}/deliver");
    pair.leo.post(&deliver, json!({ "message": "Voilà." })).await.expect(200);
    assert!(of(&pair.camille, "").await.is_empty());
    pair.app.advance(TimeDelta::days(8)).await;
    pair.camille.log_in(&pair.camille.email, PASSWORD).await.expect(201);
    let invoices = of(&pair.camille, "").await;
    assert_eq!(invoices.len(), 1);
    assert_eq!(invoices[0]["supplied_from"], "2027-01-15");
    pair.app.stop().await;
}

/// Nothing is issued without a mandate.
#[tokio::test]
async fn nothing_is_issued_unasked() {
    let pair = Pair::talking().await;
    pair.approved(fixed()).await;
    assert!(of(&pair.camille, "").await.is_empty());
    pair.app.stop().await;
}

/// Strangers, and the operator on the pages of members, hear of an invoice what they hear of none.
#[tokio::test]
async fn an_invoice_is_its_parties_alone() {
    let pair = Pair::talking().await.mandated().await;
    pair.approved(fixed()).await;
    let id = of(&pair.camille, "").await[0]["id"].as_str().unwrap().to_owned();
    let (rival, operator) = (pair.app.provider("nina").await, pair.app.operator("la-regie").await);
    for other in [&rival, &operator] {
        for document in ["", "/pdf", "/xml"] {
            let path = format!("/v1/invoices/{id}{document}");
            other.get(&path).await.expect_refusal(404, "not_found");
        }
        assert!(of(other, "").await.is_empty());
    }
    let path = format!("/v1/operator/invoices/{id}");
    assert_eq!(operator.get(&path).await.expect(200).str("/number"), "EST-2027-00001");
    let by_number = "/v1/operator/invoices?number=EST-2027-00001&year=2027";
    assert_eq!(operator.get(by_number).await.expect(200).items().len(), 1);
    let of_platform = "/v1/operator/invoices?issuer=platform";
    assert!(operator.get(of_platform).await.expect(200).items().is_empty());
    rival.get(&path).await.expect(404);
    pair.app.stop().await;
}

/// S1-113: what the platform sells is invoiced in its own name, once for each purchase.
#[tokio::test]
async fn a_plan_is_invoiced_once() {
    let pair = Pair::talking().await;
    let first = pair.sell("purchase/1").await;
    assert_eq!(pair.sell("purchase/1").await, first);
    pair.sell("purchase/2").await;
    pair.app.deliver().await;
    let received = of(&pair.leo, "?side=received").await;
    let numbers: Vec<_> = received.iter().map(|it| it["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["EST-2027-00002", "EST-2027-00001"]);
    let seen = pair.leo.get(&format!("/v1/invoices/{}", first.id)).await.expect(200);
    assert_eq!(amounts(&seen), [19_900, 3_980, 23_880, 0]);
    assert_eq!(seen.str("/seller/vat_number"), "FR69904126737");
    assert!(of(&pair.leo, "?side=issued").await.is_empty());
    pair.app.stop().await;
}

impl Pair {
    /// An order of 800 € of which 30 % are due when it begins, and the invoice of that.
    async fn with_deposit(&self) -> (String, Value) {
        let mut wish = wish(fixed());
        wish["deposit_percent"] = json!(30);
        let offer = self.send(wish).await.expect(201).str("/id");
        let accept = format!("/v1/custom-offers/{offer}/accept");
        let order = self.camille.post(&accept, json!({ "number": 1 })).await.expect(201).str("/id");
        self.app.deliver().await;
        let deposits = of(&self.camille, &format!("?order={order}")).await;
        assert_eq!(deposits.len(), 1);
        assert_eq!(
            (&deposits[0]["kind"], &deposits[0]["gross"]["amount"]),
            (&json!("deposit"), &json!(24_000))
        );
        (order, deposits[0].clone())
    }
}

/// A deposit is invoiced when the order begins, to be paid at once, and taken off the invoice of the work; a refund is a
/// credit note, up to what was invoiced and once for each.
#[tokio::test]
async fn deposits_and_refunds_add_up() {
    let pair = Pair::talking().await.mandated().await;
    let (order, deposit) = pair.with_deposit().await;
    let mails = pair.app.mails_to(&pair.camille.email).await;
    assert!(mails.last().unwrap().subject.contains("acompte"), "{}", mails.last().unwrap().subject);
    pair.deliver_and_accept(&order).await;
    let all = of(&pair.camille, &format!("?order={order}")).await;
    let kinds: Vec<_> = all.iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["invoice", "deposit"]);
    assert_eq!(all[0]["deposits"][0]["number"], deposit["number"]);
    assert_eq!(all[0]["due"]["amount"], 56_000);
    let of_balance = all[0]["id"].as_str().unwrap().parse().unwrap();
    let refund = |subject: &'static str, credit| {
        pair.app
            .db
            .write(move |tx| invoices::credit(tx, of_balance, subject, credit, "Panne de son"))
    };
    let note = refund("refund/1", Credit::Part(Money::euros(30_000))).await.unwrap();
    assert_eq!(refund("refund/1", Credit::Whole).await.unwrap(), note);
    let rest = refund("refund/2", Credit::Whole).await.unwrap();
    assert_eq!(rest.document.gross(), Money::euros(50_000));
    let more = refund("refund/3", Credit::Part(Money::euros(1))).await;
    assert!(
        matches!(more, Err(Error::Refused(refusal)) if refusal == InvoiceRefusal::CreditTooLarge.into())
    );
    pair.app.deliver().await;
    let seen = pair.camille.get(&format!("/v1/invoices/{of_balance}")).await.expect(200);
    let notes = seen.json["credit_notes"].as_array().unwrap();
    assert_eq!(notes[0]["number"], note.number.to_string());
    let seen = pair.camille.get(&format!("/v1/invoices/{}", note.id)).await.expect(200);
    assert_eq!(seen.str("/kind"), "credit_note");
    assert_eq!(seen.json["corrects"]["id"], of_balance.to_string());
    assert!(seen.json["mentions"].to_string().contains("Motif\u{a0}: Panne de son"));
    pair.app.stop().await;
}

/// A-46, S5-032: what is called off is credited; a block says so before.
#[tokio::test]
async fn a_block_credits_the_deposits_of_what_it_calls_off() {
    let pair = Pair::talking().await.mandated().await;
    let (order, deposit) = pair.with_deposit().await;
    let closing = format!("/v1/conversations/{}/closing", pair.conversation);
    let seen = pair.leo.get(&closing).await.expect(200);
    assert_eq!(
        seen.json["deposits"],
        json!({ "count": 1, "gross": { "amount": 24_000, "currency": "EUR" } })
    );
    let block = format!("/v1/conversations/{}/block", pair.conversation);
    pair.leo.post(&block, json!({ "preview": seen.str("/preview") })).await.expect(200);
    pair.app.deliver().await;
    // The mandate may be gone by then: what was issued under it is corrected all the same.
    let all = of(&pair.camille, &format!("?order={order}")).await;
    assert_eq!(
        (&all[0]["kind"], &all[0]["gross"]["amount"]),
        (&json!("credit_note"), &json!(24_000))
    );
    let note = pair.camille.get(&format!("/v1/invoices/{}", all[0]["id"].as_str().unwrap())).await;
    assert_eq!(note.expect(200).json["corrects"]["id"], deposit["id"]);
    pair.app.stop().await;
}

/// what the two dispute is the operator's to settle when they no longer talk: it is not called off, and its deposit
/// is not credited.
#[tokio::test]
async fn a_block_leaves_the_deposit_of_what_is_disputed() {
    let pair = Pair::talking().await.mandated().await;
    let (order, _) = pair.with_deposit().await;
    let reason = json!({ "reason": "La moitié du matériel." });
    pair.camille.post(&format!("/v1/orders/{order}/dispute"), reason).await.expect(201);
    let closing = format!("/v1/conversations/{}/closing", pair.conversation);
    let seen = pair.leo.get(&closing).await.expect(200);
    let counts = ["orders", "deposits", "escalated"].map(|sum| seen.json[sum]["count"].clone());
    assert_eq!(counts, [json!(0), json!(0), json!(1)]);
    let block = format!("/v1/conversations/{}/block", pair.conversation);
    pair.leo.post(&block, json!({ "preview": seen.str("/preview") })).await.expect(200);
    pair.app.deliver().await;
    let kinds = of(&pair.camille, &format!("?order={order}")).await;
    assert_eq!(kinds.len(), 1, "the deposit alone: {kinds:?}");
    pair.app.stop().await;
}

/// A dispute that leaves the provider a part: the deposit is credited, and that part is invoiced in its place.
#[tokio::test]
async fn a_settled_dispute_replaces_the_deposit() {
    let pair = Pair::talking().await.mandated().await;
    let (order, _) = pair.with_deposit().await;
    let reason = json!({ "reason": "La moitié du matériel." });
    let dispute =
        pair.camille.post(&format!("/v1/orders/{order}/dispute"), reason).await.expect(201);
    let path = format!("/v1/disputes/{}", dispute.str("/id"));
    let half = json!({ "kind": "split", "released": 40_000 });
    pair.camille.post_once(&format!("{path}/propose"), "propose", half).await.expect(200);
    pair.leo.post_once(&format!("{path}/agree"), "agree", json!({})).await.expect(200);
    pair.app.deliver().await;
    let all = of(&pair.camille, &format!("?order={order}")).await;
    let said: Vec<_> = all
        .iter()
        .map(|it| (it["kind"].as_str().unwrap(), it["due"]["amount"].as_i64().unwrap()))
        .collect();
    assert_eq!(said, [("invoice", 40_000), ("credit_note", 24_000), ("deposit", 24_000)]);
    pair.app.stop().await;
}

/// An issued invoice never changes and never goes, whoever tries; and it stays when its parties are erased.
#[tokio::test]
async fn an_issued_invoice_stays_as_it_is() {
    let pair = Pair::talking().await.mandated().await;
    pair.approved(fixed()).await;
    let before = of(&pair.leo, "").await;
    for sql in [
        "update invoices set gross_amount = 1",
        "update invoices set document = '{}'",
        "delete from invoices",
    ] {
        let tried = pair.app.db.read(move |conn: &mut Conn| Ok(conn.batch_execute(sql)?)).await;
        assert!(matches!(tried, Err(Error::Database(_))), "{sql}");
    }
    let filed = pair.camille.post("/v1/deletion-requests", json!({ "understood": true })).await;
    let request = filed.expect(201).str("/id");
    let operator = pair.app.operator("la-regie").await;
    let path = format!("/v1/operator/deletion-requests/{request}/carry-out");
    operator.post(&path, json!({})).await.expect(200);
    pair.app.deliver().await;
    assert_eq!(of(&pair.leo, "").await, before);
    assert_eq!(before[0]["buyer"]["name"], "Camille Durand");
    let missing = pair.app.db.read(move |conn| invoices::any(conn, nobody())).await;
    assert!(matches!(missing, Err(Error::NotFound)));
    pair.app.stop().await;
}

/// What was agreed is invoiced, also when the sheet of the provider changes afterwards: the copy keeps the old address.
#[tokio::test]
async fn parties_are_copied_at_the_issue() {
    let pair = Pair::talking().await.mandated().await;
    pair.approved(fixed()).await;
    let sheet = pair.leo.get("/v1/organization").await.expect(200);
    let version = sheet.json["version"].as_i64().unwrap();
    let moved =
        json!({ "street": "9 rue Neuve", "vat_exempt": false, "vat_number": "FR44732829320" });
    pair.leo.patch("/v1/organization", version, moved).await.expect(200);
    let offer = pair.send(wish(taxed(10_001, 2000))).await.expect(201).str("/id");
    let accept = format!("/v1/custom-offers/{offer}/accept");
    let order = pair.camille.post(&accept, json!({ "number": 1 })).await.expect(201).str("/id");
    pair.deliver_and_accept(&order).await;
    let all = of(&pair.camille, "").await;
    let streets: Vec<_> = all.iter().map(|it| it["seller"]["street"].as_str().unwrap()).collect();
    assert_eq!(streets, ["9 rue Neuve", "1 rue des Lilas"]);
    let vat = json!([{ "rate": 2000, "net": { "amount": 10_001, "currency": "EUR" }, "vat": { "amount": 2_000, "currency": "EUR" } }]);
    assert_eq!(all[0]["vat"], vat);
    pair.app.stop().await;
}
