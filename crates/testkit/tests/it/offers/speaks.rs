//! The API of offers, missions and reviews as its two sides, rivals and strangers use it.

use chrono::TimeDelta;
use estrade_testkit::{
    Person, Reply, TestApp,
    missions::{Published, Step},
    people::{PASSWORD, provider_form},
};
use reqwest::Method;
use serde_json::{Value, json};

fn priced(cents: i64) -> Value {
    json!({
        "public_message": "Vingt ans de mariages. Appelez le 06 12 34 56 78 !",
        "private_message": "Ou écrivez à max@exemple.fr.",
        "lines": [
            { "label": "Soirée", "quantity": "1", "unit_price": { "amount": cents, "currency": "EUR" }, "vat_rate": 0 },
            { "label": "Heure en plus", "quantity": "2,5", "unit_price": { "amount": 9_999, "currency": "EUR" }, "vat_rate": 0 },
        ],
    })
}

async fn stage() -> (TestApp, Person, Person, Published) {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let published = app.publish(&camille, &["dj"]).await;
    app.deliver().await;
    (app, camille, max, published)
}

async fn applied(max: &Person, published: &Published) -> String {
    let path = format!("/v1/lots/{}/offers", published.lots[0]);
    max.post(&path, priced(80_000)).await.expect(201).str("/id")
}

async fn act(person: &Person, path: &str) -> Reply {
    person.post(path, json!({})).await
}

/// S1-071, part 6 « Compare »: the application, and what the client sees of it.
#[tokio::test]
async fn a_provider_applies_and_the_client_compares() {
    let (app, camille, max, published) = stage().await;
    let path = format!("/v1/lots/{}/offers", published.lots[0]);
    let made = max.post(&path, priced(80_000)).await.expect(201);
    let id = made.str("/id");
    assert_eq!(made.header("location"), Some(format!("/v1/offers/{id}").as_str()));
    assert_eq!(made.header("etag"), Some("\"1\""));
    assert_eq!(made.json["totals"]["gross"], json!({ "amount": 104_998, "currency": "EUR" }));
    assert_eq!(made.json["lines"][1]["quantity"], "2.5");
    assert_eq!(made.json["actions"], json!(["revise", "withdraw"]));
    assert_eq!(made.json["expires_at"], "2027-06-12T22:00:00Z");
    assert_eq!(made.json["masked"], json!(["/public_message", "/private_message"]));
    max.post(&path, priced(1)).await.expect_refusal(409, "already_applied");

    let seen = camille.get(&path).await.expect(200);
    let offer = &seen.items()[0];
    assert_eq!(offer["id"], json!(id));
    assert_eq!(offer["public_message"], "Vingt ans de mariages. Appelez le ••• !", "S1-083");
    assert_eq!(offer["private_message"], "Ou écrivez à •••.", "S1-083");
    assert_eq!(offer["totals"]["net"]["amount"], 104_998);
    assert_eq!(offer["provider"]["handle"], "max");
    assert_eq!(offer["provider"]["is_new"], true, "S1-094");
    assert_eq!(offer["provider"]["rating"], json!({ "average": null, "count": 0 }));
    assert_eq!(offer["actions"], json!(["choose"]));
    app.deliver().await;
    app.stop().await;
}

/// another applicant reads the public message, never the price; others find nothing.
#[tokio::test]
async fn a_rival_sees_no_price_and_a_stranger_nothing() {
    let (app, _camille, max, published) = stage().await;
    let (zoe, stranger) = (app.vip_provider("zoe").await, app.vip_provider("yan").await);
    let other_client = app.client("lea").await;
    let id = applied(&max, &published).await;
    app.applied(&zoe, published.lots[0], 70_000).await;
    let path = format!("/v1/lots/{}/offers", published.lots[0]);
    let seen = zoe.get(&path).await.expect(200);
    let rival = seen.items().into_iter().find(|offer| offer["id"] == json!(id)).unwrap();
    assert_eq!(rival["public_message"], "Vingt ans de mariages. Appelez le ••• !");
    assert_eq!(rival["mine"], false);
    for sealed in ["totals", "lines", "private_message", "number", "state", "expires_at"] {
        assert_eq!(rival[sealed], Value::Null, "{sealed}");
    }
    for nobody in [&stranger, &other_client] {
        nobody.get(&path).await.expect_refusal(404, "not_found");
    }
    app.visitor().get(&path).await.expect_refusal(401, "unauthenticated");
    for nobody in [&zoe, &stranger, &other_client] {
        for path in [format!("/v1/offers/{id}"), format!("/v1/offers/{id}/versions")] {
            nobody.get(&path).await.expect_refusal(404, "not_found");
        }
        for step in ["withdraw", "reconfirm", "confirm", "decline"] {
            let path = format!("/v1/offers/{id}/{step}");
            act(nobody, &path).await.expect_refusal(404, "not_found");
        }
        let choose = format!("/v1/offers/{id}/choose");
        nobody.post(&choose, json!({ "number": 1 })).await.expect_refusal(404, "not_found");
        for step in ["withdraw-choice", "complete"] {
            let path = format!("/v1/lots/{}/{step}", published.lots[0]);
            act(nobody, &path).await.expect_refusal(404, "not_found");
        }
    }
    app.deliver().await;
    app.stop().await;
}

/// S1-069, S1-016: without the paid plan, or as a client, one does not apply.
#[tokio::test]
async fn applying_takes_a_paid_plan_and_a_provider() {
    let (app, camille, max, published) = stage().await;
    let free = app.provider("lou").await;
    let path = format!("/v1/lots/{}/offers", published.lots[0]);
    let refused = free.post(&path, priced(80_000)).await.expect_refusal(403, "plan_required");
    assert!(refused.str("/detail").contains("/tarifs"));
    let tender = format!("/v1/tenders/{}", published.tender);
    let seen = free.get(&tender).await.expect(200);
    assert_eq!(seen.json["lots"][0]["actions"], json!([]));
    assert_eq!(seen.json["lots"][0]["blocked"][0]["code"], "plan_required");
    let seen = max.get(&tender).await.expect(200);
    assert_eq!(seen.json["lots"][0]["actions"], json!(["apply"]), "what is shown is what succeeds");
    assert_eq!(camille.get(&tender).await.expect(200).json["lots"][0]["actions"], json!([]));
    applied(&max, &published).await;
    assert_eq!(max.get(&tender).await.expect(200).json["lots"][0]["actions"], json!([]));
    camille.post(&path, priced(80_000)).await.expect_refusal(403, "providers_only");
    let mut far = provider_form("far");
    far["departements"] = json!(["75"]);
    let far = app.join(far).await;
    far.post(&path, priced(80_000)).await.expect_refusal(403, "lot_not_matching");
    app.deliver().await;
    app.stop().await;
}

/// S1-071: every wrong field of an application is told at once.
#[tokio::test]
async fn wrong_fields_are_told_at_once() {
    let (app, _camille, max, published) = stage().await;
    let path = format!("/v1/lots/{}/offers", published.lots[0]);
    let line = json!({ "label": "", "quantity": "0", "unit_price": { "amount": 0, "currency": "USD" }, "vat_rate": 1 });
    let wrong = json!({ "lines": [line], "expires_on": "2020-01-01" });
    let refused = max.post(&path, wrong).await.expect_refusal(422, "invalid_fields");
    let told = refused.field_codes();
    let expected = [
        ("/lines/0/unit_price/currency", "unknown_choice"),
        ("/public_message", "required"),
        ("/lines/0/label", "required"),
        ("/lines/0/quantity", "invalid_quantity"),
        ("/lines/0/vat_rate", "unknown_choice"),
        ("/expires_on", "date_in_past"),
    ];
    let expected = expected.map(|(pointer, code)| (pointer.to_owned(), code.to_owned()));
    assert_eq!(told, expected);
    let mut unknown = priced(1);
    unknown["price"] = json!(12);
    max.post(&path, unknown).await.expect_refusal(422, "invalid_fields");
    app.stop().await;
}

/// S1-014: a provider that is exempt from VAT reads which lines charge it, when it applies and when it
/// changes its offer.
#[tokio::test]
async fn each_line_that_charges_vat_for_an_exempt_provider_is_named() {
    let (app, _camille, max, published) = stage().await;
    let path = format!("/v1/lots/{}/offers", published.lots[0]);
    let mut taxed = priced(80_000);
    taxed["lines"][1]["vat_rate"] = json!(2000);
    let wrong = [("/lines/1/vat_rate".to_owned(), "vat_not_charged".to_owned())];
    let refused = max.post(&path, taxed.clone()).await.expect_refusal(422, "invalid_fields");
    assert_eq!(refused.field_codes(), wrong);
    let offer = max.post(&path, priced(80_000)).await.expect(201);
    let revise = format!("/v1/offers/{}/revise", offer.str("/id"));
    let request = max.request(&reqwest::Method::POST, &revise).header("if-match", "\"1\"");
    let refused = max.send(request.json(&taxed)).await.expect_refusal(422, "invalid_fields");
    assert_eq!(refused.field_codes(), wrong);
    app.deliver().await;
    app.stop().await;
}

/// S1-043 to S1-049, S1-083 and part 6: chosen, confirmed, contacts revealed to both sides, ended.
#[tokio::test]
async fn both_sides_go_from_the_choice_to_the_end() {
    let (app, camille, max, published) = stage().await;
    let id = applied(&max, &published).await;
    let (offer, lot) = (format!("/v1/offers/{id}"), format!("/v1/lots/{}", published.lots[0]));
    max.post(&format!("{offer}/choose"), json!({ "number": 1 }))
        .await
        .expect_refusal(403, "client_decides");
    let chosen = camille.post(&format!("{offer}/choose"), json!({ "number": 1 })).await.expect(200);
    assert_eq!(chosen.json["actions"], json!(["withdraw_choice"]));
    assert_eq!(chosen.json["lot"]["status"], "chosen");
    assert_eq!(chosen.json["lot"]["confirm_by"], "2027-01-22T09:00:00Z", "A-09");
    assert_eq!(chosen.json["contacts"], Value::Null);
    act(&camille, &format!("{offer}/confirm")).await.expect_refusal(403, "provider_decides");
    act(&camille, &format!("{lot}/complete")).await.expect_refusal(409, "lot_not_in_work");

    let confirmed = act(&max, &format!("{offer}/confirm")).await.expect(200);
    assert_eq!(confirmed.json["state"], "accepted");
    assert_eq!(confirmed.json["contacts"]["client"]["email"], "camille@exemple.fr");
    let seen = camille.get(&offer).await.expect(200);
    assert_eq!(seen.json["contacts"]["provider"]["email"], "max@exemple.fr");
    assert_eq!(seen.json["contacts"]["provider"]["person"], "Camille Durand");
    assert_eq!(seen.json["private_message"], "Ou écrivez à max@exemple.fr.");
    assert_eq!(seen.json["lot"]["agreed_version"], 1);
    assert_eq!(seen.json["actions"], json!(["complete"]));

    act(&max, &format!("{lot}/complete")).await.expect_refusal(403, "client_decides");
    let done = act(&camille, &format!("{lot}/complete")).await.expect(200);
    assert_eq!(done.json["lot"]["status"], "done");
    assert_eq!(done.json["actions"], json!(["review"]), "S1-090");
    app.deliver().await;
    app.stop().await;
}

/// S1-072, S1-073, A-14: an edit names the version it saw; the choice falls; the versions stay readable.
#[tokio::test]
async fn an_edit_names_the_version_it_saw() {
    let (app, camille, max, published) = stage().await;
    let id = applied(&max, &published).await;
    let (offer, revise) = (format!("/v1/offers/{id}"), format!("/v1/offers/{id}/revise"));
    max.post(&revise, priced(70_000)).await.expect_refusal(428, "if_match_required");
    let edit = |version: &'static str, cents| {
        max.request(&Method::POST, &revise).header("if-match", version).json(&priced(cents))
    };
    max.send(edit("\"9\"", 70_000)).await.expect_refusal(412, "version_outdated");
    camille.post(&format!("{offer}/choose"), json!({ "number": 1 })).await.expect(200);
    let revised = max.send(edit("\"2\"", 70_000)).await.expect(200);
    assert_eq!((&revised.json["number"], &revised.json["state"]), (&json!(2), &json!("sent")));
    assert_eq!(revised.json["lot"]["status"], "open");
    camille
        .post(&format!("{offer}/choose"), json!({ "number": 1 }))
        .await
        .expect_refusal(409, "offer_version_outdated");
    let versions = camille.get(&format!("{offer}/versions?limit=1")).await.expect(200);
    assert_eq!(versions.items()[0]["totals"]["net"]["amount"], 94_998);
    let next = versions.str("/next_page");
    let older = camille.get(&format!("{offer}/versions?limit=1&page={next}")).await.expect(200);
    assert_eq!(older.items()[0]["number"], 1);
    assert_eq!(older.json["next_page"], Value::Null);

    camille.post(&format!("{offer}/choose"), json!({ "number": 2 })).await.expect(200);
    act(&max, &format!("{offer}/confirm")).await.expect(200);
    max.send(edit("\"5\"", 60_000)).await.expect_refusal(409, "lot_in_work");
    app.deliver().await;
    app.stop().await;
}

/// S1-048, S1-068: what I applied to, am to confirm, do, did; what came to nothing.
#[tokio::test]
async fn my_offers_stand_under_their_tabs() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let published = app.publish(&camille, &["dj"; 5]).await;
    let mut ids = Vec::new();
    for lot in &published.lots {
        ids.push(app.applied(&max, *lot, 80_000).await);
    }
    let choose = |place: usize| app.step(&camille, ids[place], Step::Choose(1));
    for place in 1..5 {
        choose(place).await.unwrap();
    }
    act(&max, &format!("/v1/offers/{}/decline", ids[4])).await.expect(200);
    for id in &ids[2..4] {
        app.step(&max, *id, Step::Confirm).await.unwrap();
    }
    app.step(&camille, ids[3], Step::Complete).await.unwrap();
    for (place, tab) in ["applied", "chosen", "in_work", "done", "ended"].iter().enumerate() {
        let page = max.get(&format!("/v1/my/offers?tab={tab}")).await.expect(200);
        let found: Vec<String> =
            page.items().iter().map(|offer| offer["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(found, [ids[place].to_string()], "{tab}");
    }
    let chosen = max.get("/v1/my/offers?tab=chosen").await.expect(200);
    assert_eq!(
        chosen.json["items"][0]["actions"],
        json!(["revise", "withdraw", "confirm", "decline"])
    );
    max.get("/v1/my/offers?tab=other").await.expect_refusal(422, "invalid_fields");
    camille.get("/v1/my/offers?tab=done").await.expect_refusal(403, "provider_only");
    app.deliver().await;
    app.stop().await;
}

/// S1-090 to S1-094 and part 6 « Reviews »: rated once after the end, public, answered once.
#[tokio::test]
async fn a_mission_is_reviewed_and_the_review_answered() {
    let (app, camille, max, published) = stage().await;
    let lot = format!("/v1/lots/{}", published.lots[0]);
    let opinion = json!({
        "rating": 4, "punctuality": 5, "comment": "Une belle soirée, son numéro : 06 12 34 56 78.",
        "experienced_on": "2027-01-16",
    });
    camille
        .post(&format!("{lot}/review"), opinion.clone())
        .await
        .expect_refusal(409, "lot_not_done");
    let offer = app.in_work(&camille, &max, published.lots[0]).await;
    act(&camille, &format!("{lot}/complete")).await.expect(200);
    camille
        .post(&format!("{lot}/review"), opinion.clone())
        .await
        .expect_refusal(422, "experience_day_impossible");
    app.advance(TimeDelta::days(2)).await;
    for person in [&camille, &max] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    max.post(&format!("{lot}/review"), opinion.clone()).await.expect_refusal(403, "client_decides");
    let made = camille.post(&format!("{lot}/review"), opinion.clone()).await.expect(201);
    camille.post(&format!("{lot}/review"), opinion).await.expect_refusal(409, "already_reviewed");
    let seen = camille.get(&format!("/v1/offers/{offer}")).await.expect(200);
    assert_eq!(seen.str("/review_id"), made.str("/id"));
    assert_eq!(seen.json["actions"], json!([]));

    let listed = app.visitor().get("/v1/providers/max/reviews").await.expect(200);
    assert_eq!(listed.json["items"][0]["comment"], "Une belle soirée, son numéro : •••.");
    assert_eq!(listed.json["items"][0]["author"], "camille");
    let sheet = app.visitor().get("/v1/providers/max").await.expect(200);
    assert_eq!(sheet.json["rating"], json!({ "average": 4.0, "count": 1 }));

    let answer = format!("/v1/reviews/{}/answer", made.str("/id"));
    let text = json!({ "text": "Merci Camille, à bientôt !" });
    camille.post(&answer, text.clone()).await.expect_refusal(403, "provider_answers");
    let answered = max.post(&answer, text.clone()).await.expect(200);
    assert_eq!(answered.str("/answer/text"), "Merci Camille, à bientôt !");
    max.post(&answer, text).await.expect_refusal(409, "already_answered");
    app.deliver().await;
    app.stop().await;
}

/// A repeated request with the same key has one effect.
#[tokio::test]
async fn a_repeated_choice_has_one_effect() {
    let (app, camille, max, published) = stage().await;
    let id = applied(&max, &published).await;
    let choose = || {
        camille
            .request(&Method::POST, &format!("/v1/offers/{id}/choose"))
            .header("idempotency-key", "choice-1")
            .json(&json!({ "number": 1 }))
    };
    let first = camille.send(choose()).await.expect(200);
    let again = camille.send(choose()).await.expect(200);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(first.json, again.json);
    app.deliver().await;
    app.stop().await;
}
