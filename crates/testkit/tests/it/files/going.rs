//! What hangs on nothing for a day goes, row and bytes, and a stop on the way loses nothing.

use chrono::TimeDelta;
use estrade_relay::Turn;
use estrade_testkit::TestApp;
use serde_json::json;

use super::{content, kept, picture, sent};

/// Lets a worker tidy until nothing is left to do. Its lease is that of a new one.
pub async fn tidy(app: &TestApp) {
    let mut worker = app.worker();
    while worker.turn().await.unwrap() == Turn::Worked {}
    worker.release().await.unwrap();
}

/// A file that hangs on nothing goes after 24 hours, not before; one that is attached stays.
#[tokio::test]
async fn what_hangs_on_nothing_goes_after_a_day() {
    let app = TestApp::start().await;
    let (camille, _leo) = (app.client("camille").await, app.vip_provider("leo").await);
    let loose = camille.send_file("a.png", &picture(8, 8)).await.expect(201).str("/id");
    let attached = sent(&camille).await;
    let wish = json!({ "provider": "leo", "attachments": [attached] });
    camille.post("/v1/conversations", wish).await.expect(201);
    app.advance(TimeDelta::hours(24) - TimeDelta::milliseconds(1)).await;
    tidy(&app).await;
    assert_eq!(kept(&app).len(), 3);
    app.advance(TimeDelta::milliseconds(1)).await;
    tidy(&app).await;
    assert_eq!(kept(&app), [format!("{attached}.whole")]);
    app.advance(TimeDelta::days(30)).await;
    tidy(&app).await;
    assert_eq!(kept(&app), [format!("{attached}.whole")]);
    // Sessions do not live that long; the rows say it.
    let (loose, attached) = (loose.parse().unwrap(), attached.parse().unwrap());
    let organization = camille.organization.parse().unwrap();
    let left =
        app.db.read(move |conn| estrade_db::files::sent_by(conn, organization, &[loose, attached]));
    assert_eq!(left.await.unwrap().into_keys().collect::<Vec<_>>(), [attached]);
    app.deliver().await;
    app.stop().await;
}

/// A stop after the row was marked, or after the bytes went, is made good by the next round.
#[tokio::test]
async fn a_stop_on_the_way_is_made_good() {
    let app = TestApp::start().await;
    let camille = app.client("camille").await;
    let (first, second) = (sent(&camille).await, sent(&camille).await);
    app.world.advance(TimeDelta::hours(24));
    app.db.write(estrade_db::files::send_away).await.unwrap();
    content(&camille, &first, "").await.0.expect(401);
    assert_eq!(kept(&app).len(), 2, "seen by nobody, and still there");
    std::fs::remove_file(app.files.path().join(format!("{second}.whole"))).unwrap();
    tidy(&app).await;
    assert!(kept(&app).is_empty());
    assert!(app.db.read(estrade_db::files::leaving).await.unwrap().is_empty());
    app.deliver().await;
    app.stop().await;
}
