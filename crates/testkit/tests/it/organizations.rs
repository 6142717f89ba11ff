//! One's own organization: the sheet and the plan.

use estrade_testkit::{Person, Reply, TestApp, people::provider_form};
use serde_json::{Value, json};

async fn change(person: &Person, change: Value) -> Reply {
    let version =
        person.get("/v1/organization").await.expect(200).json["version"].as_i64().unwrap();
    person.patch("/v1/organization", version, change).await
}

/// The one field that was refused, and why.
#[track_caller]
fn refused(reply: Reply) -> (String, String) {
    let fields = reply.expect_refusal(422, "invalid_fields").field_codes();
    assert_eq!(fields.len(), 1, "{fields:?}");
    fields.into_iter().next().unwrap()
}

fn field(pointer: &str, code: &str) -> (String, String) {
    (pointer.to_owned(), code.to_owned())
}

/// S1-025: everything of the profile but pseudo and kind is edited.
#[tokio::test]
async fn a_provider_edits_its_sheet() {
    let app = TestApp::start().await;
    let max = app.provider("dj-max").await;
    let edited = change(
        &max,
        json!({
            "name": "Max Sono", "presentation": "Vinyles et lumières.\nDepuis 1998.", "website": "www.max-sono.fr",
            "phone": "02 35 00 00 00", "street": "3 rue du Quai", "postal_code": "27000", "town": "Évreux",
            "trades": ["karaoke"], "departements": ["27", "76"],
        }),
    )
    .await
    .expect(200);
    assert_eq!(edited.json, max.get("/v1/organization").await.expect(200).json);
    let view = &edited.json;
    assert_eq!(view["website"], "https://www.max-sono.fr");
    assert_eq!(view["phone"], "+33235000000");
    assert_eq!((&view["departement"], &view["town"]), (&json!("27"), &json!("Évreux")));
    assert_eq!(
        (&view["trades"], &view["departements"]),
        (&json!(["karaoke"]), &json!(["27", "76"]))
    );
    assert_eq!(view["handle"], "dj-max");
    let everywhere =
        change(&max, json!({ "departements": [], "france_wide": true })).await.expect(200);
    assert_eq!(everywhere.json["france_wide"], true);
    let cleared = change(&max, json!({ "website": "", "presentation": "" })).await.expect(200);
    assert_eq!(
        (&cleared.json["website"], &cleared.json["presentation"]),
        (&Value::Null, &json!(""))
    );
    app.deliver().await;
    app.stop().await;
}

/// S1-018: the pseudo never changes. S1-015: a client never becomes a provider, nor the reverse.
/// S1-002: what a client is before the law is the operator's to edit. Each refusal names its reason.
#[tokio::test]
async fn the_handle_and_the_kind_never_change() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let max = app.provider("dj-max").await;
    for (person, name, value, code) in [
        (&camille, "handle", "other-name", "handle_immutable"),
        (&max, "handle", "other-name", "handle_immutable"),
        (&camille, "kind", "provider", "kind_immutable"),
        (&max, "kind", "client", "kind_immutable"),
        (&camille, "legal_kind", "company", "legal_kind_by_operator"),
    ] {
        let reply = change(person, json!({ name: value })).await;
        assert_eq!(refused(reply), field(&format!("/{name}"), code));
    }
    let same =
        change(&camille, json!({ "handle": "camille", "kind": "client", "name": "Camille D." }))
            .await;
    assert_eq!(same.expect(200).str("/name"), "Camille D.");
    let as_provider = change(&camille, json!({ "trades": ["dj"] })).await;
    assert_eq!(refused(as_provider), field("/trades", "provider_only"));
    app.deliver().await;
    app.stop().await;
}

/// S1-060, A-10: exactly one main trade at registration and on FREE, up to five more on VIP+; what a provider has stays when the plan lapses.
#[tokio::test]
async fn secondary_trades_come_with_vip_plus() {
    let app = TestApp::start().await;
    let mut form = provider_form("two-trades");
    form["trades"] = json!(["dj", "karaoke"]);
    let two = app.visitor().post("/v1/registrations", form.clone()).await;
    assert_eq!(refused(two), field("/trades", "secondary_trades_need_vip_plus"));
    form["trades"] = json!([]);
    let none = app.visitor().post("/v1/registrations", form).await;
    assert_eq!(refused(none), field("/trades", "required"));
    let free = app.provider("dj-max").await;
    assert_eq!(free.get("/v1/organization").await.expect(200).json["trades"], json!(["dj"]));
    let two = change(&free, json!({ "trades": ["dj", "karaoke"] })).await;
    assert_eq!(refused(two), field("/trades", "secondary_trades_need_vip_plus"));
    let vip = app.vip_provider("vip-dj").await;
    let six =
        json!({ "trades": ["dj", "karaoke", "traiteur", "videaste", "magicien", "groupe-live"] });
    assert_eq!(change(&vip, six).await.expect(200).json["trades"].as_array().unwrap().len(), 6);
    let seven = json!({ "trades": ["dj", "karaoke", "traiteur", "videaste", "magicien", "groupe-live", "sonorisation"] });
    assert_eq!(refused(change(&vip, seven).await).0, "/trades");
    app.advance(chrono::TimeDelta::days(366)).await;
    vip.post("/v1/sessions/refresh", json!({})).await;
    vip.log_in(&vip.email, estrade_testkit::people::PASSWORD).await.expect(201);
    let fewer = change(&vip, json!({ "trades": ["karaoke", "dj"] })).await.expect(200);
    assert_eq!(fewer.json["trades"], json!(["karaoke", "dj"]));
    let more = change(&vip, json!({ "trades": ["karaoke", "dj", "traiteur"] })).await;
    assert_eq!(refused(more), field("/trades", "secondary_trades_need_vip_plus"));
    app.deliver().await;
    app.stop().await;
}

/// S1-061: a ninth département is refused. S1-011, S1-014: a provider keeps its SIRET and a VAT number
/// unless it is exempt; ticking the box clears the number.
#[tokio::test]
async fn an_edit_obeys_the_rules_of_registration() {
    let app = TestApp::start().await;
    let max = app.provider("dj-max").await;
    let nine = json!({ "departements": ["76", "27", "80", "60", "14", "61", "28", "95", "78"] });
    assert_eq!(refused(change(&max, nine).await), field("/departements", "too_many_departements"));
    let eight = json!({ "departements": ["76", "27", "80", "60", "14", "61", "28", "95"] });
    change(&max, eight).await.expect(200);
    assert_eq!(refused(change(&max, json!({ "siret": "" })).await), field("/siret", "required"));
    let unexempt = change(&max, json!({ "vat_exempt": false })).await;
    assert_eq!(refused(unexempt), field("/vat_number", "required"));
    let of_another = json!({ "vat_exempt": false, "vat_number": "FR39356000000" });
    assert_eq!(
        refused(change(&max, of_another).await),
        field("/vat_number", "vat_number_of_another")
    );
    let taxed = json!({ "vat_exempt": false, "vat_number": "FR44 732 829 320" });
    assert_eq!(change(&max, taxed).await.expect(200).str("/vat_number"), "FR44732829320");
    let exempt = change(&max, json!({ "vat_exempt": true })).await.expect(200);
    assert_eq!(exempt.json["vat_number"], Value::Null);
    let script = change(&max, json!({ "website": "javascript:alert(1)" })).await;
    assert_eq!(refused(script), field("/website", "invalid_website"));
    app.deliver().await;
    app.stop().await;
}

/// S1-066, S1-121: a new provider has no plan until it subscribes to FREE, by one click.
#[tokio::test]
async fn a_provider_subscribes_to_free() {
    let app = TestApp::start().await;
    let max = app.provider("dj-max").await;
    let before = max.get("/v1/organization").await.expect(200);
    assert_eq!(before.json["plan"], Value::Null);
    assert_eq!(
        before.json["actions"],
        json!(["edit", "subscribe_free", "buy_plan", "pause", "request_deletion"])
    );
    let vip = max.put("/v1/organization/plan", json!({ "plan": "vip_plus" })).await;
    vip.expect_refusal(403, "plan_by_operator");
    let free = max.put("/v1/organization/plan", json!({ "plan": "free" })).await.expect(200);
    assert_eq!((free.str("/plan"), &free.json["plan_until"]), ("free".to_owned(), &Value::Null));
    assert_eq!(free.json["actions"], json!(["edit", "buy_plan", "pause", "request_deletion"]));
    assert_eq!(max.get("/v1/me").await.expect(200).str("/organization/plan"), "free");
    let again = max.put("/v1/organization/plan", json!({ "plan": "free" })).await.expect(200);
    assert_eq!(again.json["version"], free.json["version"], "nothing was written");
    let camille = app.client("camille").await;
    let client = camille.put("/v1/organization/plan", json!({ "plan": "free" })).await;
    client.expect_refusal(403, "provider_only");
    let paid = app.vip_provider("vip-dj").await;
    let down = paid.put("/v1/organization/plan", json!({ "plan": "free" })).await;
    down.expect_refusal(409, "plan_runs");
    app.deliver().await;
    app.stop().await;
}

/// S1-083: nor does the sheet take contacts where it names the party.
#[tokio::test]
async fn a_name_and_a_town_take_no_contacts() {
    let app = TestApp::start().await;
    let max = app.provider("dj-max").await;
    let called = change(&max, json!({ "name": "Max Sono - max (at) gmail point com" })).await;
    assert_eq!(refused(called), field("/name", "contacts_in_label"));
    let placed = change(&max, json!({ "town": "Rouen 06.12.34.56.78" })).await;
    assert_eq!(refused(placed), field("/town", "contacts_in_label"));
    app.stop().await;
}
