//! The two tables of an offer.

use std::collections::HashMap;

use diesel::{helper_types::IntoBoxed, prelude::*};
use estrade_domain::{
    ids::{LotId, OfferId, OrganizationId, TenderId},
    offers::{Answers, Call, Offer, OfferState, OfferVersion, Proposal, terms::Terms},
    tenders::over_at,
    world::Instant,
};

use crate::{
    Conn, Error, Tx,
    conn::MultiBackend,
    schema::{events, offer_versions, offers, tenders},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = offers, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    version: i32,
    lot_id: Option<String>,
    tender_id: Option<String>,
    client_id: String,
    provider_id: String,
    state: String,
    number: i32,
    tender_revision: Option<i32>,
    net_amount: i64,
    gross_amount: i64,
    currency: String,
    expires_at: Option<i64>,
    created_at: i64,
    updated_at: i64,
    title: String,
    service_id: Option<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = offer_versions)]
pub(super) struct VersionRow {
    offer_id: String,
    number: i32,
    public_message: String,
    private_message: String,
    terms: String,
    net_amount: i64,
    gross_amount: i64,
    currency: String,
    expires_at: Option<i64>,
    created_by: String,
    created_at: i64,
    title: String,
    conditions: String,
}

/// What offers need to know of a tender, from its row and its event's.
#[derive(Queryable, Selectable)]
#[diesel(table_name = tenders)]
pub(super) struct CallRow {
    closed_at: Option<i64>,
    revision: i32,
    published_at: Option<i64>,
    #[diesel(select_expression = events::title)]
    title: String,
    #[diesel(select_expression = events::departement)]
    departement: String,
    #[diesel(select_expression = events::day)]
    day: Option<String>,
    #[diesel(select_expression = events::zone)]
    zone: String,
}

impl CallRow {
    pub(super) fn call(self, tender: TenderId) -> Result<Call, Error> {
        let corrupt = || Error::corrupt("events", tender);
        let day = self.day.map(|day| day.parse()).transpose();
        let mut call = Call {
            title: self.title,
            is_published: self.published_at.is_some() && self.closed_at.is_none(),
            revision: self.revision,
            departement: self.departement,
            day: day.map_err(|_| corrupt())?,
            zone: self.zone.parse().map_err(|_| corrupt())?,
            over_at: None,
        };
        if let Some(at) = self.published_at {
            let published_at = Instant::from_timestamp_millis(at).ok_or_else(corrupt)?;
            call.over_at = Some(over_at(call.ends_at(), published_at));
        }
        Ok(call)
    }
}

/// Offers, filtered.
pub(super) type Filtered<'a> = IntoBoxed<'a, offers::table, MultiBackend>;

/// The words for offers of which something is still to come.
fn live() -> impl Iterator<Item = &'static str> {
    OfferState::those(OfferState::is_live).map(OfferState::as_str)
}

/// The first of some offers, with its version in force.
pub(super) fn first(conn: &mut Conn, some: Filtered<'_>) -> Result<Offer, Error> {
    let row: Row = some.select(Row::as_select()).first(conn)?;
    let version = version(conn, &row.id, row.number)?;
    row.with(version)
}

/// Some offers, each with its version in force, in two queries.
pub(super) fn all(conn: &mut Conn, some: Filtered<'_>) -> Result<Vec<Offer>, Error> {
    let rows: Vec<Row> = some.select(Row::as_select()).load(conn)?;
    let ids = rows.iter().map(|row| row.id.clone());
    let found: Vec<VersionRow> = offer_versions::table
        .inner_join(offers::table.on(
            offer_versions::offer_id.eq(offers::id).and(offer_versions::number.eq(offers::number)),
        ))
        .filter(offers::id.eq_any(ids))
        .select(VersionRow::as_select())
        .load(conn)?;
    let mut versions: HashMap<String, VersionRow> =
        found.into_iter().map(|version| (version.offer_id.clone(), version)).collect();
    rows.into_iter()
        .map(|row| {
            let version = versions.remove(&row.id);
            row.with(version.ok_or(Error::NotFound)?)
        })
        .collect()
}

fn version(conn: &mut Conn, offer: &str, number: i32) -> Result<VersionRow, Error> {
    Ok(offer_versions::table.find((offer, number)).select(VersionRow::as_select()).first(conn)?)
}

pub(super) fn live_of_lot(conn: &mut Conn, lot: LotId) -> Result<Vec<Offer>, Error> {
    let rows: Vec<(Row, VersionRow)> = offers::table
        .inner_join(offer_versions::table.on(
            offer_versions::offer_id.eq(offers::id).and(offer_versions::number.eq(offers::number)),
        ))
        .filter(offers::lot_id.eq(lot.to_string()))
        .filter(offers::state.eq_any(live()))
        .order(offers::id)
        .select((Row::as_select(), VersionRow::as_select()))
        .load(conn)?;
    rows.into_iter().map(|(row, version)| row.with(version)).collect()
}

pub(super) fn live_of_provider(
    conn: &mut Conn,
    provider: OrganizationId,
) -> Result<Vec<OfferId>, Error> {
    let ids: Vec<String> = offers::table
        .filter(offers::provider_id.eq(provider.to_string()))
        .filter(offers::lot_id.is_not_null())
        .filter(offers::state.eq_any(live()))
        .order((offers::lot_id, offers::id))
        .select(offers::id)
        .load(conn)?;
    ids.into_iter().map(|id| id.parse().map_err(|_| Error::corrupt("offers", &id))).collect()
}

pub(super) fn insert(tx: &mut Tx<'_>, offer: Offer) -> Result<Offer, Error> {
    let row = Row::new(&offer, tx.now());
    let inserted =
        diesel::insert_into(offers::table).values(&row).execute(&mut **tx).map_err(Error::from);
    match inserted {
        // The same provider applied at the same moment: begin again and find its offer.
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        Err(error) => Err(error),
        Ok(_) => Ok(offer),
    }
}

pub(super) fn update(tx: &mut Tx<'_>, offer: Offer) -> Result<Offer, Error> {
    let mut row = Row::new(&offer, tx.now());
    row.version += 1;
    let version = row.version;
    let seen =
        offers::table.filter(offers::id.eq(&row.id)).filter(offers::version.eq(offer.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    Ok(Offer { version, ..offer })
}

pub(super) fn insert_version(tx: &mut Tx<'_>, offer: &Offer) -> Result<(), Error> {
    let current = &offer.current;
    let totals = current.proposal.terms.totals();
    let row = VersionRow {
        offer_id: offer.id.to_string(),
        number: current.number,
        public_message: current.proposal.public_message.clone(),
        private_message: current.proposal.private_message.clone(),
        terms: serde_json::to_string(&current.proposal.terms)
            .map_err(|_| Error::corrupt("offer_versions", offer.id))?,
        net_amount: totals.net.amount,
        gross_amount: totals.gross.amount,
        currency: totals.gross.currency.code().to_owned(),
        expires_at: current.proposal.expires_at.map(|at| at.timestamp_millis()),
        created_by: current.author.to_string(),
        title: current.proposal.title.clone(),
        conditions: serde_json::to_string(&current.proposal.conditions)
            .map_err(|_| Error::corrupt("offer_versions", offer.id))?,
        created_at: current.created_at.timestamp_millis(),
    };
    diesel::insert_into(offer_versions::table).values(&row).execute(&mut **tx)?;
    Ok(())
}

impl Row {
    fn new(offer: &Offer, now: Instant) -> Self {
        let totals = offer.current.proposal.terms.totals();
        let answered = match offer.answers {
            Answers::Lot { lot, tender, revision } => Some((lot, tender, revision)),
            Answers::Nothing => None,
        };
        Self {
            id: offer.id.to_string(),
            version: offer.version,
            lot_id: answered.map(|(lot, ..)| lot.to_string()),
            tender_id: answered.map(|(_, tender, _)| tender.to_string()),
            client_id: offer.client.to_string(),
            provider_id: offer.provider.to_string(),
            state: offer.state.as_str().to_owned(),
            number: offer.current.number,
            tender_revision: answered.map(|(.., revision)| revision),
            net_amount: totals.net.amount,
            gross_amount: totals.gross.amount,
            currency: totals.gross.currency.code().to_owned(),
            expires_at: Some(offer.expires_at.timestamp_millis()),
            created_at: offer.created_at.timestamp_millis(),
            updated_at: now.timestamp_millis(),
            title: offer.current.proposal.title.clone(),
            service_id: offer.current.proposal.conditions.service.map(|id| id.to_string()),
        }
    }
}

impl TryFrom<VersionRow> for OfferVersion {
    type Error = Error;

    fn try_from(row: VersionRow) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("offer_versions", &row.offer_id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let terms: Terms = serde_json::from_str(&row.terms).map_err(|_| corrupt())?;
        let conditions = serde_json::from_str(&row.conditions).map_err(|_| corrupt())?;
        Ok(Self {
            number: row.number,
            author: row.created_by.parse().map_err(|_| corrupt())?,
            created_at: instant(row.created_at)?,
            proposal: Proposal {
                expires_at: row.expires_at.map(instant).transpose()?,
                public_message: row.public_message,
                private_message: row.private_message,
                title: row.title,
                terms,
                conditions,
            },
        })
    }
}

impl Row {
    fn answers(&self) -> Result<Answers, Error> {
        let corrupt = || Error::corrupt("offers", &self.id);
        match (&self.lot_id, &self.tender_id, self.tender_revision) {
            (Some(lot), Some(tender), Some(revision)) => Ok(Answers::Lot {
                lot: lot.parse().map_err(|_| corrupt())?,
                tender: tender.parse().map_err(|_| corrupt())?,
                revision,
            }),
            (None, None, None) => Ok(Answers::Nothing),
            _ => Err(corrupt()),
        }
    }

    /// The offer that this row and the row of its version in force tell of.
    pub(super) fn with(self, version: VersionRow) -> Result<Offer, Error> {
        let row = self;
        let corrupt = || Error::corrupt("offers", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        Ok(Offer {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            answers: row.answers()?,
            client: row.client_id.parse().map_err(|_| corrupt())?,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            state: OfferState::from_word(&row.state).ok_or_else(corrupt)?,
            current: version.try_into()?,
            expires_at: instant(row.expires_at.ok_or_else(corrupt)?)?,
            created_at: instant(row.created_at)?,
        })
    }
}
