//! Two sides that decide at the same moment: 64 tasks, and one legal outcome.

use std::collections::BTreeMap;

use estrade_domain::{
    limits::Limits,
    lots::{LotState, LotStatus},
    offers::{OfferRefusal, OfferState},
};
use estrade_testkit::{
    Person, TestApp,
    missions::{Published, Step, apply, refusal, take, written},
};
use futures_util::future::join_all;

use super::{lot, offer, told};

const TASKS: usize = 64;

struct Stage {
    app: TestApp,
    camille: Person,
    max: Person,
    published: Published,
    id: estrade_domain::ids::OfferId,
}

impl Stage {
    async fn sent() -> Self {
        let app = TestApp::start().await;
        let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
        let published = app.publish(&camille, &["dj"]).await;
        let id = app.applied(&max, published.lots[0], 80_000).await;
        told(&app).await;
        Self { app, camille, max, published, id }
    }

    async fn chosen() -> Self {
        let stage = Self::sent().await;
        stage.app.step(&stage.camille, stage.id, Step::Choose(1)).await.unwrap();
        told(&stage.app).await;
        stage
    }

    /// Both sides take their step in 32 tasks each; says how often each kind of fact was recorded.
    async fn race(&self, client: Step, provider: Step) -> BTreeMap<&'static str, usize> {
        let sides = [
            (self.app.actor(&self.camille).await, client),
            (self.app.actor(&self.max).await, provider),
        ];
        let (db, id) = (self.app.db.clone(), self.id);
        join_all((0..TASKS).map(|task| {
            let (actor, step) = sides[task % 2];
            let db = db.clone();
            tokio::spawn(async move { drop(db.write(move |tx| take(tx, &actor, id, step)).await) })
        }))
        .await
        .into_iter()
        .for_each(|task| task.unwrap());
        let mut counts = BTreeMap::new();
        for kind in told(&self.app).await {
            *counts.entry(kind).or_insert(0) += 1;
        }
        counts
    }

    async fn end(&self) -> (LotStatus, OfferState) {
        let lot = lot(&self.app, self.published.lots[0]).await;
        let offer = offer(&self.app, self.id).await;
        let given = matches!(offer.state, OfferState::Chosen | OfferState::Accepted);
        assert_eq!(given, lot.state.award().is_some_and(|award| award.offer == offer.id));
        if let Some(award) = lot.state.award() {
            assert_eq!(award.agreed_version, offer.current.number);
        }
        (lot.status(), offer.state)
    }
}

/// Choose × withdraw: the lot is chosen and then opened again, or never chosen; the offer is withdrawn once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn choosing_races_withdrawing() {
    let stage = Stage::sent().await;
    let told = stage.race(Step::Choose(1), Step::Withdraw).await;
    assert_eq!(stage.end().await, (LotStatus::Open, OfferState::Withdrawn));
    assert_eq!(told["offer.withdrawn"], 1);
    let chosen = told.get("lot.chosen").copied().unwrap_or(0);
    assert!(chosen <= 1, "{told:?}");
    assert_eq!(told.get("lot.choice_cancelled").copied().unwrap_or(0), chosen, "{told:?}");
    stage.app.stop().await;
}

/// S1-046, S1-073: confirm × revise: either the chosen version is frozen, or a new one is to be chosen.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn confirming_races_revising() {
    let stage = Stage::chosen().await;
    let actor = stage.app.actor(&stage.max).await;
    let steps = [Step::Confirm, Step::Revise(70_000)];
    let (db, id) = (stage.app.db.clone(), stage.id);
    join_all((0..TASKS).map(|task| {
        let (db, step) = (db.clone(), steps[task % 2]);
        tokio::spawn(async move { drop(db.write(move |tx| take(tx, &actor, id, step)).await) })
    }))
    .await
    .into_iter()
    .for_each(|task| task.unwrap());
    let kinds = told(&stage.app).await;
    match stage.end().await {
        (LotStatus::InWork, OfferState::Accepted) => assert_eq!(kinds, ["lot.confirmed"]),
        (LotStatus::Open, OfferState::Sent) => {
            assert!(!kinds.contains(&"lot.confirmed"), "{kinds:?}");
            assert_eq!(kinds.iter().filter(|kind| **kind == "lot.choice_cancelled").count(), 1);
        }
        other => panic!("{other:?} is no legal outcome"),
    }
    stage.app.stop().await;
}

/// Confirm × take the choice back: exactly one of them happens.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn confirming_races_withdrawing_the_choice() {
    let stage = Stage::chosen().await;
    let told = stage.race(Step::WithdrawChoice, Step::Confirm).await;
    match stage.end().await {
        (LotStatus::InWork, OfferState::Accepted) => {
            assert_eq!(told, BTreeMap::from([("lot.confirmed", 1)]));
        }
        (LotStatus::Open, OfferState::Sent) => {
            assert_eq!(told, BTreeMap::from([("lot.choice_withdrawn", 1)]));
        }
        other => panic!("{other:?} is no legal outcome"),
    }
    stage.app.stop().await;
}

/// S1-043: the client chooses among eight providers in 64 tasks: one is chosen.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_provider_is_chosen_at_a_time() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let mut ids = Vec::new();
    for number in 0..8 {
        let provider = app.vip_provider(&format!("dj-{number}")).await;
        ids.push(app.applied(&provider, lots[0], 80_000).await);
    }
    told(&app).await;
    let actor = app.actor(&camille).await;
    let outcomes = join_all((0..TASKS).map(|task| {
        let (db, id) = (app.db.clone(), ids[task % ids.len()]);
        tokio::spawn(is_chosen(db, actor, id))
    }))
    .await;
    let won = outcomes.into_iter().filter(|outcome| *outcome.as_ref().unwrap()).count();
    assert_eq!(won, 1);
    assert_eq!(told(&app).await, ["lot.chosen"]);
    let award = *lot(&app, lots[0]).await.state.award().unwrap();
    for id in ids {
        let chosen = offer(&app, id).await.state == OfferState::Chosen;
        assert_eq!(chosen, award.offer == id);
    }
    app.stop().await;
}

async fn is_chosen(
    db: estrade_db::Db,
    actor: estrade_domain::actor::Actor,
    id: estrade_domain::ids::OfferId,
) -> bool {
    db.write(move |tx| take(tx, &actor, id, Step::Choose(1))).await.is_ok()
}

/// Eight providers apply in 64 tasks while one is chosen and confirms: no offer is left behind on a lot in work.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn applying_races_confirming() {
    let stage = Stage::sent().await;
    let (app, lot_id) = (&stage.app, stage.published.lots[0]);
    let mut rivals = Vec::new();
    for number in 0..8 {
        let provider = app.vip_provider(&format!("dj-{number}")).await;
        rivals.push(app.actor(&provider).await);
    }
    let (client, provider, id) =
        (app.actor(&stage.camille).await, app.actor(&stage.max).await, stage.id);
    join_all((0..TASKS).map(|task| {
        let (db, rival) = (app.db.clone(), rivals[task % rivals.len()]);
        tokio::spawn(async move {
            match task % 4 {
                0 => drop(db.write(move |tx| take(tx, &client, id, Step::Choose(1))).await),
                1 => drop(db.write(move |tx| take(tx, &provider, id, Step::Confirm)).await),
                _ => drop(db.write(move |tx| apply(tx, &rival, lot_id, 50_000)).await),
            }
        })
    }))
    .await
    .into_iter()
    .for_each(|task| task.unwrap());
    let in_work = matches!(lot(app, lot_id).await.state, LotState::InWork { .. });
    let window = estrade_db::page::Window { after: None, limit: 100 };
    let offers = app
        .db
        .read(move |conn| estrade_db::offers::of_lot(conn, lot_id, OfferState::ALL, &window))
        .await
        .unwrap();
    for (offer, _) in offers.items {
        assert!(!in_work || !offer.state.is_live(), "{offer:?} waits for a lot that is gone");
    }
    app.deliver().await;
    stage.app.stop().await;
}

/// Lets the first attempt of a transaction stop half-way until the test lets it go on.
struct Gate {
    reached: tokio::sync::oneshot::Sender<()>,
    go_on: std::sync::mpsc::Receiver<()>,
}

/// An application that read an open lot while the lot was given away begins again, and is refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_application_that_crosses_a_confirmation_begins_again() {
    if std::env::var_os("ESTRADE_TEST_POSTGRES").is_none() {
        // SQLite has one writer: nothing crosses there.
        return;
    }
    let stage = Stage::sent().await;
    let (app, lot_id) = (&stage.app, stage.published.lots[0]);
    let zoe = app.vip_provider("zoe").await;
    let rival = app.actor(&zoe).await;
    let (reached, was_reached) = tokio::sync::oneshot::channel();
    let (let_go, go_on) = std::sync::mpsc::channel();
    let gate = std::sync::Mutex::new(Some(Gate { reached, go_on }));
    let db = app.db.clone();
    let applying = tokio::spawn(async move {
        db.write(move |tx| {
            let asked = estrade_db::offers::asked(tx, lot_id, &rival)?;
            if let Some(gate) = gate.lock().unwrap().take() {
                gate.reached.send(()).unwrap();
                gate.go_on.recv().unwrap();
            }
            let (proposal, now) = (written(50_000).parse(tx.now())?, tx.now());
            let change =
                asked.application().send(&rival, tx.id(), proposal, &Limits::default(), now)?;
            estrade_db::offers::apply(tx, &rival, change, &asked)
        })
        .await
    });
    was_reached.await.unwrap();
    app.step(&stage.camille, stage.id, Step::Choose(1)).await.unwrap();
    app.step(&stage.max, stage.id, Step::Confirm).await.unwrap();
    let_go.send(()).unwrap();
    let refused = applying.await.unwrap().unwrap_err();
    assert_eq!(refusal(refused), OfferRefusal::LotClosed);
    app.deliver().await;
    stage.app.stop().await;
}
