//! The measurements: short rounds in which each thing has its turn beside its ceiling, so that what else the
//! machine does falls on all of them alike; of the rounds the median.

use std::{path::Path, time::Duration};

use crate::{
    Fault, ceiling, disk,
    load::{self, Manner, Outcome, Requests},
    report::{Measured, table},
    scenarios,
    server::Server,
    streams, talks,
};

const ROUNDS: usize = 3;
const WARM_UP: Duration = Duration::from_millis(300);
const TURN: Duration = Duration::from_secs(2);
const STORM: Duration = Duration::from_secs(6);
/// So many ask at a time.
const CONNECTIONS: u32 = 32;
/// Logins a second, in the storm.
const LOGINS: u32 = 500;
/// What visitors read meanwhile, a second: far from all that the machine could answer.
const READS: u32 = 500;

/// A thing to measure: its ceiling, its name and its requests.
type Turn = (&'static str, &'static str, Requests);

/// Measures each `NAME=DATABASE`.
pub async fn run(folder: &Path, estrade: &Path, databases: &[&str]) -> Result<(), Fault> {
    let ceiling = Server::ceiling(folder).await?;
    for database in databases {
        let (name, url) = database.split_once('=').ok_or("NAME=DATABASE")?;
        without_cache(&ceiling, folder, estrade, name, url).await?;
        conversations(&ceiling, folder, estrade, name, url).await?;
        money(&ceiling, folder, estrade, name, url).await?;
        with_cache(&ceiling, folder, estrade, name, url).await?;
    }
    Ok(())
}

async fn without_cache(
    ceiling: &Server,
    folder: &Path,
    estrade: &Path,
    name: &str,
    url: &str,
) -> Result<(), Fault> {
    let server = Server::estrade(estrade, url, folder, Some(0)).await?;
    let idle_mb = server.memory_mb()?;
    let turns: Vec<Turn> = vec![
        (ceiling::TENDERS, "open tenders, first page", scenarios::tenders(&server).await?),
        (ceiling::TENDERS, "open tenders, 500th page", scenarios::deep(&server).await?),
        (ceiling::PROVIDERS, "directory", scenarios::providers(&server).await?),
        (ceiling::PROVIDERS, "full-text search", scenarios::search()),
        (ceiling::TENDERS, "application to a lot", scenarios::applications(folder)?),
    ];
    let rows = rounds(ceiling, &server, turns).await?;
    table(&format!("{name}, without a cache"), &rows);
    let after_mb = server.memory_mb()?;
    println!(
        "\nready in {:.0} ms; memory {idle_mb:.0} MB idle, {after_mb:.0} MB after",
        server.ready_ms
    );
    storm(&server).await
}

/// An inbox of many conversations, and those who hear live what is said in them.
async fn conversations(
    ceiling: &Server,
    folder: &Path,
    estrade: &Path,
    name: &str,
    url: &str,
) -> Result<(), Fault> {
    let server = Server::estrade(estrade, url, folder, Some(0)).await?;
    let inbox = async |tag| talks::inbox(&server, tag).await;
    let turns: Vec<Turn> = vec![
        (ceiling::TENDERS, "inbox by a tag and unread", inbox(talks::OFTEN).await?),
        (ceiling::TENDERS, "inbox by a rare tag and unread", inbox(talks::RARELY).await?),
        (ceiling::TENDERS, "inbox by a tag of which all is read", inbox(talks::OFTEN_READ).await?),
        (ceiling::TENDERS, "conversation, latest 50 entries", talks::threads(&server).await?),
        (ceiling::TENDERS, "conversation, 100th page of 50", talks::deep_threads(&server).await?),
    ];
    let rows = rounds(ceiling, &server, turns).await?;
    table(&format!("{name}, conversations"), &rows);
    streams::run(&server).await
}

/// Money that moves, beside how often this disk can make anything last.
async fn money(
    ceiling: &Server,
    folder: &Path,
    estrade: &Path,
    name: &str,
    url: &str,
) -> Result<(), Fault> {
    let server = Server::estrade(estrade, url, folder, Some(0)).await?;
    let turns: Vec<Turn> =
        vec![(ceiling::TENDERS, "delivery accepted, funds released", scenarios::releases(folder)?)];
    let syncs_before = disk::syncs_per_second(folder)?;
    let rows = rounds(ceiling, &server, turns).await?;
    let syncs_after = disk::syncs_per_second(folder)?;
    table(&format!("{name}, money"), &rows);
    println!(
        "\nthe disk makes {syncs_before:.0} writes a second last, {syncs_after:.0} after the run"
    );
    Ok(())
}

async fn with_cache(
    ceiling: &Server,
    folder: &Path,
    estrade: &Path,
    name: &str,
    url: &str,
) -> Result<(), Fault> {
    let server = Server::estrade(estrade, url, folder, None).await?;
    let turns: Vec<Turn> = vec![
        (ceiling::TENDERS, "open tenders, first page", scenarios::tenders(&server).await?),
        (ceiling::PROVIDERS, "directory", scenarios::providers(&server).await?),
    ];
    let rows = rounds(ceiling, &server, turns).await?;
    table(&format!("{name}, with the cache as it comes"), &rows);
    println!("\nmemory {:.0} MB after", server.memory_mb()?);
    Ok(())
}

async fn rounds(
    ceiling: &Server,
    server: &Server,
    turns: Vec<Turn>,
) -> Result<Vec<Measured>, Fault> {
    let mut ceilings = [
        Measured { name: "ceiling: 20 tenders from memory", ..Measured::default() },
        Measured { name: "ceiling: 20 providers from memory", ..Measured::default() },
    ];
    let mut rows: Vec<Measured> =
        turns.iter().map(|turn| Measured { name: turn.1, ..Measured::default() }).collect();
    for _ in 0..ROUNDS {
        let mut highest = [0.0; 2];
        for (place, path) in scenarios::CEILINGS.into_iter().enumerate() {
            let outcome = turn(ceiling, &scenarios::ceiling(path)).await?;
            highest[place] = outcome.per_second;
            ceilings[place].rounds.push((outcome, 1.0));
        }
        for ((path, _, requests), row) in turns.iter().zip(&mut rows) {
            let outcome = turn(server, requests).await?;
            let highest = highest[usize::from(*path == ceiling::PROVIDERS)];
            let ratio = outcome.per_second / highest;
            row.rounds.push((outcome, ratio));
        }
    }
    Ok(ceilings.into_iter().chain(rows).collect())
}

async fn turn(server: &Server, requests: &Requests) -> Result<Outcome, Fault> {
    let manner = |duration| Manner { connections: CONNECTIONS, duration, pace: None };
    load::run(server.address, requests, manner(WARM_UP)).await?;
    let ran_us = server.processor_us()?;
    let mut outcome = load::run(server.address, requests, manner(TURN)).await?;
    let answers: u64 = outcome.statuses.values().sum();
    outcome.server_us = (server.processor_us()? - ran_us) / f64::from(u32::try_from(answers)?);
    match outcome.statuses.keys().find(|status| !(200..300).contains(*status)) {
        Some(status) => Err(format!("{status} among {:?}", outcome.statuses).into()),
        None => Ok(outcome),
    }
}

/// What visitors feel of 500 logins a second, and what memory they cost.
async fn storm(server: &Server) -> Result<(), Fault> {
    let reads = scenarios::tenders(server).await?;
    let steady = |pace, connections| Manner { connections, duration: STORM, pace: Some(pace) };
    let calm = load::run(server.address, &reads, steady(READS, CONNECTIONS)).await?;
    let before_mb = server.memory_mb()?;
    let logins = scenarios::logins(1000);
    let (storm, during) = tokio::join!(
        load::run(server.address, &logins, steady(LOGINS, 128)),
        load::run(server.address, &reads, steady(READS, CONNECTIONS)),
    );
    let (storm, during) = (storm?, during?);
    println!(
        "\n{LOGINS} logins a second: {:.0}/s answered {:?}, p50 {:.1} ms, p99 {:.1} ms; \
         memory {before_mb:.0} MB before, {:.0} MB after, {:.0} MB at the most",
        storm.per_second,
        storm.statuses,
        storm.p50_ms,
        storm.p99_ms,
        server.memory_mb()?,
        server.peak_memory_mb()?,
    );
    println!(
        "{READS} reads a second: p50 {:.2} ms, p99 {:.2} ms; during the logins p50 {:.2} ms, p99 {:.2} ms",
        calm.p50_ms, calm.p99_ms, during.p50_ms, during.p99_ms,
    );
    Ok(())
}
