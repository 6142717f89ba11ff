//! What a client looks at before it accepts.

use chrono::TimeDelta;
use estrade_testkit::people::PASSWORD;
use reqwest::Method;

use super::*;
use crate::{custom_offers::fixed, files::kept};

async fn page(person: &Person, path: &str) -> Vec<u8> {
    let answer = person.request(&Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    assert_eq!(answer.headers()["content-type"], "image/jpeg");
    assert_eq!(answer.headers()["content-security-policy"], "default-src 'none'; sandbox");
    answer.bytes().await.unwrap().to_vec()
}

/// S4-019: pictures and PDF documents get marked pages, each page of them; all else is sealed: listed with its name,
/// its size and its SHA-256. Both sides see the same, and nobody else sees anything.
#[tokio::test]
async fn pictures_and_documents_are_shown_with_a_mark() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    let broken = b"%PDF-1.7\nrien".to_vec();
    let locked: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n\
        << /Root 1 0 R /Encrypt << /Filter /Inconnu /V 9 >> >>\n%%EOF\n";
    let (plan, photo) = (document(3), photo());
    let sent: [(&str, &[u8]); 5] = [
        ("plan.pdf", &plan),
        ("photo.png", &photo),
        ("sons.zip", ARCHIVE),
        ("rien.pdf", &broken),
        ("clos.pdf", locked),
    ];
    let files = originals(&pair.leo, &sent).await;
    hand_over(&pair.leo, &id, &files).await.expect(200);
    let due = deliveries(&pair.camille, &id).await.remove(0);
    assert_eq!(due["files"][0]["preview"], json!({ "state": "due", "pages": [] }));
    assert_eq!(due["files"][2]["preview"], Value::Null);
    work(&pair).await;
    let stranger = pair.app.vip_provider("mia").await;
    for person in [&pair.camille, &pair.leo] {
        let shown = deliveries(person, &id).await.remove(0);
        let pages = |place: usize| shown["files"][place]["preview"]["pages"].clone();
        let (plan, photo) = (pages(0), pages(1));
        assert_eq!((plan.as_array().unwrap().len(), photo.as_array().unwrap().len()), (3, 1));
        for place in [2, 3, 4] {
            assert_eq!(shown["files"][place]["preview"], Value::Null, "{}", sent[place].0);
        }
        for path in plan.as_array().unwrap().iter().chain(photo.as_array().unwrap()) {
            let path = path.as_str().unwrap();
            let drawn = image::load_from_memory(&page(person, path).await).unwrap().to_rgb8();
            // A blank page is no longer blank: somebody's name stands on it.
            assert!(drawn.pixels().any(|pixel| pixel.0.iter().all(|&it| it < 160)), "{path}");
            stranger.get(path).await.expect(404);
            pair.app.visitor().get(path).await.expect(401);
        }
    }
    let first = format!("/v1/files/{}/preview", files[0]);
    for page in ["?page=0", "?page=4"] {
        pair.camille.get(&format!("{first}{page}")).await.expect(404);
    }
    end(pair).await;
}

/// Part 4: previews serve until the milestone is accepted; then they go, and the file stays.
#[tokio::test]
async fn previews_go_when_they_serve_no_more() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    let files = originals(&pair.leo, &[("plan.pdf", &document(2)), ("b.zip", ARCHIVE)]).await;
    hand_over(&pair.leo, &id, &files).await.expect(200);
    work(&pair).await;
    let (plan, archive) = (&files[0], &files[1]);
    let marked = |page: u32| format!("{plan}.marked-{page}");
    let mut all = vec![marked(1), marked(2), format!("{plan}.whole"), format!("{archive}.whole")];
    all.sort();
    assert_eq!(kept(&pair.app), all);
    act(&pair.camille, &id, "accept", json!({})).await.expect(200);
    let refused = pair.camille.get(&format!("/v1/files/{plan}/preview")).await;
    assert_eq!(refused.status, 404, "not a moment longer");
    pair.app.world.advance(TimeDelta::hours(1));
    work(&pair).await;
    assert_eq!(kept(&pair.app), [format!("{plan}.whole"), format!("{archive}.whole")]);
    end(pair).await;
}

/// A drawer that broke off is made good by the next one, and nothing is drawn for what is accepted meanwhile.
#[tokio::test]
async fn a_drawing_that_broke_off_is_made_good() {
    let pair = Pair::talking().await;
    let id = pair.ordered(fixed()).await;
    let files = originals(&pair.leo, &[("photo.png", &photo())]).await;
    hand_over(&pair.leo, &id, &files).await.expect(200);
    let now = pair.app.now();
    let next = pair.app.db.read(move |conn| estrade_db::deliveries::next_due(conn, now));
    let sketch = next.await.unwrap().unwrap();
    assert_eq!(sketch.client, "Camille Durand");
    for taken in [true, false] {
        let (sketch, pause) = (sketch.clone(), TimeDelta::minutes(2));
        let take =
            move |tx: &mut estrade_db::Tx<'_>| estrade_db::deliveries::take_up(tx, &sketch, pause);
        assert_eq!(pair.app.db.write(take).await.unwrap(), taken, "one alone takes it up");
    }
    work(&pair).await;
    assert_eq!(kept(&pair.app).len(), 1, "it is not this one's turn");
    pair.app.world.advance(TimeDelta::minutes(2));
    work(&pair).await;
    assert_eq!(kept(&pair.app).len(), 2);
    end(pair).await;
}

/// Whoever looks at a delivery hears when its last preview is there.
#[tokio::test]
async fn the_last_preview_is_told() {
    let pair = Pair::talking().await;
    let operator = pair.app.operator("regie").await;
    let id = pair.ordered(fixed()).await;
    let sent: [(&str, &[u8]); 3] =
        [("a.png", &photo()), ("b.pdf", b"%PDF-1.7\n"), ("c.zip", ARCHIVE)];
    let files = originals(&pair.leo, &sent).await;
    hand_over(&pair.leo, &id, &files).await.expect(200);
    work(&pair).await;
    let log = operator.get("/v1/operator/facts?kind=delivery.previewed").await.expect(200);
    assert_eq!(log.items().len(), 1);
    pair.app.advance(TimeDelta::days(1)).await;
    pair.leo.log_in(&pair.leo.email, PASSWORD).await.expect(201);
    assert_eq!(deliveries(&pair.leo, &id).await.len(), 1);
    end(pair).await;
}
