//! What a delivery takes, and what it says afterwards.

use chrono::TimeDelta;
use estrade_testkit::people::PASSWORD;
use sha2::{Digest, Sha256};

use super::*;
use crate::custom_offers::{fixed, milestones};

/// S4-015, S4-017: work is handed over with words and files of any type, and again after a revision; both sides find
/// each delivery, with what came with it.
#[tokio::test]
async fn each_delivery_is_kept_with_its_words_and_files() {
    let pair = Pair::talking().await;
    let id = pair.ordered(milestones(2)).await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    let files = originals(leo, &[("plan.pdf", &document(1)), ("Sons bruts.zip", ARCHIVE)]).await;
    hand_over(leo, &id, &files).await.expect(200);
    let wished = json!({ "message": "Plus court." });
    act(camille, &id, "request-revision", wished).await.expect(200);
    let again = originals(leo, &[("plan 2.pdf", &document(1))]).await;
    let body = json!({ "message": "Plus court, comme convenu.", "files": again });
    act(leo, &id, "deliver", body).await.expect(200);
    for person in [camille, leo] {
        let told = deliveries(person, &id).await;
        let words: Vec<&Value> = told.iter().map(|it| &it["message"]).collect();
        assert_eq!(words, ["Plus court, comme convenu.", "Voici."]);
        assert_eq!((&told[1]["milestone"], &told[1]["order"]), (&json!(1), &json!(id)));
        let archive = &told[1]["files"][1];
        assert_eq!(
            (&archive["id"], &archive["name"]),
            (&json!(files[1]), &json!("Sons bruts.zip"))
        );
        assert_eq!(archive["media_type"], "application/octet-stream");
        assert_eq!(archive["size_bytes"], ARCHIVE.len());
        let digest: Vec<String> =
            Sha256::digest(ARCHIVE).iter().map(|it| format!("{it:02x}")).collect();
        assert_eq!(archive["sha256"], digest.concat());
        let one = person.get(&format!("/v1/deliveries/{}", told[0]["id"].as_str().unwrap())).await;
        assert_eq!(one.expect(200).json, told[0]);
    }
    act(camille, &id, "accept", json!({})).await.expect(200);
    hand_over(leo, &id, &[]).await.expect(200);
    let last = deliveries(camille, &id).await.remove(0);
    assert_eq!((&last["milestone"], &last["files"]), (&json!(2), &json!([])));
    end(pair).await;
}

/// S4-016: delivering leads to « terminée », by the client's word or by its silence.
#[tokio::test]
async fn delivering_leads_to_the_end() {
    let pair = Pair::talking().await;
    let (accepted, left) = (pair.ordered(fixed()).await, pair.ordered(fixed()).await);
    for id in [&accepted, &left] {
        let made = hand_over(&pair.leo, id, &[]).await.expect(200);
        assert_eq!(made.str("/status"), "delivered");
    }
    let done = act(&pair.camille, &accepted, "accept", json!({})).await.expect(200);
    assert_eq!(done.str("/status"), "completed");
    pair.app.advance(TimeDelta::days(7)).await;
    pair.camille.log_in(&pair.camille.email, PASSWORD).await.expect(201);
    let done = pair.camille.get(&format!("/v1/orders/{left}")).await.expect(200);
    assert_eq!(done.str("/status"), "completed");
    end(pair).await;
}

/// Part 4: twenty files and no more, each one's own, sent for a delivery, there, and named once; nothing is delivered
/// otherwise.
#[tokio::test]
async fn wrong_files_are_wrong_fields() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    let leo = &pair.leo;
    let mine = originals(leo, &[("a.zip", ARCHIVE), ("b.zip", ARCHIVE)]).await;
    let other = pair.app.vip_provider("mia").await;
    let foreign = originals(&other, &[("c.zip", ARCHIVE)]).await;
    let attachment = leo.send_file("plan.pdf", &document(1)).await.expect(201).str("/id");
    let many = vec![mine[0].clone(); 21];
    let table: [(&[String], &str, &str); 5] = [
        (&many, "/files", "too_many"),
        (&foreign, "/files/0", "unknown_choice"),
        (&[mine[0].clone(), attachment], "/files/1", "file_sent_for_other"),
        (&[mine[0].clone(), mine[0].clone()], "/files/1", "unknown_choice"),
        (&["svc_x".to_owned()], "/files/0", "unknown_choice"),
    ];
    for (files, pointer, code) in table {
        let refused = hand_over(leo, &id, files).await.expect(422);
        assert_eq!(refused.field_codes(), [(pointer.into(), code.into())]);
    }
    let both =
        act(leo, &id, "deliver", json!({ "message": " ", "files": ["x"] })).await.expect(422);
    assert_eq!(both.field_codes().len(), 2);
    assert!(deliveries(leo, &id).await.is_empty());
    hand_over(leo, &id, &mine[..1]).await.expect(200);
    let next = pair.ordered(fixed()).await;
    let refused = hand_over(leo, &next, &mine).await.expect(422);
    assert_eq!(refused.field_codes(), [("/files/0".into(), "file_already_attached".into())]);
    hand_over(leo, &next, &mine[1..]).await.expect(200);
    end(pair).await;
}

/// S4-019: what is sent to be delivered is shown nowhere else, and a client has nothing to deliver.
#[tokio::test]
async fn an_original_goes_with_nothing_else() {
    let pair = Pair::talking().await;
    let (camille, leo) = (&pair.camille, &pair.leo);
    let refused = camille.send_original("a.zip", ARCHIVE).await;
    refused.expect_refusal(403, "providers_deliver");
    let file = originals(leo, &[("photo.png", &photo())]).await.remove(0);
    let path = format!("/v1/conversations/{}/messages", pair.conversation);
    let refused = leo.post(&path, json!({ "attachments": [file] })).await.expect(422);
    assert_eq!(refused.field_codes(), [("/attachments/0".into(), "file_sent_for_other".into())]);
    let mut service = estrade_testkit::people::service_form();
    service["photos"] = json!([{ "file": file, "alt": "La scène" }]);
    let refused = leo.post("/v1/services", service).await.expect(422);
    assert_eq!(refused.field_codes(), [("/photos/0/file".into(), "file_sent_for_other".into())]);
    end(pair).await;
}

/// Part 4: the same delivery twice under one key is one, and its files are named in the log.
#[tokio::test]
async fn a_delivery_is_made_once_and_logged() {
    let pair = Pair::talking().await;
    let operator = pair.app.operator("regie").await;
    let id = pair.ordered(fixed()).await;
    let files = originals(&pair.leo, &[("a.zip", ARCHIVE)]).await;
    let once = async || {
        let request = pair.leo.request(&reqwest::Method::POST, &format!("/v1/orders/{id}/deliver"));
        let body = json!({ "message": "Voici.", "files": files });
        pair.leo.send(request.header("idempotency-key", "une").json(&body)).await.expect(200)
    };
    assert_eq!(once().await.json, once().await.json);
    assert_eq!(deliveries(&pair.leo, &id).await.len(), 1);
    let log = operator.get("/v1/operator/facts?kind=delivery.files_delivered").await.expect(200);
    assert_eq!(log.items().len(), 1);
    assert!(log.text.contains(&files[0]), "{}", log.text);
    end(pair).await;
}
