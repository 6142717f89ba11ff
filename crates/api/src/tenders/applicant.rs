//! Whether the provider that reads a tender may apply to its lots: the same guard as the application's.

use estrade_db::{Conn, Error, organizations};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    language::Language,
    lots::Lot,
    offers::{Application, Call, OfferRefusal, OfferState},
    organizations::Organization,
    refusal::Explain,
    tenders::Tender,
    world::Instant,
};

use super::views::{BlockedView, Reader};

const APPLY: &str = "apply";

/// A provider that reads a tender.
pub(super) struct Applicant {
    actor: Actor,
    provider: Organization,
    call: Call,
    language: Language,
    now: Instant,
}

impl Applicant {
    /// None unless the reader is a provider.
    pub(super) fn of(
        conn: &mut Conn,
        tender: &Tender,
        reader: &Reader,
    ) -> Result<Option<Self>, Error> {
        let Some(actor) = reader.actor.filter(|actor| actor.kind == OrganizationKind::Provider)
        else {
            return Ok(None);
        };
        Ok(Some(Self {
            provider: organizations::get(conn, actor.organization)?,
            call: Call::from(tender),
            language: reader.language,
            now: reader.now,
            actor,
        }))
    }

    /// What it may do with a lot, and why not. `made` is where its own offer stands.
    pub(super) fn may(
        &self,
        lot: &Lot,
        made: Option<&str>,
    ) -> (Vec<&'static str>, Vec<BlockedView>) {
        let made = made.and_then(OfferState::from_word);
        if made.is_some_and(|state| state.is_live() || state == OfferState::Accepted) {
            return (Vec::new(), Vec::new());
        }
        let (provider, call) = (&self.provider, &self.call);
        let application = Application { lot, call, provider, earlier: None };
        match application.permits(&self.actor, self.now) {
            Ok(()) => (vec![APPLY], Vec::new()),
            // Of a lot that takes no more offers its status says enough.
            Err(OfferRefusal::LotClosed) => (Vec::new(), Vec::new()),
            Err(refusal) => {
                let blocked = BlockedView::new(APPLY, &refusal.explain(), self.language);
                (Vec::new(), vec![blocked])
            }
        }
    }
}
