//! How an account ends: closed by the operator, or erased at its organization's wish.

use super::{Account, AccountState, Alerts};
use crate::{change::Change, text::Email};

impl Account {
    /// Closes it with its organization, whose fact tells it: there is one decision, with one reason. One that has
    /// ended already stays as it is.
    #[must_use]
    pub fn close(self) -> Option<Change<Self>> {
        matches!(self.state, AccountState::Pending | AccountState::Active)
            .then(|| Change::silent(Self { state: AccountState::Closed, ..self }))
    }

    /// Nothing personal is left of it; its id stays, for what it signed.
    #[must_use]
    pub fn erase(self) -> Self {
        Self {
            email: self.placeholder_email(),
            password_hash: String::new(),
            given_name: "Compte".to_owned(),
            family_name: "supprimé".to_owned(),
            phone: String::new(),
            alerts: Alerts { tenders: false, messages: false },
            registered_ip: String::new(),
            state: AccountState::Erased,
            ..self
        }
    }

    /// What stands in place of an address that is free again: nobody's, and no mail reaches it.
    #[must_use]
    pub fn placeholder_email(&self) -> Email {
        Email::placeholder(self.id)
    }
}
