//! What is asked: the public pages, and an application.

use std::{cell::Cell, fs, path::Path, rc::Rc};

use estrade_domain::{api_keys::PREFIX, departements::DEPARTEMENTS};

use crate::{Fault, ceiling, http, http::Connection, load::Requests, server::Server};

/// More than any machine asks: the bench measures the answers, not the limits.
pub const REQUESTS_PER_MINUTE: u32 = 100_000_000;
/// Signs nothing that anyone keeps.
pub const TOKEN_SECRET: &str = "a-bench-signs-nothing-that-anyone-keeps";
/// The password of every client of the filled database.
pub const PASSWORD: &str = "tournesol-des-champs";

/// Which page of 20 is the deep one.
const DEEP_PAGE: usize = 500;
/// So many filters, words or pages in turn.
const TURNS: usize = 32;
/// The filter with 500 pages.
const WIDE: &str = "trade=dj&departement=75";
const WORDS: [&str; 8] =
    ["mariage", "swing", "quimper", "studio lum", "produits saison", "espagnol", "jo", "maison ca"];

/// The page of tenders or of providers from memory.
pub fn ceiling(path: &str) -> Requests {
    let request = http::get(path);
    Rc::new(move |_| request.clone())
}

/// The tenders of both ceilings: where they are.
pub const CEILINGS: [&str; 2] = [ceiling::TENDERS, ceiling::PROVIDERS];

/// These, one after the other and again.
pub fn in_turn(requests: Vec<Vec<u8>>) -> Requests {
    Rc::new(move |number| {
        let place = usize::try_from(number).unwrap_or_default() % requests.len();
        requests[place].clone()
    })
}

fn gets(paths: &[String]) -> Requests {
    in_turn(paths.iter().map(|path| http::get(path)).collect())
}

/// The first pages of a list, for a trade and a département.
async fn filtered(server: &Server, list: &str) -> Result<Vec<String>, Fault> {
    let mut connection = Connection::open(server.address).await?;
    let mut full = vec![format!("{list}?{WIDE}")];
    for departement in DEPARTEMENTS {
        let path = format!("{list}?trade=dj&departement={}", departement.code);
        let page = http::json(&mut connection, &path).await?;
        // A short page would be a cheap one.
        if page["items"].as_array().is_some_and(|items| items.len() == 20) && full.len() < TURNS {
            full.push(path);
        }
    }
    Ok(full)
}

/// Open tenders, first pages.
pub async fn tenders(server: &Server) -> Result<Requests, Fault> {
    Ok(gets(&filtered(server, "/v1/tenders").await?))
}

/// The directory, first pages.
pub async fn providers(server: &Server) -> Result<Requests, Fault> {
    Ok(gets(&filtered(server, "/v1/providers").await?))
}

/// Open tenders, from the 500th page on, by token.
pub async fn deep(server: &Server) -> Result<Requests, Fault> {
    let mut connection = Connection::open(server.address).await?;
    let (mut pages, mut token) = (Vec::new(), String::new());
    for page in 2..DEEP_PAGE + TURNS {
        let path = format!("/v1/tenders?{WIDE}{token}");
        let answer = http::json(&mut connection, &path).await?;
        let next = answer["next_page"].as_str().ok_or_else(|| format!("no page {page}"))?;
        token = format!("&page={next}");
        if page >= DEEP_PAGE {
            pages.push(format!("/v1/tenders?{WIDE}{token}"));
        }
    }
    Ok(gets(&pages))
}

/// Searches by one or two words, half of them in a trade and a département.
pub fn search() -> Requests {
    let each = |words: &&str| {
        let q = words.replace(' ', "%20");
        [format!("/v1/providers?q={q}"), format!("/v1/providers?q={q}&{WIDE}")]
    };
    let paths: Vec<String> = WORDS.iter().flat_map(each).collect();
    gets(&paths)
}

/// Applications: each a pair of provider and lot that there was none of before.
pub fn applications(folder: &Path) -> Result<Requests, Fault> {
    let lines = |name| -> Result<Vec<String>, Fault> {
        Ok(fs::read_to_string(folder.join(name))?.lines().map(str::to_owned).collect())
    };
    let (keys, lots) = (lines("keys")?, lines("lots")?);
    let json = serde_json::json!({
        "public_message": "Vingt ans de mariages, matériel compris, dans toute la France.",
        "lines": [
            { "label": "Soirée dansante, 6 h", "quantity": "1", "unit_price": { "amount": 80000, "currency": "EUR" }, "vat_rate": 0 },
            { "label": "Déplacement", "quantity": "120.5", "unit_price": { "amount": 60, "currency": "EUR" }, "vat_rate": 0 },
        ],
    })
    .to_string();
    // The load counts from 0 each time; no pair may come twice.
    let sent = Cell::new(0_usize);
    Ok(Rc::new(move |_| {
        let number = sent.replace(sent.get() + 1);
        let (key, lot) = (&keys[number % keys.len()], &lots[number / keys.len() % lots.len()]);
        let headers = format!("Authorization: Bearer {key}\r\nIdempotency-Key: bench-{number}\r\n");
        http::post(&format!("/v1/lots/{lot}/offers"), &headers, &json)
    }))
}

/// The key of the client with this number that pays.
pub fn payer_key(number: usize) -> String {
    format!("{PREFIX}payer-{number}")
}

/// Deliveries accepted, each once: money that was held becomes its provider's, in one durable transaction.
pub fn releases(folder: &Path) -> Result<Requests, Fault> {
    let deals: Vec<String> =
        fs::read_to_string(folder.join("deals"))?.lines().map(str::to_owned).collect();
    let accepted = Cell::new(0_usize);
    Ok(Rc::new(move |_| {
        let number = accepted.replace(accepted.get() + 1);
        let (who, order) = deals[number % deals.len()].split_once(' ').unwrap_or_default();
        let key = payer_key(who.parse().unwrap_or_default());
        let headers = format!("Authorization: Bearer {key}\r\nIdempotency-Key: bench-{number}\r\n");
        http::post(&format!("/v1/orders/{order}/accept"), &headers, "{}")
    }))
}

/// Logins, every other one with a wrong password.
pub fn logins(clients: u64) -> Requests {
    Rc::new(move |number| {
        let password = if number % 2 == 0 { PASSWORD } else { "a-wrong-password" };
        let client = number % clients;
        let json = format!(
            "{{\"email\":\"client-{client}@bench.exemple.fr\",\"password\":\"{password}\"}}"
        );
        http::post("/v1/sessions", "", &json)
    })
}
