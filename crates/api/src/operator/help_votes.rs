//! Which articles of the help are of use, and which are to be written anew.

use estrade_db::help_votes::{self, Count};
use estrade_domain::help_votes::ARTICLES;
use serde::Serialize;
use utoipa::ToSchema;

use super::Operator;
use crate::{app::App, problem::Answer, reply};

/// What people said of an article of the help.
#[derive(Serialize, ToSchema)]
pub struct HelpVotesView {
    /// The article, by its anchor on the page.
    #[schema(example = "client-choisir")]
    article: &'static str,
    /// To so many it was of use.
    helpful: i64,
    /// To so many it was not.
    not_helpful: i64,
}

/// All articles, in the order of the page.
#[derive(Serialize, ToSchema)]
pub struct AllHelpVotesView {
    items: Vec<HelpVotesView>,
}

/// Which articles of the help were of use.
#[utoipa::path(get, path = "/v1/operator/help-votes", operation_id = "operator_list_help_votes", tag = "operator", responses((status = 200, body = AllHelpVotesView)))]
pub async fn list(app: App, _operator: Operator) -> Answer {
    let counts = app.db.read(help_votes::counts).await?;
    let items = ARTICLES.into_iter().map(|article| HelpVotesView::new(article, &counts)).collect();
    reply::ok(&AllHelpVotesView { items })
}

impl HelpVotesView {
    fn new(article: &'static str, counts: &[(String, Count)]) -> Self {
        let votes = |helpful: bool| {
            let of_article =
                counts.iter().find(|(name, it)| name == article && it.helpful == helpful);
            of_article.map_or(0, |(_, count)| count.votes)
        };
        Self { article, helpful: votes(true), not_helpful: votes(false) }
    }
}
