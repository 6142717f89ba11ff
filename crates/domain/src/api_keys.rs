//! Integrators' keys: shown once, kept as a hash, limited to what they may do and to a day.

use crate::{
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{AccountId, ApiKeyId},
    refusal::{Explain, Explanation},
    text, words,
    world::Instant,
};

/// What every key begins with, so that leak scanners recognize it.
pub const PREFIX: &str = "esk_";
/// The most keys of one account that are not revoked.
pub const KEYS_MAX: usize = 20;

/// How many characters of a key are kept to recognize it by.
const HINT_LENGTH: usize = PREFIX.len() + 6;

words! {
    /// What a key may do.
    pub enum Scope {
        /// GET.
        Read = "read",
        /// Everything else.
        Write = "write",
    }
}

/// An integrator's key, without the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// Who acts with it.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// How it begins.
    pub hint: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: Instant,
    /// Until when it is good; without an end when absent.
    pub expires_at: Option<Instant>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Instant>,
}

/// A key that is wished for.
#[derive(Debug, Clone)]
pub struct NewApiKey {
    name: String,
    scopes: Vec<Scope>,
    expires_at: Option<Instant>,
}

impl NewApiKey {
    /// Reads what a person typed.
    pub fn parse(
        name: &str,
        scopes: &[String],
        expires_at: Option<Instant>,
        now: Instant,
    ) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let name = fields.take("/name", text::line(name, 80));
        if scopes.is_empty() {
            fields.refuse("/scopes", text::missing());
        }
        let mut known = Vec::new();
        for (place, word) in scopes.iter().enumerate() {
            match Scope::from_word(word).filter(|scope| !known.contains(scope)) {
                Some(scope) => known.push(scope),
                None => fields.refuse(format!("/scopes/{place}"), text::unknown_choice()),
            }
        }
        if expires_at.is_some_and(|at| at <= now) {
            fields.refuse("/expires_at", past());
        }
        fields.check()?;
        Ok(Self { name: name.unwrap_or_default(), scopes: known, expires_at })
    }

    /// Makes it; `count` is how many the account has.
    pub fn make(
        self,
        id: ApiKeyId,
        account: AccountId,
        key: &str,
        count: usize,
        now: Instant,
    ) -> Result<Change<ApiKey>, ApiKeyRefusal> {
        if count >= KEYS_MAX {
            return Err(ApiKeyRefusal::TooMany);
        }
        let made = ApiKey {
            id,
            account,
            name: self.name,
            hint: key.chars().take(HINT_LENGTH).collect(),
            scopes: self.scopes,
            created_at: now,
            expires_at: self.expires_at,
            last_used_at: None,
        };
        Ok(Change::new(made, Fact::ApiKeyCreated { api_key: id, account }))
    }
}

fn past() -> Explanation {
    Explanation::new(
        "in_the_past",
        "Choisissez une date à venir.",
        "Choose a date that is yet to come.",
    )
}

/// Why a wish about a key was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiKeyRefusal {
    /// The account has as many as it may.
    TooMany,
}

impl Explain for ApiKeyRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::TooMany => Explanation::new(
                "too_many_api_keys",
                format!("Un compte a au plus {KEYS_MAX} clés d’API : révoquez-en une."),
                format!("An account has at most {KEYS_MAX} API keys: revoke one."),
            ),
        }
    }
}
