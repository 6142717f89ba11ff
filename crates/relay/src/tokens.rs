//! Tokens of mailed links: made when the letter is written, kept as hashes, so that neither the log nor
//! the tables hold one that works.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use estrade_db::{
    Error, Tx,
    accounts::{self, LinkPurpose},
};
use estrade_domain::ids::AccountId;
use sha2::{Digest, Sha256};

/// Makes a token that nobody can guess.
pub(crate) fn mint(tx: &Tx<'_>) -> String {
    URL_SAFE_NO_PAD.encode(tx.secret())
}

/// The hash under which a token is kept (the same as the api's).
pub(crate) fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}

/// Makes the token of a person's link and keeps its hash.
pub(crate) fn mint_link(
    tx: &mut Tx<'_>,
    account: AccountId,
    purpose: LinkPurpose,
    good_for: TimeDelta,
) -> Result<String, Error> {
    let token = mint(tx);
    let expires_at = tx.now() + good_for;
    accounts::insert_link(tx, account, purpose, &hash(&token), expires_at)?;
    Ok(token)
}
