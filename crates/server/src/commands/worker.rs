//! `estrade worker`: delivers mails and notices and carries out deadlines, until it is stopped.

use std::time::Duration;

use estrade_relay::Relay;

use crate::config::{Config, Fault};

const IDLE: Duration = Duration::from_millis(500);
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Runs it alone.
pub fn run() -> Result<(), Fault> {
    super::serve::start_logging();
    let config = Config::from_env()?;
    let relay = Relay::new(
        config.open_database()?,
        config.transport()?,
        config.settings.public_url.clone(),
    );
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        tokio::select! {
            () = work(relay) => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    });
    Ok(())
}

/// Delivers forever; waits when there is nothing to deliver.
pub async fn work(relay: Relay) {
    loop {
        match relay.deliver().await {
            Ok(0) => tokio::time::sleep(IDLE).await,
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "delivery failed; trying again");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
        }
    }
}
