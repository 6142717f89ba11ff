//! Who runs the marketplace: named by whoever has the server, never registered.
//!
//! Invariants: an operator has an address of its own, because the kind of an organization never changes;
//! all operators are of one organization. The one who has the server vouches for the address.

use crate::{
    accounts::{Account, AccountRefusal, AccountState, Alerts},
    actor::{OrganizationKind, Role},
    change::Change,
    facts::Fact,
    ids::{AccountId, OrganizationId},
    language::Language,
    organizations::{Address, LegalKind, Organization, OrganizationState},
    refusal::{Explain, Explanation},
    text::{Email, Handle},
    world::Instant,
};

/// The pseudo of the operators' organization, unless someone took it before.
pub const HANDLE: &str = "operateur";

/// The organization of the operators. What the public may read of it is edited later like any sheet.
#[must_use]
pub fn party(id: OrganizationId, handle: Handle, now: Instant) -> Organization {
    let nowhere = Address {
        street: String::new(),
        postal_code: String::new(),
        town: String::new(),
        departement: String::new(),
    };
    Organization {
        id,
        version: 1,
        kind: OrganizationKind::Operator,
        handle,
        name: "Estrade".to_owned(),
        legal_kind: LegalKind::Company,
        siret: None,
        vat_number: None,
        vat_exempt: true,
        address: nowhere,
        phone: String::new(),
        website: None,
        presentation: String::new(),
        showcase: crate::organizations::Showcase::default(),
        trades: Vec::new(),
        departements: Vec::new(),
        france_wide: false,
        paused: false,
        subscription: None,
        state: OrganizationState::Open,
        created_at: now,
    }
}

/// A new operator. It accepts no terms: it is the one that sets them.
#[must_use]
pub fn newcomer(
    ids: (AccountId, OrganizationId),
    email: Email,
    password_hash: String,
    now: Instant,
) -> Change<Account> {
    let (id, organization) = ids;
    let account = Account {
        id,
        version: 1,
        organization,
        role: Role::Owner,
        email,
        password_hash,
        given_name: "Équipe".to_owned(),
        family_name: "Estrade".to_owned(),
        phone: String::new(),
        language: Language::Fr,
        state: AccountState::Active,
        terms_version: String::new(),
        terms_accepted_at: now,
        alerts: Alerts { tenders: true, messages: true },
        registered_ip: String::new(),
        created_at: now,
        activated_at: Some(now),
    };
    let fact = Fact::OperatorNamed { account: id, organization };
    Change::new(account, fact)
}

/// Someone who has an account is named: only one that is an operator already gets its access again.
pub fn again(account: Account, kind: OrganizationKind) -> Result<Change<Account>, OperatorRefusal> {
    if kind != OrganizationKind::Operator {
        return Err(OperatorRefusal::OtherKind);
    }
    let fact = Fact::OperatorNamed { account: account.id, organization: account.organization };
    match account.state {
        AccountState::Active | AccountState::Pending => {
            Ok(Change::new(Account { state: AccountState::Active, ..account }, fact))
        }
        AccountState::Closed | AccountState::Left | AccountState::Erased => {
            Err(OperatorRefusal::Ended)
        }
    }
}

/// Why someone cannot be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperatorRefusal {
    /// The address belongs to a client or a provider.
    OtherKind,
    /// The account with this address has ended.
    Ended,
}

impl Explain for OperatorRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::OtherKind => Explanation::new(
                "operator_address_taken",
                "Cette adresse est celle d’un client ou d’un prestataire : un opérateur a une adresse à lui.",
                "This address belongs to a client or a provider: an operator has an address of its own.",
            ),
            Self::Ended => AccountRefusal::Closed.explain(),
        }
    }
}
