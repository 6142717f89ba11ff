//! Providers and the tenders that concern them.

use estrade_db::{Db, matching, tenders};
use estrade_domain::ids::TenderId;
use estrade_testkit::{Person, TestApp};
use serde_json::json;

use super::{call, provider, published};

async fn reached(db: &Db, tender: &str, limit: i64) -> Vec<String> {
    let id: TenderId = tender.parse().unwrap();
    db.read(move |conn| {
        let tender = tenders::get(conn, id)?;
        let trades = tender.open_trades().map(str::to_owned).collect();
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let batch = matching::providers_matching(
                conn,
                &tender,
                &trades,
                after,
                (limit, tender.created_at),
            )?;
            found.extend(batch.matches.iter().map(|one| one.account.email.to_string()));
            after = batch.next_after;
            if after.is_none() {
                return Ok(found);
            }
        }
    })
    .await
    .unwrap()
}

async fn potential(person: &Person, query: &str) -> Vec<String> {
    let list = person.get(&format!("/v1/potential-tenders{query}")).await.expect(200);
    list.items().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

/// S1-036: a tender reaches every provider whose trade and département, or France-wide choice, match one
/// of its lots. S1-064: and they find it among their potential tenders.
#[tokio::test]
async fn a_tender_reaches_those_it_concerns() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let here = provider(&app, "dj-ici", &["dj"], &["27", "76"]).await;
    let both = provider(&app, "les-deux", &["dj", "traiteur"], &["76"]).await;
    let everywhere = provider(&app, "partout", &["traiteur"], &[]).await;
    let far = provider(&app, "dj-loin", &["dj"], &["13"]).await;
    let other = provider(&app, "photo", &["photographe"], &["76"]).await;
    let tender = published(&camille, call()).await.str("/id");
    let mut expected = vec![here.email.clone(), both.email.clone(), everywhere.email.clone()];
    expected.sort();
    for limit in [1, 2, 100] {
        let mut reached = reached(&app.db, &tender, limit).await;
        reached.sort();
        assert_eq!(reached, expected, "batches of {limit}");
    }
    for concerned in [&here, &both, &everywhere] {
        assert_eq!(potential(concerned, "").await, [tender.as_str()]);
    }
    for spared in [&far, &other] {
        assert!(potential(spared, "").await.is_empty());
    }
    let list = both.get("/v1/potential-tenders").await.expect(200).items();
    assert_eq!(list[0]["my_trades"], json!(["dj", "traiteur"]));
    app.deliver().await;
    app.stop().await;
}

/// S1-066, S1-121: before its first plan a provider is told of nothing. S2-043: nor while it is on leave.
#[tokio::test]
async fn without_a_plan_or_on_leave_nothing_comes() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let without = app.provider("sans-formule").await;
    let on_leave = provider(&app, "en-pause", &["dj"], &["76"]).await;
    app.change_organization(&on_leave, |organization| organization.paused = true).await;
    let tender = published(&camille, call()).await.str("/id");
    assert!(reached(&app.db, &tender, 10).await.is_empty());
    without.get("/v1/potential-tenders").await.expect_refusal(403, "subscription_required");
    camille.get("/v1/potential-tenders").await.expect_refusal(403, "provider_only");
    app.deliver().await;
    app.stop().await;
}

/// S1-067: hiding a tender takes it out of that provider's list only, and it can come back.
#[tokio::test]
async fn hiding_concerns_one_provider_only() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let one = provider(&app, "dj-un", &["dj"], &["76"]).await;
    let other = provider(&app, "dj-deux", &["dj"], &["76"]).await;
    let tender = published(&camille, call()).await.str("/id");
    let url = format!("/v1/tenders/{tender}");
    for _ in 0..2 {
        let hidden = one.post(&format!("{url}/hide"), json!({})).await.expect(200);
        assert_eq!(hidden.json["hidden"], true);
    }
    assert!(potential(&one, "").await.is_empty());
    assert_eq!(potential(&one, "?hidden=true").await, [tender.as_str()]);
    assert_eq!(potential(&other, "").await, [tender.as_str()]);
    one.post(&format!("{url}/unhide"), json!({})).await.expect(200);
    assert_eq!(potential(&one, "").await, [tender.as_str()]);
    camille.post(&format!("{url}/hide"), json!({})).await.expect_refusal(403, "provider_only");
    app.deliver().await;
    app.stop().await;
}

/// Two trades and two départements are four ranges; merged they miss and repeat nothing.
#[tokio::test]
async fn pages_of_potential_tenders_miss_and_repeat_nothing() {
    let app = TestApp::start_with(|settings| settings.limits.tenders_per_day = 100);
    let camille = app.client("camille").await;
    let both = provider(&app, "les-deux", &["dj", "traiteur"], &["27", "76"]).await;
    let mut made = Vec::new();
    for number in 0..9 {
        let mut call = call();
        call["event"]["departement"] = json!(["76", "27", "13"][number % 3]);
        if number % 2 == 0 {
            call["lots"] = json!([{ "trade": "traiteur" }]);
        }
        let id = published(&camille, call).await.str("/id");
        if number % 3 != 2 {
            made.push(id);
        }
    }
    made.reverse();
    let (mut seen, mut next) = (Vec::new(), String::new());
    for _ in 0..3 {
        let page = both.get(&format!("/v1/potential-tenders?limit=2{next}")).await.expect(200);
        seen.extend(page.items().iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        next = page.json["next_page"]
            .as_str()
            .map(|token| format!("&page={token}"))
            .unwrap_or_default();
    }
    assert_eq!((seen, next), (made, String::new()));
    app.deliver().await;
    app.stop().await;
}
