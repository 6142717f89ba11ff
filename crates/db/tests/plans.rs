//! The lists that everyone pages through read a range of an index in its order: `SQLite` says so itself.
//! A scan of a table or a sort of what was found would show in its plan.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use std::sync::{Arc, Mutex};

use diesel::{
    Connection, QueryableByName, RunQueryDsl,
    connection::InstrumentationEvent,
    dsl::sql,
    sql_query,
    sql_types::{Bool, Text},
};
use estrade_db::{
    Conn, Error, audience, campaigns, conversations, directory, files, listings, lots,
    matching::{self, Area},
    migrate, needs, orders,
    page::{Page, Window},
    payments,
    search::Search,
    services, tenders,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind, Role},
    campaigns::{CampaignStatus, Placement},
    ids::{AccountId, CampaignId, Id, LotId, OfferId, OrderId, OrganizationId, TagId},
    ledger::Purse,
    lots::LotStatus,
    money::Money,
    search::Words,
    tenders::TenderStatus,
    world::Instant,
};
use tempfile::TempDir;
use uuid::Uuid;

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

fn database() -> (TempDir, Conn) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("estrade.db").to_string_lossy().into_owned();
    migrate::run(&path).unwrap();
    (dir, Conn::open(&path).unwrap())
}

/// The plans of the statements that some work sends.
fn plans(work: impl FnOnce(&mut Conn) -> Result<(), Error>) -> Vec<String> {
    let (_dir, mut conn) = database();
    let statements: Arc<Mutex<Vec<String>>> = Arc::default();
    let seen = Arc::clone(&statements);
    conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            seen.lock().unwrap().push(query.to_string());
        }
    });
    work(&mut conn).unwrap();
    let Conn::Sqlite(sqlite) = &mut conn else { unreachable!("it was opened on a file") };
    sqlite.set_instrumentation(|_: InstrumentationEvent<'_>| {});
    let statements = statements.lock().unwrap().clone();
    let explain = |statement: &String| {
        let steps: Vec<Step> =
            sql_query(format!("explain query plan {statement}")).load(sqlite).unwrap();
        let steps: Vec<String> = steps.into_iter().map(|step| step.detail).collect();
        format!("{statement}\n{}", steps.join("\n"))
    };
    statements.iter().map(explain).collect()
}

fn assert_ranges(work: impl FnOnce(&mut Conn) -> Result<(), Error>) {
    let plans = plans(work);
    assert!(!plans.is_empty());
    for plan in plans {
        assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}

/// Else each value that is bound to a `limit` compiles the statement anew: `.cargo/config.toml` says how it is built.
#[test]
fn a_statement_is_compiled_once() {
    let (_dir, mut conn) = database();
    let used = sql::<Bool>("sqlite_compileoption_used('ENABLE_QPSG')");
    assert!(diesel::select(used).get_result::<bool>(&mut conn).unwrap());
}

/// An inbox may be a thousand times the size of another: no plan is good for both (`PostgreSQL` keeps one for each
/// statement that stays prepared).
#[test]
fn an_inbox_is_planned_for_its_values() {
    let (_dir, mut conn) = database();
    let kept: Arc<Mutex<Vec<String>>> = Arc::default();
    let seen = Arc::clone(&kept);
    conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::CacheQuery { sql, .. } = event {
            seen.lock().unwrap().push(sql.to_owned());
        }
    });
    let actor = Actor {
        account: AccountId::from_uuid(Uuid::from_u128(1)),
        organization: organization(),
        kind: OrganizationKind::Provider,
        role: Role::Owner,
    };
    let tag = Some(TagId::from_uuid(Uuid::from_u128(1)));
    let window = Window { after: None, limit: 20 };
    for (unread, tag) in [(false, None), (true, None), (false, tag), (true, tag)] {
        let wanted = conversations::Wanted { unread, tag, ..Default::default() };
        conversations::inbox(&mut conn, &actor, &wanted, &window).unwrap();
    }
    let kept = kept.lock().unwrap();
    assert_eq!(kept.iter().filter(|sql| sql.contains("last_text")).count(), 0);
    assert!(!kept.is_empty(), "what the inbox looks up beside stays prepared");
}

fn organization() -> OrganizationId {
    OrganizationId::from_uuid(Uuid::from_u128(1))
}

fn later() -> Window<(i64, String)> {
    Window { after: Some((1, "tnd_x".to_owned())), limit: 20 }
}

#[test]
fn the_public_list_is_one_range() {
    assert_ranges(|conn| listings::find(Some("dj"), None, later()).read(conn).map(drop));
}

#[test]
fn the_directory_is_one_range() {
    assert_ranges(|conn| directory::list(Some("dj"), Some("76"), later()).read(conn).map(drop));
}

/// What few have is looked up in the list one by one, not by going through the list for each.
#[test]
fn what_a_search_finds_is_looked_up_by_its_key() {
    let window = Window { after: None, limit: 20 };
    let sought = || Search {
        words: Words::parse("mariage").unwrap(),
        trade: Some("dj"),
        departement: Some("76"),
    };
    let (providers, shelf) = (window.clone(), window);
    let mut found = plans(|conn| directory::search(conn, &sought(), &providers).map(drop));
    found.extend(plans(|conn| services::search(conn, &sought(), &shelf).map(drop)));
    for index in ["directory_entries_organization", "service_listings_service"] {
        assert!(found.iter().any(|plan| plan.contains(&format!("SEARCH d USING INDEX {index} ("))));
    }
}

#[test]
fn the_catalogue_and_a_shelf_are_ranges() {
    assert_ranges(|conn| services::find(conn, Some("dj"), Some("76"), None, &later()).map(drop));
    assert_ranges(|conn| services::of_provider(conn, organization(), &later()).map(drop));
    assert_ranges(|conn| services::mine(conn, organization(), &later()).map(drop));
}

#[test]
fn potential_tenders_are_ranges() {
    let area = Area {
        provider: organization(),
        trades: vec!["dj".to_owned(), "traiteur".to_owned()],
        departements: vec!["27".to_owned(), "76".to_owned()],
    };
    assert_ranges(|conn| matching::potential(conn, &area, &later()).map(drop));
}

#[test]
fn a_choice_and_a_clients_needs_are_ranges() {
    let budget = Some(Money::euros(50_000));
    assert_ranges(|conn| services::find(conn, Some("dj"), Some("76"), budget, &later()).map(drop));
    assert_ranges(|conn| needs::of_client(conn, organization(), &later()).map(drop));
    let since = Instant::UNIX_EPOCH;
    assert_ranges(|conn| needs::sent_since(conn, organization(), since).map(drop));
}

/// A value that is bound proves no partial index: its words stand in the statement.
#[test]
fn files_that_leave_are_found_by_their_own_index() {
    let found = plans(|conn| files::leaving(conn).map(drop));
    assert!(
        found.iter().all(|plan| plan.contains("USING COVERING INDEX files_leaving")),
        "{found:?}"
    );
}

#[test]
fn the_loyalty_of_a_provider_is_one_range() {
    let since = Instant::UNIX_EPOCH;
    assert_ranges(|conn| orders::completed_since(conn, organization(), since).map(drop));
}

#[test]
fn what_each_look_at_an_order_reads_is_a_range() {
    let (order, lot) =
        (OrderId::from_uuid(Uuid::from_u128(2)), LotId::from_uuid(Uuid::from_u128(3)));
    assert_ranges(|conn| payments::kept_card(conn, order).map(drop));
    assert_ranges(|conn| payments::living(conn, Purse { order, milestone: 1 }).map(drop));
    assert_ranges(|conn| orders::of_lot(conn, lot).map(drop));
    let offer = [OfferId::from_uuid(Uuid::from_u128(4))];
    assert_ranges(|conn| orders::of_offers(conn, &offer, organization()).map(drop));
}

#[test]
fn banners_and_campaigns_are_ranges() {
    let (now, id) = (Instant::UNIX_EPOCH, CampaignId::from_uuid(Uuid::from_u128(5)));
    assert_ranges(|conn| campaigns::shown(conn, Placement::Home, "76", now).map(drop));
    assert_ranges(|conn| campaigns::mine(conn, organization(), &later()).map(drop));
    assert_ranges(|conn| campaigns::count_drafts(conn, organization()).map(drop));
    for status in CampaignStatus::ALL.iter().copied().map(Some).chain([None]) {
        assert_ranges(|conn| campaigns::paid(conn, status, now, &later()).map(drop));
    }
    assert_ranges(|conn| audience::of_campaigns(conn, std::iter::once(id)).map(drop));
    assert_ranges(|conn| audience::of_pages(conn, now.date_naive()).map(drop));
}

#[test]
fn a_clients_tenders_and_lots_are_ranges() {
    for status in TenderStatus::ALL.iter().copied().map(Some).chain([None]) {
        assert_ranges(|conn| tenders::of_client(conn, organization(), status, &later()).map(drop));
    }
    assert_ranges(|conn| {
        lots::of_client(conn, organization(), LotStatus::Chosen, &later()).map(drop)
    });
}
