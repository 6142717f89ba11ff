//! What search engines read: heads, sitemaps, robots.

use estrade_domain::organizations::OrganizationState;
use estrade_testkit::{Reply, TestApp};
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::tenders::{call, published};

/// A server with the web's own index page.
fn start() -> (TestApp, TempDir) {
    let web = tempfile::tempdir().unwrap();
    let index = include_str!("../../../../web/index.html");
    std::fs::write(web.path().join("index.html"), index).unwrap();
    let dir = web.path().to_owned();
    (TestApp::start_with(|settings| settings.web_dir = dir), web)
}

fn between<'a>(page: &'a str, begin: &str, end: &str) -> &'a str {
    let rest = page.split_once(begin).unwrap_or_else(|| panic!("no {begin} in {page}")).1;
    rest.split_once(end).unwrap().0
}

/// The first thing of the page's JSON-LD.
fn data(page: &Reply) -> Value {
    let json = between(&page.text, "<script type=\"application/ld+json\">", "</script>");
    serde_json::from_str::<Value>(json).unwrap()["@graph"][0].clone()
}

/// S1-035: a stable address, title, description and structured data with trades and département; never
/// the client's coordinates. S1-185: the sitemap names it once it is public, and no longer once closed.
#[tokio::test]
async fn a_tender_has_a_head_of_its_own() {
    let (app, _web) = start();
    let camille = app.client("camille").await;
    let mut call = call();
    call["event"]["title"] = json!("Bal <script>alert(1)</script> \"d'été\"");
    call["event"]["description"] = json!("Une fête. Appelez le 06 12 34 56 78 & venez.");
    let tender = published(&camille, call).await;
    let slug = tender.str("/slug");
    let page = app.visitor().get(&format!("/appels-d-offres/{slug}")).await.expect(200);
    let title = between(&page.text, "<title>", "</title>");
    assert!(
        title.starts_with("Bal &lt;script&gt;alert(1)&lt;/script&gt; &quot;d&#39;été&quot;"),
        "{title}"
    );
    assert!(title.contains("Rouen (Seine-Maritime) : DJ et Traiteur · Estrade"), "{title}");
    let canonical = between(&page.text, "<link rel=\"canonical\" href=\"", "\"");
    assert_eq!(canonical, format!("{}/appels-d-offres/{slug}", app.url));
    assert_eq!(between(&page.text, "property=\"og:url\" content=\"", "\""), canonical);
    let description = between(&page.text, "name=\"description\" content=\"", "\"");
    assert!(description.contains("pour le 12 juin 2027 : DJ et Traiteur."), "{description}");
    let demand = data(&page);
    assert_eq!(demand["@type"], "Demand");
    assert_eq!(demand["itemOffered"][1]["serviceType"], "Traiteur");
    assert_eq!(demand["areaServed"]["name"], "Seine-Maritime");
    assert_eq!(demand["name"], "Bal <script>alert(1)</script> \"d'été\"");
    for secret in
        ["12 34 56", "Tilleuls", "Durand", "@exemple.fr", "rue des Lilas", "<script>alert"]
    {
        assert!(!page.text.contains(secret), "{secret}");
    }
    let again = app.visitor().get(&format!("/appels-d-offres/{}", tender.str("/id"))).await;
    assert_eq!(between(&again.expect(200).text, "rel=\"canonical\" href=\"", "\""), canonical);
    let map = app.visitor().get("/sitemaps/tenders-1.xml").await.expect(200);
    assert!(map.text.contains(&format!("<loc>{canonical}</loc><lastmod>2027-01-15</lastmod>")));
    let close = format!("/v1/tenders/{}/close", tender.str("/id"));
    let _ = camille.post(&close, json!({ "reason": "event_cancelled" })).await.expect(200);
    let _ = app.visitor().get("/sitemaps/tenders-1.xml").await.expect(404);
    app.deliver().await;
    app.stop().await;
}

/// S1-129 (A-22): a readable address, schema.org/LocalBusiness and a followed link for VIP+; FREE has the
/// same without the link. S1-093: the average goes with it.
#[tokio::test]
async fn a_sheet_has_a_head_of_its_own() {
    let (app, _web) = start();
    let leo = app.vip_provider("leo-platines").await;
    app.change_organization(&leo, |provider| {
        provider.website = Some("https://leo.example/".to_owned());
        provider.presentation = "Vinyles et bonne humeur. 06 12 34 56 78".to_owned();
    })
    .await;
    let page = app.visitor().get("/prestataires/leo-platines").await.expect(200);
    let title = between(&page.text, "<title>", "</title>");
    assert_eq!(title, "Maison leo-platines, DJ à Rouen (Seine-Maritime) · Estrade");
    let business = data(&page);
    assert_eq!(business["@type"], "LocalBusiness");
    assert_eq!(business["sameAs"], "https://leo.example/");
    assert_eq!(business["address"]["addressLocality"], "Rouen");
    assert_eq!(business["aggregateRating"], Value::Null);
    assert!(page.text.contains("<article><h1>") && !page.text.contains("12 34 56"));
    crate::directory::reputed(&app, &leo, 14, 3).await;
    let page = app.visitor().get("/prestataires/leo-platines").await.expect(200);
    let rating = json!({ "@type": "AggregateRating", "ratingValue": 4.67, "reviewCount": 3, "bestRating": 5, "worstRating": 1 });
    assert_eq!(data(&page)["aggregateRating"], rating);
    let map = app.visitor().get("/sitemaps/providers-1.xml").await.expect(200);
    assert!(map.text.contains(&format!("<loc>{}/prestataires/leo-platines</loc>", app.url)));
    app.change_organization(&leo, |provider| {
        provider.subscription.as_mut().unwrap().plan = estrade_domain::organizations::Plan::Free;
    })
    .await;
    let page = app.visitor().get("/prestataires/leo-platines").await.expect(200);
    assert_eq!(data(&page)["sameAs"], Value::Null);
    app.change_organization(&leo, |provider| provider.state = OrganizationState::Closed).await;
    let page = app.visitor().get("/prestataires/leo-platines").await.expect(404);
    assert!(page.text.contains("content=\"noindex\"") && !page.text.contains("Platines"));
    let _ = app.visitor().get("/sitemaps/providers-1.xml").await.expect(404);
    app.stop().await;
}

/// S5-010: the page of a service has its address, its price and its provider for search engines, and no
/// contact; off the shelf it has none, nor a place in the sitemap.
#[tokio::test]
async fn a_service_has_a_head_of_its_own() {
    let (app, _web) = start();
    let leo = crate::services::listed(&app, "leo", json!({})).await;
    let mut form = estrade_testkit::people::service_form();
    form["description"] = json!("Tout compris. 06 12 34 56 78");
    let id = leo.post("/v1/services", form).await.expect(201).str("/id");
    let slug = leo.post(&format!("/v1/services/{id}/publish"), json!({})).await.expect(200);
    let path = format!("/services/{}", slug.str("/slug"));
    let page = app.visitor().get(&path).await.expect(200);
    let title = between(&page.text, "<title>", "</title>");
    assert_eq!(title, "Soirée dansante complète par Maison leo · Estrade");
    let canonical = between(&page.text, "<link rel=\"canonical\" href=\"", "\"");
    assert_eq!(canonical, format!("{}{path}", app.url));
    let service = data(&page);
    assert_eq!((&service["@type"], &service["serviceType"]), (&json!("Service"), &json!("DJ")));
    assert_eq!(service["offers"]["lowPrice"], "450.00");
    assert!(page.text.contains("à partir de 450 €") && !page.text.contains("12 34 56"));
    let map = app.visitor().get("/sitemaps/services-1.xml").await.expect(200);
    assert!(map.text.contains(&format!("<loc>{canonical}</loc>")));
    leo.post(&format!("/v1/services/{id}/pause"), json!({})).await.expect(200);
    let _ = app.visitor().get(&path).await.expect(404);
    let _ = app.visitor().get("/sitemaps/services-1.xml").await.expect(404);
    app.deliver().await;
    app.stop().await;
}

/// S1-185: robots and sitemaps follow what is public; a draft is not.
#[tokio::test]
async fn robots_and_sitemaps_name_what_is_public() {
    let (app, _web) = start();
    let robots = app.visitor().get("/robots.txt").await.expect(200);
    assert!(robots.text.contains(&format!("Sitemap: {}/sitemap.xml", app.url)));
    assert!(
        robots.text.contains("Disallow: /compte/\n")
            && robots.text.contains("Allow: /v1/tenders\n")
    );
    let index = app.visitor().get("/sitemap.xml").await.expect(200);
    assert_eq!(index.text.matches("<sitemap>").count(), 1);
    let pages = app.visitor().get("/sitemaps/pages.xml").await.expect(200);
    assert!(pages.text.contains(&format!("<loc>{}/annuaire</loc>", app.url)));
    let camille = app.client("camille").await;
    let _ = camille.post("/v1/tenders", call()).await.expect(201);
    app.vip_provider("leo").await;
    let index = app.visitor().get("/sitemap.xml").await.expect(200);
    assert!(index.text.contains("/sitemaps/providers-1.xml") && !index.text.contains("tenders-1"));
    for path in [
        "tenders-0.xml",
        "tenders-x.xml",
        "tenders--1.xml",
        "orders-1.xml",
        "pages",
        "tenders-99999999999999999999.xml",
    ] {
        let _ = app.visitor().get(&format!("/sitemaps/{path}")).await.expect(404);
    }
    app.stop().await;
}

#[tokio::test]
async fn other_addresses_keep_the_general_page() {
    let (app, _web) = start();
    for path in ["/", "/tableau-de-bord", "/mes-evenements/tnd_x"] {
        let page = app.visitor().get(path).await.expect(200);
        assert_eq!(between(&page.text, "<title>", "</title>"), "Estrade", "{path}");
    }
    let list = app.visitor().get("/annuaire?trade=dj&departement=76").await.expect(200);
    assert!(between(&list.text, "<title>", "</title>").starts_with("DJ pour votre événement"));
    let _ = app.visitor().get("/missing.js").await.expect(404);
    let _ = app.visitor().get("/appels-d-offres/inconnu").await.expect(404);
    app.stop().await;
}

/// The build lists the addresses that have a page. Any other is not found, with the same page.
#[tokio::test]
async fn an_address_that_the_web_does_not_know_is_not_found() {
    let web = tempfile::tempdir().unwrap();
    let index = include_str!("../../../../web/index.html");
    std::fs::write(web.path().join("index.html"), index).unwrap();
    std::fs::write(web.path().join("routes.json"), r#"["/", "/aide", "/mes-evenements/$id"]"#)
        .unwrap();
    let dir = web.path().to_owned();
    let app = TestApp::start_with(|settings| settings.web_dir = dir);
    for path in ["/", "/aide", "/aide?a=b", "/mes-evenements/tnd_x", "/annuaire"] {
        let _ = app.visitor().get(path).await.expect(200);
    }
    for path in ["/nulle-part", "/aide/nulle-part", "/mes-evenements/x/y"] {
        let page = app.visitor().get(path).await.expect(404);
        assert!(page.text.contains("content=\"noindex\"") && page.text.contains("id=\"root\""));
    }
    app.stop().await;
}

/// A file whose name changes with its content is kept for good, and leaves as small as the build made it;
/// one that keeps its name is asked for again; one that is not there is never kept.
#[tokio::test]
async fn files_are_kept_as_long_as_their_name_allows() {
    let (app, web) = start();
    std::fs::create_dir(web.path().join("assets")).unwrap();
    std::fs::write(web.path().join("assets/app-1a2b.js"), "the script").unwrap();
    std::fs::write(web.path().join("assets/app-1a2b.js.br"), "in brotli").unwrap();
    std::fs::write(web.path().join("favicon.svg"), "<svg/>").unwrap();
    let visitor = app.visitor();
    let script = visitor.get("/assets/app-1a2b.js").await.expect(200);
    assert_eq!(script.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(script.text, "the script");
    let request = visitor.request(&Method::GET, "/assets/app-1a2b.js");
    let small = visitor.send(request.header("accept-encoding", "gzip, br")).await.expect(200);
    assert_eq!((small.text.as_str(), small.header("content-encoding")), ("in brotli", Some("br")));
    let kind = small.header("content-type").unwrap();
    assert!(kind.starts_with("text/javascript"), "{kind}");
    let absent = visitor.get("/assets/app-0000.js").await.expect_refusal(404, "not_found");
    assert_eq!(absent.header("cache-control"), Some("no-store"));
    for path in ["/favicon.svg", "/", "/connexion"] {
        let file = visitor.get(path).await.expect(200);
        assert_eq!(file.header("cache-control"), Some("no-cache"), "{path}");
    }
    app.stop().await;
}
