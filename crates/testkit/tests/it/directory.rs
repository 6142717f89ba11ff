//! The public directory, its search and the sheets it leads to.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use estrade_db::{conn::SimpleConnection, directory};
use estrade_domain::{
    ids::OrganizationId,
    organizations::{OrganizationState, Plan, Subscription},
};
use estrade_testkit::{Person, TestApp, people::provider_form};
use serde_json::{Value, json};

/// A provider on a plan, with a form of its own.
async fn listed(app: &TestApp, handle: &str, plan: Plan, own: Value) -> Person {
    let mut form = provider_form(handle);
    form.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    let person = app.join(form).await;
    app.change_organization(&person, move |provider| {
        provider.subscription = Some(Subscription { plan, until: None });
    })
    .await;
    person
}

async fn handles(app: &TestApp, query: &str) -> Vec<String> {
    let page = app.visitor().get(&format!("/v1/providers{query}")).await.expect(200);
    page.items().iter().map(|card| card["handle"].as_str().unwrap().to_owned()).collect()
}

/// The cards of the public lists go out as they lie in the database: they say what the contract says, no more and no
/// less.
#[tokio::test]
async fn cards_have_the_shape_of_the_contract() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    app.publish(&camille, &["dj"]).await;
    listed(&app, "leo", Plan::VipPlus, json!({ "name": "Léo \"Platines\"" })).await;
    let document = app.visitor().get("/v1/openapi.json").await.expect(200).json;
    let names = |of: &Value| of.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let promised = |schema: &str| names(&document["components"]["schemas"][schema]["properties"]);
    for (path, schema) in [("/v1/tenders", "TenderCard"), ("/v1/providers", "ProviderCard")] {
        let page = app.visitor().get(path).await.expect(200);
        assert_eq!(names(&page.json), BTreeSet::from(["items".into(), "next_page".into()]));
        assert_eq!(names(&page.items()[0]), promised(schema), "{path}");
    }
    let page = app.visitor().get("/v1/providers").await.expect(200);
    assert_eq!(names(&page.items()[0]["rating"]), promised("RatingView"));
    assert_eq!(page.items()[0]["name"], "Léo \"Platines\"");
}

/// Makes the whole draw; says how many moved.
async fn draw(app: &TestApp) -> usize {
    let (mut moved, mut after) = (0, None);
    loop {
        let drawn = app.db.write(move |tx| directory::draw(tx, after)).await.unwrap();
        moved += drawn.moved;
        after = drawn.next_after;
        if after.is_none() {
            return moved;
        }
    }
}

/// Writes a reputation as reviews and choices leave it behind.
pub async fn reputed(app: &TestApp, person: &Person, sum: i32, count: i32) {
    let id = person.organization.clone();
    app.db
        .write(move |tx| {
            tx.batch_execute(&format!(
                "update organizations set rating_sum = {sum}, rating_count = {count} where id = '{id}'"
            ))?;
            directory::refresh(tx, id.parse::<OrganizationId>().unwrap())
        })
        .await
        .unwrap();
}

/// S1-150: every provider on FREE or VIP+ is in the directory, and nobody else. S1-151: by trade, by
/// département, by both; who serves the whole of France is found everywhere.
#[tokio::test]
async fn the_directory_holds_every_provider_on_a_plan() {
    let app = TestApp::start().await;
    assert!(handles(&app, "").await.is_empty());
    app.provider("no-plan").await;
    app.client("camille").await;
    listed(&app, "free-dj", Plan::Free, json!({})).await;
    let vip = listed(&app, "vip-dj", Plan::VipPlus, json!({})).await;
    app.change_organization(&vip, |vip| vip.trades.push("karaoke".to_owned())).await;
    let everywhere = json!({ "trades": ["traiteur"], "departements": [], "france_wide": true });
    let closed = listed(&app, "everywhere", Plan::Free, everywhere).await;
    assert_eq!(handles(&app, "?trade=dj").await, ["vip-dj", "free-dj"]);
    assert_eq!(handles(&app, "?trade=karaoke&departement=76").await, ["vip-dj"]);
    assert_eq!(handles(&app, "?departement=974").await, ["everywhere"]);
    assert_eq!(handles(&app, "?departement=76").await.len(), 3);
    assert_eq!(handles(&app, "").await.len(), 3);
    assert!(handles(&app, "?trade=dj&departement=2A").await.is_empty());
    app.change_organization(&closed, |provider| provider.state = OrganizationState::Closed).await;
    assert!(handles(&app, "?trade=traiteur").await.is_empty());
    let _ = app.visitor().get("/v1/providers/everywhere").await.expect(404);
    let _ = app.visitor().get("/v1/providers/no-plan").await.expect(404);
    app.stop().await;
}

#[tokio::test]
async fn a_filter_that_is_no_choice_is_refused() {
    let app = TestApp::start().await;
    let refused = app.visitor().get("/v1/providers?trade=*&departement=99").await;
    let refused = refused.expect_refusal(422, "invalid_fields");
    let wrong = |pointer: &str| (pointer.to_owned(), "unknown_choice".to_owned());
    assert_eq!(refused.field_codes(), [wrong("/trade"), wrong("/departement")]);
    app.visitor().get("/v1/providers?q=%27").await.expect_refusal(400, "nothing_to_search");
    app.stop().await;
}

/// S1-163: VIP+ then FREE, inside the weighted mark; a token continues where the page ended, for
/// its own filters only.
#[tokio::test]
async fn pages_follow_the_published_order() {
    let app = TestApp::start().await;
    let mut people = Vec::new();
    for number in 0..7 {
        let plan = if number % 2 == 0 { Plan::Free } else { Plan::VipPlus };
        people.push(listed(&app, &format!("dj-{number}"), plan, json!({})).await);
    }
    reputed(&app, &people[0], 50, 10).await;
    reputed(&app, &people[3], 24, 5).await;
    reputed(&app, &people[5], 1, 1).await;
    let (mut seen, mut path) = (Vec::new(), "/v1/providers?trade=dj&limit=2".to_owned());
    loop {
        let page = app.visitor().get(&path).await.expect(200);
        seen.extend(page.items().iter().map(|card| card["handle"].as_str().unwrap().to_owned()));
        let Some(next) = page.json["next_page"].as_str() else { break };
        path = format!("/v1/providers?trade=dj&limit=2&page={next}");
        app.visitor()
            .get(&format!("/v1/providers?trade=karaoke&page={next}"))
            .await
            .expect_refusal(400, "invalid_page");
    }
    assert_eq!(seen[..4], ["dj-3", "dj-1", "dj-5", "dj-0"]);
    let rest: BTreeSet<&str> = seen[4..].iter().map(String::as_str).collect();
    assert_eq!(rest, BTreeSet::from(["dj-2", "dj-4", "dj-6"]));
    app.stop().await;
}

/// S1-163: equals are drawn anew each day, and stand still within it.
#[tokio::test]
async fn equals_are_drawn_anew_each_day() {
    let app = TestApp::start().await;
    for number in 0..12 {
        listed(&app, &format!("dj-{number}"), Plan::Free, json!({})).await;
    }
    let monday = handles(&app, "").await;
    app.advance(TimeDelta::hours(10)).await;
    assert_eq!(draw(&app).await, 0);
    assert_eq!(handles(&app, "").await, monday);
    app.advance(TimeDelta::hours(10)).await;
    assert_eq!(draw(&app).await, 12);
    let tuesday = handles(&app, "").await;
    assert_ne!(tuesday, monday);
    assert_eq!(BTreeSet::from_iter(tuesday), BTreeSet::from_iter(monday));
    app.stop().await;
}

/// S1-093, S1-094: the sheet and the list show the average out of 5, or that the provider is new.
#[tokio::test]
async fn the_sheet_shows_the_average_or_that_it_is_new() {
    let app = TestApp::start().await;
    let leo = listed(&app, "leo", Plan::Free, json!({})).await;
    let sheet = app.visitor().get("/v1/providers/leo").await.expect(200);
    assert_eq!(sheet.json["is_new"], true);
    assert_eq!(sheet.json["rating"], json!({ "average": null, "count": 0 }));
    reputed(&app, &leo, 14, 3).await;
    let sheet = app.visitor().get("/v1/providers/leo").await.expect(200);
    assert_eq!(sheet.json["is_new"], false);
    assert_eq!(sheet.json["rating"], json!({ "average": 4.67, "count": 3 }));
    let card = &app.visitor().get("/v1/providers").await.expect(200).items()[0];
    assert_eq!(card["rating"], sheet.json["rating"]);
    app.stop().await;
}

/// S1-013: payable by CESU. S1-126: the map goes with VIP+. S1-129: search engines follow
/// the links of VIP+ only. S1-083: no address, no phone, not even those in the presentation.
#[tokio::test]
async fn the_sheet_shows_what_the_plan_gives_and_no_coordinates() {
    let app = TestApp::start().await;
    let cesu = json!({ "legal_kind": "cesu", "siret": null, "name": "" });
    let nina = listed(&app, "nina", Plan::Free, cesu).await;
    let leo = listed(&app, "leo", Plan::VipPlus, json!({})).await;
    for person in [&nina, &leo] {
        app.change_organization(person, |provider| {
            provider.website = Some("https://exemple.fr/".to_owned());
            provider.presentation = "Écrivez à moi@exemple.fr ou au 06 98 76 54 32.".to_owned();
        })
        .await;
    }
    let nina = app.visitor().get("/v1/providers/nina").await.expect(200);
    assert_eq!(nina.json["payable_by_cesu"], true);
    assert_eq!(nina.json["map"], Value::Null);
    assert_eq!(nina.str("/website/rel"), "nofollow noopener");
    assert_eq!(nina.str("/region"), "Normandie");
    let leo = app.visitor().get("/v1/providers/leo").await.expect(200);
    assert_eq!(leo.json["payable_by_cesu"], false);
    assert_eq!(leo.json["map"]["latitude"], 49.4432);
    assert_eq!(leo.str("/website/rel"), "noopener");
    let list = app.visitor().get("/v1/providers?q=ecrivez").await.expect(200);
    for answer in [nina, leo, list] {
        for secret in
            ["98 76 54", "moi@", "rue des Lilas", "76000", "+33", "06 12", "leo@", "73282932"]
        {
            assert!(!answer.text.contains(secret), "{secret} in {}", answer.text);
        }
    }
    assert!(handles(&app, "?q=moi").await.is_empty());
    app.stop().await;
}

/// S1-151: found by the words of the name, the trade, the town or the text, without accents, from the
/// beginning of the last word, within the filters, and no longer once the words are gone.
#[tokio::test]
async fn words_find_providers_without_accents() {
    let app = TestApp::start().await;
    let image =
        json!({ "name": "Lumière d’été", "trades": ["videaste"], "departements": ["76", "27"] });
    let lumiere = listed(&app, "lumiere", Plan::Free, image).await;
    let band = json!({ "name": "L’Été indien", "trades": ["groupe-live"], "departements": [], "france_wide": true });
    listed(&app, "indien", Plan::Free, band).await;
    listed(&app, "other", Plan::VipPlus, json!({ "town": "Fécamp" })).await;
    for (query, found) in [
        ("?q=%C3%89t%C3%A9%20lum", &["lumiere"][..]),
        ("?q=lumiere%20d%27ete", &["lumiere"]),
        ("?q=VID%C3%89AS", &["lumiere"]),
        ("?q=band", &["indien"]),
        ("?q=fecamp", &["other"]),
        ("?q=ete&trade=groupe-live", &["indien"]),
        ("?q=ete&departement=974", &["indien"]),
        ("?q=lumiere&departement=974", &[]),
        ("?q=ete&departement=27&trade=videaste", &["lumiere"]),
        ("?q=%22lumiere%22%20OR%20other*", &[]),
        ("?q=_t_videaste", &[]),
        ("?q=introuvable", &[]),
    ] {
        assert_eq!(handles(&app, query).await, found, "{query}");
    }
    let both: BTreeSet<String> = handles(&app, "?q=ete").await.into_iter().collect();
    assert_eq!(both, BTreeSet::from(["indien".to_owned(), "lumiere".to_owned()]));
    app.change_organization(&lumiere, |provider| "Ombre".clone_into(&mut provider.name)).await;
    assert!(handles(&app, "?q=lumiere%20d").await.is_empty());
    assert_eq!(handles(&app, "?q=ombre").await, ["lumiere"]);
    app.change_organization(&lumiere, |provider| provider.subscription = None).await;
    assert!(handles(&app, "?q=ombre").await.is_empty());
    app.stop().await;
}

/// A search is paged as the directory is.
#[tokio::test]
async fn a_search_goes_on_from_page_to_page() {
    let app = TestApp::start().await;
    for number in 0..5 {
        listed(&app, &format!("dj-{number}"), Plan::Free, json!({})).await;
    }
    let first = app.visitor().get("/v1/providers?q=maison&limit=3").await.expect(200);
    let next = first.str("/next_page");
    let second = app.visitor().get(&format!("/v1/providers?q=maison&limit=3&page={next}")).await;
    let second = second.expect(200);
    assert_eq!((second.items().len(), &second.json["next_page"]), (2, &Value::Null));
    let all: Vec<Value> = first.items().into_iter().chain(second.items()).collect();
    let whole = app.visitor().get("/v1/providers").await.expect(200);
    assert_eq!(all, whole.items());
    app.stop().await;
}
