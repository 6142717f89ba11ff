//! What is not over between a client and a provider.

use diesel::prelude::*;
use estrade_domain::{
    ids::OrganizationId,
    lots::LotStatus,
    offers::{Answers, Deal, OfferState},
};

use super::{
    lists::{Found, Mine},
    rows::{CallRow, Row, VersionRow},
};
use crate::{
    Conn, Error, lots,
    schema::{events, lots as lot_rows, offer_versions, offers, tenders},
};

/// The offers of a provider to a client that are live, and its missions for it that are in work, the latest
/// first. They are as many as their lots.
pub fn open_between(
    conn: &mut Conn,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<Vec<Mine>, Error> {
    let live = OfferState::those(OfferState::is_live).map(OfferState::as_str);
    let in_work = offers::state
        .eq(OfferState::Accepted.as_str())
        .and(lot_rows::state.eq(LotStatus::InWork.as_str()));
    let rows: Vec<Found> = offers::table
        .inner_join(offer_versions::table.on(
            offer_versions::offer_id.eq(offers::id).and(offer_versions::number.eq(offers::number)),
        ))
        .inner_join(lot_rows::table.on(offers::lot_id.eq(lot_rows::id.nullable())))
        .inner_join(tenders::table.on(offers::tender_id.eq(tenders::id.nullable())))
        .inner_join(events::table.on(events::id.eq(tenders::event_id)))
        .filter(offers::provider_id.eq(provider.to_string()))
        .filter(offers::client_id.eq(client.to_string()))
        .filter(offers::state.eq_any(live).or(in_work))
        .order((offers::created_at.desc(), offers::id.desc()))
        .select((
            Row::as_select(),
            VersionRow::as_select(),
            lots::Row::as_select(),
            CallRow::as_select(),
            (tenders::slug, events::title, events::town),
        ))
        .load(conn)?;
    rows.into_iter().map(Mine::try_from).collect()
}

impl TryFrom<Found> for Mine {
    type Error = Error;

    fn try_from((row, version, lot, call, (slug, title, town)): Found) -> Result<Self, Error> {
        let offer = row.with(version)?;
        let Answers::Lot { tender, .. } = offer.answers else { return Err(Error::NotFound) };
        let call = call.call(tender)?;
        // A review is its client's to write: none of the provider's actions asks for it.
        let deal = Deal { offer, lot: lot.try_into()?, call, review: None };
        Ok(Self { deal, slug, title, town })
    }
}
