//! What the two sides send about an order.

use estrade_domain::{fields::Fields, orders::MAX_TEXT, text};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Which orders.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OrdersWanted {
    /// Those that are completed or cancelled, in place of those that go on.
    #[serde(default)]
    pub(super) over: bool,
    /// The `next_page` of the page before.
    pub(super) page: Option<String>,
    /// Items per page, 1 to 100.
    #[param(minimum = 1, maximum = 100)]
    pub(super) limit: Option<i64>,
}

/// What the provider needs to begin.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequirementsInput {
    /// One text for each question, in their order; empty where an answer is not mandatory.
    #[serde(default)]
    #[schema(required)]
    pub(super) answers: Vec<String>,
}

/// What is ordered of a service.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShelfOrderInput {
    /// The package, from 1, in the order of the service's page.
    #[schema(example = 1)]
    pub(super) package: u32,
    /// What the provider gets with it, up to 4000 characters; a line that says what is ordered when it is empty.
    #[serde(default)]
    #[schema(example = "Pour notre mariage du 12 juin.")]
    pub(super) message: String,
}

/// How a milestone is paid.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PayInput {
    /// Of a subscription: whether the same card is charged by itself for the periods that follow, each on its day. The
    /// client can have that ended at any time.
    #[serde(default)]
    #[schema(example = false)]
    pub(super) charge_next: bool,
}

/// What is said of a delivery.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderMessageInput {
    /// 1 to 4000 characters.
    #[serde(default)]
    #[schema(required, example = "La variante B, avec deux tables de plus.")]
    pub(super) message: String,
}

/// How many hours a week may have.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WeeklyHoursInput {
    /// 1 to 168; null for no limit.
    #[schema(example = 15)]
    pub(super) weekly_hours: Option<u32>,
}

impl ShelfOrderInput {
    pub(super) fn message(&self) -> Result<Option<String>, Fields> {
        let read = text::optional_paragraphs(&self.message, MAX_TEXT);
        let read = read.map_err(|wrong| Fields::one("/message", wrong))?;
        Ok(Some(read).filter(|text| !text.is_empty()))
    }
}

impl OrderMessageInput {
    pub(super) fn parse(&self) -> Result<String, Fields> {
        text::paragraphs(&self.message, MAX_TEXT).map_err(|wrong| Fields::one("/message", wrong))
    }
}
