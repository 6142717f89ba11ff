//! Which facts may end someone's access: whoever listens to what happens is then asked again whether it may.

use super::Fact;
use crate::ids::{AccountId, OrganizationId};

/// Whose access may be over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// A person's: a session, a key, its password, its place in a team.
    Account(AccountId),
    /// That of everyone of a party.
    Organization(OrganizationId),
}

impl Fact {
    /// Whose access it may end.
    #[must_use]
    pub fn may_end(&self) -> Option<Access> {
        match self {
            Self::SessionEnded { account, .. }
            | Self::SessionCompromised { account, .. }
            | Self::PasswordChanged { account }
            | Self::ApiKeyRevoked { account, .. }
            | Self::MemberRemoved { account, .. } => Some(Access::Account(*account)),
            Self::OrganizationClosed { organization, .. }
            | Self::DeletionCarriedOut { organization, .. } => {
                Some(Access::Organization(*organization))
            }
            _ => None,
        }
    }
}
