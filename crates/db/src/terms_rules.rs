//! Rows of the rules of terms. A kind that has none may be offered by all.

use std::collections::BTreeMap;

use diesel::prelude::*;
use estrade_domain::{
    actor::Actor, change::Change, ids::OrganizationId, offers::terms::TermsKind,
    terms_rules::TermsRule,
};

use crate::{
    Conn, Error, Tx, facts,
    schema::{terms_providers, terms_rules},
};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = terms_rules)]
struct Row {
    kind: String,
    version: i32,
    trades_off: String,
    providers_only: bool,
}

/// The rule of each kind, in two queries.
pub fn all(conn: &mut Conn) -> Result<Vec<TermsRule>, Error> {
    let providers: Vec<_> = terms_providers::table
        .order((terms_providers::kind, terms_providers::provider_id))
        .select((terms_providers::kind, terms_providers::provider_id))
        .load(conn)?;
    with_providers(conn, &providers)
}

/// The kinds that a provider may offer in a trade (S2-009, S2-010).
pub fn kinds(
    conn: &mut Conn,
    provider: OrganizationId,
    trade: &str,
) -> Result<Vec<TermsKind>, Error> {
    kinds_in_any(conn, provider, &[trade])
}

/// The kinds that a provider may offer in one of these trades, in two queries whoever else may.
pub fn kinds_in_any(
    conn: &mut Conn,
    provider: OrganizationId,
    trades: &[&str],
) -> Result<Vec<TermsKind>, Error> {
    let own: Vec<_> = terms_providers::table
        .filter(terms_providers::provider_id.eq(provider.to_string()))
        .select((terms_providers::kind, terms_providers::provider_id))
        .load(conn)?;
    let rules = with_providers(conn, &own)?;
    let is_let = |rule: &&TermsRule| trades.iter().any(|trade| rule.lets(provider, trade));
    Ok(rules.iter().filter(is_let).map(|rule| rule.kind).collect())
}

/// Records where a kind may be offered.
pub fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    change: Change<TermsRule>,
) -> Result<TermsRule, Error> {
    let seen = change.after.version;
    let rule = TermsRule { version: seen + 1, ..change.after };
    let row = Row {
        kind: rule.kind.as_str().to_owned(),
        version: rule.version,
        trades_off: rule.trades_off.join(" "),
        providers_only: rule.providers_only,
    };
    if seen == 0 {
        let inserted = diesel::insert_into(terms_rules::table).values(&row).execute(&mut **tx);
        match inserted.map_err(Error::from) {
            // Two operators at once: the second hears that it has changed.
            Err(error) if error.is_duplicate() => return Err(Error::Stale),
            outcome => outcome?,
        };
    } else {
        let known = terms_rules::table
            .filter(terms_rules::kind.eq(&row.kind))
            .filter(terms_rules::version.eq(seen));
        if diesel::update(known).set(&row).execute(&mut **tx)? != 1 {
            return Err(Error::Stale);
        }
    }
    diesel::delete(terms_providers::table.filter(terms_providers::kind.eq(&row.kind)))
        .execute(&mut **tx)?;
    for provider in &rule.providers {
        diesel::insert_into(terms_providers::table)
            .values((
                terms_providers::kind.eq(&row.kind),
                terms_providers::provider_id.eq(provider.to_string()),
            ))
            .execute(&mut **tx)?;
    }
    facts::record(tx, Some(actor), &change.facts)?;
    Ok(rule)
}

fn with_providers(
    conn: &mut Conn,
    providers: &[(String, String)],
) -> Result<Vec<TermsRule>, Error> {
    let rows: Vec<Row> = terms_rules::table.select(Row::as_select()).load(conn)?;
    let mut known: BTreeMap<String, Row> =
        rows.into_iter().map(|row| (row.kind.clone(), row)).collect();
    let mut rules = Vec::new();
    for &kind in TermsKind::ALL {
        let mut rule = TermsRule::open(kind);
        if let Some(row) = known.remove(kind.as_str()) {
            rule.version = row.version;
            rule.trades_off = row.trades_off.split_whitespace().map(ToOwned::to_owned).collect();
            rule.providers_only = row.providers_only;
        }
        for (_, id) in providers.iter().filter(|(of, _)| of == kind.as_str()) {
            rule.providers.push(id.parse().map_err(|_| Error::corrupt("terms_providers", id))?);
        }
        rules.push(rule);
    }
    Ok(rules)
}
