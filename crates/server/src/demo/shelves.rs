//! What each provider has on its shelf, told in `services.json`.

use std::collections::BTreeMap;

use estrade_domain::{
    money::Money,
    services::{WrittenPackage, WrittenQuestion, WrittenService},
};
use serde::Deserialize;

use super::pictures::Motif;
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
    /// What each photo shows, for the eye and in words.
    #[serde(default)]
    photos: Vec<(String, String)>,
}

/// What a provider puts on its shelf.
#[derive(Debug, Clone)]
pub struct Offered {
    /// The service, still without photos.
    pub service: WrittenService,
    /// Its photos, to be drawn.
    pub photos: Vec<Photo>,
}

/// A photo that is to be drawn.
#[derive(Debug, Clone)]
pub struct Photo {
    /// What it shows.
    pub motif: Motif,
    /// The same in words.
    pub alt: String,
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
pub fn shelves() -> Result<BTreeMap<String, Vec<Offered>>, Fault> {
    let told: BTreeMap<String, Vec<Told>> = serde_json::from_str(include_str!("services.json"))?;
    let read = |(who, services): (String, Vec<Told>)| {
        let offered: Result<Vec<Offered>, Fault> =
            services.into_iter().map(Offered::read).collect();
        Ok((who, offered?))
    };
    told.into_iter().map(read).collect()
}

impl Photo {
    /// As it is told: a motif, and what it shows in words.
    pub fn read((motif, alt): (String, String)) -> Result<Self, Fault> {
        let known = Motif::from_word(&motif).ok_or_else(|| format!("nobody draws {motif}"));
        Ok(Self { motif: known?, alt })
    }
}

impl Offered {
    fn read(mut told: Told) -> Result<Self, Fault> {
        let photos = std::mem::take(&mut told.photos).into_iter().map(Photo::read);
        Ok(Self { photos: photos.collect::<Result<_, _>>()?, service: told.into() })
    }
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
