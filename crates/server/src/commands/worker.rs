//! `estrade worker`: delivers mails and notices and carries out deadlines, until it is stopped.

use std::{env, sync::Arc, time::Duration};

use estrade_relay::{Draughtsman, Relay, Turn, Worker};
use object_store::ObjectStore;
use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
    time::timeout,
};

use crate::config::{Config, Fault};

const IDLE: Duration = Duration::from_millis(500);
const STANDBY: Duration = Duration::from_secs(2);
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Runs it alone.
pub fn run() -> Result<(), Fault> {
    super::serve::start_logging();
    let config = Config::from_env()?;
    let relay = Relay::new(
        config.open_database()?,
        config.transport()?,
        config.settings.public_url.clone(),
    )
    .with_stripe(config.stripe()?)
    .in_the_name_of(config.settings.platform.clone());
    let worker = with(relay, config.open_files()?)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (stop, stopped) = watch::channel(false);
        let mut terminate = signal(SignalKind::terminate())?;
        let working = tokio::spawn(work(worker, stopped));
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        stop.send_replace(true);
        Ok(working.await?)
    })
}

/// A worker whose previews are drawn by this program, started anew for each.
pub fn with(relay: Relay, files: Arc<dyn ObjectStore>) -> Result<Worker, Fault> {
    let draughtsman = Draughtsman::Program(env::current_exe()?);
    Ok(Worker::new(relay, files).drawing_by(draughtsman))
}

/// Delivers until it is told to stop; then ends its round and gives its lease back.
pub async fn work(mut worker: Worker, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let pause = match worker.turn().await {
            Ok(Turn::Worked) => continue,
            Ok(Turn::Idle) => IDLE,
            Ok(Turn::Standby) => STANDBY,
            Err(error) => {
                tracing::error!(%error, "delivery failed; trying again");
                AFTER_FAILURE
            }
        };
        // Either it is told to stop, or the pause is over.
        drop(timeout(pause, stopped.changed()).await);
    }
    if let Err(error) = worker.release().await {
        tracing::warn!(%error, "the lease was not given back; it ends by itself");
    }
}
