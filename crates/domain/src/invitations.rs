//! Invitations to join an organization: a link good for one use and seven days.
//!
//! An address belongs to one account, so to organizations of one kind only: inviting an address that
//! has an account is refused with the reason. The link proves the address: who accepts is active at once.

use chrono::TimeDelta;

use crate::{
    accounts::{Account, AccountRefusal, AccountState, Alerts},
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    facts::Fact,
    fields::Fields,
    identifiers::Phone,
    ids::{AccountId, InvitationId, OrganizationId},
    language::Language,
    limits::Limits,
    members::TEAM_MAX,
    passwords,
    refusal::{Explain, Explanation},
    registrations::accepted,
    text::{self, Email},
    words,
    world::Instant,
};

words! {
    /// Where an invitation stands; it also ends with its days.
    pub enum InvitationState {
        /// May be accepted.
        Open = "open",
        /// Was accepted.
        Accepted = "accepted",
        /// Was taken back.
        Withdrawn = "withdrawn",
    }
}

/// An invitation to join an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// How often it was written.
    pub version: i32,
    /// To join which party.
    pub organization: OrganizationId,
    /// Who is invited.
    pub email: Email,
    /// In which role.
    pub role: Role,
    /// Where it stands.
    pub state: InvitationState,
    /// Who invited.
    pub invited_by: AccountId,
    /// When.
    pub created_at: Instant,
    /// Until when it is good.
    pub expires_at: Instant,
}

/// What the organization looks like when someone is invited.
#[derive(Debug, Clone)]
pub struct Team<'a> {
    /// How many people are in it.
    pub members: usize,
    /// The invitations that are still good.
    pub invited: &'a [Invitation],
    /// The account that the address has already, with the kind of its organization.
    pub holder: Option<(&'a Account, OrganizationKind)>,
}

/// Who is invited, and as what.
#[derive(Debug, Clone)]
pub struct Invitee {
    email: Email,
    role: Role,
}

impl Invitee {
    /// Reads what a person typed.
    pub fn parse(email: &str, role: &str) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let email = fields.take("/email", Email::parse(email));
        let role = fields.take("/role", role_of(role));
        let (Some(email), Some(role)) = (email, role) else { return Err(fields) };
        Ok(Self { email, role })
    }

    /// The address that is invited.
    #[must_use]
    pub fn email(&self) -> &Email {
        &self.email
    }

    /// Invites, unless the address already has an account or the team is full.
    pub fn invite(
        self,
        id: InvitationId,
        actor: &Actor,
        team: &Team<'_>,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Invitation>, InvitationRefusal> {
        if actor.role < Role::Administrator {
            return Err(InvitationRefusal::NotManager);
        }
        if self.role > actor.role {
            return Err(InvitationRefusal::OwnersDecide);
        }
        if let Some((account, kind)) = team.holder {
            return Err(held(account, kind, actor));
        }
        if team.invited.iter().any(|invited| invited.email == self.email) {
            return Err(InvitationRefusal::AlreadyInvited);
        }
        if team.members + team.invited.len() >= TEAM_MAX {
            return Err(InvitationRefusal::TeamFull);
        }
        let fact = Fact::MemberInvited { invitation: id, organization: actor.organization };
        let invitation = Invitation {
            id,
            version: 1,
            organization: actor.organization,
            email: self.email,
            role: self.role,
            state: InvitationState::Open,
            invited_by: actor.account,
            created_at: now,
            expires_at: now + TimeDelta::days(limits.invitation_days.into()),
        };
        Ok(Change::new(invitation, fact))
    }
}

fn held(account: &Account, kind: OrganizationKind, actor: &Actor) -> InvitationRefusal {
    if actor.is_of(account.organization) {
        InvitationRefusal::AlreadyMember
    } else if kind == actor.kind {
        InvitationRefusal::EmailTaken
    } else {
        InvitationRefusal::EmailOfOtherKind
    }
}

fn role_of(word: &str) -> Result<Role, Explanation> {
    Role::from_word(word).ok_or_else(text::unknown_choice)
}

/// What an invited person typed.
#[derive(Debug, Clone, Default)]
pub struct NewcomerForm {
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// Any usual form of a phone number.
    pub phone: String,
    /// `fr` or `en`.
    pub language: String,
    /// The password.
    pub password: String,
    /// The version of the terms that was accepted.
    pub terms_version: String,
}

/// An invited person without a fault.
#[derive(Debug, Clone)]
pub struct Newcomer {
    given_name: String,
    family_name: String,
    phone: String,
    language: Language,
    /// To be hashed.
    pub password: String,
    terms_version: String,
}

impl Newcomer {
    /// Reads what a person typed; `email` is the address that was invited, if the link is good.
    pub fn parse(form: &NewcomerForm, email: Option<&Email>, terms: &str) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let given_name = fields.take("/given_name", text::line(&form.given_name, 80));
        let family_name = fields.take("/family_name", text::line(&form.family_name, 80));
        let phone =
            fields.take("/phone", Phone::parse(&form.phone).map_err(|error| error.explain()));
        let language = fields.take(
            "/language",
            Language::from_code(&form.language).ok_or_else(text::unknown_choice),
        );
        let own: Vec<&str> = email.map(Email::as_str).into_iter().collect();
        let password = fields.take("/password", passwords::parse(&form.password, &own));
        let terms_version = fields.take("/terms_version", accepted(&form.terms_version, terms));
        let (
            Some(given_name),
            Some(family_name),
            Some(phone),
            Some(language),
            Some(password),
            Some(terms_version),
        ) = (given_name, family_name, phone, language, password, terms_version)
        else {
            return Err(fields);
        };
        let phone = phone.to_string();
        Ok(Self { given_name, family_name, phone, language, password, terms_version })
    }
}

impl Invitation {
    /// Whether its link still works.
    pub fn is_good(&self, now: Instant) -> Result<(), AccountRefusal> {
        if self.state == InvitationState::Open && self.expires_at > now {
            return Ok(());
        }
        Err(AccountRefusal::LinkSpent)
    }

    /// The invited person joins; its account is active at once.
    pub fn accept(
        self,
        newcomer: Newcomer,
        id: AccountId,
        password_hash: String,
        ip: &str,
        now: Instant,
    ) -> Result<(Self, Change<Account>), AccountRefusal> {
        self.is_good(now)?;
        let account = Account {
            id,
            version: 1,
            organization: self.organization,
            role: self.role,
            email: self.email.clone(),
            password_hash,
            given_name: newcomer.given_name,
            family_name: newcomer.family_name,
            phone: newcomer.phone,
            language: newcomer.language,
            state: AccountState::Active,
            terms_version: newcomer.terms_version,
            terms_accepted_at: now,
            alerts: Alerts { tenders: true, messages: true },
            registered_ip: ip.to_owned(),
            created_at: now,
            activated_at: Some(now),
        };
        let fact = Fact::MemberJoined { account: id, organization: self.organization };
        Ok((Self { state: InvitationState::Accepted, ..self }, Change::new(account, fact)))
    }

    /// Takes it back.
    pub fn withdraw(self, actor: &Actor) -> Result<Self, InvitationRefusal> {
        if actor.role < Role::Administrator {
            return Err(InvitationRefusal::NotManager);
        }
        Ok(Self { state: InvitationState::Withdrawn, ..self })
    }
}

/// Why a wish about an invitation was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitationRefusal {
    /// Only an owner or an administrator invites.
    NotManager,
    /// Only an owner invites an owner.
    OwnersDecide,
    /// The address is a member's.
    AlreadyMember,
    /// The address has an invitation that is still good.
    AlreadyInvited,
    /// The address belongs to another organization of the same kind.
    EmailTaken,
    /// The address belongs to an organization of the other kind.
    EmailOfOtherKind,
    /// The team is as large as it may be.
    TeamFull,
}

impl Explain for InvitationRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NotManager => Explanation::new(
                "not_manager",
                "Seul un administrateur de votre organisation peut inviter.",
                "Only an administrator of your organization can invite.",
            ),
            Self::OwnersDecide => Explanation::new(
                "owners_decide",
                "Seul un propriétaire peut inviter un propriétaire.",
                "Only an owner can invite an owner.",
            ),
            Self::AlreadyMember => Explanation::new(
                "already_member",
                "Cette personne fait déjà partie de votre organisation.",
                "This person is already in your organization.",
            ),
            Self::AlreadyInvited => Explanation::new(
                "already_invited",
                "Une invitation est déjà en cours pour cette adresse ; retirez-la pour en envoyer une autre.",
                "This address already has an open invitation; withdraw it to send another.",
            ),
            Self::EmailTaken => Explanation::new(
                "email_taken",
                "Cette adresse appartient déjà au compte d’une autre organisation : invitez une autre adresse.",
                "This address already belongs to an account of another organization: invite another address.",
            ),
            Self::EmailOfOtherKind => Explanation::new(
                "email_of_other_kind",
                "Cette adresse appartient à un compte de l’autre type (client ou prestataire) ; une adresse ne sert qu’à un seul type de compte : invitez une autre adresse.",
                "This address belongs to an account of the other kind (client or provider); an address serves one kind only: invite another address.",
            ),
            Self::TeamFull => Explanation::new(
                "team_full",
                format!("Une organisation compte au plus {TEAM_MAX} membres et invitations."),
                format!("An organization has at most {TEAM_MAX} members and invitations."),
            ),
        }
    }
}
