//! A published tender reaches every matching provider, however many they are.

use estrade_db::{Error, Tx, accounts, facts, mails, organizations, page::Window};
use estrade_domain::{
    accounts::Account,
    facts::Fact,
    ids::AccountId,
    organizations::Organization,
    text::{Email, Handle},
};
use estrade_relay::{Relay, Transport};
use estrade_testkit::{Person, Reply, TestApp, people::client_form};
use serde_json::{Value, json};

use super::{last_text, letters, notices, tick};
use crate::tenders::{call, provider, published, version};

const TENDER: &str = "tender.published";

/// S1-036, S1-065: trade and département (or the whole of France) decide, on FREE and on VIP+ alike;
/// S1-066: nothing leaves before a provider has a plan.
#[tokio::test]
async fn a_tender_reaches_every_provider_that_matches() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let told = [
        app.vip_provider("dj-vip").await,
        provider(&app, "dj-free", &["dj"], &["76"]).await,
        provider(&app, "dj-france", &["dj"], &[]).await,
        provider(&app, "cook", &["traiteur"], &["27", "76"]).await,
        provider(&app, "both", &["dj", "traiteur"], &["76"]).await,
    ];
    let untold = [
        app.provider("dj-without-plan").await,
        provider(&app, "dj-elsewhere", &["dj"], &["13"]).await,
        provider(&app, "photographer", &["photographe"], &["76"]).await,
    ];
    let slug = published(&camille, call()).await.str("/slug");
    for person in &told {
        assert_eq!(letters(&app, person).await, [TENDER], "{}", person.email);
        assert_eq!(notices(&app, person).await, [TENDER], "{}", person.email);
    }
    for person in &untold {
        assert!(letters(&app, person).await.is_empty(), "{}", person.email);
        assert!(notices(&app, person).await.is_empty(), "{}", person.email);
    }
    let text = last_text(&app, &told[0]).await;
    for said in ["Mariage de Léa et Tom", "samedi 12 juin 2027", "Rouen, Seine-Maritime", "120"] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(text.contains(&format!("/appels-d-offres/{slug}")));
    assert!(!text.contains("Manoir"), "the place is a coordinate");
    assert!(!text.contains("Durand"), "so is the client's name");
    app.stop().await;
}

/// S1-069: a provider on FREE reads in its mail that answering takes VIP+, and where; others do not.
#[tokio::test]
async fn who_is_on_free_reads_what_answering_takes() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let free = provider(&app, "free", &["dj"], &["76"]).await;
    let lapsed = app.vip_provider("lapsed").await;
    let yesterday = Some(app.now() - chrono::TimeDelta::days(1));
    app.change_organization(&lapsed, move |lapsed| {
        lapsed.subscription.as_mut().unwrap().until = yesterday;
    })
    .await;
    let vip = app.vip_provider("vip").await;
    published(&camille, call()).await;
    let prices = format!("Découvrir VIP+\u{a0}: {}/tarifs", app.url);
    for person in [&free, &lapsed] {
        let text = last_text(&app, person).await;
        assert!(text.contains("y répondre demande la formule VIP+"), "{text}");
        assert!(text.contains(&prices), "{text}");
    }
    let text = last_text(&app, &vip).await;
    assert!(!text.contains("VIP+") && !text.contains("/tarifs"), "{text}");
    app.stop().await;
}

async fn revise(client: &Person, tender: &Reply, change: Value) {
    let url = format!("/v1/tenders/{}", tender.str("/id"));
    let seen = client.get(&url).await.expect(200);
    client.patch(&url, version(&seen), change).await.expect(200);
}

/// The lots of `call`, and one for a photographer.
fn with_a_photographer(tender: &Reply) -> Value {
    let lot = |place: usize| tender.json["lots"][place].clone();
    let kept = |lot: Value| json!({ "id": lot["id"], "trade": lot["trade"], "wishes": lot["wishes"], "quantity": lot["quantity"] });
    json!({ "lots": [kept(lot(0)), kept(lot(1)), { "trade": "photographe" }] })
}

/// S1-036, S1-065: a lot that is added later reaches the providers of its trade, each once; nobody who knew
/// of the tender hears of it again, nor who takes part in it.
#[tokio::test]
async fn an_added_lot_reaches_those_it_concerns() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let dj = app.vip_provider("the-dj").await;
    let both = provider(&app, "both", &["dj", "photographe"], &["76"]).await;
    let photo = provider(&app, "photo", &["photographe"], &["76"]).await;
    let far = provider(&app, "photo-far", &["photographe"], &["13"]).await;
    let tender = published(&camille, call()).await;
    assert!(letters(&app, &photo).await.is_empty());
    revise(&camille, &tender, with_a_photographer(&tender)).await;
    for person in [&dj, &both, &photo] {
        assert_eq!(letters(&app, person).await, [TENDER], "{}", person.email);
        assert_eq!(notices(&app, person).await, [TENDER], "{}", person.email);
    }
    assert!(letters(&app, &far).await.is_empty());
    let text = last_text(&app, &photo).await;
    assert!(text.contains("il correspond maintenant à votre métier et à votre zone"), "{text}");
    assert!(text.contains("Photographe"), "{text}");
    revise(&camille, &tender, json!({ "event": { "guests": 140 } })).await;
    assert_eq!(letters(&app, &photo).await, [TENDER]);
    app.stop().await;
}

/// A tender that changes before everyone was told of it is told once all the same.
#[tokio::test]
async fn a_change_that_overtakes_the_publication_is_told_once() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let photo = provider(&app, "photo", &["photographe"], &["76"]).await;
    let tender = published(&camille, call()).await;
    revise(&camille, &tender, with_a_photographer(&tender)).await;
    assert_eq!(letters(&app, &photo).await, [TENDER]);
    app.stop().await;
}

/// S1-036: where an event moves to, every trade hears of it; who made an offer is asked to confirm it only.
#[tokio::test]
async fn a_moved_event_reaches_its_new_area() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let max = app.vip_provider("max").await;
    app.change_organization(&max, |max| max.departements.push("14".to_owned())).await;
    let here = provider(&app, "here", &["dj"], &["76"]).await;
    let there = provider(&app, "there", &["traiteur"], &["14"]).await;
    let everywhere = provider(&app, "everywhere", &["dj"], &[]).await;
    let tender = published(&camille, call()).await;
    app.applied(&max, tender.str("/lots/0/id").parse().unwrap(), 80_000).await;
    app.deliver().await;
    let moved = json!({ "event": { "town": "Caen", "departement": "14" } });
    revise(&camille, &tender, moved).await;
    for person in [&here, &there, &everywhere] {
        assert_eq!(letters(&app, person).await, [TENDER], "{}", person.email);
    }
    assert!(last_text(&app, &there).await.contains("Caen, Calvados"));
    assert_eq!(letters(&app, &max).await, [TENDER, "tender.revised"]);
    app.stop().await;
}

/// S1-036: they too are told in batches, each once.
#[tokio::test]
async fn a_crowd_that_an_added_lot_concerns_is_told_in_batches() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let photo = provider(&app, "photo", &["photographe"], &["76"]).await;
    crowd(&app, &photo, 149).await;
    let tender = published(&camille, call()).await;
    app.deliver().await;
    assert_eq!(told(&app).await, 0);
    revise(&camille, &tender, with_a_photographer(&tender)).await;
    let relay = Relay::new(app.db.clone(), Transport::Mailbox, app.url.clone());
    relay.deliver().await.unwrap();
    assert_eq!(told(&app).await, 100);
    app.deliver().await;
    assert_eq!(told(&app).await, 150);
    app.stop().await;
}

/// S1-170, S1-171: an unticked box stops the mails, the other box does not, and notices still arrive.
#[tokio::test]
async fn an_unticked_box_stops_mails_and_nothing_else() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let without = app.vip_provider("dj-without").await;
    let with = app.vip_provider("dj-with").await;
    tick(&without, "tenders", false).await;
    tick(&with, "messages", false).await;
    published(&camille, call()).await;
    assert!(letters(&app, &without).await.is_empty());
    assert_eq!(notices(&app, &without).await, [TENDER]);
    assert_eq!(letters(&app, &with).await, [TENDER]);
    tick(&without, "tenders", true).await;
    published(&camille, call()).await;
    assert_eq!(letters(&app, &without).await, [TENDER]);
    app.stop().await;
}

/// The same party and person again, under another name.
fn copy(tx: &mut Tx<'_>, model: &(Organization, Account), number: u32) -> Result<(), Error> {
    let (mut organization, mut account) = model.clone();
    organization.id = tx.id();
    organization.handle = Handle::parse(&format!("dj-{number}")).unwrap();
    account.id = tx.id();
    account.organization = organization.id;
    account.email = Email::parse(&format!("dj-{number}@exemple.fr")).unwrap();
    organizations::insert(tx, &organization)?;
    accounts::insert(tx, &account)
}

async fn crowd(app: &TestApp, model: &Person, many: u32) {
    let id: AccountId = model.account.parse().unwrap();
    app.db
        .write(move |tx| {
            let account = accounts::get(tx, id)?;
            let model = (organizations::get(tx, account.organization)?, account);
            (0..many).try_for_each(|number| copy(tx, &model, number))
        })
        .await
        .unwrap();
}

async fn told(app: &TestApp) -> usize {
    let mut after = None;
    let mut recipients = Vec::new();
    loop {
        let window = Window { after, limit: 100 };
        let page = app.db.read(move |conn| mails::list(conn, None, &window)).await.unwrap();
        after = page.items.last().map(|mail| mail.id.clone());
        let tenders = page.items.into_iter().filter(|mail| mail.template == TENDER);
        recipients.extend(tenders.map(|mail| mail.recipient));
        if !page.more {
            break;
        }
    }
    let count = recipients.len();
    recipients.sort();
    recipients.dedup();
    assert_eq!(count, recipients.len(), "each once");
    count
}

/// S1-036: many are told in several transactions, each going on after the last; S1-008: meanwhile a
/// confirmation mail does not wait behind them.
#[tokio::test]
async fn a_crowd_is_told_in_batches_that_keep_no_one_waiting() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let max = app.vip_provider("dj-max").await;
    crowd(&app, &max, 249).await;
    published(&camille, call()).await;
    let relay = Relay::new(app.db.clone(), Transport::Mailbox, app.url.clone());
    relay.deliver().await.unwrap();
    assert_eq!(told(&app).await, 100);
    let _ = app.visitor().post("/v1/registrations", client_form("dominique")).await.expect(202);
    // Another relay takes over half-way: it goes on where the first one was.
    let relay = Relay::new(app.db.clone(), Transport::Mailbox, app.url.clone());
    relay.deliver().await.unwrap();
    assert_eq!(told(&app).await, 200);
    let window = Window { after: None, limit: 1 };
    let page = app
        .db
        .read(move |conn| mails::list(conn, Some("dominique@exemple.fr"), &window))
        .await
        .unwrap();
    assert_eq!(page.items[0].state, "sent");
    app.deliver().await;
    assert_eq!(told(&app).await, 250);
    app.stop().await;
}

/// A fact that cannot be told is put off and keeps no other waiting.
#[tokio::test]
async fn a_fact_that_fails_is_put_off() {
    let app = TestApp::start().await;
    let nobody: AccountId = "acc_00000000000000000000000000".parse().unwrap();
    app.db
        .write(move |tx| facts::record(tx, None, &[Fact::PasswordChanged { account: nobody }]))
        .await
        .unwrap();
    app.client("camille").await;
    assert_eq!(app.mails_to("camille@exemple.fr").await.len(), 2);
    let left = app.db.read(|conn| facts::unrelayed(conn, 10)).await.unwrap();
    assert_eq!(left.len(), 1);
    let due = |app: &TestApp| {
        let (db, now) = (app.db.clone(), app.now());
        async move { db.read(move |conn| facts::due(conn, now, 10)).await.unwrap().len() }
    };
    assert_eq!(due(&app).await, 0);
    app.world.advance(chrono::TimeDelta::minutes(1));
    assert_eq!(due(&app).await, 1);
    app.deliver().await;
    app.world.advance(chrono::TimeDelta::minutes(1));
    assert_eq!(due(&app).await, 0, "the pause has doubled");
    // Given up by hand: a test leaves nothing untold.
    let given_up = left[0].id.to_string();
    app.db.write(move |tx| facts::mark_relayed(tx, &given_up)).await.unwrap();
    app.stop().await;
}
