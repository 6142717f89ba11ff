//! The short memory of public answers.

use chrono::TimeDelta;
use estrade_domain::organizations::{Plan, Subscription};
use estrade_testkit::{Reply, TestApp};
use reqwest::{Method, header::HeaderMap};

const SECONDS: u32 = 2;

fn start() -> TestApp {
    TestApp::start_with(|settings| settings.cache_seconds = SECONDS)
}

/// What every request has for itself.
fn without_its_own(reply: &Reply) -> HeaderMap {
    let mut headers = reply.headers.clone();
    for own in ["date", "x-request-id", "ratelimit"] {
        assert!(headers.remove(own).is_some(), "no {own}");
    }
    headers
}

/// What was read is read again for two seconds, and then anew.
#[tokio::test]
async fn a_public_list_is_kept_for_as_long_as_the_setting_says() {
    let app = start();
    let (camille, visitor) = (app.client("camille").await, app.visitor());
    assert!(visitor.get("/v1/tenders").await.expect(200).items().is_empty());
    app.publish(&camille, &["dj"]).await;
    app.world.advance(TimeDelta::milliseconds(1999));
    assert!(visitor.get("/v1/tenders").await.expect(200).items().is_empty());
    assert_eq!(visitor.get("/v1/tenders?trade=dj").await.expect(200).items().len(), 1);
    app.advance(TimeDelta::milliseconds(1)).await;
    assert_eq!(visitor.get("/v1/tenders").await.expect(200).items().len(), 1);
}

/// With 0 nothing is kept.
#[tokio::test]
async fn without_a_duration_every_reader_sees_the_present() {
    let app = TestApp::start().await;
    let (camille, visitor) = (app.client("camille").await, app.visitor());
    assert!(visitor.get("/v1/tenders").await.expect(200).items().is_empty());
    app.publish(&camille, &["dj"]).await;
    assert_eq!(visitor.get("/v1/tenders").await.expect(200).items().len(), 1);
    app.deliver().await;
}

/// Whoever shows a cookie or a key reads past the memory and leaves nothing in it.
#[tokio::test]
async fn who_is_signed_in_reads_the_present() {
    let app = start();
    let (camille, visitor) = (app.client("camille").await, app.visitor());
    assert!(camille.get("/v1/tenders").await.expect(200).items().is_empty());
    app.publish(&camille, &["dj"]).await;
    assert_eq!(visitor.get("/v1/tenders").await.expect(200).items().len(), 1);
    app.publish(&camille, &["dj"]).await;
    assert_eq!(visitor.get("/v1/tenders").await.expect(200).items().len(), 1);
    assert_eq!(camille.get("/v1/tenders").await.expect(200).items().len(), 2);
    let with_a_key = visitor.request(&Method::GET, "/v1/tenders").bearer_auth("esk_unknown");
    assert_eq!(visitor.send(with_a_key).await.expect(200).items().len(), 2);
    app.deliver().await;
}

/// The same bytes and headers, the link to the next page among them; but an id of its own.
#[tokio::test]
async fn a_kept_answer_differs_only_in_what_is_the_requests_own() {
    let app = start();
    let (camille, visitor) = (app.client("camille").await, app.visitor());
    for _ in 0..3 {
        app.publish(&camille, &["dj"]).await;
    }
    let first = visitor.get("/v1/tenders?limit=2").await.expect(200);
    app.publish(&camille, &["dj"]).await;
    let again = visitor.get("/v1/tenders?limit=2").await.expect(200);
    assert!(first.header("link").is_some_and(|link| link.contains("limit=2&page=")));
    assert_eq!(first.text, again.text);
    assert_eq!(without_its_own(&first), without_its_own(&again));
    assert_ne!(first.header("x-request-id"), again.header("x-request-id"));
    app.deliver().await;
}

/// A kept answer counts as any other: the memory is no way around the limits.
#[tokio::test]
async fn a_kept_answer_counts_against_the_limit() {
    let app = TestApp::start_with(|settings| {
        settings.cache_seconds = SECONDS;
        settings.requests_per_minute = 5;
    });
    let visitor = app.visitor();
    let mut statuses = Vec::new();
    for _ in 0..20 {
        statuses.push(visitor.get("/v1/tenders").await.status);
    }
    assert_eq!((statuses[0], statuses[19]), (200, 429));
}

/// A refusal is never kept: what it names may be there a moment later.
#[tokio::test]
async fn a_problem_is_not_kept() {
    let app = start();
    let (visitor, leo) = (app.visitor(), app.provider("leo").await);
    let missing = visitor.get("/v1/providers/leo").await.expect(404);
    let again = visitor.get("/v1/providers/leo").await.expect(404);
    assert_ne!(missing.str("/request_id"), again.str("/request_id"));
    app.change_organization(&leo, |leo| {
        leo.subscription = Some(Subscription { plan: Plan::Free, until: None });
    })
    .await;
    let _ = visitor.get("/v1/providers/leo").await.expect(200);
}
