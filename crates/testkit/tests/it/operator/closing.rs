//! Sanctions: an organization is closed without notice.

use estrade_domain::{lots::LotStatus, offers::OfferState};
use estrade_testkit::{TestApp, missions::Published, people::PASSWORD};
use serde_json::json;

use super::{logged, organization};

/// S1-024: a client is closed without notice: out at once, tenders closed, applicants and its own people told,
/// the reason once in the log.
#[tokio::test]
async fn a_closed_client_is_out_and_its_tenders_end() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { tender, lots } = app.publish(&camille, &["dj", "dj"]).await;
    let offer = app.applied(&max, lots[0], 80_000).await;
    app.in_work(&camille, &max, lots[1]).await;
    let jean = crate::members::member(&app, &camille, "jean@exemple.fr", "member").await;
    let key = json!({ "name": "Site", "scopes": ["read"] });
    let key = camille.post("/v1/api-keys", key).await.expect(201).str("/key");
    let path = format!("{}/close", organization(&camille));
    let silent = operator.post(&path, json!({ "reason": " " })).await;
    silent.expect_refusal(422, "invalid_fields");
    let closed =
        operator.post(&path, json!({ "reason": "Faux appels d’offres" })).await.expect(200);
    assert_eq!(closed.str("/organization/state"), "closed");
    assert_eq!(closed.str("/closed_reason"), "Faux appels d’offres");
    assert_eq!((&closed.json["actions"], &closed.json["lots_in_work"]), (&json!([]), &json!(1)));
    operator
        .post(&path, json!({ "reason": "Encore" }))
        .await
        .expect_refusal(409, "organization_closed");

    camille.get("/v1/me").await.expect(401);
    camille.log_in(&camille.email, PASSWORD).await.expect_refusal(403, "account_closed");
    let with_key = app.visitor().request(&reqwest::Method::GET, "/v1/me").bearer_auth(key);
    app.visitor().send(with_key).await.expect(401);
    let open = app.visitor().get("/v1/tenders").await.expect(200);
    assert!(open.items().iter().all(|card| card["id"] != tender.to_string()));
    let offer = app.db.read(move |conn| estrade_db::offers::get(conn, offer)).await.unwrap();
    assert_eq!(offer.state, OfferState::Ended);
    let working = lots[1];
    let working = app.db.read(move |conn| estrade_db::lots::get(conn, working)).await.unwrap();
    assert_eq!(working.status(), LotStatus::InWork, "a mission that was agreed goes on");

    let log = operator.get("/v1/operator/facts?kind=organization.closed").await.expect(200);
    assert_eq!(log.str("/items/0/details/reason"), "Faux appels d’offres");
    assert_eq!(log.str("/items/0/account"), operator.account);
    assert_eq!(log.items().len(), 1);
    assert_eq!(logged(&operator, &camille.organization).await[0], "organization.closed");
    let of_account = logged(&operator, &camille.account).await;
    assert_eq!(of_account[0], "account.activated", "one decision, one reason");
    assert_eq!(logged(&operator, &tender.to_string()).await[0], "tender.closed");
    jean.get("/v1/me").await.expect(401);
    for person in [&camille, &jean] {
        let told = app.mails_to(&person.email).await.into_iter().map(|mail| mail.template);
        assert_eq!(told.filter(|kind| kind == "account.closed").count(), 1, "told once");
    }
    app.stop().await;
}

/// S1-024: a provider is closed: no longer listed, its offers end, a lot that had chosen it is open again.
#[tokio::test]
async fn a_closed_provider_leaves_the_directory_and_its_offers() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let chosen = app.applied(&max, lots[0], 80_000).await;
    app.step(&camille, chosen, estrade_testkit::missions::Step::Choose(1)).await.unwrap();
    app.visitor().get("/v1/providers/dj-max").await.expect(200);
    let path = format!("{}/close", organization(&max));
    operator.post(&path, json!({ "reason": "Sanction" })).await.expect(200);
    max.get("/v1/me").await.expect(401);
    max.post("/v1/sessions/refresh", json!({})).await.expect(401);
    app.visitor().get("/v1/providers/dj-max").await.expect(404);
    assert!(app.visitor().get("/v1/providers").await.expect(200).items().is_empty());
    let lot = lots[0];
    let lot = app.db.read(move |conn| estrade_db::lots::get(conn, lot)).await.unwrap();
    assert_eq!(lot.status(), LotStatus::Open);
    let reset = json!({ "handle": "dj-max", "email": max.email });
    app.visitor().post("/v1/password-resets", reset).await.expect(202);
    assert_eq!(logged(&operator, "dj-max").await, ["account.password_reset_missed"]);
    app.deliver().await;
    app.stop().await;
}

/// The operator does not close itself.
#[tokio::test]
async fn the_operator_stays() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let own = organization(&operator);
    let refused = operator.post(&format!("{own}/close"), json!({ "reason": "Oups" })).await;
    refused.expect_refusal(409, "operator_stays");
    let plan = operator.post(&format!("{own}/plan"), json!({ "plan": "vip_plus" })).await;
    plan.expect_refusal(403, "provider_only");
    let wish = operator.post("/v1/deletion-requests", json!({ "understood": true })).await;
    wish.expect_refusal(409, "operator_stays");
    operator.get("/v1/me").await.expect(200);
    app.stop().await;
}

/// Several publications at once pass neither the cap nor a closing.
#[tokio::test]
async fn publications_at_once_pass_no_cap_and_no_closing() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let camille = app.client("camille").await;
    let mut paths = Vec::new();
    for _ in 0..8 {
        let draft = camille.post("/v1/tenders", crate::tenders::call()).await.expect(201);
        paths.push(format!("/v1/tenders/{}/publish", draft.str("/id")));
    }
    let publish = paths.iter().map(|path| camille.post(path, json!({})));
    let answers = futures_util::future::join_all(publish).await;
    let published = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(published, 5);

    app.advance(chrono::TimeDelta::days(2)).await;
    for person in [&operator, &camille] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    let close = format!("{}/close", organization(&camille));
    let closing = operator.post(&close, json!({ "reason": "Abus" }));
    let publish =
        futures_util::future::join_all(paths.iter().map(|path| camille.post(path, json!({}))));
    let (closed, _) = futures_util::future::join(closing, publish).await;
    closed.expect(200);
    assert!(app.visitor().get("/v1/tenders").await.expect(200).items().is_empty());
    app.deliver().await;
    app.stop().await;
}
