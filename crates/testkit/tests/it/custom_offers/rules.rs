//! What an offer may be, who makes it, and what becomes of it.

use chrono::TimeDelta;
use estrade_testkit::people::{PASSWORD, service_form};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Pair, accept, fixed, hourly, milestones, subscription, wish};

/// S2-001, S2-002, S2-008, S5-005, S5-008, S5-009: the provider offers unasked, in the conversation alone; the
/// offer stands in the timeline with its state, and the client accepts it there.
#[tokio::test]
async fn an_offer_is_made_and_accepted_in_the_conversation() {
    let pair = Pair::talking().await;
    let sent = pair.send(wish(fixed())).await.expect(201);
    let id = sent.str("/id");
    assert_eq!(sent.header("location"), Some(format!("/v1/custom-offers/{id}").as_str()));
    assert_eq!(sent.json["terms"]["totals"]["gross"]["amount"], 80_000);
    assert_eq!(sent.json["actions"], json!(["revise", "withdraw"]));
    let seen = pair.camille.get(&format!("/v1/custom-offers/{id}")).await.expect(200);
    assert_eq!(seen.json["actions"], json!(["accept", "decline"]));
    let order = accept(&pair.camille, &id, 1).await.expect(201);
    assert_eq!(order.str("/status"), "in_work");
    assert_eq!(order.json["contacts"]["provider"]["email"], pair.leo.email);
    assert_eq!(pair.news().await, ["order.started", "order.placed", "custom_offer.sent"]);
    let path = format!("/v1/conversations/{}/entries", pair.conversation);
    let news = pair.leo.get(&path).await.expect(200).items().pop().unwrap();
    assert_eq!(news["kind"], "message");
    let news = pair.leo.get(&path).await.expect(200).items().remove(2);
    let told = &news["custom_offer"];
    assert_eq!((&told["state"], &told["order"]), (&json!("accepted"), &order.json["id"]));
    assert_eq!(told["gross"]["amount"], 80_000);
    accept(&pair.camille, &id, 1).await.expect_refusal(409, "offer_over");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-001, S5-003: without a conversation there is nothing to offer in; a client offers nothing.
#[tokio::test]
async fn only_the_provider_of_a_conversation_offers_in_it() {
    let pair = Pair::talking().await;
    let nina = pair.app.vip_provider("nina").await;
    let path = format!("/v1/conversations/{}/custom-offers", pair.conversation);
    nina.post(&path, wish(fixed())).await.expect(404);
    pair.camille.post(&path, wish(fixed())).await.expect_refusal(403, "provider_offers");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-004, S2-015, S2-040: each of the four kinds, and never two at once: terms are one kind.
#[tokio::test]
async fn an_offer_is_of_one_kind() {
    let pair = Pair::talking().await;
    for terms in [fixed(), milestones(2), subscription("weekly", 2), hourly(8)] {
        let kind = terms["kind"].clone();
        let sent = pair.send(wish(terms)).await.expect(201);
        assert_eq!(sent.json["terms"]["kind"], kind);
    }
    let mut both = milestones(2);
    both["rhythm"] = json!("weekly");
    pair.send(wish(both)).await.expect(422);
    let mut none = wish(fixed());
    none.as_object_mut().unwrap().remove("terms");
    pair.send(none).await.expect(422);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-019, S2-020, S2-021, S2-022, S2-023, S2-026, S2-027, S2-031, S2-033: the bounds through the API, each with its
/// pointer.
#[tokio::test]
async fn bounds_are_told_field_by_field() {
    let pair = Pair::talking().await;
    let with = |mut terms: Value, field: &str, value: Value| {
        terms[field] = value;
        terms
    };
    let cheap = json!([{ "label": "Fleurs", "quantity": "1", "unit_price": { "amount": 499, "currency": "EUR" }, "vat_rate": 0 }]);
    let table: [(Value, &str, &str); 11] = [
        (milestones(6), "/terms/milestones", "milestone_count"),
        (milestones(1), "/terms/milestones", "milestone_count"),
        (subscription("daily", 4), "/terms/every", "invalid_rhythm"),
        (subscription("daily", 30), "/terms/every", "invalid_rhythm"),
        (subscription("weekly", 0), "/terms/every", "invalid_rhythm"),
        (subscription("weekly", 8), "/terms/every", "invalid_rhythm"),
        (subscription("monthly", 3), "/terms/every", "invalid_rhythm"),
        (subscription("yearly", 1), "/terms/rhythm", "unknown_choice"),
        (
            with(subscription("monthly", 1), "deliveries", json!(7)),
            "/terms/deliveries",
            "subscription_too_long",
        ),
        (with(subscription("weekly", 1), "lines", cheap), "/terms/lines", "subscription_too_cheap"),
        (
            with(hourly(8), "weekly_hours", json!(169)),
            "/terms/weekly_hours",
            "invalid_weekly_hours",
        ),
    ];
    for (terms, pointer, code) in table {
        let refused = pair.send(wish(terms)).await.expect_refusal(422, "invalid_fields");
        assert_eq!(refused.field_codes(), [(pointer.to_owned(), code.to_owned())]);
    }
    let refused = pair.send(wish(hourly(7))).await.expect(422);
    assert_eq!(refused.field_codes()[0].1, "invalid_estimate");
    let unlimited = with(hourly(8), "weekly_hours", Value::Null);
    for terms in [
        subscription("weekly", 7),
        with(subscription("monthly", 1), "deliveries", json!(6)),
        unlimited,
    ] {
        pair.send(wish(terms)).await.expect(201);
    }
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-003, S2-005, S4-008, S4-009: an offer is made from a service of its provider, and differs from it without
/// changing it; the service's « message de présentation » goes to the client when it orders.
#[tokio::test]
async fn an_offer_is_made_from_a_service() {
    let pair = Pair::talking().await;
    let mut form = service_form();
    form["greeting"] = json!("Merci ! Je reviens vers vous sous deux jours.");
    let service = pair.leo.post("/v1/services", form).await.expect(201);
    let (id, before) = (service.str("/id"), service.json["price_from"].clone());
    let mut from = wish(fixed());
    from["service"] = json!(id);
    let offer = pair.send(from.clone()).await.expect(201);
    assert_eq!(offer.json["service"], json!(id));
    let kept = pair.leo.get(&format!("/v1/services/{id}")).await.expect(200);
    assert_eq!(kept.json["price_from"], before);
    accept(&pair.camille, &offer.str("/id"), 1).await.expect(201);
    let path = format!("/v1/conversations/{}/entries", pair.conversation);
    let said = pair.camille.get(&path).await.expect(200).items().remove(0);
    assert_eq!(said["text"], "Merci ! Je reviens vers vous sous deux jours.");
    assert_eq!((&said["from"], &said["service"]["id"]), (&json!("them"), &json!(id)));
    let nina = pair.app.vip_provider("nina").await;
    let foreign = nina.post("/v1/services", service_form()).await.expect(201).str("/id");
    from["service"] = json!(foreign);
    let refused = pair.send(from).await.expect(422);
    assert_eq!(refused.field_codes(), [("/service".into(), "unknown_choice".into())]);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// An offer names its service still when that was deleted, and the client is greeted all the same.
#[tokio::test]
async fn an_offer_outlives_its_service() {
    let pair = Pair::talking().await;
    let mut form = service_form();
    form["greeting"] = json!("Merci de votre confiance.");
    let service = pair.leo.post("/v1/services", form).await.expect(201);
    let mut from = wish(fixed());
    from["service"] = json!(service.str("/id"));
    let offer = pair.send(from.clone()).await.expect(201).str("/id");
    let delete = pair
        .leo
        .request(&Method::DELETE, &format!("/v1/services/{}", service.str("/id")))
        .header("if-match", format!("\"{}\"", service.json["version"]));
    pair.leo.send(delete).await.expect(204);
    pair.send(from).await.expect(422);
    accept(&pair.camille, &offer, 1).await.expect(201);
    let path = format!("/v1/conversations/{}/entries", pair.conversation);
    let said = pair.camille.get(&path).await.expect(200).items().remove(0);
    assert_eq!(said["text"], "Merci de votre confiance.");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-006, S2-034, A-41: an offer has a last day; it expires by itself, both are told, and it cannot be accepted.
#[tokio::test]
async fn an_offer_expires() {
    let pair = Pair::talking().await;
    let id = pair.offered(fixed()).await;
    pair.app.advance(TimeDelta::days(30)).await;
    for person in [&pair.camille, &pair.leo] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    let seen = pair.camille.get(&format!("/v1/custom-offers/{id}")).await.expect(200);
    assert_eq!((seen.str("/state").as_str(), &seen.json["actions"]), ("expired", &json!([])));
    accept(&pair.camille, &id, 1).await.expect_refusal(409, "offer_over");
    let subjects = |mails: Vec<estrade_db::mails::Mail>| mails.last().unwrap().subject.clone();
    for person in [&pair.camille, &pair.leo] {
        let last = subjects(pair.app.mails_to(&person.email).await);
        assert_eq!(last, "L’offre « Soirée de mariage » a expiré");
    }
    let mut past = wish(fixed());
    past["expires_on"] = json!("2020-01-01");
    let refused = pair.send(past).await.expect(422);
    assert_eq!(refused.field_codes(), [("/expires_on".into(), "date_in_past".into())]);
    pair.app.stop().await;
}

/// Part 5: versions are immutable and compare; an edit names the version that it saw, accepting the one that
/// was read.
#[tokio::test]
async fn each_edit_is_a_version() {
    let pair = Pair::talking().await;
    let id = pair.offered(fixed()).await;
    let path = format!("/v1/custom-offers/{id}/revise");
    let post = |version: i32, terms: Value| {
        let request = pair.leo.request(&reqwest::Method::POST, &path);
        let request = request.header("if-match", format!("\"{version}\"")).json(&wish(terms));
        pair.leo.send(request)
    };
    post(2, hourly(8)).await.expect(412);
    let revised = post(1, hourly(8)).await.expect(200);
    assert_eq!((&revised.json["number"], &revised.json["version"]), (&json!(2), &json!(2)));
    accept(&pair.camille, &id, 1).await.expect_refusal(409, "offer_version_outdated");
    let versions = pair.camille.get(&format!("/v1/custom-offers/{id}/versions")).await.expect(200);
    let kinds: Vec<Value> =
        versions.items().iter().map(|version| version["terms"]["kind"].clone()).collect();
    assert_eq!(kinds, [json!("hourly"), json!("fixed")]);
    let order = accept(&pair.camille, &id, 2).await.expect(201);
    assert_eq!((&order.json["kind"], &order.json["agreed_version"]), (&json!("hourly"), &json!(2)));
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-008: the client declines with a word of its own, the provider takes its offer back; both stand in the list.
#[tokio::test]
async fn an_offer_is_declined_or_withdrawn() {
    let pair = Pair::talking().await;
    let (declined, withdrawn) = (pair.offered(fixed()).await, pair.offered(fixed()).await);
    let path = format!("/v1/custom-offers/{declined}/decline");
    pair.camille.post(&path, json!({ "reason": "Trop cher pour nous." })).await.expect(200);
    let mails = pair.app.mails_to(&pair.leo.email).await;
    assert!(mails.last().unwrap().text_body.contains("Trop cher"), "{:?}", mails.last());
    let path = format!("/v1/custom-offers/{withdrawn}/withdraw");
    pair.camille.post(&path, json!({})).await.expect_refusal(403, "provider_decides");
    pair.leo.post(&path, json!({})).await.expect(200);
    let list = pair.leo.get("/v1/custom-offers").await.expect(200).items();
    let states: Vec<&str> = list.iter().map(|offer| offer["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["withdrawn", "declined"]);
    assert!(pair.leo.get("/v1/custom-offers?open=true").await.expect(200).items().is_empty());
    let of_pair = format!("/v1/custom-offers?conversation={}", pair.conversation);
    assert_eq!(pair.camille.get(&of_pair).await.expect(200).items().len(), 2);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-009, S2-010: the operator switches a kind off in a trade, or gives it to some providers only: it is
/// absent from the form and refused by the API.
#[tokio::test]
async fn the_operator_says_where_a_kind_is_offered() {
    let pair = Pair::talking().await;
    let operator = pair.app.operator("regie").await;
    let kinds = async || pair.leo.get("/v1/terms-kinds").await.expect(200).json["kinds"].clone();
    assert_eq!(kinds().await, json!(["fixed", "milestones", "subscription", "hourly"]));
    let rule = |kind: &str| format!("/v1/operator/terms-rules/{kind}");
    let off = json!({ "trades_off": ["dj"] });
    let set = operator.patch(&rule("milestones"), 0, off).await.expect(200);
    assert_eq!(set.json["trades_off"], json!(["dj"]));
    pair.send(wish(milestones(2))).await.expect_refusal(409, "terms_not_offered");
    let some = json!({ "providers_only": true, "providers": ["nina"] });
    operator.patch(&rule("hourly"), 0, some).await.expect(422);
    operator.patch(&rule("hourly"), 0, json!({ "providers_only": true })).await.expect(200);
    assert_eq!(kinds().await, json!(["fixed", "subscription"]));
    pair.send(wish(hourly(8))).await.expect_refusal(409, "terms_not_offered");
    operator.patch(&rule("hourly"), 0, json!({})).await.expect(412);
    let some = json!({ "providers_only": true, "providers": ["leo"] });
    operator.patch(&rule("hourly"), 1, some).await.expect(200);
    pair.send(wish(hourly(8))).await.expect(201);
    operator.patch("/v1/operator/terms-rules/daily", 0, json!({})).await.expect(404);
    let rules = operator.get("/v1/operator/terms-rules").await.expect(200).items();
    assert_eq!(rules.len(), 4);
    let log = operator.get("/v1/operator/facts?kind=terms_rule.set").await.expect(200).items();
    let set = log.iter().map(|fact| fact["details"]["terms"].clone());
    assert_eq!(set.collect::<Vec<_>>(), [json!("hourly"), json!("hourly"), json!("milestones")]);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// S2-009: what is off in a provider's main trade may be offered in another of its trades: without a service in
/// any of them, from a service in the service's own.
#[tokio::test]
async fn a_kind_is_offered_in_the_trade_of_the_service() {
    let pair = Pair::talking().await;
    let operator = pair.app.operator("regie").await;
    pair.app
        .change_organization(&pair.leo, |leo| leo.trades = vec!["dj".into(), "traiteur".into()])
        .await;
    let mut form = service_form();
    form["trade"] = json!("traiteur");
    let mut made = Vec::new();
    for form in [service_form(), form] {
        made.push(pair.leo.post("/v1/services", form).await.expect(201).str("/id"));
    }
    let off = json!({ "trades_off": ["dj"] });
    operator.patch("/v1/operator/terms-rules/hourly", 0, off).await.expect(200);
    let offered = async |query: String| {
        let kinds = pair.leo.get(&format!("/v1/terms-kinds{query}")).await.expect(200).json;
        kinds["kinds"].as_array().unwrap().contains(&json!("hourly"))
    };
    assert!(offered(String::new()).await);
    assert!(!offered(format!("?service={}", made[0])).await);
    assert!(offered(format!("?service={}", made[1])).await);
    let from = |service: &str| {
        let mut wish = wish(hourly(8));
        wish["service"] = json!(service);
        wish
    };
    pair.send(from(&made[0])).await.expect_refusal(409, "terms_not_offered");
    pair.send(from(&made[1])).await.expect(201);
    pair.send(wish(hourly(8))).await.expect(201);
    let foreign = pair.leo.get("/v1/terms-kinds?service=svc_01jd0000000000000000000000").await;
    foreign.expect_refusal(422, "invalid_fields");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// Closing an account ends what it offers and what goes on with it.
#[tokio::test]
async fn offers_and_orders_end_with_a_party() {
    let pair = Pair::talking().await;
    let operator = pair.app.operator("regie").await;
    let order = pair.ordered(fixed()).await;
    let id = pair.offered(hourly(8)).await;
    pair.app.deliver().await;
    let close = format!("/v1/operator/organizations/{}/close", pair.leo.organization);
    operator.post(&close, json!({ "reason": "Manquements répétés" })).await.expect(200);
    let offer = pair.camille.get(&format!("/v1/custom-offers/{id}")).await.expect(200);
    assert_eq!((offer.str("/state").as_str(), &offer.json["actions"]), ("ended", &json!([])));
    let order = pair.camille.get(&format!("/v1/orders/{order}")).await.expect(200);
    assert_eq!((order.str("/status").as_str(), &order.json["actions"]), ("cancelled", &json!([])));
    pair.app.deliver().await;
    pair.app.stop().await;
}
