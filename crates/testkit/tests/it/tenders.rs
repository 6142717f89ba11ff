//! Calls for offers, as clients write them and providers find them.

mod applicants;
mod lapsing;
mod lists;
mod matching;
mod public;
mod revising;
mod writing;

use estrade_testkit::{Person, Reply, TestApp, people::provider_form};
use serde_json::{Value, json};

/// A complete event: a wedding in Rouen.
pub fn wedding() -> Value {
    json!({
        "kind": "wedding", "title": "Mariage de Léa et Tom", "day": "2027-06-12", "start_time": "16:00",
        "venue_known": true, "venue": "Manoir du Clos, 3 rue des Tilleuls", "town": "Rouen", "departement": "76",
        "guests": 120, "guest_ages": "de 2 à 90 ans", "description": "Une fête à la campagne.", "ideas_wanted": true,
    })
}

/// A tender for a DJ and a caterer.
pub fn call() -> Value {
    json!({
        "event": wedding(),
        "lots": [
            { "trade": "dj", "wishes": "Années 80 à aujourd’hui" },
            { "trade": "traiteur", "wishes": "Buffet froid", "quantity": "120 repas" },
        ],
    })
}

/// The tender, published.
pub async fn published(client: &Person, call: Value) -> Reply {
    let draft = client.post("/v1/tenders", call).await.expect(201);
    client.post(&format!("/v1/tenders/{}/publish", draft.str("/id")), json!({})).await.expect(200)
}

/// The version of a view.
pub fn version(view: &Reply) -> i64 {
    view.json["version"].as_i64().unwrap()
}

/// A provider on FREE, of these trades, in these départements (none: the whole of France).
pub async fn provider(
    app: &TestApp,
    handle: &str,
    trades: &[&str],
    departements: &[&str],
) -> Person {
    let mut form = provider_form(handle);
    form["trades"] = json!(trades[..1]);
    form["departements"] = json!(departements);
    form["france_wide"] = json!(departements.is_empty());
    let person = app.join(form).await;
    let trades: Vec<String> = trades.iter().map(|&trade| trade.to_owned()).collect();
    app.change_organization(&person, move |organization| {
        organization.trades.clone_from(&trades);
        organization.subscription = Some(estrade_domain::organizations::Subscription {
            plan: estrade_domain::organizations::Plan::Free,
            until: None,
        });
    })
    .await;
    person
}
