//! Fills an `SQLite` database as a busy marketplace would have: everything goes through the domain and the db
//! crate as a request's would, so the rows are sound. The same sizes give the same rows, but for the day of
//! the filling. `scripts/bench` copies the tables to `PostgreSQL`.
//!
//! Half of the tenders ask for a DJ and a quarter are in Paris, so that one filter alone has 500 pages.

mod calls;
mod chance;
mod deals;
mod people;
mod talks;
mod texts;

use std::{fs, path::Path, sync::Arc};

use chrono::{SubsecRound, TimeDelta, Utc};
use estrade_db::{Conn, Db, Error, Tx, conn::SimpleConnection, directory};
use estrade_domain::{
    ids::OrganizationId,
    world::{Instant, World},
};
use estrade_testkit::TestWorld;

use crate::Fault;

/// How much.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Open tenders.
    pub tenders: usize,
    /// Providers in the directory.
    pub providers: usize,
    /// Offers that stand.
    pub offers: usize,
    /// Conversations of one inbox.
    pub conversations: usize,
    /// Messages in them.
    pub messages: usize,
}

/// So many in one transaction: a large one holds memory, a small one waits for the disk.
const CHUNK: usize = 500;
/// One writer that fills may hold more than one that serves.
const ROOMY: &str = "pragma cache_size = -400000; pragma wal_autocheckpoint = 100000;";
/// The oldest tender is as old as this, the youngest of today.
const HISTORY: TimeDelta = TimeDelta::days(60);

/// Fills the folder: the database, the providers, the keys of those who will apply, and where they apply.
pub async fn run(folder: &Path, size: Size) -> Result<(), Fault> {
    let path = folder.join("estrade.db").to_string_lossy().into_owned();
    estrade_db::migrate::run(&path)?;
    let world = world(HISTORY);
    let db = Db::open(&path, 2, Arc::new(world.clone()))?;
    db.write(|tx| Ok(tx.batch_execute(ROOMY)?)).await?;
    let clients = people::clients(&db, size.tenders / 20 + 1).await?;
    let providers = people::providers(&db, size.providers).await?;
    let keys = people::applicants(&db).await?;
    talks::fill(&db, size).await?;
    let deals = deals::fill(&db).await?;
    let lots = calls::publish(&db, size, world.now(), clients, &providers).await?;
    // All of it was told long ago: a worker that starts here has nothing to catch up on.
    db.write(|tx| Ok(tx.batch_execute("update facts set relay_due_at = null")?)).await?;
    let ids: Vec<String> = providers.iter().map(|it| it.organization.id.to_string()).collect();
    drop(db);
    Conn::open(&path)?.batch_execute("pragma wal_checkpoint(truncate)")?;
    for (name, lines) in [("providers", ids), ("keys", keys), ("lots", lots), ("deals", deals)] {
        fs::write(folder.join(name), lines.join("\n"))?;
    }
    Ok(())
}

/// Writes the directory and its search in a database to which the other tables were copied.
pub async fn index(folder: &Path, database: &str) -> Result<(), Fault> {
    let db = Db::open(database, 2, Arc::new(world(TimeDelta::zero())))?;
    let ids = fs::read_to_string(folder.join("providers"))?;
    let ids: Result<Vec<OrganizationId>, _> = ids.lines().map(str::parse).collect();
    for chunk in ids?.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        let refresh = move |tx: &mut Tx<'_>| {
            chunk.iter().try_for_each(|provider| directory::refresh(tx, *provider))
        };
        db.write(refresh).await?;
    }
    Ok(())
}

/// A world as it was so long ago.
#[expect(clippy::disallowed_methods, reason = "the server to be measured lives in the present")]
fn world(ago: TimeDelta) -> TestWorld {
    let world = TestWorld::default();
    let now: Instant = Utc::now().trunc_subsecs(3);
    world.advance(now - ago - world.now());
    world
}

/// Makes so many things, in order, some in each transaction.
async fn in_chunks<T, F>(db: &Db, count: usize, one: F) -> Result<Vec<T>, Error>
where
    T: Send + 'static,
    F: Fn(&mut Tx<'_>, usize) -> Result<T, Error> + Clone + Send + 'static,
{
    let mut made = Vec::with_capacity(count);
    for start in (0..count).step_by(CHUNK) {
        let one = one.clone();
        let chunk = start..(start + CHUNK).min(count);
        let chunk = db.write(move |tx| chunk.clone().map(|number| one(tx, number)).collect());
        let chunk: Vec<T> = chunk.await?;
        made.extend(chunk);
    }
    Ok(made)
}
