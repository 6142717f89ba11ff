//! What the operator does to an organization: corrects what it is before the law, closes it, erases it.

use super::{
    Address, LegalKind, Organization, OrganizationRefusal, OrganizationState, Showcase,
    sheets::{TypedNumbers, numbers},
};
use crate::{
    actor::OrganizationKind,
    change::Change,
    facts::Fact,
    fields::Fields,
    text::{self, Handle},
    words,
};

words! {
    /// What the operator may do to an organization.
    pub enum OperatorAction {
        /// Correct what it is before the law.
        Correct = "correct",
        /// Grant it a plan.
        GrantPlan = "grant_plan",
        /// Close it, without notice.
        Close = "close",
    }
}

/// What the operator typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct CorrectionForm {
    /// One of the legal kinds.
    pub legal_kind: Option<String>,
    /// 14 digits; may be empty where the law allows.
    pub siret: Option<String>,
    /// Intra-EU VAT number; may be empty where the law allows.
    pub vat_number: Option<String>,
    /// « Non assujetti à la TVA ».
    pub vat_exempt: Option<bool>,
}

impl Organization {
    /// Whether the operator may do this now.
    pub fn permits_operator(&self, action: OperatorAction) -> Result<(), OrganizationRefusal> {
        self.is_open()?;
        match action {
            OperatorAction::GrantPlan => self.takes_plans(),
            OperatorAction::Close if self.kind == OrganizationKind::Operator => {
                Err(OrganizationRefusal::OperatorStays)
            }
            OperatorAction::Correct | OperatorAction::Close => Ok(()),
        }
    }

    /// Corrects what it is before the law, with the numbers that go with that (S1-002, S1-011, S1-014).
    pub fn correct(self, form: &CorrectionForm) -> Result<Change<Self>, Fields> {
        let mut fields = Fields::default();
        let legal_kind = fields.take_given("/legal_kind", form.legal_kind.as_deref(), |word| {
            LegalKind::from_word(word)
                .filter(|legal_kind| legal_kind.fits(self.kind))
                .ok_or_else(text::unknown_choice)
        });
        let legal_kind = legal_kind.unwrap_or(self.legal_kind);
        let vat_exempt = form.vat_exempt.unwrap_or(self.vat_exempt);
        let typed = TypedNumbers {
            siret: form.siret.as_deref().or(self.siret.as_deref()),
            vat_number: form.vat_number.as_deref().or(self.vat_number.as_deref()),
            vat_exempt,
        };
        let numbers = numbers(&mut fields, Some(self.kind), Some(legal_kind), typed);
        let Some(numbers) = numbers.filter(|_| fields.errors().is_empty()) else {
            return Err(fields);
        };
        let fact = Fact::OrganizationUpdated { organization: self.id };
        let after = Self {
            legal_kind,
            siret: numbers.siret,
            vat_number: numbers.vat_number,
            vat_exempt,
            ..self
        };
        Ok(Change::new(after, fact))
    }

    /// Closes it without notice (S1-024); the reason stays in the log.
    pub fn close(self, reason: &str) -> Result<Change<Self>, OrganizationRefusal> {
        self.permits_operator(OperatorAction::Close)?;
        let fact = Fact::OrganizationClosed { organization: self.id, reason: reason.to_owned() };
        Ok(Change::new(Self { state: OrganizationState::Closed, ..self }, fact))
    }

    /// Nothing personal is left of it; its id stays, for the contracts it has concluded.
    #[must_use]
    pub fn erase(self) -> Self {
        let nowhere = Address {
            street: String::new(),
            postal_code: String::new(),
            town: String::new(),
            departement: String::new(),
        };
        Self {
            handle: Handle::placeholder(self.id),
            name: "Compte supprimé".to_owned(),
            siret: None,
            vat_number: None,
            address: nowhere,
            phone: String::new(),
            website: None,
            presentation: String::new(),
            showcase: Showcase::default(),
            trades: Vec::new(),
            departements: Vec::new(),
            france_wide: false,
            subscription: None,
            state: OrganizationState::Erased,
            ..self
        }
    }
}
