//! The sequences: where each issuer stands in each year.

use diesel::prelude::*;
use estrade_domain::{
    invoices::{Issuer, Number, Place},
    world::Instant,
};

use crate::{Error, Tx, schema::invoice_sequences};

/// Draws the next number of an issuer. It is given back when the transaction fails.
pub(super) fn draw(tx: &mut Tx<'_>, issuer: Issuer) -> Result<Place, Error> {
    let now = tx.now();
    let place = hold(tx, issuer)?.next(now);
    diesel::update(invoice_sequences::table.find((issuer.key(), place.number.year)))
        .set((
            invoice_sequences::last_number.eq(place.number.sequence),
            invoice_sequences::last_at.eq(place.at.timestamp_millis()),
        ))
        .execute(&mut **tx)?;
    Ok(place)
}

/// Where an issuer stands this year. Its row stays locked until the transaction ends.
pub(super) fn hold(tx: &mut Tx<'_>, issuer: Issuer) -> Result<Place, Error> {
    let (key, year) = (issuer.key(), Number::year_at(tx.now()));
    let row = invoice_sequences::table.find((key.as_str(), year));
    // An update that changes nothing is a lock on both databases.
    let held = diesel::update(row)
        .set(invoice_sequences::last_number.eq(invoice_sequences::last_number))
        .execute(&mut **tx)?;
    if held == 0 {
        begin(tx, &key, year)?;
    }
    let (sequence, at): (i64, i64) = row
        .select((invoice_sequences::last_number, invoice_sequences::last_at))
        .first(&mut **tx)?;
    let at = Instant::from_timestamp_millis(at);
    let at = at.ok_or_else(|| Error::corrupt("invoice_sequences", &key))?;
    Ok(Place { number: Number { year, sequence }, at })
}

fn begin(tx: &mut Tx<'_>, key: &str, year: i32) -> Result<(), Error> {
    let row = (
        invoice_sequences::issuer.eq(key),
        invoice_sequences::year.eq(year),
        invoice_sequences::last_number.eq(0),
        invoice_sequences::last_at.eq(0),
    );
    match diesel::insert_into(invoice_sequences::table).values(row).execute(&mut **tx) {
        Ok(_) => Ok(()),
        Err(error) => Err(match Error::from(error) {
            // Another began it meanwhile: tried again, this one finds it.
            error if error.is_duplicate() => Error::Stale,
            error => error,
        }),
    }
}
