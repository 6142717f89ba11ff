//! People who use the server as a browser does: cookies, `X-Estrade`, JSON.

use std::sync::Mutex;

use estrade_db::{Error, Tx, accounts, organizations, services};
use estrade_domain::{
    actor::OrganizationKind,
    change::Change,
    ids::{AccountId, OrganizationId, ServiceId},
    limits::Limits,
    money::Money,
    organizations::{Organization, Plan, Subscription},
    services::{Service, WrittenService},
};
use reqwest::{Client, Method, RequestBuilder, header::SET_COOKIE};
use serde_json::{Value, json};

use crate::{app::TestApp, reply::Reply};

/// The password of everyone in tests.
pub const PASSWORD: &str = "tournesol-des-champs";

/// A person with a browser.
pub struct Person {
    url: String,
    client: Client,
    cookies: Mutex<Vec<(String, String)>>,
    /// Its address; empty for a visitor.
    pub email: String,
    /// Its account; empty for a visitor.
    pub account: String,
    /// Its party; empty for a visitor.
    pub organization: String,
}

impl Person {
    pub(crate) fn new(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            client: Client::new(),
            cookies: Mutex::default(),
            email: String::new(),
            account: String::new(),
            organization: String::new(),
        }
    }

    /// A request as this person's browser makes it; add to it and `send`.
    pub fn request(&self, method: &Method, path: &str) -> RequestBuilder {
        let request = self
            .client
            .request(method.clone(), format!("{}{path}", self.url))
            .header("x-estrade", "1");
        let cookies = self.cookies.lock().unwrap();
        let header: Vec<String> =
            cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if header.is_empty() { request } else { request.header("cookie", header.join("; ")) }
    }

    /// Sends a request and keeps the cookies of the answer.
    pub async fn send(&self, request: RequestBuilder) -> Reply {
        let response = request.send().await.unwrap();
        for value in response.headers().get_all(SET_COOKIE) {
            self.keep_cookie(value.to_str().unwrap());
        }
        Reply::read(response).await
    }

    /// A cookie that this browser keeps.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies
            .lock()
            .unwrap()
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
    }

    /// Puts a cookie in place of another.
    pub fn set_cookie(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.retain(|(known, _)| known != name);
        if !value.is_empty() {
            cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    fn keep_cookie(&self, header: &str) {
        let (name, value) = header.split(';').next().unwrap().split_once('=').unwrap();
        self.set_cookie(name, value);
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(&Method::GET, path)).await
    }

    /// POST with a body.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(&Method::POST, path).json(&body)).await
    }

    /// POST that says how its repetition is recognized.
    pub async fn post_once(&self, path: &str, key: &str, body: Value) -> Reply {
        let request = self.request(&Method::POST, path).header("idempotency-key", key);
        self.send(request.json(&body)).await
    }

    /// PATCH of the version that was seen.
    pub async fn patch(&self, path: &str, version: i64, body: Value) -> Reply {
        self.send(
            self.request(&Method::PATCH, path)
                .header("if-match", format!("\"{version}\""))
                .json(&body),
        )
        .await
    }

    /// PUT with a body.
    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(&Method::PUT, path).json(&body)).await
    }

    /// DELETE.
    pub async fn delete(&self, path: &str) -> Reply {
        self.send(self.request(&Method::DELETE, path)).await
    }

    /// Logs in.
    pub async fn log_in(&self, email: &str, password: &str) -> Reply {
        self.post("/v1/sessions", json!({ "email": email, "password": password })).await
    }
}

/// A sound registration of a client.
#[must_use]
pub fn client_form(handle: &str) -> Value {
    json!({
        "kind": "client", "handle": handle, "email": format!("{handle}@exemple.fr"), "password": PASSWORD,
        "given_name": "Camille", "family_name": "Durand", "phone": "06 12 34 56 78", "legal_kind": "private_person",
        "street": "1 rue des Lilas", "postal_code": "76000", "town": "Rouen",
        "terms_version": estrade_api::app::TERMS_VERSION,
    })
}

/// A sound registration of a provider: a DJ in Seine-Maritime.
#[must_use]
pub fn provider_form(handle: &str) -> Value {
    let mut form = client_form(handle);
    let own = json!({
        "kind": "provider", "name": format!("Maison {handle}"), "legal_kind": "sole_trader", "siret": "73282932000074",
        "vat_exempt": true, "trades": ["dj"], "departements": ["76"],
    });
    form.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    form
}

/// A sound service of a DJ.
#[must_use]
pub fn service_form() -> Value {
    json!({
        "title": "Soirée dansante complète", "trade": "dj",
        "description": "De l’apéritif à la dernière danse, sonorisation comprise.",
        "price_from": { "amount": 45_000, "currency": "EUR" }, "delivery_days": 30,
    })
}

/// A sound need of a DJ in Seine-Maritime.
#[must_use]
pub fn need_form() -> Value {
    json!({
        "title": "Musique pour un mariage", "trade": "dj", "departement": "76", "day": "2027-06-12",
        "description": "De 18 h à 2 h dans un manoir, cent vingt invités.",
        "budget_min": { "amount": 30_000, "currency": "EUR" }, "budget_max": { "amount": 60_000, "currency": "EUR" },
    })
}

impl TestApp {
    /// Registers and activates someone.
    pub async fn join(&self, form: Value) -> Person {
        let mut person = self.visitor();
        person.email = form["email"].as_str().unwrap().to_owned();
        person.post("/v1/registrations", form).await.expect(202);
        let token = self.mailed_token(&person.email).await;
        let opened = person.post("/v1/activations", json!({ "token": token })).await.expect(201);
        person.account = opened.str("/account");
        person.organization = person.get("/v1/me").await.expect(200).str("/organization/id");
        self.deliver().await;
        person
    }

    /// An active client.
    pub async fn client(&self, handle: &str) -> Person {
        self.join(client_form(handle)).await
    }

    /// An active provider without a plan: a DJ in Seine-Maritime.
    pub async fn provider(&self, handle: &str) -> Person {
        self.join(provider_form(handle)).await
    }

    /// An active provider on VIP+ for a year, with a service on its shelf: clients may write to it.
    pub async fn vip_provider(&self, handle: &str) -> Person {
        let person = self.provider(handle).await;
        let until =
            Some(estrade_domain::world::World::now(&self.world) + chrono::TimeDelta::days(365));
        self.change_organization(&person, move |organization| {
            organization.subscription = Some(Subscription { plan: Plan::VipPlus, until });
        })
        .await;
        self.shelve(&person).await;
        person
    }

    /// Puts a service on a provider's shelf, without the facts that a request would leave to be told.
    pub async fn shelve(&self, person: &Person) -> ServiceId {
        let account: AccountId = person.account.parse().unwrap();
        let shelve = move |tx: &mut Tx<'_>| {
            let (actor, _) = accounts::actor(tx, account)?;
            let provider = organizations::get(tx, actor.organization)?;
            let written = WrittenService {
                title: "Soirée dansante complète".to_owned(),
                trade: provider.trades[0].clone(),
                description: "De l’apéritif à la dernière danse.".to_owned(),
                price_from: Some(Money::euros(45_000)),
                delivery_days: Some(30),
                ..WrittenService::default()
            };
            let (id, now, limits) = (tx.id(), tx.now(), Limits::default());
            let content = written.parse(&provider, &limits)?;
            let begun = Service::begin(&actor, (&provider, 0), id, content, &limits, now)?;
            let draft = services::insert(tx, &actor, Change::silent(begun.after))?;
            let published = draft.publish(&actor, &provider, now)?;
            services::record(tx, &actor, &provider, Change::silent(published.after))?;
            Ok(id)
        };
        self.db.write(shelve).await.unwrap()
    }

    /// An operator. Nobody registers as one: the party's kind is written by hand.
    pub async fn operator(&self, handle: &str) -> Person {
        let person = self.client(handle).await;
        self.change_organization(&person, |organization| {
            organization.kind = OrganizationKind::Operator;
        })
        .await;
        person
    }

    /// Writes a party directly, for what no request can bring about.
    pub async fn change_organization(
        &self,
        person: &Person,
        change: impl Fn(&mut Organization) + Send + Sync + 'static,
    ) {
        let id: OrganizationId = person.organization.parse().unwrap();
        self.db
            .write(move |tx| {
                let mut organization = organizations::get(tx, id)?;
                change(&mut organization);
                organizations::update(tx, &organization)
            })
            .await
            .unwrap();
    }

    /// Reads an account directly.
    pub async fn account(
        &self,
        person: &Person,
    ) -> Result<estrade_domain::accounts::Account, Error> {
        let id: AccountId = person.account.parse().unwrap();
        self.db.read(move |conn| accounts::get(conn, id)).await
    }
}
