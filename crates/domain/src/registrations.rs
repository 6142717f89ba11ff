//! Registration: a person opens an account for a party of its own. Free for both kinds.
//!
//! Every wrong field is told at once. What is unlawful for the kind (a private person as provider,
//! a provider without SIRET) is a wrong field like any other.

pub mod back;

use crate::{
    accounts::{Account, AccountState, Alerts},
    actor::{OrganizationKind, Role},
    facts::Fact,
    fields::Fields,
    identifiers::Phone,
    ids::{AccountId, OrganizationId},
    language::Language,
    organizations::{
        Address, Area, LegalKind, Organization, OrganizationState, TRADES_MAX, TypedNumbers,
        address, numbers, secondary_trades_need_vip_plus,
    },
    passwords,
    refusal::{Explain, Explanation},
    text::{self, Email, Handle},
    world::Instant,
};

/// What a person typed.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// `client` or `provider`.
    pub kind: String,
    /// The pseudo.
    pub handle: String,
    /// The login.
    pub email: String,
    /// The password.
    pub password: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// Any usual form of a phone number.
    pub phone: String,
    /// `fr` or `en`.
    pub language: String,
    /// The party's name; a private person's own when empty.
    pub name: String,
    /// One of the legal kinds.
    pub legal_kind: String,
    /// 14 digits.
    pub siret: Option<String>,
    /// Intra-EU VAT number.
    pub vat_number: Option<String>,
    /// « Non assujetti à la TVA ».
    pub vat_exempt: bool,
    /// Number and street.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// A provider's trades, the main one first.
    pub trades: Vec<String>,
    /// The départements it serves.
    pub departements: Vec<String>,
    /// Or the whole of France.
    pub france_wide: bool,
    /// The version of the terms that was accepted.
    pub terms_version: String,
    /// The page that asked to register: a path of this site.
    pub back: Option<String>,
}

/// What this instance asks of a registration.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The version of the terms in force.
    pub terms_version: &'a str,
    /// Whether independents paid by CESU may register.
    pub cesu_allowed: bool,
    /// How many départements a provider may serve short of the whole of France.
    pub departements_max: u32,
}

/// A registration without a fault.
#[derive(Debug, Clone)]
pub struct Registration {
    kind: OrganizationKind,
    /// The pseudo.
    pub handle: Handle,
    /// The login.
    pub email: Email,
    /// To be hashed.
    pub password: String,
    given_name: String,
    family_name: String,
    phone: String,
    language: Language,
    name: String,
    legal_kind: LegalKind,
    /// 14 digits; absent for clients without one and for CESU independents.
    pub siret: Option<String>,
    vat_number: Option<String>,
    vat_exempt: bool,
    address: Address,
    area: Area,
    terms_version: String,
    back: Option<String>,
}

/// What a registration opens.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The party.
    pub organization: Organization,
    /// The person's login, to be activated.
    pub account: Account,
    /// The fact that mails the link.
    pub fact: Fact,
}

impl Form {
    fn numbers(&self) -> TypedNumbers<'_> {
        TypedNumbers {
            siret: self.siret.as_deref(),
            vat_number: self.vat_number.as_deref(),
            vat_exempt: self.vat_exempt,
        }
    }
}

impl Registration {
    /// Reads what a person typed.
    pub fn parse(form: &Form, rules: Rules<'_>) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let kind = fields.take("/kind", public_kind(&form.kind));
        let handle = fields.take("/handle", Handle::choose(&form.handle));
        let email = fields.take("/email", Email::parse(&form.email));
        let password = fields
            .take("/password", passwords::parse(&form.password, &[&form.email, &form.handle]));
        let given_name = fields.take("/given_name", text::line(&form.given_name, 80));
        let family_name = fields.take("/family_name", text::line(&form.family_name, 80));
        let phone =
            fields.take("/phone", Phone::parse(&form.phone).map_err(|error| error.explain()));
        let language = fields.take(
            "/language",
            Language::from_code(&form.language).ok_or_else(text::unknown_choice),
        );
        let terms =
            fields.take("/terms_version", accepted(&form.terms_version, rules.terms_version));
        let address = address(&mut fields, &form.street, &form.postal_code, &form.town);
        let legal_kind = fields
            .take("/legal_kind", text::filled(&form.legal_kind))
            .zip(kind)
            .and_then(|(word, kind)| fields.take("/legal_kind", legal_kind(kind, word, rules)));
        let numbers = numbers(&mut fields, kind, legal_kind, form.numbers());
        let name = fields.take("/name", name(legal_kind, form));
        let area = match kind {
            Some(OrganizationKind::Provider) => provider_area(&mut fields, form, rules),
            _ => Some(Area::default()),
        };
        let back = fields.take("/back", back::parse(form.back.as_deref()));
        let all = (kind, handle, email, password, given_name, family_name, phone, language);
        let (
            Some(kind),
            Some(handle),
            Some(email),
            Some(password),
            Some(given_name),
            Some(family_name),
            Some(phone),
            Some(language),
        ) = all
        else {
            return Err(fields);
        };
        let rest = (terms, address, legal_kind, numbers, name, area, back);
        let (
            Some(terms_version),
            Some(address),
            Some(legal_kind),
            Some(numbers),
            Some(name),
            Some(area),
            Some(back),
        ) = rest
        else {
            return Err(fields);
        };
        let phone = phone.to_string();
        Ok(Self {
            kind,
            handle,
            email,
            password,
            given_name,
            family_name,
            phone,
            language,
            name,
            legal_kind,
            siret: numbers.siret,
            vat_number: numbers.vat_number,
            vat_exempt: form.vat_exempt,
            address,
            area,
            terms_version,
            back,
        })
    }

    /// Opens the party and its first login, which waits for the mailed link.
    #[must_use]
    pub fn open(
        self,
        ids: (OrganizationId, AccountId),
        password_hash: String,
        ip: &str,
        now: Instant,
    ) -> Opened {
        let (organization_id, account_id) = ids;
        let account = Account {
            id: account_id,
            version: 1,
            organization: organization_id,
            role: Role::Owner,
            email: self.email,
            password_hash,
            given_name: self.given_name,
            family_name: self.family_name,
            phone: self.phone.clone(),
            language: self.language,
            state: AccountState::Pending,
            terms_version: self.terms_version,
            terms_accepted_at: now,
            alerts: Alerts { tenders: true, messages: true },
            registered_ip: ip.to_owned(),
            created_at: now,
            activated_at: None,
        };
        let organization = Organization {
            id: organization_id,
            version: 1,
            kind: self.kind,
            handle: self.handle,
            name: self.name,
            legal_kind: self.legal_kind,
            siret: self.siret,
            vat_number: self.vat_number,
            vat_exempt: self.vat_exempt,
            address: self.address,
            phone: self.phone,
            website: None,
            presentation: String::new(),
            trades: self.area.trades,
            departements: self.area.departements,
            france_wide: self.area.france_wide,
            paused: false,
            subscription: None,
            state: OrganizationState::Open,
            created_at: now,
        };
        let fact = Fact::AccountRegistered {
            account: account_id,
            organization: organization_id,
            back: self.back,
        };
        Opened { organization, account, fact }
    }
}

fn public_kind(word: &str) -> Result<OrganizationKind, Explanation> {
    OrganizationKind::from_word(text::filled(word)?)
        .filter(|kind| *kind != OrganizationKind::Operator)
        .ok_or_else(text::unknown_choice)
}

pub(crate) fn accepted(given: &str, current: &str) -> Result<String, Explanation> {
    if given == current {
        return Ok(given.to_owned());
    }
    Err(Explanation::new(
        "terms_not_accepted",
        "Acceptez les conditions d’utilisation en vigueur pour vous inscrire.",
        "Accept the terms of use in force to register.",
    ))
}

fn legal_kind(
    kind: OrganizationKind,
    word: &str,
    rules: Rules<'_>,
) -> Result<LegalKind, Explanation> {
    let legal_kind = LegalKind::from_word(word).ok_or_else(text::unknown_choice)?;
    if kind == OrganizationKind::Provider && legal_kind == LegalKind::PrivatePerson {
        return Err(Explanation::new(
            "professional_status_required",
            "Un particulier ne peut pas proposer de prestations. Deux solutions : passer par une société de portage salarial, ou prendre le statut d’auto-entrepreneur.",
            "A private person cannot offer services. Two ways out: work through an umbrella company, or register as a sole trader (auto-entrepreneur).",
        ));
    }
    if legal_kind == LegalKind::Cesu && !rules.cesu_allowed {
        return Err(text::unknown_choice());
    }
    if legal_kind.fits(kind) { Ok(legal_kind) } else { Err(text::unknown_choice()) }
}

fn name(legal_kind: Option<LegalKind>, form: &Form) -> Result<String, Explanation> {
    if form.name.trim().is_empty()
        && matches!(legal_kind, Some(LegalKind::PrivatePerson | LegalKind::Cesu))
    {
        return text::label(
            &format!("{} {}", form.given_name.trim(), form.family_name.trim()),
            120,
        );
    }
    text::label(&form.name, 120)
}

/// One main trade at first: VIP+ brings the others.
fn provider_area(fields: &mut Fields, form: &Form, rules: Rules<'_>) -> Option<Area> {
    if (2..=TRADES_MAX).contains(&form.trades.len()) {
        fields.refuse("/trades", secondary_trades_need_vip_plus());
        return None;
    }
    Area::parse(&form.trades, &form.departements, form.france_wide, rules.departements_max)
        .map_err(|wrong| fields.absorb("", wrong))
        .ok()
}

#[cfg(test)]
mod tests {
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
            refused(&Form {
                legal_kind: "cesu".into(),
                siret: None,
                vat_number: None,
                ..provider()
            }),
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
}
