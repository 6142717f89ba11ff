//! Offers on lots, from the application to the review, as rows: what is recorded with each decision.

mod price;
mod races;
mod records;
mod speaks;
mod timers;

use estrade_db::{facts, lots, offers};
use estrade_domain::{
    ids::{LotId, OfferId},
    lots::Lot,
    offers::Offer,
};
use estrade_testkit::TestApp;

async fn lot(app: &TestApp, id: LotId) -> Lot {
    app.db.read(move |conn| lots::get(conn, id)).await.unwrap()
}

async fn offer(app: &TestApp, id: OfferId) -> Offer {
    app.db.read(move |conn| offers::get(conn, id)).await.unwrap()
}

/// The kinds of what happened since the relay last looked.
async fn told(app: &TestApp) -> Vec<&'static str> {
    let waiting = app.db.read(|conn| facts::unrelayed(conn, 100)).await.unwrap();
    let kinds = waiting.iter().map(|recorded| recorded.fact.kind()).collect();
    app.deliver().await;
    kinds
}
