//! Reading a registration: every wrong field is told at once.

use super::{Registration, back};
use crate::{
    actor::OrganizationKind,
    fields::Fields,
    identifiers::Phone,
    language::Language,
    organizations::{
        Area, LegalKind, TRADES_MAX, TypedNumbers, address, numbers, secondary_trades_need_vip_plus,
    },
    passwords,
    refusal::{Explain, Explanation},
    text::{self, Email, Handle},
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
