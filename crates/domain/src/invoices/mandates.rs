//! The mandate (« mandat de facturation »): a provider has the platform issue its invoices in its name (CGI,
//! art. 289, I-2).
//!
//! It is given once, for a version of its text, by someone who manages the provider, and holds until it is revoked.
//! What was issued under it stays. It names the agent, so that invoices go on though the configuration changes.

use super::{Agent, InvoiceRefusal, MANDATE_VERSION, Party, Platform};
use crate::{
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{AccountId, MandateId, OrganizationId},
    organizations::{LegalKind, Organization, OrganizationState},
    refusal::Rejection,
    text,
    world::Instant,
};

/// At most so many characters in a name before the law.
const MAX_NAME: usize = 120;
/// At most so many in what is said beside it.
const MAX_DETAILS: usize = 200;

/// A mandate, in force or revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Its id.
    pub id: MandateId,
    /// Who gave it.
    pub provider: OrganizationId,
    /// Which version of the text was accepted.
    pub text_version: String,
    /// To whom.
    pub agent: Agent,
    /// The provider's name before the law.
    pub legal_name: String,
    /// Its legal form, its capital, its register.
    pub legal_details: Option<String>,
    /// Who accepted it.
    pub accepted_by: AccountId,
    /// When.
    pub accepted_at: Instant,
    /// When it ended.
    pub revoked_at: Option<Instant>,
}

/// What the provider says when it gives a mandate.
#[derive(Debug, Clone, Default)]
pub struct MandateForm {
    /// The version of the text that it has read.
    pub text_version: String,
    /// Its name before the law; that of its sheet when empty.
    pub legal_name: String,
    /// Its legal form, its capital, its register; may be empty.
    pub legal_details: String,
}

/// A provider that may give a mandate.
#[derive(Debug, Clone, Copy)]
pub struct Mandator<'a> {
    /// The provider.
    pub provider: &'a Organization,
    /// Who would issue; none while the instance has no legal identity.
    pub platform: Option<&'a Platform>,
}

impl<'a> Mandator<'a> {
    /// What keeps it from giving a mandate, whoever asks.
    pub fn can_give(&self) -> Result<&'a Platform, InvoiceRefusal> {
        let Self { provider, platform } = *self;
        if provider.kind != OrganizationKind::Provider {
            return Err(InvoiceRefusal::ProvidersOnly);
        }
        if provider.state != OrganizationState::Open {
            return Err(InvoiceRefusal::Closed);
        }
        has_numbers(provider)?;
        platform.ok_or(InvoiceRefusal::PlatformUnknown)
    }

    /// Whether this person may give it.
    pub fn permits(&self, actor: &Actor) -> Result<&'a Platform, InvoiceRefusal> {
        let platform = self.can_give()?;
        if !actor.is_of(self.provider.id) || actor.role < Role::Administrator {
            return Err(InvoiceRefusal::NotManager);
        }
        Ok(platform)
    }

    /// Gives it.
    pub fn give(
        &self,
        actor: &Actor,
        id: MandateId,
        form: &MandateForm,
        now: Instant,
    ) -> Result<Change<Mandate>, Rejection<InvoiceRefusal>> {
        let platform = self.permits(actor).map_err(Rejection::Refused)?;
        if form.text_version != MANDATE_VERSION {
            return Err(Rejection::Refused(InvoiceRefusal::TextOutdated));
        }
        let mut fields = Fields::default();
        let name = match form.legal_name.trim() {
            "" => self.provider.name.as_str(),
            typed => typed,
        };
        let legal_name = fields.take("/legal_name", text::line(name, MAX_NAME));
        let legal_details =
            fields.take("/legal_details", text::optional_line(&form.legal_details, MAX_DETAILS));
        let (Some(legal_name), Some(legal_details)) = (legal_name, legal_details) else {
            return Err(fields.into());
        };
        let provider = self.provider.id;
        let mandate = Mandate {
            id,
            provider,
            text_version: MANDATE_VERSION.to_owned(),
            agent: platform.agent(),
            legal_name,
            legal_details: Some(legal_details).filter(|it| !it.is_empty()),
            accepted_by: actor.account,
            accepted_at: now,
            revoked_at: None,
        };
        let text_version = mandate.text_version.clone();
        let fact = Fact::InvoicingMandateGiven { mandate: id, provider, text_version };
        Ok(Change::new(mandate, fact))
    }
}

impl Mandate {
    /// Ends it: what was issued stays, and nothing more is.
    pub fn revoke(self, actor: &Actor, now: Instant) -> Result<Change<Self>, InvoiceRefusal> {
        if !actor.is_of(self.provider) || actor.role < Role::Administrator {
            return Err(InvoiceRefusal::NotManager);
        }
        let fact = Fact::InvoicingMandateRevoked { mandate: self.id, provider: self.provider };
        Ok(Change::new(Self { revoked_at: Some(now), ..self }, fact))
    }
}

/// The provider as the seller of what is issued under its mandate.
pub(super) fn mandator(
    mandate: &Mandate,
    provider: &Organization,
) -> Result<Party, InvoiceRefusal> {
    if mandate.provider != provider.id || mandate.revoked_at.is_some() {
        return Err(InvoiceRefusal::NoMandate);
    }
    has_numbers(provider)?;
    let form = (provider.legal_kind == LegalKind::SoleTrader)
        .then(|| "Entrepreneur individuel (EI)".to_owned());
    let details = mandate.legal_details.clone().or(form);
    Ok(Party { name: mandate.legal_name.clone(), details, ..Party::of(provider) })
}

/// Whoever is paid by CESU is its client's employee: the payslip of the URSSAF takes the place of an invoice.
fn has_numbers(provider: &Organization) -> Result<(), InvoiceRefusal> {
    if provider.legal_kind == LegalKind::Cesu {
        return Err(InvoiceRefusal::PaidByCesu);
    }
    let taxed = provider.vat_exempt || provider.vat_number.is_some();
    if provider.siret.is_none() || !taxed {
        return Err(InvoiceRefusal::NumbersMissing);
    }
    Ok(())
}
