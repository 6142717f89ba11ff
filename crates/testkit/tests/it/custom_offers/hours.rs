//! Work by the hour: logged, sent, contested, approved, invoiced; a limit for each week; an end.

use chrono::{Days, TimeDelta};
use estrade_domain::world::legal_day;
use estrade_testkit::{Reply, people::PASSWORD};
use serde_json::{Value, json};

use super::{Pair, act, hourly};
use crate::invoices::mandate;

fn entry(day: &str, minutes: u32) -> Value {
    json!({ "day": day, "minutes": minutes, "what": "Réglage de la scène" })
}

async fn log(pair: &Pair, id: &str, minutes: u32) -> Reply {
    let today = legal_day(pair.app.now()).to_string();
    pair.leo.post(&format!("/v1/orders/{id}/hours"), entry(&today, minutes)).await
}

/// Issue 4, point 3; part 6: hours are logged, sent, contested, put right, approved and locked; the approved sheet is
/// invoiced, hour by hour, and the next one is open.
#[tokio::test]
async fn a_sheet_goes_from_the_first_hour_to_its_invoice() {
    let pair = Pair::talking().await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    leo.put("/v1/organization/invoicing-mandate", mandate()).await.expect(200);
    let id = pair.ordered(hourly(40)).await;
    act(leo, &id, "deliver", json!({})).await.expect_refusal(409, "order_no_hours");
    let first = log(&pair, &id, 150).await.expect(201);
    assert_eq!(
        (first.json["sheet"].as_u64(), first.json["minutes"].as_u64()),
        (Some(1), Some(150))
    );
    log(&pair, &id, 60).await.expect(201);
    let order = camille.get(&format!("/v1/orders/{id}")).await.expect(200);
    assert_eq!(order.json["milestones"][0]["minutes"], 210);
    assert_eq!(order.json["milestones"][0]["net"]["amount"], 15_750, "3.5 hours at 45 €");
    assert_eq!(order.json["timesheet"]["minutes_this_week"], 210);
    act(leo, &id, "deliver", json!({})).await.expect(200);
    let told = pair.app.mails_to(&camille.email).await.pop().unwrap();
    assert!(told.subject.contains("feuille d’heures"), "{}", told.subject);

    // With the client its hours stand; what is done meanwhile goes to the next sheet.
    let path = format!("/v1/orders/{id}/hours/{}", first.str("/id"));
    leo.delete(&path).await.expect_refusal(409, "order_hours_locked");
    assert_eq!(log(&pair, &id, 30).await.expect(201).json["sheet"], 2);
    let path_of = format!("/v1/orders/{id}");
    for (person, open) in [(leo, json!(2)), (camille, Value::Null)] {
        let sheets = person.get(&path_of).await.expect(200).json["timesheet"].clone();
        assert_eq!(sheets["open_sheet"], open);
        let ahead =
            json!({ "number": 2, "minutes": 30, "gross": { "amount": 2_250, "currency": "EUR" } });
        assert_eq!(sheets["ahead"], ahead);
    }
    let contested = json!({ "message": "Deux heures et demie, pas plus." });
    act(camille, &id, "request-revision", contested).await.expect(200);
    camille.delete(&path).await.expect_refusal(403, "order_provider_decides");
    leo.delete(&path).await.expect(204);
    leo.delete(&path).await.expect(404);
    log(&pair, &id, 90).await.expect(201);
    act(leo, &id, "deliver", json!({})).await.expect(200);
    let next = act(camille, &id, "accept", json!({})).await.expect(200);
    let states: Vec<&Value> =
        next.json["milestones"].as_array().unwrap().iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["accepted", "started"]);
    assert_eq!(next.json["milestones"][1]["minutes"], 30);
    let sheet = camille.get(&format!("/v1/orders/{id}/hours?sheet=1")).await.expect(200).items();
    let minutes: u64 = sheet.iter().map(|it| it["minutes"].as_u64().unwrap()).sum();
    assert_eq!((sheet.len(), minutes), (2, 150));

    pair.app.deliver().await;
    let found = camille.get(&format!("/v1/invoices?order={id}")).await.expect(200).items();
    let invoice = format!("/v1/invoices/{}", found[0]["id"].as_str().unwrap());
    let invoice = camille.get(&invoice).await.expect(200);
    assert_eq!((found.len(), &invoice.json["lines"][0]["quantity"]), (1, &json!("2.5")));
    assert_eq!(invoice.json["net"]["amount"], 11_250);
    pair.app.stop().await;
}

/// S2-031, S2-032: the client raises the limit at once and lowers it from Monday on; the provider is told.
#[tokio::test]
async fn the_weekly_limit_changes() {
    let pair = Pair::talking().await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    let id = pair.ordered(hourly(40)).await;
    let limit = |hours: Value| json!({ "weekly_hours": hours });
    let refused = act(leo, &id, "set-weekly-hours", limit(json!(10))).await;
    refused.expect_refusal(403, "order_client_decides");
    act(camille, &id, "set-weekly-hours", limit(json!(169))).await.expect(422);
    let none = act(camille, &id, "set-weekly-hours", limit(Value::Null)).await.expect(200);
    assert_eq!(none.json["timesheet"]["weekly_hours"], Value::Null);
    let set = act(camille, &id, "set-weekly-hours", limit(json!(10))).await.expect(200);
    assert_eq!(set.json["timesheet"]["weekly_hours"], Value::Null, "this week as before");
    assert_eq!(set.json["timesheet"]["lowered"]["weekly_hours"], 10);
    let last = pair.app.mails_to(&leo.email).await.pop().unwrap();
    assert!(last.subject.contains("limite hebdomadaire"), "{}", last.subject);
    assert!(last.text_body.contains("à partir du"), "{}", last.text_body);
    log(&pair, &id, 12 * 60).await.expect(201);
    pair.app.advance(TimeDelta::days(7)).await;
    for person in [camille, leo] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    let order = camille.get(&format!("/v1/orders/{id}")).await.expect(200);
    assert_eq!(order.json["timesheet"]["weekly_hours"], 10);
    log(&pair, &id, 10 * 60).await.expect(201);
    let over = log(&pair, &id, 15).await.expect(422);
    assert_eq!(over.json["errors"][0]["code"], "weekly_limit_reached");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// Part 6 « No dead end »: a week's hours go to the client on Monday, silence approves them, and either side ends the
/// mission; what is on a day that is not of the mission is refused.
#[tokio::test]
async fn weeks_follow_each_other_until_someone_stops() {
    let pair = Pair::talking().await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    let id = pair.ordered(hourly(40)).await;
    let yesterday = legal_day(pair.app.now()).checked_sub_days(Days::new(1)).unwrap();
    let early = entry(&yesterday.to_string(), 60);
    let early = leo.post(&format!("/v1/orders/{id}/hours"), early).await;
    assert_eq!(early.expect(422).json["errors"][0]["code"], "day_out_of_reach");
    log(&pair, &id, 60).await.expect(201);
    pair.app.advance(TimeDelta::days(8)).await;
    for person in [camille, leo] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    let path = format!("/v1/orders/{id}");
    assert_eq!(camille.get(&path).await.expect(200).str("/status"), "delivered");
    pair.app.advance(TimeDelta::days(8)).await;
    for person in [camille, leo] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    let going_on = camille.get(&path).await.expect(200);
    assert_eq!(going_on.json["milestones"][0]["state"], "accepted");
    assert_eq!(going_on.str("/status"), "in_work");
    log(&pair, &id, 45).await.expect(201);
    act(leo, &id, "cancel", json!({})).await.expect_refusal(409, "order_hours_logged");
    let stopped = act(camille, &id, "stop", json!({ "reason": "Tout est prêt." })).await;
    assert_eq!(stopped.expect(200).str("/status"), "delivered");
    let told = pair.app.mails_to(&leo.email).await.pop().unwrap();
    assert!(told.subject.contains("arrête la mission"), "{}", told.subject);
    log(&pair, &id, 45).await.expect_refusal(409, "order_stopped");
    let done = act(camille, &id, "accept", json!({})).await.expect(200);
    assert_eq!(
        (done.str("/status").as_str(), &done.json["actions"]),
        ("completed", &json!(["review"]))
    );
    pair.app.deliver().await;
    pair.app.stop().await;
}
