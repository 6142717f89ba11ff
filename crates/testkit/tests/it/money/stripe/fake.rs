//! Stripe on the loopback: the few calls that Estrade makes, in the shapes of Stripe's public API reference. What
//! payers, banks and account holders do is done to it by the tests.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, dev::ServerHandle, web};
use serde_json::{Value, json};

/// What it knows.
#[derive(Default)]
struct Books {
    /// Everything by its id.
    things: BTreeMap<String, Value>,
    /// What was answered to a key: a repeated call makes nothing.
    answered: BTreeMap<String, Value>,
    /// How many things of each kind were made.
    made: BTreeMap<&'static str, u32>,
    /// Whether a card's bank wants its holder, who is not there.
    refuses: bool,
}

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Books>>);

/// A running fake.
pub struct FakeStripe {
    pub url: String,
    shared: Shared,
    handle: ServerHandle,
}

impl FakeStripe {
    pub fn start() -> Self {
        let shared = Shared::default();
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (books, base) = (shared.clone(), url.clone());
        let server = HttpServer::new(move || {
            App::new()
                .app_data(web::Data::new(books.clone()))
                .app_data(web::Data::new(base.clone()))
                .route("/v1/checkout/sessions", web::post().to(session))
                .route("/v1/payment_intents", web::post().to(intent))
                .route("/v1/refunds", web::post().to(refund))
                .route("/v1/transfers", web::post().to(transfer))
                .route("/v1/payment_methods/{id}/detach", web::post().to(detach))
                .route("/v1/accounts", web::post().to(account))
                .route("/v1/account_links", web::post().to(link))
                .route("/v1/checkout/sessions/{id}", web::get().to(get))
                .route("/v1/{kind}/{id}", web::get().to(get))
        })
        .workers(1)
        .disable_signals()
        .listen(listener)
        .unwrap()
        .run();
        let handle = server.handle();
        tokio::spawn(server);
        Self { url, shared, handle }
    }

    /// Changes something that it knows.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut Value)) {
        change(self.shared.0.lock().unwrap().things.get_mut(id).unwrap());
    }

    /// The payer pays.
    pub fn pay(&self, session: &str) {
        self.change(session, |it| {
            it["status"] = json!("complete");
            it["payment_status"] = json!("paid");
        });
    }

    /// From here on, cards' banks want their holders.
    pub fn refuse(&self) {
        self.shared.0.lock().unwrap().refuses = true;
    }

    /// How many of a kind were made.
    pub fn made(&self, kind: &str) -> u32 {
        self.shared.0.lock().unwrap().made.get(kind).copied().unwrap_or(0)
    }

    /// The only thing whose id begins so.
    pub fn only(&self, prefix: &str) -> String {
        let books = self.shared.0.lock().unwrap();
        let mut found = books.things.keys().filter(|id| id.starts_with(prefix));
        let id = found.next().unwrap().clone();
        assert_eq!(found.next(), None);
        id
    }

    pub async fn stop(self) {
        self.handle.stop(true).await;
    }
}

type Form = web::Form<BTreeMap<String, String>>;

/// Makes a thing once for each key, and only for who has the secret.
fn make(
    shared: &Shared,
    request: &HttpRequest,
    (kind, prefix): (&'static str, &str),
    thing: impl FnOnce(&str) -> Value,
) -> HttpResponse {
    let header = |name: &str| {
        request.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned()
    };
    if header("authorization") != "Bearer sk_test" {
        let error = json!({ "error": { "type": "invalid_request_error", "message": "key" } });
        return HttpResponse::Unauthorized().json(error);
    }
    let key = format!("{kind} {}", header("idempotency-key"));
    let mut books = shared.0.lock().unwrap();
    if let Some(known) = books.answered.get(&key) {
        return HttpResponse::Ok().json(known);
    }
    let count = books.made.entry(kind).or_default();
    *count += 1;
    let id = format!("{prefix}_{count}");
    let made = thing(&id);
    books.things.insert(id, made.clone());
    books.answered.insert(key, made.clone());
    HttpResponse::Ok().json(made)
}

async fn session(shared: web::Data<Shared>, request: HttpRequest, form: Form) -> HttpResponse {
    make(&shared, &request, ("session", "cs"), |id| {
        let number = |name: &str| form[name].parse::<i64>().unwrap();
        json!({
            "id": id, "object": "checkout.session", "url": format!("https://pay.invalid/{id}"),
            "status": "open", "payment_status": "unpaid",
            "amount_total": number("line_items[0][price_data][unit_amount]"),
            "currency": form["line_items[0][price_data][currency]"],
            "client_reference_id": form["client_reference_id"],
            // With a customer the card can be charged again.
            "customer": form.get("customer_creation").map(|_| format!("cus_{id}")),
            "payment_intent": {
                "id": format!("pi_{id}"), "latest_charge": { "disputed": false },
                "payment_method": { "id": format!("pm_{id}"), "card": { "last4": "4242" } },
            },
        })
    })
}

async fn intent(shared: web::Data<Shared>, request: HttpRequest, form: Form) -> HttpResponse {
    assert_eq!((form["off_session"].as_str(), form["confirm"].as_str()), ("true", "true"));
    assert!(form["customer"].starts_with("cus_") && form["payment_method"].starts_with("pm_"));
    if shared.0.lock().unwrap().refuses {
        let error = json!({ "error": { "type": "card_error", "code": "authentication_required" } });
        return HttpResponse::PaymentRequired().json(error);
    }
    make(&shared, &request, ("intent", "pi"), |id| {
        let amount: i64 = form["amount"].parse().unwrap();
        json!({ "id": id, "object": "payment_intent", "status": "succeeded", "amount_received": amount, "currency": form["currency"], "latest_charge": { "disputed": false } })
    })
}

async fn detach(shared: web::Data<Shared>, request: HttpRequest) -> HttpResponse {
    let id = request.match_info()["id"].to_owned();
    assert!(id.starts_with("pm_"));
    make(
        &shared,
        &request,
        ("detached", "gone"),
        |_| json!({ "id": id, "object": "payment_method", "customer": null }),
    )
}

async fn refund(shared: web::Data<Shared>, request: HttpRequest, form: Form) -> HttpResponse {
    make(
        &shared,
        &request,
        ("refund", "re"),
        |id| json!({ "id": id, "object": "refund", "status": "pending", "amount": form["amount"], "payment_intent": form["payment_intent"] }),
    )
}

async fn transfer(shared: web::Data<Shared>, request: HttpRequest, form: Form) -> HttpResponse {
    if form["destination"] == "acct_broke" {
        let error =
            json!({ "error": { "type": "invalid_request_error", "code": "account_invalid" } });
        return HttpResponse::BadRequest().json(error);
    }
    make(
        &shared,
        &request,
        ("transfer", "tr"),
        |id| json!({ "id": id, "object": "transfer", "reversed": false, "amount": form["amount"], "destination": form["destination"] }),
    )
}

async fn account(shared: web::Data<Shared>, request: HttpRequest) -> HttpResponse {
    make(
        &shared,
        &request,
        ("account", "acct"),
        |id| json!({ "id": id, "object": "account", "payouts_enabled": false, "details_submitted": false, "external_accounts": { "data": [] } }),
    )
}

async fn link(shared: web::Data<Shared>, request: HttpRequest, form: Form) -> HttpResponse {
    make(
        &shared,
        &request,
        ("link", "link"),
        |id| json!({ "object": "account_link", "url": format!("https://connect.invalid/{}/{id}", form["account"]) }),
    )
}

async fn get(shared: web::Data<Shared>, request: HttpRequest) -> HttpResponse {
    let id = request.path().rsplit('/').next().unwrap_or_default();
    match shared.0.lock().unwrap().things.get(id) {
        Some(thing) => HttpResponse::Ok().json(thing),
        None => HttpResponse::NotFound().json(
            json!({ "error": { "type": "invalid_request_error", "code": "resource_missing" } }),
        ),
    }
}
