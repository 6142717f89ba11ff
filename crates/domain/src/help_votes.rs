//! Whether the articles of the help are of use (S2-045). Their texts are the web's; here are their names, so that
//! nobody answers about an article that does not exist.

use crate::{
    fields::Fields,
    ids::{AccountId, HelpVoteId},
    text,
};

/// The articles: the chapters of the help page, by their anchors.
pub const ARTICLES: [&str; 15] = [
    "comment-ca-marche",
    "client-inscription",
    "client-deposer",
    "client-echanger",
    "client-choisir",
    "client-terminer",
    "client-litige",
    "client-compte",
    "prestataire-inscription",
    "prestataire-formules",
    "prestataire-recevoir",
    "prestataire-repondre",
    "prestataire-choisi",
    "prestataire-avis-litiges",
    "prestataire-visibilite",
];

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voter {
    /// Someone who is signed in: a second answer takes the place of the first.
    Person(AccountId),
    /// Someone of whom nothing is kept: the answer has an id of its own.
    Visitor(HelpVoteId),
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HelpVote {
    /// About which article.
    pub article: &'static str,
    /// Whether it was of use.
    pub helpful: bool,
}

impl std::fmt::Display for Voter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Person(account) => account.fmt(f),
            Self::Visitor(vote) => vote.fmt(f),
        }
    }
}

/// The article of this name.
pub fn article(name: &str) -> Result<&'static str, Fields> {
    let found = ARTICLES.into_iter().find(|known| *known == name);
    found.ok_or_else(|| Fields::one("/article", text::unknown_choice()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_articles_that_exist_are_answered_about() {
        assert_eq!(article("client-choisir"), Ok("client-choisir"));
        assert_eq!(
            article("client").map_err(|it| it.errors()[0].pointer.clone()),
            Err("/article".to_owned())
        );
    }
}
