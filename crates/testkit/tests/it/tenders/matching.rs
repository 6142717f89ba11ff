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

/// S5-031, S1-036, S1-064: a provider that blocked a client is not told of its tenders and does not find them,
/// among all others; another provider, and the same one once it lifts the block, are.
#[tokio::test]
async fn a_blocked_clients_tenders_pass_its_provider_by() {
    let app = TestApp::start().await;
    let (camille, nora) = (app.client("camille").await, app.client("nora").await);
    let (leo, max) = (app.vip_provider("leo").await, app.vip_provider("max").await);
    let before = published(&camille, call()).await.str("/id");
    let opening = json!({ "provider": "leo", "text": "Bonjour, libre en juin ?" });
    let talk = camille.post("/v1/conversations", opening).await.expect(201).str("/id");
    let path = format!("/v1/conversations/{talk}");
    assert_eq!(potential(&leo, "").await, [before.as_str()]);
    let preview = leo.get(&format!("{path}/closing")).await.expect(200).str("/preview");
    leo.post(&format!("{path}/block"), json!({ "preview": preview })).await.expect(200);

    let mails = app.mails_to(&leo.email).await.len();
    let after = published(&camille, call()).await.str("/id");
    assert!(potential(&leo, "").await.is_empty());
    let todo = leo.get("/v1/me/todo").await.expect(200);
    assert_eq!(todo.json["provider"]["potential_tenders"], 0, "{}", todo.text);
    assert_eq!(reached(&app.db, &after, 10).await, [max.email.as_str()]);
    assert_eq!(app.mails_to(&leo.email).await.len(), mails);
    let notices = leo.get("/v1/notices").await.expect(200).items();
    assert!(notices.iter().all(|notice| notice["subject"] != json!(after)), "{notices:?}");
    assert_eq!(potential(&max, "").await, [after.as_str(), before.as_str()]);
    let of_nora = published(&nora, call()).await.str("/id");
    assert_eq!(potential(&leo, "").await, [of_nora.as_str()]);

    leo.post(&format!("{path}/unblock"), json!({})).await.expect(200);
    assert_eq!(potential(&leo, "").await.len(), 3);
    app.deliver().await;
    app.stop().await;
}
