//! Part 6 « Lawful invoices »: numbers without a gap, whatever happens at once.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use estrade_db::{Error, conn::SimpleConnection, invoices};
use estrade_domain::invoices::{Invoice, InvoiceRefusal};
use estrade_testkit::people::PASSWORD;
use futures_util::future::join_all;

use super::sold;
use crate::custom_offers::Pair;

const AT_ONCE: usize = 100;

/// A hundred at once, with others among them that fail after they have drawn: the hundred have consecutive numbers, in
/// the order of their moments.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_at_once_follow_each_other() {
    let pair = Pair::talking().await;
    let buyer = pair.leo.organization.parse().unwrap();
    let issue = |place: usize| {
        pair.app.db.write(move |tx| {
            let invoice = sold(tx, buyer, &format!("purchase/{place}"))?;
            if place.is_multiple_of(3) { Err(InvoiceRefusal::Unsound.into()) } else { Ok(invoice) }
        })
    };
    let mut wanted: Vec<usize> = (0..AT_ONCE * 3 / 2).collect();
    wanted.retain(|place| !place.is_multiple_of(3) || place.is_multiple_of(2));
    let mut issued: Vec<Invoice> = Vec::new();
    // Whoever lost too many races is told so, and tries again as its caller would.
    while !wanted.is_empty() {
        let outcomes = join_all(wanted.iter().map(|&place| issue(place))).await;
        let stale: Vec<usize> = wanted
            .iter()
            .zip(&outcomes)
            .filter(|(_, outcome)| matches!(outcome, Err(Error::Stale)))
            .map(|(&place, _)| place)
            .collect();
        issued.extend(outcomes.into_iter().flatten());
        wanted = stale;
    }
    assert_eq!(issued.len(), AT_ONCE);
    issued.sort_by_key(|invoice| invoice.number);
    let numbers: Vec<i64> = issued.iter().map(|invoice| invoice.number.sequence).collect();
    assert_eq!(numbers, (1..=100).collect::<Vec<i64>>());
    assert!(issued.is_sorted_by_key(|invoice| invoice.issued_at));
    assert_eq!(pair.app.db.read(invoices::gaps).await.unwrap(), []);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// The same purchase, by many at once: one invoice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_purchase_is_invoiced_once() {
    let pair = Pair::talking().await;
    let buyer = pair.leo.organization.parse().unwrap();
    let issue = |_| pair.app.db.write(move |tx| sold(tx, buyer, "purchase/1"));
    let outcomes = join_all((0..32).map(issue)).await;
    let ids: BTreeSet<_> = outcomes.iter().flatten().map(|invoice| invoice.id).collect();
    assert_eq!(ids.len(), 1);
    pair.sell("purchase/2").await;
    assert_eq!(pair.app.db.read(invoices::gaps).await.unwrap(), []);
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// Each issuer counts for itself, and begins again with the year.
#[tokio::test]
async fn each_issuer_and_year_counts_for_itself() {
    let pair = Pair::talking().await.mandated().await;
    pair.approved(crate::custom_offers::fixed()).await;
    let own = pair.sell("purchase/1").await;
    assert_eq!(own.number.to_string(), "EST-2027-00001");
    pair.app.world.advance(TimeDelta::days(365));
    let next = pair.sell("purchase/2").await;
    assert_eq!(next.number.to_string(), "EST-2028-00001");
    pair.camille.log_in(&pair.camille.email, PASSWORD).await.expect(201);
    let theirs = super::of(&pair.camille, "").await;
    assert_eq!(theirs[0]["number"], "EST-2027-00001");
    pair.app.deliver().await;
    pair.app.stop().await;
}

/// What is missing is told: a number that was drawn and is on no invoice.
#[tokio::test]
async fn a_gap_is_found() {
    let pair = Pair::talking().await;
    for purchase in ["purchase/1", "purchase/2"] {
        pair.sell(purchase).await;
    }
    let skip = "update invoice_sequences set last_number = 4";
    pair.app.db.read(move |conn| Ok(conn.batch_execute(skip)?)).await.unwrap();
    let gaps = pair.app.db.read(invoices::gaps).await.unwrap();
    let told: Vec<_> =
        gaps.iter().map(|gap| (gap.issuer.as_str(), gap.year, &gap.missing[..])).collect();
    assert_eq!(told, [("platform", 2027, &[3, 4][..])]);
    let right = "update invoice_sequences set last_number = 2";
    pair.app.db.read(move |conn| Ok(conn.batch_execute(right)?)).await.unwrap();
    pair.app.deliver().await;
    pair.app.stop().await;
}
