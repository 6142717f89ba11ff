//! Whether a number is missing. None can be while only this crate writes; `estrade ledger verify` asks all the same.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::{
    Conn, Error,
    schema::{invoice_sequences, invoices},
};

/// The numbers that are missing in a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// `platform`, or the provider's id.
    pub issuer: String,
    /// The year of issue.
    pub year: i32,
    /// Drawn, and not on any invoice.
    pub missing: Vec<i64>,
    /// On an invoice, and never drawn.
    pub undrawn: Vec<i64>,
}

/// Every sequence that is not whole; none when all are.
pub fn gaps(conn: &mut Conn) -> Result<Vec<Gap>, Error> {
    let drawn: Vec<(String, i32, i64)> = invoice_sequences::table
        .select((
            invoice_sequences::issuer,
            invoice_sequences::year,
            invoice_sequences::last_number,
        ))
        .load(conn)?;
    let mut last: BTreeMap<(String, i32), i64> =
        drawn.into_iter().map(|(issuer, year, number)| ((issuer, year), number)).collect();
    let counted: Vec<(String, i32, i64, Option<i64>)> = invoices::table
        .group_by((invoices::issuer, invoices::year))
        .select((
            invoices::issuer,
            invoices::year,
            diesel::dsl::count_star(),
            diesel::dsl::max(invoices::sequence),
        ))
        .load(conn)?;
    let mut suspects: Vec<((String, i32), i64)> = Vec::new();
    for (issuer, year, count, highest) in counted {
        let number = last.remove(&(issuer.clone(), year)).unwrap_or_default();
        if count != number || highest != Some(number) {
            suspects.push(((issuer, year), number));
        }
    }
    // Sequences without any invoice.
    suspects.extend(last.into_iter().filter(|(_, number)| *number > 0));
    suspects.into_iter().map(|(sequence, number)| gap(conn, sequence, number)).collect()
}

fn gap(conn: &mut Conn, (issuer, year): (String, i32), last: i64) -> Result<Gap, Error> {
    let there: BTreeSet<i64> = invoices::table
        .filter(invoices::issuer.eq(&issuer))
        .filter(invoices::year.eq(year))
        .select(invoices::sequence)
        .load(conn)?
        .into_iter()
        .collect();
    let missing = (1..=last).filter(|number| !there.contains(number)).collect();
    let undrawn = there.into_iter().filter(|&number| number > last).collect();
    Ok(Gap { issuer, year, missing, undrawn })
}
