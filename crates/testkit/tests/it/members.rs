//! Members and invitations: who joins, in which role, who leaves.

use chrono::TimeDelta;
use estrade_testkit::{Person, Reply, TestApp, people::PASSWORD};
use reqwest::Method;
use serde_json::{Value, json};

async fn invite(person: &Person, email: &str, role: &str) -> Reply {
    person.post("/v1/invitations", json!({ "email": email, "role": role })).await
}

fn acceptance(token: &str) -> Value {
    json!({
        "token": token, "given_name": "Jean", "family_name": "Petit", "phone": "06 11 22 33 44",
        "password": PASSWORD, "terms_version": estrade_api::app::TERMS_VERSION,
    })
}

/// Someone who was invited and accepted.
pub(crate) async fn member(app: &TestApp, by: &Person, email: &str, role: &str) -> Person {
    invite(by, email, role).await.expect(201);
    let token = app.mailed_token(email).await;
    let mut person = app.visitor();
    let opened = person.post("/v1/invitations/accept", acceptance(&token)).await.expect(201);
    person.email = email.to_owned();
    person.account = opened.str("/account");
    person.organization = by.organization.clone();
    app.deliver().await;
    person
}

/// The member with this address, as this person sees it.
async fn seen(by: &Person, email: &str) -> Value {
    let members = by.get("/v1/members").await.expect(200).items();
    members.into_iter().find(|member| member["email"] == email).unwrap()
}

async fn change_role(by: &Person, email: &str, role: &str) -> Reply {
    let member = seen(by, email).await;
    let path = format!("/v1/members/{}", member["id"].as_str().unwrap());
    by.patch(&path, member["version"].as_i64().unwrap(), json!({ "role": role })).await
}

async fn remove(by: &Person, email: &str) -> Reply {
    let member = seen(by, email).await;
    let path = format!("/v1/members/{}", member["id"].as_str().unwrap());
    let version = format!("\"{}\"", member["version"]);
    by.send(by.request(&Method::DELETE, &path).header("if-match", version)).await
}

/// The mailed link shows who invites, opens an active account at once, and works once.
#[tokio::test]
async fn an_invited_person_joins_with_the_link() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    invite(&camille, "Jean@Exemple.fr", "member").await.expect(201);
    let token = app.mailed_token("jean@exemple.fr").await;
    let jean = app.visitor();
    let shown = jean.get(&format!("/v1/invitations/by-token/{token}")).await.expect(200);
    assert_eq!(shown.str("/email"), "jean@exemple.fr");
    assert_eq!(shown.str("/organization/handle"), "camille");
    assert_eq!(shown.str("/invited_by"), "Camille Durand");
    let incomplete = json!({ "token": token, "given_name": "", "family_name": "P", "phone": "1", "password": "short", "terms_version": "old" });
    let refused =
        jean.post("/v1/invitations/accept", incomplete).await.expect_refusal(422, "invalid_fields");
    let pointers: Vec<String> = refused.field_codes().into_iter().map(|(at, _)| at).collect();
    assert_eq!(pointers, ["/given_name", "/phone", "/password", "/terms_version"]);
    jean.post("/v1/invitations/accept", acceptance(&token)).await.expect(201);
    let me = jean.get("/v1/me").await.expect(200);
    assert_eq!(
        (me.str("/role"), me.str("/organization/handle")),
        ("member".into(), "camille".into())
    );
    jean.post("/v1/invitations/accept", acceptance(&token)).await.expect_refusal(410, "link_spent");
    assert_eq!(camille.get("/v1/members").await.expect(200).items().len(), 2);
    assert!(camille.get("/v1/invitations").await.expect(200).items().is_empty());
    app.deliver().await;
    app.stop().await;
}

/// An invitation ends after seven days, or when it is taken back.
#[tokio::test]
async fn an_invitation_ends() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let first = invite(&camille, "jean@exemple.fr", "member").await.expect(201);
    invite(&camille, "jean@exemple.fr", "member").await.expect_refusal(409, "already_invited");
    let token = app.mailed_token("jean@exemple.fr").await;
    let path = format!("/v1/invitations/{}", first.str("/id"));
    let stranger = app.client("stranger").await;
    stranger.delete(&path).await.expect_refusal(404, "not_found");
    camille.delete(&path).await.expect(204);
    let spent = app.visitor().get(&format!("/v1/invitations/by-token/{token}")).await;
    spent.expect_refusal(410, "link_spent");
    app.advance(TimeDelta::minutes(2)).await;
    invite(&camille, "jean@exemple.fr", "member").await.expect(201);
    let token = app.mailed_token("jean@exemple.fr").await;
    app.advance(TimeDelta::days(7)).await;
    let late = app.visitor().post("/v1/invitations/accept", acceptance(&token)).await;
    late.expect_refusal(410, "link_spent");
    app.stop().await;
}

/// A-02, S1-017: an address that has an account is not invited, and the reason is told: the other kind,
/// another organization, one's own.
#[tokio::test]
async fn an_address_with_an_account_is_not_invited() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let max = app.provider("dj-max").await;
    let other = app.client("other").await;
    invite(&camille, &max.email, "member").await.expect_refusal(409, "email_of_other_kind");
    invite(&max, &camille.email, "member").await.expect_refusal(409, "email_of_other_kind");
    invite(&camille, &other.email, "member").await.expect_refusal(409, "email_taken");
    invite(&camille, &camille.email, "member").await.expect_refusal(409, "already_member");
    invite(&camille, "late@exemple.fr", "member").await.expect(201);
    let token = app.mailed_token("late@exemple.fr").await;
    let mut form = estrade_testkit::people::provider_form("late");
    form["email"] = json!("late@exemple.fr");
    app.join(form).await;
    let late = app.visitor().post("/v1/invitations/accept", acceptance(&token)).await;
    late.expect_refusal(409, "email_taken");
    app.stop().await;
}

/// Members do the business, administrators manage them, owners alone make and unmake owners.
#[tokio::test]
async fn roles_decide_who_manages_whom() {
    let app = TestApp::start().await;
    let owner = app.client("camille").await;
    let admin = member(&app, &owner, "admin@exemple.fr", "administrator").await;
    let jean = member(&app, &owner, "jean@exemple.fr", "member").await;
    invite(&jean, "x@exemple.fr", "member").await.expect_refusal(403, "not_manager");
    jean.get("/v1/invitations").await.expect_refusal(403, "not_manager");
    change_role(&jean, &admin.email, "member").await.expect_refusal(403, "not_manager");
    remove(&jean, &admin.email).await.expect_refusal(403, "not_manager");
    jean.patch("/v1/organization", 1, json!({ "name": "Mine" }))
        .await
        .expect_refusal(403, "not_manager");
    invite(&admin, "x@exemple.fr", "owner").await.expect_refusal(403, "owners_decide");
    change_role(&admin, &jean.email, "owner").await.expect_refusal(403, "owners_decide");
    change_role(&admin, &owner.email, "member").await.expect_refusal(403, "owners_decide");
    remove(&admin, &owner.email).await.expect_refusal(403, "owners_decide");
    assert_eq!(seen(&admin, &owner.email).await["actions"], json!([]));
    assert_eq!(seen(&admin, &jean.email).await["actions"], json!(["change_role", "remove"]));
    assert_eq!(seen(&jean, &jean.email).await["actions"], json!(["remove"]));
    let promoted = change_role(&admin, &jean.email, "administrator").await.expect(200);
    assert_eq!(promoted.str("/role"), "administrator");
    invite(&jean, "x@exemple.fr", "member").await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// The last owner can neither leave nor be demoted; with a second one it can.
#[tokio::test]
async fn an_organization_keeps_an_owner() {
    let app = TestApp::start().await;
    let owner = app.client("camille").await;
    let jean = member(&app, &owner, "jean@exemple.fr", "member").await;
    change_role(&owner, &owner.email, "member").await.expect_refusal(409, "last_owner");
    remove(&owner, &owner.email).await.expect_refusal(409, "last_owner");
    change_role(&owner, &jean.email, "owner").await.expect(200);
    remove(&owner, &owner.email).await.expect(204);
    owner.get("/v1/me").await.expect(401);
    owner.log_in(&owner.email, PASSWORD).await.expect_refusal(403, "account_left");
    remove(&jean, &jean.email).await.expect_refusal(409, "last_owner");
    app.deliver().await;
    app.stop().await;
}

/// Two owners who demote each other at the same moment leave one owner.
#[tokio::test]
async fn two_owners_do_not_unmake_each_other() {
    let app = TestApp::start().await;
    let first = app.client("camille").await;
    let second = member(&app, &first, "jean@exemple.fr", "owner").await;
    let (one, two) = tokio::join!(
        change_role(&first, &second.email, "member"),
        change_role(&second, &first.email, "member"),
    );
    let done = [&one, &two].iter().filter(|reply| reply.status == 200).count();
    assert_eq!(done, 1, "{} {}", one.text, two.text);
    let members = first.get("/v1/members").await.expect(200).items();
    assert_eq!(members.iter().filter(|member| member["role"] == "owner").count(), 1);
    app.deliver().await;
    app.stop().await;
}

/// Who was removed is out at once, and the address is free for another account.
#[tokio::test]
async fn who_was_removed_is_out_and_free() {
    let app = TestApp::start().await;
    let owner = app.client("camille").await;
    let jean = member(&app, &owner, "jean@exemple.fr", "administrator").await;
    let key = json!({ "name": "Site", "scopes": ["read"] });
    let key = jean.post("/v1/api-keys", key).await.expect(201).str("/key");
    let version = seen(&owner, &jean.email).await["version"].as_i64().unwrap();
    let path = format!("/v1/members/{}", jean.account);
    owner.delete(&path).await.expect_refusal(428, "if_match_required");
    let stale =
        owner.request(&Method::DELETE, &path).header("if-match", format!("\"{}\"", version + 1));
    owner.send(stale).await.expect_refusal(412, "version_outdated");
    remove(&owner, &jean.email).await.expect(204);
    jean.get("/v1/me").await.expect(401);
    let visitor = app.visitor();
    let with_key = visitor.request(&Method::GET, "/v1/me").bearer_auth(key);
    visitor.send(with_key).await.expect(401);
    let stranger = app.client("stranger").await;
    stranger
        .patch(&format!("/v1/members/{}", owner.account), 1, json!({ "role": "member" }))
        .await
        .expect(404);
    let mut form = estrade_testkit::people::provider_form("jean-pro");
    form["email"] = json!(jean.email);
    let jean = app.join(form).await;
    assert_eq!(jean.get("/v1/me").await.expect(200).str("/organization/handle"), "jean-pro");
    app.stop().await;
}
