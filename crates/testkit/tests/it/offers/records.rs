//! Each decision with what it changes elsewhere: the other offers, the public list, the counts.

use estrade_db::{listings, offers as db, organizations, page::Window, reviews, tenders};
use estrade_domain::{
    events::Sketch,
    ids::{OrganizationId, TenderId},
    lots::LotStatus,
    offers::{OfferRefusal, OfferState},
    reviews::{Review, WrittenOpinion},
    tenders::{CloseReason, Edit},
};
use estrade_testkit::{
    Person, TestApp,
    missions::{Published, Step, refusal, wedding},
};

use super::{lot, offer, told};

/// S1-043 to S1-049: chosen, confirmed, ended; the lot leaves the public list, the rival's offer ends.
#[tokio::test]
async fn a_lot_goes_from_offer_to_done() {
    let app = TestApp::start().await;
    let (camille, max, zoe) =
        (app.client("camille").await, app.vip_provider("max").await, app.vip_provider("zoe").await);
    let Published { tender, lots } = app.publish(&camille, &["dj"]).await;
    let (mine, rival) =
        (app.applied(&max, lots[0], 80_000).await, app.applied(&zoe, lots[0], 70_000).await);
    assert_eq!(told(&app).await, ["tender.published", "offer.sent", "offer.sent"]);
    assert_eq!(listed(&app).await, [tender]);

    app.step(&camille, mine, Step::Choose(1)).await.unwrap();
    assert_eq!(lot(&app, lots[0]).await.status(), LotStatus::Chosen);
    assert_eq!(listed(&app).await, []);
    app.step(&max, mine, Step::Confirm).await.unwrap();
    assert_eq!(told(&app).await, ["lot.chosen", "lot.confirmed", "offer.ended"]);
    let in_work = lot(&app, lots[0]).await;
    assert_eq!(in_work.status(), LotStatus::InWork);
    assert_eq!(in_work.state.award().map(|award| award.agreed_version), Some(1));
    assert_eq!(offer(&app, mine).await.state, OfferState::Accepted);
    assert_eq!(offer(&app, rival).await.state, OfferState::Ended);
    let refused = app.step(&max, mine, Step::Revise(1)).await.unwrap_err();
    assert_eq!(refusal(refused), OfferRefusal::InWork, "S1-073");

    app.step(&camille, mine, Step::Complete).await.unwrap();
    assert_eq!(told(&app).await, ["order.milestone_accepted", "lot.completed"]);
    assert_eq!(lot(&app, lots[0]).await.status(), LotStatus::Done);
    app.stop().await;
}

async fn listed(app: &TestApp) -> Vec<TenderId> {
    let window = Window { after: None, limit: 10 };
    let cards = app.db.page(listings::find(None, None, window)).await.unwrap();
    cards.items.into_iter().map(|card| card.key.1.parse().unwrap()).collect()
}

/// S1-072, A-14: every edit is kept as a numbered version; the versions before stay as they were.
#[tokio::test]
async fn each_edit_is_a_version_that_stays() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let id = app.applied(&max, lots[0], 80_000).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    told(&app).await;
    app.step(&max, id, Step::Revise(75_000)).await.unwrap();
    assert_eq!(told(&app).await, ["offer.revised", "lot.choice_cancelled"]);
    assert_eq!(lot(&app, lots[0]).await.status(), LotStatus::Open);
    let refused = app.step(&camille, id, Step::Choose(1)).await.unwrap_err();
    assert_eq!(refusal(refused), OfferRefusal::VersionOutdated);
    app.step(&max, id, Step::Withdraw).await.unwrap();
    assert_eq!(app.applied(&max, lots[0], 60_000).await, id, "the same offer, once more");

    let window = Window { after: None, limit: 10 };
    let versions = app.db.read(move |conn| db::versions(conn, id, &window)).await.unwrap();
    let amounts: Vec<_> = versions
        .items
        .iter()
        .map(|version| (version.number, version.proposal.terms.totals().gross.amount))
        .collect();
    assert_eq!(amounts, [(3, 60_000), (2, 75_000), (1, 80_000)]);
    app.deliver().await;
    app.stop().await;
}

/// A tender that changes asks the providers again; one that closes ends their offers (S1-053, S1-054).
#[tokio::test]
async fn a_tender_that_changes_or_closes_reaches_its_offers() {
    let app = TestApp::start().await;
    let (camille, max, zoe) =
        (app.client("camille").await, app.vip_provider("max").await, app.vip_provider("zoe").await);
    let Published { tender, lots } = app.publish(&camille, &["dj"]).await;
    let (mine, rival) =
        (app.applied(&max, lots[0], 80_000).await, app.applied(&zoe, lots[0], 70_000).await);
    app.step(&camille, mine, Step::Choose(1)).await.unwrap();
    told(&app).await;

    let later = Sketch { guests: Some(200), ..wedding() };
    edit(&app, &camille, tender, later).await;
    assert_eq!(told(&app).await, ["tender.revised", "lot.choice_cancelled"]);
    assert_eq!(lot(&app, lots[0]).await.status(), LotStatus::Open);
    for id in [mine, rival] {
        assert_eq!(offer(&app, id).await.state, OfferState::ToReconfirm);
    }
    let refused = app.step(&camille, rival, Step::Choose(1)).await.unwrap_err();
    assert_eq!(refusal(refused), OfferRefusal::ToReconfirm);
    app.step(&max, mine, Step::Reconfirm).await.unwrap();
    app.step(&camille, mine, Step::Choose(1)).await.unwrap();
    told(&app).await;

    close(&app, &camille, tender).await;
    assert_eq!(told(&app).await, ["tender.closed", "offer.ended", "offer.ended"]);
    for id in [mine, rival] {
        assert_eq!(offer(&app, id).await.state, OfferState::Ended);
    }
    let refused = app.step(&max, mine, Step::Confirm).await.unwrap_err();
    assert_eq!(refusal(refused), OfferRefusal::NotChosen);
    app.stop().await;
}

async fn edit(app: &TestApp, client: &Person, id: TenderId, sketch: Sketch) {
    let actor = app.actor(client).await;
    app.db
        .write(move |tx| {
            let tender = tenders::get(tx, id)?;
            let edit = Edit { occasion: Some(sketch.parse(tx.now())?), lots: None, step: None };
            let edited = tender.clone().edit(&actor, edit, &[], tx.now(), || tx.id()).unwrap();
            tenders::record_edit(tx, &actor, &tender, edited)
        })
        .await
        .unwrap();
}

async fn close(app: &TestApp, client: &Person, id: TenderId) {
    let actor = app.actor(client).await;
    app.db
        .write(move |tx| {
            let tender = tenders::get(tx, id)?;
            let reason = CloseReason::EventCancelled;
            let change = tender.clone().close(&actor, reason, String::new(), tx.now())?;
            tenders::record(tx, &actor, &tender, change)
        })
        .await
        .unwrap();
}

/// how often a provider was asked and answered; a choice that the client takes back counts for nothing.
#[tokio::test]
async fn answers_are_counted() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj", "dj"]).await;
    let id = app.applied(&max, lots[0], 80_000).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    app.step(&camille, id, Step::WithdrawChoice).await.unwrap();
    assert_eq!(counts(&app, &max, lots[0]).await, (0, 0));
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    app.step(&max, id, Step::Decline).await.unwrap();
    assert_eq!(counts(&app, &max, lots[0]).await, (1, 1));
    app.in_work(&camille, &max, lots[1]).await;
    assert_eq!(counts(&app, &max, lots[0]).await, (2, 2));
    app.deliver().await;
    app.stop().await;
}

pub(super) async fn counts(
    app: &TestApp,
    provider: &Person,
    lot: estrade_domain::ids::LotId,
) -> (i32, i32) {
    let handle = provider.organization.clone();
    let window = Window { after: None, limit: 100 };
    let offers =
        app.db.read(move |conn| db::of_lot(conn, lot, OfferState::ALL, &window)).await.unwrap();
    let (_, rival) = offers.items.into_iter().find(|(_, rival)| rival.id == handle).unwrap();
    (rival.asked_count, rival.answered_count)
}

/// S1-024: when a provider's account is closed its offers end, and a lot that had chosen it is open again.
#[tokio::test]
async fn a_closed_provider_leaves_no_offer_behind() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj", "dj", "dj"]).await;
    let (sent, chosen) =
        (app.applied(&max, lots[0], 80_000).await, app.applied(&max, lots[1], 80_000).await);
    app.step(&camille, chosen, Step::Choose(1)).await.unwrap();
    let working = app.in_work(&camille, &max, lots[2]).await;
    told(&app).await;
    let provider: OrganizationId = max.organization.parse().unwrap();
    app.db.write(move |tx| db::end_of_provider(tx, None, provider)).await.unwrap();
    assert_eq!(told(&app).await, ["offer.ended", "offer.ended", "lot.choice_cancelled"]);
    assert_eq!(offer(&app, sent).await.state, OfferState::Ended);
    assert_eq!(offer(&app, chosen).await.state, OfferState::Ended);
    assert_eq!(offer(&app, working).await.state, OfferState::Accepted);
    assert_eq!(lot(&app, lots[1]).await.status(), LotStatus::Open);
    app.stop().await;
}

/// S1-092, S1-093: one review for a done lot, counted in the provider's average.
#[tokio::test]
async fn a_review_is_counted_once() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let id = app.in_work(&camille, &max, lots[0]).await;
    app.step(&camille, id, Step::Complete).await.unwrap();
    let (actor, lot) = (app.actor(&camille).await, lots[0]);
    let publish = move |tx: &mut estrade_db::Tx<'_>| {
        let deal = db::deal_of_lot(tx, lot, &actor)?;
        let client = organizations::get(tx, actor.organization)?;
        let opinion = opinion().parse(&estrade_domain::limits::Limits::default())?;
        let now = tx.now();
        let change = Review::publish(&deal.unwrap(), &actor, &client, tx.id(), opinion, now)?;
        reviews::insert(tx, &actor, change)
    };
    let written = app.db.write(publish).await.unwrap();
    app.db.write(publish).await.unwrap_err();
    let read = app.db.read(move |conn| reviews::get(conn, written.id)).await.unwrap();
    assert_eq!(read, written);
    let window = Window { after: None, limit: 100 };
    let offers =
        app.db.read(move |conn| db::of_lot(conn, lot, OfferState::ALL, &window)).await.unwrap();
    let (_, rival) = &offers.items[0];
    assert_eq!((rival.rating_sum, rival.rating_count), (4, 1));
    app.deliver().await;
    app.stop().await;
}

fn opinion() -> WrittenOpinion {
    WrittenOpinion {
        rating: 4,
        exchanges: Some(5),
        relationship: None,
        punctuality: None,
        quality: Some(3),
        comment: "Une ambiance parfaite jusqu’au bout.".to_owned(),
        experienced_on: "2027-01-15".to_owned(),
    }
}
