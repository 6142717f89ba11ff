//! Of several workers on one database, one works; and it tidies up.

use chrono::TimeDelta;
use estrade_db::{Db, idempotency};
use estrade_relay::{Turn, Worker};
use estrade_testkit::{TestApp, people::client_form};

async fn work(worker: &mut Worker) {
    for _ in 0..100 {
        if worker.turn().await.unwrap() != Turn::Worked {
            return;
        }
    }
    panic!("the worker never comes to rest");
}

/// S1-008: a worker that dies does not hold the others up for longer than its lease of a minute.
#[tokio::test]
async fn one_worker_works_until_its_lease_ends() {
    let app = TestApp::start().await;
    let (mut first, mut second) = (app.worker(), app.worker());
    assert_eq!(first.turn().await.unwrap(), Turn::Idle);
    let _ = app.visitor().post("/v1/registrations", client_form("camille")).await.expect(202);
    assert_eq!(second.turn().await.unwrap(), Turn::Standby);
    app.world.advance(TimeDelta::seconds(59));
    assert_eq!(second.turn().await.unwrap(), Turn::Standby);
    app.world.advance(TimeDelta::seconds(1));
    assert_eq!(second.turn().await.unwrap(), Turn::Worked);
    assert_eq!(first.turn().await.unwrap(), Turn::Standby);
    work(&mut second).await;
    assert_eq!(app.mails_to("camille@exemple.fr").await.len(), 1);
    app.stop().await;
}

/// A lease that is renewed in time is never lost, and one that is given back is free at once.
#[tokio::test]
async fn a_lease_is_renewed_and_given_back() {
    let app = TestApp::start().await;
    let (mut first, mut second) = (app.worker(), app.worker());
    for _ in 0..5 {
        assert_eq!(first.turn().await.unwrap(), Turn::Idle);
        assert_eq!(second.turn().await.unwrap(), Turn::Standby);
        app.world.advance(TimeDelta::seconds(40));
    }
    assert_eq!(first.turn().await.unwrap(), Turn::Idle);
    first.release().await.unwrap();
    assert_eq!(second.turn().await.unwrap(), Turn::Idle);
    app.stop().await;
}

async fn store_key(db: &Db, key: &'static str) {
    let stored = idempotency::Stored {
        fingerprint: "f".to_owned(),
        status: 200,
        response: "{}".to_owned(),
        location: None,
    };
    db.write(move |tx| idempotency::insert(tx, "acc", key, &stored)).await.unwrap();
}

async fn knows_key(db: &Db, key: &'static str) -> bool {
    db.read(move |conn| idempotency::find(conn, "acc", key)).await.unwrap().is_some()
}

/// Answers kept for repeated requests go after a day, sessions long after their end.
#[tokio::test]
async fn what_has_served_is_removed() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let mut worker = app.worker();
    store_key(&app.db, "old").await;
    app.world.advance(TimeDelta::hours(23));
    store_key(&app.db, "new").await;
    work(&mut worker).await;
    assert!(knows_key(&app.db, "old").await);
    app.world.advance(TimeDelta::hours(1));
    work(&mut worker).await;
    assert!(!knows_key(&app.db, "old").await);
    assert!(knows_key(&app.db, "new").await);
    app.world.advance(TimeDelta::days(200));
    work(&mut worker).await;
    assert!(!knows_key(&app.db, "new").await);
    assert!(app.mails_to(&camille.email).await.is_empty());
    let _ = camille.log_in(&camille.email, estrade_testkit::people::PASSWORD).await.expect(201);
    app.stop().await;
}
