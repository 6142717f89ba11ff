//! What a client types about its need, read at the edge: every wrong field is told at once.

use super::{Budget, Content};
use crate::{
    conversations::MAX_MESSAGE, departements, events::day_to_come, fields::Fields, money::Money,
    quote_requests::budget, refusal::Explanation, text, trades, world::Instant,
};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 100;

/// A need as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenNeed {
    /// In a line.
    pub title: String,
    /// All that a provider has to know to answer.
    pub description: String,
    /// A slug.
    pub trade: String,
    /// A code.
    pub departement: String,
    /// `2027-06-12`; empty when it is not known.
    pub day: String,
    /// The least that the client would spend.
    pub budget_min: Option<Money>,
    /// The most.
    pub budget_max: Option<Money>,
}

impl WrittenNeed {
    /// Reads it.
    pub fn parse(&self, now: Instant) -> Result<Content, Fields> {
        let mut fields = Fields::default();
        let title = fields.take("/title", text::label(&self.title, TITLE_MAX));
        let description = text::paragraphs(&self.description, MAX_MESSAGE);
        let description = fields.take("/description", description);
        let trade = fields.take("/trade", trade(&self.trade));
        let departement = fields.take("/departement", departement(&self.departement));
        let day = fields.take_if("/day", Some(&self.day), |text| day_to_come(text, now));
        let budget = self.budget(&mut fields);
        let (Some(title), Some(description), Some(trade), Some(departement), Some(day)) =
            (title, description, trade, departement, day)
        else {
            return Err(fields);
        };
        fields.check()?;
        Ok(Content { title, description, trade, departement, day, budget })
    }

    fn budget(&self, fields: &mut Fields) -> Budget {
        let mut end = |pointer, given: Option<Money>| {
            given.and_then(|money| fields.take(pointer, budget(money)))
        };
        let at_least = end("/budget_min", self.budget_min);
        let at_most = end("/budget_max", self.budget_max);
        if let (Some(least), Some(most)) = (at_least, at_most)
            && least.amount > most.amount
        {
            fields.refuse("/budget_min", reversed());
        }
        Budget { at_least, at_most }
    }
}

fn trade(slug: &str) -> Result<String, Explanation> {
    let known = trades::find(text::filled(slug)?.trim()).ok_or_else(text::unknown_choice)?;
    Ok(known.slug.to_owned())
}

fn departement(code: &str) -> Result<String, Explanation> {
    let known = departements::find(text::filled(code)?.trim()).ok_or_else(text::unknown_choice)?;
    Ok(known.code.to_owned())
}

fn reversed() -> Explanation {
    Explanation::new(
        "budget_reversed",
        "Le budget minimal dépasse le budget maximal.",
        "The least budget is above the highest.",
    )
}
