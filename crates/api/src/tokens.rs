//! Access tokens (JWT, 10 minutes) and the random tokens of links, refreshes and API keys, which are
//! kept only as hashes.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use estrade_domain::{
    ids::{AccountId, SessionId},
    world::Instant,
};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How long an access token is good for.
pub const ACCESS_MINUTES: i64 = 10;
/// How long a session lives.
pub const SESSION_DAYS: i64 = 30;

const AUDIENCE: &str = "estrade";

/// Signs and reads access tokens.
pub struct Keys {
    encoding: EncodingKey,
    decoding: DecodingKey,
    issuer: String,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    sub: AccountId,
    sid: SessionId,
    exp: i64,
    iss: String,
    aud: String,
}

impl Keys {
    /// Keys from the instance's secret.
    #[must_use]
    pub fn new(secret: &[u8], issuer: &str) -> Self {
        Self {
            encoding: EncodingKey::from_secret(secret),
            decoding: DecodingKey::from_secret(secret),
            issuer: issuer.to_owned(),
        }
    }

    /// A token for a session, good from `now` for 10 minutes.
    #[must_use]
    pub fn sign(&self, account: AccountId, session: SessionId, now: Instant) -> Option<String> {
        let claims = Claims {
            sub: account,
            sid: session,
            exp: (now + TimeDelta::minutes(ACCESS_MINUTES)).timestamp(),
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
        };
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.encoding).ok()
    }

    /// Whose token this is, if it is ours and still good at `now`.
    #[must_use]
    pub fn read(&self, token: &str, now: Instant) -> Option<(AccountId, SessionId)> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[AUDIENCE]);
        // The library reads the machine's clock; ours comes from `World`.
        validation.validate_exp = false;
        let claims =
            jsonwebtoken::decode::<Claims>(token, &self.decoding, &validation).ok()?.claims;
        (claims.exp > now.timestamp()).then_some((claims.sub, claims.sid))
    }
}

/// A random token as it is mailed or kept in a cookie.
#[must_use]
pub fn from_secret(secret: [u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(secret)
}

/// What is kept of a random token. It has 256 bits, so a plain hash is enough.
#[must_use]
pub fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}
