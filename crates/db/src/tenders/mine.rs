//! « Mes évènements »: a client's own tenders, drafts and history included, latest first.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use estrade_domain::{
    ids::OrganizationId,
    lots::LotStatus,
    tenders::{Tender, TenderStatus},
};

use super::{Row, complete_all};
use crate::{
    Conn, Error,
    page::{Slice, Window},
    schema::{lots, tenders},
};

/// A place in the list: when it was begun, and its id.
pub type Place = (i64, String);

/// Some lot of the tender stands there.
macro_rules! some_lot {
    ($status:ident) => {
        exists(
            lots::table
                .filter(lots::tender_id.eq(tenders::id))
                .filter(lots::state.eq(LotStatus::$status.as_str())),
        )
    };
}

/// The tenders of a client, of one status or all.
pub fn of_client(
    conn: &mut Conn,
    client: OrganizationId,
    status: Option<TenderStatus>,
    window: &Window<Place>,
) -> Result<Slice<Tender>, Error> {
    let mut query = tenders::table
        .filter(tenders::organization_id.eq(client.to_string()))
        .order((tenders::created_at.desc(), tenders::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(tenders::created_at.le(*created_at))
            .filter(tenders::created_at.lt(*created_at).or(tenders::id.lt(id)));
    }
    // The order of precedence of `Tender::status`; a test compares the two.
    query = match status {
        None => query,
        Some(TenderStatus::Draft) => query.filter(tenders::published_at.is_null()),
        Some(TenderStatus::Closed) => query.filter(tenders::closed_at.is_not_null()),
        Some(live) => {
            query = query
                .filter(tenders::published_at.is_not_null())
                .filter(tenders::closed_at.is_null());
            match live {
                TenderStatus::Open => query.filter(some_lot!(Open)),
                TenderStatus::Awaiting => {
                    query.filter(not(some_lot!(Open))).filter(some_lot!(Chosen))
                }
                TenderStatus::InWork => query
                    .filter(not(some_lot!(Open)))
                    .filter(not(some_lot!(Chosen)))
                    .filter(some_lot!(InWork)),
                _ => query
                    .filter(not(some_lot!(Open)))
                    .filter(not(some_lot!(Chosen)))
                    .filter(not(some_lot!(InWork))),
            }
        }
    };
    let rows = query.load(conn)?;
    let tenders = complete_all(conn, rows)?;
    Ok(window.cut(tenders))
}
