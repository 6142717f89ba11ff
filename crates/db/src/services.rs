//! Rows of what providers sell off the shelf.
//!
//! Invariant: who records a service has the catalogue rewritten in the same transaction; of a deleted one the
//! row stays only while something names it.

mod listings;
mod rows;

pub use listings::{Card, Key, count_public, find, is_public, of_provider, public_slugs, search};
pub(crate) use listings::{list_anew, move_listings};

use std::collections::BTreeMap;

use diesel::{dsl::exists, prelude::*};
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::{OrganizationId, ServiceId},
    organizations::Organization,
    services::{Service, ServiceState, ServiceStatus},
};

use crate::{
    Conn, Error, Tx, directory,
    endings::ERASED,
    facts, files,
    listings::ANY,
    page::{Slice, Window},
    schema::{conversation_entries, offers, quote_requests, service_listings, services},
};
use rows::Row;

/// A place in a provider's own list: when it was begun, and its id.
pub type Place = (i64, String);

/// The service with this id, if it is this person's.
pub fn owned_by(conn: &mut Conn, id: ServiceId, actor: &Actor) -> Result<Service, Error> {
    services::table
        .filter(services::id.eq(id.to_string()))
        .filter(services::provider_id.eq(actor.organization.to_string()))
        .filter(services::state.ne(ServiceStatus::Archived.as_str()))
        .select(Row::as_select())
        .first(conn)?
        .try_into()
}

/// The service under this id or slug that everyone may see, or that is this person's.
pub fn seen_by(conn: &mut Conn, id_or_slug: &str, actor: Option<&Actor>) -> Result<Service, Error> {
    let row: Row = match id_or_slug.parse::<ServiceId>() {
        Ok(id) => services::table.find(id.to_string()).select(Row::as_select()).first(conn)?,
        Err(_) if id_or_slug.is_empty() => return Err(Error::NotFound),
        Err(_) => services::table
            .filter(services::slug.eq(id_or_slug))
            .select(Row::as_select())
            .first(conn)?,
    };
    let service = Service::try_from(row)?;
    let own = actor.is_some_and(|actor| actor.is_of(service.provider));
    if (own && service.state != ServiceState::Archived) || is_public(conn, service.id)? {
        return Ok(service);
    }
    Err(Error::NotFound)
}

/// The services of a provider, the latest first.
pub fn mine(
    conn: &mut Conn,
    provider: OrganizationId,
    window: &Window<Place>,
) -> Result<Slice<Service>, Error> {
    let mut query = services::table
        .filter(services::provider_id.eq(provider.to_string()))
        .filter(services::state.ne(ServiceStatus::Archived.as_str()))
        .order((services::created_at.desc(), services::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some((created_at, id)) = &window.after {
        query = query
            .filter(services::created_at.le(*created_at))
            .filter(services::created_at.lt(*created_at).or(services::id.lt(id)));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let services: Result<Vec<Service>, Error> = rows.into_iter().map(Service::try_from).collect();
    Ok(window.cut(services?))
}

/// How many services a provider has, drafts included.
pub fn count(conn: &mut Conn, provider: OrganizationId) -> Result<i64, Error> {
    Ok(services::table
        .filter(services::provider_id.eq(provider.to_string()))
        .filter(services::state.ne(ServiceStatus::Archived.as_str()))
        .count()
        .get_result(conn)?)
}

/// Whether a provider has something to sell (S5-002).
pub fn has_published(conn: &mut Conn, provider: OrganizationId) -> Result<bool, Error> {
    let published = services::table
        .filter(services::provider_id.eq(provider.to_string()))
        .filter(services::state.eq(ServiceStatus::Published.as_str()));
    Ok(diesel::select(exists(published)).get_result(conn)?)
}

/// A service, whoever asks and whatever became of it.
pub fn of_id(conn: &mut Conn, id: ServiceId) -> Result<Service, Error> {
    services::table.find(id.to_string()).select(Row::as_select()).first(conn)?.try_into()
}

/// The published service of this provider: one that a message can name.
pub fn named(conn: &mut Conn, id: ServiceId, provider: OrganizationId) -> Result<ServiceId, Error> {
    let _: String = services::table
        .filter(services::id.eq(id.to_string()))
        .filter(services::provider_id.eq(provider.to_string()))
        .filter(services::state.eq(ServiceStatus::Published.as_str()))
        .select(services::id)
        .first(conn)?;
    Ok(id)
}

/// What a service has sent to those who order it; none when it says nothing, or is gone.
pub(crate) fn greeting(conn: &mut Conn, id: ServiceId) -> Result<Option<String>, Error> {
    let found: Option<String> =
        services::table.find(id.to_string()).select(services::greeting).first(conn).optional()?;
    Ok(found.filter(|text| !text.is_empty()))
}

/// A service as it is named beside something else.
#[derive(Debug, Clone)]
pub struct Head {
    /// What it is, in a line.
    pub title: String,
    /// What stands in the URL of its page; none when it has no public one.
    pub slug: Option<String>,
}

/// Some services in short, by their ids, in one query whatever their number.
pub fn heads(
    conn: &mut Conn,
    ids: impl IntoIterator<Item = ServiceId>,
) -> Result<BTreeMap<ServiceId, Head>, Error> {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let listed = service_listings::service_id
        .eq(services::id)
        .and(service_listings::trade.eq(ANY))
        .and(service_listings::departement.eq(ANY));
    let rows: Vec<(String, String, Option<String>)> = services::table
        .left_join(service_listings::table.on(listed))
        .filter(services::id.eq_any(ids))
        .select((services::id, services::title, service_listings::slug.nullable()))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, title, slug)| {
            let id = id.parse().map_err(|_| Error::corrupt("services", &id))?;
            Ok((id, Head { title, slug }))
        })
        .collect()
}

/// Records a new service.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, change: Change<Service>) -> Result<Service, Error> {
    let Change { after, facts, .. } = change;
    let row = Row::new(&after, tx.now())?;
    diesel::insert_into(services::table).values(&row).execute(&mut **tx)?;
    files::hang_on_service(tx, actor, after.id, &after.content.photos)?;
    facts::record(tx, Some(actor), &facts)?;
    Ok(after)
}

/// Records a decision about a service, and what the catalogue says of it.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    provider: &Organization,
    change: Change<Service>,
) -> Result<Service, Error> {
    let Change { mut after, facts, .. } = change;
    let mut row = Row::new(&after, tx.now())?;
    row.version += 1;
    let seen = services::table
        .filter(services::id.eq(&row.id))
        .filter(services::version.eq(after.version));
    if diesel::update(seen).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::Stale);
    }
    after.version = row.version;
    files::hang_on_service(tx, actor, after.id, &after.content.photos)?;
    directory::refresh_services(tx, provider)?;
    if after.state == ServiceState::Archived && !is_named(tx, after.id)? {
        diesel::delete(services::table.find(after.id.to_string())).execute(&mut **tx)?;
    }
    facts::record(tx, Some(actor), &facts)?;
    Ok(after)
}

/// What an erased provider sold: gone, or without its words where something names it.
pub(crate) fn erase(tx: &mut Tx<'_>, provider: OrganizationId) -> Result<(), Error> {
    listings::forget_all(tx, provider)?;
    let ids: Vec<String> = services::table
        .filter(services::provider_id.eq(provider.to_string()))
        .select(services::id)
        .load(&mut **tx)?;
    for id in ids {
        let service = id.parse().map_err(|_| Error::corrupt("services", &id))?;
        files::let_go_of_service(tx, service)?;
        if is_named(tx, service)? {
            forget_words(tx, &id)?;
        } else {
            diesel::delete(services::table.find(&id)).execute(&mut **tx)?;
        }
    }
    Ok(())
}

fn forget_words(tx: &mut Tx<'_>, id: &str) -> Result<(), Error> {
    diesel::update(services::table.find(id))
        .set((
            services::title.eq(ERASED),
            services::slug.eq(""),
            services::description.eq(ERASED),
            services::photos.eq("[]"),
            services::packages.eq("[]"),
            services::questions.eq("[]"),
            services::greeting.eq(""),
            services::state.eq(ServiceStatus::Archived.as_str()),
            services::published_at.eq(None::<i64>),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whether a message, a quote request or an offer names it.
fn is_named(conn: &mut Conn, id: ServiceId) -> Result<bool, Error> {
    let id = id.to_string();
    let entries = conversation_entries::table.filter(conversation_entries::service_id.eq(&id));
    let offered = offers::table.filter(offers::service_id.eq(&id));
    let asked = quote_requests::table.filter(quote_requests::service_id.eq(&id));
    let named = exists(entries).or(exists(offered)).or(exists(asked));
    Ok(diesel::select(named).get_result(conn)?)
}
