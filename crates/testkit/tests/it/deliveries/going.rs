//! What goes with whom, and what stays with the other.

use chrono::TimeDelta;
use estrade_testkit::{TestApp, people::PASSWORD};

use super::*;
use crate::{
    custom_offers::milestones,
    files::{content, kept},
};

async fn erase(app: &TestApp, operator: &Person, person: &Person) {
    let wish = person.post("/v1/deletion-requests", json!({ "understood": true })).await;
    let id = wish.expect(201).str("/id");
    operator
        .post(&format!("/v1/operator/deletion-requests/{id}/carry-out"), json!({}))
        .await
        .expect(200);
    app.world.advance(TimeDelta::hours(1));
    tidy(app).await;
}

/// Two milestones: the first accepted, the second delivered and called off.
async fn half_done(pair: &Pair) -> (String, Vec<String>) {
    let id = pair.ordered(milestones(2)).await;
    let files = originals(&pair.leo, &[("un.zip", ARCHIVE), ("photo.png", &photo())]).await;
    hand_over(&pair.leo, &id, &files[..1]).await.expect(200);
    act(&pair.camille, &id, "accept", json!({})).await.expect(200);
    hand_over(&pair.leo, &id, &files[1..]).await.expect(200);
    work(pair).await;
    act(&pair.camille, &id, "request-revision", json!({ "message": "Non." })).await.expect(200);
    act(&pair.leo, &id, "cancel", json!({})).await.expect(200);
    (id, files)
}

/// when a provider is erased, its words and its files go; what the client accepted is a contract carried out and
/// stays the client's, until that goes too.
#[tokio::test]
async fn what_was_accepted_outlives_its_provider() {
    let pair = Pair::talking().await;
    let operator = pair.app.operator("regie").await;
    let (id, files) = half_done(&pair).await;
    erase(&pair.app, &operator, &pair.leo).await;
    assert_eq!(kept(&pair.app), [format!("{}.whole", files[0])]);
    pair.camille.log_in(&pair.camille.email, PASSWORD).await.expect(201);
    let told = deliveries(&pair.camille, &id).await;
    assert_eq!((&told[0]["message"], &told[0]["files"]), (&json!(""), &json!([])));
    assert_eq!((&told[1]["message"], &told[1]["files"][0]["name"]), (&json!(""), &json!("un.zip")));
    let (answer, bytes) = content(&pair.camille, &files[0], "").await;
    assert_eq!((answer.status, bytes.as_slice()), (200, ARCHIVE));
    operator.log_in(&operator.email, PASSWORD).await.expect(201);
    erase(&pair.app, &operator, &pair.camille).await;
    assert!(kept(&pair.app).is_empty());
    end(pair).await;
}

/// when a client is erased, what bears its name goes: the previews. The files stay their provider's.
#[tokio::test]
async fn marked_pages_go_with_the_client_that_they_name() {
    let pair = Pair::talking().await;
    let operator = pair.app.operator("regie").await;
    let (id, files) = half_done(&pair).await;
    assert_eq!(kept(&pair.app).len(), 3);
    erase(&pair.app, &operator, &pair.camille).await;
    let mut left: Vec<String> = files.iter().map(|file| format!("{file}.whole")).collect();
    left.sort();
    assert_eq!(kept(&pair.app), left);
    pair.leo.log_in(&pair.leo.email, PASSWORD).await.expect(201);
    let told = deliveries(&pair.leo, &id).await;
    assert_eq!(
        (&told[0]["message"], told[0]["files"].as_array().unwrap().len()),
        (&json!("Voici."), 1)
    );
    content(&pair.leo, &files[1], "").await.0.expect(200);
    end(pair).await;
}

/// What was sent to be delivered and never was goes after a day, as any file that hangs on nothing.
#[tokio::test]
async fn an_original_that_was_never_delivered_goes() {
    let pair = Pair::talking().await;
    originals(&pair.leo, &[("a.zip", ARCHIVE)]).await;
    pair.app.advance(TimeDelta::hours(24)).await;
    work(&pair).await;
    assert!(kept(&pair.app).is_empty());
    end(pair).await;
}
