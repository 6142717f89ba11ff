//! Rows of the answers to whether an article of the help was of use.

use diesel::{dsl::count_star, prelude::*};
use estrade_domain::help_votes::{HelpVote, Voter};

use crate::{Conn, Error, Tx, schema::help_votes};

/// How often an article was of use, and how often not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Whether it was of use.
    pub helpful: bool,
    /// To so many.
    pub votes: i64,
}

/// Keeps an answer; one that this person gave before gives way.
pub fn record(tx: &mut Tx<'_>, voter: Voter, vote: HelpVote) -> Result<(), Error> {
    let (voter, now) = (voter.to_string(), tx.now().timestamp_millis());
    let changed = diesel::update(help_votes::table.find((vote.article, &voter)))
        .set((help_votes::helpful.eq(vote.helpful), help_votes::voted_at.eq(now)))
        .execute(&mut **tx)?;
    if changed == 1 {
        return Ok(());
    }
    let row = (
        help_votes::article.eq(vote.article),
        help_votes::voter.eq(voter),
        help_votes::helpful.eq(vote.helpful),
        help_votes::voted_at.eq(now),
    );
    let inserted = diesel::insert_into(help_votes::table).values(row).execute(&mut **tx);
    match inserted.map_err(Error::from) {
        // The same person twice at once: tried again, the second answer finds the first.
        Err(error) if error.is_duplicate() => Err(Error::Stale),
        outcome => outcome.map(drop),
    }
}

/// The answers of each article that has any.
pub fn counts(conn: &mut Conn) -> Result<Vec<(String, Count)>, Error> {
    let counted: Vec<(String, bool, i64)> = help_votes::table
        .group_by((help_votes::article, help_votes::helpful))
        .select((help_votes::article, help_votes::helpful, count_star()))
        .load(conn)?;
    let count = |(article, helpful, votes)| (article, Count { helpful, votes });
    Ok(counted.into_iter().map(count).collect())
}
