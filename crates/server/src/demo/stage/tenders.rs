//! Scenes of the tenders: drafted, published, revised, hidden, closed.

use chrono::NaiveDate;
use estrade_db::{Error, matching, tenders};
use estrade_domain::tenders::{
    CloseReason, Edit, PublicationCap, Tender, TenderAction, parse_lots,
};

use super::Stage;
use crate::{config::Fault, demo::plots::Plot};

impl Stage {
    pub(super) async fn begin(
        &mut self,
        tender: usize,
        plot: Plot,
        today: NaiveDate,
    ) -> Result<(), Fault> {
        let actor = self.actor(&plot.client)?;
        let (sketch, lots) = (plot.sketch(today), plot.lot_sketches());
        let id = self
            .write(move |tx| {
                let occasion = sketch.parse(tx.now())?;
                let (id, event, now) = (tx.id(), tx.id(), tx.now());
                let blank = Tender::begin(&actor, id, event, occasion, now)?;
                let edit = Edit { lots: Some(parse_lots(&lots)?), ..Edit::default() };
                let edited = blank.edit(&actor, edit, &[], now, || tx.id())?;
                tenders::insert(tx, &edited.change.after)?;
                Ok(id)
            })
            .await?;
        self.tenders.insert(tender, (id, plot));
        Ok(())
    }

    pub(super) async fn publish(&self, tender: usize) -> Result<(), Fault> {
        let (id, plot) = self.tender(tender)?;
        let actor = self.actor(&plot.client)?;
        self.write(move |tx| {
            let draft = tenders::get(tx, id)?;
            let change = draft.clone().publish(&actor, 0, PublicationCap::default(), tx.now())?;
            tenders::record(tx, &actor, &draft, change).map(drop)
        })
        .await
    }

    pub(super) async fn revise_tender(&self, tender: usize, guests: i32) -> Result<(), Fault> {
        let (id, plot) = self.tender(tender)?;
        let actor = self.actor(&plot.client)?;
        self.write(move |tx| {
            let before = tenders::get(tx, id)?;
            let mut occasion = before.event.occasion.clone();
            occasion.guests = Some(guests);
            let edit = Edit { occasion: Some(occasion), ..Edit::default() };
            let edited = before.clone().edit(&actor, edit, &[], tx.now(), || tx.id())?;
            tenders::record_edit(tx, &actor, &before, edited).map(drop)
        })
        .await
    }

    pub(super) async fn close(
        &self,
        tender: usize,
        reason: &str,
        note: String,
    ) -> Result<(), Fault> {
        let (id, plot) = self.tender(tender)?;
        let actor = self.actor(&plot.client)?;
        let reason = CloseReason::from_word(reason).ok_or("no such reason")?;
        self.write(move |tx| {
            let before = tenders::get(tx, id)?;
            let change = before.clone().close(&actor, reason, note.clone(), tx.now())?;
            tenders::record(tx, &actor, &before, change).map(drop)
        })
        .await
    }

    pub(super) async fn hide(&self, tender: usize, who: &str) -> Result<(), Fault> {
        let (id, _) = self.tender(tender)?;
        let actor = self.actor(who)?;
        self.write(move |tx| {
            tenders::get(tx, id)?.permits(TenderAction::Hide, &actor).map_err(Error::from)?;
            matching::hide(tx, actor.organization, id)
        })
        .await
    }
}
