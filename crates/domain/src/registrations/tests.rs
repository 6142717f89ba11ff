//! What a registration is refused for, field by field.

use super::*;

const RULES: Rules<'_> = Rules { terms_version: "v1", cesu_allowed: true, departements_max: 8 };

fn provider() -> Form {
    Form {
        kind: "provider".into(),
        handle: "dj-max".into(),
        email: "max@exemple.fr".into(),
        password: "tournesol7".into(),
        given_name: "Max".into(),
        family_name: "Roux".into(),
        phone: "06 12 34 56 78".into(),
        language: "fr".into(),
        name: "Max Sono".into(),
        legal_kind: "company".into(),
        siret: Some("732 829 320 00074".into()),
        vat_number: Some("FR44732829320".into()),
        vat_exempt: false,
        street: "3 rue du Quai".into(),
        postal_code: "76000".into(),
        town: "Rouen".into(),
        trades: vec!["dj".into()],
        departements: vec!["76".into()],
        france_wide: false,
        terms_version: "v1".into(),
        back: None,
    }
}

fn refused(form: &Form) -> Vec<(String, &'static str)> {
    match Registration::parse(form, RULES) {
        Ok(_) => Vec::new(),
        Err(fields) => fields
            .errors()
            .iter()
            .map(|error| (error.pointer.clone(), error.explanation.code))
            .collect(),
    }
}

/// S1-003: a provider is a company or an independent, and its kind is kept.
#[test]
fn a_sound_provider_is_accepted() {
    assert_eq!(refused(&provider()), []);
}

/// S1-006: every missing mandatory field is refused, field by field, at once.
#[test]
fn every_missing_field_is_named() {
    let pointers: Vec<String> = refused(&Form { kind: "provider".into(), ..Form::default() })
        .into_iter()
        .map(|(at, _)| at)
        .collect();
    for at in [
        "/handle",
        "/email",
        "/password",
        "/given_name",
        "/family_name",
        "/phone",
        "/language",
        "/terms_version",
        "/street",
        "/postal_code",
        "/town",
        "/legal_kind",
        "/name",
        "/trades",
    ] {
        assert!(pointers.iter().any(|pointer| pointer == at), "{at} in {pointers:?}");
    }
}

/// S1-010: a private person cannot be a provider; the message names the two ways out.
#[test]
fn a_private_person_is_no_provider() {
    let form = Form { legal_kind: "private_person".into(), ..provider() };
    let fields = Registration::parse(&form, RULES).unwrap_err();
    let error = &fields.errors()[0];
    assert_eq!(
        (error.pointer.as_str(), error.explanation.code),
        ("/legal_kind", "professional_status_required")
    );
    assert!(error.explanation.french.contains("portage salarial"));
    assert!(error.explanation.french.contains("auto-entrepreneur"));
}

/// S1-011, S1-012, S1-014: SIRET and VAT number are mandatory but for CESU and « non assujetti ».
#[test]
fn numbers_are_mandatory_unless_the_status_says_otherwise() {
    let without = Form { siret: None, vat_number: None, ..provider() };
    assert_eq!(refused(&without), [("/siret".to_owned(), "required")]);
    assert_eq!(
        refused(&Form { vat_number: None, ..provider() }),
        [("/vat_number".to_owned(), "required")]
    );
    assert_eq!(refused(&Form { vat_number: None, vat_exempt: true, ..provider() }), []);
    assert_eq!(
        refused(&Form { legal_kind: "cesu".into(), siret: None, vat_number: None, ..provider() }),
        []
    );
    assert_eq!(
        refused(&Form { siret: Some("732 829 320 00075".into()), ..provider() }),
        [("/siret".to_owned(), "identifier_wrong_checksum")]
    );
    // Sound by themselves, but of La Poste.
    assert_eq!(
        refused(&Form { vat_number: Some("FR39356000000".into()), ..provider() }),
        [("/vat_number".to_owned(), "vat_number_of_another")]
    );
    assert_eq!(
        refused(&Form { vat_number: Some("DE123456789".into()), ..provider() }),
        [],
        "a foreign number has no SIREN"
    );
    let exempt = Registration::parse(&Form { vat_exempt: true, ..provider() }, RULES).unwrap();
    assert_eq!(exempt.vat_number, None, "ticking the box clears the number");
}

/// S1-061, S1-062: at most 8 départements, or the whole of France.
#[test]
fn a_ninth_departement_is_refused() {
    let list = |count: usize| {
        ["76", "27", "80", "60", "14", "61", "28", "95", "78"][..count]
            .iter()
            .map(|&code| code.to_owned())
            .collect()
    };
    assert_eq!(refused(&Form { departements: list(8), ..provider() }), []);
    assert_eq!(
        refused(&Form { departements: list(9), ..provider() }),
        [("/departements".to_owned(), "too_many_departements")]
    );
    assert_eq!(refused(&Form { departements: vec![], france_wide: true, ..provider() }), []);
    assert_eq!(
        refused(&Form { france_wide: true, ..provider() }),
        [("/departements".to_owned(), "area_ambiguous")]
    );
}

/// S1-001: client and provider are the only public kinds.
#[test]
fn nobody_registers_as_operator() {
    let form = Form { kind: "operator".into(), ..provider() };
    assert_eq!(refused(&form)[0], ("/kind".to_owned(), "unknown_choice"));
}
