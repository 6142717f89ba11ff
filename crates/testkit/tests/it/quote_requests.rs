//! Quote requests through the API: from a service to the offer that answers, and to the order it makes.

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp, people::PASSWORD};
use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::custom_offers::{fixed, wish};

struct Pair {
    app: TestApp,
    camille: Person,
    leo: Person,
    service: String,
}

fn euros(cents: i64) -> Value {
    json!({ "amount": cents, "currency": "EUR" })
}

impl Pair {
    async fn strangers() -> Self {
        let app = TestApp::start().await;
        let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
        let shelf = leo.get("/v1/my/services").await.expect(200).items();
        let service = shelf[0]["id"].as_str().unwrap().to_owned();
        Self { app, camille, leo, service }
    }

    fn needs(&self) -> Value {
        json!({ "service": self.service, "needs": "Un mariage de 120 personnes.", "budget": euros(90_000), "wanted_on": "2027-06-12" })
    }

    async fn ask(&self) -> Reply {
        self.camille.post("/v1/quote-requests", self.needs()).await
    }

    async fn asked(&self) -> String {
        self.ask().await.expect(201).str("/id")
    }

    async fn decide(&self, person: &Person, id: &str, action: &str, body: Value) -> Reply {
        person.post(&format!("/v1/quote-requests/{id}/{action}"), body).await
    }

    async fn seen(&self, person: &Person, id: &str) -> Reply {
        person.get(&format!("/v1/quote-requests/{id}")).await.expect(200)
    }

    async fn state(&self, id: &str) -> String {
        self.seen(&self.camille, id).await.str("/state")
    }

    async fn news(&self) -> Vec<Value> {
        let talk = self.camille.get("/v1/conversations").await.expect(200).items();
        let path = format!("/v1/conversations/{}/entries", talk[0]["id"].as_str().unwrap());
        self.camille.get(&path).await.expect(200).items()
    }

    async fn conversation(&self) -> String {
        let talk = self.camille.get("/v1/conversations").await.expect(200).items();
        talk[0]["id"].as_str().unwrap().to_owned()
    }

    /// Time passes; sessions do not outlive it.
    async fn advance(&self, by: TimeDelta) {
        self.app.advance(by).await;
        for person in [&self.camille, &self.leo] {
            person.log_in(&person.email, PASSWORD).await.expect(201);
        }
    }

    async fn end(self) {
        self.app.deliver().await;
        self.app.stop().await;
    }
}

/// S4-010, S4-012: asked from a service's page by someone who never wrote; the provider is told at once and opens it.
#[tokio::test]
async fn a_client_asks_and_the_provider_opens_it() {
    let pair = Pair::strangers().await;
    let asked = pair.ask().await.expect(201);
    assert_eq!(asked.str("/state"), "open");
    assert_eq!(asked.json["actions"], json!(["withdraw"]));
    let id = asked.str("/id");
    let mails = pair.app.mails_to(&pair.leo.email).await;
    let told = mails.last().unwrap();
    assert!(told.subject.contains("vous demande un devis"), "{}", told.subject);
    assert!(told.text_body.contains("120 personnes") && told.text_body.contains("900"));
    assert!(told.text_body.contains(&format!("/demandes-de-devis/{id}")));
    let opened = pair.seen(&pair.leo, &id).await;
    assert_eq!(opened.json["actions"], json!(["accept", "adjust", "decline"]));
    assert_eq!(opened.str("/needs"), "Un mariage de 120 personnes.");
    assert_eq!(
        (&opened.json["budget"], opened.str("/wanted_on").as_str()),
        (&euros(90_000), "2027-06-12")
    );
    let waiting = pair.leo.get("/v1/quote-requests?open=true").await.expect(200).items();
    assert_eq!(waiting.len(), 1);
    let todo = pair.leo.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["provider"]["quote_requests_to_answer"], json!(1));
    let inbox = pair.leo.get("/v1/conversations").await.expect(200).items();
    assert_eq!(
        (&inbox[0]["last_kind"], &inbox[0]["unread"]),
        (&json!("quote_request.sent"), &json!(1))
    );
    let news = &pair.news().await[0];
    assert_eq!(news["quote_request"]["id"], json!(id));
    assert_eq!(news["quote_request"]["title"], asked.json["service"]["title"]);
    pair.end().await;
}

/// S4-011: what is missing is refused by name, and nothing is sent.
#[tokio::test]
async fn needs_budget_and_day_are_mandatory() {
    let pair = Pair::strangers().await;
    let refused = pair.camille.post("/v1/quote-requests", json!({})).await.expect(422);
    let missing: Vec<String> =
        refused.field_codes().into_iter().map(|(pointer, _)| pointer).collect();
    assert_eq!(missing, ["/service", "/needs", "/budget", "/wanted_on"]);
    for (field, wrong, pointer, code) in [
        (
            "budget",
            json!({ "amount": 100, "currency": "USD" }),
            "/budget/currency",
            "unknown_choice",
        ),
        ("budget", euros(99), "/budget", "budget_out_of_bounds"),
        ("wanted_on", json!("2027-02-30"), "/wanted_on", "invalid_day"),
        ("wanted_on", json!("2020-01-01"), "/wanted_on", "day_past"),
        ("service", json!("svc_01jd0000000000000000000000"), "/service", "unknown_choice"),
    ] {
        let mut needs = pair.needs();
        needs[field] = wrong;
        let refused = pair.camille.post("/v1/quote-requests", needs).await.expect(422);
        assert_eq!(refused.field_codes(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert!(pair.leo.get("/v1/conversations").await.expect(200).items().is_empty());
    pair.end().await;
}

/// S4-013, S4-014: accepted as it is, it becomes an offer at the client's price that is ordered later; on its
/// last day still, and no longer after it.
#[tokio::test]
async fn an_accepted_request_is_ordered_later() {
    let pair = Pair::strangers().await;
    let (first, second) = (pair.asked().await, pair.asked().await);
    let mut offers = Vec::new();
    for id in [&first, &second] {
        let offer = pair.decide(&pair.leo, id, "accept", json!({})).await.expect(201);
        assert_eq!(offer.json["terms"]["totals"]["gross"], euros(90_000));
        assert_eq!(
            (offer.str("/service"), offer.str("/state")),
            (pair.service.clone(), "sent".into())
        );
        offers.push(offer.str("/id"));
        let answered = pair.seen(&pair.camille, id).await;
        assert_eq!(
            (answered.str("/state"), answered.str("/offer")),
            ("answered".into(), offer.str("/id"))
        );
        let again = pair.decide(&pair.leo, id, "accept", json!({})).await;
        again.expect_refusal(409, "quote_over");
    }
    let todo = pair.camille.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["client"]["custom_offers_to_answer"], json!(2));
    let order = async |offer: &str| {
        pair.camille
            .post(&format!("/v1/custom-offers/{offer}/accept"), json!({ "number": 1 }))
            .await
    };
    pair.advance(TimeDelta::days(29)).await;
    order(&offers[0]).await.expect(201);
    pair.advance(TimeDelta::days(1)).await;
    order(&offers[1]).await.expect_refusal(409, "offer_over");
    pair.end().await;
}

/// S4-013: the provider adjusts with an offer of its own that names the request.
#[tokio::test]
async fn an_offer_with_other_terms_adjusts_a_request() {
    let pair = Pair::strangers().await;
    let id = pair.asked().await;
    let path = format!("/v1/conversations/{}/custom-offers", pair.conversation().await);
    let mut offer = wish(fixed());
    offer["quote_request"] = json!("qrq_01jd0000000000000000000000");
    let refused = pair.leo.post(&path, offer.clone()).await.expect(422);
    assert_eq!(refused.field_codes(), [("/quote_request".into(), "unknown_choice".into())]);
    offer["quote_request"] = json!(id);
    let made = pair.leo.post(&path, offer.clone()).await.expect(201).str("/id");
    assert_eq!(pair.seen(&pair.leo, &id).await.str("/offer"), made);
    pair.leo.post(&path, offer).await.expect_refusal(409, "quote_over");
    let mails = pair.app.mails_to(&pair.camille.email).await;
    assert!(mails.last().unwrap().subject.contains("vous fait une offre"));
    pair.end().await;
}

/// S4-013: declined with a word, taken back; the other side hears of it.
#[tokio::test]
async fn a_request_is_declined_or_taken_back() {
    let pair = Pair::strangers().await;
    let (first, second) = (pair.asked().await, pair.asked().await);
    let reason = json!({ "reason": "Déjà pris ce jour-là." });
    let declined = pair.decide(&pair.leo, &first, "decline", reason).await.expect(200);
    assert_eq!(
        (declined.str("/state"), &declined.json["actions"]),
        ("declined".into(), &json!([]))
    );
    let mails = pair.app.mails_to(&pair.camille.email).await;
    assert!(mails.last().unwrap().text_body.contains("Déjà pris ce jour-là."));
    assert_eq!(pair.news().await[0]["text"], json!("Déjà pris ce jour-là."));
    let taken = pair.decide(&pair.camille, &second, "withdraw", json!({})).await.expect(200);
    assert_eq!(taken.str("/state"), "withdrawn");
    let mails = pair.app.mails_to(&pair.leo.email).await;
    assert!(mails.last().unwrap().subject.contains("a retiré sa demande de devis"));
    pair.decide(&pair.leo, &second, "accept", json!({})).await.expect_refusal(409, "quote_over");
    pair.end().await;
}

/// Nobody waits for ever: after thirty days both hear that it is over.
#[tokio::test]
async fn a_request_without_an_answer_expires() {
    let pair = Pair::strangers().await;
    let id = pair.asked().await;
    pair.advance(TimeDelta::days(30) - TimeDelta::seconds(1)).await;
    assert_eq!(pair.state(&id).await, "open");
    pair.advance(TimeDelta::seconds(1)).await;
    assert_eq!(pair.state(&id).await, "expired");
    for person in [&pair.camille, &pair.leo] {
        let mails = pair.app.mails_to(&person.email).await;
        assert!(mails.last().unwrap().subject.contains("a expiré"));
    }
    pair.end().await;
}

/// S5-016, S5-030: what waits goes with the conversation that is declined or blocked, and is shown before.
#[tokio::test]
async fn it_ends_with_its_conversation() {
    let pair = Pair::strangers().await;
    let first = pair.asked().await;
    let talk = format!("/v1/conversations/{}", pair.conversation().await);
    pair.leo.post(&format!("{talk}/decline"), json!({ "message": "Complet." })).await.expect(200);
    assert_eq!(pair.state(&first).await, "declined");
    // Asking again opens what was declined.
    let second = pair.asked().await;
    assert_eq!(pair.leo.get(&talk).await.expect(200).str("/state"), "open");
    let before = pair.leo.get(&format!("{talk}/closing")).await.expect(200).str("/preview");
    let third = pair.asked().await;
    let outdated = pair.leo.post(&format!("{talk}/block"), json!({ "preview": before })).await;
    outdated.expect_refusal(409, "preview_outdated");
    let closing = pair.leo.get(&format!("{talk}/closing")).await.expect(200);
    assert_eq!(closing.json["quote_requests"], json!({ "count": 2, "gross": euros(180_000) }));
    let preview = json!({ "preview": closing.str("/preview") });
    pair.leo.post(&format!("{talk}/block"), preview).await.expect(200);
    for id in [&second, &third] {
        assert_eq!(pair.state(id).await, "ended");
    }
    pair.ask().await.expect_refusal(409, "blocked_by_provider");
    pair.end().await;
}

/// Five wait at most; a provider on leave is still asked (S2-043), one without a service is not (S5-002).
#[tokio::test]
async fn who_can_be_asked() {
    let pair = Pair::strangers().await;
    pair.leo.post("/v1/organization/pause", json!({})).await.expect(200);
    for _ in 0..5 {
        pair.asked().await;
    }
    pair.ask().await.expect_refusal(429, "quote_too_many");
    pair.leo.post("/v1/quote-requests", pair.needs()).await.expect_refusal(403, "only_clients_ask");
    let path = format!("/v1/services/{}/pause", pair.service);
    pair.leo.post(&path, json!({})).await.expect(200);
    let nora = pair.app.client("nora").await;
    let refused = nora.post("/v1/quote-requests", pair.needs()).await.expect(422);
    assert_eq!(refused.field_codes(), [("/service".into(), "unknown_choice".into())]);
    pair.end().await;
}

/// A service that was asked about keeps its name, and its request can still be accepted.
#[tokio::test]
async fn a_request_outlives_its_service() {
    let pair = Pair::strangers().await;
    let id = pair.asked().await;
    let path = format!("/v1/services/{}", pair.service);
    let version = pair.leo.get(&path).await.expect(200).json["version"].as_i64().unwrap();
    let delete = pair.leo.request(&reqwest::Method::DELETE, &path);
    let gone = pair.leo.send(delete.header("if-match", format!("\"{version}\""))).await;
    gone.expect(204);
    let seen = pair.seen(&pair.camille, &id).await;
    assert!(!seen.str("/service/title").is_empty() && seen.json["service"]["slug"].is_null());
    let offer = pair.decide(&pair.leo, &id, "accept", json!({ "vat_rate": 0 })).await.expect(201);
    assert!(offer.json["service"].is_null());
    assert_eq!(offer.json["terms"]["totals"]["gross"], euros(90_000));
    pair.end().await;
}

/// An erased client's needs are gone; that it asked stays with its provider.
#[tokio::test]
async fn an_erased_client_leaves_no_words() {
    let pair = Pair::strangers().await;
    let id = pair.asked().await;
    let wish = json!({ "understood": true });
    let filed = pair.camille.post("/v1/deletion-requests", wish).await.expect(201).str("/id");
    let operator = pair.app.operator("regie").await;
    let path = format!("/v1/operator/deletion-requests/{filed}/carry-out");
    operator.post(&path, json!({})).await.expect(200);
    let left = pair.seen(&pair.leo, &id).await;
    assert_eq!((left.str("/state"), left.str("/needs")), ("ended".into(), "—".into()));
    pair.end().await;
}

/// Accept × withdraw, 64 at once: an offer, or a request that was taken back; never both.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn accepting_races_withdrawing() {
    let pair = Pair::strangers().await;
    let id = pair.asked().await;
    let each = async |place: usize| match place % 2 {
        0 => pair.decide(&pair.leo, &id, "accept", json!({})).await.status,
        _ => pair.decide(&pair.camille, &id, "withdraw", json!({})).await.status,
    };
    let statuses = join_all((0..64).map(each)).await;
    let won = statuses.iter().filter(|&&status| status == 201 || status == 200).count();
    assert_eq!(won, 1, "{statuses:?}");
    let offers = pair.camille.get("/v1/custom-offers").await.expect(200).items().len();
    let expected = usize::from(pair.state(&id).await == "answered");
    assert_eq!(offers, expected);
    pair.end().await;
}
