//! What a client says of its need.

use estrade_domain::{
    fields::Fields,
    needs::{Content, WrittenNeed},
    text,
    world::Instant,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::money::MoneyInput;

/// No choice is longer than the highest that an instance may set.
const KEPT_MAX: usize = 20;

/// What is needed.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedInput {
    /// In a line, without contacts; 1 to 100 characters.
    #[serde(default)]
    #[schema(required, example = "Musique pour un mariage de 120 personnes")]
    title: String,
    /// What a provider has to know to answer: the message that each of them gets. 1 to 4000 characters.
    #[serde(default)]
    #[schema(
        required,
        example = "De 18 h à 2 h dans un manoir près de Rouen, sonorisation comprise."
    )]
    description: String,
    /// The slug of a trade.
    #[serde(default)]
    #[schema(required, example = "dj")]
    trade: String,
    /// The code of the département where it takes place.
    #[serde(default)]
    #[schema(required, example = "76")]
    departement: String,
    /// When, if that is known.
    #[serde(default)]
    #[schema(example = "2027-06-12")]
    day: Option<String>,
    /// The least that I would spend, VAT included; nobody is left out by it.
    #[serde(default)]
    budget_min: Option<MoneyInput>,
    /// The most, VAT included: a service that begins above it does not fit.
    #[serde(default)]
    budget_max: Option<MoneyInput>,
}

/// What is needed, and who is to get it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedSending {
    /// What is needed, as it was previewed.
    need: NeedInput,
    /// The pseudos of those of the preview who are to get it.
    #[serde(default)]
    #[schema(required, example = json!(["leo-platines"]))]
    providers: Vec<String>,
}

impl NeedInput {
    /// Reads it; every wrong field is told at once.
    pub(super) fn parse(self, now: Instant) -> Result<Content, Fields> {
        let mut fields = Fields::default();
        let mut money = |given: Option<MoneyInput>, pointer| {
            given.and_then(|money| money.read(&mut fields, pointer))
        };
        let budget_min = money(self.budget_min, "/budget_min");
        let budget_max = money(self.budget_max, "/budget_max");
        let written = WrittenNeed {
            title: self.title,
            description: self.description,
            trade: self.trade,
            departement: self.departement,
            day: self.day.unwrap_or_default(),
            budget_min,
            budget_max,
        };
        match written.parse(now) {
            Ok(content) => fields.check().map(|()| content),
            Err(wrong) => {
                fields.absorb("", wrong);
                Err(fields)
            }
        }
    }
}

impl NeedSending {
    /// Reads who is to get it; what is needed is read with the clock of its transaction.
    pub(super) fn parse(self) -> Result<(Sent, Vec<String>), Fields> {
        if self.providers.is_empty() {
            return Err(Fields::one("/providers", text::missing()));
        }
        if self.providers.len() > KEPT_MAX {
            return Err(Fields::one("/providers", text::too_many(KEPT_MAX)));
        }
        Ok((Sent(self.need), self.providers))
    }
}

/// A need that stands below `/need` in its body.
#[derive(Debug, Clone)]
pub(super) struct Sent(NeedInput);

impl Sent {
    /// Reads it; what is wrong is told below `/need`.
    pub(super) fn parse(self, now: Instant) -> Result<Content, Fields> {
        self.0.parse(now).map_err(|wrong| {
            let mut fields = Fields::default();
            fields.absorb("/need", wrong);
            fields
        })
    }
}
