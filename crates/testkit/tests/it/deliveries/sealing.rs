//! Who gets the bytes of what was delivered: its provider at any time, its client once it accepted, nobody else ever.

use chrono::TimeDelta;
use estrade_testkit::people::PASSWORD;
use reqwest::Method;

use super::*;
use crate::{
    custom_offers::{fixed, milestones},
    files::content,
};

/// Every way to the bytes of a file, and what each answers.
async fn ways(person: &Person, file: &str) -> Vec<(String, u16, Vec<u8>)> {
    let plain = ["", "/content", "/content?inline=true", "/content?small=true", "/preview"];
    let mut found = Vec::new();
    for (method, way, header) in plain
        .map(|way| (Method::GET, way, ""))
        .into_iter()
        .chain([(Method::HEAD, "/content", ""), (Method::GET, "/content", "bytes=0-9")])
        .chain([(Method::GET, "/preview?page=1", "bytes=0-9")])
    {
        let mut request = person.request(&method, &format!("/v1/files/{file}{way}"));
        if !header.is_empty() {
            request = request.header("range", header).header("if-range", "\"x\"");
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        found.push((
            format!("{method} {way} {header}"),
            status,
            answer.bytes().await.unwrap().into(),
        ));
    }
    found
}

/// No way gives these bytes, or a part that tells them, and only the preview answers at all.
async fn sealed_for(person: &Person, file: &str, bytes: &[u8]) {
    for (way, status, body) in ways(person, file).await {
        let shown = way.contains("/preview") && status == 200;
        assert!(shown || matches!(status, 401 | 404), "{way}: {status}");
        assert!(!body.windows(bytes.len()).any(|part| part == bytes), "{way} gives the file");
        assert!(!shown || body.starts_with(b"\xff\xd8\xff"), "{way} gives no marked JPEG");
    }
}

async fn opened_for(person: &Person, file: &str, bytes: &[u8]) {
    let (answer, got) = content(person, file, "?inline=true").await;
    assert_eq!(
        (answer.expect(200).header("content-disposition").map(|it| &it[..10]), got.as_slice()),
        (Some("attachment"), bytes)
    );
}

/// S4-020, S4-021: until it accepts, no route gives the client the bytes of a file, whatever it is; then they are the
/// same to the byte. Both ways to pay alike.
#[tokio::test]
async fn the_client_gets_the_same_bytes_once_it_accepted() {
    for settlement in ["direct", "held"] {
        let pair = Pair::talking().await;
        let id = settled(&pair, fixed(), settlement).await;
        let (plan, photo) = (document(2), photo());
        let sent: [(&str, &[u8]); 4] = [
            ("plan.pdf", &plan),
            ("photo.png", &photo),
            ("Sons.zip", ARCHIVE),
            ("page.html", PAGE),
        ];
        let files = originals(&pair.leo, &sent).await;
        let stranger = pair.app.client("dina").await;
        for drawn in [false, true] {
            if drawn {
                hand_over(&pair.leo, &id, &files).await.expect(200);
                work(&pair).await;
            }
            for (file, (_, bytes)) in files.iter().zip(sent) {
                sealed_for(&pair.camille, file, bytes).await;
                sealed_for(&stranger, file, bytes).await;
                sealed_for(&pair.app.visitor(), file, bytes).await;
                opened_for(&pair.leo, file, bytes).await;
            }
        }
        let told = deliveries(&pair.camille, &id).await.remove(0);
        assert_eq!(told["seal"], "sealed");
        for file in told["files"].as_array().unwrap() {
            assert_eq!(file["content"], Value::Null);
        }
        act(&pair.camille, &id, "accept", json!({})).await.expect(200);
        let told = deliveries(&pair.camille, &id).await.remove(0);
        assert_eq!(told["seal"], "open");
        for (file, (place, (_, bytes))) in files.iter().zip(sent.iter().enumerate()) {
            opened_for(&pair.camille, file, bytes).await;
            sealed_for(&stranger, file, bytes).await;
            assert_eq!(told["files"][place]["content"], format!("/v1/files/{file}/content"));
            assert_eq!(told["files"][place]["preview"], Value::Null);
        }
        end(pair).await;
    }
}

/// S4-020: the client's silence opens it as its word does, and only what was delivered for that milestone.
#[tokio::test]
async fn silence_opens_the_files_of_its_milestone_alone() {
    let pair = Pair::talking().await;
    let id = pair.ordered(milestones(2)).await;
    let files = originals(&pair.leo, &[("un.zip", ARCHIVE), ("deux.html", PAGE)]).await;
    hand_over(&pair.leo, &id, &files[..1]).await.expect(200);
    pair.app.advance(TimeDelta::days(7) - TimeDelta::milliseconds(1)).await;
    for person in [&pair.camille, &pair.leo] {
        person.log_in(&person.email, PASSWORD).await.expect(201);
    }
    sealed_for(&pair.camille, &files[0], ARCHIVE).await;
    pair.app.advance(TimeDelta::milliseconds(1)).await;
    opened_for(&pair.camille, &files[0], ARCHIVE).await;
    // The day after which what hangs on nothing goes has passed.
    let second = originals(&pair.leo, &[("deux.html", PAGE)]).await;
    hand_over(&pair.leo, &id, &second).await.expect(200);
    sealed_for(&pair.camille, &second[0], PAGE).await;
    opened_for(&pair.camille, &files[0], ARCHIVE).await;
    end(pair).await;
}

/// S4-021: what was delivered before a revision stays sealed with the milestone, and opens with it.
#[tokio::test]
async fn a_revision_opens_nothing() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    let files = originals(&pair.leo, &[("un.zip", ARCHIVE), ("deux.html", PAGE)]).await;
    hand_over(&pair.leo, &id, &files[..1]).await.expect(200);
    let wished = json!({ "message": "Encore." });
    act(&pair.camille, &id, "request-revision", wished).await.expect(200);
    sealed_for(&pair.camille, &files[0], ARCHIVE).await;
    hand_over(&pair.leo, &id, &files[1..]).await.expect(200);
    sealed_for(&pair.camille, &files[0], ARCHIVE).await;
    act(&pair.camille, &id, "accept", json!({})).await.expect(200);
    opened_for(&pair.camille, &files[0], ARCHIVE).await;
    opened_for(&pair.camille, &files[1], PAGE).await;
    end(pair).await;
}

/// S4-021, S5-032: a milestone that is called off, by a side or by a block, never opens; what was accepted before
/// stays open.
#[tokio::test]
async fn what_is_called_off_never_opens() {
    let pair = Pair::talking().await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    let (cancelled, blocked) =
        (pair.ordered(milestones(2)).await, pair.ordered(milestones(2)).await);
    let mut sealed = Vec::new();
    for id in [&cancelled, &blocked] {
        let files = originals(leo, &[("un.zip", ARCHIVE), ("photo.png", &photo())]).await;
        hand_over(leo, id, &files[..1]).await.expect(200);
        act(camille, id, "accept", json!({})).await.expect(200);
        hand_over(leo, id, &files[1..]).await.expect(200);
        work(&pair).await;
        act(camille, id, "request-revision", json!({ "message": "Non." })).await.expect(200);
        sealed.push(files);
    }
    act(leo, &cancelled, "cancel", json!({})).await.expect(200);
    let closing = format!("/v1/conversations/{}/closing", pair.conversation);
    let preview = leo.get(&closing).await.expect(200).str("/preview");
    let block = format!("/v1/conversations/{}/block", pair.conversation);
    leo.post(&block, json!({ "preview": preview })).await.expect(200);
    for tidied in [false, true] {
        for (id, files) in [&cancelled, &blocked].into_iter().zip(&sealed) {
            opened_for(camille, &files[0], ARCHIVE).await;
            sealed_for(camille, &files[1], &photo()).await;
            // Not even to be looked at.
            let seen = camille.get(&format!("/v1/files/{}/preview", files[1])).await;
            assert_eq!(seen.status, 404);
            let told = deliveries(camille, id).await.remove(0);
            assert_eq!(
                (&told["seal"], &told["files"][0]["preview"]),
                (&json!("closed"), &Value::Null)
            );
            opened_for(leo, &files[1], &photo()).await;
        }
        if !tidied {
            pair.app.world.advance(TimeDelta::hours(1));
            work(&pair).await;
            for person in [camille, leo] {
                person.log_in(&person.email, PASSWORD).await.expect(201);
            }
        }
    }
    end(pair).await;
}
