//! The wishes to be deleted, carried out by hand.

use chrono::TimeDelta;
use estrade_domain::accounts::AccountState;
use estrade_testkit::{
    Person, TestApp,
    missions::{Published, Step},
    people::{PASSWORD, client_form, provider_form},
};
use serde_json::json;

async fn wish(person: &Person) -> String {
    let wish = json!({ "understood": true, "reason": "Je pars" });
    person.post("/v1/deletion-requests", wish).await.expect(201).str("/id")
}

fn carry_out(id: &str) -> String {
    format!("/v1/operator/deletion-requests/{id}/carry-out")
}

/// S1-021: the wishes wait in the order of their dates; the operator carries one out once.
#[tokio::test]
async fn the_queue_is_worked_off_by_hand() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.provider("dj-max").await);
    let first = wish(&camille).await;
    app.advance(TimeDelta::minutes(5)).await;
    let second = wish(&max).await;
    let queue = operator.get("/v1/operator/deletion-requests").await.expect(200).items();
    let ids: Vec<&str> = queue.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [first.as_str(), second.as_str()]);
    assert_eq!(queue[0]["organization"]["handle"], "camille");
    assert_eq!(
        (&queue[0]["due_at"], &queue[0]["actions"]),
        (&json!("2027-02-14T09:00:00Z"), &json!(["carry_out"]))
    );
    let done = operator.post(&carry_out(&first), json!({})).await.expect(200);
    assert_eq!(done.str("/state"), "carried_out");
    operator
        .post(&carry_out(&first), json!({}))
        .await
        .expect_refusal(409, "deletion_request_ended");
    assert_eq!(operator.get("/v1/operator/deletion-requests").await.expect(200).items().len(), 1);
    let past = operator.get("/v1/operator/deletion-requests?state=carried_out").await.expect(200);
    assert_eq!(past.items().len(), 1);
    app.deliver().await;
    app.stop().await;
}

/// personal data is erased, the pages of the tenders are gone; contracts and reviews stay without a name.
#[tokio::test]
async fn nothing_personal_is_left() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { tender, lots } = app.publish(&camille, &["dj", "dj"]).await;
    let offer = app.in_work(&camille, &max, lots[0]).await;
    app.step(&camille, offer, Step::Complete).await.unwrap();
    let page = app.visitor().get(&format!("/v1/tenders/{tender}")).await.expect(200);
    let slug = page.str("/slug");
    let id = wish(&camille).await;
    app.deliver().await;
    operator.post(&carry_out(&id), json!({})).await.expect(200);

    camille.get("/v1/me").await.expect(401);
    camille.log_in(&camille.email, PASSWORD).await.expect_refusal(401, "wrong_credentials");
    let account = app.account(&camille).await.unwrap();
    assert_eq!(account.state, AccountState::Erased);
    let left = format!("{account:?}");
    for personal in
        ["Camille", "Durand", "camille@exemple.fr", "+33612345678", "127.0.0.1", "argon2"]
    {
        assert!(!left.contains(personal), "{personal} in {left}");
    }
    let party = camille.organization.parse().unwrap();
    let party = app.db.read(move |conn| estrade_db::organizations::get(conn, party)).await.unwrap();
    let left = format!("{party:?}");
    for personal in ["camille", "Camille", "Durand", "Lilas", "76000", "+336"] {
        assert!(!left.contains(personal), "{personal} in {left}");
    }
    assert!(app.mails_to(&camille.email).await.is_empty());
    app.visitor().get(&format!("/v1/tenders/{slug}")).await.expect(404);
    let kept = app.db.read(move |conn| estrade_db::offers::get(conn, offer)).await.unwrap();
    assert_eq!(kept.state, estrade_domain::offers::OfferState::Accepted, "the contract is kept");

    let taken = app.visitor().post("/v1/registrations", client_form("camille")).await;
    let taken = taken.expect_refusal(422, "invalid_fields").field_codes();
    assert_eq!(taken, [("/handle".to_owned(), "handle_taken".to_owned())], "S1-018: for good");
    let mut again = client_form("camille-bis");
    again["email"] = json!(camille.email);
    let again = app.join(again).await;
    assert_ne!(again.organization, camille.organization, "the address is free again");
    app.deliver().await;
    app.stop().await;
}

/// refused while a lot is in work, to the client as to the provider, to ask as to carry out.
#[tokio::test]
async fn nobody_leaves_a_mission() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let early = wish(&max).await;
    let offer = app.in_work(&camille, &max, lots[0]).await;
    let refused = camille.post("/v1/deletion-requests", json!({ "understood": true })).await;
    refused.expect_refusal(409, "lots_in_work");
    operator.post(&carry_out(&early), json!({})).await.expect_refusal(409, "lots_in_work");
    max.get("/v1/me").await.expect(200);
    app.step(&camille, offer, Step::Complete).await.unwrap();
    operator.post(&carry_out(&early), json!({})).await.expect(200);
    app.visitor().get("/v1/providers/dj-max").await.expect(404);
    wish(&camille).await;
    app.deliver().await;
    app.stop().await;
}

/// what others were told and what the log says of it no longer names it either; the contract of the
/// other side stays as it was agreed.
#[tokio::test]
async fn nobody_else_keeps_what_is_personal() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let draft = json!({ "event": { "title": "Secret" } });
    let draft = camille.post("/v1/tenders", draft).await.expect(201).str("/id").parse().unwrap();
    let Published { lots, .. } = app.publish(&camille, &["dj", "dj"]).await;
    let offer = app.in_work(&camille, &max, lots[0]).await;
    app.step(&camille, offer, Step::Complete).await.unwrap();
    let declined = app.applied(&max, lots[1], 80_000).await;
    app.step(&camille, declined, Step::Choose(1)).await.unwrap();
    app.step(&max, declined, Step::Decline).await.unwrap();
    let missed = json!({ "handle": "camille", "email": "autre@exemple.fr" });
    app.visitor().post("/v1/password-resets", missed).await.expect(202);
    let early = wish(&camille).await;
    let withdraw = format!("/v1/deletion-requests/{early}/withdraw");
    camille.post(&withdraw, json!({})).await.expect(200);
    let id = wish(&camille).await;
    app.deliver().await;
    operator.post(&carry_out(&id), json!({})).await.expect(200);
    app.deliver().await;

    let notices = max.get("/v1/notices?limit=100").await.expect(200).json.to_string();
    let mails = format!("{:?}", app.mails_to(&max.email).await);
    let facts = operator.get("/v1/operator/facts?limit=100").await.expect(200).json.to_string();
    let wishes = operator.get("/v1/operator/deletion-requests?state=withdrawn").await.expect(200);
    let wishes = wishes.json.to_string();
    for (place, text) in
        [("notices", notices), ("mails", mails), ("facts", facts), ("wishes", wishes)]
    {
        for personal in ["Léa", "Durand", "camille", "Lilas", "Je pars", "Secret"] {
            assert!(!text.contains(personal), "{personal} in {place}: {text}");
        }
    }
    let gone = app.db.read(move |conn| estrade_db::tenders::get(conn, draft)).await;
    assert!(matches!(gone, Err(estrade_db::Error::NotFound)), "a draft goes with its client");
    let kept = max.get(&format!("/v1/offers/{offer}")).await.expect(200);
    assert_eq!(kept.json["totals"]["gross"]["amount"], 80_000, "what was agreed stays");
    app.stop().await;
}

/// S1-023: the operator sees how often someone with the same identifiers was deleted before, and bars the address
/// with the deletion, though it is erased. What tells it is forgotten after three years, the pseudo never.
#[tokio::test]
async fn who_comes_and_goes_is_seen_and_barred() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let queue = "/v1/operator/deletion-requests";
    let form = |handle: &str| {
        let mut form = provider_form(handle);
        form["email"] = json!("max@exemple.fr");
        form
    };
    for (handle, past) in [("dj-max", 0), ("dj-max-deux", 1), ("dj-max-trois", 2)] {
        let max = app.join(form(handle)).await;
        let id = wish(&max).await;
        let waits = operator.get(queue).await.expect(200).items();
        let counted = json!({ "email": past, "ip": past, "siret": past });
        assert_eq!(waits[0]["organization"]["past_deletions"], counted, "{handle}");
        app.deliver().await;
        let bar = past == 2;
        operator.post(&carry_out(&id), json!({ "bar": bar })).await.expect(200);
        app.deliver().await;
    }
    let again = app.visitor().post("/v1/registrations", form("dj-max-quatre")).await;
    again.expect_refusal(403, "registration_barred");
    let bars = operator.get("/v1/operator/bars").await.expect(200);
    assert_eq!((bars.str("/items/0/kind"), bars.items().len()), ("email".to_owned(), 1));
    assert_eq!(bars.str("/items/0/value"), "max@exemple.fr");

    app.advance(TimeDelta::days(3 * 365)).await;
    app.db.write(estrade_db::housekeeping::tidy).await.unwrap();
    let mut form = provider_form("dj-max");
    form["email"] = json!("autre@exemple.fr");
    let taken = app.visitor().post("/v1/registrations", form.clone()).await;
    taken.expect_refusal(422, "invalid_fields");
    form["handle"] = json!("dj-autre");
    wish(&app.join(form).await).await;
    operator.log_in(&operator.email, PASSWORD).await.expect(201);
    let waits = operator.get(queue).await.expect(200).items();
    let none = json!({ "email": 0, "ip": 0, "siret": 0 });
    assert_eq!(waits[0]["organization"]["past_deletions"], none);
    app.deliver().await;
    app.stop().await;
}
