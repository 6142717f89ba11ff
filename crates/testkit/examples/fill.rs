//! Fills a database with many tenders and providers, to measure lists where they are long.
//!
//! `fill DATABASE TENDERS PROVIDERS`: everything goes through the domain and the db crate as a request's
//! would, so the rows are sound on both databases. The same numbers give the same rows.

#![expect(clippy::unwrap_used, reason = "a filling that cannot go on stops")]

use std::sync::Arc;

use chrono::TimeDelta;
use estrade_db::{Db, Error, Tx, accounts, directory, organizations, tenders};
use estrade_domain::{
    accounts::{Account, AccountState},
    actor::{Actor, OrganizationKind, Role},
    departements::DEPARTEMENTS,
    events::Sketch,
    ids::LotId,
    organizations::{Organization, Plan, Subscription},
    registrations::{Form, Registration, Rules},
    tenders::{Edit, LotSketch, PublicationCap, Tender, parse_lots},
    trades::TRADES,
};
use estrade_testkit::TestWorld;

/// So many in one transaction: a large one holds the writer, a small one waits for the disk.
const CHUNK: usize = 250;
const TERMS: &str = "bench";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [database, tenders, providers] = arguments.as_slice() else {
        panic!("usage: fill DATABASE TENDERS PROVIDERS");
    };
    estrade_db::migrate::run(database).unwrap();
    let world = TestWorld::default();
    let db = Db::open(database, 2, Arc::new(world.clone())).unwrap();
    let client = db.write(|tx| join(tx, &form("client", 0)).map(|(_, account)| account)).await;
    let client = client.unwrap();
    let actor = Actor {
        account: client.id,
        organization: client.organization,
        kind: OrganizationKind::Client,
        role: Role::Owner,
    };
    in_chunks(&db, &world, providers.parse().unwrap(), provider).await;
    in_chunks(&db, &world, tenders.parse().unwrap(), move |tx, number| publish(tx, &actor, number))
        .await;
    println!("{tenders} tenders, {providers} providers");
}

async fn in_chunks<F>(db: &Db, world: &TestWorld, count: usize, one: F)
where
    F: Fn(&mut Tx<'_>, usize) -> Result<(), Error> + Clone + Send + Sync + 'static,
{
    for start in (0..count).step_by(CHUNK) {
        let one = one.clone();
        let chunk = start..(start + CHUNK).min(count);
        world.advance(TimeDelta::minutes(1));
        db.write(move |tx| chunk.clone().try_for_each(|number| one(tx, number))).await.unwrap();
    }
}

fn form(kind: &str, number: usize) -> Form {
    let (trade, departement) = place(number);
    let mut form = Form {
        kind: kind.to_owned(),
        handle: format!("{kind}-{number}"),
        email: format!("{kind}-{number}@bench.exemple.fr"),
        password: "tournesol-des-champs".to_owned(),
        given_name: "Camille".to_owned(),
        family_name: "Durand".to_owned(),
        phone: "06 12 34 56 78".to_owned(),
        language: "fr".to_owned(),
        legal_kind: "private_person".to_owned(),
        street: "1 rue des Lilas".to_owned(),
        postal_code: "76000".to_owned(),
        town: "Rouen".to_owned(),
        terms_version: TERMS.to_owned(),
        ..Form::default()
    };
    if kind == "provider" {
        form.name = format!("Maison {number}");
        form.legal_kind = String::from("sole_trader");
        form.siret = Some("73282932000074".to_owned());
        form.vat_exempt = true;
        form.trades = vec![trade];
        form.departements = vec![departement];
    }
    form
}

/// Every trade meets every département, for both counts have no divisor in common with the steps.
fn place(number: usize) -> (String, String) {
    let trade = TRADES[number % TRADES.len()].slug.to_owned();
    (trade, DEPARTEMENTS[number / TRADES.len() % DEPARTEMENTS.len()].code.to_owned())
}

fn join(tx: &mut Tx<'_>, form: &Form) -> Result<(Organization, Account), Error> {
    let rules = Rules { terms_version: TERMS, cesu_allowed: true, departements_max: 8 };
    let registration = Registration::parse(form, rules).unwrap();
    // Nobody logs in to these: what stands for the password is no hash at all.
    let opened = registration.open((tx.id(), tx.id()), "none".to_owned(), "127.0.0.1", tx.now());
    let mut account = opened.account;
    account.state = AccountState::Active;
    account.activated_at = Some(tx.now());
    organizations::insert(tx, &opened.organization)?;
    accounts::insert(tx, &account)?;
    Ok((opened.organization, account))
}

fn provider(tx: &mut Tx<'_>, number: usize) -> Result<(), Error> {
    let (mut organization, _) = join(tx, &form("provider", number))?;
    organization.presentation =
        String::from("Vingt ans de mariages, de fêtes et de soirées d'entreprise.");
    organization.subscription = Some(Subscription { plan: Plan::Free, until: None });
    organizations::update(tx, &organization)?;
    directory::refresh(tx, organization.id)
}

fn publish(tx: &mut Tx<'_>, actor: &Actor, number: usize) -> Result<(), Error> {
    let (trade, departement) = place(number);
    let (second, _) = place(number + 7);
    let sketch = Sketch {
        kind: "wedding".to_owned(),
        title: format!("Mariage numéro {number}"),
        day: "2027-06-12".to_owned(),
        town: "Rouen".to_owned(),
        departement,
        guests: Some(120),
        description: "Une fête à la campagne, avec un repas assis et une soirée.".to_owned(),
        ..Sketch::default()
    };
    let now = tx.now();
    let occasion = sketch.parse(now).unwrap();
    let draft = Tender::begin(actor, tx.id(), tx.id(), occasion, now).unwrap();
    let lots: Vec<LotSketch> =
        [trade, second].map(|trade| LotSketch { trade, ..LotSketch::default() }).into();
    let edit = Edit { lots: Some(parse_lots(&lots).unwrap()), ..Edit::default() };
    let draft = draft.edit(actor, edit, &[], now, || tx.id::<LotId>()).unwrap().change.after;
    tenders::insert(tx, &draft)?;
    let published = draft.clone().publish(actor, 0, PublicationCap::default(), now).unwrap();
    tenders::record(tx, actor, &draft, published).map(drop)
}
