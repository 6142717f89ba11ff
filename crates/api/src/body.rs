//! Bodies: JSON, at most 64 KB, read within 15 seconds, no unknown field; each other thing has its refusal.

mod misreading;
mod objects;

use std::{future::Future, pin::Pin, time::Duration};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{StatusCode, header},
    web::{Bytes, BytesMut},
};
use estrade_domain::refusal::Explanation;
use futures_util::StreamExt;
use serde::{Deserialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use self::objects::Objects;
use crate::{idempotency::Once, problem::Problem};

/// The largest body of JSON.
pub const LIMIT_BYTES: usize = 64 * 1024;
const READ_SECONDS: u64 = 15;

/// A body that was read and understood.
pub struct Body<T> {
    /// What it says.
    pub value: T,
    /// Whether and how a repetition is recognized.
    pub once: Once,
}

/// A body with nothing in it: absent or `{}`.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A body as it came, to be verified before it is read.
pub struct Raw(pub Bytes);

impl FromRequest for Raw {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            refuse_encoded(&request)?;
            read_within(Duration::from_secs(READ_SECONDS), payload).await.map(Self)
        })
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            refuse_encoded(&request)?;
            let bytes = read_within(Duration::from_secs(READ_SECONDS), payload).await?;
            refuse_other_than_json(&request, &bytes)?;
            let once = Once::new(&request, Sha256::digest(&bytes).into())?;
            Ok(Self { value: parse(&bytes)?, once })
        })
    }
}

async fn read_within(wait: Duration, payload: Payload) -> Result<Bytes, Problem> {
    tokio::time::timeout(wait, read(payload)).await.map_err(|_| too_slow())?
}

async fn read(mut payload: Payload) -> Result<Bytes, Problem> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| broken())?;
        if body.len() + chunk.len() > LIMIT_BYTES {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

pub(crate) fn refuse_encoded(request: &HttpRequest) -> Result<(), Problem> {
    if request.headers().contains_key(header::CONTENT_ENCODING) {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Explanation::new(
                "encoded_body",
                "Le corps de la requête doit être envoyé sans compression.",
                "The body must be sent without a content encoding.",
            ),
        )
        .with_header(header::ACCEPT_ENCODING, "identity"));
    }
    Ok(())
}

fn refuse_other_than_json(request: &HttpRequest, bytes: &Bytes) -> Result<(), Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = kind.unwrap_or("").split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    if essence == "application/json" || (bytes.is_empty() && kind.is_none()) {
        return Ok(());
    }
    Err(Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Explanation::new(
            "not_json",
            "Le corps de la requête doit être du JSON (Content-Type: application/json).",
            "The body must be JSON (Content-Type: application/json).",
        ),
    ))
}

/// Twice: from the text, which tells what is malformed and where, and what is named twice; then from its
/// value, which tells a list from an object.
fn parse<T: DeserializeOwned>(bytes: &Bytes) -> Result<T, Problem> {
    let text: &[u8] = if bytes.is_empty() { b"{}" } else { bytes };
    let mut json = serde_json::Deserializer::from_slice(text);
    serde_path_to_error::deserialize::<_, T>(&mut json).map_err(|error| misread(&error))?;
    json.end().map_err(|_| broken())?;
    let value = serde_json::from_slice(text).map_err(|_| broken())?;
    serde_path_to_error::deserialize(Objects(value)).map_err(|error| misread(&error))
}

fn misread(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let inner = error.inner();
    if inner.is_syntax() || inner.is_eof() || inner.is_io() {
        let (line, column) = (inner.line(), inner.column());
        return Problem::bad_request(
            "malformed_json",
            format!("Le JSON est mal formé à la ligne {line}, colonne {column}."),
            format!("The JSON is malformed at line {line}, column {column}."),
        );
    }
    misreading::explain(error).into()
}

pub(crate) fn broken() -> Problem {
    Problem::bad_request(
        "malformed_body",
        "Le corps de la requête n’a pas pu être lu en entier.",
        "The body could not be read as one JSON document.",
    )
}

fn too_large() -> Problem {
    Problem::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        Explanation::new(
            "body_too_large",
            "Le corps de la requête dépasse 64 Ko.",
            "The body is larger than 64 KB.",
        ),
    )
    .with_header(header::CONNECTION, "close")
}

pub(crate) fn too_slow() -> Problem {
    Problem::new(
        StatusCode::REQUEST_TIMEOUT,
        Explanation::new(
            "body_too_slow",
            "Le corps de la requête n’est pas arrivé à temps.",
            "The body did not arrive in time.",
        ),
    )
    .with_header(header::CONNECTION, "close")
}

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    #[actix_web::test]
    async fn a_body_that_does_not_come_is_given_up() {
        let begun = stream::iter([Ok(Bytes::from_static(b"{"))]).chain(stream::pending());
        let payload = Payload::Stream { payload: begun.boxed_local() };
        let problem = read_within(Duration::from_millis(1), payload).await.err();
        let problem = problem.map(|problem| problem.to_string());
        assert_eq!(problem.as_deref(), Some("408 body_too_slow"));
    }
}
