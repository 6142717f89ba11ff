//! Missions that cannot go on by themselves: a side is gone, or the event was long ago. They wait for the
//! operator.

use diesel::{
    dsl::{exists, not, sql},
    prelude::*,
    sql_types::Bool,
};
use estrade_domain::{
    ids::LotId,
    offers::{Deal, OfferRefusal, Settlement},
    orders::Order,
    organizations::{Organization, OrganizationState},
    tenders::{OVERDUE_AFTER, UNDATED},
    world::Instant,
};

use crate::{
    Conn, Error, lots, offers, orders, organizations,
    page::{Slice, Window},
    schema::{
        events, lots as lot_rows, order_milestones, orders as order_rows, organizations as parties,
        tenders,
    },
};

/// A mission with its two sides.
#[derive(Debug, Clone)]
pub struct Mission {
    /// The lot and the offer it was given to.
    pub deal: Deal,
    /// The mission.
    pub order: Order,
    /// Who asked.
    pub client: Organization,
    /// Who offered.
    pub provider: Organization,
}

/// A place in the list: when the mission began, and its lot.
pub type Place = (i64, String);

/// The mission of a lot.
pub fn get(conn: &mut Conn, lot: LotId) -> Result<Mission, Error> {
    let award = lots::get(conn, lot)?.state.award().copied().ok_or(OfferRefusal::NotInWork)?;
    let deal = offers::complete(conn, award.offer)?;
    let order = orders::of_lot(conn, lot)?.ok_or(OfferRefusal::NotInWork)?;
    Ok(Mission {
        order,
        client: organizations::get(conn, deal.offer.client)?,
        provider: organizations::get(conn, deal.offer.provider)?,
        deal,
    })
}

/// A lot in work, settled between its two sides and not disputed, whose client or provider is gone, or whose event was
/// long ago.
macro_rules! stuck {
    ($now:expr) => {{
        let now: Instant = $now;
        let day = (now - OVERDUE_AFTER).date_naive().to_string();
        let published_by = (now - UNDATED - OVERDUE_AFTER).timestamp_millis();
        let open = OrganizationState::Open.as_str();
        let client = parties::table
            .filter(parties::id.eq(lot_rows::organization_id))
            .filter(parties::state.ne(open));
        let provider = parties::table
            .filter(parties::id.nullable().eq(lot_rows::provider_id))
            .filter(parties::state.ne(open));
        let long_ago = tenders::table
            .inner_join(events::table.on(events::id.eq(tenders::event_id)))
            .filter(tenders::id.eq(lot_rows::tender_id))
            .filter(events::day.lt(day));
        let undated = tenders::table
            .inner_join(events::table.on(events::id.eq(tenders::event_id)))
            .filter(tenders::id.eq(lot_rows::tender_id))
            .filter(events::day.is_null())
            .filter(tenders::published_at.le(published_by));
        let disputed = order_milestones::table
            .inner_join(order_rows::table.on(order_rows::id.eq(order_milestones::order_id)))
            .filter(order_rows::lot_id.eq(lot_rows::id.nullable()))
            .filter(order_milestones::state.eq("disputed"));
        lot_rows::table
            // The words of a partial index.
            .filter(sql::<Bool>("lots.state = 'in_work'"))
            .filter(lot_rows::settlement.eq(Settlement::Direct.as_str()))
            .filter(not(exists(disputed)))
            .filter(exists(client).or(exists(provider)).or(exists(long_ago)).or(exists(undated)))
    }};
}

/// The missions that the operator may end, those of longest standing first.
pub fn stuck(
    conn: &mut Conn,
    now: Instant,
    window: &Window<Place>,
) -> Result<Slice<Mission>, Error> {
    let mut query = stuck!(now)
        .order((lot_rows::started_at, lot_rows::id))
        .limit(window.fetch())
        .select(lot_rows::id)
        .into_boxed();
    if let Some((started_at, id)) = &window.after {
        let same_moment = lot_rows::started_at.eq(*started_at).and(lot_rows::id.gt(id.clone()));
        query =
            query.filter(lot_rows::started_at.gt(*started_at).or(same_moment).assume_not_null());
    }
    let ids: Vec<String> = query.load(conn)?;
    let Slice { items, more } = window.cut(ids);
    let missions = items.iter().map(|id| {
        let lot = id.parse().map_err(|_| Error::corrupt("lots", id))?;
        get(conn, lot)
    });
    Ok(Slice { items: missions.collect::<Result<_, _>>()?, more })
}

/// How many of them there are.
pub fn count_stuck(conn: &mut Conn, now: Instant) -> Result<i64, Error> {
    Ok(stuck!(now).count().get_result(conn)?)
}
