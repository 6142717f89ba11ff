//! Rows of the identifiers that the operator barred for good.

use diesel::prelude::*;
use estrade_domain::{
    accounts::AccountRefusal,
    actor::Actor,
    bars::{Bar, BarKind, BarRefusal},
    facts::Fact,
    ids::BarId,
    text::Email,
    world::Instant,
};

use crate::{
    Conn, Error, Tx, facts,
    page::{Slice, Window},
    schema::bars,
};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = bars)]
struct Row {
    id: String,
    kind: String,
    value: String,
    reason: String,
    created_by: String,
    created_at: i64,
}

/// Refuses a newcomer with a barred identifier.
pub fn refuse_barred(
    conn: &mut Conn,
    email: &Email,
    ip: &str,
    siret: Option<&str>,
) -> Result<(), Error> {
    let domain = email.as_str().rsplit_once('@').map_or("", |(_, domain)| domain);
    let identifiers = [
        (BarKind::Email, email.as_str()),
        (BarKind::EmailDomain, domain),
        (BarKind::Ip, ip),
        (BarKind::Siret, siret.unwrap_or("")),
    ];
    for (kind, value) in identifiers {
        if is_barred(conn, kind, value)? {
            return Err(AccountRefusal::Barred.into());
        }
    }
    Ok(())
}

fn is_barred(conn: &mut Conn, kind: BarKind, value: &str) -> Result<bool, Error> {
    let known = bars::table.filter(bars::kind.eq(kind.as_str())).filter(bars::value.eq(value));
    Ok(known.select(bars::id).first::<String>(conn).optional()?.is_some())
}

/// What is barred, the newest first.
pub fn list(
    conn: &mut Conn,
    kind: Option<BarKind>,
    window: &Window<(i64, String)>,
) -> Result<Slice<Bar>, Error> {
    let mut query = bars::table
        .order((bars::created_at.desc(), bars::id.desc()))
        .limit(window.fetch())
        .select(Row::as_select())
        .into_boxed();
    if let Some(kind) = kind {
        query = query.filter(bars::kind.eq(kind.as_str()));
    }
    if let Some((created_at, id)) = &window.after {
        let same_moment = bars::created_at.eq(created_at).and(bars::id.lt(id));
        query = query.filter(bars::created_at.lt(created_at).or(same_moment));
    }
    let Slice { items, more } = window.cut(query.load(conn)?);
    let items = items.into_iter().map(Bar::try_from).collect::<Result<_, _>>()?;
    Ok(Slice { items, more })
}

/// Bars an identifier.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, bar: &Bar) -> Result<(), Error> {
    if is_barred(tx, bar.kind, &bar.value)? {
        return Err(BarRefusal::AlreadyBarred.into());
    }
    let inserted = diesel::insert_into(bars::table)
        .values(Row::from(bar))
        .execute(&mut **tx)
        .map_err(Error::from);
    match inserted {
        Err(error) if error.is_duplicate() => return Err(BarRefusal::AlreadyBarred.into()),
        outcome => outcome?,
    };
    facts::record(tx, Some(actor), &[Fact::BarAdded { bar: bar.id }])
}

/// Bars an identifier, unless it is barred already.
pub fn insert_new(tx: &mut Tx<'_>, actor: &Actor, bar: &Bar) -> Result<(), Error> {
    if is_barred(tx, bar.kind, &bar.value)? { Ok(()) } else { insert(tx, actor, bar) }
}

/// Lifts a bar.
pub fn delete(tx: &mut Tx<'_>, actor: &Actor, id: BarId) -> Result<(), Error> {
    if diesel::delete(bars::table.filter(bars::id.eq(id.to_string()))).execute(&mut **tx)? != 1 {
        return Err(Error::NotFound);
    }
    facts::record(tx, Some(actor), &[Fact::BarRemoved { bar: id }])
}

impl From<&Bar> for Row {
    fn from(bar: &Bar) -> Self {
        Self {
            id: bar.id.to_string(),
            kind: bar.kind.as_str().to_owned(),
            value: bar.value.clone(),
            reason: bar.reason.clone(),
            created_by: bar.created_by.to_string(),
            created_at: bar.created_at.timestamp_millis(),
        }
    }
}

impl TryFrom<Row> for Bar {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let corrupt = || Error::corrupt("bars", &row.id);
        Ok(Self {
            id: row.id.parse().map_err(|_| corrupt())?,
            kind: BarKind::from_word(&row.kind).ok_or_else(corrupt)?,
            created_by: row.created_by.parse().map_err(|_| corrupt())?,
            created_at: Instant::from_timestamp_millis(row.created_at).ok_or_else(corrupt)?,
            value: row.value,
            reason: row.reason,
        })
    }
}
