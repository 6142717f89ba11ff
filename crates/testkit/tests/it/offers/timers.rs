//! Timers: due rows carried out once, overtaken ones spent without effect.

use chrono::TimeDelta;
use estrade_db::{deadlines, organizations};
use estrade_domain::{
    deadlines::DeadlineAction, ids::OrganizationId, lots::LotStatus, offers::OfferState,
    organizations::Plan,
};
use estrade_testkit::{
    Person, TestApp,
    missions::{Published, Step},
};

use super::{lot, offer, records::counts, told};

/// How long a chosen provider has to confirm.
const CONFIRM_WITHIN: TimeDelta = TimeDelta::days(7);

/// Moves the clock and carries out what is due, as the worker does; says what that was.
async fn pass(app: &TestApp, by: TimeDelta) -> Vec<DeadlineAction> {
    app.world.advance(by);
    let now = app.now();
    let due = app.db.read(move |conn| deadlines::due(conn, now, 100)).await.unwrap();
    for deadline in due.clone() {
        for _ in 0..2 {
            let deadline = deadline.clone();
            app.db.write(move |tx| deadlines::carry_out(tx, &deadline)).await.unwrap();
        }
    }
    due.into_iter().map(|deadline| deadline.action).collect()
}

async fn chosen(app: &TestApp) -> (Person, Person, Published, estrade_domain::ids::OfferId) {
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let published = app.publish(&camille, &["dj"]).await;
    let id = app.applied(&max, published.lots[0], 80_000).await;
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    told(app).await;
    (camille, max, published, id)
}

/// a reminder at half of the time, then the lot is open again to all who applied.
#[tokio::test]
async fn a_silent_provider_is_reminded_and_then_passed_over() {
    let app = TestApp::start().await;
    let (camille, max, Published { lots, .. }, id) = chosen(&app).await;
    assert_eq!(pass(&app, CONFIRM_WITHIN / 2 - TimeDelta::seconds(1)).await, []);
    assert_eq!(pass(&app, TimeDelta::seconds(1)).await, [DeadlineAction::ChoiceReminder]);
    assert_eq!(told(&app).await, ["lot.choice_reminded"]);
    assert_eq!(pass(&app, CONFIRM_WITHIN / 2).await, [DeadlineAction::ChoiceExpiry]);
    assert_eq!(told(&app).await, ["lot.choice_expired"]);
    assert_eq!(lot(&app, lots[0]).await.status(), LotStatus::Open);
    assert_eq!(offer(&app, id).await.state, OfferState::Sent);
    assert_eq!(counts(&app, &max, lots[0]).await, (1, 0), "asked, not answered");
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    app.deliver().await;
    app.stop().await;
}

/// A choice that was taken back and made again is not ended by the timer of the first.
#[tokio::test]
async fn an_overtaken_timer_does_nothing() {
    let app = TestApp::start().await;
    let (camille, max, Published { lots, .. }, id) = chosen(&app).await;
    pass(&app, TimeDelta::days(2)).await;
    app.step(&camille, id, Step::WithdrawChoice).await.unwrap();
    app.step(&camille, id, Step::Choose(1)).await.unwrap();
    told(&app).await;
    let due = pass(&app, TimeDelta::days(5)).await;
    assert_eq!(
        due,
        [
            DeadlineAction::ChoiceReminder,
            DeadlineAction::ChoiceReminder,
            DeadlineAction::ChoiceExpiry
        ]
    );
    assert_eq!(lot(&app, lots[0]).await.status(), LotStatus::Chosen);
    assert_eq!(told(&app).await, ["lot.choice_reminded"], "of the second choice only");
    app.step(&max, id, Step::Confirm).await.unwrap();
    pass(&app, TimeDelta::days(365)).await;
    assert_eq!(lot(&app, lots[0]).await.status(), LotStatus::InWork);
    app.deliver().await;
    app.stop().await;
}

/// Part 6 « No dead end »: an offer expires at the latest with the day of its event.
#[tokio::test]
async fn an_offer_expires_with_its_event() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let id = app.applied(&max, lots[0], 80_000).await;
    told(&app).await;
    let left = offer(&app, id).await.expires_at - app.now();
    assert_eq!(pass(&app, left - TimeDelta::milliseconds(1)).await, []);
    assert_eq!(
        pass(&app, TimeDelta::milliseconds(1)).await,
        [DeadlineAction::EventPast, DeadlineAction::OfferExpiry]
    );
    assert_eq!(told(&app).await, ["tender.past", "offer.expired"]);
    assert_eq!(offer(&app, id).await.state, OfferState::Expired);
    app.stop().await;
}

/// S1-131: when VIP+ lapses the provider is on FREE again, and its offers stay.
#[tokio::test]
async fn a_plan_lapses_and_offers_stay() {
    let app = TestApp::start().await;
    let (camille, max) = (app.client("camille").await, app.vip_provider("max").await);
    let Published { lots, .. } = app.publish(&camille, &["dj"]).await;
    let id = app.applied(&max, lots[0], 80_000).await;
    let provider: OrganizationId = max.organization.parse().unwrap();
    app.change_organization(&max, |organization| {
        let subscription = organization.subscription.as_mut().unwrap();
        subscription.until = Some(subscription.until.unwrap() - TimeDelta::days(300));
    })
    .await;
    let organization = app.db.read(move |conn| organizations::get(conn, provider)).await.unwrap();
    let until = organization.subscription.unwrap().until.unwrap();
    app.db
        .write(move |tx| deadlines::insert(tx, provider, DeadlineAction::PlanExpiry, until))
        .await
        .unwrap();
    told(&app).await;
    assert_eq!(pass(&app, until - app.now()).await, [DeadlineAction::PlanExpiry]);
    assert_eq!(told(&app).await, ["organization.plan_lapsed"]);
    let after = app.db.read(move |conn| organizations::get(conn, provider)).await.unwrap();
    assert_eq!(after.subscription.map(|subscription| subscription.plan), Some(Plan::Free));
    assert_eq!(offer(&app, id).await.state, OfferState::Sent);
    app.stop().await;
}
