//! Registration: a person opens an account for a party of its own. Free for both kinds.
//!
//! Every wrong field is told at once. What is unlawful for the kind (a private person as provider,
//! a provider without SIRET) is a wrong field like any other.

pub mod back;
mod form;
#[cfg(test)]
mod tests;

pub(crate) use self::form::accepted;
pub use self::form::{Form, Rules};

use crate::{
    accounts::{Account, AccountState, Alerts},
    actor::{OrganizationKind, Role},
    facts::Fact,
    ids::{AccountId, OrganizationId},
    language::Language,
    organizations::{Address, Area, LegalKind, Organization, OrganizationState, Showcase},
    text::{Email, Handle},
    world::Instant,
};

/// A registration without a fault.
#[derive(Debug, Clone)]
pub struct Registration {
    kind: OrganizationKind,
    /// The pseudo.
    pub handle: Handle,
    /// The login.
    pub email: Email,
    /// To be hashed.
    pub password: String,
    given_name: String,
    family_name: String,
    phone: String,
    language: Language,
    name: String,
    legal_kind: LegalKind,
    /// 14 digits; absent for clients without one and for CESU independents.
    pub siret: Option<String>,
    vat_number: Option<String>,
    vat_exempt: bool,
    address: Address,
    area: Area,
    terms_version: String,
    back: Option<String>,
}

/// What a registration opens.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The party.
    pub organization: Organization,
    /// The person's login, to be activated.
    pub account: Account,
    /// The fact that mails the link.
    pub fact: Fact,
}

impl Registration {
    /// Opens the party and its first login, which waits for the mailed link.
    #[must_use]
    pub fn open(
        self,
        ids: (OrganizationId, AccountId),
        password_hash: String,
        ip: &str,
        now: Instant,
    ) -> Opened {
        let (organization_id, account_id) = ids;
        let account = Account {
            id: account_id,
            version: 1,
            organization: organization_id,
            role: Role::Owner,
            email: self.email,
            password_hash,
            given_name: self.given_name,
            family_name: self.family_name,
            phone: self.phone.clone(),
            language: self.language,
            state: AccountState::Pending,
            terms_version: self.terms_version,
            terms_accepted_at: now,
            alerts: Alerts { tenders: true, messages: true },
            registered_ip: ip.to_owned(),
            created_at: now,
            activated_at: None,
        };
        let organization = Organization {
            id: organization_id,
            version: 1,
            kind: self.kind,
            handle: self.handle,
            name: self.name,
            legal_kind: self.legal_kind,
            siret: self.siret,
            vat_number: self.vat_number,
            vat_exempt: self.vat_exempt,
            address: self.address,
            phone: self.phone,
            website: None,
            presentation: String::new(),
            showcase: Showcase::default(),
            trades: self.area.trades,
            departements: self.area.departements,
            france_wide: self.area.france_wide,
            paused: false,
            subscription: None,
            state: OrganizationState::Open,
            created_at: now,
        };
        let fact = Fact::AccountRegistered {
            account: account_id,
            organization: organization_id,
            back: self.back,
        };
        Opened { organization, account, fact }
    }
}
