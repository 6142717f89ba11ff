//! Rows of the occasions. A tender is the only door to its event, and its version guards both.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use estrade_domain::{
    events::{Event, EventKind, Occasion, Venue},
    ids::EventId,
    world::Instant,
};

use crate::{Conn, Error, Tx, schema::events};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = events, treat_none_as_null = true)]
struct Row {
    id: String,
    organization_id: String,
    kind: String,
    title: String,
    day: Option<String>,
    day_flexible: bool,
    start_time: Option<String>,
    zone: String,
    venue_known: bool,
    venue: String,
    town: String,
    departement: String,
    guests: Option<i32>,
    guest_ages: String,
    description: String,
    ideas_wanted: bool,
    created_at: i64,
}

/// The events with these ids, by id.
pub(crate) fn find(conn: &mut Conn, ids: &[&str]) -> Result<HashMap<String, Event>, Error> {
    let rows: Vec<Row> =
        events::table.filter(events::id.eq_any(ids)).select(Row::as_select()).load(conn)?;
    rows.into_iter().map(|row| Ok((row.id.clone(), row.try_into()?))).collect()
}

/// Records a new event.
pub fn insert(tx: &mut Tx<'_>, event: &Event) -> Result<(), Error> {
    diesel::insert_into(events::table).values(Row::from(event)).execute(&mut **tx)?;
    Ok(())
}

/// Records an event as it is now.
pub fn update(tx: &mut Tx<'_>, event: &Event) -> Result<(), Error> {
    let row = Row::from(event);
    let known = events::table.filter(events::id.eq(&row.id));
    if diesel::update(known).set(&row).execute(&mut **tx)? != 1 {
        return Err(Error::NotFound);
    }
    Ok(())
}

/// Throws away the event of a draft.
pub fn delete(tx: &mut Tx<'_>, id: EventId) -> Result<(), Error> {
    diesel::delete(events::table.filter(events::id.eq(id.to_string()))).execute(&mut **tx)?;
    Ok(())
}

impl From<&Event> for Row {
    fn from(event: &Event) -> Self {
        let occasion = &event.occasion;
        let (venue_known, venue) = match &occasion.venue {
            Venue::LookedFor => (false, String::new()),
            Venue::Known(venue) => (true, venue.clone()),
        };
        Self {
            id: event.id.to_string(),
            organization_id: event.organization.to_string(),
            kind: occasion.kind.map_or("", EventKind::as_str).to_owned(),
            title: occasion.title.clone(),
            day: occasion.day.map(|day| day.to_string()),
            day_flexible: occasion.day_flexible,
            start_time: occasion.start_time.map(|time| time.format("%H:%M").to_string()),
            zone: occasion.zone.name().to_owned(),
            venue_known,
            venue,
            town: occasion.town.clone(),
            departement: occasion.departement.clone().unwrap_or_default(),
            guests: occasion.guests,
            guest_ages: occasion.guest_ages.clone(),
            description: occasion.description.clone(),
            ideas_wanted: occasion.ideas_wanted,
            created_at: event.created_at.timestamp_millis(),
        }
    }
}

impl TryFrom<Row> for Event {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("events", &row.id);
        let kind = match row.kind.as_str() {
            "" => None,
            word => Some(EventKind::from_word(word).ok_or_else(corrupt)?),
        };
        let day = |text: &str| text.parse::<NaiveDate>().map_err(|_| corrupt());
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| corrupt());
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            organization: row.organization_id.parse().map_err(|_| corrupt())?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            occasion: Occasion {
                kind,
                day: row.day.as_deref().map(day).transpose()?,
                start_time: row.start_time.as_deref().map(time).transpose()?,
                zone: row.zone.parse().map_err(|_| corrupt())?,
                venue: if row.venue_known { Venue::Known(row.venue) } else { Venue::LookedFor },
                title: row.title,
                day_flexible: row.day_flexible,
                town: row.town,
                departement: Some(row.departement).filter(|code| !code.is_empty()),
                guests: row.guests,
                guest_ages: row.guest_ages,
                description: row.description,
                ideas_wanted: row.ideas_wanted,
            },
        })
    }
}
