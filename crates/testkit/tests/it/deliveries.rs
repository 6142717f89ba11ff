//! What is handed over: with which files, who gets their bytes and when, what is looked at until then, and what goes.

mod going;
mod handing;
mod previewing;
mod sealing;

use std::fmt::Write as _;

use estrade_db::conn::SimpleConnection;
use estrade_testkit::{Person, Reply};
use serde_json::{Value, json};

use crate::{
    custom_offers::{Pair, act},
    files::{going::tidy, picture},
};

/// Bytes of no kind that is known here, and of no page that could be drawn.
const ARCHIVE: &[u8] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
const PAGE: &[u8] = b"<!DOCTYPE html><script>alert(1)</script>";

/// A PDF document of so many blank pages, as short as can be.
fn document(pages: usize) -> Vec<u8> {
    let kids: String = (0..pages).fold(String::new(), |mut kids, page| {
        let _always = write!(kids, "{} 0 R ", page + 3);
        kids
    });
    let mut text = format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {pages} >>\nendobj\n"
    );
    for page in 0..pages {
        let _always = write!(
            text,
            "{} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>\nendobj\n",
            page + 3
        );
    }
    text.push_str("trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    text.into_bytes()
}

/// A picture that hides something behind its end: what is drawn anew loses it.
fn photo() -> Vec<u8> {
    [picture(90, 60), b"<script>alert(1)</script>".to_vec()].concat()
}

/// Sends these to be delivered; their ids.
async fn originals(person: &Person, files: &[(&str, &[u8])]) -> Vec<String> {
    let mut ids = Vec::new();
    for (name, bytes) in files {
        ids.push(person.send_original(name, bytes).await.expect(201).str("/id"));
    }
    ids
}

async fn hand_over(person: &Person, order: &str, files: &[String]) -> Reply {
    act(person, order, "deliver", json!({ "message": "Voici.", "files": files })).await
}

async fn deliveries(person: &Person, order: &str) -> Vec<Value> {
    person.get(&format!("/v1/orders/{order}/deliveries")).await.expect(200).items()
}

/// An order of these terms, paid for in this way: that is written by hand, since no request offers both yet.
async fn settled(pair: &Pair, terms: Value, settlement: &str) -> String {
    let id = pair.ordered(terms).await;
    let sql = format!("update orders set settlement = '{settlement}' where id = '{id}'");
    pair.app.db.write(move |tx| Ok(tx.batch_execute(&sql)?)).await.unwrap();
    id
}

/// Draws what is to be drawn, and removes what serves no more.
async fn work(pair: &Pair) {
    tidy(&pair.app).await;
}

async fn end(pair: Pair) {
    pair.app.deliver().await;
    pair.app.stop().await;
}
