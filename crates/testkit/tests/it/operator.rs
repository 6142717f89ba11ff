//! What only the operator does: accounts, sanctions, plans, deletions, bars, the log.

mod bars;
mod closing;
mod deletions;
mod plans;

use estrade_testkit::{Person, Reply, TestApp};
use reqwest::Method;
use serde_json::{Value, json};

fn organization(person: &Person) -> String {
    format!("/v1/operator/organizations/{}", person.organization)
}

/// The kinds in the log about a subject, the latest first.
async fn logged(operator: &Person, subject: &str) -> Vec<String> {
    let log = operator.get(&format!("/v1/operator/facts?subject={subject}")).await.expect(200);
    log.items().iter().map(|fact| fact["kind"].as_str().unwrap().to_owned()).collect()
}

async fn found(operator: &Person, query: &str) -> Vec<String> {
    let page = operator.get(&format!("/v1/operator/accounts?{query}")).await.expect(200);
    page.items()
        .iter()
        .map(|one| one["organization"]["handle"].as_str().unwrap().to_owned())
        .collect()
}

async fn send(person: &Person, method: &str, path: &str, body: &Value) -> Reply {
    let method: Method = method.parse().unwrap();
    let request = person.request(&method, path);
    let request = if body.is_null() { request } else { request.json(body) };
    person.send(request.header("if-match", "\"1\"")).await
}

/// For everyone else the operator's pages do not exist, whether what they name exists or not.
#[tokio::test]
async fn the_operators_pages_exist_for_nobody_else() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.provider("dj-max").await);
    let own = organization(&camille);
    let (close, plan) = (format!("{own}/close"), format!("{own}/plan"));
    let nothing = Value::Null;
    let requests = [
        ("GET", "/v1/operator/accounts", nothing.clone()),
        ("GET", own.as_str(), nothing.clone()),
        ("PATCH", own.as_str(), json!({ "legal_kind": "company" })),
        ("POST", close.as_str(), json!({ "reason": "Abus" })),
        ("POST", plan.as_str(), json!({ "plan": "vip_plus" })),
        ("GET", "/v1/operator/deletion-requests", nothing.clone()),
        (
            "POST",
            "/v1/operator/deletion-requests/del_00000000000000000000000001/carry-out",
            json!({}),
        ),
        ("GET", "/v1/operator/bars", nothing.clone()),
        (
            "POST",
            "/v1/operator/bars",
            json!({ "kind": "ip", "value": "10.0.0.1", "reason": "Abus" }),
        ),
        ("DELETE", "/v1/operator/bars/bar_00000000000000000000000001", nothing.clone()),
        ("GET", "/v1/operator/facts", nothing),
    ];
    for (method, path, body) in &requests {
        for person in [&camille, &max] {
            send(person, method, path, body).await.expect_refusal(404, "not_found");
        }
        send(&app.visitor(), method, path, body).await.expect_refusal(401, "unauthenticated");
    }
    camille.get("/v1/me").await.expect(200);
    app.stop().await;
}

/// Accounts are found by a part of what one remembers, by state and by kind, page by page.
#[tokio::test]
async fn accounts_are_found() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    app.client("camille").await;
    app.provider("dj-max").await;
    let visitor = app.visitor();
    let pending = estrade_testkit::people::client_form("late-one");
    visitor.post("/v1/registrations", pending).await.expect(202);
    app.deliver().await;
    assert_eq!(found(&operator, "").await, ["late-one", "dj-max", "camille", "regie"]);
    assert_eq!(found(&operator, "q=CAMILLE@").await, ["camille"]);
    assert_eq!(found(&operator, "q=durand").await.len(), 4, "a family name");
    assert_eq!(found(&operator, "q=maison%20dj").await, ["dj-max"]);
    assert_eq!(found(&operator, "q=%25").await, [""; 0], "a wildcard is a letter like another");
    assert_eq!(found(&operator, "state=pending").await, ["late-one"]);
    assert_eq!(found(&operator, "kind=provider&state=active").await, ["dj-max"]);
    let mut seen = Vec::new();
    let mut path = "/v1/operator/accounts?limit=1&q=exemple.fr".to_owned();
    for _ in 0..10 {
        let page = operator.get(&path).await.expect(200);
        seen.extend(page.items().iter().map(|one| one["email"].as_str().unwrap().to_owned()));
        let Some(next) = page.json["next_page"].as_str() else { break };
        path = format!("/v1/operator/accounts?limit=1&q=exemple.fr&page={next}");
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
    let wrong = operator.get("/v1/operator/accounts?state=asleep").await;
    wrong.expect_refusal(422, "invalid_fields");
    app.stop().await;
}

/// S1-002: what a client is before the law is edited by the operator; a provider's numbers go with it.
#[tokio::test]
async fn the_operator_corrects_the_legal_kind() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.provider("dj-max").await);
    let path = organization(&camille);
    let before = operator.get(&path).await.expect(200);
    assert_eq!(before.json["actions"], json!(["correct", "close"]));
    let version = before.json["version"].as_i64().unwrap();
    let corrected = operator.patch(&path, version, json!({ "legal_kind": "association" })).await;
    assert_eq!(corrected.expect(200).str("/organization/legal_kind"), "association");
    let stale = operator.patch(&path, version, json!({ "legal_kind": "company" })).await;
    stale.expect_refusal(412, "version_outdated");
    let misfit = operator.patch(&path, version + 1, json!({ "legal_kind": "cesu" })).await;
    misfit.expect_refusal(422, "invalid_fields");
    let path = organization(&max);
    let version = operator.get(&path).await.expect(200).json["version"].as_i64().unwrap();
    let cesu = operator.patch(&path, version, json!({ "legal_kind": "cesu" })).await.expect(200);
    assert_eq!(cesu.json["organization"]["siret"], Value::Null);
    let back = operator.patch(&path, version + 1, json!({ "legal_kind": "company" })).await;
    let back = back.expect_refusal(422, "invalid_fields");
    assert_eq!(back.field_codes(), [("/siret".to_owned(), "required".to_owned())]);
    let whole = json!({ "legal_kind": "company", "siret": "73282932000074" });
    operator.patch(&path, version + 1, whole).await.expect(200);
    operator.get("/v1/operator/organizations/org_nonsense").await.expect_refusal(404, "not_found");
    app.deliver().await;
    app.stop().await;
}

/// The log tells who decided what about whom, the latest first, by kind and by subject.
#[tokio::test]
async fn the_log_is_read() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let camille = app.client("camille").await;
    assert_eq!(
        logged(&operator, &camille.account).await,
        ["account.activated", "account.registered"]
    );
    let log = operator.get("/v1/operator/facts?kind=account.activated&limit=1").await.expect(200);
    assert_eq!(log.str("/items/0/subject"), camille.account);
    assert_eq!(log.str("/items/0/details/organization"), camille.organization);
    let next = log.str("/next_page");
    let rest = format!("/v1/operator/facts?kind=account.activated&limit=1&page={next}");
    let rest = operator.get(&rest).await.expect(200);
    assert_eq!(
        (rest.str("/items/0/subject"), &rest.json["next_page"]),
        (operator.account.clone(), &Value::Null)
    );
    let other = operator.get(&format!("/v1/operator/facts?page={next}")).await;
    other.expect_refusal(400, "invalid_page");
    app.stop().await;
}
