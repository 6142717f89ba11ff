//! The documents as they are sent.

use estrade_testkit::Person;
use reqwest::Method;

use super::of;
use crate::custom_offers::{Pair, fixed};

/// What was sent, with the headers that say what it is.
struct Sent {
    status: u16,
    media: String,
    name: String,
    etag: String,
    bytes: Vec<u8>,
}

async fn fetch(person: &Person, path: &str) -> Sent {
    let response = person.request(&Method::GET, path).send().await.unwrap();
    let header = |name: &str| {
        response.headers().get(name).map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default()
    };
    Sent {
        status: response.status().as_u16(),
        media: header("content-type"),
        name: header("content-disposition"),
        etag: header("etag"),
        bytes: response.bytes().await.unwrap().to_vec(),
    }
}

fn holds(bytes: &[u8], wanted: &str) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted.as_bytes())
}

/// S1-112: the document is a PDF with its data inside, the same bytes for both sides and at each time; in the other
/// language when asked.
#[tokio::test]
async fn a_document_is_the_same_each_time() {
    let pair = Pair::talking().await.mandated().await;
    pair.approved(fixed()).await;
    let id = of(&pair.camille, "").await[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/v1/invoices/{id}/pdf");
    let first = fetch(&pair.camille, &path).await;
    assert_eq!((first.status, first.media.as_str()), (200, "application/pdf"));
    assert!(first.bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(first.name, "attachment; filename=\"20270115-leo-marchand-EST-2027-00001.pdf\"");
    for property in ["<fx:ConformanceLevel>EN 16931<", "<fx:DocumentFileName>factur-x.xml<"] {
        assert!(holds(&first.bytes, property), "{property}");
    }
    pair.app.world.advance(chrono::TimeDelta::minutes(3));
    let again = fetch(&pair.leo, &format!("{path}?inline=true")).await;
    assert!(again.name.starts_with("inline"));
    assert!(again.bytes == first.bytes, "other bytes");
    let english = fetch(&pair.camille, &format!("{path}?language=en")).await;
    assert!(english.status == 200 && english.bytes != first.bytes);
    assert_eq!(fetch(&pair.camille, &format!("{path}?language=de")).await.status, 422);
    let known = pair.camille.request(&Method::GET, &path).header("if-none-match", first.etag);
    assert_eq!(known.send().await.unwrap().status(), 304);
    let data = fetch(&pair.camille, &format!("/v1/invoices/{id}/xml")).await;
    assert_eq!(data.media, "application/xml");
    assert!(holds(&data.bytes, "<ram:ID>EST-2027-00001</ram:ID>"));
    assert!(holds(&data.bytes, "<ram:DuePayableAmount>800.00</ram:DuePayableAmount>"));
    pair.app.stop().await;
}

/// S1-112: a year is one archive, with each document of that side in it; a year without any is an empty one.
#[tokio::test]
async fn a_year_is_one_archive() {
    let pair = Pair::talking().await.mandated().await;
    for _ in 0..3 {
        pair.approved(fixed()).await;
    }
    pair.sell("purchase/1").await;
    pair.app.deliver().await;
    let entries = |bytes: &[u8]| bytes.windows(4).filter(|it| *it == b"PK\x01\x02").count();
    for (person, query, count) in [
        (&pair.camille, "year=2027", 3),
        (&pair.leo, "year=2027", 4),
        (&pair.leo, "year=2027&side=issued", 3),
        (&pair.leo, "year=2026", 0),
    ] {
        let sent = fetch(person, &format!("/v1/invoices/archive?{query}")).await;
        assert_eq!((sent.status, sent.media.as_str()), (200, "application/zip"), "{query}");
        assert_eq!(entries(&sent.bytes), count, "{query}");
        assert_eq!(sent.bytes.windows(8).filter(|it| *it == b"%PDF-1.7").count(), count);
    }
    let wrong = fetch(&pair.leo, "/v1/invoices/archive?year=1999").await;
    assert_eq!(wrong.status, 422);
    assert_eq!(fetch(&pair.leo, "/v1/invoices/archive").await.status, 400);
    pair.app.stop().await;
}
