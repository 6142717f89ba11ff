//! Needs through the API: who is chosen and why, what each of them gets, and what none of them learns.

mod choosing;

use estrade_testkit::{Person, Reply, TestApp, people::need_form};
use serde_json::{Value, json};

/// A need with some fields of its own.
fn need(own: &Value) -> Value {
    let mut form = need_form();
    form.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    form
}

async fn send(client: &Person, need: Value, providers: &[&str]) -> Reply {
    client.post("/v1/needs", json!({ "need": need, "providers": providers })).await
}

/// The pseudos of those who would get a need.
async fn found(client: &Person, need: Value) -> Vec<String> {
    let items = client.post("/v1/needs/preview", need).await.expect(200).items();
    items.iter().map(|it| it["provider"]["handle"].as_str().unwrap().to_owned()).collect()
}

async fn entries(person: &Person, conversation: &str) -> Vec<Value> {
    person.get(&format!("/v1/conversations/{conversation}/entries")).await.expect(200).items()
}

async fn conversation(provider: &Person) -> String {
    let inbox = provider.get("/v1/conversations").await.expect(200).items();
    inbox[0]["id"].as_str().unwrap().to_owned()
}

/// S5-012, S5-013, S5-014: a need reaches those whom the client kept, each in a conversation of its own
/// with what is needed in it and a mail at once, and none is told of the others.
#[tokio::test]
async fn a_need_reaches_several_and_none_is_told_of_the_others() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let (leo, mia) = (app.vip_provider("leo").await, app.vip_provider("mia").await);
    let noe = app.vip_provider("noe").await;
    let before = app.mails_to(&leo.email).await.len();
    let sent = send(&camille, need_form(), &["mia", "leo"]).await.expect(201);
    let path = format!("/v1/needs/{}", sent.str("/id"));
    assert_eq!(sent.header("location"), Some(path.as_str()));
    let recipients = sent.json["recipients"].as_array().unwrap().clone();
    assert_eq!(recipients.len(), 2);
    assert!(recipients.iter().all(|it| it["state"] == "waiting"));
    for (provider, others) in [(&leo, ["mia", "noe"]), (&mia, ["leo", "noe"])] {
        let thread = conversation(provider).await;
        let told = entries(provider, &thread).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0]["text"], need_form()["description"]);
        let need = &told[0]["need"];
        assert_eq!((&need["id"], &need["trade"]), (&Value::Null, &json!("dj")));
        assert_eq!((&need["departement"], &need["day"]), (&json!("76"), &json!("2027-06-12")));
        assert_eq!(need["budget_max"]["amount"], 60_000);
        assert_eq!(told[0]["service"]["title"], "Soirée dansante complète");
        let card = provider.get(&format!("/v1/conversations/{thread}")).await.expect(200).text;
        let mails = app.mails_to(&provider.email).await;
        let mail = mails.last().unwrap();
        assert_eq!(mail.subject, "camille vous écrit");
        let all = format!("{card} {} {} {}", json!(told), mail.text_body, mail.subject);
        assert!(others.iter().all(|other| !all.contains(other)), "{all}");
        provider.get(&path).await.expect(404);
    }
    assert_eq!(app.mails_to(&leo.email).await.len(), before + 1);
    assert!(noe.get("/v1/conversations").await.expect(200).items().is_empty(), "unticked");
    let thread = conversation(&leo).await;
    let own = entries(&camille, &thread).await.remove(0);
    assert_eq!(own["need"]["id"], sent.json["id"], "the client finds its need again");
    app.stop().await;
}

/// S5-016: the client sees with whom its need stands where; a need goes on in the conversation of its pair.
#[tokio::test]
async fn the_client_sees_where_its_need_stands() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut providers = Vec::new();
    for name in ["leo", "mia", "noe", "zoe"] {
        providers.push(app.vip_provider(name).await);
    }
    let opening = json!({ "provider": "leo", "text": "Bonjour" });
    let before = camille.post("/v1/conversations", opening).await.expect(201).str("/id");
    app.world.advance(chrono::TimeDelta::seconds(1));
    let sent = send(&camille, need_form(), &["leo", "mia", "noe", "zoe"]).await.expect(201);
    let say = async |person: &Person, step: &str, body: Value| {
        let path = format!("/v1/conversations/{}/{step}", conversation(person).await);
        person.post(&path, body).await
    };
    assert_eq!(conversation(&providers[0]).await, before, "one conversation for each pair");
    say(&providers[0], "messages", json!({ "text": "Avec plaisir." })).await.expect(201);
    say(&providers[1], "decline", json!({})).await.expect(200);
    let thread = conversation(&providers[2]).await;
    let closing = providers[2].get(&format!("/v1/conversations/{thread}/closing")).await;
    let preview = json!({ "preview": closing.expect(200).str("/preview") });
    say(&providers[2], "block", preview).await.expect(200);
    let seen = camille.get(&format!("/v1/needs/{}", sent.str("/id"))).await.expect(200);
    let mut states: Vec<(&str, &str)> = seen.json["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["provider"]["handle"].as_str().unwrap(), it["state"].as_str().unwrap()))
        .collect();
    states.sort_unstable();
    let expected =
        [("leo", "answered"), ("mia", "declined"), ("noe", "blocked"), ("zoe", "waiting")];
    assert_eq!(states, expected);
    let listed = camille.get("/v1/needs").await.expect(200).items();
    assert_eq!(listed, [seen.json]);
    app.deliver().await;
    app.stop().await;
}

/// A day has so many needs, and what is sent is what was read: else nobody gets it.
#[tokio::test]
async fn what_was_not_read_is_not_sent() {
    let app = TestApp::start_with(|settings| settings.limits.needs_per_day = 2);
    let camille = app.client("camille").await;
    let leo = app.vip_provider("leo").await;
    let nora = app.client("nora").await;
    send(&camille, need_form(), &["leo", "inconnu"]).await.expect_refusal(409, "choice_outdated");
    let far = need(&json!({ "departement": "13" }));
    assert!(found(&camille, far.clone()).await.is_empty());
    send(&camille, far, &["leo"]).await.expect_refusal(409, "nobody_fits");
    let refused = send(&camille, need(&json!({ "title": "" })), &["leo"]).await.expect(422);
    assert_eq!(refused.field_codes(), [("/need/title".into(), "required".into())]);
    let nobody = send(&camille, need_form(), &[]).await.expect(422);
    assert_eq!(nobody.field_codes(), [("/providers".into(), "required".into())]);
    assert!(leo.get("/v1/conversations").await.expect(200).items().is_empty());
    let both = || send(&camille, need_form(), &["leo"]);
    both().await.expect(201);
    let (one, other) = tokio::join!(both(), both());
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 429]);
    both().await.expect_refusal(429, "too_many_needs");
    send(&nora, need_form(), &["leo"]).await.expect(201);
    app.advance(chrono::TimeDelta::hours(24)).await;
    camille.log_in(&camille.email, estrade_testkit::people::PASSWORD).await.expect(201);
    both().await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// A client's needs are read page by page, the latest first.
#[tokio::test]
async fn needs_are_read_page_by_page() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    app.vip_provider("leo").await;
    for title in ["Un", "Deux", "Trois"] {
        send(&camille, need(&json!({ "title": title })), &["leo"]).await.expect(201);
        app.world.advance(chrono::TimeDelta::seconds(1));
    }
    let (mut seen, mut page) = (Vec::new(), String::new());
    loop {
        let found = camille.get(&format!("/v1/needs?limit=2{page}")).await.expect(200);
        seen.extend(found.items().iter().map(|it| it["title"].as_str().unwrap().to_owned()));
        let Some(next) = found.json["next_page"].as_str() else { break };
        page = format!("&page={next}");
    }
    assert_eq!(seen, ["Trois", "Deux", "Un"]);
    app.deliver().await;
    app.stop().await;
}
