//! « Offres potentielles » (S1-064): what a provider could apply to.

use std::{cmp::Reverse, collections::BTreeMap};

use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use estrade_domain::{ids::OrganizationId, offers::OfferState, organizations::Organization};

use super::blocks::clients_blocked_by;
use crate::{
    Conn, Error,
    listings::{ANY, Card, Key, Row},
    page::{Slice, Window},
    schema::{hidden_tenders, offers, tender_listings, tenders},
};

/// What a provider does, and where.
#[derive(Debug, Clone)]
pub struct Area {
    /// Whose it is.
    pub provider: OrganizationId,
    /// Its trades.
    pub trades: Vec<String>,
    /// Its départements; the whole of France when there are none.
    pub departements: Vec<String>,
}

impl From<&Organization> for Area {
    fn from(provider: &Organization) -> Self {
        Self {
            provider: provider.id,
            trades: provider.trades.clone(),
            departements: if provider.france_wide {
                Vec::new()
            } else {
                provider.departements.clone()
            },
        }
    }
}

/// Open tenders that match, without those it hid or applied to, unless that offer is over, and without those of
/// clients that it blocked; latest first.
///
/// Each pair of trade and département is a range of the listings in the wanted order. The first of each
/// range, merged, are the first of all; a tender found twice counts once.
pub fn potential(conn: &mut Conn, area: &Area, window: &Window<Key>) -> Result<Slice<Card>, Error> {
    let everywhere = [ANY.to_owned()];
    let departements =
        if area.departements.is_empty() { &everywhere[..] } else { &area.departements[..] };
    let asked = Asked {
        provider: area.provider,
        blocked: clients_blocked_by(conn, area.provider)?,
        window,
    };
    let mut found = BTreeMap::new();
    for trade in &area.trades {
        for departement in departements {
            let floor = floor(&found, window);
            for card in asked.range(conn, (trade, departement), floor)? {
                found.insert(Reverse(card.key()), card);
            }
        }
    }
    Ok(window.cut(found.into_values().collect()))
}

/// Once a page is full, only what is later than its last can still enter it.
fn floor(found: &BTreeMap<Reverse<Key>, Card>, window: &Window<Key>) -> Option<i64> {
    let place = usize::try_from(window.limit).unwrap_or(usize::MAX);
    found.keys().nth(place).map(|Reverse((published_at, _))| *published_at)
}

/// What is asked of each range.
struct Asked<'a> {
    provider: OrganizationId,
    blocked: Vec<String>,
    window: &'a Window<Key>,
}

impl Asked<'_> {
    fn range(
        &self,
        conn: &mut Conn,
        (trade, departement): (&str, &str),
        floor: Option<i64>,
    ) -> Result<Vec<Card>, Error> {
        let provider = self.provider.to_string();
        let is_hidden = hidden_tenders::table
            .filter(hidden_tenders::organization_id.eq(provider.clone()))
            .filter(hidden_tenders::tender_id.eq(tender_listings::tender_id));
        let over = OfferState::those(OfferState::frees_the_tender).map(OfferState::as_str);
        let applied = offers::table
            .filter(offers::tender_id.eq(tender_listings::tender_id.nullable()))
            .filter(offers::provider_id.eq(provider))
            .filter(offers::state.ne_all(over));
        let mut query = tender_listings::table
            .filter(tender_listings::trade.eq(trade))
            .filter(tender_listings::departement.eq(departement))
            .filter(not(exists(is_hidden)))
            .filter(not(exists(applied)))
            .order((tender_listings::published_at.desc(), tender_listings::tender_id.desc()))
            .limit(self.window.fetch())
            .select(Row::as_select())
            .into_boxed();
        if !self.blocked.is_empty() {
            let of_blocked = tenders::table
                .filter(tenders::id.eq(tender_listings::tender_id))
                .filter(tenders::organization_id.eq_any(&self.blocked));
            query = query.filter(not(exists(of_blocked)));
        }
        if let Some(published_at) = floor {
            query = query.filter(tender_listings::published_at.ge(published_at));
        }
        if let Some((published_at, id)) = &self.window.after {
            query = query.filter(tender_listings::published_at.le(*published_at)).filter(
                tender_listings::published_at
                    .lt(*published_at)
                    .or(tender_listings::tender_id.lt(id)),
            );
        }
        query.load(conn)?.into_iter().map(Card::try_from).collect()
    }
}
