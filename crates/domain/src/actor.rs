//! Who acts: a person, for an organization, in a role.

use crate::{
    ids::{AccountId, OrganizationId},
    words,
};

words! {
    /// What an organization is. It never changes.
    pub enum OrganizationKind {
        /// « Porteur de projet »: asks for offers.
        Client = "client",
        /// « Prestataire »: answers them.
        Provider = "provider",
        /// Runs the marketplace.
        Operator = "operator",
    }

    /// What a person may do in its organization; a later one may do all that an earlier one may.
    pub enum Role {
        /// Does the organization's business.
        Member = "member",
        /// And manages its members and its sheet.
        Administrator = "administrator",
        /// And can have it deleted.
        Owner = "owner",
    }
}

/// The one who asks for a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub account: AccountId,
    /// The party it acts for.
    pub organization: OrganizationId,
    /// What that party is.
    pub kind: OrganizationKind,
    /// What the person may do there.
    pub role: Role,
}

impl Actor {
    /// Whether it acts for this organization.
    #[must_use]
    pub fn is_of(&self, organization: OrganizationId) -> bool {
        self.organization == organization
    }

    /// Whether it runs the marketplace.
    #[must_use]
    pub fn is_operator(&self) -> bool {
        self.kind == OrganizationKind::Operator
    }
}
