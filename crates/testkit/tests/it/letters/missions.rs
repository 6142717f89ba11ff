//! Letters from the offer to the end of the mission.

use estrade_domain::ids::OfferId;
use estrade_testkit::{
    Person, TestApp,
    missions::{Published, Step},
};
use serde_json::json;

use super::{last_notice, last_text, letters, notices, tick};

async fn applied(app: &TestApp) -> (Person, Person, Published, OfferId) {
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let published = app.publish(&camille, &["dj"]).await;
    let id = app.applied(&max, published.lots[0], 80_050).await;
    app.deliver().await;
    (camille, max, published, id)
}

/// S1-044: choosing mails the provider an invitation to validate, with the date until which it can;
/// S1-047: the confirmation tells both sides, and only then each learns how to reach the other.
#[tokio::test]
async fn both_sides_hear_of_the_choice_and_of_the_confirmation() {
    let app = TestApp::start().await;
    let (camille, max, published, id) = applied(&app).await;
    assert_eq!(letters(&app, &camille).await, ["offer.sent"]);
    let text = last_text(&app, &camille).await;
    assert!(text.contains("800,50\u{a0}€") && text.contains("Maison max"), "{text}");
    let lot = format!("/mes-evenements/{}/lots/{}", published.tender, published.lots[0]);
    assert!(text.contains(&lot), "{text}");

    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    assert_eq!(letters(&app, &max).await, ["tender.published", "lot.chosen"]);
    let text = last_text(&app, &max).await;
    assert!(text.contains(&format!("/mes-evenements/candidatures/{id}")), "{text}");
    assert!(
        text.contains("au plus tard le vendredi 22 janvier 2027 à 10\u{a0}h\u{a0}00"),
        "{text}"
    );
    assert!(text.contains("Confirmer la mission"));
    for coordinate in ["Durand", "camille@exemple.fr", "612345678", "Lilas"] {
        assert!(!text.contains(coordinate), "{coordinate} in {text}");
    }
    let notice = last_notice(&app, &max).await;
    assert_eq!(notice["kind"], "lot.chosen");
    assert_eq!(notice["params"]["client"], "camille");
    assert!(!notice.to_string().contains("Durand"));

    app.step(&max, id, Step::Confirm).await.unwrap();
    let to_client = last_text(&app, &camille).await;
    assert!(to_client.contains("max@exemple.fr") && to_client.contains("+33612345678"));
    assert!(to_client.contains("Ne payez jamais un prestataire avant la fin"), "{to_client}");
    let to_provider = last_text(&app, &max).await;
    for coordinate in ["Durand", "camille@exemple.fr", "+33612345678", "1 rue des Lilas"] {
        assert!(to_provider.contains(coordinate), "{coordinate} in {to_provider}");
    }
    assert_eq!(letters(&app, &camille).await, ["offer.sent", "lot.confirmed"]);
    assert_eq!(notices(&app, &camille).await, ["offer.sent", "lot.confirmed"]);
    assert_eq!(notices(&app, &max).await, ["tender.published", "lot.chosen", "lot.confirmed"]);
    app.stop().await;
}

/// S1-090: ending a mission asks its client for a review at once.
#[tokio::test]
async fn the_end_of_a_mission_asks_for_a_review() {
    let app = TestApp::start().await;
    let (camille, max, _, id) = applied(&app).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    app.step(&max, id, Step::Confirm).await.unwrap();
    app.deliver().await;
    app.step(&camille, id, Step::Complete).await.unwrap();
    assert_eq!(letters(&app, &camille).await.last().unwrap(), "lot.completed");
    assert!(last_text(&app, &camille).await.contains("Donner mon avis"));
    assert_eq!(letters(&app, &max).await.last().unwrap(), "lot.completed");
    let todo = camille.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["client"]["missions_to_review"], 1);
    app.stop().await;
}

/// silence is answered by a reminder, then both hear that the lot is open again.
#[tokio::test]
async fn silence_is_reminded_and_then_told_to_both() {
    let app = TestApp::start().await;
    let (camille, max, _, id) = applied(&app).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    app.advance(chrono::TimeDelta::days(7) / 2).await;
    assert_eq!(letters(&app, &max).await.last().unwrap(), "lot.choice_reminded");
    app.advance(chrono::TimeDelta::days(7) / 2).await;
    assert_eq!(letters(&app, &max).await.last().unwrap(), "lot.choice_expired");
    assert_eq!(letters(&app, &camille).await.last().unwrap(), "lot.choice_expired");
    app.stop().await;
}

/// S1-048: the client hears that the provider declined, and that the lot is open to the others.
#[tokio::test]
async fn the_client_hears_of_a_refusal() {
    let app = TestApp::start().await;
    let (camille, max, _, id) = applied(&app).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    app.step(&max, id, Step::Decline).await.unwrap();
    assert_eq!(letters(&app, &camille).await, ["offer.sent", "lot.declined"]);
    app.stop().await;
}

/// Chooses and lets the choice fall for each of its causes; the client gets one letter for each, which
/// says this.
async fn choices_fall(language: &str, sentences: [&str; 4]) {
    let app = TestApp::start().await;
    let (camille, max, published, id) = applied(&app).await;
    let operator = app.operator("regie").await;
    let _ = camille.patch("/v1/me", 2, json!({ "language": language })).await.expect(200);
    let mut told = letters(&app, &camille).await;

    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    app.step(&max, id, Step::Revise(71_250)).await.unwrap();
    one_more(&app, &camille, &mut told, sentences[0]).await;

    app.step(&camille, id, Step::Choose(2)).await.unwrap();
    app.step(&max, id, Step::Withdraw).await.unwrap();
    one_more(&app, &camille, &mut told, sentences[1]).await;

    app.applied(&max, published.lots[0], 90_000).await;
    told.push("offer.sent".to_owned());
    app.step(&camille, id, Step::Choose(3)).await.unwrap();
    let url = format!("/v1/tenders/{}", published.tender);
    let seen = camille.get(&url).await.expect(200).json["version"].as_i64().unwrap();
    let edit = json!({ "event": { "guests": 90 } });
    let _ = camille.patch(&url, seen, edit).await.expect(200);
    one_more(&app, &camille, &mut told, sentences[2]).await;

    app.step(&max, id, Step::Reconfirm).await.unwrap();
    told.push("offer.reconfirmed".to_owned());
    app.step(&camille, id, Step::Choose(3)).await.unwrap();
    let close = format!("/v1/operator/organizations/{}/close", max.organization);
    let _ = operator.post(&close, json!({ "reason": "Faux SIRET" })).await.expect(200);
    one_more(&app, &camille, &mut told, sentences[3]).await;
    app.stop().await;
}

async fn one_more(app: &TestApp, client: &Person, told: &mut Vec<String>, sentence: &str) {
    told.push("lot.choice_cancelled".to_owned());
    assert_eq!(letters(app, client).await, *told);
    let text = last_text(app, client).await;
    assert!(text.contains(sentence), "{sentence} in {text}");
    assert_eq!(last_notice(app, client).await["kind"], "lot.choice_cancelled");
}

/// S1-047, A-14: one letter for a choice that falls, with what the provider, or the client itself, did.
#[tokio::test]
async fn a_choice_that_falls_is_told_once_with_its_cause() {
    let sentences = [
        "Nouveau prix TTC\u{a0}: 712,50",
        "vous pouvez choisir une autre offre",
        "Vous avez modifié votre appel d’offres : Maison max",
        "Ce prestataire n’est plus présent sur Estrade",
    ];
    choices_fall("fr", sentences).await;
}

#[tokio::test]
async fn a_choice_that_falls_is_told_in_english_too() {
    let sentences = [
        "New price incl. VAT: €712.50",
        "you can choose another offer",
        "You changed your tender: Maison max",
        "This provider is no longer on Estrade",
    ];
    choices_fall("en", sentences).await;
}

/// An offer that is chosen and passes its date: one letter for each side.
#[tokio::test]
async fn a_chosen_offer_that_expires_is_told_once_to_each() {
    let app = TestApp::start().await;
    let (camille, max, _, id) = applied(&app).await;
    app.advance(chrono::TimeDelta::days(145)).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    for _ in 0..2 {
        app.advance(chrono::TimeDelta::days(2)).await;
    }
    let kinds = letters(&app, &max).await;
    let told = ["tender.published", "lot.chosen", "lot.choice_reminded", "lot.choice_expired"];
    assert_eq!(kinds, told);
    assert!(last_text(&app, &max).await.contains("Votre offre a aussi dépassé sa date"));
    let kinds = letters(&app, &camille).await;
    assert_eq!(kinds.iter().filter(|kind| *kind == "lot.choice_expired").count(), 1);
    assert!(!kinds.contains(&"offer.expired".to_owned()), "{kinds:?}");
    app.stop().await;
}

/// S1-083: the words that one side leaves the other reach it without contacts, as on the pages.
#[tokio::test]
async fn quoted_words_arrive_without_contacts() {
    let app = TestApp::start().await;
    let (camille, max, published, id) = applied(&app).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    let reason = json!({ "reason": "Déjà pris. Appelez plutôt Zoé au 06 98 76 54 32." });
    let _ = max.post(&format!("/v1/offers/{id}/decline"), reason).await.expect(200);
    let text = last_text(&app, &camille).await;
    assert!(text.contains("> Déjà pris. Appelez plutôt Zoé au •••."), "{text}");
    app.applied(&max, published.lots[0], 90_000).await;
    let body = json!({ "reason": "event_cancelled", "note": "Écrivez à lea@exemple.fr !" });
    let path = format!("/v1/tenders/{}/close", published.tender);
    let _ = camille.post(&path, body).await.expect(200);
    let text = last_text(&app, &max).await;
    assert!(text.contains("> Écrivez à ••• !"), "{text}");
    app.stop().await;
}

/// S1-170, S1-171: « e-mails privés » stops what the other side writes, not what one must answer; the
/// notices arrive all the same.
#[tokio::test]
async fn private_mails_stop_and_decisions_do_not() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    tick(&camille, "messages", false).await;
    tick(&max, "messages", false).await;
    let published = app.publish(&camille, &["dj"]).await;
    let id = app.applied(&max, published.lots[0], 80_000).await;
    app.deliver().await;
    app.step(&max, id, Step::Revise(70_000)).await.unwrap();
    assert!(letters(&app, &camille).await.is_empty());
    assert_eq!(notices(&app, &camille).await, ["offer.sent", "offer.revised"]);
    app.step(&camille, id, Step::Choose(2)).await.unwrap();
    assert_eq!(letters(&app, &max).await, ["tender.published", "lot.chosen"]);
    app.stop().await;
}

/// S1-053: closing tells those with a live offer, with the reason and the client's own words; those who
/// had withdrawn hear nothing.
#[tokio::test]
async fn closing_tells_those_with_a_live_offer() {
    let app = TestApp::start().await;
    let (camille, max, published, _) = applied(&app).await;
    let gone = app.vip_provider("gone").await;
    let withdrawn = app.applied(&gone, published.lots[0], 90_000).await;
    app.step(&gone, withdrawn, Step::Withdraw).await.unwrap();
    app.deliver().await;
    let before = letters(&app, &gone).await.len();
    let body = json!({ "reason": "event_cancelled", "note": "Nous reportons d’un an. Merci !" });
    let path = format!("/v1/tenders/{}/close", published.tender);
    let _ = camille.post(&path, body).await.expect(200);
    assert_eq!(letters(&app, &max).await.last().unwrap(), "tender.closed");
    let text = last_text(&app, &max).await;
    assert!(text.contains("parce que l’événement est annulé"), "{text}");
    assert!(text.contains("> Nous reportons d’un an. Merci !"), "{text}");
    assert_eq!(notices(&app, &max).await.last().unwrap(), "tender.closed");
    assert_eq!(letters(&app, &gone).await.len(), before);
    app.stop().await;
}

/// Part 6 « Work queues with counters »: each side finds what waits for it, and it leaves once done.
#[tokio::test]
async fn what_waits_is_counted_for_each_side() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let _ = camille.post("/v1/tenders", json!({})).await.expect(201);
    let published = app.publish(&camille, &["dj"]).await;
    let client = |todo: &'static str| {
        let camille = &camille;
        async move { camille.get("/v1/me/todo").await.expect(200).json["client"][todo].clone() }
    };
    let provider = |todo: &'static str| {
        let max = &max;
        async move { max.get("/v1/me/todo").await.expect(200).json["provider"][todo].clone() }
    };
    assert_eq!((client("drafts").await, provider("potential_tenders").await), (json!(1), json!(1)));
    let id = app.applied(&max, published.lots[0], 80_000).await;
    assert_eq!(provider("potential_tenders").await, 0);
    assert_eq!(client("offers_to_compare").await, 1);
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    assert_eq!(client("offers_to_compare").await, 0);
    assert_eq!(client("choices_awaiting").await, 1);
    assert_eq!(provider("choices_to_confirm").await, 1);
    app.step(&max, id, Step::Confirm).await.unwrap();
    assert_eq!(client("choices_awaiting").await, 0);
    assert_eq!(client("missions_to_complete").await, 0, "the event is to come");
    app.advance(chrono::TimeDelta::days(200)).await;
    let _ = camille.log_in(&camille.email, estrade_testkit::people::PASSWORD).await.expect(201);
    assert_eq!(client("missions_to_complete").await, 1);
    app.step(&camille, id, Step::Complete).await.unwrap();
    assert_eq!(client("missions_to_complete").await, 0);
    assert_eq!(client("missions_to_review").await, 1);
    app.deliver().await;
    app.stop().await;
}
