//! A campaign is written: by whom, with what, and what it would cost.

use estrade_testkit::TestApp;
use serde_json::{Value, json};

use super::{draft, form, on_free, seen, send_banner, with};
use crate::files::content;

/// S1-140, S1-141: a provider on FREE or VIP+ creates one; a provider without a plan and a client do not.
#[tokio::test]
async fn providers_on_a_plan_create_campaigns() {
    let app = TestApp::start().await;
    let (nina, leo) = (on_free(&app, "nina").await, app.vip_provider("leo").await);
    for person in [&nina, &leo] {
        let id = draft(person, json!({})).await;
        let campaign = seen(person, &id).await;
        assert_eq!(campaign.str("/status"), "draft");
        assert_eq!(campaign.str("/ends_on"), "2027-01-29");
        assert_eq!(campaign.json["actions"], json!(["edit", "pay", "delete"]));
        assert_eq!(person.get("/v1/campaigns").await.expect(200).items().len(), 1);
    }
    let (max, camille) = (app.provider("max").await, app.client("camille").await);
    let wish = form(&max).await;
    max.post("/v1/campaigns", wish).await.expect_refusal(403, "campaign_needs_plan");
    camille.post("/v1/campaigns", json!({})).await.expect_refusal(403, "provider_only");
    send_banner(&camille, 728, 90).await.expect_refusal(403, "providers_advertise");
    app.deliver().await;
    app.stop().await;
}

/// S1-141, S1-142, S1-143: every wrong field is told at once, and what is typed is not lost by it.
#[tokio::test]
async fn wrong_fields_are_told_at_once() {
    let app = TestApp::start().await;
    let nina = on_free(&app, "nina").await;
    let sound = form(&nina).await;
    let nothing = nina.post("/v1/campaigns", json!({})).await.expect(422).field_codes();
    assert_eq!(nothing.len(), 8);
    assert!(nothing.iter().all(|(_, code)| code == "required"));
    for (own, pointer, code) in [
        (json!({ "days": 45 }), "/days", "campaign_days"),
        (json!({ "placement": "help" }), "/placement", "unknown_choice"),
        (json!({ "link": "http://exemple.fr" }), "/link", "link_not_secure"),
        (json!({ "starts_on": "2027-01-14" }), "/starts_on", "starts_in_past"),
        (json!({ "size": "block" }), "/banner", "banner_of_other_size"),
        (json!({ "departement": "99" }), "/departement", "unknown_choice"),
    ] {
        let refused = nina.post("/v1/campaigns", with(sound.clone(), &own)).await.expect(422);
        assert_eq!(refused.field_codes(), [(pointer.into(), code.into())]);
    }
    for days in [15, 30, 60, 120] {
        let banner = send_banner(&nina, 728, 90).await.expect(201).str("/id");
        let wish = with(sound.clone(), &json!({ "days": days, "banner": banner }));
        nina.post("/v1/campaigns", wish).await.expect(201);
    }
    app.deliver().await;
    app.stop().await;
}

/// S1-141: a banner is a picture of a size that there is, drawn anew in it; a photo or somebody else's is none.
#[tokio::test]
async fn a_banner_is_drawn_in_its_size() {
    let app = TestApp::start().await;
    let (nina, leo) = (on_free(&app, "nina").await, app.vip_provider("leo").await);
    let sent = send_banner(&nina, 1200, 1000).await.expect(201);
    assert_eq!(sent.json["picture"], json!({ "width": 300, "height": 250 }));
    let (_, bytes) = content(&nina, &sent.str("/id"), "?inline=true").await;
    let drawn = image::load_from_memory(&bytes).unwrap();
    assert_eq!((drawn.width(), drawn.height()), (300, 250));
    for (width, height) in [(640, 480), (700, 86), (250, 300)] {
        send_banner(&nina, width, height).await.expect_refusal(422, "not_a_banner");
    }
    let text = estrade_testkit::files::form("file", "notes.txt", b"Bonjour");
    let sent = nina.send(nina.sending_to("/v1/files?purpose=banner", text)).await;
    sent.expect_refusal(422, "not_a_picture");
    let photo = nina.send_file("bal.png", &crate::files::picture(728, 90)).await.expect(201);
    let foreign = send_banner(&leo, 728, 90).await.expect(201);
    for (banner, code) in [(photo, "file_sent_for_other"), (foreign, "unknown_choice")] {
        let wish = with(form(&nina).await, &json!({ "banner": banner.str("/id") }));
        let refused = nina.post("/v1/campaigns", wish).await.expect(422);
        assert_eq!(refused.field_codes(), [("/banner".into(), code.into())]);
    }
    app.deliver().await;
    app.stop().await;
}

fn price_of(choices: &Value, placement: &str, days: i64) -> Vec<i64> {
    let items = choices["items"].as_array().unwrap();
    let choice = items.iter().find(|it| it["placement"] == placement && it["days"] == days);
    let price = &choice.unwrap()["price"];
    let amount = |part: &str| price[part]["amount"].as_i64().unwrap();
    ["listed", "discount", "net", "vat", "gross"].map(amount).to_vec()
}

/// S1-145, S1-128: the price of every choice is told before, with its VAT, and with −30 % for VIP+ by itself.
#[tokio::test]
async fn the_price_is_told_before() {
    let app = TestApp::start_with(|settings| settings.limits.banner_cents_home = 333);
    let (nina, leo) = (on_free(&app, "nina").await, app.vip_provider("leo").await);
    let path = "/v1/campaigns/prices";
    let (free, vip) = (nina.get(path).await.expect(200).json, leo.get(path).await.expect(200).json);
    assert_eq!(free["items"].as_array().unwrap().len(), 20);
    assert_eq!(free["sizes"][0], json!({ "size": "wide", "width": 728, "height": 90 }));
    assert_eq!(
        (&free["first_day"], &free["last_day"]),
        (&json!("2027-01-15"), &json!("2028-01-15"))
    );
    assert_eq!(price_of(&free, "home", 15), [4_995, 0, 4_995, 999, 5_994]);
    assert_eq!(price_of(&vip, "home", 15), [4_995, 1_499, 3_496, 699, 4_195]);
    assert_eq!(price_of(&vip, "provider", 120), [24_000, 7_200, 16_800, 3_360, 20_160]);
    let id = draft(&leo, json!({ "placement": "home" })).await;
    let price = seen(&leo, &id).await;
    assert_eq!(price.json["price"]["gross"]["amount"], 4_195);
    assert_eq!(price.json["price"]["discount_percent"], 30);
    app.deliver().await;
    app.stop().await;
}

/// A draft is changed and deleted by whoever saw its present version; what it no longer shows is let go.
#[tokio::test]
async fn a_draft_is_changed_and_deleted() {
    let app = TestApp::start().await;
    let (nina, leo) = (on_free(&app, "nina").await, app.vip_provider("leo").await);
    let id = draft(&nina, json!({})).await;
    let path = format!("/v1/campaigns/{id}");
    let other = send_banner(&nina, 300, 250).await.expect(201).str("/id");
    let change = json!({ "size": "block", "banner": other, "placement": "home" });
    nina.patch(&path, 9, change.clone()).await.expect(412);
    leo.patch(&path, 1, change.clone()).await.expect(404);
    let changed = nina.patch(&path, 1, change).await.expect(200);
    assert_eq!(
        (changed.str("/banner/file"), changed.str("/title")),
        (other, "Les bals de la Maison Martin".into())
    );
    let delete = |version: &str| {
        nina.request(&reqwest::Method::DELETE, &path).header("if-match", version.to_owned())
    };
    nina.send(delete("\"1\"")).await.expect(412);
    nina.send(delete("\"2\"")).await.expect(204);
    nina.get(&path).await.expect(404);
    assert!(nina.get("/v1/campaigns").await.expect(200).items().is_empty());
    app.deliver().await;
    app.stop().await;
}
