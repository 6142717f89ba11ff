//! The mandate: who gives it, what it says, and how it ends.

use estrade_testkit::{Person, TestApp, people::provider_form};
use serde_json::{Value, json};

use super::{MANDATE, mandate, of};
use crate::{
    custom_offers::{Pair, fixed},
    members::member,
};

async fn status(person: &Person) -> (String, Value) {
    let seen = person.get(MANDATE).await.expect(200);
    (seen.str("/status"), seen.json["actions"].clone())
}

/// A mandate is accepted once in its version, kept with its time, replaced and revoked; what was issued stays.
#[tokio::test]
async fn a_mandate_is_given_and_revoked() {
    let pair = Pair::talking().await;
    assert_eq!(status(&pair.leo).await, ("none".into(), json!(["give"])));
    let outdated = json!({ "text_version": "2020-01-01" });
    pair.leo.put(MANDATE, outdated).await.expect_refusal(409, "mandate_text_outdated");
    let long =
        json!({ "text_version": mandate()["text_version"], "legal_details": "x".repeat(201) });
    assert_eq!(pair.leo.put(MANDATE, long).await.expect(422).field_codes()[0].0, "/legal_details");
    let given = pair.leo.put(MANDATE, mandate()).await.expect(200);
    assert_eq!(
        (given.str("/status"), given.str("/agent")),
        ("in_force".into(), "Estrade Test SAS".into())
    );
    assert_eq!(given.str("/accepted_version"), given.str("/text_version"));
    assert_eq!(given.str("/accepted_at"), "2027-01-15T09:00:00Z");
    assert!(given.str("/articles/0/text_fr").contains("Estrade Test SAS"));
    assert!(given.str("/articles/0/text_en").contains("on your behalf"));
    assert_eq!(status(&pair.leo).await.1, json!(["give", "revoke"]));
    pair.approved(fixed()).await;
    pair.leo.delete(MANDATE).await.expect(204);
    pair.leo.delete(MANDATE).await.expect_refusal(409, "no_invoicing_mandate");
    assert_eq!(status(&pair.leo).await, ("revoked".into(), json!(["give"])));
    pair.approved(fixed()).await;
    assert_eq!(of(&pair.leo, "?side=issued").await.len(), 1, "nothing more is issued");
    pair.leo.put(MANDATE, mandate()).await.expect(200);
    pair.approved(fixed()).await;
    let numbers: Vec<_> =
        of(&pair.leo, "?side=issued").await.iter().map(|it| it["number"].clone()).collect();
    assert_eq!(numbers, ["EST-2027-00002", "EST-2027-00001"], "the sequence goes on");
    let mails = pair.app.mails_to(&pair.leo.email).await;
    let told = mails.iter().filter(|mail| mail.subject.contains("mandat de facturation")).count();
    assert_eq!(told, 3);
    pair.app.stop().await;
}

/// Clients have none to give; a provider paid by CESU issues no invoice, and is told why.
#[tokio::test]
async fn who_cannot_give_one_is_told_why() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    camille.get(MANDATE).await.expect_refusal(403, "provider_only");
    camille.put(MANDATE, mandate()).await.expect_refusal(403, "provider_only");
    camille.delete(MANDATE).await.expect_refusal(403, "provider_only");
    let mut form = provider_form("zoe");
    form["legal_kind"] = "cesu".into();
    form.as_object_mut().unwrap().remove("siret");
    let zoe = app.join(form).await;
    let seen = zoe.get(MANDATE).await.expect(200);
    assert_eq!(
        (seen.str("/obstacle/code"), &seen.json["actions"]),
        ("paid_by_cesu".into(), &json!([]))
    );
    assert!(seen.str("/obstacle/detail_fr").contains("Urssaf"));
    zoe.put(MANDATE, mandate()).await.expect_refusal(409, "paid_by_cesu");
    app.deliver().await;
    app.stop().await;
}

/// A member does its organization's business; binding it takes an administrator.
#[tokio::test]
async fn members_read_and_administrators_bind() {
    let app = TestApp::start().await;
    let leo = app.provider("leo").await;
    let helper = member(&app, &leo, "aide@exemple.fr", "member").await;
    assert_eq!(status(&helper).await, ("none".into(), json!([])));
    helper.put(MANDATE, mandate()).await.expect_refusal(403, "not_manager");
    leo.put(MANDATE, mandate()).await.expect(200);
    helper.delete(MANDATE).await.expect_refusal(403, "not_manager");
    app.deliver().await;
    app.stop().await;
}

/// An instance whose operator has not said who it is issues nothing, and says so.
#[tokio::test]
async fn an_instance_without_identity_says_so() {
    let app = TestApp::start_with(|settings| settings.platform = None);
    let leo = app.provider("leo").await;
    assert_eq!(app.visitor().get("/v1/settings").await.expect(200).json["invoicing"], false);
    assert_eq!(leo.get(MANDATE).await.expect(200).str("/obstacle/code"), "platform_unidentified");
    leo.put(MANDATE, mandate()).await.expect_refusal(409, "platform_unidentified");
    app.deliver().await;
    app.stop().await;
}
