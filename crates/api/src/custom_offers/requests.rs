//! What a provider sends about a custom offer.

use estrade_domain::{
    fields::Fields,
    ids::{QuoteRequestId, ServiceId},
    limits::Limits,
    money::Money,
    offers::{
        Proposal, Settlement, WrittenConditions, WrittenCustomOffer, WrittenQuestion,
        terms::{Rhythm, WrittenHourly, WrittenMilestone, WrittenSubscription, WrittenTerms},
    },
    text,
    world::Instant,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{money::MoneyInput, offers::LineInput, services::QuestionInput};

/// An offer to the client of a conversation.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomOfferInput {
    /// What it is called, 1 to 100 characters.
    #[serde(default)]
    #[schema(required, example = "Soirée de mariage, de 20 h à 3 h")]
    title: String,
    /// What is done and what is not, 1 to 4000 characters.
    #[serde(default)]
    #[schema(required, example = "Sonorisation de la salle, jeux de lumière, un DJ.")]
    description: String,
    /// The provider's service that it is made from; absent for an offer from scratch.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "svc_01jd0000000000000000000000")]
    service: Option<ServiceId>,
    /// The client's quote request that it answers, when it is made; it is not given again with a change.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "qrq_01jd0000000000000000000000")]
    quote_request: Option<QuoteRequestId>,
    /// What it costs, in one of four kinds.
    terms: TermsInput,
    /// How many revisions of each delivery, 0 to 20; absent for what the instance gives by default.
    #[serde(default)]
    #[schema(example = 1)]
    revisions: Option<i32>,
    /// Any number of revisions; then `revisions` is absent.
    #[serde(default)]
    unlimited_revisions: bool,
    /// What the client is to answer before the work begins; without any, it begins when the order is placed.
    #[serde(default)]
    questions: Vec<QuestionInput>,
    /// `direct`, the default: the two sides settle it between them. `held`: paid in advance, and held until each delivery is accepted.
    #[serde(default)]
    #[schema(example = "direct")]
    settlement: Option<String>,
    /// How much is due at the order, 1 to 90 percent; absent when all is due at the delivery.
    #[serde(default)]
    #[schema(example = 30)]
    deposit_percent: Option<u32>,
    /// The last day on which it holds; absent for thirty days from now.
    #[serde(default)]
    #[schema(example = "2027-04-30")]
    expires_on: Option<String>,
}

/// What an offer costs: exactly one kind.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TermsInput {
    /// Everything in one delivery.
    Fixed {
        /// 1 to 30 lines.
        lines: Vec<LineInput>,
        /// Days from the start to the delivery, 1 to 730.
        #[schema(example = 14)]
        delivery_days: u32,
    },
    /// 2 to 5 parts, each delivered and approved for itself.
    Milestones {
        /// The parts, in their order; the last one is the final delivery.
        milestones: Vec<MilestoneInput>,
        /// Days from the start to the final delivery; the parts together take no longer.
        #[schema(example = 30)]
        delivery_days: u32,
    },
    /// The same delivery again and again, for six months at most.
    Subscription {
        /// What one delivery costs.
        lines: Vec<LineInput>,
        /// `daily` (every 5 to 29), `weekly` (every 1 to 7) or `monthly` (every 1 or 2).
        #[schema(example = "weekly")]
        rhythm: String,
        /// Every how many days, weeks or months.
        #[schema(example = 2)]
        every: u32,
        /// How many deliveries in all.
        #[schema(example = 6)]
        deliveries: u32,
        /// Days from the beginning of a period to its delivery.
        #[schema(example = 7)]
        delivery_days: u32,
    },
    /// By the hour.
    Hourly {
        /// The net price of an hour.
        rate: MoneyInput,
        /// VAT in basis points: 2000, 1000, 550 or 0.
        #[schema(example = 2000)]
        vat_rate: i64,
        /// At most so many hours a week, 1 to 168; best given.
        #[serde(default)]
        #[schema(example = 20)]
        weekly_hours: Option<u32>,
        /// About how many hours in all, 8 at least.
        #[schema(example = 40)]
        estimated_hours: u32,
    },
}

/// A part of what is offered.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneInput {
    /// What it is called.
    #[schema(example = "Maquette du plan de salle")]
    name: String,
    /// What is delivered.
    #[schema(example = "Un plan coté et une liste du mobilier.")]
    description: String,
    /// Days that it takes once the part before is approved.
    #[schema(example = 10)]
    days: u32,
    /// Its net price.
    price: MoneyInput,
    /// VAT in basis points: 2000, 1000, 550 or 0.
    #[schema(example = 2000)]
    vat_rate: i64,
}

impl CustomOfferInput {
    /// The service that it is made from.
    pub(super) fn service(&self) -> Option<ServiceId> {
        self.service
    }

    /// The quote request that it answers.
    pub(super) fn quote_request(&self) -> Option<QuoteRequestId> {
        self.quote_request
    }

    /// Reads it; every wrong field is told at once.
    pub fn parse(self, limits: &Limits, now: Instant) -> Result<Proposal, Fields> {
        let mut fields = Fields::default();
        let terms = self.terms.written(&mut fields);
        let settlement = fields.take_if("/settlement", self.settlement.as_deref(), |word| {
            Settlement::from_word(word).ok_or_else(text::unknown_choice)
        });
        let (Some(terms), Some(settlement)) = (terms, settlement) else { return Err(fields) };
        let written = WrittenCustomOffer {
            title: self.title,
            description: self.description,
            terms,
            conditions: WrittenConditions {
                revisions: self.revisions,
                unlimited_revisions: self.unlimited_revisions,
                questions: self.questions.into_iter().map(WrittenQuestion::from).collect(),
                settlement,
                deposit_percent: self.deposit_percent,
            },
            expires_on: self.expires_on,
        };
        match written.parse(self.service, limits, now) {
            Ok(proposal) => fields.check().map(|()| proposal),
            Err(wrong) => {
                fields.absorb("", wrong);
                Err(fields)
            }
        }
    }
}

impl TermsInput {
    fn written(self, fields: &mut Fields) -> Option<WrittenTerms> {
        Some(match self {
            Self::Fixed { lines, delivery_days } => {
                let lines = LineInput::all(lines, fields, "/terms/lines");
                WrittenTerms::Fixed { lines, delivery_days }
            }
            Self::Milestones { milestones, delivery_days } => {
                let read = |(place, it): (usize, MilestoneInput)| it.written(fields, place);
                let milestones = milestones.into_iter().enumerate().map(read).collect();
                WrittenTerms::Milestones { milestones, delivery_days }
            }
            Self::Subscription { lines, rhythm, every, deliveries, delivery_days } => {
                let lines = LineInput::all(lines, fields, "/terms/lines");
                let rhythm = Rhythm::from_word(&rhythm).ok_or_else(text::unknown_choice);
                let rhythm = fields.take("/terms/rhythm", rhythm)?;
                let written =
                    WrittenSubscription { lines, rhythm, every, deliveries, delivery_days };
                WrittenTerms::Subscription(written)
            }
            Self::Hourly { rate, vat_rate, weekly_hours, estimated_hours } => {
                let rate = rate.read(fields, "/terms/rate").unwrap_or(Money::euros(1));
                let written = WrittenHourly { rate, vat_rate, weekly_hours, estimated_hours };
                WrittenTerms::Hourly(written)
            }
        })
    }
}

impl MilestoneInput {
    fn written(self, fields: &mut Fields, place: usize) -> WrittenMilestone {
        // A price in another currency is refused here; any sound one lets the rest be read.
        let price = self.price.read(fields, &format!("/terms/milestones/{place}/price"));
        WrittenMilestone {
            name: self.name,
            description: self.description,
            days: self.days,
            price: price.unwrap_or(Money::euros(1)),
            vat_rate: self.vat_rate,
        }
    }
}
