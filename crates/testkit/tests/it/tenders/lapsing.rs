//! What time does to tenders and missions: nothing waits for ever.

use chrono::TimeDelta;
use estrade_testkit::{
    Person, TestApp,
    missions::{Published, Step},
    people::PASSWORD,
};
use serde_json::{Value, json};

/// From the clock's beginning to the end of the wedding's day in Paris.
fn to_the_end_of_the_day() -> TimeDelta {
    TimeDelta::days(148) + TimeDelta::hours(13)
}

async fn mailed(app: &TestApp, person: &Person) -> Vec<String> {
    app.mails_to(&person.email).await.into_iter().map(|mail| mail.template).collect()
}

/// Sessions end while weeks pass: everyone logs in again.
async fn weeks_pass(app: &TestApp, by: TimeDelta, people: &[&Person]) {
    app.advance(by).await;
    for person in people {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
}

async fn todo(person: &Person) -> Value {
    person.get("/v1/me/todo").await.expect(200).json
}

fn offer() -> Value {
    json!({
        "public_message": "Vingt ans de fêtes.",
        "lines": [{ "label": "Soirée", "quantity": "1", "unit_price": { "amount": 70_000, "currency": "EUR" }, "vat_rate": 0 }],
    })
}

/// Part 6, S1-054: after the event the client is told; a week later what nobody does is closed, takes no
/// offers and is in the history.
#[tokio::test]
async fn a_tender_that_found_nobody_is_closed() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { tender, lots } = app.publish(&camille, &["dj"]).await;
    let early = json!({ "reason": "event_past" });
    let refused = camille.post(&format!("/v1/tenders/{tender}/close"), early).await;
    refused.expect_refusal(422, "invalid_fields");
    weeks_pass(&app, to_the_end_of_the_day(), &[&camille, &max]).await;
    assert_eq!(mailed(&app, &camille).await.last().unwrap(), "tender.past");
    let told = app.mails_to(&camille.email).await.pop().unwrap().text_body;
    assert!(told.contains("DJ") && told.contains("20 juin 2027"), "{told}");
    let path = format!("/v1/lots/{}/offers", lots[0]);
    max.post(&path, offer()).await.expect_refusal(409, "event_past");
    let open = camille.get("/v1/my/tenders?state=open").await.expect(200).items();
    assert_eq!(open.len(), 1, "it can still be given another day");

    weeks_pass(&app, TimeDelta::days(7), &[&camille, &max]).await;
    assert_eq!(mailed(&app, &camille).await.last().unwrap(), "tender.lapsed");
    max.post(&path, offer()).await.expect_refusal(409, "lot_closed");
    assert!(max.get("/v1/potential-tenders").await.expect(200).items().is_empty());
    let closed = camille.get("/v1/my/tenders?state=closed").await.expect(200).items();
    assert_eq!(closed[0]["id"], tender.to_string());
    let page = app.visitor().get(&format!("/v1/tenders/{tender}")).await.expect(200);
    assert_eq!(page.str("/closing/reason"), "event_past");
    app.deliver().await;
    app.stop().await;
}

/// Part 6: an event that is put off in time goes on with its new day.
#[tokio::test]
async fn an_event_that_is_put_off_goes_on() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let Published { tender, .. } = app.publish(&camille, &["dj"]).await;
    weeks_pass(&app, to_the_end_of_the_day(), &[&camille]).await;
    let path = format!("/v1/tenders/{tender}");
    let seen = camille.get(&path).await.expect(200);
    let day = json!({ "event": { "day": "2027-07-03" } });
    camille.patch(&path, super::version(&seen), day).await.expect(200);
    weeks_pass(&app, TimeDelta::days(8), &[&camille]).await;
    let listed = app.visitor().get("/v1/tenders").await.expect(200).items();
    assert_eq!(listed[0]["id"], tender.to_string());
    weeks_pass(&app, TimeDelta::days(20), &[&camille]).await;
    assert_eq!(camille.get(&path).await.expect(200).str("/status"), "closed");
    app.stop().await;
}

/// Part 6: the client is reminded of a mission after the event, again a week and a month later; then the
/// operator may end it, with a reason that is kept. S1-049: before that only the client may.
#[tokio::test]
async fn a_mission_that_nobody_ends_is_the_operators_to_end() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { tender, lots } = app.publish(&camille, &["dj", "traiteur"]).await;
    app.in_work(&camille, &max, lots[0]).await;
    let end = format!("/v1/operator/lots/{}/end", lots[0]);
    let reason = json!({ "reason": "Le client ne répond plus." });
    weeks_pass(&app, to_the_end_of_the_day(), &[&operator, &camille, &max]).await;
    assert_eq!(mailed(&app, &camille).await.last().unwrap(), "tender.past");
    assert_eq!(todo(&camille).await["client"]["missions_to_complete"], 1);
    weeks_pass(&app, TimeDelta::days(7), &[&operator, &camille, &max]).await;
    let week = mailed(&app, &camille).await;
    assert_eq!(week[week.len() - 2..], ["tender.lapsed", "tender.missions_overdue"]);
    let view = camille.get(&format!("/v1/tenders/{tender}")).await.expect(200);
    assert_eq!(
        (view.str("/status"), view.str("/lots/1/status")),
        ("in_work".into(), "closed".into())
    );
    operator.post(&end, reason.clone()).await.expect_refusal(409, "mission_running");
    assert_eq!(todo(&operator).await["operator"]["missions_to_end"], 0);

    weeks_pass(&app, TimeDelta::days(23) + TimeDelta::hours(2), &[&operator, &camille, &max]).await;
    let month = mailed(&app, &camille).await;
    assert_eq!(month.len(), week.len() + 1);
    assert_eq!(todo(&operator).await["operator"]["missions_to_end"], 1);
    let stuck = operator.get("/v1/operator/lots").await.expect(200);
    assert_eq!(
        (stuck.str("/items/0/id"), stuck.str("/items/0/stuck"), stuck.str("/items/0/actions/0")),
        (lots[0].to_string(), "overdue".to_owned(), "end".to_owned())
    );
    operator.post(&end, json!({ "reason": " " })).await.expect_refusal(422, "invalid_fields");
    let ended = operator.post(&end, reason.clone()).await.expect(200);
    assert_eq!((ended.str("/status"), &ended.json["actions"]), ("done".to_owned(), &json!([])));
    operator.post(&end, reason).await.expect_refusal(409, "lot_not_in_work");
    let log = operator.get("/v1/operator/facts?kind=lot.ended").await.expect(200);
    assert_eq!(log.str("/items/0/details/reason"), "Le client ne répond plus.");
    for person in [&camille, &max] {
        assert_eq!(mailed(&app, person).await.last().unwrap(), "lot.ended");
    }
    assert!(operator.get("/v1/operator/lots").await.expect(200).items().is_empty());
    app.stop().await;
}

/// Part 6: a mission whose other side was closed is the operator's to end at once; whoever is left can then
/// review it, and go.
#[tokio::test]
async fn a_mission_without_its_other_side_is_the_operators_to_end() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("dj-max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj", "dj"]).await;
    let offer = app.in_work(&camille, &max, lots[0]).await;
    let second = app.in_work(&camille, &max, lots[1]).await;
    app.step(&camille, second, Step::Complete).await.unwrap();
    let close = format!("/v1/operator/organizations/{}/close", max.organization);
    operator.post(&close, json!({ "reason": "Faux SIRET" })).await.expect(200);
    let stuck = operator.get("/v1/operator/lots").await.expect(200);
    assert_eq!(stuck.items().len(), 1);
    assert_eq!(stuck.str("/items/0/stuck"), "provider_gone");
    assert_eq!(stuck.str("/items/0/provider/state"), "closed");
    let wish = json!({ "understood": true });
    camille.post("/v1/deletion-requests", wish.clone()).await.expect_refusal(409, "lots_in_work");
    let end = format!("/v1/operator/lots/{}/end", lots[0]);
    operator.post(&end, json!({ "reason": "Prestataire fermé" })).await.expect(200);
    let seen = camille.get(&format!("/v1/offers/{offer}")).await.expect(200);
    assert_eq!(seen.json["actions"], json!(["review"]));
    camille.post("/v1/deletion-requests", wish).await.expect(201);
    let open = app.publish(&camille, &["dj"]).await.lots[0];
    let end = format!("/v1/operator/lots/{open}/end");
    let early = operator.post(&end, json!({ "reason": "Non" })).await;
    early.expect_refusal(409, "lot_not_in_work");
    app.deliver().await;
    app.stop().await;
}
