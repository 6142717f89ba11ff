//! A provider's leave: its services are off the shelf and no tender is told to it, while what it has begun
//! goes on (S2-043, A-34).

use super::{Organization, OrganizationAction, OrganizationRefusal};
use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    facts::Fact,
    world::Instant,
};

impl Organization {
    /// Goes on leave.
    pub fn pause(self, actor: &Actor, now: Instant) -> Result<Change<Self>, OrganizationRefusal> {
        self.permits(OrganizationAction::Pause, actor, now)?;
        let fact = Fact::OrganizationPaused { organization: self.id };
        Ok(Change::new(Self { paused: true, ..self }, fact))
    }

    /// Is back.
    pub fn resume(self, actor: &Actor, now: Instant) -> Result<Change<Self>, OrganizationRefusal> {
        self.permits(OrganizationAction::Resume, actor, now)?;
        let fact = Fact::OrganizationResumed { organization: self.id };
        Ok(Change::new(Self { paused: false, ..self }, fact))
    }

    pub(super) fn permits_leave(
        &self,
        action: OrganizationAction,
    ) -> Result<(), OrganizationRefusal> {
        match (self.kind, action, self.paused) {
            (OrganizationKind::Client | OrganizationKind::Operator, ..) => {
                Err(OrganizationRefusal::LeaveOfProviders)
            }
            (_, OrganizationAction::Pause, true) => Err(OrganizationRefusal::AlreadyPaused),
            (_, OrganizationAction::Resume, false) => Err(OrganizationRefusal::NotPaused),
            _ => Ok(()),
        }
    }
}
