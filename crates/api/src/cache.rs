//! A short memory of public answers, so that a crowd that reads one page costs one query.
//!
//! Only the 200 of a GET is kept, only of paths below that are the same for everyone who is not known, and
//! only for callers who show neither cookie nor key. What a request has for itself (its id, what is left of its
//! limit) is put on afterwards, outside of here. The room is bounded: what finds none is not kept.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use actix_web::{
    HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method, StatusCode,
        header::{self, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Bytes,
};
use chrono::TimeDelta;
use estrade_domain::{language::Language, world::Instant};

use crate::app::App;

/// The open tenders, the directory and the catalogue, with the page of each of their entries; and the banners.
const PUBLIC: [&str; 4] = ["/v1/tenders", "/v1/providers", "/v1/services", "/v1/banners"];
/// Room for some 2,000 pages of 20 cards.
const ROOM_BYTES: usize = 16 * 1024 * 1024;
/// What an answer takes beside its key and its body.
const ANSWER_BYTES: usize = 512;

/// The memory.
pub struct Cache {
    duration: TimeDelta,
    room_bytes: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    answers: HashMap<String, Arc<Stored>>,
    bytes: usize,
    sweep_at: Instant,
}

struct Stored {
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
    until: Instant,
}

/// Answers from memory, or lets the request through and keeps what it is answered.
pub(crate) async fn around(
    app: &App,
    language: Language,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(key) = app.cache.key(request.request(), language) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    // The age counts from before the read: an answer is never older than the setting says.
    let now = app.now();
    if let Some(answer) = app.cache.find(&key, now) {
        return Ok(request.into_response(answer));
    }
    let (request, response) = next.call(request).await?.map_into_boxed_body().into_parts();
    Ok(ServiceResponse::new(request, app.cache.keep(key, response, now)))
}

impl Cache {
    /// Keeps answers for so long; with 0 it keeps nothing.
    #[must_use]
    pub fn new(seconds: u32) -> Self {
        Self {
            duration: TimeDelta::seconds(seconds.into()),
            room_bytes: ROOM_BYTES,
            kept: Mutex::default(),
        }
    }

    /// Under what the answer to this request is kept; none when it is not.
    fn key(&self, request: &HttpRequest, language: Language) -> Option<String> {
        let shows = |name| request.headers().contains_key(name);
        let is_public = !self.duration.is_zero()
            && *request.method() == Method::GET
            && PUBLIC.iter().any(|path| request.path().starts_with(path))
            && !shows(header::COOKIE)
            && !shows(header::AUTHORIZATION);
        is_public.then(|| [language.code(), request.path(), "?", request.query_string()].concat())
    }

    fn find(&self, key: &str, now: Instant) -> Option<HttpResponse> {
        let stored = {
            let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(kept.answers.get(key).filter(|stored| now < stored.until)?)
        };
        let mut response = HttpResponse::Ok();
        for header in &stored.headers {
            response.append_header(header.clone());
        }
        Some(response.body(stored.body.clone()))
    }

    fn keep(&self, key: String, response: HttpResponse, now: Instant) -> HttpResponse {
        if response.status() != StatusCode::OK {
            return response;
        }
        let (head, body) = response.into_parts();
        let body = match body.try_into_bytes() {
            Ok(body) => body,
            Err(stream) => return head.set_body(stream),
        };
        let headers = head.headers().iter().map(|(name, value)| (name.clone(), value.clone()));
        let stored =
            Stored { headers: headers.collect(), body: body.clone(), until: now + self.duration };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if now >= kept.sweep_at {
            kept.sweep(now);
            kept.sweep_at = now + self.duration;
        }
        kept.put(key, stored, self.room_bytes);
        head.set_body(BoxBody::new(body))
    }

    /// Gives back the room of what is too old; a quiet instance would hold it until the next reader.
    pub fn forget_old(&self, now: Instant) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).sweep(now);
    }
}

impl Kept {
    fn sweep(&mut self, now: Instant) {
        self.answers.retain(|_, stored| now < stored.until);
        self.answers.shrink_to(self.answers.len() * 2);
        self.bytes = self.answers.iter().map(|(key, stored)| size(key, stored)).sum();
    }

    fn put(&mut self, key: String, stored: Stored, room_bytes: usize) {
        let replaced = self.answers.get(&key).map_or(0, |old| size(&key, old));
        let bytes = self.bytes - replaced + size(&key, &stored);
        if bytes <= room_bytes {
            self.bytes = bytes;
            self.answers.insert(key, Arc::new(stored));
        }
    }
}

fn size(key: &str, stored: &Stored) -> usize {
    key.len() + stored.body.len() + ANSWER_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(room_bytes: usize) -> Cache {
        Cache { room_bytes, ..Cache::new(2) }
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_timestamp(seconds, 0).unwrap()
    }

    fn keep(cache: &Cache, key: &str, response: HttpResponse, seconds: i64) {
        drop(cache.keep(key.to_owned(), response, at(seconds)));
    }

    fn bytes(cache: &Cache) -> usize {
        cache.kept.lock().unwrap().bytes
    }

    #[test]
    fn what_finds_no_room_is_not_kept_until_the_old_has_gone() {
        let cache = cache(10 * (ANSWER_BYTES + 103));
        for number in 100..150 {
            keep(&cache, &number.to_string(), HttpResponse::Ok().body("x".repeat(100)), 0);
        }
        assert_eq!(bytes(&cache), 10 * (ANSWER_BYTES + 103));
        assert!(cache.find("109", at(1)).is_some());
        assert!(cache.find("110", at(1)).is_none());
        keep(&cache, "150", HttpResponse::Ok().body("x".repeat(100)), 2);
        assert_eq!(bytes(&cache), ANSWER_BYTES + 103);
        assert!(cache.find("150", at(3)).is_some());
    }

    #[test]
    fn the_same_key_takes_its_room_once_and_a_quiet_cache_takes_none() {
        let cache = cache(ROOM_BYTES);
        keep(&cache, "key", HttpResponse::Ok().body("short"), 0);
        keep(&cache, "key", HttpResponse::Ok().body("a longer one"), 1);
        assert_eq!(bytes(&cache), "key".len() + "a longer one".len() + ANSWER_BYTES);
        cache.forget_old(at(3));
        assert_eq!(bytes(&cache), 0);
        assert_eq!(cache.kept.lock().unwrap().answers.capacity(), 0);
    }

    #[test]
    fn only_what_went_well_is_kept() {
        let cache = cache(ROOM_BYTES);
        keep(&cache, "gone", HttpResponse::NotFound().body("gone"), 0);
        assert!(cache.find("gone", at(0)).is_none());
    }
}
