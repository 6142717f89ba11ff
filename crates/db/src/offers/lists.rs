//! Lists of offers: the comparison of a lot, a provider's own offers, the versions of one.

use diesel::prelude::*;
use estrade_domain::{
    ids::{LotId, OfferId, OrganizationId},
    lots::LotStatus,
    offers::{Deal, Offer, OfferState, OfferVersion},
    words,
};

use super::rows::{CallRow, Row, VersionRow};
use crate::{
    Conn, Error, lots,
    page::{Slice, Window},
    schema::{events, lots as lot_rows, offer_versions, offers, organizations, tenders},
};

/// A place in a list: when the provider applied, and the id of its offer.
pub type Place = (i64, String);

words! {
    /// « Mes évènements » of a provider.
    pub enum MyTab {
        /// Applied, not chosen.
        Applied = "applied",
        /// Chosen: to confirm.
        Chosen = "chosen",
        /// « Prestations en travail ».
        InWork = "in_work",
        /// « Réalisées & clôturées ».
        Done = "done",
        /// Nothing came of it.
        Ended = "ended",
    }
}

/// A provider that applied, as a client compares it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = organizations)]
pub struct Rival {
    /// Its id.
    pub id: String,
    /// Its pseudo.
    pub handle: String,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// Its département.
    pub departement: String,
    /// What it is before the law.
    pub legal_kind: String,
    /// The sum of its notes.
    pub rating_sum: i32,
    /// How many reviews it has.
    pub rating_count: i32,
    /// How often it was asked to confirm.
    pub asked_count: i32,
    /// How often it answered.
    pub answered_count: i32,
}

/// An offer of mine with what it answers.
#[derive(Debug, Clone)]
pub struct Mine {
    /// The offer and its lot.
    pub deal: Deal,
    /// What stands in the URL of its tender.
    pub slug: String,
    /// What the client calls its event.
    pub title: String,
    /// Its town.
    pub town: String,
}

/// A provider, as a client compares it.
pub fn rival(conn: &mut Conn, provider: OrganizationId) -> Result<Rival, Error> {
    let found = organizations::table.find(provider.to_string());
    Ok(found.select(Rival::as_select()).first(conn)?)
}

macro_rules! with_version {
    () => {
        offers::table.inner_join(offer_versions::table.on(
            offer_versions::offer_id.eq(offers::id).and(offer_versions::number.eq(offers::number)),
        ))
    };
}

/// The offers for a lot that stand in one of these states, with who made them, the earliest first.
pub fn of_lot(
    conn: &mut Conn,
    lot: LotId,
    states: &[OfferState],
    window: &Window<Place>,
) -> Result<Slice<(Offer, Rival)>, Error> {
    let mut query = with_version!()
        .inner_join(organizations::table.on(organizations::id.eq(offers::provider_id)))
        .filter(offers::lot_id.eq(lot.to_string()))
        .filter(offers::state.eq_any(states.iter().map(|state| state.as_str())))
        .order((offers::created_at, offers::id))
        .limit(window.fetch())
        .select((Row::as_select(), VersionRow::as_select(), Rival::as_select()))
        .into_boxed();
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(offers::created_at.ge(*created_at))
            .filter(offers::created_at.gt(*created_at).or(offers::id.gt(id)));
    }
    let rows: Vec<(Row, VersionRow, Rival)> = query.load(conn)?;
    let offers: Result<Vec<_>, Error> =
        rows.into_iter().map(|(row, version, rival)| Ok((row.with(version)?, rival))).collect();
    Ok(window.cut(offers?))
}

/// An offer of mine as it is read.
pub(super) type Found = (Row, VersionRow, lots::Row, CallRow, (String, String, String));

/// The offers of a provider that stand somewhere, the latest first.
pub fn of_provider(
    conn: &mut Conn,
    provider: OrganizationId,
    tab: MyTab,
    window: &Window<Place>,
) -> Result<Slice<Mine>, Error> {
    let mut query = with_version!()
        .inner_join(lot_rows::table.on(offers::lot_id.eq(lot_rows::id.nullable())))
        .inner_join(tenders::table.on(offers::tender_id.eq(tenders::id.nullable())))
        .inner_join(events::table.on(events::id.eq(tenders::event_id)))
        .filter(offers::provider_id.eq(provider.to_string()))
        .filter(offers::state.eq_any(states(tab).iter().map(|state| state.as_str())))
        .order((offers::created_at.desc(), offers::id.desc()))
        .limit(window.fetch())
        .select((
            Row::as_select(),
            VersionRow::as_select(),
            lots::Row::as_select(),
            CallRow::as_select(),
            (tenders::slug, events::title, events::town),
        ))
        .into_boxed();
    query = match tab {
        MyTab::InWork => query.filter(lot_rows::state.eq(LotStatus::InWork.as_str())),
        MyTab::Done => query.filter(lot_rows::state.eq(LotStatus::Done.as_str())),
        MyTab::Applied | MyTab::Chosen | MyTab::Ended => query,
    };
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(offers::created_at.le(*created_at))
            .filter(offers::created_at.lt(*created_at).or(offers::id.lt(id)));
    }
    let rows: Vec<Found> = query.load(conn)?;
    let mine: Result<Vec<Mine>, Error> = rows.into_iter().map(Mine::try_from).collect();
    Ok(window.cut(mine?))
}

fn states(tab: MyTab) -> &'static [OfferState] {
    match tab {
        MyTab::Applied => &[OfferState::Sent, OfferState::ToReconfirm],
        MyTab::Chosen => &[OfferState::Chosen],
        MyTab::InWork | MyTab::Done => &[OfferState::Accepted],
        MyTab::Ended => &[
            OfferState::Declined,
            OfferState::Withdrawn,
            OfferState::Expired,
            OfferState::Ended,
            OfferState::Cancelled,
        ],
    }
}

/// All versions of an offer, the newest first.
pub fn versions(
    conn: &mut Conn,
    offer: OfferId,
    window: &Window<i32>,
) -> Result<Slice<OfferVersion>, Error> {
    let mut query = offer_versions::table
        .filter(offer_versions::offer_id.eq(offer.to_string()))
        .order(offer_versions::number.desc())
        .limit(window.fetch())
        .select(VersionRow::as_select())
        .into_boxed();
    if let Some(number) = window.after {
        query = query.filter(offer_versions::number.lt(number));
    }
    let rows: Vec<VersionRow> = query.load(conn)?;
    let versions: Result<Vec<_>, Error> = rows.into_iter().map(OfferVersion::try_from).collect();
    Ok(window.cut(versions?))
}

impl Mine {
    /// Its place in the list.
    #[must_use]
    pub fn place(&self) -> Place {
        (self.deal.offer.created_at.timestamp_millis(), self.deal.offer.id.to_string())
    }
}
