//! What every request passes: the guard against forged ones, the counts, safe headers.

use estrade_api::caller::ACCESS_COOKIE;
use estrade_testkit::{Person, Reply, TestApp, people::PASSWORD};
use reqwest::Method;
use serde_json::json;

/// A request with the cookies of this person, as a page of some site makes it.
async fn from_elsewhere(app: &TestApp, person: &Person, headers: &[(&str, &str)]) -> Reply {
    let cookie = format!("{ACCESS_COOKIE}={}", person.cookie(ACCESS_COOKIE).unwrap());
    let url = format!("{}/v1/sessions/current", app.url);
    let mut request = reqwest::Client::new().request(Method::DELETE, url).header("cookie", cookie);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    person.send(request).await
}

/// Cookies alone change nothing: the custom header must come, and neither origin nor site be foreign.
#[tokio::test]
async fn a_request_forged_by_another_site_is_refused() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let own = app.url.clone();
    for headers in [
        vec![],
        vec![("origin", own.as_str())],
        vec![("x-estrade", "1"), ("origin", "https://evil.example")],
        vec![("x-estrade", "1"), ("origin", "null")],
        vec![("x-estrade", "1"), ("sec-fetch-site", "cross-site")],
        vec![("x-estrade", "1"), ("sec-fetch-site", "same-site")],
    ] {
        from_elsewhere(&app, &camille, &headers).await.expect_refusal(403, "forged_request");
    }
    camille.get("/v1/me").await.expect(200);
    let good = [("x-estrade", "1"), ("origin", own.as_str()), ("sec-fetch-site", "same-origin")];
    from_elsewhere(&app, &camille, &good).await.expect(204);
    app.deliver().await;
    app.stop().await;
}

/// However an address is spelled: the router decodes what the guards must then have decoded, too.
#[tokio::test]
async fn another_spelling_of_an_address_passes_no_guard() {
    let app = TestApp::start_with(|settings| settings.requests_per_minute = 300);
    let camille = app.client("camille").await;
    let cookie = format!("{ACCESS_COOKIE}={}", camille.cookie(ACCESS_COOKIE).unwrap());
    let forged = reqwest::Client::new()
        .post(format!("{}/%761/notices/read-all", app.url))
        .header("cookie", cookie)
        .header("origin", "https://evil.example");
    camille.send(forged).await.expect_refusal(403, "forged_request");
    let visitor = app.visitor();
    let mut statuses = Vec::new();
    for path in ["/v1/sessions", "/%761/sessions", "/v1/%73essions"].repeat(3) {
        let wrong = json!({ "email": "nobody@exemple.fr", "password": "wrong-password" });
        statuses.push(visitor.post(path, wrong).await.status);
    }
    assert!(statuses.ends_with(&[429, 429, 429]), "{statuses:?}");
    app.stop().await;
}

/// Behind a proxy the last address of the last line is the proxy's word; the others are anybody's.
#[tokio::test]
async fn an_invented_address_evades_no_count() {
    let app = TestApp::start_with(|settings| {
        settings.requests_per_minute = 300;
        settings.behind_proxy = true;
    });
    let visitor = app.visitor();
    let mut statuses = Vec::new();
    for number in 0..7 {
        let wrong = json!({ "email": "nobody@exemple.fr", "password": "wrong-password" });
        let request = visitor.request(&Method::POST, "/v1/sessions").json(&wrong);
        let request = request.header("x-forwarded-for", format!("192.0.2.{number}"));
        let request = request.header("x-forwarded-for", "198.51.100.8");
        statuses.push(visitor.send(request).await.status);
    }
    assert_eq!(statuses, [401, 401, 401, 401, 401, 429, 429]);
    app.stop().await;
}

/// A NUL is part of no address, and what the libraries refuse by themselves gets our words, too.
#[tokio::test]
async fn a_strange_address_gets_its_problem() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for path in [
        "/v1/tenders?trade=%00",
        "/v1/tenders/a%00b",
        "/v1/providers/%00/reviews",
        "/v1/mailbox?recipient=%00",
        "/annuaire?trade=%00",
    ] {
        visitor.get(path).await.expect_refusal(400, "invalid_address");
    }
    // {"after":[0,"\u0000"],"filters":"…"}: read before the filters are compared.
    let token = "eyJhZnRlciI6WzAsIlx1MDAwMCJdLCJmaWx0ZXJzIjoiIn0";
    let page = visitor.get(&format!("/v1/tenders?page={token}")).await;
    page.expect_refusal(400, "invalid_page");
    for path in ["/.env", "/..%2fx"] {
        let refused = visitor.get(path).await;
        assert!(refused.status == 404 || refused.status == 400, "{path}: {}", refused.status);
        assert_eq!(refused.header("content-type"), Some("application/problem+json"), "{path}");
    }
    app.stop().await;
}

/// Passwords are tried a few times a minute at most, and the answer says when to come back.
#[tokio::test]
async fn too_many_logins_are_refused_with_their_limits() {
    let app = TestApp::start_with(|settings| settings.requests_per_minute = 300);
    let visitor = app.visitor();
    for left in (0..5).rev() {
        let wrong = visitor.log_in("nobody@exemple.fr", "wrong-password").await;
        let wrong = wrong.expect_refusal(401, "wrong_credentials");
        assert_eq!(wrong.header("ratelimit-policy"), Some("\"strict\";q=5;w=60"));
        assert_eq!(wrong.header("ratelimit"), Some(format!("\"strict\";r={left};t=60").as_str()));
    }
    let refused = visitor.log_in("nobody@exemple.fr", "wrong-password").await;
    let refused = refused.expect_refusal(429, "too_many_requests");
    assert_eq!(refused.header("ratelimit-policy"), Some("\"strict\";q=5;w=60"));
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    let reset = json!({ "handle": "nobody", "email": "nobody@exemple.fr" });
    visitor.post("/v1/password-resets", reset).await.expect(429);
    let general = visitor.get("/v1/settings").await.expect(200);
    assert_eq!(general.header("ratelimit-policy"), Some("\"general\";q=300;w=60"));
    app.stop().await;
}

/// Whether an address is known is not told by a login.
#[tokio::test]
async fn a_login_answers_the_same_for_unknown_and_known() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut answers = Vec::new();
    for (email, password) in [
        (camille.email.as_str(), "wrong-password"),
        ("nobody@exemple.fr", "wrong-password"),
        ("nobody@exemple.fr", PASSWORD),
        ("no address", PASSWORD),
    ] {
        let mut reply = app.visitor().log_in(email, password).await.expect(401);
        reply.json["request_id"] = json!("");
        let mut names: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
        names.sort();
        answers.push((reply.json, names));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    app.stop().await;
}

#[tokio::test]
async fn every_answer_carries_safe_headers() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for path in ["/v1/settings", "/v1/me", "/v1/nothing-here", "/healthz"] {
        let reply = visitor.get(path).await;
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(reply.header("x-frame-options"), Some("DENY"), "{path}");
        assert!(reply.header("content-security-policy").unwrap().contains("default-src 'none'"));
        assert!(reply.header("x-request-id").is_some_and(|id| !id.is_empty()), "{path}");
        assert!(reply.header("access-control-allow-origin").is_none(), "{path}");
    }
    app.stop().await;
}
