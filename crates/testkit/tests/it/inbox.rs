//! How a provider's team sorts its conversations, and how both sides find one again.

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp, people::PASSWORD};
use reqwest::Method;
use serde_json::{Value, json};

async fn open(client: &Person, provider: &str) -> String {
    let wish = json!({ "provider": provider, "text": "Bonjour, libre en juin ?" });
    client.post("/v1/conversations", wish).await.expect(201).str("/id")
}

async fn make(provider: &Person, name: &str) -> Reply {
    provider.post("/v1/tags", json!({ "name": name, "colour": "teal" })).await
}

async fn tag(provider: &Person, name: &str) -> String {
    make(provider, name).await.expect(201).str("/id")
}

async fn apply(provider: &Person, conversation: &str, tag: &str) -> Reply {
    provider.put(&format!("/v1/conversations/{conversation}/tags/{tag}"), json!({})).await
}

/// What the page shows of its tags: name and count.
async fn tags(provider: &Person, query: &str) -> Vec<(String, i64)> {
    let found = provider.get(&format!("/v1/tags{query}")).await.expect(200).items();
    let pair = |tag: &Value| {
        (tag["name"].as_str().unwrap().to_owned(), tag["conversations"].as_i64().unwrap())
    };
    found.iter().map(pair).collect()
}

async fn carried(person: &Person, conversation: &str) -> Vec<String> {
    let view = person.get(&format!("/v1/conversations/{conversation}")).await.expect(200);
    let tags = view.json["tags"].as_array().unwrap().clone();
    tags.iter().map(|tag| tag["name"].as_str().unwrap().to_owned()).collect()
}

/// The conversations that a query finds, the latest first.
async fn found(person: &Person, query: &str) -> Vec<String> {
    let path = format!("/v1/conversations?{query}");
    let items = person.get(&path).await.expect(200).items();
    items.iter().map(|card| card["id"].as_str().unwrap().to_owned()).collect()
}

/// Someone of the same team.
async fn colleague(app: &TestApp, of: &Person, email: &str) -> Person {
    of.post("/v1/invitations", json!({ "email": email, "role": "member" })).await.expect(201);
    let token = app.mailed_token(email).await;
    let mut person = app.visitor();
    let form = json!({
        "token": token, "given_name": "Mia", "family_name": "Petit", "phone": "06 11 22 33 44",
        "password": PASSWORD, "terms_version": estrade_api::app::TERMS_VERSION,
    });
    let joined = person.post("/v1/invitations/accept", form).await.expect(201);
    person.email = email.to_owned();
    person.account = joined.str("/account");
    app.deliver().await;
    person
}

/// S5-020, S5-021, S5-022, S5-025, S5-026: a tag is made, proposed from its first letters, put on a conversation
/// and taken off; the whole team sees it, the client and other providers never.
#[tokio::test]
async fn a_team_tags_its_conversations() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let (max, mia) = (app.vip_provider("max").await, colleague(&app, &leo, "mia@exemple.fr").await);
    let id = open(&camille, "leo").await;
    let (sent, signed) = (tag(&leo, "Devis envoyé").await, tag(&mia, "Été 2027").await);
    assert_eq!(tags(&mia, "?q=ete").await, [("Été 2027".to_owned(), 0)]);
    assert_eq!(tags(&leo, "?q=env").await.len(), 1, "a word within the name");
    assert_eq!(tags(&leo, "?q=xyz").await, []);
    let view = apply(&leo, &id, &sent).await.expect(200);
    assert_eq!(view.json["tags"][0]["colour"], "teal");
    let _ = apply(&mia, &id, &signed).await.expect(200);
    let _ = apply(&mia, &id, &signed).await.expect(200);
    assert_eq!(carried(&mia, &id).await, ["Devis envoyé", "Été 2027"]);
    assert_eq!(tags(&leo, "").await[1], ("Été 2027".to_owned(), 1), "twice is once");
    assert_eq!(carried(&camille, &id).await, [""; 0], "the client sees none");
    for stranger in [&camille, &max] {
        assert_eq!(found(stranger, &format!("tag={sent}")).await, [""; 0]);
    }
    let _ = apply(&camille, &id, &sent).await.expect(403);
    let _ = apply(&max, &id, &sent).await.expect(404);
    let foreign = tag(&max, "À moi").await;
    let _ = apply(&leo, &id, &foreign).await.expect(404);
    let off = format!("/v1/conversations/{id}/tags/{sent}");
    for _ in 0..2 {
        let _ = leo.delete(&off).await.expect(204);
    }
    assert_eq!(carried(&leo, &id).await, ["Été 2027"]);
    app.deliver().await;
    app.stop().await;
}

/// S5-023, S5-024: another name shows in every conversation; a tag that is deleted is on none of them.
#[tokio::test]
async fn a_tag_is_renamed_and_deleted_everywhere() {
    let app = TestApp::start().await;
    let (camille, nora) = (app.client("camille").await, app.client("nora").await);
    let leo = app.vip_provider("leo").await;
    let id = tag(&leo, "Devis").await;
    let both = [open(&camille, "leo").await, open(&nora, "leo").await];
    for conversation in &both {
        let _ = apply(&leo, conversation, &id).await.expect(200);
    }
    let path = format!("/v1/tags/{id}");
    let renamed = leo.patch(&path, 1, json!({ "name": "Devis signé" })).await.expect(200);
    assert_eq!(
        (renamed.json["version"].as_i64(), renamed.json["colour"].as_str()),
        (Some(2), Some("teal"))
    );
    let _ = leo.patch(&path, 1, json!({ "colour": "plum" })).await.expect(412);
    for conversation in &both {
        assert_eq!(carried(&leo, conversation).await, ["Devis signé"]);
    }
    assert_eq!(tags(&leo, "").await, [("Devis signé".to_owned(), 2)]);
    let gone = leo.request(&Method::DELETE, &path).header("if-match", "\"2\"");
    let _ = leo.send(gone).await.expect(204);
    for conversation in &both {
        assert_eq!(carried(&leo, conversation).await, [""; 0]);
    }
    assert_eq!(tags(&leo, "").await, []);
    app.deliver().await;
    app.stop().await;
}

/// S5-020: a name is the team's own but for case and accents, and a team has a hundred tags at most.
#[tokio::test]
async fn names_are_unlike_and_tags_are_bounded() {
    let app = TestApp::start().await;
    let (leo, max) = (app.vip_provider("leo").await, app.vip_provider("max").await);
    let id = tag(&leo, "Été").await;
    let taken = make(&leo, "ETE").await.expect(422);
    assert_eq!(taken.field_codes(), [("/name".into(), "tag_name_taken".into())]);
    let _ = make(&max, "ete").await.expect(201);
    let other = tag(&leo, "Hiver").await;
    let taken = leo.patch(&format!("/v1/tags/{other}"), 1, json!({ "name": "été" })).await;
    assert_eq!(taken.expect(422).field_codes(), [("/name".into(), "tag_name_taken".into())]);
    let same = leo.patch(&format!("/v1/tags/{id}"), 1, json!({ "name": "ÉTÉ" })).await;
    assert_eq!(same.expect(200).str("/name"), "ÉTÉ");
    for number in 2..100 {
        let _ = make(&leo, &format!("Balise {number}")).await.expect(201);
    }
    make(&leo, "Une de trop").await.expect_refusal(409, "too_many_tags");
    app.deliver().await;
    app.stop().await;
}

/// A conversation is handed to someone of the team, who is told; who leaves the team sees to none.
#[tokio::test]
async fn a_conversation_is_someones_to_see_to() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let mia = colleague(&app, &leo, "mia@exemple.fr").await;
    let id = open(&camille, "leo").await;
    let path = format!("/v1/conversations/{id}/assignee");
    let to = |person: &Person| json!({ "account": person.account });
    let view = leo.put(&path, to(&mia)).await.expect(200);
    assert_eq!(
        (view.json["assignee"]["given_name"].as_str(), view.json["assignee"]["me"].as_bool()),
        (Some("Mia"), Some(false))
    );
    assert_eq!(
        (found(&mia, "assignee=me").await, found(&leo, "assignee=me").await),
        (vec![id.clone()], vec![])
    );
    assert_eq!(found(&leo, &format!("assignee={}", mia.account)).await.len(), 1);
    assert_eq!(found(&leo, "assignee=nobody").await, [""; 0]);
    let _ = leo.get("/v1/conversations?assignee=lui").await.expect(400);
    app.deliver().await;
    let told = mia.get("/v1/notices").await.expect(200).items();
    assert_eq!(told[0]["kind"], "conversation.assigned");
    assert_eq!(camille.get(&format!("/v1/conversations/{id}")).await.json["assignee"], Value::Null);
    let wrong = leo.put(&path, to(&camille)).await.expect(422);
    assert_eq!(wrong.field_codes(), [("/account".into(), "unknown_choice".into())]);
    let team = leo.get("/v1/members").await.expect(200).items();
    let member = team.iter().find(|member| member["id"] == *mia.account).unwrap();
    let gone = leo
        .request(&Method::DELETE, &format!("/v1/members/{}", mia.account))
        .header("if-match", format!("\"{}\"", member["version"]));
    let _ = leo.send(gone).await.expect(204);
    assert_eq!(found(&leo, "assignee=nobody").await, [id]);
    app.deliver().await;
    app.stop().await;
}

/// S5-001, S5-027, S5-028, S5-029, A-44: one page of messages, narrowed by tag, by what is unread, by who sees
/// to it and by words, all at once.
#[tokio::test]
async fn filters_combine() {
    let app = TestApp::start().await;
    let leo = app.vip_provider("leo").await;
    let mut ids = Vec::new();
    for name in ["camille", "nora", "ines"] {
        ids.push(open(&app.client(name).await, "leo").await);
        app.world.advance(TimeDelta::seconds(1));
    }
    let [camille, nora, ines] = ids.try_into().unwrap();
    let urgent = tag(&leo, "Urgent").await;
    for id in [&camille, &nora] {
        let _ = apply(&leo, id, &urgent).await.expect(200);
    }
    let read = leo.get(&format!("/v1/conversations/{nora}/entries")).await.expect(200).items();
    let read = json!({ "through": read[0]["id"] });
    let _ = leo.post(&format!("/v1/conversations/{nora}/read"), read).await.expect(200);
    let mine = format!("/v1/conversations/{camille}/assignee");
    let _ = leo.put(&mine, json!({ "account": leo.account })).await.expect(200);
    let table = [
        (String::new(), vec![&ines, &nora, &camille]),
        (format!("tag={urgent}"), vec![&nora, &camille]),
        ("unread=true".to_owned(), vec![&ines, &camille]),
        (format!("unread=true&tag={urgent}"), vec![&camille]),
        (format!("tag={urgent}&assignee=nobody"), vec![&nora]),
        ("assignee=me&unread=true".to_owned(), vec![&camille]),
        ("q=cam".to_owned(), vec![&camille]),
        (format!("q=NORA&tag={urgent}"), vec![&nora]),
        (format!("q=nora&unread=true&tag={urgent}"), vec![]),
        ("state=open&q=ines".to_owned(), vec![&ines]),
        ("state=declined".to_owned(), vec![]),
        (format!("state=blocked&tag={urgent}"), vec![]),
    ];
    for (query, expected) in table {
        let expected: Vec<String> = expected.into_iter().cloned().collect();
        assert_eq!(found(&leo, &query).await, expected, "{query}");
    }
    let _ = leo.get("/v1/conversations?state=lost").await.expect(400);
    leo.get("/v1/conversations?q=%27").await.expect_refusal(400, "nothing_to_search");
    app.deliver().await;
    app.stop().await;
}

/// A page of each filter follows the one before without a gap or a repetition, also when a colleague answered
/// what others have not read.
#[tokio::test]
async fn narrowed_pages_follow_each_other() {
    let app = TestApp::start().await;
    let leo = app.vip_provider("leo").await;
    let mia = colleague(&app, &leo, "mia@exemple.fr").await;
    let urgent = tag(&leo, "Urgent").await;
    let mut ids = Vec::new();
    for name in ["camille", "nora", "ines"] {
        let id = open(&app.client(name).await, "leo").await;
        let _ = apply(&leo, &id, &urgent).await.expect(200);
        ids.push(id);
        app.world.advance(TimeDelta::seconds(1));
    }
    let path = format!("/v1/conversations/{}/messages", ids[0]);
    let _ = leo.post(&path, json!({ "text": "Oui, avec plaisir." })).await.expect(201);
    let expected = [ids[0].clone(), ids[2].clone(), ids[1].clone()];
    for filter in [
        "unread=true".to_owned(),
        format!("tag={urgent}"),
        format!("unread=true&tag={urgent}"),
        "state=open".to_owned(),
        "assignee=nobody".to_owned(),
    ] {
        let mut seen = Vec::new();
        let mut page = String::new();
        loop {
            let path = format!("/v1/conversations?{filter}&limit=1{page}");
            let found = mia.get(&path).await.expect(200);
            seen.extend(found.items().iter().map(|card| card["id"].as_str().unwrap().to_owned()));
            let Some(next) = found.json["next_page"].as_str() else { break };
            page = format!("&page={next}");
        }
        assert_eq!(seen, expected, "{filter}");
    }
    app.deliver().await;
    app.stop().await;
}

/// S5-029, A-44: a conversation is found by how the other side is called, by the events that it speaks of and
/// by the address of such an event. What a client does not show of itself finds nothing until a mission is in
/// work.
#[tokio::test]
async fn a_conversation_is_found_by_names_and_events() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let max = app.vip_provider("max").await;
    let other = open(&camille, "max").await;
    let published = app.publish(&camille, &["dj"]).await;
    let id = open(&camille, "leo").await;
    assert_eq!(found(&leo, "q=mariage").await, [""; 0]);
    app.in_work(&camille, &max, published.lots[0]).await;
    let lots = app.publish(&camille, &["photographe"]).await;
    let wish = json!({ "provider": "leo", "text": "Pour ce mariage", "tender": lots.tender });
    let _ = camille.post("/v1/conversations", wish).await.expect(201);
    let slug = camille.get(&format!("/v1/tenders/{}", lots.tender)).await.expect(200).str("/slug");
    let address = format!("https%3A%2F%2Festrade.example%2Fappels-d-offres%2F{slug}%3Fa%3D1");
    for query in [
        "q=camille",
        "q=MARIAGE+lea",
        "q=tom",
        &format!("q={}", lots.tender),
        &format!("q={address}"),
    ] {
        assert_eq!(found(&leo, query).await, [id.as_str()], "{query}");
    }
    for query in ["q=mariage+dupont", "q=https%3A%2F%2Festrade.example%2Fappels-d-offres%2Fautre"] {
        assert_eq!(found(&leo, query).await, [""; 0], "{query}");
    }
    assert_eq!(found(&camille, "q=maison+max").await, [other.as_str()]);
    let me = camille.get("/v1/me").await.expect(200);
    let family = me.json["family_name"].as_str().unwrap();
    assert_eq!(found(&leo, &format!("q={family}")).await, [""; 0], "not shown yet");
    assert_eq!(found(&max, &format!("q={family}")).await, [other], "a mission is in work");
    app.deliver().await;
    app.stop().await;
}

/// S5-029: another name or title is found, the one before no longer is.
#[tokio::test]
async fn what_is_renamed_is_found_by_its_new_name() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let published = app.publish(&camille, &["dj"]).await;
    let wish = json!({ "provider": "leo", "text": "Bonjour", "tender": published.tender });
    let id = camille.post("/v1/conversations", wish).await.expect(201).str("/id");
    app.change_organization(&leo, |leo| "Studio Horizon".clone_into(&mut leo.name)).await;
    app.change_organization(&camille, |camille| "Camille Roux".clone_into(&mut camille.name)).await;
    let path = format!("/v1/tenders/{}", published.tender);
    let version = camille.get(&path).await.expect(200).json["version"].as_i64().unwrap();
    let title = json!({ "event": { "title": "Noces d’été" } });
    let _ = camille.patch(&path, version, title).await.expect(200);
    for (person, query, is_found) in [
        (&camille, "q=studio", true),
        (&camille, "q=maison", false),
        (&leo, "q=noces+ete", true),
        (&leo, "q=camille", true),
        (&leo, "q=roux", false),
        (&leo, "q=mariage", false),
        (&camille, "q=noces+horizon", true),
    ] {
        let expected: &[&String] = if is_found { &[&id] } else { &[] };
        assert_eq!(found(person, query).await.iter().collect::<Vec<_>>(), expected, "{query}");
    }
    app.deliver().await;
    app.stop().await;
}

/// S5-004, S5-005, S5-007, S5-013: the provider reads the client's first message with the event that it is
/// about, the trade of a provider stands beside it, and news says why it came.
#[tokio::test]
async fn entries_tell_what_they_are_about_and_why() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let max = app.vip_provider("max").await;
    let published = app.publish(&camille, &["dj"]).await;
    let wish =
        json!({ "provider": "leo", "text": "Cent vingt invités", "tender": published.tender });
    let opened = camille.post("/v1/conversations", wish).await.expect(201);
    assert_eq!(opened.str("/counterpart_trade"), "dj");
    assert_eq!((opened.str("/state"), opened.str("/last_kind")), ("open".into(), "message".into()));
    let id = opened.str("/id");
    let first = leo.get(&format!("/v1/conversations/{id}/entries")).await.expect(200).items();
    assert_eq!(first[0]["text"], "Cent vingt invités");
    assert_eq!(first[0]["tender"]["title"], "Mariage de Léa et Tom");
    assert_eq!(first[0]["tender"]["id"], published.tender.to_string());
    assert!(!first[0]["tender"]["slug"].as_str().unwrap().is_empty());
    app.applied(&leo, published.lots[0], 90_000).await;
    app.in_work(&camille, &max, published.lots[0]).await;
    let last = leo.get(&format!("/v1/conversations/{id}/entries")).await.expect(200).items();
    assert_eq!(
        (&last[0]["kind"], &last[0]["reason"]),
        (&json!("offer.ended"), &json!("lot_confirmed"))
    );
    let card = leo.get(&format!("/v1/conversations/{id}")).await.expect(200);
    assert_eq!(
        (card.str("/last_kind"), card.str("/last_text")),
        ("offer.ended".into(), String::new())
    );
    app.deliver().await;
    app.stop().await;
}

/// a provider that is erased leaves no tag, nobody who sees to anything, and no name to be found by.
#[tokio::test]
async fn an_erased_provider_leaves_no_tags() {
    let app = TestApp::start().await;
    let (camille, leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let id = open(&camille, "leo").await;
    let urgent = tag(&leo, "Urgent").await;
    let _ = apply(&leo, &id, &urgent).await.expect(200);
    let mine = json!({ "account": leo.account });
    let _ = leo.put(&format!("/v1/conversations/{id}/assignee"), mine).await.expect(200);
    let operator = app.operator("regie").await;
    let wish = leo.post("/v1/deletion-requests", json!({ "understood": true })).await.expect(201);
    app.deliver().await;
    let path = format!("/v1/operator/deletion-requests/{}/carry-out", wish.str("/id"));
    operator.post(&path, json!({})).await.expect(200);
    assert_eq!(found(&camille, "q=maison").await, [""; 0]);
    assert_eq!(found(&camille, "").await, [id]);
    let leo_is = leo.organization.parse().unwrap();
    let left = app.db.read(move |conn| estrade_db::tags::of(conn, leo_is)).await.unwrap();
    assert_eq!(left, []);
    app.deliver().await;
    app.stop().await;
}
