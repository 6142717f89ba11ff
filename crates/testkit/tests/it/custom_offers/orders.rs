//! What accepted offers made: start, delivery, revision, acceptance, silence.

use chrono::TimeDelta;
use estrade_testkit::people::PASSWORD;
use serde_json::{Value, json};

use super::{Pair, accept, act, fixed, milestones, subscription, wish};

fn saying(message: &str) -> Value {
    json!({ "message": message })
}

/// S2-029: milestones are delivered and approved one by one, with a counted revision (S2-007); each step is
/// news in the conversation with what was said.
#[tokio::test]
async fn milestones_are_delivered_and_approved() {
    let pair = Pair::talking().await;
    let id = pair.ordered(milestones(2)).await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    act(camille, &id, "accept", json!({})).await.expect_refusal(409, "order_not_delivered");
    act(camille, &id, "deliver", saying("Moi")).await.expect_refusal(403, "order_provider_decides");
    act(leo, &id, "deliver", saying(" ")).await.expect(422);
    act(leo, &id, "deliver", saying("Voici le plan.")).await.expect(200);
    act(camille, &id, "request-revision", saying("Plus de tables.")).await.expect(200);
    act(leo, &id, "deliver", saying("Refait.")).await.expect(200);
    act(camille, &id, "request-revision", saying("Encore."))
        .await
        .expect_refusal(409, "order_revisions_used_up");
    let next = act(camille, &id, "accept", json!({})).await.expect(200);
    let states: Vec<&Value> =
        next.json["milestones"].as_array().unwrap().iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["accepted", "started"]);
    act(leo, &id, "deliver", saying("La suite.")).await.expect(200);
    let done = act(camille, &id, "accept", json!({})).await.expect(200);
    assert_eq!(
        (done.str("/status").as_str(), &done.json["actions"]),
        ("completed", &json!(["review"]))
    );
    let path = format!("/v1/conversations/{}/entries", pair.conversation);
    let entries = leo.get(&path).await.expect(200).items();
    let revision =
        entries.iter().find(|entry| entry["kind"] == "order.revision_requested").unwrap();
    assert_eq!(revision["text"], "Plus de tables.");
    assert_eq!(revision["custom_offer"]["milestone"], 1);
    assert_eq!(leo.get("/v1/orders?over=true").await.expect(200).items().len(), 1);
    assert!(leo.get("/v1/orders").await.expect(200).items().is_empty());
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S1-092, S1-093: a completed order is reviewed once, by its client; the review stands on the provider's sheet and is
/// answered from there.
#[tokio::test]
async fn a_completed_order_is_reviewed_once() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    let today = pair.app.now().date_naive();
    let opinion = |day: chrono::NaiveDate| {
        let comment = "Tout était prêt à l’heure, et la piste pleine.";
        json!({ "rating": 4, "punctuality": 5, "comment": comment, "experienced_on": day.to_string() })
    };
    act(leo, &id, "deliver", saying("Voilà.")).await.expect(200);
    act(camille, &id, "review", opinion(today)).await.expect_refusal(409, "order_not_completed");
    act(camille, &id, "accept", json!({})).await.expect(200);
    let todo = camille.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["client"]["orders_to_review"], 1);
    act(leo, &id, "review", opinion(today)).await.expect_refusal(403, "order_client_decides");
    for impossible in [today.pred_opt().unwrap(), today.succ_opt().unwrap()] {
        act(camille, &id, "review", opinion(impossible))
            .await
            .expect_refusal(422, "experience_day_impossible");
    }
    let review = act(camille, &id, "review", opinion(today)).await.expect(201);
    act(camille, &id, "review", opinion(today)).await.expect_refusal(409, "order_reviewed");
    let order = camille.get(&format!("/v1/orders/{id}")).await.expect(200);
    assert_eq!((order.str("/review"), &order.json["actions"]), (review.str("/id"), &json!([])));
    let todo = camille.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["client"]["orders_to_review"], 0);
    let mail = pair.app.mails_to(&leo.email).await.pop().unwrap();
    assert!(mail.subject.contains("4 étoiles"), "{}", mail.subject);
    assert!(mail.text_body.contains(&format!("/commandes/{id}")), "{}", mail.text_body);
    let listed = leo.get("/v1/providers/leo/reviews").await.expect(200).items();
    assert_eq!((listed.len(), &listed[0]["actions"]), (1, &json!(["answer"])));
    let answer = format!("/v1/reviews/{}/answer", review.str("/id"));
    leo.post(&answer, json!({ "text": "Merci !" })).await.expect(200);
    let sheet = pair.app.visitor().get("/v1/providers/leo").await.expect(200);
    assert_eq!(
        (&sheet.json["rating"]["average"], &sheet.json["rating"]["count"]),
        (&json!(4.0), &json!(1))
    );
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-041, S2-042: the switch « Demander des critères de service »: off, the order starts when it is placed; on,
/// when the client has given them.
#[tokio::test]
async fn requirements_start_the_order() {
    let pair = Pair::talking().await;
    let mut asking = wish(fixed());
    asking["questions"] =
        json!([{ "text": "Combien d’invités ?", "mandatory": true }, { "text": "Un morceau ?" }]);
    let offer = pair.send(asking).await.expect(201).str("/id");
    let order = accept(&pair.camille, &offer, 1).await.expect(201);
    let id = order.str("/id");
    assert_eq!(order.str("/status"), "awaiting_requirements");
    act(&pair.leo, &id, "deliver", saying("Voilà")).await.expect_refusal(409, "order_not_started");
    let blank = json!({ "answers": ["", "Aucun"] });
    let refused = act(&pair.camille, &id, "give-requirements", blank).await.expect(422);
    assert_eq!(refused.field_codes(), [("/answers/0".into(), "required".into())]);
    let given = json!({ "answers": ["120", ""] });
    let begun = act(&pair.camille, &id, "give-requirements", given.clone()).await.expect(200);
    assert_eq!(begun.str("/status"), "in_work");
    assert_eq!(begun.str("/questions/0/answer"), "120");
    act(&pair.camille, &id, "give-requirements", given)
        .await
        .expect_refusal(409, "order_nothing_asked");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-018: each period is delivered for itself; either side stops the subscription, and the other is told why.
#[tokio::test]
async fn a_subscription_is_stopped() {
    let pair = Pair::talking().await;
    let id = pair.ordered(subscription("weekly", 2)).await;
    let why = json!({ "reason": "La salle ferme en mars." });
    let stopped = act(&pair.leo, &id, "stop", why).await.expect(200);
    let states: Vec<&Value> =
        stopped.json["milestones"].as_array().unwrap().iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["started", "cancelled"]);
    act(&pair.camille, &id, "stop", json!({})).await.expect_refusal(409, "order_nothing_to_stop");
    let mail = pair.app.mails_to(&pair.camille.email).await.pop().unwrap();
    assert!(mail.subject.contains("arrête l’abonnement"), "{}", mail.subject);
    assert!(mail.text_body.contains("La salle ferme en mars."), "{}", mail.text_body);
    act(&pair.leo, &id, "deliver", saying("La dernière.")).await.expect(200);
    let done = act(&pair.camille, &id, "accept", json!({})).await.expect(200);
    assert_eq!(done.str("/status"), "completed");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// Part 4, part 6: a delivery is accepted by seven days of silence, after reminders on the third and sixth day.
#[tokio::test]
async fn silence_accepts_after_reminders() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    act(&pair.leo, &id, "deliver", saying("Voilà.")).await.expect(200);
    let before = pair.app.mails_to(&pair.camille.email).await.len();
    let mut counts = Vec::new();
    for _ in 0..7 {
        pair.app.advance(TimeDelta::days(1)).await;
        counts.push(pair.app.mails_to(&pair.camille.email).await.len() - before);
    }
    // The reminders, then the two letters of the end: accepted, and completed.
    assert_eq!(counts, [0, 0, 1, 1, 1, 2, 4]);
    pair.camille.log_in(&pair.camille.email, PASSWORD).await.expect(201);
    let order = pair.camille.get(&format!("/v1/orders/{id}")).await.expect(200);
    assert_eq!(order.str("/status"), "completed");
    pair.app.stop().await;
}

/// An account cannot go while an order goes on; an order of which nothing comes is called off by itself.
#[tokio::test]
async fn an_order_holds_an_account_until_it_ends() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    let wish = json!({ "understood": true });
    pair.camille
        .post("/v1/deletion-requests", wish.clone())
        .await
        .expect_refusal(409, "lots_in_work");
    act(&pair.camille, &id, "cancel", json!({})).await.expect_refusal(409, "order_work_runs");
    pair.app.advance(TimeDelta::days(44)).await;
    for person in [&pair.camille, &pair.leo] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    let order = pair.camille.get(&format!("/v1/orders/{id}")).await.expect(200);
    assert_eq!(order.str("/status"), "cancelled");
    pair.camille.post("/v1/deletion-requests", wish).await.expect(201);
    pair.app.deliver().await;
    pair.app.stop().await;
}
