//! Opening an account: registration, the mailed link, and the link once more.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use estrade_db::{
    accounts::{self, LinkPurpose},
    bars, facts, organizations,
};
use estrade_domain::{
    accounts::{Account, AccountState},
    facts::Fact,
    fields::Fields,
    registrations::{Form, Registration, Rules, back},
    text::Email,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    app::{App, TERMS_VERSION},
    body::Body,
    middleware,
    problem::Answer,
    sessions, tokens,
};

/// A person opens an account for a party of its own. What is absent is read as empty, so that every missing
/// field is told at once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRegistration {
    /// `client` or `provider`; never changes.
    #[serde(default)]
    #[schema(required, example = "client")]
    kind: String,
    /// The pseudo: 3 to 30 letters, digits or hyphens; never changes.
    #[serde(default)]
    #[schema(required, example = "ana-roux")]
    handle: String,
    /// Where the link is mailed; the login.
    #[serde(default)]
    #[schema(required, example = "ana@exemple.fr")]
    email: String,
    /// At least 10 characters.
    #[serde(default)]
    #[schema(required)]
    password: String,
    /// First name.
    #[serde(default)]
    #[schema(required)]
    given_name: String,
    /// Last name.
    #[serde(default)]
    #[schema(required)]
    family_name: String,
    /// Any usual form of a French or international number.
    #[serde(default)]
    #[schema(required, example = "06 12 34 56 78")]
    phone: String,
    /// `fr` or `en`: the language of mails.
    #[serde(default = "french")]
    language: String,
    /// The party's name; may be empty for a private person.
    #[serde(default)]
    name: String,
    /// Clients: `private_person`, `association`, `town_hall`, `company`, `public_body`. Providers: `company`, `sole_trader`, `cesu`.
    #[serde(default)]
    #[schema(required)]
    legal_kind: String,
    /// Mandatory for providers but `cesu`: 14 digits.
    siret: Option<String>,
    /// Mandatory for providers unless exempt.
    vat_number: Option<String>,
    /// « Non assujetti à la TVA ».
    #[serde(default)]
    vat_exempt: bool,
    /// Number and street.
    #[serde(default)]
    #[schema(required)]
    street: String,
    /// Postal code; gives the département.
    #[serde(default)]
    #[schema(required)]
    postal_code: String,
    /// Town.
    #[serde(default)]
    #[schema(required)]
    town: String,
    /// Providers: slugs of trades, the main one first.
    #[serde(default)]
    trades: Vec<String>,
    /// Providers: up to 8 codes of départements…
    #[serde(default)]
    departements: Vec<String>,
    /// …or the whole of France.
    #[serde(default)]
    france_wide: bool,
    /// The version of the terms of use that the person accepted (see /v1/settings).
    #[serde(default)]
    #[schema(required)]
    terms_version: String,
    /// The page that asked to register, a path of this site: the mailed link leads back to it.
    #[schema(example = "/besoins/nouveau")]
    back: Option<String>,
}

fn french() -> String {
    "fr".to_owned()
}

/// The same for a known and for an unknown address: a mail follows.
#[derive(Serialize, ToSchema)]
pub struct MailFollows {
    /// Where the mail goes.
    email: String,
}

impl MailFollows {
    /// A mail to this address follows, or not.
    #[must_use]
    pub fn to(email: &Email) -> Self {
        Self { email: email.to_string() }
    }
}

/// A token that was mailed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailedToken {
    /// From the link.
    token: String,
}

/// An address that waits for its link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resend {
    /// The address that was registered.
    email: String,
    /// The page that asked to register, a path of this site: the mailed link leads back to it.
    #[schema(example = "/besoins/nouveau")]
    back: Option<String>,
}

/// Registers a client or a provider, free of charge. The account is inactive until the mailed link
/// is opened. A known address gets a mail that says so; the answer is the same.
#[utoipa::path(post, path = "/v1/registrations", operation_id = "registrations_create", tag = "registrations", security(()), request_body = NewRegistration, responses((status = 202, body = MailFollows)))]
pub async fn create(app: App, request: HttpRequest, body: Body<NewRegistration>) -> Answer {
    let rules = Rules {
        terms_version: TERMS_VERSION,
        cesu_allowed: app.settings.cesu_allowed,
        departements_max: app.settings.limits.departements_max,
    };
    let registration = Registration::parse(&Form::from(body.value), rules)?;
    let ip = middleware::address(&app, &request).to_string();
    let answer = MailFollows::to(&registration.email);
    let salt = salt(&app);
    let password_hash = app.passwords.hash(registration.password.clone(), salt).await?;
    app.db
        .write(move |tx| {
            bars::refuse_barred(tx, &registration.email, &ip, registration.siret.as_deref())?;
            // Before the address is looked for: what is said of the pseudo must not tell of the address.
            organizations::refuse_taken(tx, &registration.handle)?;
            if let Some(holder) = accounts::find_holder(tx, &registration.email)? {
                return facts::record(
                    tx,
                    None,
                    &[Fact::RegistrationRepeated { account: holder.id }],
                );
            }
            let ids = (tx.id(), tx.id());
            let opened = registration.clone().open(ids, password_hash.clone(), &ip, tx.now());
            organizations::insert(tx, &opened.organization)?;
            accounts::insert(tx, &opened.account)?;
            facts::record(tx, None, &[opened.fact])
        })
        .await?;
    Ok(HttpResponse::build(StatusCode::ACCEPTED).json(answer))
}

/// Opens the account with the mailed link, and logs in.
#[utoipa::path(post, path = "/v1/activations", operation_id = "activations_create", tag = "registrations", security(()), request_body = MailedToken, responses((status = 201, body = sessions::Opened)))]
pub async fn activate(app: App, request: HttpRequest, body: Body<MailedToken>) -> Answer {
    let browser = sessions::Browser::of(&app, &request);
    let hash = tokens::hash(&body.value.token);
    let opened = app
        .db
        .write(move |tx| {
            let account = accounts::spend_link(tx, LinkPurpose::Activation, &hash)?;
            let change = account.activate(tx.now())?;
            let account = accounts::record(tx, None, change)?;
            sessions::open(tx, account.id, &browser)
        })
        .await?;
    sessions::welcome(&app, &opened)
}

/// Mails the link again, if this address waits for one: once in two minutes, five times a day at most. The
/// answer is always the same.
#[utoipa::path(post, path = "/v1/activations/resend", operation_id = "activations_resend", tag = "registrations", security(()), request_body = Resend, responses((status = 202, body = MailFollows)))]
pub async fn resend(app: App, body: Body<Resend>) -> Answer {
    let (email, back) = body.value.parse()?;
    let answer = MailFollows::to(&email);
    app.db
        .write(move |tx| {
            let account = accounts::find_by_email(tx, &email)?;
            facts::record(tx, None, &[resending(account.as_ref(), back.clone())])
        })
        .await?;
    Ok(HttpResponse::build(StatusCode::ACCEPTED).json(answer))
}

impl Resend {
    /// Reads it; every wrong field is told at once.
    fn parse(self) -> Result<(Email, Option<String>), Fields> {
        let mut fields = Fields::default();
        let email = fields.take("/email", Email::parse(&self.email));
        let back = fields.take("/back", back::parse(self.back.as_deref()));
        email.zip(back).ok_or(fields)
    }
}

/// A fact in every case: an address that waits for its link is not told from another by the work behind it.
fn resending(account: Option<&Account>, back: Option<String>) -> Fact {
    match account.map(|account| (account.state, account.id)) {
        Some((AccountState::Pending, account)) => Fact::ActivationRequested { account, back },
        Some((other, _)) => Fact::ActivationMissed { state: other.as_str().to_owned() },
        None => Fact::ActivationMissed { state: "unknown".to_owned() },
    }
}

/// 16 random bytes for a password's hash.
#[must_use]
pub fn salt(app: &App) -> [u8; 16] {
    let secret = app.db.world().secret();
    std::array::from_fn(|place| secret[place])
}

impl From<NewRegistration> for Form {
    fn from(body: NewRegistration) -> Self {
        Self {
            kind: body.kind,
            handle: body.handle,
            email: body.email,
            password: body.password,
            given_name: body.given_name,
            family_name: body.family_name,
            phone: body.phone,
            language: body.language,
            name: body.name,
            legal_kind: body.legal_kind,
            siret: body.siret,
            vat_number: body.vat_number,
            vat_exempt: body.vat_exempt,
            street: body.street,
            postal_code: body.postal_code,
            town: body.town,
            trades: body.trades,
            departements: body.departements,
            france_wide: body.france_wide,
            terms_version: body.terms_version,
            back: body.back,
        }
    }
}
