//! Live events (`text/event-stream`), from the log of facts: what to load again, for those whom it concerns.
//!
//! An event says that something happened, not what it looks like now: the API alone says that, with its own
//! rules of who may see what. One task reads the log for all streams, when this node has written or twice a
//! second, for other nodes write too. Whoever missed more than is kept hears `reset`, and loads all again. A fact
//! after which someone may no longer listen is sent to nobody: the streams that it may end are asked for their
//! right again, and those that have none end.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Bytes, Query},
};
use chrono::TimeDelta;
use estrade_db::{
    accounts, api_keys,
    facts::{self, Happened, Lately},
    sessions,
};
use estrade_domain::{
    facts::Access,
    ids::{AccountId, ApiKeyId, OrganizationId, SessionId},
    refusal::Explanation,
};
use futures_util::stream;
use serde::{Deserialize, Serialize};
use tokio::{
    sync::broadcast::{self, error::RecvError},
    time::{Instant, Interval, MissedTickBehavior, interval_at, sleep, sleep_until, timeout},
};
use utoipa::IntoParams;

use crate::{
    app::App,
    caller::Caller,
    problem::{Answer, Problem},
};

/// How often the log is read when this node writes nothing.
const POLL: Duration = Duration::from_millis(500);
/// What happens within this is sent together.
const BREATH: Duration = Duration::from_millis(50);
/// A transaction that takes longer than this to commit may go unheard until its page is loaded again.
const OVERLAP: TimeDelta = TimeDelta::seconds(2);
/// So many events are kept for those who come back.
const KEPT: usize = 1024;
/// So many facts are read at once.
const BATCH: i64 = 1000;
/// A line is sent so often, so that proxies keep the stream and a dead one is noticed.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// A stream ends after this, so that whoever may no longer listen is asked again.
const LONGEST_SECONDS: u32 = 300;
/// So many streams at once for one person.
const STREAMS_PER_ACCOUNT: usize = 20;

/// What is sent to those who missed more than is kept.
const RESET: &str = "event: reset\ndata: {}\n\n";

struct Event {
    id: String,
    client: Option<OrganizationId>,
    provider: Option<OrganizationId>,
    may_end: Option<Access>,
    text: Bytes,
}

/// The streams of this node.
pub struct Live {
    sender: broadcast::Sender<Arc<Event>>,
    kept: Mutex<VecDeque<Arc<Event>>>,
    streams: Mutex<HashMap<String, usize>>,
}

/// What an event says.
#[derive(Serialize)]
struct EventData<'a> {
    /// What happened: `message.sent`, `custom_offer.revised`, `lot.confirmed`…
    kind: &'a str,
    /// The id of the thing it is about.
    subject: &'a str,
    /// When.
    at: estrade_domain::world::Instant,
}

/// How long to listen.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Listening {
    /// Seconds after which the stream ends, 1 to 300, the default; come back with `Last-Event-ID`.
    #[param(minimum = 1, maximum = 300, example = 5)]
    seconds: Option<u32>,
}

/// What happens to my party from now on, as it happens: `id`, and `data` with a `kind` and the id of what it is
/// about. With `Last-Event-ID`, also what was missed meanwhile, or the event `reset` when that is no longer known.
#[utoipa::path(get, path = "/v1/events", operation_id = "events_listen", tag = "live", params(Listening, ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event that was heard")), responses((status = 200, content_type = "text/event-stream", body = String)))]
pub async fn listen(
    app: App,
    caller: Caller,
    request: HttpRequest,
    query: Query<Listening>,
) -> Answer {
    let seconds = query.seconds.unwrap_or(LONGEST_SECONDS);
    if !(1..=LONGEST_SECONDS).contains(&seconds) {
        return Err(Problem::bad_request(
            "invalid_seconds",
            "Un flux dure de 1 à 300 secondes.",
            "A stream lasts 1 to 300 seconds.",
        ));
    }
    let place = Place::take(&app, caller.actor.account.to_string())?;
    let last = request.headers().get("last-event-id").and_then(|id| id.to_str().ok());
    let party = caller.actor.organization;
    // Listening begins before what was missed is looked up: nothing falls between.
    let receiver = app.live.sender.subscribe();
    let missed = last.map(|last| app.live.missed(last, party));
    let mut heartbeat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let stream = Stream {
        receiver,
        heartbeat,
        until: Instant::now() + Duration::from_secs(seconds.into()),
        party,
        listener: Listener::of(&caller),
        first: Some(opening(missed)),
        place,
    };
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // Nginx would keep events back until its buffer is full.
        .insert_header(("x-accel-buffering", "no"))
        .streaming(stream::unfold(stream, Stream::next)))
}

fn opening(missed: Option<Vec<Bytes>>) -> Bytes {
    let mut text = b"retry: 2000\n\n".to_vec();
    missed.into_iter().flatten().for_each(|event| text.extend_from_slice(&event));
    text.into()
}

struct Stream {
    receiver: broadcast::Receiver<Arc<Event>>,
    heartbeat: Interval,
    until: Instant,
    party: OrganizationId,
    listener: Listener,
    first: Option<Bytes>,
    place: Place,
}

/// By what right someone listens.
#[derive(Clone, Copy)]
struct Listener {
    account: AccountId,
    session: Option<SessionId>,
    api_key: Option<ApiKeyId>,
}

impl Stream {
    async fn next(mut self) -> Option<(Result<Bytes, Infallible>, Self)> {
        if let Some(first) = self.first.take() {
            return Some((Ok(first), self));
        }
        loop {
            let text = tokio::select! {
                () = sleep_until(self.until) => return None,
                _ = self.heartbeat.tick() => Bytes::from_static(b": ping\n\n"),
                event = self.receiver.recv() => match event {
                    Ok(event) if self.may_be_ended_by(&event) => {
                        if self.listener.may_listen(&self.place.app).await { continue }
                        return None;
                    }
                    Ok(event) if event.concerns(self.party) => event.text.clone(),
                    Ok(_) => continue,
                    Err(RecvError::Lagged(_)) => Bytes::from_static(RESET.as_bytes()),
                    Err(RecvError::Closed) => return None,
                },
            };
            return Some((Ok(text), self));
        }
    }

    fn may_be_ended_by(&self, event: &Event) -> bool {
        match event.may_end {
            Some(Access::Account(account)) => account == self.listener.account,
            Some(Access::Organization(party)) => party == self.party,
            None => false,
        }
    }
}

impl Listener {
    fn of(caller: &Caller) -> Self {
        let Caller { actor, session, api_key, .. } = caller;
        Self { account: actor.account, session: *session, api_key: *api_key }
    }

    /// Asked of the database as at each request. When that does not answer the stream ends, and whoever may
    /// comes back.
    async fn may_listen(self, app: &App) -> bool {
        let (account, now) = (self.account, app.now());
        let asked = app.db.read(move |conn| {
            let by_session = match self.session {
                Some(session) => sessions::is_live(conn, session, account, now)?,
                None => false,
            };
            let by_key = match self.api_key {
                Some(key) => api_keys::is_live(conn, key, account, now)?,
                None => false,
            };
            Ok((by_session || by_key) && accounts::get(conn, account)?.may_log_in().is_ok())
        });
        asked.await.unwrap_or(false)
    }
}

impl Event {
    fn concerns(&self, party: OrganizationId) -> bool {
        self.client == Some(party) || self.provider == Some(party)
    }
}

impl From<Happened> for Event {
    fn from(it: Happened) -> Self {
        let data = EventData { kind: &it.kind, subject: &it.subject, at: it.at };
        let data = serde_json::to_string(&data).unwrap_or_default();
        let text = format!("id: {}\ndata: {data}\n\n", it.id).into();
        let Happened { id, client, provider, may_end, .. } = it;
        Self { id, client, provider, may_end, text }
    }
}

impl Default for Live {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(KEPT).0,
            kept: Mutex::default(),
            streams: Mutex::default(),
        }
    }
}

impl Live {
    /// What a party missed since an event; `reset` when that event is no longer kept.
    fn missed(&self, last: &str, party: OrganizationId) -> Vec<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(place) = kept.iter().position(|event| event.id == last) else {
            return vec![Bytes::from_static(RESET.as_bytes())];
        };
        let later = kept.iter().skip(place + 1).filter(|event| event.concerns(party));
        later.map(|event| event.text.clone()).collect()
    }

    fn send(&self, event: Event) {
        let event = Arc::new(event);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back(Arc::clone(&event));
        drop(kept);
        // Nobody listens: it is kept for those who come back.
        drop(self.sender.send(event));
    }
}

/// Follows the log, for as long as the runtime lives.
pub async fn follow(app: App) {
    let mut sent: HashSet<String> = HashSet::new();
    loop {
        // Either is a reason to look.
        drop(timeout(POLL, app.db.changed()).await);
        if app.live.sender.receiver_count() > 0
            && let Err(error) = read_on(&app, &mut sent).await
        {
            tracing::warn!(%error, "the log of facts could not be read for live events");
        }
        sleep(BREATH).await;
    }
}

async fn read_on(app: &App, sent: &mut HashSet<String>) -> Result<(), estrade_db::Error> {
    let mut recent = HashSet::new();
    let mut place = facts::place_at(app.now() - OVERLAP);
    loop {
        let from = place.clone();
        let Lately { facts, next } =
            app.db.read(move |conn| facts::since(conn, &from, BATCH)).await?;
        for fact in facts {
            recent.insert(fact.id.clone());
            if !sent.contains(&fact.id) {
                app.live.send(Event::from(fact));
            }
        }
        match next {
            Some(next) => place = next,
            None => break,
        }
    }
    *sent = recent;
    Ok(())
}

/// A person's place among the streams, given back when its stream ends.
struct Place {
    app: App,
    account: String,
}

impl Place {
    fn take(app: &App, account: String) -> Result<Self, Problem> {
        let mut streams = app.live.streams.lock().unwrap_or_else(PoisonError::into_inner);
        let count = streams.entry(account.clone()).or_default();
        if *count >= STREAMS_PER_ACCOUNT {
            return Err(Problem::new(
                StatusCode::TOO_MANY_REQUESTS,
                Explanation::new(
                    "too_many_streams",
                    "Trop de flux ouverts à la fois pour ce compte.",
                    "Too many streams are open at once for this account.",
                ),
            ));
        }
        *count += 1;
        drop(streams);
        Ok(Self { app: app.clone(), account })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut streams = self.app.live.streams.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = streams.get_mut(&self.account) {
            *count -= 1;
            if *count == 0 {
                streams.remove(&self.account);
            }
        }
    }
}
