//! What each provider has on its shelf, told in `services.json`.

use std::collections::BTreeMap;

use estrade_domain::{
    money::Money,
    services::{WrittenPackage, WrittenQuestion, WrittenService},
};
use serde::Deserialize;

use crate::config::Fault;

/// A service as the demo tells it; prices are in euros.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    title: String,
    trade: String,
    description: String,
    price: i64,
    days: i32,
    revisions: Option<i32>,
    #[serde(default)]
    packages: Vec<ToldPackage>,
    #[serde(default)]
    questions: Vec<(String, bool)>,
    #[serde(default)]
    greeting: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldPackage {
    name: String,
    price: i64,
    days: i32,
    description: String,
}

/// What every provider sells, by its handle.
pub fn shelves() -> Result<BTreeMap<String, Vec<WrittenService>>, Fault> {
    let told: BTreeMap<String, Vec<Told>> = serde_json::from_str(include_str!("services.json"))?;
    let read = |services: Vec<Told>| services.into_iter().map(WrittenService::from).collect();
    Ok(told.into_iter().map(|(who, services)| (who, read(services))).collect())
}

fn euros(amount: i64) -> Money {
    Money::euros(amount * 100)
}

impl From<Told> for WrittenService {
    fn from(told: Told) -> Self {
        let question = |(text, mandatory)| WrittenQuestion { text, mandatory };
        Self {
            title: told.title,
            trade: told.trade,
            description: told.description,
            price_from: Some(euros(told.price)),
            delivery_days: Some(told.days),
            revisions: told.revisions,
            unlimited_revisions: false,
            photos: Vec::new(),
            packages: told.packages.into_iter().map(WrittenPackage::from).collect(),
            questions: told.questions.into_iter().map(question).collect(),
            greeting: told.greeting,
        }
    }
}

impl From<ToldPackage> for WrittenPackage {
    fn from(told: ToldPackage) -> Self {
        Self {
            name: told.name,
            description: told.description,
            price: Some(euros(told.price)),
            delivery_days: Some(told.days),
            revisions: None,
            unlimited_revisions: false,
        }
    }
}
