//! The catalogue: one row for each way to find a public service, its trade or `*` in a département or `*`.
//!
//! Invariant: the rows say what the service, its provider's sheet and its standing are; `list_anew` writes
//! them whenever one of these changes. A page is one range of one index, in the order of the directory.

use diesel::prelude::*;
use estrade_domain::{
    contacts::mask_contacts,
    directory::{Marks, Standing, day_of_draw, excerpt},
    ids::{OrganizationId, ServiceId},
    money::{Currency, Money},
    organizations::Organization,
    photos::Photo,
    services::{Service, ServiceStatus},
};

use super::rows::Row as ServiceRow;
use crate::{
    Conn, Error, Tx,
    conn::insert_all,
    directory::served,
    listings::ANY,
    page::{Slice, Window},
    schema::{service_listings, services},
    search::{self, Search},
};

#[derive(Clone, Queryable, QueryableByName, Selectable, Insertable)]
#[diesel(table_name = service_listings, treat_none_as_default_value = false)]
struct Row {
    trade: String,
    departement: String,
    rank: i64,
    service_id: String,
    provider_id: String,
    slug: String,
    service_trade: String,
    title: String,
    excerpt: String,
    price_amount: i64,
    currency: String,
    delivery_days: i32,
    handle: String,
    name: String,
    town: String,
    home: String,
    rating_sum: i32,
    rating_count: i32,
    photo_id: Option<String>,
    photo_alt: String,
}

/// A service as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: ServiceId,
    /// What stands in the URL of its page.
    pub slug: String,
    /// What it is, in a line.
    pub title: String,
    /// Its trade.
    pub trade: String,
    /// The beginning of its description.
    pub excerpt: String,
    /// The least that it costs.
    pub price_from: Money,
    /// In so many days.
    pub delivery_days: i32,
    /// Who sells it.
    pub provider: OrganizationId,
    /// What stands in the URL of its sheet.
    pub handle: String,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// The département it is in.
    pub departement: String,
    /// Its reviews.
    pub marks: Marks,
    /// What it looks like.
    pub photo: Option<Photo>,
    /// Where the service stands in this list.
    pub rank: i64,
}

/// A place in the catalogue: rank and id.
pub type Key = (i64, String);

impl Card {
    /// Its place in a list.
    #[must_use]
    pub fn key(&self) -> Key {
        (self.rank, self.id.to_string())
    }
}

/// Services of a trade, of providers that serve a département, or of any, that begin at a price of at most so
/// much; in the order of the directory.
pub fn find(
    conn: &mut Conn,
    trade: Option<&str>,
    departement: Option<&str>,
    at_most: Option<Money>,
    window: &Window<Key>,
) -> Result<Slice<Card>, Error> {
    let mut query = service_listings::table
        .filter(service_listings::trade.eq(trade.unwrap_or(ANY)))
        .filter(service_listings::departement.eq(departement.unwrap_or(ANY)))
        .order((service_listings::rank, service_listings::service_id))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some(price) = at_most {
        query = query
            .filter(service_listings::currency.eq(price.currency.code()))
            .filter(service_listings::price_amount.le(price.amount));
    }
    if let Some((rank, id)) = &window.after {
        // The first condition bounds the range of the index, the second drops what was seen of one rank.
        query = query
            .filter(service_listings::rank.ge(*rank))
            .filter(service_listings::rank.gt(*rank).or(service_listings::service_id.gt(id)));
    }
    window.cut_rows(query.load::<Row>(conn)?)
}

/// Services in which all words are found, in the same order.
pub fn search(
    conn: &mut Conn,
    search: &Search,
    window: &Window<Key>,
) -> Result<Slice<Card>, Error> {
    window.cut_rows(search::SERVICES.find::<Row>(conn, search, window)?)
}

/// The public services of a provider, the oldest first.
pub fn of_provider(
    conn: &mut Conn,
    provider: OrganizationId,
    window: &Window<Key>,
) -> Result<Slice<Card>, Error> {
    let mut query = service_listings::table
        .filter(service_listings::provider_id.eq(provider.to_string()))
        .filter(service_listings::trade.eq(ANY))
        .filter(service_listings::departement.eq(ANY))
        .order(service_listings::service_id)
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((_, id)) = &window.after {
        query = query.filter(service_listings::service_id.gt(id));
    }
    window.cut_rows(query.load::<Row>(conn)?)
}

/// Whether everyone may see a service.
pub fn is_public(conn: &mut Conn, id: ServiceId) -> Result<bool, Error> {
    let row = service_listings::table.filter(service_listings::service_id.eq(id.to_string()));
    Ok(diesel::select(diesel::dsl::exists(row)).get_result(conn)?)
}

/// How many services the catalogue shows.
pub fn count_public(conn: &mut Conn) -> Result<i64, Error> {
    let listed = service_listings::table
        .filter(service_listings::trade.eq(ANY))
        .filter(service_listings::departement.eq(ANY));
    Ok(listed.count().get_result(conn)?)
}

/// The slugs of the services that the catalogue shows, for sitemaps: their files are numbered, so they are
/// cut by counting.
pub fn public_slugs(conn: &mut Conn, from: i64, limit: i64) -> Result<Vec<String>, Error> {
    Ok(service_listings::table
        .filter(service_listings::trade.eq(ANY))
        .filter(service_listings::departement.eq(ANY))
        .order((service_listings::rank, service_listings::service_id))
        .offset(from)
        .limit(limit)
        .select(service_listings::slug)
        .load(conn)?)
}

/// Rewrites what the catalogue says of a provider's services: nothing when the directory does not show it.
pub(crate) fn list_anew(
    tx: &mut Tx<'_>,
    provider: &Organization,
    standing: Option<Standing>,
) -> Result<(), Error> {
    forget_all(tx, provider.id)?;
    let Some(standing) = standing else { return Ok(()) };
    let published: Vec<ServiceRow> = services::table
        .filter(services::provider_id.eq(provider.id.to_string()))
        .filter(services::state.eq(ServiceStatus::Published.as_str()))
        .select(ServiceRow::as_select())
        .load(&mut **tx)?;
    for row in published {
        let service = Service::try_from(row)?;
        if service.hidden(provider, tx.now()).is_none() {
            let rows = rows(&service, provider, (standing, tx.now()))?;
            insert_all!(tx, service_listings::table, rows)?;
            let document = search::of_service(&service.content, provider);
            search::SERVICES.write(tx, &service.id.to_string(), &document)?;
        }
    }
    Ok(())
}

/// Takes a provider's services out of the catalogue.
pub(super) fn forget_all(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<(), Error> {
    let own =
        || service_listings::table.filter(service_listings::provider_id.eq(provider.to_string()));
    let listed: Vec<String> = own()
        .filter(service_listings::trade.eq(ANY))
        .filter(service_listings::departement.eq(ANY))
        .select(service_listings::service_id)
        .load(&mut **tx)?;
    for id in &listed {
        search::SERVICES.forget(tx, id)?;
    }
    if !listed.is_empty() {
        diesel::delete(own()).execute(&mut **tx)?;
    }
    Ok(())
}

/// Puts a provider's services where it stands today.
pub(crate) fn move_listings(
    tx: &mut Tx<'_>,
    provider: OrganizationId,
    rank: i64,
    marks: Marks,
) -> Result<(), Error> {
    let own =
        service_listings::table.filter(service_listings::provider_id.eq(provider.to_string()));
    diesel::update(own)
        .set((
            service_listings::rank.eq(rank),
            service_listings::rating_sum.eq(marks.sum),
            service_listings::rating_count.eq(marks.count),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

fn rows(
    service: &Service,
    provider: &Organization,
    (standing, now): (Standing, estrade_domain::world::Instant),
) -> Result<Vec<Row>, Error> {
    let content = &service.content;
    let row = Row {
        trade: ANY.to_owned(),
        departement: ANY.to_owned(),
        rank: standing.rank(provider.id, day_of_draw(now)),
        service_id: service.id.to_string(),
        provider_id: provider.id.to_string(),
        slug: service.slug.clone(),
        service_trade: content.trade.clone(),
        title: content.title.clone(),
        excerpt: excerpt(&mask_contacts(&content.description)),
        price_amount: content.price_from.amount,
        currency: content.price_from.currency.code().to_owned(),
        delivery_days: i32::try_from(content.delivery_days)
            .map_err(|_| Error::corrupt("services", service.id))?,
        handle: provider.handle.to_string(),
        name: provider.name.clone(),
        town: provider.address.town.clone(),
        home: provider.address.departement.clone(),
        rating_sum: standing.marks.sum,
        rating_count: standing.marks.count,
        photo_id: content.photos.first().map(|photo| photo.file.to_string()),
        photo_alt: content.photos.first().map(|photo| photo.alt.clone()).unwrap_or_default(),
    };
    let mut rows = Vec::new();
    for trade in [content.trade.as_str(), ANY] {
        for departement in served(provider).chain([ANY]) {
            let (trade, departement) = (trade.to_owned(), departement.to_owned());
            rows.push(Row { trade, departement, ..row.clone() });
        }
    }
    Ok(rows)
}

impl TryFrom<Row> for Card {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("service_listings", &row.service_id);
        let file = row.photo_id.as_deref().map(str::parse).transpose().map_err(|_| corrupt())?;
        Ok(Self {
            id: row.service_id.parse().map_err(|_| corrupt())?,
            provider: row.provider_id.parse().map_err(|_| corrupt())?,
            price_from: Money {
                amount: row.price_amount,
                currency: Currency::from_code(&row.currency).ok_or_else(corrupt)?,
            },
            slug: row.slug,
            title: row.title,
            trade: row.service_trade,
            excerpt: row.excerpt,
            delivery_days: row.delivery_days,
            handle: row.handle,
            name: row.name,
            town: row.town,
            departement: row.home,
            marks: Marks { sum: row.rating_sum, count: row.rating_count },
            photo: file.map(|file| Photo { file, alt: row.photo_alt }),
            rank: row.rank,
        })
    }
}
