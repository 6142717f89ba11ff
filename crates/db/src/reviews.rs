//! Rows of the reviews. The provider's sum and count of notes, and with them its place in the directory,
//! change in the same transaction.

use chrono::NaiveDate;
use diesel::prelude::*;
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::{LotId, OrganizationId, ReviewId},
    orders::Order,
    reviews::{Answer, Mission, Notes, Opinion, Review, Stars},
    world::Instant,
};

use crate::{
    Conn, Error, Tx, directory, facts, orders, organizations,
    page::{Slice, Window},
    schema::reviews,
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = reviews, treat_none_as_null = true)]
struct Row {
    id: String,
    version: i32,
    lot_id: Option<String>,
    order_id: Option<String>,
    client_id: String,
    provider_id: String,
    author_name: String,
    trade: String,
    rating: i32,
    exchanges: Option<i32>,
    relationship: Option<i32>,
    punctuality: Option<i32>,
    quality: Option<i32>,
    comment: String,
    experienced_on: String,
    published_at: i64,
    answer: Option<String>,
    answered_at: Option<i64>,
}

/// A place in the list of a provider's reviews: when it was published, and its id.
pub type Place = (i64, String);

/// The review with this id.
pub fn get(conn: &mut Conn, id: ReviewId) -> Result<Review, Error> {
    reviews::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The review of a mission, if it was written.
pub fn of_lot(conn: &mut Conn, lot: LotId) -> Result<Option<ReviewId>, Error> {
    let id: Option<String> = reviews::table
        .filter(reviews::lot_id.eq(lot.to_string()))
        .select(reviews::id)
        .first(conn)
        .optional()?;
    id.map(|id| id.parse().map_err(|_| Error::corrupt("reviews", &id))).transpose()
}

/// The reviews of a provider, the latest first.
pub fn of_provider(
    conn: &mut Conn,
    provider: OrganizationId,
    window: &Window<Place>,
) -> Result<Slice<Review>, Error> {
    let mut query = reviews::table
        .filter(reviews::provider_id.eq(provider.to_string()))
        .order((reviews::published_at.desc(), reviews::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((published_at, id)) = &window.after {
        query = query
            .filter(reviews::published_at.le(*published_at))
            .filter(reviews::published_at.lt(*published_at).or(reviews::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let reviews: Result<Vec<Review>, Error> = rows.into_iter().map(Review::try_from).collect();
    Ok(window.cut(reviews?))
}

/// Records a new review, and its note in its provider's average.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, change: Change<Review>) -> Result<Review, Error> {
    let review = change.after;
    let inserted = diesel::insert_into(reviews::table)
        .values(Row::from(&review))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        // Two clicks at once: the second is tried again and finds the review.
        Err(error) if error.is_duplicate() => return Err(Error::Stale),
        outcome => outcome?,
    };
    organizations::count_note(tx, review.provider, review.opinion.notes.overall)?;
    directory::rerank(tx, review.provider)?;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(review)
}

/// Records a new review of an order, which names it from then on.
pub fn insert_of_order(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<(Review, Order)>,
) -> Result<Review, Error> {
    let (review, order) = change.after;
    orders::record(tx, Some(actor), Change::silent(order))?;
    insert(tx, actor, Change::told(review, change.facts))
}

/// Records the provider's answer.
pub fn record(tx: &mut Tx<'_>, actor: &Actor, change: Change<Review>) -> Result<Review, Error> {
    let mut review = change.after;
    let mut row = Row::from(&review);
    row.version += 1;
    let seen =
        reviews::table.filter(reviews::id.eq(&row.id)).filter(reviews::version.eq(review.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    review.version = row.version;
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(review)
}

impl From<&Review> for Row {
    fn from(review: &Review) -> Self {
        let notes = review.opinion.notes;
        let (lot_id, order_id) = match review.mission {
            Mission::Lot(id) => (Some(id.to_string()), None),
            Mission::Order(id) => (None, Some(id.to_string())),
        };
        Self {
            id: review.id.to_string(),
            version: review.version,
            lot_id,
            order_id,
            client_id: review.client.to_string(),
            provider_id: review.provider.to_string(),
            author_name: review.author_name.clone(),
            trade: review.trade.clone(),
            rating: notes.overall.count(),
            exchanges: notes.exchanges.map(Stars::count),
            relationship: notes.relationship.map(Stars::count),
            punctuality: notes.punctuality.map(Stars::count),
            quality: notes.quality.map(Stars::count),
            comment: review.opinion.comment.clone(),
            experienced_on: review.opinion.experienced_on.to_string(),
            published_at: review.published_at.timestamp_millis(),
            answer: review.answer.as_ref().map(|answer| answer.text.clone()),
            answered_at: review.answer.as_ref().map(|answer| answer.at.timestamp_millis()),
        }
    }
}

impl Row {
    fn notes(&self) -> Option<Notes> {
        let note = |stars: Option<i32>| stars.map(Stars::parse).transpose().ok();
        Some(Notes {
            overall: Stars::parse(self.rating).ok()?,
            exchanges: note(self.exchanges)?,
            relationship: note(self.relationship)?,
            punctuality: note(self.punctuality)?,
            quality: note(self.quality)?,
        })
    }
}

impl TryFrom<Row> for Review {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("reviews", &row.id);
        let instant = |at| Instant::from_timestamp_millis(at).ok_or_else(corrupt);
        let notes = row.notes().ok_or_else(corrupt)?;
        let mission = match (&row.lot_id, &row.order_id) {
            (Some(lot), None) => Mission::Lot(lot.parse().map_err(|_| corrupt())?),
            (None, Some(order)) => Mission::Order(order.parse().map_err(|_| corrupt())?),
            _ => return Err(corrupt()),
        };
        let answer = match (&row.answer, row.answered_at) {
            (Some(text), Some(at)) => Some(Answer { text: text.clone(), at: instant(at)? }),
            _ => None,
        };
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            version: row.version,
            mission,
            client: row.client_id.parse().map_err(|_| corrupt())?,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            published_at: instant(row.published_at)?,
            opinion: Opinion {
                notes,
                experienced_on: row.experienced_on.parse::<NaiveDate>().map_err(|_| corrupt())?,
                comment: row.comment,
            },
            author_name: row.author_name,
            trade: row.trade,
            answer,
        })
    }
}
