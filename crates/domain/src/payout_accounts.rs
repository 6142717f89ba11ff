//! Where a provider's money goes: a bank account, known to the payment provider alone. Here are only the
//! holder and the last characters of its number, so that people recognize it.

use crate::{
    fields::Fields, identifiers::Iban, ids::OrganizationId, payments::Psp, refusal::Explain, text,
    world::Instant,
};

/// At most so many characters in a holder's name.
const MAX_HOLDER: usize = 70;

/// Where a provider's money goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayoutAccount {
    /// Whose.
    pub organization: OrganizationId,
    /// How often it was set.
    pub version: i32,
    /// Who knows it.
    pub psp: Psp,
    /// Its name there.
    pub reference: String,
    /// Who holds it.
    pub holder: String,
    /// The last four characters of its number.
    pub ending: String,
    /// Since when.
    pub created_at: Instant,
}

/// A bank account that was read.
#[derive(Debug, Clone)]
pub struct BankAccount {
    /// Who holds it.
    pub holder: String,
    /// Its number.
    pub iban: Iban,
}

impl BankAccount {
    /// Reads what a person typed.
    pub fn parse(holder: &str, iban: &str) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let holder = fields.take("/holder", text::line(holder, MAX_HOLDER));
        let iban = fields.take("/iban", Iban::parse(iban).map_err(|wrong| wrong.explain()));
        let (Some(holder), Some(iban)) = (holder, iban) else { return Err(fields) };
        Ok(Self { holder, iban })
    }
}
