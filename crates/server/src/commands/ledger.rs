//! `estrade ledger verify`: whether the books hold. When they do not, it says what, and no money moves until
//! `estrade ledger resume`.

use estrade_db::ledger;

use crate::config::{Config, Fault};

/// Verifies, and stops the ledger when it does not hold.
pub fn verify() -> Result<(), Fault> {
    runtime()?.block_on(async {
        let db = Config::from_env()?.open_database()?;
        let wrong = db.read(ledger::verify).await?;
        if wrong.is_empty() {
            println!("The ledger holds.");
            return Ok(());
        }
        let count = wrong.len();
        for line in &wrong {
            println!("{line}");
        }
        let reason = wrong.into_iter().next().unwrap_or_default();
        db.write(move |tx| ledger::stop(tx, &reason)).await?;
        Err(format!("the ledger does not hold in {count} places: no money moves until `estrade ledger resume`").into())
    })
}

/// Lets money move again, after someone looked.
pub fn resume() -> Result<(), Fault> {
    runtime()?.block_on(async {
        let db = Config::from_env()?.open_database()?;
        let wrong = db.read(ledger::verify).await?;
        if let Some(line) = wrong.first() {
            return Err(format!("the ledger still does not hold: {line}").into());
        }
        db.write(ledger::resume).await?;
        println!("Money moves again.");
        Ok(())
    })
}

fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
