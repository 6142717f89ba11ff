//! « Rendre cette offre invisible » (S1-067): for one provider only.

use diesel::prelude::*;
use estrade_domain::ids::{OrganizationId, TenderId};

use crate::{
    Conn, Error, Tx,
    listings::{ANY, Card, Key, Row},
    page::{Slice, Window},
    schema::{hidden_tenders, tender_listings},
};

/// Whether a provider hid a tender.
pub fn is_hidden(
    conn: &mut Conn,
    provider: OrganizationId,
    tender: TenderId,
) -> Result<bool, Error> {
    let row: Option<i64> = hidden_tenders::table
        .find((provider.to_string(), tender.to_string()))
        .select(hidden_tenders::hidden_at)
        .first(conn)
        .optional()?;
    Ok(row.is_some())
}

/// Takes a tender out of a provider's list; hiding it again changes nothing.
pub fn hide(tx: &mut Tx<'_>, provider: OrganizationId, tender: TenderId) -> Result<(), Error> {
    if is_hidden(tx, provider, tender)? {
        return Ok(());
    }
    let now = tx.now().timestamp_millis();
    diesel::insert_into(hidden_tenders::table)
        .values((
            hidden_tenders::organization_id.eq(provider.to_string()),
            hidden_tenders::tender_id.eq(tender.to_string()),
            hidden_tenders::hidden_at.eq(now),
        ))
        .execute(&mut **tx)
        // Two clicks at once: the second is tried again and finds it hidden.
        .map_err(|error| match Error::from(error) {
            error if error.is_duplicate() => Error::Stale,
            error => error,
        })?;
    Ok(())
}

/// Takes it back into the list.
pub fn unhide(tx: &mut Tx<'_>, provider: OrganizationId, tender: TenderId) -> Result<(), Error> {
    let row = hidden_tenders::table
        .filter(hidden_tenders::organization_id.eq(provider.to_string()))
        .filter(hidden_tenders::tender_id.eq(tender.to_string()));
    diesel::delete(row).execute(&mut **tx)?;
    Ok(())
}

/// The open tenders that a provider hid, latest first.
pub fn hidden(
    conn: &mut Conn,
    provider: OrganizationId,
    window: &Window<Key>,
) -> Result<Slice<Card>, Error> {
    let mut query = hidden_tenders::table
        .inner_join(
            tender_listings::table.on(tender_listings::tender_id.eq(hidden_tenders::tender_id)),
        )
        .filter(hidden_tenders::organization_id.eq(provider.to_string()))
        .filter(tender_listings::trade.eq(ANY))
        .filter(tender_listings::departement.eq(ANY))
        .order((tender_listings::published_at.desc(), tender_listings::tender_id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((published_at, id)) = &window.after {
        query = query.filter(tender_listings::published_at.lt(*published_at).or(
            tender_listings::published_at.eq(*published_at).and(tender_listings::tender_id.lt(id)),
        ));
    }
    window.cut_rows(query.load(conn)?)
}
