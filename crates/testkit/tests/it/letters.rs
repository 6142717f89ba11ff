//! Who is told what of tenders, offers and missions, by mail and in the application.

mod fan_out;
mod missions;

use estrade_testkit::{Person, TestApp};
use serde_json::{Value, json};

/// The letters that a person got after those every person gets, the oldest first.
async fn letters(app: &TestApp, person: &Person) -> Vec<String> {
    let mails = app.mails_to(&person.email).await.into_iter().map(|mail| mail.template);
    mails.filter(|kind| kind != "activation" && kind != "account.activated").collect()
}

/// The kinds of a person's notices after the welcome, the oldest first.
async fn notices(app: &TestApp, person: &Person) -> Vec<String> {
    app.deliver().await;
    let page = person.get("/v1/notices?limit=100").await.expect(200).items();
    let kinds = page.iter().map(|notice| notice["kind"].as_str().unwrap().to_owned());
    let mut kinds: Vec<String> = kinds.filter(|kind| kind != "account.activated").collect();
    kinds.reverse();
    kinds
}

/// The text of the last mail to a person.
async fn last_text(app: &TestApp, person: &Person) -> String {
    app.mails_to(&person.email).await.pop().unwrap().text_body
}

/// The last notice of a person.
async fn last_notice(app: &TestApp, person: &Person) -> Value {
    app.deliver().await;
    person.get("/v1/notices?limit=1").await.expect(200).items().remove(0)
}

/// Sets one of the two boxes of a person's alerts.
async fn tick(person: &Person, alert: &str, ticked: bool) {
    let me = person.get("/v1/me").await.expect(200);
    let change = json!({ "alerts": { alert: ticked } });
    let version = me.json["version"].as_i64().unwrap();
    let _ = person.patch("/v1/me", version, change).await.expect(200);
}
