//! Advertising campaigns through the API: written, paid, shown, stopped and counted.

mod operating;
mod paying;
mod showing;
mod writing;

use std::sync::atomic::{AtomicU32, Ordering};

use estrade_testkit::{Person, Reply, TestApp};
use serde_json::{Value, json};

use crate::{files::picture, money::GOOD_CARD};

static KEYS: AtomicU32 = AtomicU32::new(0);

/// Sends a picture as a banner.
pub async fn send_banner(person: &Person, width: u32, height: u32) -> Reply {
    let form = estrade_testkit::files::form("file", "bal.png", &picture(width, height));
    person.send(person.sending_to("/v1/files?purpose=banner", form)).await
}

/// A sound campaign on the directory of Seine-Maritime, from the first day of the tests on.
pub async fn form(person: &Person) -> Value {
    let banner = send_banner(person, 1456, 180).await.expect(201).str("/id");
    json!({
        "title": "Les bals de la Maison Martin", "link": "https://www.maison-martin.example", "days": 15,
        "departement": "76", "placement": "directory", "size": "wide", "banner": banner, "starts_on": "2027-01-15",
    })
}

/// The same with something else.
fn with(mut form: Value, own: &Value) -> Value {
    form.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    form
}

/// A provider on FREE.
async fn on_free(app: &TestApp, handle: &str) -> Person {
    let person = app.provider(handle).await;
    person.put("/v1/organization/plan", json!({ "plan": "free" })).await.expect(200);
    app.deliver().await;
    person
}

/// A draft; its id.
pub async fn draft(person: &Person, own: Value) -> String {
    let form = with(form(person).await, &own);
    person.post("/v1/campaigns", form).await.expect(201).str("/id")
}

/// Asks for its payment.
async fn ask(person: &Person, id: &str) -> Reply {
    let key = format!("campaign-{}", KEYS.fetch_add(1, Ordering::Relaxed));
    person.post_once(&format!("/v1/campaigns/{id}/pay"), &key, json!({})).await
}

/// Pays a payment with a card; what follows is delivered.
async fn card(app: &TestApp, person: &Person, payment: &str, number: &str) {
    app.deliver().await;
    let path = format!("/v1/payments/{payment}/test-card");
    person.post(&path, json!({ "number": number })).await.expect(200);
    app.deliver().await;
}

/// A campaign that is paid; its id.
pub async fn paid(app: &TestApp, person: &Person, own: Value) -> String {
    let id = draft(person, own).await;
    let payment = ask(person, &id).await.expect(200).str("/id");
    card(app, person, &payment, GOOD_CARD).await;
    id
}

async fn seen(person: &Person, id: &str) -> Reply {
    person.get(&format!("/v1/campaigns/{id}")).await.expect(200)
}

/// The title of the banner that someone sees; empty for none.
async fn banner(person: &Person, query: &str) -> String {
    let shown = person.get(&format!("/v1/banners?{query}")).await.expect(200);
    shown.json["banner"]["title"].as_str().unwrap_or_default().to_owned()
}
