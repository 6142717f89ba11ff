//! The parties of an invoice, as they were when it was issued.

use serde::{Deserialize, Serialize};

use crate::{
    fields::Fields,
    identifiers::{PostalCode, Siret, VatNumber},
    ids::OrganizationId,
    offers::terms::VatRate,
    organizations::{LegalKind, Organization},
    refusal::Explain,
    text,
};

/// At most so many characters in what a company says of its form, its capital and its register.
const MAX_DETAILS: usize = 200;

/// A party, copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The organization; none for the platform.
    pub organization: Option<OrganizationId>,
    /// Its name before the law.
    pub name: String,
    /// Its legal form, its capital, its register: what the law wants beside the name.
    pub details: Option<String>,
    /// Number and street.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// 14 digits, the first nine of which are the SIREN; none for a person.
    pub siret: Option<String>,
    /// Intra-EU VAT number, when it has one.
    pub vat_number: Option<String>,
    /// Whether it acts for a trade: penalties and the fee of recovery are due between such parties.
    pub professional: bool,
}

/// Who issues in the name of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// Its name before the law.
    pub name: String,
    /// Nine digits.
    pub siren: String,
}

/// The legal identity of whoever runs the marketplace: what its own invoices are issued as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Platform {
    /// The party. Without a VAT number it is not liable to VAT (art. 293 B).
    pub party: Party,
}

/// That identity as it is configured.
#[derive(Debug, Clone, Default)]
pub struct IdentityForm {
    /// Its name before the law.
    pub name: String,
    /// Its legal form, its capital, its register.
    pub details: String,
    /// Number and street.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// 14 digits.
    pub siret: String,
    /// Empty when it is not liable to VAT.
    pub vat_number: String,
}

impl Party {
    /// An organization as its sheet has it.
    #[must_use]
    pub fn of(organization: &Organization) -> Self {
        Self {
            organization: Some(organization.id),
            name: organization.name.clone(),
            details: None,
            street: organization.address.street.clone(),
            postal_code: organization.address.postal_code.clone(),
            town: organization.address.town.clone(),
            siret: organization.siret.clone(),
            vat_number: organization.vat_number.clone(),
            professional: organization.legal_kind != LegalKind::PrivatePerson,
        }
    }

    /// The first nine digits of its SIRET.
    #[must_use]
    pub fn siren(&self) -> Option<&str> {
        self.siret.as_deref()?.get(..9)
    }
}

impl Platform {
    /// The VAT on what it sells: none while it has no number for it.
    #[must_use]
    pub fn vat_rate(&self) -> VatRate {
        if self.party.vat_number.is_some() { VatRate::NORMAL } else { VatRate::NONE }
    }

    /// How it signs what it issues for others.
    #[must_use]
    pub fn agent(&self) -> Agent {
        let siren = self.party.siren().unwrap_or_default().to_owned();
        Agent { name: self.party.name.clone(), siren }
    }
}

impl IdentityForm {
    /// Reads it; every wrong field is told at once.
    pub fn parse(&self) -> Result<Platform, Fields> {
        let mut fields = Fields::default();
        let name = fields.take("/name", text::line(&self.name, 120));
        let details = fields.take("/details", text::optional_line(&self.details, MAX_DETAILS));
        let street = fields.take("/street", text::line(&self.street, 160));
        let postal_code = PostalCode::parse(&self.postal_code).map_err(|wrong| wrong.explain());
        let postal_code = fields.take("/postal_code", postal_code);
        let town = fields.take("/town", text::line(&self.town, 80));
        let siret = Siret::parse(&self.siret).map_err(|wrong| wrong.explain());
        let siret = fields.take("/siret", siret);
        let vat_number = fields.take_if("/vat_number", Some(&self.vat_number), |typed| {
            VatNumber::parse(typed).map_err(|wrong| wrong.explain())
        });
        let (Some(name), Some(details), Some(street), Some(postal_code), Some(town)) =
            (name, details, street, postal_code, town)
        else {
            return Err(fields);
        };
        let (Some(siret), Some(vat_number)) = (siret, vat_number) else { return Err(fields) };
        Ok(Platform {
            party: Party {
                organization: None,
                name,
                details: Some(details).filter(|it| !it.is_empty()),
                street,
                postal_code: postal_code.to_string(),
                town,
                siret: Some(siret.to_string()),
                vat_number: vat_number.map(|it| it.to_string()),
                professional: true,
            },
        })
    }
}
