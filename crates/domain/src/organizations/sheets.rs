//! An organization's own sheet: what it says of itself, where it is, what it does and where.
//!
//! The kind and the handle never change; what it is before the law is the operator's to correct. A change
//! leaves what it does not name. VIP+ brings secondary trades; those a provider already has stay.

use super::{Address, Area, LegalKind, Organization, Plan, TRADES_MAX, WrittenProject};
use crate::{
    actor::OrganizationKind,
    change::Change,
    facts::Fact,
    fields::Fields,
    identifiers::{Phone, PostalCode, Siren, Siret, VatNumber},
    limits::Limits,
    photos::WrittenPhoto,
    plans,
    refusal::{Explain, Explanation},
    text,
    world::Instant,
};

/// The longest presentation, in characters.
pub const PRESENTATION_MAX: usize = 4000;

/// What a person typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct SheetForm {
    /// Refused when it differs.
    pub kind: Option<String>,
    /// Refused when it differs.
    pub handle: Option<String>,
    /// Refused when it differs.
    pub legal_kind: Option<String>,
    /// The name people know it by.
    pub name: Option<String>,
    /// What it says of itself; may be empty.
    pub presentation: Option<String>,
    /// Its own site; may be empty.
    pub website: Option<String>,
    /// Any usual form of a phone number.
    pub phone: Option<String>,
    /// Number and street.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// A provider's photos.
    pub photos: Option<Vec<WrittenPhoto>>,
    /// A provider's portfolio.
    pub portfolio: Option<Vec<WrittenProject>>,
    /// Where a provider may be followed.
    pub social_links: Option<Vec<String>>,
    /// A provider's trades, the main one first.
    pub trades: Option<Vec<String>>,
    /// The départements it serves.
    pub departements: Option<Vec<String>>,
    /// Or the whole of France.
    pub france_wide: Option<bool>,
    /// 14 digits; may be empty where the law allows.
    pub siret: Option<String>,
    /// Intra-EU VAT number; may be empty where the law allows.
    pub vat_number: Option<String>,
    /// « Non assujetti à la TVA ».
    pub vat_exempt: Option<bool>,
}

/// SIRET and VAT number, as typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TypedNumbers<'a> {
    pub(crate) siret: Option<&'a str>,
    pub(crate) vat_number: Option<&'a str>,
    pub(crate) vat_exempt: bool,
}

/// SIRET and VAT number, as they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) siret: Option<String>,
    pub(crate) vat_number: Option<String>,
}

impl Organization {
    /// Takes a change of the sheet over.
    pub fn edit(
        self,
        form: &SheetForm,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Self>, Fields> {
        let mut fields = Fields::default();
        self.refuse_what_never_changes(form, &mut fields);
        let name = fields.take_given("/name", form.name.as_deref(), |name| text::label(name, 120));
        let presentation =
            fields.take_given("/presentation", form.presentation.as_deref(), |given| {
                text::optional_paragraphs(given, PRESENTATION_MAX)
            });
        let website = fields.take_given("/website", form.website.as_deref(), text::website);
        let phone = fields.take_given("/phone", form.phone.as_deref(), |text| {
            Phone::parse(text).map(|phone| phone.to_string()).map_err(|error| error.explain())
        });
        let address = self.new_address(form, &mut fields);
        let numbers = self.new_numbers(form, &mut fields);
        let area = self.new_area(form, limits, now, &mut fields);
        let showcase = self.new_showcase(form, limits, now, &mut fields);
        fields.check()?;
        let fact = Fact::OrganizationUpdated { organization: self.id };
        let after = Self {
            name: name.unwrap_or(self.name),
            presentation: presentation.unwrap_or(self.presentation),
            website: website.unwrap_or(self.website),
            showcase: showcase.unwrap_or(self.showcase),
            phone: phone.unwrap_or(self.phone),
            address: address.unwrap_or(self.address),
            siret: numbers.as_ref().map_or(self.siret, |numbers| numbers.siret.clone()),
            vat_number: numbers.map_or(self.vat_number, |numbers| numbers.vat_number),
            vat_exempt: form.vat_exempt.unwrap_or(self.vat_exempt),
            trades: area.as_ref().map_or(self.trades, |area| area.trades.clone()),
            departements: area.as_ref().map_or(self.departements, |area| area.departements.clone()),
            france_wide: area.map_or(self.france_wide, |area| area.france_wide),
            ..self
        };
        Ok(Change::new(after, fact))
    }

    fn refuse_what_never_changes(&self, form: &SheetForm, fields: &mut Fields) {
        let differs = |given: &Option<String>, known: &str| {
            given.as_deref().is_some_and(|given| given.trim() != known)
        };
        if differs(&form.kind, self.kind.as_str()) {
            fields.refuse("/kind", kind_immutable());
        }
        if differs(&form.handle, self.handle.as_str()) {
            fields.refuse("/handle", handle_immutable());
        }
        if differs(&form.legal_kind, self.legal_kind.as_str()) {
            fields.refuse("/legal_kind", legal_kind_by_operator());
        }
        if self.kind != OrganizationKind::Provider {
            let of_providers = [
                (form.trades.is_some(), "/trades"),
                (form.departements.is_some(), "/departements"),
                (form.france_wide.is_some(), "/france_wide"),
                (form.photos.is_some(), "/photos"),
                (form.portfolio.is_some(), "/portfolio"),
                (form.social_links.is_some(), "/social_links"),
            ];
            for (_, pointer) in of_providers.into_iter().filter(|(given, _)| *given) {
                fields.refuse(pointer, providers_only());
            }
        }
    }

    fn new_address(&self, form: &SheetForm, fields: &mut Fields) -> Option<Address> {
        let Address { street, postal_code, town, .. } = &self.address;
        if form.street.is_none() && form.postal_code.is_none() && form.town.is_none() {
            return None;
        }
        address(
            fields,
            form.street.as_deref().unwrap_or(street),
            form.postal_code.as_deref().unwrap_or(postal_code),
            form.town.as_deref().unwrap_or(town),
        )
    }

    fn new_numbers(&self, form: &SheetForm, fields: &mut Fields) -> Option<Numbers> {
        if form.siret.is_none() && form.vat_number.is_none() && form.vat_exempt.is_none() {
            return None;
        }
        let typed = TypedNumbers {
            siret: form.siret.as_deref().or(self.siret.as_deref()),
            vat_number: form.vat_number.as_deref().or(self.vat_number.as_deref()),
            vat_exempt: form.vat_exempt.unwrap_or(self.vat_exempt),
        };
        numbers(fields, Some(self.kind), Some(self.legal_kind), typed)
    }

    fn new_area(
        &self,
        form: &SheetForm,
        limits: &Limits,
        now: Instant,
        fields: &mut Fields,
    ) -> Option<Area> {
        let nothing_named =
            form.trades.is_none() && form.departements.is_none() && form.france_wide.is_none();
        if nothing_named || self.kind != OrganizationKind::Provider {
            return None;
        }
        let trades = form.trades.as_ref().unwrap_or(&self.trades);
        let secondary_max = secondary_trades_max(self.plan_at(now));
        let grows = trades.iter().any(|trade| !self.trades.contains(trade));
        if grows && trades.len() > 1 + secondary_max && trades.len() <= TRADES_MAX {
            fields.refuse("/trades", secondary_trades_need_vip_plus());
        }
        let departements = form.departements.as_ref().unwrap_or(&self.departements);
        let france_wide = form.france_wide.unwrap_or(self.france_wide);
        Area::parse(trades, departements, france_wide, limits.departements_max)
            .map_err(|wrong| fields.absorb("", wrong))
            .ok()
    }
}

/// How many trades a plan allows besides the main one.
#[must_use]
pub fn secondary_trades_max(plan: Option<Plan>) -> usize {
    plan.map_or(0, |plan| plans::of(plan).secondary_trades_max)
}

/// Where an organization is; the postal code tells its département.
pub(crate) fn address(
    fields: &mut Fields,
    street: &str,
    postal_code: &str,
    town: &str,
) -> Option<Address> {
    let street = fields.take("/street", text::line(street, 160));
    let code = fields
        .take("/postal_code", PostalCode::parse(postal_code).map_err(|error| error.explain()));
    let town = fields.take("/town", text::label(town, 80));
    let (street, code, town) = (street?, code?, town?);
    Some(Address {
        street,
        postal_code: code.to_string(),
        town,
        departement: code.departement_code().to_owned(),
    })
}

/// SIRET and VAT number: a provider must have them unless its status says otherwise.
pub(crate) fn numbers(
    fields: &mut Fields,
    kind: Option<OrganizationKind>,
    legal_kind: Option<LegalKind>,
    typed: TypedNumbers<'_>,
) -> Option<Numbers> {
    let provider = kind == Some(OrganizationKind::Provider);
    let cesu = legal_kind == Some(LegalKind::Cesu);
    let siret = if cesu {
        Some(None)
    } else {
        fields.take_if("/siret", typed.siret, |text| {
            Siret::parse(text).map_err(|error| error.explain())
        })
    };
    let vat = if typed.vat_exempt || cesu {
        Some(None)
    } else {
        let company = siret.flatten().map(Siret::siren);
        fields.take_if("/vat_number", typed.vat_number, |text| vat_number(text, company))
    };
    if provider && !cesu && siret == Some(None) {
        fields.refuse("/siret", text::missing());
        return None;
    }
    if provider && !cesu && !typed.vat_exempt && vat == Some(None) {
        fields.refuse("/vat_number", text::missing());
        return None;
    }
    let siret = siret?.map(|siret| siret.to_string());
    Some(Numbers { siret, vat_number: vat?.map(|number| number.to_string()) })
}

/// A French VAT number ends with the number of its company: the one of the SIRET, when that is known.
fn vat_number(text: &str, company: Option<Siren>) -> Result<VatNumber, Explanation> {
    let number = VatNumber::parse(text).map_err(|error| error.explain())?;
    if number.country() == "FR" && company.is_some() && number.siren() != company {
        return Err(vat_number_of_another());
    }
    Ok(number)
}

fn vat_number_of_another() -> Explanation {
    Explanation::new(
        "vat_number_of_another",
        "Ce numéro de TVA n’est pas celui de l’entreprise du SIRET : ses neuf derniers chiffres doivent en être les neuf premiers.",
        "This VAT number is not of the company of the SIRET: its last nine digits must be the first nine of the SIRET.",
    )
}

/// A trade besides the main one, without VIP+.
pub(crate) fn secondary_trades_need_vip_plus() -> Explanation {
    Explanation::new(
        "secondary_trades_need_vip_plus",
        "Un seul métier principal avec la formule FREE ; VIP+ permet jusqu’à 5 métiers secondaires.",
        "One main trade on FREE; VIP+ allows up to 5 secondary trades.",
    )
}

fn kind_immutable() -> Explanation {
    Explanation::new(
        "kind_immutable",
        "Un compte client ne peut pas devenir un compte prestataire, ni l’inverse : ouvrez un autre compte avec une autre adresse e-mail.",
        "A client account cannot become a provider account, nor the reverse: open another account with another e-mail address.",
    )
}

fn handle_immutable() -> Explanation {
    Explanation::new(
        "handle_immutable",
        "Le pseudo choisi à l’inscription ne change jamais, pour la traçabilité des échanges.",
        "The handle chosen at registration never changes, so that exchanges can be traced.",
    )
}

fn legal_kind_by_operator() -> Explanation {
    Explanation::new(
        "legal_kind_by_operator",
        "Votre statut juridique se corrige auprès de l’opérateur : écrivez au support.",
        "Your legal status is corrected by the operator: write to support.",
    )
}

fn providers_only() -> Explanation {
    Explanation::new(
        "provider_only",
        "Ce champ ne concerne que les prestataires.",
        "This field is for providers only.",
    )
}
