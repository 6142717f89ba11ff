//! `Idempotency-Key`: a repeated POST has one effect and gets the first answer again.
//! The answer is stored in the transaction of its effect.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use estrade_db::{Error, Tx, idempotency};
use estrade_domain::refusal::Explanation;
use serde::Serialize;

use crate::{
    app::App,
    caller::Caller,
    problem::{Answer, Problem},
    reply,
};

/// The header that says that an answer is the first one again.
const REPLAYED: &str = "idempotency-replayed";

/// Whether and how a repetition of this request is recognized.
#[derive(Clone)]
pub struct Once {
    key: Option<String>,
    fingerprint: String,
}

/// What a write leads to.
pub struct Written<V> {
    /// What to answer.
    pub view: V,
    /// Where the new thing is.
    pub location: Option<String>,
}

impl<V> Written<V> {
    /// An answer that makes nothing new.
    pub fn ok(view: V) -> Self {
        Self { view, location: None }
    }

    /// Something new and where it is.
    pub fn created(view: V, location: String) -> Self {
        Self { view, location: Some(location) }
    }
}

enum Outcome {
    Answer { stored: idempotency::Stored, replayed: bool },
    OtherRequest,
}

impl Once {
    pub(crate) fn new(request: &HttpRequest, body: [u8; 32]) -> Result<Self, Problem> {
        let key = match request.headers().get("idempotency-key") {
            None => None,
            Some(value) => Some(
                value
                    .to_str()
                    .ok()
                    .filter(|key| (1..=255).contains(&key.len()))
                    .ok_or_else(|| {
                        Problem::bad_request(
                            "invalid_idempotency_key",
                            "Idempotency-Key doit compter 1 à 255 caractères ASCII.",
                            "Idempotency-Key must have 1 to 255 ASCII characters.",
                        )
                    })?
                    .to_owned(),
            ),
        };
        let fingerprint =
            format!("{} {} {}", request.method(), request.path(), URL_SAFE_NO_PAD.encode(body));
        Ok(Self { key, fingerprint })
    }

    /// Where money moves, a request says how its repetition is recognized.
    pub fn require(&self) -> Result<(), Problem> {
        if self.key.is_some() {
            return Ok(());
        }
        Err(Problem::bad_request(
            "idempotency_key_required",
            "Cette requête engage de l’argent : ajoutez un en-tête Idempotency-Key, le même si vous la répétez.",
            "This request moves money: add an Idempotency-Key header, the same one when you repeat it.",
        ))
    }

    /// What this request was answered before, if it is a repetition: for what costs much before its write.
    pub async fn answered(
        &self,
        app: &App,
        caller: &Caller,
    ) -> Result<Option<HttpResponse>, Problem> {
        let Some(key) = self.key.clone() else { return Ok(None) };
        let account = caller.actor.account.to_string();
        let stored = app.db.read(move |conn| idempotency::find(conn, &account, &key)).await?;
        match stored {
            None => Ok(None),
            Some(stored) if stored.fingerprint == self.fingerprint => {
                Ok(Some(respond(stored, true)))
            }
            Some(_) => Err(other_request()),
        }
    }

    /// Carries out a write, or answers again what it answered the first time.
    pub async fn write<V, F>(
        &self,
        app: &App,
        caller: &Caller,
        status: StatusCode,
        write: F,
    ) -> Answer
    where
        V: Serialize,
        F: Fn(&mut Tx<'_>) -> Result<Written<V>, Error> + Send + 'static,
    {
        let (stored, replayed) = self.outcome(app, caller, status, write).await?;
        Ok(respond(stored, replayed))
    }

    /// As `write`, with a secret that only the first answer shows: it is kept nowhere, so a replay has
    /// null in its place. `field` is the view's member for it, null in the view.
    pub async fn write_and_show_once<V, F>(
        &self,
        app: &App,
        caller: &Caller,
        (field, secret): (&'static str, String),
        write: F,
    ) -> Answer
    where
        V: Serialize,
        F: Fn(&mut Tx<'_>) -> Result<Written<V>, Error> + Send + 'static,
    {
        let (mut stored, replayed) = self.outcome(app, caller, StatusCode::CREATED, write).await?;
        if !replayed {
            let mut view: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(&stored.response).map_err(|_| Problem::internal())?;
            view.insert(field.to_owned(), secret.into());
            stored.response = serde_json::to_string(&view).map_err(|_| Problem::internal())?;
        }
        Ok(respond(stored, replayed))
    }

    async fn outcome<V, F>(
        &self,
        app: &App,
        caller: &Caller,
        status: StatusCode,
        write: F,
    ) -> Result<(idempotency::Stored, bool), Problem>
    where
        V: Serialize,
        F: Fn(&mut Tx<'_>) -> Result<Written<V>, Error> + Send + 'static,
    {
        let (once, account) = (self.clone(), caller.actor.account.to_string());
        let outcome = app.db.write(move |tx| once.run(tx, &account, status, &write)).await?;
        match outcome {
            Outcome::Answer { stored, replayed } => Ok((stored, replayed)),
            Outcome::OtherRequest => Err(other_request()),
        }
    }

    fn run<V: Serialize>(
        &self,
        tx: &mut Tx<'_>,
        account: &str,
        status: StatusCode,
        write: &impl Fn(&mut Tx<'_>) -> Result<Written<V>, Error>,
    ) -> Result<Outcome, Error> {
        if let Some(key) = &self.key
            && let Some(stored) = idempotency::find(tx, account, key)?
        {
            let same = stored.fingerprint == self.fingerprint;
            return Ok(if same {
                Outcome::Answer { stored, replayed: true }
            } else {
                Outcome::OtherRequest
            });
        }
        let written = write(tx)?;
        let stored = idempotency::Stored {
            fingerprint: self.fingerprint.clone(),
            status: i32::from(status.as_u16()),
            response: serde_json::to_string(&written.view)
                .map_err(|_| Error::corrupt("idempotency_keys", account))?,
            location: written.location,
        };
        if let Some(key) = &self.key {
            idempotency::insert(tx, account, key, &stored)?;
        }
        Ok(Outcome::Answer { stored, replayed: false })
    }
}

/// Whether this answer is the first of its kind, and not the same again.
#[must_use]
pub fn is_fresh(answer: &HttpResponse) -> bool {
    answer.status().is_success() && !answer.headers().contains_key(REPLAYED)
}

fn other_request() -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        Explanation::new(
            "idempotency_key_reused",
            "Cette Idempotency-Key a déjà servi pour une autre requête.",
            "This Idempotency-Key was already used for another request.",
        ),
    )
}

fn respond(stored: idempotency::Stored, replayed: bool) -> HttpResponse {
    let status = u16::try_from(stored.status).ok().and_then(|code| StatusCode::from_u16(code).ok());
    let mut response = HttpResponse::build(status.unwrap_or(StatusCode::OK));
    if let Some(location) = stored.location {
        response.insert_header((header::LOCATION, location));
    }
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    reply::finish(response, stored.response)
}
