//! The history of the tables: one list of portable SQL, run on both databases.
//!
//! A step that must differ carries a `sqlite.sql` and a `postgres.sql` in place of `up.sql`.

use diesel::{
    backend::Backend,
    connection::{BoxableConnection, SimpleConnection},
    migration::{Migration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion},
    prelude::*,
    sql_query,
    sql_types::{Integer, Text},
};
use diesel_migrations::MigrationHarness;

use crate::{Conn, Error};

struct Step {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! steps {
    ($($name:literal $($differs:ident)?,)+) => {
        &[$(steps!(@step $name $($differs)?)),+]
    };
    (@step $name:literal) => {
        Step {
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $name, "/up.sql")),
            postgres: include_str!(concat!("../../../migrations/", $name, "/up.sql")),
        }
    };
    (@step $name:literal differs) => {
        Step {
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $name, "/sqlite.sql")),
            postgres: include_str!(concat!("../../../migrations/", $name, "/postgres.sql")),
        }
    };
}

const STEPS: &[Step] = steps![
    "0001_accounts",
    "0002_facts",
    "0003_tenders",
    "0004_offers",
    "0005_reviews",
    "0006_directory",
    "0007_provider_search" differs,
    "0008_erased_identifiers",
    "0009_conversations",
    "0010_lists_in_order" differs,
    "0011_services" differs,
    "0012_inbox" differs,
    "0013_custom_offers" differs,
    "0014_services_of_offers" differs,
    "0015_quote_requests",
    "0016_files",
    "0017_needs",
    "0018_help_votes",
    "0019_money",
    "0020_deliveries",
    "0021_invoices" differs,
    "0030_search_documents" differs,
    "0031_order_reviews" differs,
    "0032_showcase",
    "0033_operator_money",
    "0034_timesheets" differs,
    "0035_two_people",
    "0036_charges",
    "0037_missions",
    "0038_dropped_cards",
    "0039_payments_of_orders",
    "0040_contact_messages",
    "0041_campaigns",
    "0042_commission_vat",
    "0043_cards" differs,
];

struct History {
    sqlite: bool,
}

struct Name(&'static str);

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl MigrationName for Name {
    fn version(&self) -> MigrationVersion<'_> {
        MigrationVersion::from(self.0.split('_').next().unwrap_or(self.0).to_owned())
    }
}

struct Metadata;

impl MigrationMetadata for Metadata {}

struct SqlStep {
    name: Name,
    sql: &'static str,
}

impl<DB: Backend> Migration<DB> for SqlStep {
    fn run(&self, conn: &mut dyn BoxableConnection<DB>) -> diesel::migration::Result<()> {
        Ok(conn.batch_execute(self.sql)?)
    }

    fn revert(&self, _conn: &mut dyn BoxableConnection<DB>) -> diesel::migration::Result<()> {
        Err("the history only goes forward: restore a backup".into())
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        &Metadata
    }

    fn name(&self) -> &dyn MigrationName {
        &self.name
    }
}

impl<DB: Backend> MigrationSource<DB> for History {
    fn migrations(&self) -> diesel::migration::Result<Vec<Box<dyn Migration<DB>>>> {
        let step = |step: &Step| {
            let sql = if self.sqlite { step.sqlite } else { step.postgres };
            Box::new(SqlStep { name: Name(step.name), sql }) as Box<dyn Migration<DB>>
        };
        Ok(STEPS.iter().map(step).collect())
    }
}

/// Brings the database to the newest step; says how many steps it ran.
pub fn run(url: &str) -> Result<usize, Error> {
    let mut conn = Conn::open(url).map_err(|error| Error::Unavailable(error.to_string()))?;
    let history = History { sqlite: conn.is_sqlite() };
    let ran = match &mut conn {
        Conn::Pg(conn) => conn.run_pending_migrations(history).map(|steps| steps.len()),
        Conn::Sqlite(conn) => {
            // A step may lay a table anew that others refer to: they are checked when all is done.
            conn.batch_execute("pragma foreign_keys = off")?;
            let ran = conn.run_pending_migrations(history).map(|steps| steps.len());
            ran.and_then(|count| check_references(conn).map(|()| count))
        }
    };
    ran.map_err(|error| Error::Unavailable(format!("migration failed: {error}")))
}

/// Every row that another one names is there. That reads the whole file: once for each newest step, which the file
/// notes when it was found sound.
fn check_references(conn: &mut SqliteConnection) -> diesel::migration::Result<()> {
    let checked: Checked = sql_query("pragma user_version").get_result(conn)?;
    if usize::try_from(checked.user_version) == Ok(STEPS.len()) {
        return Ok(());
    }
    let broken: Vec<Broken> = sql_query("pragma foreign_key_check").load(conn)?;
    match broken.first() {
        None => Ok(conn.batch_execute(&format!("pragma user_version = {}", STEPS.len()))?),
        Some(row) => Err(format!("{} refers to what {} has not", row.table, row.parent).into()),
    }
}

#[derive(QueryableByName)]
struct Checked {
    #[diesel(sql_type = Integer)]
    user_version: i32,
}

#[derive(QueryableByName)]
struct Broken {
    #[diesel(sql_type = Text)]
    table: String,
    #[diesel(sql_type = Text)]
    parent: String,
}
