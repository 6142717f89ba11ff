//! The doors of the database, on each of the two.

use std::{
    sync::{Arc, Barrier},
    time::Duration,
};

use chrono::TimeDelta;
use estrade_db::{Conn, Db, Error, conn::SimpleConnection, leases, listings, page::Window};
use estrade_testkit::{TestDatabase, TestWorld};

fn opened(database: &TestDatabase) -> Db {
    Db::open(&database.url, 2, Arc::new(TestWorld::default())).unwrap()
}

fn count(conn: &mut Conn) -> Result<i64, Error> {
    listings::count_public(conn)
}

/// Many more than there are connections ask at once, and each is answered.
#[tokio::test]
async fn everyone_who_waits_is_answered() {
    let database = TestDatabase::create();
    let db = opened(&database);
    let asking: Vec<_> = (0..200)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move { db.read(count).await })
        })
        .collect();
    for answer in asking {
        assert_eq!(answer.await.unwrap().unwrap(), 0);
    }
}

fn take(db: &Db, holder: &'static str) -> impl Future<Output = Result<bool, Error>> {
    db.write(move |tx| leases::take(tx, "chair", holder, tx.now() + TimeDelta::days(1)))
}

/// A write that panics leaves nothing behind: neither what it wrote nor a transaction that the next one falls into.
#[tokio::test]
async fn a_panic_takes_its_transaction_with_it() {
    let database = TestDatabase::create();
    let db = opened(&database);
    for _ in 0..5 {
        let outcome: Result<(), Error> = db
            .write(|tx| {
                leases::take(tx, "chair", "one", tx.now() + TimeDelta::days(1))?;
                panic!("as this test means it to");
            })
            .await;
        assert!(matches!(outcome, Err(Error::Unavailable(_))), "{outcome:?}");
        assert!(take(&db, "two").await.unwrap());
        db.write(|tx| leases::release(tx, "chair", "two")).await.unwrap();
    }
}

/// Who goes away while others are served, or is told that it waited too long, has asked nothing. `SQLite` reads at once,
/// and its writer is never busy long.
#[tokio::test]
async fn who_goes_away_before_its_turn_is_called_off() {
    if std::env::var_os("ESTRADE_TEST_POSTGRES").is_none() {
        return;
    }
    let database = TestDatabase::create();
    let db = opened(&database);
    let (tell, mut told) = tokio::sync::mpsc::channel(2);
    let gate = Arc::new(Barrier::new(3));
    let slow: Vec<_> = (0..2)
        .map(|_| {
            let (db, tell, gate) = (db.clone(), tell.clone(), Arc::clone(&gate));
            tokio::spawn(async move {
                db.read(move |conn| {
                    tell.blocking_send(()).unwrap();
                    gate.wait();
                    count(conn)
                })
                .await
            })
        })
        .collect();
    for _ in 0..2 {
        told.recv().await.unwrap();
    }
    assert!(tokio::time::timeout(Duration::from_millis(10), take(&db, "one")).await.is_err());
    let late = take(&db, "one").await;
    assert!(matches!(late, Err(Error::Unavailable(_))), "{late:?}");
    tokio::task::spawn_blocking(move || gate.wait()).await.unwrap();
    for read in slow {
        assert_eq!(read.await.unwrap().unwrap(), 0);
    }
    assert!(take(&db, "two").await.unwrap());
}

async fn page(db: &Db) -> Result<usize, Error> {
    let window = Window { after: None, limit: 20 };
    Ok(db.page(listings::find(None, None, window)).await?.items.len())
}

/// Pages that are asked for at once, on one thread and on others, are each answered; so are those whose neighbours
/// went away.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_pages_are_read_at_once() {
    let database = TestDatabase::create();
    let db = opened(&database);
    let asking: Vec<_> = (0..200)
        .map(|turn| {
            let db = db.clone();
            let asked = tokio::spawn(async move { page(&db).await });
            if turn % 5 == 0 {
                asked.abort();
            }
            (turn, asked)
        })
        .collect();
    for (turn, answer) in asking {
        let answer = answer.await;
        assert!(turn % 5 == 0 || answer.unwrap().unwrap() == 0);
    }
}

/// Lists come back by themselves when `PostgreSQL` ended their connection.
#[tokio::test]
async fn a_list_is_read_again_when_its_connection_ended() {
    let database = TestDatabase::create();
    let db = opened(&database);
    page(&db).await.unwrap();
    if std::env::var_os("ESTRADE_TEST_POSTGRES").is_none() {
        return;
    }
    let others = "select pg_terminate_backend(pid) from pg_stat_activity \
        where datname = current_database() and pid <> pg_backend_pid()";
    db.read(move |conn| Ok(conn.batch_execute(others)?)).await.unwrap();
    for _ in 0..500 {
        if page(&db).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the list did not come back");
}
