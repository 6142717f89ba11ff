//! A person's login: registered, activated by the mailed link, closed by the operator or erased.
//!
//! Invariants: an e-mail belongs to one account; only an active account acts.

mod endings;
mod profiles;

pub use profiles::{Profile, ProfileForm};

use crate::{
    actor::Role,
    change::Change,
    facts::Fact,
    ids::{AccountId, OrganizationId},
    language::Language,
    refusal::{Explain, Explanation},
    text::Email,
    words,
    world::Instant,
};

words! {
    /// Where an account stands.
    pub enum AccountState {
        /// Registered, the link not yet opened.
        Pending = "pending",
        /// Can log in and act.
        Active = "active",
        /// Closed by the operator.
        Closed = "closed",
        /// No longer of its organization; its address is free for another account.
        Left = "left",
        /// Its personal data is gone.
        Erased = "erased",
    }
}

/// Which mails a person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alerts {
    /// Mails about created events.
    pub tenders: bool,
    /// Private e-mails.
    pub messages: bool,
}

/// A person's login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// How often it was written.
    pub version: i32,
    /// The party it belongs to.
    pub organization: OrganizationId,
    /// What it may do there.
    pub role: Role,
    /// Where mail reaches it; also its login.
    pub email: Email,
    /// The PHC string of its password.
    pub password_hash: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// E.164.
    pub phone: String,
    /// The language of its mails.
    pub language: Language,
    /// Where it stands.
    pub state: AccountState,
    /// Which terms it accepted…
    pub terms_version: String,
    /// …and when.
    pub terms_accepted_at: Instant,
    /// Which mails it wants.
    pub alerts: Alerts,
    /// The address it registered from, for the bar list.
    pub registered_ip: String,
    /// When it registered.
    pub created_at: Instant,
    /// When it opened the link.
    pub activated_at: Option<Instant>,
}

impl Account {
    /// Opens the account with the mailed link.
    pub fn activate(self, now: Instant) -> Result<Change<Self>, AccountRefusal> {
        match self.state {
            AccountState::Pending => {
                let fact =
                    Fact::AccountActivated { account: self.id, organization: self.organization };
                Ok(Change::new(
                    Self { state: AccountState::Active, activated_at: Some(now), ..self },
                    fact,
                ))
            }
            AccountState::Active => Err(AccountRefusal::LinkSpent),
            AccountState::Closed | AccountState::Erased => Err(AccountRefusal::Closed),
            AccountState::Left => Err(AccountRefusal::Left),
        }
    }

    /// Whether it may log in.
    pub fn may_log_in(&self) -> Result<(), AccountRefusal> {
        match self.state {
            AccountState::Active => Ok(()),
            AccountState::Pending => Err(AccountRefusal::NotActivated),
            AccountState::Closed | AccountState::Erased => Err(AccountRefusal::Closed),
            AccountState::Left => Err(AccountRefusal::Left),
        }
    }
}

/// Why a wish about an account was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountRefusal {
    /// The link of the confirmation mail was not opened yet.
    NotActivated,
    /// The account was closed.
    Closed,
    /// The person is no longer of its organization.
    Left,
    /// Wrong address or wrong password.
    WrongCredentials,
    /// The link was used, has expired or never existed.
    LinkSpent,
    /// The operator barred the address, the network or the company.
    Barred,
}

impl Explain for AccountRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NotActivated => Explanation::new(
                "account_not_activated",
                "Votre compte n’est pas encore actif : ouvrez le lien reçu par e-mail.",
                "Your account is not active yet: open the link you received by e-mail.",
            ),
            Self::Closed => Explanation::new(
                "account_closed",
                "Ce compte est fermé. Écrivez au support pour en connaître la raison.",
                "This account is closed. Write to support to learn why.",
            ),
            Self::Left => Explanation::new(
                "account_left",
                "Vous ne faites plus partie de cette organisation.",
                "You are no longer part of this organization.",
            ),
            Self::WrongCredentials => Explanation::new(
                "wrong_credentials",
                "Adresse e-mail ou mot de passe incorrect.",
                "Wrong e-mail address or password.",
            ),
            Self::Barred => Explanation::new(
                "registration_barred",
                "Cette inscription n’est pas possible. Écrivez au support si vous pensez à une erreur.",
                "This registration is not possible. Write to support if you think this is a mistake.",
            ),
            Self::LinkSpent => Explanation::new(
                "link_spent",
                "Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.",
                "This link was already used or is no longer valid. Ask for a new one.",
            ),
        }
    }
}
