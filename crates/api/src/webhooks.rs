//! What payment providers tell unasked. An event is a hint: it is verified, taken once, and makes the worker ask the
//! payment provider earlier; nothing that it says is believed.

use actix_web::{HttpRequest, HttpResponse};
use estrade_db::{Tx, payments};
use estrade_domain::{payments::Psp, world::Instant};
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;
use utoipa::ToSchema;

use crate::{
    app::App,
    body::Raw,
    problem::{Answer, Problem},
};

/// A signature is good for so long, so that an old event cannot be sent again.
const TOLERANCE_SECONDS: i64 = 300;

/// What is read of an event; it has more fields.
#[derive(Deserialize, ToSchema)]
pub struct StripeEvent {
    id: String,
    data: StripeEventData,
}

#[derive(Deserialize, ToSchema)]
struct StripeEventData {
    object: StripeEventObject,
}

/// What happened to which object of Stripe's.
#[derive(Deserialize, ToSchema)]
struct StripeEventObject {
    id: String,
    payment_intent: Option<String>,
}

/// An event of Stripe's.
#[utoipa::path(post, path = "/v1/webhooks/stripe", operation_id = "webhooks_stripe", tag = "payments", params(("Stripe-Signature" = String, Header, description = "`t=…,v1=…`")), request_body = StripeEvent, responses((status = 204, description = "Taken")), security(()))]
pub async fn stripe(app: App, request: HttpRequest, body: Raw) -> Answer {
    let secret = app.settings.stripe_webhook_secret.clone().ok_or_else(Problem::not_found)?;
    let header = request.headers().get("stripe-signature").and_then(|it| it.to_str().ok());
    if !header.is_some_and(|header| is_signed(header, &body.0, secret.as_bytes(), app.now())) {
        return Err(Problem::unauthenticated());
    }
    let event: StripeEvent = serde_json::from_slice(&body.0).map_err(|_| crate::body::broken())?;
    let StripeEvent { id, data: StripeEventData { object } } = event;
    app.db
        .write(move |tx: &mut Tx<'_>| {
            let about = object.payment_intent.iter().chain([&object.id]);
            payments::hint(tx, Psp::Stripe, &id, &about.cloned().collect::<Vec<_>>())
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `t` is when it was signed, each `v1` the HMAC-SHA256 of `{t}.{body}` in hexadecimal.
fn is_signed(header: &str, body: &[u8], secret: &[u8], now: Instant) -> bool {
    let parts = || header.split(',').filter_map(|part| part.trim().split_once('='));
    let Some((_, at)) = parts().find(|(name, _)| *name == "t") else { return false };
    let is_fresh =
        at.parse().is_ok_and(|at: i64| (now.timestamp() - at).abs() <= TOLERANCE_SECONDS);
    let matches = |signature: &str| {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return false };
        mac.update(at.as_bytes());
        mac.update(b".");
        mac.update(body);
        bytes(signature).is_some_and(|signature| mac.verify_slice(&signature).is_ok())
    };
    is_fresh && parts().any(|(name, value)| name == "v1" && matches(value))
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    if !hexadecimal.len().is_multiple_of(2) || !hexadecimal.is_ascii() {
        return None;
    }
    let pairs = (0..hexadecimal.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(secret: &[u8], at: i64, body: &[u8]) -> String {
        use std::fmt::Write;
        let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
        mac.update(format!("{at}.").as_bytes());
        mac.update(body);
        let mut text = format!("t={at},v0=00,v1=");
        for byte in mac.finalize().into_bytes() {
            write!(text, "{byte:02x}").unwrap();
        }
        text
    }

    #[test]
    fn only_what_was_signed_lately_with_the_secret_is_taken() {
        let now: Instant = "2027-03-01T09:00:00Z".parse().unwrap();
        let at = now.timestamp();
        let good = signature(b"secret", at, b"{}");
        assert!(is_signed(&good, b"{}", b"secret", now));
        assert!(!is_signed(&good, b"{ }", b"secret", now), "another body");
        assert!(!is_signed(&good, b"{}", b"other", now), "another secret");
        assert!(
            !is_signed(&signature(b"secret", at - 301, b"{}"), b"{}", b"secret", now),
            "too old"
        );
        for broken in ["", "t=", "v1=00", "t=1,v1=0", "t=1,v1=é0"] {
            assert!(!is_signed(broken, b"{}", b"secret", now), "{broken}");
        }
    }
}
