//! « Supprimer mon compte »: the owner asks, the operator carries it out by hand, within a month.
//! The month is the law's: GDPR, article 12.
//!
//! Invariants: one open request for an organization; none while a lot is in work.

use chrono::TimeDelta;

use crate::{
    actor::Actor,
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{AccountId, DeletionRequestId, OrganizationId},
    limits::Limits,
    refusal::{Explain, Explanation},
    text, words,
    world::Instant,
};

words! {
    /// Where a request stands.
    pub enum DeletionState {
        /// Waits for the operator.
        Open = "open",
        /// The organization thought better of it.
        Withdrawn = "withdrawn",
        /// Everything is gone.
        CarriedOut = "carried_out",
    }

    /// What may be done about a request.
    pub enum DeletionAction {
        /// Take it back.
        Withdraw = "withdraw",
        /// Erase everything; the operator's.
        CarryOut = "carry_out",
    }
}

/// A wish to have an organization deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeletionRequest {
    /// Its id.
    pub id: DeletionRequestId,
    /// How often it was written.
    pub version: i32,
    /// What is to be deleted.
    pub organization: OrganizationId,
    /// Who asked.
    pub account: AccountId,
    /// Why; may be empty.
    pub reason: String,
    /// Where it stands.
    pub state: DeletionState,
    /// When it was filed.
    pub requested_at: Instant,
    /// Until when the operator carries it out.
    pub due_at: Instant,
    /// When it ended.
    pub decided_at: Option<Instant>,
    /// Who ended it.
    pub decided_by: Option<AccountId>,
}

/// A wish that was read: the warning was understood (S1-022).
#[derive(Debug, Clone)]
pub struct DeletionWish {
    reason: String,
}

impl DeletionWish {
    /// Reads what a person typed; `understood` acknowledges the warning.
    pub fn parse(understood: bool, reason: &str) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        if !understood {
            fields.refuse("/understood", warning());
        }
        let reason = fields.take("/reason", text::optional_paragraphs(reason, 2000));
        fields.check()?;
        Ok(Self { reason: reason.unwrap_or_default() })
    }

    /// Files it; `open` is whether one waits already, `in_work` how many lots are in work.
    pub fn file(
        self,
        id: DeletionRequestId,
        actor: &Actor,
        open: bool,
        in_work: i64,
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<DeletionRequest>, DeletionRefusal> {
        if open {
            return Err(DeletionRefusal::AlreadyRequested);
        }
        refuse_in_work(in_work)?;
        let fact = Fact::DeletionRequested { request: id, organization: actor.organization };
        let request = DeletionRequest {
            id,
            version: 1,
            organization: actor.organization,
            account: actor.account,
            reason: self.reason,
            state: DeletionState::Open,
            requested_at: now,
            due_at: now + TimeDelta::days(limits.deletion_days.into()),
            decided_at: None,
            decided_by: None,
        };
        Ok(Change::new(request, fact))
    }
}

impl DeletionRequest {
    /// Whether this person may do this.
    pub fn permits(&self, action: DeletionAction, actor: &Actor) -> Result<(), DeletionRefusal> {
        let allowed = match action {
            DeletionAction::Withdraw => {
                actor.is_of(self.organization) && actor.role == crate::actor::Role::Owner
            }
            DeletionAction::CarryOut => actor.is_operator(),
        };
        match (allowed, self.state) {
            (false, _) => Err(DeletionRefusal::NotOwner),
            (true, DeletionState::Open) => Ok(()),
            (true, DeletionState::Withdrawn | DeletionState::CarriedOut) => {
                Err(DeletionRefusal::Ended)
            }
        }
    }

    /// Takes it back.
    pub fn withdraw(self, actor: &Actor, now: Instant) -> Result<Change<Self>, DeletionRefusal> {
        self.permits(DeletionAction::Withdraw, actor)?;
        let fact = Fact::DeletionWithdrawn { request: self.id, organization: self.organization };
        Ok(self.ended(DeletionState::Withdrawn, actor, now, fact))
    }

    /// The operator has erased everything.
    pub fn carry_out(
        self,
        actor: &Actor,
        in_work: i64,
        now: Instant,
    ) -> Result<Change<Self>, DeletionRefusal> {
        self.permits(DeletionAction::CarryOut, actor)?;
        refuse_in_work(in_work)?;
        let fact = Fact::DeletionCarriedOut { request: self.id, organization: self.organization };
        Ok(self.ended(DeletionState::CarriedOut, actor, now, fact))
    }

    fn ended(self, state: DeletionState, actor: &Actor, now: Instant, fact: Fact) -> Change<Self> {
        let decided = (Some(now), Some(actor.account));
        let after = Self { state, decided_at: decided.0, decided_by: decided.1, ..self };
        Change::new(after, fact)
    }
}

fn refuse_in_work(in_work: i64) -> Result<(), DeletionRefusal> {
    if in_work > 0 { Err(DeletionRefusal::LotsInWork { count: in_work }) } else { Ok(()) }
}

fn warning() -> Explanation {
    Explanation::new(
        "warning_not_understood",
        "La suppression est irréversible : vous perdez toutes vos données, l’historique de vos messages et la présence de vos appels d’offres dans les moteurs de recherche. Confirmez que vous l’avez compris.",
        "Deletion is irreversible: you lose all your data, your message history and the presence of your tenders in search engines. Confirm that you understand.",
    )
}

/// Why a wish about a deletion was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeletionRefusal {
    /// Only an owner takes a request back.
    NotOwner,
    /// One waits already.
    AlreadyRequested,
    /// It ended.
    Ended,
    /// Money is kept for its orders, owed to it or on its way to it.
    MoneyHeld,
    /// Missions run.
    LotsInWork {
        /// How many.
        count: i64,
    },
}

impl Explain for DeletionRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NotOwner => Explanation::new(
                "not_owner",
                "Seul un propriétaire de l’organisation peut faire cela.",
                "Only an owner of the organization can do this.",
            ),
            Self::AlreadyRequested => Explanation::new(
                "deletion_already_requested",
                "Une demande de suppression est déjà en cours.",
                "There is already an open deletion request.",
            ),
            Self::Ended => Explanation::new(
                "deletion_request_ended",
                "Cette demande de suppression est terminée.",
                "This deletion request has ended.",
            ),
            Self::MoneyHeld => Explanation::new(
                "deletion_money_held",
                "De l’argent est conservé pour vos commandes, vous est dû ou est en route : attendez qu’il soit arrivé.",
                "Money is held for your orders, owed to you or on its way: wait until it has arrived.",
            ),
            Self::LotsInWork { count } => Explanation::new(
                "lots_in_work",
                format!(
                    "Terminez d’abord les prestations en travail ({count}) : « Mission terminée » ou attendez leur fin."
                ),
                format!("End the missions in work first ({count})."),
            ),
        }
    }
}
