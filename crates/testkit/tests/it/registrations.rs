//! Registration and activation.

use chrono::TimeDelta;
use estrade_testkit::{
    TestApp,
    people::{PASSWORD, client_form, provider_form},
};
use serde_json::{Value, json};

/// S1-007, S1-009: the account stays inactive until the mailed link is opened; then its person is in.
#[tokio::test]
async fn the_mailed_link_activates_and_logs_in() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    visitor.post("/v1/registrations", client_form("camille")).await.expect(202);
    visitor
        .log_in("camille@exemple.fr", PASSWORD)
        .await
        .expect_refusal(403, "account_not_activated");
    let token = app.mailed_token("camille@exemple.fr").await;
    visitor.post("/v1/activations", json!({ "token": token })).await.expect(201);
    let me = visitor.get("/v1/me").await.expect(200);
    assert_eq!(me.str("/organization/handle"), "camille");
    visitor
        .post("/v1/activations", json!({ "token": token }))
        .await
        .expect_refusal(410, "link_spent");
    app.deliver().await;
    app.stop().await;
}

/// S1-083: what names a party is public and takes no contacts.
#[tokio::test]
async fn what_names_a_party_takes_no_contacts() {
    let app = TestApp::start().await;
    let mut form = provider_form("dj-0612345678");
    form["name"] = json!("Max Sono, 06 12 34 56 78");
    form["town"] = json!("Rouen, max@exemple.fr");
    let refused = app.visitor().post("/v1/registrations", form).await;
    let mut fields = refused.expect_refusal(422, "invalid_fields").field_codes();
    fields.sort();
    let label = |pointer: &str| (pointer.to_owned(), "contacts_in_label".to_owned());
    assert_eq!(fields, [label("/handle"), label("/name"), label("/town")]);
    let mut form = provider_form("dj-2000");
    form["name"] = json!("DJ 2000 & Salle 1900");
    app.visitor().post("/v1/registrations", form).await.expect(202);
    app.deliver().await;
    app.stop().await;
}

/// S1-007: the link expires.
#[tokio::test]
async fn an_old_link_no_longer_works() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    visitor.post("/v1/registrations", client_form("camille")).await.expect(202);
    let token = app.mailed_token("camille@exemple.fr").await;
    app.advance(TimeDelta::hours(49)).await;
    visitor
        .post("/v1/activations", json!({ "token": token }))
        .await
        .expect_refusal(410, "link_spent");
    visitor
        .post("/v1/activations/resend", json!({ "email": "camille@exemple.fr" }))
        .await
        .expect(202);
    let token = app.mailed_token("camille@exemple.fr").await;
    visitor.post("/v1/activations", json!({ "token": token })).await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// S1-017: an e-mail is unique over both kinds; the visitor learns nothing, the holder is told.
#[tokio::test]
async fn one_address_opens_one_account() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut again = provider_form("other-handle");
    again["email"] = json!(camille.email);
    let first = app.visitor().post("/v1/registrations", client_form("new-one")).await.expect(202);
    let second = app.visitor().post("/v1/registrations", again).await.expect(202);
    assert_eq!(first.json.as_object().unwrap().len(), second.json.as_object().unwrap().len());
    let me = camille.get("/v1/me").await.expect(200);
    assert_eq!(me.str("/organization/kind"), "client");
    app.deliver().await;
    app.stop().await;
}

/// S1-018: a pseudo that is taken is a wrong field of the form.
#[tokio::test]
async fn a_handle_belongs_to_one() {
    let app = TestApp::start().await;
    app.client("camille").await;
    let mut form = client_form("camille");
    form["email"] = json!("autre@exemple.fr");
    let refused =
        app.visitor().post("/v1/registrations", form).await.expect_refusal(422, "invalid_fields");
    assert_eq!(refused.field_codes(), [("/handle".to_owned(), "handle_taken".to_owned())]);
    app.stop().await;
}

/// S1-017, S1-018: a pseudo that is taken is refused whether or not the address has an account, so that nobody
/// learns of an address by trying it with a public pseudo.
#[tokio::test]
async fn a_taken_handle_does_not_tell_of_an_address() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.provider("dj-max").await);
    for email in [camille.email.as_str(), max.email.as_str(), "inconnue@exemple.fr"] {
        let mut form = client_form("dj-max");
        form["email"] = json!(email);
        let refused = app.visitor().post("/v1/registrations", form).await;
        let refused = refused.expect_refusal(422, "invalid_fields");
        assert_eq!(refused.field_codes(), [("/handle".to_owned(), "handle_taken".to_owned())]);
    }
    app.stop().await;
}

/// S1-007: asking for the link again is recorded whatever the address, so that its time tells nothing; only an
/// address that waits for its link is mailed.
#[tokio::test]
async fn asking_for_the_link_again_tells_nothing() {
    let app = TestApp::start().await;
    let operator = app.operator("regie").await;
    let active = app.client("camille").await;
    app.visitor().post("/v1/registrations", client_form("lea")).await.expect(202);
    app.deliver().await;
    app.advance(TimeDelta::minutes(5)).await;
    for email in ["lea@exemple.fr", active.email.as_str(), "inconnue@exemple.fr"] {
        let asked = json!({ "email": email });
        let asked = app.visitor().post("/v1/activations/resend", asked).await.expect(202);
        assert_eq!(asked.json, json!({ "email": email }));
    }
    let log = operator.get("/v1/operator/facts?limit=3").await.expect(200).items();
    let kinds: Vec<&str> = log.iter().map(|fact| fact["kind"].as_str().unwrap()).collect();
    let missed = "account.activation_missed";
    assert_eq!(kinds, [missed, missed, "account.activation_requested"]);
    let mailed = app.mails_to("lea@exemple.fr").await;
    assert_eq!(mailed.len(), 2);
    assert!(mailed.iter().all(|mail| mail.template == "activation"));
    assert!(app.mails_to("inconnue@exemple.fr").await.is_empty());
    app.stop().await;
}

/// S1-006: what is absent is refused like what is empty, field by field, all at once; so it is of an invited
/// person.
#[tokio::test]
async fn every_absent_field_is_told() {
    let app = TestApp::start().await;
    let refused = app.visitor().post("/v1/registrations", json!({ "kind": "client" })).await;
    let refused = refused.expect_refusal(422, "invalid_fields");
    let told = refused.field_codes();
    for field in ["handle", "email", "password", "given_name", "family_name", "street", "town"] {
        let pointer = format!("/{field}");
        assert!(told.contains(&(pointer, "required".to_owned())), "{field} in {told:?}");
    }
    for (field, code) in [
        ("phone", "identifier_empty"),
        ("postal_code", "identifier_empty"),
        ("terms_version", "terms_not_accepted"),
        ("legal_kind", "required"),
    ] {
        assert!(told.contains(&(format!("/{field}"), code.to_owned())), "{field} in {told:?}");
    }
    assert_eq!(refused.str("/errors/0/detail"), "Ce champ est obligatoire.");
    let nothing = app.visitor().post("/v1/registrations", json!({})).await;
    let nothing = nothing.expect_refusal(422, "invalid_fields").field_codes();
    assert_eq!(nothing[0], ("/kind".to_owned(), "required".to_owned()));
    assert!(nothing.contains(&("/legal_kind".to_owned(), "required".to_owned())), "{nothing:?}");

    let camille = app.client("camille").await;
    let invitation = json!({ "email": "jean@exemple.fr", "role": "member" });
    camille.post("/v1/invitations", invitation).await.expect(201);
    let token = app.mailed_token("jean@exemple.fr").await;
    let bare = app.visitor().post("/v1/invitations/accept", json!({ "token": token })).await;
    let bare = bare.expect_refusal(422, "invalid_fields").field_codes();
    let pointers: Vec<&str> = bare.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(pointers, ["/given_name", "/family_name", "/phone", "/password", "/terms_version"]);
    app.stop().await;
}

/// S1-006: a name that nobody sees is a missing one, and no mark of direction turns a name round.
#[tokio::test]
async fn an_invisible_name_is_missing() {
    let app = TestApp::start().await;
    let mut form = client_form("camille");
    (form["given_name"], form["family_name"]) = (json!("\u{200b}"), json!("\u{2800}"));
    let refused = app.visitor().post("/v1/registrations", form).await;
    let told = refused.expect_refusal(422, "invalid_fields").field_codes();
    let required = |pointer: &str| (pointer.to_owned(), "required".to_owned());
    assert_eq!(told[..2], [required("/given_name"), required("/family_name")]);
    let mut form = client_form("camille");
    form["given_name"] = json!("Cam\u{202e}ille\u{200b}");
    let camille = app.join(form).await;
    assert_eq!(camille.get("/v1/me").await.expect(200).str("/given_name"), "Camille");
    app.deliver().await;
    app.stop().await;
}

/// S1-018: nobody registers with a pseudo that passes for the marketplace.
#[tokio::test]
async fn reserved_handles_are_refused() {
    let app = TestApp::start().await;
    for handle in ["admin", "Operateur", "estrade-support"] {
        let refused = app.visitor().post("/v1/registrations", client_form(handle)).await;
        let refused = refused.expect_refusal(422, "invalid_fields").field_codes();
        assert_eq!(refused, [("/handle".to_owned(), "handle_reserved".to_owned())], "{handle}");
    }
    app.stop().await;
}

/// S1-007: the mailed link leads back to the page that asked to register, also when it is asked for again; never
/// to another site.
#[tokio::test]
async fn the_mailed_link_leads_back() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let back = "/besoins/nouveau?trade=dj&departement=76";
    let mut form = client_form("camille");
    form["back"] = json!("//ailleurs.example");
    let refused = visitor.post("/v1/registrations", form.clone()).await;
    let fields = refused.expect_refusal(422, "invalid_fields").field_codes();
    assert_eq!(fields, [("/back".to_owned(), "unknown_choice".to_owned())]);
    form["back"] = json!(back);
    visitor.post("/v1/registrations", form).await.expect(202);
    let leads_back =
        "/activation?retour=%2Fbesoins%2Fnouveau%3Ftrade%3Ddj%26departement%3D76&token=";
    let mail = app.mails_to("camille@exemple.fr").await.remove(0);
    assert!(mail.text_body.contains(leads_back), "{}", mail.text_body);
    app.advance(TimeDelta::minutes(3)).await;
    let again = json!({ "email": "camille@exemple.fr", "back": back });
    visitor.post("/v1/activations/resend", again).await.expect(202);
    let mails = app.mails_to("camille@exemple.fr").await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].text_body.contains(leads_back), "{}", mails[1].text_body);
    let token = app.mailed_token("camille@exemple.fr").await;
    visitor.post("/v1/activations", json!({ "token": token })).await.expect(201);
    app.deliver().await;
    app.stop().await;
}

/// S1-001, S1-003, S1-010: an account is a client's or a provider's; a provider is a company or an independent, which is
/// kept, and never a private person, who hears of the two ways out.
#[tokio::test]
async fn an_account_is_a_clients_or_a_providers() {
    let app = TestApp::start().await;
    let register = async |form: Value| app.visitor().post("/v1/registrations", form).await;
    for kind in ["operator", "both", ""] {
        let mut form = client_form("camille");
        form["kind"] = json!(kind);
        let refused = register(form).await.expect_refusal(422, "invalid_fields").field_codes();
        assert!(refused.iter().any(|(pointer, _)| pointer == "/kind"), "{kind}: {refused:?}");
    }
    let mut private = provider_form("max");
    private["legal_kind"] = json!("private_person");
    let refused = register(private).await.expect_refusal(422, "invalid_fields");
    assert_eq!(
        refused.field_codes()[0],
        ("/legal_kind".to_owned(), "professional_status_required".to_owned())
    );
    let said = refused.str("/errors/0/detail");
    assert!(said.contains("portage salarial") && said.contains("auto-entrepreneur"), "{said}");
    for (handle, legal_kind) in [("max", "sole_trader"), ("zoe", "company")] {
        let mut form = provider_form(handle);
        form["legal_kind"] = json!(legal_kind);
        let person = app.join(form).await;
        let kept = person.get("/v1/organization").await.expect(200);
        assert_eq!(
            (kept.str("/kind"), kept.str("/legal_kind")),
            ("provider".into(), legal_kind.into())
        );
    }
    app.stop().await;
}
