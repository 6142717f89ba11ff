//! `estrade demo`: fills an empty database with the demo and stops.

use crate::{
    config::{Config, Fault},
    demo,
};

/// Runs it.
pub fn run() -> Result<(), Fault> {
    super::serve::start_logging();
    let config = Config::from_env()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        if !fill_if_empty(&config).await? {
            return Err(
                "the database already has organizations: the demo wants an empty one".into()
            );
        }
        demo::introduce();
        Ok(())
    })
}

/// Fills the database unless someone has registered already; says whether it did.
pub async fn fill_if_empty(config: &Config) -> Result<bool, Fault> {
    let db = config.open_database()?;
    if !demo::is_empty(&db).await? {
        return Ok(false);
    }
    let (files, now) = (config.open_files()?, db.world().now());
    demo::fill(&config.database_url, files, &config.settings.public_url, now).await?;
    Ok(true)
}
