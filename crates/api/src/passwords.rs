//! Passwords: argon2id (19 MiB, 2 passes) on threads of their own, which give way to all others. A storm
//! of logins waits in a short queue and is then refused; it takes neither the machine's memory nor the
//! time of those who only read.

use std::sync::Arc;

use actix_web::http::{StatusCode, header};
use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};
use estrade_domain::refusal::Explanation;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{crew::Crew, problem::Problem};

/// The memory that a hash takes: 19 MiB, with two passes.
pub const MEMORY_KIB: u32 = 19 * 1024;
const WAITING: usize = 32;

/// The only place where passwords are hashed.
#[derive(Clone)]
pub struct Passwords {
    crew: Crew,
    turns: Arc<Semaphore>,
    memory_kib: u32,
    /// Verified for unknown users, so that they cost as much time as known ones.
    dummy: Arc<str>,
}

/// A place in the queue. Whoever takes it first has nothing read for it when too many wait.
pub struct Turn {
    _permit: OwnedSemaphorePermit,
}

impl Passwords {
    /// At most `threads` hashes at a time, each in so much memory.
    #[must_use]
    pub fn new(threads: usize, memory_kib: u32) -> Self {
        let dummy = hash(b"nobody has this password", &[7; 16], memory_kib).unwrap_or_default();
        Self {
            crew: Crew::new(threads),
            turns: Arc::new(Semaphore::new(WAITING)),
            memory_kib,
            dummy: dummy.into(),
        }
    }

    /// A place in the queue, or the refusal when too many wait.
    pub fn turn(&self) -> Result<Turn, Problem> {
        Arc::clone(&self.turns)
            .try_acquire_owned()
            .map(|permit| Turn { _permit: permit })
            .map_err(|_| crowded())
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: String, salt: [u8; 16]) -> Result<String, Problem> {
        let (turn, memory_kib) = (self.turn()?, self.memory_kib);
        self.run(turn, move || hash(password.as_bytes(), &salt, memory_kib))
            .await?
            .ok_or_else(Problem::internal)
    }

    /// Whether this is the password; always false, after the same time, when nobody is known.
    pub async fn verify(
        &self,
        turn: Turn,
        password: String,
        known: Option<String>,
    ) -> Result<bool, Problem> {
        let (phc, exists) = match known {
            Some(phc) => (phc, true),
            None => (self.dummy.to_string(), false),
        };
        self.run(turn, move || verify(password.as_bytes(), &phc) && exists).await
    }

    async fn run<T: Send + 'static>(
        &self,
        turn: Turn,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let job = move || {
            let done = work();
            drop(turn);
            done
        };
        self.crew.run(job).await.ok_or_else(Problem::internal)
    }
}

fn hash(password: &[u8], salt: &[u8], memory_kib: u32) -> Option<String> {
    let params = Params::new(memory_kib, 2, 1, None).ok()?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_with_salt(password, salt).ok().map(|hash| hash.to_string())
}

/// In as much memory as the hash says that it took.
fn verify(password: &[u8], phc: &str) -> bool {
    PasswordHash::new(phc)
        .is_ok_and(|hash| Argon2::default().verify_password(password, &hash).is_ok())
}

fn crowded() -> Problem {
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        Explanation::new(
            "too_many_logins",
            "Trop de connexions en même temps. Réessayez dans quelques secondes.",
            "Too many people are logging in at once. Try again in a few seconds.",
        ),
    )
    .with_header(header::RETRY_AFTER, 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_recognized_and_another_is_not() {
        let phc = hash(b"correct horse", &[1; 16], MEMORY_KIB).unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(verify(b"correct horse", &phc));
        assert!(!verify(b"wrong horse", &phc));
    }
}
