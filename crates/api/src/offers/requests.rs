//! What the two sides send about an offer.

use estrade_domain::{
    fields::Fields,
    money::Money,
    offers::{Proposal, Settlement, WrittenOffer, terms::WrittenLine},
    text,
    world::Instant,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::money::MoneyInput;

/// A priced offer.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferInput {
    /// Mandatory. The client reads it and, without price and contacts, the other applicants.
    #[serde(default)]
    #[schema(required, example = "Vingt ans de mariages en Normandie, matériel compris.")]
    public_message: String,
    /// For the client alone.
    #[serde(default)]
    private_message: Option<String>,
    /// What is offered: 1 to 30 lines.
    #[serde(default)]
    #[schema(required)]
    lines: Vec<LineInput>,
    /// The last day on which the offer holds; without it, the day of the event.
    #[serde(default)]
    #[schema(example = "2027-04-30")]
    expires_on: Option<String>,
}

/// One thing that is offered at a price.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineInput {
    /// What it is.
    #[schema(example = "Soirée dansante, 6 h")]
    label: String,
    /// How much of it: a decimal of at most three places.
    #[schema(example = "1")]
    quantity: String,
    /// The net price of one.
    unit_price: MoneyInput,
    /// VAT in basis points: 2000, 1000, 550 or 0.
    #[schema(example = 2000)]
    vat_rate: i64,
}

/// The client's choice.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The number of the version that the client has read.
    #[schema(example = 1)]
    pub(super) number: i32,
    /// `direct`, also when absent: the two settle it between them. `held`: the platform keeps the payment until the
    /// delivery is accepted, where this marketplace takes payments.
    #[serde(default)]
    #[schema(example = "direct", pattern = "^(direct|held)$")]
    pub(super) settlement: Option<String>,
}

/// Why a chosen provider says no.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Declining {
    /// A word to the client.
    #[serde(default)]
    reason: Option<String>,
}

impl OfferInput {
    /// Reads it; every wrong field is told at once.
    pub fn parse(self, now: Instant) -> Result<Proposal, Fields> {
        let mut fields = Fields::default();
        let lines = LineInput::all(self.lines, &mut fields, "/lines");
        let written = WrittenOffer {
            public_message: self.public_message,
            private_message: self.private_message,
            lines,
            expires_on: self.expires_on,
        };
        match written.parse(now) {
            Ok(proposal) => fields.check().map(|()| proposal),
            Err(wrong) => {
                fields.absorb("", wrong);
                Err(fields)
            }
        }
    }
}

impl LineInput {
    /// Lines as they were typed; a price in another currency is told below `pointer`.
    pub(crate) fn all(lines: Vec<Self>, fields: &mut Fields, pointer: &str) -> Vec<WrittenLine> {
        let read = |(place, line): (usize, Self)| {
            let price = line.unit_price.read(fields, &format!("{pointer}/{place}/unit_price"));
            WrittenLine {
                label: line.label,
                quantity: line.quantity,
                // A line in another currency is refused already; any sound price lets the rest be read.
                unit_price: price.unwrap_or_else(|| Money::euros(1)),
                vat_rate: line.vat_rate,
            }
        };
        lines.into_iter().enumerate().map(read).collect()
    }
}

impl Choice {
    /// The version that was read.
    pub(crate) fn number(&self) -> i32 {
        self.number
    }

    /// How the client pays, when it says so.
    pub(super) fn settlement(&self) -> Result<Settlement, Fields> {
        let Some(word) = &self.settlement else { return Ok(Settlement::Direct) };
        let known = Settlement::from_word(word);
        known.ok_or_else(|| Fields::one("/settlement", text::unknown_choice()))
    }
}

impl Declining {
    /// The reason, or an empty one.
    pub fn parse(&self) -> Result<String, Fields> {
        text::optional_paragraphs(self.reason.as_deref().unwrap_or_default(), 1_000)
            .map_err(|wrong| Fields::one("/reason", wrong))
    }
}
