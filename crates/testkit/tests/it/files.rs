//! Files through the API: what is taken, who sees it, what it hangs on, and when it goes.

mod attaching;
pub mod going;
mod photos;
mod sending;
mod sheets;

use std::io::Cursor;

use estrade_testkit::{Person, Reply, TestApp};
use image::{ImageFormat, RgbImage};
use reqwest::Method;

/// A PNG of this size.
pub fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let drawn = RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 90])
    });
    drawn.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

/// A PDF of so many bytes.
fn pdf(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(length, b'%');
    bytes
}

/// Sends a small PDF; its id.
async fn sent(person: &Person) -> String {
    person.send_file("plan.pdf", &pdf(64)).await.expect(201).str("/id")
}

/// The bytes of a file, and what is said with them.
pub async fn content(person: &Person, id: &str, query: &str) -> (Reply, Vec<u8>) {
    let path = format!("/v1/files/{id}/content{query}");
    let answer = person.request(&Method::GET, &path).send().await.unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let bytes = answer.bytes().await.unwrap().to_vec();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let json = serde_json::from_str(&text).unwrap_or_default();
    (Reply { status, headers, text, json }, bytes)
}

/// What lies in the folder of the files.
pub fn kept(app: &TestApp) -> Vec<String> {
    let entries = std::fs::read_dir(app.files.path()).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
