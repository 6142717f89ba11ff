//! Where, to whom and when a banner is shown; and how it is counted.

use chrono::TimeDelta;
use estrade_testkit::{TestApp, people::PASSWORD};
use serde_json::json;

use super::{banner, on_free, paid, seen};
use crate::files::content;

const HERE: &str = "placement=directory&departement=76";

/// S1-144, A-25: on its page, for its département, from the first to the last of its days in Paris, and its picture
/// with it.
#[tokio::test]
async fn a_banner_is_shown_on_its_page_in_its_departement_on_its_days() {
    let app = TestApp::start().await;
    let (nina, visitor) = (on_free(&app, "nina").await, app.visitor());
    let id = paid(&app, &nina, json!({ "starts_on": "2027-01-20" })).await;
    let file = seen(&nina, &id).await.str("/banner/file");
    let picture = async || content(&visitor, &file, "?inline=true").await.0.status;
    assert_eq!((banner(&visitor, HERE).await, picture().await), (String::new(), 404));
    // 23:00 UTC on the 19th is midnight in Paris.
    app.advance(TimeDelta::days(4) + TimeDelta::hours(14) - TimeDelta::milliseconds(1)).await;
    assert_eq!(banner(&visitor, HERE).await, "");
    app.advance(TimeDelta::milliseconds(1)).await;
    assert_eq!(
        (banner(&visitor, HERE).await.as_str(), picture().await),
        ("Les bals de la Maison Martin", 200)
    );
    let shown = visitor.get(&format!("/v1/banners?{HERE}")).await.expect(200);
    assert_eq!(shown.str("/banner/link"), "https://www.maison-martin.example");
    assert_eq!(shown.json["banner"]["image"]["width"], 728);
    for elsewhere in [
        "placement=directory&departement=27",
        "placement=home&departement=76",
        "placement=directory",
    ] {
        assert_eq!(banner(&visitor, elsewhere).await, "", "{elsewhere}");
    }
    app.advance(TimeDelta::days(15) - TimeDelta::milliseconds(1)).await;
    assert_eq!(banner(&visitor, HERE).await, "Les bals de la Maison Martin");
    app.advance(TimeDelta::milliseconds(1)).await;
    assert_eq!((banner(&visitor, HERE).await, picture().await), (String::new(), 404));
    nina.log_in(&nina.email, PASSWORD).await.expect(201);
    assert_eq!(seen(&nina, &id).await.str("/status"), "ended");
    let mails = app.mails_to(&nina.email).await;
    let last = mails.last().unwrap();
    assert!(last.subject.contains("est terminée"), "{}", last.subject);
    assert!(last.text_body.contains(&format!("/compte/campagnes/nouvelle?modele={id}")));
    for (wrong, code) in
        [("placement=help", "unknown_choice"), ("placement=home&departement=99", "unknown_choice")]
    {
        let refused = visitor.get(&format!("/v1/banners?{wrong}")).await.expect(422);
        assert_eq!(refused.field_codes()[0].1, code);
    }
    app.stop().await;
}

/// where the page is about no département, the one that whoever is logged in declared; never a guess.
#[tokio::test]
async fn a_declared_departement_stands_for_the_pages_own() {
    let app = TestApp::start().await;
    let nina = on_free(&app, "nina").await;
    paid(&app, &nina, json!({ "placement": "home" })).await;
    let camille = app.client("camille").await;
    let mut away = estrade_testkit::people::client_form("ana");
    away["postal_code"] = json!("27000");
    away["town"] = json!("Évreux");
    let ana = app.join(away).await;
    let home = "placement=home";
    assert_eq!(banner(&camille, home).await, "Les bals de la Maison Martin");
    assert_eq!(banner(&ana, home).await, "");
    assert_eq!(banner(&app.visitor(), home).await, "");
    // What the page is about counts more.
    assert_eq!(banner(&ana, "placement=home&departement=76").await, "Les bals de la Maison Martin");
    assert_eq!(banner(&camille, "placement=home&departement=27").await, "");
    app.deliver().await;
    app.stop().await;
}

/// Those that share a place have it in turn, each for a minute.
#[tokio::test]
async fn campaigns_that_share_a_place_take_turns() {
    let app = TestApp::start().await;
    let (nina, leo) = (on_free(&app, "nina").await, app.vip_provider("leo").await);
    paid(&app, &nina, json!({ "title": "Le bal de Nina" })).await;
    paid(&app, &leo, json!({ "title": "Le bal de Léo" })).await;
    let mut shown = Vec::new();
    for _ in 0..4 {
        shown.push(banner(&app.visitor(), HERE).await);
        assert_eq!(banner(&app.visitor(), HERE).await, shown[shown.len() - 1]);
        app.world.advance(TimeDelta::minutes(1));
    }
    assert_ne!(shown[0], shown[1]);
    assert_eq!(shown[..2], shown[2..]);
    app.stop().await;
}

/// pages are counted with a banner and without; a campaign by its views and clicks, while it is shown.
#[tokio::test]
async fn pages_and_banners_are_counted() {
    let app = TestApp::start().await;
    let (nina, visitor) = (on_free(&app, "nina").await, app.visitor());
    let id = paid(&app, &nina, json!({})).await;
    let view = |banner: serde_json::Value| json!({ "placement": "directory", "banner": banner });
    for body in [view(json!(id)), view(json!(id)), view(json!(null))] {
        visitor.post("/v1/page-views", body).await.expect(204);
    }
    visitor.post("/v1/page-views", json!({ "placement": "home" })).await.expect(204);
    visitor.post("/v1/page-views", json!({ "placement": "help" })).await.expect(422);
    visitor.post("/v1/page-views", view(json!("x"))).await.expect(422);
    let click = format!("/v1/banners/{id}/click");
    visitor.post(&click, json!({})).await.expect(204);
    let count = |reply: &estrade_testkit::Reply| {
        (reply.json["views"].as_i64(), reply.json["clicks"].as_i64())
    };
    assert_eq!(count(&seen(&nina, &id).await), (Some(2), Some(1)));
    app.advance(TimeDelta::days(15)).await;
    visitor.post(&click, json!({})).await.expect(404);
    visitor.post("/v1/page-views", view(json!(id))).await.expect(204);
    nina.log_in(&nina.email, PASSWORD).await.expect(201);
    assert_eq!(count(&seen(&nina, &id).await), (Some(2), Some(1)));
    let operator = app.operator("regie").await;
    let report = async || operator.get("/v1/operator/placements").await.expect(200).items();
    let views = |items: &[serde_json::Value]| {
        items.iter().map(|it| it["views"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(views(&report().await), [1, 4, 0, 0, 0]);
    assert_eq!(report().await[0]["day_price"]["amount"], 400);
    app.advance(TimeDelta::days(20)).await;
    operator.log_in(&operator.email, PASSWORD).await.expect(201);
    assert_eq!(views(&report().await), [0, 1, 0, 0, 0]);
    app.stop().await;
}
