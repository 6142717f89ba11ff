//! `estrade operator EMAIL`: makes an operator, or gives one its access again, and prints the link with
//! which it chooses its password. Nothing secret is typed; the link works once, for a day.

use chrono::TimeDelta;
use estrade_api::{
    passwords::{MEMORY_KIB, Passwords},
    tokens,
};
use estrade_db::{Db, operators, organizations};
use estrade_domain::{
    language::Language,
    refusal::Explain,
    text::{Email, Handle},
};

use crate::config::{Config, Fault};

const LINK: TimeDelta = TimeDelta::hours(24);

/// How an operator comes in.
pub struct Access {
    handle: Handle,
    link: String,
}

/// Runs it.
pub fn run(email: &str) -> Result<(), Fault> {
    super::serve::start_logging();
    let config = Config::from_env()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let access =
        runtime.block_on(name(&config.open_database()?, &config.settings.public_url, email))?;
    println!("Opérateur / operator: {email} (pseudo / handle: {})", access.handle);
    println!("Mot de passe à choisir dans les 24 heures / choose a password within 24 hours:");
    println!("{}", access.link);
    Ok(())
}

/// Makes an operator of whoever has this address.
pub async fn name(db: &Db, public_url: &str, email: &str) -> Result<Access, Fault> {
    let email = Email::parse(email).map_err(|wrong| wrong.english.into_owned())?;
    // The password is nobody's: the link replaces it.
    let salt: [u8; 16] = db.world().secret()[..16].try_into()?;
    let nobodys = tokens::from_secret(db.world().secret());
    let hash = Passwords::new(1, MEMORY_KIB)
        .hash(nobodys, salt)
        .await
        .map_err(|fault| fault.to_string())?;
    let token = tokens::from_secret(db.world().secret());
    let link_hash = tokens::hash(&token);
    let expires_at = db.world().now() + LINK;
    let handle = db
        .write(move |tx| {
            let operator = operators::name(tx, &email, &hash, (&link_hash, expires_at))?;
            Ok(organizations::get(tx, operator.organization)?.handle)
        })
        .await
        .map_err(explained)?;
    Ok(Access { handle, link: format!("{public_url}/reinitialisation?token={token}") })
}

fn explained(error: estrade_db::Error) -> Fault {
    match error {
        estrade_db::Error::Refused(refusal) => {
            refusal.explain().in_language(Language::En).to_owned().into()
        }
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use estrade_testkit::{TestApp, people::PASSWORD};
    use serde_json::json;

    use super::*;

    /// The link is all that is needed to become an operator on an empty database.
    #[tokio::test]
    async fn whoever_has_the_server_makes_the_first_operator() {
        let app = TestApp::start().await;
        let first = name(&app.db, &app.url, " Regie@Exemple.fr ").await.unwrap();
        assert_eq!(first.handle.as_str(), "operateur");
        let token = first.link.strip_prefix(&format!("{}/reinitialisation?token=", app.url));
        let chosen = json!({ "token": token.unwrap(), "password": PASSWORD });
        let regie = app.visitor();
        let path = "/v1/password-resets/confirm";
        regie.post(path, chosen.clone()).await.expect(204);
        regie.post(path, chosen).await.expect_refusal(410, "link_spent");
        regie.log_in("regie@exemple.fr", PASSWORD).await.expect(201);
        let accounts = regie.get("/v1/operator/accounts").await.expect(200);
        assert_eq!(accounts.items().len(), 1);
        let log = regie.get("/v1/operator/facts?kind=operator.named").await.expect(200);
        assert_eq!(log.items().len(), 1);
        app.deliver().await;
        app.stop().await;
    }

    /// A second one joins the first; both hear of it. Named again, it gets a new link and the old one is void.
    #[tokio::test]
    async fn operators_are_of_one_organization() {
        let app = TestApp::start().await;
        let first = name(&app.db, &app.url, "regie@exemple.fr").await.unwrap();
        let second = name(&app.db, &app.url, "plateau@exemple.fr").await.unwrap();
        assert_eq!(first.handle, second.handle);
        assert_eq!(app.mails_to("regie@exemple.fr").await.len(), 2);
        let again = name(&app.db, &app.url, "regie@exemple.fr").await.unwrap();
        let (old, new) = (token_of(&first), token_of(&again));
        let visitor = app.visitor();
        let path = "/v1/password-resets/confirm";
        let choose = |token: &str| json!({ "token": token, "password": PASSWORD });
        visitor.post(path, choose(&old)).await.expect_refusal(410, "link_spent");
        visitor.post(path, choose(&new)).await.expect(204);
        app.deliver().await;
        app.stop().await;
    }

    fn token_of(access: &Access) -> String {
        access.link.split("token=").nth(1).unwrap().to_owned()
    }

    /// The kind of a party never changes: a client's or a provider's address is refused; its pseudo is in nobody's way.
    #[tokio::test]
    async fn no_client_or_provider_becomes_an_operator() {
        let app = TestApp::start().await;
        let client = app.client("camille").await;
        app.change_organization(&client, |party| {
            // Taken before it was reserved.
            party.handle = Handle::parse("operateur").unwrap();
        })
        .await;
        let provider = app.provider("dj-max").await;
        for email in [&client.email, &provider.email] {
            let refused = name(&app.db, &app.url, email).await.err().unwrap().to_string();
            assert!(refused.contains("an address of its own"), "{refused}");
        }
        assert!(name(&app.db, &app.url, "regie").await.is_err());
        let named = name(&app.db, &app.url, "regie@exemple.fr").await.unwrap();
        assert!(named.handle.as_str().starts_with("operateur-"), "{}", named.handle);
        client.get("/v1/operator/accounts").await.expect_refusal(404, "not_found");
        app.deliver().await;
        app.stop().await;
    }
}
