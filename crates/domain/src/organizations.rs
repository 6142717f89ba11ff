//! The parties of the marketplace: clients (« porteurs de projet »), providers (« prestataires »), the operator.
//!
//! Invariants: the kind and the handle never change; a provider has a SIRET unless it is paid by CESU,
//! and an intra-EU VAT number unless it is exempt.

mod leave;
mod plans;
mod refusals;
mod sanctions;
mod sheets;
mod showcase;

pub use plans::PLAN_MONTHS_MAX;
pub use refusals::OrganizationRefusal;
pub use sanctions::{CorrectionForm, OperatorAction};
pub use sheets::{PRESENTATION_MAX, SheetForm, secondary_trades_max};
pub(crate) use sheets::{TypedNumbers, address, numbers, secondary_trades_need_vip_plus};
pub use showcase::{Network, Project, Showcase, WrittenProject};

use crate::{
    actor::{Actor, OrganizationKind, Role},
    change::Change,
    departements,
    facts::Fact,
    fields::Fields,
    ids::OrganizationId,
    refusal::Explanation,
    text::{self, Handle},
    trades, words,
    world::Instant,
};

words! {
    /// What a client or a provider is before the law.
    pub enum LegalKind {
        /// A client: a private person.
        PrivatePerson = "private_person",
        /// A client: an association.
        Association = "association",
        /// A client: a town hall.
        TownHall = "town_hall",
        /// A company: a client that organizes, or a provider.
        Company = "company",
        /// A client: a département, a region or another public body.
        PublicBody = "public_body",
        /// A provider: an auto-entrepreneur.
        SoleTrader = "sole_trader",
        /// A provider: an independent paid by Chèque Emploi Service Universel.
        Cesu = "cesu",
    }

    /// Whether an organization takes part.
    pub enum OrganizationState {
        /// It does.
        Open = "open",
        /// The operator closed it.
        Closed = "closed",
        /// Its data was erased at its own wish.
        Erased = "erased",
    }

    /// What its people may do to an organization.
    pub enum OrganizationAction {
        /// Change its sheet.
        Edit = "edit",
        /// Take the plan FREE.
        SubscribeFree = "subscribe_free",
        /// Pay for VIP+, for the first time or to prolong it.
        BuyPlan = "buy_plan",
        /// Provider: go on leave.
        Pause = "pause",
        /// Provider: be back.
        Resume = "resume",
        /// Ask for its deletion.
        RequestDeletion = "request_deletion",
    }

    /// The two levels of a provider's subscription.
    pub enum Plan {
        /// Listed, and told of tenders.
        Free = "free",
        /// May answer them.
        VipPlus = "vip_plus",
    }
}

impl LegalKind {
    /// Whether an organization of this kind can be it.
    #[must_use]
    pub fn fits(self, kind: OrganizationKind) -> bool {
        match kind {
            OrganizationKind::Client => matches!(
                self,
                Self::PrivatePerson
                    | Self::Association
                    | Self::TownHall
                    | Self::Company
                    | Self::PublicBody
            ),
            OrganizationKind::Provider => {
                matches!(self, Self::Company | Self::SoleTrader | Self::Cesu)
            }
            OrganizationKind::Operator => self == Self::Company,
        }
    }
}

/// The main trade and up to five secondary ones.
pub const TRADES_MAX: usize = 6;

/// Where an organization is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Number and street.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Département code.
    pub departement: String,
}

/// What a provider does and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Area {
    /// Its trades, the main one first.
    pub trades: Vec<String>,
    /// The départements it serves; empty when it serves the whole of France.
    pub departements: Vec<String>,
    /// Whether it serves the whole of France.
    pub france_wide: bool,
}

impl Area {
    /// At least one trade; up to so many départements or the whole of France, not both.
    pub fn parse(
        trades: &[String],
        departements: &[String],
        france_wide: bool,
        departements_max: u32,
    ) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        if trades.is_empty() {
            fields.refuse("/trades", text::missing());
        }
        if trades.len() > TRADES_MAX {
            fields.refuse(
                "/trades",
                Explanation::new(
                    "too_many_trades",
                    format!("Choisissez au plus {TRADES_MAX} métiers."),
                    format!("Choose at most {TRADES_MAX} trades."),
                ),
            );
        }
        for (place, trade) in trades.iter().enumerate() {
            if trades::find(trade).is_none() || trades[..place].contains(trade) {
                fields.refuse(format!("/trades/{place}"), text::unknown_choice());
            }
        }
        match (departements.is_empty(), france_wide) {
            (true, false) => fields.refuse("/departements", text::missing()),
            (false, true) => fields.refuse(
                "/departements",
                Explanation::new(
                    "area_ambiguous",
                    "Choisissez des départements ou la France entière, pas les deux.",
                    "Choose départements or the whole of France, not both.",
                ),
            ),
            _ => {}
        }
        if u32::try_from(departements.len()).is_ok_and(|count| count > departements_max) {
            fields.refuse(
                "/departements",
                Explanation::new(
                    "too_many_departements",
                    format!(
                        "Choisissez au plus {departements_max} départements, ou la France entière."
                    ),
                    format!(
                        "Choose at most {departements_max} départements, or the whole of France."
                    ),
                ),
            );
        }
        for (place, code) in departements.iter().enumerate() {
            if departements::find(code).is_none() || departements[..place].contains(code) {
                fields.refuse(format!("/departements/{place}"), text::unknown_choice());
            }
        }
        fields.check()?;
        Ok(Self { trades: trades.to_vec(), departements: departements.to_vec(), france_wide })
    }
}

/// A provider's subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subscription {
    /// Which plan.
    pub plan: Plan,
    /// When it ends; FREE has no end.
    pub until: Option<Instant>,
}

impl Subscription {
    /// The plan in force at a moment: VIP+ falls back to FREE when it has ended.
    #[must_use]
    pub fn plan_at(self, now: Instant) -> Plan {
        match self.until {
            Some(until) if until <= now => Plan::Free,
            _ => self.plan,
        }
    }
}

/// A party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// Client, provider or operator; never changes.
    pub kind: OrganizationKind,
    /// The pseudo; never changes.
    pub handle: Handle,
    /// The name people know it by.
    pub name: String,
    /// What it is before the law.
    pub legal_kind: LegalKind,
    /// 14 digits; absent for a CESU independent and for clients without one.
    pub siret: Option<String>,
    /// Intra-EU VAT number.
    pub vat_number: Option<String>,
    /// « Non assujetti à la TVA ».
    pub vat_exempt: bool,
    /// Where it is.
    pub address: Address,
    /// E.164.
    pub phone: String,
    /// Its own site.
    pub website: Option<String>,
    /// What it says of itself on its sheet.
    pub presentation: String,
    /// What a provider shows of its work, whatever its plan gives of it now.
    pub showcase: Showcase,
    /// A provider's trades, the main one first.
    pub trades: Vec<String>,
    /// The départements a provider serves; empty when it serves the whole of France.
    pub departements: Vec<String>,
    /// A provider that serves the whole of France.
    pub france_wide: bool,
    /// A provider on leave.
    pub paused: bool,
    /// A provider's plan; none before its first subscription.
    pub subscription: Option<Subscription>,
    /// Whether it takes part.
    pub state: OrganizationState,
    /// When it registered.
    pub created_at: Instant,
}

impl Organization {
    /// The plan in force at a moment: VIP+ falls back to FREE when it has ended.
    #[must_use]
    pub fn plan_at(&self, now: Instant) -> Option<Plan> {
        self.subscription.map(|subscription| subscription.plan_at(now))
    }

    /// Whether it works in this trade and in this département (S1-061, S1-062).
    #[must_use]
    pub fn serves(&self, trade: &str, departement: &str) -> bool {
        self.trades.iter().any(|known| known == trade)
            && (self.france_wide || self.departements.iter().any(|known| known == departement))
    }

    /// VIP+ has ended: it is on FREE again (S1-131). None when nothing has ended.
    #[must_use]
    pub fn lapse(self, now: Instant) -> Option<Change<Self>> {
        let ended = self.subscription?.until? <= now;
        let fact = Fact::PlanLapsed { organization: self.id };
        let free = Subscription { plan: Plan::Free, until: None };
        ended.then(|| {
            let after = Self { subscription: Some(free), ..self };
            Change::new(after, fact)
        })
    }

    /// Whether it takes part.
    pub fn is_open(&self) -> Result<(), OrganizationRefusal> {
        match self.state {
            OrganizationState::Open => Ok(()),
            OrganizationState::Closed | OrganizationState::Erased => {
                Err(OrganizationRefusal::Closed)
            }
        }
    }

    /// Whether this person may do this to its organization now.
    pub fn permits(
        &self,
        action: OrganizationAction,
        actor: &Actor,
        now: Instant,
    ) -> Result<(), OrganizationRefusal> {
        self.is_open()?;
        if !self.is_managed_by(actor) {
            return Err(OrganizationRefusal::NotManager);
        }
        match action {
            OrganizationAction::Edit => Ok(()),
            OrganizationAction::Pause | OrganizationAction::Resume => self.permits_leave(action),
            OrganizationAction::SubscribeFree => {
                self.takes_plans()?;
                match self.plan_at(now) {
                    Some(Plan::VipPlus) => Err(OrganizationRefusal::PlanRuns {
                        until: self.subscription.and_then(|subscription| subscription.until),
                    }),
                    Some(Plan::Free) => Err(OrganizationRefusal::AlreadyOnFree),
                    None => Ok(()),
                }
            }
            OrganizationAction::BuyPlan => self.takes_plans(),
            OrganizationAction::RequestDeletion => {
                if actor.role < Role::Owner {
                    return Err(OrganizationRefusal::NotOwner);
                }
                if self.kind == OrganizationKind::Operator {
                    return Err(OrganizationRefusal::OperatorStays);
                }
                Ok(())
            }
        }
    }

    /// Whether this person may manage the organization's sheet and members.
    #[must_use]
    pub fn is_managed_by(&self, actor: &Actor) -> bool {
        actor.is_of(self.id) && actor.role >= Role::Administrator
    }
}
