//! What is asked of a large inbox: its list by tag and unread, and the pages of a long conversation.

use estrade_domain::api_keys::PREFIX;

use crate::{Fault, http, http::Connection, load::Requests, scenarios::in_turn, server::Server};

/// How many people share the inbox.
pub const PEOPLE: usize = 125;
/// Messages of each conversation.
pub const SHORT: usize = 5;
/// Conversations that have more: all the others that are asked for, in even parts.
pub const LONG: usize = 100;
/// Which page of a long conversation is the deep one.
const DEEP_PAGE: usize = 100;
/// So many pages or conversations in turn.
const TURNS: usize = 16;

/// A tag: on which of the numbered conversations it is.
#[derive(Debug, Clone, Copy)]
pub struct Tag {
    /// What it is called.
    pub name: &'static str,
    /// One in so many…
    pub every: usize,
    /// …those with this rest.
    pub rest: usize,
}

/// On a tenth, half of which is unread.
pub const OFTEN: Tag = Tag { name: "souvent", every: 10, rest: 0 };
/// On a tenth, of which nothing is unread: all of it is looked through for an empty page.
pub const OFTEN_READ: Tag = Tag { name: "lu", every: 10, rest: 5 };
/// On a few, all unread.
pub const RARELY: Tag = Tag { name: "rare", every: 2000, rest: 0 };

impl Tag {
    /// Its id.
    pub fn id(self) -> String {
        format!("tag_{:026}", self.every * 10_000 + self.rest)
    }
}

/// The key of one of the people.
pub fn key_of(number: usize) -> String {
    format!("{PREFIX}bench-house-{number}")
}

/// The header with the key of one of the people.
pub fn bearer(number: usize) -> String {
    format!("Authorization: Bearer {}\r\n", key_of(number))
}

/// Pages of the inbox by a tag and unread, one after the other.
pub async fn inbox(server: &Server, tag: Tag) -> Result<Requests, Fault> {
    let path = format!("/v1/conversations?tag={}&unread=true&limit=20", tag.id());
    pages(server, &[path], TURNS).await
}

/// The latest 50 entries of long conversations.
pub async fn threads(server: &Server) -> Result<Requests, Fault> {
    pages(server, &paths(), 1).await
}

/// 50 entries of long conversations, far back.
pub async fn deep_threads(server: &Server) -> Result<Requests, Fault> {
    let mut connection = Connection::open(server.address).await?;
    let mut requests = Vec::new();
    for path in paths() {
        let mut found = walk(&mut connection, &path, DEEP_PAGE).await?;
        requests.push(found.pop().ok_or("no such page")?);
    }
    Ok(in_turn(requests))
}

fn paths() -> Vec<String> {
    let path = |number| format!("/v1/conversations/cnv_{number:026}/entries?limit=50");
    (1..=TURNS).map(path).collect()
}

async fn pages(server: &Server, paths: &[String], each: usize) -> Result<Requests, Fault> {
    let mut connection = Connection::open(server.address).await?;
    let mut requests = Vec::new();
    for path in paths {
        requests.extend(walk(&mut connection, path, each).await?);
    }
    Ok(in_turn(requests))
}

/// The requests of the first pages of a list.
async fn walk(
    connection: &mut Connection,
    path: &str,
    count: usize,
) -> Result<Vec<Vec<u8>>, Fault> {
    let mut requests = vec![http::get_with(path, &bearer(0))];
    while requests.len() < count {
        let last = requests.last().ok_or("no page")?;
        let (status, body) = connection.send(last).await?;
        if status != 200 {
            return Err(format!("{path}: {status} {}", String::from_utf8_lossy(body)).into());
        }
        let page: serde_json::Value = serde_json::from_slice(body)?;
        let Some(token) = page["next_page"].as_str() else { break };
        requests.push(http::get_with(&format!("{path}&page={token}"), &bearer(0)));
    }
    Ok(requests)
}
