//! Identifiers that are barred for good.

use estrade_testkit::{
    Person, Reply, TestApp,
    people::{client_form, provider_form},
};
use serde_json::{Value, json};

async fn bar(operator: &Person, kind: &str, value: &str) -> Reply {
    let body = json!({ "kind": kind, "value": value, "reason": "Suppressions répétées" });
    operator.post("/v1/operator/bars", body).await
}

async fn register(app: &TestApp, form: Value) -> Reply {
    app.visitor().post("/v1/registrations", form).await
}

/// S1-023: a registration with a barred address, domain, network address or company is refused; a lifted bar
/// bars no more.
#[tokio::test]
async fn a_barred_identifier_does_not_register() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    for (kind, value) in [
        ("email", "Camille@Exemple.fr"),
        ("email_domain", "exemple.fr"),
        ("ip", "127.0.0.1"),
        ("siret", "732 829 320 00074"),
    ] {
        let made = bar(&operator, kind, value).await.expect(201);
        let form = if kind == "siret" { provider_form("camille") } else { client_form("camille") };
        register(&app, form).await.expect_refusal(403, "registration_barred");
        operator.delete(&format!("/v1/operator/bars/{}", made.str("/id"))).await.expect(204);
    }
    register(&app, client_form("camille")).await.expect(202);
    app.deliver().await;
    app.stop().await;
}

/// S1-023: bars are listed with their reason, made once, and logged.
#[tokio::test]
async fn bars_are_listed_and_logged() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let first = bar(&operator, "email", "abus@exemple.fr").await.expect(201);
    bar(&operator, "email", "ABUS@exemple.fr").await.expect_refusal(409, "already_barred");
    bar(&operator, "ip", "10.0.0").await.expect_refusal(422, "invalid_fields");
    bar(&operator, "ip", "10.0.0.1").await.expect(201);
    let list = operator.get("/v1/operator/bars").await.expect(200);
    let values: Vec<Value> = list.items().iter().map(|one| one["value"].clone()).collect();
    assert_eq!(values, ["10.0.0.1", "abus@exemple.fr"]);
    assert_eq!(list.str("/items/1/reason"), "Suppressions répétées");
    assert_eq!(operator.get("/v1/operator/bars?kind=email").await.expect(200).items().len(), 1);
    let path = format!("/v1/operator/bars/{}", first.str("/id"));
    operator.delete(&path).await.expect(204);
    operator.delete(&path).await.expect_refusal(404, "not_found");
    assert_eq!(super::logged(&operator, &first.str("/id")).await, ["bar.removed", "bar.added"]);
    app.deliver().await;
    app.stop().await;
}

/// S1-023: an invitation is no way around a bar.
#[tokio::test]
async fn an_invitation_is_no_way_around_a_bar() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let camille = app.client("camille").await;
    let invitation = json!({ "email": "abus@exemple.fr", "role": "member" });
    camille.post("/v1/invitations", invitation).await.expect(201);
    let token = app.mailed_token("abus@exemple.fr").await;
    bar(&operator, "email", "abus@exemple.fr").await.expect(201);
    let acceptance = json!({
        "token": token, "given_name": "Jean", "family_name": "Petit", "phone": "06 11 22 33 44",
        "password": "tournesol-des-champs", "terms_version": estrade_api::app::TERMS_VERSION,
    });
    let refused = app.visitor().post("/v1/invitations/accept", acceptance).await;
    refused.expect_refusal(403, "registration_barred");
    app.deliver().await;
    app.stop().await;
}
