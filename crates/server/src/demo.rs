//! The demo: a small marketplace with a year and a half behind it, told in `demo/*.json`.
//!
//! Everything in it came about as it would in real life: each scene is a decision of the domain, recorded
//! by the db crate, at its own moment of a clock that runs through the past; mails of that past are in the
//! local mailbox and none leaves. Invariant: the same day gives the same marketplace.

mod agenda;
mod bargains;
mod campaigns;
mod cast;
mod clock;
mod contact_messages;
mod pictures;
mod plots;
mod quotes;
mod scenes;
mod shelves;
mod stage;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use estrade_db::{Db, organizations};
use estrade_domain::{
    invoices::{IdentityForm, Platform},
    world::Instant,
};
use object_store::ObjectStore;

use crate::config::Fault;

/// The password of everyone in the demo.
pub const PASSWORD: &str = "estrade-demo-2026";

/// Who may be tried out.
const LOGINS: [(&str, &str); 4] = [
    (
        "camille@demo.estrade.example",
        "cliente : prépare son mariage / client: prepares her wedding",
    ),
    ("leo@demo.estrade.example", "prestataire VIP+ / provider on VIP+"),
    ("nina@demo.estrade.example", "prestataire FREE / provider on FREE"),
    ("operateur@demo.estrade.example", "opérateur / operator"),
];

/// Who runs the marketplace of the demo: invented, with numbers that add up.
pub fn platform() -> Result<Platform, Fault> {
    let form = IdentityForm {
        name: "Estrade Démonstration SAS".to_owned(),
        details: "SAS au capital de 10 000 €, RCS Rouen (société fictive)".to_owned(),
        street: "1 place du Théâtre".to_owned(),
        postal_code: "76000".to_owned(),
        town: "Rouen".to_owned(),
        siret: "904 126 737 00017".to_owned(),
        vat_number: "FR69904126737".to_owned(),
    };
    form.parse().map_err(|wrong| format!("the identity of the demo: {wrong:?}").into())
}

/// Whether nobody has registered yet.
pub async fn is_empty(db: &Db) -> Result<bool, Fault> {
    Ok(!db.read(organizations::any).await?)
}

/// Fills the empty database at this URL with a history that ends now, and its photos.
pub async fn fill(
    database_url: &str,
    files: Arc<dyn ObjectStore>,
    public_url: &str,
    now: Instant,
) -> Result<(), Fault> {
    let clock = Arc::new(clock::DemoClock::default());
    let db = Db::open(database_url, 2, Arc::clone(&clock) as _)?;
    let mut stage = stage::Stage::build(db, files, public_url).await?;
    for (at, scene) in agenda::agenda(now)? {
        clock.set(at);
        stage.play(scene).await.map_err(|error| format!("demo, {at}: {error}"))?;
    }
    Ok(())
}

/// Tells how to log in.
pub fn introduce() {
    println!("\nDémonstration / demo, mot de passe / password: {PASSWORD}");
    for (email, who) in LOGINS {
        println!("  {email:<32} {who}");
    }
    println!();
}
