//! What a provider shows of its work: as much as its plan gives, in its order, for everyone to see.

use estrade_testkit::{Person, Reply, TestApp};
use serde_json::{Value, json};

use super::{content, going::tidy, picture};

async fn photo(person: &Person) -> Value {
    let sent = person.send_file("bal.png", &picture(1300, 800)).await.expect(201);
    json!({ "file": sent.str("/id"), "alt": "La piste" })
}

async fn photos(person: &Person, count: usize) -> Vec<Value> {
    let mut photos = Vec::new();
    for _ in 0..count {
        photos.push(photo(person).await);
    }
    photos
}

async fn edit(person: &Person, body: Value) -> Reply {
    let version = person.get("/v1/organization").await.expect(200).json["version"].as_i64();
    person.patch("/v1/organization", version.unwrap(), body).await
}

async fn is_seen(app: &TestApp, photo: &Value) -> bool {
    let (answer, _) =
        content(&app.visitor(), photo["file"].as_str().unwrap(), "?inline=true").await;
    answer.status == 200
}

/// S1-124, S1-125, S1-127, S1-131: VIP+ shows photos, a portfolio and links; when it lapses what FREE does not give
/// is hidden, its bytes too, and comes back with VIP+.
#[tokio::test]
async fn a_plan_shows_and_hides_a_showcase() {
    let app = TestApp::start().await;
    let leo = app.vip_provider("leo").await;
    let (gallery, project) = (photos(&leo, 5).await, photo(&leo).await);
    let portfolio = json!([{ "title": "Bal d’été", "year": 2026, "description": "Mon numéro : 06 12 34 56 78", "photo": project }]);
    let links = json!(["instagram.com/leo"]);
    let wish = json!({ "photos": gallery, "portfolio": portfolio, "social_links": links });
    let saved = edit(&leo, wish).await.expect(200);
    assert_eq!((&saved.json["photos_max"], &saved.json["portfolio_max"]), (&json!(24), &json!(12)));
    let sheet = async || app.visitor().get("/v1/providers/leo").await.expect(200).json;
    let shown = sheet().await;
    let count = |list: &str| shown[list].as_array().unwrap().len();
    assert_eq!((count("photos"), count("portfolio")), (5, 1));
    assert!(!shown["portfolio"][0]["description"].as_str().unwrap().contains("06 12"));
    assert_eq!(shown["social_links"][0]["network"], "instagram");
    for photo in gallery.iter().chain([&project]) {
        assert!(is_seen(&app, photo).await);
    }
    let operator = app.operator("regie").await;
    let plan = format!("/v1/operator/organizations/{}/plan", saved.str("/id"));
    operator.post(&plan, json!({ "plan": "free" })).await.expect(200);
    let shown = sheet().await;
    let count = |list: &str| shown[list].as_array().unwrap().len();
    assert_eq!((count("photos"), count("portfolio"), count("social_links")), (3, 0, 0));
    assert!(is_seen(&app, &gallery[2]).await);
    assert!(!is_seen(&app, &gallery[3]).await && !is_seen(&app, &project).await);
    let kept = leo.get("/v1/organization").await.expect(200);
    assert_eq!(kept.json["photos"].as_array().unwrap().len(), 5);
    operator.post(&plan, json!({ "plan": "vip_plus" })).await.expect(200);
    assert!(is_seen(&app, &project).await);
    app.deliver().await;
    app.stop().await;
}

/// S1-125, A-20: one photo more than the plan gives is refused; the instance says how many FREE gives.
#[tokio::test]
async fn one_photo_more_is_refused() {
    let app = TestApp::start_with(|settings| settings.limits.free_photos_max = 1);
    let (nina, camille) = (app.provider("nina").await, app.client("camille").await);
    nina.put("/v1/organization/plan", json!({ "plan": "free" })).await.expect(200);
    let two = photos(&nina, 2).await;
    let refused = edit(&nina, json!({ "photos": two })).await.expect(422);
    assert_eq!(refused.field_codes(), [("/photos".into(), "photos_need_vip_plus".into())]);
    edit(&nina, json!({ "photos": [two[0]] })).await.expect(200);
    let foreign = edit(&camille, json!({ "photos": [] })).await.expect(422);
    assert_eq!(foreign.field_codes(), [("/photos".into(), "provider_only".into())]);
    let plans = app.visitor().get("/v1/plans").await.expect(200).items();
    assert_eq!((&plans[0]["photos_max"], &plans[1]["photos_max"]), (&json!(1), &json!(24)));
    edit(&nina, json!({ "photos": [] })).await.expect(200);
    assert!(!is_seen(&app, &two[0]).await);
    app.advance(chrono::TimeDelta::hours(24)).await;
    tidy(&app).await;
    app.deliver().await;
    app.stop().await;
}
