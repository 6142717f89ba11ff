use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use estrade_db::{
    Db, contact_messages, directory, mails, offers, organizations, page::Window, reviews, services,
    tenders,
};
use estrade_domain::{
    actor::OrganizationKind,
    contact_messages::ContactStatus,
    lots::{Lot, LotStatus},
    offers::OfferState,
    organizations::LegalKind,
    tenders::{Tender, TenderStatus},
    world::Instant,
};
use estrade_testkit::TestDatabase;
use object_store::memory::InMemory;

use super::*;
use crate::world::Real;

const NOW: &str = "2026-11-22T11:00:00Z";

async fn filled() -> (TestDatabase, Db) {
    let database = TestDatabase::create();
    let db = Db::open(&database.url, 2, Arc::new(Real)).unwrap();
    assert!(is_empty(&db).await.unwrap());
    let (files, now) = (Arc::new(InMemory::new()), NOW.parse::<Instant>().unwrap());
    fill(&database.url, files, "http://127.0.0.1", now).await.unwrap();
    assert!(!is_empty(&db).await.unwrap());
    (database, db)
}

fn whole<K>() -> Window<K> {
    Window { after: None, limit: 100 }
}

async fn all_tenders(db: &Db) -> Vec<Tender> {
    let mut tenders = Vec::new();
    for person in cast::cast().unwrap() {
        let of_person = db.read(move |conn| {
            let party = organizations::find_by_handle(conn, &person.handle)?;
            tenders::of_client(conn, party.id, None, &whole())
        });
        tenders.extend(of_person.await.unwrap().items);
    }
    tenders
}

/// One filling for all: it takes seconds.
#[tokio::test]
async fn the_demo_is_rich_and_sends_nothing() {
    let (_database, db) = filled().await;
    it_shows_every_state(&db).await;
    it_has_people_of_every_kind(&db).await;
    it_has_messages_to_answer(&db).await;
    it_leaves_nothing_to_send(&db).await;
}

/// S4-022: one message was answered, two wait for whoever tries the operator.
async fn it_has_messages_to_answer(db: &Db) {
    for (state, count) in [(ContactStatus::Open, 2), (ContactStatus::Answered, 1)] {
        let found = db.read(move |conn| contact_messages::list(conn, state, &whole()));
        assert_eq!(found.await.unwrap().items.len(), count, "{state:?}");
    }
}

/// Whoever tries the demo finds every state: nothing is there only in theory.
async fn it_shows_every_state(db: &Db) {
    let tenders = all_tenders(db).await;
    assert!(tenders.len() >= 25, "{}", tenders.len());
    let statuses: BTreeSet<_> = tenders.iter().map(Tender::status).collect();
    assert_eq!(statuses, TenderStatus::ALL.iter().copied().collect());
    let lots: Vec<_> = tenders.iter().flat_map(|tender| tender.lots.clone()).collect();
    let of_lots: BTreeSet<_> = lots.iter().map(Lot::status).collect();
    assert_eq!(of_lots, LotStatus::ALL.iter().copied().collect());
    let mut of_offers = BTreeSet::new();
    for lot in &lots {
        let id = lot.id;
        let made = db.read(move |conn| offers::of_lot(conn, id, OfferState::ALL, &whole()));
        of_offers.extend(made.await.unwrap().items.iter().map(|(offer, _)| offer.state));
    }
    assert_eq!(of_offers, OfferState::ALL.iter().copied().collect());
}

/// S1-002, S1-003, S1-150: forty providers of many trades and départements, clients of all five kinds.
async fn it_has_people_of_every_kind(db: &Db) {
    let listed = db.page(directory::list(None, None, whole())).await.unwrap().items;
    let cards: Vec<directory::Card> = listed.iter().map(|it| it.card().unwrap()).collect();
    assert_eq!(cards.len(), 39, "forty, of whom one has no plan yet");
    let towns: BTreeSet<_> = cards.iter().map(|card| card.departement.clone()).collect();
    let trades: BTreeSet<_> = cards.iter().map(|card| card.main_trade.clone()).collect();
    assert!(towns.len() >= 20 && trades.len() >= 12, "{} {}", towns.len(), trades.len());
    assert!(cards.iter().filter(|card| card.rating.count > 0).count() >= 15);
    let mut kinds = BTreeSet::new();
    for person in cast::cast().unwrap() {
        let party = db.read(move |conn| organizations::find_by_handle(conn, &person.handle));
        let party = party.await.unwrap();
        kinds.insert((party.kind, party.legal_kind));
    }
    let expected = LegalKind::ALL.iter().copied().flat_map(|legal| {
        let kinds = OrganizationKind::ALL.iter().copied();
        kinds.filter(move |kind| legal.fits(*kind)).map(move |kind| (kind, legal))
    });
    assert_eq!(kinds, expected.collect());
    let leo = db.read(|conn| {
        let leo = organizations::find_by_handle(conn, "leo-platines")?;
        reviews::of_provider(conn, leo.id, &whole())
    });
    assert!(leo.await.unwrap().items.len() >= 2);
    it_has_services_of_every_provider(db).await;
}

/// S5-002, S5-010: whoever is in the directory has one to three services, so that clients may write to it.
async fn it_has_services_of_every_provider(db: &Db) {
    let mut on_shelf = BTreeMap::<_, usize>::new();
    let found = db.read(|conn| services::find(conn, None, None, None, &whole()));
    let mut with_photos = 0;
    for card in found.await.unwrap().items {
        with_photos += usize::from(card.photo.is_some());
        *on_shelf.entry(card.handle).or_default() += 1;
    }
    assert_eq!(on_shelf.len(), 39);
    assert!(on_shelf.values().all(|count| (1..=3).contains(count)), "{on_shelf:?}");
    assert!(with_photos >= 8, "{with_photos}");
}

/// Nothing of the past leaves: it is in the mailbox, as sent as it was then.
async fn it_leaves_nothing_to_send(db: &Db) {
    let now = NOW.parse::<Instant>().unwrap();
    let mails = db.read(|conn| mails::list(conn, None, &whole())).await.unwrap().items;
    assert!(!mails.is_empty());
    for mail in mails {
        assert_eq!(mail.state, "sent", "{}", mail.subject);
        assert!(mail.created_at <= now.timestamp_millis());
    }
}

#[tokio::test]
async fn the_same_day_gives_the_same_demo() {
    let ((_first, one), (_second, other)) = (filled().await, filled().await);
    let of = async |db: &Db| {
        let cards = db.page(directory::list(None, None, whole())).await.unwrap().items;
        let tenders = all_tenders(db).await;
        (cards, tenders.into_iter().map(|tender| (tender.id, tender.slug)).collect::<Vec<_>>())
    };
    assert_eq!(of(&one).await, of(&other).await);
}
