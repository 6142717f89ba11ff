//! Where a provider's money goes: a bank account, known to the payment provider alone. Here are only the
//! holder and the last characters of its number, so that people recognize it.

use crate::{
    fields::Fields,
    identifiers::Iban,
    ids::OrganizationId,
    payments::{Psp, pause},
    refusal::Explain,
    text, words,
    world::Instant,
};

/// At most so many characters in a holder's name.
const MAX_HOLDER: usize = 70;

words! {
    /// How far a payment provider is with an account.
    pub enum AccountState {
        /// It is to be told.
        Asked = "asked",
        /// Its holder is to fill in a page of the payment provider's.
        Onboarding = "onboarding",
        /// It can be paid to.
        Ready = "ready",
    }
}

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
    /// How far it is.
    pub state: AccountState,
    /// The page that its holder is to fill in.
    pub url: Option<String>,
    /// Since when.
    pub created_at: Instant,
    /// When the payment provider is asked next.
    pub check_at: Option<Instant>,
    /// How often it was asked.
    pub checks: u32,
}

/// What a payment provider says of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sighting {
    /// Its holder is to fill in a page.
    Onboarding {
        /// Its name there.
        reference: String,
        /// The page.
        url: String,
    },
    /// It can be paid to.
    Ready {
        /// Its name there.
        reference: String,
        /// Who holds it.
        holder: String,
        /// The last characters of its number.
        ending: String,
    },
}

impl PayoutAccount {
    /// An account that the payment provider is to open: it is told after this transaction.
    #[must_use]
    pub fn ask(organization: OrganizationId, psp: Psp, now: Instant) -> Self {
        Self {
            organization,
            version: 0,
            psp,
            reference: String::new(),
            holder: String::new(),
            ending: String::new(),
            state: AccountState::Asked,
            url: None,
            created_at: now,
            check_at: Some(now),
            checks: 0,
        }
    }

    /// Takes note of what the payment provider says. While its holder fills in the page it is asked more and more
    /// seldom; a page is good for a short time, so who comes back asks for a new one.
    #[must_use]
    pub fn see(mut self, sighting: Sighting, now: Instant) -> Self {
        match sighting {
            Sighting::Onboarding { reference, url } => {
                self.reference = reference;
                self.url = Some(url);
                self.state = AccountState::Onboarding;
                self.check_at = Some(now + pause(self.checks));
            }
            Sighting::Ready { reference, holder, ending } => {
                (self.reference, self.holder, self.ending) = (reference, holder, ending);
                self.url = None;
                self.state = AccountState::Ready;
                self.check_at = None;
            }
        }
        self
    }
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
