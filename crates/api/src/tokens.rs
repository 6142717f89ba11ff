//! Access tokens (JWT, 10 minutes), the sums that are to be solved (JWT, 30 minutes), and the random tokens of links, refreshes and API keys, which are
//! kept only as hashes.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use estrade_domain::{
    contact_messages::Sum,
    ids::{AccountId, SessionId, SumId},
    world::Instant,
};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

/// How long an access token is good for.
pub const ACCESS_MINUTES: i64 = 10;
/// How long a session lives.
pub const SESSION_DAYS: i64 = 30;
/// How long a sum can be answered: the time to write what it is solved for.
pub const SUM_MINUTES: i64 = 30;

const AUDIENCE: &str = "estrade";
/// A sum opens no session, and a session solves no sum.
const SUM_AUDIENCE: &str = "estrade-sum";

/// Signs and reads tokens.
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

#[derive(Serialize, Deserialize)]
struct SumClaims {
    sub: SumId,
    left: u8,
    right: u8,
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
        self.encode(&claims)
    }

    /// A token for a sum that was asked, good until a moment. It keeps no secret: who reads it still has to add.
    #[must_use]
    pub fn sign_sum(&self, sum: &Sum, until: Instant) -> Option<String> {
        let claims = SumClaims {
            sub: sum.id,
            left: sum.left,
            right: sum.right,
            exp: until.timestamp(),
            iss: self.issuer.clone(),
            aud: SUM_AUDIENCE.to_owned(),
        };
        self.encode(&claims)
    }

    /// Which sum this token is of, if we asked it and it is still good at `now`.
    #[must_use]
    pub fn read_sum(&self, token: &str, now: Instant) -> Option<Sum> {
        let claims = self.decode::<SumClaims>(token, SUM_AUDIENCE)?;
        let SumClaims { sub: id, left, right, .. } = claims;
        (claims.exp > now.timestamp()).then_some(Sum { id, left, right })
    }

    /// Whose token this is, if it is ours and still good at `now`.
    #[must_use]
    pub fn read(&self, token: &str, now: Instant) -> Option<(AccountId, SessionId)> {
        let claims = self.decode::<Claims>(token, AUDIENCE)?;
        (claims.exp > now.timestamp()).then_some((claims.sub, claims.sid))
    }

    fn encode(&self, claims: &impl Serialize) -> Option<String> {
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &self.encoding).ok()
    }

    fn decode<T: DeserializeOwned>(&self, token: &str, audience: &str) -> Option<T> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[audience]);
        // The library reads the machine's clock; ours comes from `World`.
        validation.validate_exp = false;
        Some(jsonwebtoken::decode::<T>(token, &self.decoding, &validation).ok()?.claims)
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
