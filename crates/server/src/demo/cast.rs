//! Who plays: providers, clients and the operator, each with the form it registers with.

use estrade_api::app::TERMS_VERSION;
use estrade_domain::registrations::Form;
use serde::Deserialize;

use super::PASSWORD;
use crate::config::Fault;

/// The handle of the operator.
pub const OPERATOR: &str = "la-regie";

/// Someone of the demo.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub handle: String,
    #[serde(default)]
    email: Option<String>,
    pub name: String,
    contact: (String, String),
    status: String,
    street: String,
    postal_code: String,
    town: String,
    #[serde(default)]
    pub trades: Vec<String>,
    /// None for the whole of France, when there are trades.
    #[serde(default)]
    pub departements: Vec<String>,
    /// `vip_plus`, `free`, `none`; absent for a client.
    pub plan: Option<String>,
    #[serde(default)]
    pub website: String,
    #[serde(default)]
    pub presentation: String,
    /// What each photo of its sheet shows, for the eye and in words.
    #[serde(default)]
    pub photos: Vec<(String, String)>,
    #[serde(default)]
    pub portfolio: Vec<ToldProject>,
    #[serde(default)]
    pub social_links: Vec<String>,
    /// The day it registered, counted from today.
    pub joined: i64,
}

/// A mission of before, in a portfolio.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldProject {
    pub title: String,
    /// How many years ago.
    pub years_ago: i32,
    pub description: String,
    pub photo: (String, String),
}

/// All of them; the operator first.
pub fn cast() -> Result<Vec<Person>, Fault> {
    let operator = Person {
        handle: OPERATOR.to_owned(),
        email: Some("operateur".to_owned()),
        name: "Estrade".to_owned(),
        contact: ("Dominique".to_owned(), "Régnier".to_owned()),
        status: "company".to_owned(),
        street: "1 place du Théâtre".to_owned(),
        postal_code: "76000".to_owned(),
        town: "Rouen".to_owned(),
        trades: Vec::new(),
        departements: Vec::new(),
        plan: None,
        website: String::new(),
        presentation: String::new(),
        photos: Vec::new(),
        portfolio: Vec::new(),
        social_links: Vec::new(),
        joined: -510,
    };
    let mut cast = vec![operator];
    cast.extend(serde_json::from_str::<Vec<Person>>(include_str!("providers.json"))?);
    cast.extend(serde_json::from_str::<Vec<Person>>(include_str!("clients.json"))?);
    Ok(cast)
}

impl Person {
    pub fn is_provider(&self) -> bool {
        !self.trades.is_empty()
    }

    /// What it typed to register; `number` makes its invented numbers its own.
    pub fn form(&self, number: u32) -> Form {
        let exempt = self.is_provider() && self.status != "company";
        let siren = siren(number);
        let has_siret = self.status != "private_person" && self.status != "cesu";
        Form {
            kind: if self.is_provider() { "provider" } else { "client" }.to_owned(),
            handle: self.handle.clone(),
            email: format!(
                "{}@demo.estrade.example",
                self.email.as_deref().unwrap_or(&self.handle)
            ),
            password: PASSWORD.to_owned(),
            given_name: self.contact.0.clone(),
            family_name: self.contact.1.clone(),
            // Numbers that the French regulator keeps for fiction.
            phone: format!("06 39 98 {:02} {:02}", number / 100, number % 100),
            language: "fr".to_owned(),
            name: self.name.clone(),
            legal_kind: self.status.clone(),
            siret: has_siret.then(|| siret(&siren)),
            vat_number: (self.is_provider() && !exempt).then(|| vat_number(&siren)),
            vat_exempt: exempt,
            street: self.street.clone(),
            postal_code: self.postal_code.clone(),
            town: self.town.clone(),
            // Other trades come with VIP+.
            trades: self.trades.iter().take(1).cloned().collect(),
            departements: self.departements.clone(),
            france_wide: self.is_provider() && self.departements.is_empty(),
            terms_version: TERMS_VERSION.to_owned(),
            back: None,
        }
    }
}

/// An invented company number with a sound check digit.
fn siren(number: u32) -> String {
    checked(&format!("9990{:04}", number * 37 % 10_000))
}

fn siret(siren: &str) -> String {
    checked(&format!("{siren}0001"))
}

fn vat_number(siren: &str) -> String {
    let key = siren.parse::<u64>().map_or(0, |siren| (12 + 3 * (siren % 97)) % 97);
    format!("FR{key:02}{siren}")
}

/// The digits with their Luhn digit behind them.
fn checked(digits: &str) -> String {
    let weigh = |(place, digit): (usize, char)| match (place % 2, digit.to_digit(10).unwrap_or(0)) {
        (0, digit) if digit > 4 => digit * 2 - 9,
        (0, digit) => digit * 2,
        (_, digit) => digit,
    };
    let sum: u32 = digits.chars().rev().enumerate().map(weigh).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
