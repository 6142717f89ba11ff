//! What everyone sees of a tender.

use estrade_testkit::TestApp;
use serde_json::json;

use super::{call, published, wedding};

/// S1-035: a page with a stable, speaking URL that lists trades and département, without coordinates.
#[tokio::test]
async fn the_page_of_a_tender_shows_what_is_asked_and_not_who_asks_from_where() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let tender = published(&camille, call()).await;
    let slug = tender.str("/slug");
    assert!(slug.starts_with("mariage-de-lea-et-tom-rouen-"), "{slug}");
    assert_eq!(tender.str("/event/venue"), "Manoir du Clos, 3 rue des Tilleuls");

    let page = app.visitor().get(&format!("/v1/tenders/{slug}")).await.expect(200);
    assert_eq!(page.str("/id"), tender.str("/id"));
    assert_eq!(page.str("/event/departement"), "76");
    assert_eq!(page.str("/lots/0/trade"), "dj");
    assert_eq!(page.str("/client/handle"), "camille");
    let client = app.account(&camille).await.unwrap();
    for secret in
        ["Tilleuls", "rue des Lilas", client.phone.as_str(), &client.email.to_string(), "Durand"]
    {
        assert!(!page.text.contains(secret), "{secret} in {}", page.text);
    }
    assert_eq!(page.json["actions"], json!([]));
    app.deliver().await;
    app.stop().await;
}

/// S1-035: the URL stays when the title changes.
#[tokio::test]
async fn the_url_stays() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let tender = published(&camille, call()).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let edit = json!({ "event": { "title": "Noces" } });
    let revised = camille.patch(&url, super::version(&tender), edit).await.expect(200);
    assert_eq!(revised.str("/slug"), tender.str("/slug"));
    app.deliver().await;
    app.stop().await;
}

/// S1-083: an address or a number that a client slips into a text is shown to nobody; it is told which.
#[tokio::test]
async fn addresses_and_numbers_are_masked() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut call = call();
    call["event"]["description"] = json!("Écrivez à lea@exemple.fr");
    call["lots"][0]["wishes"] = json!("Appelez le 06 12 34 56 78");
    let tender = published(&camille, call).await;
    assert_eq!(tender.json["masked"], json!(["/event/description", "/lots/0/wishes"]));
    assert_eq!(tender.str("/event/description"), "Écrivez à lea@exemple.fr");
    let page = app.visitor().get(&format!("/v1/tenders/{}", tender.str("/id"))).await.expect(200);
    let list = app.visitor().get("/v1/tenders").await.expect(200);
    for seen in [&page.text, &list.text] {
        assert!(!seen.contains("12 34") && !seen.contains("lea@"), "{seen}");
    }
    assert_eq!(page.str("/event/description"), "Écrivez à •••");
    app.deliver().await;
    app.stop().await;
}

/// S1-083: what names an event stands in its address, in lists, in mails and on its page: it takes no
/// contacts at all, in a draft or later. The figures of names, days and places are none.
#[tokio::test]
async fn what_names_an_event_takes_no_contacts() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let wrong = json!({ "title": "Mariage, 06 12 34 56 78", "town": "Rouen (lea@exemple.fr)" });
    let refused = camille.post("/v1/tenders", json!({ "event": wrong })).await;
    let refused = refused.expect_refusal(422, "invalid_fields");
    let label = |pointer: &str| (pointer.to_owned(), "contacts_in_label".to_owned());
    assert_eq!(refused.field_codes(), [label("/event/title"), label("/event/town")]);
    let mut call = call();
    call["event"]["title"] = json!("Soirée 2000, salle 1900, le 12/06/2027");
    call["event"]["town"] = json!("76000 Rouen");
    let tender = published(&camille, call).await;
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let edit = json!({ "event": { "town": "Rouen 0612345678" } });
    let refused = camille.patch(&url, super::version(&tender), edit).await;
    assert_eq!(refused.expect(422).field_codes(), [label("/event/town")]);
    app.deliver().await;
    app.stop().await;
}

/// S1-034, S1-035: everyone finds open tenders by trade and by département, a page at a time.
#[tokio::test]
async fn open_tenders_are_found_by_trade_and_by_departement() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut paris = call();
    paris["event"] = wedding();
    paris["event"]["town"] = json!("Paris");
    paris["event"]["departement"] = json!("75");
    paris["lots"] = json!([{ "trade": "dj" }, { "trade": "dj" }]);
    let rouen = published(&camille, call()).await.str("/id");
    let paris = published(&camille, paris).await.str("/id");
    let visitor = app.visitor();
    let table = [
        ("", vec![&paris, &rouen]),
        ("?trade=dj", vec![&paris, &rouen]),
        ("?trade=traiteur", vec![&rouen]),
        ("?departement=75", vec![&paris]),
        ("?trade=traiteur&departement=75", vec![]),
        ("?trade=photographe", vec![]),
    ];
    for (query, expected) in table {
        let items = visitor.get(&format!("/v1/tenders{query}")).await.expect(200).items();
        let ids: Vec<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{query}");
    }
    let refused = visitor.get("/v1/tenders?trade=zzz&departement=99").await;
    let refused = refused.expect_refusal(422, "invalid_fields");
    let wrong = |pointer: &str| (pointer.to_owned(), "unknown_choice".to_owned());
    assert_eq!(refused.field_codes(), [wrong("/trade"), wrong("/departement")]);
    let first = visitor.get("/v1/tenders?limit=1").await.expect(200);
    assert_eq!(first.items()[0]["trades"], json!(["dj"]));
    let next = format!("/v1/tenders?limit=1&page={}", first.str("/next_page"));
    let second = visitor.get(&next).await.expect(200);
    assert_eq!(
        (second.items()[0]["id"].as_str(), &second.json["next_page"]),
        (Some(rouen.as_str()), &json!(null))
    );
    visitor
        .get(&format!("/v1/tenders?trade=dj&page={}", first.str("/next_page")))
        .await
        .expect_refusal(400, "invalid_page");
    app.deliver().await;
    app.stop().await;
}
