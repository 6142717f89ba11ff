//! The people of an organization: who is in which role, who leaves.
//!
//! Invariant: an organization keeps an owner. Only owners make and unmake owners.

use crate::{
    accounts::{Account, AccountState},
    actor::{Actor, Role},
    change::Change,
    facts::Fact,
    refusal::{Explain, Explanation},
    words,
};

/// The most people and open invitations of one organization.
pub const TEAM_MAX: usize = 100;

words! {
    /// What may be done about a member.
    pub enum MemberAction {
        /// Give it another role.
        ChangeRole = "change_role",
        /// Take it out of the organization; oneself: leave.
        Remove = "remove",
    }
}

impl Account {
    /// Whether this person may do this to the member; `owners` is how many the organization has.
    pub fn permits(
        &self,
        action: MemberAction,
        actor: &Actor,
        owners: usize,
    ) -> Result<(), MemberRefusal> {
        let leaves = action == MemberAction::Remove && actor.account == self.id;
        if !leaves && actor.role < Role::Administrator {
            return Err(MemberRefusal::NotManager);
        }
        if self.role == Role::Owner && actor.role < Role::Owner {
            return Err(MemberRefusal::OwnersDecide);
        }
        if self.role == Role::Owner && owners <= 1 {
            return Err(MemberRefusal::LastOwner);
        }
        Ok(())
    }

    /// Takes another role.
    pub fn change_role(
        self,
        role: Role,
        actor: &Actor,
        owners: usize,
    ) -> Result<Change<Self>, MemberRefusal> {
        if role == self.role {
            return Ok(Change::silent(self));
        }
        self.permits(MemberAction::ChangeRole, actor, owners)?;
        if role == Role::Owner && actor.role < Role::Owner {
            return Err(MemberRefusal::OwnersDecide);
        }
        let fact = Fact::MemberRoleChanged {
            account: self.id,
            organization: self.organization,
            role: role.as_str().to_owned(),
        };
        Ok(Change::new(Self { role, ..self }, fact))
    }

    /// Leaves the organization; its address is free again for another account.
    pub fn leave(self, actor: &Actor, owners: usize) -> Result<Change<Self>, MemberRefusal> {
        self.permits(MemberAction::Remove, actor, owners)?;
        let fact = Fact::MemberRemoved { account: self.id, organization: self.organization };
        Ok(Change::new(Self { state: AccountState::Left, ..self }, fact))
    }
}

/// Why a wish about a member was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemberRefusal {
    /// Only an owner or an administrator manages members.
    NotManager,
    /// Only an owner makes or unmakes owners.
    OwnersDecide,
    /// The last owner stays an owner.
    LastOwner,
}

impl Explain for MemberRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NotManager => Explanation::new(
                "not_manager",
                "Seul un administrateur de votre organisation peut faire cela.",
                "Only an administrator of your organization can do this.",
            ),
            Self::OwnersDecide => Explanation::new(
                "owners_decide",
                "Seul un propriétaire peut nommer ou remplacer un propriétaire.",
                "Only an owner can name or replace an owner.",
            ),
            Self::LastOwner => Explanation::new(
                "last_owner",
                "Une organisation garde au moins un propriétaire : nommez-en un autre d’abord.",
                "An organization keeps at least one owner: name another one first.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use uuid::Uuid;

    use super::*;
    use crate::{
        accounts::Alerts,
        actor::OrganizationKind,
        ids::{AccountId, Id, OrganizationId},
        language::Language,
        text::Email,
        world::Instant,
    };

    fn account(number: u128, role: Role) -> Account {
        Account {
            id: AccountId::from_uuid(Uuid::from_u128(number)),
            version: 1,
            organization: OrganizationId::from_uuid(Uuid::from_u128(1)),
            role,
            email: Email::parse("ana@exemple.fr").unwrap(),
            password_hash: String::new(),
            given_name: "Ana".into(),
            family_name: "Roux".into(),
            phone: String::new(),
            language: Language::Fr,
            state: AccountState::Active,
            terms_version: String::new(),
            terms_accepted_at: Instant::default(),
            alerts: Alerts { tenders: true, messages: true },
            registered_ip: String::new(),
            created_at: Instant::default(),
            activated_at: None,
        }
    }

    fn actor(number: u128, role: Role) -> Actor {
        let Account { id, organization, .. } = account(number, role);
        Actor { account: id, organization, kind: OrganizationKind::Client, role }
    }

    /// Who may do what to whom, with one owner and with two.
    #[test]
    fn the_roles_decide_what_may_be_done() {
        let mut matrix = String::new();
        for &by in Role::ALL {
            for &of in Role::ALL {
                write!(matrix, "\n{:13} of {:13}", by.as_str(), of.as_str()).unwrap();
                for (owners, number) in [(1, 8), (2, 8), (1, 9), (2, 9)] {
                    let own = by == of;
                    if number == 9 && !own {
                        continue;
                    }
                    let who = if number == 9 { "self" } else { "other" };
                    let member = account(9, of);
                    let word = |action| match member.permits(action, &actor(number, by), owners) {
                        Ok(()) => "yes",
                        Err(refusal) => refusal.explain().code,
                    };
                    let change = word(MemberAction::ChangeRole);
                    let remove = word(MemberAction::Remove);
                    write!(matrix, " {who}/{owners}={change},{remove}").unwrap();
                }
            }
        }
        let expected = "
member        of member        other/1=not_manager,not_manager other/2=not_manager,not_manager self/1=not_manager,yes self/2=not_manager,yes
member        of administrator other/1=not_manager,not_manager other/2=not_manager,not_manager
member        of owner         other/1=not_manager,not_manager other/2=not_manager,not_manager
administrator of member        other/1=yes,yes other/2=yes,yes
administrator of administrator other/1=yes,yes other/2=yes,yes self/1=yes,yes self/2=yes,yes
administrator of owner         other/1=owners_decide,owners_decide other/2=owners_decide,owners_decide
owner         of member        other/1=yes,yes other/2=yes,yes
owner         of administrator other/1=yes,yes other/2=yes,yes
owner         of owner         other/1=last_owner,last_owner other/2=yes,yes self/1=last_owner,last_owner self/2=yes,yes";
        assert_eq!(matrix, expected);
    }

    #[test]
    fn only_an_owner_makes_an_owner() {
        let promoted = |by| account(9, Role::Member).change_role(Role::Owner, &actor(8, by), 1);
        assert_eq!(promoted(Role::Administrator), Err(MemberRefusal::OwnersDecide));
        assert_eq!(promoted(Role::Owner).unwrap().after.role, Role::Owner);
        let left = account(9, Role::Member).leave(&actor(9, Role::Member), 1).unwrap();
        assert_eq!(left.after.state, AccountState::Left);
    }
}
